"""Reads the arguments of a candidate from its clause: who, where, when, in which forum, by whose invitation."""

from __future__ import annotations

import re

from .antecedents import read_antecedents, subject_takes_part
from .candidates import is_passive
from .circumstances import is_tour, read_day_there, read_there, read_times, read_where, tour_country
from .delegations import counterparts, countries_of, delegations, governments, in_brackets, in_compound, led_by
from .forums import read_group, read_hosts
from .lists import Stretch
from .models import Candidate, Named, Where
from .passage import Passage
from .subjects import add_unnamed

_NEAR = 90


_GENITIVE = re.compile(r"(?:s|['’])\Z")


def read_arguments(candidate: Candidate, passage: Passage) -> None:
    """Fill in a candidate."""
    text, around, words = passage.text, candidate.around, passage.rules.people
    hosts = read_hosts(candidate, passage)
    candidate.host = hosts[0] if hosts else None
    if candidate.frame == "say":  # most of them tell of no meeting
        _people(candidate, passage, hosts)
        if not _talks_with(candidate, passage):
            candidate.reject("nobody spoken with")
            return
    candidate.times = read_times(candidate, passage)
    candidate.where = read_where(candidate, passage)
    candidate.tour = candidate.kind == "visit" and is_tour(candidate, passage)
    if candidate.tour:
        candidate.where = tour_country(candidate, passage)
    read_there(candidate, passage)
    read_day_there(candidate, passage)
    candidate.group = read_group(candidate, passage)
    if candidate.frame != "say":
        _people(candidate, passage, hosts)
    _kind(candidate, passage)
    if candidate.frame == "travel":
        _sent(candidate, passage)
    word = text[candidate.start : candidate.end]
    if candidate.kind == "press_conference" and candidate.format == "unknown":
        candidate.format = "in_person"
    if words.virtual.search(word):
        candidate.format, candidate.explicit_virtual = "virtual", True
    elif _is_remote(candidate):
        candidate.remote = True  # "X addressed the conference by video link": the others met
    elif (_near(candidate, passage) if candidate.frame is None else around).has("virtual"):
        candidate.format, candidate.explicit_virtual = "virtual", True
        if candidate.frame == "say" or candidate.kind == "call":
            candidate.kind = "call"
    elif around.has("in_person"):
        candidate.format = "in_person"
    if words.telephone.match(word) or (candidate.frame == "say" and candidate.format == "virtual"):
        candidate.kind = "call"


def _sent(candidate: Candidate, passage: Passage) -> None:
    """ "I have asked X to return to Y": X goes; and who returns to the own country visits nobody."""
    before = passage.text[candidate.sentence.start : candidate.start]
    asked = passage.rules.people.asked.search(before)
    persons = [n for n, _ in candidate.people if n.kind == "person"]
    if asked is not None:
        at = candidate.sentence.start + asked.start()
        goers = [n for n in persons if at < n.start < candidate.start]
        if goers:
            candidate.people = [(n, r) for n, r in candidate.people if n.kind != "person" or n in goers]
    home = candidate.where.country if candidate.where is not None else None
    if candidate.rule in passage.rules.links.alike.returning and home is not None:
        if any(o.get("country") == home for n in persons for o in n.fact.get("offices") or []):
            candidate.reject("a journey home")


def _near(candidate: Candidate, passage: Passage) -> Stretch:
    """The words right beside a noun."""
    first, last = candidate.scope[0], candidate.scope[-1]
    return passage.stretch(max(first.start, candidate.start - 45), min(last.end, candidate.end + 60))


def _is_remote(candidate: Candidate) -> bool:
    """Whether only the one spoken of takes part from afar: one person, "the" meeting, a verb of addressing it."""
    if candidate.frame is not None or not candidate.definite or not candidate.around.has("remote"):
        return False
    persons = {n.key for n, _ in candidate.people if n.kind == "person"}
    attends = candidate.around.has("took_part") or candidate.around.has("light_verbs")
    return len(persons) <= 1 and attends and not any(n.kind == "group" for n, _ in candidate.people)


