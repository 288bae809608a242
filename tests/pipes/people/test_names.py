"""Names of persons are read whole: particles, initials, suffixes, names of one word; and what ends them."""

from __future__ import annotations

import pytest
import spacy

from coalition_nlp.pipes.base import View, facts
from coalition_nlp.pipes.people.component import PeoplePipe

WHOLE = [
    "Kees 't Mannink", "Joris van 't Hof", "Annemiek de Brouwer", "Sanne van der Zijl",
    "Marie-Hélène d'Aubry", "Henri d’Orval", "Ségolène du Cazal", "F.-X. Delmas", "Kouamé N'Dri",
    "Winston St. Cloud", "Grace O'Halloran", "Simon ap Rhys", "S.M. Prakash", "J. P. Chandra", "Robert Harlan Jr.",
    "Clemens Graf von Büren", "Rolf Freiherr von und zu Guttau", "Þórdís Þorsteinsdóttir", "Jákup á Heyg",
    "Graciela de la Torre Mena", "Santiago Ramón y Casal", "Jordi Casals i Roca", "Iñigo de los Ríos Paz",
    "Isaura da Costa", "Graça Lourenço de Sousa", "Ulisses Vaz d'Alva", "Inácio e Silva", "Marco degli Uberti",
    "Gian Franco de' Pazzi", "Nicolò dell'Orto", "Levon Ter-Harutjunjan", "Ömer Faruk Kılıç-Tuğ", "Elçin Məmmədli",
    "Turki bin Saud al-Ghamdi", "Zia ud-Din Yusufi", "Moctar Ould Sidi", "Coumba Mint Salem", "Yitzhak Ben-Ari",
    "Djénabou Kabongo wa Ilunga", "Ngũgĩ wa Kamande", "Kaliopate Mata'ili", "Đặng Thị Ngọc Hoa", "Hsu Boon Kiat",
    "Kyaw Zaw Htet", "Rimantas Kalniņš", "Győző Erdős", "Ștefan Țăran", "Sooronbek Jeenbek uulu",
]  # fmt: skip
FRAMES = {
    "de": ("Der dänische Außenminister {} kam nach Rom.", "{}, der Innenminister von Malta, wies das zurück."),
    "en": ("Danish Foreign Minister {} came to Rome.", "{}, the interior minister of Malta, rejected this."),
}

NAMES = [
    ("de", "Die Ministerin Graf von Büren und Minister d'Orval kamen.", ["von Büren", "d'Orval"]),
    ("de", "MINISTER DE LA PEÑA: Ja.\n\nMINISTER CASALS I ROCA: Nein.", ["DE LA PEÑA", "CASALS I ROCA"]),
    ("en", "AMBASSADOR ST. CLOUD: Yes.\n\nPREMIER LI: No.", ["ST. CLOUD", "LI"]),
    ("de", "Minister Brandvold von der Regierung sprach in den Niederlanden.", ["Brandvold"]),
    ("de", "Andrea Brandvold von der Menschenrechtsgruppe sprach.", ["Andrea Brandvold"]),
    ("de", "Zuvor hatte Ministerin Maria Brandvold das Vorhaben gelobt.", ["Maria Brandvold"]),
    ("de", "Der Zustand ist de facto offen, sagte Minister Brandvold.", ["Brandvold"]),
    ("de", "Minister Brandvold zur Lage: Präsident Visser St. Petersburg", ["Brandvold", "Visser"]),
    ("de", "Das Amt bestätigte Pauls Teilnahme.", []),
    ("en", "Minister Brandvold left for St. Petersburg and the Côte d'Ivoire.", ["Brandvold"]),
    ("en", "What would Minister Brandvold do Monday?", ["Brandvold"]),
    ("en", "Ambassador Dato' Rahman Yusof met Hj. Apong.", ["Rahman Yusof", "Apong"]),
    ("en", "President Visser met Prince Peter Visser-Holm.", ["Visser", "Peter Visser-Holm"]),
    ("en", "President Pedro Vaz d'Alva spoke. Vaz d'Alva left.", ["Pedro Vaz d'Alva"]),
]


def people(text: str, language: str) -> list[str]:
    doc = spacy.blank(language)(text)
    facts(doc)["published"] = None
    return [person["name"] for person in PeoplePipe(language).find(View(doc, language))]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", WHOLE)
def test_names_are_read_whole(name: str, language: str) -> None:
    for frame in FRAMES[language]:
        assert people(frame.format(name), language) == [name]


@pytest.mark.parametrize(("language", "text", "expected"), NAMES)
def test_names(language: str, text: str, expected: list[str]) -> None:
    assert people(text, language) == expected
