"""Joins the mentions of one meeting: compatible in date, place, forum and people, and linked by what they share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from coalition_nlp.knowledge.places import fold
from coalition_nlp.pipes.base import Fact

from .models import Candidate, Named, Where

# kinds that may be one meeting: the first of a family is the general one
_FAMILIES = {
    "talks": "meeting", "ministerial": "meeting", "summit": "meeting", "conference": "meeting", "other": "meeting",
    "press_conference": "press", "visit": "visit", "call": "call", "signing": "signing",
}  # fmt: skip
_SPECIFIC = ("summit", "ministerial", "conference", "signing", "press_conference", "call", "visit", "other", "talks")
_JOURNEYS = ("verb:travel", "verb:reisen", "verb:fliegen", "verb:ankommen")
_REACH = 6  # sentences over which "das Treffen" refers back


@dataclass(slots=True)
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
    statuses: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The most specific kind of its mentions."""
        kinds = [c.kind for c in self.candidates]
        return min(kinds, key=_SPECIFIC.index)

    @property
    def family(self) -> str:
        """Which kinds it may be joined with."""
        return _FAMILIES[self.candidates[0].kind]

    @property
    def virtual(self) -> bool:
        """Whether a mention says it was held by video or telephone."""
        return any(c.explicit_virtual for c in self.candidates)

    @property
    def last(self) -> int:
        """Index of the last sentence it is spoken of."""
        return max(c.sentence.index for c in self.candidates)

    def persons(self) -> set[tuple[str, str]]:
        """Keys of the persons who take part."""
        return {key for key in self.people if key[0] == "person"}

    def add(self, candidate: Candidate) -> None:
        """Take in a mention; what is known already stays."""
        if candidate not in self.candidates:
            self.candidates.append(candidate)
        start, end, value = dates(candidate)
        if start is not None and end == start and candidate.days > 1:
            span = dt.timedelta(days=candidate.days - 1)
            if candidate.ends:
                start, value = start - span, None
            elif candidate.begins:
                end, value = start + span, None
        if start is not None and self.start is not None and candidate.begins and start < self.start:
            self.start, self.end, self.value = start, self.end or self.start, None
        elif start is not None and (self.start is None or _narrower(start, end, self.start, self.end)):
            self.start, self.end, self.value = start, end, value
        if candidate.where is not None and (self.where is None or (self.where.city is None and candidate.where.city)):
            self.where = candidate.where
        for named, role in candidate.people:
            if named.key not in self.people or role == "absent":
                self.people[named.key] = (named, role)
        self.host = self.host or candidate.host
        self.group = self.group or candidate.group
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


def _overlap(a: dt.date, a_end: dt.date | None, b: dt.date, b_end: dt.date | None) -> bool:
    return a <= (b_end or b) and b <= (a_end or a)


