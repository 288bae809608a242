"""Organizations with their English names, kinds and Wikidata ids; their forms are rule data of the languages."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from coalition_nlp.errors import RuleFileError

_PATH = Path(__file__).parent / "data" / "organizations.csv"


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """One organization; `key` is its id in our own data."""

    key: str
    name: str
    kind: str
    country: str | None
    wikidata: str | None


@lru_cache(maxsize=1)
def organizations() -> dict[str, KnownOrganization]:
    """All organizations by key.

    >>> organizations()["nato"].name
    'NATO'
    """
    try:
        with _PATH.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(line for line in stream if not line.startswith("#")))
        found = {
            row["key"]: KnownOrganization(
                row["key"], row["name"], row["kind"], row["country"] or None, row["wikidata"] or None
            )
            for row in rows
        }
    except (OSError, KeyError, TypeError) as error:
        raise RuleFileError(f"{_PATH}: {error}") from error
    if len(found) != len(rows):
        raise RuleFileError(f"{_PATH}: a key stands twice")
    return found
