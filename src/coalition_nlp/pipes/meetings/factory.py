"""Registers `coalition_meetings`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import MeetingPipe


@Language.factory("coalition_meetings", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> MeetingPipe:
    """See `coalition_nlp.pipes.meetings.component`."""
    from .component import MeetingPipe

    return MeetingPipe(nlp.lang or "")
