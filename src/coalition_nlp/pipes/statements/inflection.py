"""Number and case of the nouns that name speakers, by their endings."""

from __future__ import annotations

import re

from .models import Word


def is_single(language: str, first: Word, noun: Word) -> bool:
    """Whether a noun for a person stands in the singular."""
    if language == "en":
        return not noun.low.endswith("s")
    if first is noun and noun.low.endswith("en"):  # "nach Angaben von Diplomaten"
        return False
    return first.low not in (
        "die",
        "den",
        "beide",
        "beiden",
        "mehrere",
        "einige",
        "viele",
        "zwei",
        "drei",
    ) or noun.low.endswith(("in", "frau"))


def nominative(name: str) -> str:
    """ "US-Außenministeriums" gives "US-Außenministerium"; longer endings than -s stay as they are."""
    if match := re.search(r"(?:nis)(?=ses\Z)|(?:[Rr]at|[Aa]mt|staat|haus|bund|land)(?=es\Z)", name):
        return name[: match.end()]
    return name[:-1] if re.search(r"(?:um|er|or|är|at|on|en|el|ent|al|in|ef|ing|än|mt|[Bb]üro)s\Z", name) else name
