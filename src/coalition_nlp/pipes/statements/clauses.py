"""Where the parts of a German sentence begin and end, told by its marks."""

from __future__ import annotations

import re

from .models import Unit

FINITE = re.compile(r"[FMWV]")
_SECOND = re.compile(r"U[BX]*([FV]|[Ax](?=[DPXRB]))")


def segment_start(unit: Unit, index: int) -> int:
    """The first word behind the last comma or stronger mark before a word."""
    k = index
    while k > 0 and unit.classes[k - 1] not in "KSCQHLE":
        k -= 1
    return k


def segment_end(unit: Unit, index: int) -> int:
    """The next comma or stronger mark; brackets belong to the segment."""
    k = index
    while k < len(unit.words) and unit.classes[k] not in "KSCH":
        k += 1
    return k


def clause_start(unit: Unit, index: int) -> int:
    """Where the sentence of a finite verb begins: behind a strong mark, or at the start of the unit."""
    for k in range(index - 1, -1, -1):
        if unit.classes[k] in "SC":
            return k + 1
        opens = unit.classes[k] == "H" and unit.classes[k + 1 : k + 2] in ("N", "D")
        if opens and not FINITE.search(unit.classes, k + 1, index):
            return k + 1
    return 0


def wrapped_start(unit: Unit, index: int) -> int | None:
    """The first word of a clause with "wie" that a name between commas splits: "wie der Gesandte, X, sagte"."""
    behind = segment_start(unit, index)
    if unit.classes[behind - 1 : behind] != "K" or FINITE.search(unit.classes, behind, index):
        return None
    comma = unit.classes.rfind("K", 0, behind - 1)
    start = segment_start(unit, comma) if comma > 0 else 0
    if comma <= 0 or unit.words[start].low != "wie" or FINITE.search(unit.classes, start, behind):
        return None
    return start


def second_verb(unit: Unit, start: int, stop: int) -> int | None:
    """ "und" before a second verb of the same subject: "sprach von Not und nahm ...", "forderte Geld und reiste ab"."""
    for match in _SECOND.finditer(unit.classes, start, stop):
        if "K" in unit.classes[start : match.start()] and unit.classes[match.start() - 1] != "K":
            continue  # within a relative clause
        word = unit.words[match.start(1)]
        if word.cls in "FV" or word.cls == "A" and word.low.endswith(("te", "ten")):
            return match.start()
        if word.cls == "x" and word.low not in ("mehr", "weniger") and not word.low.endswith(("en", "t", "iert")):
            return match.start()
    return None
