"""Registers `coalition_organizations`. spaCy imports every registered factory eagerly, so the component itself comes in on use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import OrganizationPipe


@Language.factory("coalition_organizations", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> OrganizationPipe:
    """See `coalition_nlp.pipes.organizations.component`."""
    from .component import OrganizationPipe

    return OrganizationPipe(nlp.lang)
