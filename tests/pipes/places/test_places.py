"""Places: which words are one, which are not, and which place is meant."""

import re

import pytest
import spacy

from coalition_nlp.knowledge.places import gazetteer


def places(language, text, *, people=(), countries=True):
    nlp = spacy.blank(language)
    if countries:
        nlp.add_pipe("coalition_countries")
    nlp.add_pipe("coalition_places")
    doc = nlp.make_doc(text)
    from coalition_nlp.pipes.base import facts

    facts(doc)["people"] = [
        {"id": f"p{i}", "name": name, "mentions": [{"start": m.start(), "end": m.end()}]}
        for i, name in enumerate(people)
        for m in re.finditer(name, text)
    ]
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return [
        (p["name"], p["country"], p["reading"], [text[m["start"] : m["end"]] for m in p["mentions"]])
        for p in facts(doc)["places"]
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Gast flog nach Den Haag und Mailand.", [("The Hague", "NL"), ("Milan", "IT")]),
        ("de", "In Mossul und Rakka wurde gekämpft.", [("Mosul", "IQ"), ("Raqqa", "SY")]),
        ("de", "Die Genfer Gespräche stocken.", [("Geneva", "CH")]),
        ("de", "Die Astana-Gespräche stocken.", [("Astana", "KZ")]),
        ("de", "Der Emir empfing ihn in Kuwait-Stadt.", [("Kuwait City", "KW")]),
        ("de", "Im nordirakischen Erbil fielen Schüsse.", [("Erbil", "IQ")]),
        ("de", "Teherans Unterhändler reisten nach Maskat.", [("Tehran", "IR"), ("Muscat", "OM")]),
        ("de", "Sie liegt in Essen.", [("Essen", "DE")]),
        ("en", "They flew to Washington, D.C., on Monday.", [("Washington", "US")]),
        ("en", "Fighting continued in the Donbas and near Kherson.", [("Donbas", "UA"), ("Kherson", "UA")]),
        ("en", "The Hague is quiet.", [("The Hague", "NL")]),
    ],
)
def test_finds(language, text, expected):
    assert [found[:2] for found in places(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Essen war gut."),
        ("de", "Im Mai und im Norden blieb es ruhig."),
        ("de", "Die Union will das nicht."),
        ("de", "Er hat Mut und eine Mission."),
        ("en", "Police said the Mission of the Union was over."),
        ("en", "Most of the Reading was done."),
    ],
)
def test_counter_examples(language, text):
    assert places(language, text) == []


def test_no_place_inside_a_person():
    assert places("en", "Mary Cairo spoke in Cairo.", people=["Mary Cairo"])[0][3] == ["Cairo"]


@pytest.mark.parametrize("text", ["The question went to Haldane.", "Tom Ashford flew from Ashford."])
def test_no_small_town_with_the_name_of_somebody_in_the_text(text):
    assert places("en", f"Ireland and Britain: {text}", people=["Tom Ashford"]) == []


def test_no_small_town_with_the_name_of_an_office_holder():
    assert places("en", "In Washington they spoke to Clinton, in Japan to Obama.") == [
        ("Washington", "US", "place", ["Washington"])
    ]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The delegation left Tripoli at noon.", "LY"),
        ("Lebanon sent troops to Tripoli.", "LB"),
        ("They met in Tripoli, Lebanon, far from Libya.", "LB"),
        ("Canada sent a minister to London.", "GB"),
    ],
)
def test_the_text_decides_which(text, country):
    assert [p[1] for p in places("en", text)] == [country]


@pytest.mark.parametrize(
    ("language", "text", "reading"),
    [
        ("de", "Moskau wies die Vorwürfe zurück.", "government"),
        ("de", "Die Regierung in Bagdad stimmte zu.", "government"),
        ("de", "Moskaus harte Haltung überrascht nicht.", "government"),
        ("de", "Moskaus Straßen sind leer.", "place"),
        ("de", "Die EU verschärft die Sanktionen gegen Moskau.", "government"),
        ("de", "In Moskau schneite es.", "place"),
        ("en", "Athens' position is unchanged.", "government"),
        ("en", "Athens' beaches are crowded.", "place"),
        ("en", "Moscow rejected the claims.", "government"),
        ("en", "It snowed in Moscow.", "place"),
    ],
)
def test_reading(language, text, reading):
    assert [p[2] for p in places(language, text)] == [reading]


def test_capitals_joined_with_a_government_are_governments():
    found = places("de", "Seoul, Paris und Tokio beschlossen Strafen. In Oslo und Rom verlangte niemand etwas.")
    assert {p[0]: p[2] for p in found} == {
        "Seoul": "government", "Paris": "government", "Tokyo": "government", "Oslo": "place", "Rome": "place",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Austria's chancellor spoke in Vienna.", "AT"),
        ("The talks in Vienna, Virginia, ended.", "US"),
        ("The talks in Vienna failed, the United States said.", "AT"),
        ("India's minister landed in Hyderabad.", "IN"),
        ("Pakistan's army marched into Hyderabad.", "PK"),
        ("Hyderabad was calm.", "IN"),
        ("Greece closed the port near Athens.", "GR"),
        ("The United States sent an envoy to Athens.", "GR"),
        ("Egypt opened a harbour in Alexandria.", "EG"),
        ("Libya's government returned to Tripoli.", "LY"),
        ("Lebanese soldiers patrol in Tripoli.", "LB"),
    ],
)
def test_the_reading_of_towns_with_namesakes(text, country):
    assert {p[1] for p in places("en", text)} == {country}


def test_gazetteer_prefers_the_larger():
    assert gazetteer().find("Paris").country == "FR"
    assert gazetteer().find("Paris", "US").country == "US"
    assert gazetteer().find("Nowhere at all") is None
