"""What an expression is resolved against: publication date, dates named before it, and the tense around it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from .calendar import Interval
from .models import TenseWords

_CLAUSE_ENDS = re.compile(r"[,;:()\"“”„«»]|\s[–—-]\s")
_FRONT = re.compile(r"\s*(?:[^\W\d_]{2,5} (?:de[rnm] )?)?")  # what may stand before a time that opens a sentence
_MAYBE = 120  # characters by which a hint at the future counts as farther away
_HALF_WIDTH = 240  # characters looked at on either side; keeps the cost of a very long sentence linear


def _words(entries: tuple[str, ...]) -> str:
    """Any of the words; a trailing * stands for any ending."""
    parts = (re.escape(w.rstrip("*")).replace(r"\ ", r"\s+") + (r"\w*" if w.endswith("*") else "") for w in entries)
    return "|".join(parts)


@dataclass
class Context:
    """The surroundings of the expression that is being resolved.

    `previous` is the last day spoken of, `recent` the same where it stands close before, `previous_any` the first day
    of the last date of any length, `week` that of a week named in the same sentence, `apposed`
    the day named right before ("heute, Samstag"), `told` the date with a year of its own that leads the story told
    here ("1942 wurde sie verhaftet, im August kam sie frei"), `told_here` whether it stands in the same sentence,
    `coming` a day to come named before in the same sentence.
    """

    published: dt.date | None
    tense: Callable[[], int]
    previous: dt.date | None = None
    recent: dt.date | None = None
    previous_any: dt.date | None = None
    apposed: dt.date | None = None
    week: Interval | None = None
    told: dt.date | None = None
    told_here: bool = False
    coming: dt.date | None = None
    attributive: Callable[[], bool] = field(default=lambda: False)
    before: Callable[[], int] = field(default=lambda: 0)

    def direction(self) -> int:
        """Past or future: a clear preposition, else the verbs, else a preposition that hints at it."""
        before = self.before()
        return before if abs(before) > 1 else self.tense() or before


class Tense:
    """The words of tense of one language, compiled; `of` reads a text with them."""

    def __init__(self, words: TenseWords) -> None:
        listed, exceptions = _words(words.past), _words(words.not_past)
        endings = "|".join(re.escape(ending) for ending in words.past_endings)
        patterns = "".join(f"|(?<!\\w)(?:{pattern})(?!\\w)" for pattern in words.past_patterns)
        past = rf"(?<!\w)(?<!be\s)(?!(?:{exceptions})(?!\w))(?:{listed}|[a-zäöüß]{{2,30}}(?:{endings}))(?!\w){patterns}"
        first = "|".join(words.past_first) or "(?!)"
        self.cues = tuple(
            (direction, re.compile(pattern))
            for direction, pattern in (
                (-1, rf"(?<!\w)(?:{first})(?!\w)"),
                (1, rf"(?<!\w)(?:{_words(words.future)})(?!\w)"),
                (-1, past),
                (1, rf"(?<!\w)(?:{_words(words.maybe_future)})(?!\w)"),
                (1, rf"(?<!\w)(?:{_words(words.future_on_the_left) or '(?!)'})(?!\w)"),
            )
        )
        self.fronted = re.compile(rf" (?:{'|'.join(words.fronted) or '(?!)'})(?!\w)")
        self.past = re.compile(past)
        self.follows = tuple(
            (direction, re.compile(rf"(?:{'|'.join(patterns)})(?!\w)"))
            for direction, patterns in ((1, words.follow_future), (-1, words.follow_past))
            if patterns
        )
        self.exceptions = re.compile(rf".*(?<!\w)(?:{exceptions})\Z")
        self._before = tuple(
            (direction, re.compile(rf"(?:\A|(?<!\w))(?:{_words(entries)})\Z", re.IGNORECASE))
            for direction, entries in (
                (1, words.maybe_future_before),  # first: "planned for" hides the "for" that is clear by itself
                (2, words.future_before),
                (-2, words.past_before),
            )
        )
        self.background = re.compile(rf"(?<!\w)(?:{_words(words.background)})(?!\w)")
        self.by_clause = words.clause_by == "clause"

    def of(self, text: str) -> TenseOfText:
        """The tense of a text."""
        return TenseOfText(self, text)

    def before(self, text: str, start: int, left: int) -> int:
        """What the words right before an expression say: 2 for the future ("ab"), 1 perhaps ("bis"), -2 for the
        past ("seit"), else 0."""
        before = text[max(left, start - 24) : start].rstrip()
        for direction, pattern in self._before:
            if pattern.search(before):
                return direction
        return 0


class _Marks:
    """The matches of a pattern in a sentence, in text order."""

    __slots__ = ("ends", "starts")

    def __init__(self, pattern: re.Pattern[str], text: str, span: tuple[int, int]) -> None:
        found = [match.span() for match in pattern.finditer(text, *span)]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def within(self, first: int, last: int) -> range:
        """Which matches lie between two characters."""
        return range(bisect_left(self.starts, first), bisect_right(self.ends, last))


class TenseOfText:
    """The tense around the expressions of one text. Each sentence is searched once, however many it has.

    `around` asks the clause first and then the sentence ("clause": German, where commas part the clauses) or the
    nearest verb ("nearest": English).
    """

    def __init__(self, tense: Tense, text: str) -> None:
        self._tense = tense
        self._text = text
        self._sentence: tuple[int, int] | None = None
        self._cues: list[tuple[int, _Marks]] = []
        self._clauses = self._background = _Marks(_CLAUSE_ENDS, "", (0, 0))

    def before(self, start: int, left: int) -> int:
        """See `Tense.before`."""
        return self._tense.before(self._text, start, left)

    def _search(self, sentence: tuple[int, int]) -> None:
        if sentence != self._sentence:
            self._sentence = sentence
            self._cues = [(sign, _Marks(pattern, self._text, sentence)) for sign, pattern in self._tense.cues]
            self._clauses = _Marks(_CLAUSE_ENDS, self._text, sentence)
            self._background = _Marks(self._tense.background, self._text, sentence)

    def _clause(self, left: int, right: int, start: int, end: int) -> tuple[int, int]:
        """The stretch between punctuation marks in which an expression stands."""
        before, behind = self._clauses.within(left, start), self._clauses.within(end, right)
        return (self._clauses.ends[before[-1]] if before else left), (
            self._clauses.starts[behind[0]] if behind else right
        )

    def is_background(self, sentence: tuple[int, int], start: int, end: int) -> bool:
        """Whether the clause looks back from a story told in the past ("hatte", "had")."""
        self._search(sentence)
        left, right = max(sentence[0], start - _HALF_WIDTH), min(sentence[1], end + _HALF_WIDTH)
        return len(self._background.within(*self._clause(left, right, start, end))) > 0

    def around(self, sentence: tuple[int, int], start: int, end: int) -> int:
        """1 where the words around an expression speak of the future, -1 of the past, 0 where nothing tells."""
        for direction, pattern in self._tense.follows:
            follows = pattern.match(self._text, end, sentence[1])
            if follows is not None and self._tense.exceptions.match(follows.group()) is None:
                return direction
        self._search(sentence)
        left, right = max(sentence[0], start - _HALF_WIDTH), min(sentence[1], end + _HALF_WIDTH)
        if not self._tense.by_clause:
            return self._nearest(left, right, start, end)
        clause = self._clause(left, right, start, end)
        if self._text[max(clause[0] - 1, 0)] != "," and _FRONT.fullmatch(self._text, clause[0], start):
            verb = self._tense.fronted.match(self._text, end, sentence[1])
            if verb is not None and self._tense.past.match(self._text, verb.start() + 1, verb.end()) is None:
                return 1
        for first, last in (clause, (left, right)):
            for direction, marks in self._cues:
                if any(marks.ends[i] <= start or marks.starts[i] >= end for i in marks.within(first, last)):
                    return direction
        return 0

    def _nearest(self, left: int, right: int, start: int, end: int) -> int:
        best = (10_000, 0)
        for number, (direction, marks) in enumerate(self._cues):
            weight = _MAYBE if number == 3 else 0
            for index in marks.within(left, start if number == 4 else right):
                if marks.ends[index] <= start:
                    distance, between = start - marks.ends[index], (marks.ends[index], start)
                elif marks.starts[index] >= end:
                    if self._text.startswith("to ", marks.starts[index] - 3):
                        continue  # "came in May to meet them": the purpose says nothing of the time
                    distance, between = (marks.starts[index] - end) * 2, (end, marks.starts[index])
                else:
                    continue
                best = min(best, (distance + weight + 60 * len(self._clauses.within(*between)), direction))
        return best[1]
