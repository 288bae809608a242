"""All inflected country words of a language, built once from its tables, and the search for them in a text."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from coalition_nlp.languages import rules
from coalition_nlp.pipes.memo import FormMemo
from coalition_nlp.pipes.words import TextWords, split_words
from coalition_nlp.records.vocabulary import CountryForm

from .models import CountryContext, CountryWordTable, DemonymEndings, Found, Halved, WordForm

# A word: letters, each with its combining accents; a capital after a small letter opens a new word ("StatesAfrica").
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_CAMEL = re.compile(r"(?<=[a-zäöüßéèçñšž])(?=[A-ZÄÖÜÉÅÇÑŠŽ])")
_STAR_ENDINGS = ("", "n", "r", "s", "m")

Index = dict[str, list[WordForm]]


class Word(NamedTuple):
    """A word of a text with its place; `norm` is its composed form."""

    norm: str
    start: int
    end: int


class Words:
    """The words of a text without digits, joined words ("StatesAfrica") taken apart; a `Word` is made where one is
    asked for."""

    def __init__(self, words: TextWords) -> None:
        self.norms: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        done = 0
        for at in [at for at, parts in enumerate(map(_pieces.__getitem__, words.texts)) if parts is not None]:
            self._take(words, done, at)
            start = words.starts[at]
            for part in _pieces[words.texts[at]] or ():
                self.norms.append(part.norm)
                self._starts.append(start + part.start)
                self._ends.append(start + part.end)
            done = at + 1
        self._take(words, done, len(words.texts))

    def _take(self, words: TextWords, first: int, last: int) -> None:
        self.norms += words.texts[first:last]
        self._starts += words.starts[first:last]
        self._ends += words.ends[first:last]

    def __iter__(self) -> Iterator[Word]:
        return map(Word, self.norms, self._starts, self._ends)

    def __len__(self) -> int:
        return len(self.norms)

    def __getitem__(self, at: int) -> Word:
        return Word(self.norms[at], self._starts[at], self._ends[at])


def _taken_apart(raw: str) -> tuple[Word, ...] | None:
    """The parts of a joined or decomposed word or one with digits, None where it is one word as it stands."""
    if raw.isascii() and raw.isalpha() and (raw.islower() or raw.isupper()):
        return None
    cuts = [
        (match.start(), [0, *(camel.start() for camel in _CAMEL.finditer(match.group())), len(match.group())])
        for match in WORD.finditer(raw)
    ]
    pieces = tuple(
        Word(unicodedata.normalize("NFC", raw[start + a : start + b]), start + a, start + b)
        for start, inside in cuts
        for a, b in pairwise(inside)
    )
    return None if len(pieces) == 1 and pieces[0].norm == raw else pieces


_pieces = FormMemo(_taken_apart)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _inflected(demonym: str, endings: tuple[DemonymEndings, ...]) -> list[str]:
    if demonym.startswith("="):
        return [demonym[1:]]
    for rule in endings:
        if demonym.endswith(rule.last):
            stem = demonym[: -rule.drop_length]
            return [demonym + e for e in rule.add] + [stem + e for e in rule.drop]
    return [demonym]


def _names(name: str, genitive: str) -> Iterator[str]:
    name = name.removeprefix("=")
    parts = name.split("*")
    for endings in product(_STAR_ENDINGS, repeat=len(parts) - 1):
        full = "".join(a + b for a, b in zip(parts, (*endings, ""), strict=True))
        yield full
        if genitive and full[-1:].isalpha() and full[-1] not in "sxzß" and not (full.isupper() and len(full) < 3):
            yield full + genitive


def word_form(text: str, alpha2: str, form: CountryForm) -> WordForm:
    """Take a phrase apart into words and gaps."""
    text = text.replace("’", "'")
    words = [*Words(split_words(text))]
    gaps = tuple(text[a.end : b.start].strip() for a, b in pairwise(words))
    return WordForm(tuple(w.norm for w in words), gaps, text[words[-1].end :].strip(), alpha2, form)


@cache
def context(language: str) -> CountryContext:
    """The table `countries_context` of a language."""
    return rules(language, "countries_context", CountryContext)


@cache
def index(language: str) -> Index:
    """All forms of a language by their first word, longest first; also in capitals."""
    ctx = context(language)
    table = rules(language, "countries", CountryWordTable)
    forms: dict[tuple[str, ...], WordForm] = {}

    def add(text: str, alpha2: str, form: CountryForm) -> None:
        entry = word_form(text, alpha2, form)
        forms.setdefault((*entry.words, *entry.gaps, entry.tail), entry)

    for row in table.rows:
        for name in row.names.split("|"):
            for full in _names(name, ctx.name_genitive):
                add(full, row.alpha2, "name")
    for row in table.rows:
        for stem in filter(None, row.adjectives.split("|")):
            for ending in ctx.adjective_endings if not stem.startswith("=") else ("",):
                word = stem.removeprefix("=") + ending
                add(word, row.alpha2, "adjective")
                if ending or not word[0].islower():
                    add(_capital(word), row.alpha2, "adjective")
            if not ctx.adjective_endings[1:]:  # without inflection the plural of the adjective is the demonym
                for word in _inflected(stem, ctx.demonym_endings):
                    add(word, row.alpha2, "demonym")
        for demonym in filter(None, row.demonyms.split("|")):
            for word in _inflected(demonym, ctx.demonym_endings):
                add(word, row.alpha2, "demonym")
    for phrase in ctx.exceptions:
        entry = word_form(phrase, "", "name")
        forms[(*entry.words, *entry.gaps, entry.tail)] = entry

    by_word: dict[str, dict[WordForm, None]] = defaultdict(dict)
    for entry in forms.values():
        by_word[entry.words[0]][entry] = None
        if entry.alpha2 and max(map(len, entry.words)) > 3:
            upper = entry._replace(words=tuple(w.upper() for w in entry.words))
            by_word[upper.words[0]].setdefault(upper)
    return {word: sorted(entries, key=lambda e: -len(e.words)) for word, entries in by_word.items()}


@cache
def openings(language: str) -> FormMemo[bool]:
    """Whether a word can open a mention of a country, whatever stands around it."""
    forms, halves = index(language), _halves(language)

    def opens(norm: str) -> bool:
        if norm in forms or norm in halves or norm[:1].lower() + norm[1:] in forms:
            return True
        word = Word(norm, 0, len(norm))
        return len(norm) > 6 and (prefixed(language, word) or fused(language, word)) is not None

    return FormMemo(opens)


def fits(entry: WordForm, words: Words, at: int, text: str) -> int | None:
    """End of the phrase `entry` where it stands at word `at`, else None."""
    last = at + len(entry.words)
    if tuple(words.norms[at:last]) != entry.words:
        return None
    for step in range(1, len(entry.words)):
        gap = text[words[at + step - 1].end : words[at + step].start]
        if len(gap) > 4 or gap.count("\n") > 1:
            return None
        if gap.replace("’", "'").strip() != entry.gaps[step - 1]:
            return None
    end = words[last - 1].end
    if entry.tail and text.startswith(entry.tail, end):
        end += len(entry.tail)
    return end


@cache
def affixes(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, tuple[str, ...]]:
    """Patterns for the syllables before adjectives and names, and the beginnings of what may follow a name."""

    def pattern(prefixes: tuple[str, ...]) -> re.Pattern[str] | None:
        ordered = sorted(prefixes, key=lambda p: (-len(p), p))
        return re.compile("(?:" + "|".join(map(re.escape, ordered)) + ")") if ordered else None

    ctx = context(language)
    return pattern(ctx.adjective_prefixes), pattern(ctx.name_prefixes), ctx.compound_tails


@cache
def _halves(language: str) -> dict[str, tuple[Halved, ...]]:
    table = context(language).halved
    return {first: tuple(h for h in table if h.first == first) for first in {h.first for h in table}}


def half(language: str, word: Word, words: Words, at: int, text: str) -> str | None:
    """The country of a shortened name: "North and South Korea", "Nord- und Südkorea"."""
    for case in _halves(language).get(word.norm, ()):
        rest = words.norms[at + 2 : at + 4]
        for phrase in case.rest:
            expected = phrase.split()
            if rest[: len(expected)] == expected and words.norms[at + 1] in context(language).language_and:
                if len(text[word.end : words[at + 2].start]) < 10:
                    return case.alpha2
    return None


def hyphenated(language: str, word: Word, following: Word, text: str) -> Found | None:
    """An adjective that opens a sentence joined to another: "Russisch-ukrainische Gespräche"."""
    small = word.norm[:1].lower() + word.norm[1:]
    if small == word.norm or following.start != word.end + 1 or text[word.end] not in "-‐‑":
        return None
    if not any(e.form == "adjective" for e in index(language).get(following.norm, ())):
        return None
    entry = _single(language, small, ("adjective",))
    return Found(word.start, word.end, entry.alpha2, "adjective") if entry else None


def _single(language: str, word: str, kinds: tuple[CountryForm, ...]) -> WordForm | None:
    for entry in index(language).get(word, ()):
        if len(entry.words) == 1 and entry.alpha2 and entry.form in kinds and not entry.tail:
            return entry
    return None


def prefixed(language: str, word: Word) -> Found | None:
    """A country behind a syllable: "nordirakisch", "Nordirak", "proisraelisch"."""
    adjectives, names, _ = affixes(language)
    ctx = context(language)
    if adjectives is not None and (match := adjectives.match(word.norm)):
        rest = word.norm[match.end() :]
        entry = _single(language, rest, ("adjective",))
        america = any(rest.startswith(stem) for stem in ctx.continent_adjectives)
        if entry and rest and (not america or match.group() in ctx.continent_prefixes):
            return Found(word.start, word.end, entry.alpha2, "adjective")
    if names is not None and (match := names.match(word.norm)):
        rest = _capital(word.norm[match.end() :])
        if len(rest) > 3 and (rest not in ctx.continent_names or match.group() in ctx.continent_prefixes):
            entry = _single(language, rest, ("name", "demonym"))
            if entry and rest != word.norm[match.end() :]:
                return Found(word.start, word.end, entry.alpha2, entry.form)
    return None


def fused(language: str, word: Word) -> Found | None:
    """A country that opens a compound without hyphen: "Irankrise", "Palästinenserpräsident"."""
    tails = affixes(language)[2]
    text = word.norm
    if not tails or len(text) < 8 or not text[0].isupper():
        return None
    for cut in range(len(text) - 3, 3, -1):
        if text.startswith(tails, cut):
            for head in (text[:cut], text[: cut - 1] if text[cut - 1] == "s" else ""):
                entry = _single(language, head, ("name", "demonym")) if head else None
                if entry:
                    return Found(word.start, word.start + len(head), entry.alpha2, "compound")
    return None
