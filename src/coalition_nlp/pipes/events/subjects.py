"""Who acts where the clause names nobody: the speaker behind "we", the person behind "he"."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, Sentence, View, mentions_of

from .models import Phrase, Trigger
from .patterns import Lexicon


def add_subject(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon, view: View, sentence: Sentence) -> None:
    """Give the subject's role to whom a pronoun of the clause stands for."""
    if trigger.noun is not None or trigger.passive or trigger.form in ("attr", "reduced"):
        return
    role = trigger.frame.get("subject")
    if role is None or trigger.roles.get(role):
        return
    clause = trigger.clause
    while clause.above is not None and clause.kind in ("inf", "coord", "part") and not _pronoun(clause.lows, lexicon):
        clause = clause.above
    word = next((w for w in clause.words if w.low in lexicon.sets["speaker_pronouns"]), None)
    fact: Fact | None = None
    if word is not None:
        fact = _speaker(view, trigger.start)
    else:
        word = next((w for w in clause.words if w.low in lexicon.sets["person_pronouns"]), None)
        if word is not None and not _plural(word.low, clause.lows):
            fact = _person_before(view, word.start, sentence)
    if word is None or fact is None:
        return
    phrase = Phrase(word.start, word.end, word.start, str(fact["kind"]), fact["fact"])
    phrase.entity = str(fact.get("name", ""))
    trigger.roles[role] = [phrase]


def _pronoun(lows: list[str], lexicon: Lexicon) -> bool:
    return any(low in lexicon.sets["speaker_pronouns"] or low in lexicon.sets["person_pronouns"] for low in lows)


def _plural(low: str, lows: list[str]) -> bool:
    """German "sie" with a plural verb."""
    return low == "sie" and any(
        w in lows for w in ("haben", "hatten", "sind", "waren", "werden", "wurden", "wollen", "sollen")
    )


def _speaker(view: View, offset: int) -> Fact | None:
    for fact in view.get("statements"):
        if fact["quote"]["start"] <= offset < fact["quote"]["end"]:
            speaker = fact["speaker"]
            return {"kind": "reference", "fact": speaker, "name": speaker["name"]}
    return None


def _person_before(view: View, offset: int, sentence: Sentence) -> Fact | None:
    """The first person of this sentence before the pronoun, else of the one before."""
    for left, right in ((sentence.start, offset), _previous(view, sentence)):
        inside = [f for start, end, f in mentions_of(view.get("people")) if left <= start and end <= right]
        if inside:
            return {"kind": "person", "fact": inside[0], "name": inside[0]["name"]}
    return None


def _previous(view: View, sentence: Sentence) -> tuple[int, int]:
    if sentence.index == 0:
        return 0, 0
    before = view.sentences[sentence.index - 1]
    return (before.start, before.end) if before.kind == sentence.kind else (0, 0)
