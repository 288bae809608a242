"""Registers `coalition_people`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import PeoplePipe


@Language.factory("coalition_people", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> PeoplePipe:
    """See `coalition_nlp.pipes.people.component`."""
    from .component import PeoplePipe

    return PeoplePipe(nlp.lang or "")
