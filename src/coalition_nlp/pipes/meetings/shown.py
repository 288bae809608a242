"""Who of those found for a meeting its record names: no title of those named by name, no state whose people are."""

from __future__ import annotations

from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import Fact

from .clusters import Cluster
from .models import Named
from .passage import Passage

_TITLES = {
    "ministers": frozenset({"minister", "deputy_minister"}),
    "leaders": frozenset({"head_of_state", "head_of_government"}),
}  # fmt: skip


def shown(cluster: Cluster, passage: Passage) -> list[tuple[Named, str]]:
    """Those of a meeting with their roles, in the order of the text; a group with its adjectives."""
    here = [n for n, role in cluster.people.values() if n.kind == "person" and role != "absent"]
    offices = [[o for o in n.fact.get("offices") or [] if not o.get("former")] for n in here]
    homes = {str(o["country"]) for row in offices for o in row if o.get("country")}
    states = {n.id for n, role in cluster.people.values() if n.kind == "country" and role != "absent"}
    sides = any(n.kind == "organization" for n, _ in cluster.people.values())
    # "the ministers of A and B, X and Y": the two by name; a longer list of states stays whole
    by_name = states <= homes and not sides and len(here) > 1
    kept = []
    for named, role in cluster.people.values():
        if named.kind == "country" and role != "absent":
            if by_name or (named.fact.get("delegation") and named.id in homes):
                continue  # its minister is named
        if named.kind == "group":
            if len(cluster.people) > 1 and _says_nothing(named, offices, passage):
                continue
            named = _whole(named, passage)
        kept.append((named, role))
    return kept


def _says_nothing(group: Named, offices: list[list[Fact]], passage: Passage) -> bool:
    """Whether a group is only a word cut off from its attributes or the title of persons who are named."""
    text, rules = passage.text, passage.rules
    bare = (
        syntax.has_tags(passage.view.doc)
        and _whole(group, passage).start == group.start
        and " " not in text[group.start : group.end]
    )
    if bare and rules.groups.cut.fullmatch(text, group.start, group.end):
        return True
    before = text[max(0, group.start - 20) : group.start]
    if rules.groups.led.search(text, max(0, group.start - 60), group.start):
        return True  # "will lead the delegation to the conference": hers
    for title, roles in _TITLES.items():
        pattern = rules.ministers if title == "ministers" else rules.leaders
        held = [row for row in offices if any(o.get("role") in roles for o in row)]
        if len(held) < 2 or not pattern.search(text, group.start, group.end):
            continue
        nations = {str(f["alpha2"]) for *_, f in passage.countries_in(group.start, group.end)}
        if nations:
            return nations <= {str(o.get("country")) for row in held for o in row}
        return rules.groups.those.search(before) is not None
    return False


def _whole(group: Named, passage: Passage) -> Named:
    """With the adjectives and nouns before it ("civil society leaders")."""
    doc, text = passage.view.doc, passage.text
    if not syntax.has_tags(doc):
        return group
    index = passage.view.token_at(group.start)
    first = index
    while first > 0 and index - first < 4 and _describes(first - 1, passage):
        first -= 1
    start = doc[first].idx
    if first == index or start >= group.start:
        return group
    name = " ".join(text[start : group.end].split())
    return Named(start, group.end, "group", group.id, name, group.fact)


def _describes(index: int, passage: Passage) -> bool:
    """Whether a word is an attribute of the noun behind it; nouns stand there in English only."""
    token = passage.view.doc[index]
    nominal = passage.view.language == "en" and (syntax.is_noun(token) or syntax.is_proper(token))
    if not (nominal or syntax.is_adjective(token)):
        return False
    at = token.idx
    known = [(left, right) for left, right, _ in passage.times_from(max(0, at - 40), at + 1)]
    known += [(n.start, n.end) for n in passage.people_in(max(0, at - 40), at + len(token) + 1)]
    return not any(left <= at < right for left, right in known)
