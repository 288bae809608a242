"""What the sentence says about a figure: a noun given elsewhere, the time it holds for."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Sentence, View

from .casualties import word_pattern
from .models import Hit, PhraseWords
from .units import Units

_REACH = 250  # characters of context that are looked at
_LABEL = re.compile(r"([^\W\d_][\w-]+)(?::|\s[-–—])\s+(?:\S+\s+){0,2}$")
_FROM = re.compile(r"([^\W\d_][\w-]+)\s+(?:from|von)\s+(?:\S+\s+)?$")
_RESULT = re.compile(r"\s+(?:to|zu|gegen|bei)\s+")
_CLAUSE = re.compile(r"[,;:–—]\s|\s-\s")


class Context:
    """Clause and neighbourhood of figures, for one language."""

    def __init__(self, words: PhraseWords, nouns: Units) -> None:
        self.nouns = nouns
        self.pronoun = re.compile(rf"\s+(?:{'|'.join(words.pronouns)})(?!\w)")
        self.aside_before = re.compile(rf"(?<!\w)(?:{'|'.join(words.asides)})\s+(?:\S+\s+){{0,2}}$")
        self.number_of = re.compile(rf"(?<!\w)(?:{'|'.join(words.number_of)})(?=\s)")
        self.ballot = word_pattern(words.ballot)
        self.cast = re.compile(rf"\s+(?:{'|'.join(words.cast)})(?!\w)")
        self.change = word_pattern(words.change)
        self.origin = re.compile(rf"(?<!\w)(?:{'|'.join(words.origin)})\s+(?:\S+\s+)?$", re.I)
        self.link = re.compile(rf"\W+(?:(?:{'|'.join(words.links)})\W+)(?:(?:\w+|mehr als|more than)\s+)?")
        self.part = word_pattern(words.parts)
        self.determiner = re.compile(rf"(?<!\w)(?:{'|'.join(words.determiners)})\s+$", re.I)

    def nouns_from_elsewhere(self, text: str, hits: list[Hit], view: View) -> None:
        """Bare numbers take the noun of the figure before (or after, in the same sentence)."""
        last: Hit | None = None
        for index, hit in enumerate(hits):
            if hit.kind not in ("count", "fraction") or hit.unit is not None:
                if hit.kind == "count" and hit.unit is not None and not (last and self._is_aside(text, hit)):
                    last = hit
                continue
            sentence = view.sentence_at(hit.start)
            if sentence is not None and self._is_sum(text, hits, index, sentence, view):
                continue
            if sentence is None or self._same_kind(text, hits, index, sentence):
                continue
            vote = self._vote(text, hits, index, last, sentence)
            if vote is not None:
                hit.unit = vote
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
            label = _LABEL.search(text, max(0, hit.start - 60), hit.start)
            noun = self.nouns.noun(label[1]) if label else None
            if noun is not None and noun.unit:
                hit.unit, last = noun.unit, hit
                continue
            changed = _FROM.search(text, max(0, hit.start - 60), hit.start)
            noun = self.nouns.noun(changed[1]) if changed else None
            if changed and noun is not None and noun.plural and noun.unit:
                hit.unit, last = noun.unit, hit
                continue
            if last is not None and self._comparable(hit, last):
                previous = view.sentence_at(last.start)
                reach = 2 if hit.kind == "count" and hit.numeral.sort != "V" else 0
                if previous is not None and sentence.index - previous.index <= reach:
                    hit.unit = last.counted or last.unit
                    continue
            hit.unit = self._number_of(text, hit.end, min(sentence.end, hit.end + 80))
            if hit.unit is not None:
                last = hit
                continue
            if (hit.numeral.sort == "V" and hit.numeral.value < 1_000_000) or self.determiner.search(
                text[max(0, hit.start - 12) : hit.start]
            ):
                hit.unit = "person"

    def _vote(self, text: str, hits: list[Hit], index: int, last: Hit | None, sentence: Sentence) -> str | None:
        """ "88 in favour, 53 against", "120 votes to 14": votes, or who cast them if the sentence says so."""
        hit = hits[index]
        if index and hits[index - 1].unit == "vote" and _RESULT.fullmatch(text, hits[index - 1].end, hit.start):
            return "vote"
        if not self.cast.match(text, hit.end, sentence.end):
            return None
        if last is not None and last.start >= sentence.start and last.unit and last.noun_class != "vote":
            return last.counted or last.unit
        return "vote"

    @staticmethod
    def _comparable(hit: Hit, last: Hit) -> bool:
        """Whether two numbers may count the same: not 14 million where the one before was a dozen."""
        one, other = hit.value or hit.low, last.value or last.low
        return one is None or other is None or one < 1_000_000 or other * 1000 >= one

    def _joined(self, text: str, hits: list[Hit], index: int, sentence: Sentence) -> str | None:
        """The noun of the next figure with a noun, where only a few words stand between ("five or six tanks")."""
        end = hits[index].end
        reach = 5 if hits[index].kind == "fraction" or hits[index].rule == "share" else 3
        for hit in hits[index + 1 : index + 6]:
            between = text[end : hit.start]
            if hit.start >= sentence.end or not re.fullmatch(rf"\W*(?:\w+\W+){{0,{reach}}}", between):
                return None
            if "(" in between or re.search(r"[.!?]\s|\w\s+(?:in|im|aus|auf|from|at)\s$", between):
                return None
            if "," in between and re.search(r"\w", between) and hits[index].numeral.sort == "V":
                return None
            if hit.kind != "count" or (hit.noun_class == "vote" and hit.unit != "vote"):
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

    @staticmethod
    def _is_sum(text: str, hits: list[Hit], index: int, sentence: Sentence, view: View) -> bool:
        """A bare number of millions shortly behind a sum of money is one of the same currency."""
        hit = hits[index]
        if hit.kind != "count" or hit.numeral.sort != "N" or hit.numeral.scale < 1_000_000:
            return False
        for before in reversed(hits[max(0, index - 5) : index]):
            previous = view.sentence_at(before.start)
            if previous is None or sentence.index - previous.index > 2:
                return False
            if (
                before.kind == "money"
                and "(" in text[max(0, before.start - 12) : before.start]
                and before.currency != "USD"
            ):
                continue  # the same sum in another currency
            if before.kind == "money" and not before.subunit:
                hit.kind, hit.unit, hit.currency = "money", before.unit, before.currency
                return True
            if before.kind == "count" and before.unit and hit.numeral.scale < 1_000_000_000:
                return False
        return False

    def _is_aside(self, text: str, hit: Hit) -> bool:
        """ "nine victims, including five children": what is told in passing is not what later numbers count."""
        return self.aside_before.search(text[max(0, hit.start - 40) : hit.start]) is not None

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
