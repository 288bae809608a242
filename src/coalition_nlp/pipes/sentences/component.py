"""Blocks and sentences of a Doc, by rules, for every base model alike.

Sentence boundaries are set before the base model runs; its parser or senter keeps boundaries that are already set.
So sentences are the same whichever model is used, never run across a block and do not break at "14. Februar" or "Dr.".
"""

from __future__ import annotations

import re
from functools import cache

import numpy
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from coalition_nlp.languages import RuleModel, rules
from coalition_nlp.pipes.base import Fact, facts


class SentenceRules(RuleModel):
    """`abbreviations` never end a sentence before a lower-case word or a digit, `titles` never at all (without dot)."""

    abbreviations: tuple[str, ...]
    titles: tuple[str, ...]


_END = re.compile(r"(?:[.!?…]+|:(?=\s*\n))[\"'“”«»‘’›‹)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-•*–]\s|\d+[.)]\s))")
_WORD_BEFORE = re.compile(r"([^\s(\[„“\"«»'‚‘]+)$")
_ORDINAL = re.compile(r"\d{1,4}\Z")
_NEXT = re.compile(r"\s*([\"'„“”«»‚‘’(\[–-]*\s?)(\S)")


@cache
def _sets(language: str) -> tuple[frozenset[str], frozenset[str]]:
    table = rules(language, "sentences", SentenceRules)
    return frozenset(a.casefold() for a in table.abbreviations), frozenset(t.casefold() for t in table.titles)


def _is_boundary(text: str, start: int, end: int, language: str) -> bool:
    """Whether the end mark at start:end closes a sentence."""
    following = _NEXT.match(text, end)
    if following is None:
        return True
    if text[start] != ".":
        return text[start] == "\n" or text[start] == ":" or not following.group(2).islower()
    if end - start == 1:  # a single dot and nothing behind it: perhaps an abbreviation, an initial or an ordinal
        before = _WORD_BEFORE.search(text, max(0, start - 30), start)
        word = before.group(1) if before else ""
        abbreviations, titles = _sets(language)
        key = word.casefold()
        if key in titles or (len(word) == 1 and word.isalpha() and word.isupper()):
            return False
        closes = not following.group(2).islower() and not following.group(2).isdigit()
        if key in abbreviations or re.fullmatch(r"(?:\w\.)+\w", word):
            return closes and key not in titles and "\n" in text[end : following.start(2)]
        if language == "de" and _ORDINAL.search(word) and word.isdigit() and len(word) <= 2:
            # "am 3. Mai", "das 14. Treffen": an ordinal; "waren es 12. Danach": rare, and told by the blank line only
            return False
    return not following.group(2).islower()


def split_sentences(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Sentences of text[start:end] as (start, end) without surrounding white space.

    >>> split_sentences("Am 3. Mai traf Dr. Weiß ein. Er blieb.", 0, 38, "de")
    [(0, 28), (29, 38)]
    """
    text = text[:end]
    cuts = [m.end() for m in _END.finditer(text, start) if _is_boundary(text, m.start(), m.end(), language)]
    found: list[tuple[int, int]] = []
    left = start
    for right in [*cuts, end]:
        stripped_left = left + len(text[left:right]) - len(text[left:right].lstrip())
        stripped_right = left + len(text[left:right].rstrip())
        if stripped_right > stripped_left:
            found.append((stripped_left, stripped_right))
        left = right
    return found


def _split_block(text: str, block: Fact, language: str) -> list[tuple[int, int]]:
    """Sentences of a block in offsets of the text; the block is cut out first, so that time stays linear."""
    offset = block["start"]
    piece = text[offset : block["end"]]
    return [(offset + start, offset + end) for start, end in split_sentences(piece, 0, len(piece), language)]


def _plain_blocks(text: str) -> list[Fact]:
    """Every paragraph as a block of body text: what is assumed of a text that did not come through ingest."""
    return [
        {"kind": "body", "start": m.start(), "end": m.end()} for m in re.finditer(r"\S(?:[^\n]|\n(?!\s*\n))*", text)
    ]


def add_layout(doc: Doc, language: str) -> None:
    """Put `blocks` (unless given) and `sentences` among the facts of a Doc; touches no token."""
    known = facts(doc)
    known["language"] = language
    if not known.get("blocks"):
        known["blocks"] = _plain_blocks(doc.text)
    text = doc.text
    known["sentences"] = [
        [start, end, index]
        for index, block in enumerate(known["blocks"])
        for start, end in _split_block(text, block, language)
    ]


class SentencePipe:
    """Adds blocks and sentences and sets the sentence boundaries of the tokens."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        add_layout(doc, self.language)
        starts = [start for start, _, _ in facts(doc)["sentences"]]
        position = 0
        marks = numpy.full(len(doc), -1, dtype="int64")  # -1: no start, told to the base model
        for token in doc:
            # a token that covers or follows the next sentence start opens that sentence
            while position < len(starts) and starts[position] < token.idx + len(token):
                marks[token.i] = 1
                position += 1
        if len(doc):  # all at once: to set one token costs a walk over the whole Doc
            marks[0] = 1
            doc.from_array([SENT_START], marks.astype("uint64"))  # type: ignore[arg-type]
        return doc
