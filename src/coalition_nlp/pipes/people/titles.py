"""Finds titles of office: a rank with everything around it that says which office it is."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names

from .complements import extend_right
from .compounds import matches, rank_at
from .lexicon import Lexicon, lexicon
from .models import Institution, Title
from .tokens import Token

INTERNATIONAL = frozenset(
    {"EU", "UN", "NATO", "OSCE", "IAEA", "Arab League", "African Union", "ECOWAS", "IMF", "World Bank", "OPCW", "WHO",
     "GCC", "Council of Europe", "ECB", "ICRC"}
)  # fmt: skip

_DEPUTY = {
    "minister": "deputy_minister",
    "head_of_government": "official",
    "head_of_state": "official",
    "secretary_general": "official",
    "official": "official",
    "director": "director",
}


def find_titles(tokens: list[Token], language: str) -> list[Title]:
    """All titles, in text order, without overlaps."""
    found: list[Title] = []
    at = 0
    while at < len(tokens):
        title = _title_at(tokens, at, language, found[-1].last if found else 0)
        if title is None:
            at += 1
        else:
            found.append(title)
            at = max(title.last, at + 1)
    return found


def _title_at(tokens: list[Token], at: int, language: str, floor: int) -> Title | None:
    token = tokens[at]
    if not token.is_word:
        return None
    lex = lexicon(language)
    rank, last, compound = rank_at(tokens, at, lex, language)
    if rank is None:
        return None
    if (
        last == at + 1
        and at
        and token.capital
        and token.joined
        and tokens[at - 1].text in given_names()
        and not tokens[at - 1].possessive
    ):
        if tokens[at - 1].lower not in lex.rank_words:  # "Julie Bishop"
            return None
    title = Title(at, last, last - 1, rank.role, rank.default_portfolio, inherits=rank.inherits)
    title.counterpart = rank.counterpart
    title.secretary = rank.secretary
    title.plural = tokens[last - 1].lower in lex.plural_words
    if tokens[last - 1].lower.endswith(("-designate", "-elect")):
        title.designated = True
    if rank.country:
        title.countries.append(rank.country)
    own_portfolio = False
    if compound is not None:
        own_portfolio = compound.portfolio is not None
        title.portfolio = compound.portfolio or title.portfolio
        title.organization = compound.organization
        if compound.country:
            title.countries = [compound.country]
        for modifier in compound.modifiers:
            _apply(title, modifier)
        if not compound.known and rank.role in ("head_of_state", "head_of_government"):
            title.role = "other"
    own_portfolio = _extend_left(tokens, title, lex, language, floor) or own_portfolio
    extend_right(tokens, title, lex, language, own_portfolio)
    title.own_portfolio = own_portfolio or title.portfolio != rank.default_portfolio
    _settle(title, lex, own_portfolio)
    return title


def _apply(title: Title, modifier: str) -> None:
    if modifier == "former":
        title.former = True
    elif modifier == "acting":
        title.acting = True
    elif modifier == "designated":
        title.designated = True
    elif modifier == "deputy":
        title.deputy = True
    elif modifier == "federal":
        title.federal = True


def _extend_left(tokens: list[Token], title: Title, lex: Lexicon, language: str, floor: int) -> bool:
    """Take in what stands before the rank; whether a portfolio was among it."""
    own = False
    at = title.first - 1
    skipped = 0
    while at >= floor and tokens[at + 1].joined and title.first - at < 9:
        token = tokens[at]
        lower = token.lower
        if lower in lex.offices.articles and not token.country:
            title.article = lower
            break
        step = _portfolio_before(tokens, at, floor, title, lex)
        if step:
            own = True
        elif lower in lex.adjectives:
            _apply(title, lex.adjectives[lower])
            step = 1
        elif lower in lex.offices.capitals and (token.possessive or language == "de"):
            title.countries = title.countries or [lex.offices.capitals[lower]]
            step = 1
        elif lower in lex.offices.responsible:
            step = _responsible_for(tokens, at, floor, title, lex)
            own = True
        elif institution := _institution_before(tokens, at, floor, lex):
            words, entry = institution
            title.organization = title.organization or entry.organization
            if title.portfolio is None or not own:
                title.portfolio = entry.portfolio or title.portfolio
            if entry.country and not title.countries:
                title.countries = [entry.country]
            step = len(words)
        elif token.country and token.country_end >= token.end and _qualifies(token, title, tokens, language):
            if not title.countries or title.countries[0] != token.country:
                title.countries = [token.country]
            step = 1
            while at - step >= floor and tokens[at - step].country_end == token.country_end:
                step += 1
        elif lower == "-" and token.joined or token.possessive and not token.country:
            break
        elif language == "de" and token.text.islower() and lower.endswith(("e", "er", "en", "em", "es", "lich")):
            if skipped >= 3:
                break
            skipped += 1
            at -= 1
            continue
        else:
            break
        at -= step
        title.first = at + 1
    return own


def _responsible_for(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """ "der für Entwicklung zuständige Minister": the length of what stands from "für" on."""
    for first in range(at - 1, max(at - 7, floor - 1), -1):
        if tokens[first].lower in lex.offices.for_words:
            for words, portfolio in lex.complements.get(tokens[first + 1].lower, ()):
                if matches(tokens, first + 1, words):
                    title.portfolio = portfolio
            return at - first + 1
    return 1


def _qualifies(token: Token, title: Title, tokens: list[Token], language: str) -> bool:
    """Whether a country word before a title belongs to it: adjective, genitive, "US"."""
    if token.country_form in ("adjective", "demonym"):
        return True
    if language == "de":
        return token.text.endswith(("s", "’", "'"))
    return token.possessive or tokens[title.head].capital or token.text.isupper()


def _portfolio_before(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """Number of tokens at `at` and before that name a portfolio ("foreign", "Iranian foreign ministry")."""
    step = 0
    ministry = tokens[at].lower in lex.offices.ministry_words
    if ministry:
        step, at = 1, at - 1
    for length in (2, 1):
        if at - length + 1 >= floor:
            words = tuple(t.lower for t in tokens[at - length + 1 : at + 1])
            portfolio = lex.portfolios.get(words)
            if portfolio and (
                ministry or title.role in ("minister", "deputy_minister", "official", "envoy", "spokesperson")
            ):
                title.portfolio = portfolio
                return step + length
    return 0


def _institution_before(
    tokens: list[Token], at: int, floor: int, lex: Lexicon
) -> tuple[tuple[str, ...], Institution] | None:
    for words, entry in lex.institutions_last.get(tokens[at].lower, ()):
        first = at - len(words) + 1
        if first >= floor and matches(tokens, first, words) and (tokens[first].capital or tokens[at].capital):
            return words, entry
    return None


def _settle(title: Title, lex: Lexicon, own_portfolio: bool) -> None:
    """Apply what the modifiers mean to role, portfolio and country."""
    if title.federal and not title.countries and lex.offices.federal_country:
        title.countries = [lex.offices.federal_country]
    if title.deputy:
        title.role = _DEPUTY.get(title.role, title.role)
    if title.role in ("head_of_government", "head_of_state", "envoy", "ambassador", "secretary_general", "legislator",
                      "military_officer"):  # fmt: skip
        title.portfolio = None
    if title.role in ("head_of_state", "other") and title.organization in INTERNATIONAL:
        title.role = "official"
    if title.role == "director" and title.organization in ("NATO", "UN", "OSCE", "Arab League"):
        title.role = "secretary_general"  # "Nato-Chef"
    organization = (title.organization or "").lower()
    if title.role == "other" and (
        organization in ("kongress", "congress", "bundestag") or organization.endswith(lex.offices.committees)
    ):
        title.role = "legislator"
