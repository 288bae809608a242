"""Speech that is announced for whole paragraphs: press statements after a colon, transcripts, tweets, epigraphs."""

from __future__ import annotations

from coalition_nlp.pipes.base import View

from .lexicon import Lexicon
from .models import Found, State, Unit
from .speakers import SpeakerFinder


class Passages:
    """Knows which units belong to a passage of direct speech."""

    def __init__(self, view: View, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.view = view
        self.lexicon = lexicon
        self.finder = finder

    def at(self, unit: Unit, state: State) -> list[Found] | None:
        """The statements of a passage that begins here, [] inside one, None outside."""
        return None
