"""Who, where and when of a document, by sentence: what the earlier pipes found, in the form the meetings need."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from coalition_nlp.knowledge.places import gazetteer
from coalition_nlp.pipes.base import Fact, Sentence, View, mentions_of

from .models import Named, Segment, Where
from .patterns import Rules

_WINDOW = 130  # characters looked back for the preposition of a name


class Passage:
    """The mentions of a document and questions about them."""

    def __init__(self, view: View, rules: Rules) -> None:
        self.view = view
        self.text = view.text
        self.rules = rules
        self.named = self._named()
        self._starts = [n.start for n in self.named]
        self.times = [
            (start, end, fact) for start, end, fact in mentions_of(view.get("times")) if fact.get("resolved", True)
        ]
        self.places = [
            (start, end, fact) for start, end, fact in mentions_of(view.get("places")) if fact.get("reading") == "place"
        ]
        self.organizations = mentions_of(view.get("organizations"))

    def _named(self) -> list[Named]:
        found = [
            Named(start, end, "person", str(fact["id"]), str(fact.get("name", "")), fact)
            for start, end, fact in mentions_of(self.view.get("people"))
        ]
        found += [
            Named(m["start"], m["end"], "country", str(fact["alpha2"]), str(fact["name"]), fact)
            for fact in self.view.get("countries")
            for m in fact["mentions"]
            if m.get("form", "name") == "name"
        ]
        found += [
            Named(start, end, "organization", str(fact["id"]), str(fact["name"]), fact)
            for start, end, fact in mentions_of(self.view.get("organizations"))
            if fact.get("kind") not in ("media", "military")
        ]
        people = {str(p["id"]): p for p in self.view.get("people")}
        for title in self.view.get("titles"):
            person = people.get(str(title.get("person") or title.get("id") or ""))
            if person is not None and "start" in title:
                found.append(
                    Named(title["start"], title["end"], "person", str(person["id"]), str(person["name"]), person)
                )
        found.sort(key=lambda n: (n.start, -n.end))
        kept: list[Named] = []
        for item in found:  # no overlaps; the earlier and longer mention stays
            if not kept or item.start >= kept[-1].end:
                kept.append(item)
        return kept

    def between(self, start: int, end: int) -> list[Named]:
        """Mentions of who may take part inside a stretch."""
        return [n for n in self.named[bisect_left(self._starts, start) : bisect_right(self._starts, end)] if n.end <= end]

    def people_in(self, start: int, end: int) -> list[Named]:
        """Mentions of persons inside a stretch."""
        return [n for n in self.between(start, end) if n.kind == "person"]

    def related(self, parts: list[Segment]) -> Iterator[tuple[Named, str]]:
        """Mentions in segments with how they hang in the clause: none, with, agent, topic, owner."""
        previous: tuple[Named, str] | None = None
        for part in parts:
            for named in self.between(part.start, part.end):
                relation = self._relation(named, part.start)
                if previous is not None and relation in ("none", previous[1]):
                    joint = self.text[previous[0].end : named.start]
                    if len(joint) < _WINDOW and self.rules.coordinated.match(joint):
                        relation = previous[1]
                previous = (named, relation)
                yield named, relation

    def _relation(self, named: Named, floor: int) -> str:
        behind = self.text[named.end : named.end + 20]
        before = self.text[max(floor, named.start - _WINDOW) : named.start]
        match = self.rules.relation.search(before)
        word = re.sub(r"\s+", " ", match.group("word").casefold()) if match else ""
        if word in self.rules.with_words:
            return "with"
        if re.match(r"['’]s?\s+[a-zäöü]|s\s+(?:Sprecher|Büro|Haus|Regierung|Partei)", behind):
            return "owner"
        if word in self.rules.agent_words:
            return "agent"
        return "topic" if word else "none"

    def times_in(self, start: int, end: int) -> list[tuple[int, int, Fact]]:
        """Time expressions inside a stretch."""
        return [item for item in self.times if start <= item[0] and item[1] <= end]

    # --- place --------------------------------------------------------------------------------------------------------

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
        return next((s for s in self.view.sentences if s.kind == "body"), None)

