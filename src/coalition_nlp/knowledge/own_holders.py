"""Terms of office from a user's own file, checked row by row.

The file is CSV in UTF-8 with a first line of column names. Needed are `name`, `role`, `start` and one of `country` and
`organization`; all other columns of the package's table (`portfolio`, `end`, `aliases`, `post`, `acting`, `wikidata`)
may be there. Lines that begin with # are comments.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from coalition_nlp.errors import RuleFileError
from coalition_nlp.records.vocabulary import Portfolio, Role

from .countries import countries
from .own_tables import read_rows

if TYPE_CHECKING:
    from .office_holders import Holder

VARIABLE = "COALITION_NLP_HOLDERS"
_NEEDED = ("name", "role", "start")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?$")


def own_files() -> tuple[Path, ...]:
    """The files that the environment variable COALITION_NLP_HOLDERS names, parted as in PATH."""
    return tuple(Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)


def read_holders(path: Path) -> tuple[Holder, ...]:
    """All terms of a file.

    Raises:
        RuleFileError: it can't be read, or a row is not valid; names the file, the line and what to do.
    """
    from .office_holders import Holder

    known, found = Holder._fields, []
    for number, cells in read_rows(path, "office holders", known, _NEEDED):
        problem = _problem(cells)
        if problem:
            raise RuleFileError(f"{path}, line {number}: {problem}")
        values: dict[str, object] = {column: cells.get(column) or None for column in known}
        values.update(aliases=cells.get("aliases", ""), acting=cells.get("acting") == "acting")
        found.append(Holder(**values))  # type: ignore[arg-type]
    return tuple(found)


def _problem(cells: dict[str, str]) -> str | None:
    """What is wrong with a row, or None."""
    for column in _NEEDED:
        if not cells[column]:
            return f"no {column}"
    country, organization = cells.get("country"), cells.get("organization")
    if not country and not organization:
        return "neither country nor organization"
    if country and country not in countries():
        return f"country {country!r} is no ISO 3166-1 alpha-2 code (DE, FR, ...)"
    for column, allowed in (("role", get_args(Role)), ("portfolio", get_args(Portfolio))):
        if cells.get(column) and cells[column] not in allowed:
            return f"{column} {cells[column]!r} is none of {', '.join(allowed)}"
    for column in ("start", "end"):
        if cells.get(column) and not _is_date(cells[column]):
            return f"{column} {cells[column]!r} is no date as YYYY-MM-DD, YYYY-MM or YYYY"
    if cells.get("end") and cells["end"] < cells["start"][: len(cells["end"])]:
        return f"ends ({cells['end']}) before it starts ({cells['start']})"
    if cells.get("acting") not in (None, "", "acting"):
        return f"acting is {cells['acting']!r}; write 'acting' or leave it empty"
    if cells.get("wikidata") and not re.fullmatch(r"Q[1-9]\d*", cells["wikidata"]):
        return f"wikidata {cells['wikidata']!r} is no id such as Q567"
    return None


def _is_date(text: str) -> bool:
    if not _DATE.match(text):
        return False
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
