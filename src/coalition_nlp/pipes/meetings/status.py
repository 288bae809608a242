"""Whether a meeting was held, goes on, is planned, was put off or called off, or is only an idea."""

from __future__ import annotations

import datetime as dt
import re

from .models import Candidate, Segment
from .patterns import Rules, VerbForm

_FINITE = re.compile(r"\S+")


def verb_status(form: VerbForm, text: str, at: int, scope: list[Segment], rules: Rules, language: str) -> str | None:
    """The status by the tense of a verb of meeting, None where the tense does not tell (present)."""
    before = text[scope[0].start : at] if scope else ""
    around = " ".join(text[s.start : s.end] for s in scope)
    if language == "de":
        if form.tense in ("infinitive", "participle") and form.words[0] in form.verb.infinitive.split("|"):
            # "beraten", "treffen": infinitive or participle or present by the auxiliary
            if rules.has("maybe_auxiliaries", around):
                return "proposed"
            if rules.has("future_auxiliaries", around):
                return "planned"
        if form.tense == "participle" and rules.has("past_auxiliaries", around):
            return "held"
        if form.tense == "infinitive":
            if rules.has("future_auxiliaries", around):
                return "planned"
            return "planned" if re.search(r"\bzu\s+\Z|zu\w+\Z", before + form.words[0]) else None
        return {"past": "held", "present": None, "participle": "held", "infinitive": "planned"}[form.tense]
    window = before[-60:]
    if form.tense == "infinitive":
        if re.search(rf"(?:{'|'.join(rules.words.maybe_auxiliaries)})\s+(?:\w+\s+){{0,2}}\Z", window, re.IGNORECASE):
            return "proposed"
        if re.search(rf"(?:{'|'.join(rules.words.future_auxiliaries)})\s+(?:\w+\s+){{0,2}}\Z", window, re.IGNORECASE):
            return "planned"
        if re.search(r"\b(?:did|does)\s+(?:\w+\s+)?\Z", window):
            return "held"
        return "planned" if rules.has("future_auxiliaries", before) else None
    if form.tense == "present":
        if form.words[0].endswith("ing"):
            return None
        return None
    return "held"


def noun_status(candidate: Candidate, text: str, rules: Rules) -> str | None:
    """The status by the words around a noun of meeting: the nearest clear word, calling off first."""
    around = " ".join(text[s.start : s.end] for s in candidate.scope)
    for status in ("postponed", "cancelled"):
        if rules.has(status, around):
            return status
    best: tuple[int, str] | None = None
    offset = candidate.start
    for status, weight in (("proposed", 25), ("planned", 0), ("ongoing", 0), ("held", 15)):
        for part in candidate.scope:
            for match in rules.found[status].finditer(text, part.start, part.end):
                if match.start() < candidate.end and match.end() > candidate.start:
                    continue
                distance = min(abs(match.start() - candidate.end), abs(offset - match.end())) + weight
                if best is None or distance < best[0]:
                    best = (distance, status)
    return best[1] if best else None


def by_date(status: str | None, start: dt.date | None, end: dt.date | None, published: dt.date | None) -> str | None:
    """The status corrected by the date: what lies ahead is not held, what is over is not ahead."""
    if start is None or published is None or status in ("cancelled", "postponed"):
        return status
    last = end or start
    if start > published:
        return status if status == "proposed" else "planned"
    if last < published:
        return "held" if status in (None, "held", "ongoing", "planned", "proposed") else status
    if status is None:
        return "ongoing" if start < published < last else "held"
    return status
