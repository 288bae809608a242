"""The event a document is the text of: "Remarks With Minister X After Their Meeting", "Remarks at the Signing"."""

from __future__ import annotations

import re

from coalition_nlp.pipes.base import Fact, Sentence

from .models import Candidate, Named, Where
from .passage import Passage

_LONGEST = 480  # a longer opening is no title
_HEADER = 14  # lines between the title and the speech
_GREETINGS = 900  # characters of the first speech in which those present are greeted
_LABEL = re.compile(r"\s*(?:[A-Z][A-Z.'’-]+\s?){1,7}(?:\([^()]{2,40}\)\s*)?:")
_NEVER = frozenset({"spokesperson"})


def read_occasion(candidates: list[Candidate], passage: Passage) -> Candidate | None:
    """The mention in the title of the event at which the text was spoken, filled in; None for any other text."""
    rules, view, text = passage.rules, passage.view, passage.text
    title = next(iter(view.prose()), None)
    if rules.occasion is None or title is None or title.block > 1:
        return None
    head = view.blocks[title.block]
    start, end = head["start"], head["end"]
    if end - start > _LONGEST:
        return None
    bodies = [b for b in view.blocks[title.block + 1 :] if b["kind"] in ("body", "quote_embed")]
    first = next((b for b in bodies if _LABEL.match(text, b["start"], b["end"])), None)
    said = rules.occasion.search(text, start, end)
    if said is None and (first is None or rules.occasion_at.search(text, start, end) is None):
        return None
    found = _mention(candidates, title, start, end, passage)
    if found is None:
        return None
    candidate, new = found
    first = first or next((b for b in bodies if b["end"] - b["start"] > 120), None)
    speech = first["start"] if first is not None else end
    candidate.occasion = True
    _fill(candidate, (start, end, speech), passage)
    for other in candidates:  # "Press Availability With X After Their Meeting"
        if (
            start <= other.start < end
            and other is not candidate
            and rules.status.press.search(text, candidate.start, candidate.end)
        ):
            if other.frame is None and other.kind in ("talks", "ministerial", "summit", "conference"):
                _fill(other, (start, end, speech), passage)
                other.definite = False
    if new:
        candidates.insert(0, candidate)
        candidates.sort(key=lambda c: (c.start, c.another))
    return candidate


def _fill(candidate: Candidate, spots: tuple[int, int, int], passage: Passage) -> None:
    """Status by the word before it, day and place by the header, all who are there."""
    start, end, speech = spots
    rules, text = passage.rules, passage.text
    candidate.dead, candidate.reason = False, None
    before = text[start : candidate.start]
    words = rules.status
    over, ahead = words.spoken_after.search(before), words.spoken_before.search(before)
    candidate.status = "held" if over else "planned" if ahead else "ongoing"
    if not candidate.times:
        candidate.times = _day(end, speech, candidate, passage)
    if rules.has("virtual", text[start:end]):
        candidate.format, candidate.explicit_virtual, candidate.where = "virtual", True, None
    elif candidate.where is None or candidate.where.city is None:
        candidate.where = _header_place(end, speech, passage) or candidate.where
    candidate.add(_present(start, end, speech, passage))


def _mention(
    candidates: list[Candidate], title: Sentence, start: int, end: int, passage: Passage
) -> tuple[Candidate, bool] | None:
    """The last noun of meeting of the title, or a noun that only a title makes one ("Event", "Reception")."""
    rules = passage.rules
    nouns = [c for c in candidates if c.frame is None and start <= c.start < end and c.kind != "visit"]
    if nouns:
        press = [c for c in nouns if rules.status.press.search(passage.text, c.start, c.end)]
        return (press or nouns)[-1], False
    match = rules.occasion_nouns.search(passage.text, start, end)
    if match is None:
        return None
    word = match.group("word")
    kind = rules.status.occasion_kinds.get(word, "other")
    parts = passage.segments(title)
    around = passage.joined(parts)
    at = match.start("word"), match.end("word")
    candidate = Candidate(title, *at, "noun:occasion", kind, "unknown", "strong", around)
    candidate.scope = candidate.clause = parts
    return candidate, True


def _day(end: int, speech: int, candidate: Candidate, passage: Passage) -> list[Fact]:
    """The day of the header, else of the publication."""
    for _, _, fact in passage.times_in(end, speech):
        if fact.get("type") in ("DATE", "TIME") and fact.get("start") and fact.get("start") == fact.get("end"):
            return [fact]
    day = passage.view.published
    if day is None:
        return []
    iso = day.isoformat()
    spot = {"start": candidate.start, "end": candidate.end}
    return [{"type": "DATE", "value": iso, "start": iso, "end": iso, "mention": spot}]


def _header_place(end: int, speech: int, passage: Passage) -> Where | None:
    """The city of a line of its own between title and speech."""
    for start, _, fact in passage.places_from(end, speech):
        where = passage.where(fact)
        line = passage.text.rfind("\n", 0, start) + 1
        if where.city is not None and not passage.text[line:start].strip():
            return where
    return None


def _present(start: int, end: int, speech: int, passage: Passage) -> list[Named]:
    """Those named in the title and the header, who speak, and who are greeted in the first speech."""
    view = passage.view
    found = passage.people_in(start, speech)
    people = {str(p["id"]): p for p in view.get("people")}
    for fact in view.get("statements"):
        speaker = fact.get("speaker") or {}
        person = people.get(str(speaker.get("id") or ""))
        if person is not None and fact.get("rule") == "statement-transcript":
            spot = speaker.get("mention") or person["mentions"][0]
            found.append(Named(spot["start"], spot["end"], "person", str(person["id"]), str(person["name"]), person))
    block = next((b for b in view.blocks if b["start"] == speech), None)
    if block is not None:
        for sentence in view.sentences:
            if speech <= sentence.start < min(block["end"], speech + _GREETINGS):
                for named in passage.people_in(sentence.start, sentence.end):
                    if _is_greeted(sentence.start, named, sentence.end, passage):
                        found.append(named)
    return [n for n in found if not any(o.get("role") in _NEVER for o in n.fact.get("offices") or [])]


def _is_greeted(start: int, named: Named, end: int, passage: Passage) -> bool:
    """ "Thank you, Minister X", "Minister X, welcome": a word of greeting in the same clause."""
    before, behind = passage.text[start : named.start], passage.text[named.end : min(named.end + 60, end)]
    words = list(passage.find("greeting", start, named.start))
    if passage.rules.found["greeting_not"].search(before[-60:]):
        return False
    if words:
        return passage.rules.status.spoken_of.search(before, words[-1].end() - start) is None
    return len(before) < 60 and behind[:1] == "," and passage.rules.has("greeting", behind)
