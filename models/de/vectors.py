"""Floret vectors from the raw text: small, and they give every word a vector by its pieces."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from floret import train_unsupervised

# 50,000 rows of 128 dimensions: 25.6 MB, the largest part of the weights.
SETTINGS = {
    **{"model": "skipgram", "mode": "floret", "dim": 128, "bucket": 50_000, "hashCount": 2},
    **{"minn": 4, "maxn": 5, "minCount": 8, "ws": 5, "epoch": 4, "neg": 8, "lr": 0.05},
}


def clean_lines(lines: Iterable[str]) -> Iterator[str]:
    """Lines without soft hyphens and without empty ones."""
    for line in lines:
        line = line.replace("\xad", "").strip()
        if line:
            yield line


def write_tokens(lines: Iterable[str], target: Path) -> None:
    """The text as the tokenizer of the pipeline cuts it, blanks between tokens."""
    tokenizer = spacy.blank("de").tokenizer
    cut: dict[str, str] = {}
    with target.open("w", encoding="utf-8") as handle:
        for line in clean_lines(lines):
            words = []
            for word in line.split():
                if word not in cut:
                    if len(cut) > 2_000_000:
                        cut.clear()
                    cut[word] = " ".join(token.text for token in tokenizer(word))
                words.append(cut[word])
            handle.write(" ".join(words) + "\n")


def train_vectors(tokens: Path, target: Path, threads: int = 2) -> None:
    """Train and save in the format of ``spacy init vectors --mode floret``.

    More than one thread is faster, but two runs then differ in the last digits; one thread repeats exactly.
    """
    train_unsupervised(str(tokens), thread=threads, **SETTINGS).save_floret_vectors(str(target))


def write_pretraining_text(lines: Iterable[str], extra: Iterable[str], target: Path, words: int, seed: int) -> None:
    """Whole sentences of the raw text up to a number of words, and the annotated texts twice, shuffled."""
    rng = random.Random(seed)
    whole = [line for line in clean_lines(lines) if 90 < len(line) < 900 and line[-1] in ".!?"]
    rng.shuffle(whole)
    chosen: list[str] = []
    count = 0
    for line in whole:
        chosen.append(line)
        count += line.count(" ") + 1
        if count > words:
            break
    chosen += [line for line in extra if len(line) > 30] * 2
    rng.shuffle(chosen)
    with target.open("w", encoding="utf-8") as handle:
        for line in chosen:
            handle.write(json.dumps({"text": line}, ensure_ascii=False) + "\n")
