"""What is said by a German verb of saying: a clause, an infinitive, an object, before or behind the verb."""

from __future__ import annotations

import re

from .clauses import FINITE, clause_start, segment_end, segment_start, wrapped_start
from .lexicon import Lexicon
from .models import Unit, Verb
from .triggers import Trigger

_INSERTED_ZU = re.compile(r"[a-zäöüß]{2,}zu[a-zäöüß]{3,}n\Z")
_CLAUSE = re.compile(r"D[A#]?N[xA](?=[^NKSO])[A-Za-z#]")
_SHOULD = ("sollte", "sollten")  # "Sollte es regnen, ..." is a condition


class GermanContent:
    """Finds what is said around a verb of saying."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def said_before(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """The words before the verb that are what is said, or those around a clause with "wie"."""
        words, classes = unit.words, unit.classes
        if trigger.final:
            wrapped = wrapped_start(unit, trigger.index)
            start = segment_start(unit, trigger.index) if wrapped is None else wrapped
            if words[start].low != "wie":
                return None
            end = segment_end(unit, trigger.index)
            if start > 0:
                inserted = end + 2 < len(words) and classes[end + 1] not in "UJ" and self._opens_late(unit, start)
                return clause_start(unit, start), (len(words) if inserted else start)
            return (end + 1, len(words)) if end + 1 < len(words) else None
        finite = trigger.finite
        if finite > 2 and words[finite - 1].low == "so" and classes[finite - 2] == "K":
            finite -= 1
        if not subject_behind or finite < 2 or classes[finite - 1] not in "KQHEO":
            return None
        begin = clause_start(unit, finite)
        if begin >= finite - 1:
            return None
        said = classes[begin : finite - 1]
        if trigger.finite != trigger.index and not re.search(r"[QMW]", said):
            return None
        first, *others = re.split("K", said)
        starts = [begin + m.end() for m in re.finditer("K", said)]
        if (
            others
            and not re.search(r"[FMWVQ]", first)
            and all(classes[s] == "J" or words[s].low in self.lexicon.relatives for s in starts if s < finite - 1)
        ):  # "Auf die Frage, ob ..., antwortete sie": an adverbial
            return None
        inserted = classes[finite - 1] == "K" and self._goes_on(unit, max(trigger.index, trigger.closing))
        if "Q" not in said and classes[finite - 1] != "Q" and not inserted and not re.search(r"[FMWVxA]", said):
            return None
        if "K" not in said and "Q" not in said:  # one subordinate clause: what is said stands behind the verb
            after = self.content_after(unit, trigger) if classes[begin] == "J" or words[begin].low in _SHOULD else None
            if after is not None and (classes[begin] == "J" or after[2] == "that"):
                return None
            if words[begin].low in self.lexicon.temporal and not inserted:
                return None
        return begin, (
            len(words) if self._goes_on(unit, max(trigger.index, trigger.closing)) and said[:1] != "Q" else finite
        )

    @staticmethod
    def _opens_late(unit: Unit, stop: int) -> bool:
        """Whether a clause begins before a word whose predicate stands behind: "Das Treffen ist, wie X sagte, ..."."""
        begin = clause_start(unit, stop)
        last = unit.classes[begin : stop - 1]
        return bool(re.search(r"F[BXP]?\Z|\A[^FMWV]+\Z", last))

    def _goes_on(self, unit: Unit, index: int) -> bool:
        """Whether what is said goes on behind an inserted attribution."""
        comma = unit.classes.find("K", index)
        if comma < 0 or comma + 2 >= len(unit.words):
            return False
        following = unit.words[comma + 1]
        return following.low not in self.lexicon.relatives and following.cls not in "N"

    # -- what is said --------------------------------------------------------------------------------------------

    def content_after(self, unit: Unit, trigger: Trigger) -> tuple[int, int, str] | None:
        """Words that hold what is said behind the verb as (start, end, frame), None where nothing follows."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        position = max(trigger.closing, trigger.index)
        size = self._told_end(unit, position)
        k = trigger.finite
        while k < size:
            mark = classes[k]
            if mark == "C" and k >= trigger.index:
                if not re.search(r"[FMWVQxA]", classes[k + 1 :]):
                    return None
                return (
                    (k + 1, size, "colon")
                    if k + 1 < size
                    and (
                        verb.takes("clause")
                        or verb.takes("quote")
                        or verb.takes("that")
                        and re.search("[QM]", classes[k + 1 :])
                        or verb.takes("attitude")
                        or classes[k + 1] == "Q"
                    )
                    else None
                )
            if (
                mark == "Q"
                and k > position
                and classes[k - 1] not in "DPA"
                and words[k].is_full_quote
                and k > trigger.finite
            ):
                return k, size, "quote"
            if mark == "S" or mark == "V" and k > position:
                return None
            if (
                k > position
                and trigger.finite < trigger.index
                and any(kind == "participle" for _, kind in words[k].forms)
            ):
                return None  # "hat A gewarnt und B angekündigt, ...": what follows is the second verb's
            if mark == "K":
                frame = self._segment_frame(unit, k + 1, verb, k > position)
                if frame is None and k == position + 1 and self._enumerates(unit, k + 1) and verb.takes("clause"):
                    frame = "clause"
                if frame is None and k > position and verb.takes("clause") and self._preterite(unit, k + 1):
                    frame = "clause"
                if frame == "that":
                    return k + 2, size, frame
                if frame:
                    return k + 1, size, frame
            k += 1
        return None

    @staticmethod
    def _told_end(unit: Unit, start: int) -> int:
        """Where what is said ends at the latest: before a closing ", hieß es"."""
        for k in range(len(unit.words) - 2, max(start, len(unit.words) - 14), -1):
            told = unit.words[k].low in ("hieß", "heißt") and unit.words[k + 1].low == "es"
            if told and unit.classes[k - 1] == "K":
                return k - 1
        return len(unit.words)

    def _preterite(self, unit: Unit, start: int) -> bool:
        """Whether a clause with a strong verb in second place begins here: "die Gespräche verliefen ruhig"."""
        match = _CLAUSE.match(unit.classes, start)
        return match is not None and unit.words[match.end() - 2].low.endswith(("en", "ten"))

    def _enumerates(self, unit: Unit, start: int) -> bool:
        """Whether a list of nouns begins here that is the subject of a clause: "A, B und C hätten ..."."""
        return bool(re.match(r"D?[A#x]*N+(?:KD?[A#x]*N+){0,6}UD?[A#x]*N+[MW]", unit.classes[start:]))

    def _segment_frame(self, unit: Unit, start: int, verb: Verb, behind: bool) -> str | None:
        """What kind of content the segment from `start` on is, if any."""
        classes, words = unit.classes, unit.words
        if start >= len(words):
            return None
        end = segment_end(unit, start)
        first = words[start]
        if first.cls == "V" or verb.takes("none"):
            return None
        if (
            first.cls == "F" and first.low not in self.lexicon.supposed
        ):  # "betont X, ist aber ...": no clause of its own
            return None
        typo = first.low == "das" and classes[end - 1] in "FMV" and not FINITE.search(classes, start, end - 2)
        if first.low in self.lexicon.conjunctions or typo:
            return (
                "that" if verb.takes("clause") or verb.takes("that") or verb.takes("inf") or verb.takes("es") else None
            )
        if classes[start] == "Q" and words[start].is_full_quote:
            return "quote"
        if first.low == "wie" or first.low in self.lexicon.comparison:
            return None
        if first.low in ("um", "ohne", "anstatt", "statt") and self.has_infinitive(unit, start, end):
            return None
        if verb.takes("inf") and behind and self.has_infinitive(unit, start, end):
            return "inf"
        spoken = verb.takes("clause") or verb.takes("es")
        if not spoken and not (verb.takes("quote") and "M" in classes[start:end]):
            return None
        if not behind:
            return None
        relative = first.low in self.lexicon.relatives
        rest = classes[start:]
        if relative or first.cls == "J":
            # "der Kampf sei ..." opens a clause, "der ... sagte" a relative one: by where the subjunctive stands
            segment = classes[start:end].rstrip("O")
            if first.cls == "J":
                return (
                    "clause" if re.search(r"K[MW]", rest) or first.low in ("sollten", "wenn") and "M" in rest else None
                )
            place = re.search(r"[MW]", segment)
            if place and place.start() < len(segment) - 1 and place.end() != len(segment):
                return "clause"
            return "clause" if place is None and re.search(r"K[MW]", rest) and not FINITE.search(segment) else None
        if first.cls == "U" or first.cls == "K":
            return None
        segment = classes[start:end]
        if FINITE.search(segment) or any(self.lexicon.is_subjunctive(w.low) for w in words[start:end]):
            return "clause"
        if re.search(r"K[MWF]", rest):
            return "clause"
        return None

    def has_infinitive(self, unit: Unit, start: int, end: int) -> bool:
        """Whether a segment holds an infinitive with "zu"; coordinated and nested clauses may stand between."""
        words = unit.words
        core = unit.classes[start:end].rstrip("O")
        last = start + len(core) - 1
        if (
            words[start].low in self.lexicon.relatives
            and core[-1:] in ("F", "M", "V", "W")
            and words[last - 1].low != "zu"
        ):
            return False
        stop = len(words) if end - start <= 2 else end
        for k in range(start, stop):
            low = words[k].low
            if low == "zu" and k + 1 < stop and words[k + 1].low.endswith("n"):
                if words[k + 1].cls in "xAFVP" or words[k + 1].cls == "D" and k + 2 >= last + 1:
                    return True
            if words[k].cls in "xA" and _INSERTED_ZU.match(low):
                return True
        if stop < len(words) and unit.classes[stop] == "K":  # "die Gespräche, die X begann, fortzusetzen"
            return any(
                _INSERTED_ZU.match(w.low)
                or w.low == "zu"
                and k + 1 < len(words)
                and words[k + 1].low.endswith("n")
                and words[k + 1].cls in "xAFV"
                for k, w in enumerate(words)
                if stop < k < stop + 25
            ) and not FINITE.search(unit.classes[start:stop])
        return False
