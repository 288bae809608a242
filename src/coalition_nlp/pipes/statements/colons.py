"""Speech that a colon ties to its speaker without a verb: headlines, and sentences that lead up to what is said."""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .markers import Markers
from .models import Found, Speaker, State, Unit
from .moods import Moods
from .speakers import SpeakerFinder

_MARKS = re.compile(r"[^QKSCHO]")


def span(unit: Unit, begin: int, stop: int) -> tuple[int, int, str] | None:
    """Words as content: marks at both ends cut off, a quotation alone is direct speech without its marks."""
    words, classes = unit.words, unit.classes
    while begin < stop and classes[begin] in "KCSHOE":
        begin += 1
    while stop > begin and classes[stop - 1] in "KCSHOL":
        stop -= 1
    if begin >= stop:
        return None
    first, last = words[begin], words[stop - 1]
    if first.quote is not None and last.quote is not None and not _MARKS.search(classes[begin:stop]):
        return first.quote.inner_start, last.quote.inner_end, "direct"
    return first.start, last.end, "indirect"


class Colons:
    """Finds speakers and what they say on the two sides of a colon."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder, markers: Markers, moods: Moods) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.markers = markers
        self.moods = moods

    def headline(self, unit: Unit, state: State) -> Found | None:
        """ "Visser: "We will ..."", "Visser (SPD) zum Haushalt: ...", and "Bridge is safe: Visser" as a title."""
        colon = unit.classes.find("C")
        if colon < 0:
            return None
        return self._label(unit, colon, state) or (self._trailing(unit, state) if unit.title else None)

    def _label(self, unit: Unit, colon: int, state: State) -> Found | None:
        """A speaker, a colon and what is said."""
        words, classes = unit.words, unit.classes
        if not 0 < colon <= 12 or any(w.forms for w in words[:colon]) or re.search(r"[KFMWV]", classes[:colon]):
            return None
        name = colon
        if classes[colon - 1] == "E" and "L" in classes[:colon]:
            name = classes.rindex("L", 0, colon)
        topic = next((k for k in range(1, colon) if classes[k] == "P"), None) if unit.title else None
        if topic is not None and words[topic].low in self.lexicon.table.topic_prepositions:
            name = topic
        elif colon > 8:
            return None
        speakers = self.finder.resolve(unit, 0, name, state)
        speakers = speakers if speakers and speakers[0].is_person else self._surname(unit, name)
        if not speakers or not self._reaches(unit, speakers[0], name):
            return None
        quote = words[colon + 1] if colon + 1 < len(words) else None
        if quote is None or (quote.cls != "Q" and len(words) - colon < 4):
            return None
        return self._found(unit, colon, speakers, colon + 1, colon + 2 if quote.cls == "Q" else len(words), "headline")

    def _surname(self, unit: Unit, stop: int) -> list[Speaker]:
        """The person of the document whose surname alone stands before the colon."""
        if stop != 1:
            return []
        word = unit.words[0]
        known = [p for p in self.finder.entities.by_id.values() if p["name"].split()[-1].casefold() == word.low]
        return [self.finder.entities.person(known[0], word.start, word.end)] if len(known) == 1 else []

    def _trailing(self, unit: Unit, state: State) -> Found | None:
        """A title whose end names who says it: "Bridge is safe: minister"."""
        colon = unit.classes.rfind("C")
        size = len(unit.words)
        if colon < 3 or not 1 <= size - colon - 1 <= 4 or re.search(r"[FMWVKOQ]", unit.classes[colon + 1 :]):
            return None
        speakers = self.finder.resolve(unit, colon + 1, size, state)
        if not self.finder.can_speak(unit, speakers) or not self._reaches(unit, speakers[0], size):
            return None
        return self._found(unit, colon, speakers, 0, colon, "headline")

    def _reaches(self, unit: Unit, speaker: Speaker, stop: int) -> bool:
        return speaker.ref["mention"]["end"] >= unit.words[stop - 1].end - 1

    def after(self, unit: Unit, state: State) -> Found | None:
        """ "X sah das anders: Man habe ...", "X was blunt: "We will ..."": a subject, a colon, what is said."""
        colon = unit.classes.rfind("C")
        if colon < 2 or colon + 2 > len(unit.words):
            return None
        rest = Unit(unit.words[colon + 1].start, unit.end, unit.block, unit.words[colon + 1 :])
        quoted = rest.words[0].is_full_quote and not _MARKS.search(rest.classes)
        if not quoted and (len(rest.words) < 2 or self.moods.run(rest, False, False) != "subjunctive"):
            return None
        head = Unit(unit.start, unit.words[colon].start, unit.block, unit.words[:colon])
        speaker = self.markers.topics.topic(head, state)
        if speaker is None or quoted and not speaker.is_person:
            return None
        return self._found(unit, colon, [speaker], colon + 1, len(unit.words), "colon")

    def _found(self, unit: Unit, colon: int, speakers: list[Speaker], begin: int, stop: int, rule: str) -> Found | None:
        content = span(unit, begin, stop)
        if content is None:
            return None
        mark = unit.words[colon]
        trigger, clause = (mark.start, mark.end), (unit.start, mark.end)
        return Found(*content, speakers, f"statement-{rule}", trigger, clause, confidence=0.7)
