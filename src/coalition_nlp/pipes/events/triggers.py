"""Words of events: verbs by their forms, nouns by their ends."""

from __future__ import annotations

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.clauses import Clause, Word
from coalition_nlp.pipes.syntax import is_noun, is_verb

from .models import Form, Noun
from .patterns import Lexicon

_BEFORE_NOUN = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "of", "no", "any", "this", "these"})


def candidates(
    view: View, lexicon: Lexicon, words: list[Word]
) -> tuple[dict[int, tuple[Form, ...]], dict[int, tuple[Noun, int]]]:
    """Verb forms and event nouns of a sentence by index of their (first, last) word."""
    verbs: dict[int, tuple[Form, ...]] = {}
    nouns: dict[int, tuple[Noun, int]] = {}
    german = lexicon.language == "de"
    lows = [w.low for w in words]
    present = set(lows)
    for index, word in enumerate(words):
        forms = lexicon.verbs.get(word.low)
        capital = word.text[0].isupper()
        if forms and not (german and capital and index > 0):
            forms = tuple(
                f for f in forms
                if (not f.verb.particle or (german and f.joined and f.verb.separable) or _opening(f) in present)
                and (not f.rest or tuple(lows[index + 1 : index + 1 + len(f.rest)]) == f.rest)
            )  # fmt: skip
            if forms and (german or _reads_as_verb(view, words, index)):
                verbs[index] = forms
                continue
        if german and not capital or not lexicon.ends_noun(word.low):
            continue
        hit = lexicon.noun_at(lows[max(index - 3, 0) : index + 1])
        if hit is not None and (german or is_verb(view.doc[view.token_at(word.start)]) is not True):
            nouns[index] = hit
    return verbs, nouns


def _opening(form: Form) -> str:
    """The first word of a particle ("zur" of "zur Verfügung")."""
    return form.verb.particle.lower().partition(" ")[0]


def _reads_as_verb(view: View, words: list[Word], index: int) -> bool:
    """Many English verbs are nouns, too ("the attack", "air strikes")."""
    word = words[index]
    token = view.doc[view.token_at(word.start)]
    if is_noun(token):
        return False
    if token.pos_ and token.pos_ not in ("VERB", "AUX", "ADJ"):
        return False
    before = words[index - 1].low if index else ""
    return before not in _BEFORE_NOUN or token.tag_ == "VBN" or (before == "of" and token.tag_ == "VBG")


def fits_clause(form: Form, word: Word, clause: Clause, lexicon: Lexicon, text: str) -> bool:
    """Whether particle, reflexive pronoun and the words of the rule stand in the clause."""
    verb = form.verb
    lows = clause.lows
    if verb.unless and _any(verb.unless, lows, clause, text):
        return False
    if verb.only and not _any(verb.only, lows, clause, text):
        return False
    if verb.reflexive and not ({"sich", "uns", "mich"} & set(lows)):
        return False
    if lexicon.language == "en":
        return not verb.particle or _english_particle(form, word, clause)
    if not verb.particle:
        return not (form.kind == "finite" and _ends_with_particle(clause, lexicon, word))
    if not verb.separable:
        return f" {verb.particle.lower()} " in f" {' '.join(lows)} "
    return form.joined or (
        form.kind == "finite" and verb.particle in [w.low for w in clause.words if w.start > word.start]
    )


def _any(wanted: frozenset[str], lows: list[str], clause: Clause, text: str) -> bool:
    joined = ""
    for item in wanted:
        if " " in item:
            joined = joined or f" {' '.join(lows)} "
            if f" {item} " in joined:
                return True
        elif item in lows:
            return True
    return False


def _ends_with_particle(clause: Clause, lexicon: Lexicon, word: Word) -> bool:
    """ "forderte ... auf" is another verb than "forderte"."""
    last = clause.words[-1]
    return last.low in lexicon.particles and last.start > word.start


def _english_particle(form: Form, word: Word, clause: Clause) -> bool:
    behind = [w.low for w in clause.words if w.start > word.start]
    particle = form.verb.particle
    if particle in ("on", "upon", "for", "to"):
        return behind[:1] == [particle]
    return particle in behind[:7]
