"""Speech told apart from what is said: "Das sagte X" behind it, or any verb behind a quotation."""

from __future__ import annotations

from dataclasses import replace

from .colons import span
from .lexicon import Lexicon
from .models import Found, Speaker, State, Unit
from .speakers import SpeakerFinder


class Elsewhere:
    """Finds speakers of what stands in front, without a verb of saying of its own."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder

    def points_back(self, unit: Unit, state: State, speakers: list[Speaker]) -> list[Found]:
        """ "Das sagte X": what is said is the sentence before, where that is nobody else's."""
        words, before = unit.words, state.before
        if words[0].low not in self.lexicon.table.pointing or len(words) < 3 or words[1].cls not in "VF":
            return []
        if before is None or state.told or before.title or unit.block - before.block > 1 or len(before.words) < 5:
            return []
        if any(w.low in self.lexicon.negations for w in words):
            return []
        content = span(before, 0, len(before.words))
        if content is None:
            return []
        verb = next((w for w in words if w.forms), words[1])
        trigger, clause = (verb.start, verb.end), (unit.start, unit.end)
        return [Found(*content, speakers, "statement-points-back", trigger, clause, verb=verb.text, confidence=0.8)]

    def trailing_quote(self, unit: Unit, found: list[Found]) -> list[Found]:
        """A relative clause in quotation marks behind what is reported: "hob er die Helfer hervor, „die ...“"."""
        words, classes = unit.words, unit.classes
        last = len(classes.rstrip("O")) - 1
        quote = words[last].quote if last > 1 and classes[last - 1 : last + 1] == "KQ" else None
        if quote is None or not found or found[-1].kind != "indirect" or found[-1].end > quote.start:
            return []
        said = self.finder.entities.view.text[quote.inner_start : quote.inner_end].split()
        first = 1 if len(said) > 1 and self.lexicon.classes.get(said[0]) == "P" else 0
        if len(said) < 4 or said[first] not in self.lexicon.relatives:
            return []
        item = found[-1]
        left, right = quote.inner_start, quote.inner_end
        return [replace(item, start=left, end=right, kind="direct", rule="statement-trailing-quote")]

    def behind_quote(self, unit: Unit, state: State) -> list[Found]:
        """A quotation, a comma, any verb with its subject: "„Wir warten“, lächelte X"."""
        words, classes = unit.words, unit.classes
        start = next((k for k, c in enumerate(classes) if c not in "OH"), 0)
        if classes[start : start + 2] != "QK" or self.lexicon.language != "de":
            return []
        verb = start + 2
        if len(words) < verb + 2 or classes[verb] not in "xFVA" or words[verb].text[0].isupper():
            return []
        subject = verb + 1
        while subject < len(words) and classes[subject] in "BX":
            subject += 1
        if subject >= len(words) or classes[subject] not in "DNR" or words[subject].low in self.lexicon.oblique:
            return []
        stop = next((k for k in range(subject, len(words)) if classes[k] in "KSCQFMWV"), len(words))
        speakers = self.finder.resolve(unit, subject, stop, state)
        if not speakers or not speakers[0].is_person or not speakers[0].speaks:
            return []
        quote, word = words[start].quote, words[verb]
        if quote is None:
            return []
        trigger = (word.start, word.end)
        left, right = quote.inner_start, quote.inner_end
        return [
            Found(
                left,
                right,
                "direct",
                speakers,
                "statement-behind-quote",
                trigger,
                trigger,
                verb=word.text,
                confidence=0.8,
            )
        ]
