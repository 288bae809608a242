"""A document for reading on a terminal: head, people, countries, meetings, statements, figures, times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from coalition_nlp.records import (
    Country,
    Document,
    EntityRef,
    Figure,
    Meeting,
    Office,
    Person,
    Place,
    Statement,
    TimeExpression,
)  # fmt: skip

from .console import plain, shortened

_LANGUAGES = {"de": "German", "en": "English"}
_QUOTE = 220  # characters of a statement
_QUOTES = ' ,"“”„«»'
_MODIFIERS = {
    "approx": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
}
_ROLES = {
    "host": "hosted by",
    "chair": "chaired by",
    "attendee": "with",
    "representative": "represented by",
    "absent": "absent",
}


def view_text(document: Document, console: Console) -> str:
    """Everything found in a document, laid out for a console, without blanks at the ends of lines."""
    with console.capture() as capture:
        _show(document, console)
    return "".join(line.rstrip() + "\n" for line in capture.get().splitlines())


def _show(document: Document, console: Console) -> None:
    console.print(Rule(plain(document.source or document.id[:12]), align="left", style="cyan"))
    if document.title:
        console.print(plain(document.title, style="bold"))
    console.print(plain(_head(document), style="dim"))
    countries = {c.alpha2: c.name for c in document.countries}
    _section(console, "People", _people(document.people))
    _line(console, "Countries", map(_country, document.countries))
    _line(console, "Places", map(_place, document.places))
    _line(console, "Organizations", (o.name for o in document.organizations))
    _section(console, "Meetings", _meetings(document.meetings, countries))
    _section(console, "Statements", _statements(document.statements))
    _section(console, "Other events", _actions(document, countries))
    _section(console, "Figures", _rows(map(_figure, document.figures)))
    _section(console, "Times", _rows(map(_time, document.times)))
    console.print()


def _title(console: Console, name: str) -> None:
    console.print()
    console.print(name, style="bold cyan")


def _line(console: Console, name: str, items: Iterable[str]) -> None:
    if text := ", ".join(dict.fromkeys(items)):
        _title(console, name)
        console.print(Padding(plain(text), (0, 0, 0, 2)))


def _section(console: Console, name: str, table: Table) -> None:
    if table.row_count:
        _title(console, name)
        console.print(Padding(table, (0, 0, 0, 2)))


def _head(document: Document) -> str:
    parts = [_LANGUAGES[document.language]]
    if document.published or document.published_value:
        date = _day(document.published) if document.published else document.published_value
        parts.append(f"published {date} (from {document.published_from})")
    else:
        parts.append("publication date unknown")
    parts += [part for part in (document.agency, document.dateline_place) if part]
    return " · ".join(parts)


def _rows(cells: Iterable[tuple[str, ...]]) -> Table:
    """Columns without lines."""
    table = Table.grid(padding=(0, 2))
    for row in cells:
        table.add_row(*map(plain, row))
    return table


def _people(people: tuple[Person, ...]) -> Table:
    return _rows((person.name, "; ".join(dict.fromkeys(map(_office, person.offices)))) for person in people)


def _office(office: Office) -> str:
    marks = {"former": office.former, "acting": office.acting, "designated": office.designated}
    words = [
        *(word for word, holds in marks.items() if holds),
        *([office.portfolio] if office.portfolio and office.portfolio != "other" else []),
        office.role.replace("_", " "),
    ]
    return " ".join(words) + "".join(f", {of}" for of in (office.organization, office.country) if of)


def _country(country: Country) -> str:
    return f"{country.name} ({country.alpha2})" + (f" ×{n}" if (n := len(country.mentions)) > 1 else "")


def _place(place: Place) -> str:
    return f"{place.name} ({place.country})" if place.country else place.name


def _meetings(meetings: tuple[Meeting, ...], countries: dict[str, str]) -> Table:
    table = Table.grid(padding=(0, 2))
    for meeting in meetings:
        country = countries.get(meeting.country or "", meeting.country)
        place = ", ".join(part for part in (meeting.city, country) if part)
        what = [meeting.kind.replace("_", " "), meeting.status]
        what += [meeting.format.replace("_", " ")] if meeting.format != "unknown" else []
        what += ["denied"] if meeting.polarity == "negated" else []
        moved = _period(meeting.new_start, meeting.new_end)
        when = (_period(meeting.start, meeting.end), f"moved to {moved}" if moved else "")
        head = " · ".join(part for part in (", ".join(what), *when, place) if part)
        cell = plain(head)
        if meeting.group:
            cell.append(f"\n{plain(meeting.group).plain}", style="italic")
        for role, label in _ROLES.items():
            who = [_participant(p.entity, p.represented_by) for p in meeting.participants if p.role == role]
            if role == "host" and not who and meeting.host:
                who = [meeting.host.name]
            if who:
                cell.append(f"\n{label} " + plain(", ".join(dict.fromkeys(who))).plain)
        table.add_row(plain(meeting.id, style="dim"), cell)
    return table


def _participant(entity: EntityRef, deputy: EntityRef | None) -> str:
    return f"{entity.name} (represented by {deputy.name})" if deputy else entity.name


def _period(start: dt.date | None, end: dt.date | None) -> str:
    if start is None and end is None:
        return ""
    if start == end or end is None:
        return _day(start) if start else ""
    return f"until {_day(end)}" if start is None else f"{_day(start)} to {_day(end)}"


def _day(date: dt.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


def _statements(statements: tuple[Statement, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    for statement in statements:
        said = shortened(statement.quote.text, _QUOTE)
        cell: Text = plain(f"“{said.strip(_QUOTES)}”" if statement.kind == "direct" else said)
        cell.append(f"  ({plain(statement.verb).plain})" if statement.verb else "", style="dim")
        if statement.addressee:
            cell.append(f"  to {plain(statement.addressee.name).plain}", style="dim")
        table.add_row(plain(statement.speaker.name, style="bold"), cell)
    return table


def _actions(document: Document, countries: dict[str, str]) -> Table:
    table = Table.grid(padding=(0, 2))
    places = {place.id: place.name for place in document.places}
    figures = {figure.id: figure.mention.text for figure in document.figures}
    for action in document.actions:
        kind = getattr(action, "kind", None)
        what = [action.record_name() + (f" ({kind.replace('_', ' ')})" if kind else "")]
        what += [action.modality] if action.modality != "asserted" else []
        what += ["negated"] if action.polarity == "negated" else []
        what += ["recalled"] if action.historical else []
        where = places.get(action.place or "") or countries.get(action.country or "", action.country)
        cell = plain(" · ".join(part for part in (", ".join(what), _period(action.start, action.end), where) if part))
        cell.append(f"  {action.type}{'-' + action.mode if action.mode else ''}" if action.type else "", style="dim")
        parts = {
            "by": ", ".join(e.name for e in action.actors),
            "to": ", ".join(e.name for e in action.recipients),
            "what": shortened(action.object.text, _QUOTE) if action.object else "",
            "figures": ", ".join(figures[i] for i in action.figures if i in figures),
        }
        for label, text in parts.items():
            cell.append(f"\n{label} {plain(text).plain}" if text else "")
        table.add_row(plain(action.id, style="dim"), cell)
    return table


def _number(value: Decimal) -> str:
    return f"{value.normalize():,f}" if value == value.to_integral() else f"{value:,}"


def _figure(figure: Figure) -> tuple[str, ...]:
    if figure.value is not None:
        number = _MODIFIERS.get(figure.modifier, "") + _number(figure.value)
    elif figure.low is not None and figure.high is not None:
        number = f"{_number(figure.low)} to {_number(figure.high)}"
    elif figure.low is not None:
        number = f"at least {_number(figure.low)}"
    else:
        number = f"at most {_number(figure.high)}" if figure.high is not None else "unknown"
    unit = figure.currency or figure.unit or ""
    of = f" of {figure.of}" if figure.of else ""
    return figure.mention.text, f"{number} {unit}{of}".strip(), figure.kind


def _time(time: TimeExpression) -> tuple[str, ...]:
    value = time.value + (f" {time.mod}" if time.mod else "") + ("" if time.resolved else " (unresolved)")
    return time.mention.text, value, time.type
