"""JSON Lines: what is written is read back, nothing written is lost, failures lie beside."""

import json
from pathlib import Path

import pytest

from coalition_nlp.errors import SourceError
from coalition_nlp.records import Document, Failure
from coalition_nlp.sinks import JsonlSink, read_jsonl
from coalition_nlp.sinks.jsonl import failures_path

DOCUMENTS = [
    Document(id="0" * 64, language="de", text="Gespräche in Rom – „heute“.\nZweite Zeile.\u2028Dritte."),
    Document(id="1" * 64, language="en", text="Talks in Rome. \U0001f54a"),
]
FAILURE = Failure(source="a.txt", error="SourceError", message="a.txt: the file is empty", stage="ingest")


def test_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with JsonlSink(path) as sink:
        for document in DOCUMENTS:
            sink.write(document)
    assert list(read_jsonl(path)) == DOCUMENTS
    assert path.read_bytes().count(b"\n") == 2
    assert "Gespräche" in path.read_text("utf-8")
    assert not failures_path(path).exists()


def test_failures_go_beside(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with JsonlSink(path) as sink:
        sink.write(DOCUMENTS[0])
        sink.write(FAILURE)
    assert list(read_jsonl(path)) == DOCUMENTS[:1]
    assert json.loads((tmp_path / "out.failures.jsonl").read_text("utf-8")) == FAILURE.model_dump()


def test_failures_of_an_earlier_run_do_not_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with JsonlSink(path) as sink:
        sink.write(FAILURE)
    with JsonlSink(path) as sink:
        sink.write(DOCUMENTS[0])
    assert not failures_path(path).exists()


def test_every_record_is_there_at_once(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    sink = JsonlSink(path)
    for number, document in enumerate(DOCUMENTS, 1):
        sink.write(document)
        assert len(list(read_jsonl(path))) == number
    sink.close()


def test_an_error_in_between_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with pytest.raises(RuntimeError), JsonlSink(path) as sink:
        sink.write(DOCUMENTS[0])
        raise RuntimeError
    assert list(read_jsonl(path)) == DOCUMENTS[:1]


@pytest.mark.parametrize(
    "line", [b'{"id": "0', b"[]", b"nonsense", b'{"id": "0", "language": "fr", "text": ""}', b"\xff\xfe"]
)
def test_a_broken_line_is_named_after_the_good_ones(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(DOCUMENTS[0].model_dump_json().encode() + b"\n\n" + line)
    records = read_jsonl(path)
    assert next(records) == DOCUMENTS[0]
    with pytest.raises(SourceError, match=r"out\.jsonl: line 3 is no Document"):
        next(records)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.jsonl: can't be read"):
        next(read_jsonl(tmp_path / "none.jsonl"))
