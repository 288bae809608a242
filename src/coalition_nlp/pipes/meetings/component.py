"""Finds meetings: one record per real meeting with all its mentions, who, where, when, and whether it was held."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from coalition_nlp.pipes.base import Fact, FactPipe, View, mention

from .arguments import read_arguments
from .candidates import find_candidates
from .delegates import add_delegates
from .merge import Cluster, dates, fits, linked, only_brings
from .models import Candidate, Named
from .passage import Passage
from .patterns import Rules, compiled
from .relate import earlier_ones, relate
from .roles import read_roles
from .status import by_date, noun_status

_ORDER = ("cancelled", "postponed", "held", "ongoing", "planned", "proposed")
_TYPES = {"cancelled": "REJECT", "planned": "AGREE", "proposed": "AGREE", "postponed": "AGREE"}
_MODALITIES = {"planned": "planned", "proposed": "proposed", "postponed": "planned"}


class MeetingPipe(FactPipe):
    """Finds meetings.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> for name in ("coalition_countries", "coalition_places"):
    ...     pipe = nlp.add_pipe(name)
    >>> pipe = nlp.add_pipe("coalition_meetings")
    >>> doc = nlp("Foreign ministers of the region held a meeting in Rome.")
    >>> [(m["kind"], m["status"], m["city"]) for m in doc._.coalition["meetings"]]
    [('ministerial', 'held', 'Rome')]
    """

    key = "meetings"

    def find(self, view: View) -> list[Fact]:
        """The meetings of one document, in text order."""
        rules = compiled(self.language)
        passage = Passage(view, rules)
        candidates = find_candidates(passage)
        for candidate in candidates:
            read_arguments(candidate, passage)
            if candidate.frame is None:
                candidate.status = noun_status(candidate, view.text, rules)
        for candidate in candidates:
            if candidate.frame is not None and re.match(r"\s+again\b", view.text[candidate.end : candidate.end + 8]):
                candidate.another = True  # "agreed to meet again"
        _one_put_off(candidates, passage)
        _plurals(candidates, passage)
        relate(candidates, passage)
        candidates.extend(earlier_ones(candidates, passage))
        candidates.sort(key=lambda c: (c.start, c.another))
        clusters = _cluster([c for c in candidates if not c.dead], passage)
        clusters = [c for c in clusters if not only_brings(c, clusters)]
        read_roles(clusters, passage)
        _complete(clusters, passage)
        main = clusters[0] if clusters else None
        if main is not None and _gathers(main, clusters, passage):
            add_delegates(main, passage)
        clusters.sort(key=lambda c: min(x.start for x in c.candidates))
        return [fact for cluster in clusters if (fact := _fact(cluster, passage)) is not None]


def anchors(candidate: Candidate, rules: Rules, text: str) -> int:
    """How well the passage ties the word to one real meeting."""
    score = 0
    start, end, _ = dates(candidate)
    if start is not None:
        score += 2 if ((end or start) - start).days <= 62 else 1
    if candidate.where is not None:
        score += 2 if candidate.where.city else 1
    named = {n.key for n, _ in candidate.people if n.kind in ("person", "country")}
    score += min(len(named), 2)
    score += any(n.kind in ("group", "organization") for n, _ in candidate.people)
    score += candidate.group is not None
    score += candidate.another
    around = " ".join(text[s.start : s.end] for s in candidate.scope)
    score += rules.has("occurs", around) or rules.has("ongoing", around)
    score += candidate.explicit_virtual
    score += candidate.status in ("cancelled", "postponed")
    score += candidate.sentence.kind == "title"
    return score


def _is_anchored(candidate: Candidate, passage: Passage) -> bool:
    rules, text = passage.rules, passage.text
    score = anchors(candidate, rules, text)
    first = passage.first_body
    score += (
        first is not None and candidate.definite and 0 <= candidate.sentence.index - first.index <= 1
    )  # in the lead
    if candidate.frame is None:
        if candidate.kind == "press_conference":
            return score >= 1
        named = {n.key for n, _ in candidate.people if n.kind == "person"}
        if len(named) >= 2 and candidate.strength == "strong":
            return True
        tied = candidate.times or (candidate.where is not None and candidate.where.city)
        return score >= (2 if candidate.strength == "strong" and tied else 3)
    needs = set(candidate.needs)
    named = {n.key for n, _ in candidate.people}
    partners = len(named) + sum(n.kind == "group" for n, _ in candidate.people)
    met = {
        "partner": partners >= 2, "with": partners >= 2, "place": candidate.where is not None,
        "time": bool(candidate.times), "anchor": score >= 2, "phone": candidate.format == "virtual",
    }  # fmt: skip
    if needs and not any(met.get(need, True) for need in needs):
        return False
    if candidate.frame == "travel" and not any(
        n.kind in ("person", "group", "organization") for n, _ in candidate.people
    ):
        return False
    if candidate.frame == "say":
        return partners >= 2 and (score >= 3 or candidate.format == "virtual")
    return score >= 2


def _cluster(candidates: list[Candidate], passage: Passage) -> list[Cluster]:
    clusters: list[Cluster] = []
    groups = {
        passage.text[start:end]: str(fact.get("canonical") or fact["name"])
        for start, end, fact in passage.organizations
    }
    _join_forums(groups, passage)
    for candidate in candidates:
        home: Cluster | None = None
        for cluster in _by_nearness(candidate, clusters, passage.view.published):
            main = cluster is clusters[0]
            if fits(candidate, cluster, groups) and linked(candidate, cluster, groups, main):
                home = cluster
                break
        if home is not None:
            home.add(candidate)
        elif _is_anchored(candidate, passage):
            clusters.append(Cluster([]))
            clusters[-1].add(candidate)
    return clusters


def _by_nearness(candidate: Candidate, clusters: list[Cluster], published: dt.date | None) -> list[Cluster]:
    """The latest first; a bare "das Treffen" means a recalled meeting only after all others."""
    order = list(reversed(clusters))
    if candidate.frame is None and candidate.definite and not candidate.times and published is not None:
        recent = [c for c in order if c.start is None or abs((published - c.start).days) <= 14]
        return recent + [c for c in order if c not in recent]
    return order


def _one_put_off(candidates: list[Candidate], passage: Passage) -> None:
    """ "Wegen des Gipfels wurde die Reise verschoben": the word is said of the nearest noun of the clause only."""
    for status in ("postponed", "cancelled"):
        row = [c for c in candidates if c.frame is None and c.status == status]
        for left, right in pairwise(row):
            if left.sentence.index != right.sentence.index or left.scope != right.scope:
                continue
            match = passage.rules.found[status].search(passage.text, left.scope[0].start, left.scope[-1].end)
            if match is not None and match.start() >= right.end:
                left.status = None
            elif match is not None and match.end() <= left.start:
                right.status = None


def _plurals(candidates: list[Candidate], passage: Passage) -> None:
    """ "Beide Politiker", "they": the persons of the meeting told before."""
    before: Candidate | None = None
    for candidate in candidates:
        people = [n for n, _ in candidate.people if n.kind == "person"]
        if candidate.plural and len(people) < 2:
            meant = passage.pair_before(candidate.sentence.index)
            if not meant and before is not None and candidate.sentence.index - before.sentence.index <= 3:
                meant = [n for n, _ in before.people if n.kind == "person"]
            for named in meant:
                if not any(named.key == n.key for n, _ in candidate.people):
                    candidate.people.append((named, "attendee"))
        elif len(people) >= 2:
            before = candidate


def _gathers(main: Cluster, clusters: list[Cluster], passage: Passage) -> bool:
    """Whether the report is about this meeting of many sides."""
    if main.family != "meeting" or _status(main, passage.view.published) not in ("held", "ongoing"):
        return False
    sides = main.candidates[0].rule in (
        "noun:gespraech",
        "noun:verhandlungen",
        "noun:beratungen",
        "noun:talks",
        "noun:negotiations",
    )
    many = (
        main.group
        or (sides and len(main.persons()) < 2)
        or any(k[0] == "group" for k in main.people)
        or main.kind in ("ministerial", "summit", "conference")
    )
    first = passage.first_body
    lead = first is not None and main.candidates[0].sentence.index <= first.index + 3
    return bool(many) and lead and not main.candidates[0].another


def _join_forums(groups: dict[str, str], passage: Passage) -> None:
    """ "Contact Group of the Alliance": forums named in one breath are no contradiction."""
    spots = passage.organizations
    for (_, end, left), (start, _, right) in pairwise(spots):
        if 0 <= start - end < 9 and "," not in passage.text[end:start]:
            one, other = (str(f.get("canonical") or f["name"]) for f in (left, right))
            for form, name in list(groups.items()):
                if name == other:
                    groups[form] = one


def _complete(clusters: list[Cluster], passage: Passage) -> None:
    """Date and place from the anchors of the passage where the sentence itself has none."""
    view = passage.view
    for index, cluster in enumerate(clusters):
        first = cluster.candidates[0]
        before = clusters[index - 1] if index else None
        if before is not None and (cluster.start is None or cluster.where is None):
            _inherit(cluster, before, clusters[0], passage)
        if cluster.start is None and _status(cluster, view.published) in ("held", "ongoing") and not first.another:
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
            if cluster.family == "meeting" and cluster is clusters[0]:
                cluster.where = line
        if cluster.where is None and not cluster.virtual and cluster is clusters[0] and cluster.family != "visit":
            if _status(cluster, view.published) in ("held", "ongoing") and not first.another:
                cluster.where = passage.dateline


def _stretch(cluster: Cluster) -> None:
    """Two days that ended on the day found began on the one before."""
    for candidate in cluster.candidates:
        if candidate.days > 1 and cluster.start is not None and candidate.ends:
            cluster.start, cluster.value = cluster.start - dt.timedelta(days=candidate.days - 1), None
            return


def _inherit(cluster: Cluster, before: Cluster, main: Cluster, passage: Passage) -> None:
    """From the meeting told right before: on its margins, in the same sentence, or there and then."""
    first = cluster.candidates[0]
    host = main if first.aside else before
    gap = first.sentence.index - host.last
    same_sentence = gap == 0
    text = passage.text[first.sentence.start : first.sentence.end]
    also = re.search(
        r"(?i)\b(?:auch|zudem|außerdem|ebenfalls|zugleich|anschließend|danach|dort|also|then|there|same|afterwards|additional(?:ly)?)\b",
        text,
    )
    press = cluster.family == "press" and gap <= 3
    ahead = re.search(
        r"(?i)\b(?:vor|ahead of|before)\s+(?:\S+\s+){0,2}\Z", passage.text[first.sentence.start : first.start]
    )
    coming = host.start is not None and passage.view.published is not None and host.start > passage.view.published
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
    leads = [s for s in view.sentences if s.kind in ("body", "title", "quote_embed")][:12]
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


def _status(cluster: Cluster, published: dt.date | None) -> str:
    """The status the mentions agree on; calling off outweighs, then what the date says."""
    votes: dict[str, int] = {}
    for candidate in cluster.candidates:
        if candidate.status is not None:
            weight = 1 + (candidate.frame is not None) + bool(candidate.times) + (candidate.where is not None)
            votes[candidate.status] = votes.get(candidate.status, 0) + weight
    off = next((s for s in ("cancelled", "postponed") if s in votes), None)
    if off is not None and votes[off] * 2 >= max(votes.values()):
        return off
    # the strongest vote; at a draw the order of _ORDER
    best = max(votes, key=lambda s: (votes[s], -_ORDER.index(s)), default=None)
    return by_date(best, cluster.start, cluster.end, published) or "held"


def _fact(cluster: Cluster, passage: Passage) -> Fact | None:
    view = passage.view
    head = cluster.candidates[0]
    best = next((c for c in cluster.candidates if c.sentence.kind != "title"), head)
    status = _status(cluster, view.published)
    where = cluster.where
    virtual = cluster.virtual
    formats = [c.format for c in cluster.candidates if c.format != "unknown"]
    if virtual:
        form, where = "virtual", None
    elif where is not None and (where.city or where.country):
        form = "in_person"
    else:
        form = formats[0] if formats else "unknown"
    kind = cluster.kind
    participants = []
    sent = {o.get("country") for n, _ in cluster.people.values() for o in n.fact.get("offices") or []}
    for key, (named, role) in cluster.people.items():
        if named.fact.get("delegation") and named.id in sent:
            continue  # its minister is named
        fact: Fact = {"entity": named.reference(), "role": role}
        if cluster.host is not None and cluster.host.key == key and role == "attendee":
            fact["role"] = "host"
        if key in cluster.represented:
            fact["represented_by"] = cluster.represented[key].reference()
        participants.append(fact)
    mode = "visit" if kind == "visit" else "phone" if virtual else "multilateral" if cluster.group else None
    mentions = sorted({(c.start, c.end) for c in cluster.candidates})
    return {
        "id": f"e{best.start}",
        "type": _TYPES.get(status, "CONSULT"),
        "mode": mode,
        "trigger": mention(best.start, best.end),
        "evidence": mention(best.sentence.start, best.sentence.end),
        "polarity": "negated" if status == "cancelled" else "affirmed",
        "modality": _MODALITIES.get(status, "asserted"),
        "start": cluster.start.isoformat() if cluster.start else None,
        "end": (cluster.end or cluster.start).isoformat() if cluster.start and (cluster.end or cluster.start) else None,
        "time_value": cluster.value,
        "place": where.place if where else None,
        "rule": best.rule,
        "confidence": 0.8 if best.frame else 0.7,
        "kind": kind,
        "format": form,
        "status": status,
        "city": where.city if where else None,
        "country": where.country if where else None,
        "participants": participants,
        "host": cluster.host.reference() if cluster.host else None,
        "group": cluster.group,
        "mentions": [mention(start, end) for start, end in mentions],
    }


__all__ = ["MeetingPipe", "Named", "anchors"]
