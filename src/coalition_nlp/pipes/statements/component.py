"""Finds statements: who said what, word for word or reported.

One pass over the units of the text (a sentence, or the sentences under one quotation mark). What is announced for
whole paragraphs (a press statement after a colon, a transcript, an embedded tweet) is found first and takes its
stretch of the text; the other units are read for verbs and markers of saying.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from coalition_nlp.pipes.base import Fact, FactPipe, View, mention, mentions_of

from .blocks import Passages
from .english import English
from .entities import Entities
from .german import German
from .headings import Headings
from .lexicon import lexicon
from .models import Found, Quote, Speaker, State, Unit, Word
from .quotes import find_quotes
from .reports import Reports
from .speakers import SpeakerFinder

_LONGEST = 400  # words of a unit; longer "sentences" are lists, tables or broken text
_LIST_MARK = re.compile(r"\(?\d{1,2}[.)]\s+|[-–•*·]\s+")
# "BERLIN, March 3 (Reuters) -", "Kairo, 13. März 2011 (np) -", "Washington/Teheran –"
_DATELINE = re.compile(
    r"[A-ZÄÖÜ][\w.’'-]*(?:[ /,]{1,3}(?:[A-ZÄÖÜ\d][\w.’'-]*|de|la|di)){0,6}\s*"
    r"(?:\([^)\n]{2,30}\)\s*)?(?:[–—-]{1,2}\s+|--)(?=\S)"
)
_OPENING = ("“", "„", "»", "«", '"')
_DASH = re.compile(r"[–—-]\s|--")


class StatementPipe(FactPipe):
    """Finds statements."""

    key = "statements"

    def find(self, view: View) -> list[Fact]:
        """The statements of one document, in text order."""
        words = lexicon(self.language)
        entities = Entities(view)
        finder = SpeakerFinder(words, entities)
        grammar = German(words, finder) if self.language == "de" else English(words, finder, view)
        reports = Reports(words, finder, grammar)
        quotes = find_quotes(view.text, [b for b in view.blocks if b["kind"] in ("title", "body", "quote_embed")])
        passages = Passages(view, words, finder, reports, quotes)
        found: list[Found] = []
        state = State()
        held: list[tuple[int, Found]] = []
        several = sum(b["kind"] == "body" for b in view.blocks) > 2
        for unit in units(view, self.language, quotes, Headings(words, entities)):
            passage = passages.at(unit, state)
            if passage is not None:
                found += passage
                continue
            spoken = _continued(unit, state.before, found, reports.unit(unit, state))
            _look_ahead(unit, spoken, held, several)
            found += spoken + passages.announced(unit, state, spoken)
        return _facts(view, entities, _joined(view.text, found))


def _joined(text: str, found: list[Found]) -> list[Found]:
    """Quotations that run over paragraphs, each opened anew and only the last one closed, are one statement."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda f: (f.start, f.end)):
        last = kept[-1] if kept else None
        if last is not None and last.kind == item.kind == "direct" and last.end < item.start <= last.end + 8:
            between = text[last.end : item.start]
            names = [s.ref["name"] for s in last.speakers]
            same = names == [s.ref["name"] for s in item.speakers]
            own = item.rule != "statement-quotation"  # "..., he added": attributed anew
            if same and not own and "\n" in between and between.strip() in _OPENING:
                last.end = item.end
                continue
        kept.append(item)
    return kept


def _continued(unit: Unit, before: Unit | None, found: list[Found], spoken: list[Found]) -> list[Found]:
    """What is said in one unit; speech that only goes on behind a semicolon lengthens the statement before."""
    last = found[-1] if found and unit.joined and spoken else None
    if last is None or spoken[0].rule != "statement-subjunctive" or last.kind != "indirect":
        return spoken
    if before is None or "M" not in before.classes:  # "Das Tor klemmt, wie X sagte; der Schlüssel sei weg"
        return spoken
    if [s.ref["name"] for s in last.speakers] != [s.ref["name"] for s in spoken[0].speakers]:
        return spoken
    last.end = spoken[0].end
    return spoken[1:]


def _look_ahead(unit: Unit, spoken: list[Found], held: list[tuple[int, Found]], paragraphs: bool) -> None:
    """Reported speech that opens a paragraph belongs to whom the next sentence of the paragraph names."""
    if held and (held[-1][0] != unit.block or not spoken):
        held.clear()
    if not spoken:
        return
    if held and spoken[0].rule.startswith(("statement-after-content", "statement-impersonal", "statement-so")):
        for _, item in held:
            item.speakers = spoken[0].speakers
        held.clear()
    elif spoken[0].rule == "statement-subjunctive" and (not spoken[0].speakers or paragraphs and (held or unit.opens)):
        held.append((unit.block, spoken[0]))
    else:
        held.clear()


