"""Applies a frame: which phrase of the clause has which role. Knows positions, no words."""

from __future__ import annotations

from collections.abc import Sequence

from coalition_nlp.pipes.clauses import Clause, Word

from .models import Phrase, Trigger
from .patterns import Lexicon

_NEAR = 130  # characters behind a noun in which its prepositions are looked for
_REACH = 60  # characters between a relative clause and what it hangs on


def in_clause(phrases: Sequence[Phrase], clause: Clause) -> list[Phrase]:
    """The phrases of a clause."""
    return [p for p in phrases if clause.covers(p.head)]


def row_of(phrase: Phrase, phrases: Sequence[Phrase]) -> list[Phrase]:
    """A phrase with those joined to it by "and"."""
    return [phrase, *(p for p in phrases if p.row is phrase)]


def assign(trigger: Trigger, phrases: Sequence[Phrase], lexicon: Lexicon, text: str) -> None:
    """Fill `trigger.roles`."""
    own = [p for p in in_clause(phrases, trigger.clause) if p.kind != "event" or p.head != trigger.start]
    if trigger.noun is not None:
        _noun(trigger, own, phrases, lexicon, text)
        return
    if trigger.form == "attr":
        _attributive(trigger, own, phrases, lexicon)
    elif lexicon.language == "de":
        _german(trigger, own, phrases, lexicon)
    else:
        _english(trigger, own, phrases, lexicon)
    _prepositions(trigger, own, phrases, lexicon)


def _give(trigger: Trigger, position: str, phrase: Phrase, phrases: Sequence[Phrase]) -> None:
    role = trigger.frame.get(position)
    if role is None:
        return
    row = trigger.roles.setdefault("object" if role == "content" else role, [])
    row.extend(p for p in row_of(phrase, phrases) if p not in row)


def _free(own: Sequence[Phrase]) -> list[Phrase]:
    return [p for p in own if not p.prep and not p.owned and p.row is None]


def _may_be_subject(phrase: Phrase, lexicon: Lexicon) -> bool:
    if phrase.kind in ("money", "thing", "event") or phrase.det in lexicon.sets["not_subject"]:
        return False
    if phrase.kind == "place":
        return phrase.fact is not None and phrase.fact.get("reading") == "government"
    if phrase.kind == "country" and lexicon.language == "de" and phrase.det == "der":
        return False
    return True


def _german(trigger: Trigger, own: list[Phrase], phrases: Sequence[Phrase], lexicon: Lexicon) -> None:
    verb = trigger.verb
    assert verb is not None
    free = _free(own)
    themes = [p for p in free if p.classes & verb.theme] if verb.theme else []
    if trigger.passive:
        subject = next((p for p in themes if p.det not in lexicon.sets["not_subject"]), None) or next(
            (p for p in free if p.det not in lexicon.sets["not_subject"] and p.kind != "event"), None
        )
        if subject is None:
            subject = antecedent(trigger, phrases)
        if subject is not None:
            _give(trigger, "object", subject, phrases)
        rest = [p for p in free if p is not subject]
        if rest and "dative" in trigger.frame:
            _give(trigger, "dative", rest[0], phrases)
        return
    pronoun = _pronoun_subject(trigger, lexicon) or _continued(trigger, lexicon)
    able = [] if pronoun else [p for p in free if _may_be_subject(p, lexicon)]
    transitive = "object" in trigger.frame
    subject = next((p for p in able if p not in themes), None)
    if trigger.frame.get("subject") == "object":
        subject = next((p for p in themes if p.det not in lexicon.sets["not_subject"]), subject)
    if subject is None and able and (not transitive or len(free) > 1):
        subject = able[0]
    if subject is not None and transitive and len(free) == 1 and _infinite(trigger) and not trigger.clause.finite:
        subject = None  # an infinitive has an object only
    if subject is None and not _pronoun_subject(trigger, lexicon):
        subject = antecedent(trigger, phrases) if not _infinite(trigger) else None
        subject = subject or _shared(trigger, phrases, lexicon)
    if subject is not None:
        _give(trigger, "subject", subject, phrases)
    rest = [p for p in free if p is not subject]
    target = next((p for p in themes if p is not subject), None)
    if target is None and transitive:
        plain = [p for p in rest if p.det not in ("dem", "einem", "seinem", "ihrem")] or rest
        if subject is None and trigger.clause.kind == "rel":
            plain = plain or ([a] if (a := antecedent(trigger, phrases)) else [])
        target = plain[-1] if len(plain) > 1 and "dative" in trigger.frame else (plain[0] if plain else None)
    if target is not None:
        _give(trigger, "object", target, phrases)
    others = [p for p in rest if p is not target]
    if others and "dative" in trigger.frame:
        _give(trigger, "dative", others[0], phrases)


