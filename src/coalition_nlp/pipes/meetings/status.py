"""Whether a meeting was held, goes on, is planned, was put off or called off, or is only an idea."""

from __future__ import annotations

import datetime as dt
import re

from coalition_nlp.pipes.base import Fact, View

from .lists import Stretch
from .models import Candidate, Segment
from .passage import Passage
from .patterns import Rules, VerbForm

# "vor dem Treffen", "ahead of the summit": still to come; "nach dem Treffen", "following a meeting": over
_NP = r"\s+(?:(?:dem|der|den|einem|einer|the|a|an|his|her|their|today's|today’s)\s+)?(?:[\w'’-]+\s+){0,3}?[\w'’-]*\Z"
_AHEAD = re.compile(
    r"\b(?:[Vv]or|im Vorfeld|[Aa]head of|[Bb]efore|[Pp]rior to|[Ii]n preparation for|[Pp]reparing for|"
    r"[Ll]ook(?:s|ed|ing)? (?:ahead|forward) to|"
    r"(?:[Pp]riorities|[Aa]genda|[Ee]xpectations|[Pp]reparations|[Gg]oals|[Dd]eliverables) for|"
    r"[Zz]ur Vorbereitung (?:auf|des|der|eines|einer))" + _NP
)
# "will be chaired", "could be hosted"
_YET_TO_BE = re.compile(r"\b(?:will|shall|to|could|might|may|should)\s+(?:also\s+)?be\s+(?:\w+\s+)?\Z")
_MAY_BE = re.compile(r"\b(?:could|might|may|should)\s+(?:also\s+)?be\s+(?:\w+\s+)?\Z")
# "announced today at the General Assembly": it is on
_ON_TODAY = re.compile(r"\b(?:today|this\s+announcement|this\s+(?:morning|afternoon|evening|week))\b")
_AT_THE = re.compile(r"\b(?:at|during)\s+(?:the|this\s+year['’]s)\s+(?:[\w'’.-]+\s+){0,8}\Z")
# "is in the region at the start of a tour"
_ON_THE_WAY = re.compile(
    r"\b(?:is|are)\b[^.;]{0,90}\b(?:at\s+the\s+(?:start|beginning)\s+of|in\s+the\s+(?:middle|course)\s+of|on|during)\s+"
    r"(?:an?|his|her|their)\s+(?:[\w-]+\s+){0,3}\Z"
)
# "ist zu einem Besuch in X eingetroffen": it is on
_ARRIVED = re.compile(
    r"\b(?:eingetroffen|angekommen|gelandet|angetreten|begonnen|begann|begonnen\s+hat|befindet\s+sich|weilt)\b|"
    r"\b(?:traf|kam|trat|hält\s+sich)\b[^.;]{0,160}\b(?:ein|an|auf)\b|\bist\b[^.;]{0,60}\bzu\s+Besuch\b"
)
_BEFORE_THAT = re.compile(r"\b(?:war(?:en)?|hatten?|wird|werden|will|soll)\b")
_BEHIND = re.compile(r"\b(?:[Nn]ach|[Aa]fter|[Ff]ollowing|am Ende|zum Abschluss|at the end of)" + _NP)

_BEFORE_THEN = re.compile(r"\b(?:waren?|hatten?|had)\b")
# adjourned after it had begun: it was held
_BROKEN_OFF = re.compile(
    r"\b(?:ohne|without)\s+(?:\w+\s+)?(?:Durchbruch|Ergebnis(?:se)?|Einigung|Fortschritte?|(?:a\s+)?(?:breakthrough|agreement|deal|"
    r"results?|progress))\b|\b(?:nach|after)\s+\w+\s+(?:Tagen|Stunden|Wochen|days|hours|weeks)\b"
)
# "it was a pleasure to join", "I was glad to meet": it happened
_PLEASED = re.compile(
    r"\b(?:been|was|were)\s+(?:\w+\s+){0,2}(?:pleasure|honou?r(?:ed)?|privilege|glad|pleased|happy|delighted|able|proud)\s+"
    r"(?:for\s+\w+\s+)?to\s+\Z"
)

