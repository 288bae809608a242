"""The records: the vocabulary of everything this package returns. Imports nothing but pydantic."""

from .actions import (
    Action,
    Agreement,
    AnyEvent,
    Condemnation,
    Demand,
    MilitaryAction,
    Pledge,
    Sanction,
    TerritorialChange,
)
from .base import Mention, Record
from .document import SCHEMA_VERSION, Block, Document, Failure, Model, json_schema
from .entities import Country, CountryMention, EntityRef, Office, Organization, Participant, Person, Place
from .events import Event, Meeting, Statement
from .values import Figure, TimeExpression

__all__ = [
    "SCHEMA_VERSION", "Action", "Agreement", "AnyEvent", "Block", "Condemnation", "Country", "CountryMention", "Demand",
    "Document", "EntityRef", "Event", "Failure", "Figure", "Meeting", "Mention", "MilitaryAction", "Model", "Office",
    "Organization", "Participant", "Person", "Place", "Pledge", "Record", "Sanction", "Statement", "TerritorialChange",
    "TimeExpression", "json_schema",
]  # fmt: skip
