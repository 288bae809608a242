"""The normalisers that rules name: each turns the fields of an expression into a TIMEX3 reading, or None where the
words make no time ("31. Februar")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import cast

from coalition_nlp.records.vocabulary import TimeMod

from . import calendar
from .calendar import Interval
from .context import Context
from .models import Fields, Reading

Normaliser = Callable[[Fields, Context], Reading | None]
_DAY = dt.timedelta(days=1)
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_CODES = {"TS": "PT{}S", "TM": "PT{}M", "TH": "PT{}H", "D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y"}
_TENFOLD = {"Q": ("M", 3), "H": ("M", 6), "DE": ("Y", 10), "CE": ("Y", 100), "MI": ("Y", 1000), "WE": ("D", 2)}


def _mod(fields: Fields) -> TimeMod | None:
    return cast("TimeMod | None", fields.get("portion") or fields.get("mod"))


def _clock(fields: Fields) -> str | None:
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


def _dated(value: str, fields: Fields, *, resolved: bool = True) -> Reading | None:
    """A reading of a date value with the time of day and the portion its words add."""
    clock = _clock(fields)
    if clock is None:
        return None
    span = calendar.interval(value)
    if "nightbefore" in fields and span is not None:
        value = (span[0] - _DAY).isoformat()
        span = calendar.interval(value)
    if clock == "T24:00" and span is not None:
        value, clock = (span[0] + _DAY).isoformat(), "T00:00"
    mod = _mod(fields)
    start, end = calendar.portion(span, mod) if span else (None, None)
    return Reading("TIME" if clock else "DATE", value + clock, mod, start, end, resolved)


def _unresolved(value: str, fields: Fields) -> Reading | None:
    return _dated(value, fields, resolved=False)


def _full_year(fields: Fields, context: Context) -> int | None:
    """The year the words give, in two or four digits or as "vergangenen Jahres"."""
    year = fields.get("year")
    if year is None:
        if "yearshift" in fields and context.published:
            return context.published.year + int(fields["yearshift"])
        return None
    if len(year) == 2:
        pivot = (context.published or dt.date(2025, 1, 1)).year % 100 + 15
        return (1900 if int(year) > pivot else 2000) + int(year)
    return int(year)


def _nearest(options: list[Interval], context: Context) -> Interval:
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
        if before < -1:  # "seit November" is over
            weight = 1 / 30 if past else 10.0
        elif attributive:
            weight = 1 / 4 if past else 1.5
        elif past and tense < 0:
            weight = 1 / 3 if before > 0 else 1 / 30
        elif not past and tense > 0:
            weight = 1 / 4
        return days * weight

    return min(options, key=cost)


def date(fields: Fields, context: Context) -> Reading | None:
    """A date with at least a day or a month or a year, as far as the words give it."""
    month = int(fields["month"]) if "month" in fields else None
    number = int(fields["day"]) if "day" in fields else None
    if (month is not None and not 1 <= month <= 12) or (number is not None and not 1 <= number <= 31):
        return None
    year = _full_year(fields, context)
    if year is not None and not 1 <= year <= 9999:
        return None
    if month is None and number is None:
        return _dated(f"{year:04d}", fields) if year is not None else None
    if month is None:
        return None
    if year is None and context.published is None:
        if number is not None and number > calendar.month_end(2000, month).day:
            return None
        return _unresolved(f"XXXX-{month:02d}" + (f"-{number:02d}" if number else ""), fields)
    if year is None:
        options: list[Interval] = []
        base = cast(dt.date, context.published).year
        for candidate in (base - 1, base, base + 1):
            if not 1 <= candidate <= 9999:
                continue
            if number is None:
                options.append((dt.date(candidate, month, 1), calendar.month_end(candidate, month)))
            elif found := calendar.day(candidate, month, number):
                options.append((found, found))
        if not options:
            return None
        year = _nearest(options, context)[0].year
    if number is None:
        return _dated(f"{year:04d}-{month:02d}", fields)
    found = calendar.day(year, month, number)
    return _dated(found.isoformat(), fields) if found else None


def weekday(fields: Fields, context: Context) -> Reading | None:
    """A weekday: the last one on or before the publication date, the next one where the text looks ahead."""
    wanted = int(fields["weekday"])
    if context.published is None:
        return _unresolved(f"XXXX-WXX-{wanted}", fields)
    published = context.published
    back = (published.isoweekday() - wanted) % 7
    ahead = (wanted - published.isoweekday()) % 7
    shift = fields.get("shift")
    if context.apposed is not None and context.apposed.isoweekday() == wanted:
        found = context.apposed
    elif "weekshift" in fields:
        monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(weeks=int(fields["weekshift"]))
        found = monday + dt.timedelta(days=wanted - 1)
    elif shift == "-1":
        found = published - dt.timedelta(days=back or 7)
    elif shift == "1":
        found = published + dt.timedelta(days=ahead or 7)
    elif context.week is not None:
        found = context.week[0] + dt.timedelta(days=wanted - 1)
    else:
        direction = context.direction()
        if shift == "0" and back and ahead:
            direction = direction or 1
        found = published + dt.timedelta(days=ahead) if direction > 0 else published - dt.timedelta(days=back)
    return _dated(found.isoformat(), fields)


def relday(fields: Fields, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow ... counted from the publication date."""
    if context.published is None:
        return _unresolved("XXXX-XX-XX", fields)
    return _dated((context.published + int(fields["days"]) * _DAY).isoformat(), fields)


