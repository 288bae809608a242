"""What every record is: a frozen Pydantic model that forbids unknown fields, and the Mention that proves it."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from coalition_nlp.displays import displays


class Record(BaseModel):
    """Base of all records: frozen, unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def _repr_html_(self) -> str | None:
        """Shown by Jupyter."""
        return displays["html"](self) if "html" in displays else None


class Mention(Record):
    """A span of the document's text.

    `start` and `end` are half-open character offsets into `Document.text`; the document checks that
    `text == Document.text[start:end]`.

    >>> Mention(text="Rome", start=3, end=7, sentence=0).text
    'Rome'
    """

    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int
    sentence: int = Field(ge=0, description="index of the sentence in the document")

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"mention {self.text!r} does not have the length of {self.start}:{self.end}")
        return self
