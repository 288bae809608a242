"""Tokens of the people pipe: the same for every base model, with what the rules ask of a word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import attrgetter

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.countries.component import find_countries
from coalition_nlp.pipes.memo import FormMemo

from .forms import MARKS, SOFT, Form, forms

# In one group, so that `split` tells gaps and tokens; most are words, which are tried first.
_LETTER = r"[^\W\d_]"
_REST = rf"[\w\u0300-\u036f{SOFT}]*(?:[-‐‑'’][^\W_][\w\u0300-\u036f{SOFT}]*)*"
_TOKEN = re.compile(
    rf"((?!\s)(?:{_LETTER}(?!\.){_REST}|[^\w\s@{SOFT}{MARKS}]|\d+|{_LETTER}\.(?:-?{_LETTER}\.)+|{_LETTER}\.(?=\s?{_LETTER})|{_LETTER}"
    rf"|@{_LETTER}{_REST}|@))"
)
_UNSEEN = re.compile(rf"[{SOFT}{MARKS}]+")
_CELLS = re.compile(r"^[^\n]*\S[^\n\S]*[\t|][^\n]*$", re.MULTILINE)  # a row of a table
_PLURAL_POSSESSIVE = re.compile(r"['’]\s[^\W\d_]")
_APOSTROPHES = ("'", "’")
_START = attrgetter("start")
_END = attrgetter("end")


class Token:
    """A word or mark. `joined`: only blanks, at most one line feed, lie between it and the token before; `capital`:
    starts with a capital letter; `is_word`: starts with a letter; `form`: what holds of the word anywhere."""

    __slots__ = (
        "capital", "country", "country_end", "country_form", "end", "form", "is_word", "joined", "line_start", "lower",
        "possessive", "start", "text",
    )  # fmt: skip

    def __init__(self, form: Form, start: int, end: int, joined: bool, line_start: bool, possessive: bool) -> None:
        self.form = form
        self.text = form.text
        self.lower = form.lower
        self.capital = form.capital
        self.is_word = form.is_word
        self.start = start
        self.end = end
        self.joined = joined
        self.line_start = line_start
        self.possessive = possessive
        self.country: str | None = None
        self.country_end = 0
        self.country_form = ""


def tokenize(view: View) -> list[Token]:
    """The tokens of the readable text, with the country mentions put on them."""
    text = view.readable
    known, gaps = forms(view.language), _gaps
    tokens: list[Token] = []
    pieces = _TOKEN.split(text)  # gap, token, gap, token, ...
    ends = list(accumulate(map(len, pieces)))
    possessive = False
    for gap, raw, start, end in zip(pieces[::2], pieces[1::2], ends[::2], ends[1::2], strict=False):
        if possessive and not gap and raw in ("'", "’"):
            continue
        joined, line_start = gaps[gap]
        form = known[raw]
        possessive = form.possessive
        if possessive:
            end -= 2
        elif form.final_s and text.startswith(_APOSTROPHES, end) and _PLURAL_POSSESSIVE.match(text, end):
            possessive = True
        if form.former:  # "then-French", "ex-minister"
            cut = start + form.former - 1
            tokens.append(Token(known[raw[: form.former - 1]], start, cut, joined, line_start, False))
            start, joined, line_start, form = cut + 1, True, False, known[raw[form.former :]]
        tokens.append(Token(form, start, end, joined, line_start, possessive))
    if "\t" in text or "|" in text:
        _part_rows(text, tokens)
    for block in view.blocks:  # a name or title never runs into another block
        at = bisect_left(tokens, block["start"], key=_START)
        if at < len(tokens) and tokens[at].start == block["start"]:
            tokens[at].joined = False
    _put_countries(view, tokens)
    return tokens


def _part_rows(text: str, tokens: list[Token]) -> None:
    """A name or title never runs from one row of a table into the next."""
    for row in _CELLS.finditer(text):
        for place in row.span():
            at = bisect_left(tokens, place, key=_START)
            if at < len(tokens):
                tokens[at].joined = False


def _gap(gap: str) -> tuple[bool, bool]:
    """Whether tokens with that gap between them are joined, and whether the second opens a line."""
    gap = _UNSEEN.sub("", gap)
    return len(gap) < 5 and "\t" not in gap and not gap.strip() and gap.count("\n") < 2, "\n" in gap


_gaps = FormMemo(_gap, most=1_000)


def _put_countries(view: View, tokens: list[Token]) -> None:
    if "countries" in view.facts:
        found = [(m["start"], m["end"], c["alpha2"], m["form"]) for c in view.get("countries") for m in c["mentions"]]
    else:
        found = [(f.start, f.end, f.alpha2, f.form) for f in find_countries(view)]
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
