"""CSV tables that users give: read line by line, so that an error can name the line."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from coalition_nlp.errors import RuleFileError


def read_rows(
    path: Path, what: str, known: Sequence[str], needed: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table in UTF-8 by column name, white space folded, with their line numbers; # begins a comment.

    Raises:
        RuleFileError: it can't be read, or columns or cells do not fit; names the file, the line and what to do.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = list(stream)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleFileError(f"{path}: can't be read as a table of {what} in UTF-8: {error}") from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    rows = list(csv.reader(line for _, line in numbered))
    if not rows or len(rows) != len(numbered):
        raise RuleFileError(f"{path}: no table; give a line of column names and one line for each of the {what}")
    columns = [column.strip() for column in rows[0]]
    if set(needed) - set(columns) or set(columns) - set(known) or len(set(columns)) < len(columns):
        raise RuleFileError(
            f"{path}, line {numbered[0][0]}: columns {', '.join(columns)}; needed: {', '.join(needed)}, "
            f"possible: {', '.join(known)}"
        )
    for (number, _), row in zip(numbered[1:], rows[1:], strict=True):
        if len(row) != len(columns):
            raise RuleFileError(f"{path}, line {number}: {len(row)} cells for {len(columns)} columns")
        yield number, {column: " ".join(cell.split()) for column, cell in zip(columns, row, strict=True)}
