"""The calendar: intervals of TIMEX3 values, weeks, seasons and the feasts that move with Easter."""

from __future__ import annotations

import datetime as dt
import re

Interval = tuple[dt.date, dt.date]
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS = tuple(_SEASON_MONTHS)
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?|-W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?"
    r"|-(?P<season>SP|SU|FA|WI)|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?"
)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Meeus/Jones/Butcher).

    >>> easter(2016)
    datetime.date(2016, 3, 27)
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The nth weekday (Monday is 0) of a month, counted from its end for a negative n.

    >>> nth_weekday(2016, 11, 3, 4)
    datetime.date(2016, 11, 24)
    """
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = month_end(year, month)
    return last - dt.timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))


def holiday(rule: str, year: int) -> dt.date:
    """The day of a feast: `12-25`, `easter+1`, `advent+7` (days after the first Sunday of Advent), `nth:11:3:4`.

    >>> holiday("easter+49", 2016)
    datetime.date(2016, 5, 15)
    """
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(days=int(rule[6:] or 0))
    if rule.startswith("advent"):
        christmas = dt.date(year, 12, 25)
        fourth = christmas - dt.timedelta(days=christmas.weekday() + 1)
        return fourth - dt.timedelta(days=21) + dt.timedelta(days=int(rule[6:] or 0))
    if rule.startswith("nth:"):
        month, weekday, nth = (int(part) for part in rule[4:].split(":"))
        return nth_weekday(year, month, weekday, nth)
    return dt.date(year, int(rule[:2]), int(rule[3:]))


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return (dt.date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else dt.date.max) - (
        dt.timedelta(days=1) if (year, month) < (9999, 12) else dt.timedelta(0)
    )


def day(year: int, month: int, number: int) -> dt.date | None:
    """The date, None where there is no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day some months on, or the last day of that month."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return dt.date(year, month + 1, min(date.day, month_end(year, month + 1).day))


def week_value(date: dt.date) -> str:
    """The ISO week of a day, as TIMEX3 writes it.

    >>> week_value(dt.date(2016, 1, 1))
    '2015-W53'
    """
    year, week, _ = date.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_of(date: dt.date) -> tuple[int, str]:
    """Year and season of a day; the winter has the year it begins in."""
    if date.month <= 2:
        return date.year - 1, "WI"
    return date.year, SEASONS[date.month // 3 - 1]


def interval(value: str) -> Interval | None:
    """First and last day of a TIMEX3 value, None where it has X or is no date.

    >>> interval("2015-W38")
    (datetime.date(2015, 9, 14), datetime.date(2015, 9, 20))
    >>> interval("201")[0], interval("PRESENT_REF")
    (datetime.date(2010, 1, 1), None)
    """
    try:
        return _interval(value)
    except (ValueError, OverflowError):
        return None


def known_interval(value: str) -> Interval:
    """First and last day of a value that has them.

    Raises:
        ValueError: the value lies outside the calendar.
    """
    found = interval(value)
    if found is None:
        raise ValueError(f"{value} is outside the calendar")
    return found


def _interval(value: str) -> Interval | None:
    value = value.removesuffix("X") if re.fullmatch(r"\d{3}X", value) else value
    if re.fullmatch(r"\d{3}", value):
        return dt.date(int(value) * 10, 1, 1), dt.date(int(value) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d{2}", value):
        return dt.date(int(value) * 100 or 1, 1, 1), dt.date(int(value) * 100 + 99, 12, 31)
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year = int(match["year"])
    if match["day"]:
        first = last = dt.date(year, int(match["month"]), int(match["day"]))
    elif match["month"]:
        first, last = dt.date(year, int(match["month"]), 1), month_end(year, int(match["month"]))
    elif match["week"]:
        first = dt.date.fromisocalendar(year, int(match["week"]), 1)
        last = first + dt.timedelta(days=6)
        if match["weekday"] == "WE":
            first = first + dt.timedelta(days=5)
        elif match["weekday"]:
            first = last = first + dt.timedelta(days=int(match["weekday"]) - 1)
    elif match["season"]:
        first = dt.date(year, _SEASON_MONTHS[match["season"]], 1)
        last = month_end((after := add_months(first, 2)).year, after.month)
    elif match["quarter"] or match["half"]:
        length = 3 if match["quarter"] else 6
        first = dt.date(year, (int(match["quarter"] or match["half"]) - 1) * length + 1, 1)
        last = month_end(year, first.month + length - 1)
    else:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    return first, last


def portion(span: Interval, mod: str | None) -> Interval:
    """The first, middle or last third of an interval for START, MID and END."""
    if mod not in ("START", "MID", "END"):
        return span
    first, last = span
    days = (last - first).days + 1
    if days < 3:
        return span
    third = dt.timedelta(days=days // 3)
    if mod == "START":
        return first, first + third - dt.timedelta(days=1)
    if mod == "END":
        return last - third + dt.timedelta(days=1), last
    return first + third, last - third
