"""Places: seas and regions, Arabic articles, towns with namesakes, capitals that stand for their governments."""

import pytest
import spacy


def places(language, text):
    nlp = spacy.blank(language)
    nlp.add_pipe("coalition_countries")
    nlp.add_pipe("coalition_places")
    return nlp(text)._.coalition["places"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Golf und in der Ägäis üben Schiffe.", ["Persian Gulf", "Aegean Sea"]),
        ("de", "Er spielt Golf.", []),
        ("de", "Auf der koreanischen Halbinsel ist es ruhig.", ["Korean Peninsula"]),
        ("de", "Im Ostchinesischen Meer üben Schiffe.", ["East China Sea"]),
        ("en", "Ships train in the Gulf and the Gulf of Oman.", ["Persian Gulf", "Gulf of Oman"]),
        ("en", "The Atlantic Council wrote of the Pacific.", ["Pacific"]),
        ("en", "Syria: roads into ar-Raqqah are closed.", ["Raqqa"]),
        ("en", "Iraq: most of Ramadi is free.", ["Ramadi"]),
        ("en", "A student of Georgetown University spoke.", []),
        ("en", "TALKS IN GENEVA; KIEV WAITS", ["Geneva", "Kyiv"]),
        ("de", "GESPRÄCHE IN GENF.Moskau wartet ab.", ["Geneva", "Moscow"]),
        ("en", "See www.Moscow.example for it.", []),
    ],
)
def test_finds(language, text, expected):
    assert [found["name"] for found in places(language, text)] == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("They met in Athens, Georgia, in May.", "US"),
        ("They met in Athens, Greece, in May.", "GR"),
        ("They met in Tbilisi, Georgia, in May.", "GE"),
        ("Argentina sent a train to Cordoba.", "AR"),
        ("Spain sent a train to Cordoba.", "ES"),
        ("Chile's president spoke in Santiago.", "CL"),
        ("Guyana invites the region to Georgetown.", "GY"),
        ("Costa Rica invites the region to San José.", "CR"),
    ],
)
def test_the_text_decides_which(text, country):
    assert [found["country"] for found in places("en", text)] == [country]


@pytest.mark.parametrize(
    ("language", "text", "readings"),
    [
        ("de", "Im Mai sagte Pjöngjang ab.", "g"),
        ("de", "Aus Washington hieß es, man prüfe.", "g"),
        ("de", "Neu Delhi hatte Islamabad beschuldigt.", "gg"),
        ("de", "Es gab mildere Töne aus Teheran.", "g"),
        ("de", "Pjöngjangs Willen kennt niemand.", "g"),
        ("de", "Er verließ Paris und besuchte Rom.", "pp"),
        ("de", "Aus Washington kehrte er heim.", "p"),
        ("en", "The envoy told Beijing to wait.", "g"),
        ("en", "She visited Paris and left Rome.", "pp"),
    ],
)
def test_readings(language, text, readings):
    found = sorted(
        (spot["start"], place["reading"][0]) for place in places(language, text) for spot in place["mentions"]
    )
    assert "".join(reading for _, reading in found) == readings


def test_athens_in_georgia_names_no_country():
    nlp = spacy.blank("en")
    nlp.add_pipe("coalition_countries")
    assert nlp("They met in Athens, Georgia.")._.coalition["countries"] == []
    assert [c["alpha2"] for c in nlp("Athens and Georgia agreed.")._.coalition["countries"]] == ["GE"]
