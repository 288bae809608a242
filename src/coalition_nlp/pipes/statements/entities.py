"""People, titles, organizations, countries, places and times of a document, by position."""

from __future__ import annotations

from bisect import bisect_left

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.pipes.base import Fact, View, mention, mentions_of

from .models import Speaker


class Entities:
    """People, titles, organizations and countries of a document by position."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.people = mentions_of(view.get("people"))
        self.titles = sorted(((t["start"], t["end"], t) for t in view.get("titles")), key=lambda t: t[:2])
        self.organizations = mentions_of(view.get("organizations"))
        self.countries = mentions_of(view.get("countries"))
        self.times = mentions_of(view.get("times"))
        self.places = mentions_of(view.get("places"))
        self._starts: dict[str, list[int]] = {
            name: [m[0] for m in getattr(self, name)]
            for name in ("people", "titles", "organizations", "countries", "times", "places")
        }
        self.by_id = {p["id"]: p for p in view.get("people")}

    def within(self, name: str, start: int, end: int) -> list[tuple[int, int, Fact]]:
        """The mentions of a kind that begin in text[start:end]."""
        starts = self._starts[name]
        return getattr(self, name)[bisect_left(starts, start) : bisect_left(starts, end)]

    def person(self, fact: Fact, start: int, end: int) -> Speaker:
        """A person as speaker."""
        ref = {"kind": "person", "id": fact["id"], "name": fact["name"], "mention": mention(start, end)}
        return Speaker(ref)

    def is_capital(self, start: int, end: int) -> bool:
        """Whether a stretch of text is the name of a capital, or of a place read as a government."""
        for left, right, fact in self.within("places", start, end):
            if left == start and right >= end - 1:
                return fact.get("reading") == "government" or gazetteer().capitals.get(fact["country"]) == fact["name"]
        return False

    def time_in(self, start: int, end: int) -> Fact | None:
        """The first date in a stretch of text."""
        for _, _, fact in self.within("times", start, end):
            if fact.get("type") in ("DATE", "TIME"):
                return fact
        return None
