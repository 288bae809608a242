"""Whether one of the words of a list stands in a text: the words that can begin one are marked once for all lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from coalition_nlp.pipes.prefixes import prefix_tree

_QUANTIFIERS = "?*+{"
_MOST_WORDS = 50_000  # words whose lists are remembered
_HANGS_ON = re.compile(r"\\w\+(-\w+)\Z")  # an expression that asks for any word with a certain second half

Spot = tuple[int, int]  # where a word begins, and the lists it may begin an expression of, a bit each


class Lists:
    """The compiled lists of a language; only where a text has a first word of a list is the list looked for.

    >>> lists = Lists({"held": (re.compile(r"(?<![\\w-])(?:took place|held)(?!\\w)", re.I), ["took place", "held"])})
    >>> lists.has("held", "The talks took place."), lists.has("held", "They took a walk."), lists.may("held", "A walk.")
    (True, False, False)
    """

    def __init__(self, found: Mapping[str, tuple[re.Pattern[str], Iterable[str]]]) -> None:
        self.patterns = {name: pattern for name, (pattern, _) in found.items()}
        self.bits = {name: 1 << index for index, name in enumerate(found)}
        self.loose = 0  # lists with an expression that may begin before the word that is marked
        self.always = 0
        self._whole: dict[str, int] = {}
        self._begins: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        for name, (_, expressions) in found.items():
            for expression in expressions:
                self._enter(expression, self.bits[name])
        self._longest = max(map(len, self._begins), default=0)
        self._words: dict[str, int] = {}
        trees = [prefix_tree(self._begins) + r"\w*"] if self._begins else []
        trees += [prefix_tree(self._whole) + r"\b"] if self._whole else []
        self._possible = re.compile(rf"\b(?:{'|'.join(trees) or '(?!)'})")
        self._parts = re.compile("|".join(map(re.escape, self._inside)) or "(?!)")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the lists."""
        return tuple(self.bits)

    def spots(self, low: str) -> list[Spot]:
        """The places of a text in small letters where an expression may begin, in order."""
        found = []
        words = self._words
        for match in self._possible.finditer(low):
            word = match.group()
            mask = words.get(word)
            found.append((match.start(), self._look_up(word) if mask is None else mask))
        if self._inside:
            inside = [(m.start(), self._inside[m.group()]) for m in self._parts.finditer(low)]
            if inside:
                found = sorted([*found, *inside])
        return found

    def stretch(self, text: str) -> Stretch:
        """A text by itself."""
        return Stretch(self, text, self.spots(text.lower()))

    def may(self, name: str, text: str) -> bool:
        """False where no word of the list can stand in the text."""
        return self.stretch(text).may(name)

    def has(self, name: str, text: str) -> bool:
        """Whether one of the words of a list stands in a text."""
        return self.stretch(text).has(name)

    def find(self, name: str, text: str, start: int, end: int, spots: Sequence[Spot]) -> Iterator[re.Match[str]]:
        """The words of a list in a stretch of a text of which the spots are known."""
        bit, pattern = self.bits[name], self.patterns[name]
        if bit & (self.loose | self.always):
            yield from pattern.finditer(text, start, end)
            return
        for index in range(bisect_left(spots, (start, 0)), len(spots)):
            at, mask = spots[index]
            if at >= end:
                return
            if mask & bit and at >= start and (match := pattern.match(text, at, end)) is not None:
                start = match.end()
                yield match

    def mask(self, spots: Iterable[Spot]) -> int:
        """The lists of which one of the spots may begin an expression."""
        mask = self.always
        for _, own in spots:
            mask |= own
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
        second = _HANGS_ON.fullmatch(expression)
        if second is not None:
            self._mark(second.group(1).lower(), bit)
            self.loose |= bit
            return
        if expression[0] in "-'’" or expression.startswith(("n't", "n’t")):
            if not re.search(r"[\\\[(?*+{.^$|]", expression):
                self._mark(expression.lower(), bit)  # "n't", "-hosted": may hang on a word
            else:
                self.always |= bit
            return
        openings = opening_words(expression)
        if openings is None:
            self.always |= bit
            return
        for word, whole in openings:
            table = self._whole if whole else self._begins
            table[word] = table.get(word, 0) | bit

    def _mark(self, literal: str, bit: int) -> None:
        self._inside[literal] = self._inside.get(literal, 0) | bit


class Stretch:
    """A text with the places where an expression of a list may begin."""

    __slots__ = ("_known", "_lists", "_mask", "_spots", "text")

    def __init__(self, lists: Lists, text: str, spots: list[Spot]) -> None:
        self.text = text
        self._lists = lists
        self._spots = spots
        self._mask = lists.mask(spots)
        self._known: dict[str, bool] = {}

    def may(self, name: str) -> bool:
        """False where no word of the list can stand in it."""
        return bool(self._mask & self._lists.bits[name])

    def has(self, name: str) -> bool:
        """Whether one of the words of a list stands in it."""
        lists = self._lists
        bit = lists.bits[name]
        if not self._mask & bit:
            return False
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._is_in(lists.patterns[name], bit)
        return known

    def _is_in(self, pattern: re.Pattern[str], bit: int) -> bool:
        if bit & (self._lists.loose | self._lists.always):
            return pattern.search(self.text) is not None
        places = [at for at, mask in self._spots if mask & bit]
        return any(pattern.match(self.text, at) for at in places)


def opening_words(expression: str) -> list[tuple[str, bool]] | None:
    """What every match of an expression begins with, in small letters: whole words (True) or beginnings of words; None
    where that cannot be told.

    >>> opening_words("took place"), opening_words("begins?"), opening_words("(?:is|are) not")
    ([('took', True)], [('begin', False)], [('is', True), ('are', True)])
    """
    if _at_top(expression, "|"):
        return None
    if expression.startswith("(?:"):
        close = next(iter(_at_top(expression, ")]")), None)
        if close is None or expression[close + 1 : close + 2] in tuple(_QUANTIFIERS):
            return None
        found = []
        inner = expression[3:close]
        cuts = [-1, *_at_top(inner, "|"), len(inner)]
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


def _at_top(expression: str, wanted: str) -> list[int]:
    """Where one of some characters stands outside of any bracket; the one that closes the outermost is outside."""
    inside, found, index = 0, [], 0
    while index < len(expression):
        char = expression[index]
        if char == "\\":
            index += 1
        else:
            inside -= char in ")]"
            if char in wanted and inside == 0:
                found.append(index)
            inside += char in "(["
        index += 1
    return found
