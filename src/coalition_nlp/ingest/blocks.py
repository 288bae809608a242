"""Blocks of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .source import SourceBlock


@dataclass(frozen=True, slots=True)
class Layout:
    """What the form of a text tells."""

    blocks: tuple[SourceBlock, ...]
    title: str | None = None
    agency: str | None = None
    dateline_place: str | None = None


def find_blocks(text: str) -> Layout:
    """Blocks in text order."""
    return Layout(tuple(SourceBlock("body", m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text)))
