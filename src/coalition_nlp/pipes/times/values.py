"""What the normalisers share: from the fields of an expression to the parts of a TIMEX3 value."""

from __future__ import annotations

import datetime as dt
from typing import cast

from coalition_nlp.records.vocabulary import TimeMod

from . import calendar
from .calendar import Interval
from .context import Context
from .models import Fields, Reading

DAY = dt.timedelta(days=1)
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX",
    "Y": "XXXX", "DE": "XXXX", "CE": "XX",
}  # fmt: skip


def mod_of(fields: Fields) -> TimeMod | None:
    return cast("TimeMod | None", fields.get("portion") or fields.get("mod"))


def clock_of(fields: Fields) -> str | None:
    """The time of day as TIMEX3 writes it, "" where the fields have none, None where there is no such time."""
    if "hour" not in fields:
        return f"T{fields['daypart']}" if "daypart" in fields else ""
    hour, minute = int(fields["hour"]), int(fields.get("minute") or 0) + int(fields.get("minutes") or 0)
    hour += int(fields.get("hours") or 0)
    half = fields.get("ampm") or {"TEV": "PM", "EV": "PM", "AF": "PM"}.get(fields.get("daypart", ""), "")
    if half == "PM" and 1 <= hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    if hour > 24 or minute > 59 or (hour == 24 and minute) or hour < 0:
        return None
    return f"T{hour:02d}:{minute:02d}" + (f":{int(fields['second']):02d}" if fields.get("second") else "")


def dated(value: str, fields: Fields, *, resolved: bool = True) -> Reading | None:
    """A reading of a date value with the time of day and the portion its words add."""
    clock = clock_of(fields)
    if clock is None:
        return None
    span = calendar.interval(value)
    if "nightbefore" in fields and span is not None:
        value = (span[0] - DAY).isoformat()
        span = calendar.interval(value)
    if clock == "T24:00" and span is not None:
        value, clock = (span[0] + DAY).isoformat(), "T00:00"
    mod = mod_of(fields)
    start, end = calendar.portion(span, mod) if span else (None, None)
    return Reading("TIME" if clock else "DATE", value + clock, mod, start, end, resolved)


def unresolved(value: str, fields: Fields) -> Reading | None:
    return dated(value, fields, resolved=False)


def full_year(fields: Fields, context: Context) -> int | None:
    """The year the words give, in two or four digits as "vergangenen Jahres" or "desselben Jahres"."""
    year = fields.get("year")
    if "yearof" in fields and context.previous_any:
        return context.previous_any.year + int(fields["yearof"])
    if year is None:
        if "yearshift" in fields and context.published:
            return context.published.year + int(fields["yearshift"])
        return None
    if "short" in fields:
        return int(year[:2] + fields["short"])
    if len(year) == 2:
        pivot = (context.published or dt.date(2025, 1, 1)).year % 100 + 15
        return (1900 if int(year) > pivot else 2000) + int(year)
    return int(year)


def nearest(options: list[Interval], context: Context) -> Interval:
    """The reading of a date without year that fits best: near the publication date, and on the side the tense says.

    A tense only weighs the distance, it does not decide alone: "das für Ende April geplante Treffen" told in June is
    a plan of the past.
    """
    published = cast(dt.date, context.published)
    around, before = context.tense(), context.before()
    tense = around or before
    attributive = context.attributive()

    def cost(span: Interval) -> float:
        if span[0] <= published <= span[1]:
            return 0.0
        days = (published - span[1]).days if span[1] < published else (span[0] - published).days
        past = span[1] < published
        weight = 1.0 if past else 1.25
        if before > 1 and around >= 0:  # "für November", not told in the past
            weight = 1.0 if past else 1 / 20
        elif before < -1:  # "seit November" is over
            weight = 1 / 30 if past else 10.0
        elif attributive:
            weight = 1 / 4 if past else 1.5
        elif past and tense < 0:
            weight = 1 / 3 if before > 0 else 1 / 30
        elif not past and tense > 0:
            weight = 1 / 4
        return days * weight

    return min(options, key=cost)


def value_of(anchor: dt.date, unit: str) -> str:
    """The TIMEX3 value of the unit in which a day lies."""
    if unit == "W":
        return calendar.week_value(anchor)
    if unit == "WE":
        return f"{calendar.week_value(anchor)}-WE"
    if unit == "M":
        return f"{anchor.year:04d}-{anchor.month:02d}"
    if unit == "Q":
        return f"{anchor.year:04d}-Q{(anchor.month + 2) // 3}"
    if unit == "H":
        return f"{anchor.year:04d}-H{(anchor.month + 5) // 6}"
    if unit == "Y":
        return f"{anchor.year:04d}"
    if unit == "DE":
        return f"{anchor.year // 10:03d}X"
    if unit == "CE":
        return f"{anchor.year // 100:02d}"
    return anchor.isoformat()


def moved(anchor: dt.date, unit: str, count: int) -> dt.date:
    try:
        if unit in ("D", "W", "WE"):
            return anchor + dt.timedelta(days=count * (1 if unit == "D" else 7))
        return calendar.add_months(anchor, count * _MONTHS[unit])
    except OverflowError:
        return dt.date.max if count > 0 else dt.date.min
