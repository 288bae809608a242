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


class Following(RuleModel):
    """A name that stands for something else before one of the words `by`, and without one of `after` in front."""

    form: str
    by: tuple[str, ...]
    after: tuple[str, ...] = ()


class PlaceContext(RuleModel):
    """`languages/*/places_context.toml`: see the comments there."""

    locative: tuple[str, ...]
    own_countries: tuple[str, ...]
    never: tuple[str, ...]
    only_located: tuple[str, ...]
    part_of: tuple[str, ...]
    followed: tuple[Following, ...]
    government_verbs: tuple[str, ...]
    government_before: tuple[str, ...]
    government_object: tuple[str, ...]
    government_from: tuple[str, ...]
    government_said: tuple[str, ...]
    government_nouns: tuple[str, ...]
    adjective_endings: tuple[str, ...]
