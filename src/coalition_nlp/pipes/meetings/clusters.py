"""A meeting in the making: what its mentions say together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from coalition_nlp.knowledge.places import fold
from coalition_nlp.pipes.base import Fact

from .models import Candidate, Named, Where

# kinds that may be one meeting: the first of a family is the general one
FAMILIES = {
    "talks": "meeting", "ministerial": "meeting", "summit": "meeting", "conference": "meeting", "other": "meeting",
    "press_conference": "press", "visit": "visit", "call": "call", "signing": "signing",
}  # fmt: skip
_SPECIFIC = ("summit", "ministerial", "conference", "signing", "press_conference", "call", "visit", "other", "talks")


@dataclass(slots=True, eq=False)
class Cluster:
    """One meeting in the making."""

    candidates: list[Candidate]
    start: dt.date | None = None
    end: dt.date | None = None
    value: str | None = None
    where: Where | None = None
    people: dict[tuple[str, str], tuple[Named, str]] = field(default_factory=dict)
    represented: dict[tuple[str, str], Named] = field(default_factory=dict)
    host: Named | None = None
    group: str | None = None
    moved: tuple[dt.date, dt.date] | None = None
    statuses: list[str] = field(default_factory=list)
    hybrid: bool = False
    whole: bool = False  # first and last day are known, no single day of it narrows them
    last: int = -1  # index of the last sentence it is spoken of
    title_only: bool = True  # named in the title only
    virtual: bool = False  # a mention says it was held by video or telephone
    kind: str = _SPECIFIC[-1]  # the most specific of its mentions
    partners: frozenset[tuple[str, str]] = frozenset()  # the persons somebody met with
    rules: set[str] = field(default_factory=set)
    _own: set[int] = field(default_factory=set)

    @property
    def family(self) -> str:
        """Which kinds it may be joined with."""
        return FAMILIES[self.candidates[0].kind]

    def persons(self) -> set[tuple[str, str]]:
        """Keys of the persons who take part."""
        return {key for key in self.people if key[0] == "person"}

    def has(self, candidate: Candidate) -> bool:
        """Whether a mention is one of its own."""
        return id(candidate) in self._own

    def add(self, candidate: Candidate) -> None:
        """Take in a mention; what is known already stays."""
        if not self.has(candidate):
            self.candidates.append(candidate)
            self._own.add(id(candidate))
            self.rules.add(candidate.rule)
            self.kind = min(self.kind, candidate.kind, key=_SPECIFIC.index)
            self.partners |= candidate.partners
            self.last = max(self.last, candidate.sentence.index)
            self.title_only = self.title_only and candidate.sentence.kind == "title"
            self.virtual = self.virtual or candidate.explicit_virtual
        self.moved = self.moved or candidate.moved
        start, end, value = dates(candidate)
        if candidate.moved is not None and self.start is not None and overlap(self.start, self.end, *candidate.moved):
            self.moved = None  # told of its new day before: what is said of the old one is past
            return
        if start is not None and self.moved is not None and overlap(start, end, *self.moved):
            start, end, value = None, None, None  # told of its new day
        if start is not None and end == start and candidate.days > 1:
            span = dt.timedelta(days=candidate.days - 1)
            if candidate.ends:
                start, value = start - span, None
            elif candidate.begins:
                end, value = start + span, None
            if self.start is None or (start <= self.start and (self.end or self.start) <= (end or start)):
                self.start, self.end, self.value = start, end, value
                self.whole = candidate.ends or candidate.begins
        if start is not None and self.start is not None and abs((self.start - start).days) == 7:
            self.start, self.end, self.value = (start, end, value)  # after a weekday in the title
        if start is not None and self.start is not None and candidate.begins and start < self.start:
            self.start, self.end, self.value = start, self.end or self.start, None
        elif start is not None and (
            self.start is None or not self.whole and _narrower(start, end, self.start, self.end)
        ):
            self.start, self.end, self.value = start, end, value
        if candidate.where is not None and (self.where is None or (self.where.city is None and candidate.where.city)):
            self.where = candidate.where
        for named, role in candidate.people:
            if named.key not in self.people or role == "absent":
                self.people[named.key] = (named, role)
        self.host = self.host or candidate.host
        self.group = self.group or candidate.group
        self.hybrid = self.hybrid or candidate.remote
        if candidate.status:
            self.statuses.append(candidate.status)


def dates(candidate: Candidate) -> tuple[dt.date | None, dt.date | None, str | None]:
    """First day, last day and TIMEX3 value of a candidate."""
    if not candidate.times:
        return None, None, None
    first, last = candidate.times[0], candidate.times[-1]
    start, end = _day(first, "start"), _day(last, "end") or _day(last, "start")
    if start is None:
        return None, None, None
    if end is not None and end < start:
        end = None
    value = str(first.get("value")) if first is last else f"{first.get('value')}/{last.get('value')}"
    return start, end, value


def _day(fact: Fact, key: str) -> dt.date | None:
    value: Any = fact.get(key)
    return dt.date.fromisoformat(str(value)) if value else None


def _narrower(start: dt.date, end: dt.date | None, known: dt.date, known_end: dt.date | None) -> bool:
    """A day is better than the month it lies in."""
    return (
        (end or start) - start < (known_end or known) - known
        and known <= start
        and (end or start) <= (known_end or known)
    )


def overlap(a: dt.date, a_end: dt.date | None, b: dt.date, b_end: dt.date | None) -> bool:
    return a <= (b_end or b) and b <= (a_end or a)


def same_where(a: Where, b: Where) -> bool | None:
    """Equal, different, or None where one says less."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.city and b.city:
        return fold(a.city) == fold(b.city)
    return None
