"""extract_folder(): every press text below a folder, one after the other or in worker processes."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coalition_nlp.errors import ModelError
from coalition_nlp.ingest.files import find_files
from coalition_nlp.ingest.language import check_language
from coalition_nlp.ingest.text import given_date

from .worker import read_one

if TYPE_CHECKING:
    from coalition_nlp.records import Document, Failure


def extract_folder(
    path: str | os.PathLike[str],
    *,
    language: str = "auto",
    published: str | dt.date | None = None,
    n_process: int = 1,
    model: str | os.PathLike[str] | None = None,
) -> Iterator[Document | Failure]:
    """Read every .txt, .md and .html file below a folder (or one file); a file that fails becomes a Failure.

    Results come in the order of the sorted paths and are the same for any number of processes. With more than one
    process, a script must keep the call under `if __name__ == "__main__":`, as the workers import the script.

    Args:
        path: a folder, searched with its sub-folders, or a file.
        language: "de", "en", or "auto", which decides per file.
        published: publication date of all files; without it, each file's own is looked for.
        n_process: number of worker processes; 1 works in this process.
        model: base model, see `coalition_nlp.load`; needs a language other than "auto".

    Raises:
        SourceError: no such path, no readable file in the folder, or `published` is no date.
        UnsupportedLanguageError: `language` is not one of the three.
        ModelError: `model` is given with "auto".
        ValueError: `n_process` is below 1.

    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("The ministers met in Rome on Monday.")
    >>> _ = (folder / "b.txt").write_text("")
    >>> [getattr(record, "language", None) or record.error for record in extract_folder(folder)]
    ['en', 'SourceError']
    """
    return extract_files(
        find_files(path), language=language, published=published, n_process=n_process, model=model
    )  # fmt: skip


def extract_files(
    files: Iterable[str | os.PathLike[str]],
    *,
    language: str = "auto",
    published: str | dt.date | None = None,
    n_process: int = 1,
    model: str | os.PathLike[str] | None = None,
) -> Iterator[Document | Failure]:
    """`extract_folder` for files that are already listed; arguments and errors are the same.

    Wrong arguments raise at once; the files are read as the iterator is.
    """
    check_language(language)
    if model is not None and language == "auto":
        raise ModelError("a base model belongs to one language: give language='de' or 'en' together with model")
    if n_process < 1:
        raise ValueError(f"n_process is {n_process}; it must be at least 1")
    date = given_date(published)
    task = partial(
        read_one,
        language=language,
        published=date.day if date else None,
        model=os.fspath(model) if model is not None else None,
    )
    paths = [Path(file) for file in files]
    if n_process == 1 or len(paths) < 2:
        return map(task, paths)
    from .processes import in_processes

    return in_processes(task, paths, min(n_process, len(paths)))
