"""Records as flat rows, one dictionary a record: what frames and HTML tables are made of."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from coalition_nlp.records import Document, Event, Meeting, Mention, Office, Person, Statement

from .words import amount_words, entities_words, entity_words, offices_words, participants_words

Row = dict[str, Any]
Column = str | tuple[str, Callable[[Any], Any]]  # the name of a field, or a name and how to get the value


def _current(name: str) -> tuple[str, Callable[[Person], Any]]:
    """A field of the person's first office that is not a former one."""

    def get(person: Person) -> Any:
        office: Office | None = next((o for o in person.offices if not o.former), None)
        return getattr(office, name) if office else None

    return name, get


def _where(mention: Callable[[Any], Mention]) -> tuple[Column, Column]:
    return ("char_start", lambda record: mention(record).start), ("char_end", lambda record: mention(record).end)


def _entity(name: str) -> tuple[str, Callable[[Any], Any]]:
    return name, lambda record: entity_words(getattr(record, name)) or None


def _who(event: Event) -> str:
    if isinstance(event, Meeting):
        return participants_words(event.participants)
    return event.speaker.name if isinstance(event, Statement) else entities_words(event.actors)  # type: ignore[attr-defined]


def _optional(name: str) -> tuple[str, Callable[[Any], Any]]:
    """A field that not every event has."""
    return name, lambda record: getattr(record, name, None)


def _text(name: str) -> tuple[str, Callable[[Any], Any]]:
    """The words of a mention."""
    return name, lambda record: mention.text if (mention := getattr(record, name, None)) else None


_FIRST_MENTION: tuple[Column, ...] = (
    ("mentions", lambda record: len(record.mentions)),
    *_where(lambda record: record.mentions[0]),
)
_PEOPLE: tuple[Column, ...] = (
    "id", "name", ("offices", offices_words), _current("role"), _current("portfolio"), _current("country"),
    _current("organization"), "canonical", "wikidata", *_FIRST_MENTION,
)  # fmt: skip
_TRIGGER: Column = ("trigger", attrgetter("trigger.text"))
_TRUTH: tuple[Column, ...] = ("polarity", "modality", "rule", "confidence", ("sentence", attrgetter("evidence.text")))

_COLUMNS: dict[str, tuple[Column, ...]] = {
    "people": _PEOPLE,
    "ministers": _PEOPLE,
    "countries": (
        "alpha2", "name", "historic", ("forms", lambda c: ", ".join(dict.fromkeys(m.form for m in c.mentions))),
        *_FIRST_MENTION,
    ),
    "organizations": ("id", "name", "kind", "country", "canonical", "wikidata", *_FIRST_MENTION),
    "places": ("id", "name", "country", "latitude", "longitude", "reading", *_FIRST_MENTION),
    "times": (
        "id", ("text", attrgetter("mention.text")), "type", "value", "mod", "start", "end", "resolved",
        *_where(attrgetter("mention")),
    ),
    "figures": (
        "id", ("text", attrgetter("mention.text")), ("amount", amount_words), "value", "low", "high", "modifier",
        "kind", "unit", "currency", "of", "time", *_where(attrgetter("mention")),
    ),
    "events": (
        "id", "record", "type", "mode", _optional("kind"), ("who", _who), _TRIGGER, "start", "end", "time_value",
        "place", *_TRUTH, *_where(attrgetter("trigger")),
    ),
    "meetings": (
        "id", "kind", "status", "format", "start", "end", "time_value", "new_start", "new_end", "city", "country",
        "group", _entity("host"),
        ("participants", lambda m: participants_words(m.participants)),
        ("absent", lambda m: participants_words(m.participants, absent=True)), _TRIGGER,
        *_TRUTH, *_where(attrgetter("trigger")),
    ),
    "actions": (
        "id", "record", "type", "mode", _optional("kind"), ("contexts", lambda a: ", ".join(a.contexts)),
        ("actors", lambda a: entities_words(a.actors)), ("recipients", lambda a: entities_words(a.recipients)),
        _text("object"), _text("purpose"), _optional("year"), "figures", "start", "end", "time_value", "place",
        "country", _TRIGGER, "historical", *_TRUTH, *_where(attrgetter("trigger")),
    ),
    "statements": (
        "id", ("speaker", attrgetter("speaker.name")), ("speaker_id", attrgetter("speaker.id")), "kind",
        ("quote", attrgetter("quote.text")), "verb", _entity("addressee"), "medium", "start", "end", "time_value",
        *_TRUTH, *_where(attrgetter("quote")),
    ),
}  # fmt: skip
LISTS = tuple(_COLUMNS)
# Fields that hold the id of a time or place; a row has its name.
_IDS = {"figures": "time", "events": "place", "actions": "place"}


def columns(name: str) -> list[str]:
    """Names of the columns of a list.

    Raises:
        ValueError: there is no such list.
    """
    if name not in _COLUMNS:
        raise ValueError(f"no list {name!r} in a document; choose one of {', '.join(LISTS)}")
    return [column if isinstance(column, str) else column[0] for column in _COLUMNS[name]]


def rows(document: Document, name: str) -> list[Row]:
    """One row a record of the list `name`, in text order.

    >>> rows(Document(id="0" * 64, language="en", text="Talks in Rome."), "meetings")
    []

    Raises:
        ValueError: there is no such list.
    """
    names = columns(name)
    getters = [attrgetter(column) if isinstance(column, str) else column[1] for column in _COLUMNS[name]]
    found = [
        {column: get(record) for column, get in zip(names, getters, strict=True)} for record in getattr(document, name)
    ]
    if name in _IDS:
        known = {time.id: time.mention.text for time in document.times} | {p.id: p.name for p in document.places}
        for row in found:
            row[_IDS[name]] = known.get(row[_IDS[name]])
    if name == "actions":
        amounts = {figure.id: figure.mention.text for figure in document.figures}
        for row in found:
            row["figures"] = "; ".join(amounts[i] for i in row["figures"] if i in amounts)
    return found
