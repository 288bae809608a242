"""The German gold files agree with their texts: spans, triggers, names, dates, vocabulary."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "de"
GOLD_FILES = sorted(FOLDER.glob("*.json"))

TOP_LEVEL = {
    "id", "lang", "published", "published_certain",
    "people", "organizations", "countries", "times", "figures", "meetings", "statements",
}  # fmt: skip
ROLES = {
    "minister", "deputy_minister", "head_of_government", "head_of_state", "secretary_general", "envoy", "ambassador",
    "spokesperson", "director", "military_officer", "legislator", "official", "other",
}  # fmt: skip
PORTFOLIOS = {"foreign", "defence", "interior", "finance", "economy", "justice", "development", "other", None}
MEETING_KINDS = {
    "talks", "ministerial", "summit", "conference", "press_conference", "call", "visit", "signing", "other",
}  # fmt: skip
FORMATS = {"in_person", "virtual", "unknown"}
STATUSES = {"held", "ongoing", "planned", "postponed", "cancelled", "proposed"}
FIGURE_KINDS = {"count", "money", "percent", "fraction", "measure"}
MODIFIERS = {"exact", "approx", "more_than", "at_least", "less_than", "at_most", "range"}

DAY = r"\d{4}-\d{2}-\d{2}"
VALUES = {
    "DATE": rf"{DAY}|\d{{4}}(-\d{{2}}|-(Q[1-4]|H[12]|SP|SU|FA|WI|W\d{{2}}))?|\d{{3}}X|(PRESENT|PAST|FUTURE)_REF",
    "TIME": rf"{DAY}(T\d{{2}}:\d{{2}}|T(MO|AF|EV|NI))",
    "DURATION": r"P(\d+|X)[YMWD]|PT(\d+|X)[HM]",
    "SET": r"P(\d+|X)[YMWD]|PT(\d+|X)[HM]",
}


def load(path: Path) -> tuple[dict[str, Any], str]:
    return json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8")


def start_of(text: str, part: str, occurrence: int) -> int:
    """Offset of the n-th occurrence of `part`, counting from 1; -1 where there are fewer."""
    start = -1
    for _ in range(occurrence):
        start = text.find(part, start + 1)
        if start < 0:
            break
    return start


def check_day(value: str | None) -> None:
    if value and re.match(DAY, value):
        dt.date.fromisoformat(value[:10])


@pytest.fixture(params=GOLD_FILES, ids=lambda path: path.stem)
def gold_and_text(request: pytest.FixtureRequest) -> tuple[dict[str, Any], str]:
    return load(request.param)


def test_every_text_has_gold_and_the_reverse() -> None:
    assert len(GOLD_FILES) >= 11
    assert {path.stem for path in GOLD_FILES} == {path.stem for path in FOLDER.glob("*.txt")}


def test_top_level(gold_and_text: tuple[dict[str, Any], str]) -> None:
    gold, text = gold_and_text
    assert set(gold) - {"events"} == TOP_LEVEL
    assert (FOLDER / f"{gold['id']}.txt").is_file()
    assert gold["lang"] == "de"
    dt.date.fromisoformat(gold["published"])
    assert 150 <= len(text.split()) <= 400
    assert all(re.fullmatch(r"[A-Z]{2}", country) for country in gold["countries"])
    assert gold["countries"] == sorted(set(gold["countries"]))


def test_people(gold_and_text: tuple[dict[str, Any], str]) -> None:
    gold, text = gold_and_text
    names = [person["name"] for person in gold["people"]]
    assert len(names) == len(set(names))
    for person in gold["people"]:
        assert person["name"] in text
        assert all(alias in text for alias in person["aliases"])
        for office in person["offices"]:
            assert set(office) <= {"role", "portfolio", "country", "organization", "former"}
            assert office["role"] in ROLES
            assert office["portfolio"] in PORTFOLIOS
            assert office["country"] is None or re.fullmatch(r"[A-Z]{2}", office["country"])


def test_times_and_figures_are_verbatim_and_in_order(gold_and_text: tuple[dict[str, Any], str]) -> None:
    gold, text = gold_and_text
    for key in ("times", "figures"):
        starts = [start_of(text, item["text"], item["occurrence"]) for item in gold[key]]
        missing = [item["text"] for item, start in zip(gold[key], starts, strict=True) if start < 0]
        assert not missing
        assert starts == sorted(starts)
        assert len(starts) == len(set(starts))


def test_time_values(gold_and_text: tuple[dict[str, Any], str]) -> None:
    for time in gold_and_text[0]["times"]:
        assert re.fullmatch(VALUES[time["type"]], time["value"]), time
        check_day(time["value"])


def test_figures(gold_and_text: tuple[dict[str, Any], str]) -> None:
    for figure in gold_and_text[0]["figures"]:
        assert figure["kind"] in FIGURE_KINDS
        assert figure["modifier"] in MODIFIERS
        assert (figure["currency"] is not None) == (figure["kind"] == "money")
        assert (figure["kind"] == "percent") == (figure["unit"] == "percent")
        if figure["value"] is None:
            assert figure["low"] is not None
        if figure["modifier"] == "range":
            assert figure["low"] < figure["high"]


def test_meetings(gold_and_text: tuple[dict[str, Any], str]) -> None:
    gold, text = gold_and_text
    for meeting in gold["meetings"]:
        assert meeting["trigger"] in text
        assert meeting["kind"] in MEETING_KINDS
        assert meeting["format"] in FORMATS
        assert meeting["status"] in STATUSES
        if meeting["format"] == "virtual":
            assert meeting["city"] is None
            assert meeting["country"] is None
        for day in (meeting["start"], meeting["end"]):
            assert day is None or re.fullmatch(VALUES["DATE"], day)
            check_day(day)
        assert meeting["group"] is None or meeting["group"] in text


def test_participants_are_people_countries_or_described_groups(gold_and_text: tuple[dict[str, Any], str]) -> None:
    gold, _ = gold_and_text
    people = {person["name"] for person in gold["people"]}
    surnames = {name.split()[-1] for name in people}
    for meeting in gold["meetings"]:
        named = [*meeting["participants"], *meeting["absent"], *filter(None, [meeting["host"]])]
        assert len(named[: len(meeting["participants"])]) == len(set(meeting["participants"]))
        assert not set(meeting["participants"]) & set(meeting["absent"])
        for participant in named:
            if participant in people:
                continue
            if re.fullmatch(r"[A-Z]{2}", participant):
                assert participant in gold["countries"]
            else:
                assert not surnames & set(participant.split()), f"{participant} names a person in another form"


def test_statements_are_verbatim(gold_and_text: tuple[dict[str, Any], str]) -> None:
    gold, text = gold_and_text
    people = {person["name"] for person in gold["people"]}
    last_start = -1
    for statement in gold["statements"]:
        assert statement["kind"] in {"direct", "indirect"}
        assert len(statement["text"].split()) <= 12
        start = text.find(statement["text"], max(last_start, 0))
        assert start >= 0, statement["text"]
        last_start = start
        assert statement["speaker"] in people or statement["speaker"] in text
