"""Every rule of figures against its own example and counter-example."""

import re

import pytest

from coalition_nlp.languages import SUPPORTED, rules
from coalition_nlp.pipes.figures.models import FigureRules

TABLES = {language: rules(language, "figures", FigureRules) for language in SUPPORTED}
RULES = [pytest.param(lang, r, id=f"{lang}-{r.id}") for lang, table in TABLES.items() for r in table.rules]
NO_FIGURES = [pytest.param(lang, r, id=f"{lang}-{r.id}") for lang, table in TABLES.items() for r in table.no_figures]


def marked(example):
    """Text and the figure in square brackets; the markup must be there exactly once."""
    assert len(re.findall(r"\[[^\[\]]+\]", example)) == 1, f"one figure in brackets expected: {example}"
    inside = re.search(r"\[([^\[\]]+)\]", example)[1]
    return re.sub(r"[\[\]]", "", example), inside


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_rule_finds_its_example(find, language, rule):
    text, inside = marked(rule.example)
    assert (inside, rule.id, rule.kind) in [(f["text"], f["rule"], f["kind"]) for f in find(language, text)]


@pytest.mark.parametrize(("language", "rule"), RULES)
def test_rule_leaves_its_counter_example(find, language, rule):
    assert rule.id not in [f["rule"] for f in find(language, rule.counter_example)]


@pytest.mark.parametrize(("language", "rule"), NO_FIGURES)
def test_no_figure(find, language, rule):
    assert find(language, rule.example) == []


@pytest.mark.parametrize(("language", "rule"), NO_FIGURES)
def test_still_a_figure(find, language, rule):
    text, inside = marked(rule.counter_example)
    assert inside in [f["text"] for f in find(language, text)]


def test_same_rule_classes_in_both_languages():
    left, right = ({r.kind for r in table.rules} for table in TABLES.values())
    assert left == right
    for table in TABLES.values():
        ids = [r.id for r in (*table.rules, *table.no_figures)]
        assert len(ids) == len(set(ids))
