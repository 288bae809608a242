"""Whether a meeting was held, goes on, is planned, was put off or called off, or is only an idea."""

from __future__ import annotations

import datetime as dt
import re

from coalition_nlp.pipes.base import Fact

from .lists import Stretch
from .models import Candidate, Segment
from .passage import Passage
from .patterns import Rules, VerbForm


def verb_status(
    form: VerbForm,
    text: str,
    at: int,
    around: Stretch,
    scope: list[Segment],
    clause: list[Segment],
    rules: Rules,
) -> str | None:
    """The status by the tense of a verb of meeting, None where the tense does not tell (present)."""
    before = text[clause[0].start if clause and clause[0].start < at else scope[0].start : at]
    words = rules.status
    if words.verb_last:
        if form.words[0] in form.verb.participle.split("|") and around.has("past_auxiliaries"):
            if not around.has("future_auxiliaries") and not around.has("maybe_auxiliaries"):
                return "held"  # "haben beraten"
        if form.words[0] in form.verb.infinitive.split("|"):
            # "beraten", "treffen": infinitive or participle or present by the auxiliary
            if around.has("maybe_auxiliaries"):
                return (
                    "planned"
                    if words.announced.search(text[max(0, scope[0].start - 60) : scope[0].end])
                    else "proposed"
                )
            if around.has("future_auxiliaries"):
                return "planned"
        if form.tense == "participle" and around.has("past_auxiliaries"):
            return "held"
        if form.tense == "infinitive":
            if around.has("future_auxiliaries"):
                return "planned"
            return "planned" if words.infinitive_before.search(before + form.words[0]) else None
        lasting = f"verb:{form.verb.id}" in rules.links.alike.lasting
        if form.tense == "present" and (around.has("ongoing") or (lasting and words.since.search(around.text))):
            return "ongoing"
        return {"past": "held", "present": None, "participle": "held", "infinitive": "planned"}[form.tense]
    window = before[-60:]
    if words.yet_to_be.search(window):
        return "proposed" if words.may_be.search(window) else "planned"
    if form.tense == "infinitive":
        if words.pleased.search(window):
            return "held"
        if re.search(rf"\b(?:{'|'.join(rules.words.maybe_auxiliaries)})\s+(?:\w+\s+){{0,2}}\Z", window, re.IGNORECASE):
            return "proposed"
        if re.search(
            rf"(?:\b|(?=['’]))(?:{'|'.join(rules.words.future_auxiliaries)})\s+(?:\w+\s+){{0,2}}\Z",
            window,
            re.IGNORECASE,
        ):
            return "planned"
        if words.did.search(window):
            return "held"
        return "planned" if rules.has("future_auxiliaries", before) else None
    if form.tense == "present":
        if rules.clauses.progressive.search(form.words[0]) and words.being.search(window):
            return "ongoing"
        return "ongoing" if around.has("ongoing") else None
    return "held"


def noun_status(candidate: Candidate, passage: Passage) -> str | None:
    """The status by the words around a noun of meeting: the nearest clear word, calling off first."""
    text, rules, around = passage.text, passage.rules, candidate.around
    words = rules.status
    own = candidate.own
    for status in ("postponed", "cancelled"):
        if around.has(status) and not _of_an_infinitive(status, candidate, own, passage):
            return "held" if status == "postponed" and words.broken_off.search(around.text) else status
    before = text[own.start : candidate.start].rstrip()
    near = text[max(own.start, candidate.start - 60) : candidate.start]
    for status, pattern in rules.attributes:
        if pattern.search(near):
            return status
    if words.background.search(before):
        return "ongoing"
    if words.ahead.search(before):
        return None if around.has("earlier") or words.had_been.search(around.text) else "planned"
    if candidate.kind == "visit" and words.on_the_way.search(before + " "):
        return "ongoing"
    if candidate.kind == "visit" and _has_just_begun(candidate, passage):
        return "ongoing"
    gathering = candidate.kind in ("conference", "summit", "other") and candidate.definite
    if gathering and words.at_the.search(before + " ") and words.today.search(text, own.start, own.end):
        return "ongoing"
    if rules.saying.search(text, own.start, own.end) and rules.found["event_before"].search(
        words.attributes.sub("", before)
    ):
        return "held"
    if words.over.search(before):
        return "held"
    best: tuple[int, str] | None = None
    offset = candidate.start
    for status, weight in (("proposed", 25), ("planned", 0), ("ongoing", 0), ("held", 15)):
        for part in candidate.scope:
            for match in passage.find(status, part.start, part.end):
                inside = match.start() < candidate.end and match.end() > candidate.start
                if inside and not (match.start() < candidate.start and match.end() > candidate.end):
                    continue
                distance = 2 if inside else min(abs(match.start() - candidate.end), abs(offset - match.end())) + weight
                if best is None or distance < best[0]:
                    best = (distance, status)
    if best is None and len(candidate.scope) > 1 and words.announces.search(around.text):
        return "planned"
    return best[1] if best else None


