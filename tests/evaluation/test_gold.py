"""Reading gold files: every error names the file."""

import json
from pathlib import Path

import pytest

from coalition_nlp.errors import GoldError
from coalition_nlp.evaluation import evaluate, read_gold
from coalition_nlp.evaluation.names import interval, same_beginning, same_speaker, trim_time

GOLD = {"id": "a", "lang": "en", "published": "2015-05-04", "times": [{"text": "Monday", "type": "DATE", "value": "x"}]}


def write(folder: Path, gold: object, text: str | None = "They met on Monday.", name: str = "a") -> None:
    (folder / f"{name}.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), "utf-8")
    if text is not None:
        (folder / f"{name}.txt").write_text(text, "utf-8")


def test_reads_sub_folders_in_order(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    write(tmp_path, GOLD)
    write(tmp_path / "de", GOLD)
    assert [text.name for text in read_gold(tmp_path, tmp_path)] == ["a", "de/a"]


@pytest.mark.parametrize(
    ("gold", "text", "message"),
    [
        (GOLD, None, "its text .*a.txt is missing"),
        ("{", "x", "a.json: not a gold file"),
        ({**GOLD, "poeple": []}, "x", "poeple"),
        (GOLD, "They met on Tuesday.", "occurrence 1 of 'Monday' is not in"),
        ({**GOLD, "times": [{**GOLD["times"][0], "occurrence": 2}]}, "On Monday.", "occurrence 2 of 'Monday' is not"),
    ],
)
def test_broken_gold_is_named(tmp_path: Path, gold: object, text: str | None, message: str) -> None:
    write(tmp_path, gold, text)
    with pytest.raises(GoldError, match=message):
        read_gold(tmp_path, tmp_path)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold files"):
        evaluate(tmp_path, tmp_path)


def test_the_card_counts_over_all_texts(tmp_path: Path) -> None:
    text = "The ministers met on 4 May 2015 and went home."
    times = [{"text": "4 May 2015", "type": "DATE", "value": "2015-05-04"}]
    write(tmp_path, {**GOLD, "times": times}, text)
    write(tmp_path, {**GOLD, "times": []}, text, name="b")
    card = evaluate(tmp_path, tmp_path)
    score = card.parts["times: span"]
    assert (score.correct, score.missed, score.spurious) == (1, 0, 1)
    assert score.extras == ["b: 4 May 2015 = 2015-05-04"]
    assert card.f1()["times: span"] == round(2 / 3, 4)
    assert sorted(card.texts) == ["a", "b"]


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Børge Brende", "Brende", True),
        ("The two delegations", "two delegations", True),
        ("US-Außenministerium", "Außenministerium", False),
        ("Ann Lee", "Bo Ek", False),
        ("EU", "US EU", False),  # too short to be sure
        ("Annegret Kramp-Karrenbauer", "Kramp-Karrenbauer", True),
    ],
)
def test_same_speaker(gold: str, found: str, same: bool) -> None:
    assert same_speaker(gold, found) is same


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("the talks would go on", "talks would go on, he hoped", True),
        ("the talks would go on", "nothing of the kind", False),
        ("", "talks", False),
    ],
)
def test_same_beginning(gold: str, found: str, same: bool) -> None:
    assert same_beginning(gold, found) is same


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2015-05-04", "2015-05-04", "2015-05-04"),
        ("2015-05-04TEV", "2015-05-04", "2015-05-04"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-W01", "2014-12-29", "2015-01-04"),
        ("2015", "2015-01-01", "2015-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
    ],
)
def test_interval(value: str, first: str, last: str) -> None:
    span = interval(value)
    assert span is not None
    assert [day.isoformat() for day in span] == [first, last]


@pytest.mark.parametrize("value", [None, "", "PRESENT_REF", "P3D", "soon"])
def test_no_interval(value: str | None) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [("am Montag", "Montag"), ("in the morning", "morning"), ("Ende April", "Ende April"), ("im", "im")],
)
def test_trim_time(text: str, left: str) -> None:
    leading, trailing = trim_time(text)
    assert text[leading : len(text) - trailing] == left
