"""Normalisers of dates and times of day: with a day, weekday, month, season or year of their own."""

from __future__ import annotations

import datetime as dt
from typing import cast

from . import calendar
from .calendar import Interval
from .context import Context
from .models import Fields, Reading
from .values import DAY, dated, full_year, mod_of, nearest, unresolved


def date(fields: Fields, context: Context) -> Reading | None:
    """A date with at least a day or a month or a year, as far as the words give it."""
    month = int(fields["month"]) if "month" in fields else None
    number = int(fields["day"]) if "day" in fields else None
    if (month is not None and not 1 <= month <= 12) or (number is not None and not 1 <= number <= 31):
        return None
    year = full_year(fields, context)
    if year is not None and not 1 <= year <= 9999:
        return None
    if month is None and number is None:
        return dated(f"{year:04d}", fields) if year is not None else None
    if month is None:
        return None
    if year is None and context.published is None:
        if number is not None and number > calendar.month_end(2000, month).day:
            return None
        return unresolved(f"XXXX-{month:02d}" + (f"-{number:02d}" if number else ""), fields)
    if year is None:
        year = _year_told(month, context)
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
        year = nearest(options, context)[0].year
    if number is None:
        return dated(f"{year:04d}-{month:02d}", fields)
    found = calendar.day(year, month, number)
    return dated(found.isoformat(), fields) if found else None


_LONG_AGO = 2  # years from which on a story is no longer that of the day, unless it is told in one sentence


def _year_told(month: int, context: Context) -> int | None:
    """The year of the story in which a month without year stands, where that lies long ago and is told in the past."""
    told, published = context.told, context.published
    if told is None or published is None or published.year - told.year < (1 if context.told_here else _LONG_AGO):
        return None
    if context.before() > 0 or context.tense() >= (1 if context.told_here else 0):
        return None
    return told.year + (month < told.month)


def ancient(fields: Fields, context: Context) -> Reading | None:
    """A year of up to four digits of our era."""
    return dated(f"{int(fields['year']):04d}", fields)


def beforechrist(fields: Fields, context: Context) -> Reading | None:
    """A year before Christ, which the calendar does not have."""
    return Reading("DATE", f"BC{int(fields['bc']):04d}", mod_of(fields))


def weekday(fields: Fields, context: Context) -> Reading | None:
    """A weekday: the last one on or before the publication date, the next one where the text looks ahead."""
    wanted = int(fields["weekday"])
    if context.published is None:
        return unresolved(f"XXXX-WXX-{wanted}", fields)
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
        if not direction and context.coming is not None and published + dt.timedelta(days=ahead) >= context.coming:
            direction = 1
        found = published + dt.timedelta(days=ahead) if direction > 0 else published - dt.timedelta(days=back)
    return dated(found.isoformat(), fields)


def relday(fields: Fields, context: Context) -> Reading | None:
    """Today, yesterday, tomorrow ... counted from the publication date."""
    if context.published is None:
        return unresolved("XXXX-XX-XX", fields)
    return dated((context.published + int(fields["days"]) * DAY).isoformat(), fields)


def daypart(fields: Fields, context: Context) -> Reading | None:
    """A part of the day or a clock time without a date: of the day spoken of last, else of the publication."""
    anchor = context.recent or context.published
    if fields.get("by") == "previous":
        anchor = context.previous or context.published
    if anchor is None:
        return unresolved("XXXX-XX-XX", fields)
    if fields.get("midnight") == "after" and not _is_past_midnight(context):
        anchor += DAY
    return dated((anchor + int(fields.get("days", 0)) * DAY).isoformat(), fields)


def _is_past_midnight(context: Context) -> bool:
    """ "Since midnight" begins the day of the text, and so ends what was told of the evening before without a day."""
    before = context.before()
    return before < -1 or (context.recent is None and before < 2 and context.tense() < 0)


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
        return unresolved(f"XXXX-XX-{int(fields['day']):02d}", fields)
    months = (calendar.add_months(context.published, count) for count in (-1, 0, 1))
    days = [found for m in months if (found := calendar.day(m.year, m.month, int(fields["day"])))]
    days = [found for found in days if found.isoweekday() == int(fields["weekday"])]
    if not days:
        return None
    return dated(nearest([(found, found) for found in days], context)[0].isoformat(), fields)


