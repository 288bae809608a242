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


class HeadedPattern(Pattern):
    """A regular expression that is tried only beside its heads: one of them, in small letters, is in all it matches,
    with few words before it."""

    heads: tuple[str, ...]


class OrganizationPatterns(RuleModel):
    """`languages/*/organizations.toml`: see the comments there."""

    ministry: HeadedPattern
    bodies: tuple[HeadedPattern, ...]
    seat: str
    away: str
    compounds: tuple[HeadedPattern, ...]
    introduced: tuple[Pattern, ...]
    introduced_as: tuple[Pattern, ...]
    joint: tuple[HeadedPattern, ...]
    offices: tuple[HeadedPattern, ...]
    called: tuple[HeadedPattern, ...]
    alone: tuple[str, ...]
    extended: str
    no_names: str
