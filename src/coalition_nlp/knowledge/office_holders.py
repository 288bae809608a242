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
from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple, cast

from coalition_nlp.errors import RuleFileError
from coalition_nlp.records.vocabulary import Portfolio, Role

from .name_keys import fold, fold_lines, key_lines, name_forms, name_key, name_words, skeleton
from .own_holders import VARIABLE, own_files, read_holders

__all__ = [
    "Holder", "find_holders", "fold", "holders", "holders_at", "name_key", "skeleton", "surnames", "tables_in_use",
    "use_holders",
]  # fmt: skip

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
    for cached in (holders, surnames, find_holders, _by_surname, _skeletons):
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
    return frozenset(fold_lines("\n".join(n.split()[-1] for h in holders() for n in h.names)).split("\n"))


@cache
def _by_surname() -> dict[str, tuple[Holder, ...]]:
    words: list[str] = []
    whose: list[Holder] = []
    for holder in holders():
        for parts in (form for name in holder.names for form in name_forms(name)):
            words.append(parts[-1])
            whose.append(holder)
            if len(parts) > 1 and parts[0].lower() in _FAMILY_FIRST:
                words.append(parts[0])
                whose.append(holder)
    found: dict[str, dict[Holder, None]] = defaultdict(dict)
    for key, holder in zip(key_lines(fold_lines("\n".join(words))).split("\n"), whose, strict=True):
        found[key][holder] = None
    return {key: tuple(value) for key, value in found.items()}


_FAMILY_FIRST = frozenset({"ban", "xi", "li", "wang", "kim", "moon", "park", "yoon", "yang", "hu", "wen", "qin", "wei",
                           "kang", "chung", "yun", "han", "song", "suh", "jeong", "cho", "choe", "ri", "lee",
                           "liang", "chang", "dong", "hwang", "ahn", "shin", "yu"})  # fmt: skip


def terms_of(country: str, role: str, portfolio: str | None) -> tuple[Holder, ...]:
    """All terms of an office of a country.

    >>> {h.name for h in terms_of("DE", "head_of_government", None)} >= {"Angela Merkel", "Olaf Scholz"}
    True
    """
    return _by_office(tables_in_use()).get((country, role, portfolio), ())


@cache
def _by_office(tables: tuple[str, ...]) -> dict[tuple[str | None, str, str | None], tuple[Holder, ...]]:
    found: dict[tuple[str | None, str, str | None], list[Holder]] = defaultdict(list)
    for holder in holders():
        found[holder.country, holder.role, holder.portfolio].append(holder)
    return {key: tuple(terms) for key, terms in found.items()}


_GENERATIONS = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})


@lru_cache(maxsize=20_000)
def find_holders(name: str) -> tuple[Holder, ...]:
    """All terms of whoever may be meant by a name: the surname fits, and so do given names if there are any.

    >>> {h.country for h in find_holders("Annegret Kramp-Karrenbauer")}
    {'DE'}
    """
    words = name_words(name)
    while len(words) > 2 and words[-1] in _GENERATIONS:
        words = words[:-1]  # "Lloyd J. Austin III"
    if not words:
        return ()
    keys = tuple(map(name_key, words))
    same: dict[Holder, None] = {}
    exact: dict[Holder, None] = {}
    found: dict[Holder, None] = {}
    for word in {words[-1]: None, words[0]: None}:
        for holder in _by_surname().get(name_key(word), ()):
            for other in (form for each in holder.names for form in name_forms(each)):
                if _compatible(words, other):
                    found[holder] = None
                    if 1 < len(words) == len(other):  # "Mahmoud Abbas" is not Ali Mahmoud Abbas
                        exact[holder] = None
                        if keys == tuple(map(name_key, other)):  # "Nawaf al-Ahmad" is not Ahmad Nawaf
                            same[holder] = None
    return tuple(same or exact or found) or _by_consonants(words)


_FEWEST = 3  # consonants of a surname, so that it tells enough


@cache
def _skeletons() -> dict[tuple[str, str], tuple[Holder, ...]]:
    found: dict[tuple[str, str], dict[Holder, None]] = defaultdict(dict)
    for holder in holders():
        for name in holder.names:
            parts = name_words(name)
            if len(parts) > 1 and parts[0].lower() not in _FAMILY_FIRST:
                found[skeleton(parts[0]), skeleton(parts[-1])][holder] = None
    return {key: tuple(value) for key, value in found.items()}


def _by_consonants(words: tuple[str, ...]) -> tuple[Holder, ...]:
    """The terms of the one person whose given name and surname have the consonants of a name in no table."""
    if len(words) < 2:
        return ()
    key = (skeleton(words[0]), skeleton(words[-1]))
    if len(key[1]) < _FEWEST:
        return ()
    middle = {skeleton(word) for word in words[1:-1]}
    found = tuple(
        holder
        for holder in _skeletons().get(key, ())
        if not middle
        or any(len(other) < 3 or middle & set(map(skeleton, other[1:-1])) for other in _forms(holder, key))
    )
    return found if len({holder.name for holder in found}) == 1 else ()


def _forms(holder: Holder, key: tuple[str, str]) -> list[tuple[str, ...]]:
    """The words of those names of a holder that begin and end with two skeletons."""
    names = (name_words(name) for name in holder.names)
    return [words for words in names if len(words) > 1 and (skeleton(words[0]), skeleton(words[-1])) == key]


def _compatible(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person: every word of the shorter one has its partner, at least the surname."""
    short, long = (words, other) if len(words) <= len(other) else (other, words)
    if len(short) == 1:
        if name_key(short[0]) == name_key(long[-1]):
            return True
        return fold(long[0]) in _FAMILY_FIRST and name_key(short[0]) == name_key(long[0])
    left: list[str | None] = [name_key(w) for w in long]
    initials = {fold(w)[:1] for w in long}
    places: list[int] = []
    for word in short:
        if len(word) <= 2 and word.endswith("."):
            if fold(word) not in initials:
                return False
            continue
        key = name_key(word)
        place = next((i for i, k in enumerate(left) if k == key), None)
        if place is None:
            place = next((i for i, k in enumerate(left) if k and k.startswith(key) and len(key) > 3), None)
        if place is None:
            return False
        left[place] = None  # "Khalifa bin Salman Al Khalifa" is not Salman bin Hamad Al Khalifa
        places.append(place)
    if places == sorted(places):
        return True
    return len(short) == len(long) and places[0] == len(long) - 1  # "Kihara Minoru"; "Ahmed Nasser" is no Nasser Ahmed


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
