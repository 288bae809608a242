"""Regular expressions in rule files: checked to be text on load, compiled when they are first asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from coalition_nlp.errors import RuleFileError


class Expression:
    """A regular expression of a rule file: a text is the whole expression, a list any of its words.

    The words of a list are expressions themselves and match at word boundaries. It is compiled on first use, so that a
    key nobody asks for costs nothing; from then on its methods are those of the compiled pattern.

    >>> Expression(["meets?", "met"]).search("They met in Rome.").group()
    'met'
    >>> Expression(r"\\s+with\\b").match(" without") is None
    True
    """

    __slots__ = ("finditer", "fullmatch", "match", "search", "source", "sub")

    source: str
    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    sub: Callable[..., str]

    def __init__(self, source: str | list[str]) -> None:
        self.source = source if isinstance(source, str) else rf"\b(?:{'|'.join(source)})\b"

    def __getattr__(self, name: str) -> Any:  # only where a method is not in its slot yet
        if name not in ("finditer", "fullmatch", "match", "search", "sub"):
            raise AttributeError(name)
        try:
            pattern = re.compile(self.source)
        except re.error as error:
            raise RuleFileError(f"no regular expression: {self.source!r}: {error}") from error
        self.search, self.match, self.fullmatch = pattern.search, pattern.match, pattern.fullmatch
        self.finditer, self.sub = pattern.finditer, pattern.sub
        return getattr(self, name)

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._checked)

    @classmethod
    def _checked(cls, value: Any) -> Expression:
        if isinstance(value, cls):
            return value
        if isinstance(value, str) or (isinstance(value, list) and value and all(isinstance(v, str) for v in value)):
            if value:
                return cls(value)
        raise ValueError("an expression is a text or a list of words")


NEVER = Expression("(?!)")  # for keys a language has no use for
