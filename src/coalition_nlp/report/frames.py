"""Documents as pandas frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coalition_nlp.records import Document

from .rows import columns, rows

if TYPE_CHECKING:
    import pandas as pd

_DAYS = frozenset({"start", "end", "new_start", "new_end"})
_NUMBERS = frozenset({"value", "low", "high", "latitude", "longitude"})


def to_frame(document: Document, records: str = "people") -> pd.DataFrame:
    """One list of a document as a frame, one row a record; an empty list gives a frame without rows.

    Dates are datetime64 (NaT where the text does not settle them), values of figures floats (the exact Decimals stay
    in the records), everything else text, truth values and character offsets.

    >>> from coalition_nlp.records import Country, CountryMention, Document
    >>> rome = CountryMention(text="Italy", start=9, end=14, sentence=0, form="name")
    >>> italy = Country(alpha2="IT", name="Italy", mentions=(rome,))
    >>> document = Document(id="0" * 64, language="en", text="Talks in Italy.", countries=(italy,))
    >>> document.to_frame("countries")[["alpha2", "name", "mentions"]].values.tolist()
    [['IT', 'Italy', 1]]

    Raises:
        ImportError: pandas is not installed; names the extra that brings it.
        ValueError: a document has no such list.
    """
    names = columns(records)
    try:
        import numpy as np
        import pandas as pd
    except ImportError as error:
        raise ImportError(
            "to_frame() needs pandas, which is an extra of this package: pip install 'coalition-nlp[frames]'"
        ) from error
    found = rows(document, records)

    def series(name: str) -> pd.Series:
        cells: list[Any] = [row[name] for row in found]
        if name in _DAYS:  # seconds reach further than pandas' default of nanoseconds: a text may name the year 1648
            return pd.Series(np.array(cells, dtype="datetime64[D]").astype("datetime64[s]"))
        if name in _NUMBERS and not isinstance(next(filter(None, cells), None), str):  # a time's value is text
            return pd.Series([None if cell is None else float(cell) for cell in cells], dtype="float64")
        return pd.Series(cells, dtype=None if cells else "object")

    return pd.DataFrame({name: series(name) for name in names}, columns=names)
