"""Finds places."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class PlacePipe(FactPipe):
    """Finds places."""

    key = "places"

    def find(self, view: View) -> list[Fact]:
        """The places of one document, in text order."""
        return []
