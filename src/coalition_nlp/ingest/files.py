"""From a file or folder to Sources: which files, encoding, format."""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from pathlib import Path

from coalition_nlp.errors import SourceError

from .source import Source, sha256
from .text import MAX_CHARACTERS, source_from_text

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES
_MAX_BYTES = 8 * MAX_CHARACTERS  # a page may have several times more markup than text
_WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w.:-]{2,20})""")
_WIDER = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}  # as browsers read them
_BINARY = "{}: this is a binary file, not a text; convert it to .txt or .html first"


def path_name(path: str | os.PathLike[str]) -> str:
    """A path as records and messages name it; bytes that are no valid UTF-8 are shown as escapes."""
    return os.fspath(path).encode("utf-8", "backslashreplace").decode("utf-8")


def find_files(path: str | os.PathLike[str]) -> list[Path]:
    """A file itself, or every readable file below a folder, sorted by path; hidden files and folders are passed over.

    A sub-folder that can't be opened is listed too, so that reading it says why instead of losing it silently.

    Raises:
        SourceError: there is no such path, or nothing readable in the folder.
    """
    root = Path(path)
    if root.is_file():
        return [root]
    if not root.is_dir():
        raise SourceError(f"{path_name(root)}: no such file or folder")
    found = [file for file in _walk(root) if file.suffix.lower() in SUFFIXES or file.is_dir()]
    if not found:
        raise SourceError(
            f"{path_name(root)}: no readable files in this folder; read are {', '.join(sorted(SUFFIXES))}"
        )
    return sorted(found)


def count_others(path: str | os.PathLike[str]) -> int:
    """How many files below a folder `find_files` passes over because of their format; hidden ones do not count."""
    return sum(file.suffix.lower() not in SUFFIXES and not file.is_dir() for file in _walk(Path(path)))


def _walk(root: Path) -> list[Path]:
    """Files below a folder that are not hidden, and sub-folders that can't be opened."""
    closed: list[Path] = []
    found: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in files if not name.startswith(".")]
    return found + closed


def _has_control(sample: bytes) -> bool:
    """Whether there are more control characters than a stray few."""
    return sum(byte < 9 or 13 < byte < 32 for byte in sample) > 4 + len(sample) / 100


def decode(data: bytes, name: str) -> str:
    """Text of a file: UTF-8 or UTF-16 by its byte order mark, UTF-8 if valid, else what the page declares, else the
    best Western encoding.

    >>> decode("Gespräche".encode("cp1252"), "x.txt")
    'Gespräche'

    Raises:
        SourceError: the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError(f"{name}: broken {encoding} text: {error}; save it again as UTF-8") from error
    sample = data[:65536]
    if b"\x00" in sample:
        for encoding, nulls in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
            if nulls.count(0) > 0.8 * len(nulls):  # Western text in UTF-16 without a mark
                try:
                    text = data.decode(encoding)
                except UnicodeDecodeError:
                    break
                if not _has_control(text[:65536].encode("utf-8", "replace")):
                    return text
        raise SourceError(_BINARY.format(name))
    if _has_control(sample):
        raise SourceError(_BINARY.format(name))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared := _CHARSET.search(data[:4096]):
        try:
            return data.decode(_WIDER.get(charset := declared.group(1).decode("ascii").lower(), charset))
        except (LookupError, UnicodeDecodeError):
            pass  # declared wrongly, which is common
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_WESTERN).best()
    if best is None:
        raise SourceError(f"{name}: the encoding can't be told; save the file as UTF-8")
    # the encodings differ in rare signs only where charset-normalizer sees a tie; cp1252 is the common one
    encoding = "cp1252" if "cp1252" in (best.encoding, *best.could_be_from_charset) else best.encoding
    return data.decode(encoding, errors="replace")


def source_from_file(
    path: str | os.PathLike[str], *, language: str = "auto", published: str | dt.date | None = None
) -> Source:
    """Read one .txt, .md or .html file.

    For text files offsets point into the decoded file, unchanged; for HTML into the extracted text.

    Raises:
        SourceError: missing, empty, binary, too large, of another format, or a page without text; names the file.
        UnsupportedLanguageError: neither German nor English.
    """
    file = Path(path)
    name = path_name(path)
    suffix = file.suffix.lower()
    try:
        status = file.stat()
        if stat.S_ISDIR(status.st_mode):
            next(os.scandir(file), None)  # says so if it can't be opened
            raise SourceError(f"{name}: this is a folder, not a file; read it with extract_folder")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{name}: this is a device or pipe, not a file; save its content as .txt first")
        if suffix not in SUFFIXES:
            raise SourceError(
                f"{name}: can't read {suffix or 'files without suffix'}; read are {', '.join(sorted(SUFFIXES))}"
            )
        if status.st_size > _MAX_BYTES:
            raise SourceError(
                f"{name}: {status.st_size / 1e6:.0f} MB are too large for a press text "
                f"(limit {_MAX_BYTES / 1e6:.0f} MB); split it into single articles first"
            )
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or error
        raise SourceError(f"{name}: can't be read: {reason}; check the path and its permissions") from error
    if not data.strip():
        raise SourceError(f"{name}: the file is empty; nothing to read")
    text = decode(data, name)
    if suffix in HTML_SUFFIXES:
        from .html import source_from_html

        return source_from_html(text, language=language, published=published, path=name, identifier=sha256(data))
    return source_from_text(text, language=language, published=published, path=name, identifier=sha256(data))
