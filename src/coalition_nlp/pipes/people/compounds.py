"""Takes the one-word titles of German apart ("US-Verteidigungsminister") and finds ranks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coalition_nlp.pipes.countries.patterns import index as country_index

from .lexicon import Lexicon, lexicon
from .models import Institution, Rank, Title
from .tokens import Token

HIGHEST = ("head_of_state", "head_of_government")


@dataclass(frozen=True, slots=True)
class Compound:
    """What the parts of a one-word title say."""

    rank: Rank
    portfolio: str | None
    country: str | None
    organization: str | None
    modifiers: tuple[str, ...]
    known: bool  # every part is in a table


@cache
def analyse(language: str, word: str, country_part: str, country: str | None) -> Compound | None:
    """Take a compound such as "US-Verteidigungsminister" apart; None if it does not end in a rank.

    >>> analyse("de", "Verteidigungsministerin", "", None).portfolio
    'defence'
    """
    lex = lexicon(language)
    parts = word[len(country_part) :].replace("‐", "-").replace("‑", "-").strip("-").split("-")
    last = parts[-1].lower()
    rank, rest = None, ""
    for cut in range(max(len(last) - 3, 0)):
        if last[cut:] in lex.rank_words and (not cut or last[cut:] not in lex.offices.abbreviations):
            rank, rest = lex.rank_words[last[cut:]], last[:cut]
            break
    if rank is None or (rest and language == "en"):
        return None
    portfolio = organization = None
    modifiers: list[str] = []
    known = True
    for kind, value in segments(rest, lex, language) if rest else []:
        if kind == "portfolio":
            portfolio = value
        elif kind == "modifier":
            modifiers.append(value)
        elif kind == "country":
            country = country or value
        elif kind == "organization":
            organization = value
        else:
            known = False
    for part in parts[:-1]:
        lower = part.lower()
        institution = institution_of(lex, lower)
        if lower in lex.segments:
            kind, value = lex.segments[lower]
            if kind == "portfolio":
                portfolio = value
            else:
                modifiers.append(value)
        elif institution is not None:
            organization = institution.organization
            portfolio = portfolio or institution.portfolio
            country = country or institution.country
        elif code := country_of(language, part) or lex.regions.get(lower):
            country = country or code
        else:
            organization, known = part, False
    if (
        not known
        and not rank.open
        and organization is None
        and rank.role not in ("head_of_state", "head_of_government")
    ):
        return None
    if rank.alone and not known:
        return None  # "Nursultan"
    if rank.role == "minister" and not known and portfolio is None:
        portfolio = "other"
    if rest and rank.counterpart:
        return None
    return Compound(rank, portfolio, country, organization, tuple(modifiers), known)


def segments(rest: str, lex: Lexicon, language: str) -> list[tuple[str, str]]:
    """The known parts of the front of a compound; ("unknown", rest) where a piece is in no table."""
    found: list[tuple[str, str]] = []
    while rest:
        for length in range(len(rest), 1, -1):
            piece = rest[:length]
            entry = lex.segments.get(piece) or (lex.segments.get(piece[:-1]) if piece.endswith("s") else None)
            institution = None if entry else institution_of(lex, piece)
            if entry or institution:
                if entry:
                    found.append(entry)
                elif institution and institution.portfolio:
                    found.append(("portfolio", institution.portfolio))
                if institution and institution.country:
                    found.append(("country", institution.country))
                if institution and (not (institution.portfolio or institution.country) or _presided(piece, lex)):
                    found.append(("organization", institution.organization))
                rest = rest[length:]
                break
        else:
            code = country_of(language, rest.capitalize())
            found.append(("country", code) if code else ("unknown", rest))
            break
    return found


def _presided(word: str, lex: Lexicon) -> bool:
    """Whether an institution with a country of its own is a parliament."""
    return word in lex.offices.parliaments


def institution_of(lex: Lexicon, word: str) -> Institution | None:
    for words, institution in lex.institutions.get(word, ()):
        if len(words) == 1:
            return institution
    return None


def country_of(language: str, word: str) -> str | None:
    for entry in country_index(language).get(word, ()):
        if len(entry.words) == 1 and entry.alpha2 and entry.form != "adjective":
            return entry.alpha2
    return None


def rank_at(tokens: list[Token], at: int, lex: Lexicon, language: str) -> tuple[Rank | None, int, Compound | None]:
    lower = tokens[at].lower
    second = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    for words, rank in lex.rank_phrases.get((lower, second), ()):
        if matches(tokens, at, words):
            last = at + len(words)
            if last < len(tokens) and tokens[last].text == "." and words[-1] in lex.offices.abbreviations:
                last += 1  # "Lt. Col."
            return rank, last, None
    if "-" in lower and lower.split("-")[0] in lex.offices.compound_modifiers:  # "then-Prime Minister"
        front, rest = lower.split("-", 1)
        for words, rank in lex.rank_phrases.get((rest, second), ()):
            if matches(tokens, at + 1, words[1:]):
                modifier = lex.offices.compound_modifiers[front]
                return rank, at + len(words), Compound(rank, None, None, None, (modifier,), True)
    if lower in lex.rank_words:
        last = at + 1
        short = lower in lex.offices.abbreviations
        if short and last < len(tokens) and tokens[last].text == "." and tokens[at].capital:
            last += 1  # "Gen."
        elif short and (not tokens[at].capital or (at and tokens[at - 1].text.isdigit())):
            return None, 0, None
        return lex.rank_words[lower], last, None
    if "-" in lower and (joined := lex.rank_words.get(lower.replace("-", ""))):
        return joined, at + 1, None  # "Kreml-Chef"
    if len(lower) < 6 or (language == "de" and not tokens[at].capital and "-" not in lower):
        return None, 0, None
    prefix = ""
    token = tokens[at]
    if token.country and token.country_end < token.end and token.country_form in ("compound", "name", "demonym"):
        prefix = token.text[: token.country_end - token.start]
    compound = analyse(language, token.text, prefix, token.country if prefix else None)
    return (compound.rank, at + 1, compound) if compound else (None, 0, None)


def matches(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(tokens):
        return False
    for step, word in enumerate(words, at):
        token = tokens[step]
        if token.lower != word or (step > at and not token.joined):
            return False
    return True


def joint_rank(first: str, head: str, title: Title, lex: Lexicon) -> bool:
    """ "Staats- und Parteichef": whether the first half is an office with the end of the second; the higher counts."""
    for cut in range(1, len(head) - 3):
        rank = lex.rank_words.get(first + head[cut:])
        if rank is not None:
            if rank.role in HIGHEST and not title.plural:
                if title.role not in HIGHEST or HIGHEST.index(rank.role) < HIGHEST.index(title.role):
                    title.role = rank.role
            return True
    return False
