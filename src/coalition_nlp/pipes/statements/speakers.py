"""Who speaks: from the words of a noun phrase to a person, an organization, a country, a title or a group."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Fact, mention

from .anaphora import Anaphora
from .entities import Entities
from .inflection import is_single, nominative
from .lexicon import Lexicon
from .models import Speaker, State, Unit, Word

# letters of a noun phrase up to and with its nouns
CORE = re.compile(
    r"D[A#x]*Q(?![A#xN])|(?:D(?:[Bx]{0,2}P[DA#x]{0,3}N+(?:D[A#x]?N+)?(?=[AxBP])){0,2}|U(?=D))?[DA#xBQ]{0,8}N+(?:[Bx]{0,2}A{1,2}N+)?Q?"
)
_CORE_EN = re.compile(r"[DB]*(?:[A#xNB]|O(?=N)|Q(?=N))+")
_JOINED_EN = re.compile(r"U[Ax]*(?:[AxN]+)")
_GENITIVE = re.compile(r"D[A#x]{0,3}N+")
_ALSO = re.compile(r"UD?N+")
_ATTACHED = re.compile(r"PD?[A#x]{0,3}N+")
# what may stand between article and title: "der in einem Bataillon stationierte Leutnant"
_ATTRIBUTE = re.compile(r"D(?:[Bx#]|PD?[A#x]{0,2}N+(?:D[A#x]?N+)?){1,4}A{1,2}N*")
_TITLES = re.compile(r"(?:DP[DA#x]{0,3}N+)?[DA#xBQO]*N*(?:[Bx]{0,2}A{1,2})?N*O?N*")
_TITLES_EN = re.compile(r"[DA#xBQON]*")
_NAME_PART = re.compile(r"[^\W\d_]+")


class SpeakerFinder:
    """Finds the speaker in a stretch of words that begins with a noun phrase or a pronoun."""

    def __init__(self, lexicon: Lexicon, entities: Entities) -> None:
        self.lexicon = lexicon
        self.entities = entities
        english = lexicon.language == "en"
        # what may stand between the start of a phrase and the name that it is about
        self._titles = _TITLES_EN if english else _TITLES
        self._possessives = lexicon.own_words
        self.anaphora = Anaphora(lexicon, entities)
        self.person_end = lexicon.person_end

    def is_collective(self, word: Word) -> bool:
        """Whether a noun names a body that issues declarations."""
        return self.lexicon.collective_end.search(word.low)

    def is_speaker_noun(self, word: Word) -> bool:
        """Whether a noun names somebody who can speak."""
        low = word.low.removesuffix("'s").removesuffix("’s")
        return self.lexicon.speaker_end.search(low)

    def phrase_end(self, unit: Unit, start: int, stop: int) -> int | None:
        """Where the noun phrase that begins at word `start` ends, without what hangs on it; None if there is none."""
        match = (_CORE_EN if self.lexicon.language == "en" else CORE).match(unit.classes, start, stop)
        if match is None:
            return None
        end = match.end()
        while end - start > 1 and unit.classes[end - 1] == "B":
            end -= 1
        if self.lexicon.language == "de" and end - start > 1:
            end = self._without_object(unit, start, end)
        if self.lexicon.language == "en" and (
            not self.is_speaker_noun(unit.words[end - 1]) or unit.words[end - 1].text.islower()
        ):
            joined = _JOINED_EN.match(unit.classes, end, stop)  # "security and tribal officials"
            if joined and unit.words[joined.end() - 1].text.endswith("s"):
                if self.is_speaker_noun(unit.words[joined.end() - 1]) and unit.words[end].low == "and":
                    return joined.end()
        return end

    def _without_object(self, unit: Unit, start: int, end: int) -> int:
        """The end of a phrase that ran into the object behind it: "rügten die Minister Ruritanien"."""
        words, classes = unit.words, unit.classes
        for i in range(start + 1, end - 1):  # "das Gericht Ruritaniens Ansprüche"
            if classes[i - 1 : i + 2] == "NNN" and words[i].low.endswith("s") and self.is_speaker_noun(words[i - 1]):
                nation = self.entities.within("countries", words[i].start, words[i].start + 1)
                name = self.entities.within("people", words[i + 1].start, words[end - 1].end)
                if nation and not name and words[i].end == nation[0][1]:
                    return i
        if words[start].cls != "D" or not self.is_speaker_noun(words[start + 1]) or classes[start + 1] != "N":
            return end
        following = words[start + 2 : end]
        if len(following) == 1 and self.entities.within("countries", following[0].start, following[0].end):
            return start + 2
        return start + 2 if following and following[0].cls in "Ax" else end

    def resolve(self, unit: Unit, start: int, stop: int, state: State) -> list[Speaker]:
        """The speakers in words[start:stop], the subject standing first; empty if nobody can speak there."""
        words = unit.words
        if start >= stop:
            return []
        first = words[start]
        if first.cls == "R" and first.low in self.lexicon.personal:
            return self.anaphora.pronoun(unit, start, state)
        if first.low in self.lexicon.table.anaphors and (stop == start + 1 or unit.classes[start + 1] in "FVMWK"):
            recent = state.recent
            if recent is not None and recent.ref["kind"] == "organization" and first.low in self.lexicon.table.bodily:
                return [recent]
            return [state.last] if state.last else []
        alone = stop == start + 1 or unit.classes[start + 1] in "FVMWB"
        if first.low in self.lexicon.table.kept_determiners and alone and len(state.group) > 1:
            return list(state.group)
        if first.low in self.lexicon.table.both_markers:
            return self._both(unit, start + 1, stop, state)
        end = self.phrase_end(unit, start, stop)
        if end is None:
            return []
        circle = self.lexicon.circle_end.search(words[end - 1].low)  # people around somebody speak for themselves
        head = self._person_head(unit, start, end, stop) if not circle else None
        if head is not None:
            person, name_end = head
            return [person, *self._joined(unit, name_end, stop, state)]
        low_start, low_end = first.start, words[end - 1].end
        for t_start, t_end, title in self.entities.within("titles", low_start, low_end):
            if title.get("person") and t_end >= low_end - 1 and is_single(self.lexicon.language, first, words[end - 1]):
                fact = self.entities.by_id.get(title["person"])
                if fact is not None:
                    return [self.entities.person(fact, t_start, t_end)]
        known = self.entities.first_names.get(words[end - 1].text)
        if known is not None and end - start == 1 and known["mentions"][0]["start"] < first.start:
            return [self.entities.person(known, first.start, first.end)]
        taken_up = self.anaphora.taken_up(unit, start, end, stop, state) or self.anaphora.titled(
            unit, start, end, stop, state
        )
        taken_up = taken_up or self.anaphora.formerly(unit, start, end, state)
        taken_up = taken_up or self.anaphora.institution(unit, start, end, stop)
        if taken_up:
            return [taken_up]
        pair = self._pair(unit, start, end, stop, state)
        if pair:
            return pair
        if self.person_end.search(words[end - 1].low):
            apposed = self.anaphora.apposed(unit, self._tail(unit, end, stop), stop)
            if apposed:
                return [apposed]
        body = self._body(unit, start, end, stop)
        partners = self._partners(body, unit, end, stop)
        two = len(partners) == 1 and not self._jointly() and partners[0].ref["kind"] == body.ref["kind"]
        if partners and self.lexicon.language == "en" and not two:  # countries that speak together are one speaker
            left, right = first.start, partners[-1].ref["mention"]["end"]
            name = self.entities.view.text[left:right]
            return [Speaker({"kind": "group", "id": None, "name": name, "mention": mention(left, right)})]
        return [body, *partners]

    def _pair(self, unit: Unit, start: int, end: int, stop: int, state: State) -> list[Speaker]:
        """The two persons that "beide Minister", "both ministers" takes up."""
        kept = unit.words[start].low in self.lexicon.table.kept_determiners
        if not kept or len(state.group) != 2 or not all(s.ref["kind"] == "person" for s in state.group):
            return []
        alone = end == stop or unit.classes[end] in "FVMWBKP"
        return list(state.group) if alone and self.person_end.search(unit.words[end - 1].low) else []

    def _partners(self, body: Speaker, unit: Unit, position: int, stop: int) -> list[Speaker]:
        """Further countries and organizations joined to one: "Norway and Denmark said"."""
        words = unit.words
        bodies = ("country", "organization")
        if body.ref["kind"] == "group" and body.speaks and self._is_capital(body):  # "Athen und Nikosia"
            end = self.phrase_end(unit, position + 1, stop) if position + 1 < stop else None
            other = self._body(unit, position + 1, end, stop) if end and unit.classes[position] == "U" else None
            return [other] if other is not None and self._is_capital(other) else []
        while position + 2 < stop and unit.classes[position] == "K" and body.ref["kind"] == "country":
            position += 1 if words[position + 1].low in self.lexicon.table.joiners else 0
            if unit.classes[position] == "K":
                break
        listed = position + 1 < stop and unit.classes[position] == "K" and body.ref["kind"] == "country"
        joined = position + 1 < stop and (words[position].low in self.lexicon.table.joiners or listed)
        end = self.phrase_end(unit, position + 1, stop) if joined and body.ref["kind"] in bodies else None
        if end is None:
            return []
        other = self._body(unit, position + 1, end, stop)
        own = unit.words[position + 1].low in self._possessives  # "Poland and its allies"
        if other.ref["kind"] not in bodies and not (own and other.speaks and self.lexicon.language == "en"):
            return []
        return [other, *self._partners(other, unit, end, stop)]

    def _jointly(self) -> bool:
        """Whether the text is a joint statement, in which two countries speak as one."""
        blocks = self.entities.view.blocks
        return any(
            "joint" in self.entities.view.lowered[b["start"] : min(b["end"], b["start"] + 200)] for b in blocks[:2]
        )

    def _is_capital(self, body: Speaker) -> bool:
        return self.entities.is_capital(body.ref["mention"]["start"], body.ref["mention"]["end"])

    def tail_end(self, unit: Unit, end: int, stop: int) -> int:
        """Where what hangs on a noun phrase ends: genitives, and prepositions that join owners and places."""
        return self._tail(unit, end, stop)

    def _person_head(self, unit: Unit, start: int, end: int, stop: int) -> tuple[Speaker, int] | None:
        """The person a phrase is about, and the word behind the name."""
        words = unit.words
        left, right = words[start].start, words[stop - 1].end
        for p_start, p_end, fact in self.entities.within("people", left, right)[:4]:
            index = next((k for k in range(start, stop) if words[k].end > p_start), stop)
            after = next((k for k in range(index, stop) if words[k].start >= p_end), stop)
            if p_end - p_start < 2 or words[index].start != p_start and "-" in words[index].text:
                continue  # a part of a compound
            if self._is_possessive(unit, index, after, stop, p_start, p_end):
                continue
            between = unit.classes[start:index]
            if self._titles.fullmatch(between):
                return self.entities.person(fact, p_start, p_end), after
            if self._holds_office(fact, words[start].start, words[index].start):
                return self.entities.person(fact, p_start, p_end), after
            lead, comma, title = between.rpartition("K")
            if comma and "K" not in lead and not re.search(r"[FMWVJ]", lead) and self._titles.fullmatch(title):
                return self.entities.person(fact, p_start, p_end), after
            if after == stop and (
                _ATTRIBUTE.fullmatch(between)
                or self.lexicon.language == "en"
                and self._office_before(unit, start, index)
            ):
                return self.entities.person(fact, p_start, p_end), after
            before = words[index - 1]
            if before.cls == "N" and not self.person_end.search(before.low) and not re.search(r"[KFMWVJUQC]", between):
                role = words[end - 1]
                at_place = end < index and words[end].low in self.lexicon.table.place_prepositions
                if self.person_end.search(role.low) and not at_place:
                    return self.entities.person(fact, p_start, p_end), after
            return None
        return None

    def _office_before(self, unit: Unit, start: int, name: int) -> bool:
        """Whether an office with a preposition stands right before a name: "Minister for Health and Sport X", "Ministry
        of Defence spokesman X"; not "spokesman for President X"."""
        classes = unit.classes[start:name]
        place = classes.find("P")
        if place < 0 or place + 1 >= len(classes) or re.search(r"[^DAN#xBPU]", classes) or "U" in classes[:place]:
            return False
        first = any(self.person_end.search(w.low) for w in unit.words[start : start + place])
        second = any(self.person_end.search(w.low) for w in unit.words[start + place + 1 : name])
        return first != second and classes[-1] == "N"

    @staticmethod
    def _holds_office(fact: Fact, start: int, name: int) -> bool:
        """Whether the words from `start` to the name are the person's office: "Secretary for Foreign Affairs X"."""
        mentions = [office.get("mention") for office in fact.get("offices") or []]
        return any(m and m["start"] <= start + 12 and start <= m["start"] and name - 2 <= m["end"] for m in mentions)

    def _is_possessive(self, unit: Unit, index: int, after: int, stop: int, start: int, end: int) -> bool:
        text = self.entities.view.text
        if text[end : end + 2] in ("'s", "’s"):
            return True
        following = unit.words[after] if after < stop else None
        name = text[start:end]
        covered = unit.words[after - 1]
        genitive = name.endswith("s") or covered.end == end + 1 and covered.text.endswith("s")
        return bool(
            following and following.cls == "N" and genitive and index == after - 1 and self.is_speaker_noun(following)
        )

    def _joined(self, unit: Unit, position: int, stop: int, state: State) -> list[Speaker]:
        """Further persons joined by "and"."""
        words = unit.words
        if position < stop and unit.classes[position] == "L" and "E" in unit.classes[position:stop]:
            position = unit.classes.index("E", position) + 1
        elif position < stop and words[position].low in self.lexicon.table.owner_prepositions:
            position = self._tail(unit, position, stop)
        if position + 1 < stop and words[position].low in self.lexicon.table.joiners:
            end = self.phrase_end(unit, position + 1, stop)
            if end is not None:
                head = self._person_head(unit, position + 1, end, stop)
                if head is not None:
                    return [head[0], *self._joined(unit, head[1], stop, state)]
        if position + 3 < stop and unit.classes[position] == "K" and "U" in unit.classes[position:stop]:
            end = self.phrase_end(unit, position + 1, stop)  # "X, Minister Y und Z"
            head = self._person_head(unit, position + 1, end, stop) if end is not None else None
            rest = self._joined(unit, head[1], stop, state) if head is not None else []
            if head is not None and rest and re.fullmatch(r"[^PK]+", unit.classes[position + 1 : head[1]]):
                return [head[0], *rest]
        return []

    def _both(self, unit: Unit, start: int, stop: int, state: State) -> list[Speaker]:
        """The two of "sowohl X als auch Y"."""
        found: list[Speaker] = []
        for _ in range(2):
            part = self.resolve(unit, start, stop, state)
            if not part:
                return found
            found += part
            end = self.phrase_end(unit, start, stop) or stop
            while end < stop and unit.words[end].low in self.lexicon.table.both_joiners:
                end += 1
            start = end
        return found

    def _body(self, unit: Unit, start: int, end: int, stop: int) -> Speaker:
        """An organization, a country, a title or a group, named by the words of the text."""
        words, text = unit.words, self.entities.view.text
        plain = start
        while plain < end - 1 and words[plain].cls in "DUBX":
            plain += 1
        if words[plain].low in self.lexicon.table.kept_determiners or (
            plain > start and words[plain - 1].low in self.lexicon.table.kept_determiners
        ):
            plain = max(start, plain - (words[plain].low not in self.lexicon.table.kept_determiners))
        tail = self._tail(unit, end, stop)
        nouns = [k for k in range(plain, end) if words[k].cls in "NQ"]
        if not nouns:
            nouns = [end - 1]
        if tail > end:  # "die anerkannte Regierung in X": what hangs on says which one
            while plain < nouns[0] and words[plain].cls in "AxB":
                plain += 1
        last = words[end - 1]
        if len(nouns) > 1 and tail == end and self.lexicon.organization_end.search(words[nouns[0]].low):
            plain = nouns[1]
        left, right = words[plain].start, words[tail - 1].end
        name = text[left:right]
        if tail == end and self._is_genitive(words, start, end):
            name = nominative(name)
        ref: Fact = {"kind": "group", "id": None, "name": name, "mention": mention(left, right)}
        if tail == end:
            covering = [
                m for m in self.entities.within("organizations", words[start].start, last.end) if m[1] >= last.end - 1
            ]
            nation = [
                m
                for m in self.entities.within("countries", words[nouns[0]].start, last.end)
                if m[0] == words[nouns[0]].start and m[1] >= last.end - 1
            ]
            if covering:
                ref = {**ref, "kind": "organization", "id": covering[-1][2]["id"]}
                if re.search(r"['’]s\Z", text[left : covering[-1][0]].rstrip()):  # "Sudan's RSF"
                    ref |= {"name": text[covering[-1][0] : right], "mention": mention(covering[-1][0], right)}
            elif nation and len(nouns) <= 3:
                ref = {**ref, "kind": "country", "id": nation[0][2]["alpha2"]}
        if (
            ref["kind"] == "group"
            and self.person_end.search(last.low)
            and is_single(self.lexicon.language, words[start], last)
        ):
            ref["kind"] = "title"
        speaks = (
            ref["kind"] != "group"
            or name.isupper()
            or tail == end
            and self.entities.is_capital(left, right)
            or any(
                self.lexicon.speaker_end.search(part)
                for k in range(start, end)
                for part in _NAME_PART.findall(words[k].low)
            )
        )
        timely = not speaks and bool(self.entities.within("times", words[start].start, last.end))
        mute = last.low in self.lexicon.mute or words[start].low == "no"
        return Speaker(ref, speaks=speaks and not mute, timely=timely, mute=mute)

    def _tail(self, unit: Unit, end: int, stop: int) -> int:
        words, tail = unit.words, end
        while True:
            match = _GENITIVE.match(unit.classes, tail, stop)
            if match is None or words[tail].low not in self.lexicon.table.genitives:
                match = _ATTACHED.match(unit.classes, tail, stop)
                if (
                    match is None
                    or words[tail].low not in self._attaching(words[end - 1])
                    or words[tail + 1].low in self._possessives
                ):
                    return tail
                left, right = words[tail].start, words[match.end() - 1].end
                if words[tail].low == "von" and match.end() < stop and words[match.end()].low == "aus":
                    return tail  # "von Bergen aus" tells from where
                if self.entities.within("times", left, right):
                    return tail
                if words[tail].low in self.lexicon.table.place_prepositions and not self._is_place(
                    unit, tail, match.end()
                ):
                    return tail
            tail = match.end()
            joined = _ALSO.match(unit.classes, tail, stop) if self.lexicon.language == "en" else None
            if joined and unit.words[tail].low in self.lexicon.table.joiners:  # "the ministers of Poland and Latvia"
                last = self.entities.within("countries", words[tail - 1].start, words[joined.end() - 1].end)
                if len(last) > 1 and last[-1][1] == words[joined.end() - 1].end:
                    tail = joined.end()

    def _is_place(self, unit: Unit, start: int, stop: int) -> bool:
        """Whether a place or a body is named behind a preposition: "in Bergen", not "im Luftraum"."""
        if unit.classes[start + 1] == "N" and unit.words[start].low in ("in", "at", "aus"):
            return True
        left, right = unit.words[start].end, unit.words[stop - 1].end
        return any(self.entities.within(kind, left, right) for kind in ("countries", "organizations", "places"))

    def _attaching(self, noun: Word) -> frozenset[str]:
        """Prepositions that join a place or owner to a noun; places join only to bodies, not to persons."""
        if self.person_end.search(noun.low) or not self.is_speaker_noun(noun):
            return self.lexicon.owner_prepositions
        return self.lexicon.attaching

    def _is_genitive(self, words: list[Word], start: int, end: int) -> bool:
        return any(w.low in self.lexicon.table.genitive_markers for w in words[start:end])

    def can_speak(self, unit: Unit, speakers: list[Speaker]) -> bool:
        """Whether all the speakers are such as speak: linked ones, or nouns of the list."""
        return bool(speakers) and all(speaker.speaks for speaker in speakers)
