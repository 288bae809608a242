"""Readers for the annotated sets: each yields :class:`Sentence`, the one form the training project works on."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

GERMEVAL_LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "MISC"}
# Fine labels of the court data; a label that is absent here says nothing about ours, so its tokens stay unknown.
COURT_LABELS = {
    **{"PER": "PER", "RR": "PER", "AN": "PER"},
    **{"LD": "LOC", "ST": "LOC", "STR": "LOC", "LDS": "LOC"},
    **{"ORG": "ORG", "UN": "ORG", "INN": "ORG", "GRT": "ORG", "MRK": "MISC"},
}
LABELS = ("PER", "LOC", "ORG", "MISC")
_MARKUP = re.compile(r"\[(PER|LOC|ORG|MISC) ([^\[\]]+)\]")
_NO_SPACE_BEFORE = frozenset(",.;:!?)]}%“»”…")
_NO_SPACE_AFTER = frozenset("([{„«")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with what is known about them; entity spans are token offsets, half open.

    ``names`` says whether the entity annotation is there at all; spans labelled ``?`` are unknown to it.
    """

    source: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    spans: tuple[tuple[int, int, str], ...] = ()
    names: bool = False
    pos: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words with their blanks."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).strip()

    def to_doc(self, vocab: Vocab) -> Doc:
        doc = Doc(
            vocab,
            words=list(self.words),
            spaces=list(self.spaces),
            pos=list(self.pos) or None,
            tags=list(self.tags) or None,
            lemmas=list(self.lemmas) or None,
        )
        if self.names:
            known = [Span(doc, start, end, label=label) for start, end, label in self.spans if label != "?"]
            unknown = [Span(doc, start, end) for start, end, label in sorted(set(self.spans)) if label == "?"]
            doc.set_ents(known, missing=unknown, default="outside")
        else:
            doc.set_ents([], default="missing")
        return doc


def open_text(path: Path) -> Iterator[str]:
    """Lines of a plain or ``.xz`` text file."""
    if path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8-sig") as handle:
            yield from handle
    else:
        with path.open(encoding="utf-8-sig") as handle:
            yield from handle


