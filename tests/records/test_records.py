"""The contract: frozen, no unknown fields, every mention stands where it says, JSON there and back."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coalition_nlp import records
from coalition_nlp.records import (
    Block,
    Country,
    CountryMention,
    Document,
    EntityRef,
    Failure,
    Figure,
    Meeting,
    Mention,
    Model,
    Office,
    Organization,
    Participant,
    Person,
    Place,
    Record,
    Statement,
    TimeExpression,
    json_schema,
)

TEXT = 'Foreign Minister Anna Visser met 23 envoys in Rome on Monday. "Not yet," she said.'


def mention(part: str, text: str = TEXT) -> Mention:
    start = text.index(part)
    return Mention(text=part, start=start, end=start + len(part), sentence=0)


def document() -> Document:
    """One of everything."""
    person = Person(
        id="p1",
        name="Anna Visser",
        offices=(
            Office(role="minister", portfolio="foreign", mention=mention("Foreign Minister")),
            Office(role="legislator", country="NL", former=True, source="knowledge"),
        ),
        mentions=(mention("Anna Visser"), mention("she")),
    )
    speaker = EntityRef(kind="person", id="p1", name="Anna Visser")
    return Document(
        id="ab" * 32,
        source="press/rome.txt",
        language="en",
        published=dt.date(2020, 2, 17),
        published_value="2020-02-17",
        published_from="dateline",
        text=TEXT,
        blocks=(Block(kind="body", start=0, end=len(TEXT)),),
        people=(person,),
        countries=(
            Country(alpha2="IT", name="Italy", mentions=(CountryMention(**mention("Rome").model_dump(), form="name"),)),
        ),
        organizations=(Organization(id="o1", name="envoys", kind="other", mentions=(mention("envoys"),)),),
        places=(Place(id="l1", name="Rome", country="IT", latitude=41.9, longitude=12.5, mentions=(mention("Rome"),)),),
        times=(TimeExpression(id="t1", mention=mention("Monday"), type="DATE", value="2020-02-17"),),
        figures=(Figure(id="f1", mention=mention("23 envoys"), value="23", kind="count", unit="envoy"),),
        events=(
            Meeting(
                id="e1",
                kind="talks",
                status="held",
                trigger=mention("met"),
                evidence=mention(TEXT[:61]),
                rule="meet",
                start=dt.date(2020, 2, 17),
                participants=(
                    Participant(entity=speaker),
                    Participant(entity=EntityRef(kind="group", name="23 envoys"), role="absent"),
                ),
            ),
            Statement(
                id="e2",
                trigger=mention("said"),
                evidence=mention(TEXT[62:]),
                rule="quote",
                speaker=speaker,
                kind="direct",
                quote=mention('"Not yet,"'),
                verb="said",
            ),
        ),
        model=Model(name="coalition_nlp/blank", version="0"),
    )


MODELS = [model for model in vars(records).values() if isinstance(model, type) and issubclass(model, Record)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_record_is_frozen_and_closed(model: type[Record]) -> None:
    assert model.model_config["frozen"] is True
    assert model.model_config["extra"] == "forbid"


def test_a_record_can_not_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        document().text = "other"


def test_unknown_fields_are_an_error() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Mention(text="Rome", start=0, end=4, sentence=0, label="GPE")


def test_round_trip_gives_the_same_bytes() -> None:
    written = document().model_dump_json()
    assert Document.model_validate_json(written) == document()
    assert Document.model_validate_json(written).model_dump_json() == written


@pytest.mark.parametrize("start", [0, 4, 46])
def test_a_mention_must_stand_in_the_text(start: int) -> None:
    wrong = Mention(text="Oslo", start=start, end=start + 4, sentence=0)
    with pytest.raises(ValidationError, match=r"'Oslo' is not what stands at"):
        Document(id="0" * 64, language="en", text=TEXT, people=(Person(id="p1", name="Oslo", mentions=(wrong,)),))


def test_mentions_deep_inside_are_checked() -> None:
    data = json.loads(document().model_dump_json())
    data["events"][1]["quote"] |= {"start": 0, "end": 10}
    with pytest.raises(ValidationError, match="is not what stands at 0:10"):
        Document.model_validate(data)


@pytest.mark.parametrize(("start", "end"), [(0, 3), (0, 5), (4, 0), (-1, 3)])
def test_a_mention_has_the_length_of_its_text(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Mention(text="Rome", start=start, end=end, sentence=0)


@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_any_slice_of_any_text_is_a_mention(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Mention(text=text[start:end], start=start, end=end, sentence=0)
    made = Document(id="0" * 64, language="de", text=text, people=(Person(id="p", name="n", mentions=(found,)),))
    assert Document.model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize(
    ("source", "proof", "valid"),
    [("text", True, True), ("text", False, False), ("knowledge", False, True), ("knowledge", True, False)],
)
def test_only_knowledge_has_no_proof(source: str, proof: bool, valid: bool) -> None:
    fields = {"role": "minister", "source": source, "mention": mention("Rome") if proof else None}
    if valid:
        assert Office(**fields).source == source
    else:
        with pytest.raises(ValidationError, match="exactly if its source"):
            Office(**fields)


@pytest.mark.parametrize(
    ("kind", "reference", "valid"),
    [
        ("person", "p1", True),
        ("person", None, False),
        ("country", None, False),
        ("group", None, True),
        ("title", "p1", False),
    ],
)
def test_references_have_an_id_where_there_is_a_record(kind: str, reference: str | None, valid: bool) -> None:
    if valid:
        assert EntityRef(kind=kind, id=reference, name="x").id == reference
    else:
        with pytest.raises(ValidationError, match="id"):
            EntityRef(kind=kind, id=reference, name="x")


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        (Office, "role", "king"),
        (Office, "portfolio", "trade"),
        (Office, "country", 7),
        (Document, "language", "fr"),
        (Failure, "stage", None),
    ],
)
def test_vocabularies_are_closed(model: type[Record], field: str, value: object) -> None:
    with pytest.raises(ValidationError, match=field):
        model(**{field: value})


def test_properties_pick_from_the_lists() -> None:
    made = document()
    assert [p.name for p in made.ministers] == ["Anna Visser"]
    assert [m.id for m in made.meetings] == ["e1"]
    assert [s.id for s in made.statements] == ["e2"]


def test_events_are_told_apart_by_record() -> None:
    data = json.loads(document().model_dump_json())
    assert [event["record"] for event in data["events"]] == ["meeting", "statement"]
    data["events"][0]["record"] = "battle"
    with pytest.raises(ValidationError, match="record"):
        Document.model_validate(data)


def test_schema_names_every_field_and_forbids_others() -> None:
    schema = json_schema()
    assert set(schema["properties"]) == set(Document.model_fields)
    assert schema["additionalProperties"] is False
    assert {"Person", "Meeting", "Statement", "Figure", "TimeExpression", "Mention"} <= set(schema["$defs"])
    assert all(
        part.get("additionalProperties") is False for part in schema["$defs"].values() if part["type"] == "object"
    )


def test_written_documents_fit_the_schema() -> None:
    """Keys only; pydantic itself checks the values."""
    schema, data = json_schema(), json.loads(document().model_dump_json())
    assert set(data) == set(schema["properties"])
    assert set(data["events"][0]) == set(schema["$defs"]["Meeting"]["properties"])
