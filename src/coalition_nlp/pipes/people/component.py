"""Finds people."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class PeoplePipe(FactPipe):
    """Finds people."""

    key = "people"

    def find(self, view: View) -> list[Fact]:
        """The people of one document, in text order."""
        return []
