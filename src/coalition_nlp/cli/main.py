"""The command coalition-nlp; one module per sub-command."""

from __future__ import annotations

import typer

from .evaluate import evaluate_command

app = typer.Typer(
    name="coalition-nlp",
    help="Ministers, countries, dates, figures, meetings and statements from German and English press texts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("evaluate")(evaluate_command)


@app.callback()
def _main() -> None:
    """Keeps sub-commands even while there is one only."""
