"""What the sentence says about a figure: killed or injured, a noun given elsewhere, the time it holds for."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Sentence, View

from .models import Hit, NounClass, PhraseWords
from .units import Units

_REACH = 250  # characters of context that are looked at
_CLAUSE = re.compile(r"[,;:–—]\s|\s-\s")


class Context:
    """Clause and neighbourhood of figures, for one language."""

    def __init__(self, words: PhraseWords, nouns: Units) -> None:
        self.nouns = nouns
        self.killed = _words(words.killed)
        self.injured = _words(words.injured)
        self.killed_before = self._verb_before(words.killed_before, words.between)
        self.pronoun = re.compile(rf"\s+(?:{'|'.join(words.pronouns)})(?!\w)")
        self.aside = re.compile(rf"\s*,\s+(?:{'|'.join(words.asides)})\s[^,.;]{{1,80}},")
        self.killed_attribute = _words(words.killed_attributes)
        self.died = _words(words.died)
        self.injured_before = self._verb_before(words.injured_before, words.between)
        self.verb_at_end = re.compile(
            rf"(?<!\w)(?:{'|'.join((*words.killed_before, *words.injured_before))})\s+$", re.I
        )
        self.number_of = re.compile(rf"(?<!\w)(?:{'|'.join(words.number_of)})(?=\s)")
        self.ballot = _words(words.ballot)
        self.change = _words(words.change)
        self.origin = re.compile(rf"(?<!\w)(?:{'|'.join(words.origin)})\s+(?:\S+\s+)?$", re.I)
        self.link = re.compile(rf"\W+(?:(?:{'|'.join(words.links)})\W+)(?:(?:\w+|mehr als|more than)\s+)?")
        self.part = _words(words.parts)
        self.determiner = re.compile(rf"(?<!\w)(?:{'|'.join(words.determiners)})\s+$", re.I)
        self.clause_end = _words(words.clause_ends)

    @staticmethod
    def _verb_before(verbs: tuple[str, ...], between: tuple[str, ...]) -> re.Pattern[str]:
        """A verb with its object: at most some words of a modifier between."""
        words = "|".join(w.replace(" ", r"\s+") for w in between)
        return re.compile(rf"(?<!\w)(?:{'|'.join(verbs)})\s+(?:(?:{words})\s+)*$", re.I)

    def casualties(self, text: str, hits: list[Hit], sentence: Sentence) -> None:
        """Figures of persons whose clause says that they were killed or injured count deaths or injuries."""
        persons = [h for h in hits if h.kind in ("count", "fraction")]
        for index, hit in enumerate(persons):
            if hit.noun_class != "person" and not hit.bare and not hit.unknown:
                continue
            if hit.head_start > 0 and self.killed_attribute.search(text, hit.number_end, hit.head_start):
                hit.unit = hit.noun_class = "death"
                continue
            if index and persons[index - 1].rule in ("share", "fraction") and hit.start - persons[index - 1].end < 20:
                continue  # the whole of which some were killed
            following = index + (2 if hit.rule == "share" else 1)
            aside = self.aside.match(text, hit.end, sentence.end)  # "14 people, among them three children, died"
            begin = aside.end() if aside else hit.end
            while following < len(persons) and persons[following].start < begin:
                following += 1
            limit = persons[following].start if following < len(persons) else sentence.end
            end = self._clause_limit(text, begin, min(sentence.end, begin + _REACH))
            right = text[begin : min(end, limit)]
            if limit <= end:
                right = self.verb_at_end.sub("", right)  # "killed 11 and wounded 17": the verb of the next figure
            low = max(sentence.start, hit.start - 120, persons[index - 1].end if index else 0)
            left = re.split(r"[,;:–—]\s", text[low : hit.start])[-1]
            unit = self._casualty(left, right)
            if unit is None and index + 1 < len(persons) and limit <= end:
                between = text[hit.end : limit]
                if re.fullmatch(r"\s+(?:und|and|sowie)\s+(?:\S+\s+){0,2}", between):
                    unit = self._casualty("", text[persons[index + 1].end : end])
            if unit is not None:
                hit.counted = hit.unit or "person"
                hit.unit, hit.noun_class = unit, unit

    def _casualty(self, left: str, right: str) -> NounClass | None:
        killed, injured = self.killed.search(right), self.injured.search(right)
        if killed and (not injured or killed.start() < injured.start()):
            return "death"
        if injured:
            return "injury"
        if self.killed_before.search(left) or self.died.search(left):
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
            if sentence is None or self._same_kind(text, hits, index, sentence):
                continue
            if index and hits[index - 1].rule == "vote" and hit.start - hits[index - 1].end < 10:
                hit.unit, last = "vote", hit
                continue
            counted = (
                self._number_of(text, max(sentence.start, hit.start - _REACH, last.end if last else 0), hit.start)
                or self._joined(text, hits, index, sentence)
                or self._number_of(text, max(0, hit.start - _REACH, last.end if last else 0), hit.start)
            )
            if counted is not None:
                hit.unit = counted
                last = hit
                continue
            if last is not None:
                previous = view.sentence_at(last.start)
                reach = 2 if hit.kind == "count" else 0
                if previous is not None and sentence.index - previous.index <= reach:
                    hit.unit = last.counted or last.unit
                    continue
            hit.unit = self._number_of(text, hit.end, min(sentence.end, hit.end + 80))
            if hit.unit is not None:
                last = hit
                continue
            if self.determiner.search(text[max(0, hit.start - 12) : hit.start]):
                hit.unit = "person"

    def _joined(self, text: str, hits: list[Hit], index: int, sentence: Sentence) -> str | None:
        """The noun of the next figure with a noun, where only a few words stand between ("five or six tanks")."""
        end = hits[index].end
        reach = 5 if hits[index].kind == "fraction" else 3
        for hit in hits[index + 1 : index + 6]:
            if hit.start >= sentence.end or not re.fullmatch(rf"\W*(?:\w+\W+){{0,{reach}}}", text[end : hit.start]):
                return None
            if hit.kind != "count":
                return None
            if hit.unit is not None:
                return hit.unit
            end = hit.end
        return None

    def _same_kind(self, text: str, hits: list[Hit], index: int, sentence: Sentence) -> bool:
        """ "rose from 1.2 to 1.8 percent", "von zwei auf drei Milliarden Euro": the first number is of the same kind.

        So is a sum named as a part of a sum before: "zwei Milliarden Euro, davon 300 Millionen sofort".
        """
        hit = hits[index]
        if hit.value is not None and 0 < hit.value < 1 and not text[hit.start].isdecimal():
            return False  # "by a third to 1.2 million dollars"
        if index + 1 < len(hits) and hits[index + 1].start < sentence.end:
            following = hits[index + 1]
            if self.link.fullmatch(text, hit.end, following.start):
                scale = following.numeral.scale
                if hit.numeral.scale == 1 and scale > 1 and hit.value is not None and hit.value < 1000:
                    hit.value *= scale
                if following.kind in ("money", "percent", "measure"):
                    hit.kind, hit.unit, hit.currency = following.kind, following.unit, following.currency
                    return True
        if index and hits[index - 1].kind == "money" and hits[index - 1].end > sentence.start:
            before = hits[index - 1]
            if self.part.search(text, before.end, hit.start):
                hit.kind, hit.unit, hit.currency = before.kind, before.unit, before.currency
                return True
        return False

    def _number_of(self, text: str, low: int, high: int) -> str | None:
        """ "The number of refugees rose to 5,000": in this sentence or shortly before it, after the last figure."""
        found = list(self.number_of.finditer(text, low, high))
        if not found:
            return None
        after = found[-1].end()
        for word in re.finditer(r"[^\W\d_][\w-]+", text[after : after + 100]):
            noun = self.nouns.noun(word.group())
            if noun is not None and noun.plural and noun.unit:
                return noun.unit
        return None

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
                if min(abs(hit.start - right), abs(left - hit.end)) > _REACH:
                    continue
                between = text[right : hit.start] if right <= hit.start else text[hit.end : left]
                if not _CLAUSE.search(between):
                    inside.append((abs(hit.start - left), time["id"]))
            if inside:
                hit.time = min(inside)[1]


def _words(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")
