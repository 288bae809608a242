"""Counterparts and predecessors: the office they share with the title named before."""

from __future__ import annotations

from .context import PARTICLES
from .lexicon import lexicon
from .models import Title
from .tokens import Token

_PEERS = ("official", "military_officer", "legislator")
_NEAR = 10  # tokens between two titles of one enumeration
_SURE_ROLES = frozenset({"minister", "deputy_minister", "head_of_government", "head_of_state"})


def inherit(titles: list[Title], tokens: list[Token], language: str) -> None:
    """Counterparts take role and portfolio of the office named before (or, failing that, behind)."""
    successors = lexicon(language).offices.successors
    last: Title | None = None
    minister: Title | None = None
    pending: list[Title] = []
    peer: Title | None = None  # of another rank
    for title in titles:
        if title.counterpart:
            if peer is not None and (last is None or peer.first > last.first) and _same_clause(peer, title, tokens):
                _same_office(title, peer)
            elif last is not None and minister is not None and _beside(last, title, tokens, language):
                _same_office(title, minister)
                title.countries = title.countries or list(last.countries)
            elif last is not None and last.former and tokens[title.head].lower.startswith(successors):
                title.role = "none"  # "der frühere Staatschef X ... Uribe und dessen Nachfolger Y": whose, is open
            elif last is not None:
                _same_office(title, last)
            else:
                pending.append(title)
        elif title.role in _PEERS and language == "de":
            peer = title
        elif title.role == "deputy_minister" and not title.own_portfolio and minister is not None:
            title.portfolio = minister.portfolio
            if not title.countries and minister.country and not title.former and _same_clause(minister, title, tokens):
                title.countries = list(minister.countries)
        elif title.role in _SURE_ROLES or title.role in ("secretary_general", "ambassador", "envoy"):
            if title.inherits and last is not None and last.role == "minister":
                title.portfolio = last.portfolio
            if title.role == "minister" and title.portfolio not in (None, "other"):
                minister = title
            elif title.role == "minister" and last is not None:
                continue
            last = title
            for waiting in pending:
                _same_office(waiting, title)
            pending.clear()


def _same_clause(before: Title, title: Title, tokens: list[Token]) -> bool:
    return not any(t.text in ".!?" for t in tokens[before.last : title.first])


def _same_office(title: Title, other: Title) -> None:
    title.role, title.portfolio, title.own_portfolio = other.role, other.portfolio, other.own_portfolio
    if title.same_state and not title.countries:
        title.countries, title.organization = list(other.countries), title.organization or other.organization


def _beside(before: Title, title: Title, tokens: list[Token], language: str) -> bool:
    """ "met President X and her counterpart Y": whether both are met by the one whose counterpart Y is."""
    if before.role not in ("head_of_state", "head_of_government") or title.first - before.last > _NEAR:
        return False
    lead = before.first - 2 if before.article else before.first - 1
    if lead < 0 or not tokens[lead].text.islower() or not tokens[lead + 1].joined:
        return False  # "President X and his counterpart Y met"
    offices = lexicon(language).offices
    at = title.first - (1 if title.article else 0)
    if at < 1 or tokens[at - 1].lower not in offices.and_words:
        return False
    between = tokens[before.last : at - 1]
    if any(not (t.capital or t.lower in PARTICLES) for t in between):
        return False
    return language == "en" or (title.article or "").endswith(("em", "en"))
