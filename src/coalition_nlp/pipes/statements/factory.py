"""Registers `coalition_statements`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import StatementPipe


@Language.factory("coalition_statements", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> StatementPipe:
    """See `coalition_nlp.pipes.statements.component`."""
    from .component import StatementPipe

    return StatementPipe(nlp.lang or "")
