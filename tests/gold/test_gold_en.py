"""The English reference annotations agree with their texts: every span exists, every name and code is known."""

import datetime
import itertools
import json
import re
from pathlib import Path
from typing import Any

import pycountry
import pytest

FOLDER = Path(__file__).parent / "en"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
ALPHA2 = {country.alpha_2 for country in pycountry.countries} | {"XK"}
ROLES = {
    "minister",
    "deputy_minister",
    "head_of_government",
    "head_of_state",
    "secretary_general",
    "envoy",
    "ambassador",
    "spokesperson",
    "director",
    "military_officer",
    "legislator",
    "official",
    "other",
}
PORTFOLIOS = {None, "foreign", "defence", "interior", "finance", "economy", "justice", "development", "other"}
MEETING_KINDS = {
    "talks",
    "ministerial",
    "summit",
    "conference",
    "press_conference",
    "call",
    "visit",
    "signing",
    "other",
}
STATUSES = {"held", "ongoing", "planned", "postponed", "cancelled", "proposed"}
FIGURE_KINDS = {"count", "money", "percent", "fraction", "measure"}
MODIFIERS = {"exact", "approx", "more_than", "at_least", "less_than", "at_most", "range"}
TOP_LEVEL = [
    "id",
    "lang",
    "published",
    "published_certain",
    "people",
    "countries",
    "times",
    "figures",
    "meetings",
    "statements",
]
SHORT_NAMES = {"UN", "EU", "AU"}  # two capitals, and yet no country
DATE = r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12]|-W\d{2}(-WE)?|-(SP|SU|FA|WI))?|\d{3}X|(PAST|PRESENT|FUTURE)_REF"
VALUES = {
    "DATE": re.compile(DATE),
    "TIME": re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2}:\d{2}|MO|AF|EV|NI)"),
    "DURATION": re.compile(r"P(T?)(\d+|X)[YMWDHS]"),
    "SET": re.compile(r"PT?(\d+|X)[YMWDH]|XXXX-WXX-[1-7]"),
}


def load(name: str) -> tuple[str, dict[str, Any]]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return text, json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def position(text: str, part: str, occurrence: int) -> int:
    """Offset of the nth occurrence of a string, counting overlapping ones; -1 where there is none."""
    start = -1
    for _ in range(occurrence):
        start = text.find(part, start + 1)
        if start < 0:
            return -1
    return start


def assert_real_day(value: str) -> None:
    """A value that begins with a full date must name a day of the calendar."""
    if match := re.match(r"\d{4}-\d{2}-\d{2}", value):
        datetime.date.fromisoformat(match.group())
    elif match := re.match(r"(\d{4})-W(\d{2})", value):
        datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
    elif match := re.fullmatch(r"\d{4}-(\d{2})", value):
        assert 1 <= int(match[1]) <= 12


def test_there_are_enough_texts() -> None:
    assert len(NAMES) >= 10
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_top_level(name: str) -> None:
    text, gold = load(name)
    assert [key for key in gold if key != "events"] == TOP_LEVEL
    assert (gold["id"], gold["lang"]) == (f"en/{name}", "en")
    datetime.date.fromisoformat(gold["published"])
    assert 150 <= len(text.split()) <= 400


@pytest.mark.parametrize("name", NAMES)
def test_people_and_countries(name: str) -> None:
    text, gold = load(name)
    assert len({person["name"] for person in gold["people"]}) == len(gold["people"])
    for person in gold["people"]:
        for form in [person["name"], *person["aliases"]]:
            assert form in text
        for office in person["offices"]:
            assert set(office) - {"organization", "former"} == {"role", "portfolio", "country"}
            assert office["role"] in ROLES and office["portfolio"] in PORTFOLIOS
            assert office["country"] is None or office["country"] in ALPHA2
    assert gold["countries"] == sorted(set(gold["countries"])) and set(gold["countries"]) <= ALPHA2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["times", "figures"])
def test_spans_stand_in_the_text(name: str, kind: str) -> None:
    text, gold = load(name)
    spans = []
    for item in gold[kind]:
        start = position(text, item["text"], item["occurrence"])
        assert start >= 0, item
        spans.append((start, start + len(item["text"])))
    assert spans == sorted(spans), "not in text order"
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans)), "overlap"


@pytest.mark.parametrize("name", NAMES)
def test_times_have_a_valid_value(name: str) -> None:
    _, gold = load(name)
    for item in gold["times"]:
        assert VALUES[item["type"]].fullmatch(item["value"]), item
        assert_real_day(item["value"])


@pytest.mark.parametrize("name", NAMES)
def test_figures_are_complete(name: str) -> None:
    _, gold = load(name)
    for item in gold["figures"]:
        assert item["kind"] in FIGURE_KINDS and item["modifier"] in MODIFIERS and item["unit"]
        assert (item["currency"] is not None) == (item["kind"] == "money")
        assert item["value"] is not None or item["low"] is not None
        assert (item["modifier"] == "range") == (item["high"] is not None)


@pytest.mark.parametrize("name", NAMES)
def test_meetings_name_known_people_and_countries(name: str) -> None:
    text, gold = load(name)
    people, countries = {person["name"] for person in gold["people"]}, set(gold["countries"])
    for meeting in gold["meetings"]:
        assert meeting["trigger"] in text
        assert meeting["kind"] in MEETING_KINDS and meeting["status"] in STATUSES
        assert meeting["format"] in {"in_person", "virtual", "unknown"}
        if meeting["format"] == "virtual":
            assert meeting["city"] is None and meeting["country"] is None
        assert meeting["country"] is None or meeting["country"] in ALPHA2
        if meeting["group"]:
            assert meeting["group"] in text
        for value in filter(None, [meeting["start"], meeting["end"]]):
            assert VALUES["DATE"].fullmatch(value)
            assert_real_day(value)
        hosts = meeting["host"].split(", ") if meeting["host"] else []
        for who in [*meeting["participants"], *meeting["absent"], *hosts]:
            if re.fullmatch("[A-Z]{2}", who) and who not in SHORT_NAMES:
                assert who in countries, who
            elif who not in people:
                # a group described in English, not a person under another form of the name
                assert not any(who in p["aliases"] for p in gold["people"]), who
        assert not set(meeting["participants"]) & set(meeting["absent"])


@pytest.mark.parametrize("name", NAMES)
def test_statements_are_prefixes_of_what_was_said(name: str) -> None:
    text, gold = load(name)
    people = {person["name"] for person in gold["people"]}
    aliases = {alias for person in gold["people"] for alias in person["aliases"]}
    for statement in gold["statements"]:
        assert set(statement) == {"speaker", "kind", "text"}
        assert statement["kind"] in {"direct", "indirect"}
        assert statement["text"] in text
        assert 1 <= len(statement["text"].split()) <= 12
        assert statement["speaker"] in people or statement["speaker"] in text
        assert statement["speaker"] not in aliases - people
