"""Whether a sentence goes on with what somebody said: by its mood, by quotation marks, by its person."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .models import Unit

_FINITE = re.compile(r"[FMWV]")


class Moods:
    """Tells reported speech without an attribution of its own."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def begin(self, unit: Unit) -> int:
        """The first word of what is said: behind "demnach", a dash or an opening mark."""
        start = 0
        while start < len(unit.words) and unit.classes[start] in "OH":
            start += 1
        if start < len(unit.words) and unit.words[start].low in self.lexicon.table.continued:
            start += 1
        return start

    def run(self, unit: Unit, just_said: bool) -> str | None:
        """The rule by which a unit continues the speech in force, None if it does not."""
        words, classes = unit.words, unit.classes
        if not words:
            return None
        start = self.begin(unit)
        if start and words[start - 1].low in self.lexicon.table.continued:
            return "continued"
        core = re.sub(r"O+\Z", "", classes)
        if core and set(core) == {"Q"} and words[0].quote is not None and words[0].quote.full:
            return "quotation"
        mood = self._main_mood(unit, start)
        if mood == "M" or mood == "W" and just_said:
            return "subjunctive"
        if just_said and mood is None and any(w.low in self.lexicon.first_person for w in words):
            return "first-person"
        return None

    def _main_mood(self, unit: Unit, start: int) -> str | None:
        """M or W if the main clause stands in the subjunctive, None otherwise."""
        words, classes = unit.words, unit.classes
        segments = [(m.start(), m.end()) for m in re.finditer(r"[^KSCHLE]+", classes) if m.end() > start]
        if not segments:
            return None
        opening = classes[start]
        subordinate = opening == "J" or words[start].low in ("sollte", "sollten", "wer", "was")
        for number, (left, right) in enumerate(segments):
            left = max(left, start)
            if number == 0 and subordinate:
                continue
            if number == 0:
                place = self._first_finite(unit, left, right)
                if place is None:
                    continue
                return classes[place] if classes[place] in "MW" and self._is_reported(unit, place) else None
            k = left
            while k < right and (classes[k] == "B" or words[k].low in ("so", "dann")):
                k += 1
            if k < right and classes[k] in "MW" and self._is_reported(unit, k):
                return classes[k]
            if k < right and classes[k] in "FV" and left > 0 and classes[left - 1] in "KH":
                return None
        return None

    def _first_finite(self, unit: Unit, left: int, right: int) -> int | None:
        for k in range(left, right):
            if _FINITE.match(unit.classes[k]):
                return k
        return None

    def _is_reported(self, unit: Unit, place: int) -> bool:
        """Not "als sei", "es sei denn", "sei es"."""
        words = unit.words
        before = words[place - 1].low if place else ""
        after = words[place + 1].low if place + 1 < len(words) else ""
        if before in self.lexicon.comparison or after == "denn" and words[place].low == "sei":
            return False
        return not (words[place].low in ("sei", "möge", "lebe") and place == 0)
