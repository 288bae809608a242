"""Forms of agency reports and of ministries' releases: (language, marked text, [(speaker, kind, beginning)])."""

from __future__ import annotations

import pytest

from coalition_nlp.ingest import source_from_text
from coalition_nlp.pipeline.explain import explain_source

from .helpers import find, plain, summary

FOUND = [
    # resolutions speak for the body that passed them, people around somebody for themselves
    (
        "de",
        "Der Stadtrat tagte nicht, wohl aber der Sicherheitsrat. Die Resolution verlangt eine Öffnung der Brücke. "
        "Alle Boote müssten sofort ablegen. Von den Fischern wird verlangt, die Netze einzuholen.",
        [
            ("Sicherheitsrat", "indirect", "eine Öffnung"),
            ("Sicherheitsrat", "indirect", "Alle Boote"),
            ("Sicherheitsrat", "indirect", "die Netze"),
        ],
    ),
    ("de", "Wie aus Hafenkreisen verlautete, fährt [Ines Halvorsen] ab.", [("Hafenkreisen", "indirect", "fährt Ines")]),
    (
        "de",
        "Die Fahrt fällt aus, verlautete aus dem Umfeld von Minister [Jonas Brandtner].",
        [("Umfeld von Minister Jonas Brandtner", "indirect", "Die Fahrt")],
    ),
    # who spoke stands between commas, in the sentence behind, or takes up a title
    (
        "de",
        "Das Tor klemmt, wie einer der Sprecher, [Olaf Reents], sagte. Der Schlüssel sei weg.",
        [("Olaf Reents", "indirect", "Das Tor"), ("Olaf Reents", "indirect", "Der Schlüssel")],
    ),
    (
        "de",
        "Die Fähre fährt ab Mai wieder jeden Tag. Das sagte die Reederin [Ines Halvorsen] am Montag.",
        [("Ines Halvorsen", "indirect", "Die Fähre fährt")],
    ),
    ("de", "Die Fähre fährt ab Mai wieder jeden Tag. Das sagte [Ines Halvorsen] nicht.", []),
    (
        "de",
        "Am Kai stand König [Alrik Lund]. Die Brücke sei fertig, sagte der König.",
        [("Alrik Lund", "indirect", "Die Brücke")],
    ),
    (
        "de",
        "Die Brücke hält, sagte [Jonas Brandtner]. Nichts ist schief, sagte der frühere Minister.",
        [("Jonas Brandtner", "indirect", "Die Brücke"), ("Jonas Brandtner", "indirect", "Nichts ist")],
    ),
    (
        "de",
        "„Wir fahren morgen“, lächelte [Ines Halvorsen]. „Freie Fahrt“, stand auf dem Schild.",
        [("Ines Halvorsen", "direct", "Wir fahren")],
    ),
    # what is said
    ("de", "Für mehr Boote sprach sich [Olaf Reents] aus.", [("Olaf Reents", "indirect", "mehr Boote")]),
    ("de", "Einen Ausbau der Mole forderte [Olaf Reents] am Abend.", [("Olaf Reents", "indirect", "Einen Ausbau")]),
    (
        "de",
        "Auch der Gesandte, Minister [Olaf Reents], bekräftigte den Willen zum Bau der Mole.",
        [("Olaf Reents", "indirect", "den Willen")],
    ),
    (
        "de",
        "[Olaf Reents] betont zwar oft seine Geduld, ist aber selten da.",
        [("Olaf Reents", "indirect", "seine Geduld")],
    ),
    ("de", "[Olaf Reents] bestätigte den Verlust eines Bootes.", [("Olaf Reents", "indirect", "den Verlust")]),
    ("de", "[Olaf Reents] bestätigte das Urteil.", []),
    ("de", "[Olaf Reents] erinnerte an die Pflichten der Fischer.", [("Olaf Reents", "indirect", "die Pflichten")]),
    ("de", "[Olaf Reents] erinnerte sich an die Pflichten der Fischer.", []),
    ("de", "Die Miliz bekannte sich zu dem Brand im Hafen.", [("Miliz", "indirect", "dem Brand im")]),
    ("de", "Der bekannte Redner zu Gast in Bergen schwieg.", []),
    ("de", "Die Miliz hat den Brand im Hafen für sich reklamiert.", [("Miliz", "indirect", "den Brand")]),
    (
        "de",
        "[Olaf Reents] gab die Hoffnung nicht auf, dass die Mole hält.",
        [("Olaf Reents", "indirect", "die Mole hält")],
    ),
    ("de", "Bestätigt wurde die Fahrt des Ministers, [Olaf Reents], Leiter der Werft.", []),
    (
        "de",
        "Die Lage sei ernst, der Hafen winkte Fischern zufolge aber ab.",
        [("Fischern", "indirect", "der Hafen winkte")],
    ),
    ("de", "Sie sollten der Hausordnung zufolge leise sein.", []),
    ("de", "Er hatte viele Fische, nach ersten Angaben aber zu wenige Netze.", []),
    # a heading that has lost its line break
    (
        "de",
        "Streit um den Kai Die Ministerin sagte, der Kai bleibe offen.",
        [("Ministerin", "indirect", "der Kai bleibe")],
    ),
    ("de", "Am Montag sagte Die Linke, der Kai bleibe offen.", [("Linke", "indirect", "der Kai bleibe")]),
    # demands behind a group in the plural
    (
        "de",
        "Am Ufer protestierten rund 30 Anwohner gegen den Lärm. Sie forderten ein Ende der Arbeiten.",
        [("Anwohner", "indirect", "ein Ende")],
    ),
    # English releases
    ("en", "[Olaf Reents] pledged to keep the pier open.", []),
    ("en", "[Olaf Reents] reaffirmed his commitment to the pier.", []),
    ("en", "[Olaf Reents] will make clear that the pier is safe.", [("Olaf Reents", "indirect", "the pier is")]),
    ("en", "[Olaf Reents] will say more later.", []),
    (
        "en",
        "[Olaf Reents] announced today in Bergen, Norway, new aid for the pier.",
        [("Olaf Reents", "indirect", "new aid")],
    ),
    ("en", "[Olaf Reents] stressed the need for a longer pier.", [("Olaf Reents", "indirect", "the need for")]),
    ("en", "[Olaf Reents] stressed the importance of a longer pier.", []),
    (
        "en",
        "Ministers noted their concern, welcomed the new pier, and encouraged the harbour to lengthen it.",
        [("Ministers", "indirect", "the harbour to")],
    ),
    # what is refused or denied is not said
    ("de", "[Olaf Reents] wollte nicht sagen, wann die Fähre fährt.", []),
    ("de", "[Olaf Reents] bestätigte nicht, dass die Fähre fährt.", []),
    ("de", "[Olaf Reents] bestätigte den Bericht über die Fähre nicht.", []),
    ("de", "[Olaf Reents] sagte nicht nur, dass die Fähre fährt.", [("Olaf Reents", "indirect", "die Fähre")]),
    (
        "de",
        "[Olaf Reents] forderte ein Verbot nicht angemeldeter Boote.",
        [("Olaf Reents", "indirect", "ein Verbot nicht")],
    ),
    ("en", "[Olaf Reents] declined to say whether the ferry runs.", []),
    ("en", "[Olaf Reents] did not confirm that the ferry runs.", []),
    ("en", "[Olaf Reents] denied that the ferry runs.", [("Olaf Reents", "indirect", "the ferry runs")]),
]


