"""Direct speech of whole paragraphs, fields of a fact, hostile input."""

from __future__ import annotations

import time

import pytest
import spacy

import coalition_nlp
from coalition_nlp.pipes.base import View, facts
from coalition_nlp.pipes.statements.component import StatementPipe
from coalition_nlp.records import Statement

from .helpers import find, summary

PASSAGES = [
    (
        "de",
        "Zum Auftakt erklärte Ministerin [Ines Halvorsen] heute in Bergen:\n\nDer Norden hält zusammen. Wir bauen weiter.\n\n"
        "Auch im Winter wird gebaut.\n\nHintergrund\n\nDie Brücke ist alt.",
        [("Ines Halvorsen", "direct", "Der Norden hält")],
    ),
    (
        "en",
        "Minister [Ines Halvorsen] issued the following statement today:\n\nThe north stands together. We build on.\n\n"
        "Background\n\nThe bridge is old.",
        [("Ines Halvorsen", "direct", "The north stands")],
    ),
    (
        "en",
        "MINISTER HALVORSEN: (Via interpreter) Good morning. [Olaf Reents] told me that the road is open.\n\nThank you all.\n\n"
        "QUESTION: And the bridge?\n\nMINISTER HALVORSEN: The bridge is closed. Good bye, [Ines Halvorsen] here.",
        [
            ("Ines Halvorsen", "direct", "Good morning."),
            ("Olaf Reents", "indirect", "the road is open"),
            ("Ines Halvorsen", "direct", "The bridge is closed"),
        ],
    ),
    (
        "de",
        "Frau [Mona Feld], was nun?\n\n[Feld]: Erst einmal schlafen. Dann sehen wir weiter.\n\nUnd danach?\n\n"
        "[Feld]: Danach reden wir. Laut Polizei ist die Straße frei.",
        [
            ("Mona Feld", "direct", "Erst einmal schlafen"),
            ("Mona Feld", "direct", "Danach reden wir"),
        ],
    ),
    (
        "en",
        "“We will keep the light on.”\n\n– Joint statement of Norway and Denmark,\n\nThe talks begin on Monday.",
        [("Norway and Denmark", "direct", "We will keep")],
    ),
]


@pytest.mark.parametrize(("language", "marked", "expected"), PASSAGES)
def test_passages(language, marked, expected):
    found = summary(language, marked)
    assert [(name, kind) for name, kind, _ in found] == [(name, kind) for name, kind, _ in expected], found
    for (_, _, text), (_, _, beginning) in zip(found, expected, strict=True):
        assert text.startswith(beginning)


def test_embedded_post_has_its_author():
    text = "Kein Schlaf, viel Kaffee.\n— Ines Halvorsen (@halvorsen) 3. Mai 2021"
    block = {"kind": "quote_embed", "start": 0, "end": len(text), "author": "Ines Halvorsen"}
    (fact,) = find("de", text, blocks=[block])
    assert (fact["name"], fact["kind"], fact["text"]) == ("Ines Halvorsen", "direct", "Kein Schlaf, viel Kaffee.")


def test_fields_of_a_fact():
    (fact,) = find("de", "[Olaf Reents] forderte in der Zeitung „Nordlicht“ ein Ende der Blockade.")
    assert fact["type"] == "REQUEST"
    assert fact["verb"] == "forderte"
    assert fact["rule"] == "statement-object:fordern"
    (fact,) = find("en", "[Olaf Reents] told reporters that the road was open.")
    assert fact["addressee"]["name"] == "reporters"
    (fact,) = find("de", "Am Freitag sagte [Olaf Reents] dem Sender Nordwelle, die Straße sei frei.")
    assert fact["medium"] == "Sender Nordwelle"


def test_facts_fit_the_record():
    for fact in find("de", "„Es regnet“, sagte [Olaf Reents]. Laut Polizei ist die Straße nass."):
        known = {
            k: v
            for k, v in fact.items()
            if k in Statement.model_fields and k not in ("trigger", "evidence", "quote", "speaker")
        }
        assert known["kind"] in ("direct", "indirect")
        assert set(fact) - set(Statement.model_fields) == {"text", "name"}


HOSTILE = [
    "„x ",
    '"a ',
    "„a ‚b‘ ",
    "it’s a ‘b ",
    ", sagte er",
    "sagte ",
    ", dass er",
    "Max Muster, ",
    "nach Angaben ",
    "a; ",
    "so X: ",
]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_bounded(language, piece):
    nlp = spacy.blank(language)
    doc = nlp.make_doc(piece * 1500)
    facts(doc)["sentences"] = [[0, len(doc.text), 0]]
    facts(doc)["blocks"] = [{"kind": "body", "start": 0, "end": len(doc.text)}]
    view = View(doc, language)
    pipe = StatementPipe(language)
    started = time.perf_counter()
    pipe.find(view)
    assert time.perf_counter() - started < 60


def test_a_lost_mark_takes_nothing_with_it():
    assert summary("de", "„Es ist spät, sagte [Olaf Reents]. Niemand ging. Der Bus fuhr ab.") != []
    assert len(summary("en", "“It is late, said [Olaf Reents]. Nobody left. The bus went.")) <= 1


@pytest.mark.parametrize(
    ("title", "speaker"),
    [("The minister", "Ole Brandvold"), ("The Secretary", "Secretary"), ("The ambassador", "ambassador")],
)
def test_a_title_of_another_office_is_not_the_person_before(title: str, speaker: str) -> None:
    text = f"The Secretary met Danish Foreign Minister Ole Brandvold. {title} said that the pier was safe."
    found = coalition_nlp.extract(text, language="en", published="2031-05-02").statements
    assert [s.speaker.name for s in found] == [speaker]
