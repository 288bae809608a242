"""Speech that is announced for whole paragraphs: press statements after a colon, transcripts, tweets, epigraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coalition_nlp.pipes.base import PROSE, Fact, View, mention

from .lexicon import Lexicon
from .models import Found, Quote, Speaker, State, Unit
from .quotes import PAIRS
from .remarks import Remarks
from .reports import Reports
from .speakers import SpeakerFinder

_LABEL = re.compile(r"([^\W\d_][\w.'’\- ]{1,58}?)(?: \([^)\n]{1,40}\))?:[ \t]+(?=\S)")
_ENDS = re.compile(r"[.!?:;,…][\"'“”«»‘’)\]]*\s*\Z")
_DIRECTION = re.compile(r"(?:[(\[][^)\]\n]{2,40}[)\]]\s*)+")  # "(Via interpreter)"
_DASH = re.compile(r"\s*[–—―-]{1,2}\s*")
_CREDIT = re.compile(r"\n\s*[–—―-]{1,2}\s*[^\n]*\Z")
_LONGEST_POST = 600
# rules that would take the words of the passage's own speaker for somebody else's
_OWN = ("statement-subjunctive", "statement-headline", "statement-first-person", "statement-object")
_MARKS = "\"'“”„«»‘’‚‹›"


class Passages:
    """Knows which units belong to a passage of direct speech, and whose it is."""

    def __init__(
        self, view: View, lexicon: Lexicon, finder: SpeakerFinder, reports: Reports, quotes: list[Quote]
    ) -> None:
        self.view = view
        self.lexicon = lexicon
        self.finder = finder
        self.reports = reports
        self.opened: dict[int, list[Found]] = {}
        self.inside: set[int] = set()
        self.silent: set[int] = set()
        self._guest = State()  # who is spoken of inside a passage
        self.begins: dict[int, int] = {}  # a post may follow other lines in its block
        self._quoted = {(q.start, q.end): q for q in quotes}
        self._labels()
        self._epigraphs()
        self._speech()
        for index, block in enumerate(view.blocks):
            if block["kind"] == "quote_embed" and block.get("author"):
                self._embed(index, block)

    # -- asked for every unit --------------------------------------------------------------------------------------

    def at(self, unit: Unit, state: State) -> list[Found] | None:
        """The statements of a passage at this unit, None outside of passages."""
        if unit.block in self.silent:
            return []
        if unit.block not in self.inside or unit.start < self.begins.get(unit.block, 0):
            return None
        found = self.opened.pop(unit.block, [])
        if found:
            state.speakers, state.topic = found[-1].speakers, None
            self._guest = State()
        return [*found, *self._nested(unit)]

    def announced(self, unit: Unit, state: State, found: list[Found]) -> list[Found]:
        """The press statement that a unit at the end of its paragraph announces, by a colon or as "the following"."""
        blocks = self.view.blocks
        if found or unit.end < blocks[unit.block]["end"] - 2 or not self._announces(unit):
            return []
        first = unit.block + 1
        if first >= len(blocks) or blocks[first]["kind"] != "body" or first in self.inside:
            return []
        speakers = self._announcer(unit, state)
        if not speakers:
            return []
        closing = self._closed_later(first)
        marks = closing is not None
        if closing is None:
            if self.view.text[blocks[first]["start"]] in _MARKS:
                state.speakers, state.topic, state.said = speakers, None, True
                return []
            closing = first - 1
            while (
                closing + 1 < len(blocks)
                and blocks[closing + 1]["kind"] == "body"
                and self._is_speech(blocks[closing + 1])
            ):
                closing += 1
            if closing < first:
                return []
        self.inside.update(range(first, closing + 1))
        state.speakers, state.topic = speakers, None
        begin, end = blocks[first]["start"] + marks, self._trimmed(blocks[closing]["end"]) - marks
        trigger = self._verb(unit) or (unit.words[-1].start, unit.words[-1].end)
        verb = self.view.text[trigger[0] : trigger[1]]
        clause = (unit.start, unit.end)
        return [Found(begin, end, "direct", speakers, "statement-announced", trigger, clause, verb=verb)]

    def _announces(self, unit: Unit) -> bool:
        if unit.classes.endswith("C"):
            return True
        following = self.lexicon.table.following
        return any(w.low in following for w in unit.words[-6:]) and any(
            w.low in self.lexicon.table.announcements for w in unit.words[-3:]
        )

    # -- how passages are found ------------------------------------------------------------------------------------

    def _nested(self, unit: Unit) -> list[Found]:
        """What others are reported to have said inside a passage."""
        if not self._guest.said:  # a guest keeps the floor for one sentence after the other only
            self._guest.speakers = []
        found = self.reports.unit(unit, self._guest)
        kinds = ("person", "title", "organization")
        own = _OWN if self.lexicon.first_person & {w.low for w in unit.words} else _OWN[1:]
        return [
            item
            for item in found
            if item.speakers
            and item.kind == "indirect"
            and (not item.rule.startswith(own) or self._named_here(unit, item))
            and item.speakers[0].ref["kind"] in kinds
        ]

    def _named_here(self, unit: Unit, item: Found) -> bool:
        """Whether it is announced or demanded by a person whom the unit names: "Secretary X announced new aid"."""
        ref = item.speakers[0].ref
        where = ref.get("mention") or {"start": -1}
        first = unit.start <= where["start"] < item.trigger[0]
        return item.rule == "statement-object:announce" and ref["kind"] == "person" and first

    def _announcer(self, unit: Unit, state: State) -> list[Speaker]:
        for trigger in reversed(self.reports.grammar.triggers(unit)):
            if trigger.verb.takes("clause") or trigger.verb.takes("quote"):
                speakers, _ = self.reports.grammar.subject(unit, trigger, state, [])
                if self.finder.can_speak(unit, speakers):
                    return speakers
        if not any(w.low in self.lexicon.table.announcements for w in unit.words):
            return []
        people = self.finder.entities.within("people", unit.start, unit.end)
        if people:
            start, end, fact = people[-1]
            return [self.finder.entities.person(fact, start, end)]
        return self._owner(unit, state)

    def _owner(self, unit: Unit, state: State) -> list[Speaker]:
        """The office or body whose statement is announced: "the following statement attributable to the spokesman"."""
        for k, word in enumerate(unit.words[:-1]):
            if word.low in self.lexicon.table.announcement_owners:
                stop = next((i for i in range(k + 1, len(unit.words)) if unit.classes[i] in "FVKSC"), len(unit.words))
                speakers = self.finder.resolve(unit, k + 1, stop, state)
                if self.finder.can_speak(unit, speakers):
                    return speakers
        return []

    def _closed_later(self, first: int) -> int | None:
        """The paragraph at whose end a quotation closes that opens block `first` and runs over the ones between."""
        blocks, text = self.view.blocks, self.view.text
        mark = text[blocks[first]["start"]]
        if mark not in PAIRS or any(start == blocks[first]["start"] for start, _ in self._quoted):
            return None
        for index in range(first + 1, min(first + 15, len(blocks))):
            block = blocks[index]
            if block["kind"] != "body" or index in self.inside:
                return None
            marks = [c for c in text[block["start"] : block["end"]] if c == mark or c in PAIRS[mark]]
            if marks:
                closed = len(marks) == 1 and text[self._trimmed(block["end"]) - 1] in PAIRS[mark]
                return index if closed else None
        return None

    def _verb(self, unit: Unit) -> tuple[int, int] | None:
        return next(((w.start, w.end) for w in unit.words if w.forms), None)

    def _is_speech(self, block: Fact) -> bool:
        """A paragraph of sentences, and not a heading."""
        piece = self.view.text[block["start"] : block["end"]]
        return bool(_ENDS.search(piece))

    def _trimmed(self, end: int) -> int:
        while end > 0 and self.view.text[end - 1].isspace():
            end -= 1
        return end

    def _prose(self) -> Iterator[tuple[int, Fact, str]]:
        for index, block in enumerate(self.view.blocks):
            if block["kind"] in PROSE:
                yield index, block, self.view.text[block["start"] : block["end"]]

    def _labels(self) -> None:
        """Turns of a transcript or interview: "SECRETARY X: ...", "Frage: ..."."""
        turns: list[tuple[int, Fact, re.Match[str], Speaker | None, bool]] = []
        for index, block, piece in self._prose():
            match = _LABEL.match(piece)
            if match is None:
                continue
            label = match.group(1)
            question = label.casefold() in self.lexicon.transcript_skip and not self._speaks(label, piece)
            shouted = label.isupper() and len(label) > 1
            speaker = None if question else self._labelled(label, block["start"], shouted)
            if question or speaker is not None:
                turns.append((index, block, match, speaker, shouted))
        labels = [t[2].group(1) for t in turns]
        turns = [
            t
            for t in turns
            if t[3] is None or t[3].ref["id"] or self._is_role(t[2].group(1), labels.count(t[2].group(1)))
        ]
        named = [t for t in turns if t[3] is not None]
        if not named or not any(t[4] for t in named) and len(named) < 2:
            return
        blocks = self.view.blocks
        indices = {t[0] for t in turns}
        for index, block, match, speaker, shouted in turns:
            last = index
            if shouted:
                while last + 1 < len(blocks) and last + 1 not in indices and blocks[last + 1]["kind"] == "body":
                    if not self._is_speech(blocks[last + 1]) or self.view.text[blocks[last + 1]["start"]] in "([":
                        break
                    last += 1
            if speaker is None:
                self.silent.update(range(index, last + 1))
                continue
            self.inside.update(range(index, last + 1))
            begin, end = self._unquoted(block["start"] + match.end(), self._trimmed(blocks[last]["end"]))
            direction = _DIRECTION.match(self.view.text, begin, end)
            begin = direction.end() if direction and direction.end() < end else begin
            trigger = (block["start"], block["start"] + match.end(1))
            self.opened[index] = [
                Found(begin, end, "direct", [speaker], "statement-transcript", trigger, trigger, confidence=0.9)
            ]
        ids = {t[3].ref["name"] for t in named if t[3] is not None}
        if len(ids) == 1:
            self._quoted_title(named[0][0], named[0][3])

    def _speaks(self, label: str, piece: str) -> bool:
        """Whether who leads a press conference says more than a word of thanks."""
        return label.casefold() in self.lexicon.table.transcript_hosts and len(piece.split()) > 14

    def _is_role(self, label: str, times: int) -> bool:
        """Whether a label in capitals is somebody unlinked: by a noun for a person or by a second turn; no dateline."""
        return (
            times > 1
            or label.casefold() in self.lexicon.table.transcript_hosts
            or any(self.finder.person_end.search(part) for part in label.casefold().split())
        )

    def _quoted_title(self, first: int, speaker: Speaker | None) -> None:
        """A quotation as the headline of an interview is the guest's."""
        for index, block, piece in self._prose():
            if index >= first or speaker is None:
                return
            quote = self._quoted.get((block["start"], block["start"] + len(piece.rstrip())))
            if quote is not None:
                span = (quote.start, quote.start + 1)
                self.inside.add(index)
                self.opened[index] = [
                    Found(
                        quote.inner_start,
                        quote.inner_end,
                        "direct",
                        [speaker],
                        "statement-title",
                        span,
                        span,
                        confidence=0.6,
                    )
                ]

    def _speech(self) -> None:
        """A whole release in the words of its author."""
        speech = Remarks(self.view, self.lexicon, self.finder.entities).speech() if not self.opened else None
        if speech is not None:
            first, last, item = speech
            self.inside.update(range(first, last + 1))
            self.opened[first] = [item]

    def _unquoted(self, begin: int, end: int) -> tuple[int, int]:
        quote = self._quoted.get((begin, end))
        return (quote.inner_start, quote.inner_end) if quote else (begin, end)

    def _labelled(self, label: str, start: int, shouted: bool) -> Speaker | None:
        """The person a label names: by a mention there, or by a surname of the document."""
        here = self.finder.entities.within("people", start, start + len(label))
        if here:
            return (
                self.finder.entities.person(here[-1][2], start, start + len(label))
                if shouted or here[0][0] == start
                else None
            )
        last = label.split()[-1].casefold()
        for fact in self.view.get("people"):
            if fact["name"].split()[-1].casefold() == last and (shouted or len(label.split()) == 1):
                return self.finder.entities.person(fact, start, start + len(label))
        place = self.finder.entities.within("countries", start, start + 1) or any(
            m["start"] == start for p in self.view.get("places") for m in p.get("mentions", ())
        )
        if shouted and not place and len(label) > 4 and len(label.split()) < 7:
            return Speaker({"kind": "title", "id": None, "name": label, "mention": mention(start, start + len(label))})
        return None

    def _embed(self, index: int, block: Fact) -> None:
        """An embedded post: its author and its words without the line of attribution."""
        text, start = self.view.text, block["start"]
        piece = _CREDIT.sub("", text[start : block["end"]].rstrip()).rstrip()
        if len(piece) > _LONGEST_POST:
            start += piece.rfind("\n") + 1
            piece = piece[piece.rfind("\n") + 1 :]
            self.begins[index] = start
        begin, end = start, start + len(piece)
        while begin < end and text[begin] in _MARKS:
            begin += 1
        while end > begin and text[end - 1] in _MARKS:
            end -= 1
        if begin >= end:
            return
        name = block["author"]
        key = name.split()[-1].casefold()
        fact = next((p for p in self.view.get("people") if p["name"].casefold() == name.casefold()), None) or next(
            (p for p in self.view.get("people") if p["name"].split()[-1].casefold() == key), None
        )
        place = text.find(name, start, block["end"])
        span = (place, place + len(name)) if place >= 0 else (begin, end)
        ref: Fact = (
            {"kind": "person", "id": fact["id"], "name": fact["name"]}
            if fact
            else {"kind": "title", "id": None, "name": name}
        )
        if place >= 0:
            ref["mention"] = mention(*span)
        self.inside.add(index)
        self.opened[index] = [
            Found(begin, end, "direct", [Speaker(ref)], "statement-post", span, span, confidence=0.95, medium="post")
        ]

    def _epigraphs(self) -> None:
        """A quoted paragraph and below it a dash with the name."""
        blocks = self.view.blocks
        for index, block, piece in self._prose():
            quote = self._quoted.get((block["start"], block["start"] + len(piece.rstrip())))
            if quote is None or index + 1 >= len(blocks) or index in self.inside:
                continue
            below = blocks[index + 1]
            credit = self.view.text[below["start"] : below["end"]]
            dash = _DASH.match(credit)
            if dash is None or len(credit) > 200:
                continue
            words = self.lexicon.words(self.view.text, below["start"] + dash.end(), below["end"], [])
            while words and (words[0].low in self.lexicon.table.attribution_openers):
                words.pop(0)
            if words and (words[0].cls in "DN" or words[0].text[0].isupper()):
                stop = next(
                    (k for k, w in enumerate(words) if w.cls == "#" or w.low in self.lexicon.months), len(words)
                )
                while stop > 1 and words[stop - 1].cls in "KO":
                    stop -= 1
                start, end = words[0].start, words[stop - 1].end
                people = self.finder.entities.within("people", start, end)
                name = self.view.text[start:end]
                ref = {"kind": "group", "id": None, "name": name, "mention": mention(start, end)}
                speaker = (
                    self.finder.entities.person(people[0][2], *people[0][:2]) if len(people) == 1 else Speaker(ref)
                )
                self.inside.add(index)
                self.silent.add(index + 1)
                self.opened[index] = [
                    Found(
                        quote.inner_start,
                        quote.inner_end,
                        "direct",
                        [speaker],
                        "statement-epigraph",
                        (start, end),
                        (start, end),
                    )
                ]
