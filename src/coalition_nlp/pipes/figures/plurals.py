"""Singulars of unknown nouns by the rules of spelling."""

from __future__ import annotations

import re
from functools import cache

from coalition_nlp.languages import rules

from .models import EndingTable

_USE = re.compile(r"(?:ho|ca|cla|ab|exc|pa|spo|blo|m|acc|ref|conf|f)uses$")


def singular(word: str) -> str:
    """English singular of an English plural.

    >>> [singular(w) for w in ("countries", "boxes", "attacks", "glass", "houses", "gunmen", "specimen", "vetoes")]
    ['country', 'box', 'attack', 'glass', 'house', 'gunman', 'specimen', 'veto']
    """
    low = word.lower()
    for plural, end in _endings("en"):
        if low.endswith(plural):
            return word[: len(word) - len(plural)] + end
    if len(low) < 4 or low.endswith(("ss", "us", "is")) or not low.endswith("s"):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("xes", "ches", "shes", "sses", "zzes")) and not low.endswith(("aches", "axes")):
        return word[:-2]
    if low.endswith("oes") and not low.endswith("shoes") and low not in ("toes", "foes", "canoes"):
        return word[:-2]
    if low.endswith("uses") and len(low) > 5 and not _USE.search(low):
        return word[:-2]
    return word[:-1]


def german_singular(word: str) -> str:
    """Singular of a German plural as far as its ending tells it.

    >>> [german_singular(w) for w in ("Rechnungen", "Sprengmeistern", "Verhältnisse", "Ärztinnen", "Reaktoren")]
    ['Rechnung', 'Sprengmeister', 'Verhältnis', 'Ärztin', 'Reaktor']
    """
    for plural, end in _endings("de"):
        if word.endswith(plural) and len(word) > len(plural) + 2:
            return word[: len(word) - len(plural)] + end
    return word


@cache
def _endings(language: str) -> tuple[tuple[str, str], ...]:
    """Ends of plurals and their singular, the longest first."""
    rows = rules(language, "units_endings", EndingTable).rows
    return tuple(sorted(((r.plural, r.singular) for r in rows), key=lambda r: (-len(r[0]), r[0])))
