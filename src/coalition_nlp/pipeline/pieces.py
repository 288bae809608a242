"""Runs a pipeline over a Doc; over a long one, the base model piece by piece.

A network keeps several kilobytes a token until it is done, so that the memory for a whole book at once has no bound.
Ordinary articles are one piece: for them nothing differs from calling the pipeline.
"""

from __future__ import annotations

from itertools import pairwise

import numpy
from spacy.attrs import DEP, ENT_IOB, ENT_KB_ID, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language, PipeCallable
from spacy.tokens import Doc

from coalition_nlp.pipes.base import facts

LONG = 5_000  # tokens of a piece at most
_SET_BY_MODELS = (TAG, POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE, ENT_KB_ID)


def run(nlp: Language, doc: Doc, longest: int = LONG) -> Doc:
    """The Doc with every component of the pipeline run over it; pieces have at most `longest` tokens.

    >>> import spacy
    >>> nlp = spacy.blank("en"); _ = nlp.add_pipe("coalition_times")
    >>> run(nlp, nlp.make_doc("They met in May 2019."))._.coalition["times"][0]["value"]
    '2019-05'
    """
    waiting: list[PipeCallable] = []
    for _, pipe in nlp.pipeline:
        if len(doc) > longest and type(pipe).__module__.startswith("spacy."):
            waiting.append(pipe)
            continue
        if waiting:
            _run_in_pieces(doc, waiting, longest)
            waiting = []
        doc = pipe(doc)
    if waiting:
        _run_in_pieces(doc, waiting, longest)
    return doc


def _run_in_pieces(doc: Doc, pipes: list[PipeCallable], longest: int) -> None:
    """Run components of spaCy over pieces of a Doc and put what they set on the Doc itself."""
    arrays = []
    attributes = list(_SET_BY_MODELS)
    edges = borders(doc, longest)
    for start, end in pairwise(edges):
        piece = doc[start:end].as_doc()
        for pipe in pipes:
            piece = pipe(piece)
        if start == 0 and piece.has_annotation("DEP"):
            attributes += [DEP, HEAD]
        arrays.append(piece.to_array(attributes))
    doc.from_array(attributes, numpy.concatenate(arrays))  # type: ignore[arg-type]


def borders(doc: Doc, longest: int) -> list[int]:
    """Where the pieces of a Doc begin, and its end: at the last block that fits, else the last sentence, else anywhere.

    >>> import spacy
    >>> borders(spacy.blank("en")("One two three. Four five."), 4)
    [0, 4, 7]
    """
    openings = {block["start"] for block in facts(doc).get("blocks") or ()}
    edges = [0]
    block = sentence = 0
    for token in doc:
        if token.i - edges[-1] >= longest:
            edges.append(block if block > edges[-1] else sentence if sentence > edges[-1] else token.i)
        if token.is_sent_start:
            sentence = token.i
        if token.idx in openings:
            block = token.i
    return [*edges, len(doc)]
