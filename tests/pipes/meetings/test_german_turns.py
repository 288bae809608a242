"""Turns of German reports: visits that have begun, calls of third parties, councils that decide, meetings arranged; counter-examples beside."""

import re

import pytest

from coalition_nlp.pipes.meetings.attributes import of_another_noun
from coalition_nlp.pipes.meetings.patterns import compiled

from .test_meetings import meetings

PUBLISHED = "2020-05-13"  # a Wednesday


def told(text):
    return [(m["kind"], m["status"], m["start"], m["city"]) for m in meetings("de", text, PUBLISHED)]


def people(text, index=-1):
    return sorted(p["entity"]["name"] for p in meetings("de", text, PUBLISHED)[index]["participants"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a visit is on from the arrival
        ("Ministerin Ann Linde traf am Dienstag zu einem Besuch in Riga ein.", [("visit", "ongoing", "2020-05-12", "Riga")]),
        ("Ministerin Ann Linde ist zu einem Kurzbesuch in Riga eingetroffen.", [("visit", "ongoing", None, "Riga")]),
        ("Ministerin Ann Linde war am 3. März zu einem Besuch in Riga eingetroffen.", [("visit", "held", "2020-03-03", "Riga")]),
        ("Ministerin Ann Linde traf am Dienstag in Riga ein.", [("visit", "held", "2020-05-12", "Riga")]),
        # to where the sentence before named
        ("Auf dem Programm steht Riga. Dorthin will Ministerin Ann Linde nächste Woche reisen.", [("visit", "planned", "2020-05-18", "Riga")]),
        # ministers who decide in a city meet there; others decide wherever they are
        ("Die EU-Außenminister beschlossen am Montag in Riga neue Auflagen.", [("ministerial", "held", "2020-05-11", "Riga")]),
        ("Die EU-Außenminister beschlossen am Montag neue Auflagen.", []),
        ("Ministerin Ann Linde beschloss am Montag in Riga neue Auflagen.", []),
        # what others did with the talks is no part in them
        ("Die Verhandlungen wurden von Präsident Egils Levits nach einem Anschlag auf eine Kaserne in Riga eingestellt.", []),
        # to come, though told in the past
        ("In Riga sollten am Donnerstag Gespräche zwischen Norwegen und Island beginnen.", [("talks", "planned", "2020-05-14", "Riga")]),
        # the day on which it was called off
        ("Am Abend sagte Ministerin Ann Linde ihre Reise nach Riga wegen eines Unglücks in einem Bergwerk im Norden des Landes ab.", [("visit", "cancelled", None, "Riga")]),
        # money comes together without a meeting
        ("Wie viel am Dienstag in Riga zusammenkam, blieb offen.", []),
        # no journeys
        ("Laut Diplomatenkreisen in Riga stiegen am Dienstag die Ölpreise.", []),
    ],
)  # fmt: skip
def test_turns(text, expected):
    assert told(text) == expected


def test_a_meeting_arranged_in_a_call_is_one_to_come():
    text = "Ann Linde und Jeppe Kofod haben am Montag telefoniert und ein Treffen im Juni in Riga vereinbart."
    assert told(text) == [("call", "held", "2020-05-11", None), ("talks", "planned", "2020-06-01", "Riga")]
    assert people(text) == ["Ann Linde", "Jeppe Kofod"]


def test_a_third_one_who_calls_the_two_has_a_call_of_his_own():
    text = (
        "Ann Linde und Jeppe Kofod telefonierten am Montag. "
        "Präsident Egils Levits hat sich telefonisch mit Linde und Kofod verständigt."
    )
    assert [m["kind"] for m in meetings("de", text, PUBLISHED)] == ["call", "call"]
    assert people(text, 0) == ["Ann Linde", "Jeppe Kofod"]
    assert people(text) == ["Ann Linde", "Egils Levits", "Jeppe Kofod"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Linde und Jeppe Kofod telefonierten am Montag. Das Gespräch soll am Freitag fortgesetzt werden.", ["Ann Linde", "Jeppe Kofod"]),
        ("Norwegen und Island haben auf einer Geberkonferenz in Riga am Montag Hilfe zugesagt.", ["Iceland", "Norway"]),
        ("Das Abkommen wurde am Montag in Riga im Beisein von Ann Linde und Jeppe Kofod unterzeichnet.", ["Ann Linde", "Jeppe Kofod"]),
        ("Am Montag wurde das Treffen von Ann Linde und Jeppe Kofod in Riga abgesagt.", ["Ann Linde", "Jeppe Kofod"]),
        # at a conference, but not to promise anything
        ("Norwegen und Island waren auf einer Geberkonferenz in Riga am Montag das Thema.", []),
    ],
)  # fmt: skip
def test_who_is_there(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Linde ist in Riga. Er trifft dort am Montag Jeppe Kofod.", True),
        ("Ann Linde ist in Riga. Schon an diesem Montag traf Jeppe Kofod dort ein.", False),
    ],
)
def test_no_pronoun_is_cut_from_a_longer_word(text, expected):
    assert ("Ann Linde" in people(text)) is expected


@pytest.mark.parametrize(
    ("text", "spot", "expected"),
    [
        ("Eine in Riga herausgegebene Erklärung lobte die Gespräche.", "Riga", True),
        ("Eine am Montag von allen Parteien unterzeichnete Erklärung lobte die Gespräche.", "Montag", True),
        ("Die am Montag eröffneten Gespräche dauern an.", "Montag", False),
        ("Am Montag begannen in Riga die Gespräche.", "Riga", False),
    ],
)
def test_times_and_places_of_another_noun(text, spot, expected):
    class Word:
        start, end = re.search("Gespräche", text).span()

    start = text.index(spot)
    assert of_another_noun(text, start, start + len(spot), Word, compiled("de").times) is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am Gipfel in Riga am Montag nahmen Ann Linde und Jeppe Kofod teil. Egils Levits ließ sich durch einen Beamten vertreten."),
        ("de", "Am Gipfel in Riga am Montag nahmen Ann Linde und Jeppe Kofod teil. Egils Levits ließ sich von seiner Ministerin vertreten."),
        ("en", "Ann Linde and Jeppe Kofod attended the summit in Riga on Monday. Egils Levits was represented by an official."),
    ],
)  # fmt: skip
def test_stand_ins_are_where_the_text_names_them(language, text):
    found = [
        p["represented_by"]
        for m in meetings(language, text, PUBLISHED)
        for p in m["participants"]
        if p.get("represented_by")
    ]
    for stand_in in found:
        spot = stand_in["mention"]
        assert 0 <= spot["start"] < spot["end"] <= len(text)
        assert text[spot["start"] : spot["end"]] == stand_in["name"]
