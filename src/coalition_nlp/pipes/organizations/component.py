"""Finds organizations."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, View


class OrganizationPipe(FactPipe):
    """Finds organizations."""

    key = "organizations"

    def find(self, view: View) -> list[Fact]:
        """The organizations of one document, in text order."""
        return []
