"""Normalisers of lengths of time, of what recurs, and of periods counted from another date."""

from __future__ import annotations

import re
from decimal import Decimal

from . import calendar
from .context import Context
from .dates import date
from .models import Fields, Reading
from .values import UNKNOWN, clock_of, dated, mod_of, moved, unresolved, value_of

_CODES = {"TS": "PT{}S", "TM": "PT{}M", "TH": "PT{}H", "D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y"}
_OWN_VALUE = re.compile(r"(?P<head>PT?)(?P<count>[0-9]+)(?P<code>[A-Z]+)")
_TENFOLD = {"Q": ("M", 3), "H": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100), "MI": ("Y", 1000), "WE": ("D", 2)}


def period(fields: Fields, context: Context) -> Reading | None:
    """This, last or next day, week, month, quarter, half, year; `by` says what it is counted from."""
    unit, shift = fields["unit"], int(fields.get("shift", 0))
    anchor = context.published
    if fields.get("by") == "previous" or (unit == "D" and "by" not in fields):
        anchor = (context.previous if unit == "D" else context.previous_any) or context.published
    if unit not in UNKNOWN:
        return duration({**fields, "num": "1"}, context)
    if anchor is None:
        return unresolved(UNKNOWN[unit], fields)
    if unit == "WE" and "shift" not in fields:
        tense = context.direction()
        shift = -1 if anchor.weekday() < 5 and tense <= 0 else 0
    elif unit == "WE" and shift == 1 and anchor.weekday() < 5:
        shift = 0  # the coming weekend is that of this week
    value = value_of(moved(anchor, unit, shift), unit)
    if "nth" in fields:  # the first week of this month, the second half of last year
        return inside_of(value, fields)
    return dated(value, fields)


def inside_of(value: str, fields: Fields) -> Reading | None:
    """The nth or last week, quarter, half or day of a longer period."""
    span = calendar.interval(value)
    if span is None:
        return None
    nth, inner = int(fields["nth"]), fields["inner"]
    anchor = span[0] if nth > 0 else span[1]
    steps = nth - 1 if nth > 0 else nth + 1
    if inner == "H" and len(value) != 4:  # the first half of a month has no value of its own
        return dated(value, {**fields, "mod": "START" if nth == 1 else "END"})
    return dated(value_of(moved(anchor, inner, steps), inner), fields)


def inside(fields: Fields, context: Context) -> Reading | None:
    """The second half of 2022, the third week of May."""
    outer = date({k: v for k, v in fields.items() if k in ("year", "month", "yearshift")}, context)
    if outer is None or "X" in outer.value:
        return outer
    return inside_of(outer.value, fields)


def nthweekday(fields: Fields, context: Context) -> Reading | None:
    """The third Sunday in May."""
    month = date({name: value for name, value in fields.items() if name in ("month", "year")}, context)
    if month is None or month.start is None:
        return month
    found = calendar.nth_weekday(month.start.year, month.start.month, int(fields["weekday"]) - 1, int(fields["nth"]))
    return dated(found.isoformat(), fields) if found.month == month.start.month else None


def insidemonth(fields: Fields, context: Context) -> Reading | None:
    """The first half, week or day of a month."""
    month = date({name: value for name, value in fields.items() if name in ("month", "year", "yearshift")}, context)
    if month is None or "X" in month.value:
        return month
    if "inner" not in fields or fields["inner"] == "H":
        return dated(month.value, {**fields, "mod": "START" if fields["nth"] == "1" else "END"})
    return inside_of(month.value, fields)


def _number(fields: Fields) -> Decimal | None:
    """The number before a unit; None where it is vague ("einige")."""
    digits = fields.get("num")
    scale = Decimal(fields.get("scale", "1"))
    if digits is not None and fields.get("grouped"):
        return Decimal(re.sub(r"[^0-9]", "", digits)) * scale
    if digits is not None:
        return Decimal(digits.replace(",", ".")) * scale
    word = fields.get("numword", "1")
    return None if word == "X" else Decimal(word) * scale


