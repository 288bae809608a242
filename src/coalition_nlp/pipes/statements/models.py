"""What the rule files of this pipe must look like, and the small classes its modules hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from coalition_nlp.languages import RuleModel
from coalition_nlp.pipes.base import Fact


class VerbRow(RuleModel):
    """A verb of saying: its forms, what follows it (`frames`, joined by "|") and its PLOVER type."""

    lemma: str
    present: str
    past: str
    participle: str
    particle: str = ""
    frames: str
    type: str | None = None


class VerbTable(RuleModel):
    """The file `statements_verbs.csv`."""

    rows: tuple[VerbRow, ...]


class Moods(RuleModel):
    """How a subjunctive of reported speech is formed: a stem with -e, perhaps after prefixes."""

    prefixes: tuple[str, ...]
    infinitives: tuple[str, ...]
    bound: tuple[str, ...]


class WordTable(RuleModel):
    """The file `statements.toml`: closed word classes and markers, all lower case."""

    determiners: tuple[str, ...]
    oblique: tuple[str, ...]
    pronouns: tuple[str, ...]
    reflexives: tuple[str, ...]
    prepositions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    subordinators: tuple[str, ...]
    temporal: tuple[str, ...]
    conditional: tuple[str, ...]
    relatives: tuple[str, ...]
    coordinators: tuple[str, ...]
    adverbs: tuple[str, ...]
    negations: tuple[str, ...]
    closing_negations: tuple[str, ...]
    refused: tuple[str, ...]
    negated_ok: tuple[str, ...]
    perfect: tuple[str, ...]
    admit: tuple[str, ...]
    modals: tuple[str, ...]
    indicative: tuple[str, ...]
    reported: tuple[str, ...]
    replaced: tuple[str, ...]
    comparison: tuple[str, ...]
    never_reported: tuple[str, ...]
    focus: tuple[str, ...]
    anaphors: tuple[str, ...]
    bodily: tuple[str, ...]
    former: tuple[str, ...]
    pointing: tuple[str, ...]
    epithets: tuple[str, ...]
    meeting: tuple[str, ...]
    others: tuple[str, ...]
    hosts: tuple[str, ...]
    hosting: tuple[str, ...]
    feminine_ends: tuple[str, ...]
    masculine_ends: tuple[str, ...]
    male: tuple[str, ...]
    female: tuple[str, ...]
    source_nouns: tuple[str, ...]
    source_compounds: tuple[str, ...]
    source_prepositions: tuple[str, ...]
    source_after: tuple[str, ...]
    continued: tuple[str, ...]
    no_speakers: tuple[str, ...]
    mute_ends: tuple[str, ...]
    documents: tuple[str, ...]
    therein: tuple[str, ...]
    sentence_openers: tuple[str, ...]
    scene_changes: tuple[str, ...]
    institutions: tuple[str, ...]
    encounters: tuple[str, ...]
    named_openers: tuple[str, ...]
    circles: tuple[str, ...]
    lawmakers: tuple[str, ...]
    decrees: tuple[str, ...]
    media_nouns: tuple[str, ...]
    speaker_nouns: tuple[str, ...]
    organization_nouns: tuple[str, ...]
    person_nouns: tuple[str, ...]
    personal: tuple[str, ...]
    authors: tuple[str, ...]
    singular_pronouns: tuple[str, ...]
    both_markers: tuple[str, ...]
    both_joiners: tuple[str, ...]
    joiners: tuple[str, ...]
    kept_determiners: tuple[str, ...]
    genitives: tuple[str, ...]
    definite: tuple[str, ...]
    genitive_markers: tuple[str, ...]
    owner_prepositions: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    source_leads: tuple[str, ...]
    own_words: tuple[str, ...]
    so_markers: tuple[str, ...]
    document_prepositions: tuple[str, ...]
    origin_prepositions: tuple[str, ...]
    first_person: tuple[str, ...]
    deictics: tuple[str, ...]
    present: tuple[str, ...]
    collectives: tuple[str, ...]
    attribution_openers: tuple[str, ...]
    transcript_skip: tuple[str, ...]
    speeches: tuple[str, ...]
    own_voice: tuple[str, ...]
    transcript_hosts: tuple[str, ...]
    nobody: tuple[str, ...]
    sayers: tuple[str, ...]
    quoting: tuple[str, ...]
    claims: tuple[str, ...]
    supposing: tuple[str, ...]
    supposed: tuple[str, ...]
    hearsay: tuple[str, ...]
    audiences: tuple[str, ...]
    announcements: tuple[str, ...]
    announcement_owners: tuple[str, ...]
    following: tuple[str, ...]
    topic_prepositions: tuple[str, ...]
    gerund_leads: tuple[str, ...]
    using: tuple[str, ...]
    months: tuple[str, ...]
    moods: Moods


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying as the rules ask for it."""

    lemma: str
    particle: str
    frames: frozenset[str]
    prepositions: tuple[str, ...]
    type: str | None
    nouns: frozenset[str] = frozenset()  # objects that the verb needs: "die Ansicht vertreten"
    companion: str = ""  # a word that the frame needs: "bezeichnete X als Y"
    never: frozenset[str] = frozenset()  # objects with which it says nothing: "bestätigte das Urteil"
    needs: frozenset[str] = frozenset()  # the only objects that are what is said: "äußerte Sorge über ..."

    def takes(self, frame: str) -> bool:
        """Whether the verb has this frame."""
        return frame in self.frames


