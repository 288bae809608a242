"""Whether a word of meeting is tied to one real meeting, so that it makes a record."""

from __future__ import annotations

from .clusters import dates
from .models import Candidate
from .passage import Passage


def anchors(candidate: Candidate) -> int:
    """How well the passage ties the word to one real meeting."""
    score = 0
    start, end, _ = dates(candidate)
    if start is not None:
        score += 2 if ((end or start) - start).days <= 62 else 1
    if candidate.where is not None:
        score += 2 if candidate.where.city else 1
    named = {n.key for n, _ in candidate.people if n.kind in ("person", "country")}
    score += min(len(named), 2)
    score += any(n.kind in ("group", "organization") for n, _ in candidate.people)
    score += candidate.group is not None
    score += candidate.another
    score += candidate.around.has("occurs") or candidate.around.has("ongoing")
    score += candidate.explicit_virtual
    score += candidate.status in ("cancelled", "postponed")
    score += candidate.sentence.kind == "title"
    return score


def _is_council(candidate: Candidate, passage: Passage) -> bool:
    """ "Die Minister der Union beschlossen in Rom": those who decide together in a city meet there."""
    rules = passage.rules
    groups = [n.name for n, _ in candidate.people if n.kind == "group"]
    together = any(rules.ministers.search(name) or rules.leaders.search(name) for name in groups)
    return together and candidate.where is not None and candidate.where.city is not None


def is_anchored(candidate: Candidate, passage: Passage) -> bool:
    score = anchors(candidate)
    first = passage.first_body
    score += (
        first is not None and candidate.definite and 0 <= candidate.sentence.index - first.index <= 1
    )  # in the lead
    if candidate.frame is None:
        if candidate.kind == "press_conference":
            return score >= 1
        named = {n.key for n, _ in candidate.people if n.kind == "person"}
        if len(named) >= 2 and candidate.strength == "strong":
            return True
        if candidate.strength == "refer":  # "die Übereinkunft, die A und B erzielt haben"
            parties = {n.key for n, r in candidate.people if n.kind == "person" and r != "absent"}
            return len(parties) == 2 and passage.rules.links.reached.search(candidate.around.text) is not None
        if candidate.called and len({n.key for n, _ in candidate.people if n.kind == "country"}) >= 2:
            return True
        partner = any(n.fact.get("partner") for n, _ in candidate.people)
        if named and partner and candidate.strength == "strong" and candidate.status != "proposed":
            return True  # "nahm sich Zeit für ein Treffen mit Studenten"
        if candidate.margin and candidate.group is not None and candidate.definite:
            return True  # "on the margins of the assembly": it is on
        if candidate.aside and candidate.kind == "conference" and named:
            return candidate.status != "proposed"  # "at an event on the margins of the assembly"
        if candidate.attended and candidate.strength == "strong" and named and candidate.kind != "talks":
            return True
        if candidate.kind == "visit" and candidate.strength == "strong" and named and candidate.where is not None:
            return True
        tied = candidate.times or (candidate.where is not None and candidate.where.city)
        known = candidate.definite or (candidate.people and candidate.status != "proposed")
        lead = first is not None and known and 0 <= candidate.sentence.index - first.index <= 1
        return score >= (2 if candidate.strength == "strong" and (tied or lead) else 3)
    needs = set(candidate.needs)
    named = {n.key for n, _ in candidate.people}
    groups = sum(n.kind == "group" for n, _ in candidate.people)
    both = passage.rules.both_sides
    groups += any(n.kind == "group" and both.fullmatch(n.name) is not None for n, _ in candidate.people)
    mutual = candidate.frame == "all" and passage.rules.people.mutual.search(candidate.around.text) is not None
    if groups and mutual:
        groups += 1  # "die Präsidenten treffen sich": with each other
    partners = len(named) + groups
    if mutual and not partners and candidate.times and candidate.where is not None and score >= 3:
        return True  # "Die Minister trafen sich am Montag in Rom": nobody is named, but day and place are
    met = {
        "partner": partners >= 2, "with": partners >= 2, "place": candidate.where is not None or candidate.tour,
        "time": bool(candidate.times), "anchor": score >= 2, "phone": candidate.format == "virtual",
        "council": _is_council(candidate, passage),
    }  # fmt: skip
    if needs and not any(met.get(need, True) for need in needs):
        return False
    if candidate.frame == "travel" and not any(
        n.kind in ("person", "group", "organization") for n, _ in candidate.people
    ):
        return False
    if candidate.frame == "say":
        two = len({n.key for n, _ in candidate.people if n.kind == "person"}) >= 2 and candidate.status == "held"
        return partners >= 2 and (score >= 3 or candidate.format == "virtual" or (two and bool(candidate.partners)))
    return score >= 2
