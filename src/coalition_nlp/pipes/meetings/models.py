"""What the rule files of the meetings must look like, and what a candidate meeting is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from pydantic import Field, field_validator

from coalition_nlp.languages import RuleModel
from coalition_nlp.pipes.base import Fact, Sentence
from coalition_nlp.records.vocabulary import MeetingFormat, MeetingKind, MeetingStatus

from .lists import Stretch

Frame = Literal["all", "host", "travel", "event", "lead", "say"]
Strength = Literal["strong", "weak", "refer"]
Spot = tuple[int, int, Fact]  # a mention
NEEDS = frozenset({"reflexive", "with", "partner", "place", "time", "phone", "event", "anchor", "council"})


class NounRule(RuleModel):
    """A row of `meetings_nouns.csv`."""

    id: str
    heads: str
    kind: MeetingKind
    format: MeetingFormat = "unknown"
    strength: Strength
    unless: str = ""


class NounRules(RuleModel):
    """`languages/*/meetings_nouns.csv`."""

    rows: tuple[NounRule, ...]


class VerbRule(RuleModel):
    """A row of `meetings_verbs.csv`: a verb with its forms and its frame."""

    id: str
    kind: MeetingKind
    format: MeetingFormat = "unknown"
    frame: Frame
    present: str = ""
    past: str = ""
    participle: str = ""
    infinitive: str = ""
    particle: str = ""
    needs: str = ""
    unless: str = ""

    @field_validator("needs")
    @classmethod
    def _known_needs(cls, value: str) -> str:
        unknown = {word for word in value.split("|") if word} - NEEDS
        if unknown:
            raise ValueError(f"unknown needs {sorted(unknown)}; known: {sorted(NEEDS)}")
        return value


class VerbRules(RuleModel):
    """`languages/*/meetings_verbs.csv`."""

    rows: tuple[VerbRule, ...]


class Words(RuleModel):
    """`languages/*/meetings.toml`: see the comments there."""

    cancelled: tuple[str, ...]
    postponed: tuple[str, ...]
    new_date_before: tuple[str, ...]
    shift_before: tuple[str, ...]
    proposed: tuple[str, ...]
    planned: tuple[str, ...]
    ongoing: tuple[str, ...]
    held: tuple[str, ...]
    occurs: tuple[str, ...]
    future_auxiliaries: tuple[str, ...]
    maybe_auxiliaries: tuple[str, ...]
    past_auxiliaries: tuple[str, ...]
    rejected: tuple[str, ...]
    denied: tuple[str, ...]
    original: tuple[str, ...]
    with_other: str
    negation: tuple[str, ...]
    habitual: tuple[str, ...]
    never_before: tuple[str, ...]
    never_after: tuple[str, ...]
    virtual: tuple[str, ...]
    remote: tuple[str, ...]
    in_person: tuple[str, ...]
    attributes: dict[MeetingStatus, str]
    another: tuple[str, ...]
    definite: tuple[str, ...]
    aside: tuple[str, ...]
    aside_attributes: tuple[str, ...]
    earlier: tuple[str, ...]
    with_: tuple[str, ...] = ()
    agent: tuple[str, ...]
    topic: tuple[str, ...]
    between_names: str
    group_heads: str
    group_of: str
    ministers: str
    leaders: str
    singular_pronouns: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    first_person: tuple[str, ...]
    absent: tuple[str, ...]
    represented: tuple[str, ...]
    invitation: tuple[str, ...]
    invites: tuple[str, ...]
    governments: str
    title_phrases: str
    chair: tuple[str, ...]
    sequence: tuple[str, ...]
    sequence_before: str
    identified: str
    topic_before: str
    time_owner: str
    elsewhere: tuple[str, ...]
    took_part: tuple[str, ...]
    there: tuple[str, ...]
    first_since: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    days: str
    numbers: dict[str, int]
    place_before: tuple[str, ...]
    goal_before: tuple[str, ...]
    capital_words: tuple[str, ...]
    event_before: tuple[str, ...]
    light_verbs: tuple[str, ...]
    purpose: tuple[str, ...]
    saying: str
    subordinate: str
    relative: str
    infinitive: str
    coordination: str
    forums: tuple[str, ...]
    group_before: str
    sides: str = ""
    both_sides: str = ""
    twins: dict[str, list[str]] = Field(default_factory=dict)
    holds: tuple[str, ...] = ()
    appeals: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    counterparts: str = ""
    occasion: str = ""
    occasion_at: str = ""
    occasion_nouns: str = ""
    greeting: tuple[str, ...] = ()
    greeting_not: tuple[str, ...] = ()


class Segment(NamedTuple):
    """A stretch of a sentence between commas; kind is main, sub, rel, saying, inf or coord (a verb after "und")."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of somebody who may take part: a person, country, organization, title or group."""

    start: int
    end: int
    kind: str
    id: str | None
    name: str
    fact: Fact = field(default_factory=dict, compare=False, hash=False)

    @property
    def key(self) -> tuple[str, str]:
        """The same for all mentions of one entity."""
        return self.kind, self.id or self.name

    def reference(self) -> Fact:
        """As an EntityRef."""
        return {
            "kind": self.kind, "id": self.id, "name": self.name, "mention": {"start": self.start, "end": self.end}
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Where:
    """A place of a meeting."""

    city: str | None
    country: str | None
    place: str | None = None


@dataclass(slots=True, eq=False)
class Candidate:
    """A mention of a meeting with what its own sentence says about it."""

    sentence: Sentence
    start: int
    end: int
    rule: str
    kind: str
    format: str
    strength: str
    around: Stretch  # the words of its scope
    frame: str | None = None
    scope: list[Segment] = field(default_factory=list)
    clause: list[Segment] = field(default_factory=list)
    status: str | None = None
    moved: tuple[dt.date, dt.date] | None = None  # first and last day a postponed meeting was moved to
    times: list[Fact] = field(default_factory=list)
    old: list[Fact] = field(default_factory=list)  # times that no longer hold
    where: Where | None = None
    people: list[tuple[Named, str]] = field(default_factory=list)
    host: Named | None = None
    group: str | None = None
    another: bool = False
    definite: bool = False
    indefinite: bool = False
    aside: bool = False
    refers: bool = False
    purpose_of: int | None = None
    explicit_virtual: bool = False
    dead: bool = False
    negated: bool = False
    begins: bool = False
    ends: bool = False
    days: int = 0
    plural: bool = False
    partners: frozenset[tuple[str, str]] = frozenset()
    margin: bool = False
    needs: tuple[str, ...] = ()
    news: bool = False
    joins: bool = False
    remote: bool = False
    topic: bool = False
    earlier: bool = False
    present: bool = False
    attended: bool = False
    tour: bool = False
    called: bool = False  # a state is called on to talk
    occasion: bool = False  # the event the document is the text of
    reason: str | None = None
    apart: list[Candidate] = field(default_factory=list)

    @property
    def own(self) -> Segment:
        """The segment of its scope the word stands in."""
        for segment in self.scope:
            if segment.start <= self.start < segment.end:
                return segment
        return self.scope[0]

    def knows(self, named: Named) -> bool:
        """Whether somebody is among its people."""
        return any(named.key == known.key for known, _ in self.people)

    def add(self, people: Iterable[Named], role: str = "attendee") -> None:
        """Add those who are not known yet."""
        for named in people:
            if not self.knows(named):
                self.people.append((named, role))

    def reject(self, reason: str) -> None:
        """Take it out, keeping the first reason."""
        self.dead = True
        self.reason = self.reason or reason
