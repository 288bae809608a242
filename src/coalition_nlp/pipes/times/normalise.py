"""The normalisers that rules name: each turns the fields of an expression into a TIMEX3 reading, or None where the
words make no time ("31. Februar")."""

from __future__ import annotations

from collections.abc import Callable

from . import dates, lengths
from .context import Context
from .models import Fields, Reading

Normaliser = Callable[[Fields, Context], Reading | None]

NORMALISERS: dict[str, Normaliser] = {
    function.__name__: function
    for function in (
        dates.date, dates.weekday, dates.relday, dates.daypart, dates.slashed, dates.clockword, dates.dayofmonth,
        dates.monthshift, dates.ancient, dates.beforechrist, dates.season, dates.quarter, dates.week, dates.decade,
        dates.century, dates.holiday, lengths.period, lengths.inside, lengths.insidemonth, lengths.nthweekday,
        lengths.duration, lengths.stopwatch, lengths.every, lengths.offset, lengths.ref,
    )
}  # fmt: skip
