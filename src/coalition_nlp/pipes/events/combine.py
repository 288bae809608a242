"""Several words of one event: "killed 30 in an airstrike", "carried out strikes", and what a demand contains."""

from __future__ import annotations

from collections.abc import Iterable

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.clauses import Clause

from .claims import claimed, is_force
from .frames import antecedent, in_clause
from .models import Phrase, Trigger
from .patterns import Lexicon
from .weights import has_it

_YIELD = frozenset({"withdrawal", "end_mission", "ceasefire", "lift_sanctions"})


def combine(triggers: list[Trigger], phrases: list[Phrase], lexicon: Lexicon, view: View) -> list[Trigger]:
    """The triggers that are left when those of one event are joined."""
    dropped: dict[int, str] = {}
    for index, trigger in enumerate(triggers):
        if trigger.noun is None or index in dropped:
            continue
        here = next((p for p in phrases if p.kind == "event" and p.head == trigger.start), None)
        if here is None:
            continue
        verb = _verb_of(trigger, triggers, dropped)
        if verb is not None:
            other = triggers[verb]
            if _two_attacks(trigger, other):
                continue
            if is_force(other) and is_force(trigger) and not here.owned:
                _take_over(trigger, other, here, lexicon)
                dropped[verb] = "part of the event told by a noun"
                continue
            if here.owned and is_force(other) and is_force(trigger):
                dropped[index] = "part of another phrase"  # "since the beginning of the airstrikes 300 were killed"
                continue
            if other.sense.key == trigger.sense.key or here in _roles(other):
                if other.sense.record == "condemnation":
                    continue  # what is condemned has happened
                dropped[index] = "part of the event told by a verb"
                if other.sense.record == "demand" and trigger.sense.key in _YIELD:
                    other.rule += "+yield"
                continue
        if _is_means(index, triggers, here, lexicon, dropped):
            dropped[index] = "what the attack before was done with"
            continue
        if not trigger.roles.get("actor") and (_carried(trigger, here, lexicon) or claimed(trigger, lexicon)):
            subject = _subject(trigger, phrases, lexicon, here)
            if subject:
                trigger.roles["actor"] = subject
    for index, trigger in enumerate(triggers):
        if index in dropped or trigger.sense.record != "demand" or trigger.content is None:
            continue
        for place, nested in enumerate(triggers):
            if place != index and place not in dropped and _inside(nested, trigger):
                dropped[place] = "content of a demand"
                if nested.sense.kind in _YIELD or nested.sense.key in _YIELD:
                    trigger.rule += "+yield"
                elif nested.sense.record == "pledge":
                    trigger.rule += "+assist"
    _consequences(triggers, dropped)
    for index, why in sorted(dropped.items()):
        view.trace("events", "rejected", triggers[index].rule, triggers[index].start, triggers[index].end, why)
    return [t for i, t in enumerate(triggers) if i not in dropped]


def _two_attacks(noun: Trigger, verb: Trigger) -> bool:
    """ "The jet was shot down during an attack on a base": the victim of the one does the other."""
    if verb.sense.key == "killing" or not (is_force(noun) and is_force(verb)):
        return False
    return bool(verb.passive and noun.roles.get("recipient") and verb.roles.get("actor") and _victims(verb))


def _victims(trigger: Trigger) -> list[Phrase]:
    return [*trigger.roles.get("recipient", ()), *trigger.roles.get("object", ())]


def _is_means(index: int, triggers: list[Trigger], here: Phrase, lexicon: Lexicon, dropped: Iterable[int]) -> bool:
    """ "a suicide attack with a car bomb"."""
    if not index or here.prep not in lexicon.sets["means"] or not is_force(triggers[index]):
        return False
    before = triggers[index - 1]
    return (
        before.noun is not None and is_force(before) and index - 1 not in dropped
        and before.clause is triggers[index].clause and here.left - before.end < 3
    )  # fmt: skip


def _inside(nested: Trigger, demand: Trigger) -> bool:
    assert demand.content is not None
    above: Clause | None = nested.clause
    while nested.form in ("infinitive", "zu") and above is not None and above.kind in ("inf", "coord"):
        above = above.above
        if above is demand.clause:
            return True  # "to show flexibility and to seek to reach an accord"
    return demand.content[0] <= nested.start and nested.end <= demand.content[1]


