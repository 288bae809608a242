"""From a trained spaCy pipeline to the folder that is shipped: only what the pipes use, with its meta data."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import spacy

NAME, VERSION = "coalition_news_md", "0.2.0"
MAX_BYTES = 45_000_000
DESCRIPTION = "German names and parts of speech for press texts about international politics (CNN, floret vectors)"
LICENSE = "CC BY-SA 4.0"
SPACY_VERSION = ">=3.8.7,<3.9.0"


def folder_size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def package(trained: Path, target: Path, scores: dict[str, Any]) -> None:
    """Write the shipped folder.

    Raises:
        ValueError: it is larger than what the repository may hold.
    """
    # The string table of the trained pipeline holds every word it met; floret vectors need none of them.
    nlp = spacy.load(trained, exclude=["vocab"])
    nlp.vocab.from_disk(trained / "vocab", exclude=["strings"])
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)
    nlp.meta.update(name=NAME, version=VERSION, description=DESCRIPTION, license=LICENSE, author="coalition_nlp")
    nlp.meta["spacy_version"] = SPACY_VERSION
    nlp.meta["performance"] = scores
    nlp.meta["notes"] = "The scores are those of a twin trained without the hold-outs; these weights have seen them."
    for path in nlp.config["paths"]:
        nlp.config["paths"][path] = None
    nlp.config["initialize"].update(vectors=None, init_tok2vec=None)
    nlp.config["components"]["tok2vec"]["model"]["embed"]["table"] = None
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    size = folder_size(target)
    if size > MAX_BYTES:
        raise ValueError(f"{target} has {size:,} bytes, allowed are {MAX_BYTES:,}")
    print(json.dumps({"folder": target.name, "bytes": size}))
