"""A mention and a meeting it may belong to, with what the tests of `conflicts` and `links` ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from .clusters import Cluster, dates, same_where
from .models import Candidate
from .passage import Passage
from .wording import LinkWords

REACH = 6  # sentences over which "das Treffen" refers back


class Told:
    """What a mention says by itself, worked out once for all meetings it is held against."""

    def __init__(self, candidate: Candidate) -> None:
        self.candidate = candidate
        self.start, self.end, _ = dates(candidate)
        self.persons = {n.key for n, role in candidate.people if n.kind == "person" and role != "absent"}
        self.sides = {n.key for n, _ in candidate.people if n.kind in ("country", "person")}
        homes = {
            ("country", str(o.get("country")))
            for n, _ in candidate.people if n.kind == "person" for o in n.fact.get("offices") or []
        }  # fmt: skip
        self._keys = self.sides | homes

    def may_be(self, cluster: Cluster) -> bool:
        """Whether any test of `links` can say yes: the meeting is near, is the title's, or has something in common."""
        c = self.candidate
        if c.sentence.index - cluster.last <= REACH or cluster.title_only or (c.group and cluster.group):
            return True
        if self._keys.isdisjoint(cluster.people):
            cities = c.where is not None and cluster.where is not None and c.where.city and cluster.where.city
            return bool(cities) and self.start is not None and cluster.start is not None
        dated = self.start is not None and cluster.start is not None
        return dated or cluster.family == "visit" or len(self._keys & cluster.people.keys()) > 1


@dataclass(frozen=True)
class Pair:
    """A mention and a meeting it may belong to."""

    told: Told
    cluster: Cluster
    forums: dict[str, str]  # forms of a forum's name and what it is
    main: bool  # the meeting is the first of the report
    passage: Passage

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.passage.text

    @property
    def words(self) -> LinkWords:
        """The words that tie and part."""
        return self.passage.rules.links

    @property
    def candidate(self) -> Candidate:
        """The mention."""
        return self.told.candidate

    @property
    def start(self) -> dt.date | None:
        """First day of the mention."""
        return self.told.start

    @property
    def end(self) -> dt.date | None:
        """Last day of the mention."""
        return self.told.end

    @property
    def both_dated(self) -> bool:
        """Mention and meeting have a date each."""
        return self.start is not None and self.cluster.start is not None

    @property
    def gap(self) -> int:
        """Sentences since the meeting was last spoken of."""
        return self.candidate.sentence.index - self.cluster.last

    @property
    def near(self) -> bool:
        """Whether a bare "the meeting" reaches back to it."""
        return self.gap <= (100 if self.main else REACH)

    @property
    def persons(self) -> set[tuple[str, str]]:
        """Who takes part by the mention."""
        return self.told.persons

    @property
    def sides(self) -> set[tuple[str, str]]:
        """Persons and countries of the mention."""
        return self.told.sides

    @cached_property
    def others(self) -> set[tuple[str, str]]:
        """Who takes part by what was told before."""
        return self.cluster.persons()

    @cached_property
    def shared(self) -> set[tuple[str, str]]:
        """Who is named in both."""
        return self.persons & self.others

    @cached_property
    def same_place(self) -> bool | None:
        """Equal, different, or None where one says less."""
        if self.candidate.where is None or self.cluster.where is None:
            return None
        return same_where(self.candidate.where, self.cluster.where)

    @cached_property
    def same_forum(self) -> bool | None:
        """Equal, different, or None where one names none."""
        mine, other = self.candidate.group, self.cluster.group
        if not mine or not other:
            return None
        short, long = sorted((mine.casefold(), other.casefold()), key=len)
        return self.forums.get(mine, mine) == self.forums.get(other, other) or short in long

    @property
    def title_only(self) -> bool:
        """The meeting was named in the title only."""
        return self.cluster.title_only

    @property
    def many(self) -> bool:
        """A meeting of more than two."""
        return bool(self.cluster.group) or len(self.others) > 2

    @property
    def bilateral(self) -> bool:
        """The mention is of two persons meeting each other."""
        c = self.candidate
        return c.frame in ("all", "say", "host") and len(self.persons) == 2 and not c.group
