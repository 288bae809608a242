"""Organizations from a user's own files, read beside the package's and checked row by row.

The file is CSV in UTF-8 with a first line of column names. Needed is `name`, under which the organization is recorded.
`forms` are the ways it is written in texts, parted by | (the name always is one); a star in a form stands for endings
of inflection ("Nordische* Rat*"). `kind`, `country` and `wikidata` may be there. Lines that begin with # are comments.
A name that the package knows ("NATO") gives that organization more forms.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

from coalition_nlp.errors import RuleFileError
from coalition_nlp.records.vocabulary import OrganizationKind

from .countries import countries
from .own_tables import read_rows

VARIABLE = "COALITION_NLP_ORGANIZATIONS"


class OwnOrganization(NamedTuple):
    """One row of a user's own table."""

    name: str
    forms: tuple[str, ...]
    kind: str | None
    country: str | None
    wikidata: str | None


_COLUMNS = OwnOrganization._fields
_calls = 0  # of use_organizations: tells those who compiled the rules to do so again


def use_organizations(*paths: Path | str) -> None:
    """Read own tables of organizations beside the package's, in this process and those it starts.

    The same as setting the environment variable COALITION_NLP_ORGANIZATIONS before the start. A second call replaces
    the first, and without paths only the package's table is used.

    Raises:
        RuleFileError: a file is not valid; names file, line and what to do. Nothing is changed then.

    >>> use_organizations()
    """
    global _calls
    for path in paths:
        read_organizations(Path(path))
    os.environ[VARIABLE] = os.pathsep.join(str(Path(path).absolute()) for path in paths)
    own_organizations.cache_clear()
    _calls += 1


def version() -> int:
    """Changes whenever the own tables are changed by `use_organizations`."""
    return _calls


@cache
def own_organizations() -> tuple[OwnOrganization, ...]:
    """The organizations of all files that COALITION_NLP_ORGANIZATIONS names, parted as in PATH; read once.

    Raises:
        RuleFileError: a file is missing or not valid.
    """
    paths = (Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)
    return tuple(row for path in paths for row in read_organizations(path))


def read_organizations(path: Path) -> tuple[OwnOrganization, ...]:
    """All organizations of a file.

    Raises:
        RuleFileError: it can't be read, or a row is not valid; names the file, the line and what to do.
    """
    found: list[OwnOrganization] = []
    seen: dict[str, int] = {}
    for number, cells in read_rows(path, "organizations", _COLUMNS, ("name",)):
        problem = _problem(cells)
        if problem:
            raise RuleFileError(f"{path}, line {number}: {problem}")
        forms = tuple(dict.fromkeys((cells["name"], *_forms(cells))))
        for form in forms:
            if form in seen:
                raise RuleFileError(f"{path}, line {number}: {form!r} stands in line {seen[form]} too")
            seen[form] = number
        found.append(
            OwnOrganization(
                cells["name"], forms, cells.get("kind") or None, cells.get("country") or None,
                cells.get("wikidata") or None,
            )
        )  # fmt: skip
    return tuple(found)


def _forms(cells: dict[str, str]) -> list[str]:
    return [form.strip() for form in cells.get("forms", "").split("|") if form.strip()]


def _problem(cells: dict[str, str]) -> str | None:
    """What is wrong with a row, or None."""
    if not cells["name"]:
        return "no name"
    for form in (cells["name"], *_forms(cells)):
        if len(form) < 2 or not form[0].isalnum() or form[1] == "*":
            return f"{form!r} is too short to be found, or does not begin with a letter"
    if cells.get("country") and cells["country"] not in countries():
        return f"country {cells['country']!r} is no ISO 3166-1 alpha-2 code (DE, FR, ...)"
    kinds = get_args(OrganizationKind)
    if cells.get("kind") and cells["kind"] not in kinds:
        return f"kind {cells['kind']!r} is none of {', '.join(kinds)}"
    if cells.get("wikidata") and not re.fullmatch(r"Q[1-9]\d*", cells["wikidata"]):
        return f"wikidata {cells['wikidata']!r} is no id such as Q567"
    return None
