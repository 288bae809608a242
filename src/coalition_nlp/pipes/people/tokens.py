"""Tokens of the people pipe: the same for every base model, with what the rules ask of a word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.countries.component import find_countries

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s?[^\W\d_])|@?[^\W\d_][\w\u0300-\u036f]*(?:[-‐‑'’][^\W_][\w\u0300-\u036f]*)*|\d+|[^\w\s]"
)
_PLURAL_POSSESSIVE = re.compile(r"\s[^\W\d_]")
_POSSESSIVE = re.compile(r"['’][sS]\Z")


@dataclass(slots=True)
class Token:
    """A word or mark. `joined`: only blanks, at most one line feed, lie between it and the token before."""

    text: str
    start: int
    end: int
    joined: bool
    line_start: bool = False
    possessive: bool = False
    lower: str = ""
    country: str | None = None
    country_end: int = 0
    country_form: str = ""

    @property
    def capital(self) -> bool:
        """Starts with a capital letter (or is Arabic "al-Name")."""
        return self.text[:1].isupper()

    @property
    def is_word(self) -> bool:
        """Starts with a letter."""
        return self.text[:1].isalpha()


def tokenize(view: View) -> list[Token]:
    """The tokens of the readable text, with the country mentions put on them."""
    text = view.readable
    tokens: list[Token] = []
    openings = {block["start"] for block in view.blocks}  # a name or title never runs into another block
    before = 0
    for match in _TOKEN.finditer(text):
        if tokens and tokens[-1].possessive and match.start() == before and match.group() in ("'", "’"):
            before = match.end()
            continue
        raw, start, end = match.group(), match.start(), match.end()
        gap = text[before:start]
        possessive = bool(_POSSESSIVE.search(raw))
        if possessive:
            raw, end = raw[:-2], end - 2
        elif raw[-1:] == "s" and text[end : end + 1] in ("'", "’") and _PLURAL_POSSESSIVE.match(text, end + 1):
            possessive = True
        word = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        joined = (not gap and start > 0) or (0 < len(gap) < 5 and gap.count("\n") < 2 and not gap.strip())
        tokens.append(Token(word, start, end, joined and start not in openings, "\n" in gap, possessive, word.lower()))
        before = match.end()
    _put_countries(view, tokens)
    return tokens


def _put_countries(view: View, tokens: list[Token]) -> None:
    found = [
        (m["start"], m["end"], fact["alpha2"], m["form"]) for fact in view.get("countries") for m in fact["mentions"]
    ] or [(f.start, f.end, f.alpha2, f.form) for f in find_countries(view)]
    found.sort()
    at = 0
    for start, end, alpha2, form in found:
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        step = at
        while step < len(tokens) and tokens[step].start < end:
            tokens[step].country = alpha2
            tokens[step].country_end = end
            tokens[step].country_form = form
            step += 1
