"""coalition-nlp who: the office holders the package knows, and when."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Annotated

import typer

from .tables import Holders, Organizations, use_tables

if TYPE_CHECKING:
    from coalition_nlp.knowledge.office_holders import Holder


def who_command(
    name: Annotated[str | None, typer.Argument(help="Name or surname, in any usual transliteration.")] = None,
    office: Annotated[
        str | None,
        typer.Option(metavar="OFFICE", help="Portfolio (foreign, defence) or role (head_of_state, secretary_general)."),
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="CODE", help="ISO 3166-1 alpha-2 code, such as DE.")] = None,
    organization: Annotated[
        str | None, typer.Option(metavar="NAME", help="In any form: UN, United Nations, Vereinte Nationen.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only who was in office on this day, YYYY-MM-DD.")
    ] = None,
    holders: Holders = None,
    organizations: Organizations = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Show who held what when.

    Exit code 0: somebody was found; 1: nobody; 2: wrong usage, or a table is not valid.
    """
    day = _day(on)
    if not any((name, office, country, organization, day)):
        raise typer.BadParameter("give a name, or one of --office, --country, --organization, --on")

    from coalition_nlp.errors import RuleFileError
    from coalition_nlp.knowledge.office_holders import find_holders, holders_at

    use_tables(holders, organizations)
    try:
        found = [
            holder
            for holder in holders_at(day, country=country.upper() if country else None)
            if office is None or office in (holder.portfolio, holder.role)
        ]
        if organization:
            names = _same_organization(organization, {holder.organization or "" for holder in found})
            found = [holder for holder in found if holder.organization in names]
        if name:
            meant = set(find_holders(name))
            found = [holder for holder in found if holder in meant]
    except RuleFileError as error:  # a table that the environment names
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    found.sort(key=lambda holder: (holder.country or "", holder.organization or "", *_office(holder), holder.start))
    if as_json:
        for holder in found:
            typer.echo(json.dumps(holder._asdict() | {"aliases": list(holder.names[1:])}, ensure_ascii=False))
    elif found:
        _show(found)
    if not found:
        typer.echo("nobody is known who fits; the table does not hold every office", err=True)
        raise typer.Exit(1)


def _same_organization(name: str, others: set[str]) -> set[str]:
    """The names among others that mean the organization of a name, in any of its forms."""
    from coalition_nlp.languages import SUPPORTED
    from coalition_nlp.pipes.organizations.patterns import compiled, plain

    forms = [compiled(language).keys for language in SUPPORTED]
    meant = {known[plain(name)] for known in forms if plain(name) in known}
    return {name} | {other for other in others if any(known.get(plain(other)) in meant for known in forms)}


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a date; write it as YYYY-MM-DD", param_hint="--on") from error


def _office(holder: Holder) -> tuple[str, str, str]:
    return holder.role, holder.portfolio or "", holder.post or ""


def _show(found: list[Holder]) -> None:
    from rich.table import Table

    from .console import output, plain

    table = Table(box=None, pad_edge=False)
    for column in ("of", "office", "name", "from", "to", "Wikidata"):
        table.add_column(column)
    for holder in found:
        role, portfolio, post = (part.replace("_", " ") for part in _office(holder))
        title = " ".join(part for part in ("acting" if holder.acting else "", portfolio, role) if part)
        table.add_row(
            plain(holder.country or holder.organization or ""),
            plain(f"{title} ({post})" if post else title),
            plain(holder.name),
            holder.start,
            holder.end or "",
            holder.wikidata or "",
        )
    output().print(table)
