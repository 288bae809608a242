"""Relates the candidates of one sentence: who takes part in a meeting named beside, a journey for a meeting."""

from __future__ import annotations

import re
from itertools import pairwise

from .circumstances import read_times
from .models import Candidate
from .passage import Passage


def relate(candidates: list[Candidate], passage: Passage) -> None:
    """Pass arguments between candidates of a sentence; helpers are marked dead when they have done their work."""
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence.index, []).append(candidate)
    for group in by_sentence.values():
        _part_company(group)
        for candidate in group:
            if candidate.frame in ("event", "lead") or _hosts_it(candidate, group, passage):
                _take_part(candidate, group, passage)
        for margin in group:
            if margin.margin:
                for candidate in group:
                    if candidate is not margin and not candidate.dead and candidate.kind != "visit":
                        candidate.aside = True
                        candidate.where = candidate.where or margin.where
                held = [c for c in group if c is not margin and c.aside and c.status == "held"]
                if held and margin.status in (None, "held") and not any(c.times for c in held):
                    margin.status = "ongoing"  # told as news: it is on
                if len(group) > 1:
                    margin.times = []  # the day is that of the meeting on the margins
        for candidate in group:
            if candidate.frame == "travel" or (candidate.frame is None and candidate.kind == "visit"):
                _journey(candidate, group, passage)
            if candidate.negated:
                candidate.reject("denied")
        for candidate in group:
            if candidate.frame in ("all", "say", "host") and not candidate.dead:
                _same_event(candidate, group, passage)
        for tour in group:
            for candidate in group if tour.tour else ():
                named = any(n.kind == "person" and n.start > candidate.start for n, _ in candidate.people)
                general = candidate.frame in ("all", "say") or (candidate.frame is None and candidate.kind == "talks")
                if general and candidate.start > tour.start and not named and not candidate.group:
                    candidate.reject("what the journey is for")
        for candidate in group:
            if candidate.frame in ("all", "say") and _is_purpose(candidate, group):
                candidate.reject("the purpose of the meeting named before")
        for candidate in group:
            if candidate.rule in passage.rules.links.alike.inviting and not candidate.dead:
                candidate.status = "planned"
                if not (candidate.where and candidate.times):
                    candidate.reject("an invitation without place and time")
        _share([c for c in group if not c.dead], passage)


def _part_company(group: list[Candidate]) -> None:
    """Of two meetings told in one clause, who is named behind the second takes part in the second."""
    for candidate in group:
        for other in candidate.apart:
            if other.start < candidate.start:
                other.people = [(n, role) for n, role in other.people if n.start < candidate.start]
                other.partners = frozenset(key for key in other.partners if any(n.key == key for n, _ in other.people))


def _hosts_it(verb: Candidate, group: list[Candidate], passage: Passage) -> bool:
    """ "will host a ministerial meeting": the object of the verb is the meeting."""
    if verb.frame != "host" and verb.rule not in passage.rules.links.alike.convening:
        return False
    return any(
        c.frame is None
        and 0 < c.start - verb.end < 60
        and not passage.rules.links.preposition.search(passage.text, verb.end, c.start)
        for c in group
    )


def _is_purpose(verb: Candidate, group: list[Candidate]) -> bool:
    """ "kamen zusammen, um über X zu beraten": no meeting of its own."""
    own = next((s for s in verb.clause if s.start <= verb.start < s.end), None)
    return (
        own is not None
        and own.kind == "inf"
        and not verb.times
        and not any(n.kind == "person" and n.start > own.start for n, _ in verb.people)
        and any(c.start < own.start and not c.dead and c.kind != "press_conference" for c in group)
    )


def _take_part(verb: Candidate, group: list[Candidate], passage: Passage) -> None:
    """ "X nimmt am Gipfel teil", "X will attend the summit": X and the tense go to the noun."""
    nouns = [c for c in group if c.frame is None and not c.dead and c.kind != "visit"]
    text, words = passage.text, passage.rules.links
    behind = [c for c in nouns if c.start > verb.start and _is_same_clause(verb, c)]
    before = [c for c in nouns if c.start < verb.start and _is_same_clause(verb, c)]
    noun = behind[0] if behind and (passage.view.language == "en" or not before) else (before[-1] if before else None)
    if noun is None and behind:
        noun = behind[0]
    absent = verb.negated
    if words.by.match(text[verb.end : verb.end + 4]) and not (noun and 0 <= verb.start - noun.end < 25):
        verb.reject("the participle of something else")  # "the authority led by X"
        return
    verb.reject("says who takes part")
    if noun is None:
        verb.refers = True  # "took part": in the meeting spoken of; read with the roles
        return
    noun.attended = noun.attended or bool(verb.people)
    noun.joins = noun.joins or (verb.frame == "event" and noun.definite)
    for named, role in verb.people:
        away = absent and named.start < verb.end and role == "attendee"
        if away:
            noun.people = [(n, r) for n, r in noun.people if n.key != named.key]
        noun.add([named], "absent" if away else role)
    row = behind[behind.index(noun) :] if noun in behind else []
    for left, right in pairwise(row):  # "will participate in the A Meeting, the B Conference, and the C Forum"
        if not words.in_a_row.fullmatch(text, left.end, right.start):
            break
        right.attended, right.status = left.attended, right.status or verb.status
        right.times, right.where = right.times or verb.times, right.where or verb.where
        right.apart.extend(x for x in row[: row.index(right)] if x not in right.apart)
        for named, role in verb.people:
            if named.kind == "person":
                right.add([named], role)
    if verb.status and not absent:
        noun.status = verb.status if noun.status not in ("cancelled", "postponed") else noun.status
    noun.times = noun.times or verb.times
    noun.where = noun.where or verb.where
    noun.host = noun.host or verb.host
    if verb.frame in ("lead", "host") and verb.people and words.hosting.match(text[verb.start : verb.end]):
        noun.host = noun.host or verb.people[0][0]


