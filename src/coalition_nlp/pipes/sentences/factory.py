"""Registers `coalition_sentences`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import SentencePipe


@Language.factory("coalition_sentences", assigns=["doc._.coalition", "token.is_sent_start"])
def create_component(nlp: Language, name: str) -> SentencePipe:
    """See `coalition_nlp.pipes.sentences.component`."""
    from .component import SentencePipe

    return SentencePipe(nlp.lang or "")
