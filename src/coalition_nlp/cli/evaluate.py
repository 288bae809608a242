"""coalition-nlp evaluate: the score card."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .tables import Holders, Organizations, use_tables

if TYPE_CHECKING:
    from rich.table import Table

    from coalition_nlp.evaluation import Comparison


def evaluate_command(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of gold files (*.json).", exists=True, file_okay=False)],
    text_dir: Annotated[Path, typer.Argument(help="Folder of their texts (*.txt).", exists=True, file_okay=False)],
    details: Annotated[bool, typer.Option("--details", help="List every miss and every spurious record.")] = False,
    part: Annotated[str | None, typer.Option("--part", help="Details of parts whose name has this in it.")] = None,
    ways: Annotated[
        bool, typer.Option("--compare", help="Beside it the card of rules alone, and of the base model's names alone.")
    ] = False,
    model: Annotated[str | None, typer.Option("--model", help="Base model to use: name or path.")] = None,
    holders: Holders = None,
    organizations: Organizations = None,
    json_path: Annotated[Path | None, typer.Option("--json", help="Write F1 by part to this file.")] = None,
) -> None:
    """Compare what is extracted from the texts with their gold: precision, recall and F1 by part."""
    import json

    from rich.table import Table

    from coalition_nlp.errors import CoalitionError
    from coalition_nlp.evaluation import evaluate, evaluate_ways

    from .console import output

    console = output()
    use_tables(holders, organizations)
    try:
        if ways:
            comparison = evaluate_ways(gold_dir, text_dir, model)
            console.print(_ways_table(comparison))
            if json_path:
                json_path.write_text(json.dumps(comparison.f1(), indent=2) + "\n", "utf-8")
            return
        card = evaluate(gold_dir, text_dir, model)
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


def _ways_table(comparison: Comparison) -> Table:
    """Precision, recall and F1 of each part by rules alone, by the model alone and by both."""
    from rich.table import Table

    cards = comparison.cards
    table = Table(title=f"{len(cards['both'].texts)} texts: precision / recall / F1")
    table.add_column("part", no_wrap=True)
    for way in cards:
        table.add_column(way, justify="right", no_wrap=True)
    for part in comparison.parts:
        scores = [card.parts.get(part) for card in cards.values()]
        table.add_row(part, *(f"{s.precision:.3f} / {s.recall:.3f} / {s.f1:.3f}" if s else "-" for s in scores))
    lowered = comparison.lowered()
    table.caption = f"lower with the model: {', '.join(lowered)}" if lowered else "with the model no part is lower"
    return table
