"""How long an office is held, and how its holder came to it: "since May", "von 2010 bis 2014", "on her election"."""

from __future__ import annotations

from .lexicon import Lexicon
from .models import Modifier
from .tokens import Token

_LONGEST = 7  # tokens of "seit dem Frühjahr des vergangenen Jahres"
_YEAR = 4


def _of_time(token: Token, lex: Lexicon) -> bool:
    """Whether a word can stand in a stretch of time: "2010", "May", "Frühsommer"."""
    offices = lex.offices
    return token.text.isdigit() or token.lower in offices.term_words or token.lower.endswith(offices.term_endings)


def term_before(tokens: list[Token], end: int, lex: Lexicon) -> tuple[int, Modifier] | None:
    """The comma, bracket or dash before a stretch of time that ends at a token, and what it makes of the office."""
    offices = lex.offices
    step = end - 1
    while step > 0 and end - step <= _LONGEST + 1:
        token = tokens[step]
        if not (_of_time(token, lex) or token.lower in offices.term_openers):
            break
        step -= 1
    if step == end - 1 or tokens[step].text not in (",", "(", "–", "-", "—"):
        return None
    words = [token.lower for token in tokens[step + 1 : end]]
    opener = offices.term_openers.get(words[0])
    if opener is None or (len(words) == 1 and not words[0][0].isalpha()):
        return None
    if opener == "span":
        return step, "former" if any(word in offices.term_closers for word in words[1:]) else "plain"
    if opener == "designated" and any(word.isdigit() for word in words):
        return step, "plain"  # "ab 2010"
    return step, opener


def over_behind(tokens: list[Token], at: int, lex: Lexicon) -> bool:
    """Whether "from 2010 to 2014" or "until 2014" stands behind a title."""
    offices = lex.offices
    if at >= len(tokens) or not tokens[at].joined:
        return False
    kind = offices.term_openers.get(tokens[at].lower)
    years = 0
    for token in tokens[at + 1 : at + 1 + _LONGEST]:
        if token.text.isdigit() and len(token.text) == _YEAR:
            years += 1
            if years == (2 if kind == "span" else 1):
                return kind in ("span", "former")
        elif not (_of_time(token, lex) or token.lower in offices.term_closers):
            return False
    return False


def before_elevation(tokens: list[Token], end: int, lex: Lexicon) -> tuple[int, bool]:
    """In front of "on her election" that ends at a token (`end` where there is none); whether it was a nomination."""
    noun = end - 1
    if noun < 1 or tokens[noun].lower not in lex.offices.elevations:
        return end, False
    nominated = lex.offices.elevations[tokens[noun].lower] == "designated"
    for at in range(noun - 1, max(noun - 5, 0), -1):
        if tokens[at].lower in lex.offices.elevation_prepositions:
            return (at - 1 if tokens[at - 1].text == "," else at), nominated
        if not tokens[at].text.islower():
            break
    return noun, nominated
