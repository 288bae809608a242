"""Finds countries."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class CountryPipe(FactPipe):
    """Finds countries."""

    key = "countries"

    def find(self, view: View) -> list[Fact]:
        """The countries of one document, in text order."""
        return []
