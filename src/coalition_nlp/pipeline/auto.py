"""Registers `coalition_auto`: the component behind `load("auto")`, which decides the language per document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import AutoPipe


@Language.factory("coalition_auto", assigns=["doc._.coalition"], default_config={"models": {}})
def create_component(nlp: Language, name: str, models: dict[str, str]) -> AutoPipe:
    """Detects the language and hands the text to the German or English pipeline."""
    from .component import AutoPipe

    return AutoPipe(models)
