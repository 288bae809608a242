"""Texts without white space are cut before they reach the tokenizer; others come out as spaCy makes them."""

from __future__ import annotations

import time

import pytest
import spacy

from coalition_nlp.pipeline.tokens import LONGEST_RUN, tokenized
from coalition_nlp.pipes.base import facts


@pytest.mark.parametrize("unit", ['"a"a"a', "„„„“““", "''''", "a's"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_marks_without_space_take_linear_time(language: str, unit: str) -> None:
    nlp = spacy.blank(language)
    for name in ("sentences", "statements", "events"):
        nlp.add_pipe(f"coalition_{name}")
    text = (unit * 20_000)[:20_000]
    started = time.process_time()
    doc = tokenized(nlp, text)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert doc.text == text
    assert "events" in facts(doc)
    assert time.process_time() - started < 10  # a minute where the time is quadratic


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Die Ministerin sagte: „Wir bleiben.“ Mehr: https://example.org/a/b?c=d",
        f"Davor {'x' * LONGEST_RUN} danach.",
        "Zeile\n\n  Zeile\tEnde ",
    ],
)
def test_ordinary_texts_are_as_the_tokenizer_makes_them(text: str) -> None:
    nlp = spacy.blank("de")
    assert [(t.text, t.whitespace_) for t in tokenized(nlp, text)] == [
        (t.text, t.whitespace_) for t in nlp.make_doc(text)
    ]


def test_a_long_run_keeps_every_character_in_its_place() -> None:
    text = f"  Vor {'„' * 701} nach \n {'x' * 1000}\t"
    assert tokenized(spacy.blank("de"), text).text == text


def test_a_text_above_the_limit_is_refused() -> None:
    nlp = spacy.blank("en")
    nlp.max_length = 1000
    with pytest.raises(ValueError, match="E088"):
        tokenized(nlp, "x" * 1001)
