"""What is demanded or condemned: the stretch of text behind the verb, its preposition, or the clause that follows."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Sentence
from coalition_nlp.pipes.clauses import Clause

from .models import Phrase, Trigger
from .patterns import Lexicon

_LONGEST = 240
_EDGES = " \n\t,;:.!?–—-\"“”„»«'’)("


def read_content(
    trigger: Trigger, phrases: list[Phrase], parts: list[Clause], sentence: Sentence, lexicon: Lexicon, text: str
) -> None:
    """Set `trigger.content` where the frame asks for it."""
    if "content" not in trigger.frame.values() and trigger.sense.record not in ("demand", "condemnation"):
        return
    if trigger.noun is not None:
        return
    clause = trigger.clause
    span = _behind_preposition(trigger, phrases, lexicon, text)
    if span is None and trigger.frame.get("object") == "content":
        span = _object(trigger, phrases, lexicon)
    if span is None and lexicon.language == "en":
        span = _infinitive(trigger, clause, lexicon)
    if span is None:
        follower = next((c for c in parts if c.above is clause and c.start >= trigger.end and c.kind != "coord"), None)
        if follower is not None and (
            follower.kind in ("sub", "inf") or follower.opener in lexicon.sets["objects_of_clauses"]
        ):
            span = follower.start, follower.end
    if span is None and trigger.sense.record == "demand" and lexicon.language == "en":
        span = _after_list(trigger, parts, lexicon)
    if span is not None:
        trigger.content = trimmed(text, *span, lexicon.edge_start, lexicon.edge_end)


def _after_list(trigger: Trigger, parts: list[Clause], lexicon: Lexicon) -> tuple[int, int] | None:
    """ "called on A, B and C to withdraw": the list has cut the clause; the infinitive stands behind it."""
    after = [c for c in parts if c.start >= trigger.end]
    for number, clause in enumerate(after[:6]):
        words = clause.words
        spot = next((i for i, w in enumerate(words) if w.low == "to"), None)
        finite = any(w.low in lexicon.scope["finite"] for w in words[: spot if spot is not None else len(words)])
        if finite:
            return None
        if spot is not None and spot + 1 < len(words) and words[spot + 1].low not in lexicon.sets["determiners"]:
            last = after[number + 1] if number + 1 < len(after) and after[number + 1].above is clause else clause
            return words[spot].start, max(_stretch(clause, words[spot].start), last.end if last.kind == "coord" else 0)
    return None


def trimmed(
    text: str, start: int, end: int, adverbs: re.Pattern[str], closing: re.Pattern[str]
) -> tuple[int, int] | None:
    """A stretch without blanks, marks and adverbs at its ends, cut at a word if long; None where nothing is left."""
    while start < end:
        match = adverbs.match(text, start, end)
        if match is None and text[start] not in _EDGES:
            break
        start = match.end() if match is not None else start + 1
    if end - start > _LONGEST:
        end = text.rfind(" ", start, start + _LONGEST)
    while end > start:
        match = None if text[end - 1] in _EDGES else closing.search(text, max(start, end - 40), end)
        if match is None and text[end - 1] not in _EDGES:
            break
        end = match.start() if match is not None else end - 1
    return (start, end) if end - start > 1 else None


def _stretch(clause: Clause, offset: int) -> int:
    """Where the stretch of a clause that has a character ends."""
    return next((right for left, right in clause.spans if left <= offset < right), clause.end)


def _behind_preposition(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon, text: str) -> tuple[int, int] | None:
    wanted = {p for p, role in trigger.frame.items() if role == "content" and p not in ("object", "dative", "subject")}
    for word in trigger.clause.words:
        base = lexicon.contracted.get(word.low, word.low)
        if base not in wanted and word.low not in wanted or word.start < trigger.end and lexicon.language == "en":
            continue
        if word.low == "zu" and word.end + 1 >= trigger.start and trigger.start > word.start:
            continue
        if any(t for t in (trigger.verb,) if t and t.particle == word.low and word.end >= trigger.clause.words[-1].end):
            continue
        end = _stretch(trigger.clause, word.start)
        if trigger.start > word.start:
            end = min(end, trigger.start)
        return word.end, _without_particle(trigger, end)
    return None


def _without_particle(trigger: Trigger, end: int) -> int:
    """The verb's particle at the end of the clause is no content."""
    last = next((w for w in reversed(trigger.clause.words) if w.end <= end), None)
    if (
        last is not None
        and trigger.verb is not None
        and trigger.verb.particle == last.low
        and last.start > trigger.start
    ):
        return last.start
    return end


def _object(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon) -> tuple[int, int] | None:
    clause = trigger.clause
    if trigger.passive:
        target = trigger.roles.get("object") or trigger.roles.get("recipient")
        if target and target[0].prep and trigger.sense.record == "demand":
            return None  # "von Israel wird verlangt, ...": the clause behind says it
        return (target[0].left, target[-1].end) if target else None
    if lexicon.language == "en" or trigger.form == "finite" and clause.kind in ("main", "coord", "aside"):
        start = trigger.end
        for role in ("actor", "recipient"):
            for phrase in trigger.roles.get(role, ()):
                if clause.covers(phrase.head) and phrase.start >= trigger.end and (role == "actor" or phrase.prep):
                    start = max(start, phrase.end)
        end = _without_particle(trigger, _stretch(clause, trigger.start))
        if lexicon.language == "en" and trigger.verb is not None and trigger.verb.particle:
            start = max(start, next((w.end for w in clause.words if w.start >= trigger.end), start))
        return (start, end) if any(start <= w.start < end for w in clause.words) else None
    actor = [p for p in trigger.roles.get("actor", ()) if clause.covers(p.head) and p.end < trigger.start]
    finite = [w for w in clause.words if w.start < trigger.start and w.low in lexicon.scope["finite"]]
    floor = max([clause.start, *(p.end for p in actor), *(w.end for w in finite[:1])])
    target = trigger.roles.get("object")
    if target:
        floor = min(target[0].left, floor) if target[0].left >= clause.start else floor
        if target[0].end <= trigger.start:
            return max(target[0].left, clause.start), trigger.start
    return (floor, trigger.start) if any(floor <= w.start < trigger.start for w in clause.words) else None


def _infinitive(trigger: Trigger, clause: Clause, lexicon: Lexicon) -> tuple[int, int] | None:
    """ "urged Russia to withdraw"."""
    end = _stretch(clause, trigger.start)
    for word in clause.words:
        if word.low == "to" and trigger.end <= word.start < end:
            following = next((w for w in clause.words if w.start > word.start), None)
            if (
                following is not None
                and following.text[0].islower()
                and following.low not in lexicon.sets["determiners"]
            ):
                return word.start, end
    return None
