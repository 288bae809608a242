"""Own tables on the command line: read by every command that reads texts, refused with option, file and line."""

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from coalition_nlp.cli.main import app
from coalition_nlp.knowledge import own_holders, own_organizations
from coalition_nlp.knowledge.office_holders import use_holders
from coalition_nlp.knowledge.own_organizations import use_organizations

TEXT = "Brussels – Foreign minister Ravander met the Tern Island Council (TIC) on Monday. The TIC was pleased.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(own_holders.VARIABLE, "")
    monkeypatch.setenv(own_organizations.VARIABLE, "")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "organizations.csv").write_text(
        "name,forms,kind,wikidata\nTern Island Council,TIC,government,Q123\n", encoding="utf-8"
    )
    (tmp_path / "holders.csv").write_text(
        "name,country,role,portfolio,start\nTuuli Ravander,FI,minister,foreign,2010\n", encoding="utf-8"
    )
    yield tmp_path
    use_holders()
    use_organizations()


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def extracted(folder: Path, *arguments: object) -> dict:
    result = run("extract", folder / "a.txt", "-o", "-", "--language", "en", "--published", "2020-06-05", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_extract_reads_both(folder: Path) -> None:
    tables = ("--holders", folder / "holders.csv", "--organizations", folder / "organizations.csv")
    document = extracted(folder, *tables)
    council = next(o for o in document["organizations"] if o["name"] == "Tern Island Council")
    assert (council["kind"], council["wikidata"]) == ("government", "Q123")
    assert any(office["country"] == "FI" for person in document["people"] for office in person["offices"])


def test_worker_processes_read_them_too(folder: Path) -> None:
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    out = folder / "out.jsonl"
    options = ("--language", "en", "-j", 2, "-o", out, "--organizations", folder / "organizations.csv")
    assert run("extract", folder / "a.txt", folder / "b.txt", *options).exit_code == 0
    for line in out.read_text("utf-8").splitlines():
        assert any(o["wikidata"] == "Q123" for o in json.loads(line)["organizations"])


def test_explain_reads_them(folder: Path) -> None:
    result = run("explain", folder / "a.txt", "--language", "en", "--organizations", folder / "organizations.csv")
    assert result.exit_code == 0, result.output
    assert "TIC" in result.stdout


@pytest.mark.parametrize("option", ["--holders", "--organizations"])
@pytest.mark.parametrize("command", [("extract",), ("explain",), ("evaluate", ".")])
def test_a_broken_table_is_named(folder: Path, option: str, command: tuple[str, ...]) -> None:
    bad = folder / "bad.csv"
    bad.write_text("colour\nred\n", encoding="utf-8")
    target = folder if command[0] == "evaluate" else folder / "a.txt"
    result = run(*command, target, option, bad)
    assert result.exit_code == 2
    said = " ".join(result.output.replace("│", " ").split())
    assert option in said and "line 1: columns colour" in said


def test_a_missing_table_is_named(folder: Path) -> None:
    result = run("extract", folder / "a.txt", "--organizations", folder / "none.csv")
    assert result.exit_code == 2
    assert "can't be read as a table of" in " ".join(result.output.replace("│", " ").split())
