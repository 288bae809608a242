"""Postponed meetings: start and end keep the old date, new_start and new_end have the one it was moved to."""

import datetime as dt

import pytest

from coalition_nlp.records import Meeting, Mention
from coalition_nlp.report.words import meeting_words

from .test_meetings import meetings


def dates(meeting):
    return tuple(meeting[name] for name in ("status", "start", "new_start", "new_end"))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der für den 3. Juni angesetzte Gipfel in Riga ist auf den 20. Juni verschoben worden.", ("2020-06-03", "2020-06-20", "2020-06-20")),
        ("de", "Das Ministertreffen in Riga wird vom 3. auf den 5. Juni verlegt.", ("2020-06-03", "2020-06-05", "2020-06-05")),
        ("de", "Die Konferenz in Tunis, die am 4. Juni beginnen sollte, wurde auf September vertagt.", ("2020-06-04", "2020-09-01", "2020-09-30")),
        ("de", "Ministerin Ann Linde verschob ihren für den 2. Juni geplanten Besuch in Oslo um eine Woche.", ("2020-06-02", "2020-06-09", "2020-06-09")),
        ("de", "Die Gesprächsrunde in Genf wurde auf den 9. und 10. Juni vertagt.", (None, "2020-06-09", "2020-06-10")),
        ("de", "Die Gespräche zwischen Norwegen und Schweden sind bis zum 8. Juni ausgesetzt.", (None, "2020-06-08", "2020-06-08")),
        ("de", "Die für den 2. Juni geplante Konferenz in Tunis wurde auf unbestimmte Zeit verschoben.", ("2020-06-02", None, None)),
        ("en", "The summit in Riga was moved from 3 to 5 June 2020.", ("2020-06-03", "2020-06-05", "2020-06-05")),
        ("en", "The talks in Geneva planned for 2 June have been postponed until 5 July.", ("2020-06-02", "2020-07-05", "2020-07-05")),
        ("en", "The ministerial meeting in Rome, planned for 12 June, has been rescheduled for 3 July.", ("2020-06-12", "2020-07-03", "2020-07-03")),
        ("en", "The conference in Tunis planned for 4 June was postponed.", ("2020-06-04", None, None)),
    ],
)  # fmt: skip
def test_old_and_new_date(language, text, expected):
    assert [dates(m) for m in meetings(language, text)] == [("postponed", *expected)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Treffen am Montag in Oslo soll bis Mittwoch dauern."),
        ("de", "Die Konferenz in Tunis am 4. Juni wurde in ein Hotel verlegt."),
        ("en", "The talks in Geneva on 2 June will last until 5 June."),
    ],
)
def test_what_goes_on_until_a_day_was_not_moved(language, text):
    assert [(m["status"] == "postponed", m["new_start"]) for m in meetings(language, text)] == [(False, None)]


def test_a_later_mention_with_the_new_date_is_the_same_meeting():
    text = (
        "Der Gipfel in Riga wurde vom 14. auf den 16. Juni verschoben. Am 16. Juni werden die Präsidenten "
        "in Riga zu dem Gipfel erwartet."
    )
    assert [dates(m) for m in meetings("de", text)] == [("postponed", "2020-06-14", "2020-06-16", "2020-06-16")]


def test_off_is_said_of_the_object_of_the_infinitive():
    text = "Die Minister beschlossen am Montag auf einer Sitzung in Riga, die Hilfen auszusetzen."
    assert [m["status"] for m in meetings("de", text)] == ["held"]


def test_the_new_date_in_words():
    spot = Mention(text="talks", start=0, end=5, sentence=0)
    meeting = Meeting(
        id="e1", trigger=spot, evidence=spot, rule="noun:talks", kind="talks", status="postponed",
        start=dt.date(2020, 6, 2), new_start=dt.date(2020, 7, 5), new_end=dt.date(2020, 7, 6),
    )  # fmt: skip
    assert meeting_words(meeting) == "postponed talks, 2020-06-02, moved to 2020-07-05 to 2020-07-06"
    plain = meeting.model_copy(update={"new_start": None, "new_end": None})
    assert meeting_words(plain) == "postponed talks, 2020-06-02"
