"""Registers `coalition_meetings`. spaCy imports every registered factory eagerly, so the component itself comes in on use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import MeetingPipe


@Language.factory("coalition_meetings", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> MeetingPipe:
    """See `coalition_nlp.pipes.meetings.component`."""
    from .component import MeetingPipe

    return MeetingPipe(nlp.lang)
