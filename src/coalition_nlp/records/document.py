"""The document: one press text with everything found in it; and the failure that stands for an unreadable one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Self

from pydantic import BaseModel, Field, model_validator

from coalition_nlp.displays import displays

from .actions import Action, AnyEvent
from .base import Mention, Record
from .entities import Country, Organization, Person, Place
from .events import Meeting, Statement
from .values import Figure, TimeExpression
from .vocabulary import BlockKind, LanguageCode, PublishedFrom

SCHEMA_VERSION = "1.0"


class Block(Record):
    """A stretch of the text and what it is; facts are read from titles, body text and embedded quotes only."""

    kind: BlockKind
    start: int = Field(ge=0)
    end: int
    author: str | None = Field(default=None, description="author of an embedded quote")
    date: dt.date | None = Field(default=None, description="date of an embedded quote")


class Model(Record):
    """Name and version of the pipeline that made the document."""

    name: str
    version: str


class Document(Record):
    """A press text and its records. Every offset points into `text`.

    >>> Document(id="0" * 64, language="en", text="Talks in Rome.").ministers
    ()
    """

    schema_version: str = SCHEMA_VERSION
    id: str = Field(description="sha256 of the source, hexadecimal")
    source: str | None = None
    language: LanguageCode
    title: str | None = None
    published: dt.date | None = None
    published_value: str | None = Field(
        default=None,
        description='TIMEX3 value of the publication date; less than a day ("2017-03") leaves `published` None',
    )
    published_from: PublishedFrom | None = None
    agency: str | None = None
    dateline_place: str | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    people: tuple[Person, ...] = ()
    countries: tuple[Country, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[AnyEvent, ...] = ()
    model: Model | None = None

    @model_validator(mode="after")
    def _mentions_fit_text(self) -> Self:
        for mention in _mentions(self):
            if self.text[mention.start : mention.end] != mention.text:
                raise ValueError(
                    f"mention {mention.text!r} is not what stands at {mention.start}:{mention.end} of the text"
                )
        return self

    @property
    def ministers(self) -> tuple[Person, ...]:
        """Persons with at least one office of role "minister"."""
        return tuple(p for p in self.people if any(o.role == "minister" for o in p.offices))

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings among the events."""
        return tuple(e for e in self.events if isinstance(e, Meeting))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements among the events."""
        return tuple(e for e in self.events if isinstance(e, Statement))

    @property
    def actions(self) -> tuple[Action, ...]:
        """The events that are neither meetings nor statements."""
        return tuple(e for e in self.events if isinstance(e, Action))

    def to_frame(self, records: str = "people") -> Any:
        """One list of records as a pandas frame, one row a record (needs the extra `frames`).

        `records` is the name of a list field or property: people, ministers, countries, organizations, places,
        times, figures, events, meetings, statements, actions.
        """
        return displays["frame"](self, records)


class Failure(Record):
    """A source that could not be turned into a Document, and why."""

    source: str
    error: str = Field(description="class name of the error")
    message: str
    stage: str = Field(description="ingest, language, model, extract")


def _mentions(value: Any) -> Iterator[Mention]:
    """Every Mention below a record."""
    if isinstance(value, Mention):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _mentions(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _mentions(item)


def json_schema() -> dict[str, Any]:
    """JSON Schema of `Document` as written to JSON."""
    return Document.model_json_schema(mode="serialization")
