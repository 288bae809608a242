"""Registers `coalition_sentences`. spaCy imports every registered factory eagerly, so the component itself comes in on use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import SentencePipe


@Language.factory("coalition_sentences", assigns=["doc._.coalition", "token.is_sent_start"])
def create_component(nlp: Language, name: str) -> SentencePipe:
    """See `coalition_nlp.pipes.sentences.component`."""
    from .component import SentencePipe

    return SentencePipe(nlp.lang)
