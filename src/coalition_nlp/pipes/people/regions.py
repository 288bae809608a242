"""Parts of states behind a title ("Ministerpräsident von Tirol"), and what only calls itself a state."""

from __future__ import annotations

from functools import cache

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.languages import rules
from coalition_nlp.pipes.places.models import PlaceForms

from .lexicon import Lexicon
from .models import Title
from .tokens import Token

_SEATED = ("official", "director", "spokesperson", "military_officer")
_LARGE = 200_000  # inhabitants
OF_REGIONS = ("head_of_government", "head_of_state", "minister", "deputy_minister", "official", "other", "legislator",
              "spokesperson")  # fmt: skip


def region_behind(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> int:
    """Take in the part of a state that starts at a token ("Tirols", "Provinz Helmand"); its end, 0 if there is none."""
    if title.role not in OF_REGIONS:
        return 0
    step, worded = at, False
    while step + 1 < len(tokens) and step - at < 3 and tokens[step].joined:
        lower = tokens[step].lower
        if lower in lex.offices.region_words:
            worded = True
        elif not (tokens[step].text.islower() or step == at and lower in lex.offices.state_words) or worded:
            break
        step += 1
    token = tokens[step]
    if not token.capital or not token.joined:
        return 0
    code = lex.regions.get(token.lower)
    if code is None and worded and not token.country:
        code = _in_gazetteer(token.text)
        if code is None:
            return 0
    if code is not None:
        title.countries = title.countries or [code]
        return step + 1
    before = tokens[step - 1]
    if step > at and before.lower in lex.offices.state_words and not token.country and not token.form.given:
        title.unknown_state = True  # "der Volksrepublik Visserland"
        return step + 1
    return 0


def town_ahead(tokens: list[Token], at: int, title: Title, language: str) -> int:
    """ "in Phnom Penh" behind a title: keep the country of the town; its end, 0 if there is none."""
    if title.role not in _SEATED or at + 1 >= len(tokens) or tokens[at].lower != "in":
        return 0
    for length in (2, 1):
        words = tokens[at + 1 : at + 1 + length]
        if len(words) == length and all(t.capital and t.joined and not t.country for t in words):
            if code := town_country([t.text for t in words], language):
                title.town = code
                return at + 1 + length
    return 0


def behind_station(tokens: list[Token], at: int, title: Title) -> int:
    """ "Leiterin der UNO-Mission in Mali": behind the country where somebody of an organization serves, else 0."""
    if title.role not in _SEATED or not title.organization or title.portfolio or at + 1 >= len(tokens):
        return 0
    at += 1
    if tokens[at - 1].lower not in ("in", "im") or tokens[at].country_form != "name" or not tokens[at].joined:
        return 0
    end = tokens[at].country_end
    while at < len(tokens) and tokens[at].country and tokens[at].country_end == end:
        at += 1
    return at


@cache
def _towns(language: str) -> dict[str, str]:
    return {row.form: row.country for row in rules(language, "places", PlaceForms).rows if row.country}


def town_country(words: list[str], language: str) -> str | None:
    """The country of a capital or large town by its name in a language."""
    name = " ".join(words)
    if code := _towns(language).get(name):
        return code
    for place in gazetteer().named(name)[:1]:
        if place.capital or place.population >= _LARGE:
            return place.country
    return None


def _in_gazetteer(name: str) -> str | None:
    """The country of a region or town of which there is one only."""
    codes = {place.country for place in gazetteer().named(name) if place.country}
    return codes.pop() if len(codes) == 1 else None
