"""One word for several meetings, each with its own place or day: "the talks in Oslo on 3 May and in Bonn on 5 June"."""

from __future__ import annotations

import re
from dataclasses import replace

from coalition_nlp.pipes.base import Fact

from .models import Candidate, Named, Where
from .passage import Passage

_FIRST = re.compile(r"[\s,]*(?:[a-zäöü]+\s+){0,5}")  # "held in", "die wir im Mai in"
_REACH = 160


def several(candidates: list[Candidate], passage: Passage) -> list[Candidate]:
    """The further meetings of nouns and verbs that tell of several; the word itself keeps the first."""
    found: list[Candidate] = []
    for candidate in candidates:
        if candidate.dead:
            continue
        if candidate.frame is None:
            found.extend(_places(candidate, passage))
        elif candidate.frame == "all":
            found.extend(_partners(candidate, passage))
    return found


def _places(candidate: Candidate, passage: Passage) -> list[Candidate]:
    """ "previous talks in Tunis in May and in Algiers in June": as many meetings as pairs of place and day."""
    word, words = passage.text[candidate.start : candidate.end], passage.rules.places
    if candidate.kind == "visit" or not words.plural.search(word):
        return []
    end = min(candidate.scope[-1].end, candidate.end + _REACH)
    spots: list[tuple[int, int, Where | Fact]] = [
        (start, stop, passage.where(fact)) for start, stop, fact in passage.places_in(candidate.end, end)
    ]
    spots += [(n.start, n.end, Where(None, n.id)) for n in passage.between(candidate.end, end) if n.kind == "country"]
    spots += [
        (start, stop, fact) for start, stop, fact in passage.times_in(candidate.end, end)
        if fact.get("start") and fact.get("type") in ("DATE", "TIME")
    ]  # fmt: skip
    row: list[Where | Fact] = []
    last = candidate.end
    for start, stop, what in sorted(spots, key=lambda s: s[0]):
        if start < last or not (passage.rules.places.place_and_day if row else _FIRST).fullmatch(
            passage.text, last, start
        ):
            break
        row.append(what)
        last = stop
    pairs = list(zip(row[::2], row[1::2], strict=False))
    if len(pairs) < 2 or len(row) != 2 * len(pairs):
        return []
    told = [(a, b) if isinstance(a, Where) else (b, a) for a, b in pairs]
    if not all(isinstance(w, Where) and isinstance(t, dict) for w, t in told):
        return []
    if len({(w.city, w.country) for w, _ in told if isinstance(w, Where)}) < len(told):
        return []
    made = []
    for number, (where, day) in enumerate(told):
        if not isinstance(where, Where) or not isinstance(day, dict):
            continue
        if number == 0:
            candidate.where, candidate.times = where, [day]
        else:
            made.append(_another(candidate, where, [day], list(candidate.people)))
    return made


def _partners(candidate: Candidate, passage: Passage) -> list[Candidate]:
    """ "met with A on 1 May and with B on 2 May": as many meetings as partners with a day of their own."""
    partners = [n for n, _ in candidate.people if n.key in candidate.partners and n.start > candidate.end]
    if len(partners) < 2 or len(partners) > 6:
        return []
    partners.sort(key=lambda n: n.start)
    end = candidate.scope[-1].end
    days: list[tuple[Named, list[Fact]]] = []
    for index, named in enumerate(partners):
        stop = partners[index + 1].start if index + 1 < len(partners) else end
        own = [
            fact for start, _, fact in passage.times_in(named.end, stop)
            if fact.get("start") and fact.get("type") in ("DATE", "TIME") and start - named.end < 40
        ]  # fmt: skip
        days.append((named, own[:1]))
    if any(not own for _, own in days) or len({str(own[0]["start"]) for _, own in days}) < len(days):
        return []
    common = [(n, role) for n, role in candidate.people if n not in partners]
    made = [_another(candidate, candidate.where, own, [*common, (named, "attendee")]) for named, own in days[1:]]
    for extra, (named, _) in zip(made, days[1:], strict=True):
        extra.partners = frozenset({named.key})
    first, own = days[0]
    candidate.people, candidate.times = [*common, (first, "attendee")], own
    candidate.partners = frozenset({first.key})
    return made


def _another(
    candidate: Candidate, where: Where | None, times: list[Fact], people: list[tuple[Named, str]]
) -> Candidate:
    """The same word for a meeting at another place or time."""
    made = replace(candidate, where=where, times=times, people=people, another=True, definite=False, apart=[])
    made.rule = candidate.rule + ":row"
    made.apart = [candidate]
    return made
