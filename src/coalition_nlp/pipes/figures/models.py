"""Models of the rule files of figures, and what passes between the steps."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from coalition_nlp.languages import RuleModel
from coalition_nlp.records.vocabulary import FigureKind, FigureModifier

NounClass = Literal["person", "nation", "death", "injury", "time", "name", "vote"]


class NumeralWords(RuleModel):
    """`figures_numerals.json`: the words of numbers by class, one letter each, with their value.

    U units, T teens, Y tens, O one and zero, a articles that can stand for one, H hundred, S scales, M plural scales
    (vague where they stand alone), Z dozen, h half, e "the half", f fractions (value: denominator), p decimal mark in
    words, q quantifiers before H, S, Z, M, v vague plurals (value: lower bound), t tens (only in "tens of thousands"),
    g fractions in the singular, which are ordinals as well, i ordinals that are a fraction only behind a ten.
    """

    thousands: str
    decimal: str
    compound: str | None
    spelling: dict[str, str]
    words: dict[str, dict[str, Decimal]]
    attached: dict[str, Decimal]
    attached_signed: tuple[str, ...]
    joiners: tuple[str, ...]
    of: tuple[str, ...]
    minus: tuple[str, ...]


class FigureRule(RuleModel):
    """A rule over the text in which every numeral is one sign; `example` has the figure in square brackets.

    Placeholders: {N} numeral, {F} fraction, {V} vague numeral, {A} numeral or range, {TO} between the two numerals of a
    range, {CURRENCY}, {SIGN} currency sign, {MEASURE}, {PERCENT}, {NOUN} the noun phrase follows.
    `lead` has to end where the numeral starts, `lead_in` says that it belongs to the figure.
    """

    id: str
    kind: FigureKind
    pattern: str
    lead: str | None = None
    unit: str | None = None
    noun: Literal["none", "needed", "optional", "of"] = "none"
    example: str
    counter_example: str


class NoFigure(RuleModel):
    """What a number is not counted in: `before` ends where the numeral starts, `after` starts where it ends."""

    id: str
    before: str | None = None
    after: str | None = None
    example: str
    counter_example: str


class ModifierWords(RuleModel):
    """Phrases before and after a figure that say how exact it is."""

    modifier: FigureModifier
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Ambiguous(RuleModel):
    """A phrase that is a modifier only sometimes: not behind `unless`, not before a count that is not round."""

    phrase: str
    unless: str | None = None
    round_only: bool = False


class FigureRules(RuleModel):
    """`figures.toml`. `blanks` are addresses, telephone numbers and the like: nothing in them is read."""

    to: str
    between: str
    percent: tuple[str, ...]
    not_times: str
    blanks: tuple[str, ...]
    modifiers: tuple[ModifierWords, ...]
    ambiguous: tuple[Ambiguous, ...]
    rules: tuple[FigureRule, ...]
    no_figures: tuple[NoFigure, ...]


class PhraseWords(RuleModel):
    """`figures_phrases.json`: how noun phrases, clauses and casualties are told."""

    stop: tuple[str, ...]
    adverbs: tuple[str, ...]
    coordinators: tuple[str, ...]
    genitives: tuple[str, ...]
    killed: tuple[str, ...]
    injured: tuple[str, ...]
    killed_before: tuple[str, ...]
    killed_split: tuple[str, ...]
    lost_before: tuple[str, ...]
    injured_before: tuple[str, ...]
    died: tuple[str, ...]
    asides: tuple[str, ...]
    pronouns: tuple[str, ...]
    killed_attributes: tuple[str, ...]
    between: tuple[str, ...]
    number_of: tuple[str, ...]
    clause_ends: tuple[str, ...]
    determiners: tuple[str, ...]
    ballot: tuple[str, ...]
    cast: tuple[str, ...]
    change: tuple[str, ...]
    origin: tuple[str, ...]
    links: tuple[str, ...]
    hyphen_nouns: tuple[str, ...]
    parts: tuple[str, ...]
    quantifiers: tuple[str, ...]
    attributes: tuple[str, ...]
    finite: tuple[str, ...]


class CurrencyRow(RuleModel):
    """A row of `figures_currencies.csv`. `unit`: English name where the code does not tell it, as of subunits."""

    code: str
    factor: Decimal = Decimal(1)
    names: str = ""
    signs: str = ""
    unit: str = ""


class CurrencyTable(RuleModel):
    """`figures_currencies.csv`."""

    rows: tuple[CurrencyRow, ...]


class MeasureRow(RuleModel):
    """A row of `units_measures.csv`."""

    unit: str
    forms: str


class MeasureTable(RuleModel):
    """`units_measures.csv`."""

    rows: tuple[MeasureRow, ...]


class NounRow(RuleModel):
    """A row of `units.csv`: a noun, its plural, the English unit and its class if that matters."""

    lemma: str
    plural: str = ""
    unit: str = ""
    noun_class: NounClass | None = None


class NounTable(RuleModel):
    """`units.csv`."""

    rows: tuple[NounRow, ...]


class EndingRow(RuleModel):
    """A row of `units_endings.csv`: the end of a plural and of its singular."""

    plural: str
    singular: str


class EndingTable(RuleModel):
    """`units_endings.csv`."""

    rows: tuple[EndingRow, ...]


class ModifierRow(RuleModel):
    """A row of `units_modifiers.csv`: what stands before a head noun and belongs to the unit."""

    modifier: str
    english: str


class ModifierTable(RuleModel):
    """`units_modifiers.csv`."""

    rows: tuple[ModifierRow, ...]


@dataclass(slots=True)
class Numeral:
    """A number in the text. `sort`: N number, O the word one, F fraction, V vague (value is then the lower bound).

    `words`: without digits; `lone`: nothing but the word half.
    """

    start: int
    end: int
    value: Decimal
    sort: Literal["N", "O", "F", "V"] = "N"
    scale: Decimal = Decimal(1)
    words: bool = False
    lone: bool = False


@dataclass(slots=True)
class Phrase:
    """The noun phrase after a numeral: from the first adjective to the end of its last noun."""

    start: int
    end: int
    head_start: int
    head: str
    unit: str
    noun_class: NounClass | None = None
    known: bool = True


@dataclass(slots=True)
class Hit:
    """A figure on its way to a fact."""

    start: int
    end: int
    numeral: Numeral
    rule: str
    kind: FigureKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: FigureModifier = "exact"
    unit: str | None = None
    unit_text: str | None = None
    currency: str | None = None
    of: str | None = None
    time: str | None = None
    noun_class: NounClass | None = None
    bare: bool = False
    number_end: int = field(default=0)
    head_start: int = -1
    unknown: bool = False
    subunit: Decimal | None = None  # cents and the like: their share of the main unit
    counted: str | None = None  # what is counted where unit says that it was killed or injured
