"""Order of words, joint speakers, whom a noun takes up: (language, marked text, [(speaker, beginning)])."""

from __future__ import annotations

import pytest
import spacy

from coalition_nlp.pipes.base import facts

from .helpers import find, plain, summary

FOUND = [
    # the subject behind the verb
    ("de", "Am Kai sprach das Hafenamt von groben Mängeln.", [("Hafenamt", "groben Mängeln")]),
    (
        "de",
        "Am Abend riefen Minister [Olaf Reents] und seine Kollegin [Ines Halvorsen] zu mehr Ruhe auf.",
        [("Olaf Reents", "mehr Ruhe"), ("Ines Halvorsen", "mehr Ruhe")],
    ),
    (
        "de",
        "Man werde helfen, sagten [Olaf Reents], [Ines Halvorsen] und [Jonas Brandtner] am Abend.",
        [("Olaf Reents", "Man"), ("Ines Halvorsen", "Man"), ("Jonas Brandtner", "Man")],
    ),
    ("de", "Am Abend forderte Minister [Olaf Reents] Geld für die Mole.", [("Olaf Reents", "Geld für")]),
    # a second verb has its own object and its own particle
    (
        "de",
        "[Olaf Reents], ein Freund der Fischer, sprach von einer Zumutung und nahm das Geld nicht an.",
        [("Olaf Reents", "einer Zumutung")],
    ),
    (
        "de",
        "Die Minister kamen am Abend zur Mole und bekräftigten das vor Jahren gegebene Versprechen.",
        [("Minister", "das vor Jahren")],
    ),
    (
        "de",
        "[Olaf Reents] stimmte dem Bau zu, forderte aber neue Boote.",
        [("Olaf Reents", "neue Boote")],
    ),
    # clauses behind the particle belong to the object, those of time do not
    (
        "de",
        "[Olaf Reents] kündigte harte Schritte an, falls das Boot sinkt.",
        [("Olaf Reents", "harte Schritte an, falls das Boot sinkt")],
    ),
    ("de", "[Olaf Reents] kündigte harte Schritte an, nachdem ein Boot sank.", [("Olaf Reents", "harte Schritte")]),
    # verbs
    ("de", "[Olaf Reents] ließ ausrichten, er bleibe auf See.", [("Olaf Reents", "er bleibe")]),
    ("de", "[Olaf Reents] ließ das Boot ausrichten.", []),
    ("de", "[Olaf Reents] wandte sich an die Fischer: Sie sollten warten.", [("Olaf Reents", "Sie sollten")]),
    ("de", "[Olaf Reents] wandte sich ab.", []),
    ("de", "[Olaf Reents] hat die Arbeit der Werft als gut gelobt.", [("Olaf Reents", "die Arbeit")]),
    ("de", "[Olaf Reents] hat gelobt, die Mole zu bauen.", [("Olaf Reents", "die Mole")]),
    ("de", "[Olaf Reents] äußerte Sorge über den Zustand der Mole.", [("Olaf Reents", "Sorge über")]),
    ("de", "[Olaf Reents] äußerte sich zum Zustand der Mole.", []),
    ("de", "[Olaf Reents] lud die Fischer ein, zur Mole zu kommen.", [("Olaf Reents", "zur Mole")]),
    ("de", "[Olaf Reents] stellte neue Boote in Aussicht.", [("Olaf Reents", "neue Boote")]),
    # one record for a sentence, though a semicolon parts it
    (
        "de",
        "Die Mole sei morsch, sagte [Olaf Reents]; der Bauherr wolle aber nicht zahlen.",
        [("Olaf Reents", "Die Mole sei")],
    ),
    # what nobody in particular says
    (
        "de",
        "Die Mole halte, sagte [Olaf Reents]. Gerüchte, sie breche, machten die Runde.",
        [("Olaf Reents", "Die Mole")],
    ),
    (
        "de",
        "Die Mole halte, sagte [Olaf Reents]. Sie sei teuer, heißt es in einem Papier.",
        [("Olaf Reents", "Die Mole")],
    ),
    (
        "de",
        "Die Mole halte, sagte [Olaf Reents]. Sie sei teuer, hieß es weiter.",
        [("Olaf Reents", "Die Mole"), ("Olaf Reents", "Sie")],
    ),
    # the second of two clauses, and one behind a relative clause, is the source's
    ("de", "Die Mole ist fertig, im Mai kommt laut Werft ein Kran.", [("Werft", "im Mai")]),
    ("de", "Laut dem Sender RTX, der sich auf Fischer berief, wird die Mole teuer.", [("RTX", "wird die")]),
    # who is taken up
    (
        "de",
        "[Olaf Reents] hatte [Ines Halvorsen] am Kai empfangen. Die Mole halte, sagte der Gastgeber.",
        [("Olaf Reents", "Die Mole")],
    ),
    (
        "de",
        "Minister [Olaf Reents] traf Ministerin [Ines Halvorsen]. Man warte, sagte sie. Man baue, sagte er.",
        [("Ines Halvorsen", "Man warte"), ("Olaf Reents", "Man baue")],
    ),
    # English
    ("en", "[Olaf Reents] repeated his call for a longer pier.", [("Olaf Reents", "a longer pier")]),
    ("en", "[Olaf Reents] repeated the exercise.", []),
    ("en", "[Olaf Reents] announced these plans during a visit.", []),
    (
        "en",
        "Minister [Olaf Reents] discussed the pier with Minister [Ines Halvorsen]. They agreed that it was old.",
        [("Olaf Reents", "it was"), ("Ines Halvorsen", "it was")],
    ),
]


