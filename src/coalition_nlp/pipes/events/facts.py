"""From a trigger with its roles to the fact: entities, figures, place, time."""

from __future__ import annotations

import datetime as dt
import re

from coalition_nlp.knowledge.countries import country_name
from coalition_nlp.pipes.base import Fact, Sentence, View, mention

from .frames import in_clause
from .models import Phrase, Trigger
from .patterns import Lexicon
from .phrases import Mentions

_LONG_AGO = 62  # days before publication after which an event is recalled
_CASUALTIES = frozenset({"death", "injury", "missing person", "casualty", "victim"})
_YEAR = re.compile(r"\d{4}")
_RECIPIENTS = ("recipient", "source")


def as_fact(
    trigger: Trigger, phrases: list[Phrase], mentions: Mentions, lexicon: Lexicon, view: View, sentence: Sentence
) -> Fact:
    """The fact of a trigger."""
    sense, truth = trigger.sense, trigger.truth
    fact: Fact = {
        "record": sense.record,
        "type": sense.planned_type if truth.modality == "planned" and sense.planned_type else sense.type,
        "mode": _mode(trigger),
        "contexts": tuple(sense.contexts.split("|")) if sense.contexts else (),
        "trigger": mention(trigger.start, trigger.end),
        "evidence": mention(sentence.start, sentence.end),
        "polarity": truth.polarity,
        "modality": truth.modality,
        "rule": trigger.rule,
        "confidence": 0.8 if trigger.noun is None else 0.7,
    }
    if sense.kind:
        fact["kind"] = sense.kind
    actors = _entities(trigger.roles.get("actor", ()), view)
    if not actors and sense.record == "pledge":  # "brings U.S. assistance to 95 million"
        actors = [
            {"kind": "country", "id": p.country, "name": country_name(p.country), "mention": mention(p.start, p.end)}
            for p in trigger.roles.get("object", ())[:1] if p.country is not None
        ]  # fmt: skip
    fact["actors"] = actors
    taken = {(a["kind"], a.get("id"), a["name"]) for a in actors}
    receiving = [p for role in _RECIPIENTS for p in trigger.roles.get(role, ())]
    if sense.record in ("demand", "condemnation", "agreement", "sanction") and trigger.roles.get("object"):
        if sense.record == "condemnation":
            receiving += [
                p for p in trigger.roles["object"] if p.kind not in ("thing", "event", "place", "money", "count")
            ]
    if sense.record == "sanction" and not receiving:  # "expelled three German diplomats"
        receiving = [
            Phrase(p.start, p.end, p.head, "group", None, p.classes, "state", country=p.country)
            for p in trigger.roles.get("object", ()) if p.country is not None and "diplomats" in p.classes
        ]  # fmt: skip
    fact["recipients"] = [e for e in _entities(receiving, view) if (e["kind"], e.get("id"), e["name"]) not in taken]
    fact["object"] = _object(trigger, lexicon)
    _figures(fact, trigger, phrases, mentions)
    _where(fact, trigger, phrases, lexicon)
    _when(fact, trigger, mentions, lexicon, view)
    if sense.record == "pledge":
        purpose = trigger.roles.get("purpose")
        fact["purpose"] = mention(purpose[0].start, _tail(purpose[0])) if purpose else None
    return fact


def missing(trigger: Trigger, fact: Fact) -> str:
    """Which role the sense needs and does not have, an empty string where nothing is missing."""
    has = {
        "actor": bool(fact["actors"]),
        "recipient": bool(fact["recipients"]) or bool(trigger.roles.get("recipient")),
        "object": fact["object"] is not None,
        "place": bool(fact.get("place") or fact.get("country") or fact.get("place_mention")),
        "amount": bool(fact.get("amount") or fact.get("casualties") or fact.get("share") or fact.get("count")),
    }
    if trigger.sense.record == "demand" and trigger.passive and has["recipient"]:
        has["actor"] = True  # "von Israel wird verlangt": nobody named, yet demanded of somebody
    for condition in trigger.sense.needs.split("&"):
        if condition and not any(has[role] for role in condition.split("|")):
            return f"no {condition.replace('|', ' or ')}"
    return ""