def _is_same_clause(verb: Candidate, noun: Candidate) -> bool:
    return any(s.start <= noun.start < s.end for s in verb.clause) or any(
        s.start <= verb.start < s.end for s in noun.clause
    )


def _journey(journey: Candidate, group: list[Candidate], passage: Passage) -> None:
    """A journey for a meeting named behind is no record of its own; its place, day and traveller pass on."""
    text, words = passage.text, passage.rules.links
    arrives = journey.rule in words.alike.arriving
    if arrives and any(c.kind == "visit" and c.status == "ongoing" for c in group):
        journey.status = "ongoing"  # "ist zu einem Besuch eingetroffen"
    for noun in group if arrives else ():
        if noun.frame is None and noun.kind == "visit" and not noun.dead and _is_same_clause(journey, noun):
            noun.times, noun.where = noun.times or journey.times, noun.where or journey.where
            for named, role in journey.people:
                noun.add([named], role)
            journey.reject("the same as the noun beside it")
            return
    countries = {n.id for s in journey.scope for n in passage.between(s.start, s.end) if n.kind == "country"}
    others = [
        c for c in group
        if c is not journey and not (c.frame is not None and c.dead) and c.frame not in ("event", "lead", "travel")
        and c.kind not in ("visit", "press_conference")
    ]  # fmt: skip
    own = [c for c in others if c.start > journey.start or _is_same_clause(journey, c)]
    if any(s.kind == "sub" and s.start <= journey.start < s.end for s in journey.scope):
        own = []  # "while visiting X, she took part in ...": two things
    passed = False
    for other in own:
        behind = journey.start < other.start
        between = text[journey.end : other.start] if behind else text[max(other.start - 14, 0) : other.start]
        if not passage.rules.purpose.search(between):
            continue
        other.where = other.where or journey.where
        if journey.status == other.status or other.status is None:
            other.times = other.times or journey.times
        for named, role in journey.people:
            if named.kind == "person":
                other.add([named], "absent" if journey.negated else role)
        if behind and not journey.negated:  # "flies to his counterpart X for a meeting"
            for named, relation in passage.related(journey.scope):
                towards = words.towards.search(text[max(named.start - 90, journey.start) : named.start])
                if named.kind == "person" and relation in ("topic", "none") and towards:
                    other.add([named])
        purpose = words.to_meet.search(text[max(0, other.start - 4) : other.start]) is not None
        if behind and purpose and journey.status == "held" and other.status == "planned" and not journey.negated:
            other.status = "held"  # "visited X to meet Y"
        if journey.status == "planned" and other.status in (None, "held") and not journey.negated:
            other.status = "planned"
        passed = True
    own_day = journey.times and all(o.times and o.times != journey.times for o in own)
    if (
        passed
        and not journey.tour
        and len(countries) < 3
        and not own_day
        and (journey.frame is not None or not journey.times)
    ):
        journey.reject("a journey to a meeting")
    if journey.tour or (len(countries) >= 3 and journey.where is not None and journey.where.city is None):
        journey.where = None if not journey.tour else journey.where
        journey.tour = True  # a tour has no one place


