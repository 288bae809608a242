"""Is a line prose or page noise? Told by the line alone, with the noise rules of both languages.

To lose a fact is worse than to read noise: a rule that could match prose asks for a line without a sentence's end.
"""

from __future__ import annotations

import re
from functools import cache

from coalition_nlp.languages import SUPPORTED, RuleModel, rules
from coalition_nlp.records.vocabulary import BlockKind

from .dates import day_in


class NoiseRules(RuleModel):
    """Regular expressions for page noise; see the data files."""

    navigation_line: tuple[str, ...]
    navigation_label: tuple[str, ...]
    navigation_start: tuple[str, ...]
    navigation_sentence: tuple[str, ...]
    site_line: tuple[str, ...]
    caption_start: tuple[str, ...]
    caption_end: tuple[str, ...]
    credit_word: tuple[str, ...]
    byline_line: tuple[str, ...]
    byline_name: tuple[str, ...]
    byline_start: tuple[str, ...]
    byline_offices: tuple[str, ...]
    agencies: tuple[str, ...]


LIST_MARK = r"(?:[^\S\n]*(?:[-•*–·●▪◦‣›»>|]|\d{1,2}[.)])[^\S\n]+)"
_MARKS = re.compile(f"{LIST_MARK}+")
_LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)")
_URL = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,6}(?:/\S*)?|https?://\S+|pic\.twitter\.com/\S+", re.I)
_CRUMBS = re.compile(r"[^.!?]{1,120}?(?:\s[›»>/|→]\s[^.!?›»>/|→]{1,120}){2,}")
_SHORT_CRUMBS = re.compile(r"[\w&'’ -]{2,40}\s[›>→]\s[\w&'’ -]{2,60}")
_ROW = re.compile(r"\s{2,}|\t+|\s*[|•·]\s*|\s[/›»>]\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'“”„«»‘’›‹)\]]*(?:\s*\([^()\n]*\))?$")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:Uhr|h|[ap]\.?m\.?|[A-Z]{2,4})?\b|\b\d{1,2}\s*(?:Uhr|[ap]m)\b", re.I
)
_NAME = r"[A-ZÄÖÜ][\w.'’-]+(?:\s(?:[A-ZÄÖÜ][\w.'’-]*|de|van|von|al|bin|der)){1,4}"
# A credit: names, agencies and archives, joined by slashes, commas and the like.
_CREDITED = r"(?:[A-ZÄÖÜ©][\w.&'’-]*|via|von|by|und|and|[a-z]{2,8}(?=/)|(?<=/)[a-z]{2,12}|dpa|epa|afp|apa|ap)"
_SHORT = 300  # characters; a longer line is prose whatever is in it
_LONGEST = 1500  # beyond, not even a list of links is looked for
_BESIDE_DATE = 45  # characters that may stand beside the date in a dateline ("04.06.2020 - Pressemitteilung")


def _joined(name: str) -> str:
    tables = [rules(language, "noise", NoiseRules) for language in SUPPORTED]
    return "|".join(f"(?:{pattern})" for table in tables for pattern in getattr(table, name)) or r"(?!)"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A kind of rule as one regular expression, from the rules of both languages."""
    if name == "byline_name":  # here capitals count
        return re.compile(_joined(name))
    if name == "byline_office":
        tail = r"(?:\s(?:of|for|to|in|at|on|der|des|die|für|im|bei|beim)\s[\w\s.’'&-]{1,60})?"
        title = rf"(?:[\w'’.-]+\s){{0,6}}?[\w'’-]*(?i:{_joined('byline_offices')})"
        return re.compile(rf"(?:[A-Z][a-z]+\s)?{_NAME}\s*,\s*{title}{tail}")
    if name == "credit_end":  # "… at the airport. Photo: A. Name/Agency", also glued to the last word
        return re.compile(
            rf"(?i:(?:(?<=[a-zäöüß.!?)\"“”»\s])|^)\(?(?:{_joined('credit_word')}))\s*(?i:by\s*)?:\s*"
            rf"{_CREDITED}(?:[\s/,|&.-]+{_CREDITED})*\s*\)?\.?$"
        )
    if name == "agency":
        return re.compile(rf"(?<![\w/-])(?:{_joined('agencies')})(?![\w-])", re.I)
    return re.compile(_joined(name), re.I)


def bare(line: str) -> str:
    """A line without list marks and emphasis around it."""
    marks = _MARKS.match(line)
    return line[marks.end() if marks else 0 :].strip().strip("*_").strip()


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(line) is not None


def is_label(line: str) -> bool:
    """Whether a line heads a list of links or tags ("Related", "Schlagworte")."""
    return pattern("navigation_label").fullmatch(bare(line).rstrip(" :.»›>")) is not None


def is_site(line: str) -> bool:
    """Whether a line is the name of an institution or paper and nothing else."""
    return pattern("site_line").fullmatch(bare(line)) is not None


def _is_navigation(line: str) -> bool:
    if not re.search(r"\w", line) or _URL.fullmatch(line):
        return True
    stem = line.rstrip(" :.»›>")
    if pattern("navigation_line").fullmatch(stem) or pattern("navigation_label").fullmatch(stem):
        return True
    if len(line) > _SHORT:
        return False
    if pattern("navigation_sentence").search(line):
        return True
    if ends_sentence(line):
        return False
    if pattern("navigation_start").match(line) or _CRUMBS.fullmatch(line) or _SHORT_CRUMBS.fullmatch(line):
        return True
    items = [item for item in _ROW.split(line) if item]
    known = sum(pattern("navigation_line").fullmatch(item) is not None for item in items)
    return len(items) > 1 and known > 0 and (known * 2 >= len(items) or (len(items) > 2 and known > 1))


def _is_caption(line: str) -> bool:
    if len(line) > _SHORT:
        return False
    if pattern("caption_start").match(line) or pattern("credit_end").search(line):
        return True
    # an agency at the end: prose ends with a dot there, a caption does not
    return not re.search(r"[.!?…][\"'“”„«»‘’]*$", line) and pattern("caption_end").search(line) is not None


def _is_byline(line: str) -> bool:
    if pattern("byline_line").fullmatch(line) or pattern("byline_name").fullmatch(line):
        return True
    if len(line) <= _SHORT and pattern("byline_start").match(line):
        return True
    return len(line) <= 160 and pattern("byline_office").fullmatch(line) is not None


def is_dated(line: str) -> bool:
    """Whether a line is a date with little beside it, and no entry of a chronology ("4 June 2020: ...")."""
    if len(line) > _SHORT:
        return False
    found = day_in(line)
    if found is None or ends_sentence(line) or re.match(r"\s*:", line[found.end :]):
        return False
    beside = _CLOCK.sub("", line[: found.start] + line[found.end :])
    return len(beside.strip(" ,·|–—-")) <= _BESIDE_DATE


def kind_of(line: str) -> BlockKind:
    """What a line or paragraph is, by itself.

    >>> kind_of("Skip to content"), kind_of("Photo: A. Doe/Getty Images"), kind_of("The talks go on.")
    ('navigation', 'caption', 'body')
    """
    if len(line) > _LONGEST:
        return "body" if re.search(r"\w", line) else "navigation"
    plain = bare(line)
    without_links = _LINK.sub("", plain)
    if without_links != plain and len(re.sub(r"\W", "", without_links)) < 3:
        return "navigation"
    if re.match(r"#{1,6}\s", line):
        return "title"
    if _is_navigation(plain):
        return "navigation"
    if _is_byline(plain):
        return "byline"
    return "caption" if _is_caption(plain) else "body"
