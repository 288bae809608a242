"""Which stretches of a document's text are coloured: spans that may nest and cross, cut into flat segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from coalition_nlp.records import Action, Document, Meeting, Mention, Statement

from .words import action_words, amount_words, meeting_words, office_words, person_words, time_words

# Order of the legend. A statement's quotation is long and holds others, so its line is drawn below theirs.
CATEGORIES = (
    "people",
    "offices",
    "countries",
    "organizations",
    "places",
    "times",
    "figures",
    "meetings",
    "actions",
    "statements",
)
_LONG = "statements"
_NOISE = frozenset({"caption", "byline", "navigation"})


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span to colour, and what it is."""

    start: int
    end: int
    category: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight on a segment; `lane` counts the lines below the text from the top."""

    category: str
    lane: int
    label: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks; `noise` where the page, not the article, speaks."""

    text: str
    marks: tuple[Mark, ...]
    noise: bool

    @property
    def label(self) -> str:
        """One line a mark."""
        return "\n".join(mark.label for mark in self.marks)


def highlights(document: Document) -> list[Highlight]:
    """Every mention of every record, in text order, longer spans first; each span once a category and label."""
    found = {Highlight(m.start, m.end, category, label): None for category, label, m in _mentions(document)}
    return sorted(found, key=lambda h: (h.start, -h.end, CATEGORIES.index(h.category), h.label))


def _mentions(document: Document) -> Iterator[tuple[str, str, Mention]]:
    for person in document.people:
        yield from (("people", f"person: {person_words(person)}", m) for m in person.mentions)
        for office in person.offices:
            if office.mention:
                yield "offices", f"office: {office_words(office)} of {person.name}", office.mention
    for country in document.countries:
        yield from (("countries", f"country: {country.name} ({country.alpha2}), {m.form}", m) for m in country.mentions)
    for organization in document.organizations:
        label = f"organization: {organization.name}, {organization.kind}"
        yield from (("organizations", label, m) for m in organization.mentions)
    for place in document.places:
        label = f"{place.reading}: {place.name}" + (f", {place.country}" if place.country else "")
        yield from (("places", label, m) for m in place.mentions)
    for time in document.times:
        yield "times", f"time: {time_words(time)}", time.mention
    for figure in document.figures:
        yield "figures", f"figure: {amount_words(figure)} {figure.unit or figure.kind}", figure.mention
    for event in document.events:
        if isinstance(event, Meeting):
            label = f"meeting {event.id}: {meeting_words(event)}"
            yield from (("meetings", label, m) for m in (event.trigger, *event.mentions))
        elif isinstance(event, Action):
            yield "actions", f"event {event.id}: {action_words(event)}", event.trigger
        elif isinstance(event, Statement):
            yield "statements", f"{event.kind} statement of {event.speaker.name}", event.quote


def _lanes(spans: list[Highlight]) -> dict[Highlight, int]:
    """A line for each span, so that no two on one line touch the same character."""
    lanes: dict[Highlight, int] = {}
    below = 0
    for group in ([h for h in spans if h.category != _LONG], [h for h in spans if h.category == _LONG]):
        ends: list[int] = []
        for span in group:
            lane = next((n for n, end in enumerate(ends) if end <= span.start), len(ends))
            if lane == len(ends):
                ends.append(span.end)
            else:
                ends[lane] = span.end
            lanes[span] = below + lane
        below = len(ends)
    return lanes


def segments(document: Document, spans: Iterable[Highlight] | None = None) -> list[Segment]:
    """The document's text cut wherever a highlight or a block of page noise begins or ends.

    Joined, the segments are the text. Spans may nest, cross and coincide: each has a line of its own.
    """
    marked = highlights(document) if spans is None else list(spans)
    lanes = _lanes(marked)
    noise = [(b.start, b.end) for b in document.blocks if b.kind in _NOISE]
    starting: dict[int, list[Highlight]] = {}
    for span in marked:
        starting.setdefault(span.start, []).append(span)
    length = len(document.text)
    cuts = {0, length, *(h.start for h in marked), *(h.end for h in marked)}
    edges = sorted(cuts.union(*noise) if noise else cuts)
    result = []
    active: list[Highlight] = []
    block = 0
    for start, end in pairwise(edges):
        active = [h for h in active if h.end > start] + starting.get(start, [])
        while block < len(noise) and noise[block][1] <= start:
            block += 1
        inside = block < len(noise) and noise[block][0] <= start
        inner_first = sorted(active, key=lambda h: (h.end - h.start, lanes[h]))
        marks = tuple(Mark(h.category, lanes[h], h.label) for h in inner_first)
        result.append(Segment(document.text[start:end], marks, inside))
    return result
