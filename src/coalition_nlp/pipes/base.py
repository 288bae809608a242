"""What the pipes share: the facts on a Doc, the view they read, the base class of a component.

Everything found is kept in one extension, `doc._.coalition`: a dictionary of plain lists, dictionaries, numbers and
strings, so that it survives `to_bytes` and worker processes. Offsets are characters, because a fact may be a part of
a token ("EU" in "EU-Außenministertreffen"). Beside it, `doc.spans["coalition_<key>"]` has the mentions as token spans.

Keys: `language`, `published` (ISO date or None), `blocks`, `sentences`, then one list a pipe: `times`, `figures`,
`countries`, `people`, `organizations`, `places`, `statements`, `meetings`, `events` (all other events). A fact has the
fields of its record (`coalition_nlp.records`), with mentions as `{"start": int, "end": int}`, dates as ISO strings,
Decimals as strings.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from spacy.attrs import IDX
from spacy.tokens import Doc, Span, SpanGroup

from coalition_nlp.errors import ExtractionError
from coalition_nlp.languages import SUPPORTED

from .words import TextWords, split_words

Fact = dict[str, Any]

PROSE = frozenset({"title", "body", "quote_embed"})
NAMED = PROSE | {"byline"}  # datelines and bylines name people, places and dates, but tell no events

if not Doc.has_extension("coalition"):
    Doc.set_extension("coalition", default=None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by characters; `kind` is the kind of its block, `block` the index of that block."""

    index: int
    start: int
    end: int
    kind: str
    block: int


def facts(doc: Doc) -> dict[str, Any]:
    """The facts of a Doc, an empty dictionary put in place where there are none yet."""
    found: dict[str, Any] | None = doc._.coalition
    if found is None:
        found = doc._.coalition = {}
    return found


def store(doc: Doc, key: str, found: list[Fact], starts: list[int]) -> None:
    """Keep the facts of one pipe and mirror their mentions as a span group; `starts` are the tokens' offsets."""
    facts(doc)[key] = found
    marked = [
        (mention["start"], mention["end"], str(fact.get("id", "")))
        for fact in found
        for mention in fact.get("mentions") or [fact[k] for k in ("mention", "trigger") if k in fact]
    ]
    spans: list[Span] = []
    if marked and len(doc):
        label = doc.vocab.strings.add(key)
        for start, end, name in marked:
            first, last = max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)
            if first < last:
                spans.append(Span(doc, first, last, label=label, span_id=name))
    doc.spans[f"coalition_{key}"] = SpanGroup(doc, name=f"coalition_{key}", spans=spans)


class Layout:
    """Text, blocks and sentences of a Doc as all pipes read them; worked out once a Doc, kept as long as it."""

    def __init__(self, doc: Doc, found: Fact) -> None:
        self.text: str = doc.text
        self.blocks: list[Fact] = found["blocks"]
        self.told: list[list[int]] = found["sentences"]
        self.tokens = len(doc)
        self.sentences = [
            Sentence(index, start, end, self.blocks[block]["kind"], block)
            for index, (start, end, block) in enumerate(self.told)
        ]
        self.sentence_starts = [s.start for s in self.sentences]
        self.token_starts: list[int] = doc.to_array(IDX).tolist() if len(doc) else []

    @cached_property
    def readable(self) -> str:
        """The text with all but prose and bylines blanked."""
        return self.masked(NAMED)

    @cached_property
    def words(self) -> TextWords:
        """The words of the readable text."""
        return split_words(self.readable)

    @cached_property
    def prose_text(self) -> str:
        """The text with all but prose blanked."""
        return self.masked(PROSE)

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, every character in its place."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(low if len(low := char.lower()) == 1 else char for char in self.text)

    def masked(self, kinds: frozenset[str]) -> str:
        """The text with every block that is not of `kinds` replaced by line feeds (same length)."""
        parts: list[str] = []
        position = 0
        for block in self.blocks:
            start, end = block["start"], block["end"]
            parts.append(self.text[position:start])
            parts.append(self.text[start:end] if block["kind"] in kinds else "\n" * (end - start))
            position = end
        parts.append(self.text[position:])
        return "".join(parts)


_layouts: WeakKeyDictionary[Doc, Layout] = WeakKeyDictionary()


def layout(doc: Doc, language: str) -> Layout:
    """The layout of a Doc; made anew where its blocks, sentences or tokens are no longer the same."""
    found = facts(doc)
    if "sentences" not in found:
        from coalition_nlp.pipes.sentences.component import add_layout

        add_layout(doc, language)
    known = _layouts.get(doc)
    if (
        known is None
        or known.blocks is not found["blocks"]
        or known.told is not found["sentences"]
        or known.tokens != len(doc)
    ):
        known = _layouts[doc] = Layout(doc, found)
    return known


