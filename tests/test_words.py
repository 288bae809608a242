"""Each sentence of words.toml through the whole pipeline: the words of the rule files do what they are there for."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, model_validator

from coalition_nlp import Document, extract

PUBLISHED = "2020-06-10"


class Sentence(BaseModel):
    """A sentence and the fields of one record in it, or `none`."""

    model_config = ConfigDict(extra="forbid")
    language: Literal["de", "en"]
    text: str
    none: bool = False

    @model_validator(mode="after")
    def _either(self) -> "Sentence":
        if self.none == bool(self.expected()):
            raise ValueError("say either what must be found or `none = true`")
        return self

    def expected(self) -> dict[str, Any]:
        """What must be found."""
        return self.model_dump(exclude={"language", "text", "none"}, exclude_unset=True)

    def found(self, document: Document) -> list[dict[str, Any]]:
        """What was found, in the same words."""
        raise NotImplementedError


class Title(Sentence):
    name: str | None = None
    role: str | None = None
    portfolio: str | None = None
    country: str | None = None
    organization: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [{"name": p.name, **o.model_dump()} for p in document.people for o in p.offices]


class Verb(Sentence):
    speaker: str | None = None
    quote: str | None = None
    kind: str | None = None
    type: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [
            {"speaker": s.speaker.name, "quote": s.quote.text, "kind": s.kind, "type": s.type}
            for s in document.statements
        ]


class MeetingWord(Sentence):
    kind: str | None = None
    status: str | None = None
    format: str | None = None
    city: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [m.model_dump() for m in document.meetings]


class EventWord(Sentence):
    record: str | None = None
    kind: str | None = None
    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    object: str | None = None
    modality: str | None = None
    polarity: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [
            {
                **a.model_dump(),
                "actor": ", ".join(e.name for e in a.actors),
                "recipient": ", ".join(e.name for e in a.recipients),
                "object": a.object.text if a.object else None,
            }
            for a in document.actions
        ]


class FigureWord(Sentence):
    figure: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    currency: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [{**f.model_dump(), "figure": f.mention.text} for f in document.figures]


class CountryWord(Sentence):
    country: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [{"country": c.alpha2} for c in document.countries]


class OrganizationWord(Sentence):
    name: str | None = None
    kind: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [o.model_dump() for o in document.organizations]


class PlaceWord(Sentence):
    name: str | None = None
    country: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [p.model_dump() for p in document.places]


class TimeWord(Sentence):
    time: str | None = None
    value: str | None = None

    def found(self, document: Document) -> list[dict[str, Any]]:
        return [{**t.model_dump(), "time": t.mention.text} for t in document.times]


KINDS: dict[str, type[Sentence]] = {
    "title": Title,
    "verb": Verb,
    "meeting": MeetingWord,
    "event": EventWord,
    "figure": FigureWord,
    "country": CountryWord,
    "organization": OrganizationWord,
    "place": PlaceWord,
    "time": TimeWord,
}
TABLES = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
SENTENCES = [(kind, entry) for kind, entries in TABLES.items() for entry in entries]
IDS = [f"{kind}: {entry['text'][:60]}" for kind, entry in SENTENCES]


@pytest.mark.parametrize(("kind", "entry"), SENTENCES, ids=IDS)
def test_sentence(kind: str, entry: dict[str, Any]) -> None:
    sentence = KINDS[kind].model_validate(entry)
    found = sentence.found(extract(sentence.text, language=sentence.language, published=PUBLISHED))
    if sentence.none:
        assert found == []
        return
    expected = sentence.expected()
    shown = [{key: record.get(key) for key in expected} for record in found]
    assert expected in shown


def test_every_kind_has_sentences_in_both_languages() -> None:
    assert {(kind, entry["language"]) for kind, entry in SENTENCES} == {(k, la) for k in KINDS for la in ("de", "en")}
