"""Sides of a meeting that are no persons: "die iranische Regierung", "die Regierung in Kairo", "beide Seiten"."""

from __future__ import annotations

from itertools import pairwise

from coalition_nlp.knowledge.countries import country_name
from coalition_nlp.pipes.base import View

from .models import Named, Spot
from .patterns import Rules


def governments(view: View, rules: Rules, places: list[Spot]) -> list[Named]:
    """Governments as the country they speak for, in the order of the text."""
    if not rules.words.sides:
        return []
    text, and_the = view.text, rules.people.and_the
    found = []
    heads: set[int] = set()  # where an adjective before the word for a government begins
    adjectives = []
    for country in view.get("countries"):
        code, name = str(country["alpha2"]), str(country["name"])
        for spot in country["mentions"]:
            start, end = spot["start"], spot["end"]
            adjectives.append((start, end, code, name))
            if spot.get("form", "name") == "name":
                before = rules.side_of.search(text, max(start - 40, 0), start)
                if before is not None:  # "die Regierung der Ukraine"
                    found.append(Named(before.start(), end, "country", code, name, {"delegation": True}))
                    continue
            behind = rules.side_behind.match(text, end)
            if behind is not None:  # "die iranische Regierung", "Syriens Regierung"
                found.append(Named(start, behind.end(), "country", code, name, {"delegation": True}))
                heads.add(start)
    adjectives.sort()
    for (start, end, code, name), (following, *_) in reversed(list(pairwise(adjectives))):
        if following in heads and and_the.fullmatch(
            text, end, following
        ):  # "die serbische und die kosovarische Regierung"
            found.append(Named(start, end, "country", code, name, {"delegation": True}))
            heads.add(start)
    last = -1
    for start, end, place in places:
        code = str(place.get("country") or "")
        before = rules.side_in.search(text, max(start - 40, 0), start) if code else None
        if before is None and code and last >= 0 and and_the.fullmatch(text, last, start):  # "in Belgrad und Pristina"
            found.append(Named(start, end, "country", code, country_name(code), {"delegation": True}))
        last = end if before is not None else -1
        if before is not None:  # "die Regierung in Kairo"
            found.append(Named(before.start(), end, "country", code, country_name(code), {"delegation": True}))
    twins = any(name in text for name in rules.words.twins)
    for match in rules.twins.finditer(text) if twins else ():
        for code in rules.words.twins[match["name"]]:  # "die beiden Koreas"
            found.append(Named(match.start(), match.end(), "country", code, country_name(code), {"twin": True}))
    return sorted(found, key=lambda n: n.start)


def pair_of(named: list[Named], text: str, rules: Rules) -> list[Named]:
    """The last two sides named together ("A und B", "A mit B")."""
    sides = [n for n in named if n.kind in ("country", "organization")]
    for left, right in reversed(list(pairwise(sides))):
        if (
            left.key != right.key
            and right.start - left.end < 90
            and rules.people.pair.match(text[left.end : right.start])
        ):
            return [left, right]
    return []
