"""The files of words around a meeting: every expression compiles, groups name words there are, no language needs another's."""

import re

import pytest

from coalition_nlp.errors import RuleFileError
from coalition_nlp.languages import Expression, tables
from coalition_nlp.pipes.meetings.models import NounRules, VerbRules
from coalition_nlp.pipes.meetings.patterns import compiled
from coalition_nlp.pipes.meetings.wording import LinkWords, TimeWords

THEMES = ("clauses", "times", "places", "status", "people", "groups", "links")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_expression_compiles_and_matches_no_empty_text_by_accident(language: str, theme: str) -> None:
    words = getattr(compiled(language), theme)
    for name in type(words).model_fields:
        value = getattr(words, name)
        if isinstance(value, Expression):
            assert re.compile(value.source), name


@pytest.mark.parametrize("language", ["de", "en"])
def test_words_that_behave_alike_are_in_the_tables(language: str) -> None:
    nouns = tables.rules(language, "meetings_nouns", NounRules).rows
    verbs = tables.rules(language, "meetings_verbs", VerbRules).rows
    known = {f"noun:{row.id}" for row in nouns} | {f"verb:{row.id}" for row in verbs}
    alike = compiled(language).links.alike
    for name in type(alike).model_fields:
        assert getattr(alike, name) <= known, name


def test_every_key_is_used_by_a_language() -> None:
    for theme in THEMES:
        models = [getattr(compiled(language), theme) for language in ("de", "en")]
        for name in type(models[0]).model_fields:
            assert any(name in model.model_fields_set for model in models), name


def test_an_unknown_key_is_refused(tmp_path) -> None:
    path = tmp_path / "meetings_times.toml"
    path.write_text("untill = 'bis'\n", "utf-8")
    with pytest.raises(RuleFileError, match="untill"):
        tables.read_table(path, TimeWords)


def test_an_unknown_group_is_refused(tmp_path) -> None:
    path = tmp_path / "meetings_links.toml"
    path.write_text("[alike]\nfriends = ['verb:meet']\n", "utf-8")
    with pytest.raises(RuleFileError, match="friends"):
        tables.read_table(path, LinkWords)
