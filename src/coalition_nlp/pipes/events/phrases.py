"""The noun phrases of a sentence that can be arguments: what earlier pipes found, and nouns of the theme tables.

Each knows its preposition, article, owner ("warplanes of the coalition") and the row it is in ("Italy and Spain").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from coalition_nlp.pipes.base import Fact, Sentence, View
from coalition_nlp.pipes.clauses import Word
from coalition_nlp.pipes.syntax import has_tags

from .models import Phrase
from .patterns import Lexicon
from .relations import check_rows, relate

_KINDS = {"people": "person", "organizations": "organization", "places": "place"}


class Mentions:
    """All mentions of a document by position."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.tagged = has_tags(view.doc)  # looks at every token: asked once
        spans: list[tuple[int, int, str, Fact]] = []
        offices: dict[int, int] = {}
        for key, kind in _KINDS.items():
            for fact in view.get(key):
                spans.extend((m["start"], m["end"], kind, fact) for m in fact["mentions"])
                for office in fact.get("offices") or ():
                    if spot := office.get("mention"):
                        offices[spot["end"]] = spot["start"]
        for fact in view.get("countries"):
            for m in fact["mentions"]:
                spans.append((m["start"], m["end"], f"country:{m.get('form', 'name')}", fact))
        for title in view.get("titles"):
            spans.append((title["start"], title["end"], "title", title))
        for fact in view.get("figures"):
            if fact["kind"] == "money":
                spans.append((fact["mention"]["start"], fact["mention"]["end"], "money", fact))
            elif fact["kind"] in ("percent", "fraction") or fact.get("unit") in ("death", "injury"):
                spans.append((fact["mention"]["start"], fact["mention"]["end"], "count", fact))
        self.spans = sorted(spans, key=lambda s: (s[0], -s[1]))
        self.starts = [s[0] for s in self.spans]
        self.offices = offices
        self.people = {str(p["id"]): p for p in view.get("people")}
        self.times = sorted(
            ((t["mention"]["start"], t["mention"]["end"], t) for t in view.get("times")), key=lambda t: t[0]
        )
        self.time_starts = [t[0] for t in self.times]
        self.figures = sorted(
            ((f["mention"]["start"], f["mention"]["end"], f) for f in view.get("figures")), key=lambda t: t[0]
        )
        self.figure_starts = [f[0] for f in self.figures]

    def inside(self, start: int, end: int) -> list[tuple[int, int, str, Fact]]:
        """Mentions inside a stretch."""
        first, last = bisect_left(self.starts, start), bisect_right(self.starts, end)
        return [s for s in self.spans[first:last] if s[1] <= end]

    def times_in(self, start: int, end: int) -> list[tuple[int, int, Fact]]:
        """Time expressions inside a stretch."""
        first, last = bisect_left(self.time_starts, start), bisect_right(self.time_starts, end)
        return [t for t in self.times[first:last] if t[1] <= end]

    def figures_in(self, start: int, end: int) -> list[tuple[int, int, Fact]]:
        """Figures inside a stretch."""
        first, last = bisect_left(self.figure_starts, start), bisect_right(self.figure_starts, end)
        return [f for f in self.figures[first:last] if f[1] <= end]


def find_phrases(
    mentions: Mentions, lexicon: Lexicon, sentence: Sentence, words: list[Word], events: dict[int, int]
) -> list[Phrase]:
    """The phrases of a sentence in text order. `events` has start and end of the event nouns, phrases of their own."""
    text = mentions.view.text
    spots = [  # not the country of "US-led"
        s
        for s in mentions.inside(sentence.start, sentence.end)
        if not (text[s[1] : s[1] + 1] == "-" and text[s[1] + 1 : s[1] + 2].islower())
    ]
    adjectives = [s for s in spots if s[2] in ("country:adjective", "country:compound")]
    found = [_named(s) for s in spots if s[2] not in ("country:adjective", "country:compound")]
    found += _things(mentions.view, lexicon, words, set(events))
    lows = [w.low for w in words]
    for index, word in enumerate(words):
        if word.start in events:
            theme = lexicon.theme_at([lows[index]])
            found.append(
                Phrase(
                    word.start,
                    events[word.start],
                    word.start,
                    "event",
                    None,
                    theme[0].classes if theme else frozenset(),
                )
            )
    found.sort(key=lambda p: (p.start, -p.end, p.kind == "thing"))
    kept: list[Phrase] = []
    for phrase in found:
        if kept and phrase.start < kept[-1].end:
            before = kept[-1]
            inner = phrase.kind in ("group", "thing") and phrase.end <= before.end
            if (
                inner
                and before.kind in ("count", "title", "money")
                and (before.kind != "title" or phrase.kind == "group" or "diplomats" in phrase.classes)
            ):
                before.classes |= phrase.classes
                before.entity = before.entity or phrase.entity
            elif phrase.kind in ("group", "thing") and before.kind == "count" and phrase.end > before.end:
                phrase.start = before.start
                kept[-1] = phrase
            continue
        kept.append(phrase)
    for start, end, figure in mentions.figures_in(sentence.start, sentence.end):
        if figure["kind"] == "count" and not any(p.start < end and start < p.end for p in kept):
            kept.append(Phrase(start, end, start, "count", figure))
    kept.sort(key=lambda p: p.start)
    if lexicon.language == "en":
        kept = _compounds(kept, text)
    kept = [p for i, p in enumerate(kept) if not _belongs_to_name(p, kept[i + 1 : i + 2])]
    starts = [w.start for w in words]
    for phrase in kept:
        _look_left(phrase, words, starts, mentions, lexicon, adjectives)
    relate(kept, lexicon, mentions.view.text)
    check_rows(kept, text, lexicon.sets["joins"])
    return kept


