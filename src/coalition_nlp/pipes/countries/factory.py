"""Registers `coalition_countries`. The component itself comes in on use: spaCy imports all factories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from .component import CountryPipe


@Language.factory("coalition_countries", assigns=["doc._.coalition"])
def create_component(nlp: Language, name: str) -> CountryPipe:
    """See `coalition_nlp.pipes.countries.component`."""
    from .component import CountryPipe

    return CountryPipe(nlp.lang or "")
