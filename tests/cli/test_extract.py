"""coalition-nlp extract: records shown or written, failures named, exit codes."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from coalition_nlp.cli.main import app
from coalition_nlp.sinks import read_jsonl

ESCAPE = re.compile(r"\x1b|\r")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, arguments)])


def test_records_on_the_terminal(press: Path) -> None:
    result = run(press / "b.txt")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith(str(press / "b.txt")[:60])
    assert lines[1] == "Talks in Rome adjourned"
    assert lines[2].startswith("English · published 14 February 2020 (from dateline)")
    assert {"People", "Countries", "Meetings", "Statements", "Figures", "Times"} <= set(lines)
    assert re.search(r"^  Anna Visser +foreign minister, NL$", result.stdout, re.M)
    assert "“We are not there yet”" in result.stdout


def test_piped_output_has_no_control_codes_and_a_width(press: Path) -> None:
    result = run(press)
    assert not ESCAPE.search(result.stdout + result.stderr)
    assert max(len(line) for line in result.stdout.splitlines()) <= 100
    assert all(line == line.rstrip() for line in result.stdout.splitlines())


def test_records_in_a_file(press: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run(press, "-o", out)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert [Path(str(d.source)).name for d in read_jsonl(out)] == ["a.txt", "b.txt", "d.html", "c.md"]
    assert re.search(r"documents +1 +3 +4", result.stderr)
    assert "4 of 4 files read in" in result.stderr
    assert str(out) in result.stderr
    assert not (tmp_path / "out.failures.jsonl").exists()


def test_processes_change_nothing(press: Path, tmp_path: Path) -> None:
    assert run(press, "-o", tmp_path / "1.jsonl").exit_code == 0
    done = subprocess.run(
        [sys.executable, "-m", "coalition_nlp", "extract", press, "-o", tmp_path / "2.jsonl", "-j", "2"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()


def test_json_lines_on_standard_output(press: Path) -> None:
    result = run(press, "-o", "-")
    assert [json.loads(line)["language"] for line in result.stdout.splitlines()] == ["de", "en", "en", "en"]


def test_failures_are_named_and_stop_nothing(press: Path, tmp_path: Path) -> None:
    (press / "aa.txt").write_bytes(b"")
    (press / "zz.txt").write_bytes(b"\x00\x01" * 50)
    out = tmp_path / "out.jsonl"
    result = run(press, "-o", out)
    assert result.exit_code == 1
    assert f"failed: {press / 'aa.txt'}: the file is empty" in result.stderr
    assert f"failed: {press / 'zz.txt'}: this is a binary file" in result.stderr
    assert "convert it to .txt or .html first" in result.stderr
    assert "4 of 6 files read" in result.stderr
    assert len(list(read_jsonl(out))) == 4
    failures = [json.loads(line) for line in (tmp_path / "out.failures.jsonl").read_text("utf-8").splitlines()]
    assert [Path(f["source"]).name for f in failures] == ["aa.txt", "zz.txt"]


def test_a_folder_without_readable_files_fails_by_name_and_the_others_are_read(press: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty", press / "b.txt")
    assert result.exit_code == 1
    assert "empty: no readable files in this folder; read are" in result.stderr
    assert "Talks in Rome adjourned" in result.stdout
    assert run(tmp_path / "empty").exit_code == 1


def test_files_of_other_formats_are_counted(press: Path) -> None:
    assert "passed over" not in run(press, "-o", "-").stderr
    (press / "sub" / "x.pdf").write_bytes(b"%PDF")
    (press / ".hidden").write_bytes(b"")
    result = run(press, "-o", "-")
    assert result.exit_code == 0
    assert "1 other file in these folders passed over" in result.stderr


def test_a_file_given_twice_is_read_once(press: Path) -> None:
    assert run(press, press / "a.txt", press / "a.txt").stdout.count("Beratungen in Rom vertagt") == 1


def test_published_and_language_are_handed_on(press: Path) -> None:
    result = run(press / "a.txt", "--published", "2021-03-04", "--language", "de", "-o", "-")
    document = json.loads(result.stdout)
    assert (document["published"], document["published_from"], document["language"]) == ("2021-03-04", "argument", "de")


def test_a_missing_model_is_a_failure_with_a_remedy(press: Path) -> None:
    result = run(press / "b.txt", "--language", "en", "--model", "no_such_model")
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr
    assert "Give the name of an installed spaCy package" in result.stderr


def test_an_unknown_language_is_a_failure_with_a_remedy(french: str, tmp_path: Path) -> None:
    (tmp_path / "f.txt").write_text(french, "utf-8")
    result = run(tmp_path / "f.txt")
    assert result.exit_code == 1
    assert "give language='de' or 'en'" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["{press}/none.txt"],
        ["{press}", "--language", "fr"],
        ["{press}", "--published", "yesterday"],
        ["{press}", "--published", ""],
        ["{press}", "-j", "0"],
        ["{press}", "-j", "many"],
        ["{press}", "--model", "en_core_web_sm"],
        ["{press}", "--nonsense"],
        ["{press}", "-o", "{press}/none/out.jsonl"],
        ["{press}", "-o", "{press}/a.txt"],
        ["{press}", "-o", "{press}"],
    ],
    ids=lambda arguments: " ".join(arguments[-2:]) or "nothing",
)
def test_wrong_usage(arguments: list[str], press: Path) -> None:
    before = {path: path.read_bytes() for path in press.rglob("*") if path.is_file()}
    result = run(*(argument.format(press=press) for argument in arguments))
    assert result.exit_code == 2
    assert "Error" in result.stderr
    assert {path: path.read_bytes() for path in press.rglob("*") if path.is_file()} == before


def test_wrong_usage_leaves_an_earlier_output_as_it_is(press: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("earlier", "utf-8")
    assert run(press, "-o", out, "--published", "yesterday").exit_code == 2
    assert out.read_text("utf-8") == "earlier"


def test_texts_can_not_steer_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "[red]x.txt"
    path.write_text(
        "Talks \x1b[31mgo on [bold]today\n\nForeign Minister Anna [b]Visser[/b] said: “\x1b]0;title\x07We wait, [/].” "
        "She met 12 envoys in Rome.\n",
        "utf-8",
    )
    result = run(path)
    assert result.exit_code == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout
    assert "[bold]today" in result.stdout
    assert "[red]x.txt" in result.stdout.replace("\n", "")


def test_output_without_unicode_does_not_end_the_program(press: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coalition_nlp", "extract", press / "a.txt"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    assert b"Anna Visser" in done.stdout
