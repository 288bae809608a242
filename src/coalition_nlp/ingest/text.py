"""From a string to a Source."""

from __future__ import annotations

import datetime as dt

from coalition_nlp.errors import SourceError

from .blocks import find_blocks
from .language import check_language, detect_language
from .published import find_published
from .source import Published, Source, sha256

MAX_CHARACTERS = 1_000_000  # spaCy's own limit; a press text has a few thousand


def check_text(text: str, name: str) -> None:
    """Raise SourceError for a text that is empty or too long to be a press text."""
    if not text.strip():
        raise SourceError(f"{name}: the text is empty; nothing to read")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            f"{name}: the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}; "
            "split it into single articles first"
        )


def given_date(published: str | dt.date | None) -> Published | None:
    """The publication date given as an argument.

    Raises:
        SourceError: it is no ISO date.
    """
    if published is None:
        return None
    if isinstance(published, dt.datetime):
        published = published.date()
    if isinstance(published, dt.date):
        return Published(published, published.isoformat(), "argument")
    try:
        day = dt.date.fromisoformat(published[:10] if "T" in published else published)
    except ValueError as error:
        raise SourceError(f"published={published!r} is not a date; write it as YYYY-MM-DD") from error
    return Published(day, day.isoformat(), "argument")


def source_from_text(
    text: str,
    *,
    language: str = "auto",
    published: str | dt.date | None = None,
    path: str | None = None,
    identifier: str | None = None,
) -> Source:
    """A Source from a decoded text: language, blocks, publication date, agency and dateline found in it.

    >>> source_from_text("Berlin (dpa) - Die Runde tagt am Montag in der Hauptstadt.").dateline_place
    'Berlin'

    Raises:
        SourceError: empty or too long, or `published` is no date.
        UnsupportedLanguageError: neither German nor English.
    """
    name = path or "text"
    check_language(language)
    check_text(text, name)
    layout = find_blocks(text)
    if language == "auto":  # asked of the prose: navigation is often in another language
        prose = " ".join(text[b.start : b.end] for b in layout.blocks if b.kind in ("title", "body"))
        language = detect_language(prose, name)
    found = given_date(published) or find_published(text, layout.blocks, path)
    return Source(
        text=text,
        language=language,
        id=identifier or sha256(text),
        path=path,
        title=layout.title,
        published=found,
        agency=layout.agency,
        dateline_place=layout.dateline_place,
        blocks=layout.blocks,
    )
