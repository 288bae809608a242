"""Registers `coalition_events`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import EventPipe


@Language.factory("coalition_events", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> EventPipe:
    """See `coalition_nlp.pipes.events.component`."""
    from .component import EventPipe

    return EventPipe(nlp.lang or "")
