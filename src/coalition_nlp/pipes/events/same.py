"""The same event told twice in a text: one fact with all its mentions."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Fact, View

_FACTS = frozenset({"asserted", "reported"})
_FORCE = frozenset({"airstrike", "drone_strike", "shelling", "bombing", "killing"})
_STEM = 6  # letters of a word that tell it from another, without its endings
_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST = 60  # earlier events an event is compared with: a text that tells more is a list
_FILLED = (
    "actors", "recipients", "object", "figures", "amount", "count", "casualties", "share", "purpose", "year", "place",
    "country", "place_mention", "start", "end", "time_value", "time_mention",
)  # fmt: skip


def joined(found: list[Fact], view: View, again: frozenset[str]) -> list[Fact]:
    """The events with those told twice made one, in text order; the fuller telling gives the rule and the evidence."""
    figures = {f["id"]: f for f in view.get("figures")}
    kept: list[Fact] = []
    for fact in found:
        fact["mentions"] = [fact["trigger"]]
        near = kept[-_MOST:]
        twin = next((k for k in reversed(near) if _same(k, fact, figures, view.text)), None)
        if twin is not None and not again.isdisjoint(_around(fact, view.text)):
            twin = None
        if twin is None:
            kept.append(fact)
            continue
        first, second = (fact, twin) if _fullness(fact) > _fullness(twin) else (twin, fact)
        later = first if first is fact else second
        view.trace("events", "rejected", later["rule"], fact["trigger"]["start"], fact["trigger"]["end"],
                   "the event told before, joined with it")  # fmt: skip
        for name in _FILLED:
            if not first.get(name) and second.get(name):
                first[name] = second[name]
        first["mentions"] = sorted([*twin["mentions"], *fact["mentions"]], key=lambda m: m["start"])
        kept[next(i for i, k in enumerate(kept) if k is twin)] = first
    kept.sort(key=lambda fact: fact["trigger"]["start"])
    return kept


def _around(fact: Fact, text: str) -> set[str]:
    """The words near the one that tells an event: "again" makes it another."""
    spot, whole = fact["trigger"], fact["evidence"]
    left, right = max(spot["start"] - 45, whole["start"]), min(spot["end"] + 45, whole["end"])
    return set(text[left:right].lower().replace(".", " ").replace(",", " ").split())


def _fullness(fact: Fact) -> int:
    return sum(bool(fact.get(name)) for name in ("actors", "recipients", "object", "figures", "start", "country"))


def _same(one: Fact, other: Fact, figures: dict[str, Fact], text: str) -> bool:
    if one["record"] != other["record"] or one["polarity"] != other["polarity"] or not _kinds(one, other):
        return False
    facts = one["modality"] in _FACTS and other["modality"] in _FACTS
    if not facts and one["modality"] != other["modality"]:
        return False
    if any(one.get(name) and other.get(name) and one[name] != other[name] for name in ("start", "place", "country")):
        return False
    actors, recipients = _agree(one["actors"], other["actors"]), _agree(one["recipients"], other["recipients"])
    numbers = _numbers(one, other, figures)
    if actors is False or recipients is False or numbers is False:
        return False
    words = _share(_words(one, text), _words(other, text))
    if one["record"] in ("demand", "condemnation"):
        return actors is True and words is True
    if one["record"] == "pledge":
        return actors is True and (numbers is True or numbers is None and words is True)
    if one["record"] == "military_action":
        placed = bool(one.get("place") and one.get("place") == other.get("place"))
        return numbers is True or actors is True and (recipients is True or placed or words is True)
    return actors is True and words is True


def _kinds(one: Fact, other: Fact) -> bool:
    kinds = {one.get("kind"), other.get("kind")}
    return len(kinds) == 1 or "attack" in kinds and kinds - {"attack"} <= _FORCE


def _agree(one: list[Fact], other: list[Fact]) -> bool | None:
    """Whether two rows of entities name the same; None where one is empty."""
    if not one or not other:
        return None
    left, right = ({(e["kind"], e.get("id") or e["name"].lower()) for e in row} for row in (one, other))
    return left <= right or right <= left


def _numbers(one: Fact, other: Fact, figures: dict[str, Fact]) -> bool | None:
    """Whether the figures are the same; None where one event has none."""
    left, right = (
        {(f.get("value") or f.get("low"), f.get("unit")) for i in fact.get("figures") or () if (f := figures.get(i))}
        for fact in (one, other)
    )
    if not left or not right:
        return None
    return bool(left & right)


def _words(fact: Fact, text: str) -> set[str]:
    spot = fact.get("object")
    return {m.group().lower()[:_STEM] for m in _WORD.finditer(text, spot["start"], spot["end"])} if spot else set()


def _share(one: set[str], other: set[str]) -> bool | None:
    """Whether the words of the shorter thing are for the greater part in the longer; None where one is empty."""
    if not one or not other:
        return None
    return 2 * len(one & other) > min(len(one), len(other))
