"""A folder in, one Document or Failure per file out, in order, whatever the files and the processes do."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import coalition_nlp
from coalition_nlp import Document, Failure, ModelError, SourceError, UnsupportedLanguageError
from coalition_nlp.batch import extract_files, extract_folder
from coalition_nlp.batch.processes import in_processes
from coalition_nlp.batch.worker import read_one

BAD = {
    "00-empty.txt": (b"", "SourceError", "ingest"),
    "01-binary.txt": (b"\x00\x01\x02" * 99, "SourceError", "ingest"),
    "02-empty.html": (b"<html><body></body></html>", "SourceError", "ingest"),
    "zz-blank.md": (b"  \n ", "SourceError", "ingest"),
}


@pytest.fixture
def mixed(press: Path, french: str) -> Path:
    """Good files with bad ones before, between and after them."""
    for name, (data, _, _) in BAD.items():
        (press / name).write_bytes(data)
    (press / "aa-french.txt").write_text(french, "utf-8")
    return press


def summary(records: list[Document | Failure]) -> list[str]:
    return [f"{Path(str(r.source)).name}: {r.error if isinstance(r, Failure) else r.language}" for r in records]


def test_one_record_per_file_in_order(mixed: Path) -> None:
    assert summary(list(extract_folder(mixed))) == [
        "00-empty.txt: SourceError",
        "01-binary.txt: SourceError",
        "02-empty.html: SourceError",
        "a.txt: de",
        "aa-french.txt: UnsupportedLanguageError",
        "b.txt: en",
        "d.html: en",
        "c.md: en",
        "zz-blank.md: SourceError",
    ]


def test_failures_say_what_where_and_why(mixed: Path) -> None:
    failures = {Path(r.source).name: r for r in extract_folder(mixed) if isinstance(r, Failure)}
    for name, (_, error, stage) in BAD.items():
        assert (failures[name].error, failures[name].stage) == (error, stage)
        assert failures[name].message.startswith(str(mixed / name))
    assert failures["aa-french.txt"].stage == "language"


def test_two_processes_give_the_same(mixed: Path) -> None:
    one = list(extract_folder(mixed))
    two = list(extract_folder(mixed, n_process=2))
    assert [r.model_dump_json() for r in two] == [r.model_dump_json() for r in one]


def test_documents_are_those_of_extract(press: Path, german: str) -> None:
    (found,) = extract_folder(press / "a.txt", published="2020-02-14")
    alone = coalition_nlp.extract(german, published="2020-02-14")
    assert isinstance(found, Document)
    assert found.model_dump(exclude={"source", "id"}) == alone.model_dump(exclude={"source", "id"})
    assert found.published_from == "argument"


def test_nothing_is_read_before_it_is_asked_for(press: Path) -> None:
    records = extract_folder(press)
    (press / "b.txt").unlink()
    assert summary(list(records))[1] == "b.txt: SourceError"


def test_a_missing_model_fails_every_file_and_stops_none(press: Path) -> None:
    records = list(extract_folder(press, language="en", model="no_such_model"))
    assert [(r.error, r.stage) for r in records if isinstance(r, Failure)] == [("ModelError", "model")] * 4
    assert "no_such_model" in records[0].message


def test_an_error_inside_the_pipeline_is_a_failure(press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise IndexError("oh \udce4")

    monkeypatch.setattr("coalition_nlp.pipeline.run.extract_source", fail)
    record = read_one(press / "b.txt")
    assert isinstance(record, Failure)
    assert (record.error, record.stage) == ("IndexError", "extract")
    assert record.message.startswith(f"{press / 'b.txt'}: IndexError: oh ")
    assert Failure.model_validate_json(record.model_dump_json()) == record


def test_file_names_that_are_no_unicode(tmp_path: Path, english: str) -> None:
    import os

    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(english, "utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (record,) = extract_folder(tmp_path)
    assert isinstance(record, Document)
    assert Document.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"language": "fr"}, UnsupportedLanguageError),
        ({"published": "yesterday"}, SourceError),
        ({"n_process": 0}, ValueError),
        ({"model": "en_core_web_sm"}, ModelError),
    ],
)
def test_wrong_arguments_raise_at_once(arguments: dict, error: type[Exception], press: Path) -> None:
    with pytest.raises(error):
        extract_folder(press, **arguments)


def test_no_such_folder_raises_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        extract_folder(tmp_path / "none")


def test_no_files_are_no_records() -> None:
    assert list(extract_files([], n_process=2)) == []


TASKS = """
import os, time
from coalition_nlp.records import Failure

def task(path):
    if "die" in path.name:
        os._exit(9)
    if "slow" in path.name:
        time.sleep(0.3)
    if "raise" in path.name:
        raise RuntimeError("a task that breaks its word")
    return Failure(source=path.name, error="none", message="read", stage="ingest")
"""


@pytest.fixture
def task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """A task that worker processes can import."""
    (tmp_path / "dying_tasks.py").write_text(TASKS, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import importlib

    return importlib.import_module("dying_tasks").task


@pytest.mark.parametrize(
    "names",
    [
        ["a", "b", "die", "c", "d"],
        ["die", "a"],
        ["a", "slow", "b", "die1", "c", "die2", "d"],
        ["slow", *"abcdefghijkl", "die", *"mnopqrstuvwxyz"],
    ],
    ids=["middle", "first", "two", "beyond the look-ahead"],
)
def test_a_worker_that_dies_costs_its_file_only(names: list[str], task: Callable) -> None:
    records = list(in_processes(task, [Path(name) for name in names], 2))
    assert [r.source for r in records] == names
    assert [r.source for r in records if r.error != "none"] == [name for name in names if "die" in name]
    died = next(r for r in records if r.error != "none")
    assert (died.error, died.stage) == ("ExtractionError", "extract")
    assert "the worker process died on this file" in died.message


def test_the_look_ahead_is_bounded(task: Callable) -> None:
    taken: list[str] = []

    class Watched(list):
        def __iter__(self):  # type: ignore[no-untyped-def]
            for path in super().__iter__():
                taken.append(path.name)
                yield path

    records = in_processes(task, Watched(Path(f"f{n}") for n in range(100)), 2)
    next(records)
    assert len(taken) <= 10
    records.close()


def test_leaving_early_leaves_no_process(task: Callable) -> None:
    import multiprocessing

    records = in_processes(task, [Path(f"slow{n}") for n in range(30)], 2)
    next(records)
    records.close()
    assert multiprocessing.active_children() == []


def test_a_script_without_its_guard_is_told_so(press: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"import coalition_nlp\nprint(len(list(coalition_nlp.extract_folder({str(press)!r}, n_process=2))))\n", "utf-8"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert 'keep the call under `if __name__ == "__main__":`' in done.stderr


def test_importing_batch_is_light() -> None:
    code = "import sys, coalition_nlp.batch, coalition_nlp.sinks; print('spacy' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
