"""The embedding layer of our German pipeline: spaCy's hash embeddings and vectors, and tables of words.

The tables tell of a word in which lists of names it stands, how a large text uses it and how frequent it is. They are
stored with the weights, so that loading a pipeline needs nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import LOWER, ORTH
from spacy.ml.featureextractor import FeatureExtractor
from spacy.ml.staticvectors import StaticVectors
from spacy.tokens import Doc
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Ragged

# Tables of words by spaCy's attribute that is looked up in them.
ATTRIBUTES = {"ORTH": ORTH, "LOWER": LOWER}


def _forward(model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool) -> tuple[Ragged, Callable[..., Any]]:
    keys, features = model.attrs["keys"], model.attrs["features"]
    attribute = ATTRIBUTES[model.attrs["attribute"]]
    rows = [doc.to_array([attribute]).reshape(-1) for doc in docs]
    words = np.concatenate([*rows, np.zeros(0, dtype=np.uint64)]).astype(np.uint32)
    output: Any = np.zeros((len(words), model.get_dim("nO")), dtype=np.float32)
    if len(keys):
        place = np.minimum(np.searchsorted(keys, words), len(keys) - 1)
        known = keys[place] == words
        output[known] = features[place[known]] / np.float32(255)
    lengths = model.ops.asarray1i([len(doc) for doc in docs])
    return Ragged(output, lengths), lambda d_output: []


def word_table(attribute: str, columns: int, table: str | Path | None = None) -> Model[list[Doc], Ragged]:
    """Features of each token from a table written by ``models/de/gazetteer.py``; zeros for words that are not in it."""
    keys, features = np.zeros(0, dtype=np.uint32), np.zeros((0, columns), dtype=np.uint8)
    if table is not None:
        with np.load(table) as stored:
            keys, features = stored[f"{attribute}_keys"], stored[f"{attribute}_features"]
    attrs = {"keys": keys, "features": features, "attribute": attribute}
    return Model(f"word_table_{attribute.lower()}", _forward, dims={"nO": columns}, attrs=attrs)


def table_embed(
    width: int, attrs: list[str | int], rows: list[int], columns: dict[str, int], table: str | None = None
) -> Model[list[Doc], list[Any]]:
    """spaCy's ``MultiHashEmbed`` with static vectors, and beside them the features of word tables."""
    embeddings: list[Model[Any, Any]] = [
        HashEmbed(width, rows[i], column=i, seed=8 + i, dropout=0.0) for i in range(len(attrs))
    ]
    hashed: Model[Any, Any] = chain(FeatureExtractor(attrs), list2ragged(), with_array(concatenate(*embeddings)))
    tables = [word_table(attribute, size, table) for attribute, size in columns.items()]
    mixed = Maxout(width, width * (len(attrs) + 1) + sum(columns.values()), nP=3, dropout=0.0, normalize=True)
    layers: Model[list[Doc], Ragged] = concatenate(hashed, StaticVectors(width, dropout=0.0), *tables)
    return chain(layers, with_array(mixed), ragged2list())
