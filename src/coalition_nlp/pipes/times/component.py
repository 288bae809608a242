"""Finds times."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class TimePipe(FactPipe):
    """Finds times."""

    key = "times"

    def find(self, view: View) -> list[Fact]:
        """The times of one document, in text order."""
        return []
