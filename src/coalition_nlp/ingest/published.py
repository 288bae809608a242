"""The publication date that a text or its file name tells."""

from __future__ import annotations

import re

from .datelines import dateline
from .dates import FoundDate, date_in_name, day_in
from .source import Published, SourceBlock

_HEAD = 10  # blocks beside navigation and captions at the top of a page that may hold its date
_FOOT = 3


def find_published(text: str, blocks: tuple[SourceBlock, ...], path: str | None) -> Published | None:
    """The date of the dateline, else of the file name; a dateline that gives only the month gives way to a full date.

    >>> find_published("x", (), "press/2017-03-22-talks.txt").origin
    'file name'
    """
    found = _in_dateline(text, blocks)
    named = date_in_name(path) if path else None
    if found and (found.day or not (named and named.day)):
        return Published(found.day, found.value, "dateline")
    if named:
        return Published(named.day, named.value, "file name")
    return None


def _in_dateline(text: str, blocks: tuple[SourceBlock, ...]) -> FoundDate | None:
    """A date in a byline at the head, in the dateline of the first paragraph, or in a sign-off at the foot."""
    prose = [b for b in blocks if b.kind in ("title", "byline", "body")]
    for block in prose[:_HEAD]:
        if block.kind == "byline" and (found := day_in(text[block.start : block.end])):
            return found
    opening = next((b for b in prose if b.kind == "body"), None)
    if opening is not None:
        match = dateline(text, opening)
        if match is not None and (found := day_in(match.group())):
            return found
        head = re.match(r"[^\n–—]{0,60}?\)\s*[-–—]", text[opening.start : opening.end])
        if head and (found := day_in(head.group())):
            return found
    for block in reversed(prose[-_FOOT:]):
        if block.kind == "byline" and (found := day_in(text[block.start : block.end])):
            return found
    return None
