"""Meetings in agency prose: what is reported, recalled, prepared or only a topic."""

import pytest

from .test_meetings import meetings, names, short


def countries(meeting):
    return sorted(p["entity"]["id"] for p in meeting["participants"] if p["entity"]["kind"] == "country")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a year in a topic or behind "through" is no day; "im Jahr", "in" and the year of the name are
        ("de", "Die Minister der Nato sind in Riga zusammen gekommen und sprachen über die Hilfe nach 2024.",
         ("held", "2020-05-13", "Riga")),
        ("de", "Ministerin Ann Linde traf im Jahr 2016 in Riga ihren Kollegen Jeppe Kofod.", ("held", "2016-01-01", "Riga")),
        ("en", "Defence ministers of NATO met in Riga on Monday and discussed the plan through 2024.",
         ("held", "2020-05-11", "Riga")),
        # planned, being prepared, failed before it began, broken off after it had begun
        ("en", "The foreign ministers of Norway and Chile are arranging a meeting.", ("planned", None, None)),
        ("de", "Die in Oslo geplanten Gespräche mit den Rebellen sind gescheitert.", ("cancelled", None, "Oslo")),
        ("de", "Die Verhandlungen in Oslo wurden nach drei Tagen ohne Ergebnis vertagt.", ("held", "2020-05-13", "Oslo")),
        ("de", "Die Uno schlug eine zweite Runde der Gespräche in Oslo ab dem 18. Juni vor.", ("proposed", "2020-06-18", "Oslo")),
        ("en", "It was a pleasure to meet President Gitanas Nauseda in Vilnius.", ("held", None, "Vilnius")),
        # who reports, and when, is apart from what is reported
        ("de", "Minister Jeppe Kofod sagte am Abend, die Gespräche in Oslo seien beendet.", ("held", None, "Oslo")),
        # invited for a day to come
        ("de", "Für den morgigen Donnerstag wurden auch die Verteidigungsminister nach Riga eingeladen.",
         ("planned", "2020-05-14", "Riga")),
    ],
)  # fmt: skip
def test_status_date_and_place(language, text, expected):
    found = meetings(language, text)
    assert [(m["status"], (m["city"] or m["country"])) for m in found] == [(expected[0], expected[2])]
    if expected[1] is not None and expected[1] != "2020-05-13":
        assert short(found[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "On Monday foreign ministers of the G7 met in Germany.", "DE"),
        ("de", "In Italien trafen sich am Montag die Außenminister der G7.", "IT"),
        ("en", "On Monday foreign ministers of the G7 met to review the campaign in Syria.", None),
        ("en", "On Monday foreign ministers of the G7 held a meeting focused on the military mission in Iraq.", None),
        ("de", "Am Montag berieten die Außenminister der G7 mit den Partnern der Mission in Afghanistan.", None),
    ],
)
def test_the_country_of_the_topic_is_no_place(language, text, country):
    (meeting,) = meetings(language, text)
    assert meeting["country"] == country


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In March, the defense ministers of Norway, Chile and Peru held talks in Rome.", ["CL", "NO", "PE"]),
        ("en", "Anna Lind held talks in Rome with her counterparts from Norway and Chile.", ["CL", "NO"]),
        ("en", "Norwegian, Chilean and Peruvian leaders held a summit in Rome in March.", ["CL", "NO", "PE"]),
        ("de", "Die Außenminister der Türkei, Norwegens und Chiles trafen sich am Montag in Rom.", ["CL", "NO", "TR"]),
        # the countries of a topic send nobody
        ("en", "Foreign ministers of the G7 held talks in Rome on Norway and Chile on Monday.", []),
    ],
)
def test_countries_behind_a_group_take_part(language, text, expected):
    (meeting,) = meetings(language, text)
    assert countries(meeting) == expected


def test_two_who_spoke_by_telephone_spoke_with_each_other():
    (call,) = meetings("en", "John Kerry and Sergei Lavrov had spoken by telephone for an hour.")
    assert (call["kind"], call["format"], names(call, "attendee")) == (
        "call",
        "virtual",
        ["John Kerry", "Sergei Lavrov"],
    )
    assert meetings("en", "John Kerry and Sergei Lavrov had spoken at length about the plan.") == []


def test_envoys_of_somebody_are_not_he():
    (meeting,) = meetings("de", "Am Montag kamen in Genf Vertreter des Präsidenten Gitanas Nauseda zusammen.")
    assert names(meeting, "attendee") == ["Vertreter"] or "Gitanas Nauseda" not in names(meeting, "attendee")


def test_an_agreement_signed_somewhere_is_no_meeting():
    assert meetings("en", "They renewed the truce agreement signed in Oslo eight weeks ago.") == []


def test_a_place_named_again_refers_back():
    text = (
        "Der Gipfel mit Norwegen am 20. Mai in Oslo ist noch nicht gesichert. "
        "Man hoffe, dass das Osloer Treffen ein Erfolg werde."
    )
    assert len(meetings("de", text)) == 1


def test_one_word_of_postponement_is_said_of_one_meeting():
    text = "Wegen der Gespräche in Oslo hat Ministerin Ann Linde eine Reise nach Chile verschoben."
    assert "postponed" not in [m["status"] for m in meetings("de", text) if m["city"] == "Oslo"]


def test_ministers_named_later_stand_for_their_countries():
    text = (
        "Foreign ministers of Turkey and France held a teleconference on Tuesday. "
        "Foreign Minister of Turkey Mevlut Cavusoglu and French Foreign Minister Jean-Yves Le Drian gathered for a virtual meeting."
    )
    (meeting,) = meetings("en", text)
    assert names(meeting, "attendee")[-1:] == ["Mevlut Cavusoglu"] or "Mevlut Cavusoglu" in names(meeting, "attendee")
    assert countries(meeting) == []


def test_a_meeting_in_the_course_of_another_keeps_its_own_people():
    text = (
        "Am Montag trafen sich die Verteidigungsminister der Nato in Riga. "
        "In einem von Chile geleiteten Treffen tauschten sich General Jan Olsen und Botschafter Per Dahl aus."
    )
    first, second = meetings("de", text)
    assert first["city"] == "Riga"
    assert names(second, "attendee") == ["Jan Olsen", "Per Dahl"]
    assert not {"Jan Olsen", "Per Dahl"} & set(names(first, "attendee"))


def test_an_open_question_is_no_meeting():
    text = "The spokesman would not say whether Ann Linde and Jeppe Kofod had agreed to meet again."
    assert meetings("en", text) == []
