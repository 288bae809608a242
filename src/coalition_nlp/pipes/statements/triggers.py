"""A verb of saying at its place in a unit."""

from __future__ import annotations

from dataclasses import dataclass

from .models import Verb


@dataclass(frozen=True, slots=True)
class Trigger:
    """The verb, its own word, the finite word (an auxiliary or itself) and the last word of the predicate."""

    verb: Verb
    index: int
    finite: int
    closing: int
    final: bool  # the verb stands at the end of a subordinate clause
    passive: bool = False  # "In der Resolution wird gefordert, ..."
