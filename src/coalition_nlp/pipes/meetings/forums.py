"""Reads in which forum a meeting is and who invites to it."""

from __future__ import annotations

import re

from .models import Candidate, Named
from .passage import Passage


def read_group(candidate: Candidate, passage: Passage) -> str | None:
    """The forum, as the text names it."""
    text, rules, words = passage.text, passage.rules, passage.rules.groups
    left, right = candidate.scope[0].start, candidate.scope[-1].end
    near = passage.organizations_at(left, right)
    for start, end, fact in near:
        if fact.get("kind") in ("media", "military", "party", "armed_group", "government"):
            continue
        inside = candidate.start <= start < candidate.end or (start <= candidate.start and candidate.end <= end)
        before = 0 <= candidate.start - end < 40 and words.named_after.fullmatch(text[end : candidate.start])
        joint = text[candidate.end : start] if start >= candidate.end else ""
        after = 0 <= start - candidate.end < 70 and rules.group_before.search(joint)
        if inside or before or (after and fact.get("kind") in ("alliance", "international")):
            return text[start:end]
    letters = (
        words.letters.search(text, max(left, candidate.start - 40), candidate.start)
        if candidate.frame is None
        else None
    )
    if letters is not None and not passage.countries_in(letters.start(1), letters.end(1)):
        return letters.group(1)
    for match in rules.forum.finditer(text, left, right):
        if abs(match.start() - candidate.end) < 80 or match.start() <= candidate.start < match.end():
            return match.group()
    for start, end, fact in () if candidate.indefinite else near:
        if left <= start and end <= right and fact.get("kind") in ("alliance",):
            if words.of_members.match(text, end) or words.members_of.search(text[max(0, start - 50) : start]):
                return text[start:end]
    return None


def read_hosts(candidate: Candidate, passage: Passage) -> list[Named]:
    """Who invites: named behind "auf Einladung von", "hosted by", before "-hosted"; of a government, its country."""
    text, rules = passage.text, passage.rules
    for part in candidate.clause:
        for match in passage.find("invitation", part.start, part.end):
            prefix = match.group().startswith("-")
            left, right = (match.start() - 15, match.end()) if prefix else (match.end(), match.end() + 90)
            around = passage.hosts(left, min(right, candidate.sentence.end))
            if not around:
                continue
            first = around[0]
            if re.search(r"[,;]", text[match.end() : first.start]) and not prefix:
                continue
            if rules.governments.search(text[match.end() : around[-1].start] if around[-1].start > match.end() else ""):
                countries = [n for n in around if n.kind == "country"]
                if countries:
                    return _with_others(countries, passage)
            people = [n for n in around if n.kind == "person" and n.start - match.end() < 60]
            return _with_others(people or around, passage)
    return []


def _with_others(hosts: list[Named], passage: Passage) -> list[Named]:
    """The first of those who may be the host, with those named in one row with it ("co-hosted by A and B")."""
    row = hosts[:1]
    for named in hosts[1:]:
        if not passage.rules.coordinated.match(passage.text[row[-1].end : named.start]):
            break
        row.append(named)
    return row
