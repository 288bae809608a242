"""What the sentence says about a figure: killed or injured, a noun given elsewhere, the time it holds for."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Sentence, View

from .models import Hit, PhraseWords

_CLAUSE = re.compile(r"[,;:–—]\s|\s-\s")


class Context:
    """Clause and neighbourhood of figures, for one language."""

    def __init__(self, words: PhraseWords) -> None:
        self.killed = _words(words.killed)
        self.injured = _words(words.injured)
        self.killed_before = re.compile(rf"(?<!\w)(?:{'|'.join(words.killed_before)})\s+(?:\S+\s+){{0,4}}$", re.I)
        self.injured_before = re.compile(rf"(?<!\w)(?:{'|'.join(words.injured_before)})\s+(?:\S+\s+){{0,4}}$", re.I)
        self.ballot = _words(words.ballot)
        self.change = _words(words.change)
        self.origin = re.compile(rf"(?<!\w)(?:{'|'.join(words.origin)})\s+(?:\S+\s+)?$", re.I)
        self.determiner = re.compile(rf"(?<!\w)(?:{'|'.join(words.determiners)})\s+$", re.I)
        self.clause_end = _words(words.clause_ends)

    def casualties(self, text: str, hits: list[Hit], sentence: Sentence) -> None:
        """Figures of persons whose clause says that they were killed or injured count deaths or injuries."""
        persons = [h for h in hits if h.kind in ("count", "fraction")]
        for index, hit in enumerate(persons):
            if hit.noun_class != "person" and not hit.bare:
                continue
            limit = persons[index + 1].start if index + 1 < len(persons) else sentence.end
            end = self._clause_limit(text, hit.end, sentence.end)
            right = text[hit.end : min(end, limit)]
            left = text[max(sentence.start, hit.start - 60) : hit.start]
            if index:
                left = text[max(persons[index - 1].end, hit.start - 60, sentence.start) : hit.start]
            unit = self._casualty(left, right)
            if unit is None and index + 1 < len(persons) and limit <= end:
                between = text[hit.end : limit]
                if re.fullmatch(r"\s+(?:und|and|sowie)\s+(?:\S+\s+){0,2}", between):
                    unit = self._casualty("", text[persons[index + 1].end : end])
            if unit is not None:
                hit.unit, hit.noun_class = unit, unit  # type: ignore[assignment]

    def _casualty(self, left: str, right: str) -> str | None:
        killed, injured = self.killed.search(right), self.injured.search(right)
        if killed and (not injured or killed.start() < injured.start()):
            return "death"
        if injured:
            return "injury"
        if self.killed_before.search(left):
            return "death"
        return "injury" if self.injured_before.search(left) else None

    def _clause_limit(self, text: str, start: int, end: int) -> int:
        """End of the clause: a comma, a dash, or a conjunction that opens another one."""
        cut = _CLAUSE.search(text, start, end)
        limit = cut.start() if cut else end
        other = self.clause_end.search(text, start, limit)
        return other.start() if other else limit

    def nouns_from_elsewhere(self, text: str, hits: list[Hit], view: View) -> None:
        """Bare numbers take the noun of the figure before (or after, in the same sentence)."""
        last: Hit | None = None
        for index, hit in enumerate(hits):
            if hit.kind not in ("count", "fraction") or hit.unit is not None:
                if hit.kind == "count" and hit.unit is not None:
                    last = hit
                continue
            sentence = view.sentence_at(hit.start)
            following = hits[index + 1] if index + 1 < len(hits) else None
            if (
                following is not None
                and following.kind == "count"
                and following.unit is not None
                and sentence is not None
            ):
                near = following.start < sentence.end and following.start - hit.end < 40
                if near and (last is None or last.end < sentence.start):
                    hit.unit = following.unit
                    continue
            if last is not None and sentence is not None:
                previous = view.sentence_at(last.start)
                if previous is not None and sentence.index - previous.index <= 2:
                    hit.unit = last.unit
                    continue
            if self.determiner.search(text[max(0, hit.start - 12) : hit.start]):
                hit.unit = "person"

    @staticmethod
    def times(text: str, hits: list[Hit], view: View) -> None:
        """The nearest date of the same clause, or of the same sentence if it has but one."""
        times = [t for t in view.get("times") if t.get("type") in ("DATE", "TIME", "DURATION")]
        if not times:
            return
        at = 0
        for hit in hits:
            sentence = view.sentence_at(hit.start)
            if sentence is None:
                continue
            while at < len(times) and times[at]["mention"]["start"] < sentence.start:
                at += 1
            inside = []
            for time in times[at : at + 8]:
                if time["mention"]["start"] >= sentence.end:
                    break
                left, right = time["mention"]["start"], time["mention"]["end"]
                between = text[right : hit.start] if right <= hit.start else text[hit.end : left]
                if not _CLAUSE.search(between):
                    inside.append((abs(hit.start - left), time["id"]))
            if inside:
                hit.time = min(inside)[1]


def _words(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")
