"""Tells the name of a language ("in French", "auf Französisch") from the adjective of a country."""

from __future__ import annotations

from .patterns import Word, Words, context, index

_HYPHENS = "-‐‑"


def neighbour(text: str, words: Words, at: int, edge: int) -> Word | None:
    """The word at a position where only blanks, with one line feed at most, part it from `edge`."""
    if not 0 <= at < len(words):
        return None
    word = words[at]
    gap = text[word.end : edge] if word.end <= edge else text[edge : word.start]
    return word if len(gap) < 4 and not gap.strip() and gap.count("\n") < 2 else None


def is_language(language: str, text: str, words: Words, at: int, step: int) -> bool:
    """Whether the adjective of `step` words at `at` is a language, by the words around it."""
    ctx = context(language)
    first, last = words[at], words[at + step - 1]
    hyphen = text[last.end : last.end + 1] in _HYPHENS and last.end < len(text)
    following = words[at + step] if at + step < len(words) else None
    if hyphen:
        return following is not None and following.start == last.end + 1 and following.norm in ctx.language_nouns
    after = neighbour(text, words, at + step, last.end)
    if after is not None and after.norm in ctx.language_nouns:
        return True
    before = neighbour(text, words, at - 1, first.start)
    if before is None:
        return False
    norm = before.norm.casefold()
    if (
        norm in ctx.language_and
        and at > 1
        and any(e.form == "adjective" for e in index(language).get(words.norms[at - 2], ()))
    ):
        # "in German and Polish", "auf Deutsch und Englisch"
        return (after is None or after.norm[0].islower()) and is_language(language, text, words, at - 2, 1)
    if language == "en":
        return norm in ctx.language_before and not _noun_follows(language, text, words, at, step)
    # "auf Französisch", "ins Türkische"; "Der Gesandte sprach deutsch"
    bare = first.norm.endswith("isch") or first.norm.casefold() == "deutsch"
    inflected = first.norm[0].isupper() and norm in ctx.language_before_inflected
    known = (bare and norm in ctx.language_before) or inflected
    return known and (after is None or after.norm[0].islower())


def _noun_follows(language: str, text: str, words: Words, at: int, step: int) -> bool:
    """English: whether the adjective has a noun behind it, also "British and American troops"."""
    ctx = context(language)
    for _ in range(4):
        after = neighbour(text, words, at + step, words[at + step - 1].end)
        if after is None or after.norm in ctx.language_after:
            return False
        if after.norm not in ctx.language_and:
            return True
        at += step + 1
        second = neighbour(text, words, at, after.end)
        if second is None or not any(entry.form == "adjective" for entry in index(language).get(second.norm, ())):
            return False
        step = 1
    return True
