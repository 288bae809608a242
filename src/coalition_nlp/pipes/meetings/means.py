"""Words for how a meeting is held beside the word for the meeting: "die Tagung per Videoschaltung"."""

from __future__ import annotations

import re

from .models import NounRule
from .patterns import VerbForm

MEANS = frozenset({"videoconference", "teleconference", "videokonferenz", "telefonkonferenz"})
BY_MEANS = re.compile(r"\b(?:by|via|through|over|per|mittels|über)\s+(?:an?\s+|eine\s+)?(?:secure\s+)?\Z")


def is_means(
    spot: tuple[int, int, NounRule | VerbForm], spots: list[tuple[int, int, NounRule | VerbForm]], text: str
) -> bool:
    """ "Die Tagung, die per Videoschaltung stattfindet": how the meeting named before is held."""
    start, _, rule = spot
    if not isinstance(rule, NounRule) or rule.id not in MEANS:
        return False
    told = any(isinstance(other, NounRule) and other.id not in MEANS and left < start for left, _, other in spots)
    return told and BY_MEANS.search(text[max(0, start - 30) : start]) is not None
