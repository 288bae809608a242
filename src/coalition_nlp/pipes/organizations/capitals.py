"""What an organization asks of places: whether a name is one, and whose capital it is."""

from __future__ import annotations

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.pipes.places.patterns import patterns


def is_place(language: str, name: str) -> bool:
    """Whether the model took a well-known place for an organization, such as one in the capitals of a dateline."""
    title = name.title() if name.isupper() and len(name) > 3 else name
    return title in patterns(language).forms or any(p.capital or p.kind != "city" for p in gazetteer().named(title))


def seat_of_government(language: str, city: str) -> str | None:
    """The country whose capital that is."""
    forms = patterns(language).forms
    for place in [forms[city]] if city in forms else gazetteer().named(city):
        if place.capital:
            return place.country
    return None
