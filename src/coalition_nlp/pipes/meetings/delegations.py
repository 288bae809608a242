"""Countries that take part through a group: "ministers of A, B and C", "the A, B and C leaders"."""

from __future__ import annotations

import re

from .models import Candidate, Named
from .passage import Passage

_BRACKET = re.compile(r"\([^()]{3,700}\)")
_HEAD = re.compile(r"\s+[\w-]+")
_OBJECT = re.compile(r"\s+(?:[a-zäöü]+\s+|[A-ZÄÖÜ]\w+\s+|\d+\s+)*")


def countries_of(match: re.Match[str], passage: Passage, end: int) -> list[Named]:
    """The countries a group is from; empty where it is described otherwise."""
    text, words = passage.text, passage.rules.groups
    spots = sorted(
        (left, right, named, str(fact["alpha2"]), str(fact["name"]))
        for left, right, named, _, fact in passage.countries_in(match.start() - 60, end)
    )
    by_name = [s for s in spots if s[2] and s[0] >= match.start()]
    row = []
    if by_name and words.of.fullmatch(text, match.start(), by_name[0][0]):
        row = _row(by_name, passage)
    if not row:
        by_adjective = [s for s in spots if not s[2] and s[1] <= match.end()]
        if by_adjective and _HEAD.match(text, by_adjective[-1][1]):
            row = _row(by_adjective[::-1], passage)[::-1]
            row = row if len(row) > 1 else []
    return [
        Named(left, right, "country", code, name, {"delegation": True}) for left, right, _, code, name in row
    ]  # fmt: skip


def delegations(candidate: Candidate, passage: Passage) -> list[tuple[Named, str]]:
    """ "mit der iranischen Delegation", "a Turkish delegation": the country that sent it."""
    known = {n.key for n, _ in candidate.people}
    found = []
    sent, and_the = passage.rules.groups.delegation, passage.rules.people.and_the
    spots = [spot for part in candidate.scope for spot in passage.countries_from(part.start, part.end) if not spot[2]]
    for start, end, _, _, fact in sorted(spots, key=lambda spot: spot[3]):
        if sent.match(passage.text, end) or any(
            and_the.fullmatch(passage.text, end, other) and sent.match(passage.text, stop) for other, stop, *_ in spots
        ):  # "die serbische und die kosovarische Delegation"
            named = Named(start, end, "country", str(fact["alpha2"]), str(fact["name"]), {"delegation": True})
            if named.key not in known:
                known.add(named.key)
                none = passage.rules.groups.no_delegation.search(passage.text[max(0, start - 12) : start]) is not None
                found.append((named, "absent" if none else "attendee"))
    return sorted(found, key=lambda item: item[0].start)


def led_by(candidate: Candidate, passage: Passage) -> list[Named]:
    """ "The delegations of A, led by X, and of B, led by Y, met": the leaders and the countries of the later ones."""
    text, parts, words = passage.text, candidate.scope, passage.rules.groups
    found: list[Named] = []
    if not any(words.sent.search(text, s.start, s.end) for s in parts):
        return found
    for part in parts[1:]:
        if words.led_by.match(text, part.start, part.end):
            found += passage.people_in(part.start, part.end)
        elif words.and_of.match(text, part.start, part.end):
            found += [n for n in passage.between(part.start, part.end) if n.kind == "country"][:1]
    return found


def governments(candidate: Candidate, passage: Passage) -> list[Named]:
    """ "released by the Governments of A, B and C following their meeting": the countries."""
    text, begin, words = passage.text, candidate.sentence.start, passage.rules.groups
    if candidate.frame is not None or not words.their.search(text[max(begin, candidate.start - 60) : candidate.start]):
        return []
    match = words.governments.search(text, begin, candidate.start)
    if match is None:
        return []
    spots = sorted(
        (left, right, named, str(fact["alpha2"]), str(fact["name"]))
        for left, right, named, _, fact in passage.countries_in(match.end(), candidate.start)
    )
    by_name = [s for s in spots if s[2]]
    if not by_name or not words.first_of_governments.fullmatch(text, match.end(), by_name[0][0]):
        return []
    row = _row(by_name, passage)
    return [Named(left, right, "country", code, name, {"delegation": True}) for left, right, _, code, name in row]


def in_brackets(candidate: Candidate, passage: Passage) -> list[Named]:
    """ "a meeting of the Quartet (A, B and C)": the sides of a meeting or forum in brackets behind it."""
    match = _BRACKET.search(passage.text, candidate.end, min(candidate.end + 800, candidate.sentence.end))
    if match is None:
        return []
    joint = passage.text[candidate.end : match.start()]
    if len(joint) > 60 and not (len(joint) < 130 and passage.rules.groups.parties.match(joint)):
        return []
    row = [n for n in passage.between(match.start(), match.end()) if n.kind == "country"]
    if len(row) < 2:
        return []
    behind = [n for n in passage.between(match.end(), match.end() + 40) if n.kind == "country"]
    if behind and passage.rules.groups.and_one.fullmatch(passage.text, match.end(), behind[0].start):
        row.append(behind[0])  # "the Six (A, B, ...) and C"
    return row


def in_compound(candidate: Candidate, passage: Passage) -> list[Named]:
    """ "die USA-Taliban-Gespräche", "der Trump-Kim-Gipfel": the two sides in the word."""
    parts = passage.text[candidate.start : candidate.end].split("-")[:-1]
    if candidate.frame is not None or len(parts) != 2:
        return []
    known: dict[str, Named] = {}
    for named in passage.everybody:
        for word in (named.name.split()[-1], passage.text[named.start : named.end].split()[-1]):
            known.setdefault(word, named)
    for left, right, _, _, fact in passage.countries_in(candidate.start, candidate.end):
        known[passage.text[left:right]] = Named(left, right, "country", str(fact["alpha2"]), str(fact["name"]), fact)
    sides = [known[part] for part in parts if part in known]
    return sides if len(sides) == 2 else []


def counterparts(candidate: Candidate, passage: Passage) -> list[Named]:
    """ "traf Regimekritiker", "ein Treffen mit Vertretern der Zivilgesellschaft": partners without a name."""
    text, words = passage.text, passage.rules.groups
    found = []
    for part in candidate.scope:
        if candidate.frame not in ("all", "host") and words.with_word.search(text, part.start, part.end) is None:
            continue
        for match in passage.rules.counterparts.finditer(text, part.start, part.end):
            before = text[part.start : match.start()]
            met = candidate.frame in ("all", "host") and words.met.fullmatch(text, candidate.end, match.start())
            final = (
                candidate.frame == "all" and 0 <= candidate.start - match.end() < 60
                and _OBJECT.fullmatch(text, match.end(), candidate.start) and not words.preposed.search(before)
            )  # fmt: skip
            if met or final or (words.with_them.search(before) and match.start() - candidate.end < 90):
                name = " ".join(match.group().split())
                found.append(Named(match.start(), match.end(), "group", None, name, {"partner": True}))
    return found


def _row(spots: list[tuple[int, int, bool, str, str]], passage: Passage) -> list[tuple[int, int, bool, str, str]]:
    """The unbroken row that begins with the first spot, in either direction."""
    row = spots[:1]
    for spot in spots[1:]:
        left, right = sorted((row[-1], spot))
        if not passage.rules.groups.row.fullmatch(passage.text, left[1], right[0]):
            break
        row.append(spot)
    return row
