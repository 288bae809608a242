"""From the facts on a Doc to the checked Document. No fact is made here: only offsets become Mentions."""

from __future__ import annotations

from bisect import bisect_right
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from coalition_nlp.ingest import Source
from coalition_nlp.pipes.base import facts
from coalition_nlp.records import Block, Document, Model

_MENTION_FIELDS = frozenset(
    {"mention", "trigger", "evidence", "quote", "object", "purpose", "place_mention", "time_mention"}
)


def package_version() -> str:
    """Version of the installed package."""
    try:
        return version("coalition-nlp")
    except PackageNotFoundError:
        return "0+unknown"


class _Mentions:
    """Turns offsets into the fields of a Mention."""

    def __init__(self, text: str, sentences: list[list[int]]) -> None:
        self.text = text
        self.starts = [s[0] for s in sentences]

    def fields(self, span: dict[str, Any]) -> dict[str, Any]:
        start, end = span["start"], span["end"]
        sentence = max(bisect_right(self.starts, start) - 1, 0)
        return {**span, "text": self.text[start:end], "sentence": sentence}

    def resolve(self, value: Any, key: str = "") -> Any:
        """A fact with every mention in it completed."""
        if isinstance(value, dict):
            if key in _MENTION_FIELDS or key == "mentions":
                return self.fields(value)
            return {k: self.resolve(v, k) for k, v in value.items()}
        if isinstance(value, (list, tuple)):
            return tuple(self.resolve(item, key) for item in value)
        return value


def _event_start(event: dict[str, Any]) -> tuple[int, int]:
    quote = event.get("quote") or event["trigger"]
    return min(event["trigger"]["start"], quote["start"]), quote["start"]


def assemble(doc: Doc, source: Source, nlp: Language) -> Document:
    """The Document of a processed Doc; raises pydantic's ValidationError if a pipe broke the contract."""
    found = facts(doc)
    mentions = _Mentions(source.text, found["sentences"])
    events = [{"record": "statement", **fact} for fact in found.get("statements") or []]
    events += [{"record": "meeting", **fact} for fact in found.get("meetings") or []]
    events += found.get("events") or []
    events = [{**fact, "id": f"e{n}"} for n, fact in enumerate(sorted(events, key=_event_start), 1)]
    lists = {
        key: mentions.resolve(found.get(key) or [], key="facts")
        for key in ("people", "countries", "organizations", "places", "times", "figures")
    }
    published = source.published
    base = nlp.meta.get("coalition_base") or f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}"
    return Document.model_validate(
        {
            "id": source.id,
            "source": source.path,
            "language": source.language,
            "title": source.title,
            "published": published.day if published else None,
            "published_value": published.value if published else None,
            "published_from": published.origin if published else None,
            "agency": source.agency,
            "dateline_place": source.dateline_place,
            "text": source.text,
            "blocks": tuple(Block(**fact) for fact in found["blocks"]),
            "events": mentions.resolve(events, key="facts"),
            "model": Model(name=f"coalition_nlp/{base}", version=package_version()),
            **lists,
        }
    )
