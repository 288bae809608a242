"""explain(): what was found in each sentence by which rule, and which candidates were rejected and why."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict
from spacy.language import Language

from coalition_nlp.ingest import Source
from coalition_nlp.pipes.base import facts
from coalition_nlp.records import Document, EntityRef, Mention, Participant, Record

from .assemble import assemble
from .build import shared_pipeline
from .run import prepared

_ENTITIES = {"person": "people", "country": "countries", "organization": "organizations", "place": "places"}
_VALUES = {"time": "times", "figure": "figures"}
_FAMILY = dict.fromkeys((*_ENTITIES, *_VALUES), "entities") | {"statement": "statements", "meeting": "meetings"}
_PIPE_FAMILY = dict.fromkeys((*_ENTITIES.values(), *_VALUES.values()), "entities")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Argument(_Part):
    """A role of a record and the words that fill it."""

    role: str
    value: str
    text: str | None = None
    start: int | None = None
    end: int | None = None


class Found(_Part):
    """A record with the rule that found it; `rule` is None where a pipe names none."""

    record: str
    id: str | None = None
    rule: str | None = None
    text: str
    start: int
    end: int
    arguments: tuple[Argument, ...] = ()


class Rejected(_Part):
    """A candidate that became no record."""

    pipe: str
    rule: str
    text: str
    start: int
    end: int
    why: str


class ExplainedSentence(_Part):
    """A sentence with all that was found and rejected in it."""

    text: str
    start: int
    end: int
    kind: str
    found: tuple[Found, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def explain_source(
    source: Source, *, model: str | os.PathLike[str] | None = None, nlp: Language | None = None
) -> tuple[Document, list[ExplainedSentence]]:
    """The document and its explanation, sentence by sentence.

    A pipe that does not trace its candidates lists only what it found.

    >>> from coalition_nlp.ingest import source_from_text
    >>> text = "Sweden sent 30 soldiers to Mali. It sent a letter to Mali."
    >>> document, sentences = explain_source(source_from_text(text, language="en"))
    >>> [f.rule for f in sentences[0].found if f.record == "military_action"]
    ['verb:send/deployment']
    """
    if nlp is None:
        nlp = shared_pipeline(source.language, os.fspath(model) if model is not None else None)
    doc = prepared(nlp, source)
    doc._.coalition["trace"] = []
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    document = assemble(doc, source, nlp)
    found = facts(doc)
    text, spans = document.text, found["sentences"]
    starts = [span[0] for span in spans]

    def at(offset: int) -> int:
        return max(bisect_right(starts, offset) - 1, 0)

    kept: dict[int, list[Found]] = {}
    taken: set[tuple[str, int, int]] = set()  # words found as one thing need no word on what else they are not
    for item in _found(document):
        kept.setdefault(at(item.start), []).append(item)
        taken.add((_FAMILY.get(item.record, "events"), item.start, item.end))
    rejected: dict[int, list[Rejected]] = {}
    for note in found["trace"]:
        start, end = note["start"], note["end"]
        if note["verdict"] == "rejected" and (_PIPE_FAMILY.get(note["pipe"], note["pipe"]), start, end) not in taken:
            candidate = Rejected(
                pipe=note["pipe"], rule=note["rule"], text=text[start:end], start=start, end=end, why=note["why"]
            )
            rows = rejected.setdefault(at(start), [])
            if candidate not in rows:
                rows.append(candidate)
    return document, [
        ExplainedSentence(
            text=text[start:end], start=start, end=end, kind=found["blocks"][block]["kind"],
            found=tuple(sorted(kept.get(index, ()), key=lambda f: (f.start, f.end, f.record))),
            rejected=tuple(sorted(rejected.get(index, ()), key=lambda r: (r.start, r.end))),
        )
        for index, (start, end, block) in enumerate(spans)
    ]  # fmt: skip


def _found(document: Document) -> Iterator[Found]:
    for person in document.people:
        offices = tuple(
            Argument(role="office", value=office.role, **_span(office.mention)) for office in person.offices
        )
        for number, mention in enumerate(person.mentions):
            yield _item("person", person, mention, offices if number == 0 else ())
    for country in document.countries:
        for spot in country.mentions:
            yield Found(record="country", id=country.alpha2, rule=f"form:{spot.form}", **_span(spot))
    for name in ("organizations", "places"):
        for record in getattr(document, name):
            for mention in record.mentions:
                yield _item(name[:-1], record, mention)
    for time in document.times:
        yield _item("time", time, time.mention, (Argument(role="value", value=time.value),))
    for figure in document.figures:
        amount = figure.value if figure.value is not None else f"{figure.low}..{figure.high}"
        values = (
            Argument(role="value", value=f"{figure.modifier} {amount}"), Argument(role="unit", value=str(figure.unit)),
        )  # fmt: skip
        yield _item("figure", figure, figure.mention, values)
    for event in document.events:
        yield _item(event.record, event, event.trigger, tuple(_arguments(event, document)))


def _item(record: str, fact: Any, mention: Mention, arguments: tuple[Argument, ...] = ()) -> Found:
    return Found(record=record, id=fact.id, rule=getattr(fact, "rule", None), arguments=arguments, **_span(mention))


def _span(mention: Mention | None) -> dict[str, Any]:
    return {"text": mention.text, "start": mention.start, "end": mention.end} if mention else {}


_NAMED = {"figures", "amount", "count", "casualties", "share"}
_OWN = {"record", "id", "rule", "trigger", "evidence", "confidence", "mentions", "place_mention", "time_mention"}


def _arguments(event: Any, document: Document) -> Iterator[Argument]:
    """Every field of an event that is set, with its mention where it has one."""
    figures = {figure.id: figure for figure in document.figures}
    for name in type(event).model_fields:
        value = getattr(event, name)
        if name in _OWN or value is None or value == () or value is False:
            continue
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Participant):
                yield Argument(role=part.role, value=part.entity.name, **_span(part.entity.mention))
            elif isinstance(part, EntityRef):
                yield Argument(role=name, value=part.name, **_span(part.mention))
            elif isinstance(part, Mention):
                yield Argument(role=name, value=part.text, **_span(part))
            elif name in _NAMED and part in figures:
                yield Argument(role=name, value=str(part), **_span(figures[part].mention))
            elif name in ("place", "country"):
                yield Argument(role=name, value=str(part), **_span(getattr(event, "place_mention", None)))
            elif name in ("start", "end", "new_start", "new_end", "time_value"):
                yield Argument(role=name, value=str(part), **_span(getattr(event, "time_mention", None)))
            elif not isinstance(part, Record):
                yield Argument(role=name, value=str(part))
