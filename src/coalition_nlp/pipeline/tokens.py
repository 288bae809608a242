"""From a text to tokens in bounded time.

spaCy takes the marks off a piece of text without white space one by one and looks at all the rest of it each time, so
that a hundred thousand quotation marks in a row take half an hour. What no prose has is cut before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

LONGEST_RUN = 300  # characters without white space that go to the tokenizer as they are: more than most addresses have
_PART = 100
_RUN = re.compile(r"\S+")


def tokenized(nlp: Language, text: str) -> Doc:
    """The tokens of a text; a longer run of characters without white space is cut into parts first.

    >>> import spacy
    >>> len(tokenized(spacy.blank("de"), '"' * 10_000))
    10000
    """
    if max(map(len, text.split()), default=0) <= LONGEST_RUN or len(text) > nlp.max_length:
        return nlp.make_doc(text)
    edges = [0]
    for run in _RUN.finditer(text):
        if run.end() - run.start() > LONGEST_RUN:
            edges.extend(range(max(run.start(), 1), run.end(), _PART))
    edges.append(len(text))
    parts = [nlp.make_doc(text[left:right]) for left, right in pairwise(edges)]
    return Doc.from_docs(parts, ensure_whitespace=False) or nlp.make_doc(text)
