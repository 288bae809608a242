"""How mentions of meetings are told apart and joined, who takes part in which, and why a candidate was rejected."""

import pytest
import spacy

from coalition_nlp.pipes.base import View, facts
from coalition_nlp.pipes.meetings.component import MeetingPipe
from coalition_nlp.pipes.meetings.conflicts import CONFLICTS
from coalition_nlp.pipes.meetings.links import LINKS

from .test_meetings import PIPES, meetings, names, short
from .test_news_prose import countries


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a row of countries or names is not cut by its commas
        ("de", "Mit der Ankunft der Minister begann es. Die Außenminister der USA, Perus, der Türkei und Chiles kamen in Rom zusammen.",
         [["CL", "PE", "TR", "US"]]),
        ("en", "The foreign ministers of Norway, Chile, Peru and Kenya met in Rome on Monday.", [["CL", "KE", "NO", "PE"]]),
        # the sides in brackets behind a forum
        ("de", "Ein Außenministertreffen im Vierer-Format (Norwegen, Chile, Peru und Kenia) ging am Montag in Rom zu Ende.",
         [["CL", "KE", "NO", "PE"]]),
        # a delegation stands for its country; one that is denied was not there
        ("en", "Foreign Minister Ann Linde met the Chilean delegation in Rome on Monday.", [["CL"]]),
        ("de", "Ministerin Ann Linde sprach am Montag in Rom mit der chilenischen Delegation.", [["CL"]]),
        # the subject matter of a meeting sends nobody
        ("en", "Foreign ministers of the G7 held a virtual meeting with partners on Kenya on Monday.", [[]]),
        ("en", "Foreign Minister Ann Linde met Jeppe Kofod in Paris-Saclay, France, on Monday.", [[]]),
    ],
)  # fmt: skip
def test_countries_of_a_row(language, text, expected):
    assert [countries(m) for m in meetings(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a title behind a comma keeps its preposition
        ("en", "Foreign Minister Ann Linde spoke on Monday with Denmark's foreign minister, Jeppe Kofod, about the plan.",
         ["Ann Linde", "Jeppe Kofod"]),
        # the pronoun is the subject, the name its object
        ("de", "Außenministerin Ann Linde reist am Mittwoch nach Chile. Sie trifft dort Präsident Gabriel Boric.",
         ["Ann Linde", "Gabriel Boric"]),
        ("de", "Außenministerin Ann Linde landete in Rom. Zwei Tage später folgt in Prag ein Gespräch mit ihrem Kollegen Jeppe Kofod.",
         ["Ann Linde", "Jeppe Kofod"]),
        # whom another verb has as its object
        ("en", "Foreign Minister Ann Linde held a meeting in Rome on Monday to urge Jeppe Kofod to leave.", ["Ann Linde"]),
    ],
)  # fmt: skip
def test_who_takes_part(language, text, expected):
    last = meetings(language, text)[-1]
    assert names(last, "attendee") == expected


def test_a_tour_has_no_one_city_and_keeps_its_days():
    text = (
        "Foreign Minister Ann Linde will travel to Rome, Oslo, and Prague, June 3-8. "
        "In Oslo, the Minister will meet with Prime Minister Erna Solberg to discuss the needs of the region."
    )
    visit, talks = meetings("en", text)
    assert (visit["kind"], visit["city"], visit["start"]) == ("visit", None, "2020-06-03")
    assert (talks["city"], names(talks, "attendee")) == ("Oslo", ["Ann Linde", "Erna Solberg"])


