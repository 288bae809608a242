"""Who acts where the clause names nobody: the speaker behind "we", the person behind "he"."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, Sentence, View

from .models import Phrase, Trigger
from .patterns import Lexicon
from .phrases import Mentions
from .quotes import quotes_of


def add_subject(trigger: Trigger, lexicon: Lexicon, mentions: Mentions, sentence: Sentence) -> None:
    """Give the subject's role to whom a pronoun of the clause stands for."""
    if trigger.noun is not None or trigger.passive or trigger.form in ("attr", "reduced"):
        return
    view = mentions.view
    role = trigger.frame.get("subject")
    if role is None or trigger.roles.get(role):
        return
    clause = trigger.clause
    while clause.above is not None and clause.kind in ("inf", "coord", "part") and not _pronoun(clause.lows, lexicon):
        clause = clause.above
    above = clause.above  # 'he “strongly condemns ...'
    if above is not None and above.words[-1].low in lexicon.sets["person_pronouns"] and clause.kind == "main":
        clause = above
    word = next((w for w in clause.words if w.low in lexicon.sets["speaker_pronouns"]), None)
    found: list[tuple[str, Fact]] = []
    if word is not None:
        found = [("reference", speaker) for speaker in _speakers(view, trigger.start)]
    else:
        word = next((w for w in clause.words if w.low in lexicon.sets["person_pronouns"]), None)
        if word is not None and not _plural(word.low, clause.lows):
            person = _person_before(mentions, word.start, sentence)
            found = [("person", person)] if person is not None else []
    if word is None or not found:
        return
    trigger.roles[role] = [Phrase(word.start, word.end, word.start, kind, fact) for kind, fact in found]


def _pronoun(lows: list[str], lexicon: Lexicon) -> bool:
    return any(low in lexicon.sets["speaker_pronouns"] or low in lexicon.sets["person_pronouns"] for low in lows)


def _plural(low: str, lows: list[str]) -> bool:
    """German "sie" with a plural verb."""
    return low == "sie" and any(
        w in lows for w in ("haben", "hatten", "sind", "waren", "werden", "wurden", "wollen", "sollen")
    )


def _speakers(view: View, offset: int) -> list[Fact]:
    """Who says what stands there; two, where they say it together."""
    return [fact["speaker"] for fact in quotes_of(view).covering(offset)]


def _person_before(mentions: Mentions, offset: int, sentence: Sentence) -> Fact | None:
    """The first person of this sentence before the pronoun, else of the one before."""
    for left, right in ((sentence.start, offset), _previous(mentions.view, sentence)):
        inside = [fact for _, _, kind, fact in mentions.inside(left, right) if kind == "person"]
        if inside:
            return inside[0]
    return None


def _previous(view: View, sentence: Sentence) -> tuple[int, int]:
    if sentence.index == 0:
        return 0, 0
    before = view.sentences[sentence.index - 1]
    return (before.start, before.end) if before.kind == sentence.kind else (0, 0)
