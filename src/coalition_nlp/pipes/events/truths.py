"""Voice and truth of a trigger, by its form and its clause."""

from __future__ import annotations

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.clauses import Word
from coalition_nlp.pipes.scope import Truth, Words, governed, modal, negated

from .claims import claimed
from .models import Form, Phrase, Trigger
from .patterns import Lexicon
from .quotes import quotes_of

_ADVERBS = frozenset(
    {"not", "also", "already", "been", "being", "since", "reportedly", "again", "now", "then", "never", "all", "just"}
)


def resolve(form: Form, word: Word, trigger: Trigger, lexicon: Lexicon, view: View) -> bool:
    """Decide the form and voice of a verb; False where it is no predicate."""
    return _german(form, trigger, lexicon) if lexicon.language == "de" else _english(form, word, trigger, lexicon, view)


def _german(form: Form, trigger: Trigger, lexicon: Lexicon) -> bool:
    lows = trigger.clause.predicate()
    trigger.form = form.kind
    sets, kind = lexicon.sets, trigger.clause.kind
    if form.kind == "finite":
        helped = any(low in sets["passive"] or low in sets["perfect"] or low in sets["state"] for low in lows)
        if form.verb.separable and form.joined and kind not in ("sub", "rel", "inf"):
            return False
        if trigger.word.low == form.verb.participle and (helped or not trigger.clause.finite):
            return False  # the same word is the participle
    if form.kind == "finite" and form.joined is False:
        before = [w.low for w in trigger.clause.words if w.start < trigger.start]
        if before[-1:] == ["zu"]:
            trigger.form = "zu"
        elif trigger.word.low == form.verb.base and _modal_in(lows, lexicon):
            trigger.form = "infinitive"
    if form.kind == "infinitive" and trigger.clause.kind != "inf" and not _modal_in(lows, lexicon):
        words = trigger.clause.words
        index = next(i for i, w in enumerate(words) if w.start == trigger.start)
        if index and words[index - 1].low == "zu":
            trigger.form = "zu"
        elif trigger.clause.kind not in ("sub", "rel") and form.verb.base == trigger.word.low:
            trigger.form = "finite"  # "sie fordern"
        elif trigger.clause.kind in ("sub", "rel"):
            trigger.form = "finite"
        else:
            return False
    if form.kind == "infinitive":
        words = trigger.clause.words
        index = next(i for i, w in enumerate(words) if w.start == trigger.start)
        if index and words[index - 1].low == "zu":
            trigger.form = "zu"
    if form.kind == "participle":
        transitive = "object" in form.verb.frame
        if kind == "inf":  # "getötet zu haben", "getötet zu werden"
            trigger.form, trigger.passive = "zu", "werden" in trigger.clause.lows
            return True
        if form.verb.reflexive:
            return True
        if any(low in sets["passive"] for low in lows) and not any(low in sets["perfect"] for low in lows):
            moves = any(low in ("sein", "seien") for low in lows) and not transitive
            trigger.passive = transitive and not moves
        elif any(low in sets["perfect"] for low in lows) or "haben" in lows:
            trigger.passive = False
        elif any(low in sets["state"] for low in lows):
            trigger.passive = transitive
        else:
            trigger.passive = transitive
    return True


def _modal_in(lows: list[str], lexicon: Lexicon) -> bool:
    scope = lexicon.scope
    return any(
        low in scope["planned"] or low in scope["proposed"] or low in scope["conditional"] or low in scope["future"]
        or low in ("konnte", "konnten", "durfte", "durften", "musste", "mussten", "lassen", "ließ", "ließen", "mag")
        for low in lows
    )  # fmt: skip


def _english(form: Form, word: Word, trigger: Trigger, lexicon: Lexicon, view: View) -> bool:
    words = trigger.clause.words
    index = next((i for i, w in enumerate(words) if w.start == word.start), 0)
    back = index - 1
    while back >= 0 and index - back < 5 and (words[back].low in _ADVERBS or words[back].low.endswith("ly")):
        back -= 1
    before = words[back].low if back >= 0 else ""
    been = "been" in [w.low for w in words[max(back, 0) : index]] or "being" in [
        w.low for w in words[max(back, 0) : index]
    ]
    tag = view.doc[view.token_at(word.start)].tag_
    trigger.form = form.kind
    if form.kind in ("past", "participle"):
        auxiliary = _auxiliary_before(words, index)
        if before in lexicon.sets["passive"] or been:
            trigger.form, trigger.passive = "participle", True
        elif before in lexicon.sets["perfect"] or auxiliary == "perfect":
            trigger.form = "participle"
        elif before == "be":
            trigger.form, trigger.passive = "participle", True
        elif form.kind == "participle" or tag == "VBN":
            trigger.form, trigger.passive = "reduced", True
            if not any(
                w.low in ("by", "in", "on", "since", "during", "near", "with", "to", "from", "at")
                for w in words[index + 1 : index + 2]
            ):
                # "US-trained forces", "the annexed peninsula": a quality, told elsewhere
                return trigger.sense.record == "territorial_change" and form.kind == "past"
        else:
            trigger.form = "finite"
    elif form.kind == "infinitive":
        if not _infinitive_context(words, index, lexicon):
            if before in ("the", "a", "an", "of", "in"):
                return False
            trigger.form = "finite"
    return True