def guess_spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Where blanks stood between words, for sets that kept only the words."""
    spaces = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        glued = word in _NO_SPACE_AFTER or (bool(following) and following[0] in _NO_SPACE_BEFORE)
        spaces.append(bool(following) and not glued)
    return tuple(spaces)


def _spans(tags: list[str], labels: dict[str, str], *, other: str | None) -> tuple[tuple[int, int, str], ...]:
    """BIO tags to spans; a label missing from ``labels`` becomes ``other``, or is dropped when that is None."""
    spans: list[tuple[int, int, str]] = []
    open_raw = ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, raw = tag.partition("-")
        if spans and prefix == "I" and raw == open_raw:
            continue
        if open_raw:
            start, _, label = spans[-1]
            spans[-1] = (start, index, label)
        open_raw = ""
        if prefix in ("B", "I"):
            spans.append((index, index + 1, labels.get(raw, "-" if other is None else other)))
            open_raw = raw
    return tuple(span for span in spans if span[2] != "-")


def read_germeval(path: Path) -> list[Sentence]:
    """GermEval 2014: outer tags; derivations and parts of compounds are no names of ours."""
    sentences: list[Sentence] = []
    words: list[str] = []
    tags: list[str] = []
    for line in [*open_text(path), "\n"]:
        cells = line.rstrip("\n").split("\t")
        if len(cells) >= 3 and cells[0].isdigit():
            words.append(cells[1].replace("\xad", "") or "-")
            tags.append(cells[2])
        elif words and not line.strip():
            spans = _spans(tags, GERMEVAL_LABELS, other=None)
            sentences.append(Sentence("germeval", tuple(words), guess_spaces(tuple(words)), spans, names=True))
            words, tags = [], []
    return sentences


def _read_columns(path: Path, word: int, tag: int, separator: str) -> Iterator[tuple[list[str], list[str]]]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*open_text(path), "\n"]:
        cells = line.rstrip("\n").split(separator)
        if len(cells) > max(word, tag):
            words.append(cells[word])
            tags.append(cells[tag])
        elif words:
            yield words, tags
            words, tags = [], []


def read_bundestag(paths: list[Path]) -> list[Sentence]:
    """Hand-annotated plenary protocols."""
    labels = {label: label for label in LABELS}
    return [
        Sentence("bundestag", tuple(words), guess_spaces(tuple(words)), _spans(tags, labels, other=None), names=True)
        for path in paths
        for words, tags in _read_columns(path, 1, 4, "\t")
    ]


def read_court(paths: list[Path]) -> list[Sentence]:
    """Court decisions: only sentences with a name of ours; legal references stay unknown."""
    sentences = []
    for path in paths:
        for words, tags in _read_columns(path, 0, 1, " "):
            spans = _spans(tags, COURT_LABELS, other="?")
            if any(label != "?" for _, _, label in spans):
                sentences.append(Sentence("court", tuple(words), guess_spaces(tuple(words)), spans, names=True))
    return sentences


def read_press(paths: list[Path]) -> list[Sentence]:
    """Own press prose, one paragraph a line, names marked ``[PER ...]``."""
    nlp = spacy.blank("de")
    paragraphs = []
    for path in paths:
        for line in open_text(path):
            text, marks, last = "", [], 0
            line = line.strip()
            for match in _MARKUP.finditer(line):
                text += line[last : match.start()]
                marks.append((len(text), len(text) + len(match[2]), match[1]))
                text += match[2]
                last = match.end()
            text += line[last:]
            if not text:
                continue
            doc = nlp.make_doc(text)
            spans = []
            for start, end, label in marks:
                span = doc.char_span(start, end, label=label)
                if span is None:  # part of a compound: the tokenizer does not cut there
                    loose = doc.char_span(start, end, alignment_mode="expand")
                    spans.append((loose.start, loose.end, "?"))
                else:
                    spans.append((span.start, span.end, label))
            paragraphs.append(
                Sentence(
                    "press",
                    tuple(token.text for token in doc),
                    tuple(bool(token.whitespace_) for token in doc),
                    tuple(spans),
                    names=True,
                )
            )
    return paragraphs


def read_treebank(path: Path) -> list[Sentence]:
    """Universal Dependencies: the surface token with the tags of its first syntactic word."""
    source = "pud" if "pud" in path.name else "gsd"
    sentences = []
    rows: list[list[str]] = []
    for line in [*open_text(path), "\n"]:
        if line.strip() and not line.startswith("#"):
            rows.append(line.rstrip("\n").split("\t"))
        elif rows and not line.strip():
            words, spaces, pos, tags, lemmas = [], [], [], [], []
            covered = 0
            for row in rows:
                if "-" in row[0]:
                    first, last = (int(part) for part in row[0].split("-"))
                    inner = next(other for other in rows if other[0] == str(first))
                    covered = last
                    # "zum", "im": one token that is preposition and article; STTS calls it APPRART
                    tag = "APPRART" if inner[3] == "ADP" else inner[4]
                    words.append(row[1])
                    pos.append(inner[3])
                    tags.append(tag)
                    lemmas.append(inner[2])
                elif "." in row[0] or int(row[0]) <= covered:
                    continue
                else:
                    words.append(row[1])
                    pos.append(row[3])
                    tags.append(row[4] if row[4] != "_" else "")
                    lemmas.append(row[2])
                spaces.append("SpaceAfter=No" not in row[9])
            sentences.append(
                Sentence(source, tuple(words), tuple(spaces), pos=tuple(pos), tags=tuple(tags), lemmas=tuple(lemmas))
            )
            rows = []
    return sentences


def join(parts: list[Sentence], separator: str = "\n\n") -> Sentence:
    """Several sentences as one, with a white-space token between them as in real pages."""
    first = parts[0]
    words, spaces, spans = list(first.words), list(first.spaces), list(first.spans)
    for part in parts[1:]:
        spaces[-1] = False
        words.append(separator)
        spaces.append(False)
        offset = len(words)
        words += part.words
        spaces += part.spaces
        spans += [(start + offset, end + offset, label) for start, end, label in part.spans]
    return replace(first, words=tuple(words), spaces=tuple(spaces), spans=tuple(spans), pos=(), tags=(), lemmas=())
