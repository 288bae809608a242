"""Documents as HTML: the text with its records coloured in, tables, a page of its own. Everything is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from coalition_nlp.records import (
    Action,
    Document,
    EntityRef,
    Failure,
    Figure,
    Meeting,
    Mention,
    Office,
    Participant,
    Person,
    Record,
)

from .highlight import CATEGORIES, segments
from .rows import rows
from .words import action_words, amount_words, day_words, meeting_words, office_words, participant_words, person_words

_TEXT = 21  # pixels a line of text is high, without the lines below it
_LINE = 3  # pixels a line below the text takes, with its gap; style.css has the same
_MAX_LINES = 8  # deeper nesting shares the last line
# What the tables show, and which column of the rows it is.
_TABLES = (
    ("people", {"Name": "name", "Offices": "offices", "Mentions": "mentions"}),
    ("meetings", {
        "When": "when", "Moved to": "moved", "Where": "where", "Status": "status", "Kind": "kind", "Format": "format",
        "Forum": "group", "Host": "host", "Participants": "participants", "Absent": "absent",
    }),
    ("actions", {
        "What": "record", "Kind": "kind", "Type": "type", "Who": "actors", "To whom": "recipients", "Object": "object",
        "Figures": "figures", "When": "time_value", "Where": "place", "Country": "country", "Modality": "modality",
        "Polarity": "polarity",
    }),
    ("statements", {"Speaker": "speaker", "Kind": "kind", "Verb": "verb", "What was said": "quote"}),
    ("figures", {
        "In the text": "text", "Amount": "amount", "Unit": "unit", "Kind": "kind", "Of": "of", "When": "time",
    }),
    ("times", {"In the text": "text", "Type": "type", "Value": "value", "Mod": "mod"}),
    ("organizations", {"Name": "name", "Kind": "kind", "Country": "country", "Mentions": "mentions"}),
    ("countries", {"Code": "alpha2", "Name": "name", "Mentions": "mentions"}),
    ("places", {"Name": "name", "Country": "country", "Read as": "reading", "Mentions": "mentions"}),
)  # fmt: skip


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _table(document: Document, name: str, heads: dict[str, str]) -> dict[str, Any]:
    found = rows(document, name)
    for row in found:
        if name == "meetings":
            row["when"] = day_words(row["start"], row["end"], row["time_value"])
            row["moved"] = day_words(row["new_start"], row["new_end"])
            row["format"] = row["format"].replace("_", " ")
            row["where"] = ", ".join(part for part in (row["city"], row["country"]) if part)
        if "kind" in row:
            row["kind"] = row["kind"].replace("_", " ") if row["kind"] else None
        if "record" in row:
            row["record"] = row["record"].replace("_", " ")
    used = {
        head: column for head, column in heads.items() if any(row[column] not in (None, "") for row in found)
    }  # a column without a single entry tells nothing
    return {"name": name, "heads": list(used), "rows": [[row[column] for column in used.values()] for row in found]}


def _view(document: Document) -> dict[str, Any]:
    parts = segments(document)
    present = {mark.category for part in parts for mark in part.marks}
    lanes = [mark.lane for part in parts for mark in part.marks]
    published = document.published.isoformat() if document.published else document.published_value
    facts = {
        "language": document.language,
        "published": f"{published} (from {document.published_from})" if published else None,
        "agency": document.agency,
        "dateline": document.dateline_place,
        "source": document.source,
        "model": f"{document.model.name} {document.model.version}" if document.model else None,
    }
    return {
        "title": document.title or document.source or "Document",
        "facts": {key: value for key, value in facts.items() if value},
        "segments": parts,
        "legend": [name for name in CATEGORIES if name in present],
        "noise": any(part.noise for part in parts),
        "last_line": _MAX_LINES - 1,
        "line_height": _TEXT + min(max(lanes, default=0) + 1, _MAX_LINES) * _LINE,
        "tables": [table for name, heads in _TABLES if (table := _table(document, name, heads))["rows"]],
        "language": document.language,
    }


def document_html(document: Document) -> str:
    """A document for a notebook: its text with every record coloured in, a legend, and tables.

    >>> html = document_html(Document(id="0" * 64, language="en", text="if a < b <script>"))
    >>> "a &lt; b &lt;script&gt;" in html
    True
    """
    return _environment().get_template("document.html").render(view=_view(document), alone=True)


def _cell(value: Any) -> Any:
    """A field's value in words; lists stay lists."""
    if isinstance(value, tuple):
        return [_cell(item) for item in value]
    if isinstance(value, Mention):
        form = getattr(value, "form", None)
        return f"“{value.text}” ({value.start}–{value.end}{', ' + form if form else ''})"
    if isinstance(value, Office):
        return office_words(value)
    if isinstance(value, EntityRef):
        return f"{value.name} ({value.kind}{' ' + value.id if value.id else ''})"
    if isinstance(value, Participant):
        return ("absent: " if value.role == "absent" else "") + participant_words(value)
    if isinstance(value, BaseModel):
        return ", ".join(f"{k}: {v}" for k, v in value.model_dump().items() if v not in (None, ()))
    return str(value)


def _heading(record: Record) -> str:
    kind = type(record).__name__
    if isinstance(record, Meeting):
        return f"{kind}: {meeting_words(record)}"
    if isinstance(record, Action):
        return f"{kind}: {action_words(record)}"
    if isinstance(record, Figure):
        return f"{kind}: {amount_words(record)} {record.unit or record.kind}"
    if isinstance(record, Person):
        return f"{kind}: {person_words(record)}"
    return kind


def record_html(record: Record) -> str:
    """Any record for a notebook: a Document as `document_html`, others as a table of the fields that are set.

    >>> from coalition_nlp.records import Mention
    >>> "<td>Rome</td>" in record_html(Mention(text="Rome", start=9, end=13, sentence=0))
    True
    """
    if isinstance(record, Document):
        return document_html(record)
    fields = {
        name: _cell(value)
        for name in type(record).model_fields
        if (value := getattr(record, name)) is not None and value != ()
    }
    return _environment().get_template("record.html").render(heading=_heading(record), fields=fields)


def render_page(documents: Iterable[Document | Failure], title: str = "coalition_nlp") -> str:
    """One HTML file, without scripts or outside resources, that shows documents one below the other.

    >>> page = render_page([Document(id="0" * 64, language="en", title="Talks & more", text="Talks in Rome.")])
    >>> page.startswith("<!DOCTYPE html>"), "Talks &amp; more" in page
    (True, True)
    """
    given: Sequence[Document | Failure] = list(documents)
    views = [_view(document) for document in given if isinstance(document, Document)]
    failures = [failure for failure in given if isinstance(failure, Failure)]
    return _environment().get_template("page.html").render(title=title, views=views, failures=failures)