def _auxiliary_before(words: list[Word], index: int) -> str:
    """ "has repeatedly and publicly condemned", "have pledged and delivered"."""
    for word in reversed(words[max(index - 4, 0) : index]):
        if word.low in ("has", "have", "had", "having"):
            return "perfect"
        if word.low in ("is", "are", "was", "were", "to", "which", "who", "that"):
            return ""
    return ""


def _infinitive_context(words: list[Word], index: int, lexicon: Lexicon) -> bool:
    scope = lexicon.scope
    for word in reversed(words[max(index - 5, 0) : index]):
        low = word.low
        if low in ("to", "do", "does", "did", "don't", "doesn't", "didn't", "let", "help", "won't") or low.endswith(
            ("n't", "n’t")
        ):
            return True
        if low in scope["planned"] or low in scope["proposed"] or low in scope["conditional"]:
            return True
    return False


# --- truth ------------------------------------------------------------------------------------------------------------


def judge(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon, view: View) -> Truth:
    """Polarity and modality by scope."""
    if claimed(trigger, lexicon):
        return Truth("affirmed", "reported", "claimed")
    truth = _noun(trigger, phrases, lexicon, view) if trigger.noun is not None else _verb(trigger, lexicon, view)
    clause, scope = trigger.clause, lexicon.scope
    if trigger.sense.type == "THREATEN" and truth.modality == "asserted":
        return Truth(truth.polarity, "planned", "threat")
    if _unconfirmed(trigger, lexicon, view):
        return Truth("affirmed", "reported", "not confirmed")
    if truth.modality == "asserted" and clause.opener in scope["if_words"]:
        return Truth(truth.polarity, "conditional", clause.opener)
    if (
        truth.modality == "asserted"
        and clause.above is not None
        and (clause.kind == "sub" and clause.opener in ("dass", "that", "ob", "whether") or clause.kind == "main")
    ):
        above = governed(clause, view.text, scope, [])
        if clause.opener in ("ob", "whether"):
            return Truth(truth.polarity, "conditional", clause.opener)
        if above.modality in ("reported", "planned", "proposed", "conditional"):
            turned = above.polarity == "negated" and above.modality == "reported"
            return Truth("negated" if turned else truth.polarity, above.modality, above.why)
    if truth.modality == "asserted":
        why = _reported(trigger, lexicon, view)
        if why:
            return Truth(truth.polarity, "reported", why)
    return truth


def _unconfirmed(trigger: Trigger, lexicon: Lexicon, view: View) -> bool:
    """ "The attack was not confirmed", "could not confirm that ...": neither fact nor denied."""
    clause = trigger.clause
    over = clause if trigger.noun is not None else clause.above if clause.kind == "sub" else None
    if over is None or not any(low in lexicon.sets["confirm"] for low in over.lows):
        return False
    return bool(negated(view.text, over, lexicon.scope))


def _reported(trigger: Trigger, lexicon: Lexicon, view: View) -> str:
    if quotes_of(view).covering(trigger.start):
        return "statement"
    lows = trigger.clause.predicate()
    return next((low for low in lows if low in lexicon.scope["reported"] or low in lexicon.scope["subjunctive"]), "")


def _verb(trigger: Trigger, lexicon: Lexicon, view: View) -> Truth:
    clause, scope, text = trigger.clause, lexicon.scope, view.text
    lows = [w for w in clause.predicate() if w != trigger.word.low]
    no = "" if trigger.verb is not None and trigger.verb.only else negated(text, clause, scope)
    if no and lexicon.language == "en" and not _negates(clause.words, trigger, no):
        no = ""
    polarity = "negated" if no else "affirmed"
    if trigger.form in ("attr", "reduced"):
        return Truth(why="")
    if trigger.form == "finite":
        return Truth("negated" if no else "affirmed", "asserted", no)
    if trigger.form == "zu" or (trigger.form == "infinitive" and lexicon.language == "en"):
        return _infinitive(trigger, lexicon, view, no)
    if trigger.form == "gerund":
        return _gerund(trigger, lexicon, view, no)
    found = modal(lows, scope, trigger.form)
    if found.why in ("hätte", "hätten", "wäre", "wären", "würde", "würden") and (
        clause.kind == "sub" or _reported(trigger, lexicon, view)
    ):
        found = Truth("affirmed", "reported", found.why)
    return Truth("negated" if polarity == "negated" else "affirmed", found.modality, no or found.why)


