"""Paragraphs in the other language: a tweet quoted as it was written, with its date below it."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s*[^\n@]{2,60}\(@\w{1,30}\)")
_LEAST = 2  # function words of the other language, and at least twice as many as of the own


def foreign_lines(text: str, own: frozenset[str], other: frozenset[str]) -> list[tuple[int, int]]:
    """The lines that are written in the other language; a signature with a handle goes with the line above it.

    >>> de, en = frozenset({"der", "und"}), frozenset({"the", "and", "of"})
    >>> foreign_lines("Der Rat und der Hof.\\nThe end of the story.", de, en)
    [(21, 42)]
    """
    found: list[tuple[int, int]] = []
    start = 0
    before = False
    for line in text.split("\n"):
        end = start + len(line)
        if line and not line.isspace():
            foreign = (before and _SIGNATURE.match(line) is not None) or _is_foreign(line, own, other)
            if foreign:
                found.append((start, end))
            before = foreign
        start = end + 1
    return found


def _is_foreign(line: str, own: frozenset[str], other: frozenset[str]) -> bool:
    words = _WORD.findall(line[:400].lower())
    theirs = sum(word in other for word in words)
    return theirs >= _LEAST and theirs > 2 * sum(word in own for word in words)


def only(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with everything outside the spans as line feeds."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts.append("\n" * (start - position) + text[start:end])
        position = end
    return "".join(parts) + "\n" * (len(text) - position)


def without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans as line feeds."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts.append(text[position:start] + "\n" * (end - start))
        position = end
    return "".join(parts) + text[position:]
