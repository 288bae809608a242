"""Further forms of reported speech in both languages, in our own words, with counter-examples."""

from __future__ import annotations

import pytest

from .helpers import find, summary

FOUND = [
    # quoted by others
    ("en", "[Olaf Reents] was quoted as saying that the pier was safe.", [("Olaf Reents", "indirect", "the pier was")]),
    (
        "en",
        "The harbour radio quoted [Olaf Reents], a retired pilot, as saying no ship was lost.",
        [("Olaf Reents", "indirect", "no ship was lost")],
    ),
    ("de", "Der Hafenfunk zitierte [Olaf Reents] mit den Worten: „Es eilt.“", [("Olaf Reents", "direct", "Es eilt.")]),
    (
        "de",
        "[Olaf Reents] wird vom Hafenfunk mit den Worten zitiert, man habe Zeit.",
        [("Olaf Reents", "indirect", "man habe Zeit")],
    ),
    # participles
    (
        "en",
        "[Olaf Reents] spoke at the pier, saying he would sail at noon.",
        [("Olaf Reents", "indirect", "he would sail")],
    ),
    (
        "en",
        "The owners met in Oslo, with a spokesman saying that the ferry would stay.",
        [("spokesman", "indirect", "the ferry would stay")],
    ),
    # calls without an object
    ("de", "[Olaf Reents] rief zur Vorsicht auf.", [("Olaf Reents", "indirect", "Vorsicht")]),
    ("de", "[Olaf Reents] hat zu einer Pause aufgerufen.", [("Olaf Reents", "indirect", "einer Pause")]),
    ("de", "Zu einer Pause rief [Olaf Reents] auf.", [("Olaf Reents", "indirect", "einer Pause")]),
    ("de", "[Olaf Reents] rief die Reeder zur Eile auf.", [("Olaf Reents", "indirect", "die Reeder zur Eile")]),
    ("de", "[Olaf Reents] riet zur Umkehr.", [("Olaf Reents", "indirect", "Umkehr")]),
    ("de", "[Olaf Reents] rief zu später Stunde im Hafen an.", []),
    # documents
    (
        "en",
        "“The light stays on,” read a statement by the harbour council.",
        [("harbour council", "direct", "The light stays on,")],
    ),
    (
        "en",
        "According to a report by the harbour agency, the pier will open in May.",
        [("harbour agency", "indirect", "the pier will open")],
    ),
    (
        "de",
        "Laut einem Bericht des Hafenamts wird die Mole im Mai geöffnet.",
        [("Hafenamt", "indirect", "wird die Mole")],
    ),
    # subjects
    (
        "en",
        "The pier had given way overnight, said a deckhand at the site.",
        [("deckhand", "indirect", "The pier had given way")],
    ),
    (
        "en",
        "Minister for Ports and Fisheries [Olaf Reents] said the pier was safe.",
        [("Olaf Reents", "indirect", "the pier was safe")],
    ),
    (
        "de",
        "Der auf einem Schiff der Reederei arbeitende Kapitän [Olaf Reents] schrieb, er habe nichts gehört.",
        [("Olaf Reents", "indirect", "er habe nichts gehört")],
    ),
    (
        "de",
        "Die Kapitäne [Olaf Reents] von der Küste und [Mona Feld] aus Bergen betonten, man fahre weiter.",
        [("Olaf Reents", "indirect", "man fahre"), ("Mona Feld", "indirect", "man fahre")],
    ),
    # what is said
    ("en", "[Olaf Reents] promised to mend the pier.", []),
    (
        "en",
        "[Olaf Reents] rejected claims that the pier was unsafe.",
        [("Olaf Reents", "indirect", "the pier was unsafe")],
    ),
    ("en", "[Olaf Reents] dismissed the idea as “nonsense”.", [("Olaf Reents", "indirect", "the idea as")]),
    ("en", "[Olaf Reents] called the plan a mistake.", [("Olaf Reents", "indirect", "the plan a mistake")]),
    ("en", "[Olaf Reents] warned the crews not to sail.", [("Olaf Reents", "indirect", "the crews not to sail")]),
    (
        "en",
        "[Olaf Reents] told guests where they had met before that the pier would stay.",
        [("Olaf Reents", "indirect", "the pier would stay")],
    ),
    (
        "de",
        "[Olaf Reents] vertrat die Ansicht, dass die Mole sicher sei.",
        [("Olaf Reents", "indirect", "die Mole sicher sei")],
    ),
    ("de", "[Olaf Reents] wies die Vorwürfe zurück.", []),
    (
        "de",
        "[Olaf Reents] wies Vorwürfe zurück, das Tor zu spät geschlossen zu haben.",
        [("Olaf Reents", "indirect", "Vorwürfe zurück, das Tor")],
    ),
    (
        "de",
        "[Olaf Reents] hatte vor Sturm gewarnt und angekündigt, die Fähre bleibe im Hafen.",
        [("Olaf Reents", "indirect", "Sturm"), ("Olaf Reents", "indirect", "die Fähre bleibe")],
    ),
    (
        "de",
        "[Olaf Reents] sagte dazu lediglich, das weitere Vorgehen hänge vom Wetter ab.",
        [("Olaf Reents", "indirect", "das weitere Vorgehen")],
    ),
    (
        "de",
        "Der Kapitän, [Olaf Reents], werde am Montag kommen, erklärte [Mona Feld].",
        [("Mona Feld", "indirect", "Der Kapitän")],
    ),
    ("de", "Nach Polizeiangaben ist der Hafen gesperrt.", [("Polizei", "indirect", "ist der Hafen")]),
    (
        "de",
        "Die Fähre legte ab, laut Reederei sind alle Plätze besetzt.",
        [("Reederei", "indirect", "sind alle Plätze")],
    ),
    # colons and titles
    ("de", "[Olaf Reents] war zufrieden: „Das ist ein guter Tag.“", [("Olaf Reents", "direct", "Das ist ein guter")]),
    # reported speech before its speaker is named
    (
        "de",
        "Die Mole sei sicher und bleibe offen. Das habe man geprüft, sagte [Olaf Reents].",
        [("Olaf Reents", "indirect", "Die Mole sei"), ("Olaf Reents", "indirect", "Das habe man")],
    ),
    # an agency passes on a person's words
    (
        "en",
        "[Olaf Reents] said the pier was safe, the news agency reported.",
        [("Olaf Reents", "indirect", "the pier was safe")],
    ),
]