class View:
    """What a pipe reads of a Doc: text, sentences with their kind of block, language, publication date.

    >>> import spacy
    >>> view = View(spacy.blank("en")("They met in Rome. It rained."), "en")
    >>> [view.text[s.start:s.end] for s in view.sentences]
    ['They met in Rome.', 'It rained.']
    """

    def __init__(self, doc: Doc, language: str) -> None:
        self.doc = doc
        self.language = language
        self._layout = layout(doc, language)
        self.facts = facts(doc)
        self.text: str = self._layout.text
        published = self.facts.get("published")
        self.published: dt.date | None = dt.date.fromisoformat(published) if published else None
        self.blocks: list[Fact] = self._layout.blocks
        self.sentences: list[Sentence] = self._layout.sentences
        self._starts = self._layout.sentence_starts
        self.token_starts: list[int] = self._layout.token_starts

    def get(self, key: str) -> list[Fact]:
        """The facts of an earlier pipe, an empty list where it did not run."""
        return self.facts.get(key) or []

    def trace(self, pipe: str, verdict: str, rule: str, start: int, end: int, why: str = "") -> None:
        """Note a candidate and what became of it ("found", "rejected"); kept only where `explain` asked for it."""
        notes = self.facts.get("trace")
        if notes is not None:
            notes.append({"pipe": pipe, "verdict": verdict, "rule": rule, "start": start, "end": end, "why": why})

    @property
    def tracing(self) -> bool:
        """Whether rejected candidates are asked for: ask before any work that only a trace needs."""
        return self.facts.get("trace") is not None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers a character, or the last one before it; None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def prose(self, kinds: frozenset[str] = PROSE) -> Iterator[Sentence]:
        """The sentences of prose blocks, in order."""
        return (s for s in self.sentences if s.kind in kinds)

    @property
    def readable(self) -> str:
        """The text with every character outside prose and bylines blanked (same length, so offsets hold).

        A blanked character is a line feed: no pattern of ours runs across one by accident of `.`.
        """
        return self._layout.readable

    @property
    def words(self) -> TextWords:
        """The words of the readable text."""
        return self._layout.words

    @property
    def prose_text(self) -> str:
        """The text with every character outside prose blanked (same length)."""
        return self._layout.prose_text

    @property
    def lowered(self) -> str:
        """The text in small letters (same length): a search for words in it is quicker than one that ignores case."""
        return self._layout.lowered

    def masked(self, kinds: frozenset[str]) -> str:
        """The text with every block that is not of `kinds` replaced by line feeds (same length)."""
        return self._layout.masked(kinds)

    def token_at(self, offset: int) -> int:
        """Index of the token that covers a character (or the last one before it)."""
        return max(bisect_right(self.token_starts, offset) - 1, 0)

    def span(self, start: int, end: int) -> Span:
        """The tokens that touch a stretch of characters."""
        return self.doc[self.token_at(start) : self.token_at(max(end - 1, start)) + 1]


def mention(start: int, end: int) -> Fact:
    """A mention as kept on the Doc."""
    return {"start": start, "end": end}


def mentions_of(found: Iterable[Fact]) -> list[tuple[int, int, Fact]]:
    """All mentions of facts as (start, end, fact), in text order."""
    spans = [
        (m["start"], m["end"], fact)
        for fact in found
        for m in (fact.get("mentions") or [fact[k] for k in ("mention", "trigger") if k in fact])
    ]
    return sorted(spans, key=lambda item: item[:2])


class FactPipe(ABC):
    """A spaCy component that finds one kind of fact. It keeps no state: rules come from the package's data.

    Subclasses set `key` and write `find`, which gets a View and returns facts in text order.
    """

    key: ClassVar[str]

    def __init__(self, language: str) -> None:
        if language not in SUPPORTED:
            raise ExtractionError(f"coalition_{self.key}: no rules for language {language!r}")
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        try:
            view = View(doc, self.language)
            found = self.find(view)
        except KeyError as error:  # spaCy reports a KeyError as "not initialized" (E109), which would mislead
            raise ExtractionError(f"coalition_{self.key}: missing key {error}") from error
        store(doc, self.key, found, view.token_starts)
        return doc

    @abstractmethod
    def find(self, view: View) -> list[Fact]:
        """The facts of one document, in text order."""
