"""Tokens of the people pipe: the same for every base model, with what the rules ask of a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.countries.component import find_countries

from .forms import Form, forms

_TOKEN = re.compile(
    r"[^\W\d_]\.(?:-?[^\W\d_]\.)+|[^\W\d_]\.(?=\s?[^\W\d_])|@?[^\W\d_][\w\u0300-\u036f]*(?:[-‐‑'’][^\W_][\w\u0300-\u036f]*)*|\d+|[^\w\s]"
)
_PLURAL_POSSESSIVE = re.compile(r"['’]\s[^\W\d_]")
_END = attrgetter("end")


@dataclass(slots=True)
class Token:
    """A word or mark. `joined`: only blanks, at most one line feed, lie between it and the token before; `capital`:
    starts with a capital letter; `is_word`: starts with a letter; `form`: what holds of the word anywhere."""

    text: str
    start: int
    end: int
    joined: bool
    line_start: bool
    possessive: bool
    lower: str
    capital: bool
    is_word: bool
    form: Form
    country: str | None = None
    country_end: int = 0
    country_form: str = ""


def tokenize(view: View) -> list[Token]:
    """The tokens of the readable text, with the country mentions put on them."""
    text = view.readable
    known = forms(view.language)
    tokens: list[Token] = []
    openings = {block["start"] for block in view.blocks}  # a name or title never runs into another block
    before = 0
    possessive = False
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        gap = text[before:start]
        if gap == " ":
            joined, line_start = True, False
        elif gap:
            line_start = "\n" in gap
            joined = len(gap) < 5 and "\t" not in gap and not gap.strip() and gap.count("\n") < 2
        elif possessive and raw in ("'", "’"):
            before = end
            continue
        else:
            joined, line_start = start > 0, False
        before = end
        form = known[raw]
        possessive = form.possessive
        if possessive:
            end -= 2
        elif form.final_s and _PLURAL_POSSESSIVE.match(text, end):
            possessive = True
        if form.former:  # "then-French", "ex-minister"
            front = known[raw[: form.former - 1]]
            cut = start + form.former - 1
            tokens.append(
                Token(front.text, start, cut, joined, line_start, False, front.lower, front.capital, True, front)
            )
            start, joined, line_start, form = cut + 1, True, False, known[raw[form.former :]]
        tokens.append(
            Token(
                form.text, start, end, joined and start not in openings, line_start, possessive, form.lower,
                form.capital, form.is_word, form,
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
        at = bisect_right(tokens, start, at, key=_END)
        step = at
        while step < len(tokens) and tokens[step].start < end and not tokens[step].form.leaning:
            tokens[step].country = alpha2
            tokens[step].country_end = end
            tokens[step].country_form = form
            step += 1
