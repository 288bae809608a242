"""Sentence boundaries by rule: each case marks the boundaries with a bar."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.sentences.component import split_sentences

CASES = [
    ("de", "Am 3. Mai traf Dr. Weiß in Bonn ein.| Er blieb bis 17.30 Uhr."),
    ("de", "Das 14. Treffen war kurz.| Danach reiste er ab."),
    ("de", "„Wir gehen.“| Das sagte sie."),
    ("de", "„Wir gehen“, sagte sie.| „Sofort.“"),
    ("de", "Rund 3 Mio. Menschen fliehen.| Viele davon bleiben."),
    ("de", "Er heißt A. Müller und kommt z. B. aus Köln.| Sie nicht."),
    ("de", "Warum?| Niemand weiß es!| So ist es."),
    ("de", "»Ist das sicher?«, fragte er.| »Ja.«"),
    ("de", "Überschrift\n\n|Der erste Satz."),
    ("de", "Er nannte drei Punkte:\n|- Hilfe\n|- Schutz"),
    ("de", "Es ging um 1.500 Euro. |Mehr war nicht da."),
    ("en", "Gen. Smith met Sen. J. Doe at 5 p.m. on Monday.| They talked."),
    ("en", "The U.S. envoy left.| He was tired."),
    ("en", "“We will go,” she said.| “Now.”"),
    ("en", "It cost $1.5 million. |That was too much."),
    ("en", "What now?| Nobody knows."),
    ("en", "No. 5 was missing.| It came later."),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_boundaries(language, marked):
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text), language)] == expected


@given(st.text(max_size=300))
def test_sentences_cover_all_ink_in_order(text):
    spans = split_sentences(text, 0, len(text), "de")
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_tokens_start_sentences_where_the_rules_say():
    nlp = spacy.blank("de")
    nlp.add_pipe("coalition_sentences")
    doc = nlp("Titel ohne Punkt\n\nSie kamen am 3. Mai. Dann gingen sie.")
    assert [s.text.strip() for s in doc.sents] == ["Titel ohne Punkt", "Sie kamen am 3. Mai.", "Dann gingen sie."]


def test_view_blanks_noise_and_keeps_offsets():
    nlp = spacy.blank("en")
    doc = nlp("Share this\n\nThey met in Rome.")
    doc._.coalition = {
        "blocks": [{"kind": "navigation", "start": 0, "end": 10}, {"kind": "body", "start": 12, "end": 29}]
    }
    view = View(doc, "en")
    assert view.prose_text == "\n" * 12 + "They met in Rome."
    assert view.sentence_at(15).kind == "body"
    assert view.span(24, 28).text == "Rome"
