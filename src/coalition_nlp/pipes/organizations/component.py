"""Finds organizations: known names joined in one record, bodies of a state by pattern, then the model's names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coalition_nlp.knowledge.organizations import KnownOrganization
from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import Fact, FactPipe, View, mention, mentions_of
from coalition_nlp.pipes.memo import FormMemo
from coalition_nlp.pipes.rejections import trace_model_names

from .capitals import is_place, seat_of_government
from .introductions import brackets, long_form
from .named import later, translated
from .others import is_other, name_before
from .patterns import Compiled, Headed, compiled, plain

_INSIDE = re.compile(r"(?<=\w-)")  # the second part of a compound
_CAPITALS = re.compile(r"\b[^\W\d_]*[A-ZÄÖÜ]")
_REACH = 8  # words before a head at which its pattern may start
_OF = re.compile(r"\s+(?:of|der|des|von|in)\s+(?:the\s+|der\s+|den\s+|dem\s+)?\Z")
_LONGEST_COUNTRY = 100  # characters of a country's name and what joins it to a body
_MOST_WORDS = 12  # of a name
_MOST_LONG = 40  # long forms looked for again
_ARTICLE = re.compile(r"^(?:the|The|der|die|das|Die|Der|Das)\s+")


class _Found(NamedTuple):
    """A mention; `known` where the organization is in our data, else `key` joins mentions of the same form."""

    start: int
    end: int
    key: str
    kind: str
    known: KnownOrganization | None = None
    country: str | None = None


class OrganizationPipe(FactPipe):
    """Finds organizations.

    >>> import spacy
    >>> nlp = spacy.blank("de")
    >>> pipe = nlp.add_pipe("coalition_organizations")
    >>> [(o["name"], o["canonical"]) for o in nlp("Der EU-Gipfel endet, die Nato berät.")._.coalition["organizations"]]
    [('EU', 'European Union'), ('Nato', 'NATO')]
    """

    key = "organizations"

    def find(self, view: View) -> list[Fact]:
        """The organizations of one document, in text order."""
        reader = _Reader(view, compiled(self.language))
        facts: dict[str, Fact] = {}
        for found in _joined(sorted(reader.read(), key=lambda f: f.start), view.text):
            text = view.text[found.start : found.end]
            new = {"id": f"o{len(facts) + 1}", "name": text, "kind": found.kind, "mentions": []}
            fact = facts.setdefault(found.key, new)
            if len(text) > len(fact["name"]):
                fact["name"] = text  # the fullest form in the text
            if found.known is not None:
                fact["canonical"] = found.known.name
                fact["wikidata"] = found.known.wikidata
            if found.country:
                fact["country"] = found.country
            fact["mentions"].append(mention(found.start, found.end))
        spans = ((m["start"], m["end"]) for fact in facts.values() for m in fact["mentions"])
        trace_model_names(view, "organizations", "ORG", spans, "the model's name: no known form, no word of a body")
        for fact in facts.values():
            fact["name"] = " ".join(fact["name"].split())
        return list(facts.values())


class _Reader:
    """Known names first, then patterns, then the model; no overlaps."""

    def __init__(self, view: View, rules: Compiled) -> None:
        self.view = view
        self.rules = rules
        self.text = view.readable
        self._people = [(start, end) for start, end, _ in mentions_of(view.get("people"))]
        self._countries = [(start, end, str(fact["alpha2"])) for start, end, fact in mentions_of(view.get("countries"))]
        self._country_starts = [start for start, _, _ in self._countries]
        offices = (str(office.get("country")) for person in view.get("people") for office in person.get("offices", ()))
        self._codes = frozenset((*(alpha2 for _, _, alpha2 in self._countries), *offices))
        self._taken = bytearray(len(self.text))
        self._words = view.words

    def read(self) -> Iterator[_Found]:
        """All mentions, not in order."""
        for start, end in self._people:
            self._take(start, end)
        yield from self._joint()
        known = list(self._known())
        introduced = list(self._introduced(known))
        yield from known
        yield from introduced
        yield from self._offices(known)
        yield from self._patterns()
        yield from self._called()
        yield from self._model()

    def _joint(self) -> Iterator[_Found]:
        """Bodies named by their members: "Nato-Russland-Rat"."""
        for rule in self.rules.joint:
            for match in self._matches(rule):
                start, end = match.span()
                if self._is_free(start, end) and any(
                    left < end and start < right for left, right, _ in self._countries
                ):
                    self._take(start, end)
                    known = self.rules.keys.get(plain(match.group()))
                    key = known.key if known else f"name:{plain(match.group())}"
                    yield _Found(start, end, key, known.kind if known else rule.kind, known)

    def _offices(self, known: list[_Found]) -> Iterator[_Found]:
        """Bureaus and departments by what they are for, of a state or of the ministry in front."""
        owners = {found.end: found.country for found in known if found.kind == "government"}
        for rule in self.rules.offices:
            for match in self._matches(rule):
                country, start, end = self._state(*match.span())
                country = country or owners.get(start - 1)
                if country is not None and self._is_free(start, end):
                    self._take(start, end)
                    yield _Found(start, end, f"{country or ''}:{plain(match.group())}", rule.kind, country=country)

    def _in_capitals(self, at: int) -> bool:
        """Whether the line is a heading in capitals, in which every word looks like an abbreviation."""
        left, right = self.text.rfind("\n", 0, at) + 1, self.text.find("\n", at)
        line = self.text[max(left, at - 100) : min(right if right >= 0 else len(self.text), at + 100)]
        return sum(map(str.isupper, line)) > sum(map(str.islower, line))

    def _called(self) -> Iterator[_Found]:
        """Names behind a noun that says what they are: "Terrorgruppe X", "the news agency X"."""
        entities: list[tuple[int, int]] | None = None
        for rule in self.rules.called:
            for match in self._matches(rule):
                start, end = match.span("name")
                if entities is None:
                    entities = [(left, right) for _, left, right in syntax.name_spans(self.view.doc)]
                name = match.group("name")
                sure = "-" in name or not name[1:].islower()  # no plain noun: a compound or capitals inside
                if not sure and not any(left <= start < right for left, right in entities):
                    continue
                if self._is_free(start, end) and not any(
                    left < end and start < right for left, right, _ in self._countries
                ):
                    self._take(start, end)
                    yield _Found(start, end, f"name:{plain(name)}", rule.kind)

    def _take(self, start: int, end: int) -> None:
        self._taken[start:end] = b"\1" * (end - start)

    def _is_free(self, start: int, end: int) -> bool:
        return not any(self._taken[start:end])

    def _known(self) -> Iterator[_Found]:
        matches: list[tuple[int, int, str, KnownOrganization]] = []
        position = 0
        openings = self.rules.openings
        words = self._words
        for start in [start for word, start in zip(words.texts, words.starts, strict=True) if word in openings]:
            if start < position or _INSIDE.match(self.text, start):
                continue
            pattern = self.rules.names.get(self.text[start : start + 2])
            match = pattern.match(self.text, start) if pattern else None
            if match is None or not self._is_free(start, match.end()):
                continue
            form = plain(match.group())
            known = self.rules.keys.get(form)
            if known is not None:
                matches.append((start, match.end(), form, known))
                position = match.end()
        alone = self.rules.alone
        codes = self._codes.union(each.country for _, _, form, each in matches if each.country and form not in alone)
        for start, end, form, known in matches:
            found = _Found(start, end, known.key, known.kind, known, known.country)
            if form in alone and is_other(self.text, start, end, known, self._countries_near(start, end), codes):
                first = name_before(self.text, start)
                if first == start or not self._is_free(first, end) or self._has_country(first, start):
                    continue
                found = _Found(first, end, f"name:{plain(self.text[first:end])}", "other")
            self._take(found.start, end)
            yield found

    def _countries_near(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = bisect_left(self._country_starts, start - _LONGEST_COUNTRY)
        near = self._countries[first : bisect_right(self._country_starts, end + _LONGEST_COUNTRY)]
        return [each for each in near if not self.rules.away.match(self.text, each[1])]

    def _has_country(self, start: int, end: int) -> bool:
        return any(left < end and start < right for left, right, _ in self._countries_near(start, end))

    def _introduced(self, known: list[_Found]) -> Iterator[_Found]:
        """Bodies named with their abbreviation in brackets, and every later mention of either."""
        by_end = {found.end: found for found in known}
        by_start = {found.start: found for found in known}
        shorts: dict[str, _Found] = {}
        longs: dict[str, _Found] = {}
        for at, short, start in brackets(self.text):
            itself = by_start.get(start)
            if short in shorts or (itself is None and not self._is_free(start, start + len(short))):
                continue
            found = by_end.get(at)
            if found is None:
                found = self._long(at, short, known, itself)
                if found is None:
                    continue
                self._take(found.start, found.end)
                longs.setdefault(self.text[found.start : found.end], found)
                yield found
            if itself is None:
                shorts[short] = found
        if shorts:
            every = "|".join(re.escape(short) for short in sorted(shorts, key=lambda s: (-len(s), s)))
            for match in re.finditer(rf"(?<![\w-])(?:{every})(?!\w)", self.text):
                if self._is_free(*match.span()):
                    self._take(*match.span())
                    yield shorts[match.group()]._replace(start=match.start(), end=match.end())
        for name, found in list(longs.items())[:_MOST_LONG]:
            for match in later(self.text, name):
                if self._is_free(*match.span()):
                    self._take(*match.span())
                    yield found._replace(start=match.start(), end=match.end())

    def _long(self, at: int, short: str, known: list[_Found], itself: _Found | None) -> _Found | None:
        """The long form before a bracket; what is known inside it is a part of its name."""
        first = long_form(self.text, at, short)
        if first is None:
            first = translated(self.text, at, short, self.rules.heads, self.view.language == "en")
        if first is None:
            return None
        inside = [each for each in known if first <= each.start and each.end <= at]
        taken = sum(each.end - each.start for each in inside)
        if sum(self._taken[first:at]) != taken or (inside and itself is None):
            return None
        at -= next((len(ending) for ending in ("'s", "’s", "'", "’") if self.text.endswith(ending, first, at)), 0)
        name = self.text[first:at]
        if itself is not None:
            for each in inside:
                known.remove(each)
            return itself._replace(start=first, end=at)
        before = self.text[max(0, first - 40) : first]
        for pattern, kind in self.rules.introduced_as:
            if pattern.search(before):
                return _Found(first, at, f"name:{plain(name)}", kind)
        for pattern, kind in self.rules.introduced:
            if pattern.search(name):
                return _Found(first, at, f"name:{plain(name)}", kind)
        return None

    def _patterns(self) -> Iterator[_Found]:
        for rule in (*self.rules.bodies, *self.rules.compounds):
            for match in self._matches(rule):
                start, end = match.span()
                country = None
                if rule in self.rules.bodies:
                    country, start, end = self._state(start, end)
                    if country is None:
                        continue
                if self._is_free(start, end):
                    self._take(start, end)
                    key = f"{country or ''}:{plain(match.group().rpartition('-')[2])}"
                    yield _Found(start, end, key, rule.kind, country=country)

    def _matches(self, rule: Headed) -> Iterator[re.Match[str]]:
        """The matches of a pattern, from left to right without overlaps."""
        heads = sorted(at for head in rule.heads for at in occurrences(self.view.lowered, head))
        starts = self._words.starts
        behind = 0  # what is matched or tried
        for at in heads:
            word = bisect_right(starts, at)
            for start in starts[max(word - _REACH, 0) : word]:
                if start < behind:
                    continue
                behind = start + 1
                if match := rule.pattern.match(self.text, start):
                    behind = match.end()
                    yield match

    def _state(self, start: int, end: int) -> tuple[str | None, int, int]:
        """The country a body belongs to, and the mention with it: "irakische Regierung", "Regierung in Bagdad"."""
        for left, right, alpha2 in self._countries[bisect_left(self._country_starts, start - _LONGEST_COUNTRY) :]:
            if left >= end and self.rules.away.match(self.text, right):
                continue  # "die Luftwaffe von Zypern aus"
            if right <= start and self.text[right:start] in (" ", "'s ", "’s ", "s "):
                return alpha2, left, end
            if start <= left < end:  # "US-Regierung"
                return alpha2, start, end
            if self.text[right : right + 1] == "-":  # "Regierung von US-Präsident X"
                continue
            if left >= end and _OF.fullmatch(self.text[end:left]):
                return alpha2, start, right
            if left == end + 1 and self.text[end:left] == " ":  # "Außenministerium Russlands"
                return alpha2, start, right
            if left > end + 12:
                break
        seat = self.rules.seat.match(self.text, end)
        if seat is not None:
            city = re.compile(r"[^\W\d_][\w'’-]+").match(self.text, seat.end())
            place = seat_of_government(self.view.language, city.group()) if city else None
            if city is not None and place is not None:
                return place, start, city.end()
        return None, start, end

    def _model(self) -> Iterator[_Found]:
        """Names the model calls organizations, of at least two words or capitals, outside titles in capitals."""
        countries: bytearray | None = None
        others: list[tuple[int, int]] = []
        acceptable = _acceptable(self.view.language)
        for label, start, end in syntax.name_spans(self.view.doc):
            if label != "ORG":
                continue
            article = _ARTICLE.match(self.text[start:end])
            start += article.end() if article else 0
            text = self.text[start:end].partition(" (")[0]
            end = start + len(text)
            if not self._is_free(start, end) or text != self.view.text[start:end] or not acceptable[text]:
                continue
            if text.isupper() and self._in_capitals(start):
                continue
            if countries is None:
                countries = bytearray(len(self.text))
                for left, right, _ in self._countries:
                    countries[left:right] = b"\1" * (right - left)
                others = [(a, b) for key in ("times", "figures") for a, b, _ in mentions_of(self.view.get(key))]
            if any(countries[start:end]) or any(left < end and start < right for left, right in others):
                continue
            more = self.rules.extended.match(self.text, start)
            if more is not None and more.end() > end and self._is_free(end, more.end()):
                end = more.end()
            before = self.text[max(0, start - 40) : start]
            kind = next((kind for pattern, kind in self.rules.introduced_as if pattern.search(before)), "other")
            self._take(start, end)
            yield _Found(start, end, f"name:{plain(self.text[start:end])}", kind)


def _joined(found: list[_Found], text: str) -> list[_Found]:
    """With a shorter name joined to the one longer name that begins with it: "the Dune Commission" later on."""
    names = {each.key: text[each.start : each.end] for each in found if each.key.startswith("name:")}
    longer: dict[str, set[str]] = {}  # by the words a name begins with
    for key, name in names.items():
        words = name.split()[:_MOST_WORDS]
        for count in range(1, len(words)):
            longer.setdefault(" ".join(words[:count]), set()).add(key)
    same = {key: min(longer[name]) for key, name in names.items() if len(longer.get(name, ())) == 1}
    kinds = {each.key: each.kind for each in found if each.kind != "other"}
    return [each._replace(key=(key := same.get(each.key, each.key)), kind=kinds.get(key, each.kind)) for each in found]


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, also inside longer words.

    >>> list(occurrences("air and sea and air", "air"))
    [0, 16]
    """
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


@cache
def _acceptable(language: str) -> FormMemo[bool]:
    """Whether a name that the model takes for an organization can be one."""
    no_names = compiled(language).no_names

    def tell(name: str) -> bool:
        if "\n" in name or " - " in name or len(name) < 3 or not name[0].isupper():
            return False
        if not (name.isupper() and len(name) <= 8) and len(_CAPITALS.findall(name)) < 2:
            return False
        return not (no_names.fullmatch(name) or is_place(language, name))

    return FormMemo(tell)
