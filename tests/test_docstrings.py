"""Every example in a docstring runs and prints what it says; warnings are errors as everywhere in the tests."""

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import coalition_nlp


def modules() -> Iterator[str]:
    yield "coalition_nlp"
    yield from (
        module.name
        for module in pkgutil.walk_packages(coalition_nlp.__path__, "coalition_nlp.")
        if not module.name.endswith(".__main__")  # importing it would start the command
    )


def examples() -> list[doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for name in modules() for test in finder.find(importlib.import_module(name), name)]
    return sorted((test for test in found if test.examples), key=lambda test: test.name)


EXAMPLES = examples()


@pytest.mark.parametrize("test", EXAMPLES, ids=lambda test: test.name)
def test_example(test: doctest.DocTest) -> None:
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(test, out=report.append, clear_globs=False)
    assert runner.failures == 0, "".join(report)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 20


@pytest.mark.parametrize("name", ["load", "extract", "extract_folder", "Document", "Mention"])
def test_the_public_names_have_examples(name: str) -> None:
    assert ">>> " in (inspect.getdoc(getattr(coalition_nlp, name)) or "")


@pytest.mark.parametrize("name", list(modules()))
def test_every_module_says_what_it_is(name: str) -> None:
    module = importlib.import_module(name)
    empty = not Path(str(module.__file__)).read_text("utf-8").strip()
    assert empty or (module.__doc__ or "").strip()
