"""Persons and offices of short texts, with counter-examples. An office is written role/portfolio/country/marks."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import spacy

from coalition_nlp.pipes.base import View, facts
from coalition_nlp.pipes.people.component import PeoplePipe, person_at


def people(text: str, language: str, published: str | None = None) -> tuple[View, list[dict[str, Any]]]:
    doc = spacy.blank(language)(text)
    facts(doc)["published"] = published
    view = View(doc, language)
    found = PeoplePipe(language).find(view)
    view.facts["people"] = found
    return view, found


def written(office: dict[str, Any]) -> str:
    marks = [m for m in ("former", "acting", "designated") if office.get(m)]
    parts = [office["role"], office.get("portfolio") or "-", office.get("country") or office.get("organization") or "-"]
    return "/".join([*parts, *marks])


TITLES = [
    ("de", "Der dänische Außenminister Ole Brandvold reist ab.", "minister/foreign/DK"),
    ("de", "Die frühere US-Verteidigungsministerin Ola Brandvold warnte.", "minister/defence/US/former"),
    ("de", "Ole Brandvold, Innenminister der Niederlande, kam zuletzt.", "minister/interior/NL"),
    ("de", "Bundesfinanzminister Ole Brandvold kam zuletzt.", "minister/finance/DE"),
    ("de", "Der Sprecher des iranischen Außenministeriums, Ole Brandvold, dementierte.", "spokesperson/foreign/IR"),
    ("de", "Der designierte Nato-Generalsekretär Ole Brandvold kam.", "secretary_general/-/NATO/designated"),
    ("de", "Der norwegische Vizeaußenminister Ole Brandvold kam.", "deputy_minister/foreign/NO"),
    ("de", "Kremlsprecher Ole Brandvold schwieg.", "spokesperson/-/RU"),
    ("de", "Außenminister Ole Brandvold (Finnland) schwieg.", "minister/foreign/FI"),
    ("de", "Der österreichische Bundeskanzler Ole Brandvold schwieg.", "head_of_government/-/AT"),
    ("de", "Der für Entwicklung zuständige Minister Ole Brandvold schwieg.", "minister/development/-"),
    ("en", "Danish Foreign Minister Ole Brandvold left.", "minister/foreign/DK"),
    ("en", "Ole Brandvold, the Dutch interior minister, left.", "minister/interior/NL"),
    ("en", "Norway's Minister of Foreign Affairs, Ole Brandvold, left.", "minister/foreign/NO"),
    ("en", "Former U.S. Secretary of Defense Ole Brandvold left.", "minister/defence/US/former"),
    ("en", "The UN special envoy for Yemen, Ole Brandvold, left.", "envoy/-/UN"),
    ("en", "Deputy Finance Minister Ole Brandvold of Iceland left.", "deputy_minister/finance/IS"),
    ("en", "Israeli army spokesman Ole Brandvold left.", "spokesperson/-/IL"),
    ("en", "Ole Brandvold, who was Danish defence minister until 2012, left.", "minister/defence/DK/former"),
]


@pytest.mark.parametrize(("language", "text", "expected"), TITLES)
def test_one_office(language: str, text: str, expected: str) -> None:
    _, found = people(text, language)
    assert [p["name"].removeprefix("Ola ").removeprefix("Ole ") for p in found] == ["Brandvold"]
    assert [written(o) for o in found[0]["offices"]] == [expected]


def test_coordination_gives_each_his_country() -> None:
    _, found = people("Die Außenminister Frankreichs und Spaniens, Ole Brandvold und Mira Ostrow, berieten.", "de")
    assert [(p["name"], written(p["offices"][0])) for p in found] == [
        ("Ole Brandvold", "minister/foreign/FR"),
        ("Mira Ostrow", "minister/foreign/ES"),
    ]


def test_counterpart_inherits_role_and_portfolio() -> None:
    _, found = people("Danish Defence Minister Ole Brandvold met his Swedish counterpart Mira Ostrow.", "en")
    assert [written(p["offices"][0]) for p in found] == ["minister/defence/DK", "minister/defence/SE"]


def test_two_offices() -> None:
    _, found = people("Der luxemburgische Außenminister und Vizepremier Ole Brandvold kam.", "de")
    assert sorted(written(o) for o in found[0]["offices"]) == ["minister/foreign/LU", "official/-/LU"]


def test_one_person_all_mentions() -> None:
    text = "Ole Brandvold sprach. Brandvolds Rede war kurz. Die Brandvold-Regierung schwieg, so Brandvold."
    _, found = people(text, "de")
    assert [text[m["start"] : m["end"]] for m in found[0]["mentions"]] == [
        "Ole Brandvold",
        "Brandvold",
        "Brandvold",
        "Brandvold",
    ]
    assert len(found) == 1


def test_particles_belong_to_the_name() -> None:
    _, found = people("Verteidigungsministerin Mira von der Ostau kam, auch Ole Brandvold vom Kieler Institut.", "de")
    assert [p["name"] for p in found] == ["Mira von der Ostau", "Ole Brandvold"]


NOBODY = [
    ("de", "Das Treffen in Camp David endete. Die Villa Hammerschmidt ist geschlossen."),
    ("de", "Der Außenminister Dänemarks und der Präsident der Republik Moldau sagten ab."),
    ("de", "Präsident und Premierminister stritten. Der Minister der Verteidigung schwieg."),
    ("de", "AUSSENMINISTER EINIGEN SICH AUF WAFFENRUHE IN SYRIEN"),
    ("en", "The Foreign Minister of Denmark and the President of the Republic of Moldova called off."),
    ("en", "The Defense Department and the Foreign Ministry issued a statement at Camp David."),
    ("en", "FOREIGN MINISTERS AGREE ON CEASEFIRE IN SYRIA"),
]


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_nobody_is_named(language: str, text: str) -> None:
    assert people(text, language)[1] == []


def test_knowledge_completes_but_never_overrides() -> None:
    _, found = people("Außenminister Jeppe Kofod kam.", "de", "2020-05-01")
    assert written(found[0]["offices"][0]) == "minister/foreign/DK"
    assert found[0]["offices"][0].get("source", "text") == "text"
    assert found[0]["canonical"] == "Jeppe Kofod"
    _, found = people("Der schwedische Finanzminister Jeppe Kofod kam.", "de", "2020-05-01")
    assert [written(o) for o in found[0]["offices"]] == ["minister/finance/SE"]


def test_office_from_knowledge_alone_is_marked_and_dated() -> None:
    _, found = people("Later Jens Stoltenberg spoke.", "en", "2016-05-01")
    assert [(o["organization"], o["source"]) for o in found[0]["offices"]] == [("NATO", "knowledge")]
    _, found = people("Later Jens Stoltenberg spoke.", "en", "2025-05-01")
    assert found[0]["offices"] == []


def test_titles_point_to_their_person() -> None:
    text = "Der dänische Außenminister Ole Brandvold kam. Der Außenminister blieb zwei Tage."
    view, _ = people(text, "de")
    last = view.get("titles")[-1]
    assert text[last["start"] : last["end"]] == "Außenminister"
    assert last["person"] == "p1"
    assert person_at(view, last["start"], last["end"]) is view.get("people")[0]


def test_an_indefinite_title_is_somebody_new() -> None:
    view, _ = people("The EU's foreign policy chief, Ann Brandvold, came. An official stayed outside.", "en")
    last = view.get("titles")[-1]
    assert last["role"] == "official"
    assert last["person"] is None


def test_hostile_input_is_linear() -> None:
    import time

    for piece in ("Außenminister ", "von der ", "A. ", '"', "1"):
        start = time.perf_counter()
        people(piece * 1500, "de")
        assert time.perf_counter() - start < 60


def test_published_is_a_date() -> None:
    view, _ = people("Ole Brandvold kam.", "de", "2020-05-01")
    assert view.published == dt.date(2020, 5, 1)
