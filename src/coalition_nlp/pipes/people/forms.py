"""What the rules ask of a word form whatever stands around it: worked out once a form and kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from coalition_nlp.pipes.countries.patterns import index as country_index
from coalition_nlp.pipes.memo import FormMemo

from .lexicon import Lexicon, NameLexicon, lexicon, name_lexicon

_FORMER = re.compile(r"(?:ex|then)[-‐‑]", re.IGNORECASE)
SOFT = "\u00ad\u200b-\u200d\u2060\ufeff"  # not to be seen, as between the syllables of a word
MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"  # of the direction of writing
_SOFT = re.compile(rf"[{SOFT}]+")
_LATIN = re.compile(r"[A-Za-z]")
_LOOK_ALIKES = str.maketrans(  # Cyrillic and Greek letters inside a Latin word
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABESIJKMHOPCTYXaesijopcyxdhABEZHIKMNOPTYXov"
)
QUOTES = frozenset("'’‘\"“”„»«")
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
_SHORTEST_NOUN = 5
_INITIALS = re.compile(r"[^\W\d_]\.|[A-ZÀ-Þ]\.(?:-?[A-ZÀ-Þ]\.){1,2}")


class Shape(IntEnum):
    """Whether a word may be a part of a name by its shape."""

    NEVER = 0
    ALWAYS = 1  # "al-Visser", "d'Alba", "J."
    PLAIN = 2  # where it is no country
    CAPITALS = 3  # the same, where everything is in capitals


@dataclass(slots=True)
class Form:
    """A word form: `text` is composed and without the possessive ending."""

    text: str
    lower: str
    capital: bool  # starts with a capital letter
    is_word: bool  # starts with a letter
    possessive: bool  # "'s" was cut off
    final_s: bool
    former: int  # length of "ex-" or "then-" before an English word
    nameable: bool  # capital, "al-Visser", "d'Alba" or a handle
    rank: bool  # a title of office may begin with it
    shape: Shape
    inside: bool  # may stand in a name of several words, behind its first: a word of it, a particle, a quotation mark
    announces: bool  # a form of address, the end of "also known as" or a mark behind which they may stand
    initial: bool  # "J.", "J.K.", "J.-K."
    given: bool  # a given name, also a double one ("Jean-Noël") and one nobody has listed ("Hans-Xaver")
    stop: bool
    common: bool  # capitalised for other reasons than being a name
    leaning: bool  # "pro-Iranian": no country of an office


@cache
def forms(language: str) -> FormMemo[Form]:
    """The forms of a language, by what stands in the text."""
    offices, names = lexicon(language), name_lexicon(language)
    return FormMemo(lambda raw: _form(raw, language, offices, names))


def composed(raw: str) -> str:
    """A word with its accents joined to their letters, without soft hyphens and letters of other scripts that look
    like those it is written with."""
    text = unicodedata.normalize("NFC", _SOFT.sub("", raw))
    return text.translate(_LOOK_ALIKES) if _LATIN.search(text) else text


def _form(raw: str, language: str, offices: Lexicon, names: NameLexicon) -> Form:
    possessive = raw[-2:] in _POSSESSIVE
    if possessive:
        raw = raw[:-2]
    former = _FORMER.match(raw) if language == "en" and "-" in raw else None
    text = raw if raw.isascii() else composed(raw)
    lower = text.lower().replace("’", "'")
    capital = text[:1].isupper()
    arabic = text.startswith(names.articles) and "-" in text
    initial = _INITIALS.fullmatch(text) is not None and text not in names.rules.not_initials
    stop = text in names.stop
    if text.startswith(names.elided) and not text.islower():
        shape = Shape.ALWAYS
    elif arabic:
        named = len(text) > 4 and text.rsplit("-", 1)[1][:1].isupper()
        shape = Shape.ALWAYS if named else Shape.NEVER
    elif not capital or any(c.isdigit() for c in text):
        shape = Shape.NEVER
    elif initial:
        shape = Shape.ALWAYS
    else:
        shape = Shape.CAPITALS if text.isupper() and len(text) > 1 else Shape.PLAIN
    return Form(
        text,
        lower,
        capital,
        text[:1].isalpha(),
        possessive,
        raw[-1:] == "s",
        former.end() if former else 0,
        capital or text[:1] == "@" or lower.startswith(names.articles) or shape == Shape.ALWAYS,
        _opens_title(text, language, offices),
        shape,
        capital or shape != Shape.NEVER or text in names.particles or text in QUOTES,
        text in names.rules.address or lower in offices.alias_phrases or text == "." or text in QUOTES,
        initial,
        _is_given(text, names),
        stop,
        stop
        or is_noun(language, text)
        or lower in offices.rank_words
        or (language == "en" and any(len(words) == 1 for words, _ in offices.complements.get(lower, ()))),
        _leaning(lower, language, offices),
    )


def _is_given(text: str, names: NameLexicon) -> bool:
    if text in names.given:
        return True
    return text.count("-") == 1 and text.split("-")[0] in names.given


def _leaning(lower: str, language: str, offices: Lexicon) -> bool:
    """Whether a word is the adjective of a country behind "pro" or "anti"."""
    for front in offices.offices.leaning:
        if lower.startswith(front):
            rest = lower[len(front) :].lstrip("-‐‑")
            return any(entry.form == "adjective" for entry in country_index(language).get(rest, ()))
    return False


def _opens_title(text: str, language: str, offices: Lexicon) -> bool:
    """Whether a rank may stand here: the word is one, opens one of several words, or ends in one."""
    lower, ranks = text.lower(), offices.rank_words
    if lower in offices.rank_openings or lower in ranks:
        return True
    if "-" in lower:
        front, rest = lower.split("-", 1)
        if front in offices.offices.compound_modifiers and rest in offices.rank_openings:
            return True
        if lower.replace("-", "") in ranks:
            return True
    elif language == "de" and not text[:1].isupper():
        return False
    last = lower.replace("‐", "-").replace("‑", "-").strip("-").rsplit("-", 1)[-1]
    first = max(len(last) - _longest_rank(language), 0)
    return len(lower) > 5 and any(last[cut:] in ranks for cut in range(first, len(last) - 3))


@lru_cache(maxsize=20_000)
def is_noun(language: str, word: str) -> bool:
    """Whether a capitalised word is in the list of nouns, or its last part is ("Regierungspartei")."""
    common = name_lexicon(language).common
    if word in common:
        return True
    if (
        language == "de"
        and len(word) > 5
        and ((word[-1] in "sn" and word[:-1] in common) or (word[-2:] in ("es", "en") and word[:-2] in common))
    ):
        return True
    last = word.rsplit("-", 1)[-1]
    if last != word and last in common:
        return True
    if language != "de":
        return False
    first = max(3, len(last) - _longest_noun(language))
    return any(last[cut:].capitalize() in common for cut in range(first, len(last) - _SHORTEST_NOUN + 1))


@cache
def _longest_noun(language: str) -> int:
    return max(map(len, name_lexicon(language).common))


@cache
def _longest_rank(language: str) -> int:
    return max(map(len, lexicon(language).rank_words))
