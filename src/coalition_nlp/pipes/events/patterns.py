"""The event rules of one language, ready for look-up by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from coalition_nlp.errors import RuleFileError
from coalition_nlp.languages import rules
from coalition_nlp.pipes.scope import Words, scope_words

from .models import (
    EventWords,
    Form,
    Noun,
    NounRow,
    NounRows,
    Sense,
    ThemeRows,
    Verb,
    VerbRow,
    VerbRows,
    read_senses,
)  # fmt: skip

_ENDINGS = ("", "en", "n", "e", "er", "es", "s", "innen", "in", "em")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Theme:
    """Classes and reading of a noun that stands as an argument."""

    classes: frozenset[str]
    entity: str


@dataclass(frozen=True)
class Lexicon:
    """Everything the pipe looks up."""

    language: str
    scope: Words
    verbs: dict[str, tuple[Form, ...]]
    nouns: dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]  # by last word: words before it, noun
    noun_lengths: tuple[int, ...]
    themes: dict[str, tuple[tuple[tuple[str, ...], Theme], ...]]
    exact: frozenset[str]
    theme_lengths: tuple[int, ...]
    sets: dict[str, frozenset[str]]
    words: EventWords
    contracted: dict[str, str]
    particles: frozenset[str]
    verb_forms: frozenset[str]
    edge_start: re.Pattern[str]
    edge_end: re.Pattern[str]

    def noun_at(self, words: list[str]) -> tuple[Noun, int] | None:
        """The event noun that ends a row of words (in small letters) and how many words it has."""
        last = words[-1]
        found = _german_noun(last) if self.language == "de" else self.nouns.get(last)
        for before, noun in found or ():
            if not before:
                return noun, 1
            if tuple(words[-1 - len(before) : -1]) == before:
                return noun, 1 + len(before)
        return None

    def ends_noun(self, low: str) -> bool:
        """Whether an event noun may end with this word."""
        return bool(_german_noun(low)) if self.language == "de" else low in self.nouns

    def ends_theme(self, low: str) -> bool:
        """Whether an argument noun may end with this word."""
        return _german_theme(low) is not None if self.language == "de" else low in self.themes

    def theme_at(self, words: list[str]) -> tuple[Theme, int] | None:
        """The argument noun that ends a row of words and how many words it has."""
        last = words[-1]
        if self.language == "de":
            german = _german_theme(last)
            return (german, 1) if german is not None else None
        for before, theme in self.themes.get(last, ()):
            if not before:
                return theme, 1
            if tuple(words[-1 - len(before) : -1]) == before:
                return theme, 1 + len(before)
        return None

    def tells(self, words: list[str]) -> bool:
        """Whether a sentence has a word worth a closer look; quick, as most have none."""
        return any(map(_german_word if self.language == "de" else _english_word, words))


@lru_cache(maxsize=100_000)
def _german_word(word: str) -> bool:
    """Whether a word as written may tell an event."""
    low = word.lower()
    return low in compiled("de").verbs or word[0].isupper() and bool(_german_noun(low))


@lru_cache(maxsize=100_000)
def _english_word(word: str) -> bool:
    lexicon, low = compiled("en"), word.lower()
    return low in lexicon.verbs or low in lexicon.nouns


@lru_cache(maxsize=50_000)
def _german_noun(word: str) -> tuple[tuple[tuple[str, ...], Noun], ...] | None:
    """The event noun that a compound ends with."""
    lexicon = compiled("de")
    found = lexicon.nouns.get(word)
    if found is None:
        for length in lexicon.noun_lengths:
            if length < len(word) - 1 and (found := lexicon.nouns.get(word[-length:])):
                break
    return found


@lru_cache(maxsize=50_000)
def _german_theme(word: str) -> Theme | None:
    """The argument noun that a word is, in any of its cases, or that a compound ends with."""
    lexicon = compiled("de")
    stems = [word[: len(word) - len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    for stem in stems:
        if found := lexicon.themes.get(stem):
            return found[-1][1]
    for stem in stems:
        for length in lexicon.theme_lengths:
            tail = stem[-length:]
            if length < len(stem) - 1 and tail in lexicon.themes and tail not in lexicon.exact:
                return lexicon.themes[tail][-1][1]
    return None


def _split(value: str) -> frozenset[str]:
    return frozenset(part.lower() for part in value.split("|") if part)


def _frame(value: str) -> dict[str, str]:
    return {position: role for part in value.split() for position in part.partition(":")[0].split("|")
            for role in (part.partition(":")[2],)}  # fmt: skip


def _german_forms(row: VerbRow, verb: Verb) -> Iterator[tuple[str, str, bool]]:
    base = verb.base
    stem = base[:-2] if base.endswith("en") else base[:-1]
    past = [row.past, row.past + ("n" if row.past.endswith("e") else "en")]
    finite = dict.fromkeys([row.present, base, stem + "e", *past])
    for form in finite:
        yield form, "finite", False
        if verb.separable:
            yield row.particle + form, "finite", True
    joined = row.particle + base if verb.separable else base
    yield joined, "infinitive", True
    if verb.separable:
        yield f"{row.particle}zu{base}", "zu", True
    yield row.participle, "participle", True
    for ending in ("e", "en", "er", "es", "em"):
        yield row.participle + ending, "attr", True


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _gerund(base: str, past: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye")):
        return base[:-1] + "ing"
    doubled = past == base + base[-1] + "ed"
    short = len(base) <= 4 and base[-1] not in "wxy" and base[-1] not in _VOWELS and base[-2] in _VOWELS
    if doubled or (short and base[-3:-2] not in _VOWELS and not past.endswith("ed")):
        return base + base[-1] + "ing"
    return base + "ing"


def _english_forms(row: VerbRow) -> Iterator[tuple[str, str, bool]]:
    head, _, rest = row.infinitive.partition(" ")
    tail = f" {rest}" if rest else ""
    past_head = row.past.partition(" ")[0]
    yield row.infinitive, "infinitive", True
    yield row.present or _third(head) + tail, "finite", True
    yield _gerund(head, past_head) + tail, "gerund", True
    if row.past == row.participle:
        yield row.past, "past", True
    else:
        yield row.past, "finite", True
        yield row.participle, "participle", True


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word, word[:-1] + "ies"
    if word.endswith(("s", "sh", "ch", "x")):
        return word, word + "es"
    return word, word + "s"


@cache
def compiled(language: str) -> Lexicon:
    """The rules of a language, read and checked once."""
    senses = read_senses()
    table = rules(language, "events", EventWords)
    verbs: dict[str, list[Form]] = {}
    forms: set[str] = set()
    particles = set()
    for row in rules(language, "events_verbs", VerbRows).rows:
        if row.sense not in senses:
            raise RuleFileError(f"languages/{language}/events_verbs.csv: unknown sense {row.sense!r}")
        bare = row.infinitive.removeprefix("sich ")
        separable = (
            bool(row.particle) and language == "de" and bare.startswith(row.particle) and " " not in row.particle
        )
        base = bare[len(row.particle) :] if separable else bare.rpartition(" ")[2] if language == "de" else bare
        verb = Verb(
            f"verb:{row.infinitive.replace(' ', '_')}/{row.sense}", senses[row.sense], base, row.particle,
            row.participle, separable, row.infinitive.startswith("sich "), _frame(row.frame), _split(row.theme),
            _split(row.unless), _split(row.only),
        )  # fmt: skip
        if separable:
            particles.add(row.particle)
        for form, kind, joined in _german_forms(row, verb) if language == "de" else _english_forms(row):
            head, *rest = form.split()
            verbs.setdefault(head, []).append(Form(verb, kind, joined, tuple(rest)))
            if kind not in ("attr", "gerund") and not (kind == "infinitive" and language == "en"):
                forms.add(head)
    nouns: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for entry in rules(language, "events_nouns", NounRows).rows:
        _add_noun(entry, nouns, senses, language)
    themes: dict[str, list[tuple[tuple[str, ...], Theme]]] = {}
    exact = set()
    for line in rules(language, "events_themes", ThemeRows).rows:
        for head in line.heads.split("|"):
            if head.startswith("="):
                exact.add(head[1:])
            for word in (head.lstrip("="),) if language == "de" else _plurals(head):
                *before, last = word.split()
                if language == "de":
                    before, last = [], word
                row_of = themes.setdefault(last, [])
                old = next((t for b, t in row_of if b == tuple(before)), None)
                if old is not None:
                    row_of.remove((tuple(before), old))
                classes = frozenset({line.class_}) | (old.classes if old else frozenset())
                row_of.append((tuple(before), Theme(classes, (old.entity if old and old.entity else line.entity))))
    for theme_rows in themes.values():
        theme_rows.sort(key=lambda item: -len(item[0]))
    for noun_rows in nouns.values():
        noun_rows.sort(key=lambda item: -len(item[0]))
    edges = "|".join(re.escape(phrase) for phrase in table.edge_adverbs)
    lists = {name: getattr(table, name) for name in EventWords.model_fields}
    sets = {name: frozenset(words) for name, words in lists.items() if isinstance(words, tuple)}
    return Lexicon(
        language, scope_words(language), {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()}, tuple(sorted({len(k) for k in nouns}, reverse=True)),
        {k: tuple(v) for k, v in themes.items()}, frozenset(exact),
        tuple(sorted({len(k) for k in themes if len(k) > 2}, reverse=True)), sets, table, table.contracted,
        frozenset(particles) | sets["particles"], frozenset(forms), re.compile(rf"(?:{edges})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{edges})\Z", re.IGNORECASE),
    )  # fmt: skip


def _add_noun(
    entry: NounRow, nouns: dict[str, list[tuple[tuple[str, ...], Noun]]], senses: dict[str, Sense], language: str
) -> None:
    if entry.sense not in senses:
        raise RuleFileError(f"languages/{language}/events_nouns.csv: unknown sense {entry.sense!r}")
    first = entry.heads.partition("|")[0].replace(" ", "_")
    noun = Noun(
        f"noun:{first}/{entry.sense}", senses[entry.sense], _frame(entry.frame), entry.strength == "strong",
        _split(entry.unless),
    )  # fmt: skip
    for head in entry.heads.lower().split("|"):
        *before, last = head.replace("-", " ").split()
        nouns.setdefault(last, []).append((tuple(before), noun))
        if language == "de":
            endings = (
                ("s", "es") if last.endswith(("ag", "ug", "ll", "ss", "tz", "iff", "ff", "and", "tat", "er")) else ()
            )
            for ending in (*endings, *(("n",) if last.endswith("e") else ())):
                nouns.setdefault(last + ending, []).append((tuple(before), noun))
