"""Events other than meetings and statements: what was promised, done, taken, agreed, punished, condemned, demanded."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Mention
from .entities import EntityRef
from .events import Event, Meeting, Statement
from .vocabulary import AgreementKind, MilitaryKind, PledgeKind, SanctionKind, TerritoryKind


class Action(Event):
    """Who does something to whom, with the words that say so.

    `actors` and `recipients` carry their own mentions; `figures` are ids of `Figure`s, `place` the id of a `Place`,
    `country` the country it happened in, `mentions` all words that tell the event, `trigger` the fullest of them.
    `object` is the thing as the text names it. A role the text leaves open is
    empty. PLOVER has no type for a loss of territory: `type` is None there.
    """

    actors: tuple[EntityRef, ...] = ()
    recipients: tuple[EntityRef, ...] = ()
    object: Mention | None = None
    figures: tuple[str, ...] = Field(default=(), description="ids of the figures that belong to the event")
    country: str | None = Field(default=None, description="where, ISO 3166-1 alpha-2")
    place_mention: Mention | None = None
    time_mention: Mention | None = None
    mentions: tuple[Mention, ...] = ()

    @classmethod
    def record_name(cls) -> str:
        """The value of `record` in words: "military action"."""
        return str(cls.model_fields["record"].default).replace("_", " ")


class Pledge(Action):
    """Money, troops, equipment or aid promised (AGREE) or given (AID); `year` is the year it is meant for."""

    record: Literal["pledge"] = "pledge"
    kind: PledgeKind
    amount: str | None = Field(default=None, description="id of the figure")
    purpose: Mention | None = None
    year: int | None = None


class MilitaryAction(Action):
    """Force used, or forces moved. `recipients` are who was attacked or trained.

    `count` is the figure of strikes or of troops, `casualties` those of dead, wounded and missing.
    """

    record: Literal["military_action"] = "military_action"
    kind: MilitaryKind
    count: str | None = Field(default=None, description="id of the figure")
    casualties: tuple[str, ...] = Field(default=(), description="ids of figures")


class TerritorialChange(Action):
    """Ground that changes hands: `actors` gain it (or lose it, where `kind` is lost), `recipients` had it before."""

    record: Literal["territorial_change"] = "territorial_change"
    kind: TerritoryKind
    share: str | None = Field(default=None, description="id of the figure: a share, an area, a number of places")


class Agreement(Action):
    """Something signed, reached, ratified, joined, extended or ended; `object` is the treaty, mandate or body."""

    record: Literal["agreement"] = "agreement"
    kind: AgreementKind


class Sanction(Action):
    """Sanctions and broken relations: `actors` impose, extend or lift, `recipients` are hit."""

    record: Literal["sanction"] = "sanction"
    kind: SanctionKind


class Condemnation(Action):
    """`actors` condemn `recipients` or what `object` names."""

    record: Literal["condemnation"] = "condemnation"


class Demand(Action):
    """`actors` ask `recipients` for what `object` says."""

    record: Literal["demand"] = "demand"


AnyEvent = Annotated[
    Meeting | Statement | Pledge | MilitaryAction | TerritorialChange | Agreement | Sanction | Condemnation | Demand,
    Field(discriminator="record"),
]
