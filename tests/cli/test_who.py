"""coalition-nlp who: office holders by name, office, country and day."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coalition_nlp.cli.main import app
from coalition_nlp.knowledge.office_holders import use_holders
from coalition_nlp.knowledge.own_holders import VARIABLE
from coalition_nlp.knowledge.own_organizations import VARIABLE as OWN_ORGANIZATIONS
from coalition_nlp.knowledge.own_organizations import use_organizations


def who(*arguments: str):
    return CliRunner().invoke(app, ["who", *arguments])


def rows(*arguments: str) -> list[dict]:
    result = who(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_office_on_a_day():
    (row,) = rows("--office", "foreign", "--country", "de", "--on", "2020-06-04")
    assert (row["name"], row["start"]) == ("Heiko Maas", "2018-03-14")


def test_all_terms_of_a_name_in_any_transliteration():
    assert {row["name"] for row in rows("Lawrow")} == {row["name"] for row in rows("Lavrov")}


def test_an_organization():
    names = {row["name"] for row in rows("--organization", "NATO", "--office", "secretary_general")}
    assert "Jens Stoltenberg" in names


def test_the_table_for_people():
    result = who("Maas")
    assert result.exit_code == 0
    assert "Heiko Maas" in result.stdout
    assert "foreign minister" in result.stdout


def test_nobody_found():
    result = who("Ravander")
    assert result.exit_code == 1
    assert "nobody" in result.output


@pytest.mark.parametrize("arguments", [(), ("--on", "yesterday")])
def test_wrong_usage(arguments: tuple[str, ...]):
    assert who(*arguments).exit_code == 2


def test_an_own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(VARIABLE, "")
    path = tmp_path / "own.csv"
    path.write_text("name,organization,role,start\nTuuli Ravander,AU,secretary_general,2031\n", encoding="utf-8")
    try:
        assert [row["organization"] for row in rows("Ravander", "--holders", str(path))] == ["AU"]
        path.write_text("name,role,start\nTuuli Ravander,minister,2031\n", encoding="utf-8")
        result = who("Ravander", "--holders", str(path))
        assert result.exit_code == 2
        assert "line 2: neither country nor" in " ".join(result.output.replace("│", " ").split())
    finally:
        use_holders()


@pytest.mark.parametrize("form", ["UN", "United Nations", "Vereinte Nationen", "Vereinten Nationen"])
def test_an_organization_in_any_form(form: str):
    assert {row["organization"] for row in rows("--organization", form)} == {"UN"}


def test_an_unknown_organization():
    assert who("--organization", "Tern Island Council").exit_code == 1


def test_an_organization_of_an_own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv(OWN_ORGANIZATIONS, "")
    holders, organizations = tmp_path / "holders.csv", tmp_path / "organizations.csv"
    holders.write_text("name,organization,role,start\nTuuli Ravander,TIC,secretary_general,2031\n", encoding="utf-8")
    organizations.write_text("name,forms\nTern Island Council,TIC|Rat der Seeschwalben\n", encoding="utf-8")
    tables = ("--holders", str(holders), "--organizations", str(organizations))
    try:
        assert [row["name"] for row in rows("--organization", "Rat der Seeschwalben", *tables)] == ["Tuuli Ravander"]
    finally:
        use_holders()
        use_organizations()
