"""Figures of people who were killed or injured: they count deaths and injuries, whatever noun stands there."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Sentence

from .models import Hit, NounClass, PhraseWords

_REACH = 250  # characters of context that are looked at
_CLAUSE = re.compile(r"[,;:–—]\s|\s-\s")
_PLACE = r"(?:(?:in|im|bei|nahe|auf|am|an|at|near|on|outside|around)\s+(?:\S+\s+){0,2}\S+)"
_LISTED = re.compile(r",?\s+(?:und|and|sowie|as\s+well\s+as)\s+(?:\S+\s+){0,2}|,\s+(?:\S+\s+)?")
_ELIDED = re.compile(
    rf"\s*(?:{_PLACE})?\s*(?:[,;]|\b(?:und|and|sowie)\b)\s*(?:(?:und|and|sowie)\s+)?(?:{_PLACE}\s+)?(?:\w+\s+){{0,2}}"
)
_END = re.compile(rf"\s*(?:{_PLACE})?\s*(?:[,.;!?]|$)")


class Casualties:
    """Reads who was killed or injured, for one language."""

    def __init__(self, words: PhraseWords) -> None:
        self.killed = word_pattern(words.killed)
        self.injured = word_pattern(words.injured)
        self.killed_attribute = word_pattern(words.killed_attributes)
        self.died = word_pattern(words.died)
        self.killed_before = _verb_before(words.killed_before, words.between)
        self.lost_before = _verb_before(words.lost_before, words.between)
        self.injured_before = _verb_before(words.injured_before, words.between)
        self.aside = re.compile(rf"\s*,\s+(?:{'|'.join(words.asides)})\s[^,.;]{{1,80}},")
        verbs = "|".join((*words.killed, *words.injured))
        self.told_behind = re.compile(rf"^\s+(?:[\w’']+\s+){{0,3}}?(?:{verbs})(?!\w)")
        self.killed_split = tuple(
            (re.compile(rf"(?<!\w){before}"), re.compile(rf"(?<!\w){after}"))
            for before, after in (pair.split(" ", 1) for pair in words.killed_split)
        )
        self.finite = word_pattern(words.finite)
        self.clause_end = word_pattern(words.clause_ends)
        self.another_object = re.compile(
            rf"\s+(?:and|und)\s+(?:\w+ly\s+)?(?:{'|'.join((*words.killed_before, *words.injured_before))})\s+\w", re.I
        )
        self.verb_at_end = re.compile(
            rf"(?<!\w)(?:{'|'.join((*words.killed_before, *words.lost_before, *words.injured_before))})\s+$", re.I
        )

    def apply(self, text: str, hits: list[Hit], sentence: Sentence) -> None:
        """Sets the unit of the figures of a sentence whose clause says that they were killed or injured."""
        persons = [h for h in hits if h.kind in ("count", "fraction")]
        told = [self._told(text, persons, index, sentence) for index in range(len(persons))]
        for index in range(len(persons) - 2, -1, -1):  # "two men, a woman and three children were killed"
            if told[index] is None and told[index + 1] is not None and self._may(persons[index]):
                between = text[persons[index].end : persons[index + 1].start]
                right = text[persons[index + 1].end : self._limit(text, persons[index + 1].end, sentence)]
                if _LISTED.fullmatch(between) and self._casualty("", right) == told[index + 1]:
                    told[index] = told[index + 1]
        for index in range(1, len(persons)):  # "23 died in the north, 15 in the south"
            if told[index] is None and told[index - 1] is not None and self._may(persons[index]):
                between = self.told_behind.sub("", text[persons[index - 1].end : persons[index].start])
                begin = persons[index].end
                alone = not self.finite.search(text, begin, self._limit(text, begin, sentence))
                if (_LISTED.fullmatch(between) and alone) or (_ELIDED.fullmatch(between) and _END.match(text, begin)):
                    told[index] = told[index - 1]
        for hit, unit in zip(persons, told, strict=True):
            if unit is not None:
                hit.counted = hit.unit or "person"
                hit.unit, hit.noun_class = unit, unit

    @staticmethod
    def _may(hit: Hit) -> bool:
        return hit.noun_class == "person" or hit.bare or hit.unknown

    def _told(self, text: str, persons: list[Hit], index: int, sentence: Sentence) -> NounClass | None:
        """What the clause of a figure says of it."""
        hit = persons[index]
        if not self._may(hit):
            return None
        if hit.head_start > 0 and self.killed_attribute.search(text, hit.number_end, hit.head_start):
            return "death"
        if index and persons[index - 1].rule in ("share", "fraction") and hit.start - persons[index - 1].end < 20:
            return None  # the whole of which some were killed
        following = index + (2 if hit.rule == "share" else 1)
        aside = self.aside.match(text, hit.end, sentence.end)  # "14 people, among them three children, died"
        begin = aside.end() if aside else hit.end
        while following < len(persons) and persons[following].start < begin:
            following += 1
        limit = persons[following].start if following < len(persons) else sentence.end
        end = self._limit(text, begin, sentence)
        right = text[begin : min(end, limit)]
        if limit <= end:
            right = self.verb_at_end.sub("", right)  # "killed 11 and wounded 17": the verb of the next figure
        low = max(sentence.start, hit.start - 120, persons[index - 1].end if index else 0)
        left = re.split(r"[,;:–—]\s", text[low : hit.start])[-1]
        unit = self._casualty(left, right)
        if unit is None and not hit.unknown and self.lost_before.search(left):
            unit = "death"  # "the army lost 40 men", but not 40 things of a kind nobody knows
        if unit is None and index + 1 < len(persons) and limit <= end:
            between = text[hit.end : limit]
            if re.fullmatch(r"\s+(?:und|and|sowie)\s+(?:\S+\s+){0,2}", between):
                unit = self._casualty("", text[persons[index + 1].end : end])
        return unit

    def _casualty(self, left: str, right: str) -> NounClass | None:
        if self.another_object.match(right) and (self.killed_before.search(left) or self.injured_before.search(left)):
            right = ""  # "killed two people and wounded others"
        killed, injured = self.killed.search(right), self.injured.search(right)
        if killed and (not injured or killed.start() < injured.start()):
            return "death"
        if injured:
            return "injury"
        if self.killed_before.search(left) or self.died.search(left):
            return "death"
        if any(before.search(left) and after.search(right) for before, after in self.killed_split):
            return "death"  # "brachten 30 Geiseln um"
        return "injury" if self.injured_before.search(left) else None

    def _limit(self, text: str, start: int, sentence: Sentence) -> int:
        """End of the clause: a comma, a dash, or a conjunction that opens another one."""
        end = min(sentence.end, start + _REACH)
        cut = _CLAUSE.search(text, start, end)
        limit = cut.start() if cut else end
        other = self.clause_end.search(text, start, limit)
        return other.start() if other else limit


def word_pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words or phrases as one expression."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def _verb_before(verbs: tuple[str, ...], between: tuple[str, ...]) -> re.Pattern[str]:
    """A verb with its object: at most some words of a modifier between."""
    words = "|".join(w.replace(" ", r"\s+") for w in between)
    return re.compile(rf"(?<!\w)(?:{'|'.join(verbs)})\s+(?:(?:{words})\s+)*$", re.I)
