"""The one place that knows label schemes: rules ask here and never look at a tag or dependency themselves.

Covered: Universal POS and morphology, and where a model has tags only, STTS (German) and Penn Treebank (English); the
entity labels of the German and English models. No rule looks at dependencies, for which German models use two schemes
(TIGER, Universal Dependencies) and English ones a third (CLEAR). Where the base model has no tagger, questions about
words answer None or False, and the rule has to do without.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from spacy.attrs import ENT_IOB, ENT_TYPE
from spacy.tokens import Doc, Span, Token

_VERBS = frozenset({"VERB", "AUX"})
# Tags of STTS and the Penn Treebank: they have none in common that mean different things.
_PENN_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_PENN_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NOUNS = frozenset({"NN", "NNS"})
_ADJECTIVES = frozenset({"ADJA", "JJ", "JJS", "JJR"})
_NAMES = frozenset({"NE", "NNP", "NNPS"})
_spans: WeakKeyDictionary[Doc, tuple[bytes, list[tuple[str, int, int]]]] = WeakKeyDictionary()


def has_tags(doc: Doc) -> bool:
    """Whether a tagger ran."""
    return doc.has_annotation("POS") or doc.has_annotation("TAG")


def _part_of_speech(token: Token) -> str:
    """The Universal POS, from the tag where the model gives none; empty without a tagger."""
    if token.pos_ or not token.tag_:
        return token.pos_
    tag = token.tag_
    if tag in _PENN_VERBS or tag[:2] in ("VV", "VA", "VM"):
        return "VERB"
    if tag in _NOUNS:
        return "NOUN"
    return "PROPN" if tag in _NAMES else "X"


def is_verb(token: Token) -> bool | None:
    """Verb or auxiliary, None without a tagger."""
    kind = _part_of_speech(token)
    return kind in _VERBS if kind else None


def is_finite(token: Token) -> bool:
    """Finite verb by its morphology or tag; False without either."""
    if token.morph:
        return "Fin" in token.morph.get("VerbForm", [])
    tag = token.tag_
    return tag in _PENN_FINITE or (tag[:1] == "V" and tag[2:] in ("FIN", "IMP"))


def is_noun(token: Token) -> bool | None:
    """Common noun, None without a tagger."""
    kind = _part_of_speech(token)
    return kind == "NOUN" if kind else None


def is_adjective(token: Token) -> bool:
    """Adjective before a noun; False without a tagger."""
    kind = _part_of_speech(token)
    return kind == "ADJ" if kind != "X" else token.tag_ in _ADJECTIVES


def is_proper(token: Token) -> bool | None:
    """Proper noun, None without a tagger."""
    kind = _part_of_speech(token)
    return kind == "PROPN" if kind else None


def names(doc: Doc) -> list[tuple[str, Span]]:
    """The model's named entities as (PER, LOC, ORG or MISC, span), in text order; other kinds are left out."""
    kinds = {
        "PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "MISC": "MISC",
        "NORP": "MISC", "EVENT": "MISC", "LAW": "MISC", "WORK_OF_ART": "MISC",
    }  # fmt: skip
    return [(kinds[ent.label_], ent) for ent in doc.ents if ent.label_ in kinds]


def name_spans(doc: Doc) -> list[tuple[str, int, int]]:
    """The same names with their characters; read once for all pipes, anew where the entities have changed.

    >>> import spacy
    >>> doc = spacy.blank("de")("Anna Visser reist.")
    >>> doc.ents = [Span(doc, 0, 2, label="PER")]
    >>> name_spans(doc)
    [('PER', 0, 11)]
    """
    marks = doc.to_array([ENT_IOB, ENT_TYPE]).tobytes()
    known = _spans.get(doc)
    if known is None or known[0] != marks:
        known = _spans[doc] = marks, [(kind, span.start_char, span.end_char) for kind, span in names(doc)]
    return known[1]
