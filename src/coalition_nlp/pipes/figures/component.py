"""Finds figures."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class FigurePipe(FactPipe):
    """Finds figures."""

    key = "figures"

    def find(self, view: View) -> list[Fact]:
        """The figures of one document, in text order."""
        return []
