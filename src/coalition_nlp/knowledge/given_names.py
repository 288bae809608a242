"""Given names of the world's press: what tells "Jochen Sommer" from a season; surnames that many people bear."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coalition_nlp.languages import RuleModel
from coalition_nlp.languages.tables import read_table

_FILE = Path(__file__).parent / "data" / "given_names.json"
_SURNAMES = Path(__file__).parent / "data" / "surnames.json"


class GivenNames(RuleModel):
    """The file of given names, and that of surnames."""

    source: str
    names: tuple[str, ...]


@cache
def given_names() -> frozenset[str]:
    """All given names, read once per process.

    >>> "Annegret" in given_names()
    True
    """
    return frozenset(read_table(_FILE, GivenNames).names)


@cache
def common_surnames() -> frozenset[str]:
    """Surnames of many people, in small letters without accents.

    >>> "johnson" in common_surnames(), "adenauer" in common_surnames()
    (True, False)
    """
    return frozenset(read_table(_SURNAMES, GivenNames).names)
