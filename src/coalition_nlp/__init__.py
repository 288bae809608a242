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
    from .errors import (
        CoalitionError,
        ExtractionError,
        GoldError,
        ModelError,
        RuleFileError,
        SourceError,
        UnsupportedLanguageError,
    )
    from .pipeline.build import load
    from .pipeline.run import extract
    from .records import (
        Action,
        Agreement,
        Condemnation,
        Country,
        Demand,
        Document,
        Event,
        Failure,
        Figure,
        Meeting,
        Mention,
        MilitaryAction,
        Office,
        Organization,
        Person,
        Place,
        Pledge,
        Sanction,
        Statement,
        TerritorialChange,
        TimeExpression,
        json_schema,
    )

__all__ = [
    "Action", "Agreement", "CoalitionError", "Condemnation", "Country", "Demand", "Document", "Event",
    "ExtractionError", "Failure", "Figure", "GoldError", "Meeting", "Mention", "MilitaryAction", "ModelError", "Office",
    "Organization",
    "Person", "Place", "Pledge", "RuleFileError", "Sanction", "SourceError", "Statement", "TerritorialChange",
    "TimeExpression", "UnsupportedLanguageError", "extract", "extract_folder", "json_schema", "load",
]  # fmt: skip

# Which module has a public name.
_WHERE = {
    "load": "pipeline.build",
    "extract": "pipeline.run",
    "extract_folder": "batch",
    **{name: "errors" for name in __all__ if name.endswith("Error")},
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("coalition-nlp")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_WHERE.get(name, 'records')}", __name__), name)
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
