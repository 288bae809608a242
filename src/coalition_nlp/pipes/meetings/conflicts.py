"""What speaks against a mention being a meeting told before, by name of the reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from .clusters import FAMILIES, overlap
from .pairs import Pair


def _other_kind(p: Pair) -> bool:
    mine, other = FAMILIES[p.candidate.kind], p.cluster.family
    if mine == other:
        return False
    if {mine, other} == {"call", "meeting"}:
        if p.candidate.explicit_virtual and p.cluster.virtual:
            return False
        # "spoke with X today": the word "call" beside it says how
        unplaced = p.cluster.where is None if mine == "call" else p.candidate.where is None
        talking = p.candidate if mine == "meeting" else p.cluster.candidates[-1]
        return not (
            unplaced and talking.rule in p.words.alike.by_call and talking.format == "unknown" and abs(p.gap) <= 3
        )
    return True


def _other_day(p: Pair) -> bool:
    if not p.both_dated or p.start is None or p.cluster.start is None:
        return False
    if overlap(p.start, p.end, p.cluster.start, p.cluster.end):
        return False
    if p.cluster.moved is not None and overlap(p.start, p.end, *p.cluster.moved):
        return False  # told of the day it was moved to
    if p.candidate.moved is not None and overlap(p.cluster.start, p.cluster.end, *p.candidate.moved):
        return False
    if p.title_only and abs((p.cluster.start - p.start).days) == 7 and p.gap <= 3:
        return False  # the weekday of a title, told as day of last or next week
    return p.title_only or not (
        p.candidate.begins and p.candidate.definite and 0 < (p.cluster.start - p.start).days <= 10
    )


def _other_place(p: Pair) -> bool:
    return p.same_place is False


def _other_format(p: Pair) -> bool:
    if p.candidate.explicit_virtual and p.cluster.where is not None and p.cluster.where.city and not p.cluster.virtual:
        return True
    return p.cluster.virtual and p.candidate.format == "in_person" and p.candidate.frame is None


def _other_forum(p: Pair) -> bool:
    if p.same_forum is not False:
        return False
    same_spot = p.both_dated and p.candidate.where is not None
    return not same_spot or p.candidate.frame is None


def _after_another(p: Pair) -> bool:
    """ "Nach einem Treffen waren Gespräche geplant": two in one sentence."""
    return any(p.cluster.has(other) for other in p.candidate.apart)


def _two_apart(p: Pair) -> bool:
    """Two persons who met each other are no meeting of many."""
    if not p.bilateral or p.title_only:
        return False
    if p.many and not p.persons <= p.others:
        return True
    return bool(p.cluster.group) and any(n.kind == "group" for n, _ in p.cluster.people.values())


def _nobody_shared(p: Pair) -> bool:
    if not p.persons or not p.others or p.shared or len(p.others) > 2 or p.cluster.group or p.candidate.joins:
        return False
    if p.title_only and p.candidate.frame is None and len(p.others) == 1 and not p.candidate.partners:
        return False  # the title names one of those who met
    return not (len(p.persons) < 2 and p.candidate.definite and not p.candidate.partners)


def _other_partner(p: Pair) -> bool:
    mine, known = p.candidate.partners, p.cluster.partners
    if p.candidate.joins:
        return False
    if mine and known and not p.cluster.group and not mine & known and not mine & p.others:
        return True
    return bool(mine) and len(p.others) >= 2 and not p.cluster.group and not mine & p.others


def _aside(p: Pair) -> bool:
    gathering = p.many or p.cluster.kind in ("summit", "conference", "ministerial")
    told = p.title_only and p.candidate.frame is not None and p.cluster.candidates[0].rule == p.candidate.rule
    return p.candidate.aside and gathering and not told and not any(c.aside for c in p.cluster.candidates)


def _is_its_margin(p: Pair) -> bool:
    """ "They met on the margins of the assembly": the assembly is another event than theirs."""
    if not p.candidate.margin:
        return False
    theirs = p.title_only and p.cluster.candidates[0].frame is not None
    return theirs or any(c.aside and c.sentence is p.candidate.sentence for c in p.cluster.candidates)


def _another(p: Pair) -> bool:
    if not p.candidate.another or p.title_only:
        return False
    if p.both_dated and p.candidate.where == p.cluster.where:
        return False
    return not (any(c.another for c in p.cluster.candidates) and p.start is None)


def _had_been(p: Pair) -> bool:
    """What had been before is not the news."""
    if not p.candidate.earlier or any(c.earlier for c in p.cluster.candidates):
        return False
    return not p.both_dated


def _other_country(p: Pair) -> bool:
    """ "The talks with A" after B and C met."""
    c = p.candidate
    mine = {n.key for n, role in c.people if n.kind == "country" and role == "attendee"}
    if c.frame is not None or not mine or p.many or len(p.others) < 2 or p.title_only or c.joins:
        return False
    homes = {
        ("country", str(o.get("country"))) for n, _ in p.cluster.people.values() for o in n.fact.get("offices") or []
    }
    return not mine & (set(p.cluster.people) | homes)


def _only_topic(p: Pair) -> bool:
    """ "They discussed the negotiations": another meeting than theirs."""
    known = p.same_place and p.candidate.definite and p.candidate.rule in p.cluster.rules
    return p.candidate.topic and p.gap <= 3 and not known


def _also(p: Pair) -> bool:
    """ "She will also meet with embassy staff", "He also attended a meeting": another than the one told before."""
    c = p.candidate
    if (
        p.gap <= 0
        or p.title_only
        or p.cluster.title_only
        or c.definite
        or not (c.frame in ("all", "host") or c.indefinite)
    ):
        return False
    if c.frame is None and not (c.attended and c.indefinite):
        return False
    head = p.text[max(c.sentence.start, c.start - (30 if c.frame else 110)) : c.start]
    if c.frame is None:
        head = re.sub(r"(?:\S+\s+){0,7}\Z", "", head) if not p.words.also.search(head) else head
    said = p.words.also.search(head) is not None or p.words.also_before.search(head) is not None
    return said and len(p.shared) < 2


def _still_ahead(p: Pair) -> bool:
    """One to come is not the one that was held, nor is one they agreed on there."""
    c = p.candidate
    if c.status not in ("planned", "proposed") or "held" not in p.cluster.statuses or c.definite:
        return False
    agreed = c.frame is not None and p.words.agrees.search(p.text, max(c.sentence.start, c.start - 60), c.start)
    return not p.both_dated or (agreed is not None and not p.title_only)


def _two_and_a_forum(p: Pair) -> bool:
    """ "A and B agree on a meeting" and "the summit of the alliance": not one."""
    c = p.candidate
    states = {k for k, (_, role) in p.cluster.people.items() if k[0] == "country" and role != "absent"}
    if c.frame is not None or not c.group or p.cluster.group or len(states) != 2 or p.others or p.both_dated:
        return False
    return not states & {n.key for n, _ in c.people}


def _third_one(p: Pair) -> bool:
    """ "A and B phoned. C spoke by telephone with A and B": another call."""
    c = p.candidate
    if c.kind != "call" or p.cluster.kind != "call" or c.frame != "say" or p.title_only:
        return False
    return len(p.others) == 2 and p.others <= c.partners and bool(p.persons - p.others)


def _one_off(p: Pair) -> bool:
    """ "At the summit on 6 March they decided ... The negotiations were suspended": not the summit."""
    c = p.candidate
    told = "held" in p.cluster.statuses and p.cluster.start is not None and p.start is None
    return told and c.status in ("postponed", "cancelled") and c.frame is None and c.rule not in p.cluster.rules


CONFLICTS: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("another kind of event", _other_kind),
    ("another day", _other_day),
    ("another place", _other_place),
    ("virtual and in person", _other_format),
    ("another forum", _other_forum),
    ("told as two in one sentence", _after_another),
    ("two persons apart from a meeting of many", _two_apart),
    ("nobody in common", _nobody_shared),
    ("another partner", _other_partner),
    ("another country", _other_country),
    ("on the margins", _aside),
    ("the event on whose margins they met", _is_its_margin),
    ("told as earlier", _had_been),
    ("called another one", _another),
    ("told as a further one", _also),
    ("only spoken of", _only_topic),
    ("one ahead, one held", _still_ahead),
    ("one off, one held", _one_off),
    ("a call of a third one", _third_one),
    ("two states and a forum", _two_and_a_forum),
)
