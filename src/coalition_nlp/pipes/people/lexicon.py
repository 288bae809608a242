"""The tables of offices and names of a language in the shape the search needs, built once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH

from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.knowledge.organizations import organizations
from coalition_nlp.languages import rules
from coalition_nlp.pipes.organizations.models import OrganizationForms

from .models import CommonWords, Institution, NameRules, OfficeRules, Rank

Phrase = tuple[str, ...]
Particle = Literal["free", "bound", "noble"]  # what it may follow: any name, given names, words of nobility


class Predicate(NamedTuple):
    """Words that make a title the predicate of a name ("was", "als"): is the office past, do they mean "as"."""

    words: Phrase
    past: bool
    is_as: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-ups of one language; all words in small letters."""

    offices: OfficeRules
    rank_words: dict[str, Rank]  # single words with endings
    rank_phrases: dict[tuple[str, str], list[tuple[Phrase, Rank]]]  # by the first two words, longest first
    rank_openings: frozenset[str]  # the first words of these
    fields_last: dict[str, list[tuple[Phrase, str]]]  # what names a field, by its last word, longest first
    institutions: dict[str, list[tuple[Phrase, Institution]]]
    institutions_last: dict[str, list[tuple[Phrase, Institution]]]
    complements: dict[str, list[tuple[Phrase, str]]]
    adjectives: dict[str, str]
    regions: dict[str, str]  # with endings
    origins: dict[str, list[Phrase]]  # "aus", by the first word
    segments: dict[str, tuple[str, str]]
    of_phrases: dict[str, list[Phrase]]  # by the first word, longest first
    from_phrases: dict[str, list[Phrase]]  # the same for words between a name and its country
    alias_phrases: dict[str, list[Phrase]]  # by the last word
    predicates: dict[str, list[Predicate]]  # by the last word
    plural_words: frozenset[str]
    forces: dict[str, list[Phrase]]  # armed forces, by the first word, longest first
    ministry_endings: tuple[str, ...]  # longest first
    groups: frozenset[str]  # parties and armed groups, in small letters
    unions: frozenset[str]  # organizations of states


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """Look-ups for names of one language."""

    rules: NameRules
    given: frozenset[str]
    common: frozenset[str]
    stop: frozenset[str]
    particles: frozenset[str]
    inner: frozenset[str]
    leading: frozenset[str]
    honorifics: frozenset[str]
    articles: tuple[str, ...]
    speech: frozenset[str]
    family_first: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    not_persons: frozenset[tuple[str, ...]]
    phrases: dict[str, list[tuple[Phrase, Particle]]]  # particles by the first word, longest first
    elided: tuple[str, ...]  # with both apostrophes
    nobility: frozenset[str]


def _split(text: str) -> Phrase:
    return tuple(text.split())


@cache
def lexicon(language: str) -> Lexicon:
    """The office tables of a language."""
    table = rules(language, "offices", OfficeRules)
    rank_words: dict[str, Rank] = {}
    phrases: dict[tuple[str, str], list[tuple[Phrase, Rank]]] = {}
    plural: set[str] = set()
    for rank in table.ranks:
        for text in rank.words:
            words = _split(text)
            for ending in table.endings if words[-1] not in table.abbreviations else ("",):
                last = words[-1] + ending
                if last in table.not_ranks:
                    continue
                plural_ending = "s" if language == "en" else "n" if words[-1].endswith("er") else "innen"
                if ending in (plural_ending, "innen"):
                    plural.add(last)
                if len(words) == 1:
                    rank_words.setdefault(last, rank)
                else:
                    phrase = (*words[:-1], last)
                    phrases.setdefault((phrase[0], phrase[1]), []).append((phrase, rank))
    institutions: dict[str, list[tuple[Phrase, Institution]]] = {}
    institutions_last: dict[str, list[tuple[Phrase, Institution]]] = {}
    segments: dict[str, tuple[str, str]] = {}
    for institution in table.institutions:
        for text in institution.words:
            words = _split(text.replace("'s ", " "))
            institutions.setdefault(words[0], []).append((words, institution))
            institutions_last.setdefault(words[-1], []).append((words, institution))
    for words, institution in _internationals(language, institutions):
        institutions.setdefault(words[0], []).append((words, institution))
        institutions_last.setdefault(words[-1], []).append((words, institution))
    for word, portfolio in table.portfolios.items():
        if " " not in word:
            segments[word] = ("portfolio", portfolio)
    for word, modifier in table.compound_modifiers.items():
        segments.setdefault(word, ("modifier", modifier))
    regions: dict[str, str] = {}
    for stem, code in table.regions.items():
        for ending in _region_endings(stem, language):
            regions[stem + ending] = code
    adjectives: dict[str, str] = {}
    for stem, modifier in table.adjectives.items():
        for ending in ("", "e", "er", "en", "em", "es") if language == "de" else ("",):
            adjectives[stem + ending] = modifier
    complements: dict[str, list[tuple[Phrase, str]]] = {}
    fields_last: dict[str, list[tuple[Phrase, str]]] = {}
    both = {**table.portfolios, **table.complements} if language == "en" else table.complements
    for text, portfolio in both.items():
        for words in _inflected(_split(text.replace("'s ", " ")), language):
            complements.setdefault(words[0], []).append((words, portfolio))
            fields_last.setdefault(words[-1], []).append((words, portfolio))
    for entries in phrases.values():
        entries.sort(key=lambda e: -len(e[0]))
    for by_word in (institutions, institutions_last, complements, fields_last):
        for listed in by_word.values():
            listed.sort(key=lambda e: -len(e[0]))
    return Lexicon(
        table,
        rank_words,
        phrases,
        frozenset(first for first, _ in phrases),
        fields_last,
        institutions,
        institutions_last,
        complements,
        adjectives,
        regions,
        _by_first(table.origin_words),
        segments,
        _by_first(table.of_words),
        _by_first(table.from_words),
        _by_last(map(_split, table.alias_phrases)),
        _predicates(table),
        frozenset(plural),
        _by_first(table.forces),
        tuple(sorted(table.ministry_words, key=len, reverse=True)),
        _groups(language),
        _groups(language, ("international", "alliance")),
    )


