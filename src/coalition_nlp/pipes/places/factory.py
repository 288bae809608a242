"""Registers `coalition_places`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import PlacePipe


@Language.factory("coalition_places", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> PlacePipe:
    """See `coalition_nlp.pipes.places.component`."""
    from .component import PlacePipe

    return PlacePipe(nlp.lang or "")
