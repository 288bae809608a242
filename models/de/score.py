"""Scores of a pipeline: names on a hold-out, parts of speech on the GSD sentences no training sees, speed.

    python models/de/score.py DATA_DIR [PIPELINE_DIR]

The shipped pipeline has seen none of the hold-outs.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import spacy
from prepare import GERMEVAL_HOLD_OUT, PRESS_HOLD_OUT, read_data, split
from sentences import Sentence
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

WEIGHTS = Path(__file__).parent / "weights"


def evaluate(nlp: Language, sentences: list[Sentence]) -> dict[str, Any]:
    """spaCy's scores on sentences given as words."""
    examples = []
    for sentence in sentences:
        blind = Doc(nlp.vocab, words=list(sentence.words), spaces=list(sentence.spaces))
        examples.append(Example(blind, sentence.to_doc(nlp.vocab)))
    return nlp.evaluate(examples)


def _names(scores: dict[str, Any]) -> dict[str, Any]:
    rows = {"all": {key: scores[f"ents_{key}"] for key in "prf"}, **scores["ents_per_type"]}
    return {label: {key: round(value, 3) for key, value in row.items()} for label, row in rows.items()}


def microseconds_per_word(nlp: Language, texts: list[str]) -> dict[str, float]:
    """What each component costs, one process, the tokenizer first."""
    started = time.perf_counter()
    docs = [nlp.make_doc(text) for text in texts]
    words = sum(len(doc) for doc in docs)
    cost = {"tokenizer": time.perf_counter() - started}
    for name, component in nlp.pipeline:
        started = time.perf_counter()
        docs = list(component.pipe(docs, batch_size=nlp.batch_size))
        cost[name] = time.perf_counter() - started
    return {name: round(seconds / words * 1e6, 1) for name, seconds in cost.items()}


def score(nlp: Language, folder: Path) -> dict[str, Any]:
    """All scores, as they stand in the model's meta data."""
    data = read_data(folder)
    _, germeval = split(data.germeval, *GERMEVAL_HOLD_OUT)
    _, press = split(data.press, *PRESS_HOLD_OUT)
    tags = evaluate(nlp, data.gsd_held_out)
    result: dict[str, Any] = {
        "germeval_hold_out": _names(evaluate(nlp, germeval)),
        "press_hold_out": _names(evaluate(nlp, press)),
        "gsd_hold_out": {key: round(tags[key], 4) for key in ("pos_acc", "tag_acc") if tags.get(key) is not None},
    }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("pipeline", type=Path, nargs="?", default=WEIGHTS)
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.pipeline)
    result = score(nlp, arguments.data)
    result["microseconds_per_word"] = microseconds_per_word(nlp, [s.text for s in read_data(arguments.data).press])
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