@pytest.mark.parametrize(("language", "marked", "expected"), FOUND, ids=[c[1][:60] for c in FOUND])
def test_found(language, marked, expected):
    found = summary(language, marked)
    assert [name for name, _, _ in found] == [name for name, _ in expected], found
    for (_, _, text), (_, beginning) in zip(found, expected, strict=True):
        assert text.startswith(beginning), text


def test_a_demonym_is_the_official_of_that_country():
    marked = "Minister [Olaf Reents] traf seine Kollegin [Ines Halvorsen]. Die Mole halte, meinte der Norweger."
    text, people = plain(marked)
    people[0]["offices"] = [{"role": "minister", "country": "NO"}]
    people[1]["offices"] = [{"role": "minister", "country": "SE"}]
    start = text.index("Norweger")
    country = {"alpha2": "NO", "name": "Norway", "mentions": [{"start": start, "end": start + 8, "form": "demonym"}]}
    [fact] = find("de", text, people=people, countries=[country])
    assert fact["name"] == "Olaf Reents"


def test_two_countries_are_two_speakers():
    text = "Norway and Denmark announced new aid for the pier."
    known = [
        {
            "alpha2": code,
            "name": word,
            "mentions": [{"start": text.index(word), "end": text.index(word) + len(word), "form": "name"}],
        }
        for code, word in (("NO", "Norway"), ("DK", "Denmark"))
    ]
    assert [f["name"] for f in find("en", text, countries=known)] == ["Norway", "Denmark"]


@pytest.mark.parametrize(
    ("title", "body", "count"),
    [
        ("Remarks by Minister [Olaf Reents] at the pier", "Good evening. I am glad to be here", 1),
        ("Statement on the pier by Minister [Olaf Reents]", "Good evening. I am glad to be here", 0),
        ("Remarks by Minister [Olaf Reents] at the pier", "The minister will be glad to be here", 0),
    ],
)
def test_a_release_may_be_one_speech(title, body, count):
    body += ", where the long pier of our old harbour stands again after a winter of storms and of hard work."
    text, people = plain(f"{title}\n\n{body}")
    nlp = spacy.blank("en")
    nlp.add_pipe("coalition_sentences")
    nlp.add_pipe("coalition_statements")
    doc = nlp.make_doc(text)
    end = text.index("\n")
    blocks = [{"kind": "title", "start": 0, "end": end}, {"kind": "body", "start": end + 2, "end": len(text)}]
    facts(doc).update(people=people, blocks=blocks)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    found = [f for f in facts(doc)["statements"] if f["rule"] == "statement-remarks"]
    assert [f["speaker"]["name"] for f in found] == ["Olaf Reents"] * count