def _talks_with(candidate: Candidate, passage: Passage) -> bool:
    """ "sprach mit X", "called X", "spoke to X": not "sprach von einem Erfolg"."""
    related = passage.related(candidate.scope)
    if any(r == "with" and n.kind in ("person", "country", "organization") for n, r in related):
        return True
    if any(n.fact.get("delegation") for n, _ in candidate.people):
        return True
    behind = passage.text[candidate.end : candidate.end + 12]
    words = passage.rules.people
    if words.spoke_to.match(behind) or candidate.rule in passage.rules.links.alike.addressing:
        return any(n.start > candidate.end for n, _ in related)
    if len({n.key for n, r in related if n.kind == "person" and r == "none" and n.start < candidate.start}) >= 2:
        # "A and B spoke by telephone": with each other
        behind = passage.text[candidate.end : max(candidate.scope[-1].end, candidate.end)]
        return passage.rules.has("virtual", behind) or words.each_other.search(behind) is not None
    return any(n.kind == "group" for n, _ in candidate.people)


# --- participants -----------------------------------------------------------------------------------------------------


def _people(candidate: Candidate, passage: Passage, hosts: list[Named]) -> None:
    text, rules, words = passage.text, passage.rules, passage.rules.people
    related = passage.related(candidate.scope)
    before = text[candidate.sentence.start : candidate.start].rstrip()
    noun = candidate.frame is None
    if noun and candidate.definite and any(passage.stretch(s.start, s.end).has("took_part") for s in candidate.scope):
        candidate.joins = True  # "bei dem Treffen waren auch X und Y anwesend"
    if candidate.margin:  # "on the sidelines of the summit": the persons met there, not at it
        return
    candidate.partners = frozenset(
        n.key for n, r in related
        if n.kind == "person" and r == "with" and n.start - candidate.end < _NEAR
        and (n.start > candidate.start or not noun)
    )  # fmt: skip
    subject_counts = not noun or subject_takes_part(candidate, passage, before)
    passive = is_passive(text, candidate.scope, rules.clauses)
    partners = counterparts(candidate, passage)
    # "das Treffen von A und B wurde abgesagt": the two who were to meet
    lone = candidate.kind != "visit" and len({n.key for n, r in related if n.kind == "person" and r == "agent"}) == 1
    for named, relation in related:
        if any(n.start <= named.start < n.end for n in partners):
            continue  # "Mottakis Stellvertreter" is not Mottaki
        if named.kind == "person":
            ended = lone and passive and words.ended_by.search(text, named.end, candidate.scope[-1].end) is not None
            takes_part = relation == "with" or (
                relation == "none" and subject_counts and not _is_of_other_verb(named, candidate, passage)
            )
            if relation == "agent":
                behind = noun and named.start >= candidate.end and named.start - candidate.end < _NEAR
                takes_part = (behind and not ended) or (not noun and passive)
            if (
                relation in ("topic", "none")
                and noun
                and named.start >= candidate.end
                and words.of_them.fullmatch(text[candidate.end : named.start])
            ):
                takes_part = not ended
            if noun and text[candidate.end : named.start] == " " and _GENITIVE.search(text[named.start : named.end]):
                takes_part = words.genitive_behind  # "der Besuch Webers"
            if relation == "owner":
                takes_part = (
                    noun and re.fullmatch(r"['’]s?\s+(?:[\w-]+\s+){0,2}", text[named.end : candidate.start]) is not None
                )
            if takes_part:
                candidate.add([named])
        elif candidate.kind == "visit" and named.kind == "country" and relation != "with":
            continue
        elif named.kind == "country" and relation == "with":
            if _topic_includes(named, candidate, passage):
                continue
            if words.with_before.search(text[max(named.start - 20, 0) : named.start]):
                candidate.people.append((named, "attendee"))
        elif (
            (
                named.kind == "country"
                and relation == "none"
                and (candidate.frame in ("all", "say") or (candidate.frame == "host" and named.start > candidate.end))
                and _is_subject(named, candidate, passage)
                and not (named.start > candidate.end + 30 and _is_of_other_verb(named, candidate, passage))
            )
            or named.kind == "organization"
            and relation == "with"
            and candidate.frame != "event"
            or (named.kind == "country" and relation == "none" and noun and _holds_it(named, candidate, passage))
            or (named.kind == "country" and relation == "none" and noun and _decides_there(named, candidate, passage))
            or (named.kind == "organization" and relation == "none" and _speaks(named, candidate, passage))
        ):
            candidate.people.append((named, "attendee"))
    between = [n.key for n, r in related if n.kind == "person" and r == "with"] if noun else []
    if len(between) > 1 and words.between.match(text, candidate.end):  # "X announced a meeting between A and B"
        candidate.people = [(n, role) for n, role in candidate.people if n.kind != "person" or n.key in between]
    _drop_other_subjects(candidate, related)
    read_antecedents(candidate, passage, subject_counts)
    add_unnamed(candidate, passage, subject_counts)
    if candidate.frame == "host" and candidate.host is None:
        first = next(
            (n for n, r in related if r in ("none",) and n.kind in ("person", "country") and n.start < candidate.end),
            None,
        )
        candidate.host = first
    if candidate.frame == "host" and candidate.where is None and candidate.host and candidate.host.kind == "country":
        candidate.where = Where(None, candidate.host.id)  # "India will host the leaders"
    if candidate.host is not None and candidate.host.kind == "person":
        candidate.add([candidate.host], "host")
    candidate.add([n for n in hosts[1:] if n.kind == "person"], "host")
    candidate.people.extend(delegations(candidate, passage))
    for further in (in_brackets, led_by, governments, in_compound):
        candidate.add(further(candidate, passage))
    candidate.people.extend((n, "attendee") for n in partners)
    for part in candidate.scope:
        for match in rules.group.finditer(text, part.start, part.end):
            if rules.groups.no_group.match(match.group()) or any(
                (n.kind == "person" or n.fact.get("both")) and n.start < match.end() and match.start() < n.end
                for n, _ in candidate.people
            ):
                continue
            if _is_group(match, passage, candidate) and not (
                match.start() > candidate.end and rules.times.of_another.search(text, candidate.end, match.start())
            ):
                nations = countries_of(match, passage, candidate.scope[-1].end)
                by_name = nations and any(
                    0 < n.start - nations[-1].end < 4 for n, _ in candidate.people if n.kind == "person"
                )  # "den Präsidenten Sudans und Südsudans, A und B"
                if nations and not by_name and candidate.kind != "visit":
                    candidate.add(nations)
                name = " ".join(match.group().split())
                candidate.people.append((Named(match.start(), match.end(), "group", None, name), "attendee"))


