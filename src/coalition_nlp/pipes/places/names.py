"""Which forms of a word or of several can be the name of a place: worked out once a word and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.pipes.memo import FormMemo

from .patterns import PlacePatterns, patterns

WELL_KNOWN = 500_000  # inhabitants from which a city is taken without a word of place before it
_LONGEST = 4  # words of a name
ARTICLE = re.compile(r"(?i:a[lnrstdz]|ash|adh|el|e[rst]|esh)-(?=[^\W\d_]{3})")  # of Arabic names


@cache
def longest(language: str) -> FormMemo[int]:
    """How many words a name may have that begins with a word; 0 where none does.

    >>> longest("de")["Mailand"], longest("de")["Mailandes"], longest("de")["Den"]
    (1, 0, 4)
    """
    rules, known = patterns(language), gazetteer()

    def most(word: str) -> int:
        if not word[0].isupper():
            return _LONGEST if word in rules.first_words or ARTICLE.match(word) else 0
        if word in rules.first_words:
            return _LONGEST
        if words := known.begins(word):
            return min(words, _LONGEST)
        return 1 if forms_of(language, True)[word] else 0

    return FormMemo(most)


@cache
def forms_of(language: str, noun_follows: bool) -> FormMemo[tuple[tuple[str, int], ...]]:
    """The known names a word or several may stand for, each with the number of characters left off at its end."""
    rules, known = patterns(language), gazetteer()

    def read(name: str) -> tuple[tuple[str, int], ...]:
        found = _forms(name, language, noun_follows, rules)
        return tuple((form, cut) for form, cut in found if form in rules.forms or known.knows(form))

    return FormMemo(read)


def _forms(name: str, language: str, noun_follows: bool, rules: PlacePatterns) -> Iterator[tuple[str, int]]:
    """The name as it stands, without genitive, article, base of an adjective, first part of a compound."""
    yield name, 0
    if name.isupper() and len(name) > 3:  # the capitals of a heading
        yield name.title(), 0
    article = ARTICLE.match(name)
    if article is not None:
        for bare in _without_endings(name[article.end() :], language):
            yield from ((spelling, 0) for spelling in (bare, bare.removesuffix("h"), bare + "h"))
    if "'" in name or "’" in name:
        for ending in ("'s", "’s", "'", "’"):
            if name.endswith(ending):
                yield name[: -len(ending)], len(ending)
    if language == "de":
        if name[-1] == "s" and len(name) > 4:
            yield name[:-1], 0
        for ending in rules.adjective_endings if len(name) > 5 and noun_follows else ():
            if name.endswith(ending):
                base = name[: -len(ending)]
                for candidate in (base, base + "n", base + "en", base + "e"):
                    if _is_strong(candidate, rules):
                        yield candidate, 0
    if "-" in name:
        prefix = name.partition("-")[0]
        if len(prefix) > 3 and name[len(prefix) + 1 : len(prefix) + 2].isupper() and _is_strong(prefix, rules):
            yield prefix, len(name) - len(prefix)


def _without_endings(name: str, language: str) -> tuple[str, ...]:
    """A name and what it is without a genitive."""
    endings = ("'s", "’s", "s") if language == "de" else ("'s", "’s")
    return (name, *(name[: -len(ending)] for ending in endings if name.endswith(ending)))


def _is_strong(form: str, rules: PlacePatterns) -> bool:
    """Whether a name is so well known that it needs no word of place before it."""
    if form in rules.never or form in rules.only_located:
        return False
    return form in rules.forms or any(p.capital or p.population >= WELL_KNOWN for p in gazetteer().named(form))
