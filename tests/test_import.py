"""Importing the package is cheap: what is heavy comes in on first use."""

import subprocess
import sys

import pytest

import coalition_nlp

HEAVY = ("spacy", "pydantic", "numpy", "jinja2", "pandas", "typer", "rich", "trafilatura")


def fresh(code: str) -> str:
    """What a new Python process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, coalition_nlp; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert fresh(code) == "[]"


def test_the_records_come_without_spacy() -> None:
    code = "import sys; from coalition_nlp import Document; print(Document.__name__, 'spacy' in sys.modules)"
    assert fresh(code) == "Document False"


def test_import_time() -> None:
    code = "import time; t = time.perf_counter(); import coalition_nlp; print(time.perf_counter() - t)"
    assert min(float(fresh(code)) for _ in range(3)) < 0.3


@pytest.mark.parametrize("name", coalition_nlp.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(coalition_nlp, name).__name__ == name


def test_unknown_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        _ = coalition_nlp.extrakt


def test_version_is_the_installed_one() -> None:
    from importlib.metadata import version

    assert coalition_nlp.__version__ == version("coalition-nlp")
    assert {*coalition_nlp.__all__, "__version__"} == set(dir(coalition_nlp))
