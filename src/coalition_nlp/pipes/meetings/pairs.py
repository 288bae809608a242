"""A mention and a meeting it may belong to, with what the tests of `conflicts` and `links` ask."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from .clusters import Cluster, dates, same_where
from .models import Candidate

REACH = 6  # sentences over which "das Treffen" refers back


@dataclass(frozen=True)
class Pair:
    """A mention and a meeting it may belong to."""

    candidate: Candidate
    cluster: Cluster
    forums: dict[str, str]  # forms of a forum's name and what it is
    main: bool  # the meeting is the first of the report
    text: str

    @cached_property
    def start(self) -> dt.date | None:
        """First day of the mention."""
        return dates(self.candidate)[0]

    @cached_property
    def end(self) -> dt.date | None:
        """Last day of the mention."""
        return dates(self.candidate)[1]

    @cached_property
    def both_dated(self) -> bool:
        """Mention and meeting have a date each."""
        return self.start is not None and self.cluster.start is not None

    @cached_property
    def gap(self) -> int:
        """Sentences since the meeting was last spoken of."""
        return self.candidate.sentence.index - self.cluster.last

    @cached_property
    def near(self) -> bool:
        """Whether a bare "the meeting" reaches back to it."""
        return self.gap <= (100 if self.main else REACH)

    @cached_property
    def persons(self) -> set[tuple[str, str]]:
        """Who takes part by the mention."""
        return {n.key for n, role in self.candidate.people if n.kind == "person" and role != "absent"}

    @cached_property
    def sides(self) -> set[tuple[str, str]]:
        """Persons and countries of the mention."""
        return {n.key for n, _ in self.candidate.people if n.kind in ("country", "person")}

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

    @cached_property
    def title_only(self) -> bool:
        """The meeting was named in the title only."""
        return all(c.sentence.kind == "title" for c in self.cluster.candidates)

    @cached_property
    def many(self) -> bool:
        """A meeting of more than two."""
        return bool(self.cluster.group) or len(self.others) > 2

    @cached_property
    def bilateral(self) -> bool:
        """The mention is of two persons meeting each other."""
        c = self.candidate
        return c.frame in ("all", "say", "host") and len(self.persons) == 2 and not c.group
