"""Every rule finds its example with its value, and finds nothing in its counter-example."""

import re

import pytest
import spacy

from coalition_nlp.languages import SUPPORTED, rules
from coalition_nlp.pipes.base import facts
from coalition_nlp.pipes.times.guards import Guards
from coalition_nlp.pipes.times.models import TimeRules, TimeWords
from coalition_nlp.pipes.times.normalise import NORMALISERS

RULES = [(language, rule) for language in SUPPORTED for rule in rules(language, "times", TimeRules).rule]
NAMED = [pytest.param(language, rule, id=f"{language}-{rule.id}") for language, rule in RULES]


@pytest.fixture(scope="module")
def read():
    pipelines = {}

    def times(language, text, published):
        if language not in pipelines:
            nlp = pipelines[language] = spacy.blank(language)
            nlp.add_pipe("coalition_sentences")
            nlp.add_pipe("coalition_times")
        nlp = pipelines[language]
        doc = nlp.make_doc(text)
        facts(doc)["published"] = published
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        return facts(doc)["times"]

    return times


def marked(example):
    """The text without brackets, and the bracketed parts as (start, end)."""
    assert example.count("[") == example.count("]") > 0, f"malformed markup: {example}"
    text, spans, position = "", [], 0
    for match in re.finditer(r"\[([^\[\]]+)\]", example):
        text += example[position : match.start()]
        spans.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        position = match.end()
    return text + example[position:], spans


@pytest.mark.parametrize(("language", "rule"), NAMED)
def test_example(read, language, rule):
    published = rules(language, "times", TimeRules).published.isoformat()
    text, spans = marked(rule.example)
    found = read(language, text, published)
    assert [(t["mention"]["start"], t["mention"]["end"]) for t in found[-len(spans) :]] == spans, found
    assert [t["value"] for t in found[-len(spans) :]] == rule.value.split()
    if rule.normalise != "none":
        assert rule.id in {t["rule"] for t in found[-len(spans) :]}


@pytest.mark.parametrize(("language", "rule"), NAMED)
def test_counter_example(read, language, rule):
    published = rules(language, "times", TimeRules).published.isoformat()
    assert rule.id not in {t["rule"] for t in read(language, rule.counter, published)}


@pytest.mark.parametrize("language", SUPPORTED)
def test_rules_name_what_there_is(language):
    table = rules(language, "times", TimeRules)
    ids = [rule.id for rule in table.rule]
    assert len(ids) == len(set(ids))
    for rule in table.rule:
        assert rule.normalise == "none" or rule.normalise in NORMALISERS, rule.id
        assert rule.guard is None or hasattr(Guards, f"_{rule.guard}"), rule.id


@pytest.mark.parametrize("language", SUPPORTED)
def test_no_word_or_piece_is_unused(language):
    table = rules(language, "times", TimeRules)
    sources = " ".join([*table.pieces.values(), *(rule.pattern for rule in table.rule)])
    used = set(re.findall(r"\{([a-z_]+)2?\}", sources))
    kinds = {row.kind for row in rules(language, "times_words", TimeWords).rows}
    assert not (kinds | set(table.pieces)) - used
    assert not used - kinds - set(table.pieces)