def _in_unit(number: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    if unit in _TENFOLD:
        base, times = _TENFOLD[unit]
        return (number * times if number is not None else None), base
    return number, unit


def _written(number: Decimal | None) -> str:
    return "X" if number is None else f"{number.normalize():f}"


def _length(number: Decimal | None, unit: str) -> str:
    """The TIMEX3 value of a duration.

    >>> _length(Decimal("0.5"), "Y"), _length(Decimal("2.5"), "TH"), _length(None, "DE")
    ('P6M', 'PT2.5H', 'PXY')
    """
    if unit.startswith("P"):  # "Viertelstunde", "fortnight": the word has its own value
        return unit if number is None or number == 1 else _repeated(unit, number)
    number, unit = _in_unit(number, unit)
    if number is not None and number < 1 and unit in ("Y", "TH", "D"):
        finer, times = {"Y": ("M", 12), "TH": ("TM", 60), "D": ("TH", 24)}[unit]
        if (number * times) == (number * times).to_integral_value():
            number, unit = number * times, finer
    return _CODES[unit].format(_written(number))


def _repeated(unit: str, number: Decimal) -> str:
    """A value of its own ("P3M" of a quarter of a year) that many times."""
    match = _OWN_VALUE.fullmatch(unit)
    if match is None:
        return unit
    return f"{match['head']}{_written(Decimal(match['count']) * number)}{match['code']}"


def duration(fields: Fields, context: Context) -> Reading | None:
    """A length of time."""
    number = _number(fields)
    if "half" in fields and number is not None:
        number += Decimal(fields["half"])
    return Reading("DURATION", _length(number, fields["unit"]), mod_of(fields))


def stopwatch(fields: Fields, context: Context) -> Reading | None:
    """A time taken: 2:11:24 hours, 3:07,5 minutes."""
    parts = [(name, fields.get(name)) for name in ("hours", "minutes", "seconds")]
    seconds = f".{fields['fraction']}" if "fraction" in fields else ""
    value = "".join(f"{int(digits)}{name[0].upper()}" for name, digits in parts if digits is not None)
    if seconds:
        value = value.removesuffix("S") + seconds + "S"
    return Reading("DURATION", f"PT{value}", mod_of(fields))


def every(fields: Fields, context: Context) -> Reading | None:
    """Something that recurs: every two years, daily, on Mondays."""
    if "value" in fields:
        return Reading("SET", fields["value"], mod_of(fields))
    if "weekday" in fields:
        return Reading("SET", f"XXXX-WXX-{fields['weekday']}" + (clock_of(fields) or ""), mod_of(fields))
    if "month" in fields:
        day_part = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return Reading("SET", f"XXXX-{int(fields['month']):02d}{day_part}")
    if "season" in fields:
        return Reading("SET", f"XXXX-{fields['season']}")
    if "daypart" in fields:
        return Reading("SET", f"XXXX-XX-XXT{fields['daypart']}")
    return Reading("SET", _length(_number(fields), fields["unit"]), mod_of(fields))


def offset(fields: Fields, context: Context) -> Reading | None:
    """Three years ago, in two weeks, two days later: a date as precise as the unit counted in."""
    number, unit = _number(fields), fields["unit"]
    if fields.get("half"):
        number = (number or Decimal(0)) + Decimal(fields["half"])
    sign = int(fields["sign"])
    if number is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", mod_of(fields))
    anchor = context.published
    if fields.get("by") == "previous":
        anchor = (context.previous if unit in ("D", "W") else context.previous_any) or context.published
    if unit.startswith(("T", "PT")):
        if anchor is None:
            return Reading("TIME", "XXXX-XX-XXTXX:XX", mod_of(fields), resolved=False)
        return Reading("TIME", f"{anchor.isoformat()}TXX:XX", mod_of(fields), anchor, anchor)
    if (own := _OWN_VALUE.fullmatch(unit)) is not None:
        number, unit = number * Decimal(own["count"]), {"NI": "D"}.get(own["code"], own["code"])
    if number != number.to_integral_value():
        finer, times = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("D", 1), "H": ("M", 6)}.get(
            unit, (unit, 1)
        )
        number, unit = number * times, finer
    if unit in _TENFOLD and unit != "WE":
        base, times = _TENFOLD[unit]
        number, unit = number * times, base
    if anchor is None:
        return unresolved(UNKNOWN[unit], fields)
    count = int(min(number, Decimal(10_000)))
    return dated(value_of(moved(anchor, unit, sign * count), unit), fields)


def ref(fields: Fields, context: Context) -> Reading | None:
    """Now, in the past, soon."""
    return Reading("DATE", fields["value"], mod_of(fields))
