"""Joins the mentions of one meeting.

A mention belongs to a meeting told before when no test of `CONFLICTS` speaks against it and one of `LINKS` for it. The
name of the test is the reason kept for the trace.
"""

from __future__ import annotations

from .clusters import Cluster, overlap
from .conflicts import CONFLICTS
from .links import FINAL, LINKS
from .pairs import Pair, Told
from .passage import Passage


def conflict(pair: Pair) -> str | None:
    """The first reason why a mention cannot be the meeting, None where nothing speaks against it."""
    return next((name for name, test in CONFLICTS if test(pair)), None)


def link(pair: Pair) -> str | None:
    """The first reason why a mention is the meeting, None where nothing says so."""
    for name, test in LINKS:
        answer = test(pair)
        if answer:
            return name
        if answer is False and test in FINAL:
            return None
    return None


def without_journeys(clusters: list[Cluster], passage: Passage) -> list[Cluster]:
    """ "X travelled to Y", where X meets others in Y: the journey is no record of its own."""
    there: dict[object, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.family == "meeting" and cluster.where is not None:
            there.setdefault(cluster.where.city, []).append(cluster)
            there.setdefault((cluster.where.country, cluster.last), []).append(cluster)
    return [c for c in clusters if not _only_brings(c, there, passage.rules.links.alike.journeys)]


def _only_brings(visit: Cluster, there: dict[object, list[Cluster]], journeys: frozenset[str]) -> bool:
    if visit.where is None or not visit.rules <= journeys:
        return False
    for other in there.get(visit.where.city or (visit.where.country, visit.last), ()):
        if other is visit or other.family != "meeting" or other.where is None or other.virtual:
            continue
        same = (
            other.where.city == visit.where.city
            if visit.where.city
            else other.where.country == visit.where.country and visit.last == other.last
        )
        if not same or not visit.persons() & other.persons():
            continue
        if visit.start is not None and visit.last != other.last:
            continue  # told by itself with its day
        if visit.start is None or other.start is None or overlap(visit.start, visit.end, other.start, other.end):
            return True
    return False


__all__ = ["CONFLICTS", "LINKS", "Pair", "Told", "conflict", "link", "without_journeys"]
