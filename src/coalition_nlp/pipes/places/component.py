"""Finds cities and regions. Precision first: a name that is not well known needs a word of place before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from re import Pattern

from coalition_nlp.knowledge import office_holders
from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.knowledge.places import KnownPlace, gazetteer
from coalition_nlp.pipes.base import Fact, FactPipe, View, mention, mentions_of
from coalition_nlp.pipes.words import split_words

from .names import WELL_KNOWN, forms_of, longest
from .patterns import COORDINATION, DATELINE, WORD, PlacePatterns, patterns

_MARKS = frozenset("\n;:!?()")  # what no name runs across
WINDOW = 60  # characters looked at before and behind a name


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention of a place with its reading."""

    start: int
    end: int
    place: KnownPlace
    reading: str


class PlacePipe(FactPipe):
    """Finds places with country and coordinates; the same name is resolved by the countries of the text.

    >>> import spacy
    >>> nlp = spacy.blank("de")
    >>> pipe = nlp.add_pipe("coalition_places")
    >>> [(p["name"], p["country"]) for p in nlp("Die Gespräche in Den Haag enden.")._.coalition["places"]]
    [('The Hague', 'NL')]
    """

    key = "places"

    def find(self, view: View) -> list[Fact]:
        """The places of one document, in text order."""
        reader = _Reader(view, patterns(self.language))
        mentioned = _joint_readings(list(reader.read()), view.readable, reader.rules.government_between)
        facts: dict[tuple[str, str | None, str], Fact] = {}
        for found in mentioned:
            place = found.place
            key = (place.name, place.country, found.reading)
            fact = facts.setdefault(
                key,
                {
                    "id": f"l{len(facts) + 1}", "name": place.name, "country": place.country,
                    "latitude": place.latitude, "longitude": place.longitude, "reading": found.reading, "mentions": [],
                },
            )  # fmt: skip
            fact["mentions"].append(mention(found.start, found.end))
        return list(facts.values())


def _in_an_address(text: str, start: int, end: int) -> bool:
    """Whether a dot before a name belongs to an address or an initial, and not to a sentence without a space behind."""
    if text[start - 1 : start] != ".":
        return False
    return text[end : end + 1] == "." or not (text[start].isupper() and text[max(0, start - 4) : start - 1].isalpha())


def _joint_readings(found: list[_Found], text: str, between: Pattern[str]) -> list[_Found]:
    """Capitals joined with one that stands for its government do so too: "Seoul, Paris und Rom beschlossen".

    So does what such a one acts on: "Neu Delhi hatte Islamabad beschuldigt".
    """
    for index in range(len(found) - 2, -1, -1):
        left, right = found[index], found[index + 1]
        gap = text[left.end : right.start]
        if right.reading == "government" and left.place.capital and len(gap) < 8 and COORDINATION.fullmatch(gap):
            found[index] = replace(left, reading="government")
    for index in range(1, len(found)):
        left, right = found[index - 1], found[index]
        if left.reading == "government" and right.place.capital and right.start - left.end < 20:
            if between.fullmatch(text, left.end, right.start):
                found[index] = replace(right, reading="government")
    return found


