"""Given names of the world's press: what tells "Jochen Sommer" from a season."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coalition_nlp.languages import RuleModel
from coalition_nlp.languages.tables import read_table

_FILE = Path(__file__).parent / "data" / "given_names.json"


class GivenNames(RuleModel):
    """The file of given names."""

    source: str
    names: tuple[str, ...]


@cache
def given_names() -> frozenset[str]:
    """All given names, read once per process.

    >>> "Annegret" in given_names()
    True
    """
    return frozenset(read_table(_FILE, GivenNames).names)
