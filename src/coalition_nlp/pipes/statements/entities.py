"""People, titles, organizations, countries, places and times of a document, by position."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.languages import rules
from coalition_nlp.pipes.base import Fact, View, mention, mentions_of
from coalition_nlp.pipes.countries.models import CountryWordTable

from .models import Speaker


@cache
def country_words(language: str) -> dict[str, tuple[str, ...]]:
    """The names of each country in a language, by alpha-2 code.

    >>> country_words("de")["IN"]
    ('Indien',)
    """
    table = rules(language, "countries", CountryWordTable)
    return {row.alpha2: tuple(row.names.replace("*", "").split("|")) for row in table.rows}


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
        self.first_names = self._first_names()

    def _first_names(self) -> dict[str, Fact]:
        """Persons by the first of their names, where only one has it: "Anwar" for "Anwar Ibrahim"."""
        names = [(fact["name"].split()[0], fact) for fact in self.by_id.values() if " " in fact["name"]]
        count = Counter(first for first, _ in names)
        last = {fact["name"].split()[-1] for fact in self.by_id.values()}
        return {first: fact for first, fact in names if count[first] == 1 and len(first) > 3 and first not in last}

    def within(self, name: str, start: int, end: int) -> list[tuple[int, int, Fact]]:
        """The mentions of a kind that begin in text[start:end]."""
        starts = self._starts[name]
        return getattr(self, name)[bisect_left(starts, start) : bisect_left(starts, end)]

    def person(self, fact: Fact, start: int, end: int) -> Speaker:
        """A person as speaker."""
        ref = {"kind": "person", "id": fact["id"], "name": fact["name"], "mention": mention(start, end)}
        return Speaker(ref)

    def named_last(self, start: int, end: int) -> Speaker | None:
        """The person or organization that a stretch of text names last."""
        people, bodies = self.within("people", start, end), self.within("organizations", start, end)
        if bodies and (not people or people[-1][0] < bodies[-1][0]):
            left, right, fact = bodies[-1]
            name = self.view.text[left:right]
            return Speaker({"kind": "organization", "id": fact["id"], "name": name, "mention": mention(left, right)})
        return self.person(people[-1][2], *people[-1][:2]) if people else None

    def country(self, start: int, end: int, default: str | None = None) -> Speaker | None:
        """The country that an adjective at a stretch of text belongs to, by its name in the text or in the language."""
        here = [m for m in self.within("countries", start, end) if m[0] == start and m[1] >= end - 1]
        if not here:
            return None
        fact = here[0][2]
        words = country_words(self.view.language)[fact["alpha2"]]
        said = [self.view.text[m["start"] : m["end"]] for m in fact["mentions"] if m.get("form") == "name"]
        name = next((word for word in said if word in words), default or words[0])
        return Speaker({"kind": "country", "id": fact["alpha2"], "name": name, "mention": mention(start, end)})

    def demonym(self, start: int, end: int) -> str | None:
        """The country of a noun for one of its people: "Norweger"."""
        for left, right, fact in self.within("countries", start, start + 1):
            if (left, right) == (start, end) and any(
                m["start"] == start and m.get("form") == "demonym" for m in fact["mentions"]
            ):
                return str(fact["alpha2"])
        return None

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
