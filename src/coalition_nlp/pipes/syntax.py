"""The one place that knows label schemes: rules ask here and never look at a tag or dependency themselves.

Covered: Universal POS (both default models), STTS tags (German), and the dependency schemes TIGER (de_core_news_*),
Universal Dependencies (our German model) and CLEAR (en_core_web_*). Where the base model has no tagger or parser,
every question answers None or an empty list, and the rule has to do without.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

_SUBJECT = frozenset({"sb", "sbp", "nsubj", "nsubjpass", "nsubj:pass", "csubj", "csubj:pass", "csubjpass"})
_PASSIVE_SUBJECT = frozenset({"sbp", "nsubjpass", "nsubj:pass"})
_OBJECT = frozenset({"oa", "oa2", "da", "obj", "iobj", "dobj", "dative"})
_NEGATION = frozenset({"ng", "neg"})
_VERBS = frozenset({"VERB", "AUX"})


def has_tags(doc: Doc) -> bool:
    """Whether a tagger ran."""
    return doc.has_annotation("POS")


def has_parse(doc: Doc) -> bool:
    """Whether a dependency parser ran."""
    return doc.has_annotation("DEP")


def has_names(doc: Doc) -> bool:
    """Whether an entity recogniser ran."""
    return doc.has_annotation("ENT_IOB")


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


def is_adjective(token: Token) -> bool | None:
    """Adjective, None without a tagger."""
    return token.pos_ == "ADJ" if token.pos_ else None


def is_subject(token: Token) -> bool | None:
    """Subject of its head, None without a parser."""
    return token.dep_ in _SUBJECT if token.dep_ else None


def is_object(token: Token) -> bool | None:
    """Direct or indirect object of its head, None without a parser."""
    return token.dep_ in _OBJECT if token.dep_ else None


def subjects(verb: Token) -> list[Token]:
    """Heads of the subjects of a verb, in text order; empty without a parser."""
    return [child for child in verb.children if child.dep_ in _SUBJECT]


def is_passive_subject(token: Token) -> bool:
    """Subject of a passive verb."""
    return token.dep_ in _PASSIVE_SUBJECT


def is_negated(verb: Token) -> bool | None:
    """Whether a negation hangs on the verb, None without a parser."""
    return any(child.dep_ in _NEGATION for child in verb.children) if verb.dep_ else None


def names(doc: Doc) -> list[tuple[str, Span]]:
    """The model's named entities as (PER, LOC, ORG or MISC, span), in text order; other kinds are left out."""
    kinds = {
        "PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "MISC": "MISC",
        "NORP": "MISC", "EVENT": "MISC", "LAW": "MISC", "WORK_OF_ART": "MISC",
    }  # fmt: skip
    return [(kinds[ent.label_], ent) for ent in doc.ents if ent.label_ in kinds]
