"""Gold files: hand-made annotations of press texts, as Pydantic models."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from coalition_nlp.errors import GoldError


class _GoldModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldOffice(_GoldModel):
    """An office the text gives to a person."""

    role: str
    portfolio: str | None = None
    country: str | None = None
    organization: str | None = None
    former: bool = False
    acting: bool = False
    designated: bool = False


class GoldPerson(_GoldModel):
    """A person once per text."""

    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[GoldOffice, ...] = ()


class GoldOrganization(_GoldModel):
    """An organization once per text: named bodies, ministries, alliances, parties, armed groups."""

    name: str
    aliases: tuple[str, ...] = ()


class GoldSpan(_GoldModel):
    """`text` is a verbatim substring, `occurrence` says which, from 1."""

    text: str
    occurrence: int = 1

    def start_in(self, document: str) -> int:
        """Offset of the occurrence; -1 if there are not so many."""
        position = -1
        for _ in range(self.occurrence):
            position = document.find(self.text, position + 1)
            if position < 0:
                return -1
        return position


class GoldTime(GoldSpan):
    """A temporal expression."""

    type: str
    value: str


class GoldFigure(GoldSpan):
    """A number of something."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    kind: str
    unit: str | None = None
    currency: str | None = None
    modifier: str = "exact"


class GoldMeeting(_GoldModel):
    """A meeting."""

    trigger: str
    kind: str
    format: str = "unknown"
    status: str
    start: str | None = None
    end: str | None = None
    city: str | None = None
    country: str | None = None
    participants: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    host: str | None = None
    group: str | None = None


class GoldStatement(_GoldModel):
    """An attributed utterance."""

    speaker: str
    kind: str
    text: str


class GoldEvent(_GoldModel):
    """An event that is neither a meeting nor a statement. `trigger` is its word in the text.

    Actors and recipients are names as in `people`, countries as alpha-2, organizations and groups as in the text.
    """

    record: str
    kind: str | None = None
    trigger: str
    polarity: str = "affirmed"
    modality: str = "asserted"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


class Gold(_GoldModel):
    """All gold of one text."""

    id: str
    lang: str
    published: dt.date | None = None
    published_certain: bool = True
    people: tuple[GoldPerson, ...] = ()
    organizations: tuple[GoldOrganization, ...] | None = None  # None: not annotated, and not scored
    countries: tuple[str, ...] = ()
    times: tuple[GoldTime, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    meetings: tuple[GoldMeeting, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    events: tuple[GoldEvent, ...] | None = None  # None: not annotated, so not scored


@dataclass(frozen=True)
class GoldText:
    """A text with its gold."""

    name: str
    text: str
    gold: Gold


def read_gold(gold_folder: Path, text_folder: Path) -> list[GoldText]:
    """Every gold file below a folder with the text of the same name (and sub-folder), sorted by name.

    Raises:
        GoldError: no gold file, a broken one, a missing text, or a span that is not in its text; names the file.
    """
    paths = sorted(gold_folder.rglob("*.json"))
    if not paths:
        raise GoldError(f"{gold_folder}: no gold files (*.json) here")
    texts = []
    for path in paths:
        text_path = text_folder / path.relative_to(gold_folder).with_suffix(".txt")
        if not text_path.exists():
            raise GoldError(f"{path}: its text {text_path} is missing")
        try:
            gold = Gold.model_validate(json.loads(path.read_text("utf-8")))
        except (ValidationError, json.JSONDecodeError) as error:
            raise GoldError(f"{path}: not a gold file: {error}") from error
        text = text_path.read_bytes().decode("utf-8-sig")
        for span in (*gold.times, *gold.figures):
            if span.start_in(text) < 0:
                raise GoldError(f"{path}: occurrence {span.occurrence} of {span.text!r} is not in {text_path}")
        texts.append(GoldText(str(path.relative_to(gold_folder).with_suffix("")), text, gold))
    return texts