def _same_event(verb: Candidate, group: list[Candidate], passage: Passage) -> None:
    """ "trafen sich zu Gesprächen", "met for talks": one meeting named twice."""
    text, words = passage.text, passage.rules.links
    for noun in group:
        if noun.frame is not None or noun.dead or noun.kind in ("press_conference", "visit", "call"):
            continue
        close = (
            (noun.end <= verb.start and verb.start - noun.end < 60)
            or (verb.kind == "call" and noun.end <= verb.start and _is_same_clause(verb, noun))
            or any(s.start <= noun.start < s.end for s in verb.scope)
            or any(s.start <= verb.start < s.end for s in noun.scope)
        )
        if not close:
            continue
        if noun.start > verb.end and _is_arranged(verb, noun, passage):
            noun.status = noun.status if noun.status in ("cancelled", "postponed") else "planned"
            for named, role in verb.people:
                noun.add([named], role)
            noun.apart.append(verb)
            earlier = {s for part in noun.scope for s, _, _ in passage.times_in(part.start, part.end) if s < verb.end}
            noun.times, noun.another = read_times(noun, passage, earlier), True
            if verb.kind == "call" and noun.kind != "call":
                noun.format, noun.explicit_virtual = "unknown", False
            continue
        before = text[max(noun.start - 40, noun.sentence.start) : noun.start]
        subject = (
            re.fullmatch(r"\s+(?:[a-z]+\s+){1,4}", text[noun.end : verb.start]) is not None and verb.frame == "all"
        )
        hanging = noun.end <= verb.start and any(
            s.kind == "rel" and s.start <= verb.start < s.end and 0 <= s.start - noun.end < 12 for s in verb.clause
        )  # "the summit to which X had invited Y"
        gathering = (
            noun.kind in ("conference", "summit", "ministerial") and noun.definite and verb.kind != "call"
            and len([n for n, _ in verb.people if n.kind == "person"]) == 2 and bool(verb.partners)
            and words.at_gathering.search(before) is not None
        )  # fmt: skip
        if gathering:  # "met with X at the conference": the two of them, there
            verb.aside = True
            verb.where = verb.where or noun.where
            persons = {n.key for n, _ in verb.people}
            noun.people = [(n, role) for n, role in noun.people if n.key not in persons]
            continue
        if noun.margin:
            verb.aside = True
            verb.where, verb.times = verb.where or noun.where, verb.times or noun.times
            continue
        apart = passage.rules.found["sequence_before"].search(before) is not None  # "prior to the summit he met X"
        by = verb.frame == "host" and 0 <= verb.start - noun.end < 30 and words.by.match(text, verb.end) is not None
        if by:  # "a conference hosted by X"
            subject = True
        if apart or (words.link.search(before) is None and not subject and not hanging) or noun.aside != verb.aside:
            continue
        if verb.kind == "call":  # "in einer Konferenz mit A, B und C telefoniert"
            noun.kind, noun.format, noun.explicit_virtual = "call", "virtual", True
            noun.where = None
        noun.host = noun.host or verb.host
        for named, role in verb.people:
            noun.add([named], role)
        noun.times = noun.times or verb.times
        noun.where = noun.where or verb.where
        noun.group = noun.group or (None if noun.indefinite else verb.group)
        if noun.status not in ("cancelled", "postponed"):
            noun.status = verb.status or noun.status
        noun.definite = noun.definite and (verb.frame == "host" or not verb.people)
        if verb.format == "in_person" and noun.format == "unknown":
            noun.format = "in_person"
        verb.reject("the same as the noun beside it")
        return


def _is_arranged(verb: Candidate, noun: Candidate, passage: Passage) -> bool:
    """Whether the noun is a meeting that was arranged: "telefonierten und vereinbarten ein Treffen"."""
    text, words = passage.text, passage.rules.links
    between = text[verb.end : noun.start]
    if not noun.indefinite or words.and_then.search(between) is None:
        return False
    behind = words.arranged_behind.match(text, noun.end, noun.scope[-1].end)
    return words.arranged_before.search(between) is not None or behind is not None


def _share(group: list[Candidate], passage: Passage) -> None:
    """Meetings told in a row in a sentence share its place and day ("in X he will ..., meet ... and hold ...")."""
    for before, candidate in pairwise(group):
        if candidate.explicit_virtual or before.explicit_virtual or candidate.another or before.another:
            continue
        between = passage.text[before.end : candidate.start]
        if before.frame is None and is_point(before, passage):
            continue  # "Ahead of the conference in X, she met Y": not there
        if len(between) > 160 or passage.rules.links.before_or_after.search(between):
            continue
        if candidate.where is None and not candidate.tour:
            candidate.where = before.where
        if not candidate.times and candidate.status == before.status:
            candidate.times = before.times


def is_point(noun: Candidate, passage: Passage) -> bool:
    """Whether a noun is only the point in time by which a clause is told."""
    before = passage.text[max(noun.sentence.start, noun.start - 60) : noun.start]
    return (
        passage.rules.found["sequence_before"].search(before) is not None
        or passage.rules.links.point.search(before) is not None
    )


def earlier_ones(candidates: list[Candidate], passage: Passage) -> list[Candidate]:
    """ "The first meeting since 6 February 2019": one was held on that day."""
    found = []
    for candidate in candidates:
        if candidate.frame is not None or candidate.dead:
            continue
        for part in candidate.scope:
            match = passage.rules.first_since.search(passage.text, part.start, part.end)
            if match is None or not match.start() < candidate.start < match.end():
                continue
            days = [f for s, _, f in passage.times_in(match.end(), part.end) if s - match.end() < 8 and f.get("start")]
            if days and days[0].get("type") == "DATE":
                found.append(
                    Candidate(
                        candidate.sentence,
                        candidate.start,
                        candidate.end,
                        candidate.rule + ":since",
                        candidate.kind,
                        candidate.format,
                        "strong",
                        candidate.around,
                        scope=candidate.scope,
                        clause=candidate.clause,
                        status="held",
                        times=[days[0]],
                        group=candidate.group,
                        another=True,
                    )
                )
    return found
