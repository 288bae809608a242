"""Who held which office when: data for linking names, never against what a text says.

The table (`data/office_holders.csv`) has one row a term of office. Dates are as exact as is certain (year, month or
day): a month or year counts from its first day for a start and to its last for an end; `end` is empty where the term
went on when the table was closed (its header says when). On the day of a handover both hold the office. Names are
compared by `name_key`, which makes transliterations of one name ("Lawrow", "Lavrov") equal.
"""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from coalition_nlp.errors import RuleFileError
from coalition_nlp.records.vocabulary import Portfolio, Role

from .own_holders import VARIABLE, own_files, read_holders

_FILE = Path(__file__).parent / "data" / "office_holders.csv"


class Holder(NamedTuple):
    """One term of office of one person; `aliases` are other spellings, parted by |.

    `post` tells offices of one organization apart that share a role (the envoys of the UN, the presidents of the EU);
    `acting` marks who held the office for a time only, until somebody was appointed.
    """

    name: str
    aliases: str
    country: str | None
    organization: str | None
    role: Role
    portfolio: Portfolio | None
    post: str | None
    start: str
    end: str | None
    acting: bool
    wikidata: str | None

    def held_on(self, day: dt.date) -> bool:
        """Whether the term covers a day (in months and years that are known no better: the whole of them)."""
        text = day.isoformat()
        return self.start <= text and (self.end is None or text[: len(self.end)] <= self.end)

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its other spellings."""
        return (self.name, *(a for a in self.aliases.split("|") if a))


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d"})
# In this order; a longer string comes before its parts.
_TRANSLITERATION = (
    ("tsch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"),
    ("dj", "j"), ("dzh", "j"),
    ("kh", "k"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("ij", "i"), ("ii", "i"), ("y", "i"), ("j", "i"),
    ("ss", "s"), ("z", "s"),
    ("ou", "o"), ("oo", "o"), ("u", "o"),
    ("ee", "i"), ("e", "i"),
    ("gh", "g"),
)  # fmt: skip


@cache
def fold(name: str) -> str:
    """Small letters without accents, marks and blanks.

    >>> fold("Çavuşoğlu"), fold("Schäuble")
    ('cavusoglu', 'schauble')
    """
    return _fold_lines(name.replace("\n", " "))


def _fold_lines(text: str) -> str:
    text = text.lower().translate(_LETTERS)
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
    return re.sub(r"[^a-z\n]+", "", text)


@cache
def name_key(word: str) -> str:
    """A key that the usual transliterations of a name share.

    >>> name_key("Lawrow") == name_key("Lavrov") and name_key("Selenskyj") == name_key("Zelenskyy")
    True
    """
    return _key_lines(fold(word))


def _key_lines(text: str) -> str:
    """The keys of folded words, one a line: all names of the table at once take a few milliseconds."""
    for written, key in _TRANSLITERATION:
        text = text.replace(written, key)
    return re.sub(r"(.)\1+", r"\1", text)


@cache
def holders() -> tuple[Holder, ...]:
    """All terms of office, read once per process: the package's and those of a user's own files.

    Raises:
        RuleFileError: a table is missing or broken; names the path.
    """
    return (*_packaged(), *(holder for path in own_files() for holder in read_holders(path)))


def use_holders(*paths: Path | str) -> None:
    """Read own tables of office holders beside the package's, in this process and those it starts.

    The same as setting the environment variable COALITION_NLP_HOLDERS before the start. Call it before texts are
    read; a second call replaces the first, and without paths only the package's table is used.

    Raises:
        RuleFileError: a file is not valid; names file, line and what to do. Nothing is changed then.

    >>> use_holders()
    """
    for path in paths:
        read_holders(Path(path))
    os.environ[VARIABLE] = os.pathsep.join(str(Path(path).absolute()) for path in paths)
    for cached in (holders, surnames, _by_surname, _skeletons):
        cached.cache_clear()


def tables_in_use() -> tuple[str, ...]:
    """The own tables in use, for whoever keeps what it made of `holders()`."""
    return tuple(map(str, own_files()))


def _packaged() -> tuple[Holder, ...]:
    """The table of the package; what stands in its cells is checked by tests."""
    try:
        with _FILE.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(line for line in stream if not line.startswith("#")))
        if tuple(rows[0]) != Holder._fields:
            raise ValueError(f"columns {rows[0]}, not {Holder._fields}")
        return tuple(
            Holder(name, aliases, country or None, organization or None, cast(Role, role),
                   cast(Portfolio, portfolio) if portfolio else None, post or None, start, end or None,
                   acting == "acting", wikidata or None)
            for name, aliases, country, organization, role, portfolio, post, start, end, acting, wikidata in rows[1:]
        )  # fmt: skip
    except (OSError, ValueError, IndexError, csv.Error) as error:
        raise RuleFileError(f"{_FILE}: {error}") from error


@cache
def surnames() -> frozenset[str]:
    """The folded last words of all names.

    >>> "merkel" in surnames()
    True
    """
    return frozenset(_fold_lines("\n".join(n.split()[-1] for h in holders() for n in h.names)).split("\n"))


@cache
def _by_surname() -> dict[str, tuple[Holder, ...]]:
    words: list[str] = []
    whose: list[Holder] = []
    for holder in holders():
        for name in holder.names:
            parts = name.split()
            words.append(parts[-1])
            whose.append(holder)
            if len(parts) > 1 and parts[0].lower() in _FAMILY_FIRST:
                words.append(parts[0])
                whose.append(holder)
    found: dict[str, dict[Holder, None]] = defaultdict(dict)
    for key, holder in zip(_key_lines(_fold_lines("\n".join(words))).split("\n"), whose, strict=True):
        found[key][holder] = None
    return {key: tuple(value) for key, value in found.items()}


_FAMILY_FIRST = frozenset({"ban", "xi", "li", "wang", "kim", "moon", "park", "yoon", "yang", "hu", "wen", "qin", "wei",
                           "kang", "chung", "yun", "han", "song", "suh", "jeong", "cho", "choe", "ri", "lee",
                           "liang", "chang", "dong", "hwang", "ahn", "shin", "yu"})  # fmt: skip


_GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


def find_holders(name: str) -> tuple[Holder, ...]:
    """All terms of whoever may be meant by a name: the surname fits, and so do given names if there are any.

    >>> {h.country for h in find_holders("Frank-Walter Steinmeier")}
    {'DE'}
    """
    words = name.split()
    while len(words) > 2 and words[-1] in _GENERATIONS:
        words.pop()  # "Lloyd J. Austin III"
    if not words:
        return ()
    exact: dict[Holder, None] = {}
    found: dict[Holder, None] = {}
    for word in {words[-1]: None, words[0]: None}:
        for holder in _by_surname().get(name_key(word), ()):
            for each in holder.names:
                other = each.split()
                if _compatible(words, other):
                    found[holder] = None
                    if 1 < len(words) == len(other):
                        exact[holder] = None
    return tuple(exact or found) or _by_consonants(words)  # "Mahmoud Abbas" is not Ali Mahmoud Abbas


_ARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az|ul|ed|es)[-‐‑]")
_VOWELS = re.compile(r"(?<=.)[aeiouy]")
_FEWEST = 3  # consonants of a surname, so that it tells enough


@cache
def skeleton(word: str) -> str:
    """First letter and consonants of a name: what transliterations leave that write vowels differently.

    >>> skeleton("Moualem") == skeleton("al-Muallem") == "mlm"
    True
    """
    text = fold(_ARTICLE.sub("", word.lower()))
    for written, key in (("x", "ks"), *_TRANSLITERATION):
        if key not in "io":
            text = text.replace(written, key)
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", text))


@cache
def _skeletons() -> dict[tuple[str, str], tuple[Holder, ...]]:
    found: dict[tuple[str, str], dict[Holder, None]] = defaultdict(dict)
    for holder in holders():
        for name in holder.names:
            parts = name.split()
            if len(parts) > 1 and parts[0].lower() not in _FAMILY_FIRST:
                found[skeleton(parts[0]), skeleton(parts[-1])][holder] = None
    return {key: tuple(value) for key, value in found.items()}


def _by_consonants(words: list[str]) -> tuple[Holder, ...]:
    """The terms of the one person whose given name and surname have the consonants of a name in no table."""
    if len(words) < 2:
        return ()
    key = (skeleton(words[0]), skeleton(words[-1]))
    if len(key[1]) < _FEWEST:
        return ()
    found = _skeletons().get(key, ())
    return found if len({holder.name for holder in found}) == 1 else ()


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
