"""The score card on documents and gold made by hand: for each part something right, missed and spurious."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from coalition_nlp.evaluation import Gold, Score, compare
from coalition_nlp.evaluation.scores import paired
from coalition_nlp.records import (
    Country,
    CountryMention,
    Document,
    EntityRef,
    Figure,
    Meeting,
    Mention,
    Office,
    Participant,
    Person,
    Statement,
    TimeExpression,
)

TEXT = (
    "Foreign Minister Ann Lee and envoy Bo Ek met in Oslo on Monday, 4 May 2015, with 30 to 40 delegates from Norway "
    "and Chad. "
    "Lee said that the talks would go on for three weeks. Dozens of tents and 12 lorries had arrived, said Ek. "
    "The next round in Rome was put off."
)


def at(part: str, number: int = 1) -> Mention:
    start = -1
    for _ in range(number):
        start = TEXT.index(part, start + 1)
    return Mention(text=part, start=start, end=start + len(part), sentence=0)


def document(**records: Any) -> Document:
    return Document(id="0" * 64, language="en", text=TEXT, **records)


def gold(**records: Any) -> Gold:
    return Gold.model_validate({"id": "x", "lang": "en", **records})


def counts(score: Score) -> tuple[int, int, int]:
    return score.correct, score.missed, score.spurious


def person(id: str, name: str, *offices: Office) -> Person:
    return Person(id=id, name=name, offices=offices, mentions=(at(name),))


def office(**fields: Any) -> Office:
    return Office(mention=at("Foreign Minister"), **fields)


MINISTER = {"role": "minister", "portfolio": "foreign", "country": "NO"}
LEE = {"name": "Ann Lee", "aliases": ["Lee"], "offices": [MINISTER]}
EK = {"name": "Bo Ek", "offices": [{"role": "envoy"}]}


# --- scores ---------------------------------------------------------------------------------------------------------


def test_precision_recall_and_f1() -> None:
    score = Score(correct=6, missed=2, spurious=4)
    assert (score.precision, score.recall) == (0.6, 0.75)
    assert score.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))


def test_nothing_wanted_and_nothing_found_is_right_but_invented_records_are_not() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)
    assert (Score(spurious=1).precision, Score(spurious=1).f1) == (0.0, 0.0)
    assert (Score(missed=1).recall, Score(missed=1).precision) == (0.0, 0.0)


def test_scores_add_up_with_their_lists() -> None:
    total = Score(1, 0, 0)
    total.add(Score(1, 1, 2, ["a"], ["b", "c"]), "text: ")
    assert counts(total) == (2, 1, 2)
    assert (total.misses, total.extras) == (["text: a"], ["text: b", "text: c"])


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    likeness = {("a", "x"): 0.5, ("a", "y"): 0.9, ("b", "y"): 0.4, ("b", "x"): 0.0}
    pairs, missed, spurious = paired("ab", "xyz", lambda g, r: likeness.get((g, r), 0.0))
    assert (pairs, missed, spurious) == ([("a", "y")], ["b"], ["x", "z"])


# --- people, offices, countries -------------------------------------------------------------------------------------


def test_people_right_missed_and_spurious() -> None:
    found = document(people=(person("p1", "Ann Lee"), person("p2", "Oslo")))
    score = compare(gold(people=[LEE, EK]), found)["people"]
    assert counts(score) == (1, 1, 1)
    assert (score.misses, score.extras) == (["Bo Ek"], ["Oslo"])


@pytest.mark.parametrize(("name", "right"), [("Ann Lee", 1), ("Lee", 1), ("Ann", 0)])
def test_a_person_is_right_by_full_name_or_alias(name: str, right: int) -> None:
    assert compare(gold(people=[LEE]), document(people=(person("p1", name),)))["people"].correct == right


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        ((office(role="minister", portfolio="foreign", country="NO"),), (1, 0, 0)),
        ((), (0, 1, 0)),
        ((office(role="minister", portfolio="defence", country="NO"),), (0, 1, 1)),
        ((office(role="minister", portfolio="foreign", country="SE"),), (0, 1, 1)),
        ((Office(role="head_of_state", country="NO", source="knowledge"),), (0, 1, 0)),  # no claim of the text
    ],
)
def test_offices_by_role_portfolio_and_country(offices: tuple[Office, ...], expected: tuple[int, int, int]) -> None:
    found = document(people=(person("p1", "Ann Lee", *offices),))
    assert counts(compare(gold(people=[LEE]), found)["offices"]) == expected


def test_offices_of_missed_and_invented_people_count() -> None:
    found = document(people=(person("p1", "Oslo", office(role="envoy")),))
    assert counts(compare(gold(people=[EK]), found)["offices"]) == (0, 1, 1)


def test_countries() -> None:
    mention = CountryMention(**at("Norway").model_dump(), form="name")
    found = document(countries=tuple(Country(alpha2=code, name=code, mentions=(mention,)) for code in ("NO", "SE")))
    score = compare(gold(countries=["NO", "TD"]), found)["countries"]
    assert (counts(score), score.misses, score.extras) == ((1, 1, 1), ["TD"], ["SE"])


# --- times and figures ----------------------------------------------------------------------------------------------


def time(id: str, text: str, value: str, type: str = "DATE") -> TimeExpression:
    return TimeExpression(id=id, mention=at(text), type=type, value=value)


@pytest.mark.parametrize(
    ("text", "value", "span", "right_value"),
    [
        ("4 May 2015", "2015-05-04", (1, 0, 0), (1, 0, 0)),
        ("Monday, 4 May 2015", "2015-05-04", (0, 1, 1), (1, 0, 0)),  # overlaps, and the value is right
        ("4 May 2015", "2015-05-05", (1, 0, 0), (0, 1, 1)),
        ("Monday", "2015-05-04", (0, 1, 1), (0, 1, 1)),  # elsewhere
    ],
)
def test_times_by_span_and_by_value(text: str, value: str, span: tuple, right_value: tuple) -> None:
    wanted = gold(times=[{"text": "4 May 2015", "type": "DATE", "value": "2015-05-04"}])
    scores = compare(wanted, document(times=(time("t1", text, value),)))
    assert (counts(scores["times: span"]), counts(scores["times: value"])) == (span, right_value)


@pytest.mark.parametrize("text", ["on Monday", "Monday"])
def test_leading_prepositions_do_not_count_for_the_extent(text: str) -> None:
    wanted = gold(times=[{"text": "Monday", "type": "DATE", "value": "2015-05-04"}])
    assert counts(compare(wanted, document(times=(time("t1", text, "X"),)))["times: span"]) == (1, 0, 0)


def figure(text: str, **fields: Any) -> Figure:
    return Figure(id="f1", mention=at(text), **fields)


LORRIES = {"text": "12 lorries", "value": 12, "kind": "count", "unit": "lorry"}
DOZENS = {"text": "Dozens of tents", "value": None, "low": 24, "kind": "count", "unit": "tent", "modifier": "at_least"}


@pytest.mark.parametrize(
    ("wanted", "found", "kind", "unit"),
    [
        (LORRIES, figure("12 lorries", value=Decimal(12), kind="count", unit="lorry"), (1, 0, 0), (1, 0, 0)),
        (LORRIES, figure("12", value=Decimal(12), kind="count", unit="truck"), (1, 0, 0), (0, 1, 1)),
        (LORRIES, figure("12 lorries", value=Decimal(12), kind="measure", unit="lorry"), (0, 1, 1), (1, 0, 0)),
        (LORRIES, figure("12 lorries", value=Decimal(13), kind="count", unit="lorry"), (0, 1, 1), (0, 1, 1)),
        (LORRIES, figure("40 delegates", value=Decimal(12), kind="count", unit="lorry"), (0, 1, 1), (0, 1, 1)),
        (DOZENS, figure("Dozens of tents", low=Decimal(24), kind="count", unit="tent"), (1, 0, 0), (1, 0, 0)),
        (DOZENS, figure("Dozens of tents", low=Decimal(20), kind="count", unit="tent"), (0, 1, 1), (0, 1, 1)),
    ],
)
def test_figures_by_value_with_kind_and_with_unit(wanted: dict, found: Figure, kind: tuple, unit: tuple) -> None:
    scores = compare(gold(figures=[wanted]), document(figures=(found,)))
    assert (counts(scores["figures: kind"]), counts(scores["figures: unit"])) == (kind, unit)


# --- meetings -------------------------------------------------------------------------------------------------------


ANN = EntityRef(kind="person", id="p1", name="Ann Lee")
BO = EntityRef(kind="person", id="p2", name="Bo Ek")
NORWAY = EntityRef(kind="country", id="NO", name="Norway")
PEOPLE = (person("p1", "Ann Lee"), person("p2", "Bo Ek"))
WANTED = {
    "trigger": "met", "kind": "talks", "format": "in_person", "status": "held", "start": "2015-05-04", "city": "Oslo",
    "country": "NO", "participants": ["Ann Lee", "Ek", "NO"],
}  # fmt: skip


def meeting(*participants: EntityRef | Participant, **fields: Any) -> Meeting:
    given = {"status": "held", "start": dt.date(2015, 5, 4), "city": "Oslo", "country": "NO", **fields}
    parts = tuple(p if isinstance(p, Participant) else Participant(entity=p) for p in participants)
    return Meeting(
        id="e1", trigger=at("met"), evidence=at("met"), rule="verb", kind="talks", participants=parts, **given
    )  # fmt: skip


def meeting_card(found: Meeting, **changes: Any) -> dict[str, Score]:
    ek = {**EK, "aliases": ["Ek"]}
    return compare(
        gold(people=[LEE, ek], meetings=[{**WANTED, **changes}]), document(people=PEOPLE, events=(found,))
    )  # fmt: skip


def test_a_meeting_that_is_right_in_all() -> None:
    scores = meeting_card(meeting(ANN, BO, NORWAY))
    assert counts(scores["meetings"]) == (1, 0, 0)
    assert counts(scores["meetings: participants"]) == (3, 0, 0)
    assert counts(scores["meetings: status"]) == (1, 0, 0)


def test_a_pair_may_lack_participants_and_status() -> None:
    scores = meeting_card(meeting(ANN, status="planned"))
    assert counts(scores["meetings"]) == (1, 0, 0)
    assert counts(scores["meetings: participants"]) == (1, 2, 0)
    assert counts(scores["meetings: status"]) == (0, 1, 1)
    assert scores["meetings: participants"].misses == ["met: NO", "met: bo ek"]


def test_absent_people_count_as_absent_only() -> None:
    absent = Participant(entity=BO, role="absent")
    scores = meeting_card(meeting(ANN, NORWAY, absent), participants=["Ann Lee", "NO"], absent=["Bo Ek"])
    assert counts(scores["meetings: participants"]) == (3, 0, 0)
    scores = meeting_card(meeting(ANN, NORWAY, BO), participants=["Ann Lee", "NO"], absent=["Bo Ek"])
    assert counts(scores["meetings: participants"]) == (2, 1, 1)


@pytest.mark.parametrize(
    "fields", [{"start": dt.date(2015, 6, 4)}, {"city": "Rome", "country": "IT"}], ids=["date", "place"]
)
def test_a_contradicting_date_or_place_is_another_meeting(fields: dict) -> None:
    scores = meeting_card(meeting(ANN, BO, NORWAY, **fields))
    assert counts(scores["meetings"]) == (0, 1, 1)
    assert counts(scores["meetings: participants"]) == (0, 0, 0)


@pytest.mark.parametrize("start", ["2015-05", "2015-W19", "2015"])
def test_a_day_within_the_span_of_the_gold_fits(start: str) -> None:
    assert counts(meeting_card(meeting(ANN, BO, NORWAY), start=start)["meetings"]) == (1, 0, 0)


def test_missed_and_invented_meetings() -> None:
    assert counts(compare(gold(meetings=[WANTED]), document())["meetings"]) == (0, 1, 0)
    assert counts(compare(gold(), document(people=PEOPLE, events=(meeting(ANN),)))["meetings"]) == (0, 0, 1)


# --- statements -----------------------------------------------------------------------------------------------------


def statement(speaker: EntityRef, quote: str, kind: str = "indirect") -> Statement:
    return Statement(
        id="e1", trigger=at("said"), evidence=at("said"), rule="said", speaker=speaker, kind=kind, quote=at(quote)
    )  # fmt: skip


TALKS = "the talks would go on for three weeks"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (statement(ANN, TALKS), (1, 0, 0)),
        (statement(EntityRef(kind="title", name="Lee"), TALKS), (1, 0, 0)),  # an alias in the gold
        (statement(ANN, TALKS[4:]), (1, 0, 0)),
        (statement(ANN, "that " + TALKS, "direct"), (1, 0, 0)),  # the kind is not compared
        (statement(BO, TALKS), (0, 1, 1)),
        (statement(ANN, "Dozens of tents"), (0, 1, 1)),
    ],
)
def test_statements_by_speaker_and_beginning(found: Statement, expected: tuple[int, int, int]) -> None:
    wanted = gold(people=[LEE], statements=[{"speaker": "Ann Lee", "kind": "indirect", "text": TALKS}])
    assert counts(compare(wanted, document(people=PEOPLE, events=(found,)))["statements"]) == expected


def test_missed_and_invented_statements() -> None:
    wanted = gold(statements=[{"speaker": "Ann Lee", "kind": "indirect", "text": TALKS}])
    assert counts(compare(wanted, document())["statements"]) == (0, 1, 0)
    assert counts(compare(gold(), document(events=(statement(ANN, TALKS),)))["statements"]) == (0, 0, 1)
