"""Publication date."""

from __future__ import annotations

from .source import Published, SourceBlock


def find_published(text: str, blocks: tuple[SourceBlock, ...], path: str | None) -> Published | None:
    return None
