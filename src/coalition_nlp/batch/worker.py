"""What is done with one file, in this process or in a worker: never raises, so that no file can stop a batch."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from coalition_nlp.errors import CoalitionError, ModelError, UnsupportedLanguageError
from coalition_nlp.ingest.files import path_name, source_from_file
from coalition_nlp.records import Document, Failure


def read_one(
    path: Path, *, language: str = "auto", published: dt.date | None = None, model: str | None = None
) -> Document | Failure:
    """The Document of a file, or the Failure that says why there is none and at which stage."""
    stage = "ingest"
    try:
        source = source_from_file(path, language=language, published=published)
        from coalition_nlp.pipeline.build import shared_pipeline
        from coalition_nlp.pipeline.run import extract_source

        stage = "model"
        nlp = shared_pipeline(source.language, model)
        stage = "extract"
        return extract_source(source, nlp=nlp)
    except Exception as error:  # every kind: one file must not stop the others
        if isinstance(error, UnsupportedLanguageError):
            stage = "language"
        elif isinstance(error, ModelError):
            stage = "model"
        return failure(path, error, stage)


def failure(path: Path, error: BaseException, stage: str) -> Failure:
    """The Failure of a file; its message always begins with the file."""
    name = path_name(path)
    message = str(error) if isinstance(error, CoalitionError) else f"{type(error).__name__}: {error}"
    if not message.startswith(name):
        message = f"{name}: {message}"
    # an error may quote characters that JSON can't hold
    message = message.encode("utf-8", "backslashreplace").decode("utf-8")
    return Failure(source=name, error=type(error).__name__, message=message, stage=stage)
