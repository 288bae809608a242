"""The publication date: argument, metadata, dateline or file name, in that order."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .source import Published, SourceBlock


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: the day if complete, else None; the TIMEX3 value; the span."""

    day: dt.date | None
    value: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Month names and abbreviations of both languages, from CLDR."""
    from babel.dates import get_month_names

    found: dict[str, int] = {"jänner": 1, "feber": 2, "sept": 9, "mrz": 3}
    for locale in ("de", "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                found[name.casefold().rstrip(".")] = number
    return found


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/.-])(?:(?P<y1>\d{{4}})-(?P<m1>\d{{2}})(?:-(?P<d1>\d{{2}}))?"
        rf"|(?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>\d{{4}})"
        rf"|(?P<d3>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?P<n3>{names})\b\.?,?\s(?P<y3>\d{{4}})"
        rf"|(?P<n4>{names})\b\.?\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>\d{{4}})"
        rf"|(?P<m5>\d{{1,2}})/(?P<d5>\d{{1,2}})/(?P<y5>\d{{4}}))(?![\d/])",
        re.I,
    )


def day_in(text: str) -> FoundDate | None:
    """The first full date (or ISO month) in a text; None where there is none or it is impossible.

    >>> day_in("04.06.2020 - Pressemitteilung").value
    '2020-06-04'
    """
    for match in _pattern().finditer(text):
        group = match.groupdict()
        year = next(int(group[k]) for k in ("y1", "y2", "y3", "y4", "y5") if group[k])
        month = next(
            int(group[k]) if k[0] == "m" else _months()[group[k].casefold()]
            for k in ("m1", "m2", "n3", "n4", "m5")
            if group[k]
        )
        day = next((int(group[k]) for k in ("d1", "d2", "d3", "d4", "d5") if group[k]), None)
        try:
            if day is None:
                dt.date(year, month, 1)
                return FoundDate(None, f"{year:04}-{month:02}", match.start(), match.end())
            date = dt.date(year, month, day)
        except ValueError:
            continue
        return FoundDate(date, date.isoformat(), match.start(), match.end())
    return None


def _in_dateline(text: str, blocks: tuple[SourceBlock, ...]) -> FoundDate | None:
    """A date in a byline, in an agency's sign-off, or at the head of the first paragraph ("BERLIN, 3 March 2015 (AP) -")."""
    bodies = [b for b in blocks if b.kind == "body"]
    for index, block in enumerate(blocks):
        at_edge = not bodies or block.start < bodies[0].start or index >= len(blocks) - 3
        if block.kind == "byline" and at_edge and (found := day_in(text[block.start : block.end])):
            return found
    if bodies:
        head = re.match(r"[^\n–—]{0,60}?(?:\)\s*[-–—]|[–—]\s)", text[bodies[0].start : bodies[0].end])
        if head and (found := day_in(head.group())):
            return found
        tail = re.search(r"\([^()\n]{2,20}[,;]\s*([^()\n]{8,30})\)\s*$", text[bodies[-1].start : bodies[-1].end])
        if tail and (found := day_in(tail.group(1))):
            return found
    return None


def date_in_name(path: str) -> FoundDate | None:
    """A date in a file name: 2017-03-22, 2017_03_22, 20170322, 22.03.2017."""
    name = Path(path).stem
    if match := re.search(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)", name):
        return day_in("-".join(match.groups()))
    return day_in(name.replace("_", " "))


def find_published(text: str, blocks: tuple[SourceBlock, ...], path: str | None) -> Published | None:
    """The publication date that the text or the file name tells; a dateline that gives only the month keeps the month.

    >>> find_published("x", (), "press/2017-03-22-talks.txt").origin
    'file name'
    """
    dateline = _in_dateline(text, blocks)
    named = date_in_name(path) if path else None
    if dateline and (dateline.day or not (named and named.day)):
        return Published(dateline.day, dateline.value, "dateline")
    if named:
        return Published(named.day, named.value, "file name")
    return None
