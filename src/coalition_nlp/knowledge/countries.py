"""Countries by ISO 3166-1 alpha-2, with their English names.

The words that name a country in a text are language data (`languages/*/countries.csv`); here is only what does not
depend on a language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from coalition_nlp.languages import RuleModel
from coalition_nlp.languages.tables import read_table

_FILE = Path(__file__).parent / "data" / "countries.csv"


class CountryEntry(RuleModel):
    """A country: code, short English name, and whether the state is no more."""

    alpha2: str = Field(pattern="^[A-Z]{2}$")
    name: str
    historic: bool = False


class CountryTable(RuleModel):
    """All countries."""

    rows: tuple[CountryEntry, ...]


@cache
def countries() -> dict[str, CountryEntry]:
    """All countries by alpha-2 code, read once per process.

    >>> countries()["XK"].name
    'Kosovo'
    """
    return {row.alpha2: row for row in read_table(_FILE, CountryTable).rows}


def country_name(alpha2: str) -> str:
    """The short English name of a country.

    >>> country_name("DE")
    'Germany'

    Raises:
        KeyError: there is no such country.
    """
    return countries()[alpha2].name