def _same_where(a: Where, b: Where) -> bool | None:
    """Equal, different, or None where one says less."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.city and b.city:
        return fold(a.city) == fold(b.city)
    return None


def fits(candidate: Candidate, cluster: Cluster, groups: dict[str, str]) -> bool:
    """Whether nothing speaks against a candidate being the meeting of a cluster."""
    family = _FAMILIES[candidate.kind]
    virtual_call = {family, cluster.family} == {"call", "meeting"} and (candidate.explicit_virtual and cluster.virtual)
    if family != cluster.family and not virtual_call:
        return False
    start, end, _ = dates(candidate)
    if start is not None and cluster.start is not None and not _overlap(start, end, cluster.start, cluster.end):
        opening = candidate.begins and candidate.definite and 0 < (cluster.start - start).days <= 10
        if not opening:
            return False
    if candidate.where is not None and cluster.where is not None:
        if _same_where(candidate.where, cluster.where) is False:
            return False
    if candidate.explicit_virtual and cluster.where is not None and cluster.where.city and not cluster.virtual:
        return False
    if cluster.virtual and candidate.format == "in_person" and candidate.frame is None:
        return False
    if candidate.group and cluster.group and groups.get(candidate.group) != groups.get(cluster.group):
        same_spot = start is not None and cluster.start is not None and candidate.where is not None
        if not same_spot or candidate.frame is None:
            return False
    persons = {n.key for n, role in candidate.people if n.kind == "person" and role != "absent"}
    others = cluster.persons()
    bilateral = candidate.frame in ("all", "say", "host") and len(persons) == 2 and not candidate.group
    if bilateral and (len(others) > 2 or cluster.group) and not persons <= others:
        return False
    if bilateral and cluster.group and any(n.kind == "group" for n, _ in cluster.people.values()):
        return False
    if persons and others and not persons & others and len(persons) >= 1 and len(others) <= 2 and not cluster.group:
        return len(persons) < 2 and candidate.definite
    if candidate.partners and len(others) >= 2 and not cluster.group and not candidate.partners & others:
        return False
    if candidate.aside and (cluster.group or len(others) > 2) and not any(c.aside for c in cluster.candidates):
        return False
    if candidate.another and not (start is not None and cluster.start is not None and candidate.where == cluster.where):
        return any(c.another for c in cluster.candidates) and start is None
    if (
        candidate.status in ("planned", "proposed")
        and "held" in cluster.statuses
        and (start is None or cluster.start is None)
        and not candidate.definite
    ):
        return False
    return True


def linked(candidate: Candidate, cluster: Cluster, groups: dict[str, str], main: bool) -> bool:
    """Whether something says that a candidate is the meeting of a cluster."""
    start, _, _ = dates(candidate)
    told = any(c.sentence.kind != "title" and c.sentence.index < candidate.sentence.index for c in cluster.candidates)
    sent = {str(key[1]) for key, (n, _) in cluster.people.items() if n.fact.get("delegation")}
    home = {
        str(o.get("country")) for n, _ in candidate.people if n.kind == "person" for o in n.fact.get("offices") or []
    }  # "the ministers of A and B met": now by name
    ahead = (candidate.status == "planned") != ("planned" in cluster.statuses)
    if len(home) >= 2 and home <= sent and not candidate.another and not ahead:
        return True
    if candidate.indefinite and told and candidate.people and candidate.group is None and start is None:
        return len({n.key for n, _ in candidate.people if n.kind == "person"} & cluster.persons()) >= 2
    placed = candidate.where is not None and candidate.where.city and (cluster.where is None or not cluster.where.city)
    dated = start is not None and cluster.start is None
    near = candidate.sentence.index - cluster.last <= (_REACH if not main else 100)
    if candidate.definite and not candidate.aside and near and candidate.frame is None:
        if not ((placed or dated) and candidate.sentence.index - cluster.last > 2) and not (
            placed and cluster.start and dated is False and start is None and not main
        ):
            return True
    if candidate.frame == "host" and start is None and 0 <= candidate.sentence.index - cluster.last <= 1:
        guests = [n.name for n, _ in candidate.people if n.kind == "group"]
        if guests and all(" " not in g for g in guests) and any(k[0] == "group" for k in cluster.people):
            return True  # "X, who received the ministers"
    persons = {n.key for n, _ in candidate.people if n.kind == "person"}
    shared = persons & cluster.persons()
    if candidate.group and cluster.group and groups.get(candidate.group) == groups.get(cluster.group):
        same_day = start is not None and cluster.start is not None
        return candidate.frame is None or same_day or candidate.definite or main
    everybody = {n.key for n, _ in candidate.people if n.kind in ("country", "person")}
    if everybody and everybody == {k for k in cluster.people if k[0] in ("country", "person")} and start is None:
        return candidate.sentence.index - cluster.last <= _REACH or cluster.start is None
    if len(shared) >= 2 and len(shared) >= min(len(persons), len(cluster.persons())):
        return True
    same_place = (
        candidate.where is not None and cluster.where is not None and _same_where(candidate.where, cluster.where)
    )
    same_day = start is not None and cluster.start is not None
    noun_there = (
        candidate.frame is None
        and not candidate.another
        and not candidate.aside
        and (start is None or (cluster.start is None and candidate.definite))
    )
    if (
        same_place
        and noun_there
        and near
        and candidate.group is None
        and (persons <= cluster.persons() or not cluster.persons())
    ):
        return True  # "the Minsk meeting", once a meeting in Minsk was told of
    if (
        same_place
        and main
        and candidate.frame == "all"
        and cluster.start is None
        and cluster.candidates[0].frame is None
    ):
        return candidate.sentence.index - cluster.last <= 3 and persons <= cluster.persons()
    if same_place and same_day and (candidate.frame is None or cluster.candidates[0].frame is None or shared):
        return not (candidate.group and cluster.group)
    title = all(c.sentence.kind == "title" for c in cluster.candidates)
    if title and (shared or same_place or same_day):
        return True
    if title and candidate.sentence.index - cluster.last < 4 and not persons and not cluster.persons():
        return candidate.group is None or cluster.group is None
    return bool(shared) and same_day and candidate.kind == cluster.kind and candidate.frame is None


def only_brings(visit: Cluster, clusters: list[Cluster]) -> bool:
    """ "X travelled to Y", where X meets others in Y: the journey is no record of its own."""
    if (
        any(c.rule not in _JOURNEYS for c in visit.candidates)
        or visit.where is None
        or visit.where.city is None
        or visit.start
    ):
        return False
    for other in clusters:
        same = other.where is not None and other.where.city == visit.where.city
        if other is visit or other.family != "meeting" or not same:
            continue
        if visit.persons() & other.persons():
            return True
    return False
