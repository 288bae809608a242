"""The rules of one language, compiled: names of places and the words around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from coalition_nlp.errors import RuleFileError
from coalition_nlp.knowledge.places import KnownPlace, gazetteer
from coalition_nlp.languages import rules

from .models import PlaceContext, PlaceForms

# A word that may begin a name, and what may stand between the words of one.
WORD = re.compile(r"([^\W\d_][\w'’‘ʼ-]*(?:\.(?<=\bSt\.))?)")
DATELINE = re.compile(
    r"(?:\s*/\s*[^\W\d_][\w. -]{1,30}?)?(?:\s*,\s*[^\W\d_][\w. -]{1,20}?)?\s*(?:\([^()\n]{2,40}\)|[–—-]\s|,\s+\d)"
)
COORDINATION = re.compile(r"\s*(?:,|und|and|sowie|oder|or|bis|to|/)\s*(?:(?:in|and|und)\s+)?\Z")


@dataclass(frozen=True)
class PlacePatterns:
    """Compiled form of the two tables."""

    forms: dict[str, KnownPlace]
    first_words: frozenset[str]
    own_countries: frozenset[str]
    never: frozenset[str]
    only_located: frozenset[str]
    located: re.Pattern[str]
    part_of: re.Pattern[str]
    followed: dict[str, re.Pattern[str]]
    preceded: dict[str, re.Pattern[str]]
    government_verb: re.Pattern[str]
    government_before: re.Pattern[str]
    government_object: re.Pattern[str]
    government_between: re.Pattern[str]
    government_from: re.Pattern[str]
    government_said: re.Pattern[str]
    government_noun: re.Pattern[str]
    adjective_endings: tuple[str, ...]


def _words(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def patterns(language: str) -> PlacePatterns:
    """The compiled rules of a language.

    Raises:
        RuleFileError: a form points to a place that the gazetteer does not have.
    """
    forms: dict[str, KnownPlace] = {}
    known = gazetteer()
    for row in rules(language, "places", PlaceForms).rows:
        found = [place for place in known.named(row.name) if place.country == row.country]
        if not found:
            raise RuleFileError(f"languages/{language}/places.csv: no place {row.name!r} in {row.country}")
        forms[row.form] = found[0]
    context = rules(language, "places_context", PlaceContext)
    # an article and one adjective may stand between: "in der Stadt", "im nordirakischen Erbil", "in northern Aleppo"
    between = r"(?:der\s+|dem\s+|den\s+|die\s+|the\s+)?(?:[a-zäöü][\w-]+(?:er|en|em|e|ern|n|ed|al|ish|ian|an)\s+)?"
    return PlacePatterns(
        forms=forms,
        first_words=frozenset(word[0] for form in forms if len(word := WORD.findall(form)) > 1),
        own_countries=frozenset(context.own_countries),
        never=frozenset(context.never),
        only_located=frozenset(context.only_located),
        located=re.compile(rf"(?:^|[\s(„“\"»«])(?:{_words(context.locative)})\s+{between}\Z", re.IGNORECASE),
        part_of=re.compile(rf"[\s-](?:{_words(context.part_of)})\b"),
        followed={each.form: re.compile(rf"[\s-]+(?:{_words(each.by)})\b") for each in context.followed},
        preceded={
            each.form: re.compile(rf"\b(?:{_words(each.after)})\s+\Z", re.IGNORECASE)
            for each in context.followed
            if each.after
        },
        government_verb=re.compile(rf"\s+(?:[a-zäöü]+ly\s+)?(?:{_words(context.government_verbs)})\b"),
        government_before=re.compile(
            rf"\b(?:{_words(context.government_before)})\s+(?:\S+\s+(?:und|and)\s+)?\Z", re.IGNORECASE
        ),
        # "sagte Pjöngjang", "told Beijing"
        government_object=re.compile(rf"(?<![\w-])(?:{_words(context.government_object)})\s+\Z"),
        # "Neu Delhi hatte Islamabad ..."
        government_between=re.compile(rf"\s+(?:{_words(context.government_verbs)})\s+"),
        # "aus Washington hieß es"
        government_from=re.compile(rf"\b(?:{_words(context.government_from)})\s+\Z", re.IGNORECASE),
        government_said=re.compile(rf"\s+(?:{_words(context.government_said)})\b"),
        # "Athens' position", "Moskaus harte Haltung"
        government_noun=re.compile(rf"(?:['’]s?)?\s+(?:[a-zäöü]+\s+)?(?:{_words(context.government_nouns)})\b"),
        adjective_endings=context.adjective_endings,
    )
