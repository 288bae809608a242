"""Finds countries: by name, adjective, demonym or as the first part of a compound."""

from __future__ import annotations

import re

from coalition_nlp.knowledge.countries import countries
from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import Fact, FactPipe, View

from .languages import is_language, neighbour
from .models import Found
from .patterns import Word, Words, context, fits, fused, half, hyphenated, index, openings, prefixed

_LETTER = re.compile(r"[^\W\d_]")
_LEADS_TO = frozenset({"to", "of", "for", "in"})
# A slash behind these is part of a web address or a path, not between two countries ("Burma/Myanmar").
_ADDRESS = re.compile(r"[.:/][\w%?=&+-]*/\Z")
_CITY = 500_000  # inhabitants: a name that such a city shares with a federal state may mean the city


class CountryPipe(FactPipe):
    """Finds countries; one fact a country, with all its mentions."""

    key = "countries"

    def find(self, view: View) -> list[Fact]:
        """The countries of one document, in text order.

        >>> import spacy
        >>> doc = spacy.blank("de")("Die irakische Regierung und Irans Präsident reisen in die USA.")
        >>> [(f["alpha2"], f["name"]) for f in CountryPipe("de").find(View(doc, "de"))]
        [('IQ', 'Iraq'), ('IR', 'Iran'), ('US', 'United States')]
        """
        table = countries()
        facts: dict[str, Fact] = {}
        for item in find_countries(view):
            fact = facts.get(item.alpha2)
            if fact is None:
                entry = table[item.alpha2]
                fact = facts[item.alpha2] = {"alpha2": entry.alpha2, "name": entry.name, "mentions": []}
                if entry.historic:
                    fact["historic"] = True
            fact["mentions"].append({"start": item.start, "end": item.end, "form": item.form})
        return list(facts.values())


def find_countries(view: View) -> list[Found]:
    """All mentions of countries in the readable text, in order, without overlaps."""
    text, language = view.readable, view.language
    forms = index(language)
    words = Words(view.words)
    opens = openings(language)
    persons = _person_spans(view)
    found: list[Found] = []
    behind = 0  # the word behind the last name
    for at in [at for at, norm in enumerate(words.norms) if opens[norm]]:
        if at < behind:
            continue
        word = words[at]
        entries = forms.get(word.norm)
        step = 1
        item: Found | None = None
        if entries:
            for entry in entries:
                end = fits(entry, words, at, text)
                if end is not None and _stands_free(text, word.start, end):
                    step = len(entry.words)
                    if entry.alpha2:
                        hyphen = text[end : end + 1] in "-‐‑" and _LETTER.match(text, end + 1)
                        form = "compound" if hyphen and entry.form == "name" else entry.form
                        item = Found(word.start, end, entry.alpha2, form)
                    break
        elif len(word.norm) > 6 and _stands_free(text, word.start, word.end):
            item = prefixed(language, word) or fused(language, word)
        if item is None and at + 1 < len(words):
            item = hyphenated(language, word, words[at + 1], text)
        if item is None and (code := half(language, word, words, at, text)) is not None:
            item = Found(word.start, word.end, code, "name")
        if item is not None and not _other_reading(view, item, words, at, step, persons):
            found.append(item)
        elif item is not None:
            why = "a language, a person, a pronoun or another place of that name"
            view.trace("countries", "rejected", f"form:{item.form}", item.start, item.end, why)
        behind = at + step
    return found


def _stands_free(text: str, start: int, end: int) -> bool:
    """Not a part of a handle, a web address or a word with digits."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in ("@", "_") or (before and before.isdigit()):
        return False
    if before == "/" and _ADDRESS.search(text, max(0, start - 80), start):
        return False
    if before == "." and text[start - 2 : start - 1].islower() and text[start : start + 1].islower():
        return False
    if after == "." and text[start].islower() and text[end + 1 : end + 2].islower():
        return False
    return after not in ("_", "$") or after == ""


def _other_reading(view: View, item: Found, words: Words, at: int, step: int, persons: list[tuple[int, int]]) -> bool:
    """Whether the word is a language, a person, a pronoun in capitals or another place with the same name."""
    ctx = context(view.language)
    text = view.readable
    name = text[item.start : item.end]
    before = neighbour(text, words, at - 1, item.start)
    after = neighbour(text, words, at + step, item.end)
    if item.form == "adjective" and is_language(view.language, text, words, at, step):
        return True
    if name == "US" and view.language == "en":  # "JOIN US"
        around = [w.norm for w in (before, after) if w is not None]
        if around and all(w.isupper() and len(w) > 1 for w in around) and not any(w in ("THE", "AND") for w in around):
            return True
    if item.form == "name" and _town_in_state(view.language, text, words, at + step, item.end):
        return True
    plain = name[:-1] if ctx.name_genitive and name.endswith(ctx.name_genitive) else name
    if name in ctx.person_like:
        if before is not None and before.norm in given_names():  # "Michael Jordan"
            return True
        owner = text[item.end : item.end + 2] in ("'s", "’s")  # "Jordan's King X": the model may take it for a name
        if any(start <= item.start - owner and item.end <= end for start, end in persons):
            if not (before is not None and before.norm in _LEADS_TO and _before_full_name(item, text, persons)):
                return True
        joined = text[item.start - 1 : item.start] in ("-", "–")  # "NATO-Georgia Commission"
        if ctx.person_like_after and not joined and _looks_like_given_name(view.language, before, after, text, item):
            return True
    for case in ctx.ambiguous:
        if case.name in (name, plain):
            sentence = view.sentence_at(item.start)
            if sentence is not None:
                around_text = view.text[sentence.start : sentence.end]
                if any(re.search(rf"\b{re.escape(word)}\b", around_text) for word in case.against):
                    return True
    return False


def _town_in_state(language: str, text: str, words: Words, at: int, end: int) -> bool:
    """A town with a country's name: "Lebanon, Tennessee"; not where the state's name is a country's or large city's."""
    if text[end : end + 2] != ", " or at >= len(words) or words[at].start != end + 2:
        return False
    if any(e.alpha2 and fits(e, words, at, text) for e in index(language).get(words[at].norm, ())):
        return False
    for size in (2, 1):
        last = at + size - 1
        if last < len(words) and words[last].end - end < 25:
            named = gazetteer().named(text[end + 2 : words[last].end])
            if any(p.kind == "region" and p.country == "US" for p in named):
                return not any(p.population > _CITY for p in named)
    return False


def _before_full_name(item: Found, text: str, persons: list[tuple[int, int]]) -> bool:
    """ "ambassador to Kenya Oskar Tamm": the country and two names more, taken for one person."""
    return any(start == item.start and text[start:end].count(" ") > 1 for start, end in persons)


def _looks_like_given_name(language: str, before: Word | None, after: Word | None, text: str, item: Found) -> bool:
    """ "Georgia Okafor said": a capitalised word follows that is no country and opens no title."""
    ctx = context(language)
    if after is None or not after.norm[0].isupper() or after.norm in index(language):
        return False
    if after.norm in ctx.person_like_after or "\n" in text[item.end : after.start]:
        return False
    return before is None or before.norm not in ctx.person_like_before


def _person_spans(view: View) -> list[tuple[int, int]]:
    """Names of persons of at least two words by the base model, each within one line."""
    spans = [(start, end) for kind, start, end in syntax.name_spans(view.doc) if kind == "PER"]
    return [(start, end) for start, end in spans if " " in view.text[start:end] and "\n" not in view.text[start:end]]
