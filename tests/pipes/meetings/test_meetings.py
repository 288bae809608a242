"""Meetings: one record a meeting, with date, place, people and status; counter-examples beside each group."""

from functools import cache

import pytest
import spacy

from coalition_nlp.languages import rules
from coalition_nlp.pipes.base import facts
from coalition_nlp.pipes.meetings.models import NounRules, VerbRules

PIPES = ("sentences", "times", "countries", "people", "organizations", "places", "meetings")


@cache
def pipeline(language):
    nlp = spacy.blank(language)
    for name in PIPES:
        nlp.add_pipe(f"coalition_{name}")
    return nlp


def meetings(language, text, published="2020-05-13"):
    nlp = pipeline(language)
    doc = nlp.make_doc(text)
    facts(doc)["published"] = published
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return facts(doc)["meetings"]


def short(meeting):
    return meeting["status"], meeting["start"], meeting["city"] or meeting["country"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Außenministerin Ann Linde traf am Montag in Oslo ihren Kollegen Jeppe Kofod.", ("held", "2020-05-11", "Oslo")),
        ("de", "Der Gipfel der Nato soll am 3. Juni in Prag stattfinden.", ("planned", "2020-06-03", "Prague")),
        ("de", "Die für Dienstag geplante Konferenz in Tunis wurde abgesagt.", ("cancelled", "2020-05-19", "Tunis")),
        ("de", "Das für den 4. Juni geplante Ministertreffen in Riga wird verschoben.", ("postponed", "2020-06-04", "Riga")),
        ("de", "Seit heute verhandeln in Genf Vertreter beider Lager.", ("ongoing", "2020-05-13", "Geneva")),
        ("de", "Ein zweites Gipfeltreffen könnte im Juli in Wien folgen.", ("proposed", "2020-07-01", "Vienna")),
        ("en", "Defence ministers of the G7 met in Rome on Monday.", ("held", "2020-05-11", "Rome")),
        ("en", "Foreign Minister Ann Linde will meet her counterpart Jeppe Kofod in Oslo on 3 June.", ("planned", "2020-06-03", "Oslo")),
        ("en", "The conference in Tunis planned for 20 May has been called off.", ("cancelled", "2020-05-20", "Tunis")),
        ("en", "The ministerial meeting in Riga planned for 4 June was postponed.", ("postponed", "2020-06-04", "Riga")),
        ("en", "Talks between the two sides are under way in Geneva.", ("ongoing", None, "Geneva")),
    ],
)  # fmt: skip
def test_status_date_and_place(language, text, expected):
    assert [short(m) for m in meetings(language, text)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Regierung muss bald eine Entscheidung treffen."),
        ("de", "Die Koalition trifft sich jede Woche in Berlin."),
        ("de", "Zu einem Gespräch mit der Opposition kam es nicht."),
        ("de", "Sie zeigte Gesprächsbereitschaft und lobte den Verhandlungspartner."),
        ("de", "Eine Rakete hat am Montag in Homs ein Haus getroffen."),
        ("en", "We must meet the targets set in Paris."),
        ("en", "The working groups meet regularly in Brussels."),
        ("en", "The company gathered information in London."),
        ("en", "There was no meeting in Rome."),
        ("en", "Foreign Minister Ann Holm wants to end the war in Mali at the negotiating table with the rebels."),
    ],
)
def test_no_meeting(language, text):
    assert meetings(language, text) == []


def names(meeting, role):
    return sorted(p["entity"]["name"] for p in meeting["participants"] if p["role"] == role)


def test_represented_by_somebody_without_a_name():
    text = "The foreign ministers met in Bonn on Friday. Sweden's Ann Linde was represented by an official."
    (meeting,) = meetings("en", text)
    assert names(meeting, "absent") == ["Ann Linde"]
    assert names(meeting, "representative") == []


def test_absent_and_represented():
    text = (
        "Am Dienstag berieten die Außenminister der EU in Brüssel. "
        "Außenminister Jeppe Kofod ließ sich von Staatssekretär Lars Holm vertreten."
    )
    (meeting,) = meetings("de", text)
    assert names(meeting, "absent") == ["Jeppe Kofod"]
    assert names(meeting, "representative") == ["Lars Holm"]
    stand_in = [p["represented_by"]["name"] for p in meeting["participants"] if p.get("represented_by")]
    assert stand_in == ["Lars Holm"]


def test_a_later_mention_joins_and_another_date_does_not():
    text = "The foreign ministers of the G7 met in Rome on Monday. The meeting lasted two hours. The last summit was held in Oslo in March."
    found = meetings("en", text)
    assert [(len(m["mentions"]), m["city"]) for m in found] == [(2, "Rome"), (1, "Oslo")]


def test_a_journey_for_a_meeting_is_one_record():
    text = "Foreign Minister Ann Linde will travel to Vilnius on 3 June to meet with President Gitanas Nauseda."
    (meeting,) = meetings("en", text)
    assert meeting["kind"] == "talks"
    assert (meeting["city"], meeting["start"]) == ("Vilnius", "2020-06-03")
    assert sorted(p["entity"]["name"] for p in meeting["participants"]) == ["Ann Linde", "Gitanas Nauseda"]


def test_host_and_virtual():
    (meeting,) = meetings(
        "de", "Auf Einladung Italiens kamen die Außenminister der G7 am Montag per Videokonferenz zusammen."
    )
    assert meeting["host"]["id"] == "IT"
    assert (meeting["format"], meeting["city"]) == ("virtual", None)
    assert meeting["group"] == "G7"


def test_plover():
    (held,) = meetings("de", "Kanzlerin Angela Merkel telefonierte am Montag mit Präsident Emmanuel Macron.")
    assert (held["type"], held["mode"], held["modality"]) == ("CONSULT", "phone", "asserted")
    (planned,) = meetings("de", "Kanzlerin Angela Merkel will am 3. Juni in Paris Präsident Emmanuel Macron treffen.")
    assert (planned["type"], planned["modality"]) == ("AGREE", "planned")


def test_long_and_odd_input_stays_fast():
    for text in ("Treffen " * 5000, "„" * 5000, "A traf B, " * 2000, "mit " * 20000):
        meetings("de", text)


@pytest.mark.parametrize("language", ["de", "en"])
def test_tables_name_every_rule_once(language):
    for name, model in (("meetings_nouns", NounRules), ("meetings_verbs", VerbRules)):
        ids = [row.id for row in rules(language, name, model).rows]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_noun_is_found(language):
    frame = {
        "de": "Am Montag fand in Prag {} statt, bei der Angela Merkel sprach.",
        "en": "On Monday {} took place in Prague with Angela Merkel.",
    }
    missing = []
    for row in rules(language, "meetings_nouns", NounRules).rows:
        if row.strength == "refer":
            continue  # an agreement is a meeting only by the two who reached it
        head = row.heads.split("|")[0]
        noun = head[0].upper() + head[1:] if language == "de" else "a " + head
        if not meetings(language, frame[language].format(noun)):
            missing.append(row.id)
    assert missing == []
