"""Forms of real press texts: fields without a table, forces, regions, nicknames, holders by surname alone."""

from __future__ import annotations

import pytest

from .test_people import people, written

OFFICES = [
    ("de", "Der Staatssekretär im Bundesministerium für Wirtschaft und Energie, Ole Brandvold, kam.", "deputy_minister/economy/DE"),
    ("de", "Die Staatssekretärin im Fischereiministerium Islands, Ola Brandvold, kam.", "deputy_minister/other/IS"),
    ("de", "Der Minister für Meeresforschung Islands, Ole Brandvold, kam.", "minister/other/IS"),
    ("de", "Der Premier-Minister der Republik Island, Herr Ole Brandvold, kam.", "head_of_government/-/IS"),
    ("de", "Der Hohe Vertreter der Europäischen Union (EU), Ole Brandvold, kam.", "official/foreign/EU"),
    ("de", "Der Kommandeur der Revolutionsgarden, Ole Brandvold, kam.", "military_officer/-/IR"),
    ("de", "Der Beauftragte der EU für Menschenrechte, Ole Brandvold, kam.", "envoy/-/EU"),
    ("de", "Ole Brandvold, derzeit Botschafter Islands, kam.", "ambassador/-/IS"),
    ("de", "Der neue Botschafter Islands ist Ole Brandvold.", "ambassador/-/IS"),
    ("en", "Icelandic Ocean Research and Whaling Minister Ole Brandvold left.", "minister/other/IS"),
    ("en", "The then-Icelandic Foreign Minister Ole Brandvold left.", "minister/foreign/IS/former"),
    ("en", "Ole Brandvold, State Secretary at the Trade Ministry of Iceland, left.", "deputy_minister/economy/IS"),
    ("en", "The EU special representative for the Great Lakes Region, Ole Brandvold, left.", "envoy/-/EU"),
    ("en", "Ole Brandvold, commander of the Icelandic coast guard, left.", "military_officer/-/IS"),
    ("en", "Sen. Ole Brandvold (D-NE) left.", "legislator/-/US"),
    ("en", "Iceland named Ole Brandvold as foreign minister.", "minister/foreign/IS"),
    ("en", "State Department spokeswoman Ole Brandvold left.", "spokesperson/foreign/US"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), OFFICES)
def test_offices(language: str, text: str, expected: str) -> None:
    _, found = people(text, language)
    assert [p["name"].removeprefix("Ola ").removeprefix("Ole ") for p in found] == ["Brandvold"]
    assert [written(o) for o in found[0]["offices"]] == [expected]


def test_a_title_behind_a_preposition_belongs_to_the_next_name() -> None:
    _, found = people("Zum Treffen von Ole Brandvold, mit dem Außenminister Islands, Peter Vold, kam keiner.", "de")
    assert [(p["name"], len(p["offices"])) for p in found] == [("Ole Brandvold", 0), ("Peter Vold", 1)]


def test_a_title_in_the_genitive_is_another_person() -> None:
    _, found = people("Der Berater des Präsidenten Brandvold sagte ab.", "de")
    assert [[o["role"] for o in p["offices"]] for p in found] == [["head_of_state"]]


def test_the_country_of_another_title_is_not_inherited() -> None:
    text = "They left Iceland. Danish Foreign Minister Ole Brandvold called on Prime Minister Anna Lind."
    _, found = people(text, "en")
    assert found[1]["offices"][0]["country"] != "DK"
    _, found = people("Danish Foreign Minister Ole Brandvold and Prime Minister Anna Lind met.", "en")
    assert found[1]["offices"][0]["country"] == "DK"


def test_whoever_is_appointed_gets_the_office() -> None:
    text = "Für Island kommt Ola Brandvold, die Ministerpräsident Karl Vold im Mai zur Finanzministerin berufen hat."
    _, found = people(text, "de")
    assert [(p["name"], p["offices"][0]["role"]) for p in found] == [
        ("Ola Brandvold", "minister"),
        ("Karl Vold", "head_of_government"),
    ]


NAMES = [
    ("en", "Peter 'Pit' Brandvold spoke.", ["Peter 'Pit' Brandvold"]),
    ("en", "Though Peter Brandvold spoke, nobody listened.", ["Peter Brandvold"]),
    ("en", "Minister Ahmed Bin Sultan Al-Brand spoke.", ["Ahmed Bin Sultan Al-Brand"]),
    ("en", "Reporting by Peter Brandvold and Anna Lind; Editing by Ole Vold", []),
    ("en", "They met in Sierra Leone.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), NAMES)
def test_names(language: str, text: str, expected: list[str]) -> None:
    assert [p["name"] for p in people(text, language)[1]] == expected


def test_another_name_in_brackets_is_the_same_person() -> None:
    _, found = people("Peter Brandvold (aka Falko) left. Later Falko came back.", "en")
    assert [(p["name"], len(p["mentions"])) for p in found] == [("Peter Brandvold", 3)]


def test_surnames_alone() -> None:
    assert [p["name"] for p in people("Later Merkel spoke.", "en", "2016-05-01")[1]] == ["Merkel"]
    # others bear it too: only while in office
    assert [p["name"] for p in people("Later Scholz spoke.", "en", "2022-05-01")[1]] == ["Scholz"]
    assert people("Later Scholz spoke.", "en", "2027-05-01")[1] == []
    assert people("Later Hans Merkel Holding spoke.", "en", "2016-05-01")[1] != []
    assert people("The ship reached Muscat.", "en", "2016-05-01")[1] == []


HOSTILE = [
    "AUSSENMINISTER O\u0301LE BRANDVOLD:\nDER MINISTER KAM.",
    "Außenminister О\u200fle Brandvold (\u202eabc\u202c), Аnna Vold",
    "Außenminister\n\n\nOle\nBrandvold;Minister|Ole|Brandvold|\t|",
    "Minister für , und - für für der des von von der",
    "Foreign Minister of of the , and & ( ) ' ' “ ” Minister for for",
    "ex- then- Ex-then- minister minister- -minister",
    "وزير الخارجية محمد Foreign Minister محمد علي met",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["de", "en"])
def test_odd_input_keeps_its_offsets(language: str, text: str) -> None:
    _, found = people(text, language)
    for person in found:
        for mention in person["mentions"]:
            assert 0 <= mention["start"] < mention["end"] <= len(text)
            assert text[mention["start"] : mention["end"]].strip()