def test_a_journey_with_a_day_of_its_own_beside_the_meeting():
    text = (
        "Foreign Minister Ann Linde will travel to Italy on June 3 to join ministers for the Rome Conference on June 4."
    )
    assert [(m["kind"], m["start"]) for m in meetings("en", text)] == [
        ("visit", "2020-06-03"),
        ("ministerial", "2020-06-04"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        # two in one sentence, by a word of sequence
        ("de", "Nach einem Treffen mit Ann Linde in Rom sind für Montag Gespräche mit Jeppe Kofod in Prag geplant.", 2),
        ("en", "Ann Linde met Jeppe Kofod in Rome on Monday ahead of the G7 summit in Prague.", 2),
        # what came before is another one; told again it is the same
        ("de", "Präsident Gabriel Boric und Präsidentin Ann Linde haben sich am Montag in Rom getroffen. "
               "Boric hatte Linde bereits im März in Oslo getroffen.", 2),
        ("de", "Präsident Gabriel Boric und Präsidentin Ann Linde haben sich am Montag beraten. Bei dem Telefonat ging es um Geld.", 1),
        # the title tells what the text tells
        ("en", "Talks in Rome\n\nForeign Minister Ann Linde and Foreign Minister Jeppe Kofod met in Rome on Monday.", 1),
        # "das war das erste Treffen": the one told of
        ("de", "Die Außenminister der Nato trafen sich am Montag in Rom. Es war das erste Treffen seit einem Jahr.", 1),
        ("en", "On Saturday ministers of the G7 met in Rome. The Saturday talks lasted two hours.", 1),
        # two words of meeting side by side
        ("en", "The plenary session of the conference took place in Rome on Monday.", 1),
    ],
)  # fmt: skip
def test_one_or_two(language, text, count):
    assert len(meetings(language, text)) == count


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the day of something else
        ("de", "Ann Linde besucht nach dem Erdbeben am 15. April Chile. Der Besuch beginnt am 3. Juni.", ("planned", "2020-06-03", "CL")),
        ("en", "Ministers of the G7 met in Rome on Monday to support elections in December.", ("held", "2020-05-11", "Rome")),
        ("de", "Präsidentin Ann Linde traf Gabriel Boric in Rom, das erste Mal seit ihrem Amtsantritt im April.", ("held", None, "Rome")),
        # the place of what is spoken of
        ("de", "Die Außenminister der G7 kamen am Montag wegen der Lage in Aleppo in Rom zusammen.", ("held", "2020-05-11", "Rome")),
        # what is planned for a month gone by is planned for the next year
        ("de", "Der für Februar geplante Nato-Gipfel in Rom ist das große Thema.", ("planned", "2021-02-01", "Rome")),
        # the attribute says it
        ("en", "The planned summit in Rome on June 3 is the talk of the town.", ("planned", "2020-06-03", "Rome")),
    ],
)  # fmt: skip
def test_when_and_where(language, text, expected):
    (found,) = meetings(language, text)
    day = expected[1] if expected[1] is not None else found["start"]
    assert short(found) == (expected[0], day, expected[2])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am Montag berieten die Außenminister der Nato in Oslo. Präsident Gabriel Boric wurde per Video zugeschaltet."),
        ("en", "The conference opened in Oslo on Monday. President Gabriel Boric addressed the conference by video link from Lima."),
    ],
)  # fmt: skip
def test_somebody_joins_from_afar(language, text):
    (meeting,) = meetings(language, text)
    assert (meeting["format"], meeting["city"]) == ("hybrid", "Oslo")
    assert "Gabriel Boric" in names(meeting, "attendee")


def test_invited_to_which():
    text = "On Wednesday Ann Linde will travel to Rome for the meeting of the group, to which Jeppe Kofod has invited the ministers."
    (meeting,) = meetings("en", text)
    assert meeting["host"]["name"] == "Jeppe Kofod"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mit dem Eintreffen der Minister in Rom rechnet am Montag niemand."),
        ("de", "Ein Treffen mit Präsident Gabriel Boric ist am Montag in Rom nicht geplant."),
        ("de", "In der Vorrunde gewann die Mannschaft am Montag in Rom."),
        ("en", "Our German hosts in Rome were very kind on Monday."),
    ],
)
def test_only_looks_like_a_meeting(language, text):
    assert meetings(language, text) == []


def test_every_candidate_says_why():
    nlp = spacy.blank("en")
    for name in PIPES:
        nlp.add_pipe(f"coalition_{name}")
    text = "The ministers met in Rome on Monday. The meeting lasted an hour. They meet every year. There was no summit in Oslo."
    doc = nlp.make_doc(text)
    facts(doc)["published"] = "2020-05-13"
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    rows = MeetingPipe("en").explain(View(doc, "en"))
    told = [(text[r["mention"]["start"] : r["mention"]["end"]], r["reason"], r["record"] is not None) for r in rows]
    assert told == [
        ("met", "a meeting of its own", True),
        ("meeting", "the word refers back", True),
        ("meet", "a habit", False),
        ("summit", "denied", False),
    ]


def test_reasons_are_named_once():
    reasons = [name for name, _ in (*CONFLICTS, *LINKS)]
    assert len(reasons) == len(set(reasons))


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        # nobody is named, but day and place are
        ("de", "Die Minister trafen sich am Montag in Rom.", 1),
        ("de", "Die Minister trafen sich regelmäßig.", 0),
        # the first of two days is a day, not a span in which something else lies
        ("en", "The leaders of the group are to meet on the island on 15 and 16 November.", 1),
        ("en", "The leaders of the group met to prepare elections in December.", 0),
    ],
)
def test_day_and_place_tie_it_to_one_meeting(language, text, count):
    assert len(meetings(language, text)) == count
