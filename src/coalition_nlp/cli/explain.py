"""coalition-nlp explain: for each sentence what was found by which rule, and what was rejected and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .extract import Language, _date
from .tables import Holders, Organizations, use_tables

if TYPE_CHECKING:
    from rich.console import Console

    from coalition_nlp.pipeline.explain import ExplainedSentence


def explain_command(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="A press file (.txt, .md, .html).", exists=True, dir_okay=False)
    ],
    language: Annotated[Language, typer.Option(help="Language of the text; auto decides.")] = Language.auto,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date, YYYY-MM-DD.", callback=_date)
    ] = None,
    events_only: Annotated[
        bool,
        typer.Option("--events", help="Only events (meetings, statements and all others) and rejected candidates."),
    ] = False,
    holders: Holders = None,
    organizations: Organizations = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a sentence and line.")] = False,
) -> None:
    """Show for each sentence which rule found what, with the words of each argument, and what was rejected and why.

    Pipes that do not trace their candidates list only what they found.
    """
    import datetime as dt

    from coalition_nlp.errors import CoalitionError
    from coalition_nlp.ingest.files import source_from_file
    from coalition_nlp.pipeline.explain import explain_source

    from .console import output

    use_tables(holders, organizations)
    day = published if isinstance(published, dt.date) else None
    try:
        source = source_from_file(path, language=language.value, published=day)
        document, sentences = explain_source(source)
    except CoalitionError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1) from error
    if events_only:
        events = {event.record for event in document.events}
        sentences = [s.model_copy(update={"found": tuple(f for f in s.found if f.record in events)}) for s in sentences]
    shown = [s for s in sentences if s.found or s.rejected]
    if as_json:
        for sentence in shown:
            typer.echo(sentence.model_dump_json())
        return
    console = output()
    for sentence in shown:
        _show(sentence, console)


def _show(sentence: ExplainedSentence, console: Console) -> None:
    from rich.padding import Padding

    from .console import plain, shortened

    console.print(plain(sentence.text, style="bold"))
    for item in sentence.found:
        line = plain(f"+ {item.record}", style="green")
        line.append(f"  “{plain(item.text).plain}”")
        line.append(f"  {item.start}–{item.end}", style="dim")
        line.append(f"  by {item.rule}" if item.rule else "", style="cyan")
        console.print(Padding(line, (0, 0, 0, 2)))
        for argument in item.arguments:
            words = f"{argument.role}: {shortened(argument.value, 100)}"
            if argument.text is not None and argument.start is not None:
                words += f"  ← “{shortened(argument.text, 80)}” {argument.start}–{argument.end}"
            console.print(Padding(plain(words), (0, 0, 0, 6)))
    for candidate in sentence.rejected:
        line = plain(f"– {candidate.pipe}", style="red")
        line.append(f"  “{plain(candidate.text).plain}”  {candidate.start}–{candidate.end}")
        line.append(f"  {candidate.rule}", style="cyan")
        line.append(f"  rejected: {candidate.why}")
        console.print(Padding(line, (0, 0, 0, 2)))
    console.print()
