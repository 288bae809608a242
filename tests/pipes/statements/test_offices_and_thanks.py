"""Offices that speak for a person, thanks, relative clauses with a source, estimates of nobody."""

from __future__ import annotations

import pytest

from .helpers import summary

FOUND = [
    # an office speaks, not the person whose it is
    (
        "de",
        "Die Brücke sei wieder frei, teilte [Halvorsen]s Büro mit. Der Zoll werde fallen.",
        [("Halvorsens Büro", "indirect", "Die Brücke"), ("Halvorsens Büro", "indirect", "Der Zoll")],
    ),
    (
        "de",
        "[Ines Halvorsen] kam spät. Nach Angaben ihres Büros dauert die Fahrt drei Tage.",
        [("Büro", "indirect", "dauert die Fahrt")],
    ),
    # a bare ministry is the one named before
    (
        "de",
        "Das Fischereiministerium in Nordhafen schwieg. Das Ministerium erklärte am Montag, der Hafen sei zu.",
        [("Fischereiministerium", "indirect", "der Hafen")],
    ),
    (
        "de",
        "Das Ministerium für Fische sagte, der Hafen sei zu.",
        [("Ministerium", "indirect", "der Hafen")],
    ),
    (
        "en",
        "The Fisheries Ministry opened a pier. The ministry said that boats may land.",
        [("Fisheries Ministry", "indirect", "boats may")],
    ),
    # sources of nobody in particular
    (
        "de",
        "Die Fähre hat nach übereinstimmenden Medienberichten im Mai abgelegt.",
        [("Medienberichten", "indirect", "Die Fähre")],
    ),
    # a relative clause in quotation marks is a quotation of its own
    (
        "de",
        "[Ines Halvorsen] hob die Lotsen von Nordhafen hervor, „mit denen wir seit Jahren gut arbeiten“.",
        [("Ines Halvorsen", "indirect", "die Lotsen"), ("Ines Halvorsen", "direct", "mit denen")],
    ),
    # only the relative clause is the source's
    (
        "de",
        "Gesperrt wurden zwei Häfen, die nach Angaben von Fischern dem Reeder gehören.",
        [("Fischern", "indirect", "die nach Angaben")],
    ),
    ("de", "[Ines Halvorsen] dankte den Fischern für ihre Mühe.", [("Ines Halvorsen", "indirect", "den Fischern")]),
    ("de", "[Ines Halvorsen] bedankte sich bei den Lotsen.", [("Ines Halvorsen", "indirect", "den Lotsen")]),
    ("de", "[Ines Halvorsen] rechnet mit 30 Booten im Mai.", [("Ines Halvorsen", "indirect", "30 Booten")]),
    ("de", "[Ines Halvorsen] rechnet damit, dass der Pegel fällt.", [("Ines Halvorsen", "indirect", "der Pegel")]),
    (
        "en",
        "[Olaf Reents] phoned the pilots to hear their views, to see the pier, and to outline that the port stays open.",
        [("Olaf Reents", "indirect", "the port stays")],
    ),
    ("en", "The council estimates an extra $30 is needed.", [("council", "indirect", "an extra")]),
    (
        "en",
        "In view of the state of the pier - which is marred by rust - both sides called for a repair.",
        [("both sides", "indirect", "a repair")],
    ),
]
NOTHING = [
    ("de", "Ruritanien hatte sich nach dem Krieg für unabhängig erklärt."),
    ("de", "[Ines Halvorsen] kam. Insgesamt kam einer ersten Einschätzung zufolge viel Geld zusammen."),
    ("de", "[Ines Halvorsen] dankte."),
    ("en", "In view of the storm which closed the pier the ferries stay in port."),
    ("en", "[Olaf Reents] wants to outline the plan."),
]


@pytest.mark.parametrize(("language", "marked", "expected"), FOUND)
def test_found(language, marked, expected):
    found = summary(language, marked)
    assert [(n, k, t[: len(e[2])]) for (n, k, t), e in zip(found, expected, strict=True)] == expected


@pytest.mark.parametrize(("language", "marked"), NOTHING)
def test_nothing_is_said(language, marked):
    assert summary(language, marked) == []


def test_a_quotation_over_paragraphs_is_one_statement():
    text = "[Olaf Reents] said:\n\n“The pier is new today.\n\n“The boats are old and slow.”\n\nThe end came."
    [(name, kind, said)] = summary("en", text)
    assert (name, kind) == ("Olaf Reents", "direct") and said.startswith("The pier") and said.endswith("slow.")


def test_another_scene_ends_what_goes_on():
    text = "[Ines Halvorsen] sagte, der Pegel sei hoch. Unterdessen sollten die Boote ablegen."
    assert len(summary("de", text)) == 1
