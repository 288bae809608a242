"""Organizations a text introduces with their abbreviation in brackets: "the Tern Protection Council (TPC)"."""

from __future__ import annotations

import re
from typing import NamedTuple

_BRACKET = re.compile(r"[^\S\n]\(([A-ZÄÖÜ][A-Za-zÄÖÜäöü-]{1,9})\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LONGEST = 120  # characters before the bracket
_MARKS = re.compile(r"[,;:.!?()„“”\"»«\n–—]")
_MOST_WORDS = 9


class Introduction(NamedTuple):
    """A long form, and its abbreviation in the bracket behind it."""

    start: int
    end: int
    short: str
    short_start: int


def brackets(text: str) -> list[tuple[int, str, int]]:
    """Where a bracket with an abbreviation opens, the abbreviation and its start.

    >>> brackets("The Tern Protection Council (TPC) met.")
    [(27, 'TPC', 29)]
    """
    found = [(m.start(), m.group(1), m.start(1)) for m in _BRACKET.finditer(text)]
    return [(at, short, start) for at, short, start in found if sum(c.isupper() for c in short) > 1]


def long_form(text: str, at: int, short: str) -> int | None:
    """Where the words start whose initials the abbreviation is, ending at `at`; None where they are not.

    >>> long_form("The Tern Protection Council (TPC) met.", 27, "TPC")
    4
    """
    left = max(0, at - _LONGEST)
    cut = max((m.end() for m in _MARKS.finditer(text, left, at)), default=left)
    words = [(m.start(), m.group()) for m in _WORD.finditer(text, cut, at)][-_MOST_WORDS:]
    for first in range(len(words) - 1, -1, -1):
        word = words[first][1]
        if word[0].isupper() and word[0] == short[0] and _is_short_for(short, [w for _, w in words[first:]]):
            return words[first][0]
    return None


def _is_short_for(short: str, words: list[str]) -> bool:
    """Each capitalised word gives its initial, in order; what is left over stands inside the word before it."""
    parts = [part for word in words for part in word.split("-") if part]
    letters = short.replace("-", "").casefold()
    at = 0
    for index, part in enumerate(parts):
        small = part.casefold()
        if at < len(letters) and letters[at] == small[0]:
            at += 1
        elif part[0].isupper():
            return False
        else:
            continue
        following = next((p[0].casefold() for p in parts[index + 1 :] if p[0].isupper()), "")
        inside = 0
        while at < len(letters) and letters[at] != following:
            inside = small.find(letters[at], inside + 1)
            if inside < 0:
                break
            at += 1
    return at == len(letters) and len(words) + letters.count(letters[0]) > 1