def _pronoun_subject(trigger: Trigger, lexicon: Lexicon) -> bool:
    """A personal pronoun at the beginning of the clause or beside its finite verb."""
    words = trigger.clause.words
    for index, word in enumerate(words):
        if word.low not in lexicon.sets["pronouns"]:
            continue
        if index and words[index - 1].low in lexicon.sets["joins"] and index > 1 and words[index - 2].text[0].isupper():
            return False  # "die Niederlande und wir"
        near = words[max(index - 1, 0) : index + 2]
        if index <= 1 or any(w.start == trigger.start or w.low in lexicon.scope["finite"] for w in near):
            return True
    return False


def _continued(trigger: Trigger, lexicon: Lexicon) -> bool:
    """ "... und verurteilte", "... und 30 getötet": the predicate goes on, its subject stands before."""
    clause = trigger.clause
    if clause.kind != "coord" or len(clause.words) < 2:
        return False
    if trigger.form in ("participle", "infinitive") and not clause.auxiliary:
        return True
    second = clause.words[1]
    return second.start == trigger.start or second.low in lexicon.scope["finite"]


def _infinite(trigger: Trigger) -> bool:
    clause = trigger.clause
    continued = clause.kind == "coord" and clause.above is not None and clause.above.kind in ("inf", "part")
    return trigger.form in ("zu", "infinitive") and (clause.kind in ("inf", "part") or continued)


def _english(trigger: Trigger, own: list[Phrase], phrases: Sequence[Phrase], lexicon: Lexicon) -> None:
    verb = trigger.verb
    assert verb is not None
    free = _free(own)
    if verb.particle in ("on", "upon", "to"):  # "called on Russia": the particle reads as a preposition
        reach = trigger.end + 3 + len(verb.particle)
        behind = next((p for p in own if p.prep == verb.particle and p.left < reach), None)
        free = sorted([*free, *([behind] if behind else [])], key=lambda p: p.start)
    before = [p for p in free if p.end <= trigger.start]
    after = [p for p in free if p.start >= trigger.end]
    subject: Phrase | None
    pronouns: list[Word] = []
    if trigger.form == "reduced":
        near = [p for p in own if p.end <= trigger.start and trigger.start - p.end < 4]
        subject = near[-1] if near else None
    else:
        themes = [p for p in before if p.classes & verb.theme]
        able = (
            themes
            if trigger.frame.get("subject") == "object"
            else [p for p in before if trigger.passive or _may_be_subject(p, lexicon)]
        )
        pronouns = [w for w in trigger.clause.words if w.end <= trigger.start and w.low in lexicon.sets["pronouns"]]
        if pronouns and (
            not (able and able[0].start < pronouns[0].start) or _right_before(pronouns[-1], trigger, lexicon)
        ):
            able = []  # "he urged", "the targets it struck"
        subject = able[0] if able else None
        if trigger.form == "infinitive" and len(able) > 1 and _to_before(trigger):
            subject = able[-1]  # "X urged Y to send"
        if subject is None and trigger.clause.kind == "rel":
            subject = antecedent(trigger, phrases)
        elif subject is None and not pronouns:
            subject = _shared(trigger, phrases, lexicon)
    if trigger.passive:
        if subject is not None:
            _give(trigger, "object", subject, phrases)
        return
    if subject is not None:
        _give(trigger, "subject", subject, phrases)
    target = after[0] if after else None
    themes = [p for p in after if p.classes & verb.theme] if verb.theme else []
    if themes:
        target = themes[0]
    if target is None and pronouns and verb.theme:  # "the assistance we have provided"
        gap = pronouns[-1].start
        told = [p for p in own if p.classes & verb.theme and 0 <= gap - p.end < 3]
        target = told[-1] if told else None
    if target is None and before and subject is not None and trigger.clause.kind == "rel" and len(before) == 1:
        hung = antecedent(trigger, phrases)  # "the troops that Turkey sent"
        target = hung if hung is not subject else None
    if target is not None:
        if (
            target.kind == "thing"
            and target.owner is not None
            and target.owner.start < target.start
            and target.owner.kind == "place"
        ):
            pass
        _give(trigger, "object", target, phrases)
        earlier = [p for p in after if p.start < target.start]
        if earlier and "dative" in trigger.frame:
            _give(trigger, "dative", earlier[0], phrases)


