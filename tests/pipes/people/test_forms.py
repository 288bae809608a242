"""Forms of titles and names in real pages: short ranks, fields of ministries, things called after persons."""

from __future__ import annotations

import pytest

from .test_people import people, written

OFFICES = [
    ("de", "Die Ministerin für Landwirtschaft und Fischerei, Ole Brandvold, kam.", ["minister/other/-"]),
    ("de", "Der dänische Minister für Umwelt und Handel, Ole Brandvold, kam.", ["minister/economy/DK"]),
    ("de", "Wirtschafts- und Klimaminister Ole Brandvold kam.", ["minister/economy/-"]),
    ("de", "Minister Ole Brandvold kam.", ["minister/-/-"]),
    ("de", "Der Hohe Repräsentant der EU, Ole Brandvold, kam.", ["official/foreign/EU"]),
    ("de", "Der AU-Kommissar für Frieden und Sicherheit, Ole Brandvold, kam.", ["official/other/African Union"]),
    ("de", "Kommissionschef Ole Brandvold kam.", ["official/-/EU"]),
    ("de", "Der Chef der Hamas, Ole Brandvold, lehnte ab.", ["other/-/Hamas"]),
    ("de", "Der Kommandeur der Steady Shield Mission, U.S. General Ole Brandvold, kam.", ["military_officer/-/US"]),
    ("de", "Der isländische Außenamtssprecher Ole Brandvold schwieg.", ["spokesperson/foreign/IS"]),
    ("de", "Der Bürgermeister Homs, Ole Brandvold, kam.", ["other/-/-"]),
    ("en", "Deputy Minister for Food and Agriculture Ole Brandvold left.", ["deputy_minister/other/-"]),
    ("en", "Danish Minister of Trade and Industry Ole Brandvold left.", ["minister/economy/DK"]),
    ("en", "Spokesman Lt. Cmdr. Ole Brandvold declined.", ["spokesperson/-/-", "military_officer/-/-"]),
    ("en", "Secretary of Defense Spokesman Ole Brandvold declined.", ["spokesperson/defence/US"]),
    ("en", "Norwegian PM Ole Brandvold left.", ["head_of_government/-/NO"]),
    ("en", "Hamas leader Ole Brandvold left.", ["other/-/Hamas"]),
    ("en", "Icelandic leader Ole Brandvold left.", ["head_of_state/-/IS"]),
    ("en", "European Council President Ole Brandvold left.", ["official/-/EU"]),
    ("en", "The special envoy of the UN Secretary-General for Yemen, Ole Brandvold, left.", ["envoy/-/UN"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), OFFICES)
def test_offices(language: str, text: str, expected: list[str]) -> None:
    _, found = people(text, language)
    assert [p["name"] for p in found] == ["Ole Brandvold"]
    assert [written(o) for o in found[0]["offices"]] == expected


THINGS = [
    ("de", "Man traf sich im Hotel President Brandvold."),
    ("de", "Die USS Olaf Brandvold lief aus."),
    ("de", "Am Flughafen Peter Paul Brandvold gab es Streiks."),
    ("de", "OSLO (Dow Jones)--Der Kurs stieg."),
    ("en", "They met at Hotel President Brandvold."),
    ("en", "She spoke in the Peter Brandvold Auditorium."),
    ("en", "The USS Peter Brandvold left port."),
]


@pytest.mark.parametrize(("language", "text"), THINGS)
def test_what_is_called_after_a_person_is_none(language: str, text: str) -> None:
    assert people(text, language)[1] == []


def test_an_apposition_stays_with_its_name() -> None:
    _, found = people("Ambassador Peter Vold, the Danish envoy to Oslo, and Prime Minister Anna Lind met.", "en")
    assert [[o["role"] for o in p["offices"]] for p in found] == [["ambassador", "envoy"], ["head_of_government"]]


def test_adjectives_in_a_row_give_each_name_its_country() -> None:
    text = "Sie sprach mit ihren finnischen, dänischen und irischen Amtskollegen, Peter Vold, Anna Lind und Karl Moor."
    _, found = people("Außenministerin Maria Berg reiste ab. " + text, "de")
    assert [p["offices"][0]["country"] for p in found[1:]] == ["FI", "DK", "IE"]


def test_given_names_in_brackets() -> None:
    _, found = people("Forces loyal to President (Peter Olaf) Brandvold advanced.", "en")
    assert [p["name"] for p in found] == ["Brandvold"]


def test_a_lone_minister_is_completed_from_the_tables() -> None:
    _, found = people("Ministerin Ursula von der Leyen kam.", "de", "2016-07-01")
    assert [written(o) for o in found[0]["offices"]] == ["minister/defence/DE"]
