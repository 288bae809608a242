"""Who is named in a document and may take part in a meeting; the countries by place."""

from __future__ import annotations

import re
from functools import cached_property

from coalition_nlp.pipes.base import Fact, View, mentions_of

from .models import Named, Spot
from .patterns import Rules
from .sides import governments
from .wording import PeopleWords

_MANY = frozenset({"official", "other", "director", "military_officer"})  # offices many hold


def countries(view: View) -> list[tuple[int, int, bool, int, Fact]]:
    """All mentions of countries by their start."""
    spots = [
        (m["start"], m["end"], m.get("form", "name") == "name", fact)
        for fact in view.get("countries")
        for m in fact["mentions"]
    ]
    ordered = [(start, end, named, order, fact) for order, (start, end, named, fact) in enumerate(spots)]
    return sorted(ordered, key=lambda item: (item[0], item[3]))


def who_is_named(view: View, rules: Rules, places: list[Spot]) -> list[Named]:
    """All mentions of who may take part, without overlaps."""
    words = rules.people
    there = {(start, end) for start, end, _ in places}
    found = [
        Named(start, end, "person", str(fact["id"]), str(fact.get("name", "")), fact)
        for start, end, fact in mentions_of(view.get("people"))
        if (start, end) not in there and not words.city.search(view.text, start, end)
    ]
    found += [
        Named(m["start"], m["end"], "country", str(fact["alpha2"]), str(fact["name"]), fact)
        for fact in view.get("countries")
        for m in fact["mentions"]
        if m.get("form", "name") == "name"
    ]
    found += governments(view, rules, places)
    found += [
        Named(start, end, "organization", str(fact["id"]), str(fact["name"]), fact)
        for start, end, fact in mentions_of(view.get("organizations"))
        if fact.get("kind") not in ("media", "military")
    ]
    people = {str(p["id"]): p for p in view.get("people")}
    names = {(n.id, n.start - gap) for n in found if n.kind == "person" for gap in range(3)}
    inside = {(n.id, n.start) for n in found if n.kind == "person"}
    for title in view.get("titles"):
        person = people.get(str(title.get("person") or ""))
        if person is None or (person["id"], title["end"]) in names:
            continue  # a title right before the name is no mention of its own
        if _is_plural(view.text, title["start"], title["end"], words):
            continue
        bodies = {o.get("organization") for o in person.get("offices") or []}
        several = title.get("role") in _MANY and not title.get("portfolio")
        several = several and (not title.get("organization") or title["organization"] not in bodies)
        if several and not any(m["start"] <= title["end"] + 80 for m in person["mentions"]):
            continue  # "Vertreter der Armee", "advisers": not the one such named further on
        if not any((person["id"], at) in inside for at in range(title["start"], title["end"])):
            found.append(Named(title["start"], title["end"], "person", str(person["id"]), str(person["name"]), person))
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Named] = []
    for item in found:  # no overlaps; the earlier and longer mention stays
        twin = item.fact.get("twin") and bool(kept) and kept[-1].fact.get("twin") and item.start == kept[-1].start
        if not kept or item.start >= kept[-1].end or twin:
            kept.append(item)
    return kept


def _is_plural(text: str, start: int, end: int, words: PeopleWords) -> bool:
    """ "die Außenminister der USA, Russlands": a title of several is nobody's."""
    if words.several.search(text[start:end]):
        return True
    if words.feminine_title.match(text[start:end]):
        return False
    return words.plural_before.search(text[max(start - 40, 0) : start]) is not None


def without_attributes(found: list[Named], view: View, rules: Rules, places: list[Spot]) -> list[Named]:
    """Without countries and bodies that only describe the person behind ("Japans Regierungschef X")."""
    text, words = view.text, rules.people
    located = _Located(found, places)
    kept = []
    for index, item in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if item.kind in ("country", "organization"):
            behind = text[item.end : item.end + 2]
            if behind[:1] in ("-", "'", "’") or behind == "s ":
                continue
            if behind[:1] == ")" and text[item.start - 1 : item.start] == "(":
                continue
            if following is not None and following.kind == "person" and following.start - item.end < 70:
                joint = text[item.end : following.start]
                if joint.strip() and rules.attribute.match(joint) and not words.opens_and.match(joint):
                    continue
            if following is not None and item.kind == "country" and following.kind == "person":
                # "counterparts of Tunisia Anna Brandt and Algeria Karim Haddad"
                if text[item.end : following.start] == " " and view.language == "en":
                    continue
            if item.kind == "country" and words.behind_comma.search(text[max(item.start - 40, 0) : item.start]):
                if located(item):
                    continue  # "Vilnius, Lithuania"
            if (
                item.kind == "country"
                and text[item.end - 1] == "s"
                and re.match(r"\s[A-ZÄÖÜ]", text[item.end : item.end + 2])
                and view.language == "de"
            ):
                continue
        kept.append(item)
    return kept


class _Located:
    """Whether a country is that of the place before: "Paris-Saclay, France"."""

    def __init__(self, found: list[Named], places: list[Spot]) -> None:
        self._found = found
        self._places = places

    @cached_property
    def _place_ends(self) -> set[int]:
        return {end for _, end, _ in self._places}

    @cached_property
    def _country_ends(self) -> set[int]:
        return {n.end for n in self._found if n.kind == "country"}

    def __call__(self, item: Named) -> bool:
        near = range(item.start - 17, item.start + 1)
        in_row = any(at in self._country_ends for at in near[-4:])
        return not in_row and any(at in self._place_ends for at in near)