# "vor dem Hintergrund von Verhandlungen"
_BACKGROUND = re.compile(
    r"\bvor\s+dem\s+Hintergrund\s+(?:von|der)\s+(?:[\w-]+\s*){0,3}\Z|\bagainst\s+the\s+backdrop\s+of\s+(?:[\w-]+\s*){0,3}\Z"
)
_WILL = re.compile(r"\b(?:wird|werden|will|wollen|soll|sollen|stattfindet|stattfinden|beginnt)\b")
# "kündigte ein Treffen zwischen A, B und C, im September, an": over the commas
_ANNOUNCES = re.compile(r"\bkündigte?n?\b[^;:]{0,300}?\ban\s*[.!]?\s*\Z")
# verbs that go on: "verhandeln seit Montag"
_LASTING = ("verhandeln", "beraten", "tagen", "ringen", "konferieren", "sprechen", "weilen")
# "erklärten, sie würden reisen": reported, no wish
_ANNOUNCED = re.compile(
    r"\b(?:erklärten?|sagten?|teilten?\s+mit|bekräftigten?|versprach(?:en)?|kündigten?\s+an),\s+(?:sie|er)\s+würden?\b"
)
# "zu verschieben", "auszusetzen"
_INFINITIVE = re.compile(r"(?:\bzu\s+[a-zäöü]+en|\b[a-zäöü]{2,4}zu[a-zäöü]+en)\Z")

_MONTHS = (
    "januar|jänner|februar|feber|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    "january|february|march|may|june|july|october|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec"
)


def verb_status(
    form: VerbForm,
    text: str,
    at: int,
    around: Stretch,
    scope: list[Segment],
    clause: list[Segment],
    rules: Rules,
    language: str,
) -> str | None:
    """The status by the tense of a verb of meeting, None where the tense does not tell (present)."""
    before = text[clause[0].start if clause and clause[0].start < at else scope[0].start : at]
    if language == "de":
        if form.words[0] in form.verb.participle.split("|") and around.has("past_auxiliaries"):
            if not around.has("future_auxiliaries") and not around.has("maybe_auxiliaries"):
                return "held"  # "haben beraten"
        if form.words[0] in form.verb.infinitive.split("|"):
            # "beraten", "treffen": infinitive or participle or present by the auxiliary
            if around.has("maybe_auxiliaries"):
                return "planned" if _ANNOUNCED.search(text[max(0, scope[0].start - 60) : scope[0].end]) else "proposed"
            if around.has("future_auxiliaries"):
                return "planned"
        if form.tense == "participle" and around.has("past_auxiliaries"):
            return "held"
        if form.tense == "infinitive":
            if around.has("future_auxiliaries"):
                return "planned"
            return "planned" if re.search(r"\bzu\s+\Z|zu\w+\Z", before + form.words[0]) else None
        if form.tense == "present" and (
            around.has("ongoing") or (form.verb.id in _LASTING and re.search(r"(?<!Mal )\b[Ss]eit\s", around.text))
        ):
            return "ongoing"
        return {"past": "held", "present": None, "participle": "held", "infinitive": "planned"}[form.tense]
    window = before[-60:]
    if _YET_TO_BE.search(window):
        return "proposed" if _MAY_BE.search(window) else "planned"
    if form.tense == "infinitive":
        if _PLEASED.search(window):
            return "held"
        if re.search(rf"\b(?:{'|'.join(rules.words.maybe_auxiliaries)})\s+(?:\w+\s+){{0,2}}\Z", window, re.IGNORECASE):
            return "proposed"
        if re.search(
            rf"(?:\b|(?=['’]))(?:{'|'.join(rules.words.future_auxiliaries)})\s+(?:\w+\s+){{0,2}}\Z",
            window,
            re.IGNORECASE,
        ):
            return "planned"
        if re.search(r"\b(?:did|does)\s+(?:\w+\s+)?\Z", window):
            return "held"
        return "planned" if rules.has("future_auxiliaries", before) else None
    if form.tense == "present":
        if form.words[0].endswith("ing") and re.search(r"\b(?:is|are|am)\s+(?:\w+\s+)?\Z", window):
            return "ongoing"
        return "ongoing" if around.has("ongoing") else None
    return "held"


