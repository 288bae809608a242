"""A journey with several stops: who travels meets others where and when the stop is; the stops are one journey."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coalition_nlp.pipes.base import Fact, Sentence

from .clusters import Cluster, same_where
from .models import Candidate, Where
from .passage import Passage
from .status import noun_status

_REACH = 3  # sentences in which a stop is still spoken of
_LONGEST = 21  # days between two stops of one journey
_JOURNEY = "a journey to a meeting"


_HEAD = 90  # characters in which the opening of a sentence tells its day


@dataclass(slots=True)
class _Stop:
    """Where the traveller is by now."""

    where: Where
    times: list[Fact]
    status: str | None
    who: set[tuple[str, str]]
    last: int
    end: int  # from here on another place leads elsewhere


def follow_stops(candidates: list[Candidate], passage: Passage) -> None:
    """Hand the place and the days of a stop on to the meetings told there: "She will fly to X. She will meet Y"."""
    stop: _Stop | None = None
    traveller: tuple[set[tuple[str, str]], str | None, list[Fact]] | None = None
    opened = -1
    for candidate in candidates:
        sentence = candidate.sentence
        if traveller is not None and sentence.index != opened:
            opened = sentence.index
            stop = _opening(sentence, traveller, passage) or stop
        if candidate.dead and candidate.reason != _JOURNEY:
            continue
        who = {n.key for n, role in candidate.people if n.kind == "person" and role != "absent"}
        if candidate.kind == "visit":
            status = candidate.status or noun_status(candidate, passage)
            if who and candidate.frame is not None and (traveller is None or traveller[1] == status):
                traveller = (who, status, candidate.times)
            if traveller is not None and candidate.frame is None and _is_over(candidate, passage):
                candidate.reject("only a point in time")
                continue
            if traveller is not None and candidate.frame is None and who and not who & traveller[0]:
                continue  # somebody else's
            if candidate.tour:
                stop = None
            elif candidate.where is not None and who:
                if stop is not None and stop.last == sentence.index and same_where(stop.where, candidate.where):
                    who = who | stop.who
                stop = _Stop(candidate.where, candidate.times, status, who, sentence.index, sentence.end)
            continue
        if stop is None:
            continue
        if sentence.index - stop.last > _REACH or _elsewhere(stop, candidate, passage):
            stop = None
            continue
        if not _belongs(stop, candidate, who, passage):
            continue
        if candidate.where is None or (candidate.where.city is None and stop.where.city):
            candidate.where = stop.where
        if not candidate.times:
            candidate.times = stop.times
        stop.last = sentence.index


def _opening(
    sentence: Sentence, traveller: tuple[set[tuple[str, str]], str | None, list[Fact]], passage: Passage
) -> _Stop | None:
    """The stop a sentence opens with, with the day told there."""
    for start, end, fact in passage.places_from(sentence.start, sentence.start + _HEAD):
        if not passage.rules.places.opens_stop.fullmatch(passage.text, sentence.start, start):
            return None
        comma = passage.text.find(",", end)
        reach = comma + _HEAD if 0 <= comma - end < 40 and passage.text[end:comma].strip() == "" else end + _HEAD
        head = passage.times_in(sentence.start, end)
        bracket = re.match(r"[\w\s,.]{0,30}\(([^()]{3,40})\)", passage.text[end : end + 80])
        if bracket is not None:
            head = head + passage.times_in(end, end + bracket.end())
        elif comma > 0:
            stretch = passage.text.find(",", comma + 1) if comma == end else comma
            head = head + passage.times_in(end, min(max(stretch, end), reach))
        times = [f for _, _, f in head if f.get("start") and f.get("type") in ("DATE", "TIME")]
        return _Stop(
            passage.where(fact), times[:2] or traveller[2], traveller[1], traveller[0], sentence.index, sentence.end
        )
    return None


def _is_over(candidate: Candidate, passage: Passage) -> bool:
    """ "Following her visit to X, she will fly to Y": X is left by then."""
    before = passage.text[candidate.sentence.start : candidate.start]
    return candidate.frame is None and passage.rules.found["sequence_before"].search(before[-60:]) is not None


def _belongs(stop: _Stop, candidate: Candidate, who: set[tuple[str, str]], passage: Passage) -> bool:
    """Whether a meeting is one of the traveller at the stop."""
    if candidate.status not in ("planned", "held") or candidate.status != (stop.status or "planned"):
        return False
    if candidate.topic or candidate.earlier or candidate.explicit_virtual or candidate.format == "virtual":
        return False
    if candidate.frame is None and candidate.another and candidate.status == "held":
        return False
    if candidate.where is not None and same_where(candidate.where, stop.where) is False:
        return False
    groups = [n.name for n, _ in candidate.people if n.kind == "group"]
    if groups and all(map(passage.rules.links.participants.search, groups)):
        return False  # of the meeting told before
    days = {str(f.get("start"))[:7] for f in candidate.times}
    if days and stop.times and days.isdisjoint({str(f.get(k))[:7] for f in stop.times for k in ("start", "end")}):
        return False  # told of another time
    return candidate.plural or bool(who & stop.who)


def _elsewhere(stop: _Stop, candidate: Candidate, passage: Passage) -> bool:
    """Whether the sentences since the stop go on to another place: "In Rome, ...", "on the way to Oslo"."""
    begin = max(stop.end, passage.view.sentences[stop.last].end)
    for start, _, fact in passage.places_from(begin, candidate.start):
        where = passage.where(fact)
        if where.city is None or same_where(where, stop.where) is not False:
            continue
        before = passage.text[max(0, start - 40) : start].rstrip()
        if passage.rules.found["place_before"].search(before) or passage.rules.found["goal_before"].search(before):
            return True
    return False


def one_journey(clusters: list[Cluster]) -> list[Cluster]:
    """ "She will fly to X, then on to Y": the stops of one planned journey are one record."""
    kept: list[Cluster] = []
    for cluster in clusters:
        home = next((c for c in kept if _goes_on(c, cluster)), None)
        if home is None:
            kept.append(cluster)
            continue
        _take_in(home, cluster)
    return kept


def _is_leg(cluster: Cluster) -> bool:
    return (
        cluster.family == "visit"
        and bool(cluster.statuses)
        and set(cluster.statuses) == {"planned"}
        and not cluster.virtual
        and cluster.host is None
    )


def _goes_on(journey: Cluster, leg: Cluster) -> bool:
    if not (_is_leg(journey) and _is_leg(leg)) or not any(c.frame == "travel" for c in journey.candidates):
        return False
    mine, other = journey.persons(), leg.persons()
    if not mine or not other or not (mine <= other or other <= mine):
        return False
    if journey.start is None or leg.start is None:
        return True
    return abs((leg.start - (journey.end or journey.start)).days) <= _LONGEST


def _take_in(journey: Cluster, leg: Cluster) -> None:
    first, last = journey.where, leg.where
    for candidate in leg.candidates:
        candidate.reason = "a stop of the journey told before"
    journey.last = max(journey.last, leg.last)
    if first is None or last is None or same_where(first, last) is not True:
        home = first.country if first is not None and last is not None and first.country == last.country else None
        journey.where = Where(None, home) if home else None
    if leg.start is not None:
        ends = [d for d in (journey.start, journey.end, leg.start, leg.end) if d is not None]
        journey.start, journey.end, journey.value = min(ends), max(ends), None


__all__ = ["follow_stops", "one_journey"]