@dataclass(slots=True)
class Word:
    """A token of a unit. `cls` is one letter (see `lexicon.py`), `forms` its readings as a verb of saying."""

    start: int
    end: int
    text: str
    low: str
    cls: str
    forms: tuple[tuple[Verb, str], ...] = ()
    quote: Quote | None = None

    @property
    def is_full_quote(self) -> bool:
        """A quotation that holds at least a sentence."""
        return self.quote is not None and self.quote.full


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start`/`end` with its marks, `inner_start`/`inner_end` without; `full` if it holds sentences."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    full: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as an EntityRef to be."""

    ref: Fact
    speaks: bool = True  # False for a noun that is not known to name somebody who speaks
    timely: bool = False  # a word of time rather than a speaker
    mute: bool = False  # a law, a plan, "nobody": what cannot speak

    @property
    def is_person(self) -> bool:
        """Whether it is one person, by name or by title."""
        return self.ref["kind"] in ("person", "title")


@dataclass(slots=True)
class Unit:
    """A sentence, or several under one quotation mark, with its words."""

    start: int
    end: int
    block: int
    words: list[Word]
    classes: str = ""
    title: bool = False
    opens: bool = False  # the first of its paragraph
    joined: bool = False  # goes on behind a semicolon
    lows: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.classes = self.classes or "".join([w.cls for w in self.words])
        self.lows = frozenset([w.low for w in self.words])


@dataclass(slots=True)
class Found:
    """A statement before it becomes a fact; positions are characters."""

    start: int
    end: int
    kind: str
    speakers: list[Speaker]
    rule: str
    trigger: tuple[int, int]
    clause: tuple[int, int]
    verb: str | None = None
    type: str | None = None
    confidence: float = 0.9
    addressee: Speaker | None = None
    medium: str | None = None
    modality: str = "asserted"
    nested: bool = False
    aside: bool = False  # others have the floor afterwards


@dataclass(slots=True)
class State:
    """What carries over from one sentence to the next."""

    speakers: list[Speaker] = field(default_factory=list)
    topic: Speaker | None = None
    person: Speaker | None = None
    last: Speaker | None = None  # the person named last
    named: bool = False  # whether anybody has spoken in the text so far
    lawmaker: Speaker | None = None  # the body named last that passes resolutions
    issuer: list[Speaker] = field(default_factory=list)  # whose "the statement" is
    group: list[Speaker] = field(default_factory=list)  # whom "they" means: a body, or persons named together
    host: Speaker | None = None  # whom "the host" means
    marked: bool = False  # the last statement had a source ("laut"), and no verb
    attitude: bool = False  # the unit before told only how somebody took it
    said: bool = False  # the unit before was a statement
    before: Unit | None = None  # the unit before
    told: bool = False  # whether something said was found in it
    gap: int = 9  # units since the last statement
    recent: Speaker | None = None  # the person or organization named last
    block: int = -1