def daypart(fields: Fields, context: Context) -> Reading | None:
    """A part of the day or a clock time without a date: of the day spoken of last, else of the publication."""
    anchor = context.recent or context.published
    if fields.get("by") == "previous":
        anchor = context.previous or context.published
    if anchor is None:
        return _unresolved("XXXX-XX-XX", fields)
    if fields.get("midnight") == "after" and anchor:
        anchor += _DAY
    return _dated((anchor + int(fields.get("days", 0)) * _DAY).isoformat(), fields)


def _value_of(anchor: dt.date, unit: str) -> str:
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


_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX",
    "Y": "XXXX", "DE": "XXXX", "CE": "XX",
}  # fmt: skip


def _moved(anchor: dt.date, unit: str, count: int) -> dt.date:
    try:
        if unit in ("D", "W", "WE"):
            return anchor + dt.timedelta(days=count * (1 if unit == "D" else 7))
        return calendar.add_months(anchor, count * _MONTHS[unit])
    except OverflowError:
        return dt.date.max if count > 0 else dt.date.min


def period(fields: Fields, context: Context) -> Reading | None:
    """This, last or next day, week, month, quarter, half, year; `by` says what it is counted from."""
    unit, shift = fields["unit"], int(fields.get("shift", 0))
    anchor = context.published
    if fields.get("by") == "previous" or (unit == "D" and "by" not in fields):
        anchor = (context.previous if unit == "D" else context.previous_any) or context.published
    if unit not in _UNKNOWN:
        return duration({**fields, "num": "1"}, context)
    if anchor is None:
        return _unresolved(_UNKNOWN[unit], fields)
    if unit == "WE" and "shift" not in fields:
        tense = context.direction()
        shift = -1 if anchor.weekday() < 5 and tense <= 0 else 0
    elif unit == "WE" and shift == 1 and anchor.weekday() < 5:
        shift = 0  # the coming weekend is that of this week
    value = _value_of(_moved(anchor, unit, shift), unit)
    if "nth" in fields:  # the first week of this month, the second half of last year
        return _inside(value, fields)
    return _dated(value, fields)


def _inside(value: str, fields: Fields) -> Reading | None:
    """The nth or last week, quarter, half or day of a longer period."""
    span = calendar.interval(value)
    if span is None:
        return None
    nth, inner = int(fields["nth"]), fields["inner"]
    anchor = span[0] if nth > 0 else span[1]
    steps = nth - 1 if nth > 0 else nth + 1
    if inner == "H" and len(value) != 4:  # the first half of a month has no value of its own
        return _dated(value, {**fields, "mod": "START" if nth == 1 else "END"})
    return _dated(_value_of(_moved(anchor, inner, steps), inner), fields)


def inside(fields: Fields, context: Context) -> Reading | None:
    """The second half of 2022, the third week of May."""
    outer = date({k: v for k, v in fields.items() if k in ("year", "month", "yearshift")}, context)
    if outer is None or "X" in outer.value:
        return outer
    return _inside(outer.value, fields)


