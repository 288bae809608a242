"""When and how much: time expressions (TIMEX3) and figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from .base import Mention, Record
from .vocabulary import FigureKind, FigureModifier, TimeMod, TimeType


class TimeExpression(Record):
    """A temporal expression with its TIMEX3 type and value.

    `start` and `end` are the first and last day covered, None where the value does not settle them.
    `resolved` is False where the expression needs a publication date and there is none.
    """

    id: str
    mention: Mention
    type: TimeType
    value: str
    mod: TimeMod | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    resolved: bool = True
    rule: str | None = None


class Figure(Record):
    """A number of something.

    Money is in full units of `currency` (ISO 4217), percent as 62 for 62 %, a fraction as 0.3333.
    """

    id: str
    mention: Mention
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: FigureModifier = "exact"
    kind: FigureKind
    unit: str | None = None
    unit_text: str | None = None
    currency: str | None = None
    of: str | None = None
    time: str | None = None
    rule: str | None = None
