"""Candidates of the name, number and time pipes that became no fact, noted only where `explain` asked for it."""

from __future__ import annotations

from collections.abc import Iterable

from . import syntax
from .base import View


def trace_rest(
    view: View, pipe: str, rule: str, candidates: Iterable[tuple[int, int]], found: Iterable[tuple[int, int]], why: str
) -> None:
    """Note the candidates that no found stretch touches.

    >>> import spacy
    >>> view = View(spacy.blank("en")("Peace, peace."), "en"); view.facts["trace"] = []
    >>> trace_rest(view, "people", "model", [(0, 5), (7, 12)], [(0, 5)], "no name")
    >>> [(note["start"], note["why"]) for note in view.facts["trace"]]
    [(7, 'no name')]
    """
    if not view.tracing:
        return
    taken = sorted(found)
    for start, end in sorted(set(candidates)):
        if not any(left < end and start < right for left, right in taken):
            view.trace(pipe, "rejected", rule, start, end, why)


def trace_model_names(view: View, pipe: str, kind: str, found: Iterable[tuple[int, int]], why: str) -> None:
    """Note the names of one kind that the base model gave and the pipe did not take."""
    if view.tracing:
        spans = [(start, end) for name, start, end in syntax.name_spans(view.doc) if name == kind]
        trace_rest(view, pipe, f"model:{kind}", spans, found, why)
