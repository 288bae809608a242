"""Full dates in short texts: bylines, datelines, metadata, file names."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


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
        rf"|(?P<y6>(?:19|20)\d{{2}})/(?P<m6>\d{{2}})/(?P<d6>\d{{2}})"
        rf"|(?P<d2>\d{{1,2}})\.\s?(?P<m2>\d{{1,2}})\.\s?(?P<y2>\d{{4}})"
        rf"|(?P<d3>\d{{1,2}})(?:\.|st|nd|rd|th)?\s(?:of\s)?(?P<n3>{names})\b\.?,?\s(?P<y3>\d{{4}})"
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
        year = next(int(group[k]) for k in ("y1", "y2", "y3", "y4", "y5", "y6") if group[k])
        month = next(
            int(group[k]) if k[0] == "m" else _months()[group[k].casefold()]
            for k in ("m1", "m2", "n3", "n4", "m5", "m6")
            if group[k]
        )
        day = next((int(group[k]) for k in ("d1", "d2", "d3", "d4", "d5", "d6") if group[k]), None)
        if group["y5"] and day is not None and day != month:
            if day <= 12 and month <= 12:
                continue  # 04/06/2020: April in America, June in Britain
            if month > 12:
                day, month = month, day
        try:
            if day is None:
                dt.date(year, month, 1)
                return FoundDate(None, f"{year:04}-{month:02}", match.start(), match.end())
            date = dt.date(year, month, day)
        except ValueError:
            continue
        return FoundDate(date, date.isoformat(), match.start(), match.end())
    return None


def date_in_name(path: str) -> FoundDate | None:
    """A date in a file name: 2017-03-22, 2017_03_22, 20170322, 22.03.2017."""
    name = Path(path).stem
    if match := re.search(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)", name):
        return day_in("-".join(match.groups()))
    return day_in(name.replace("_", " "))
