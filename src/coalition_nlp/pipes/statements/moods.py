"""Whether a sentence goes on with what somebody said: by its mood, by quotation marks, by its person."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .models import Unit

_FINITE = re.compile(r"[FMWV]")
_NOMINAL = re.compile(r"[UB]*D?[A#x]*N+(?:PD?[A#x]*N+)?")
_SECOND = re.compile(r"[NREKQB]([Ax])(?=[DPXRB#])")
_SEGMENT = re.compile(r"[^KSCHLE]+")


class Moods:
    """Tells reported speech without an attribution of its own."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._continued = frozenset(lexicon.table.continued)

    def begin(self, unit: Unit) -> int:
        """The first word of what is said: behind "demnach", a dash or an opening mark."""
        start = 0
        while start < len(unit.words) and unit.classes[start] in "OH":
            start += 1
        if start < len(unit.words) and unit.words[start].low in self.lexicon.table.continued:
            start += 1
        return start

    def run(self, unit: Unit, just_said: bool, in_run: bool) -> str | None:
        """The rule by which a unit continues the speech in force, None if it does not."""
        words, classes = unit.words, unit.classes
        if not words:
            return None
        start = self.begin(unit)
        if start and words[start - 1].low in self.lexicon.table.continued:
            return "continued"
        possible = not self._continued.isdisjoint(unit.lows)
        if possible and any(w.low in self._continued for w in words[start : start + 8]) and classes[start] != "J":
            return "continued"
        core = classes.rstrip("O")
        if core and set(core) == {"Q"} and words[0].is_full_quote:
            return "quotation"
        mood = self._main_mood(unit, start)
        if mood == "M" or mood == "W" and in_run and words[start].low not in self.lexicon.table.scene_changes:
            return "subjunctive"
        if just_said and mood is None and not self.lexicon.first_person.isdisjoint(unit.lows):
            return "first-person"
        return None

    def points(self, unit: Unit) -> bool:
        """Whether a sentence judges what was just named, in the present tense: "Das ist ein Fehler"."""
        if not unit.words or unit.words[0].low not in self.lexicon.table.deictics:
            return False
        finite = next((w for w in unit.words if w.cls in "FMWV"), None)
        return finite is not None and finite.low in self.lexicon.table.present

    def _main_mood(self, unit: Unit, start: int) -> str | None:
        """M or W if the main clause stands in the subjunctive, None otherwise."""
        words, classes = unit.words, unit.classes
        segments = [(m.start(), m.end()) for m in _SEGMENT.finditer(classes) if m.end() > start]
        if not segments:
            return None
        opening = classes[start]
        subordinate = opening == "J" or words[start].low in ("sollte", "sollten", "wer", "was")
        if not subordinate:
            place = self._opening_finite(unit, segments, start)
            if place is None:
                return None
            return classes[place] if classes[place] in "MW" and self._is_reported(unit, place) else None
        for left, right in segments[1:]:
            k = left
            while k < right and (classes[k] == "B" or words[k].low in ("so", "dann", "der", "die", "das")):
                k += 1
            if k < right and classes[k] in "MW" and self._is_reported(unit, k):
                return classes[k]
            if k < right and classes[k] in "FV":
                return None
        return None

    def _opening_finite(self, unit: Unit, segments: list[tuple[int, int]], start: int) -> int | None:
        """The finite verb of the main clause: the first one, subordinate and relative clauses passed over."""
        late = self._behind_inserted(unit, segments, start)
        if late is not None:
            return late
        for number, (left, right) in enumerate(segments):
            left = max(left, start)
            if left >= right:
                continue
            relative = (
                number > 0
                and unit.words[left].low in self.lexicon.relatives
                and not _FINITE.match(unit.classes[left + 2 : left + 3] or " ")
            )
            if number > 0 and (unit.classes[left] == "J" or relative and _FINITE.match(unit.classes[right - 1])):
                continue
            place = self._first_finite(unit, left, right)
            if place is not None:
                return place
            if self._told(unit, left, right):
                return None
        return None

    @staticmethod
    def _told(unit: Unit, left: int, right: int) -> bool:
        """Whether a verb in second place tells something: "Lund eröffnete das Treffen mit der Bitte, man möge ..."."""
        for match in _SECOND.finditer(unit.classes, max(left - 1, 0), right):
            word = unit.words[match.start(1)]
            if match.start(1) >= left and (
                word.low.endswith(("te", "ten")) if word.cls == "A" else not word.low.endswith(("en", "t", "er", "hr"))
            ):
                return True
        return False

    def _behind_inserted(self, unit: Unit, segments: list[tuple[int, int]], start: int) -> int | None:
        """The finite verb behind a clause that tells what a noun says: "Gerüchte, X sei krank, machten die Runde"."""
        if len(segments) < 3 or not _NOMINAL.fullmatch(unit.classes, max(start, segments[0][0]), segments[0][1]):
            return None
        if not _FINITE.search(unit.classes, *segments[1]):
            return None
        for left, _ in segments[2:]:
            preterite = unit.classes[left] == "A" and unit.words[left].low.endswith(("te", "ten"))
            if preterite or _FINITE.match(unit.classes, left):
                return left
        return None

    def _first_finite(self, unit: Unit, left: int, right: int) -> int | None:
        match = _FINITE.search(unit.classes, left, right)
        return match.start() if match else None

    def _is_reported(self, unit: Unit, place: int) -> bool:
        """Not "als sei", "es sei denn", "sei es"."""
        words = unit.words
        before = words[place - 1].low if place else ""
        if "ich" in (w.low for w in words[max(0, place - 1) : place + 2]):
            return False
        after = words[place + 1].low if place + 1 < len(words) else ""
        if before in self.lexicon.comparison or after == "denn" and words[place].low == "sei":
            return False
        return not (words[place].low in ("sei", "möge", "lebe") and place == 0)
