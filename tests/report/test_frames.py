"""Frames: one row a record, flat columns, dates as dates, a clear word where pandas is missing."""

import datetime as dt
import sys

import pandas as pd
import pytest

from coalition_nlp.records import Document, TimeExpression
from coalition_nlp.report.rows import LISTS, columns


def test_people(document: Document) -> None:
    frame = document.to_frame()
    assert frame["name"].tolist() == ["Børge Brende", "Anna <script>alert(1)</script>"]
    assert frame["offices"][0] == "former head of government, NO [from knowledge]; foreign minister, NO"
    assert (frame["role"][0], frame["portfolio"][0], frame["country"][0]) == ("minister", "foreign", "NO")
    assert pd.isna(frame["role"][1])
    assert frame["mentions"].tolist() == [2, 1]
    assert document.text[frame["char_start"][0] : frame["char_end"][0]] == "Børge Brende"


def test_ministers_are_the_people_with_that_office(document: Document) -> None:
    assert document.to_frame("ministers")["name"].tolist() == ["Børge Brende"]


def test_meetings(document: Document) -> None:
    row = document.to_frame("meetings").iloc[0]
    assert row["start"] == pd.Timestamp(2015, 5, 3)
    assert row["participants"] == "Børge Brende (host)"
    assert row["absent"] == "Anna <script>alert(1)</script>, represented by Børge Brende"
    assert (row["city"], row["status"], row["trigger"]) == ("Oslo", "held", "met")


def test_statements_and_events(document: Document) -> None:
    row = document.to_frame("statements").iloc[0]
    assert (row["speaker"], row["speaker_id"], row["quote"]) == ("Børge Brende", "p1", "We will send 250 tents & more")
    assert pd.isna(row["start"])
    events = document.to_frame("events")
    assert events["record"].tolist() == ["meeting", "statement"]
    assert events["place"][0] == "Oslo"
    assert events["who"].tolist() == ["Børge Brende (host)", "Børge Brende"]


def test_figures_and_times(document: Document) -> None:
    figures = document.to_frame("figures")
    assert figures["value"].tolist() == [250.0]
    assert figures["value"].dtype == "float64"
    assert figures["time"].tolist() == ["3 May 2015"]
    times = document.to_frame("times")
    assert times["value"].tolist() == ["2015-05-03"]
    assert str(times["start"].dtype).startswith("datetime64")


@pytest.mark.parametrize("year", [1, 1648, 9999])
def test_dates_of_any_century(document: Document, year: int) -> None:
    day = dt.date(year, 1, 2)
    time = TimeExpression(id="t1", mention=document.times[0].mention, type="DATE", value="XXXX", start=day)
    frame = document.model_copy(update={"times": (time,)}).to_frame("times")
    assert frame["start"][0].year == year
    assert pd.isna(frame["end"][0])


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_the_same_columns_with_and_without_records(document: Document, name: str) -> None:
    empty = Document(id="0" * 64, language="en", text="Nothing.").to_frame(name)
    full = document.to_frame(name)
    assert list(empty.columns) == list(full.columns) == columns(name)
    assert len(empty) == 0
    assert len(full) == len(getattr(document, name))


def test_unknown_list_is_named_with_the_known_ones(document: Document) -> None:
    with pytest.raises(ValueError, match=r"no list 'blocks' .* people, ministers"):
        document.to_frame("blocks")


def test_without_pandas_the_extra_is_named(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"coalition-nlp\[frames\]"):
        document.to_frame()
