"""Office holders whom the text calls by surname alone ("Merkel said"), known from the tables."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from coalition_nlp.knowledge.given_names import common_surnames, given_names
from coalition_nlp.knowledge.office_holders import Holder, fold, holders, tables_in_use
from coalition_nlp.knowledge.places import KnownPlace, gazetteer
from coalition_nlp.languages import rules
from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.memo import FormMemo

from .forms import is_noun
from .lexicon import name_lexicon
from .models import Name, NameRules, Title
from .persons import Registry
from .tokens import Token

_ARTICLE = re.compile(r"^[AaEe]l-")
_LARGE = 100_000  # inhabitants
_SHORTEST = 3  # letters of a surname
_HOUSE = 3  # persons of one surname; where there are more, it tells nobody apart
_AFTERGLOW = dt.timedelta(days=90)  # so long the press goes on calling a former holder by a surname that others bear


def known_surnames(registry: Registry, tokens: list[Token], titles: list[Title], view: View) -> None:
    """Add holders of the tables who are named by a surname that nobody in the document bears."""
    families = {registry.family(n.words) for p in registry.persons for n in p.names}
    borne = families | {fold(word) for p in registry.persons for n in p.names for word in n.words}
    inside = {at for p in registry.persons for n in p.names for at in range(n.first, n.last)}
    prominent, readings = _prominent(tables_in_use()), _readings(view.language, tables_in_use())
    for at in registry.reader.nameable:
        token = tokens[at]
        reading = readings[token.text]
        if reading is None or token.country or at in inside:
            continue
        key, word, doubtful = reading
        if key in families or not _alone(tokens, at, registry):
            continue
        if doubtful:
            if key in borne or not registry.trust.person(tokens, at, token.text):
                continue
            found = [h for h in prominent[key] if view.published is not None and h.held_on(view.published)]
            if len({h.name for h in found}) != 1 or not any(_expected(h, titles, tokens, at, registry) for h in found):
                continue
        elif registry.reader.is_common(token) or not any(
            _meant(holder, key, view.published) for holder in prominent[key]
        ):
            continue
        families.add(key)
        name = _name(tokens, at, word, registry, view.text)
        draft = registry.add(name, registry.by_tables(name))
        meant = {h.name for h in prominent[key] if view.published is not None and h.held_on(view.published)}
        draft.holder = meant.pop() if len(meant) == 1 else None


@cache
def _readings(language: str, tables: tuple[str, ...]) -> FormMemo[tuple[str, str, bool] | None]:
    """The folded surname of a holder that a word can be, the part of the word that is the name, and whether the word
    is a given name or a usual word too."""
    prominent, lex = _prominent(tables), name_lexicon(language)

    def read(text: str) -> tuple[str, str, bool] | None:
        if not text[0].isupper() or len(text) < 3:
            return None
        word = text.split("-")[-1] if text.startswith(lex.articles) else text.split("-")[0]
        key = fold(word)
        if key not in prominent:
            if language == "en" or not key.endswith("s") or key[:-1] not in prominent:
                return None
            key, word = key[:-1], word[:-1]
        if text in lex.stop and text not in lex.rules.ambiguous_surnames:
            return None
        short = len(key) <= (_SHORTEST if any(holder.portfolio is None for holder in prominent[key]) else _SHORTEST + 1)
        doubtful = short or text in lex.given or text in lex.rules.ambiguous_surnames or is_noun(language, text)
        if doubtful and key != fold(text):
            return None  # "Kerns", "Gang-Chef"
        if short and text not in lex.rules.ambiguous_surnames:
            return None
        return key, word, doubtful

    return FormMemo(read)


def _expected(holder: Holder, titles: list[Title], tokens: list[Token], at: int, registry: Registry) -> bool:
    """Whether the document makes a holder likely whose surname is a word or a given name too: it names his office,
    or his country or its capital where a verb stands beside the name."""
    if any(
        t.role == holder.role
        and t.portfolio == holder.portfolio
        and (t.federal or (t.country or holder.country) == holder.country)
        and (t.organization or holder.organization) == holder.organization
        and (t.country or t.organization or not t.attached)
        and not t.former
        for t in titles
    ):
        return True
    if not _famous(holder) or not registry.trust.acts(tokens, at):
        return False
    word = tokens[at].text
    if holder.country is None or not (registry.trust.is_word(word) or word in registry.lex.given):
        return True  # only ends like a noun: "Westerwelle"
    if any(t.country == holder.country for t in tokens):
        return True
    towns = (place for t in tokens if t.capital and not t.country for place in _towns(t.text))
    return any(town.capital and town.country == holder.country for town in towns)


def _towns(name: str) -> list[KnownPlace]:
    return gazetteer().named(name) or gazetteer().also(name)


def _alone(tokens: list[Token], at: int, registry: Registry) -> bool:
    """No other name stands beside it ("Hans Merkel", "Merkel Holding", "The Hague")."""
    token = tokens[at]
    if at and token.joined:
        before = tokens[at - 1]
        if before.text in registry.lex.given or before.lower == "the" or before.text in registry.lex.not_before:
            return False
    after = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].joined else None
    if after is None or token.possessive or "-" in token.text:
        return True
    if after.text.startswith(registry.lex.articles) or after.text in registry.lex.inner:
        return False  # "Chalid al-Visser"
    if not after.capital:
        return True
    if after.country and after.country_form == "name" or token.text in registry.lex.not_before:
        return False  # "Lake Chad"
    return token.text not in registry.lex.given and after.text not in registry.lex.not_after


def _name(tokens: list[Token], at: int, word: str, registry: Registry, text: str) -> Name:
    token, lex = tokens[at], registry.lex
    first = at
    while first and tokens[first].joined and tokens[first - 1].text in lex.particles:
        first -= 1
    if first < at and tokens[first].text not in lex.leading:
        first = at
    inside = token.text.find(word)
    end = token.start + inside + len(word) if inside >= 0 else token.end
    start = tokens[first].start
    words = (*(t.text for t in tokens[first:at]), text[token.start : end])
    return Name(first, at + 1, start, end, words)


def _famous(holder: Holder) -> bool:
    """Whether the press calls a holder by surname alone even when out of office."""
    return holder.portfolio == "foreign" or holder.role in ("head_of_state", "head_of_government", "secretary_general")


def _meant(holder: Holder, key: str, day: dt.date | None) -> bool:
    """Whether a surname alone may mean a holder on a day: others bear it, or he is less known, only while in office."""
    if not _famous(holder):
        return day is not None and holder.held_on(day) and not _borne_by_others(key)
    if _borne_by_others(key):
        return day is not None and (holder.held_on(day) or holder.held_on(day - _AFTERGLOW))
    return day is None or holder.start <= day.isoformat()


@cache
def _borne_by_others(key: str) -> bool:
    return key in common_surnames() or key in _folded_given_names()


@cache
def _folded_given_names() -> frozenset[str]:
    return frozenset(fold(name) for name in given_names())


@cache
def _prominent(tables: tuple[str, ...]) -> dict[str, tuple[Holder, ...]]:
    """The holders of the tables in use by folded surname; without houses ("Al Nahyan") and names of known cities."""
    found: dict[str, dict[Holder, None]] = {}
    for holder in holders():
        for name in holder.names:
            words = name.split()
            if len(words) > 1 and len(words[0]) < 5 and words[0] in _family_first():
                surname = words[0]
            else:
                surname = _ARTICLE.sub("", words[-1])
            key = fold(surname)
            if len(key) < _SHORTEST:
                continue
            if not _is_city(surname, holder) and not (len(words) > 1 and words[-2] == "Al"):
                found.setdefault(key, {})[holder] = None
    return {key: tuple(terms) for key, terms in found.items() if len({term.name for term in terms}) <= _HOUSE}


def _is_city(surname: str, holder: Holder) -> bool:
    """Whether a surname alone rather means a place: a capital, or for a less known holder any larger city."""
    places = gazetteer().named(surname)
    return any(place.capital or (place.population >= _LARGE and not _famous(holder)) for place in places)


@cache
def _family_first() -> frozenset[str]:
    return frozenset(rules("en", "names", NameRules).family_first)
