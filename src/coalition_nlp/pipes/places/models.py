"""What the rule files of the places must look like."""

from __future__ import annotations

from coalition_nlp.languages import RuleModel


class PlaceForm(RuleModel):
    """A name in a language; `name` and `country` (None for regions across borders) as in the gazetteer."""

    form: str
    name: str
    country: str | None = None


class PlaceForms(RuleModel):
    """`languages/*/places.csv`."""

    rows: tuple[PlaceForm, ...]


class PlaceContext(RuleModel):
    """`languages/*/places_context.toml`: see the comments there."""

    locative: tuple[str, ...]
    never: tuple[str, ...]
    only_located: tuple[str, ...]
    part_of: tuple[str, ...]
    government_verbs: tuple[str, ...]
    government_before: tuple[str, ...]
    government_nouns: tuple[str, ...]
    adjective_endings: tuple[str, ...]
