"""Finds meetings: one record per real meeting with all its mentions, who, where, when, and whether it was held."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from coalition_nlp.pipes.base import Fact, FactPipe, View, mention

from .anchors import is_anchored
from .arguments import read_arguments
from .candidates import find_candidates
from .clusters import Cluster
from .complete import complete, status_of
from .delegates import add_delegates
from .itinerary import follow_stops, one_journey
from .merge import Pair, Told, conflict, link, without_journeys
from .models import Candidate, Named
from .moves import read_move
from .occasion import read_occasion
from .passage import Passage
from .patterns import compiled
from .relate import earlier_ones, relate
from .roles import read_roles
from .rows import several
from .shown import shown
from .status import in_next_week, next_year, noun_status
from .subjects import call_to_talks

_TYPES = {"cancelled": "REJECT", "planned": "AGREE", "proposed": "AGREE", "postponed": "AGREE"}
_MODALITIES = {"planned": "planned", "proposed": "proposed", "postponed": "planned"}


# A mention is held against so many of the meetings told last, and the first: no report tells of more, a long text does
_LATEST = 400


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
        passage, clusters, candidates = self._read(view)
        used = {id(c) for cluster in clusters for c in cluster.candidates}
        for c in candidates:
            if id(c) not in used:
                view.trace("meetings", "rejected", c.rule, c.start, c.end, c.reason or "")
        return [fact for cluster in clusters if (fact := _fact(cluster, passage)) is not None]

    def explain(self, view: View) -> list[Fact]:
        """Every candidate of a document in text order: its words, its rule, the record it went to or None, and why.

        The components find the same meetings whether this is asked or not: it reads the document once more.
        """
        _, clusters, candidates = self._read(view)
        homes = {id(c): _head(cluster) for cluster in clusters for c in cluster.candidates}
        return [
            {
                "mention": mention(c.start, c.end),
                "sentence": c.sentence.index,
                "rule": c.rule,
                "record": f"e{homes[id(c)].start}" if id(c) in homes else None,
                "reason": c.reason,
            }
            for c in candidates
        ]

    def _read(self, view: View) -> tuple[Passage, list[Cluster], list[Candidate]]:
        rules = compiled(self.language)
        passage = Passage(view, rules)
        candidates = find_candidates(passage)
        for candidate in candidates:
            if candidate.dead:
                continue
            read_arguments(candidate, passage)
            if candidate.dead:
                continue
            if candidate.frame is None:
                candidate.status = noun_status(candidate, passage)
            if candidate.status == "postponed":
                read_move(candidate, passage)
            call_to_talks(candidate, passage)
            around = passage.stretch(candidate.scope[0].start, candidate.scope[-1].end)
            if candidate.status not in ("postponed", "cancelled") and around.has("original"):
                candidate.old, candidate.times = candidate.times, []
                candidate.status = None  # "ursprünglich am Montag": a date that no longer holds
        alive = [c for c in candidates if not c.dead]
        words = rules.links
        for candidate in alive:
            if candidate.kind == "press_conference" and rules.has(
                "joint", view.text[candidate.start - 40 : candidate.start]
            ):
                candidate.plural = True
            if (
                candidate.frame is None
                and candidate.definite
                and not candidate.people
                and words.goes_on.search(candidate.around.text)
            ):
                candidate.plural = True  # "Das Gespräch soll morgen fortgesetzt werden": of the same two
            if candidate.frame is not None and words.again.match(view.text[candidate.end : candidate.end + 8]):
                candidate.another = True  # "agreed to meet again"
        _one_put_off(alive, passage)
        _plurals(alive, passage)
        relate(alive, passage)
        follow_stops(alive, passage)
        read_occasion(candidates, passage)
        for candidate in alive:
            candidate.times = next_year(candidate, passage)
            candidate.times = in_next_week(candidate, passage)
        candidates.extend(several(alive, passage))
        candidates.extend(earlier_ones(alive, passage))
        candidates.sort(key=lambda c: (c.start, c.another))
        clusters = _cluster([c for c in candidates if not c.dead], passage)
        kept = without_journeys(clusters, passage)
        whole = {id(cluster) for cluster in kept}
        for cluster in clusters:
            if id(cluster) not in whole:
                for candidate in cluster.candidates:
                    candidate.reason = "a journey to a meeting"
        main = kept[0] if kept else None
        gathers = main is not None and _gathers(main, kept, passage)
        kept = one_journey(kept)
        read_roles(kept, passage)
        complete(kept, passage)
        if main is not None and gathers:
            add_delegates(main, passage)
        kept.sort(key=lambda c: min(x.start for x in c.candidates))
        return passage, kept, candidates


def _head(cluster: Cluster) -> Candidate:
    """The mention a record is named after: the first one outside the title."""
    return next((c for c in cluster.candidates if c.sentence.kind != "title"), cluster.candidates[0])


def _cluster(candidates: list[Candidate], passage: Passage) -> list[Cluster]:
    clusters: list[Cluster] = []
    groups = {
        passage.text[start:end]: str(fact.get("canonical") or fact["name"])
        for start, end, fact in passage.organizations
    }
    _join_forums(groups, passage)
    for candidate in candidates:
        home: Cluster | None = None
        told = Told(candidate)
        possible = [c for c in clusters[-_LATEST:] if c is clusters[0] or told.may_be(c)]
        if len(clusters) > _LATEST:
            possible.insert(0, clusters[0])
        for cluster in _by_nearness(candidate, possible, clusters[:1], passage.view.published):
            pair = Pair(told, cluster, groups, cluster is clusters[0], passage)
            against = conflict(pair)
            reason = None if against else link(pair)
            if reason is not None:
                candidate.reason = reason
                home = cluster
                break
        if home is not None:
            home.add(candidate)
        elif is_anchored(candidate, passage):
            clusters.append(Cluster([]))
            clusters[-1].add(candidate)
            candidate.reason = "a meeting of its own"
        else:
            candidate.reason = "nothing ties it to one meeting"
    return clusters


def _by_nearness(
    candidate: Candidate, clusters: list[Cluster], main: list[Cluster], published: dt.date | None
) -> list[Cluster]:
    """The latest first; a bare "das Treffen" means a recalled meeting only after all others."""
    order = list(reversed(clusters))
    here = candidate.sentence.index
    near = [c for c in order if here - c.last <= 2]
    order = near + [c for c in main if c not in near] + [c for c in order if c not in near and c not in main]
    if candidate.frame is None and candidate.definite:
        # "die Konferenz" is rather the one called so before
        same = [c for c in order if here - c.last <= 12 and candidate.rule in c.rules]
        order = same + [c for c in order if c not in same]
    if candidate.status == "planned" and not candidate.times:  # "They will meet in May. The meeting will be chaired by"
        ahead = [c for c in near if "planned" in c.statuses]
        return ahead + [c for c in order if c not in ahead]
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
        sides = len(people) + sum(n.kind == "group" for n, _ in candidate.people)
        spoken = candidate.frame is None and (candidate.another or candidate.topic)
        if candidate.plural and len(people) < 2 and not spoken:
            meant = passage.pair_before(candidate.sentence.index)
            if candidate.kind == "press_conference" and people and before is not None:
                told = [n for n, _ in before.people if n.kind == "person"]
                if candidate.sentence.index - before.sentence.index <= 1 and people[0].key in {n.key for n in told}:
                    meant = told
            if not meant and before is not None and candidate.sentence.index - before.sentence.index <= 3:
                meant = [n for n, _ in before.people if n.kind == "person"]
            if candidate.kind == "press_conference" and people and people[0].key not in {n.key for n in meant}:
                continue  # of others
            candidate.add(meant)
        elif sides >= 2 and people:
            before = candidate


def _gathers(main: Cluster, clusters: list[Cluster], passage: Passage) -> bool:
    """Whether the report is about this meeting of many sides."""
    if main.family != "meeting" or status_of(main, passage) not in ("held", "ongoing"):
        return False
    alike = passage.rules.links.alike
    sides = main.candidates[0].rule in alike.of_sides
    if main.candidates[0].people and all(n.fact.get("sides") for n, _ in main.candidates[0].people):
        return False  # "the parties to the conflict": told without who sat there
    if main.rules <= alike.vague:
        return False  # "after a long tug-of-war": who sat there is not told
    many = (
        main.group
        or (sides and len(main.persons()) < 2)
        or any(
            k[0] == "group" and not (n.fact.get("sides") or n.fact.get("partner")) for k, (n, _) in main.people.items()
        )
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


def _fact(cluster: Cluster, passage: Passage) -> Fact | None:
    best = _head(cluster)
    status = status_of(cluster, passage)
    where = cluster.where
    virtual = cluster.virtual
    formats = [c.format for c in cluster.candidates if c.format != "unknown"]
    if virtual:
        form, where = "virtual", None
    elif cluster.hybrid:
        form = "hybrid"
    elif where is not None and (where.city or where.country):
        form = "in_person"
    else:
        form = formats[0] if formats else "unknown"
    kind = cluster.kind
    participants = []
    for named, role in shown(cluster, passage):
        key = named.key
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
        "new_start": cluster.moved[0].isoformat() if cluster.moved and status == "postponed" else None,
        "new_end": cluster.moved[1].isoformat() if cluster.moved and status == "postponed" else None,
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


__all__ = ["MeetingPipe", "Named"]
