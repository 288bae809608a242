"""Rows of tables: name, title and country in cells of one line, parted by "|", tabs or wide gaps, in any order."""

from __future__ import annotations

from .apposition import Appositions
from .models import Name, Title
from .tokens import Token

_MARKS = ("|", "–", "—")
_CELLS = 6  # of one row at most


def attach_rows(attacher: Appositions) -> None:
    """Hang titles that fill a cell on the name that fills another one of their row, with its country."""
    free = [t for t in attacher.titles if t.role != "none" and not (t.plural or t.attached and t.countries)]
    for title in free:
        cells = _row(attacher.tokens, title)
        if (title.first, title.last) not in cells:
            continue
        names = [name for first, last in cells if (name := _name(attacher, first, last)) is not None]
        if len(names) != 1 or any(t.role != "none" and t is not title for t in names[0].titles):
            continue
        countries = {code for first, last in cells if (code := _country(attacher.tokens, first, last))}
        if len(countries) == 1 and not (title.countries and not title.default_country):
            title.countries = [countries.pop()]
        attacher.add(names[0], title)


def _breaks(tokens: list[Token], at: int) -> bool:
    """Whether a cell ends before a token of the same line."""
    return tokens[at].text in _MARKS or not tokens[at].joined


def _row(tokens: list[Token], title: Title) -> list[tuple[int, int]]:
    """The cells of the line around a title, none where it has only one."""
    first = last = title.first
    while first and not tokens[first].line_start and title.first - first < 30:
        first -= 1
    while last < len(tokens) and (last == first or not tokens[last].line_start) and last - title.first < 30:
        last += 1
    cells, start = [], first
    for at in range(first, last):
        if at > first and _breaks(tokens, at) and start < at:
            cells.append((start, at))
            start = at
        if tokens[at].text in _MARKS:
            start = at + 1
    if start < last:
        cells.append((start, last))
    return cells if 1 < len(cells) <= _CELLS else []


def _name(attacher: Appositions, first: int, last: int) -> Name | None:
    start = attacher.reader.skip_honorifics(first)
    name = attacher.names.get(start) or attacher.reader.read(start, titled=True)
    if name is None or attacher.before_brackets(last) != name.last or not name.full:
        return None
    return None if attacher.tokens[first].country else name


def _country(tokens: list[Token], first: int, last: int) -> str | None:
    first += tokens[first].lower == "the"
    if first >= last or tokens[first].country_form != "name" or tokens[last - 1].country != tokens[first].country:
        return None
    return tokens[first].country