def _number(fields: Fields) -> Decimal | None:
    """The number before a unit; None where it is vague ("einige")."""
    digits = fields.get("num")
    if digits is not None:
        return Decimal(digits.replace(",", "."))
    word = fields.get("numword", "1")
    return None if word == "X" else Decimal(word)


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
    ('P6M', 'PT2.5H', 'PXDE')
    """
    if number is None and unit in ("DE", "CE"):
        return f"PX{unit}"
    if unit.startswith("P"):  # "Viertelstunde", "fortnight": the word has its own value
        return unit if number is None or number == 1 else _repeated(unit, number)
    number, unit = _in_unit(number, unit)
    if number is not None and number < 1 and unit in ("Y", "TH", "D"):
        finer, times = {"Y": ("M", 12), "TH": ("TM", 60), "D": ("TH", 24)}[unit]
        if (number * times) == (number * times).to_integral_value():
            number, unit = number * times, finer
    return _CODES[unit].format(_written(number))


def _repeated(unit: str, number: Decimal) -> str:
    head, digits, code = unit[: 2 if "T" in unit else 1], unit[2 if "T" in unit else 1 : -1], unit[-1]
    return f"{head}{_written(Decimal(digits) * number)}{code}"


def duration(fields: Fields, context: Context) -> Reading | None:
    """A length of time."""
    number = _number(fields)
    if "half" in fields and number is not None:
        number += Decimal(fields["half"])
    return Reading("DURATION", _length(number, fields["unit"]), _mod(fields))


def every(fields: Fields, context: Context) -> Reading | None:
    """Something that recurs: every two years, daily, on Mondays."""
    if "weekday" in fields:
        return Reading("SET", f"XXXX-WXX-{fields['weekday']}" + (_clock(fields) or ""), _mod(fields))
    if "month" in fields:
        day_part = f"-{int(fields['day']):02d}" if "day" in fields else ""
        return Reading("SET", f"XXXX-{int(fields['month']):02d}{day_part}")
    if "season" in fields:
        return Reading("SET", f"XXXX-{fields['season']}")
    if "daypart" in fields:
        return Reading("SET", f"XXXX-XX-XXT{fields['daypart']}")
    return Reading("SET", _length(_number(fields), fields["unit"]), _mod(fields))


def offset(fields: Fields, context: Context) -> Reading | None:
    """Three years ago, in two weeks, two days later: a date as precise as the unit counted in."""
    number, unit = _number(fields), fields["unit"]
    if fields.get("half"):
        number = (number or Decimal(0)) + Decimal(fields["half"])
    sign = int(fields["sign"])
    if number is None:
        if fields.get("by") == "previous":
            return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", _mod(fields))
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", _mod(fields))
    anchor = context.published
    if fields.get("by") == "previous":
        anchor = (context.previous if unit in ("D", "W") else context.previous_any) or context.published
    if unit.startswith(("T", "PT")):
        if anchor is None:
            return Reading("TIME", "XXXX-XX-XXTXX:XX", _mod(fields), resolved=False)
        return Reading("TIME", f"{anchor.isoformat()}TXX:XX", _mod(fields), anchor, anchor)
    if unit.startswith("P"):
        number, unit = number * Decimal(unit[1:-1]), unit[-1]
    if number != number.to_integral_value():
        finer, times = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("D", 1), "H": ("M", 6)}.get(
            unit, (unit, 1)
        )
        number, unit = number * times, finer
    if unit in _TENFOLD and unit != "WE":
        base, times = _TENFOLD[unit]
        number, unit = number * times, base
    if anchor is None:
        return _unresolved(_UNKNOWN[unit], fields)
    count = int(min(number, Decimal(10_000)))
    return _dated(_value_of(_moved(anchor, unit, sign * count), unit), fields)


def slashed(fields: Fields, context: Context) -> Reading | None:
    """9/16/2014 and 16/9/2014: the month first, as Americans write, where that can be."""
    first, second = fields["first"], fields["second"]
    month, day = (second, first) if int(first) > 12 else (first, second)
    return date({**fields, "month": month, "day": day}, context)


def clockword(fields: Fields, context: Context) -> Reading | None:
    """A time of day in words: half past three, Viertel vor acht."""
    part = fields.get("quarter", "")
    minutes = {"half": -30, "halfpast": 30, "after": 15, "before": -15, "threequarters": -15}.get(part, 0)
    return daypart({**fields, "minutes": str(minutes)}, context)


def dayofmonth(fields: Fields, context: Context) -> Reading | None:
    """A weekday with the day of a month that the text leaves out: the nearest that fits."""
    if context.published is None:
        return _unresolved(f"XXXX-XX-{int(fields['day']):02d}", fields)
    months = (calendar.add_months(context.published, count) for count in (-1, 0, 1))
    days = [found for m in months if (found := calendar.day(m.year, m.month, int(fields["day"])))]
    days = [found for found in days if found.isoweekday() == int(fields["weekday"])]
    if not days:
        return None
    return _dated(_nearest([(found, found) for found in days], context)[0].isoformat(), fields)


def monthshift(fields: Fields, context: Context) -> Reading | None:
    """Last, this or next month by its name."""
    month, published = int(fields["month"]), context.published
    if published is None:
        return _unresolved(f"XXXX-{month:02d}", fields)
    shift = int(fields["shift"])
    year = published.year
    if shift < 0 and month >= published.month:
        year -= 1
    elif shift > 0 and month <= published.month:
        year += 1
    return _dated(f"{year:04d}-{month:02d}", fields)


def insidemonth(fields: Fields, context: Context) -> Reading | None:
    """The first half, week or day of a month."""
    month = date({name: value for name, value in fields.items() if name in ("month", "year", "yearshift")}, context)
    if month is None or "X" in month.value:
        return month
    if "inner" not in fields or fields["inner"] == "H":
        return _dated(month.value, {**fields, "mod": "START" if fields["nth"] == "1" else "END"})
    return _inside(month.value, fields)


def ref(fields: Fields, context: Context) -> Reading | None:
    """Now, in the past, soon."""
    return Reading("DATE", fields["value"], _mod(fields))


def season(fields: Fields, context: Context) -> Reading | None:
    """Spring, summer, autumn, winter; the year of publication unless the text says another."""
    name = fields["season"]
    year = _full_year(fields, context)
    published = context.published
    if year is None and published is None:
        return _unresolved(f"XXXX-{name}", fields)
    if year is None and published is not None:
        now_year, now = calendar.season_of(published)
        this_year = now_year if name == "WI" and now == "WI" else published.year
        current = cast(Interval, calendar.interval(f"{this_year:04d}-{name}"))
        shift = fields.get("shift")
        if shift == "-1":
            year = this_year if current[1] < published else this_year - 1
        elif shift == "1":
            year = this_year if current[0] > published else this_year + 1
        elif shift == "0":
            year = this_year
        else:
            direction = context.direction()
            year = this_year - 1 if direction < 0 and current[0] > published else this_year
            year = this_year + 1 if direction > 0 and current[1] < published else year
    return _dated(f"{year:04d}-{name}", fields)


def quarter(fields: Fields, context: Context) -> Reading | None:
    """A numbered quarter or half of a year."""
    number, letter = int(fields["nth"]), fields.get("letter", "Q")
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    year = _full_year(fields, context)
    if year is None and context.published is None:
        return _unresolved(f"XXXX-{letter}{number}", fields)
    if year is None:
        year = cast(dt.date, context.published).year
        span = cast(Interval, calendar.interval(f"{year:04d}-{letter}{number}"))
        if span[0] > cast(dt.date, context.published) and context.direction() < 0:
            year -= 1
    return _dated(f"{year:04d}-{letter}{number}", fields)


def week(fields: Fields, context: Context) -> Reading | None:
    """A numbered week of the calendar."""
    number, year = int(fields["week"]), _full_year(fields, context)
    if not 1 <= number <= 53:
        return None
    if year is None and context.published is None:
        return _unresolved(f"XXXX-W{number:02d}", fields)
    year = year if year is not None else cast(dt.date, context.published).year
    value = f"{year:04d}-W{number:02d}"
    return _dated(value, fields) if calendar.interval(value) else None


def decade(fields: Fields, context: Context) -> Reading | None:
    """The eighties, 1980er Jahre: 198X; of the last century unless that lies too far from the publication."""
    digits = fields["decade"]
    if len(digits) >= 4:
        return _dated(f"{digits[:3]}X", fields)
    tens = int(digits) // 10
    if int(digits) % 10:
        return None
    return _dated(f"{'19' if tens >= 2 else '20'}{tens}X", fields)


def century(fields: Fields, context: Context) -> Reading | None:
    """The 20th century: 19."""
    number = int(fields["century"])
    return _dated(f"{number - 1:02d}", fields) if 1 <= number <= 30 else None


def holiday(fields: Fields, context: Context) -> Reading | None:
    """A feast, in the year nearest to the publication, or that the text says."""
    rule, days = fields["holiday"], int(fields.get("days", 0))
    year = _full_year(fields, context)
    if year is None and context.published is None:
        return _unresolved(f"XXXX-{rule}" if rule[:2].isdigit() else "XXXX-XX-XX", fields)
    try:
        if year is None:
            published = cast(dt.date, context.published)
            options = [calendar.holiday(rule, y) for y in (published.year - 1, published.year, published.year + 1)]
            shift = fields.get("shift")
            if shift == "-1":
                options = [o for o in options if o < published]
            elif shift == "1":
                options = [o for o in options if o > published]
            elif shift == "0":
                options = [options[1]]
            chosen = (
                options[-1]
                if shift == "-1"
                else options[0]
                if shift == "1"
                else (_nearest([(o, o) for o in options], context)[0])
            )
        else:
            chosen = calendar.holiday(rule, year)
    except (ValueError, OverflowError):
        return None
    return _dated((chosen + days * _DAY).isoformat(), fields)


NORMALISERS: dict[str, Normaliser] = {
    function.__name__: function
    for function in (
        date, weekday, relday, daypart, period, inside, duration, every, offset, ref, season, quarter, week, decade,
        century, holiday, clockword, slashed, dayofmonth, monthshift, insidemonth,
    )
}  # fmt: skip
