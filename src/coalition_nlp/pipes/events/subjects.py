"""Who acts where the clause names nobody: the speaker behind "we", the person behind "he"."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact, Sentence, View
from coalition_nlp.pipes.clauses import Clause, words_of

from .models import Phrase, Trigger
from .patterns import Lexicon
from .phrases import Mentions, find_phrases
from .quotes import quotes_of

_BODIES = frozenset({"organization", "group", "title", "country", "person"})


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
        trigger.roles.update(_told_before(trigger, clause, role, lexicon, mentions, sentence))
        return
    trigger.roles[role] = [Phrase(word.start, word.end, word.start, kind, fact) for kind, fact in found]


def _told_before(
    trigger: Trigger, clause: Clause, role: str, lexicon: Lexicon, mentions: Mentions, sentence: Sentence
) -> dict[str, list[Phrase]]:
    """ "The ministers ... They urged", "Die Allianz ... Sie setzte aus": the subject of the sentence before.

    "They" needs several, German "sie" with a singular verb a body; the pronoun stands at the head of its sentence.
    """
    first = clause.words[0] if clause.words else None
    near = next((w for w in clause.words[:3] if w.low in lexicon.sets["plural_pronouns"]), None)
    start, end = _previous(mentions.view, sentence)
    if first is None or near is None or clause.kind not in ("main", "coord") or start == end:
        return {}
    if clause.start - sentence.start > 40:
        return {}
    words = words_of(mentions.view.text, start, end)
    phrases = find_phrases(mentions, lexicon, sentence_of(mentions.view, sentence), words, {})
    never = lexicon.sets["not_subject"]
    free = [
        p for p in phrases[:6]
        if not p.prep and not p.owned and p.row is None and p.kind in _BODIES and p.det not in never
    ]  # fmt: skip
    if not free:
        return {}
    several = _plural(near.low, clause.lows) or near.low != "sie"
    row = [free[0], *(p for p in phrases if p.row is free[0])]
    many = len(row) > 1 or free[0].kind in ("group", "title") and not _single(free[0], mentions.view, lexicon)
    body = free[0].kind in ("organization", "group", "title")
    if several and not (many or free[0].kind == "organization") or not several and not (body and len(row) == 1):
        return {}
    return {role: row}


def _single(phrase: Phrase, view: View, lexicon: Lexicon) -> bool:
    """One minister, one government."""
    if lexicon.language == "de":
        return (
            phrase.det in ("der", "das", "ein", "eine", "dieser", "dieses") or phrase.kind == "title" and not phrase.det
        )
    last = view.text[phrase.start : phrase.end].lower()
    return not last.endswith("s") and not last.endswith(("men", "people"))


def _pronoun(lows: list[str], lexicon: Lexicon) -> bool:
    return any(low in lexicon.sets["speaker_pronouns"] or low in lexicon.sets["person_pronouns"] for low in lows)


def _plural(low: str, lows: list[str]) -> bool:
    """German "sie" with a plural verb."""
    if low != "sie" or low not in lows:
        return False
    index = lows.index(low)
    near = [*lows[index + 1 : index + 2], *lows[max(index - 1, 0) : index]]
    return any(
        w in ("haben", "hatten", "sind", "waren", "werden", "wurden", "wollen", "sollen") or w.endswith("ten")
        for w in near
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


def sentence_of(view: View, sentence: Sentence) -> Sentence:
    """The sentence before."""
    return view.sentences[sentence.index - 1]


def _previous(view: View, sentence: Sentence) -> tuple[int, int]:
    if sentence.index == 0:
        return 0, 0
    before = view.sentences[sentence.index - 1]
    return (before.start, before.end) if before.kind == sentence.kind else (0, 0)
