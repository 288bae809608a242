"""Whom a pronoun or title means that stands for somebody named elsewhere: "he", "der Republikaner", "the director"."""

from __future__ import annotations

import re
from bisect import bisect_left

from coalition_nlp.pipes.base import Fact, mention

from .entities import Entities
from .lexicon import Lexicon
from .models import Speaker, State, Unit, Word

_NAME = re.compile(r"K([N]{2,4})(?=[KOFMWV]|\Z)")
_FEMININE = ("in", "frau", "abgeordnete", "vorsitzende", "grüne", "deutsche", "konservative", "liberale", "beauftragte")
_THE = ("the", "das", "die", "dem", "des")
_NEAR = 3000  # characters between a title and the name that it stands for


class Anaphora:
    """Resolves pronouns and titles without a name."""

    def __init__(self, lexicon: Lexicon, entities: Entities) -> None:
        self.lexicon = lexicon
        self.entities = entities
        self._offices: dict[str, list[tuple[int, Fact]]] | None = None
        self._genders: dict[str, str | None] = {}
        self._bodies: dict[str, list[tuple[int, int]]] = {}
        self._known: dict[str, list[tuple[int, str]]] = {}

    def apposed(self, unit: Unit, comma: int, stop: int) -> Speaker | None:
        """The name between commas behind a title, where the name is not among the people."""
        words = unit.words
        match = _NAME.match(unit.classes, comma, min(stop + 1, len(words)))
        if match is None:
            return None
        left, right = words[comma + 1].start, words[match.end(1) - 1].end
        name = self.entities.view.text[left:right]
        return Speaker({"kind": "title", "id": None, "name": name, "mention": mention(left, right)})

    def taken_up(self, unit: Unit, start: int, end: int, stop: int, state: State) -> Speaker | None:
        """The person that "der Republikaner", "the director" takes up: named just before, in the singular."""
        words = unit.words
        if end - start > 3 or words[start].low not in self.lexicon.table.definite:
            return None
        noun = words[end - 1]
        nation = self.entities.demonym(noun.start, noun.end)
        if nation is not None:
            return self._national(nation, words[start], noun, state)
        if noun.low in self.lexicon.table.hosts:
            host = self.titled(unit, start, end, stop, state) or state.host
            return Speaker({**host.ref, "mention": mention(words[start].start, noun.end)}) if host else None
        if state.person is None:
            return None
        if self._other_office(state.person, words[start].start, noun):
            return None
        role = bool(self.lexicon.person_end.search(noun.low)) and not noun.low.endswith(("s", "n")) and end - start == 2
        if noun.low.rpartition("-")[2] not in self.lexicon.epithets and not (
            role and self._introduced(state.person, noun)
        ):
            return None
        if words[start].low == "die" and not noun.low.endswith(_FEMININE):
            return None
        if end < stop and (
            words[end].low in self.lexicon.table.genitives or words[end].low in self.lexicon.table.owner_prepositions
        ):
            return None
        return Speaker({**state.person.ref, "mention": mention(words[start].start, noun.end)})

    def _last_of(self, gender: str | None, word: Word) -> list[Speaker]:
        """The person of a gender named last before a pronoun."""
        for start, end, fact in reversed(self.entities.within("people", word.start - _NEAR, word.start)):
            if self._gender(fact) == gender:
                return [self.entities.person(fact, start, end)]
        return []

    def _national(self, nation: str, article: Word, noun: Word, state: State) -> Speaker | None:
        """The person in office of a country that "der Norweger", "the Norwegian" takes up."""
        if article.low == "die" and not noun.low.endswith("in") or noun.low.endswith("s"):
            return None
        gender = "f" if noun.low.endswith("in") else "m" if article.low == "der" else None
        span = mention(article.start, noun.end)
        known = self._officials().get(nation, [])
        here = [(at, fact) for at, fact in known if at < article.start and not self._differs(fact, gender)]
        if here:
            own = [fact for _, fact in here if state.person is not None and fact["id"] == state.person.ref["id"]]
            fact = own[0] if own else here[-1][1]
            return self.entities.person(fact, span["start"], span["end"])
        person = self.entities.by_id.get(state.person.ref["id"] or "") if state.person is not None else None
        if person is None or self._differs(person, gender) or any(o.get("country") for o in person["offices"]):
            return None
        return self.entities.person(person, span["start"], span["end"])

    def _officials(self) -> dict[str, list[tuple[int, Fact]]]:
        """Who holds an office of a country, by the place of the mention."""
        if self._offices is None:
            self._offices = {}
            for start, _, fact in self.entities.people:
                for nation in sorted({o["country"] for o in fact.get("offices") or [] if o.get("country")}):
                    self._offices.setdefault(nation, []).append((start, fact))
        return self._offices

    def _differs(self, fact: Fact, gender: str | None) -> bool:
        """Whether a person's titles are of the other gender."""
        known = self._gender(fact)
        return gender is not None and known is not None and known != gender

    def _gender(self, fact: Fact) -> str | None:
        """The gender that the words of a person's offices show: "Ministerin", "spokesman"."""
        if fact["id"] not in self._genders:
            found = None
            for office in fact.get("offices") or []:
                span = office.get("mention")
                title = self.entities.view.lowered[span["start"] : span["end"]].split() if span else []
                found = found or next((g for w in reversed(title) if (g := self._word_gender(w))), None)
            for where in fact["mentions"]:  # "Kanzlerin X" without an office of a country
                before = self.entities.view.lowered[max(0, where["start"] - 40) : where["start"]].split()
                found = found or (self._word_gender(before[-1]) if before else None)
            self._genders[fact["id"]] = found
        return self._genders[fact["id"]]

    def _word_gender(self, low: str) -> str | None:
        table = self.lexicon.table
        if low.endswith(table.feminine_ends) and self.lexicon.person_end.search(low):
            return "f"
        return "m" if low.endswith(table.masculine_ends) and self.lexicon.person_end.search(low) else None

    def formerly(self, unit: Unit, start: int, end: int, state: State) -> Speaker | None:
        """The one who spoke just before, by an office once held: "sagte der frühere Präsident"."""
        words = unit.words
        if not state.said or len(state.speakers) != 1 or state.speakers[0].ref["kind"] != "person":
            return None
        if words[start].low not in self.lexicon.table.definite or not self.lexicon.person_end.search(
            words[end - 1].low
        ):
            return None
        if not any(w.low in self.lexicon.table.former for w in words[start + 1 : end - 1]):
            return None
        return Speaker({**state.speakers[0].ref, "mention": mention(words[start].start, words[end - 1].end)})

    def pronoun(self, unit: Unit, place: int, state: State) -> list[Speaker]:
        """Whom a personal pronoun means: the speaker in force, else the last person."""
        words = unit.words
        word = words[place]
        if word.low in self.lexicon.table.authors:  # the text's own "we" names nobody
            return []
        plural = word.low == "sie" and any(
            words[k].cls in "FVMW" and words[k].low.endswith("n") for k in (place - 1, place + 1) if 0 <= k < len(words)
        )
        if word.low in self.lexicon.singular_pronouns and not plural:
            colon = unit.classes.rfind("C", 0, place)
            if colon > 0:
                here = self.entities.within("people", unit.start, words[colon].start)
                if here:
                    return [self.entities.person(here[-1][2], *here[-1][:2])]
            gender = self.lexicon.pronoun_gender.get(word.low)
            speakers = state.speakers if len(state.speakers) == 1 else []
            named = [who for who in (state.topic, *speakers, state.person, state.last) if who and who.is_person]
            for who in named:
                fact = self.entities.by_id.get(who.ref["id"] or "")
                if fact is None or not self._differs(fact, gender):
                    return [who]
            if not named:
                return list(state.speakers)
            return self._last_of(gender, word)
        if word.low == "it" and state.issuer and state.speakers == state.issuer:
            return list(state.issuer)
        return list(state.group or state.speakers)

    def institution(self, unit: Unit, start: int, end: int, stop: int) -> Speaker | None:
        """The body that "das Ministerium", "the ministry" takes up, by the longer name that stands last before."""
        words, table = unit.words, self.lexicon.table
        noun = words[end - 1]
        low = noun.low if noun.low in table.institutions else noun.low.removesuffix("s")
        if end - start != 2 or words[start].low not in _THE or low not in table.institutions:
            return None
        if end < stop and (
            words[end].low in (*table.genitives, *table.owner_prepositions, *table.place_prepositions, "of")
        ):
            return None
        before = self._full_names(low)
        place = bisect_left(before, (words[start].start,)) - 1
        if place < 0:
            return None
        left, right = before[place]
        ref = {"kind": "group", "id": None, "name": self.entities.view.text[left:right]}
        known = [m for m in self.entities.within("organizations", left, right) if m[1] >= right]
        if known:
            ref |= {"kind": "organization", "id": known[0][2]["id"]}
        return Speaker({**ref, "mention": mention(words[start].start, noun.end)})

    def _full_names(self, low: str) -> list[tuple[int, int]]:
        """Where longer names of a kind of body stand: "Außenministerium", "Ministry of Health", "Japarows Büro"."""
        if low not in self._bodies:
            if self.lexicon.language == "de":
                name = rf"(?<![\w-])[A-ZÄÖÜ][\w-]{{1,40}}{low}(?=s?(?![\w-]))"
            else:
                title = low.title()
                name = (
                    rf"(?<![\w-])(?:[A-Z][\w’'-]{{1,30}} (?:{title}|{low})|{title} of (?:[A-Z]\w+ and )?[A-Z]\w+)(?!\w)"
                )
            text = self.entities.view.text
            self._bodies[low] = [m.span() for m in re.finditer(name, text) if not m.group().startswith("The ")]
        return self._bodies[low]

    def _other_office(self, person: Speaker, start: int, noun: Word) -> bool:
        """Whether a title that is tied to nobody is none of a person's: "the ambassador" behind "Minister X"."""
        offices = self.entities.by_id.get(person.ref["id"], {}).get("offices") or []
        titles = [t for *_, t in self.entities.within("titles", start, noun.end) if not t.get("person")]
        if not offices or not titles:
            return False
        if any(t["role"] not in {o["role"] for o in offices} for t in titles):
            return True
        if self.lexicon.language != "en" or titles[0]["role"] != "minister":
            return False
        told = [o["mention"] for o in offices if o.get("mention")]  # ministers and secretaries are told apart
        text = self.entities.view.lowered
        return bool(told) and not any(noun.low in text[m["start"] : m["end"]] for m in told)

    def _introduced(self, person: Speaker, noun: Word) -> bool:
        """Whether a person was introduced by this noun: it stands near the first mention of the name."""
        fact = self.entities.by_id.get(person.ref["id"] or "")
        if fact is None:
            return False
        first = min(m["start"] for m in fact["mentions"])
        near = self.entities.view.text[max(0, first - 80) : first + len(fact["name"]) + 80].lower()
        stem = noun.low.removesuffix("in")
        place = near.find(stem)
        while place >= 0:  # not as the owner of the office: "the director's envoy X"
            between = near[place + len(stem) : min(80, first)]
            owned = between[:2] in ("'s", "’s")
            if not owned and self.lexicon.others.isdisjoint(between.split()):
                return first < noun.start
            place = near.find(stem, place + 1)
        return False

    def titled(self, unit: Unit, start: int, end: int, stop: int, state: State) -> Speaker | None:
        """The person before whose name the words of a definite title stand: "the Secretary General", "der König"."""
        words = unit.words
        noun = words[end - 1]
        if end - start < 2 or words[start].low not in self.lexicon.table.definite or not self._is_role(noun):
            return None
        if words[start].low == "die" and not noun.low.endswith(_FEMININE):
            return None
        if end < stop and (
            words[end].cls == "N"
            or words[end].low in self.lexicon.table.genitives
            or words[end].low in self.lexicon.attaching
        ):
            return None
        title = self.entities.view.text[words[start + 1].start : noun.end].casefold()
        named = [(place, who) for place, who in self._before_names(title) if abs(place - noun.end) < _NEAR]
        owners = {who for _, who in named}
        if len(owners) > 1 and state.last is not None and state.last.ref["id"] in owners:
            owners = {state.last.ref["id"]}
        if len(owners) != 1:
            return None
        return self.entities.person(self.entities.by_id[owners.pop()], words[start].start, noun.end)

    def _is_role(self, noun: Word) -> bool:
        return self.lexicon.person_end.search(noun.low) and not noun.low.endswith("s")

    def _before_names(self, title: str) -> list[tuple[int, str]]:
        """Where a title stands right before the name of a person, with the person's id."""
        if title not in self._known:
            text = self.entities.view.lowered
            found = []
            for start, _, fact in self.entities.people:
                before = text[max(0, start - len(title) - 1) : start]
                whole = text[start - len(title) - 2 : start - len(title) - 1] if start > len(title) + 1 else ""
                if before == f"{title} " and not whole.isalnum():
                    found.append((start, fact["id"]))
            self._known[title] = found
        return self._known[title]
