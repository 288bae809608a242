"""coalition-nlp evaluate: the score card."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate_command(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of gold files (*.json).", exists=True, file_okay=False)],
    text_dir: Annotated[Path, typer.Argument(help="Folder of their texts (*.txt).", exists=True, file_okay=False)],
    details: Annotated[bool, typer.Option("--details", help="List every miss and every spurious record.")] = False,
    part: Annotated[str | None, typer.Option("--part", help="Details of parts whose name has this in it.")] = None,
    json_path: Annotated[Path | None, typer.Option("--json", help="Write F1 by part to this file.")] = None,
) -> None:
    """Compare what is extracted from the texts with their gold: precision, recall and F1 by part."""
    import json

    from rich.table import Table

    from coalition_nlp.errors import CoalitionError
    from coalition_nlp.evaluation import evaluate

    from .console import output

    console = output()
    try:
        card = evaluate(gold_dir, text_dir)
    except CoalitionError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(2) from error
    table = Table(title=f"{len(card.texts)} texts")
    for column in ("part", "precision", "recall", "F1", "right", "missed", "spurious"):
        table.add_column(column, justify="left" if column == "part" else "right", no_wrap=True)
    for name, score in card.parts.items():
        table.add_row(
            name, f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}",
            str(score.correct), str(score.missed), str(score.spurious),
        )  # fmt: skip
    console.print(table)
    if details or part:
        for name, score in card.parts.items():
            if part and part not in name:
                continue
            console.print(f"\n[bold]{name}[/bold]")
            for line in score.misses:
                console.print(f"  - missed    {line}", markup=False, soft_wrap=True)
            for line in score.extras:
                console.print(f"  + spurious  {line}", markup=False, soft_wrap=True)
    if json_path:
        json_path.write_text(json.dumps(card.f1(), indent=2) + "\n", "utf-8")
