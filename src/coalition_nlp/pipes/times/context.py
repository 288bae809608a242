"""What an expression is resolved against: publication date, dates named before it, and the tense around it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .calendar import Interval
from .models import TenseWords

_CLAUSE_ENDS = re.compile(r"[,;:()\"“”„«»]|\s[–—-]\s")
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
    the day named right before ("heute, Samstag").
    """

    published: dt.date | None
    tense: Callable[[], int]
    previous: dt.date | None = None
    recent: dt.date | None = None
    previous_any: dt.date | None = None
    apposed: dt.date | None = None
    week: Interval | None = None
    attributive: Callable[[], bool] = field(default=lambda: False)
    before: Callable[[], int] = field(default=lambda: 0)

    def direction(self) -> int:
        """Past or future: a clear preposition, else the verbs, else a preposition that hints at it."""
        before = self.before()
        return before if abs(before) > 1 else self.tense() or before


def _clause(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """The stretch between punctuation marks in which an expression stands."""
    first = left
    for match in _CLAUSE_ENDS.finditer(text, left, start):
        first = match.end()
    closing = _CLAUSE_ENDS.search(text, end, right)
    return first, closing.start() if closing else right


class Tense:
    """The words of tense of one language, compiled.

    `around` asks the clause first and then the sentence ("clause": German, where commas part the clauses) or the
    nearest verb ("nearest": English).
    """

    def __init__(self, words: TenseWords) -> None:
        listed, exceptions = _words(words.past), _words(words.not_past)
        endings = "|".join(re.escape(ending) for ending in words.past_endings)
        patterns = "".join(f"|(?<!\\w)(?:{pattern})(?!\\w)" for pattern in words.past_patterns)
        past = rf"(?<!\w)(?<!be\s)(?!(?:{exceptions})(?!\w))(?:{listed}|[a-zäöüß]{{2,30}}(?:{endings}))(?!\w){patterns}"
        self._cues = tuple(
            (direction, re.compile(pattern))
            for direction, pattern in (
                (1, rf"(?<!\w)(?:{_words(words.future)})(?!\w)"),
                (-1, past),
                (1, rf"(?<!\w)(?:{_words(words.maybe_future)})(?!\w)"),
            )
        )
        self._before = tuple(
            (direction, re.compile(rf"(?:\A|(?<!\w))(?:{_words(entries)})\Z", re.IGNORECASE))
            for direction, entries in (
                (1, words.maybe_future_before),  # first: "planned for" hides the "for" that is clear by itself
                (2, words.future_before),
                (-2, words.past_before),
            )
        )
        self._background = re.compile(rf"(?<!\w)(?:{_words(words.background)})(?!\w)")
        self._by_clause = words.clause_by == "clause"

    def before(self, text: str, start: int, left: int) -> int:
        """What the words right before an expression say: 2 for the future ("ab"), 1 perhaps ("bis"), -2 for the
        past ("seit"), else 0."""
        before = text[max(left, start - 24) : start].rstrip()
        for direction, pattern in self._before:
            if pattern.search(before):
                return direction
        return 0

    def is_background(self, text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
        """Whether the clause looks back from a story told in the past ("hatte", "had")."""
        left, right = max(sentence[0], start - _HALF_WIDTH), min(sentence[1], end + _HALF_WIDTH)
        return self._background.search(text, *_clause(text, left, right, start, end)) is not None

    def around(self, text: str, sentence: tuple[int, int], start: int, end: int) -> int:
        """1 where the words around an expression speak of the future, -1 of the past, 0 where nothing tells."""
        left, right = max(sentence[0], start - _HALF_WIDTH), min(sentence[1], end + _HALF_WIDTH)
        if not self._by_clause:
            return self._nearest(text, left, right, start, end)
        for first, last in (_clause(text, left, right, start, end), (left, right)):
            for direction, pattern in self._cues:
                if any(m.end() <= start or m.start() >= end for m in pattern.finditer(text, first, last)):
                    return direction
        return 0

    def _nearest(self, text: str, left: int, right: int, start: int, end: int) -> int:
        best = (10_000, 0)
        for weight, (direction, pattern) in zip((0, 0, _MAYBE), self._cues, strict=True):
            for match in pattern.finditer(text, left, right):
                if match.end() <= start:
                    distance, between = start - match.end(), text[match.end() : start]
                elif match.start() >= end:
                    distance, between = (match.start() - end) * 2, text[end : match.start()]
                else:
                    continue
                best = min(best, (distance + weight + 60 * len(_CLAUSE_ENDS.findall(between)), direction))
        return best[1]
