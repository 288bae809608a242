"""What happened and what was said: events with PLOVER types, proof and truth value."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from .base import Mention, Record
from .entities import EntityRef, Participant
from .vocabulary import (
    MeetingFormat,
    MeetingKind,
    MeetingStatus,
    Modality,
    PloverContext,
    PloverMode,
    PloverType,
    Polarity,
    StatementKind,
)  # fmt: skip


class Event(Record):
    """Base of all events.

    `type` is the PLOVER type, None for plain statements and what else PLOVER has no type for. `polarity` and
    `modality` say whether the text presents the event as a fact, `contexts` what it is about. `time_value` is TIMEX3;
    `place` is a `Place.id`.
    `rule` names the rule that found the event, `confidence` (0 to 1) is a fixed prior of that rule, not a probability.
    """

    id: str
    type: PloverType | None = None
    mode: PloverMode | None = None
    contexts: tuple[PloverContext, ...] = ()
    trigger: Mention
    evidence: Mention
    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    historical: bool = Field(default=False, description="recalled: long before the text was published")
    start: dt.date | None = None
    end: dt.date | None = None
    time_value: str | None = None
    place: str | None = None
    rule: str
    confidence: float = Field(default=1.0, ge=0, le=1)


class Meeting(Event):
    """One real-world meeting with all its mentions in the document."""

    record: Literal["meeting"] = "meeting"
    kind: MeetingKind
    format: MeetingFormat = "unknown"
    status: MeetingStatus
    new_start: dt.date | None = Field(
        default=None, description="first day a postponed meeting was moved to; start and end keep the old date"
    )
    new_end: dt.date | None = Field(default=None, description="last day a postponed meeting was moved to")
    city: str | None = Field(default=None, description="English name")
    country: str | None = Field(default=None, description="ISO 3166-1 alpha-2")
    participants: tuple[Participant, ...] = ()
    host: EntityRef | None = None
    group: str | None = Field(default=None, description="the forum as the text names it")
    mentions: tuple[Mention, ...] = ()


class Statement(Event):
    """An attributed utterance. `quote` is its content in the text, `speaker` who is named for it."""

    record: Literal["statement"] = "statement"
    speaker: EntityRef
    kind: StatementKind
    quote: Mention
    verb: str | None = Field(default=None, description="verb or marker of saying, as in the text")
    addressee: EntityRef | None = None
    medium: str | None = None
