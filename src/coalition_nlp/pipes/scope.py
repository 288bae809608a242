"""Whether a text presents what a word in a clause says as a fact: negation, plan, condition, report, denial.

Truth is decided by scope: the clause of the word with its auxiliaries, and what governs that clause ("had no plans to
send troops"), never the sentence as a whole. The words are data: `languages/*/scope.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from coalition_nlp.languages import RuleModel, rules

if TYPE_CHECKING:
    from .clauses import Clause


class ScopeWords(RuleModel):
    """`languages/*/scope.toml`."""

    subordinate: tuple[str, ...]
    relative: tuple[str, ...]
    relative_before: tuple[str, ...]
    infinitive: tuple[str, ...]
    joins: tuple[str, ...]
    finite: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    negation: tuple[str, ...]
    no_negation: tuple[str, ...]
    without: tuple[str, ...]
    planned: tuple[str, ...]
    proposed: tuple[str, ...]
    conditional: tuple[str, ...]
    future: tuple[str, ...]
    hearsay: tuple[str, ...]
    plans: tuple[str, ...]
    demands: tuple[str, ...]
    possible: tuple[str, ...]
    denials: tuple[str, ...]
    refusals: tuple[str, ...]
    implied: tuple[str, ...]
    accusations: tuple[str, ...]
    if_words: tuple[str, ...]
    reported: tuple[str, ...]
    subjunctive: tuple[str, ...]
    past: tuple[str, ...]


class Words(dict[str, frozenset[str]]):
    """The words of a language as sets by name."""

    def __init__(self, language: str, sets: dict[str, frozenset[str]], no_negation: re.Pattern[str]) -> None:
        super().__init__(sets)
        self.language = language
        self.no_negation = no_negation


@cache
def scope_words(language: str) -> Words:
    """The scope words of a language, read once."""
    table = rules(language, "scope", ScopeWords)
    phrases = "|".join(re.escape(p) for p in table.no_negation)
    return Words(
        language,
        {name: frozenset(getattr(table, name)) for name in ScopeWords.model_fields},
        re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE),
    )


Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "planned", "proposed", "conditional", "reported"]


@dataclass(frozen=True, slots=True)
class Truth:
    """Polarity and modality, and the word that decided."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    why: str = ""


def negated(text: str, clause: Clause, table: Words) -> str:
    """The negation of a clause, an empty string without one."""
    negation = table["negation"]
    for word in clause.words:
        if word.low in negation or word.low.endswith(("n't", "n’t")):
            spared = table.no_negation.search(text, max(word.start - 12, 0), min(word.end + 18, len(text)))
            if spared is None or not spared.start() <= word.start < spared.end():
                return word.low
    return ""


def governed(clause: Clause, text: str, table: Words, own: Sequence[str]) -> Truth:
    """Truth of an infinitive or a clause with "that" under the words that govern it."""
    above = clause.above
    upper = above.lows if above is not None else []
    no = negated(text, above, table) if above is not None else ""
    for lows, inside in ((own, True), (upper, False)):
        for low in reversed(lows):
            if low in table["denials"]:
                return Truth("negated", "reported", low)
            if low in table["refusals"]:
                return Truth("negated", "planned", low)
            if low in table["accusations"]:
                return Truth("affirmed", "reported", low)
            if low in table["implied"]:
                return Truth("affirmed", "asserted", low)
            if low in table["demands"]:
                refused = next((word for word in lows if word in table["refusals"]), "")
                return Truth("negated", "planned", refused) if refused else Truth("affirmed", "proposed", low)
            if low in table["plans"] or low in table["planned"]:
                return Truth("negated" if no and not inside else "affirmed", "planned", low)
            if low in table["possible"] or low in table["conditional"]:
                return Truth("negated" if no and not inside else "affirmed", "conditional", low)
    return Truth()


def modal(lows: Sequence[str], table: Words, form: str) -> Truth:
    """What the modal verbs of a predicate make of it."""
    for low in lows:
        if low in table["proposed"]:
            return Truth("affirmed", "proposed", low)
    hear = next((low for low in lows if low in table["hearsay"]), "")
    if form == "participle" and hear:
        past = any(low in ("haben", "sein", "worden") for low in lows[-3:])
        return Truth("affirmed", "reported" if past else "planned", hear)
    for low in lows:
        if low in table["conditional"]:
            return Truth("affirmed", "conditional", low)
    for low in lows:
        if low in table["planned"]:
            return Truth("affirmed", "planned", low)
    if form == "infinitive":
        future = next((low for low in lows if low in table["future"]), "")
        if future:
            return Truth("affirmed", "planned", future)
    return Truth()
