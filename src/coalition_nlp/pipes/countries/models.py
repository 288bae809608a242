"""What the rule files of countries must look like."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import Field

from coalition_nlp.languages import RuleModel
from coalition_nlp.records.vocabulary import CountryForm


class CountryWords(RuleModel):
    """A row of `countries.csv`: the words of one language for a country, parted by `|`."""

    alpha2: str = Field(pattern="^[A-Z]{2}$")
    names: str
    adjectives: str = ""
    demonyms: str = ""


class CountryWordTable(RuleModel):
    """`countries.csv`."""

    rows: tuple[CountryWords, ...]


class DemonymEndings(RuleModel):
    """How demonyms that end in `last` inflect: `add` to the word, or to the word without its last letters (`drop`)."""

    last: str
    add: tuple[str, ...]
    drop: tuple[str, ...] = ()
    drop_length: int = 1


class Ambiguous(RuleModel):
    """A country name that is no country where one of the words `against` stands in the sentence."""

    name: str
    against: tuple[str, ...]


class Halved(RuleModel):
    """Two countries that share the end of a name ("North and South Korea"): `first` alone stands for `alpha2`."""

    first: str
    rest: tuple[str, ...]
    alpha2: str = Field(pattern="^[A-Z]{2}$")


class CountryContext(RuleModel):
    """`countries_context.toml`."""

    adjective_endings: tuple[str, ...]
    adjective_prefixes: tuple[str, ...]
    name_prefixes: tuple[str, ...]
    continent_adjectives: tuple[str, ...]
    continent_names: tuple[str, ...]
    continent_prefixes: tuple[str, ...]
    demonym_endings: tuple[DemonymEndings, ...]
    name_genitive: str
    compound_tails: tuple[str, ...]
    exceptions: tuple[str, ...]
    language_before: tuple[str, ...]
    language_before_inflected: tuple[str, ...]
    language_after: tuple[str, ...]
    language_and: tuple[str, ...]
    language_nouns: tuple[str, ...]
    halved: tuple[Halved, ...]
    person_like: tuple[str, ...]
    person_like_after: tuple[str, ...]
    person_like_before: tuple[str, ...]
    ambiguous: tuple[Ambiguous, ...]


class WordForm(NamedTuple):
    """One way of writing a country: its words, what stands between them, and what it means ("" for an exception)."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    tail: str
    alpha2: str
    form: CountryForm


class Found(NamedTuple):
    """A country mention."""

    start: int
    end: int
    alpha2: str
    form: CountryForm
