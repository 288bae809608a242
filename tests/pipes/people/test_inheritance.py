"""Whose counterpart somebody is, countries nobody names, and links the text contradicts."""

from __future__ import annotations

import pytest

import coalition_nlp

from .test_people import people, written

COUNTERPARTS = [
    (
        "de",
        "Die dänische Außenministerin Ola Brandvold fuhr nach Oslo. Dort sprach sie mit Norwegens Präsidentin Mira Vold"
        " und ihrem Amtskollegen Peter Lund.",
        "minister/foreign/NO",
    ),
    (
        "de",
        "Die dänische Außenministerin Ola Brandvold blieb. Norwegens Präsidentin Mira Vold und ihr Amtskollege"
        " Peter Lund sprachen.",
        "head_of_state",
    ),
    (
        "en",
        "Danish Defence Minister Ola Brandvold flew to Oslo. There she met with Norwegian President Mira Vold and her"
        " counterpart Peter Lund.",
        "minister/defence/NO",
    ),
    (
        "en",
        "Danish Defence Minister Ola Brandvold stayed. Norwegian President Mira Vold and her counterpart Peter Lund"
        " talked.",
        "head_of_state",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTERPARTS)
def test_counterpart_of_the_minister_who_meets_both(language: str, text: str, expected: str) -> None:
    _, found = people(text, language)
    assert [p["name"] for p in found][-1] == "Peter Lund"
    assert written(found[-1]["offices"][0]).startswith(expected)


def test_an_ambassador_takes_no_country_of_two() -> None:
    _, found = people("The French president left Chad. The new ambassador, Ole Brandvold, stayed.", "en")
    assert found[0]["offices"][0]["country"] is None
    _, found = people("Iceland sent a ship. The new ambassador, Ole Brandvold, was on board.", "en")
    assert found[0]["offices"][0]["country"] == "IS"


def test_no_link_to_a_holder_of_another_country() -> None:
    _, found = people("Der schwedische Finanzminister Jeppe Kofod kam.", "de", "2020-05-01")
    assert "canonical" not in found[0]


RANKS = [
    ("de", "Weltbankpräsident Ole Brandvold kam.", "official/-/World Bank"),
    ("de", "Der oberste Führer des Iran, Ole Brandvold, kam.", "other/-/IR"),
    ("de", "Oberst Ole Brandvold kam.", "military_officer/-/-"),
    ("en", "Iran's supreme leader Ole Brandvold left.", "other/-/IR"),
]


@pytest.mark.parametrize(("language", "text", "expected"), RANKS)
def test_ranks(language: str, text: str, expected: str) -> None:
    assert [written(o) for o in people(text, language)[1][0]["offices"]] == [expected]


NOBODY = [
    "President Receives Ambassador of Iceland",
    "Minister Participating in Common Agenda Talks",
    "The mayor of San Juan flew to Tel Aviv and Buenos Aires.",
    "The ministers signed the Manila Declaration aboard the BRP Gregorio Ruz.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_headlines_and_towns_name_nobody(text: str) -> None:
    assert people(text, "en")[1] == []


APPOSITIONS = [
    ("Ole Brandvold, deputy prime minister and minister of finance, left.", ["official", "minister"]),
    ("Ole Brandvold, Second Deputy Prime Minister and Minister of the Interior, left.", ["official", "minister"]),
    ("Ole Brandvold, Deputy Secretary, U.S. Department of State, left.", ["deputy_minister"]),
    ("Ole Brandvold, Executive Director of UNICEF, left.", ["director"]),
    ("Ole Brandvold, President of the panel of experts, left.", ["other"]),
    ("The President of the Republic, Ole Brandvold, left.", ["head_of_state"]),
    ("The Secretary-General's Special Envoy Ole Brandvold left.", ["envoy"]),
    ("Army Chief of Staff Gen. Ole Brandvold left.", ["military_officer"]),
]


@pytest.mark.parametrize(("text", "roles"), APPOSITIONS)
def test_roles_of_appositions(text: str, roles: list[str]) -> None:
    _, found = people(text, "en")
    assert [(p["name"], [o["role"] for o in p["offices"]]) for p in found] == [("Ole Brandvold", roles)]


def test_whoever_comes_from_a_country_is_appointed() -> None:
    _, found = people("She is appointing Ola Brandvold of Iceland as her special envoy.", "en")
    assert [o["role"] for o in found[0]["offices"]] == ["envoy"]


def test_members_beside_an_officer_are_others() -> None:
    _, found = people("Abgeordnete des Bundestages sowie der Generalinspekteur, General Ole Brandvold, kamen.", "de")
    assert {o["role"] for o in found[0]["offices"]} == {"military_officer"}


def test_a_given_name_in_no_list_before_bin() -> None:
    _, found = people("Tolvar bin Sultan Al-Brandvold, Deputy Commander of the National Guard, left.", "en")
    assert [p["name"] for p in found] == ["Tolvar bin Sultan Al-Brandvold"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Sohn des Präsidenten, Ole Brandvold, drohte.", []),
        ("de", "Die Anwältin der Ministerin, Ola Brandvold, kam.", []),
        ("de", "Der Botschafter des Königs, Ole Brandvold, kam.", ["ambassador"]),
        ("en", "Danish King Knut and Crown Prince Ole Brandvold came.", ["official/DK"]),
        ("de", "Der dänische Minister Lund kam. Ex-Vizeminister Ole Brandvold blieb.", ["deputy_minister/former"]),
    ],
)
def test_owners_are_not_meant_and_lists_have_one_country(language: str, text: str, expected: list[str]) -> None:
    _, found = people(text, language)
    offices = next(p for p in found if p["name"].endswith("Brandvold"))["offices"]
    assert [written(o).replace("/-", "") for o in offices] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "She met with President Knut of Norway and with Foreign Minister Ole Brandvold.",
            ["minister/foreign/NO"],
        ),
        ("de", "Norwegens Vertreter bei den Vereinten Nationen, Ole Brandvold, kam.", ["ambassador/NO"]),
        ("de", "Der frühere dänische Staatschef Lund kam mit Vold und dessen Nachfolger Ole Brandvold.", []),
        ("de", "Da stürzten Offiziere um Oberst Ole Brandvold Präsident Peter Vold.", ["military_officer"]),
    ],
)
def test_lists_and_representatives(language: str, text: str, expected: list[str]) -> None:
    _, found = people(text, language)
    offices = next(p for p in found if p["name"].endswith("Brandvold"))["offices"]
    assert [written(o).replace("/-", "") for o in offices] == expected


def test_the_tables_give_no_chair_beside_an_office_of_state() -> None:
    text = "Frank-Walter Steinmeier dämpfte die Erwartungen. Federica Mogherini schwieg."
    found = coalition_nlp.extract(text, language="de", published="2016-02-12").people
    assert [[(o.role, o.country, o.organization) for o in p.offices] for p in found] == [
        [("minister", "DE", None)],
        [("official", None, "EU")],
    ]
