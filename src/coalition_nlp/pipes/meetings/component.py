"""Finds meetings."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class MeetingPipe(FactPipe):
    """Finds meetings."""

    key = "meetings"

    def find(self, view: View) -> list[Fact]:
        """The meetings of one document, in text order."""
        return []
