"""Whom a sentence is about that tells of no saying: he or they of the next sentence."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .models import Speaker, State, Unit
from .speakers import SpeakerFinder

_MANY = re.compile(r"[xFAVB]P?([D#][A#x]*N{1,2})")
_FINITE = re.compile(r"[FMWV]")


class Topics:
    """Finds the subjects of sentences."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder

    def subjects(self, unit: Unit, state: State) -> list[Speaker]:
        """Whom a sentence is about: its first word or phrase, where that can speak."""
        start = 0
        while start < len(unit.words) and unit.classes[start] in "UHO":
            start += 1
        if start < len(unit.words) and unit.classes[start] in "PB" and self.lexicon.language == "de":
            return self._inverted(unit, start, state)
        if start < len(unit.words) and unit.classes[start] == "P" and self.lexicon.language == "en":
            comma = unit.classes.find("K", start)  # "In Oslo, the Secretary met ..."
            start = comma + 1 if 0 < comma < start + 8 and not _FINITE.search(unit.classes, start, comma) else start
        if start >= len(unit.words) or unit.classes[start] not in "DNA":
            return []
        finite = _FINITE.search(unit.classes, start)
        stop = finite.start() if finite else min(len(unit.words), start + 30)
        if unit.words[start].low in self.lexicon.oblique:
            return []
        if self.lexicon.language == "en" and unit.words[start].low.endswith("ing"):  # "Implementing X will ..."
            return []
        speakers = self.finder.resolve(unit, start, stop, state)
        return speakers if self.finder.can_speak(unit, speakers) else []

    def _inverted(self, unit: Unit, start: int, state: State) -> list[Speaker]:
        """The subject behind the verb: "Am Abend traf Lund die Ministerin"."""
        if not self.finder.entities.within("people", unit.start, unit.end):
            return []
        finite = _FINITE.search(unit.classes, start)
        if finite is None or "K" in unit.classes[start : finite.start()]:
            return []
        k = finite.end()
        while k < len(unit.words) and unit.classes[k] in "BX":
            k += 1
        if k >= len(unit.words) or unit.classes[k] not in "DNA" or unit.words[k].low in self.lexicon.oblique:
            return []
        stop = next((i for i in range(k, len(unit.words)) if unit.classes[i] in "KSCFMWVPX"), len(unit.words))
        speakers = self.finder.resolve(unit, k, stop, state)
        return speakers if len(speakers) == 1 and speakers[0].ref["kind"] == "person" else []

    def many(self, unit: Unit, state: State) -> Speaker | None:
        """A group behind the verb of a sentence: "Am Ufer protestierten Hunderte Anwohner"."""
        words, classes = unit.words, unit.classes
        if self.lexicon.language != "de" or not classes or classes[0] not in "PJB":
            return None
        for match in _MANY.finditer(classes):
            noun = words[match.end() - 1]
            start = match.start(1)
            if classes[start - 1] == "P" and words[start - 1].low != "rund":
                continue
            if words[start].low in self.lexicon.oblique or not noun.low.endswith(("en", "er", "e", "s")):
                continue
            if self.finder.is_speaker_noun(noun) and words[start].low not in ("der", "des", "einer", "eines"):
                found = self.finder.resolve(unit, start, match.end(), state)
                if len(found) == 1 and found[0].ref["kind"] == "group" and found[0].speaks:
                    return found[0]
        return None

    def topic(self, unit: Unit, state: State) -> Speaker | None:
        """The one speaker that a sentence is about."""
        subjects = self.subjects(unit, state)
        return subjects[0] if len(subjects) == 1 else None

    def pair(self, unit: Unit, topic: Speaker) -> list[Speaker]:
        """Two persons who talked with each other, for a "they" that follows: "X discussed the plan with Minister Y"."""
        if not topic.is_person or unit.lows.isdisjoint(self.lexicon.meeting):
            return []
        people = self.finder.entities.within("people", unit.start, unit.end)
        others = {fact["id"]: (fact, start, end) for start, end, fact in people if fact["id"] != topic.ref["id"]}
        return [topic, *(self.finder.entities.person(*who) for who in others.values())] if len(others) == 1 else []
