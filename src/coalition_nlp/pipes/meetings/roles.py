"""Reads who was absent, who stood in, and who else took part, from sentences about a meeting already found."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from coalition_nlp.pipes.base import Sentence

from .clusters import Cluster
from .models import Named, Segment
from .passage import Passage

_REACH = 4  # sentences behind the last mention of a meeting in which it is still spoken of


def read_roles(clusters: list[Cluster], passage: Passage) -> None:
    """Add absentees, representatives and further participants to the meetings."""
    if not clusters:
        return
    index = _Index(clusters)
    for sentence in passage.view.prose():
        piece = passage.stretch(sentence.start, sentence.end)
        is_absent, is_represented = piece.has("absent"), piece.has("represented")
        took_part, invites = piece.has("took_part"), piece.has("invites")
        if not (is_absent or is_represented or took_part or invites):
            continue
        cluster = _spoken_of(sentence, index, passage)
        if cluster is None:
            continue
        parts = passage.segments(sentence)
        if is_absent:
            _absent(parts, cluster, passage)
        if is_represented:
            _represented(sentence, parts, cluster, passage)
        if invites:
            _invites(parts, cluster, passage)
        if took_part and not is_absent:
            _took_part(parts, cluster, passage)


class _Index:
    """Meetings by sentence and by city, in their order."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self.clusters = clusters
        self._told: dict[int, set[int]] = {}
        self._nouns: dict[int, set[int]] = {}
        self._cities: dict[str, list[int]] = {}
        for number, cluster in enumerate(clusters):
            for candidate in cluster.candidates:
                self._told.setdefault(candidate.sentence.index, set()).add(number)
                if candidate.frame is None:
                    self._nouns.setdefault(candidate.sentence.index, set()).add(number)
            if cluster.where is not None and cluster.where.city:
                self._cities.setdefault(cluster.where.city, []).append(number)

    def told(self, first: int, last: int, nouns: bool = False) -> list[Cluster]:
        """The meetings some sentences speak of, or name by a noun."""
        table = self._nouns if nouns else self._told
        numbers = {number for at in range(first, last + 1) for number in table.get(at, ())}
        return [c for n in sorted(numbers) if (c := self.clusters[n]).family == "meeting"]

    def there(self, cities: set[str | None]) -> Iterator[Cluster]:
        """The meetings in a city, the last first."""
        numbers = heapq.merge(*(reversed(self._cities.get(c, [])) for c in cities if c), reverse=True)
        return (c for n in numbers if (c := self.clusters[n]).family == "meeting")


def _spoken_of(sentence: Sentence, index: _Index, passage: Passage) -> Cluster | None:
    """The meeting of the sentence, else the nearest one that several sides attend."""
    here = sentence.index
    many = index.told(here, here)
    if many:
        return many[0]
    cities = {
        passage.where(fact).city for _, _, fact in passage.places_from(sentence.start, sentence.end)
    }  # fmt: skip
    found = next((c for c in index.there(cities) if _is_wide(c) and c.candidates[0].start < sentence.start), None)
    if found is not None:
        return found
    clusters = index.clusters
    recent = [c for c in index.told(here - _REACH, here - 1) if _is_wide(c) and c.candidates[0].start < sentence.start]
    if recent and clusters[0] not in recent:
        return recent[-1]
    gathered = index.told(here - 3, here - 1, nouns=True)
    if gathered and clusters[0] not in recent and not recent:
        return gathered[-1]
    ahead = [c for c in gathered if "planned" in c.statuses]
    if ahead and passage.stretch(sentence.start, sentence.end).has("future_auxiliaries"):
        return ahead[-1]
    first = clusters[0]
    if first.family == "meeting" and (_is_wide(first) or first.candidates[0].frame is None):
        return first
    near = index.told(here - 2, here - 1)
    return recent[-1] if recent else near[-1] if near else None


def _is_wide(cluster: Cluster) -> bool:
    """A meeting of many sides."""
    return bool(cluster.group) or len(cluster.people) > 2 or any(k[0] == "group" for k in cluster.people)


def _absent(parts: list[Segment], cluster: Cluster, passage: Passage) -> None:
    words = passage.rules.people
    for part in parts:
        piece = passage.text[part.start : part.end]
        if not passage.stretch(part.start, part.end).has("absent"):
            continue
        related = list(passage.related([part]))
        named = [n for n, r in related if n.kind == "person" and r in ("none",)]
        if not named:
            named = [n for n, r in related if n.kind == "country" and r == "none"]
            if named:  # "A, B, C und D fehlten": the whole list
                row = [
                    n
                    for p in parts[: parts.index(part)]
                    for n in passage.between(p.start, p.end)
                    if n.kind == "country"
                ]
                for item in reversed(row):
                    if not words.and_listed.fullmatch(passage.text, item.end, named[0].start):
                        break
                    named.insert(0, item)
        own = passage.rules.group.search(piece) or words.whose.match(piece)
        if not named and part is not parts[0] and not own:
            earlier = [n for n, r in passage.related(parts[: parts.index(part)]) if n.kind == "person" and r == "none"]
            named = earlier[-1:]
        for item in named:
            cluster.people[item.key] = (item, "absent")


