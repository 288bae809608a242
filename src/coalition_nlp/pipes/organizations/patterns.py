"""The rules of one language, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

from coalition_nlp.errors import RuleFileError
from coalition_nlp.knowledge.organizations import KnownOrganization, organizations
from coalition_nlp.knowledge.own_organizations import own_organizations, version
from coalition_nlp.languages import rules

from .models import HeadedPattern, OrganizationForms, OrganizationPatterns

_ENDINGS = ("", "n", "r", "s", "m", "es", "en")
_ENDING = f"(?:{'|'.join(_ENDINGS[1:])})?"
_FIRST_WORD = re.compile(r"[\w*]+")


class Headed(NamedTuple):
    """A pattern that is tried beside its heads only, and the kind of what it finds."""

    pattern: re.Pattern[str]
    kind: str
    heads: tuple[str, ...]


@dataclass(frozen=True)
class Compiled:
    """Names by their first two characters, tried only at words that open one, and the patterns."""

    names: dict[str, re.Pattern[str]]
    openings: frozenset[str]
    keys: dict[str, KnownOrganization]
    bodies: tuple[Headed, ...]  # of a state; the ministry first
    compounds: tuple[Headed, ...]
    seat: re.Pattern[str]
    away: re.Pattern[str]
    introduced: tuple[tuple[re.Pattern[str], str], ...]
    heads: re.Pattern[str]  # a word a name in brackets' long form is built on
    introduced_as: tuple[tuple[re.Pattern[str], str], ...]  # what stands before the name
    joint: tuple[Headed, ...]  # of several members, named by them
    offices: tuple[Headed, ...]
    called: tuple[Headed, ...]  # nouns that a name follows
    alone: frozenset[str]  # plain forms that other states and bodies have too
    extended: re.Pattern[str]  # what may follow a name and belongs to it
    no_names: re.Pattern[str]


def plain(form: str) -> str:
    """A form without endings, as key: "Arabischen Liga" and "Arabische Liga" are the same.

    >>> plain("Vereinten Nationen"), plain("UN")
    ('vereint nation', 'un')
    """
    words = re.split(r"\s+", form.strip())
    if len(words) == 1 and (form.isupper() or len(form) < 7):
        return form.casefold()
    return " ".join(re.sub(r"(?<=\w{3})(?:e[nrms]?|es|s|n)$", "", word.casefold()) for word in words)


def compiled(language: str) -> Compiled:
    """The compiled rules of a language, with the organizations of the user's own tables.

    Raises:
        RuleFileError: a form points to an organization that is not known, or an own table is broken.
    """
    return _compiled(language, version())


@cache
def _compiled(language: str, own_version: int) -> Compiled:
    known = organizations()
    groups: dict[str, list[str]] = {}
    keys: dict[str, KnownOrganization] = {}
    for row in rules(language, "organizations", OrganizationForms).rows:
        if row.key not in known:
            raise RuleFileError(f"languages/{language}/organizations.csv: no organization {row.key!r}")
        groups.setdefault(row.form[:2], []).append(row.form)
        keys[plain(row.form.replace("*", ""))] = known[row.key]
    by_name = {each.name: each for each in known.values()}
    for own in own_organizations():  # after the package's: in a text the user's reading of a form counts
        new = KnownOrganization(f"own:{own.name}", own.name, own.kind or "other", own.country, own.wikidata)
        for form in own.forms:
            groups.setdefault(form[:2], []).append(form)
            keys[plain(form.replace("*", ""))] = by_name.get(own.name, new)
    names = {
        start: re.compile(
            "(?:"
            + "|".join(
                re.escape(form).replace(r"\*", _ENDING).replace(r"\ ", r"\s+")
                for form in sorted(forms, key=lambda f: (-len(f), f))
            )
            + r")(?!\w)"
        )
        for start, forms in groups.items()
    }
    table = rules(language, "organizations_patterns", OrganizationPatterns)
    return Compiled(
        names=names,
        openings=frozenset(word for forms in groups.values() for form in forms for word in _first_words(form)),
        keys=keys,
        bodies=tuple(map(_headed, (table.ministry, *table.bodies))),
        compounds=tuple(map(_headed, table.compounds)),
        seat=re.compile(rf"\s+{table.seat}\s+(?=[^\W\d_])"),
        away=re.compile(rf"\s+{table.away}\b"),
        introduced=tuple((re.compile(p.pattern), p.kind) for p in table.introduced),
        heads=re.compile("|".join(p.pattern for p in table.introduced)),
        introduced_as=tuple((re.compile(rf"(?:{p.pattern})\s+\Z"), p.kind) for p in table.introduced_as),
        joint=tuple(map(_headed, table.joint)),
        offices=tuple(map(_headed, table.offices)),
        called=tuple(map(_headed, table.called)),
        alone=frozenset(map(plain, table.alone)),
        extended=re.compile(table.extended),
        no_names=re.compile(table.no_names),
    )


def _headed(rule: HeadedPattern) -> Headed:
    return Headed(re.compile(rf"(?<![\w-])(?:{rule.pattern})(?!\w)"), rule.kind, rule.heads)


def _first_words(form: str) -> Iterator[str]:
    """What the first word of a form may be in a text."""
    first = _FIRST_WORD.match(form)
    if first is not None:
        stem, *parts = first.group().split("*")
        for endings in product(_ENDINGS, repeat=len(parts)):
            yield stem + "".join(ending + part for ending, part in zip(endings, parts, strict=True))