def _has_just_begun(candidate: Candidate, passage: Passage) -> bool:
    """ "traf am Freitag zu einem Besuch ein": told of one who has come, on the day of the report or the two before."""
    words = passage.rules.status
    if words.arrived.search(candidate.around.text) is None:
        return False
    published = passage.view.published
    days = [dt.date.fromisoformat(str(t["start"])) for t in candidate.times if t.get("start")]
    if days and (published is None or any(not 0 <= (published - day).days <= 2 for day in days)):
        return False
    return words.other_time.search(candidate.around.text) is None


def _of_an_infinitive(status: str, candidate: Candidate, own: Segment, passage: Passage) -> bool:
    """ "beschlossen auf einer Sitzung, den Dialog auszusetzen": said of the object of the infinitive only."""
    found = [m for part in candidate.scope for m in passage.find(status, part.start, part.end)]
    infinitive = passage.rules.status.infinitive
    return bool(found) and all(
        not own.start <= m.start() < own.end and infinitive.search(passage.text, max(m.end() - 16, 0), m.end())
        for m in found
    )


def by_date(status: str | None, start: dt.date | None, end: dt.date | None, published: dt.date | None) -> str | None:
    """The status corrected by the date: what lies ahead is not held, what is over is not ahead."""
    if start is None or published is None or status in ("cancelled", "postponed"):
        return status
    last = end or start
    if start > published:
        return status if status == "proposed" else "planned"
    if last < published:
        return "ongoing" if status == "ongoing" else "held"
    if status == "planned" and start == published:
        return status
    if status is None:
        return "ongoing" if start < published < last and (last - start).days <= 62 else "held"
    return status


def next_year(candidate: Candidate, passage: Passage) -> list[Fact]:
    """The times of what is still to come: "für Juli geplant", said in October, is July of the next year."""
    return in_next_year(candidate.times, passage) if candidate.status == "planned" else candidate.times


def in_next_week(candidate: Candidate, passage: Passage) -> list[Fact]:
    """ "Am Dienstag wird er sprechen": a bare weekday or part of a day of the days to come."""
    view, words = passage.view, passage.rules.times
    if view.published is None or not candidate.times or candidate.status != "planned":
        return candidate.times
    if not words.will.search(candidate.around.text):
        return candidate.times
    shifted = []
    for fact in candidate.times:
        spot, value = fact["mention"], str(fact.get("value"))
        late = (view.published - dt.date.fromisoformat(str(fact["start"]))).days
        day = re.match(r"\d{4}-\d\d-\d\d", value)
        bare = words.not_bare.search(view.text[spot["start"] : spot["end"]]) is None
        if day is None or not bare or not 0 < late < 7:
            return candidate.times
        later = str(dt.date.fromisoformat(day[0]) + dt.timedelta(days=7))
        shifted.append({**fact, "value": later + value[10:], "start": later, "end": later})
    return shifted


def in_next_year(times: list[Fact], passage: Passage) -> list[Fact]:
    """Bare days and months that were taken for ones long past, a year later."""
    view = passage.view
    if view.published is None or not times:
        return times
    shifted: list[Fact] = []
    for fact in times:
        spot = fact["mention"]
        value, end = str(fact.get("value")), str(fact.get("end") or fact.get("start"))
        written = view.text[spot["start"] : spot["end"]]
        bare = re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value) is not None and re.search(r"\d{4}", written) is None
        named = passage.rules.times.months.search(written) is not None
        late = (view.published - dt.date.fromisoformat(end)).days
        if not (bare and (named or shifted) and 60 < late < 366):
            return times
        try:
            shifted.append({**fact, **{k: year_later(str(fact[k])) for k in ("value", "start", "end") if fact.get(k)}})
        except ValueError:  # 29 February
            return times
    return shifted


def year_later(value: str) -> str:
    """The same day or month a year later."""
    later = f"{int(value[:4]) + 1}{value[4:]}"
    if len(later) == 10:
        dt.date.fromisoformat(later)
    return later
