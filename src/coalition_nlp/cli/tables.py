"""Own tables of office holders and organizations, given on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Holders = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Own table of office holders, read beside the package's.")
]
Organizations = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="Own table of organizations, read beside the package's.")
]


def use_tables(holders: list[Path] | None, organizations: list[Path] | None) -> None:
    """Read own tables beside the package's; without any, those of the environment stay.

    Raises:
        typer.BadParameter: a table is missing or not valid; names the option, the file, the line and what to do.
    """
    from coalition_nlp.errors import RuleFileError
    from coalition_nlp.knowledge.office_holders import use_holders
    from coalition_nlp.knowledge.own_organizations import use_organizations

    option = "--holders"
    try:
        if holders:
            use_holders(*holders)
        option = "--organizations"
        if organizations:
            use_organizations(*organizations)
    except RuleFileError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error
