"""What the rule files of the organizations must look like."""

from __future__ import annotations

from coalition_nlp.languages import RuleModel
from coalition_nlp.records.vocabulary import OrganizationKind


class OrganizationForm(RuleModel):
    """A name of a known organization; a star stands for endings of inflection."""

    form: str
    key: str


class OrganizationForms(RuleModel):
    """`languages/*/organizations.csv`."""

    rows: tuple[OrganizationForm, ...]


class Pattern(RuleModel):
    """A regular expression and the kind of what it finds."""

    pattern: str
    kind: OrganizationKind


class OrganizationPatterns(RuleModel):
    """`languages/*/organizations.toml`: see the comments there."""

    ministry: str
    bodies: tuple[Pattern, ...]
    seat: str
    compounds: tuple[Pattern, ...]
    introduced: tuple[Pattern, ...]
    no_names: str
