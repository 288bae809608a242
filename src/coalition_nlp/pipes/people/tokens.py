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
_FORMER = re.compile(r"(ex|then)[-‐‑]", re.IGNORECASE)
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})


@dataclass(slots=True)
class Token:
    """A word or mark. `joined`: only blanks, at most one line feed, lie between it and the token before; `capital`:
    starts with a capital letter; `is_word`: starts with a letter."""

    text: str
    start: int
    end: int
    joined: bool
    line_start: bool
    possessive: bool
    lower: str
    capital: bool
    is_word: bool
    country: str | None = None
    country_end: int = 0
    country_form: str = ""


def tokenize(view: View) -> list[Token]:
    """The tokens of the readable text, with the country mentions put on them."""
    text = view.readable
    tokens: list[Token] = []
    openings = {block["start"] for block in view.blocks}  # a name or title never runs into another block
    before = 0
    possessive = False
    english = view.language == "en"
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        if possessive and start == before and raw in ("'", "’"):
            before = end
            continue
        line_start = False
        if start == before:
            joined = start > 0
        else:
            gap = text[before:start]
            line_start = "\n" in gap
            joined = len(gap) < 5 and not gap.strip() and gap.count("\n") < 2
        before = end
        possessive = raw[-2:] in _POSSESSIVE
        if possessive:
            raw, end = raw[:-2], end - 2
        elif raw[-1] == "s" and text[end : end + 1] in ("'", "’") and _PLURAL_POSSESSIVE.match(text, end + 1):
            possessive = True
        if english and "-" in raw and (former := _FORMER.match(raw)):  # "then-French", "ex-minister"
            word = former[1]
            tokens.append(
                Token(word, start, start + len(word), joined, line_start, False, word.lower(), word[0].isupper(), True)
            )
            start, raw, joined, line_start = start + former.end(), raw[former.end() :], True, False
        word = raw if raw.isascii() else unicodedata.normalize("NFC", raw)
        first = word[:1]
        tokens.append(
            Token(
                word, start, end, joined and start not in openings, line_start, possessive,
                word.lower().replace("’", "'"),
                first.isupper(), first.isalpha(),
            )
        )  # fmt: skip
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