def _topic_includes(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """ "met to discuss regional issues, including A and B": what was spoken of, not who was there."""
    between = passage.text[candidate.end : named.start] if named.start > candidate.end else ""
    match = passage.rules.people.including.search(between)
    return match is not None and passage.rules.people.spoken_of.search(between, 0, match.start()) is not None


def _speaks(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """ "Die Taliban sprechen mit den USA": an armed group or party that is the subject of a verb of talking."""
    side = named.fact.get("kind") in ("armed_group", "party")
    return side and candidate.frame in ("all", "say") and _is_subject(named, candidate, passage)


def _holds_it(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """ "A und B planten nach dem Treffen Beratungen": states that are the subject of a verb of holding talks."""
    own = candidate.own
    return (
        own.start <= named.start < own.end
        and candidate.kind not in ("visit", "press_conference")
        and passage.rules.has("holds", passage.text[own.start : candidate.scope[-1].end])
        and _is_subject(named, candidate, passage)
    )


def _decides_there(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """ "A und B haben auf einer Konferenz Hilfe zugesagt": states that pledge or decide at a gathering."""
    own = candidate.own
    return (
        own.start <= named.start < own.end
        and candidate.kind in ("conference", "summit", "ministerial")
        and passage.rules.people.at_it.search(passage.text, own.start, candidate.start) is not None
        and passage.rules.people.pledged.search(passage.text, own.start, candidate.scope[-1].end) is not None
        and (_is_subject(named, candidate, passage) or not passage.text[own.start : named.start].strip(" –—-"))
    )


def _is_of_other_verb(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """ "held a meeting to urge X", "the visit was to convince X": X is the object of another verb."""
    if named.start < candidate.end or passage.view.language != "en":
        return False
    between = passage.text[candidate.end : named.start]
    if passage.rules.people.purpose_verb.search(between):
        return True
    if candidate.frame is not None:
        return False
    # behind a noun the subject stands only where the noun opens the sentence ("At a meeting in X, Y said ...")
    before = passage.text[candidate.sentence.start : candidate.start]
    return len(before) > 60 or not (
        passage.rules.found["event_before"].search(_without_words(before)) and "," in between
    )


def _without_words(before: str) -> str:
    """Without article and adjectives."""
    return re.sub(r"(?:\s+[a-z-]+)?(?:\s+[\w-]+){0,2}\s*\Z", "", before) or before


def _drop_other_subjects(candidate: Candidate, related: list[tuple[Named, str]]) -> None:
    """Clauses set side by side by commas have their own subjects: "A drove, B flew to X"."""
    own = candidate.own
    free = [n for n, r in related if n.kind == "person" and r == "none"]
    mine = [n for n in free if own.start <= n.start < own.end]
    if candidate.frame is None or not mine or len(mine) == len(free) or mine[0].start > candidate.start:
        return
    row = {n.key for n in mine}
    ordered = [n for n, _ in related if n.kind == "person"]
    index = next(i for i, n in enumerate(ordered) if n.start == mine[0].start)
    for left in reversed(ordered[:index]):
        gap = mine[0].start - left.end if len(row) == len({n.key for n in mine}) else 0
        if left in free and gap < 25:
            row.add(left.key)
        else:
            break
    candidate.people = [
        (n, role) for n, role in candidate.people
        if n.kind != "person" or n.key in row or n.start > own.start or n.key not in {f.key for f in free}
    ]  # fmt: skip


def _is_subject(named: Named, candidate: Candidate, passage: Passage) -> bool:
    """A country that stands free in the clause, not as genitive or apposition of an office."""
    before = passage.text[max(0, named.start - 25) : named.start]
    words = passage.rules.people
    return words.free_country.search(before) is not None and not words.of_office.search(before)


def _is_group(match: re.Match[str], passage: Passage, candidate: Candidate) -> bool:
    """A group in the plural and without names right behind it."""
    text, words = passage.text, passage.rules.groups
    if match.start() < candidate.end and candidate.start < match.end():
        return False
    if any(
        match.end() <= n.start < match.end() + 4
        for n in passage.between(match.end(), match.end() + 45)
        if n.kind == "person"
    ):
        return False
    if words.same_in_plural.match(match.group()):
        return words.plural_group_before.search(text[max(0, match.start() - 20) : match.start()]) is not None
    return True


def _kind(candidate: Candidate, passage: Passage) -> None:
    """The kind by who meets: ministers make a ministerial, leaders a summit."""
    if candidate.kind not in ("talks", "other", "conference"):
        return
    rules = passage.rules
    word = passage.text[candidate.start : candidate.end]
    groups = [
        n.name for n, _ in candidate.people
        if n.kind == "group" and not rules.groups.lesser.search(passage.text, max(0, n.start - 30), n.start)
    ]  # fmt: skip
    phrases = [word, *groups]
    behind = passage.text[candidate.end : candidate.end + 60]
    if any(rules.ministers.search(p) for p in phrases):
        candidate.kind = "ministerial"
    elif any(rules.leaders.search(p) for p in phrases):
        candidate.kind = "summit"
    elif candidate.frame is None and rules.groups.of_whom.match(behind) and rules.ministers.search(behind):
        candidate.kind = "ministerial"