def _verb_of(trigger: Trigger, triggers: list[Trigger], dropped: Iterable[int]) -> int | None:
    """A verb of an event in the noun's clause."""
    for index, other in enumerate(triggers):
        if other.noun is None and index not in dropped and other.clause is trigger.clause:
            return index
    return None


def _roles(trigger: Trigger) -> list[Phrase]:
    return [p for row in trigger.roles.values() for p in row]


def _take_over(trigger: Trigger, other: Trigger, here: Phrase, lexicon: Lexicon) -> None:
    """ "The airstrikes killed 30", "bei dem Angriff starben 30": the noun is the event, the verb tells its victims."""
    for role in ("recipient", "object", "place", "figure"):
        own = trigger.roles.setdefault(role, [])
        own.extend(
            p
            for p in other.roles.get(role, ())
            if p not in own and p is not here and p.kind not in ("place", "country")
        )
    acting = [p for p in other.roles.get("actor", ()) if p is not here and p.kind != "event"]
    if acting and not trigger.roles.get("actor") and not other.passive or acting and not trigger.roles.get("actor"):
        trigger.roles["actor"] = acting
    trigger.rule = f"{trigger.rule}+{other.rule}"
    trigger.verb = other.verb
    trigger.form = "noun"


def _carried(trigger: Trigger, here: Phrase, lexicon: Lexicon) -> bool:
    lows = trigger.clause.predicate()
    if any(low in lexicon.scope["accusations"] for low in lows):
        return False  # who suspects does not do it
    begun = any(low in lexicon.sets["light"] for low in lows) or has_it(trigger, lexicon)
    announced = any(low in lexicon.sets["announce"] for low in lows) and not here.prep
    return (begun and (not here.prep or here.prep in lexicon.sets["tells"])) or announced


def _subject(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon, here: Phrase) -> list[Phrase]:
    """Who carries out what the noun names; in the passive, who stands behind the agent's preposition."""
    own = in_clause(phrases, trigger.clause)
    lows = trigger.clause.predicate()
    ongoing = any(low.endswith("ing") and low in lexicon.sets["light"] for low in lows)
    passive = not ongoing and any(low in lexicon.sets["passive"] for low in lows)
    if passive:
        found = next((p for p in own if p.prep in lexicon.sets["agents"] and p.kind in _ACTORS and not p.owned), None)
    else:
        found = next(
            (p for p in own if not p.prep and not p.owned and p.kind in _ACTORS and p.row is None
             and p.det not in lexicon.sets["not_subject"]), None,
        )  # fmt: skip
    if claimed(trigger, lexicon) and found is None and trigger.clause.kind != "rel":
        return []
    if found is None and trigger.clause.kind == "rel" and not passive:
        found = antecedent(trigger, phrases)
    if (
        found is None
        and trigger.clause.kind in ("coord", "inf", "part")
        and trigger.clause.above is not None
        and not passive
    ):
        found = next(
            (p for p in in_clause(phrases, trigger.clause.above) if not p.prep and not p.owned and p.kind in _ACTORS),
            None,
        )
    if found is None:
        return []
    return [found, *(p for p in own if p.row is found)]


_ACTORS = frozenset({"country", "organization", "group", "person", "title"})


def _consequences(triggers: list[Trigger], dropped: dict[int, str]) -> None:
    """ "..., killing 30": the victims of the event told right before."""
    for index, trigger in enumerate(triggers):
        if trigger.sense.key != "killing" or index in dropped:
            continue
        if trigger.form != "gerund" and trigger.clause.kind not in ("coord", "rel"):
            continue
        before = next((t for i, t in reversed(list(enumerate(triggers[:index]))) if i not in dropped), None)
        if (
            before is not None
            and is_force(before)
            and (trigger.clause.above is before.clause or trigger.form == "gerund" and trigger.clause is before.clause)
            and (trigger.form == "gerund" or before.noun is not None)
            and (
                trigger.clause.kind != "rel"
                or trigger.passive
                or all(p.kind == "event" for p in trigger.roles.get("actor", ()))
            )
        ):
            row = before.roles.setdefault("victims", [])
            row.extend(trigger.roles.get("recipient", ()))
            before.rule = f"{before.rule}+{trigger.rule}"
            dropped[index] = "the victims of the event before"
