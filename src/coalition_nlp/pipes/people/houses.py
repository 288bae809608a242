"""Offices that name no house: those of the department, commission or alliance that the text comes from."""

from __future__ import annotations

from bisect import bisect_left

from .context import Context
from .models import Title
from .tokens import Token

_NAMES = {"NATO": "NATO", "EU": "EU", "UN": "UN", "U.N.": "UN", "OSCE": "OSCE", "OAS": "OAS", "ASEAN": "ASEAN",
          "GCC": "GCC", "OECD": "OECD", "CARICOM": "CARICOM", "SAARC": "SAARC"}  # fmt: skip
_HYPHEN = "-general"  # the United Nations write their Secretary-General with one, others do not


def of_house(title: Title, context: Context) -> None:
    """ "Deputy Secretary X" in a release of the State Department, "Commissioner X" in one of the European Union."""
    if title.countries or title.organization or context.language != "en":
        return
    words = [t.lower for t in context.tokens[title.first : title.last]]
    if title.house and title.last == title.head + 1 and context.american and title.portfolio in (None, "other"):
        title.portfolio, title.countries = "foreign", ["US"]
    elif title.role == "official" and words[-1:] == ["commissioner"] and "high" not in words:
        if "EU" in _named(context) or context.european:
            title.organization = "EU"
    elif (
        title.role in ("official", "secretary_general")
        and words[-1].endswith("general")
        and "secretary" in words[-2:][0]
    ):
        houses = _named(context) - {"EU"}
        if len(houses) > 1:
            houses &= {"UN"} if words[-1].endswith(_HYPHEN) else {"NATO"}
        if len(houses) == 1:
            title.organization = houses.pop()


def _named(context: Context) -> set[str]:
    """Organizations that have such offices and that the text names."""
    return {_NAMES[t.text] for t in context.tokens if t.text in _NAMES}


def byline(at: int, context: Context) -> bool:
    """Whether a title stands in a line of its own below a name, or behind one and a comma: "X Y, Spokesman"."""
    tokens = context.tokens
    first = bisect_left(tokens, at, key=lambda t: t.start)
    if not tokens[first].capital or first < 2:
        return False
    line = first - 1
    while line and not tokens[line].line_start and first - line < 7:
        line -= 1
    opens = line == 0 or tokens[line].line_start
    if not opens or not all(t.capital or t.text in ".," for t in tokens[line:first]):
        return False
    return tokens[first - 1].text == "," or tokens[first].line_start and 1 < first - line < 5 and _short(tokens, first)


def _short(tokens: list[Token], first: int) -> bool:
    """Whether the line that starts at a token is no sentence: words with a capital only."""
    end = first
    while end < len(tokens) and (end == first or not tokens[end].line_start):
        if not (tokens[end].capital or tokens[end].text in ",&" or tokens[end].lower in ("of", "for", "the", "and")):
            return False
        end += 1
    return end - first < 12
