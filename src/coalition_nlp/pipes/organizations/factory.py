"""Registers `coalition_organizations`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import OrganizationPipe


@Language.factory("coalition_organizations", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> OrganizationPipe:
    """See `coalition_nlp.pipes.organizations.component`."""
    from .component import OrganizationPipe

    return OrganizationPipe(nlp.lang or "")