def _compounds(kept: list[Phrase], text: str) -> list[Phrase]:
    """ "government forces": the first noun describes the second."""
    result: list[Phrase] = []
    for phrase in kept:
        before = result[-1] if result else None
        nouns = ("group", "thing", "event")
        if (
            before is not None
            and before.kind in nouns
            and phrase.kind in nouns
            and text[before.end : phrase.start] == " "
        ):
            if phrase.kind != "event":
                phrase.start = before.start
                result.pop()
        result.append(phrase)
    return result


def _belongs_to_name(phrase: Phrase, following: list[Phrase]) -> bool:
    """A title right before the name of the one who holds it."""
    if phrase.kind != "title" or not following or following[0].kind != "person":
        return False
    return following[0].start - phrase.end < 4 and (phrase.fact or {}).get("person") == (following[0].fact or {}).get(
        "id"
    )


def _named(spot: tuple[int, int, str, Fact]) -> Phrase:
    start, end, kind, fact = spot
    phrase = Phrase(start, end, start, kind.partition(":")[0], fact)
    if kind == "country:demonym":
        phrase.kind, phrase.entity, phrase.classes = "group", "group", frozenset({"people"})
    elif phrase.kind == "country":
        phrase.classes = frozenset({"places", "state"})
        phrase.country = fact["alpha2"]
    elif phrase.kind == "place":
        phrase.classes = frozenset({"places"})
    elif phrase.kind == "organization":
        kinds = {"armed_group": "armed", "military": "troops", "alliance": "alliance", "government": "state"}
        phrase.classes = frozenset({kinds.get(str(fact.get("kind")), "people")})
        if fact.get("kind") == "international":
            phrase.classes |= {"alliance"}
    elif phrase.kind == "money":
        phrase.classes = frozenset({"money"})
    elif phrase.kind == "title":
        phrase.classes = frozenset({"diplomats"}) if fact.get("role") in ("ambassador", "envoy") else frozenset()
    elif phrase.kind == "count" and fact.get("unit") in ("death", "injury"):
        phrase.classes = frozenset({"civilians"})
    return phrase


def _things(view: View, lexicon: Lexicon, words: list[Word], triggers: set[int]) -> list[Phrase]:
    found = []
    lows = [w.low for w in words]
    for index, word in enumerate(words):
        if lexicon.language == "de" and not word.text[0].isupper():
            continue
        if not lexicon.ends_theme(word.low):
            continue
        hit = lexicon.theme_at(lows[max(index - 3, 0) : index + 1])
        if hit is None or word.start in triggers:
            continue
        theme, length = hit
        if lexicon.language == "en" and view.doc[view.token_at(word.start)].pos_ in ("VERB", "AUX", "ADJ", "ADV"):
            continue
        start = words[index - length + 1].start
        found.append(
            Phrase(start, word.end, start, "group" if theme.entity else "thing", None, theme.classes, theme.entity)
        )
    return found


