"""The embedding layer of our German pipeline: what a word table gives the network, and that it travels with it."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.strings import hash_string
from spacy.tokens import Doc

from coalition_nlp.pipeline.architectures import table_embed, word_table

VOCAB = spacy.blank("de").vocab


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two words of three features each as written, one word of one feature in small letters."""
    written = {"Bremen": (255, 0, 51), "Anna": (0, 255, 0)}
    small = {"haus": (102,)}
    stored = {}
    for attribute, words in (("ORTH", written), ("LOWER", small)):
        rows = sorted((hash_string(word) & 0xFFFFFFFF, row) for word, row in words.items())
        stored[f"{attribute}_keys"] = np.array([key for key, _ in rows], dtype=np.uint32)
        stored[f"{attribute}_features"] = np.array([row for _, row in rows], dtype=np.uint8)
    path = tmp_path / "tables.npz"
    np.savez(path, **stored)
    return path


def doc(*words: str) -> Doc:
    return Doc(VOCAB, words=list(words))


def test_known_words_have_their_features_and_unknown_ones_zeros(table: Path):
    layer = word_table("ORTH", 3, table)
    features = layer.predict([doc("Anna", "in", "Bremen"), doc("bremen")])
    assert features.lengths.tolist() == [3, 1]
    expected = [[0, 1, 0], [0, 0, 0], [1, 0, 0.2], [0, 0, 0]]
    assert np.allclose(features.dataXd, expected)


def test_the_table_of_small_letters_is_asked_with_any_case(table: Path):
    features = word_table("LOWER", 1, table).predict([doc("Haus", "HAUS", "Haut")])
    assert np.allclose(features.dataXd, [[0.4], [0.4], [0]])


@pytest.mark.parametrize("docs", [[], [doc()], [doc(), doc("Anna")]])
def test_empty_docs(table: Path, docs: list[Doc]):
    assert word_table("ORTH", 3, table).predict(docs).dataXd.shape == (sum(map(len, docs)), 3)


def test_the_table_is_stored_with_the_weights(table: Path):
    stored = word_table("ORTH", 3, table).to_bytes()
    empty = word_table("ORTH", 3)
    assert not empty.predict([doc("Anna")]).dataXd.any()
    assert np.allclose(empty.from_bytes(stored).predict([doc("Anna")]).dataXd, [[0, 1, 0]])


def test_the_embedding_mixes_hashes_vectors_and_tables(table: Path):
    nlp = spacy.blank("de")
    nlp.vocab.reset_vectors(width=4)
    nlp.vocab.set_vector("Anna", np.ones(4, dtype=np.float32))
    model = table_embed(8, ["NORM", "SHAPE"], [50, 50], {"ORTH": 3, "LOWER": 1}, str(table))
    words = nlp.make_doc("Anna Bremen")
    model.initialize(X=[words])
    assert [output.shape for output in model.predict([words])] == [(2, 8)]
