"""coalition-nlp extract: press files in, records out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .tables import Holders, Organizations, use_tables

if TYPE_CHECKING:
    from coalition_nlp.records import Document, Failure


class Language(StrEnum):
    """Values of --language."""

    auto = "auto"
    de = "de"
    en = "en"


def _date(value: str | None) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a date; write it as YYYY-MM-DD") from error


def extract_command(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files or folders (.txt, .md, .html).", exists=True)
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="Write records to this file, one JSON object a line (- for standard output)."),
    ] = None,
    language: Annotated[Language, typer.Option(help="Language of the texts; auto decides per file.")] = Language.auto,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date of all files, YYYY-MM-DD.", callback=_date)
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="spaCy base model, by name or path; needs --language de or en.")
    ] = None,
    holders: Holders = None,
    organizations: Organizations = None,
    n_process: Annotated[int, typer.Option("-j", "--processes", metavar="N", min=1, help="Worker processes.")] = 1,
) -> None:
    """Extract records from press texts, and show them or write them to a file.

    Exit code 0: all files read; 1: some failed, each is named; 2: wrong usage.
    """
    if model is not None and language is Language.auto:
        raise typer.BadParameter("a base model belongs to one language: add --language de or en", param_hint="--model")
    files, failures, others = _list_files(paths)
    if out is not None and str(out) != "-" and any(_same(out, file) for file in files):
        raise typer.BadParameter(f"{out} is one of the files to read", param_hint="--out")
    if out is not None and str(out) != "-" and not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.absolute().parent}", param_hint="--out")

    use_tables(holders, organizations)

    from coalition_nlp.batch import extract_files

    records = extract_files(
        files, language=language.value, published=published, n_process=n_process, model=model
    )  # fmt: skip
    failed = _run(failures, records, len(files), out)
    if others:
        typer.echo(f"{others} other {'file' if others == 1 else 'files'} in these folders passed over", err=True)
    if failed:
        raise typer.Exit(1)


def _list_files(paths: list[Path]) -> tuple[list[Path], list[Failure], int]:
    """The files of all paths, each once, and how many of other formats lie among them.

    A folder without readable files is a failure like any other.
    """
    from coalition_nlp.batch.worker import failure
    from coalition_nlp.errors import SourceError
    from coalition_nlp.ingest.files import count_others, find_files

    files: dict[Path, None] = {}
    failures = []
    for path in paths:
        try:
            files.update(dict.fromkeys(find_files(path)))
        except SourceError as error:
            failures.append(failure(path, error, "ingest"))
    others = sum(count_others(path) for path in dict.fromkeys(paths) if path.is_dir())
    return list(files), failures, others


def _same(left: Path, right: Path) -> bool:
    return left.exists() and left.samefile(right)


def _run(failures: list[Failure], records: Iterator[Document | Failure], total: int, out: Path | None) -> bool:
    """Take every record to where it goes, then sum up; whether anything failed."""
    import sys
    from time import perf_counter

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from coalition_nlp.records import Document
    from coalition_nlp.sinks import JsonlSink

    from .console import messages, output
    from .summary import Summary
    from .view import view_text

    console = messages()
    summary = Summary()
    started = perf_counter()
    with ExitStack() as stack:
        sink: JsonlSink | None = None
        if out is not None and str(out) != "-":
            try:
                sink = stack.enter_context(JsonlSink(out))
            except OSError as error:
                raise typer.BadParameter(f"can't write {out}: {error.strerror}", param_hint="--out") from error
        # the bar would run into records shown on the same terminal
        hidden = not sys.stderr.isatty() or (sink is None and sys.stdout.isatty())
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        progress = stack.enter_context(Progress(*columns, console=console, transient=True, disable=hidden))
        task = progress.add_task("Reading", total=total)
        view = output()

        def take(record: Document | Failure) -> None:
            summary.add(record)
            if sink is not None:
                sink.write(record)
            if not isinstance(record, Document):
                console.print(f"failed: {record.message}", style="red", markup=False, soft_wrap=True)
            elif out is not None and sink is None:
                sys.stdout.write(record.model_dump_json() + "\n")
                sys.stdout.flush()
            elif sink is None:
                sys.stdout.write(view_text(record, view))
                sys.stdout.flush()

        for unlisted in failures:
            take(unlisted)
        try:
            for record in records:
                take(record)
                progress.advance(task)
        except KeyboardInterrupt:
            progress.stop()
            console.print(f"interrupted; {total - summary.total + len(failures)} files were not read", style="red")
            if summary.total:
                summary.show(console, perf_counter() - started, out)
            raise typer.Exit(130) from None
    summary.show(console, perf_counter() - started, out)
    return summary.failed > 0
