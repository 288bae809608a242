"""Offices as German newspapers write them: parts of states, joint ranks, parliaments, lists, whose somebody is.

An office is written as in `test_people`; several persons of a text are parted by ";", their offices by "+".
"""

from __future__ import annotations

import pytest

from .test_people import people, written


def told(text: str, published: str | None = None) -> str:
    _, found = people(text, "de", published)
    return "; ".join(f"{p['name']}: {' + '.join(written(o) for o in p['offices'])}".rstrip(": ") for p in found)


TITLES = [
    # Parts of states serve the state.
    ("Die Ministerpräsidentin von Sachsen-Anhalt, Ola Brandvold, kam.", "head_of_government/-/DE"),
    ("Der hessische Finanzminister Ole Brandvold kam.", "minister/finance/DE"),
    ("Hamburgs Innensenator Ole Brandvold kam.", "minister/interior/DE"),
    ("Die Kärntner Landesrätin Ola Brandvold kam.", "official/-/AT"),
    ("Der Gouverneur des US-Bundesstaates Ohio, Ole Brandvold, kam.", "official/-/US"),
    ("Der Gouverneur der Provinz Helmand, Ole Brandvold, kam.", "official/-/AF"),
    ("Der hessische Botschafter Ole Brandvold kam.", "ambassador/-/-"),
    # What only calls itself a state is none, and who leans to a state does not serve it.
    ("Der proisländische Rebellenführer Ole Brandvold kam.", "other/-/-"),
    ("Ole Brandvold, Ministerpräsident der Volksrepublik Visserland, kam.", "head_of_government/-/-"),
    # Two ranks with one end: the higher counts.
    ("Islands Staats- und Parteichef Ole Brandvold kam.", "head_of_state/-/IS"),
    ("Der isländische Regierungs- und Parteichef Ole Brandvold kam.", "head_of_government/-/IS"),
    ("Islands Armee- und Geheimdienstchef Ole Brandvold kam.", "official/-/IS"),
    # Parliaments.
    ("Knesset-Präsident Ole Brandvold kam.", "legislator/-/IL"),
    ("Die Präsidentin des polnischen Sejm, Ola Brandvold, kam.", "legislator/-/PL"),
    ("Der Sprecher des US-Repräsentantenhauses, Ole Brandvold, kam.", "legislator/-/US"),
    ("Die Schweizer Nationalratspräsidentin Ola Brandvold kam.", "legislator/-/CH"),
    ("Bundesrätin Ola Brandvold kam.", "minister/-/CH"),
    # Chancellors are of the readers' countries, unless a party says otherwise.
    ("Kanzlerin Ola Brandvold kam.", "head_of_government/-/DE"),
    ("Vizekanzler Ole Brandvold (ÖVP) kam.", "official/-/AT"),
    ("Islands Kanzler Ole Brandvold kam.", "head_of_government/-/IS"),
    # Origin, seats and stations.
    ("Der Innenminister aus Island, Ole Brandvold, kam.", "minister/interior/IS"),
    ("Der Sprecher des Verteidigungsministeriums in Phnom Penh, Ole Brandvold, kam.", "spokesperson/defence/KH"),
    ("Der Chef des Nationalen Sicherheitsrates in Tiflis, Ole Brandvold, kam.", "official/-/GE"),
    ("Ole Brandvold, Leiter der Vissers-Stiftung in Abuja, kam.", "director/-/Vissers-Stiftung"),
    ("Der ständige isländische Vertreter bei der UNO, Ole Brandvold, kam.", "ambassador/-/IS"),
    ("Der Staatssekretär für Sicherheit des Königreichs Norwegen, Ole Brandvold, kam.", "deputy_minister/other/NO"),
    ("Der isländische Beauftragte für die nationale Sicherheit, Ole Brandvold, kam.", "official/other/IS"),
    ("Vissers Stabschef Ole Brandvold kam.", "official/-/-"),
    ("Islands Stabschef Ole Brandvold kam.", "military_officer/-/IS"),
    ("Pentagon-Chef Ole Brandvold kam.", "minister/defence/US"),
    ("Neuer Staatschef Islands wird Ole Brandvold.", "head_of_state/-/IS"),
    ("In seiner Eigenschaft als Bergbauminister Islands eröffnete Ole Brandvold die Tagung.", "minister/other/IS"),
    ("Islands Premier Ole Brandvold, der derzeit dem Rat der EU vorsitzt, kam.", "head_of_government/-/IS + official/-/EU"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles(text: str, expected: str) -> None:
    _, found = people(text, "de")
    assert [" + ".join(written(o) for o in p["offices"]) for p in found] == [expected]


TEXTS = [
    (
        "Ministerpräsident Karl Lind, der lange krank war, ernannte Ole Brandvold zum Justizminister.",
        {"Karl Lind": {"head_of_government"}, "Ole Brandvold": {"minister"}},
    ),
    (
        "Karl Lind, der Ole Brandvold zum Justizminister ernannt hat, kam.",
        {"Karl Lind": set(), "Ole Brandvold": {"minister"}},
    ),
    ("Karl Lind, der zum Justizminister ernannt wurde, kam.", {"Karl Lind": {"minister"}}),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_whoever_appoints_is_not_appointed(text: str, expected: dict[str, set[str]]) -> None:
    _, found = people(text, "de")
    assert {p["name"]: {o["role"] for o in p["offices"]} for p in found} == expected


COUNTRIES = [
    # A list gives its country to those who have none, across ranks.
    (
        "Die US-Sicherheitsberaterin Ola Brandvold, Vizepräsident Karl Lind und die UN-Botschafterin Eva Berg kamen.",
        ["US", "US", "US"],
    ),
    # "Sein Berater" is of the state of whoever is named before, "ihre Sprecherin" only of a woman.
    ("Islands Premier Karl Lind kam. Sein Berater Ole Brandvold blieb.", ["IS", "IS"]),
    ("Islands Premierministerin Ola Lind traf Perus Präsidenten Jan Berg. Ihr Sprecher Ole Brandvold schwieg.",
     ["IS", "PE", "IS"]),
    # The dateline tells whose the others are; not that of a seat of unions, and not of somebody's counterpart.
    ("Reykjavik – Gesundheitsministerin Ola Brandvold trat zurück.", ["IS"]),
    ("Brüssel – Gesundheitsministerin Ola Brandvold trat zurück.", [None]),
    ("Das sagte Außenminister Ole Brandvold am Dienstag in Berlin.", ["DE"]),
    ("Das sagte Außenminister Ole Brandvold am Dienstag in Lima.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_countries(text: str, expected: list[str | None]) -> None:
    _, found = people(text, "de")
    assert [p["offices"][0]["country"] for p in found] == expected


def test_a_counterpart_is_of_whoever_the_sentence_names() -> None:
    text = (
        "Islands Staatssekretärin Ola Brandvold reiste an. Perus Premier Jan Berg empfing sie."
        " Schon im Mai hatte Brandvold ihren dänischen Kollegen Ole Lind getroffen."
    )
    _, found = people(text, "de")
    assert [o["role"] for o in found[2]["offices"]] == ["deputy_minister"]


def test_a_title_tells_the_office_of_whoever_the_tables_know() -> None:
    text = "Der philippinische Staatschef tobte. Am Abend sprach man mit Rodrigo Duterte."
    _, found = people(text, "de", "2018-05-01")
    assert [(o["role"], o["country"], o.get("source")) for o in found[0]["offices"]] == [("head_of_state", "PH", None)]
    _, found = people(text.replace("philippinische", "peruanische"), "de", "2018-05-01")
    assert [o.get("source") for o in found[0]["offices"]] == ["knowledge"]
