"""Date, place and status of a meeting from what all its mentions and the passage say."""

from __future__ import annotations

import datetime as dt

from .clusters import Cluster, dates
from .passage import Passage
from .relate import is_point
from .status import by_date

_ORDER = ("cancelled", "postponed", "held", "ongoing", "planned", "proposed")


def complete(clusters: list[Cluster], passage: Passage) -> None:
    """Date and place from the anchors of the passage where the sentence itself has none."""
    view = passage.view
    for index, cluster in enumerate(clusters):
        first = cluster.candidates[0]
        old = next((c for c in cluster.candidates if c.old), None)
        if old is not None and status_of(cluster, passage) == "postponed":
            old.times, cluster.start = old.old, None
            cluster.start, cluster.end, cluster.value = dates(old)
        before = clusters[index - 1] if index else None
        if before is not None and (cluster.start is None or cluster.where is None):
            _inherit(cluster, before, clusters[0], passage)
        if cluster.start is None and status_of(cluster, passage) in ("held", "ongoing") and not first.another:
            day = _report_day(cluster, passage)
            first_body = passage.first_body
            if (
                day is None
                and cluster is clusters[0]
                and any(
                    c.news and (c.sentence.kind == "title" or (first_body and c.sentence.index <= first_body.index + 1))
                    for c in cluster.candidates
                )
            ):
                day = view.published  # news of the day: present or perfect in the lead
            if day is not None and (cluster is clusters[0] or cluster.family == "press"):
                cluster.start = cluster.end = day
                cluster.value = day.isoformat()
                _stretch(cluster)
        _just_now(cluster, clusters, passage)
        _of_a_visit(cluster, clusters, passage)
        if cluster.where is None and cluster.family == "press" and not cluster.virtual:
            main = clusters[0] if clusters[0].family == "meeting" and clusters[0].where else None
            cluster.where = main.where if main is not None else passage.dateline
        line = passage.dateline
        if (
            line is not None
            and cluster.where is not None
            and cluster.where.city is None
            and line.country == cluster.where.country
        ):
            if cluster.family in ("meeting", "visit") and cluster is clusters[0] and not first.tour:
                cluster.where = line
        if cluster.where is None and not cluster.virtual and cluster is clusters[0] and cluster.family != "visit":
            if status_of(cluster, passage) in ("held", "ongoing") and not first.another:
                cluster.where = passage.dateline


def _just_now(cluster: Cluster, clusters: list[Cluster], passage: Passage) -> None:
    """ "I have just met with X", said at an event: on its day, where it is."""
    first = cluster.candidates[0]
    event = next((c for c in clusters if any(x.occasion for x in c.candidates)), None)
    if event is None or event is cluster or first.status != "held" or event.virtual or cluster.virtual:
        return
    if passage.rules.links.just.search(passage.text[max(first.sentence.start, first.start - 30) : first.start]) is None:
        return
    if cluster.start is None and event.start is not None and event.end in (None, event.start):
        cluster.start, cluster.end, cluster.value = event.start, event.end, event.value
    cluster.where = cluster.where or event.where


def _of_a_visit(cluster: Cluster, clusters: list[Cluster], passage: Passage) -> None:
    """The talks of a visitor, told without day and place: there and then."""
    if cluster.family != "meeting" or cluster.virtual or cluster.candidates[0].another or cluster.candidates[0].earlier:
        return
    if cluster.where is not None or cluster.start is not None:
        return
    visits = [
        v for v in clusters
        if v.family == "visit" and v.where is not None and v.persons() & cluster.persons() and not v.candidates[0].tour
        and v.candidates[0].start < cluster.candidates[0].start
    ]  # fmt: skip
    over = ("held", "ongoing")
    over_there = [
        c for c in clusters
        if c is not cluster and c.family == "meeting" and c.where is not None and c.where.city
        and c.persons() & cluster.persons() and not c.candidates[0].another and not c.candidates[0].earlier
    ]  # fmt: skip
    line = passage.dateline
    days = {(c.where.city, c.start, c.end) for c in over_there if c.where is not None}
    if not visits and line is not None and len(days) == 1 and {d[0] for d in days} == {line.city}:
        # all else the report from X tells of these persons was in X on one day
        if status_of(cluster, passage) in over and status_of(over_there[0], passage) in over:
            cluster.where = over_there[0].where
            if over_there[0].end in (None, over_there[0].start):
                cluster.start, cluster.end, cluster.value = (
                    over_there[0].start, over_there[0].end, over_there[0].value
                )  # fmt: skip
        return
    if len(visits) != 1 or any(status_of(c, passage) not in over for c in (visits[0], cluster)):
        return
    visit = visits[0]
    cluster.where = visit.where
    if visit.start is not None and visit.end in (None, visit.start):
        cluster.start, cluster.end, cluster.value = visit.start, visit.end, visit.value


