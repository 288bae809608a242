"""Applies a frame: which phrase of the clause has which role. Knows positions, no words."""

from __future__ import annotations

from collections.abc import Sequence

from coalition_nlp.pipes.scope import Clause

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
    if phrase.kind in ("money", "thing") or phrase.det in lexicon.sets["not_subject"]:
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
            subject = _antecedent(trigger, phrases)
        if subject is not None:
            _give(trigger, "object", subject, phrases)
        rest = [p for p in free if p is not subject]
        if rest and "dative" in trigger.frame:
            _give(trigger, "dative", rest[0], phrases)
        return
    able = [p for p in free if _may_be_subject(p, lexicon)]
    transitive = "object" in trigger.frame
    subject = next((p for p in able if p not in themes), None)
    if subject is None and able and (not transitive or len(free) > 1):
        subject = able[0]
    if subject is not None and transitive and len(free) == 1 and _infinite(trigger) and not trigger.clause.finite:
        subject = None  # an infinitive has an object only
    if subject is None and _infinite(trigger) is False:
        subject = _antecedent(trigger, phrases) or _shared(trigger, phrases, lexicon)
    elif subject is None or _infinite(trigger):
        subject = subject or _shared(trigger, phrases, lexicon)
    if subject is not None:
        _give(trigger, "subject", subject, phrases)
    rest = [p for p in free if p is not subject]
    target = next((p for p in themes if p is not subject), None)
    if target is None and transitive:
        plain = [p for p in rest if p.det not in ("dem", "einem", "seinem", "ihrem")] or rest
        if subject is None and trigger.clause.kind == "rel":
            plain = plain or ([a] if (a := _antecedent(trigger, phrases)) else [])
        target = plain[-1] if len(plain) > 1 and "dative" in trigger.frame else (plain[0] if plain else None)
    if target is not None:
        _give(trigger, "object", target, phrases)
    others = [p for p in rest if p is not target]
    if others and "dative" in trigger.frame:
        _give(trigger, "dative", others[0], phrases)


def _infinite(trigger: Trigger) -> bool:
    return trigger.form in ("zu", "infinitive") and trigger.clause.kind in ("inf", "part")


def _english(trigger: Trigger, own: list[Phrase], phrases: Sequence[Phrase], lexicon: Lexicon) -> None:
    verb = trigger.verb
    assert verb is not None
    free = _free(own)
    before = [p for p in free if p.end <= trigger.start]
    after = [p for p in free if p.start >= trigger.end]
    subject: Phrase | None
    if trigger.form == "reduced":
        near = [p for p in own if p.end <= trigger.start and trigger.start - p.end < 4]
        subject = near[-1] if near else None
    else:
        able = [p for p in before if trigger.passive or _may_be_subject(p, lexicon)]
        subject = able[0] if able else None
        if trigger.form == "infinitive" and len(able) > 1 and _to_before(trigger):
            subject = able[-1]  # "X urged Y to send"
        if subject is None and trigger.clause.kind == "rel":
            subject = _antecedent(trigger, phrases)
        elif subject is None:
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
    if target is None and before and subject is not None and trigger.clause.kind == "rel" and len(before) == 1:
        antecedent = _antecedent(trigger, phrases)  # "the troops that Turkey sent"
        target = antecedent if antecedent is not subject else None
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


def _to_before(trigger: Trigger) -> bool:
    words = trigger.clause.words
    index = next((i for i, w in enumerate(words) if w.start == trigger.start), 0)
    return index > 0 and words[index - 1].low == "to"


def _antecedent(trigger: Trigger, phrases: Sequence[Phrase]) -> Phrase | None:
    """What a relative clause hangs on."""
    clause = trigger.clause
    if clause.kind != "rel":
        return None
    near = [p for p in phrases if p.end <= clause.start + 1 and clause.start - p.end < _REACH]
    if not near:
        return None
    last = near[-1]
    if last.owned:
        last = next((p for p in reversed(near) if p.owner is last), last)
    return last.row or last


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
        if not phrase.prep or phrase in taken or phrase.owned and phrase.prep in lexicon.sets["owner"]:
            continue
        if trigger.form == "attr" and not 0 <= trigger.start - phrase.end < 12:
            continue
        if phrase.row is not None and phrase.row in taken:
            continue
        role = trigger.frame.get(phrase.prep)
        if trigger.passive and phrase.prep in lexicon.sets["agents"]:
            armed = "armed" in phrase.classes and role == "source"
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
        row.extend(p for p in row_of(phrase, phrases) if p not in row)
        taken.extend(row)


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
        if role == "actor" and phrase.kind in ("place", "thing", "money", "count"):
            continue
        if trigger.roles.get(role) and role != "place":
            continue
        trigger.roles.setdefault(role, []).extend(row_of(phrase, phrases))
        seen = phrase.end


def _target(phrase: Phrase) -> bool:
    return phrase.prep not in ("in", "im") or phrase.kind not in ("place", "country")
