"""Who presides over a union of states: "X, der derzeit dem Rat der EU vorsitzt", "X steht der Gemeinschaft vor"."""

from __future__ import annotations

from .compounds import institution_of
from .lexicon import Lexicon
from .models import Name, Title
from .tokens import Token

_SPAN = 20  # tokens of such a clause


def chairs(tokens: list[Token], names: list[Name], lex: Lexicon) -> None:
    """Hang an office in a union on whoever a German clause lets preside over it."""
    offices = lex.offices
    for at, token in enumerate(tokens):
        if token.lower in offices.chair_verbs:
            first = _relative(tokens, at, lex)
        elif token.lower == "vor" and (at + 1 == len(tokens) or tokens[at + 1].text in ".,;"):
            first = _verb(tokens, at, lex)
        else:
            continue
        if first is None:
            continue
        organization = next((o for o in (_union(t, lex) for t in tokens[first + 1 : at]) if o), None)
        name = _ending_at(tokens, first - 1 if tokens[first - 1].text == "," else first, names)
        if name is None or organization is None:
            continue
        foreign = any("außen" in t.lower and t.capital for t in tokens[first + 1 : at])
        title = Title(first, at + 1, at, "official", "foreign" if foreign else None, organization=organization)
        title.attached = title.own_portfolio = True
        name.titles.append(title)


def _relative(tokens: list[Token], at: int, lex: Lexicon) -> int | None:
    """The relative pronoun behind a comma whose clause ends with a verb."""
    for step in range(at - 1, max(at - _SPAN, 1), -1):
        if tokens[step].text in ".!?;":
            return None
        if tokens[step].lower in lex.offices.relatives and tokens[step - 1].text == ",":
            return step
    return None


def _verb(tokens: list[Token], at: int, lex: Lexicon) -> int | None:
    """The verb whose particle "vor" closes a clause."""
    for step in range(at - 1, max(at - _SPAN, 0), -1):
        if tokens[step].text in ".!?;,":
            return None
        if tokens[step].lower in lex.offices.chair_stems:
            return step
    return None


def _union(token: Token, lex: Lexicon) -> str | None:
    """The union of states that a word names: "EU-Rat", "Celac", "Gemeinschaft"."""
    if not token.capital:
        return None
    for part in (token.lower, token.lower.split("-")[0]):
        entry = institution_of(lex, part)
        if entry is not None and entry.country is None and entry.portfolio is None:
            return entry.organization
        if part in lex.unions:
            return token.text
    return token.text if token.lower.endswith(lex.offices.union_words) else None


def _ending_at(tokens: list[Token], end: int, names: list[Name]) -> Name | None:
    """The name that ends before a token, also a surname alone of somebody named in full."""
    found = next((name for name in names if name.last == end), None)
    if found is not None or end < 1:
        return found
    return next((name for name in names if name.full and name.words[-1] == tokens[end - 1].text), None)
