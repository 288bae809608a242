"""The Source: a press text as it goes into the pipeline."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any

from coalition_nlp.records.vocabulary import BlockKind, PublishedFrom


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A stretch of the text by kind; `author` and `date` only for embedded quotes."""

    kind: BlockKind
    start: int
    end: int
    author: str | None = None
    date: dt.date | None = None

    def as_fact(self) -> dict[str, Any]:
        """The block as kept on a Doc."""
        fact: dict[str, Any] = {"kind": self.kind, "start": self.start, "end": self.end}
        if self.author:
            fact["author"] = self.author
        if self.date:
            fact["date"] = self.date.isoformat()
        return fact


@dataclass(frozen=True, slots=True)
class Published:
    """A publication date: the day if the source gives one, else only the TIMEX3 value ("2017-03"); and where from."""

    day: dt.date | None
    value: str
    origin: PublishedFrom


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded press text with what the file itself tells: blocks, title, publication date, agency, dateline."""

    text: str
    language: str
    id: str
    path: str | None = None
    title: str | None = None
    published: Published | None = None
    agency: str | None = None
    dateline_place: str | None = None
    blocks: tuple[SourceBlock, ...] = field(default=())


def sha256(data: bytes | str) -> str:
    """Hexadecimal sha256 of bytes, or of a string in UTF-8."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()
