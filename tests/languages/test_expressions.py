"""Expressions of rule files: words or a text, compiled on first use, checked on load."""

import pytest

from coalition_nlp.errors import RuleFileError
from coalition_nlp.languages import NEVER, Expression, RuleModel, tables


class Words(RuleModel):
    met: Expression
    off: Expression = NEVER


def words(tmp_path, content: str) -> Words:
    path = tmp_path / "words.toml"
    path.write_text(content, "utf-8")
    return tables.read_table(path, Words)


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("['met', 'meets?']", "They met.", "met"),
        ("['met', 'meets?']", "They meet.", "meet"),
        ("['met', 'meets?']", "It is metal.", None),
        ("'met'", "It is metal.", "met"),
        ("'(?i:MET)\\b'", "They met.", "met"),
    ],
)
def test_a_text_is_the_whole_expression_a_list_any_of_its_words(tmp_path, key, text, found) -> None:
    match = words(tmp_path, f"met = {key}").met.search(text)
    assert (match.group() if match else None) == found


def test_it_is_compiled_when_it_is_asked(tmp_path) -> None:
    met = words(tmp_path, "met = ['met']").met
    with pytest.raises(AttributeError):
        Expression.search.__get__(met)
    assert met.fullmatch("met") and met.sub("saw", "we met") == "we saw"
    assert Expression.search.__get__(met)("met")


def test_a_key_that_is_left_out_never_matches(tmp_path) -> None:
    assert words(tmp_path, "met = ['met']").off.search("off") is None


@pytest.mark.parametrize("content", ["met = 3", "met = []", "met = ''", "met = ['a', 2]", "met = 'a'\nmeet = 'b'"])
def test_anything_else_is_refused_on_load(tmp_path, content) -> None:
    with pytest.raises(RuleFileError):
        words(tmp_path, content)


def test_a_broken_expression_is_named() -> None:
    with pytest.raises(RuleFileError, match="a\\(b"):
        Expression("a(b").search("ab")
