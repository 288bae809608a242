"""Cities and regions of the world: names, country, coordinates.

`data/places.csv` has the cities (GeoNames, CC BY 4.0), `data/regions.csv` the regions and small places that press texts
name (compiled for this project). German and other English names are rule data of the languages (`places.csv` there).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from coalition_nlp.errors import RuleFileError

DATA = Path(__file__).parent / "data"
_PLAIN = str.maketrans("ıøłđð’‘ʼ", "ioldd'''", "")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A city or region; `population` is 0 for regions, `kind` is city, region or venue."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0
    capital: bool = False
    kind: str = "city"


def fold(name: str) -> str:
    """A name without accents and case, as a key.

    >>> fold("Zürich"), fold("Şanlıurfa")
    ('zurich', 'sanliurfa')
    """
    lowered = name.lower()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered.translate(_PLAIN))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def _read(line: str) -> KnownPlace:
    """A line of either file; read when asked for, which makes loading fast."""
    try:
        if line.count(",") == 4:
            name, country, latitude, longitude, kind = line.split(",")
            return KnownPlace(name, country or None, float(latitude), float(longitude), kind=kind)
        name, country, latitude, longitude, population, capital, _ = line.rsplit(",", 6)
        return KnownPlace(name.strip('"'), country, float(latitude), float(longitude), int(population), capital == "1")
    except ValueError as error:
        raise RuleFileError(f"{DATA}: a line of the places is broken: {line!r}") from error


class Gazetteer:
    """Look-up by folded name: usual names, and other spellings of larger cities (`also`, which are ambiguous)."""

    def __init__(self, cities: list[str], regions: list[str]) -> None:
        names: dict[str, str] = {}  # lines joined by line feeds: a list a name would cost three times as much
        also: dict[str, str] = {}
        for line in (*regions, *cities):
            key = fold(line.partition(",")[0] if line[0] != '"' else line[1 : line.index('"', 1)])
            names[key] = f"{names[key]}\n{line}" if key in names else line
            if line[-1] != "," and line.count(",") > 4:  # regions have no other spellings
                for alias in line[line.rindex(",") + 1 :].split("|"):
                    also[alias] = f"{also[alias]}\n{line}" if alias in also else line
        self._names, self._also = names, also
        self._cities = cities

    @cached_property
    def capitals(self) -> dict[str, str]:
        """The capital of each country by alpha-2 code, the largest where a country has two."""
        found: dict[str, str] = {}
        for line in self._cities:
            parts = line.rsplit(",", 6)
            if parts[5] == "1":
                found.setdefault(parts[1], _read(line).name)
        return {**found, "BO": "La Paz", "NL": "Amsterdam", "IL": "Jerusalem", "YE": "Sanaa", "PS": "Ramallah"}

    @cached_property
    def _first_words(self) -> dict[str, int]:
        longest: dict[str, int] = {}
        for table in (self._names, self._also):
            for name in table:
                if " " in name or "–" in name or "/" in name:
                    words = name.replace("–", " ").replace("/", " ").split(" ")
                    longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return longest

    def begins(self, word: str) -> int:
        """How many words the longest name has that begins with that word; 0 where none has several.

        >>> gazetteer().begins("Sankt"), gazetteer().begins("Mailand")
        (4, 0)
        """
        return self._first_words.get(fold(word), 0)

    def knows(self, name: str) -> bool:
        """Whether any place has that name or spelling."""
        key = fold(name)
        return key in self._names or key in self._also

    def named(self, name: str) -> list[KnownPlace]:
        """Places of that usual name, regions first, then by population."""
        return [_read(line) for line in self._names.get(fold(name), "").splitlines()]

    def also(self, name: str) -> list[KnownPlace]:
        """Larger cities with that other spelling, in any language written in Latin letters."""
        return [_read(line) for line in self._also.get(fold(name), "").splitlines()]

    def find(self, name: str, country: str | None = None) -> KnownPlace | None:
        """The place of a name, in a country where one is given; otherwise the largest.

        >>> gazetteer().find("Tripoli", "LB").name, gazetteer().find("Tripoli").country
        ('Tripoli', 'LY')
        """
        found = [place for place in self.named(name) if country is None or place.country == country]
        return found[0] if found else None


def _lines(path: Path) -> list[str]:
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    except OSError as error:
        raise RuleFileError(f"{path}: {error}") from error
    return lines[1:]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """All places; read once per process."""
    return Gazetteer(_lines(DATA / "places.csv"), _lines(DATA / "regions.csv"))
