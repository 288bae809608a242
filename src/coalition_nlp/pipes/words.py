"""The words of a text, taken apart once for the pipes that look names up word by word."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

# Letters, digits and underscores, each with its combining accents.
_WORD = re.compile(r"(\w+(?:[\u0300-\u036f]+\w*)*)")


class TextWords(NamedTuple):
    """The words of a text with their places by characters: a list each, of the same length."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


def split_words(text: str, word: re.Pattern[str] = _WORD) -> TextWords:
    """The words of a text; several times as quick as a match object a word.

    Args:
        word: what a word is, in one group.

    >>> split_words("Rome, 5 May")
    TextWords(texts=['Rome', '5', 'May'], starts=[0, 6, 8], ends=[4, 7, 11])
    """
    pieces = word.split(text)  # gap, word, gap, ..., gap
    ends = list(accumulate(map(len, pieces)))
    return TextWords(pieces[1::2], ends[:-1:2], ends[1::2])
