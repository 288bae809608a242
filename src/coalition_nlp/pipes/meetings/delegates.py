"""Who took part as the report tells: ministers in the story of a ministerial, leaders in that of a summit."""

from __future__ import annotations

from coalition_nlp.pipes.base import Fact

from .clusters import Cluster
from .models import Named, Segment
from .passage import Passage

_MINISTERS = frozenset({"minister", "deputy_minister", "secretary_general", "envoy"})
_LEADERS = frozenset({"head_of_state", "head_of_government", "secretary_general"})
_TALKERS = frozenset({"envoy", "ambassador", "military_officer", "other"})  # an adviser or official may only comment
_NEVER = frozenset({"spokesperson"})


def add_delegates(cluster: Cluster, passage: Passage) -> None:
    """Add the office holders of the right rank who speak or act in the report and nowhere else.

    Only for the meeting the report is about, held or going on, of ministers or leaders of several states.
    """
    ranks = _LEADERS if cluster.kind == "summit" else _MINISTERS
    anybody = cluster.kind == "talks"  # at talks of warring parties whoever holds such an office may sit
    portfolio = _portfolio(cluster)
    for person in passage.view.get("people"):
        key = ("person", str(person["id"]))
        if key in cluster.people:
            continue
        offices = [o for o in person.get("offices") or [] if not o.get("former") and not o.get("designated")]
        if any(o.get("role") in _NEVER for o in offices):
            continue
        if not any(_fits(o, ranks, portfolio) or (anybody and o.get("role") in _TALKERS) for o in offices):
            continue
        named = _present(person, cluster, passage)
        if named is not None:
            cluster.people[key] = (named, "attendee")


def _portfolio(cluster: Cluster) -> str | None:
    """The portfolio most of the ministers found already have."""
    held = [
        office.get("portfolio")
        for named, role in cluster.people.values()
        if named.kind == "person" and role != "absent"
        for office in named.fact.get("offices") or []
        if office.get("role") == "minister" and office.get("portfolio")
    ]
    return max(sorted(set(held)), key=held.count) if held else None


def _fits(office: Fact, ranks: frozenset[str], portfolio: str | None) -> bool:
    role = office.get("role")
    if role == "official":  # the EU's high representative, the commissioner
        return bool(office.get("portfolio") == "foreign" or office.get("organization")) and "secretary_general" in ranks
    if role not in ranks:
        return False
    return (
        role not in ("minister", "deputy_minister") or portfolio is None or office.get("portfolio") in (None, portfolio)
    )


def _present(person: Fact, cluster: Cluster, passage: Passage) -> Named | None:
    """A mention of the person as subject of a sentence that names no other place."""
    for spot in person["mentions"]:
        sentence = passage.view.sentence_at(spot["start"])
        if sentence is None or sentence.kind not in ("body", "title", "quote_embed"):
            continue
        if passage.stretch(sentence.start, sentence.end).has("elsewhere"):
            continue
        places = [passage.where(f) for _, _, f in passage.places_from(sentence.start, sentence.end)]
        home = cluster.where.city if cluster.where else None
        if any(w.city and w.city != home for w in places):
            continue
        for named, relation in passage.related([Segment(sentence.start, sentence.end, "main")]):
            if named.kind == "person" and named.id == str(person["id"]) and relation == "none":
                return named
    return None
