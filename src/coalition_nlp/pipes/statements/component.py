"""Finds statements."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class StatementPipe(FactPipe):
    """Finds statements."""

    key = "statements"

    def find(self, view: View) -> list[Fact]:
        """The statements of one document, in text order."""
        return []
