"""Registers `coalition_figures`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import FigurePipe


@Language.factory("coalition_figures", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> FigurePipe:
    """See `coalition_nlp.pipes.figures.component`."""
    from .component import FigurePipe

    return FigurePipe(nlp.lang or "")
