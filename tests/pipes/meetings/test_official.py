"""Official releases: journeys with stops, the event a text was spoken at, delegations and lists of countries."""

from __future__ import annotations

import datetime as dt

import pytest

import coalition_nlp
from coalition_nlp.records import Meeting

PUBLISHED = dt.date(2016, 7, 1)


def meetings(text: str, language: str = "en") -> list[Meeting]:
    return list(coalition_nlp.extract(text, language=language, published=PUBLISHED).meetings)


def names(meeting: Meeting, role: str | None = None) -> set[str]:
    return {
        str(p.entity.id if p.entity.kind == "country" else p.entity.name)
        for p in meeting.participants
        if role is None or p.role == role
    }


def test_stops_share_place_and_days() -> None:
    journey, oslo, bonn = meetings(
        "Foreign Minister Anna Lind will travel to Oslo from July 5 to 6. She will meet with President Karl Berg. "
        "The minister will continue to Bonn on July 7. She will meet with Chancellor Paul Grant."
    )
    assert (journey.kind, journey.city, journey.start, journey.end) == (
        "visit", None, dt.date(2016, 7, 5), dt.date(2016, 7, 7)
    )  # fmt: skip
    assert (oslo.city, oslo.start, oslo.end) == ("Oslo", dt.date(2016, 7, 5), dt.date(2016, 7, 6))
    assert (bonn.city, bonn.start) == ("Bonn", dt.date(2016, 7, 7))
    assert names(bonn) == {"Anna Lind", "Paul Grant"}


def test_to_continue_is_not_to_travel() -> None:
    found = meetings("Foreign Minister Anna Lind will continue to support the peace process in Oslo.")
    assert [m for m in found if m.kind == "visit"] == []


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Remarks With Norwegian Foreign Minister Karl Berg Before Their Meeting", "planned"),
        ("Remarks With Norwegian Foreign Minister Karl Berg After Their Meeting", "held"),
        ("Remarks With Norwegian Foreign Minister Karl Berg at the Energy Conference", "ongoing"),
    ],
)
def test_the_event_a_text_is_spoken_at(title: str, status: str) -> None:
    text = (
        f"{title}\n\nAnna Lind, Secretary of State\n\nOslo, Norway\n\n"
        "SECRETARY LIND: Good morning. Thank you, Ambassador Paul Grant, for having us. We have much to do in the region, "
        "and there is hardly any time left for long speeches this morning."
    )
    (event, *_) = meetings(text)
    assert (event.status, event.city, event.start) == (status, "Oslo", PUBLISHED)
    assert names(event) >= {"Karl Berg", "Paul Grant"}


def test_a_report_is_no_event() -> None:
    found = meetings("Remarks about the weather\n\nThe minister liked the rain, and he said so in the morning.")
    assert found == []


def test_one_word_for_several_meetings() -> None:
    found = meetings("The ministers recalled their previous talks in Oslo in February and in Bonn in June.")
    assert [(m.city, m.start and m.start.month) for m in found] == [("Oslo", 2), ("Bonn", 6)]


def test_countries_in_brackets_behind_a_group() -> None:
    (meeting,) = meetings(
        "A meeting of the Six (Chad, Mali, Niger, Togo, Benin and Ghana) and Gabon took place in Rome on Monday."
    )
    assert names(meeting) >= {"TD", "ML", "NE", "TG", "BJ", "GH", "GA"}


def test_leaders_of_delegations() -> None:
    (meeting,) = meetings(
        "The delegations of Malta, led by Minister Anna Lind, and of Cyprus, led by Minister Paul Grant, met in Rome on Monday."
    )
    assert names(meeting) >= {"Anna Lind", "Paul Grant"}


def test_who_takes_part_by_video_makes_no_meeting_of_its_own() -> None:
    (meeting,) = meetings(
        "Minister Ken White joined the ministerial meeting in Rome on Tuesday by video conference, and Malta was not represented."
    )
    assert meeting.format == "hybrid"
    assert names(meeting, "absent") == {"MT"}


def test_all_hosts_of_a_row() -> None:
    (meeting,) = meetings(
        "Minister Ken White attended a conference on Mali, co-hosted by President Karl Berg and President Paul Grant, in Rome on Monday."
    )
    assert names(meeting, "host") == {"Karl Berg", "Paul Grant"}


@pytest.mark.parametrize(
    ("text", "city", "who"),
    [
        # ahead of a conference elsewhere: the talks are not there
        (
            "Foreign Minister Anna Lind visited Oslo on June 30. Ahead of the Bonn conference later this month, "
            "the minister met with President Karl Berg.",
            "Oslo",
            {"Anna Lind", "Karl Berg"},
        ),
        # what was spoken of was not there
        (
            "Foreign Minister Anna Lind met with President Karl Berg in Oslo to discuss regional threats, including Iran.",
            "Oslo",
            {"Anna Lind", "Karl Berg"},
        ),
        (
            "The text below was issued by the Governments of Brazil, Canada and Norway following their meeting in Oslo.",
            "Oslo",
            {"BR", "CA", "NO"},
        ),
    ],
)
def test_who_meets_where(text: str, city: str, who: set[str]) -> None:
    talks = next(m for m in meetings(text) if m.kind == "talks")
    assert (talks.city, names(talks)) == (city, who)


def test_cities_with_their_countries_are_stops() -> None:
    (tour,) = meetings("Foreign Minister Anna Lind will travel to Oslo, Norway, and Bonn, Germany, July 10-14.")
    assert (tour.kind, tour.city) == ("visit", None)
    (visit,) = meetings("Foreign Minister Anna Lind will travel to Oslo, Norway, July 10-14.")
    assert visit.city == "Oslo"


def test_those_who_accompany_are_there() -> None:
    (talks,) = meetings(
        "Foreign Minister Anna Lind will travel to Oslo on July 10 to meet with President Karl Berg. "
        "Deputy Minister Paul Grant will accompany her."
    )
    assert names(talks) == {"Anna Lind", "Karl Berg", "Paul Grant"}


def test_the_event_on_whose_margins_they_met() -> None:
    talks, summit = meetings(
        "Foreign Minister Anna Lind met President Karl Berg today on the sidelines of the NATO summit in Madrid."
    )
    assert names(talks) == {"Anna Lind", "Karl Berg"}
    assert (summit.kind, summit.group, names(summit)) == ("summit", "NATO", set())


def test_journeys_back_and_home() -> None:
    head = "Swedish Foreign Minister Anna Lind will meet President Karl Berg in Bonn on July 12. She will return to "
    assert [m.kind for m in meetings(head + "Oslo on July 14.")] == ["talks", "visit"]
    assert [m.kind for m in meetings(head + "Stockholm on July 14.")] == ["talks"]
