"""The records: the vocabulary of everything this package returns. Imports nothing but pydantic."""

from .base import Mention, Record
from .document import SCHEMA_VERSION, Block, Document, Failure, Model, json_schema
from .entities import Country, CountryMention, EntityRef, Office, Organization, Participant, Person, Place
from .events import AnyEvent, Event, Meeting, Statement
from .values import Figure, TimeExpression

__all__ = [
    "SCHEMA_VERSION", "AnyEvent", "Block", "Country", "CountryMention", "Document", "EntityRef", "Event", "Failure",
    "Figure", "Meeting", "Mention", "Model", "Office", "Organization", "Participant", "Person", "Place", "Record",
    "Statement", "TimeExpression", "json_schema",
]  # fmt: skip
