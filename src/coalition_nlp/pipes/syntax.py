"""The one place that knows label schemes: rules ask here and never look at a tag or dependency themselves.

Covered: Universal POS and morphology, and the entity labels of the German and English models. No rule looks at
dependencies, for which German models use two schemes (TIGER, Universal Dependencies) and English ones a third (CLEAR).
Where the base model has no tagger, questions about words answer None or False, and the rule has to do without.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

_VERBS = frozenset({"VERB", "AUX"})


def has_tags(doc: Doc) -> bool:
    """Whether a tagger ran."""
    return doc.has_annotation("POS")


def is_verb(token: Token) -> bool | None:
    """Verb or auxiliary, None without a tagger."""
    return token.pos_ in _VERBS if token.pos_ else None


def is_finite(token: Token) -> bool:
    """Finite verb by its morphology; False without a morphologizer."""
    return "Fin" in token.morph.get("VerbForm", [])


def is_noun(token: Token) -> bool | None:
    """Common noun, None without a tagger."""
    return token.pos_ == "NOUN" if token.pos_ else None


def is_proper(token: Token) -> bool | None:
    """Proper noun, None without a tagger."""
    return token.pos_ == "PROPN" if token.pos_ else None


def names(doc: Doc) -> list[tuple[str, Span]]:
    """The model's named entities as (PER, LOC, ORG or MISC, span), in text order; other kinds are left out."""
    kinds = {
        "PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "MISC": "MISC",
        "NORP": "MISC", "EVENT": "MISC", "LAW": "MISC", "WORK_OF_ART": "MISC",
    }  # fmt: skip
    return [(kinds[ent.label_], ent) for ent in doc.ents if ent.label_ in kinds]
