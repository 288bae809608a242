"""What the rule files of the events must look like, and what the steps of the pipe hand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import field_validator

from coalition_nlp import knowledge
from coalition_nlp.languages import NEVER, Expression, RuleModel
from coalition_nlp.languages.tables import read_table
from coalition_nlp.pipes.base import Fact
from coalition_nlp.pipes.clauses import Clause, Word
from coalition_nlp.pipes.scope import Truth
from coalition_nlp.records.vocabulary import PloverMode, PloverType

Record = Literal["pledge", "military_action", "territorial_change", "agreement", "sanction", "condemnation", "demand"]
ROLES = frozenset({"actor", "recipient", "object", "content", "purpose", "place", "goal", "source", "figure"})
POSITIONS = frozenset({"subject", "object", "dative", "genitive", "attribute"})


class Sense(RuleModel):
    """A row of `knowledge/data/event_senses.csv`: what an event word means."""

    key: str
    record: Record
    kind: str | None = None
    type: PloverType | None = None
    mode: PloverMode | None = None
    contexts: str = ""
    planned_type: PloverType | None = None
    needs: str = ""


class Senses(RuleModel):
    """`knowledge/data/event_senses.csv`."""

    rows: tuple[Sense, ...]


def read_senses() -> dict[str, Sense]:
    """The senses by key."""
    path = Path(knowledge.__file__).parent / "data" / "event_senses.csv"
    return {row.key: row for row in read_table(path, Senses).rows}


def _checked_frame(value: str) -> str:
    for part in value.split():
        positions, _, role = part.partition(":")
        if role not in ROLES or not positions:
            raise ValueError(f"frame {value!r}: {part!r} is not position:role; roles are {', '.join(sorted(ROLES))}")
    return value


class VerbRow(RuleModel):
    """A row of `events_verbs.csv`."""

    sense: str
    infinitive: str
    present: str = ""
    past: str
    participle: str
    particle: str = ""
    frame: str
    theme: str = ""
    unless: str = ""
    only: str = ""

    _frame = field_validator("frame")(_checked_frame)


class VerbRows(RuleModel):
    """`languages/*/events_verbs.csv`."""

    rows: tuple[VerbRow, ...]


class NounRow(RuleModel):
    """A row of `events_nouns.csv`."""

    sense: str
    heads: str
    frame: str
    strength: Literal["strong", "weak"]
    unless: str = ""

    _frame = field_validator("frame")(_checked_frame)


class NounRows(RuleModel):
    """`languages/*/events_nouns.csv`."""

    rows: tuple[NounRow, ...]


class ThemeRow(RuleModel):
    """A row of `events_themes.csv`."""

    class_: str
    entity: Literal["state", "group", ""] = ""
    heads: str


class ThemeRows(RuleModel):
    """`languages/*/events_themes.csv`."""

    rows: tuple[ThemeRow, ...]


class EventWords(RuleModel):
    """`languages/*/events.toml`."""

    prepositions: tuple[str, ...]
    contracted: dict[str, str]
    determiners: tuple[str, ...]
    not_subject: tuple[str, ...]
    genitive: tuple[str, ...]
    stop: tuple[str, ...]
    around_numbers: tuple[str, ...]
    joins: tuple[str, ...]
    owner: tuple[str, ...]
    agents: tuple[str, ...]
    passive: tuple[str, ...]
    perfect: tuple[str, ...]
    state: tuple[str, ...]
    place: tuple[str, ...]
    speaker_pronouns: tuple[str, ...]
    person_pronouns: tuple[str, ...]
    plural_pronouns: tuple[str, ...]
    again: tuple[str, ...]
    claims: tuple[str, ...]
    confirm: tuple[str, ...]
    means: tuple[str, ...]
    pronouns: tuple[str, ...]
    light: tuple[str, ...]
    announce: tuple[str, ...]
    having: tuple[str, ...]
    tells: tuple[str, ...]
    edge_adverbs: tuple[str, ...]
    since: tuple[str, ...]
    particles: tuple[str, ...]
    topic: tuple[str, ...]
    objects_of_clauses: tuple[str, ...]
    vague_numbers: tuple[str, ...]
    adjective: Expression = NEVER
    capital_adjective: Expression = NEVER
    participle: Expression = NEVER
    attribute: Expression = NEVER


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its frame, read."""

    id: str
    sense: Sense
    base: str
    particle: str
    participle: str
    separable: bool
    reflexive: bool
    frame: dict[str, str]
    theme: frozenset[str]
    unless: frozenset[str]
    only: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun with its frame, read."""

    id: str
    sense: Sense
    frame: dict[str, str]
    strong: bool
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb. kind: finite, past, participle, infinitive, zu, gerund, attr. `rest`: words to follow."""

    verb: Verb
    kind: str
    joined: bool
    rest: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: whom or what it names and how it hangs in the clause."""

    start: int  # with adjectives, without preposition and article
    end: int
    head: int
    kind: str  # person, country, organization, group, title, thing, place, money, count
    fact: Fact | None = None
    classes: frozenset[str] = frozenset()
    entity: str = ""
    prep: str = ""
    det: str = ""
    left: int = 0  # where preposition or article begins
    owner: Phrase | None = None
    owned: bool = False
    row: Phrase | None = None  # the phrase it is joined to by "and"
    country: str | None = None  # by adjective or genitive
    lent: bool = False  # the preposition is that of its row


@dataclass(slots=True, eq=False)
class Trigger:
    """A word of an event in its clause, with its arguments."""

    start: int
    end: int
    word: Word
    rule: str
    sense: Sense
    frame: dict[str, str]
    form: str
    clause: Clause
    noun: Noun | None = None
    verb: Verb | None = None
    passive: bool = False
    truth: Truth = field(default_factory=Truth)
    roles: dict[str, list[Phrase]] = field(default_factory=dict)
    content: tuple[int, int] | None = None
