"""Who a record names: cut groups, titles of persons named beside them, whom a pronoun can mean; calls and later talks."""

import pytest

from .test_meetings import meetings, names
from .test_news_prose import countries


def groups(meeting):
    return sorted(p["entity"]["name"] for p in meeting["participants"] if p["entity"]["kind"] == "group")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # who leads the delegation is named; the delegation of others is a side
        ("en", "Minister Ann Linde will travel to Rome on May 7, where she will lead the delegation to the Energy Dialogue.", []),
        ("en", "Foreign Minister Ann Linde met members of a delegation from Rakhine in Rome on Monday.",
         ["members of a delegation from Rakhine"]),
        # a title that takes up those named before; one without them stays
        ("de", "Außenministerin Ann Linde und Außenminister Jeppe Kofod trafen sich am Montag in Rom. Die Außenminister berieten bei dem Treffen zwei Stunden.", []),
        ("de", "Am Montag kamen in Rom die Außenminister der G7 zusammen.", ["Außenminister der G7"]),
    ],
)  # fmt: skip
def test_groups(language, text, expected):
    assert groups(meetings(language, text)[-1]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # "the ministers of A and B, X and Y": those two, no further sides
        ("de", "Die Außenminister Norwegens und Chiles, Espen Barth Eide und Alberto van Klaveren, sind am Montag in Rom zusammengetroffen.", []),
        # a longer list of states stays whole
        ("de", "Die Außenminister Norwegens, Perus und Chiles sind am Montag in Rom zusammengetroffen.", ["CL", "NO", "PE"]),
    ],
)  # fmt: skip
def test_states_of_those_named(language, text, expected):
    assert countries(meetings(language, text)[0]) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # "er" is not the woman of whom the sentence before speaks
        ("de", "Ministerpräsidentin Mette Frederiksen traf am Montag Präsident Gabriel Boric in Rom. Frederiksen lobte ihn sehr. "
               "Zuvor hatte er mit Premierminister Jonas Gahr Störe telefoniert.", ["Gabriel Boric", "Jonas Gahr Störe"]),
        # "sie" is
        ("de", "Ministerpräsidentin Mette Frederiksen traf am Montag Präsident Gabriel Boric in Rom. Frederiksen lobte ihn sehr. "
               "Zuvor hatte sie mit Premierminister Jonas Gahr Störe telefoniert.", ["Jonas Gahr Störe", "Mette Frederiksen"]),
        # no form of address tells: whoever the sentence before is about
        ("en", "Minister Kim Berg arrived in Rome on Monday. She met President Gabriel Boric.", ["Gabriel Boric", "Kim Berg"]),
    ],
)  # fmt: skip
def test_pronouns_agree(language, text, expected):
    assert names(meetings(language, text)[-1], "attendee") == expected


def test_who_only_comments_further_on_was_not_there():
    text = (
        "Vertreter der Rebellen haben am Montag in Rom mit der Regierung von Peru verhandelt. Es gab keine Einigung. "
        "Das sagte der Berater Ole Berg."
    )
    assert "Ole Berg" not in names(meetings("de", text)[0], "attendee")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # what two agree on in a call is another meeting
        ("en", "Foreign Minister Ann Linde spoke by phone today with Foreign Minister Jeppe Kofod. They agreed to meet in Rome later this month.",
         [("call", "held", None), ("talks", "planned", "Rome")]),
        ("en", "Foreign Minister Ann Linde met Foreign Minister Jeppe Kofod in Oslo today. The talks in Oslo lasted an hour.",
         [("talks", "held", "Oslo")]),
        # struck from the programme; "strich heraus" is a verb of saying
        ("de", "Außenministerin Ann Linde strich am Montag eine geplante Zusammenkunft mit Minister Jeppe Kofod.", [("talks", "cancelled", None)]),
        ("de", "Außenministerin Ann Linde strich am Montag nach einem Treffen mit Minister Jeppe Kofod in Rom die Erfolge heraus.",
         [("talks", "held", "Rome")]),
    ],
)  # fmt: skip
def test_calls_and_what_comes_of_them(language, text, expected):
    assert [(m["kind"], m["status"], m["city"]) for m in meetings(language, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two of one word in a row: each with its own day and place
        ("They recalled the Oslo Summit on 13 January 2020 and the Energy Summit in Rome on 25 February 2020.",
         [("2020-01-13", "Oslo"), ("2020-02-25", "Rome")]),
        # one of them only
        ("They recalled the Energy Summit in Rome on 25 February 2020 and its declaration.", [("2020-02-25", "Rome")]),
    ],
)  # fmt: skip
def test_two_in_a_row(text, expected):
    assert [(m["start"], m["city"]) for m in meetings("en", text)] == expected


def test_stops_with_their_talks():
    text = (
        "Minister Ann Linde will visit Oslo, Norway, on May 3. In her meetings with government officials and business "
        "leaders, she will discuss trade. On May 5, Minister Linde will travel to Rome. In her meetings with federal "
        "officials, she will discuss security."
    )
    found = [(m["kind"], m["city"], "Ann Linde" in names(m, "attendee")) for m in meetings("en", text)]
    assert found[-2:] == [("talks", "Oslo", True), ("talks", "Rome", True)]
