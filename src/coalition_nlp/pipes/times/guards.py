"""Checks of the context that rules name as their `guard`: whether a year counts something, a month is a name, an age
is meant. Each answers whether the expression stands."""

from __future__ import annotations

import re
from collections.abc import Callable

from .models import TimeRules

_NEXT = re.compile(r"[ \n]{1,2}([^\W\d_][\w-]*)")
_PREVIOUS = re.compile(r"([\w.-]*[\w.])[ \n]{1,2}\Z")
_DIGITS = re.compile(r"[0-9]+")
_NAME = re.compile(r"[^\W\d_]+")
_ASIDE = 120  # characters before a year in which a relative clause may begin
_PARTICIPLE = re.compile(r"\s[a-zäöüß]{3,30}(?:te[nmrs]?|ne[nmrs]?) [A-ZÄÖÜ]")
_OF_A_STATE = re.compile(
    r"(?:(?<!America)(?<!States)[’\']s?|[0-9](?:st|nd|rd|th)|"
    r"(?<!\w)(?!(?:American|On|By|Since|After|Before|Until|For|The|This|Last|Next) )[A-Z][\w-]+)\s\Z"
)
_YEAR = re.compile(r"[0-9]{4}")


class GuardWords:
    """The words the checks look at, as sets and compiled patterns."""

    def __init__(self, table: TimeRules) -> None:
        self.table = table
        self.counted = frozenset(table.counted)
        self.counting = _any_of(table.counting, r"\s\Z")
        self.within = _any_of(table.within, r"(?!\w)[^.;]*\Z")
        self.names = frozenset(table.names)
        self.before_names = frozenset(table.before_names)
        self.before_given = frozenset(table.before_given)
        self.before_asides = frozenset(table.before_asides)
        self.relative = re.compile(rf",\s(?:\w{{2,8}}\s)?(?:{'|'.join(table.relatives)})\s[^,;:.]*\Z")
        self.before_years = frozenset(table.before_years)
        self.persons = frozenset(table.persons)
        self.person_endings = tuple(word.lower() for word in table.persons if len(word) > 3)
        self.lasting = frozenset(table.lasting)
        self.lasting_endings = tuple(word.lower() for word in table.lasting)


def _any_of(words: tuple[str, ...], after: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)}){after}", re.IGNORECASE)


