"""What the rule files of the times must look like, and what the pipe hands from step to step."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from coalition_nlp.languages import RuleModel
from coalition_nlp.records.vocabulary import TimeMod, TimeType

Fields = dict[str, str]


class TimeRule(RuleModel):
    """One rule: a pattern of pieces and word classes, and the normaliser that reads it.

    `pattern` is a regular expression in which `{name}` stands for a piece or a class of words, a blank for any white
    space within a paragraph, `(…)` never captures, and `«…»` marks the expression itself (the whole match without it;
    two of them make a range). `set` gives fields the words do not. `guard` names a check of the context, `after` the
    words of which one must stand right before.
    `example` marks the expression as `[text]`, `value` is what it must get; in `counter` the rule
    must not find anything.
    """

    id: str = Field(pattern="^[a-z0-9-]+$")
    pattern: str
    normalise: str
    set: dict[str, str] = Field(default_factory=dict)
    guard: str | None = None
    after: tuple[str, ...] = ()
    example: str
    value: str
    counter: str


class TenseWords(RuleModel):
    """Words that tell whether a clause speaks of the past or the future; a trailing * stands for any ending.

    `past_patterns` are regular expressions (auxiliary and participle). `maybe_future` counts only where
    no past form stands beside it ("war für Mai geplant"), `maybe_future_before` only
    where the clause has no tense; `past_first` are patterns of the past that hide a word of the future in them
    ("musste verschoben werden"); `follow_past` and `follow_future` are patterns of the word right behind an expression
    that belongs to it ("das im Mai eröffnete Haus", "die am Freitag beginnende Messe"); `background` are the verbs of
    looking back. `future_on_the_left` counts only before an expression ("to meet in May", not "came in May to meet
    them"), `fronted` are patterns of a finite verb of the present right behind an expression that opens its sentence
    ("Am Mittwoch absolviert sie ...").
    """

    future: tuple[str, ...]
    future_on_the_left: tuple[str, ...]
    maybe_future: tuple[str, ...]
    past: tuple[str, ...]
    past_endings: tuple[str, ...]
    past_patterns: tuple[str, ...]
    past_first: tuple[str, ...]
    fronted: tuple[str, ...]
    follow_past: tuple[str, ...]
    follow_future: tuple[str, ...]
    not_past: tuple[str, ...]
    future_before: tuple[str, ...]
    maybe_future_before: tuple[str, ...]
    past_before: tuple[str, ...]
    background: tuple[str, ...]
    clause_by: Literal["clause", "nearest"]


class TimeRules(RuleModel):
    """The file `times`: pieces, rules and the words of tense.

    `published` is the publication date of all examples; the lists of words are for the guards and are described in
    the files."""

    published: dt.date
    pieces: dict[str, str]
    modifiers: dict[str, TimeMod]
    counted: tuple[str, ...]
    counting: tuple[str, ...]
    names: tuple[str, ...]
    before_names: tuple[str, ...]
    before_given: tuple[str, ...]
    relatives: tuple[str, ...]
    before_asides: tuple[str, ...]
    names_after_lower: bool
    before_years: tuple[str, ...]
    persons: tuple[str, ...]
    lasting: tuple[str, ...]
    within: tuple[str, ...]
    year_adjective: str
    function_words: tuple[str, ...]
    tense: TenseWords
    rule: tuple[TimeRule, ...]


class WordRow(RuleModel):
    """A word of a class with its value. `~` stands for the endings of an adjective, a leading `=` for the exact case.

    A word in lower case is also found with a capital first letter; a capitalised word only as it stands.
    """

    kind: str
    word: str
    value: str


class TimeWords(RuleModel):
    """The file `times_words`."""

    rows: tuple[WordRow, ...]


class BeginningRow(RuleModel):
    """The rules, by their place in the file, that can match where a text goes on with one of these."""

    rules: tuple[int, ...]
    beginnings: tuple[str, ...]


class TimeBeginnings(RuleModel):
    """The file `times_beginnings`, written by `python -m coalition_nlp.pipes.times.tabulate` from the two others.

    `digest` tells which rules and words it was written from.
    """

    digest: str
    rows: tuple[BeginningRow, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An expression as the text has it: the rule, its characters, the fields read from its words."""

    rule: TimeRule
    start: int
    end: int
    fields: Fields


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression resolved: TIMEX3 type, value and mod, first and last day."""

    type: TimeType
    value: str
    mod: TimeMod | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    resolved: bool = True