def _internationals(
    language: str, known: dict[str, list[tuple[Phrase, Institution]]]
) -> list[tuple[Phrase, Institution]]:
    """Organizations of several states that are in the table of organizations only."""
    if language == "de":
        return []
    table = organizations()
    found: dict[Phrase, Institution] = {}
    for row in rules(language, "organizations", OrganizationForms).rows:
        organization, form = table[row.key], row.form.rstrip("*")
        words = _split(form.lower())
        if organization.kind not in ("alliance", "international", "military") or organization.country:
            continue
        if any(words == other for other, _ in known.get(words[0], ())):
            continue
        name = form if form.isupper() else organization.name
        found.setdefault(words, Institution(words=(form.lower(),), organization=name))
    return list(found.items())


def _by_first(texts: Iterable[str]) -> dict[str, list[Phrase]]:
    """Phrases by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for words in sorted((_split(text) for text in texts), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


def _region_endings(stem: str, language: str) -> tuple[str, ...]:
    if language == "en":
        return ("",)
    if stem.endswith("isch"):
        return ("e", "er", "en", "em", "es")
    return ("",) if stem.endswith(("er", "s")) else ("", "s")


def _by_last(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Phrases by their last word, in their order."""
    found: dict[str, list[Phrase]] = {}
    for words in phrases:
        found.setdefault(words[-1], []).append(words)
    return found


def _predicates(table: OfficeRules) -> dict[str, list[Predicate]]:
    """Words between a name and its title, by the last of them: past ones first."""
    found: dict[str, list[Predicate]] = {}
    for verbs, past in ((table.was_verbs, True), (table.is_verbs, False), (table.as_words, False)):
        for words in map(_split, verbs):
            found.setdefault(words[-1], []).append(Predicate(words, past, " ".join(words) in table.as_words))
    return found


def _inflected(words: Phrase, language: str) -> list[Phrase]:
    """The phrase, in German also with the other endings of the adjective it opens with."""
    if language == "en" or len(words) < 2 or not words[0].endswith("e"):
        return [words]
    return [(words[0][:-1] + ending, *words[1:]) for ending in ("e", "en", "er", "em", "es")]


def _groups(language: str, kinds: tuple[str, ...] = ("party", "armed_group")) -> frozenset[str]:
    """Names of parties and armed groups: who leads one holds no office of a state."""
    known = organizations()
    return frozenset(
        row.form.rstrip("*").lower()
        for row in rules(language, "organizations", OrganizationForms).rows
        if known[row.key].kind in kinds
    )


def _function_words(language: str) -> frozenset[str]:
    """spaCy's stop words (MIT License) with a capital, as they open sentences; without those that are given names."""
    words = (ENGLISH if language == "en" else GERMAN) - {w.lower() for w in given_names()}
    return frozenset(word.capitalize() for word in words)


@cache
def name_lexicon(language: str) -> NameLexicon:
    """The name tables of a language."""
    table = rules(language, "names", NameRules)
    common = rules(language, "names_common", CommonWords)
    office_table = rules(language, "offices", OfficeRules)
    return NameLexicon(
        table,
        given_names(),
        frozenset(common.words),
        table.stop | (_function_words(language) - table.ambiguous_surnames),
        frozenset((*table.particles, *table.inner, *table.following, *filter(str.isalpha, table.free_particles), "t")),
        frozenset(table.inner),
        frozenset(table.leading),
        office_table.honorifics,
        tuple(f"{a}{h}" for a in table.articles for h in "-‐‑"),
        table.speech,
        frozenset(table.family_first),
        frozenset(table.not_before),
        frozenset(table.not_after),
        frozenset(_split(pair) for pair in table.not_persons),
        _particles(table),
        tuple(f"{word}{mark}" for word in table.elided for mark in "'’"),
        frozenset(table.nobility),
    )


def _particles(table: NameRules) -> dict[str, list[tuple[Phrase, Particle]]]:
    """Particles as rows of tokens, an apostrophe being one of its own."""
    found: dict[str, list[tuple[Phrase, Particle]]] = {}
    kinds: dict[Particle, tuple[str, ...]] = {
        "free": (*table.free_particles, *(text for text in table.inner if text.islower())),
        "bound": table.bound_particles,
        "noble": table.noble_particles,
    }
    for kind, texts in kinds.items():
        for text in texts:
            words = _split(text.replace("'", " ' "))
            found.setdefault(words[0], []).append((words, kind))
    for phrases in found.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return found