def _mode(trigger: Trigger) -> str | None:
    for mode in ("yield", "assist"):
        if trigger.sense.record == "demand" and trigger.rule.endswith(f"+{mode}"):
            return mode
    return trigger.sense.mode


def _tail(phrase: Phrase) -> int:
    return max(phrase.end, phrase.owner.end) if phrase.owner is not None else phrase.end


def _entities(found: list[Phrase] | tuple[Phrase, ...], view: View) -> list[Fact]:
    references: list[Fact] = []
    for phrase in found:
        reference = _entity(phrase, view)
        if reference is not None and all(
            (r["kind"], r.get("id"), r["name"]) != (reference["kind"], reference.get("id"), reference["name"])
            for r in references
        ):
            references.append(reference)
    return references


def _entity(phrase: Phrase, view: View) -> Fact | None:
    """A reference to whom a phrase names: a person, country or organization, else a group by its words."""
    spot = mention(phrase.start, phrase.end)
    fact = phrase.fact or {}
    if phrase.kind == "reference":
        reference: Fact = {"kind": fact["kind"], "id": fact.get("id"), "name": fact["name"], "mention": spot}
        return reference
    if phrase.kind == "person":
        return {"kind": "person", "id": fact["id"], "name": fact["name"], "mention": spot}
    if phrase.kind == "country":
        return {"kind": "country", "id": fact["alpha2"], "name": fact["name"], "mention": spot}
    if phrase.kind == "organization":
        return {"kind": "organization", "id": fact["id"], "name": fact["name"], "mention": spot}
    if phrase.kind == "title":
        person = next((p for p in view.get("people") if p["id"] == fact.get("person")), None)
        if person is not None:
            return {"kind": "person", "id": person["id"], "name": person["name"], "mention": spot}
        return {"kind": "title", "id": None, "name": _words(view, phrase.start, phrase.end), "mention": spot}
    if phrase.kind == "place":
        if fact.get("reading") == "government" and fact.get("country"):
            code = str(fact["country"])
            return {"kind": "country", "id": code, "name": country_name(code), "mention": spot}
        return {"kind": "group", "id": None, "name": _words(view, phrase.start, phrase.end), "mention": spot}
    if phrase.kind in ("group", "event"):
        state = phrase.entity == "state" or phrase.kind == "event"
        owner = phrase.owner
        if owner is not None and (state or owner.kind == "organization" and owner.classes & {"armed", "troops"}):
            inner = _entity(owner, view)
            if inner is not None and inner["kind"] in ("country", "organization"):
                inner["mention"] = mention(min(phrase.start, owner.start), max(phrase.end, owner.end))
                return inner
        if phrase.country is not None and state:
            return {"kind": "country", "id": phrase.country, "name": country_name(phrase.country), "mention": spot}
        if phrase.kind == "event":
            return None
        end = _tail(phrase) if owner is not None and owner.start > phrase.start else phrase.end
        return {
            "kind": "group", "id": None, "name": _words(view, phrase.start, end), "mention": mention(phrase.start, end),
        }  # fmt: skip
    if phrase.kind == "count" or phrase.kind == "thing" and phrase.classes & {"positions", "weapons", "territory"}:
        return {"kind": "group", "id": None, "name": _words(view, phrase.start, _tail(phrase)),
                "mention": mention(phrase.start, _tail(phrase))}  # fmt: skip
    return None


def _words(view: View, start: int, end: int) -> str:
    return " ".join(view.text[start:end].split())


