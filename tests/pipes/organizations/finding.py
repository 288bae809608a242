"""The organizations of a text, found by rules alone."""

from functools import cache

import spacy


@cache
def pipeline(language):
    nlp = spacy.blank(language)
    nlp.add_pipe("coalition_countries")
    nlp.add_pipe("coalition_organizations")
    return nlp


def found(language, text):
    return pipeline(language)(text)._.coalition["organizations"]
