"""Who held which office when: data for linking names, never against what a text says.

The table (`data/office_holders.csv`) has one row a term of office. Dates are as exact as is certain (year, month or
day); `to` is empty where the term went on when the table was written. Names are compared by `name_key`, which makes
transliterations of one name ("Lawrow", "Lavrov") equal.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

from pydantic import Field

from coalition_nlp.languages import RuleModel
from coalition_nlp.languages.tables import read_table
from coalition_nlp.records.vocabulary import Portfolio, Role

_FILE = Path(__file__).parent / "data" / "office_holders.csv"
_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class Holder(RuleModel):
    """One term of office of one person; `aliases` are other spellings, parted by |."""

    name: str
    aliases: str = ""
    country: str | None = Field(default=None, pattern="^[A-Z]{2}$")
    organization: str | None = None
    role: Role
    portfolio: Portfolio | None = None
    start: str = Field(pattern=_DATE)
    end: str | None = Field(default=None, pattern=_DATE)
    wikidata: str | None = Field(default=None, pattern=r"^Q\d+$")

    def held_on(self, day: dt.date) -> bool:
        """Whether the term covers a day (in months and years that are known no better: the whole of them)."""
        text = day.isoformat()
        return self.start <= text and (self.end is None or text[: len(self.end)] <= self.end)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return (self.name, *(a for a in self.aliases.split("|") if a))


class HolderTable(RuleModel):
    """`office_holders.csv`."""

    rows: tuple[Holder, ...]


_TRANSLITERATION = (
    (re.compile("sch|sh|ch|tsch|tch"), "s"),
    (re.compile("dsch|dj|dzh"), "j"),
    (re.compile("kh|ck|q|c"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("y|ij|ii|j"), "i"),
    (re.compile("z|ss"), "s"),
    (re.compile("ou|oo|u"), "o"),
    (re.compile("ee|e"), "i"),
    (re.compile("gh"), "g"),
)


@cache
def fold(name: str) -> str:
    """Small letters without accents, marks and blanks.

    >>> fold("Çavuşoğlu"), fold("Schäuble")
    ('cavusoglu', 'schauble')
    """
    text = name.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("ß", "ss").replace("đ", "d")
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z]", "", text)


@cache
def name_key(word: str) -> str:
    """A key that the usual transliterations of a name share.

    >>> name_key("Lawrow") == name_key("Lavrov") and name_key("Selenskyj") == name_key("Zelenskyy")
    True
    """
    text = fold(word)
    for pattern, replacement in _TRANSLITERATION:
        text = pattern.sub(replacement, text)
    return re.sub(r"(.)\1+", r"\1", text)


@cache
def holders() -> tuple[Holder, ...]:
    """All terms of office, read once per process."""
    return read_table(_FILE, HolderTable).rows


@cache
def surnames() -> frozenset[str]:
    """The folded last words of all names.

    >>> "merkel" in surnames()
    True
    """
    return frozenset(fold(name.split()[-1]) for holder in holders() for name in holder.names)


@cache
def _by_surname() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, dict[Holder, None]] = defaultdict(dict)
    for holder in holders():
        for name in holder.names:
            words = name.split()
            found[name_key(words[-1])][holder] = None
            if len(words) > 1 and fold(words[0]) in _FAMILY_FIRST:
                found[name_key(words[0])][holder] = None
    return {key: tuple(value) for key, value in found.items()}


_FAMILY_FIRST = frozenset({"ban", "xi", "li", "wang", "kim", "moon", "park", "yoon", "yang", "hu", "wen", "qin", "wei",
                           "kang", "chung", "yun", "han", "song", "suh", "jeong", "cho", "choe", "ri"})  # fmt: skip


def find_holders(name: str) -> tuple[Holder, ...]:
    """All terms of whoever may be meant by a name: the surname fits, and so do given names if there are any.

    >>> {h.country for h in find_holders("Frank-Walter Steinmeier")}
    {'DE'}
    """
    words = name.split()
    if not words:
        return ()
    found: dict[Holder, None] = {}
    for word in {words[-1]: None, words[0]: None}:
        for holder in _by_surname().get(name_key(word), ()):
            if any(_compatible(words, each.split()) for each in holder.names):
                found[holder] = None
    return tuple(found)


def _compatible(words: list[str], other: list[str]) -> bool:
    """Whether two names can be one person: every word of the shorter one has its partner, at least the surname."""
    short, long = (words, other) if len(words) <= len(other) else (other, words)
    if len(short) == 1:
        if name_key(short[0]) == name_key(long[-1]):
            return True
        return fold(long[0]) in _FAMILY_FIRST and name_key(short[0]) == name_key(long[0])
    keys = [name_key(w) for w in long]
    initials = {fold(w)[:1] for w in long}
    for word in short:
        if len(word) <= 2 and word.endswith("."):
            if fold(word) not in initials:
                return False
        elif name_key(word) not in keys and not any(
            k.startswith(name_key(word)) and len(name_key(word)) > 3 for k in keys
        ):
            return False
    return True


def holders_at(
    day: dt.date | None,
    *,
    role: str | None = None,
    portfolio: str | None = None,
    country: str | None = None,
    organization: str | None = None,
) -> tuple[Holder, ...]:
    """Who held an office on a day.

    >>> [h.name for h in holders_at(dt.date(2020, 6, 4), role="minister", portfolio="foreign", country="DE")]
    ['Heiko Maas']
    """
    return tuple(
        h
        for h in holders()
        if (day is None or h.held_on(day))
        and (role is None or h.role == role)
        and (portfolio is None or h.portfolio == portfolio)
        and (country is None or h.country == country)
        and (organization is None or h.organization == organization)
    )