def _object(trigger: Trigger, lexicon: Lexicon) -> Fact | None:
    if trigger.content is not None:
        return mention(*trigger.content)
    found = trigger.roles.get("object")
    if not found:
        return None
    elsewhere = [p for role in ("source", "place", "recipient", "actor") for p in trigger.roles.get(role, ())]
    ends = [p.end if p.owner in elsewhere else _tail(p) for p in found]
    return mention(found[0].start, max(ends[0], *(p.end for p in found)))


def _figures(fact: Fact, trigger: Trigger, phrases: list[Phrase], mentions: Mentions) -> None:
    """Amounts by their place: inside a role's phrase, money in the clause, dead and wounded."""
    spans = trigger.clause.spans
    figures = [f for left, right in spans for f in mentions.figures_in(left, right)]
    for extra in (p for row in trigger.roles.values() for p in row):
        figures += [f for f in mentions.figures_in(extra.start, max(extra.end, _tail(extra))) if f not in figures]
    record = trigger.sense.record
    roles = [p for role in ("object", "recipient", "victims", "actor", "figure") for p in trigger.roles.get(role, ())]
    own: list[str] = []

    def inside(item: tuple[int, int, Fact], among: list[Phrase]) -> bool:
        return any(p.start <= item[0] < p.end or item[0] <= p.head < item[1] for p in among)

    if record == "pledge":
        money = [f for f in figures if f[2]["kind"] == "money"]
        if "figure" in trigger.frame.values() and "to" in trigger.frame and not trigger.passive:
            money = [f for f in money if f[0] > trigger.start]  # "the 48 million bring the assistance to 95 million"
        total = trigger.roles.get("figure", [])  # "brings the assistance to 95 million"
        money.sort(key=lambda f: (not inside(f, total), abs(f[0] - trigger.start)))
        things = [f for f in figures if inside(f, trigger.roles.get("object", []))]
        best = money[0] if trigger.sense.kind == "money" and money else things[0] if things else None
        fact["amount"] = best[2]["id"] if best else None
        own += [f[2]["id"] for f in ([best] if best else [])]
    elif record == "military_action":
        victims = [f for f in figures if f[2].get("unit") in _CASUALTIES]
        if trigger.sense.key == "killing" or trigger.verb is not None and trigger.verb.sense.key == "killing":
            people = trigger.roles.get("recipient", []) + trigger.roles.get("object", [])
            victims += [f for f in figures if f not in victims and f[2]["kind"] == "count" and inside(f, people)]
        people = trigger.roles.get("victims", [])
        victims += [f for f in figures if f not in victims and f[2]["kind"] == "count" and inside(f, people)]
        fact["casualties"] = tuple(f[2]["id"] for f in victims)
        count = None
        if trigger.noun is not None:
            count = next((f for f in figures if f[0] <= trigger.start < f[1]), None)
        else:
            moved = trigger.roles.get("object", [])
            count = next(
                (f for f in figures if f not in victims and f[2]["kind"] == "count" and inside(f, moved)), None
            )
        fact["count"] = count[2]["id"] if count else None
        own += [f[2]["id"] for f in [*victims, *([count] if count else [])]]
    elif record == "territorial_change":
        share = next((f for f in figures if f[2]["kind"] in ("percent", "fraction")), None) or next(
            (f for f in figures if inside(f, trigger.roles.get("object", []))), None
        )
        fact["share"] = share[2]["id"] if share else None
        own += [share[2]["id"]] if share else []
    others = [f[2]["id"] for f in figures if f[2]["id"] not in own and inside(f, roles)]
    order = [f[2]["id"] for f in sorted(figures, key=lambda f: f[0])]
    fact["figures"] = tuple(dict.fromkeys(i for i in order if i in own or i in others))


