"""Whether one of the words of a list stands in a text: one look at its words tells which may."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"\w+")
_QUANTIFIERS = "?*+{"
_MOST_WORDS = 50_000  # words whose lists are remembered


class Lists:
    """The compiled lists of a language; a text without any first word of a list is not searched for it.

    >>> lists = Lists({"held": (re.compile(r"(?<![\\w-])(?:took place|held)(?!\\w)", re.I), ["took place", "held"])})
    >>> lists.has("held", "The talks took place."), lists.has("held", "They took a walk."), lists.may("held", "A walk.")
    (True, False, False)
    """

    def __init__(self, found: Mapping[str, tuple[re.Pattern[str], Iterable[str]]]) -> None:
        self._patterns = {name: pattern for name, (pattern, _) in found.items()}
        self._bits = {name: 1 << index for index, name in enumerate(found)}
        self._always = 0
        self._whole: dict[str, int] = {}
        self._begins: dict[str, int] = {}
        self._inside: list[tuple[str, int]] = []
        for name, (_, expressions) in found.items():
            for expression in expressions:
                self._enter(expression, self._bits[name])
        self._longest = max(map(len, self._begins), default=0)
        self._words: dict[str, int] = {}
        # candidates of a sentence ask the same of the same words
        self._mask = lru_cache(maxsize=2048)(self._mask_of)
        self._known = lru_cache(maxsize=4096)(self._is_in)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the lists."""
        return tuple(self._bits)

    def may(self, name: str, text: str) -> bool:
        """False where no word of the list can stand in the text."""
        return bool(self._mask(text) & self._bits[name])

    def has(self, name: str, text: str) -> bool:
        """Whether one of the words of a list stands in a text."""
        return bool(self._mask(text) & self._bits[name]) and self._known(name, text)

    def _is_in(self, name: str, text: str) -> bool:
        return self._patterns[name].search(text) is not None

    def _mask_of(self, text: str) -> int:
        low = text.lower()
        mask = self._always
        words = self._words
        for word in set(_WORD.findall(low)):
            found = words.get(word)
            mask |= self._look_up(word) if found is None else found
        for literal, bit in self._inside:
            if literal in low:
                mask |= bit
        return mask

    def _look_up(self, word: str) -> int:
        mask = self._whole.get(word, 0)
        for end in range(1, min(len(word), self._longest) + 1):
            mask |= self._begins.get(word[:end], 0)
        if len(self._words) >= _MOST_WORDS:
            self._words.clear()
        self._words[word] = mask
        return mask

    def _enter(self, expression: str, bit: int) -> None:
        if expression[0] in "-'’" or expression.startswith(("n't", "n’t")):
            if not re.search(r"[\\\[(?*+{.^$|]", expression):
                self._inside.append((expression.lower(), bit))  # "n't", "-hosted": may hang on a word
            else:
                self._always |= bit
            return
        openings = opening_words(expression)
        if openings is None:
            self._always |= bit
            return
        for word, whole in openings:
            table = self._whole if whole else self._begins
            table[word] = table.get(word, 0) | bit


def opening_words(expression: str) -> list[tuple[str, bool]] | None:
    """What every match of an expression begins with, in small letters: whole words (True) or beginnings of words; None
    where that cannot be told.

    >>> opening_words("took place"), opening_words("begins?"), opening_words("(?:is|are) not")
    ([('took', True)], [('begin', False)], [('is', True), ('are', True)])
    """
    if _top_bars(expression):
        return None
    if expression.startswith("(?:"):
        close = _closing(expression)
        if close is None or expression[close + 1 : close + 2] in tuple(_QUANTIFIERS):
            return None
        found = []
        inner = expression[3:close]
        cuts = [-1, *_top_bars(inner), len(inner)]
        for left, right in pairwise(cuts):
            words = opening_words(inner[left + 1 : right] + expression[close + 1 :])
            if words is None:
                return None
            found.extend(words)
        return found
    end = 0
    while end < len(expression) and (expression[end].isalnum() or expression[end] == "_"):
        end += 1
    rest = expression[end:]
    whole = (
        not rest or rest.startswith((r"\b", r"\s+")) or (rest[0] in " -'’," and rest[1:2] not in tuple(_QUANTIFIERS))
    )
    if rest and rest[0] in _QUANTIFIERS:
        end -= 1
    return [(expression[:end].lower(), whole)] if end > 0 else None


def _top_bars(expression: str) -> list[int]:
    """Where alternatives are parted outside of any bracket."""
    depth, found, index = 0, [], 0
    while index < len(expression):
        char = expression[index]
        if char == "\\":
            index += 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "|" and depth == 0:
            found.append(index)
        index += 1
    return found


def _closing(expression: str) -> int | None:
    """The bracket that closes the one an expression begins with."""
    depth, index = 0, 0
    while index < len(expression):
        char = expression[index]
        if char == "\\":
            index += 1
        elif char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
            if depth == 0:
                return index
        index += 1
    return None