def noun_status(candidate: Candidate, passage: Passage) -> str | None:
    """The status by the words around a noun of meeting: the nearest clear word, calling off first."""
    text, rules, around = passage.text, passage.rules, candidate.around
    own = next((s for s in candidate.scope if s.start <= candidate.start < s.end), candidate.scope[0])
    for status in ("postponed", "cancelled"):
        if around.has(status) and not _of_an_infinitive(status, candidate, own, passage):
            return "held" if status == "postponed" and _BROKEN_OFF.search(around.text) else status
    before = text[own.start : candidate.start].rstrip()
    near = text[max(own.start, candidate.start - 60) : candidate.start]
    for status, pattern in rules.attributes:
        if pattern.search(near):
            return status
    if _BACKGROUND.search(before):
        return "ongoing"
    if _AHEAD.search(before):
        return None if around.has("earlier") or _BEFORE_THEN.search(around.text) else "planned"
    if candidate.kind == "visit" and _ON_THE_WAY.search(before + " "):
        return "ongoing"
    if candidate.kind == "visit" and _has_just_begun(candidate, passage):
        return "ongoing"
    gathering = candidate.kind in ("conference", "summit", "other") and candidate.definite
    if gathering and _AT_THE.search(before + " ") and _ON_TODAY.search(text, own.start, own.end):
        return "ongoing"
    if rules.saying.search(text, own.start, own.end) and rules.found["event_before"].search(_bare(before)):
        return "held"
    if _BEHIND.search(before):
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
    if best is None and len(candidate.scope) > 1 and _ANNOUNCES.search(around.text):
        return "planned"
    return best[1] if best else None


def _has_just_begun(candidate: Candidate, passage: Passage) -> bool:
    """ "traf am Freitag zu einem Besuch ein": told of one who has come, on the day of the report or the two before."""
    if passage.view.language != "de" or _ARRIVED.search(candidate.around.text) is None:
        return False
    published = passage.view.published
    days = [dt.date.fromisoformat(str(t["start"])) for t in candidate.times if t.get("start")]
    if days and (published is None or any(not 0 <= (published - day).days <= 2 for day in days)):
        return False
    return _BEFORE_THAT.search(candidate.around.text) is None


def _of_an_infinitive(status: str, candidate: Candidate, own: Segment, passage: Passage) -> bool:
    """ "beschlossen auf einer Sitzung, den Dialog auszusetzen": said of the object of the infinitive only."""
    words = [m for part in candidate.scope for m in passage.find(status, part.start, part.end)]
    return bool(words) and all(
        not own.start <= m.start() < own.end and _INFINITIVE.search(passage.text, max(m.end() - 16, 0), m.end())
        for m in words
    )


def _bare(before: str) -> str:
    """Without article and adjectives right before the noun."""
    return re.sub(
        r"(?:\s+(?:einem|einer|der|dem|den|die|das|a|an|the|joint|news|virtuell|online|gemeinsamen|gemeinsame|[a-z]+en|[A-Z]+))+\Z",
        "",
        before,
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


def next_year(candidate: Candidate, view: View) -> list[Fact]:
    """The times of what is still to come: "für Juli geplant", said in October, is July of the next year."""
    return in_next_year(candidate.times, view) if candidate.status == "planned" else candidate.times


def in_next_week(candidate: Candidate, view: View) -> list[Fact]:
    """ "Am Dienstag wird er sprechen": a bare weekday or part of a day of the days to come."""
    text = view.text
    if view.published is None or not candidate.times or candidate.status != "planned":
        return candidate.times
    if not _WILL.search(candidate.around.text):
        return candidate.times
    shifted = []
    for fact in candidate.times:
        spot, value = fact["mention"], str(fact.get("value"))
        late = (view.published - dt.date.fromisoformat(str(fact["start"]))).days
        day = re.match(r"\d{4}-\d\d-\d\d", value)
        bare = re.search(r"\d|\b(?:gestern|vor|letzte|vergangene)", text[spot["start"] : spot["end"]]) is None
        if day is None or not bare or not 0 < late < 7:
            return candidate.times
        later = str(dt.date.fromisoformat(day[0]) + dt.timedelta(days=7))
        shifted.append({**fact, "value": later + value[10:], "start": later, "end": later})
    return shifted


def in_next_year(times: list[Fact], view: View) -> list[Fact]:
    """Bare days and months that were taken for ones long past, a year later."""
    if view.published is None or not times:
        return times
    shifted: list[Fact] = []
    for fact in times:
        spot = fact["mention"]
        value, end = str(fact.get("value")), str(fact.get("end") or fact.get("start"))
        written = view.text[spot["start"] : spot["end"]]
        bare = re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value) is not None and re.search(r"\d{4}", written) is None
        named = re.search(rf"(?i)\b(?:{_MONTHS})", written) is not None
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
