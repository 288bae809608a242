"""The score card of rules alone, model alone and both: with a model of known answers, on a text of our own."""

import json
from pathlib import Path

import pytest
import spacy
from typer.testing import CliRunner

from coalition_nlp.cli.main import app
from coalition_nlp.evaluation import Gold, evaluate_ways
from coalition_nlp.evaluation.gold import GoldText
from coalition_nlp.evaluation.ways import WAYS, compare_ways, joined

TEXT = (
    "Außenministerin Anna Visser reiste nach Rom. Für Morgenrot International sprach dort Quendrim Zhubaj. "
    "Die Nato schwieg."
)
GOLD = Gold.model_validate(
    {
        "id": "t", "lang": "de", "published": "2020-02-14",
        "people": [{"name": "Anna Visser"}, {"name": "Quendrim Zhubaj"}],
        "organizations": [{"name": "Morgenrot International"}, {"name": "Nato"}],
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A base model that knows one person and one organization the rules do not, and takes a verb for a person."""
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "PER", "pattern": "Quendrim Zhubaj"},
            {"label": "ORG", "pattern": "Morgenrot International"},
            {"label": "PER", "pattern": "schwieg"},
        ]
    )
    path = tmp_path_factory.mktemp("model") / "known_de"
    nlp.to_disk(path)
    return str(path)


def test_three_ways(model: str) -> None:
    comparison = compare_ways([GoldText("t", TEXT, GOLD)], model)
    assert tuple(comparison.cards) == WAYS
    counts = {
        (way, part): (score.correct, score.missed, score.spurious)
        for way, card in comparison.cards.items()
        for part, score in card.parts.items()
        if part in ("people", "organizations")
    }
    assert counts[("rules alone", "people")] == (1, 1, 0)
    assert counts[("model alone", "people")] == (1, 1, 1)
    assert counts[("both", "people")] == (2, 0, 0)
    assert counts[("rules alone", "organizations")][0] < counts[("both", "organizations")][0] == 2
    assert counts[("model alone", "organizations")] == (1, 1, 0)
    assert comparison.lowered() == ()


def test_the_model_alone_has_names_only(model: str) -> None:
    comparison = compare_ways([GoldText("t", TEXT, GOLD)], model)
    assert set(comparison.cards["model alone"].parts) == {"people", "organizations"}
    assert set(comparison.parts) > {"people", "organizations", "meetings", "statements"}


def test_organizations_are_scored_where_the_gold_has_them(model: str) -> None:
    gold = GOLD.model_copy(update={"organizations": None})
    comparison = compare_ways([GoldText("t", TEXT, gold)], model)
    assert "organizations" not in comparison.parts
    assert set(comparison.cards["model alone"].parts) == {"people"}


@pytest.mark.parametrize(
    ("names", "people", "groups"),
    [
        (["Anna Visser", "Visser", "Vissers"], True, [("Anna Visser", "Visser", "Vissers")]),
        (["Visser", "Anna Visser"], True, [("Anna Visser", "Visser")]),
        (["Anna Visser", "Anna Lind"], True, [("Anna Visser",), ("Anna Lind",)]),
        (["Nato", "NATO", "Natos"], False, [("Nato", "NATO", "Natos")]),
        (["Rotes Kreuz", "Kreuz"], False, [("Rotes Kreuz",), ("Kreuz",)]),
        ([], True, []),
    ],
)
def test_mentions_joined(names: list[str], people: bool, groups: list[tuple[str, ...]]) -> None:
    assert joined(names, people=people) == groups


def test_the_command_shows_the_ways(tmp_path: Path, model: str) -> None:
    (tmp_path / "t.txt").write_text(TEXT, "utf-8")
    (tmp_path / "t.json").write_text(GOLD.model_dump_json(), "utf-8")
    out = tmp_path / "ways.out"
    arguments = ["evaluate", str(tmp_path), str(tmp_path), "--compare", "--model", model, "--json", str(out)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    assert all(way in result.stdout for way in WAYS)
    assert "with the model no part is lower" in result.stdout
    assert json.loads(out.read_text("utf-8"))["both"]["people"] == 1.0


def test_our_model_lowers_nothing() -> None:
    """The policy of merging, on our own German gold: what the model adds costs no part anything."""
    folder = Path(__file__).parents[1] / "gold" / "de"
    comparison = evaluate_ways(folder, folder)
    assert comparison.lowered() == ()
    f1 = comparison.f1()
    assert f1["both"]["organizations"] > f1["rules alone"]["organizations"]
    assert f1["both"]["people"] > f1["model alone"]["people"]
