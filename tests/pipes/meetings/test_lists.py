"""The look at the words of a text says no only where the expressions of a list say no."""

from pathlib import Path

import pytest

from coalition_nlp.pipes.meetings.lists import opening_words
from coalition_nlp.pipes.meetings.patterns import compiled

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("took place", [("took", True)]),
        ("begins?", [("begin", False)]),
        ("face-to-face", [("face", True)]),
        ("in-?person", [("in", False)]),
        ("(?:is|are) not", [("is", True), ("are", True)]),
        ("Organi[sz]ed", [("organi", False)]),
        (r"plan\b", [("plan", True)]),
        (r"plan\w*", [("plan", False)]),
        (r"\w+ on", None),
        ("(?:soon )?met", None),
        ("met|held", None),
    ],
)
def test_what_every_match_begins_with(expression: str, words: list[tuple[str, bool]] | None) -> None:
    assert opening_words(expression) == words


@pytest.mark.parametrize("language", ["de", "en"])
def test_same_answer_as_the_expressions(language: str) -> None:
    rules = compiled(language)
    lines = {
        line for path in sorted((GOLD / language).glob("*.txt"))[:25] for line in path.read_text("utf-8").split("\n")
    }
    lines |= {line.upper() for line in sorted(lines)[:200]}
    for line in sorted(lines):
        for name in rules.lists.names:
            assert rules.has(name, line) == (rules.found[name].search(line) is not None), (name, line)


def test_most_lists_can_be_ruled_out() -> None:
    assert not any(compiled("en").lists.may(name, "Rain fell.") for name in ("held", "postponed", "virtual", "absent"))
    assert not any(compiled("de").lists.may(name, "Regen fiel.") for name in ("held", "postponed", "virtual"))
