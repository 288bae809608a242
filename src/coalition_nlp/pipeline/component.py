"""The component behind `load("auto")`."""

from __future__ import annotations

from spacy.tokens import Doc

from coalition_nlp.ingest.language import detect_language
from coalition_nlp.pipes.base import facts


class AutoPipe:
    """Replaces the Doc by the one that the German or English pipeline makes of its text."""

    def __init__(self, models: dict[str, str]) -> None:
        self.models = models

    def __call__(self, doc: Doc) -> Doc:
        from .build import shared_pipeline
        from .pieces import run
        from .tokens import tokenized

        language = facts(doc).get("language") or detect_language(doc.text)
        nlp = shared_pipeline(language, self.models.get(language))
        inner = tokenized(nlp, doc.text)
        inner._.coalition = dict(facts(doc))
        inner._context = doc._context  # what belongs to the text in `nlp.pipe(..., as_tuples=True)`
        return run(nlp, inner)
