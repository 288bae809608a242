"""load(): a spaCy Language with our pipes behind a base model."""

from __future__ import annotations

import os
from functools import lru_cache

import spacy
from spacy.language import Language

from coalition_nlp.errors import ModelError
from coalition_nlp.ingest.language import check_language

from .base_models import choose_base_model, load_base_model

# Order matters: a pipe reads what the ones before it found.
PIPES = ("times", "figures", "countries", "people", "organizations", "places", "statements", "meetings", "events")


def load(language: str = "auto", *, model: str | os.PathLike[str] | None = None) -> Language:
    """A spaCy pipeline that fills `doc._.coalition`.

    Args:
        language: "de", "en", or "auto", which decides per document.
        model: name or path of the base model (not with "auto"), "blank:de" or "blank:en" for rules alone; see
            `coalition_nlp.pipeline.base_models`.

    Raises:
        UnsupportedLanguageError: another language.
        ModelError: the base model is missing or broken.

    >>> load("en").pipe_names[0]
    'coalition_sentences'
    """
    check_language(language)
    if language == "auto":
        if model is not None:
            raise ModelError("a base model belongs to one language: give language='de' or 'en' together with model")
        nlp = spacy.blank("xx")
        nlp.add_pipe("coalition_auto")
        return nlp
    choice = choose_base_model(language, model)
    nlp = load_base_model(choice)
    bare = not nlp.pipe_names
    nlp.add_pipe("coalition_sentences", first=True)
    for key in PIPES:
        nlp.add_pipe(f"coalition_{key}")
    nlp.meta["coalition_base"] = "blank" if bare else f"{nlp.meta.get('lang')}_{nlp.meta.get('name')}"
    return nlp


@lru_cache(maxsize=4)
def shared_pipeline(language: str, model: str | None = None) -> Language:
    """`load`, once per process and language."""
    return load(language, model=model)