def _invites(parts: list[Segment], cluster: Cluster, passage: Passage) -> None:
    """ "X, der eingeladen hatte, ...": X is the host."""
    words = passage.rules.people
    for index, part in enumerate(parts):
        invites = index and passage.stretch(part.start, part.end).has("invites")
        if invites and words.to_which.match(passage.text, part.start):
            _invited_to(part, cluster, passage)
            continue
        if index == 0 and words.invited_have.match(passage.text, part.start):
            for host in [n for n, r in passage.related(parts) if n.kind in ("person", "country") and r == "none"]:
                cluster.host = cluster.host or host
                cluster.people[host.key] = (host, "host")
            continue
        if invites and part.kind == "rel":
            heads = [n for n in passage.people_in(parts[0].start, part.start) if part.start - n.end < 6]
            if heads:
                cluster.host = cluster.host or heads[-1]
                cluster.people[heads[-1].key] = (heads[-1], "host")


def _invited_to(part: Segment, cluster: Cluster, passage: Passage) -> None:
    """ "the meeting to which X has invited Y": X is the host."""
    hosts = [n for n, r in passage.related([part]) if n.kind == "person" and r == "none"]
    if hosts and cluster.host is None:
        cluster.host = hosts[0]
        cluster.people[hosts[0].key] = (hosts[0], "host")


def _represented(sentence: Sentence, parts: list[Segment], cluster: Cluster, passage: Passage) -> None:
    text, rules, words = passage.text, passage.rules, passage.rules.people
    for match in rules.found["represented"].finditer(text, sentence.start, sentence.end):
        people = [
            (n, r) for n, r in passage.related([Segment(sentence.start, sentence.end, "main")]) if n.kind == "person"
        ]
        if not people:
            continue
        if words.not_before.search(text[max(match.start() - 24, 0) : match.start()]):
            continue  # "was not represented": absent
        word = match.group().casefold()
        by = [n for n, r in people if r == "agent" and n.start > match.start() - 120]
        by_name = word == words.represented
        deputy = words.by_somebody.search(text, sentence.start, sentence.end) if by_name and not by else None
        if deputy is not None:
            for named in [n for n, r in people if r == "none" and n.start < match.start()][-1:]:
                cluster.people[named.key] = (named, "absent")
                start, end = deputy.span("who")  # the stand-in has no name
                cluster.represented[named.key] = Named(start, end, "title", None, " ".join(text[start:end].split()))
            continue
        if by and by_name:
            nearest = [n for n in by if n.start < match.start()]
            stand_in = nearest[-1] if nearest else by[-1]
            for other in by:  # "lässt sich von X vertreten, Frankreich von Y"
                if other.start > match.end() and other.key not in cluster.people:
                    cluster.people[other.key] = (other, "representative")
            away = [n for n, r in people if r == "none" and n.start < stand_in.start]
        elif words.stands_in.match(word):
            if by_name and words.represented_passive.search(text[max(match.start() - 8, 0) : match.start()]):
                continue
            subjects = [n for n, r in people if r == "none"]
            if not subjects:
                continue
            stand_in = subjects[0]
            if any(n.start > match.start() for n in subjects) and words.object_pronoun.search(
                text, sentence.start, match.end()
            ):
                stand_in = next(n for n in subjects if n.start > match.start())
            away = [n for n in subjects if n.key != stand_in.key and n.start != stand_in.start]
        else:
            continue
        if away:
            absentee = away[-1]
            cluster.people[absentee.key] = (absentee, "absent")
            cluster.represented[absentee.key] = stand_in
        elif words.stood_in.match(word):
            absentees = [key for key, (_, role) in cluster.people.items() if role == "absent"]
            if absentees:
                cluster.represented[absentees[-1]] = stand_in
        cluster.people[stand_in.key] = (stand_in, "representative")


def _took_part(parts: list[Segment], cluster: Cluster, passage: Passage) -> None:
    for index, part in enumerate(parts):
        piece = passage.text[part.start : part.end]
        words = passage.stretch(part.start, part.end)
        if not words.has("took_part"):
            continue
        if part.kind == "rel" and passage.rules.people.at_which.match(piece) and not _names_it(part, cluster):
            continue  # "the wedding at which X was a guest"
        chair = words.has("chair")
        found: list[Named] = [
            n for n, r in passage.related([part]) if n.kind == "person" and r in ("none", "agent", "with")
        ]
        if not found and part.kind in ("rel", "coord") and part is not parts[0]:
            found = [n for n in passage.people_in(parts[0].start, part.start) if part.start - n.end < 45][-1:]
        if not found and part is not parts[0] and passage.view.language == "de":
            # "der Staatsminister, Niels Annen, für Deutschland präsent sein wird"
            found = [n for n in passage.people_in(parts[0].start, part.start) if part.start - n.end < 3][-1:]
        countries = [n for n, r in passage.related([part]) if n.kind == "country" and r in ("none", "with")]
        if index + 1 < len(parts) and passage.rules.people.among_them.match(passage.text, parts[index + 1].start):
            found += passage.people_in(
                parts[index + 1].start, parts[index + 1].end
            )  # "zugesagt haben 50, unter ihnen X"
        word = passage.rules.found["took_part"].search(passage.text, part.start, part.end)
        if countries and word is not None:
            near = 0 <= countries[0].start - word.end() < 40 or 0 <= word.start() - countries[-1].end < 40
            if not found or (len(countries) > 2 and near):
                found += countries
        for named in found:
            known = cluster.people.get(named.key)
            if known is None or (known[1] == "attendee" and chair):
                cluster.people[named.key] = (named, "chair" if chair and len(found) == 1 else "attendee")
        if found and not cluster.virtual and words.has("remote"):
            cluster.hybrid = True


def _names_it(part: Segment, cluster: Cluster) -> bool:
    """Whether a relative clause hangs on the word for the meeting."""
    return any(0 <= part.start - c.end < 40 for c in cluster.candidates)
