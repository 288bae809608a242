"""Precision, recall and F1, and the comparison of one document with its gold, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coalition_nlp.records import Action, Document, EntityRef, Figure, Meeting, Person, Statement, TimeExpression

from .gold import Gold, GoldEvent, GoldFigure, GoldMeeting, GoldPerson, GoldStatement, GoldTime
from .names import interval, name_key, same_beginning, same_speaker, speaker_key, trim_time

G = TypeVar("G")
R = TypeVar("R")


@dataclass
class Score:
    """Counts of one part. An empty gold with nothing found scores 1."""

    correct: int = 0
    missed: int = 0
    spurious: int = 0
    misses: list[str] = field(default_factory=list)
    extras: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        found = self.correct + self.spurious
        return self.correct / found if found else float(self.missed == 0)

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        wanted = self.correct + self.missed
        return self.correct / wanted if wanted else float(self.spurious == 0)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.correct + self.missed + self.spurious
        return 2 * self.correct / total if total else 1.0

    def add(self, other: Score, prefix: str = "") -> None:
        """Sum up, for scores over several documents."""
        self.correct += other.correct
        self.missed += other.missed
        self.spurious += other.spurious
        self.misses += [prefix + line for line in other.misses]
        self.extras += [prefix + line for line in other.extras]


def paired(
    gold: Iterable[G], found: Iterable[R], similarity: Callable[[G, R], float]
) -> tuple[list[tuple[G, R]], list[G], list[R]]:
    """One-to-one pairs of positive similarity, best first (ties in text order); then what is left on each side."""
    golds, founds = list(gold), list(found)
    weights = sorted(
        ((similarity(g, r), i, j) for i, g in enumerate(golds) for j, r in enumerate(founds)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for weight, i, j in weights:
        if weight > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return (
        [(golds[i], founds[j]) for i, j in sorted(pairs)],
        [g for i, g in enumerate(golds) if i not in used_gold],
        [r for j, r in enumerate(founds) if j not in used_found],
    )


def _score(
    gold: Iterable[G], found: Iterable[R], similarity: Callable[[G, R], float], show: Callable[[Any], str]
) -> Score:
    pairs, missed, spurious = paired(gold, found, similarity)
    return Score(len(pairs), len(missed), len(spurious), [show(g) for g in missed], [show(r) for r in spurious])


# --- people and offices ---------------------------------------------------------------------------------------------


def _same_person(gold: GoldPerson, person: Person) -> float:
    wanted = {name_key(n) for n in (gold.name, *gold.aliases)}
    if name_key(person.name) == name_key(gold.name):
        return 2.0
    return 1.0 if name_key(person.name) in wanted else 0.0


def _office_key(office: Any) -> tuple[str, str | None, str | None]:
    return office.role, office.portfolio, office.country


def people_scores(gold: Gold, document: Document) -> dict[str, Score]:
    """People by name; offices by person, role, portfolio and country (not those from knowledge)."""
    pairs, missed, spurious = paired(gold.people, document.people, _same_person)
    people = Score(len(pairs), len(missed), len(spurious), [g.name for g in missed], [p.name for p in spurious])
    offices = Score()
    for wanted, person in [*pairs, *((g, None) for g in missed), *((None, p) for p in spurious)]:
        said = tuple(o for o in person.offices if o.source == "text") if person else ()
        name = wanted.name if wanted else person.name if person else ""
        offices.add(
            _score(
                wanted.offices if wanted else (),
                said,
                lambda g, o: float(_office_key(g) == _office_key(o)),
                lambda o: " ".join(str(part) for part in _office_key(o)),
            ),
            f"{name}: ",
        )
    return {"people": people, "offices": offices}


def name_score(gold: Iterable[tuple[str, ...]], found: Iterable[tuple[str, ...]]) -> Score:
    """Names with their variants on both sides: the first of each counts most, any two in common make a pair."""

    def fits(wanted: tuple[str, ...], names: tuple[str, ...]) -> float:
        left, right = [name_key(n) for n in wanted], [name_key(n) for n in names]
        if left[0] == right[0]:
            return 2.0
        return 1.0 if not set(left).isdisjoint(right) else 0.0

    return _score(gold, found, fits, lambda names: names[0])


def organization_score(gold: Gold, document: Document) -> dict[str, Score]:
    """Organizations by any of their names, where the gold has them; a ministry is found where it speaks or is named."""
    if gold.organizations is None:
        return {}
    found = [
        (o.name, *((o.canonical,) if o.canonical else ()), *(m.text for m in o.mentions))
        for o in document.organizations
    ]
    return {"organizations": name_score([(o.name, *o.aliases) for o in gold.organizations], found)}


# --- countries, times, figures --------------------------------------------------------------------------------------


def country_score(gold: Gold, document: Document) -> Score:
    """Countries by their code."""
    wanted, found = set(gold.countries), {c.alpha2 for c in document.countries}
    return Score(
        len(wanted & found), len(wanted - found), len(found - wanted), sorted(wanted - found), sorted(found - wanted)
    )


def _trimmed(start: int, text: str) -> tuple[int, int]:
    leading, trailing = trim_time(text)
    return start + leading, start + len(text) - trailing


def time_scores(gold: Gold, document: Document) -> dict[str, Score]:
    """Times by exact span (leading articles and prepositions trimmed), and by overlapping span with the right value."""

    def exact(g: GoldTime, t: TimeExpression) -> float:
        return float(_trimmed(g.start_in(document.text), g.text) == _trimmed(t.mention.start, t.mention.text))

    def value(g: GoldTime, t: TimeExpression) -> float:
        start = g.start_in(document.text)
        overlap = min(start + len(g.text), t.mention.end) - max(start, t.mention.start)
        return float(overlap > 0 and g.value == t.value) * (1 + overlap)

    def show(item: Any) -> str:
        return f"{item.text if isinstance(item, GoldTime) else item.mention.text} = {item.value}"

    return {
        "times: span": _score(gold.times, document.times, exact, show),
        "times: value": _score(gold.times, document.times, value, show),
    }


def figure_scores(gold: Gold, document: Document) -> dict[str, Score]:
    """Figures by overlapping span and value (lower bound for vague ones) with kind, and with unit."""

    def overlap(g: GoldFigure, f: Figure) -> int:
        start = g.start_in(document.text)
        return min(start + len(g.text), f.mention.end) - max(start, f.mention.start)

    def same_value(g: GoldFigure, f: Figure) -> bool:
        if g.value is None or f.value is None:
            return g.value is None and f.value is None and g.low == f.low
        return abs(g.value - f.value) <= abs(g.value) / 1000

    def kind(g: GoldFigure, f: Figure) -> float:
        return float(overlap(g, f) > 0 and same_value(g, f) and g.kind == f.kind) * (1 + overlap(g, f))

    def unit(g: GoldFigure, f: Figure) -> float:
        units = (g.unit or "").casefold() == (f.unit or "").casefold()
        return float(overlap(g, f) > 0 and same_value(g, f) and units) * (1 + overlap(g, f))

    def show(item: Any) -> str:
        text = item.text if isinstance(item, GoldFigure) else item.mention.text
        return f"{text} = {item.value if item.value is not None else f'>={item.low}'} {item.kind} {item.unit}"

    return {
        "figures: kind": _score(gold.figures, document.figures, kind, show),
        "figures: unit": _score(gold.figures, document.figures, unit, show),
    }


# --- meetings -------------------------------------------------------------------------------------------------------


def _gold_participants(gold: Gold, meeting: GoldMeeting, names: tuple[str, ...]) -> set[str]:
    """Persons by name key, countries by code; described groups are left out, as no two describe them alike."""
    persons = {name_key(n): name_key(p.name) for p in gold.people for n in (p.name, *p.aliases)}
    return {
        name if len(name) == 2 and name.isupper() else persons[name_key(name)]
        for name in names
        if (len(name) == 2 and name.isupper() and name != "UN") or name_key(name) in persons
    }


def _found_participants(gold: Gold, entities: Iterable[EntityRef]) -> set[str]:
    persons = {name_key(n): name_key(p.name) for p in gold.people for n in (p.name, *p.aliases)}
    return {
        str(e.id) if e.kind == "country" else persons.get(name_key(e.name), name_key(e.name))
        for e in entities
        if e.kind in ("country", "person")
    }


def _entities(meeting: Meeting, absent: bool) -> list[EntityRef]:
    return [p.entity for p in meeting.participants if (p.role == "absent") == absent]


def _f1(wanted: set[str], found: set[str]) -> float:
    return 2 * len(wanted & found) / (len(wanted) + len(found)) if wanted or found else 1.0


def _date_fit(wanted: GoldMeeting, found: Meeting) -> float:
    if not wanted.start or not found.start:
        return 1.0 if not wanted.start and not found.start else 0.5
    if wanted.start in (found.time_value, found.start.isoformat()):
        return 1.0
    span = interval(wanted.start)
    if span is None:
        return 0.5
    return 1.0 if span[0] <= found.start <= span[1] else 0.0


def _place_fit(wanted: GoldMeeting, found: Meeting) -> float:
    left, right = (wanted.city or wanted.country), (found.city or found.country)
    if not left or not right:
        return 1.0 if not left and not right else 0.5
    if wanted.city and found.city:
        return float(name_key(wanted.city) == name_key(found.city))
    return 0.75 if wanted.country == found.country else 0.0


def meeting_fit(gold: Gold, wanted: GoldMeeting, found: Meeting) -> float:
    """How well a meeting fits a gold one: mean of date, place, participants and status; 0 below 0.6.

    A contradicting date or place (both given, different) is no match, whatever the rest says.
    """
    date, place = _date_fit(wanted, found), _place_fit(wanted, found)
    if date == 0 or place == 0:
        return 0.0
    people = _f1(
        _gold_participants(gold, wanted, wanted.participants), _found_participants(gold, _entities(found, absent=False))
    )
    status = float(wanted.status == found.status)
    fit = (date + place + people + status) / 4
    return fit if fit >= 0.6 else 0.0


def meeting_scores(gold: Gold, document: Document) -> dict[str, Score]:
    """Meetings by date, place, participants and status together; then participants and status in the pairs."""
    pairs, missed, spurious = paired(gold.meetings, document.meetings, lambda g, m: meeting_fit(gold, g, m))

    def show(m: Any) -> str:
        trigger = m.trigger if isinstance(m, GoldMeeting) else m.trigger.text
        who = m.participants if isinstance(m, GoldMeeting) else [p.entity.name for p in m.participants]
        return f"{trigger} [{m.kind} {m.status} {m.start} {m.city}/{m.country}] {', '.join(who)}"

    scores = {
        "meetings": Score(
            len(pairs), len(missed), len(spurious), [show(m) for m in missed], [show(m) for m in spurious]
        ),
        "meetings: participants": Score(),
        "meetings: status": Score(),
    }
    for wanted, found in pairs:
        for absent in (False, True):
            left = _gold_participants(gold, wanted, wanted.absent if absent else wanted.participants)
            right = _found_participants(gold, _entities(found, absent))
            mark = "absent " if absent else ""
            scores["meetings: participants"].add(
                Score(
                    len(left & right),
                    len(left - right),
                    len(right - left),
                    [f"{wanted.trigger}: {mark}{n}" for n in sorted(left - right)],
                    [f"{wanted.trigger}: {mark}{n}" for n in sorted(right - left)],
                )
            )
        right_status = wanted.status == found.status
        scores["meetings: status"].add(
            Score(
                int(right_status),
                int(not right_status),
                int(not right_status),
                [] if right_status else [f"{wanted.trigger}: {wanted.status}"],
                [] if right_status else [f"{wanted.trigger}: {found.status}"],
            )
        )
    return scores


# --- statements -----------------------------------------------------------------------------------------------------


def statement_score(gold: Gold, document: Document) -> Score:
    """Statements by speaker and the beginning of the content."""
    persons = {name_key(n): speaker_key(p.name) for p in gold.people for n in (p.name, *p.aliases)}

    def fits(g: GoldStatement, s: Statement) -> float:
        speaker = persons.get(name_key(s.speaker.name), s.speaker.name)
        return float(same_speaker(g.speaker, speaker) and same_beginning(g.text, s.quote.text))

    def show(s: Any) -> str:
        if isinstance(s, GoldStatement):
            return f"{s.speaker} ({s.kind}): {s.text}"
        return f"{s.speaker.name} ({s.kind}): {' '.join(s.quote.text.split()[:12])}"

    return _score(gold.statements, document.statements, fits, show)


def _names(entities: Iterable[EntityRef]) -> set[str]:
    return {str(e.id) if e.kind == "country" else name_key(e.name) for e in entities}


def _wanted(names: Iterable[str]) -> set[str]:
    return {name if len(name) == 2 and name.isupper() else name_key(name) for name in names}


def event_scores(gold: Gold, document: Document) -> dict[str, Score]:
    """Events by record and kind at the same word; then actors and truth in the pairs. Nothing where gold has none."""
    if gold.events is None:
        return {}

    def fit(g: GoldEvent, a: Action) -> float:
        if g.record != a.record or g.kind not in (None, getattr(a, "kind", None)):  # type: ignore[attr-defined]
            return 0.0
        same = g.trigger in a.trigger.text or a.trigger.text in g.trigger
        near = g.trigger in a.evidence.text
        return 2.0 + _f1(_wanted(g.actors), _names(a.actors)) if same else 0.5 * near

    def show(e: Any) -> str:
        word = e.trigger if isinstance(e, GoldEvent) else e.trigger.text
        return f"{word} [{e.record} {getattr(e, 'kind', None)} {e.polarity} {e.modality}]"

    pairs, missed, spurious = paired(gold.events, document.actions, fit)
    scores = {
        "events": Score(len(pairs), len(missed), len(spurious), [*map(show, missed)], [*map(show, spurious)]),
        "events: actors": Score(),
        "events: truth": Score(),
    }
    for wanted, found in pairs:
        left, right = _wanted(wanted.actors), _names(found.actors)
        scores["events: actors"].add(
            Score(
                len(left & right), len(left - right), len(right - left),
                [f"{wanted.trigger}: {n}" for n in sorted(left - right)],
                [f"{wanted.trigger}: {n}" for n in sorted(right - left)],
            )
        )  # fmt: skip
        truth = (wanted.polarity, wanted.modality) == (found.polarity, found.modality)
        scores["events: truth"].add(
            Score(
                int(truth),
                int(not truth),
                int(not truth),
                [] if truth else [show(wanted)],
                [] if truth else [show(found)],
            )
        )
    return scores


def compare(gold: Gold, document: Document) -> dict[str, Score]:
    """All parts of the score card for one document."""
    return {
        **people_scores(gold, document),
        **organization_score(gold, document),
        "countries": country_score(gold, document),
        **time_scores(gold, document),
        **figure_scores(gold, document),
        **meeting_scores(gold, document),
        "statements": statement_score(gold, document),
        **event_scores(gold, document),
    }
