"""Shared by the tests of figures: a pipeline of rules only."""

import pytest
import spacy


@pytest.fixture(scope="session")
def find():
    """Figures of a text as dictionaries, with their text under "text"."""
    pipelines = {}
    for language in ("de", "en"):
        nlp = spacy.blank(language)
        nlp.add_pipe("coalition_sentences")
        nlp.add_pipe("coalition_figures")
        pipelines[language] = nlp

    def figures(language, text):
        found = pipelines[language](text)._.coalition["figures"]
        return [{**f, "text": text[f["mention"]["start"] : f["mention"]["end"]]} for f in found]

    return figures