def _where(fact: Fact, trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon) -> None:
    fact["place"] = fact["country"] = fact["place_mention"] = None
    found = [p for role in ("place", "goal") for p in trigger.roles.get(role, ())]
    if trigger.sense.record == "territorial_change":
        found = [p for p in trigger.roles.get("object", ()) if p.kind in ("place", "country")] + [
            o for p in trigger.roles.get("object", ()) if (o := p.owner) is not None and o.kind in ("place", "country")
        ] + found  # fmt: skip
    elif trigger.sense.record == "military_action" and not found:
        found = [p for p in trigger.roles.get("recipient", ()) if p.kind == "place"]
        found += [o for p in trigger.roles.get("recipient", ()) if (o := p.owner) is not None and o.kind == "place"]
    if not found and trigger.sense.record in ("military_action", "territorial_change"):
        own = in_clause(phrases, trigger.clause)
        found = [p for p in own if p.prep in lexicon.sets["place"] and p.kind in ("place", "country")]
    found = [p for p in found if p.kind in ("place", "country")] or found
    if not found:
        return
    best = next((p for p in found if p.kind == "place"), found[0])
    if best.kind == "place" and best.fact is not None:
        fact["place"], fact["country"] = best.fact["id"], best.fact.get("country")
    elif best.kind == "country" and best.fact is not None:
        fact["country"] = best.fact["alpha2"]
    elif best.country is not None:
        fact["country"] = best.country
    fact["place_mention"] = mention(best.start, best.end)


def _since(view: View, times: list[tuple[int, int, Fact]], lexicon: Lexicon) -> bool:
    """ "seit 2014", "since 2014": when it began is not when it happened."""
    if not times:
        return False
    before = re.split(r"[,;.]", view.text[max(times[0][0] - 60, 0) : times[0][0]].lower())[-1].split()
    return any(word in lexicon.sets["since"] for word in before[-9:])


def _when(fact: Fact, trigger: Trigger, mentions: Mentions, lexicon: Lexicon, view: View) -> None:
    fact["start"] = fact["end"] = fact["time_value"] = fact["time_mention"] = None
    clause = trigger.clause
    times = [t for left, right in clause.spans for t in mentions.times_in(left, right)]
    if not times and clause.kind in ("inf", "part", "coord") and clause.above is not None and clause.kind != "inf":
        times = [t for left, right in clause.above.spans for t in mentions.times_in(left, right)]
    dated = [t for t in times if t[2]["type"] in ("DATE", "TIME") and t[2].get("resolved", True)]
    dated = [t for t in dated if not t[2]["value"].endswith("_REF")]
    content = trigger.content
    if content is not None:
        dated = [t for t in dated if not content[0] <= t[0] < content[1]]
    if trigger.sense.record == "pledge":
        years = [t for t in dated if _YEAR.fullmatch(t[2]["value"])]
        fact["year"] = int(years[0][2]["value"]) if years else None
        if len(dated) > len(years):
            dated = [t for t in dated if t not in years]
    if trigger.sense.record == "pledge" and fact["year"] is not None and _since(view, dated or times, lexicon):
        fact["year"] = None
    dated = [t for t in dated if not _since(view, [t], lexicon)]
    if dated:
        start, end, time = min(dated, key=lambda t: min(abs(t[0] - trigger.start), abs(t[1] - trigger.start)))
        if time.get("mod") not in ("BEFORE", "AFTER"):
            fact.update(start=time.get("start"), end=time.get("end"), time_value=time["value"])
        fact["time_mention"] = mention(start, end)
    past = any(low in lexicon.scope["past"] for low in clause.lows)
    if fact["end"] and view.published is not None:
        past = past or (view.published - dt.date.fromisoformat(fact["end"])).days > _LONG_AGO
    fact["historical"] = past
    if fact["start"] and view.published is not None and trigger.truth.modality in ("asserted", "reported"):
        if (
            dt.date.fromisoformat(fact["start"]) > view.published
            and trigger.form not in ("attr", "reduced")
            and (trigger.form != "participle" or trigger.truth.why in lexicon.scope["hearsay"])
        ):
            fact["modality"] = "planned"
