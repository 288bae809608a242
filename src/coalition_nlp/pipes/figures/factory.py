"""Registers `coalition_figures`. spaCy imports every registered factory eagerly, so the component itself comes in on use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import FigurePipe


@Language.factory("coalition_figures", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> FigurePipe:
    """See `coalition_nlp.pipes.figures.component`."""
    from .component import FigurePipe

    return FigurePipe(nlp.lang)