def _negates(words: list[Word], trigger: Trigger, no: str) -> bool:
    """ "no" belongs to its noun: only before the verb as subject, or right behind it as object."""
    for index, word in enumerate(words):
        if word.low != no:
            continue
        if no not in ("no", "none", "neither", "nobody"):
            return word.start < trigger.start
        if index == 0 or 0 <= word.start - trigger.end < 3:
            return True
    return False


def _infinitive(trigger: Trigger, lexicon: Lexicon, view: View, no: str) -> Truth:
    clause, scope = trigger.clause, lexicon.scope
    before = [w.low for w in clause.words if w.start < trigger.start]
    if clause.opener in scope["without"]:
        return Truth("negated", "asserted", clause.opener)
    if lexicon.language == "en" and before[-1:] != ["to"] and "to" not in before[-3:]:
        if any(low in ("did", "do", "does", "didn't", "doesn't", "don't", "help") for low in before[-4:]):
            return Truth("negated" if no else "affirmed", "asserted", no)
        found = modal(before[-5:], scope, "infinitive")
        return Truth("negated" if no else "affirmed", found.modality, found.why)
    found = governed(clause, view.text, scope, before[-9:])
    if found.why:
        turned = found.polarity == "negated" or bool(no) or _no_before(found.why, before, scope)
        asserted = found.modality == "asserted"
        return Truth("negated" if turned else "affirmed", "asserted" if asserted else found.modality, found.why)
    return Truth("negated" if no else "affirmed", "planned", no or "infinitive")


def _no_before(word: str, before: list[str], scope: Words) -> bool:
    """ "has no plans to", "did not agree to"."""
    if word not in before:
        return False
    index = len(before) - 1 - before[::-1].index(word)
    return any(low in scope["negation"] or low.endswith(("n't", "n’t")) for low in before[max(index - 4, 0) : index])


def _gerund(trigger: Trigger, lexicon: Lexicon, view: View, no: str) -> Truth:
    scope = lexicon.scope
    before = [w.low for w in trigger.clause.words if w.start < trigger.start]
    near = before[-4:]
    if scope["without"] & set(near[-2:]):
        return Truth("negated", "asserted", "without")
    for low in reversed(near):
        if low in scope["denials"]:
            return Truth("negated", "reported", low)
        if low in scope["accusations"]:
            return Truth("affirmed", "reported", low)
        if low in scope["implied"] or low in ("is", "are", "was", "were", "been"):
            return Truth("negated" if no else "affirmed", "asserted", low)
        if low in scope["plans"]:
            return Truth("affirmed", "planned", low)
        if low in scope["possible"]:
            return Truth("affirmed", "conditional", low)
    if any(low in scope["accusations"] for low in before):
        return Truth("affirmed", "reported", "accused of")
    found = modal(before[-5:], scope, "infinitive")
    return Truth("negated" if no else "affirmed", found.modality, no or found.why)


def _noun(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon, view: View) -> Truth:
    """What governs a noun: its attributes, then the predicate if it is its object or subject."""
    scope, clause = lexicon.scope, trigger.clause
    before = [w.low for w in clause.words if w.start < trigger.start][-4:]
    here = next((p for p in phrases if p.kind == "event" and p.head == trigger.start), None)
    if here is not None and (here.det.startswith("kein") or here.det in ("no",) or here.prep in scope["without"]):
        return Truth("negated", "asserted", here.det or here.prep)
    inside = [w.low for w in clause.words if here is not None and here.left <= w.start < here.head]
    for low in inside or before[-1:]:
        if low in scope["plans"]:
            return Truth("affirmed", "planned", low)
        if low in scope["possible"]:
            return Truth("affirmed", "conditional", low)
        if low in scope["reported"]:
            return Truth("affirmed", "reported", low)
    if here is not None and here.prep in lexicon.sets["tells"]:
        return Truth()
    rest = [w.low for w in clause.words if here is None or not here.left <= w.start <= here.head]
    lows = [*(clause.above.predicate() if clause.kind == "coord" and clause.above else []), *rest]
    for low in lows:
        if low in scope["denials"]:
            return Truth("negated", "reported", low)
    for low in lows:
        if low in scope["refusals"]:
            return Truth("negated", "planned", low)
        if low in scope["demands"]:
            return Truth("affirmed", "proposed", low)
        if low in scope["possible"]:
            return Truth("affirmed", "conditional", low)
        if low in scope["plans"] and low not in ("vor", "set", "about", "going", "order", "mission", "efforts", "next"):
            return Truth("affirmed", "planned", low)
    if any(low in scope["accusations"] for low in lows):
        return Truth("affirmed", "reported", "accused")
    if clause.kind in ("inf", "part") or "to" in before:
        found = governed(clause, view.text, scope, rest)
        if found.why:
            return found
    found = modal(lows, scope, "infinitive")
    no = negated(view.text, clause, scope)
    turned = no in ("nicht", "not", "never", "nie") or no.endswith(("n't", "n’t"))
    return Truth("negated" if turned else "affirmed", found.modality, found.why)
