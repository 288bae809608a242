"""JSON Lines: one Document a line, in UTF-8; failures in a file of their own beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pydantic import ValidationError

from coalition_nlp.errors import SourceError
from coalition_nlp.records import Document, Failure


def failures_path(path: str | os.PathLike[str]) -> Path:
    """Where the failures of a batch go.

    >>> str(failures_path("out.jsonl"))
    'out.failures.jsonl'
    """
    return Path(path).with_suffix(".failures.jsonl")


class JsonlSink:
    """Writes Documents to `path` and Failures, if there are any, to `path` with the suffix .failures.jsonl.

    Each record is handed to the system as a whole line at once: whatever was written stays, however the program ends.
    An existing file is overwritten.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "out.jsonl"
    >>> with JsonlSink(path) as sink:
    ...     sink.write(Document(id="0" * 64, language="en", text="Talks in Rome."))
    >>> [document.text for document in read_jsonl(path)]
    ['Talks in Rome.']

    Raises:
        OSError: the file can't be written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.failures_path = failures_path(path)
        self._documents: IO[bytes] = self.path.open("wb")
        self.failures_path.unlink(missing_ok=True)  # those of an earlier run
        self._failures: IO[bytes] | None = None

    def write(self, record: Document | Failure) -> None:
        """Write one record."""
        if isinstance(record, Document):
            stream = self._documents
        else:
            if self._failures is None:
                self._failures = self.failures_path.open("wb")
            stream = self._failures
        stream.write(record.model_dump_json().encode("utf-8") + b"\n")
        stream.flush()

    def close(self) -> None:
        """Close the files."""
        self._documents.close()
        if self._failures is not None:
            self._failures.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def read_jsonl(path: str | os.PathLike[str]) -> Iterator[Document]:
    """The Documents of a file that JsonlSink wrote, checked, one at a time.

    Raises:
        SourceError: the file can't be read, or a line is no Document; names file and line.
    """
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed below, its errors told apart from those of the lines
    except OSError as error:
        raise SourceError(f"{path}: can't be read: {error.strerror or error}") from error
    with stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                yield Document.model_validate_json(line)
            except ValidationError as error:
                reason = error.errors()[0]
                where = ".".join(map(str, reason["loc"]))
                raise SourceError(
                    f"{path}: line {number} is no Document of this version ({where}: {reason['msg']}); "
                    "write the file again with coalition-nlp extract"
                ) from error
