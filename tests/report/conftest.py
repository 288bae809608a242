"""A small document made by hand: nested, crossing and coinciding spans, and mark-up in every place a text can reach."""

import datetime as dt
from decimal import Decimal

import pytest

from coalition_nlp.records import (
    Block,
    Country,
    CountryMention,
    Document,
    EntityRef,
    Figure,
    Meeting,
    Mention,
    Office,
    Organization,
    Participant,
    Person,
    Place,
    Statement,
    TimeExpression,
)

EVIL = "<script>alert(1)</script>"
TEXT = (
    "Home > News\n\n"
    "Norwegian Foreign Minister Børge Brende met Anna <script>alert(1)</script> in Oslo on 3 May 2015. "
    '"We will send 250 tents & more," Brende said after the talks with the OSCE.\n'
)


def at(part: str, number: int = 1, sentence: int = 0) -> Mention:
    start = -1
    for _ in range(number):
        start = TEXT.index(part, start + 1)
    return Mention(text=part, start=start, end=start + len(part), sentence=sentence)


def country(part: str, form: str) -> CountryMention:
    return CountryMention(**at(part).model_dump(), form=form)


@pytest.fixture
def document() -> Document:
    brende = EntityRef(kind="person", id="p1", name="Børge Brende")
    anna = EntityRef(kind="person", id="p2", name=f"Anna {EVIL}")
    first = at("Norwegian Foreign Minister Børge Brende met Anna <script>alert(1)</script> in Oslo on 3 May 2015.")
    return Document(
        id="0" * 64,
        source=f"press/{EVIL}.txt",
        language="en",
        title=f"Title {EVIL}",
        published=dt.date(2015, 5, 4),
        published_from="dateline",
        agency=f"ap{EVIL}",
        text=TEXT,
        blocks=(
            Block(kind="navigation", start=0, end=11),
            Block(kind="body", start=13, end=len(TEXT) - 1),
        ),
        people=(
            Person(
                id="p1",
                name="Børge Brende",
                offices=(
                    Office(role="head_of_government", country="NO", former=True, source="knowledge"),
                    Office(
                        role="minister", portfolio="foreign", country="NO",
                        mention=at("Norwegian Foreign Minister"),
                    ),
                ),
                mentions=(at("Børge Brende"), at("Brende", 2, 1)),
            ),
            Person(id="p2", name=f"Anna {EVIL}", mentions=(at(f"Anna {EVIL}"),)),
        ),
        countries=(Country(alpha2="NO", name="Norway", mentions=(country("Norwegian", "adjective"),)),),
        organizations=(Organization(id="o1", name="OSCE", kind="international", mentions=(at("OSCE", 1, 1),)),),
        places=(Place(id="l1", name="Oslo", country="NO", latitude=59.9, longitude=10.7, mentions=(at("Oslo"),)),),
        times=(
            TimeExpression(
                id="t1", mention=at("3 May 2015"), type="DATE", value="2015-05-03", start=dt.date(2015, 5, 3),
                end=dt.date(2015, 5, 3),
            ),
        ),
        figures=(
            Figure(
                id="f1", mention=at("250 tents", 1, 1), value=Decimal("250.0"), kind="count", unit="tent",
                modifier="more_than", time="t1",
            ),
        ),
        events=(
            Meeting(
                id="e1", trigger=at("met"), evidence=first, start=dt.date(2015, 5, 3), end=dt.date(2015, 5, 3),
                time_value="2015-05-03", place="l1", rule="verb", kind="talks", status="held",
                city="Oslo", country="NO",
                participants=(
                    Participant(entity=brende, role="host"),
                    Participant(entity=anna, role="absent", represented_by=brende),
                ),
                mentions=(at("met"), at("talks", 1, 1)),
            ),
            Statement(
                id="e2", trigger=at("said", 1, 1), evidence=at("We will send 250 tents & more", 1, 1), rule="quote",
                speaker=brende, kind="direct", quote=at("We will send 250 tents & more", 1, 1), verb="said",
            ),
        ),
    )  # fmt: skip
