"""Finds pledges, military actions, territorial changes, agreements, sanctions, condemnations and demands."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, FactPipe, Sentence, View
from coalition_nlp.pipes.clauses import WORD, Clause, Word, clauses, words_of
from coalition_nlp.pipes.syntax import is_finite, is_verb

from .combine import combine
from .content import read_content
from .facts import as_fact, missing
from .frames import assign
from .models import Form, Noun, Phrase, Trigger
from .patterns import Lexicon, compiled
from .phrases import Mentions, find_phrases
from .quotes import quotes_of
from .same import joined
from .subjects import add_subject
from .triggers import candidates, fits_clause
from .truths import judge, resolve
from .weights import stands

_LONGEST = 1500  # characters of a sentence; what is longer is no prose


class EventPipe(FactPipe):
    """Finds events other than meetings and statements.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> for name in ("coalition_figures", "coalition_countries", "coalition_events"):
    ...     pipe = nlp.add_pipe(name)
    >>> doc = nlp("Sweden sent 30 soldiers to Mali.")
    >>> [(e["record"], e["kind"], e["actors"][0]["id"], e["country"]) for e in doc._.coalition["events"]]
    [('military_action', 'deployment', 'SE', 'ML')]
    """

    key = "events"

    def find(self, view: View) -> list[Fact]:
        """The events of one document, in text order."""
        lexicon = compiled(self.language)
        mentions: Mentions | None = None
        found: list[Fact] = []
        for sentence in view.prose():
            if sentence.end - sentence.start > _LONGEST:
                continue
            if not lexicon.tells(WORD.findall(view.text, sentence.start, sentence.end)):
                continue
            words = words_of(view.text, sentence.start, sentence.end)
            verbs, nouns = candidates(view, lexicon, words)
            if not verbs and not nouns:
                continue
            mentions = mentions or Mentions(view)
            found.extend(_sentence(view, lexicon, mentions, sentence, words, verbs, nouns))
        found.sort(key=lambda fact: fact["trigger"]["start"])
        return joined(found, view, lexicon.sets["again"])


def _sentence(
    view: View, lexicon: Lexicon, mentions: Mentions, sentence: Sentence, words: list[Word],
    verbs: dict[int, tuple[Form, ...]], nouns: dict[int, tuple[Noun, int]],
) -> list[Fact]:  # fmt: skip
    spots = {words[last - length + 1].start: words[last].end for last, (_, length) in nouns.items()}
    phrases = find_phrases(mentions, lexicon, sentence, words, spots)
    verbs = _with_themes(verbs, phrases, view, words)
    if not verbs and not nouns:
        return []
    tagged = mentions.tagged

    finite = lexicon.scope["finite"]

    def verb(word: Word) -> bool:
        low = word.low
        if low in finite:
            return True
        if lexicon.language == "de" and word.text[0].isupper():
            return False
        if lexicon.language == "en":
            token = view.doc[view.token_at(word.start)]
            if token.pos_:
                return is_verb(token) is True and (
                    is_finite(token) or token.tag_ in ("VB", "VBD") or low in lexicon.verb_forms
                )
            return low in lexicon.verb_forms
        return low in lexicon.verb_forms or (tagged and is_verb(view.doc[view.token_at(word.start)]) is True)

    cuts = _quotation_cuts(view, lexicon, sentence, words, verbs)
    read = {w.start for w in words if verb(w)}
    parts = clauses(view.text, words, sentence.start, sentence.end, lexicon.language, lambda w: w.start in read, cuts)
    for phrase in phrases:
        if phrase.row is not None and _of(parts, phrase.row.head) is not _of(parts, phrase.head):
            phrase.row = None
        clause = _of(parts, phrase.head)
        if clause is not None and clause.kind == "sub" and phrase.prep == clause.opener:
            phrase.prep = ""  # "während Frankreich", "as government forces": a conjunction here
    triggers = []
    for index, forms in verbs.items():
        clause = _of(parts, words[index].start)
        if clause is None:
            continue
        trigger = _verb_trigger(forms, words[index], clause, phrases, lexicon, view)
        if trigger is not None:
            triggers.append(trigger)
    for last, (noun, length) in nouns.items():
        first = words[last - length + 1]
        clause = _of(parts, first.start)
        if clause is None:
            continue
        trigger = Trigger(first.start, words[last].end, first, noun.id, noun.sense, noun.frame, "noun", clause, noun)
        if noun.unless and any(w.low in noun.unless for w in words[max(last - length - 1, 0) : last + 3]):
            _reject(view, trigger, "a word beside it shows another meaning")
            continue
        assign(trigger, phrases, lexicon, view.text)
        triggers.append(trigger)
    triggers.sort(key=lambda t: t.start)
    for trigger in triggers:
        add_subject(trigger, lexicon, mentions, sentence)
        read_content(trigger, phrases, parts, sentence, lexicon, view.text)
    question = view.text[sentence.start : sentence.end].rstrip("\"'”“»« ").endswith("?")
    kept: list[Trigger] = []
    for trigger in combine(triggers, phrases, lexicon, view):
        trigger.truth = judge(trigger, phrases, lexicon, view)
        why = "a question" if question else stands(trigger, phrases, lexicon, view)
        if why:
            _reject(view, trigger, why)
        else:
            kept.append(trigger)
    facts = []
    for trigger in kept:
        fact = as_fact(trigger, phrases, mentions, lexicon, view, sentence)
        if why := missing(trigger, fact):
            _reject(view, trigger, why)
            continue
        view.trace("events", "found", trigger.rule, trigger.start, trigger.end, trigger.truth.why)
        facts.append(fact)
    return facts


def _with_themes(
    verbs: dict[int, tuple[Form, ...]], phrases: list[Phrase], view: View, words: list[Word]
) -> dict[int, tuple[Form, ...]]:
    """Without the readings whose theme the sentence has no word for."""
    classes = {name for phrase in phrases for name in phrase.classes}
    kept = {}
    for index, forms in verbs.items():
        possible = tuple(f for f in forms if not f.verb.theme or not f.verb.theme.isdisjoint(classes))
        if possible:
            kept[index] = possible
        else:
            verb, word = forms[0].verb, words[index]
            why = f"no argument of class {' or '.join(sorted(verb.theme))}"
            view.trace("events", "rejected", verb.id, word.start, word.end, why)
    return kept


def _quotation_cuts(
    view: View, lexicon: Lexicon, sentence: Sentence, words: list[Word], verbs: dict[int, tuple[Form, ...]]
) -> list[int]:
    """Where what is said begins, unless the verb of saying is one of ours and what follows its argument."""
    cuts = []
    for start in quotes_of(view).starts_in(sentence.start, sentence.end):
        before = [i for i, w in enumerate(words) if w.end <= start]
        if any(i in verbs for i in before[-5:]):
            continue
        if before and words[before[-1]].low in lexicon.scope["subordinate"]:
            start = words[before[-1]].start
        cuts.append(start)
    return cuts


def _verb_trigger(
    forms: tuple[Form, ...], word: Word, clause: Clause, phrases: list[Phrase], lexicon: Lexicon, view: View
) -> Trigger | None:
    """The reading of a verb whose conditions hold; one with a theme first, a longer verb before a shorter."""
    best: Trigger | None = None
    rank = (-1, -1)
    failed: Trigger | None = None
    inside = any(p.start <= word.start < p.head for p in phrases)
    if lexicon.language == "de":
        forms = tuple(f for f in forms if (f.kind == "attr") == inside)
    particle = any(f.verb.particle and fits_clause(f, word, clause, lexicon, view.text) for f in forms)
    for form in forms:
        verb = form.verb
        if not fits_clause(form, word, clause, lexicon, view.text) or (particle and not verb.particle):
            continue
        end = word.end
        if form.rest:
            end = next((w.end for w in clause.words if w.start > word.start and w.low == form.rest[-1]), end)
        trigger = Trigger(word.start, end, word, verb.id, verb.sense, verb.frame, form.kind, clause, None, verb)
        if not resolve(form, word, trigger, lexicon, view):
            continue
        assign(trigger, phrases, lexicon, view.text)
        if verb.theme:
            roles = [p for role in ("object", "recipient", "actor", "figure") for p in trigger.roles.get(role, ())]
            classes = frozenset().union(*(p.classes for p in roles)) if roles else frozenset()
            if not classes & verb.theme:
                failed = failed or trigger
                continue
        score = (len(verb.particle), 20 - len(verb.theme) if verb.theme else 0)
        if score > rank:
            best, rank = trigger, score
    if best is None and failed is not None:
        _reject(view, failed, f"no argument of class {' or '.join(sorted(failed.verb.theme))}" if failed.verb else "")
    return best


def _of(parts: list[Clause], offset: int) -> Clause | None:
    return next((c for c in parts if c.covers(offset)), None)


def _reject(view: View, trigger: Trigger, why: str) -> None:
    view.trace("events", "rejected", trigger.rule, trigger.start, trigger.end, why)