def _right_before(pronoun: Word, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Only auxiliaries and adverbs between a pronoun and the verb."""
    between = [w.low for w in trigger.clause.words if pronoun.end <= w.start and w.end <= trigger.start]
    return all(
        low in lexicon.scope["finite"] or low.endswith("ly") or low in ("not", "also", "been") for low in between
    )


def _to_before(trigger: Trigger) -> bool:
    words = trigger.clause.words
    index = next((i for i, w in enumerate(words) if w.start == trigger.start), 0)
    return index > 0 and words[index - 1].low == "to"


def antecedent(trigger: Trigger, phrases: Sequence[Phrase]) -> Phrase | None:
    """What a relative clause hangs on."""
    clause = trigger.clause
    if clause.kind != "rel":
        return None
    near = [p for p in phrases if p.end <= clause.start + 1 and clause.start - p.end < _REACH]
    if not near:
        return None
    last = near[-1]
    if last.kind in ("place", "country") and last.prep and len(near) > 1 and last.left - near[-2].end < 3:
        last = near[-2]  # "the areas in Syria that"
    if last.owned:
        last = next((p for p in reversed(near) if p.owner is last), last)
    return last


def _shared(trigger: Trigger, phrases: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """The subject a coordinated predicate, an infinitive or an -ing clause takes from the clause above."""
    clause = trigger.clause
    if clause.kind not in ("coord", "inf", "part") or clause.above is None:
        return None
    above = clause.above
    if above.kind in ("coord", "inf", "part") and above.above is not None:
        upper = [p for p in _free(in_clause(phrases, above)) if _may_be_subject(p, lexicon)]
        above = above if upper else above.above
    free = [p for p in _free(in_clause(phrases, above)) if _may_be_subject(p, lexicon) and p.kind != "event"]
    return free[0] if free else None


def _attributive(trigger: Trigger, own: list[Phrase], phrases: Sequence[Phrase], lexicon: Lexicon) -> None:
    """ "die von der Armee befreiten Gebiete": the noun is what was freed."""
    target = next((p for p in own if p.start <= trigger.start < p.head), None)
    if target is not None:
        _give(trigger, "object", target, phrases)
    trigger.passive = True


def _prepositions(trigger: Trigger, own: list[Phrase], phrases: Sequence[Phrase], lexicon: Lexicon) -> None:
    taken = [p for row in trigger.roles.values() for p in row]
    for phrase in own:
        if not phrase.prep or phrase in taken:
            continue
        if (
            phrase.owned
            and phrase.prep in lexicon.sets["owner"]
            and trigger.frame.get(phrase.prep) not in ("place", "source")
            and not (trigger.frame.get(phrase.prep) == "object" and not trigger.roles.get("object"))
        ):
            continue
        if trigger.form == "attr" and not 0 <= trigger.start - phrase.end < 12:
            continue
        if phrase.row is not None and phrase.row in taken:
            continue
        role = trigger.frame.get(phrase.prep)
        if trigger.passive and phrase.prep in lexicon.sets["agents"]:
            armed = "armed" in phrase.classes and role == "source" or role == "recipient"  # "von Israel wird verlangt"
            if phrase.kind not in ("place", "thing", "money", "count", "event") and not armed:
                role = "actor"
        if role is None or (role in ("place", "goal") and not _is_place(phrase)):
            continue
        if (
            role == "recipient"
            and phrase.kind in ("thing", "money")
            and trigger.sense.record in ("pledge", "agreement")
        ):
            continue
        key = "object" if role == "content" else role
        if key in ("object",) and trigger.roles.get("object"):
            continue
        row = trigger.roles.setdefault(key, [])
        if row and key in ("recipient", "actor", "purpose"):
            if not _follows_object(phrase, trigger):
                continue
            row.clear()  # "wegen des Kriegs gegen A ... Sanktionen gegen B"
        row.extend(p for p in row_of(phrase, phrases) if p not in row)
        taken.extend(row)


def _follows_object(phrase: Phrase, trigger: Trigger) -> bool:
    return any(0 <= phrase.left - p.end < 3 for p in trigger.roles.get("object", ()))


def _is_place(phrase: Phrase) -> bool:
    return phrase.kind in ("place", "country") or "territory" in phrase.classes or "positions" in phrase.classes


def _noun(trigger: Trigger, own: list[Phrase], phrases: Sequence[Phrase], lexicon: Lexicon, text: str) -> None:
    here = next((p for p in phrases if p.kind == "event" and p.head == trigger.start), None)
    if here is not None:
        if here.owner is not None:
            position = "attribute" if here.owner.end <= here.head else "genitive"
            if position == "genitive" and here.owner.prep in trigger.frame:
                position = here.owner.prep
            _give(trigger, position, here.owner, phrases)
        if here.country is not None and "attribute" in trigger.frame and not trigger.roles.get("actor"):
            trigger.roles.setdefault("actor", []).append(here)
    seen = trigger.end
    for phrase in own:
        if phrase.start < trigger.end or phrase.start - seen > _NEAR or phrase.row is not None or not phrase.prep:
            continue
        role = trigger.frame.get(phrase.prep)
        if role is None or any(phrase in row for row in trigger.roles.values()):
            continue
        if role == "recipient" and phrase.prep in lexicon.sets["place"] and not _target(phrase):
            role = "place"
        if role in ("place", "goal") and not _is_place(phrase):
            continue
        if role == "recipient" and phrase.left - trigger.end > 45:
            continue
        if role == "actor" and phrase.kind in ("place", "thing", "money", "count"):
            continue
        if trigger.roles.get(role) and role != "place":
            continue
        trigger.roles.setdefault(role, []).extend(row_of(phrase, phrases))
        seen = phrase.end


def _target(phrase: Phrase) -> bool:
    return phrase.prep not in ("in", "im") or phrase.kind not in ("place", "country")
