"""The command coalition-nlp; one module per sub-command. Nothing heavy is imported here, so that --help is fast."""

from __future__ import annotations

from typing import Annotated

import typer

from .evaluate import evaluate_command
from .explain import explain_command
from .extract import extract_command
from .info import info_command
from .schema import schema_command
from .who import who_command

app = typer.Typer(
    name="coalition-nlp",
    help="Ministers, countries, dates, figures, meetings and statements from German and English press texts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract")(extract_command)
app.command("explain")(explain_command)
app.command("evaluate")(evaluate_command)
app.command("schema")(schema_command)
app.command("who")(who_command)
app.command("info")(info_command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"coalition-nlp {version('coalition-nlp')}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass
