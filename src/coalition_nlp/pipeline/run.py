"""extract(): from a text to a Document."""

from __future__ import annotations

import datetime as dt
import os

from spacy.language import Language
from spacy.tokens import Doc

from coalition_nlp.ingest import Source, source_from_text
from coalition_nlp.records import Document

from .assemble import assemble
from .build import shared_pipeline
from .pieces import run
from .tokens import tokenized


def extract(
    text: str,
    *,
    language: str = "auto",
    published: str | dt.date | None = None,
    model: str | os.PathLike[str] | None = None,
    nlp: Language | None = None,
) -> Document:
    """Everything found in one press text.

    Args:
        text: the text as it is; page noise is recognised and not read for facts.
        language: "de", "en" or "auto".
        published: publication date (ISO string or date); without it, the text's own dateline is used.
        model: base model of the language, see `load`.
        nlp: a pipeline made by `load`, instead of the shared one.

    Raises:
        SourceError: the text is empty or too long.
        UnsupportedLanguageError: neither German nor English.

    >>> extract("The ministers met in Rome on Monday.", published="2021-06-28").meetings[0].city
    'Rome'
    """
    return extract_source(source_from_text(text, language=language, published=published), model=model, nlp=nlp)


def extract_source(
    source: Source, *, model: str | os.PathLike[str] | None = None, nlp: Language | None = None
) -> Document:
    """Run the pipeline of the source's language over it and assemble the Document."""
    if nlp is None or nlp.lang not in (source.language, "xx"):
        nlp = shared_pipeline(source.language, os.fspath(model) if model is not None else None)
    return assemble(run(nlp, prepared(nlp, source)), source, nlp)


def prepared(nlp: Language, source: Source) -> Doc:
    """A Doc that carries what the pipes need to know of the source."""
    doc = tokenized(nlp, source.text)
    doc._.coalition = {
        "language": source.language,
        "published": source.published.day.isoformat() if source.published and source.published.day else None,
        "published_value": source.published.value if source.published else None,
        "dateline_place": source.dateline_place,
        "blocks": [block.as_fact() for block in source.blocks],
    }
    return doc
