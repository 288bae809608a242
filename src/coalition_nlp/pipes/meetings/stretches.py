"""The text of a document to be asked, stretch by stretch, for the words of the lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from coalition_nlp.pipes.base import View

from .lists import Lists, Spot, Stretch
from .models import Segment


class Stretches:
    """Where the expressions of all lists may begin, found in one pass, and looked up from there."""

    def __init__(self, lists: Lists, view: View) -> None:
        self._lists = lists
        self._view = view
        self._known: dict[tuple[int, int], Stretch] = {}

    @cached_property
    def _spots(self) -> list[Spot]:
        return self._lists.spots(self._view.lowered)

    def stretch(self, start: int, end: int) -> Stretch:
        """A stretch of the text."""
        known = self._known.get((start, end))
        if known is None:
            spots = self._spots
            inside = spots[bisect_left(spots, (start, 0)) : bisect_left(spots, (end, 0))]
            moved = [(at - start, mask) for at, mask in inside]
            known = self._known[start, end] = Stretch(self._lists, self._view.text[start:end], moved)
        return known

    def joined(self, parts: Sequence[Segment]) -> Stretch:
        """Segments as one stretch, a blank between them."""
        found: list[Spot] = []
        texts: list[str] = []
        spots, width = self._spots, 0
        for part in parts:
            start, end = part.start, part.end
            texts.append(self._view.text[start:end])
            inside = spots[bisect_left(spots, (start, 0)) : bisect_left(spots, (end, 0))]
            found += [(at - start + width, mask) for at, mask in inside]
            width += end - start + 1
        return Stretch(self._lists, " ".join(texts), found)

    def find(self, name: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The words of a list in a stretch of the text."""
        return self._lists.find(name, self._view.text, start, end, self._spots)
