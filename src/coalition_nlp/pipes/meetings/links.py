"""What speaks for a mention being a meeting told before, by name of the reason."""

from __future__ import annotations

from collections.abc import Callable

from .clusters import overlap
from .pairs import REACH, Pair


def _ministers_by_name(p: Pair) -> bool:
    """ "The ministers of A and B met": now by name."""
    sent = {str(key[1]) for key, (n, _) in p.cluster.people.items() if n.fact.get("delegation")}
    home = {
        str(o.get("country")) for n, _ in p.candidate.people if n.kind == "person" for o in n.fact.get("offices") or []
    }
    ahead = (p.candidate.status == "planned") != ("planned" in p.cluster.statuses)
    meal = p.candidate.kind == "other" and p.candidate.frame is None and p.cluster.kind in ("conference", "summit")
    return len(home) >= 2 and home <= sent and not p.candidate.another and not ahead and not meal


def _new_one(p: Pair) -> bool | None:
    """ "A meeting" with people of its own is new unless its people are those told of."""
    c = p.candidate
    told = c.indefinite and any(
        x.sentence.kind != "title" and x.sentence.index < c.sentence.index for x in p.cluster.candidates
    )
    if c.indefinite and told and c.attended and not p.title_only and c.group is None and p.start is None:
        return False  # "attended a session with X"
    if c.indefinite and told and c.people and c.group is None and p.start is None:
        return len(p.shared) >= 2
    return None


def _moved_to_it(p: Pair) -> bool:
    """ "The talks shall begin on Friday. The start, planned for Monday, had been put off to Friday"."""
    moved, start = p.candidate.moved, p.cluster.start
    return moved is not None and start is not None and p.near and overlap(start, p.cluster.end, *moved)


def _refers_back(p: Pair) -> bool:
    c = p.candidate
    if not c.definite or c.aside or not p.near or c.frame is not None:
        return False
    placed = c.where is not None and c.where.city and (p.cluster.where is None or not p.cluster.where.city)
    dated = p.start is not None and p.cluster.start is None
    if (placed or dated) and p.gap > (5 if p.main else 2):
        return False
    return not (placed and p.cluster.start and p.start is None and not p.main)


def _receives_them(p: Pair) -> bool:
    """ "X, who received the ministers"."""
    if p.candidate.frame != "host" or p.start is not None or not 0 <= p.gap <= 1:
        return False
    guests = [n.name for n, _ in p.candidate.people if n.kind == "group"]
    return bool(guests) and all(" " not in g for g in guests) and any(k[0] == "group" for k in p.cluster.people)


def _same_forum(p: Pair) -> bool | None:
    if p.same_forum:
        return p.candidate.frame is None or p.both_dated or p.candidate.definite or p.main
    return None


def _same_sides(p: Pair) -> bool:
    known = {k for k in p.cluster.people if k[0] in ("country", "person")}
    return (
        (len(p.sides) > 1 or (bool(p.sides) and p.cluster.family == "visit"))
        and p.sides == known
        and p.start is None
        and (p.gap <= REACH or p.cluster.start is None)
    )


def _same_two(p: Pair) -> bool:
    return len(p.shared) >= 2 and len(p.shared) >= min(len(p.persons), len(p.others))


def _place_again(p: Pair) -> bool:
    """ "The Minsk meeting", once a meeting in Minsk was told of."""
    c = p.candidate
    noun = c.frame is None and not c.another and not c.aside
    dated = p.start is None or (p.cluster.start is None and c.definite)
    known = p.persons <= p.others or not p.others
    return bool(p.same_place and noun and dated and p.near and c.group is None and known)


def _verb_there(p: Pair) -> bool:
    """A meeting in X named by a noun, then its verb in the same place."""
    noun = p.cluster.candidates[0].frame is None and p.cluster.start is None
    return bool(
        p.same_place
        and p.main
        and p.candidate.frame == "all"
        and noun
        and p.gap <= 3
        and (p.persons <= p.others or not p.others)
    )


