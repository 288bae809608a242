"""When two names, dates or texts of gold and record count as the same."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata

_TITLES = re.compile(r"^(?:dr|prof|mr|mrs|ms|herr|frau|king|könig|queen)\.?\s+", re.I)
_ARTICLES = re.compile(r"^(?:the|a|an|der|die|das|den|dem|des|ein|eine|einer|eines)\s+", re.I)
# What stands before a time outside its extent, in either language; trimmed on both sides.
_BEFORE_TIME = re.compile(
    r"^(?:(?:am|an|im|in|vom|von|zum|zur|zu|bis|seit|ab|vor|nach|für|um|gegen|den|dem|der|die|das|des|on|at|since|until|"
    r"by|from|to|for|before|after|during|of|the|a|während|über)\s+)+",
    re.I,
)


def name_key(name: str) -> str:
    """A name without case, accents, titles, handles' signs and apostrophes."""
    plain = unicodedata.normalize("NFKD", _TITLES.sub("", name.strip().lstrip("@")))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\s.'’-]+", " ", plain).strip()


def speaker_key(name: str) -> str:
    """A speaker's name without a leading article."""
    return name_key(_ARTICLES.sub("", name.strip()))


def same_speaker(gold: str, found: str) -> bool:
    """Equal, or one ends the other at a word ("US-Außenministerium" and "Außenministerium" are not)."""
    left, right = speaker_key(gold), speaker_key(found)
    if left == right:
        return True
    joined = [speaker_key(name.replace("-", "_")) for name in (gold, found)]  # a hyphen is no end of a word here
    short, long = sorted(joined, key=len)
    return len(short) > 3 and (long.startswith(short + " ") or long.endswith(" " + short))


def trim_time(text: str) -> tuple[int, int]:
    """(leading, trailing) characters that do not count for the extent of a time."""
    match = _BEFORE_TIME.match(text)
    leading = match.end() if match and match.end() < len(text) else 0
    return leading, len(text) - len(text.rstrip(" .,"))


def first_words(text: str, count: int = 12) -> list[str]:
    """The first words, without case and punctuation."""
    return [w.casefold() for w in re.findall(r"\w+", text)][:count]


def same_beginning(gold: str, found: str) -> bool:
    """At least half of the first twelve words in common, counted on both sides."""
    left = first_words(gold)
    right = first_words(found, max(len(left), 1))
    if not left or not right:
        return False
    rest = list(right)
    common = 0
    for word in left:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / (len(left) + len(right)) >= 0.5


def interval(value: str | None) -> tuple[dt.date, dt.date] | None:
    """First and last day of a TIMEX3 date value (day, week, month, season, quarter, half, year, decade)."""
    if not value:
        return None
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", value):
        day = dt.date(*(int(g) for g in match.groups()))
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d{2})", value):
        year, month = (int(g) for g in match.groups())
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    if match := re.fullmatch(r"(\d{4})-W(\d{2})", value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + dt.timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", value):
        months = {
            "SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9),
            "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
        }[match[2]]  # fmt: skip
        return dt.date(int(match[1]), months[0], 1), dt.date(int(match[1]), months[1], 28)
    if match := re.fullmatch(r"\d{4}", value):
        return dt.date(int(value), 1, 1), dt.date(int(value), 12, 31)
    if match := re.fullmatch(r"(\d{3})X", value):
        return dt.date(int(match[1]) * 10, 1, 1), dt.date(int(match[1]) * 10 + 9, 12, 31)
    return None