def _stretch(cluster: Cluster) -> None:
    """Two days that ended on the day found began on the one before."""
    for candidate in cluster.candidates:
        if candidate.days > 1 and cluster.start is not None and candidate.ends:
            cluster.start, cluster.value = (cluster.start - dt.timedelta(days=candidate.days - 1), None)
            return


def _inherit(cluster: Cluster, before: Cluster, main: Cluster, passage: Passage) -> None:
    """From the meeting told right before: on its margins, in the same sentence, or there and then."""
    first = cluster.candidates[0]
    host = main if first.aside and main.family == "meeting" else before
    gap = first.sentence.index - host.last
    same_sentence = gap == 0
    text = passage.text[first.sentence.start : first.sentence.end]
    also = passage.rules.links.there_too.search(text)
    press = cluster.family == "press" and gap <= 3
    ahead = passage.rules.links.ahead.search(passage.text[first.sentence.start : first.start])
    coming = host.start is not None and passage.view.published is not None and host.start > passage.view.published
    point = same_sentence and next((c for c in host.candidates if c.sentence is first.sentence), None)
    if point and point.frame is None and is_point(point, passage):
        return  # "Ahead of the conference in X, she met Y"
    if ahead or (cluster.family == "press" and coming and first.status != "planned"):
        return
    if not (first.plural or first.aside or same_sentence or press or (also and gap <= 2)) or first.another:
        return
    if cluster.where is None and not cluster.virtual and host.where is not None and not host.virtual:
        cluster.where = host.where
    if cluster.start is None and host.start is not None:
        single = host.end is None or host.end == host.start
        if single or same_sentence or first.aside:
            cluster.start, cluster.end, cluster.value = host.start, host.end, host.value


def _report_day(cluster: Cluster, passage: Passage) -> dt.date | None:
    """The day the report tells of: the last day named in the lead that is not after the publication."""
    view = passage.view
    published = view.published
    if published is None:
        return None
    body = passage.first_body
    first = body.index if body is not None else 0
    own = {c.sentence.index for c in cluster.candidates}
    leads = [
        s for s in view.sentences[:40]
        if s.kind in ("body", "title", "quote_embed") and (s.index <= first + 2 or s.index in own)
    ]  # fmt: skip
    days: list[dt.date] = []
    for sentence in leads:
        for _, _, fact in passage.times_in(sentence.start, sentence.end):
            if fact.get("type") in ("DATE", "TIME") and fact.get("start") and fact.get("start") == fact.get("end"):
                day = dt.date.fromisoformat(str(fact["start"]))
                if 0 <= (published - day).days <= 2:
                    days.append(day)
    if days:
        return days[0]
    return None


def status_of(cluster: Cluster, passage: Passage) -> str:
    """The status the mentions agree on; calling off outweighs, then what the date says."""
    published = passage.view.published
    votes: dict[str, int] = {}
    for candidate in cluster.candidates:
        if candidate.status is not None:
            weight = 1 + (candidate.frame is not None) + bool(candidate.times) + (candidate.where is not None)
            votes[candidate.status] = votes.get(candidate.status, 0) + weight
    forced = next((c.status for c in cluster.candidates if c.occasion), None)
    if forced is not None:
        return by_date(forced, cluster.start, cluster.end, published) or forced
    off = next((s for s in ("cancelled", "postponed") if s in votes), None)
    if off is not None and votes[off] * 2 >= max(votes.values()):
        return off
    # the strongest vote; at a draw the order of _ORDER
    best = max(votes, key=lambda s: (votes[s], -_ORDER.index(s)), default=None)
    if best is None and (cluster.start is None or cluster.start == published):
        # "empfängt heute", "X trifft auch Y": the programme
        verbs = [c for c in cluster.candidates if c.sentence.kind != "title" and c.frame is not None]
        if verbs and all(c.present for c in verbs):
            going_on = passage.rules.links.alike.going_on
            best = "ongoing" if all(c.rule in going_on and not c.times for c in verbs) else "planned"
    return by_date(best, cluster.start, cluster.end, published) or "held"
