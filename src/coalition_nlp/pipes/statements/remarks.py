"""A speech that is a release by itself: "Remarks by the High Representative X" as title, his words as the body."""

from __future__ import annotations

from coalition_nlp.pipes.base import View

from .entities import Entities
from .lexicon import Lexicon
from .models import Found, Speaker

_HEAD = 8  # lines of title, byline, place and date
_LEAST = 90  # characters of a paragraph that is no line of the head


class Remarks:
    """Finds the one speaker of a speech without labels."""

    def __init__(self, view: View, lexicon: Lexicon, entities: Entities) -> None:
        self.view = view
        self.lexicon = lexicon
        self.entities = entities

    def speech(self) -> tuple[int, int, Found] | None:
        """First and last block of the speech with what is said, None if the text is none."""
        blocks, text = self.view.blocks, self.view.text
        if not blocks or blocks[0]["kind"] != "title" and len(blocks) < 2:
            return None
        title = self.view.lowered[blocks[0]["start"] : blocks[0]["end"]].split()
        if self.lexicon.speeches.isdisjoint(title[:3]):
            return None
        head = blocks[1:_HEAD]
        first = next(
            (k for k, b in enumerate(head, 1) if b["kind"] == "body" and b["end"] - b["start"] >= _LEAST), None
        )
        if first is None:
            return None
        speaker = self._author(title, first)
        own = [w.strip(".,;:!?—-") for w in self.view.lowered[blocks[first]["start"] : blocks[first]["end"]].split()]
        if speaker is None or self.lexicon.own_voice.isdisjoint(own):
            return None
        last = first
        while last + 1 < len(blocks) and blocks[last + 1]["kind"] == "body":
            last += 1
        begin, end = blocks[first]["start"], blocks[last]["end"]
        while end > begin and text[end - 1].isspace():
            end -= 1
        where = speaker.ref["mention"]
        span = (where["start"], where["end"])
        return first, last, Found(begin, end, "direct", [speaker], "statement-remarks", span, span, confidence=0.8)

    def _author(self, title: list[str], first: int) -> Speaker | None:
        """The person behind "by" in the title, or the only one in the byline."""
        blocks = self.view.blocks
        heading = blocks[0]
        people = self.entities.within("people", heading["start"], heading["end"])
        if "by" in title:
            place = self.view.lowered.index(" by ", heading["start"]) if " by " in self.view.lowered else -1
            named = [m for m in people if m[0] > place]
            return self.entities.person(named[0][2], *named[0][:2]) if named and place >= 0 else None
        byline = self.entities.within("people", heading["end"], blocks[first]["start"])
        if len({fact["id"] for _, _, fact in byline}) != 1:
            return None
        start, end, fact = byline[0]
        return self.entities.person(fact, start, end)