def _same_day_there(p: Pair) -> bool:
    if not (p.same_place and p.both_dated) or (p.candidate.group and p.cluster.group):
        return False
    return p.candidate.frame is None or p.cluster.candidates[0].frame is None or bool(p.shared)


def _title(p: Pair) -> bool:
    """What the title names is told again in the first sentences."""
    if not p.title_only:
        return False
    c = p.candidate
    if c.frame is None and p.words.of_before.search(p.text[max(c.sentence.start, c.start - 60) : c.start]):
        return False  # "Building on the May meeting, they met"
    if p.shared or p.same_place or p.both_dated:
        return True
    early = p.gap <= 3
    if early and not (p.persons and p.others):
        return p.same_forum is not False and (p.candidate.group is None or p.cluster.group is None)
    return False


def _call_told_twice(p: Pair) -> bool:
    """ "Merkel and Putin conferred. In the call ...": how they spoke comes after."""
    c = p.candidate
    return c.kind == "call" and c.definite and p.cluster.family == "meeting" and p.gap <= 2


def _same_people_same_day(p: Pair) -> bool:
    return bool(p.shared) and p.both_dated and p.candidate.kind == p.cluster.kind and p.candidate.frame is None


def _joins(p: Pair) -> bool:
    """ "An dem Treffen nahmen auch X und Y teil"."""
    return p.candidate.joins and p.candidate.definite and p.near


def _those_there(p: Pair) -> bool:
    """ "She will attend the conference. She will meet with the participants": there."""
    c = p.candidate
    if c.frame != "all" or not 0 < p.gap <= 2 or p.cluster.family != "meeting" or p.start is not None:
        return False
    groups = [n.name.split()[-1] for n, _ in c.people if n.kind == "group"]
    return bool(groups) and all(map(p.words.those_there.fullmatch, groups)) and p.persons <= p.others


def _we_meet(p: Pair) -> bool:
    """ "We are meeting at a dire time", said at the event the document is the text of."""
    c = p.candidate
    if not any(x.occasion for x in p.cluster.candidates) or c.frame not in ("all", None) or c.another:
        return False
    here = c.frame == "all" and c.status in (None, "ongoing") and not c.partners
    return here and c.where is None and c.group is None and (p.start is None or p.both_dated)


def _so_called(p: Pair) -> bool:
    """ "Nach Beratungen sagte X": the talks told of right before."""
    c = p.candidate
    bare = not (c.times or c.where or c.partners or c.group or c.another or c.aside or c.indefinite)
    return (
        c.rule in p.words.alike.general
        and bare
        and p.cluster.family == "meeting"
        and 0 <= p.gap <= 2
        and c.status != "planned"
    )


def _told_at_length(p: Pair) -> bool:
    """ "Die geplanten Gespräche ... Vertreter von A und B hätten dort sprechen sollen"."""
    c = p.candidate
    first = p.cluster.candidates[0]
    bare = first.frame is None and first.rule in p.words.alike.general and not p.cluster.people and not p.both_dated
    return bare and c.frame in ("say", "all") and c.rule in p.words.alike.talking and 0 <= p.gap <= 1


# a test may also say no for good
LINKS: tuple[tuple[str, Callable[[Pair], bool | None]], ...] = (
    ("ministers of its countries", _ministers_by_name),
    ("takes part in it", _joins),
    ("moved to its day", _moved_to_it),
    ("told in the title", _title),
    ("with those there", _those_there),
    ("where it is said", _we_meet),
    ("a meeting with people of its own", _new_one),
    ("the word refers back", _refers_back),
    ("receives those told of", _receives_them),
    ("same forum", _same_forum),
    ("talks told of before", _so_called),
    ("told at length", _told_at_length),
    ("same sides", _same_sides),
    ("same two persons", _same_two),
    ("same place again", _place_again),
    ("verb of the meeting there", _verb_there),
    ("same day and place", _same_day_there),
    ("call told twice", _call_told_twice),
    ("same people, same day", _same_people_same_day),
)

# where these say no, no later test is asked
FINAL = (_new_one, _same_forum)
