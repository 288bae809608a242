"""Registers `coalition_times`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import TimePipe


@Language.factory("coalition_times", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> TimePipe:
    """See `coalition_nlp.pipes.times.component`."""
    from .component import TimePipe

    return TimePipe(nlp.lang or "")