NOT_FOUND = [
    ("en", "If [Olaf Reents] says the pier is unsafe, the crews will leave."),
    ("en", "[Olaf Reents] declined to comment on the pier."),
    ("en", "Nobody said the pier was safe."),
    ("en", "[Olaf Reents] promised much and called a meeting."),
    ("de", "Niemand sagte, die Mole sei sicher."),
    ("de", "Eingeladen haben [Olaf Reents] und die Reeder."),
    ("de", "Zugesagt haben mehr als zehn Reeder und [Olaf Reents]."),
    ("de", "[Olaf Reents] machte dazu keine Angaben."),
    ("de", "[Olaf Reents] erklärte sich bereit."),
    ("de", "Die Pause war von der Reederei erklärt worden, hatte aber keinen Bestand."),
    ("de", "Die Mole sei sicher und bleibe offen. Die Möwen schrien laut."),
    ("de", "[Olaf Reents] vertrat den kranken Kapitän, der die Fähre sonst führt."),
]


@pytest.mark.parametrize(("language", "marked", "expected"), FOUND, ids=[c[1][:60] for c in FOUND])
def test_found(language, marked, expected):
    found = summary(language, marked)
    assert [(name, kind) for name, kind, _ in found] == [(name, kind) for name, kind, _ in expected], found
    for (_, _, text), (_, _, beginning) in zip(found, expected, strict=True):
        assert text.startswith(beginning)


@pytest.mark.parametrize(("language", "marked"), NOT_FOUND)
def test_not_found(language, marked):
    assert summary(language, marked) == []


def test_hearsay_is_reported():
    (fact,) = find("de", "[Olaf Reents] soll gesagt haben, die Mole sei sicher.")
    assert (fact["name"], fact["modality"]) == ("Olaf Reents", "reported")
    (fact,) = find("en", "[Olaf Reents] reportedly said that the pier was safe.")
    assert fact["modality"] == "reported"
    (fact,) = find("en", "[Olaf Reents] said that the pier was reportedly safe.")
    assert "modality" not in fact


def test_what_is_denied_was_not_said():
    found = summary("en", "[Olaf Reents] denied that [Mona Feld] said the pier was safe.")
    assert [name for name, _, _ in found] == ["Olaf Reents"]


def test_a_paragraph_that_opens_a_quotation_and_leaves_it_open():
    text = "[Olaf Reents] said: “The pier is safe.\n\n“It will open in May,” he added."
    assert [(name, kind) for name, kind, _ in summary("en", text)] == [("Olaf Reents", "direct")] * 2


def test_a_statement_announced_without_a_colon():
    text = "The harbour spokesman [Olaf Reents] has made the following statement.\n\n“The pier is safe.”"
    assert summary("en", text) == [("Olaf Reents", "direct", "The pier is safe.")]
