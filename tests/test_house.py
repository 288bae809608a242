"""Habits of the house: rooms of a readable size, no paths of a single machine."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "coalition_nlp"
TEXT = {".py", ".md", ".toml", ".json", ".csv", ".ipynb", ".html", ".css", ".txt", ".cfg", ".yml", ".yaml", ""}
GENERATED = {".git", ".venv", "venv", "build", "dist", "out", "weights", "results"}
# Absolute paths that exist on one machine only.
MACHINE = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|tmp|mnt|opt/build)/[\w.-]+")


def text_files() -> list[Path]:
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in TEXT
        and path.is_file()
        and path != Path(__file__).resolve()
        and not any(part in GENERATED or part.endswith("cache__") for part in path.relative_to(ROOT).parts)
        and not any(part.startswith(".") and part != ".ci" for part in path.relative_to(ROOT).parts)
        and path.stat().st_size < 2_000_000
    ]


@pytest.mark.parametrize("path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES)))
def test_no_module_is_over_400_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


def test_nothing_of_a_single_machine_is_in_the_tree() -> None:
    found = []
    for path in text_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in MACHINE.finditer(text)]
    assert found == []