class _Reader:
    """One pass over the capitalised words of a text."""

    def __init__(self, view: View, rules: PlacePatterns) -> None:
        self.view = view
        self.rules = rules
        self._forms = (forms_of(view.language, False), forms_of(view.language, True))
        self.text = view.readable
        self.countries = frozenset(str(c["alpha2"]) for c in view.get("countries"))
        known = [o for o in view.get("organizations") if o.get("canonical")]  # no "Europe" inside the OSCE's name
        taken = mentions_of([*view.get("people"), *view.get("countries"), *view.get("times"), *known])
        self._taken = sorted((start, end) for start, end, _ in taken)
        self._surnames = {
            office_holders.fold(str(person["name"]).split()[-1]) for person in view.get("people") if person["name"]
        }
        self._in_a_place = False  # whether a word of place stood before the last name found
        self._block_starts = frozenset(block["start"] for block in view.blocks)

    def read(self) -> Iterator[_Found]:
        """Mentions in text order, without overlap."""
        words = split_words(self.text, WORD)
        most_words = longest(self.view.language)
        previous_end = -1  # end of the place before, for "in Aleppo und Homs"
        skip_to = 0
        for index, most in enumerate(map(most_words.__getitem__, words.texts)):
            if not most or words.starts[index] < skip_to:
                continue
            start, ends = words.starts[index], words.ends[index : index + most]
            found = self._longest(start, ends, previous_end)
            if found is None:
                end = ends[0]
                why = "part of another name, a surname, or not well known and without a word of place before it"
                if end - start > 3:  # "The", "Der": towns, too, by the gazetteer
                    self.view.trace("places", "rejected", "gazetteer", start, end, why)
            else:
                yield found
                skip_to = previous_end = found.end

    def _longest(self, start: int, ends: list[int], previous_end: int) -> _Found | None:
        for count in range(len(ends), 0, -1):
            end = ends[count - 1]
            if end - start > 40:
                continue
            name = self.text[start:end]
            if count > 1 and (
                not _MARKS.isdisjoint(name) or (("." in name or "," in name) and name not in self.rules.forms)
            ):
                continue
            found = self._read(start, end, name, previous_end)
            if found is not None:
                return found
        return None

    def _read(self, start: int, end: int, name: str, previous_end: int) -> _Found | None:
        noun_follows = self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isupper()
        forms = self._forms[noun_follows][name]
        if not forms:
            return None
        before = self.text[max(0, start - WINDOW) : start]
        joined = 0 <= start - previous_end < 12 and COORDINATION.match(self.text[previous_end:start]) is not None
        direct = (
            self.rules.located.search(before) is not None
            or (joined and self._in_a_place)
            or (start in self._block_starts and DATELINE.match(self.text, end) is not None)
        )
        located = direct or joined  # what is joined with a place is one; whether people meet there its head tells
        for form, cut_off in forms:
            cut = end - cut_off
            if form in self.rules.never or (form in self.rules.only_located and not located):
                continue
            place = self._resolve(form, located, end)
            if place is None or self._is_surname(form, place):
                continue
            if self._is_something_else(form, before, end):
                return None
            if self._is_taken(start, cut, name) or self.rules.part_of.match(self.text, end):
                return None
            if self.text[start - 1 : start] in ("@", "#", "-") or _in_an_address(self.text, start, end):
                return None
            self._in_a_place = direct
            return _Found(start, cut, place, self._reading(place, before, cut, direct))
        return None

    def _is_something_else(self, form: str, before: str, end: int) -> bool:
        """Whether the words around a name tell another reading: golf, the Atlantic Council."""
        behind, in_front = self.rules.followed.get(form), self.rules.preceded.get(form)
        if behind is not None and behind.match(self.text, end):
            return True
        return in_front is not None and in_front.search(before) is None

    def _is_surname(self, form: str, place: KnownPlace) -> bool:
        """Whether the press rather means somebody of that name: in the text, or known for an office."""
        if form in self.rules.forms or place.capital or place.kind != "city" or place.population >= WELL_KNOWN:
            return False
        surname = office_holders.fold(form)
        return surname in self._surnames or surname in office_holders.surnames()

    def _resolve(self, form: str, located: bool, end: int) -> KnownPlace | None:
        """The place meant: by the country named right behind, by the countries of the text, by population."""
        if form in self.rules.forms and not self._country_behind(end):
            fixed = self.rules.forms[form]
            if fixed.country is None or fixed.capital or fixed.country in self.countries or not self._near(form, fixed):
                return fixed
        candidates = gazetteer().named(form)
        if form in self.rules.forms:
            candidates = [self.rules.forms[form], *candidates]
        behind = self._country_behind(end)
        if behind:
            there = [place for place in (*candidates, *gazetteer().also(form)) if place.country == behind]
            if there:
                return there[0]
        if candidates:
            best = candidates[0]
            if not best.capital:  # a capital of that name comes before a larger town
                best = next((place for place in candidates if place.capital), best)
            if best.country not in self.countries:
                # the largest namesake in a country of the text, unless it is a village beside the famous one
                best = (self._near(form, best) or [best])[0]
            strong = form in self.rules.forms or best.capital or best.kind != "city" or best.population >= WELL_KNOWN
            strong = strong or self._is_foreign_town(form, best)
            if strong or (located and (best.country in self.countries or best.population >= 50_000)):
                return best
            return None
        if located:
            also = [place for place in gazetteer().also(form) if place.country in self.countries]
            return also[0] if also else None
        return None

    def _is_foreign_town(self, form: str, place: KnownPlace) -> bool:
        """A larger town of a country of the text that speaks another language: no common word is called so."""
        return (
            len(form) > 4
            and place.population >= 100_000
            and place.country in self.countries
            and place.country not in self.rules.own_countries
            and form not in given_names()
            and office_holders.fold(form) not in self._surnames
        )

    def _near(self, form: str, best: KnownPlace) -> list[KnownPlace]:
        """Namesakes of a place in countries of the text, without towns too small beside it to be meant."""
        return [
            place
            for place in gazetteer().named(form)
            if place.country in self.countries
            and place.population > max(150_000 if best.capital else 100_000, best.population // 8)
        ]

    def _country_behind(self, end: int) -> str | None:
        """The country of "Tripoli, Lebanon" or "Paris (Texas)"."""
        if self.text[end : end + 2] not in (", ", " ("):
            return None
        position = end + 2
        for country in self.view.get("countries"):
            for spot in country["mentions"]:
                if spot["start"] == position and spot.get("form", "name") == "name":
                    return str(country["alpha2"])
        first = WORD.match(self.text, position)
        if first is not None:  # "Vienna, Virginia", "Charleston, South Carolina"
            second = WORD.match(self.text, first.end() + 1)
            for last in (second, first):
                if last is not None and first.group()[0].isupper():
                    for place in gazetteer().named(self.text[position : last.end()]):
                        if place.kind == "region" and place.country:
                            return place.country
        return None

    def _is_taken(self, start: int, end: int, name: str) -> bool:
        """Whether a person, country or time has the name; a longer name wins ("Kuwait-Stadt")."""
        index = bisect_right(self._taken, (start, 1 << 60))
        for left, right in self._taken[max(0, index - 3) : index + 2]:
            if left < end and start < right and not (start <= left and right <= end and (right - left) < (end - start)):
                return True
        return False

    def _reading(self, place: KnownPlace, before: str, end: int, located: bool) -> str:
        if not place.capital:
            return "place"
        if self.rules.government_before.search(before) or self.rules.government_object.search(before):
            return "government"
        if not located and self.rules.government_verb.match(self.text, end):
            return "government"
        if self.rules.government_from.search(before) and self.rules.government_said.match(self.text, end):
            return "government"
        genitive = self.text[end - 1] == "s" if self.view.language == "de" else self.text[end : end + 1] in "'’"
        if genitive and self.rules.government_noun.match(self.text, end):
            return "government"
        return "place"
