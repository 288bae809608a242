"""Who and where: persons with their offices, countries, organizations, places."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from .base import Mention, Record
from .vocabulary import (
    CountryForm,
    EntityKind,
    FactSource,
    OrganizationKind,
    ParticipantRole,
    PlaceReading,
    Portfolio,
    Role,
)  # fmt: skip


class Office(Record):
    """An office somebody holds, held or is about to hold.

    `source` is "text" where the document says it (then `mention` is the proof) and "knowledge" where only the
    tables of office holders do (then there is no mention).
    """

    role: Role
    portfolio: Portfolio | None = None
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2")
    organization: str | None = None
    former: bool = False
    acting: bool = False
    designated: bool = False
    source: FactSource = "text"
    mention: Mention | None = None

    @model_validator(mode="after")
    def _proof_fits_source(self) -> Self:
        if (self.source == "knowledge") != (self.mention is None):
            raise ValueError('an office has a mention exactly if its source is "text"')
        return self


class Person(Record):
    """A person with every mention in the document. `name` is the fullest form in the text."""

    id: str
    name: str
    canonical: str | None = Field(default=None, description="name in the knowledge tables, if linked")
    wikidata: str | None = None
    offices: tuple[Office, ...] = ()
    mentions: tuple[Mention, ...] = Field(min_length=1)


class CountryMention(Mention):
    """A mention of a country and the word form it was recognised by."""

    form: CountryForm


class Country(Record):
    """A country named in the text; `name` is the short English name."""

    alpha2: str = Field(pattern="^[A-Z]{2}$")
    name: str
    historic: bool = Field(default=False, description="the text uses the name of a state that is no more")
    mentions: tuple[CountryMention, ...] = Field(min_length=1)


class Organization(Record):
    """An organization with all its names in the document joined."""

    id: str
    name: str
    canonical: str | None = None
    kind: OrganizationKind
    country: str | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = Field(min_length=1)


class Place(Record):
    """A city or region. `reading` is "government" where a capital stands for its government."""

    id: str
    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    reading: PlaceReading = "place"
    mentions: tuple[Mention, ...] = Field(min_length=1)


class EntityRef(Record):
    """Points to a person, country or organization of the document, or keeps a title or group as text.

    `id` is `Person.id`, `Country.alpha2` or `Organization.id`; None for groups and titles.
    `name` is how the entity is called in the document (for a country its English name).
    """

    kind: EntityKind
    id: str | None = None
    name: str
    mention: Mention | None = None

    @model_validator(mode="after")
    def _id_fits_kind(self) -> Self:
        if (self.kind in ("person", "country", "organization")) != (self.id is not None):
            raise ValueError(f"a reference of kind {self.kind} {'lacks' if self.id is None else 'has no'} id")
        return self


class Participant(Record):
    """Somebody at a meeting (or expected and absent) with the part played."""

    entity: EntityRef
    role: ParticipantRole = "attendee"
    represented_by: EntityRef | None = None
