"""Who, where and when of a document, by sentence: what the earlier pipes found, in the form the meetings need."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Generic, TypeVar

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.pipes.base import Fact, Sentence, View, mentions_of

from .clauses import segments
from .gender import is_feminine
from .models import Named, Segment, Spot, Where
from .named import countries, who_is_named, without_attributes
from .patterns import Rules
from .stretches import Stretches

_WINDOW = 130  # characters looked back for the preposition of a name


CountrySpot = tuple[int, int, bool, int, Fact]  # start, end, whether by name, order of the mentions, fact
_Spot = TypeVar("_Spot", Spot, CountrySpot)


class _Row(Generic[_Spot]):
    """Mentions by their start."""

    def __init__(self, spots: list[_Spot]) -> None:
        self.spots: list[_Spot] = spots
        self._starts = [spot[0] for spot in spots]

    def inside(self, start: int, end: int) -> list[_Spot]:
        """Those inside a stretch."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] > end:
            return []
        return [spot for spot in self.spots[first : bisect_right(starts, end, first)] if spot[1] <= end]

    def begun(self, start: int, end: int) -> list[_Spot]:
        """Those that begin in a stretch."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] >= end:
            return []
        return self.spots[first : bisect_left(starts, end, first)]


class Passage:
    """The mentions of a document and questions about them."""

    def __init__(self, view: View, rules: Rules) -> None:
        self.view = view
        self.text = view.text
        self.rules = rules
        words = Stretches(rules.lists, view)
        self.stretch, self.joined, self.find = words.stretch, words.joined, words.find
        times, places = mentions_of(view.get("times")), mentions_of(view.get("places"))
        self._all_named = who_is_named(view, rules, places)
        self.named = without_attributes(self._all_named, view, rules, places)
        self._starts = [n.start for n in self.named]
        self._times = _Row([spot for spot in times if spot[2].get("resolved", True)])
        self.places = [spot for spot in places if spot[2].get("reading") == "place"]
        self._places = _Row(self.places)
        self.organizations = mentions_of(view.get("organizations"))
        self._organizations = _Row(self.organizations)
        self._longest_name = max((end - start for start, end, _ in self.organizations), default=0)
        self._countries = _Row(countries(view))
        whole = [(start, end) for start, end, _ in (*places, *times)]
        # a short bracket behind a name ("Lawrow (Russland)") opens no clause
        whole += [(m.start() - 1, m.end() + 1) for m in re.finditer(r"\([^()\n]{1,40}\)", self.text)]
        whole += self._rows()
        self._whole = sorted(whole)
        self._spots = sorted(end for _, end, _ in (*places, *times))
        self._relations: dict[tuple[int, int, int], str] = {}
        self._related: dict[tuple[tuple[int, int], ...], list[tuple[Named, str]]] = {}
        self._segments: dict[int, list[Segment]] = {}
        self._subjects: dict[int, Named | None] = {}

    def _rows(self) -> list[tuple[int, int]]:
        """Stretches no clause begins in: between the names of a row ("A, B und C"), between a title and its name."""
        found = []
        for left, right in pairwise(self.named):
            if 0 < right.start - left.end < _WINDOW and left.kind == right.kind:
                if self.rules.coordinated.match(self.text[left.end : right.start]):
                    found.append((left.end - 1, right.start + 1))
        goals = sorted(
            [(s, e) for s, e, _ in self.places] + [(n.start, n.end) for n in self._all_named if n.kind == "country"]
        )
        for (_, end), (start, _) in pairwise(goals):
            if 0 < start - end < 12 and self.rules.people.and_goal.fullmatch(self.text, end, start):
                found.append((end - 1, start + 1))
        for named in self.named:
            left_edge = self._title_before(named)
            if left_edge is not None:
                found.append((left_edge, named.start + 1))
        return found

    @cached_property
    def _title_starts(self) -> list[int]:
        return [int(title["start"]) for title in self.view.get("titles")]

    def titles_from(self, start: int, end: int) -> Iterator[tuple[Fact, Fact | None]]:
        """Titles that begin in a stretch, each with the one behind it."""
        titles, starts = self.view.get("titles"), self._title_starts
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            yield titles[index], titles[index + 1] if index + 1 < len(titles) else None

    def _title_before(self, named: Named) -> int | None:
        """Where the title begins that a comma parts from the name ("der Gesandte, Jan Olsen,")."""
        for office in named.fact.get("offices") or [] if named.kind == "person" else []:
            spot = office.get("mention")
            if spot and spot["end"] <= named.start and self.text[spot["end"] : named.start].strip() == ",":
                return int(spot["start"])
        return None

    @property
    def everybody(self) -> list[Named]:
        """All mentions, also those that describe others."""
        return self._all_named

    def segments(self, sentence: Sentence) -> list[Segment]:
        """The segments of a sentence, none for one too long to be prose."""
        if sentence.end - sentence.start > 3000:
            return []
        if sentence.index not in self._segments:
            first = bisect_left(self._whole, (sentence.start, 0))
            last = bisect_right(self._whole, (sentence.end, 0))
            self._segments[sentence.index] = segments(
                self.text, sentence.start, sentence.end, self.rules, self.view.language, self._whole[first:last]
            )
        return self._segments[sentence.index]

    def subject(self, index: int) -> Named | None:
        """Whom a sentence is about: its first free person, else whom its pronoun stands for."""
        if index in self._subjects:
            return self._subjects[index]
        self._subjects[index] = None  # against circles
        sentence = self.view.sentences[index]
        found: Named | None = None
        if sentence.kind in ("body", "title", "quote_embed"):
            whole = [Segment(sentence.start, sentence.end, "main")]
            free = [
                n for n, r in self.related(whole)
                if n.kind == "person" and r == "none" and self.text[n.end : n.end + 1] != ":"
            ]  # fmt: skip
            opening = self.text[sentence.start : sentence.start + 40]
            pronoun = self.rules.found["singular_pronouns"].match(opening) or self.rules.found["inverted"].match(
                opening
            )
            if pronoun is not None and not (free and free[0].start < sentence.start + pronoun.end()):
                found = next((s for i in range(index - 1, max(index - 4, -1), -1) if (s := self.subject(i))), None)
            elif free and (free[0].start < sentence.start + 110 or len(free) == 1):
                found = free[0]
        self._subjects[index] = found
        return found

    def before(self, index: int, feminine: bool | None = None) -> Named | None:
        """Whom the sentences before one are about; `feminine` as the pronoun that stands for him or her."""
        other = False
        for i in range(index - 1, max(index - 9, -1), -1):
            subject = self.subject(i)
            if subject is None:
                continue
            if feminine is None or is_feminine(subject, self.view, self.rules) in (None, feminine):
                return subject
            other = True
            if i + 1 < index:
                break  # whoever else it may be is told of in the sentences right before
        first = self.view.sentences[max(index - 2, 0)].start
        near = self.people_in(first, self.view.sentences[index].start) if other else []
        return next((n for n in reversed(near) if is_feminine(n, self.view, self.rules) is feminine), None)

    def pair_before(self, index: int) -> list[Named]:
        """The persons of the sentence before, where there are two or more."""
        for i in range(index - 1, max(index - 3, -1), -1):
            sentence = self.view.sentences[i]
            if sentence.kind not in ("body", "title", "quote_embed"):
                continue
            whole = [Segment(sentence.start, sentence.end, "main")]
            people = {n.key: n for n, r in self.related(whole) if n.kind == "person" and r in ("none", "with")}
            if len(people) >= 2:
                return list(people.values())
        return []

    def between(self, start: int, end: int) -> list[Named]:
        """Mentions of who may take part inside a stretch."""
        starts = self._starts
        first = bisect_left(starts, start)
        if first == len(starts) or starts[first] > end:
            return []
        return [n for n in self.named[first : bisect_right(starts, end, first)] if n.end <= end]

    def hosts(self, start: int, end: int) -> list[Named]:
        """Persons, countries in any form and organizations inside a stretch: who may invite."""
        found = [n for n in self.between(start, end) if n.kind != "country"]
        found += [
            Named(left, right, "country", str(fact["alpha2"]), str(fact["name"]), fact)
            for left, right, _, _, fact in self.countries_in(start, end)
        ]
        return sorted(found, key=lambda n: n.start)

    def people_in(self, start: int, end: int) -> list[Named]:
        """Mentions of persons inside a stretch."""
        return [n for n in self.between(start, end) if n.kind == "person"]

    def related(self, parts: list[Segment]) -> list[tuple[Named, str]]:
        """Mentions in segments with how they hang in the clause: none, with, agent, topic, owner."""
        key = tuple([(part.start, part.end) for part in parts])
        known = self._related.get(key)
        if known is None:
            known = self._related[key] = list(self._relate(parts))
        return known

    def _relate(self, parts: list[Segment]) -> Iterator[tuple[Named, str]]:
        words = self.rules.people
        previous: tuple[Named, str] | None = None
        for part in parts:
            for named in self.between(part.start, part.end):
                last = previous[0].end if previous is not None else 0
                floor = max(part.start, last)
                relation = self._relations.get((named.start, floor, last)) or self._relation(named, floor, last)
                self._relations[named.start, floor, last] = relation
                if (
                    previous is not None
                    and (relation == "none" or words.as_well.match(self.text, previous[0].end))
                    and (named.kind == previous[0].kind or previous[1] == "with")
                ):
                    joint = self.text[previous[0].end : named.start]
                    if len(joint) < _WINDOW and self.rules.coordinated.match(joint):
                        relation = previous[1]
                if named.kind == "person" and previous is not None and previous[0].kind == "organization":
                    if words.its_man.fullmatch(self.text, previous[0].end, named.start):
                        relation = "topic"  # "mit der MDC seines Widersachers X": of the party
                previous = (named, relation)
                yield named, relation

    def _relation(self, named: Named, floor: int, last: int) -> str:
        words = self.rules.people
        behind = self.text[named.end : named.end + 20]
        left = named.start
        title = self._title_before(named)
        if title is not None:
            sentence = self.view.sentence_at(named.start)
            inside = sentence is not None and title >= sentence.start
            left = title
            if sentence is not None and inside:
                floor = max(sentence.start, last if last <= title else 0)
        for office in named.fact.get("offices") or []:
            spot = office.get("mention")
            if spot and spot["end"] <= named.start and named.start - spot["end"] < 60 and spot["start"] >= floor:
                lead = words.leads.match(self.text, spot["start"], spot["end"])  # "Call With Prime Minister" in a title
                left = min(left, lead.end() if lead else spot["start"])
        spot_index = bisect_left(self._spots, left + 1)
        if spot_index:  # "traf in Oslo ihren Kollegen X": the preposition belongs to the place or day
            floor = max(floor, self._spots[spot_index - 1])
        before = self.text[max(floor, left - _WINDOW) : left]
        before = words.among_others.sub("", before)
        titled = left < named.start
        if left == named.start and named.kind == "person":
            titles = list(self.rules.title.finditer(before))
            if titles and self.rules.attribute.match(" " + before[titles[-1].end() :]):
                before, titled = before[: titles[-1].start()], True
        if words.according.match(self.text[named.end : named.end + 40]):
            return "topic"
        if named.kind == "person" and (words.sent_by.search(before) or words.of_a_party.search(before)):
            return "topic"
        match = self.rules.relation.search(before)
        word = re.sub(r"\s+", " ", match.group("word").casefold()) if match else ""
        if word in self.rules.with_words:
            return "topic" if match and self.rules.with_other.search(before[: match.start("word")]) else "with"
        if words.owner.match(behind):
            return "owner"
        if word in self.rules.agent_words:
            return "agent"
        if word and titled and match and words.noun_between.search(before[match.end("word") :]):
            return "none"  # "nach der Ankunft Präsident X treffen": the preposition has a noun of its own
        return "topic" if word else "none"

    def times_in(self, start: int, end: int) -> list[Spot]:
        """Time expressions inside a stretch."""
        return self._times.inside(start, end)

    def times_from(self, start: int, end: int) -> list[Spot]:
        """Time expressions that begin in a stretch."""
        return self._times.begun(start, end)

    def places_in(self, start: int, end: int) -> list[Spot]:
        """Places inside a stretch."""
        return self._places.inside(start, end)

    def places_from(self, start: int, end: int) -> list[Spot]:
        """Places that begin in a stretch."""
        return self._places.begun(start, end)

    def countries_in(self, start: int, end: int) -> list[CountrySpot]:
        """Countries in any form inside a stretch."""
        return self._countries.inside(start, end)

    def countries_from(self, start: int, end: int) -> list[CountrySpot]:
        """Countries in any form that begin in a stretch."""
        return self._countries.begun(start, end)

    def organizations_at(self, start: int, end: int) -> list[Spot]:
        """Organizations that touch a stretch."""
        return [spot for spot in self._organizations.begun(start - self._longest_name, end + 1) if spot[1] >= start]

    def where(self, fact: Fact) -> Where:
        """A place fact as city and country; a region gives the country only."""
        known = gazetteer().find(str(fact["name"]), fact.get("country"))
        is_city = known is None or known.kind != "region"
        return Where(str(fact["name"]) if is_city else None, fact.get("country"), str(fact["id"]))

    def capital_of(self, alpha2: str) -> Where | None:
        """The capital of a country ("in der kasachischen Hauptstadt")."""
        name = gazetteer().capitals.get(alpha2)
        return Where(name, alpha2) if name else None

    @cached_property
    def dateline(self) -> Where | None:
        """The place a report was written from: the first place of a byline, or of the first prose before a dash."""
        for start, end, fact in self.places:
            sentence = self.view.sentence_at(start)
            if sentence is None:
                continue
            first = self.first_body
            if sentence.kind == "byline":
                return self.where(fact)
            if first is not None and sentence.index <= first.index + 1:
                block_start = self.view.blocks[sentence.block]["start"]
                head = self.text[block_start:start]
                tail = self.text[end : end + 40]
                if not head.strip() and re.match(r"\s*(?:/|\(|[–—-]\s|,\s|:)", tail):
                    return self.where(fact)
                if re.search(r"[.!?]\s+\Z", head) and re.match(r"\s*(?:/[\w\s]+)?[–—]\s", tail):
                    return self.where(fact)
            if first is not None and start > first.end + 300:
                break
        return None

    @cached_property
    def first_body(self) -> Sentence | None:
        """The first sentence of body text."""
        return next((s for s in self.view.sentences if s.kind in ("body", "quote_embed")), None)
