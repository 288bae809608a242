"""explain() names the candidates that every pipe turned down, and a plain run notes none."""

import pytest

import coalition_nlp
from coalition_nlp.ingest import source_from_text
from coalition_nlp.pipeline.explain import explain_source


@pytest.mark.parametrize(
    ("language", "pipe", "candidate", "text"),
    [
        ("en", "times", "May", "May they agree in the end?"),
        ("en", "countries", "Jordan", "Michael Jordan was there."),
        ("en", "figures", "2254", "They recalled Resolution 2254 again."),
        ("de", "places", "Essen", "Das Essen war gut."),
        ("en", "events", "attacks", "The number of attacks is high."),
        ("en", "meetings", "speak", "They speak Danish."),
    ],
)
def test_rejected_candidates_are_listed(language, pipe, candidate, text):
    _, sentences = explain_source(source_from_text(text, language=language, published="2022-05-10"))
    rejected = [r for s in sentences for r in s.rejected if r.pipe == pipe]
    assert any(candidate.startswith(r.text) for r in rejected), rejected
    assert all(r.why and r.rule for r in rejected)


@pytest.mark.parametrize(
    ("language", "record", "text"),
    [
        ("en", "time", "They met in May 2021."),
        ("en", "figure", "The mission has 300 soldiers."),
        ("de", "country", "Jordanien nahm teil."),
    ],
)
def test_what_is_found_is_not_rejected(language, record, text):
    _, sentences = explain_source(source_from_text(text, language=language, published="2022-05-10"))
    found = [(f.start, f.end) for s in sentences for f in s.found if f.record == record]
    pipe = {"time": "times", "figure": "figures", "country": "countries"}[record]
    assert found
    assert not [r for s in sentences for r in s.rejected if r.pipe == pipe]
    assert all(f.rule for s in sentences for f in s.found if f.record == record)


def test_a_plain_run_keeps_no_trace():
    document = coalition_nlp.extract("Michael Jordan was there.", language="en")
    assert "trace" not in document.model_dump()
