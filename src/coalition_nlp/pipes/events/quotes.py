"""What others say, by position: asked for every event, so that no look-up runs over all statements of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from weakref import WeakKeyDictionary

from coalition_nlp.pipes.base import Fact, View


class Quotes:
    """The statements of a document by where what is said begins."""

    def __init__(self, view: View) -> None:
        self._facts = sorted(view.get("statements"), key=lambda f: f["quote"]["start"])
        self._starts: list[int] = [f["quote"]["start"] for f in self._facts]
        self._reach: list[int] = list(accumulate((f["quote"]["end"] for f in self._facts), max))

    def covering(self, offset: int) -> list[Fact]:
        """The statements that say what stands at a character, in text order."""
        found: list[Fact] = []
        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and self._reach[index] > offset:
            if self._facts[index]["quote"]["end"] > offset:
                found.append(self._facts[index])
            index -= 1
        return found[::-1]

    def starts_in(self, start: int, end: int) -> list[int]:
        """Where what is said begins, behind `start` and before `end`."""
        return self._starts[bisect_right(self._starts, start) : bisect_left(self._starts, end)]


_known: WeakKeyDictionary[View, Quotes] = WeakKeyDictionary()


def quotes_of(view: View) -> Quotes:
    """The statements of a document, put in order once."""
    if (known := _known.get(view)) is None:
        known = _known[view] = Quotes(view)
    return known