@pytest.mark.parametrize(("language", "marked", "expected"), FOUND, ids=[c[1][:60] for c in FOUND])
def test_found(language, marked, expected):
    found = summary(language, marked)
    assert [(name.removeprefix("30 "), kind) for name, kind, _ in found] == [
        (name, kind) for name, kind, _ in expected
    ], found
    for (_, _, text), (_, _, beginning) in zip(found, expected, strict=True):
        assert text.startswith(beginning), text


def _countries(text: str, *named: tuple[str, str, str]) -> list[dict]:
    return [
        {
            "alpha2": code,
            "name": code,
            "mentions": [{"start": (at := text.index(word)), "end": at + len(word), "form": form}],
        }
        for code, word, form in named
    ]


def test_countries_that_speak_together_are_one_speaker():
    text = "Norway, Sweden, and Denmark said the pier is safe."
    known = _countries(text, ("NO", "Norway", "name"), ("SE", "Sweden", "name"), ("DK", "Denmark", "name"))
    [fact] = find("en", text, countries=known)
    assert (fact["name"], fact["speaker"]["kind"]) == ("Norway, Sweden, and Denmark", "group")


def test_german_countries_are_two_speakers():
    text = "Sowohl Norwegen als auch Dänemark betonten, der Kai sei sicher."
    known = _countries(text, ("NO", "Norwegen", "name"), ("DK", "Dänemark", "name"))
    assert [f["name"] for f in find("de", text, countries=known)] == ["Norwegen", "Dänemark"]


@pytest.mark.parametrize(
    "text", ["Nach norwegischen Angaben sank ein Boot.", "Ein Boot sank laut norwegischen Angaben."]
)
def test_an_adjective_names_the_country(text):
    [fact] = find("de", text, countries=_countries(text, ("NO", "norwegischen", "adjective")))
    assert (fact["name"], fact["speaker"]["id"]) == ("Norwegen", "NO")


def test_a_capital_speaks_and_another_town_does_not():
    text = "Oslo dementierte die Berichte über neue Boote."
    place = {"name": "Oslo", "country": "NO", "reading": "place", "mentions": [{"start": 0, "end": 4}]}
    assert [f["name"] for f in find("de", text, places=[place])] == ["Oslo"]
    assert find("de", text, places=[place | {"name": "Bergen"}]) == []


def test_who_has_the_floor_behind_a_claim():
    text, people = plain(
        "Der Brand sei gelöscht, sagte [Olaf Reents]. Die Miliz bekannte sich zu dem Brand. Es gebe Verletzte."
    )
    assert people
    names = summary(
        "de", "Der Brand sei gelöscht, sagte [Olaf Reents]. Die Miliz bekannte sich zu dem Brand. Es gebe Verletzte."
    )
    assert [n for n, _, _ in names] == ["Olaf Reents", "Miliz", "Olaf Reents"], text


def test_a_planned_statement_says_so():
    [fact] = find("en", "[Olaf Reents] will stress that the pier is safe.")
    assert fact["modality"] == "planned"


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("de", "Der Sprecher machte keine Angaben zur Fähre.", "refused"),
        ("de", "Der Sprecher bestätigte nicht, dass die Fähre fährt.", "negated"),
        ("de", "Die Opposition warnt.", "nothing is told"),
        ("de", "Das Gesetz sagt, dass die Fähre fährt.", "does not speak"),
        ("en", "The spokesman declined to comment.", "refused"),
        ("en", "The so-called “pier” is a plank.", "quoted words"),
        ("en", "“We are here at the pier.”", "nobody is named"),
    ],
)
def test_explain_tells_why_a_candidate_is_no_statement(language, text, why):
    _, sentences = explain_source(source_from_text(text, language=language))
    reasons = [r.why for s in sentences for r in s.rejected if r.pipe == "statements"]
    assert any(why in reason for reason in reasons), reasons
