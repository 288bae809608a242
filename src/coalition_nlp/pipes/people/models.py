"""What the rule files of offices and names must look like, and what the parts of the people pipe hand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field

from coalition_nlp.languages import RuleModel
from coalition_nlp.records.vocabulary import Portfolio, Role

Modifier = Literal["former", "acting", "designated", "deputy", "federal", "permanent", "plain"]


class Rank(RuleModel):
    """Words for the holder of an office. Role "none" is no office, but shows that a person is named."""

    words: tuple[str, ...]
    role: Role | Literal["none"]
    default_portfolio: Portfolio | None = None
    country: str | None = None
    organization: str | None = None  # where the title names no other
    open: bool = False  # may stand with words that are in no table ("Verbandspräsident" may not)
    inherits: bool = False  # portfolio of an office named before, if there is one
    counterpart: bool = False  # role and portfolio of an office named before
    state: bool = False  # an office of a state, although it is none of the first
    department: bool = False  # an office inside an American department, whatever field it looks after
    house: bool = False  # an office of the department that the text comes from, where it names no other
    secretary: bool = False  # an office only with a portfolio, or where the text tells whose secretary it is
    speaker: bool = False  # of a parliament, whoever presides over it
    same_state: bool = False  # of the state of the office named before: "Vorgänger"
    past: bool = False
    personal: bool = False  # an official where it serves a person or an office of state
    federal: bool = False  # of the federal country where it names no other
    with_field: Role | None = None  # its role where a field of government stands behind it
    alone: bool = False  # never the end of a compound
    named: bool = False  # only right before a name, as it is a body too


class Institution(RuleModel):
    """An organization or ministry that titles name, and the portfolio and country that come with it."""

    words: tuple[str, ...]
    organization: str
    portfolio: Portfolio | None = None
    country: str | None = None


class OfficeRules(RuleModel):
    """`offices.toml`."""

    endings: tuple[str, ...]
    not_ranks: tuple[str, ...]
    ministry_words: tuple[str, ...]
    state_words: tuple[str, ...]
    federal_country: str
    this_state: tuple[str, ...]
    of_words: tuple[str, ...]
    for_words: tuple[str, ...]
    and_words: frozenset[str]
    prepositions: frozenset[str]
    articles: frozenset[str]
    plural_articles: tuple[str, ...]
    indefinite_articles: tuple[str, ...]
    genitive_articles: tuple[str, ...]
    repeated: tuple[str, ...]
    successors: tuple[str, ...]
    honorifics: frozenset[str]
    alias_phrases: tuple[str, ...]
    parliaments: tuple[str, ...]
    committees: tuple[str, ...]
    is_verbs: tuple[str, ...]
    was_verbs: tuple[str, ...]
    copulas: tuple[str, ...]
    becoming: tuple[str, ...] = ()  # "Neuer Minister wird X."
    adverbs: dict[str, Literal["former", "plain"]]
    as_words: tuple[str, ...]
    detached: tuple[str, ...]
    not_before_as: tuple[str, ...]
    not_with_as: tuple[str, ...]
    responsible: tuple[str, ...]
    credits: frozenset[str]
    complement_ends: tuple[str, ...]
    from_words: tuple[str, ...]
    relatives: tuple[str, ...]
    appointing: tuple[str, ...]
    abbreviations: frozenset[str]
    letters: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    clubs: tuple[str, ...] = ()
    travel: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    bodies: tuple[str, ...]
    embassies: tuple[str, ...]
    associations: tuple[str, ...] = ()
    capacities: tuple[str, ...] = ()  # "in seiner Eigenschaft als"
    chair_verbs: tuple[str, ...] = ()
    chair_stems: tuple[str, ...] = ()
    union_words: tuple[str, ...] = ()
    state_offices: tuple[str, ...] = ()
    forces: tuple[str, ...]
    force_words: tuple[str, ...]
    organization_ends: tuple[str, ...]
    between_words: frozenset[str]
    term_openers: dict[str, Literal["plain", "former", "designated", "span"]]
    term_closers: tuple[str, ...]
    term_words: frozenset[str]
    term_endings: tuple[str, ...]
    elevations: dict[str, Literal["plain", "designated"]]
    elevation_prepositions: tuple[str, ...]
    elevation_possessives: tuple[str, ...]
    capitals: dict[str, str]
    region_words: tuple[str, ...] = ()
    own_seats: dict[str, str] = Field(default_factory=dict)  # towns of the governments of the readers
    seats: tuple[str, ...] = ()  # towns of which a dateline tells no government
    possessives: tuple[str, ...] = ()  # "sein", "dessen"
    regions: dict[str, str] = Field(default_factory=dict)  # parts of states, and their adjectives by stem
    origin_words: tuple[str, ...] = ()  # before the country somebody comes from
    leaning: tuple[str, ...] = ()  # before the adjective of a country to which somebody only leans
    ranks: tuple[Rank, ...]
    portfolios: dict[str, Portfolio]
    compound_modifiers: dict[str, Modifier]
    adjectives: dict[str, Modifier]
    complements: dict[str, Portfolio]
    institutions: tuple[Institution, ...]


class NameRules(RuleModel):
    """`names.toml`."""

    particles: tuple[str, ...]
    inner: tuple[str, ...]
    leading: tuple[str, ...]
    following: tuple[str, ...]
    free_particles: tuple[str, ...]
    bound_particles: tuple[str, ...]
    nobility: tuple[str, ...]
    noble_particles: tuple[str, ...]
    elided: tuple[str, ...]
    saints: tuple[str, ...]
    trailing: tuple[str, ...]
    not_initials: tuple[str, ...]
    articles: tuple[str, ...]
    family_first: tuple[str, ...]
    suffixes: frozenset[str]
    speech: frozenset[str]
    stop: frozenset[str]
    ambiguous_surnames: frozenset[str]
    address: frozenset[str]
    named: frozenset[str]
    parties: frozenset[str]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    not_persons: tuple[str, ...]
    final_syllables: frozenset[str]


class SurnameWords(RuleModel):
    """`names_words.toml`: what shows that a surname that is a word too means a person."""

    finite: frozenset[str]
    not_finite: frozenset[str]
    opening: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    relatives: frozenset[str]
    before_nouns: frozenset[str]
    joining: frozenset[str]
    months: frozenset[str]
    nouns: frozenset[str]
    short_forms: dict[str, tuple[str, ...]]  # of given names, in small letters
    others: frozenset[str]  # before a title of somebody who is named nowhere


class CommonWords(RuleModel):
    """`names_common.json`: capitalised words that are no names."""

    source: str
    words: tuple[str, ...]


@dataclass(slots=True)
class Title:
    """A title of office in the text. `first` and `last` are its tokens (half open), `head` the token of its rank."""

    first: int
    last: int
    head: int
    role: str
    portfolio: str | None = None
    countries: list[str] = field(default_factory=list)
    organization: str | None = None
    former: bool = False
    acting: bool = False
    designated: bool = False
    article: str | None = None
    plural: bool = False
    counterpart: bool = False
    inherits: bool = False
    secretary: bool = False
    department: bool = False
    house: bool = False
    default_country: bool = False  # its country is only the one where the title is usual
    this_state: bool = False  # of a state that is not named here
    town: str | None = None  # the country of the town it tells of
    speaker: bool = False  # whoever presides over a parliament, if it names one
    with_field: str | None = None
    same_state: bool = False
    unknown_state: bool = False  # of what calls itself a state
    federal: bool = False
    deputy: bool = False
    state: bool = False
    attached: bool = False
    own_portfolio: bool = False

    @property
    def country(self) -> str | None:
        """The country, if the title names exactly one."""
        return self.countries[0] if len(self.countries) == 1 else None


@dataclass(slots=True)
class Name:
    """A name in the text: tokens `first` to `last` (half open), its words, and the titles that go with it."""

    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    titles: list[Title] = field(default_factory=list)
    full: bool = False
    alias: bool = False