class Guards:
    """The checks, bound to the text of one document."""

    def __init__(self, text: str, words: GuardWords, tense: Callable[[int, int], int]) -> None:
        self.text = text
        self.words = words
        self.table = words.table
        self.tense = tense

    def __call__(self, name: str, start: int, end: int) -> bool:
        return bool(getattr(self, f"_{name}")(start, end))

    def _previous(self, start: int) -> str:
        match = _PREVIOUS.search(self.text[max(0, start - 32) : start])
        return match.group(1) if match else ""

    def _next(self, end: int) -> str:
        match = _NEXT.match(self.text, end)
        return match.group(1) if match else ""

    def _year(self, start: int, end: int) -> bool:
        """A year, not an amount: nothing counted behind it, no "about" before it; a round one needs more proof."""
        following = self._next(end)
        if following in self.words.counted or following.lower() in self.words.counted:
            return False
        before = self.text[max(0, start - 16) : start]
        if self.words.counting.search(before) or re.search(r"[$€£]\s?\Z", before):
            return False
        years = _YEAR.findall(self.text[start:end])
        if len(years) == 2 and years[0] < years[1] and not (years[0].endswith("00") and years[1].endswith("00")):
            return int(years[0]) > 1000 and int(years[1]) < 2100
        if any(year.endswith("00") or not 1700 <= int(year) < 2050 for year in years):
            previous = self._previous(start)
            return (
                previous.lower() in self.words.before_years
                or not self.text[start].isdecimal()
                or (before.endswith("(") and self.text[end : end + 1] == ")")
            )
        return not (before.endswith("(") and re.search(r"[0-9]{3,5} \(\Z", before))

    def _season_pair(self, start: int, end: int) -> bool:
        """ "2013/14": a year and the next one; "2004/39" is a number of something."""
        first, second = int(self.text[start : start + 4]), int(self.text[end - 2 : end])
        return (first + 1) % 100 == second and self._year(start, start + 4)

    def _years_ascending(self, start: int, end: int) -> bool:
        """ "1939-45": a year and the last two digits of a later one."""
        return int(self.text[start + 2 : start + 4]) + 1 < int(self.text[end - 2 : end]) and self._year(
            start, start + 4
        )

    def _month(self, start: int, end: int) -> bool:
        """A month and not a name: "im August", not "Ernst August" or "August Winter"."""
        word = self.text[start:end]
        if word not in self.words.names:
            return True
        previous = self._previous(start)
        if previous.lower() in self.words.before_given and self._next(end)[:1].isupper():
            return False
        if previous in self.words.before_names or previous.lower() in self.words.before_years:
            return True
        if previous[:1].isupper() and not previous.endswith("."):
            return False
        return bool(previous) and self.table.names_after_lower

    def _season(self, start: int, end: int) -> bool:
        """A season that stands alone needs a word of time before it ("Prager Frühling" is none)."""
        return " " in self.text[start:end] or self._previous(start).lower() in self.words.before_years

    def _weekday(self, start: int, end: int) -> bool:
        """A weekday and not a surname."""
        word = self.text[start:end]
        if word not in self.words.names:
            return True
        previous = self._previous(start)
        return not previous[:1].isupper() or previous in self.words.before_names or previous.endswith((".", ":"))

    def _future(self, start: int, end: int) -> bool:
        """ "In two weeks" as a date: not told in the past, not "for the third time in two years"."""
        before = self.text[max(0, start - 40) : start].lower()
        return self.tense(start, end) >= 0 and not self.words.within.search(before)

    def _age(self, start: int, end: int) -> bool:
        """An adjective of duration and not of age: decided by the noun, else by the size of the number."""
        following = self._next(end)
        if self._is_person(following):
            return False
        if following in self.words.lasting or following.endswith(self.words.lasting_endings):
            return True
        if self.text[start].isupper() and self.table.year_adjective in self.text[start:end]:
            return False
        digits = _DIGITS.search(self.text[start:end])
        return not (digits and int(digits.group()[:4]) >= 14 and self.table.year_adjective in self.text[start:end])

    def _person(self, start: int, end: int) -> bool:
        """The reverse of `age`, for what is no time."""
        return not self._age(start, end)

    def _is_person(self, word: str) -> bool:
        return word in self.words.persons or word.endswith(self.words.person_endings)

    def _ageof(self, start: int, end: int) -> bool:
        """ "Mit 65 Jahren" is an age, "mit zwei Jahren Verspätung" is not."""
        digits = _DIGITS.search(self.text[start:end])
        return bool(digits and int(digits.group()[:4]) >= 14) and not self._next(end)[:1].isupper()

    def _months(self, start: int, end: int) -> bool:
        """The first month of a range."""
        first = _NAME.match(self.text, start)
        return first is None or self._month(start, first.end())

    def _decade(self, start: int, end: int) -> bool:
        """A decade and no age ("in his eighties")."""
        before = self.text[max(0, start - 12) : start].lower()
        return re.search(r"(?:the|of|early|late|mid-?|since|in)\s?[\x27’]?\Z", before) is not None and not re.search(
            r"(?:his|her|their|my)\s(?:early |late |mid-?)?\Z", before
        )

    def _decade_age(self, start: int, end: int) -> bool:
        """A decade and not an age ("eine Frau in den Vierzigern")."""
        before = self.text[max(0, start - 24) : start].split()[:-2]
        return not (before and self._is_person(before[-1]))

    def leads(self, start: int, end: int) -> bool:
        """Whether a date leads what is told behind it and is no aside ("seit 1998", "das 1998 gegründete Blatt")."""
        before = self.text[max(0, start - 2) : start].strip()
        if before.endswith(("(", "-", "–", "/", "*", "†")) or self._previous(start).lower() in self.words.before_asides:
            return False
        if self.words.relative.search(self.text[max(0, start - _ASIDE) : start]):
            return False
        return _PARTICIPLE.match(self.text, end) is None

    def _article(self, start: int, end: int) -> bool:
        """ "The end of the year", not "late year"."""
        return " the " in self.text[start:end]

    def _alone(self, start: int, end: int) -> bool:
        """Nothing follows that the expression would lean on ("two days before the vote", "the day after it")."""
        following = self._next(end)
        return (
            not following
            or following in {"and", "but", "in", "at", "on", "said", "he", "she", "they", "it"}
            or (
                following.endswith("ed")
                or "ollowing" in self.text[start:end]
                or "revious" in self.text[start:end]
                or "preceding" in self.text[start:end]
                or "next" in self.text[start:end]
                or self.text[start:end].endswith(("later", "earlier"))
            )
        )

    def _length(self, start: int, end: int) -> bool:
        """ "A minute" as a length of time, not "a year" as a rate."""
        return not self._rate(start, end)

    def _rate(self, start: int, end: int) -> bool:
        """ "350 officers a year": some number in the five words before."""
        before = self.text[max(0, start - 60) : start].split()[-6:]
        return any(word[:1].isdecimal() or word.lstrip("$€£")[:1].isdecimal() for word in before)

    def _american(self, start: int, end: int) -> bool:
        """Independence Day as it stands alone, not that of a state or with its number ("Jamaica’s 62nd")."""
        return _OF_A_STATE.search(self.text[max(0, start - 24) : start]) is None

    def _set(self, start: int, end: int) -> bool:
        """ "Daily" as a word of its own and not as the name of a paper."""
        return self.text[start].islower() or not self._next(end)[:1].isupper()