def units(view: View, language: str, quotes: list[Quote], headings: Headings) -> list[Unit]:
    """The sentences of the prose as units; sentences that one quotation mark joins are one unit."""
    words = lexicon(language)
    starts = [q.start for q in quotes]
    found: list[Unit] = []
    people = [m[:2] for m in mentions_of(view.get("people"))]
    sentences = list(view.prose())
    k = 0
    while k < len(sentences):
        first = sentences[k]
        start, end, block = first.start, first.end, first.block
        left = bisect_left(starts, start)
        while True:
            right = bisect_left(starts, end)
            reach = max([end, *(q.end for q in quotes[left:right])])
            if reach <= end:
                break
            while k + 1 < len(sentences) and sentences[k + 1].start < reach:
                k += 1
                end = sentences[k].end
            end = max(end, reach)
        inside = quotes[left : bisect_left(starts, end)]
        fresh = start == view.blocks[block]["start"]
        start = _opening(view, start, end, block)
        number = len(found)
        found += _parts(
            start,
            end,
            block,
            _without_names(words.words(view.text, start, end, inside), people),
            first.kind == "title",
            headings,
        )
        if number < len(found):
            found[number].opens = fresh
        k += 1
    return found


def _without_names(found: list[Word], people: list[tuple[int, int]]) -> list[Word]:
    """The words with those inside names as names: "bin" in "Jussuf bin Alawi" is no verb."""
    if not found:
        return found
    place = bisect_left(people, (found[0].start, 0))
    if place == len(people) or people[place][0] >= found[-1].end:
        return found
    for word in found:
        while place < len(people) and people[place][1] <= word.start:
            place += 1
        if (
            place < len(people)
            and people[place][0] <= word.start
            and word.end <= people[place][1]
            and word.cls not in "OK"
        ):
            word.cls, word.forms = "N", ()
    return found


def _opening(view: View, start: int, end: int, block: int) -> int:
    """Where the sentence itself begins: behind a list number, a bullet, or the dateline of a report."""
    match = _LIST_MARK.match(view.text, start, end)
    if match is None and _DASH.search(view.text, start, end):  # most sentences have none
        match = _DATELINE.match(view.text, start, end)
    return match.end() if match else start


def _parts(start: int, end: int, block: int, found: list[Word], title: bool, headings: Headings) -> list[Unit]:
    """A unit for each part between semicolons: what stands in them is said or told apart."""
    if not found:
        return []
    classes = "".join([w.cls for w in found])
    cut = headings.cut(found, classes) if not title else None
    if cut is not None:
        heading = Unit(found[0].start, found[cut - 1].end, block, found[:cut], classes[:cut], True)
        return [heading, *_parts(found[cut].start, end, block, found[cut:], title, headings)]
    if "S" not in classes and len(found) <= _LONGEST:
        return [Unit(found[0].start, found[-1].end, block, found, classes, title)]
    cuts = [k for k, w in enumerate(found) if w.cls == "S" and 2 < k < len(found) - 3 and found[k - 1].cls != "Q"]
    units: list[Unit] = []
    left = 0
    cuts = sorted({*cuts, *range(_LONGEST, len(found), _LONGEST)})
    for cut in [*cuts, len(found)]:
        words = found[left:cut]
        if words:
            units.append(Unit(words[0].start, words[-1].end, block, words, title=title, joined=bool(units)))
        left = cut + (cut < len(found) and found[cut].cls == "S")
    return units


def _facts(view: View, entities: Entities, found: list[Found]) -> list[Fact]:
    facts: list[Fact] = []
    seen: set[tuple[str, str]] = set()
    for item in sorted(found, key=lambda f: (f.start, f.end)):
        for speaker in item.speakers:
            beginning = " ".join(view.text[item.start : item.end].split(None, 8)[:8]).casefold()
            key = (speaker.ref["name"], beginning)
            if key in seen:
                continue
            seen.add(key)
            facts.append(_fact(view, entities, item, speaker, len(facts)))
    return facts


def _fact(view: View, entities: Entities, item: Found, speaker: Speaker, number: int) -> Fact:
    sentence = view.sentence_at(item.trigger[0])
    evidence = (sentence.start, sentence.end) if sentence else item.trigger
    fact: Fact = {
        "id": f"s{number + 1}",
        "record": "statement",
        "trigger": mention(*item.trigger),
        "evidence": mention(*evidence),
        "rule": item.rule,
        "confidence": item.confidence,
        "speaker": speaker.ref,
        "kind": item.kind,
        "quote": mention(item.start, item.end),
    }
    if item.verb:
        fact["verb"] = item.verb
    if item.type:
        fact["type"] = item.type
    if item.modality != "asserted":
        fact["modality"] = item.modality
    if item.medium:
        fact["medium"] = item.medium
    if item.addressee:
        fact["addressee"] = item.addressee.ref
    when = entities.time_in(*item.clause) if item.clause != (item.start, item.end) else None
    if when is not None:
        for name in ("start", "end"):
            if when.get(name):
                fact[name] = when[name]
        if when.get("value"):
            fact["time_value"] = when["value"]
    return fact
