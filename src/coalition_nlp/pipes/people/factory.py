"""Registers `coalition_people`. spaCy imports every registered factory eagerly, so the component itself comes in on use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import PeoplePipe


@Language.factory("coalition_people", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> PeoplePipe:
    """See `coalition_nlp.pipes.people.component`."""
    from .component import PeoplePipe

    return PeoplePipe(nlp.lang)