def monthshift(fields: Fields, context: Context) -> Reading | None:
    """Last, this or next month by its name."""
    month, published = int(fields["month"]), context.published
    if published is None:
        return unresolved(f"XXXX-{month:02d}", fields)
    shift = int(fields["shift"])
    year = published.year
    if shift < 0 and month >= published.month:
        year -= 1
    elif shift > 0 and month <= published.month:
        year += 1
    return dated(f"{year:04d}-{month:02d}", fields)


def season(fields: Fields, context: Context) -> Reading | None:
    """Spring, summer, autumn, winter; the year of publication unless the text says another."""
    name = fields["season"]
    year = full_year(fields, context)
    published = context.published
    if year is None and published is None:
        return unresolved(f"XXXX-{name}", fields)
    if year is None and published is not None:
        now_year, now = calendar.season_of(published)
        this_year = now_year if name == "WI" and now == "WI" else published.year
        current = calendar.known_interval(f"{this_year:04d}-{name}")
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
    return dated(f"{year:04d}-{name}", fields)


def quarter(fields: Fields, context: Context) -> Reading | None:
    """A numbered quarter or half of a year."""
    number, letter = int(fields["nth"]), fields.get("letter", "Q")
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    year = full_year(fields, context)
    if year is None and context.published is None:
        return unresolved(f"XXXX-{letter}{number}", fields)
    if year is None:
        year = cast(dt.date, context.published).year
        span = calendar.known_interval(f"{year:04d}-{letter}{number}")
        if span[0] > cast(dt.date, context.published) and context.direction() < 0:
            year -= 1
    return dated(f"{year:04d}-{letter}{number}", fields)


def week(fields: Fields, context: Context) -> Reading | None:
    """A numbered week of the calendar."""
    number, year = int(fields["week"]), full_year(fields, context)
    if not 1 <= number <= 53:
        return None
    if year is None and context.published is None:
        return unresolved(f"XXXX-W{number:02d}", fields)
    year = year if year is not None else cast(dt.date, context.published).year
    value = f"{year:04d}-W{number:02d}"
    return dated(value, fields) if calendar.interval(value) else None


def decade(fields: Fields, context: Context) -> Reading | None:
    """The eighties, 1980er Jahre: 198X; of the last century unless that lies too far from the publication."""
    digits = fields["decade"]
    if len(digits) >= 4:
        return dated(f"{digits[:3]}X", fields)
    tens = int(digits) // 10
    if int(digits) % 10:
        return None
    if "century" in fields:
        return dated(f"{int(fields['century']) - 1:02d}{tens}X", fields)
    if "lastcentury" in fields and context.published:
        return dated(f"{context.published.year // 100 - 1:02d}{tens}X", fields)
    return dated(f"{'19' if tens >= 2 else '20'}{tens}X", fields)


def century(fields: Fields, context: Context) -> Reading | None:
    """The 20th century: 19."""
    number = int(fields["century"])
    if "era" in fields:
        return Reading("DATE", f"BC{number - 1:02d}", mod_of(fields)) if number else None
    return dated(f"{number - 1:02d}", fields) if 1 <= number <= 30 else None


def holiday(fields: Fields, context: Context) -> Reading | None:
    """A feast, in the year nearest to the publication, or that the text says."""
    rule, days = fields["holiday"], int(fields.get("days", 0))
    year = full_year(fields, context)
    if year is None and context.published is None:
        return unresolved(f"XXXX-{rule}" if rule[:2].isdigit() else "XXXX-XX-XX", fields)
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
                else (nearest([(o, o) for o in options], context)[0])
            )
        else:
            chosen = calendar.holiday(rule, year)
    except (ValueError, OverflowError):
        return None
    return dated((chosen + days * DAY).isoformat(), fields)
