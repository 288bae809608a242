"""Who a relative clause hangs on, whom a pronoun stands for, and whether the subject of a clause is at its meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .gender import wanted
from .models import Candidate, Named, Segment
from .passage import Passage
from .patterns import Rules
from .tails import tail

_FOUR_WORDS = re.compile(r"\S+\s+\S+\s+\S+\s+\S+")
_LAST_WORD = re.compile(r"\s*[\w'’-]+\Z")


def subject_takes_part(candidate: Candidate, passage: Passage, before: str) -> bool:
    """Whether the subject of a clause with a noun of meeting is at the meeting."""
    rules, words = passage.rules, passage.rules.people
    close = tail(before, 14)
    if words.result_of.search(close) or words.days_before.search(close):
        return False
    if words.interest.search(candidate.around.text):
        return False
    stripped = tail(close, 9)
    for _ in range(4):  # preposition, article, adjectives
        if rules.found["event_before"].search(stripped):
            return True
        stripped = _LAST_WORD.sub("", stripped)
    return candidate.around.has("light_verbs")


def read_antecedents(candidate: Candidate, passage: Passage, subject_counts: bool) -> None:
    """Who a relative clause hangs on, and who a pronoun stands for; `subject_counts` where its subject takes part."""
    text, rules, words = passage.text, passage.rules, passage.rules.people
    own = candidate.own
    if candidate.rule in rules.links.alike.inviting and words.invited.search(text, own.start, own.end):
        return  # the passive does not tell who invites
    has_subject = any(n.kind in ("person", "country") and n.start < own.end for n, _ in candidate.people)
    if own.kind == "rel" and candidate.frame is not None:
        heads = [n for n in passage.people_in(candidate.sentence.start, own.start) if own.start - n.end < 45]
        if heads and not candidate.knows(heads[-1]):
            candidate.people.append((heads[-1], "attendee"))
            return
    if passage.stretch(own.start, own.end).has("first_person"):
        speaker = _speaker(candidate, passage)
        if speaker is not None and not candidate.knows(speaker):
            candidate.people.append((speaker, "attendee"))
            return
    sentence = candidate.sentence
    opening_text = text[candidate.clause[0].start : candidate.start].lstrip()
    plural = rules.found["plural_pronouns"]
    behind_word = text[candidate.end : candidate.end + 16].lstrip()
    candidate.plural = (plural.match(opening_text[:60]) or plural.match(behind_word)) is not None
    if words.plural_verb.match(text[candidate.start : candidate.end]):
        # "Sie trafen sich", "trafen sie sich": of several, by the verb
        candidate.plural = candidate.plural or words.they.match(behind_word) is not None
        candidate.plural = candidate.plural or (
            opening_text.startswith(words.they_open) and candidate.start - candidate.clause[0].start < 8
        )
    if words.the_four.match(opening_text):
        candidate.plural = candidate.plural and words.of_whose.search(opening_text[:80]) is None
    opens = not _FOUR_WORDS.search(text, sentence.start, candidate.start)
    alone = not any(n.kind == "person" and n.start < candidate.start for n, _ in candidate.people)
    if candidate.frame is None and alone and candidate.kind != "visit":
        whose = words.owner_before.search(text, sentence.start, candidate.start)
        if whose is not None:  # "In her meetings with officials, she will discuss trade"
            owner = passage.before(sentence.index, wanted(whose["who"], rules))
            candidate.add([owner] if owner is not None else [])
    if candidate.frame is None and (opens or alone or not subject_counts):
        partners = [n for n, _ in candidate.people if n.kind == "person"]
        near_with = len(partners) == 1 and words.with_behind.match(text[candidate.end : candidate.end + 14])
        pronoun = alone and subject_counts and _opens_with_pronoun(candidate, passage)
        previous = passage.before(sentence.index, _pronoun(candidate, passage)) if near_with or pronoun else None
        if previous is not None:  # "Ein Gespräch mit X endete": of whom the sentence before speaks
            candidate.add([previous])
        return
    if candidate.frame is not None and _opens_with_pronoun(candidate, passage):
        previous = _who_says(own, candidate, passage) or passage.before(sentence.index, _pronoun(candidate, passage))
        if previous is not None:
            candidate.add([previous])
        return
    free = [n for n, r in passage.related(candidate.scope) if n.kind == "person" and r == "none"]
    if any(n.start < candidate.start for n in free) or (candidate.frame is not None and free):
        return
    opening = candidate.clause[0].start, max(own.end, candidate.end)
    needs_subject = candidate.frame in ("travel", "say", "event", "lead")
    if own.kind == "sub" and candidate.frame == "travel":
        behind = [
            n
            for n, r in passage.related([Segment(own.end, sentence.end, "main")])
            if n.kind == "person" and r == "none"
        ]
        if behind:
            candidate.add([behind[0]])
            return
    earlier = [
        n for n, r in passage.related([Segment(sentence.start, own.start, "main")])
        if n.kind == "person" and r == "none" and text[n.end : n.end + 1] != ":"
    ]  # fmt: skip
    needs_subject = needs_subject or own.kind in ("coord", "inf")
    if own.kind != "rel" and earlier and (needs_subject or _has_pronoun(own.start, own.end, passage)):
        candidate.add([earlier[0]])
    elif _has_pronoun(*opening, passage) and (not has_subject or candidate.frame is not None):
        previous = passage.before(sentence.index, _pronoun(candidate, passage))
        if previous is not None:
            candidate.add([previous])


def _who_says(own: Segment, candidate: Candidate, passage: Passage) -> Named | None:
    """ "X sagte, er habe Y getroffen": the one subject of the clause of saying before."""
    if passage.rules.people.says_he.match(passage.text, own.start) is None:
        return None
    before = [Segment(candidate.sentence.start, own.start, "main")]
    free = {n.key: n for n, r in passage.related(before) if n.kind == "person" and r == "none"}
    return next(iter(free.values())) if len(free) == 1 else None


def _opens_with_pronoun(candidate: Candidate, passage: Passage) -> bool:
    """ "Er trifft X", "Dort wird er X treffen", "He met X": the pronoun is the subject, X the object."""
    start, end = candidate.clause[0].start, candidate.end + 16
    people = next((row for s in candidate.clause if (row := passage.people_in(s.start, s.end))), None)
    if people and people[0].start < end:
        end = max(people[0].start, start)
    return _has_pronoun(start, min(end, len(passage.text)), passage)


def _pronoun(candidate: Candidate, passage: Passage) -> bool | None:
    """Whether the pronoun of the clause is of a woman, of a man, or there is none."""
    start, end = candidate.clause[0].start, max(candidate.own.end, candidate.end)
    match = next(passage.find("singular_pronouns", start, end), None)
    return wanted(match.group(), passage.rules) if match is not None else None


def _has_pronoun(start: int, end: int, passage: Passage) -> bool:
    """A pronoun of one person in a stretch of the text."""
    return _is_one(passage.find("singular_pronouns", start, end), passage.rules, start)


def _is_one(pronouns: Iterator[re.Match[str]], rules: Rules, start: int = 0) -> bool:
    """Whether one of the pronouns means one person: "sie" only with a verb in the singular."""
    return any(
        match.group().casefold() != rules.people.one_or_several
        or rules.singular_behind.match(match.string[match.end() : match.endpos])
        or rules.singular_before.search(match.string[start : match.start()])
        for match in pronouns
    )


def _speaker(candidate: Candidate, passage: Passage) -> Named | None:
    """Who says "we": the speaker of the quotation around the word, else who signs the text."""
    for fact in passage.view.get("statements"):
        quote = fact.get("quote") or {}
        if quote.get("start", 0) <= candidate.start < quote.get("end", 0):
            speaker = fact.get("speaker") or {}
            if speaker.get("kind") == "person":
                return Named(candidate.start, candidate.end, "person", str(speaker["id"]), str(speaker["name"]))
    if passage.view.get("statements"):
        return None
    signed = [b for b in passage.view.blocks[:6] if b["kind"] == "byline"]
    people = [n for b in signed for n in passage.people_in(b["start"], b["end"])]
    alone = len({n.key for n in people}) == 1
    spokes = people and any(o.get("role") == "spokesperson" for o in people[0].fact.get("offices") or [])
    return people[0] if alone and not spokes else None
