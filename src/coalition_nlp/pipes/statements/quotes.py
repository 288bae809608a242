"""Quotations of a text, in every usual style, in one pass over each block."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Fact

from .models import Quote

# opening mark -> marks that close it
PAIRS = {
    "„": "“”\"‟", "“": "”“", "”": "”", "»": "«", "«": "»", "‚": "‘’", "‘": "’‘", "›": "‹", "‹": "›", '"': '"', "'": "'",
}  # fmt: skip
_MARK = re.compile("[„“”‟»«‚‘’›‹\"']")
_SINGLE = frozenset("‚‘'›‹")
_ENDS = re.compile(r"[.!?…][\"'“”«»‘’)]*\s*\Z")
_LONGEST_SINGLE = 600  # single marks are apostrophes as well
_LONGEST = 20_000  # a longer stretch is a lost mark, unless it goes on from block to block


def _opens(text: str, position: int, mark: str, start: int) -> bool:
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if after.isspace():
        return False
    return before.isspace() or before in "([{-–—/:„“»«\"'‚‘" or mark == "„"


def _closes(text: str, position: int, mark: str) -> bool:
    before = text[position - 1] if position else " "
    after = text[position + 1] if position + 1 < len(text) else " "
    if mark in "’'‘" and (after.isalnum() or (before.isspace())):
        return False
    return not (before.isspace() and not after.isspace() and after not in ".,;:!?")


def _in_block(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost quotations of a block as (position of the opening mark, position of the closing mark)."""
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    dead: set[str] = set()
    index = 0
    while index < len(marks):
        position, mark = marks[index]
        if mark in dead or mark not in PAIRS or not _opens(text, position, mark, start):
            index += 1
            continue
        closers = PAIRS[mark]
        for later in range(index + 1, len(marks)):
            place, candidate = marks[later]
            if mark in _SINGLE and place - position > _LONGEST_SINGLE:
                break
            if mark == '"' and text[place : place + 2] == "''" and _closes(text, place + 1, "'"):
                found.append((position, place + 1))  # two single marks for a double one
                index = later + 1
                break
            if candidate in closers and _closes(text, place, candidate):
                found.append((position, place))
                index = later
                break
        else:
            dead.add(mark)  # nothing closes this style from here on
        index += 1
    return found


def _unclosed(text: str, start: int, end: int, pairs: list[tuple[int, int]]) -> int | None:
    """The mark that opens a quotation at the start of a paragraph or behind a colon and is not closed in it."""
    if text[start] in PAIRS and not any(left == start for left, _ in pairs):
        return start
    colon = text.rfind(": ", start, end)
    place = colon + 2
    if colon < 0 or text[place : place + 1] not in ("“", "„", "»", "«", '"') or place >= end - 1:
        return None
    return None if any(left <= place <= right for left, right in pairs) else place


def find_quotes(text: str, blocks: list[Fact]) -> list[Quote]:
    """The quotations of a text in order; nested ones belong to the outer one.

    A paragraph that opens a quotation and does not close it, followed by one that opens with the same mark, is quoted
    to its end. Other marks without a partner are not quotations.

    >>> [quote] = find_quotes('He said: "We go." She left.', [{"start": 0, "end": 27}])
    >>> quote.inner_start, quote.inner_end, quote.full
    (10, 16, True)
    """
    found: list[Quote] = []
    for number, block in enumerate(blocks):
        start, end = block["start"], block["end"]
        pairs = _in_block(text, start, end)
        lost = _unclosed(text, start, end, pairs)
        if lost is not None and any(
            text[b["start"] : b["start"] + 1] == text[lost] for b in blocks[number + 1 : number + 3]
        ):
            pairs = [p for p in pairs if p[0] < lost] + [(lost, end)]
        for left, right in pairs:
            inner = text[left + 1 : right]
            if right - left > _LONGEST or not inner.strip():
                continue
            if inner[0] in _SINGLE and inner[0] == text[left]:  # two single marks for a double one
                left += 1
            if right and text[right - 1] in _SINGLE and text[right - 1] == text[right]:
                inner, right = inner[:-1], right - 1
            full = bool(_ENDS.search(inner)) or inner.rstrip().endswith(",")
            found.append(Quote(left, min(right + 1, end), left + 1, right, full))
    return found
