"""The layers of the house hold: no room imports one above it."""

from pathlib import Path

from importlinter.cli import lint_imports

CONFIG = Path(__file__).parents[1] / "pyproject.toml"


def test_import_linter_passes(capsys) -> None:
    code = lint_imports(config_filename=str(CONFIG), no_cache=True)
    assert code == 0, capsys.readouterr().out
