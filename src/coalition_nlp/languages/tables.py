"""Reading and checking of rule files."""

from __future__ import annotations

import csv
import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from coalition_nlp.errors import RuleFileError, UnsupportedLanguageError

SUPPORTED = ("de", "en")
_FOLDER = Path(__file__).parent


class RuleModel(BaseModel):
    """Base of the models that rule files must fit: frozen, unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


T = TypeVar("T", bound=RuleModel)


def read_table(path: Path, model: type[T]) -> T:
    """Read a .toml, .json or .csv file and check it against `model`.

    A CSV file becomes `{"rows": [{column: cell, ...}, ...]}`, empty cells are left out.

    Raises:
        RuleFileError: the file is missing, broken or does not fit the model; names the path.
    """
    try:
        data: Any
        if path.suffix == ".toml":
            data = tomllib.loads(path.read_text("utf-8"))
        elif path.suffix == ".json":
            data = json.loads(path.read_text("utf-8"))
        elif path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as stream:
                lines = (line for line in stream if not line.startswith("#"))
                data = {"rows": [{k: v for k, v in row.items() if v != ""} for row in csv.DictReader(lines)]}
        else:
            raise RuleFileError(f"{path}: a rule file is .toml, .json or .csv")
        return model.model_validate(data)
    except (OSError, ValueError, csv.Error) as error:  # those of TOML, JSON, UTF-8 and pydantic are ValueErrors
        raise RuleFileError(f"{path}: {error}") from error


@cache
def rules(language: str, name: str, model: type[T]) -> T:
    """The table `name` of a language, checked against `model`; read once per process.

    >>> class Abbreviations(RuleModel):
    ...     abbreviations: tuple[str, ...]
    ...     titles: tuple[str, ...]
    >>> "Dr" in rules("de", "sentences", Abbreviations).titles
    True
    """
    if language not in SUPPORTED:
        raise UnsupportedLanguageError(f"no rules for language {language!r}; supported: {', '.join(SUPPORTED)}")
    for suffix in (".toml", ".json", ".csv"):
        path = _FOLDER / language / (name + suffix)
        if path.exists():
            return read_table(path, model)
    raise RuleFileError(f"{_FOLDER / language / name}: no such rule file")
