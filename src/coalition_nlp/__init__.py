"""Ministers, countries, dates, figures, meetings and statements from German and English press texts.

>>> import coalition_nlp
>>> doc = coalition_nlp.extract("Dutch Foreign Minister Stef Blok met 23 ministers in Rome.", published="2020-06-04")
>>> doc.people[0].name
'Stef Blok'

Importing this package imports nothing heavy: spaCy and the records come in on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .displays import displays as _displays

if TYPE_CHECKING:
    from .batch import extract_folder
    from .pipeline.build import load
    from .pipeline.run import extract
    from .records import (
        Country, Document, Event, Failure, Figure, Meeting, Mention, Office, Organization, Person, Place, Statement,
        TimeExpression, json_schema,
    )  # fmt: skip

_WHERE = {
    "load": "pipeline.build",
    "extract": "pipeline.run",
    "extract_folder": "batch",
    **dict.fromkeys(
        (
            "Country", "Document", "Event", "Failure", "Figure", "Meeting", "Mention", "Office", "Organization", "Person",
            "Place", "Statement", "TimeExpression", "json_schema",
        ),
        "records",
    ),
    **dict.fromkeys(
        (
            "CoalitionError", "ExtractionError", "GoldError", "ModelError", "RuleFileError", "SourceError",
            "UnsupportedLanguageError",
        ),
        "errors",
    ),
}  # fmt: skip

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("coalition-nlp")
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_WHERE[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


def _html(record: Any) -> str:
    from .report import record_html

    return record_html(record)


def _frame(document: Any, records: str) -> Any:
    from .report import to_frame

    return to_frame(document, records)


_displays.update(html=_html, frame=_frame)
