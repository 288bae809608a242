"""From the data folder to the shipped pipeline, in one command.

    python models/de/build.py DATA_DIR WORK_DIR

Steps, each skipped where its result is in WORK_DIR already:

1. ``vectors``   floret vectors from the raw text
2. ``corpora``   annotated sets to spaCy corpora, with copies that bear other names
3. ``tables``    lists of names and counts of the raw text, as features of words
4. ``pretrain``  the shared layer learns to guess the vectors of hidden words of the raw text
5. ``twin``      all components together, hold-outs left out: its scores are those of the model card
6. ``train``     the same on everything, hold-outs too
7. ``package``   to ``models/de/weights``
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# One thread for numpy's matrix products: the result must not hang on the number of cores.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

HERE = Path(__file__).parent
SEED = 7
PRETRAINING_WORDS = 2_200_000
TWIN_STEPS, TRAIN_STEPS = 2000, 2200


def _spacy(*arguments: object) -> None:
    subprocess.run([sys.executable, "-m", "spacy", *map(str, arguments)], check=True)


def vectors(data: Path, work: Path) -> None:
    from prepare import RAW_TEXT, read_data
    from sentences import open_text
    from vectors import train_vectors, write_pretraining_text, write_tokens

    annotated = [sentence.text for sentence in read_data(data).all_sentences()]
    write_pretraining_text(open_text(data / RAW_TEXT), annotated, work / "raw.jsonl", PRETRAINING_WORDS, SEED)
    write_tokens([*open_text(data / RAW_TEXT), *annotated], work / "tokens.txt")
    train_vectors(work / "tokens.txt", work / "vectors.floret")
    _spacy("init", "vectors", "de", work / "vectors.floret", work / "vectors", "--mode", "floret")


def corpora(data: Path, work: Path) -> None:
    from prepare import (
        GERMEVAL_HOLD_OUT,
        PRESS_HOLD_OUT,
        copies,
        make_names,
        pages,
        read_data,
        save,
        split,
    )
    from sentences import Sentence

    sets = read_data(data)
    germeval, germeval_held_out = split(sets.germeval, *GERMEVAL_HOLD_OUT)
    press, _ = split(sets.press, *PRESS_HOLD_OUT)
    save([*germeval_held_out, *sets.gsd_held_out], work / "corpora" / "dev.spacy")
    names = make_names([*germeval, *press], data)

    def corpus(germeval: list[Sentence], press: list[Sentence], tags: list[Sentence], target: str) -> None:
        rng = random.Random(SEED)
        # The treebank twice: it is a tenth of the text, and the tagger learns from nothing else.
        plain = [*germeval, *press, *pages(press, rng, 0.3), *tags, *tags]
        save([*plain, *copies([*germeval, *press], names, rng)], work / "corpora" / target)

    corpus(germeval, press, sets.gsd, "train.spacy")
    corpus(sets.germeval, sets.press, [*sets.gsd, *sets.gsd_held_out], "all.spacy")


def tables(data: Path, work: Path) -> None:
    import gazetteer

    with (work / "tokens.txt").open(encoding="utf-8") as lines:
        print(gazetteer.build(lines, work / "tables.npz"))


def pretrain(data: Path, work: Path) -> None:
    _spacy(
        "pretrain", HERE / "configs" / "pipeline.cfg", work / "pretrain", "--code", HERE / "fast_gemm.py",
        "--paths.raw_text", work / "raw.jsonl", "--paths.vectors", work / "vectors",
        "--paths.tables", work / "tables.npz",
    )  # fmt: skip


def _train(work: Path, corpus: str, target: Path, steps: int) -> None:
    _spacy(
        "train", HERE / "configs" / "pipeline.cfg", "-o", target, "--code", HERE / "fast_gemm.py",
        "--paths.train", work / "corpora" / corpus, "--paths.dev", work / "corpora" / "dev.spacy",
        "--paths.vectors", work / "vectors", "--paths.tables", work / "tables.npz",
        "--paths.init_tok2vec", work / "pretrain" / "model-last.bin",
        "--training.max_steps", steps,
    )  # fmt: skip


def twin(data: Path, work: Path) -> None:
    import spacy
    from score import score

    _train(work, "train.spacy", work / "twin", TWIN_STEPS)
    scores = score(spacy.load(work / "twin" / "model-last"), data)
    (work / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


def train(data: Path, work: Path) -> None:
    _train(work, "all.spacy", work / "train", TRAIN_STEPS)


def package(data: Path, work: Path) -> None:
    from package import package as write

    scores = json.loads((work / "scores.json").read_text("utf-8"))
    write(work / "train" / "model-last", HERE / "weights", scores)
    (work / "packaged").touch()


STEPS: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "vectors": (vectors, "vectors"),
    "corpora": (corpora, "corpora/train.spacy"),
    "tables": (tables, "tables.npz"),
    "pretrain": (pretrain, "pretrain/model-last.bin"),
    "twin": (twin, "scores.json"),
    "train": (train, "train/model-last"),
    "package": (package, "packaged"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with the sets (see README.md)")
    parser.add_argument("work", type=Path, help="folder for everything in between (about 1 GB)")
    arguments = parser.parse_args()
    sys.path.insert(0, str(HERE))
    arguments.work.mkdir(parents=True, exist_ok=True)
    for name, (step, result) in STEPS.items():
        if (arguments.work / result).exists():
            print(f"{name}: done before")
        else:
            print(f"{name}: starting", flush=True)
            step(arguments.data.resolve(), arguments.work.resolve())


if __name__ == "__main__":
    main()