def _look_left(
    phrase: Phrase, words: list[Word], starts: list[int], mentions: Mentions, lexicon: Lexicon,
    adjectives: list[tuple[int, int, str, Fact]],
) -> None:  # fmt: skip
    """Adjectives, article and preposition before the phrase."""
    text, sets = mentions.view.text, lexicon.sets
    begin = phrase.start
    if phrase.kind == "person":
        for gap in range(3):
            if (office := mentions.offices.get(begin - gap)) is not None:
                begin = min(begin, office)
    index = bisect_left(starts, begin) - 1
    edge = begin
    for start, end, kind, fact in adjectives:  # "US-Truppen": the prefix is part of the word
        if kind == "country:compound" and 0 <= phrase.head - end <= 1:
            phrase.country, phrase.start, edge = fact["alpha2"], start, min(edge, start)
            index = bisect_left(starts, start) - 1
    steps = 0
    while index >= 0 and steps < 9:
        word = words[index]
        between = text[word.end : edge]
        if between.strip(" \u00a0\"'„“”‚‘’«»-\n"):
            break
        low = word.low
        if low in lexicon.contracted:
            phrase.prep, phrase.det, edge = lexicon.contracted[low], "dem", word.start
            break
        if low in sets["determiners"] and not phrase.det and not (phrase.kind == "person" and low in sets["stop"]):
            phrase.det, edge = low, word.start
        elif (
            low in ("und", "and", ",")
            and steps
            and not phrase.det
            and _adjective_pair(words, index, lexicon, mentions.view)
            or low in sets["around_numbers"]
            and steps < 6
            and _numbers_follow(words, index, phrase, sets["vague_numbers"])
        ):
            edge = word.start
        elif low in sets["prepositions"]:
            phrase.prep, edge = low, word.start
            break
        elif (
            phrase.det
            or (low in sets["stop"] and "-" not in (text[word.start - 1 : word.start], text[word.end : word.end + 1]))
            or not _adjective(word, lexicon, mentions.view)
        ):
            break
        else:
            edge = phrase.start = word.start
            for start, end, _, fact in adjectives:
                if start <= word.start < end and phrase.country is None:
                    phrase.country = fact["alpha2"]
        index -= 1
        steps += 1
    phrase.left = min(edge, phrase.start)
    if lexicon.language == "de" and phrase.det in lexicon.sets["genitive"] and not phrase.prep and index >= 0:
        before = words[index]
        if before.text[0].isupper() and index and not text[before.end : edge].strip(" \u00a0\"'„“‚‘«»"):
            phrase.owned = True  # the genitive of a noun that is no phrase ("nach Angaben der Behörde")
    bare = phrase.kind in ("place", "country") and not phrase.prep and not phrase.det and index > 0
    bare = bare and lexicon.language == "de"
    if (
        bare and text[phrase.end - 1] == "s" and words[index].text[0].isupper() and edge - words[index].end == 1
        and (phrase.fact or {}).get("name", "s")[-1] != "s"
    ):  # fmt: skip
        phrase.owned = True  # "im Osten Aleppos"
    if phrase.kind == "person":
        phrase.left = min(phrase.left, begin)


def _adjective_pair(words: list[Word], index: int, lexicon: Lexicon, view: View) -> bool:
    """ "civil and humanitarian activities"."""
    if index == 0 or index + 1 >= len(words):
        return False
    for word in (words[index - 1], words[index + 1]):
        tag = view.doc[view.token_at(word.start)].pos_
        capital = word.text[0].isupper() and lexicon.language == "de"
        if tag not in ("ADJ", "") or capital or not _adjective(word, lexicon, view):
            return False
        if not tag and word.low in lexicon.sets["determiners"]:
            return False
    return True


def _numbers_follow(words: list[Word], index: int, phrase: Phrase, vague: frozenset[str]) -> bool:
    near = [w for w in words[index : index + 6] if w.start < phrase.head]
    return phrase.kind in ("money", "count") or any(w.text[0].isdigit() or w.low in vague for w in near)


def _adjective(word: Word, lexicon: Lexicon, view: View) -> bool:
    if word.text[0].isdigit():
        return True
    text, forms = view.text, lexicon.words
    if text[word.end : word.end + 1] == "-" or (text[word.start - 1 : word.start] == "-" and word.text[0].islower()):
        return True  # "US-geführten", "American-led"
    if lexicon.language == "de":
        if word.text[0].isupper():
            return (
                forms.adjective.match(word.low) is not None
                and word.end < len(view.text)
                and view.text[word.end] in " -"
                and (view.text[word.end] == "-" or forms.capital_adjective.search(word.low) is not None)
            )
        if forms.adjective.match(word.low) is None:
            return False
        tag = view.doc[view.token_at(word.start)].pos_
        if word.low in lexicon.verb_forms:
            return (
                forms.participle.search(word.low) is not None
                and forms.attribute.search(view.text[max(word.start - 80, 0) : word.start]) is not None
            )
        return tag not in ("VERB", "AUX", "PRON") or forms.participle.search(word.low) is not None
    token = view.doc[view.token_at(word.start)]
    if token.pos_:
        return token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "ADV") or token.tag_ == "VBN" and "-" in token.text
    return word.low not in lexicon.verb_forms
