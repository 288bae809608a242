"""Cities and regions of the world: names, country, coordinates.

`data/places.csv` has the cities (GeoNames, CC BY 4.0), `data/regions.csv` the regions and small places that press texts
name (compiled for this project). German and other English names are rule data of the languages (`places.csv` there).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coalition_nlp.errors import RuleFileError

DATA = Path(__file__).parent / "data"
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'"})


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


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


class Gazetteer:
    """Look-up by folded name. `names` are the usual names, `aliases` other spellings of larger cities (ambiguous)."""

    def __init__(self, cities: list[str], regions: list[str]) -> None:
        self.names: dict[str, list[KnownPlace]] = {}
        self.aliases: dict[str, list[KnownPlace]] = {}
        try:
            for line in cities:
                name, country, latitude, longitude, population, capital, aliases = line.rsplit(",", 6)
                place = KnownPlace(
                    name.strip('"'), country, float(latitude), float(longitude), int(population), capital == "1"
                )
                self.names.setdefault(fold(place.name), []).append(place)
                if aliases:
                    for alias in aliases.split("|"):
                        self.aliases.setdefault(fold(alias), []).append(place)
            for line in regions:
                name, country, latitude, longitude, kind = line.rsplit(",", 4)
                place = KnownPlace(name, country or None, _number(latitude), _number(longitude), kind=kind)
                self.names.setdefault(fold(name), []).insert(0, place)
        except ValueError as error:
            raise RuleFileError(f"{DATA}: a line of the places is broken: {line!r}") from error

    def find(self, name: str, country: str | None = None) -> KnownPlace | None:
        """The place of a name, in a country where one is given; otherwise the largest.

        >>> gazetteer().find("Tripoli", "LB").name, gazetteer().find("Tripoli").country
        ('Tripoli', 'LY')
        """
        for place in self.names.get(fold(name), []):
            if country is None or place.country == country:
                return place
        return None


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
