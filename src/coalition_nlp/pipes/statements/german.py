"""Reported speech in a German sentence: verbs of saying and their frames, markers such as "laut", and the subjunctive.

No parser is needed: a German clause shows its parts by commas, by the verb in second or last place and by the
particle or participle at its end.
"""

from __future__ import annotations

import re

from .lexicon import Lexicon
from .models import Speaker, State, Unit, Verb
from .speakers import SpeakerFinder
from .triggers import Trigger

_FINITE = re.compile(r"[FMWV]")
_INSERTED_ZU = re.compile(r"[a-zäöüß]{2,}zu[a-zäöüß]{3,}n\Z")
_PHRASE = re.compile(r"(?:PD?|D)?[A#xB]*N+|[BRX]")
_STOPS = frozenset("KSCO")


class German:
    """Finds the statements of one unit."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder

    # -- verbs ---------------------------------------------------------------------------------------------------

    def triggers(self, unit: Unit) -> list[Trigger]:
        """The verbs of saying of a unit, each with the reading that its particle decides."""
        found: list[Trigger] = []
        for index, word in enumerate(unit.words):
            if not word.forms:
                continue
            trigger = self._compound(unit, index) or self._finite(unit, index)
            if trigger is not None and not trigger.verb.takes("none"):
                found.append(trigger)
        return found

    def _finite(self, unit: Unit, index: int) -> Trigger | None:
        words = unit.words
        readings = [verb for verb, kind in words[index].forms if kind == "finite"]
        last = self._is_last(unit, index)
        for verb in readings:
            if verb.particle:
                closing = self._particle(unit, index, verb.particle)
                if closing is not None:
                    return Trigger(verb, index, index, closing, False)
        for verb, kind in words[index].forms:
            if kind == "final" and last and (verb.particle or self._subordinate(unit, index)):
                if words[index].low == verb.lemma and self._has_modal(unit, index):
                    return None
                return Trigger(verb, index, index, index, True)
        for verb in readings:
            if not verb.particle:
                if words[index].cls != "V" and words[index].cls != "F":
                    return None
                if verb.takes("attitude") and not any(w.low in ("sich", "mich", "uns") for w in words[index + 1 : index + 8]):
                    continue
                return Trigger(verb, index, index, index, False)
        return None

    def _is_last(self, unit: Unit, index: int) -> bool:
        return index + 1 >= len(unit.words) or unit.classes[index + 1] in "KSCOUHEQ"

    def _subordinate(self, unit: Unit, index: int) -> bool:
        """Whether the clause of a word begins with a subordinator or a relative pronoun."""
        start = self._segment_start(unit, index)
        return start < index and (unit.classes[start] == "J" or start > 0 and unit.words[start].low in self.lexicon.relatives and unit.classes[start - 1] == "K")

    def _has_modal(self, unit: Unit, index: int) -> bool:
        """Whether a finite verb stands before an infinitive in its clause: "möchte ... anmerken"."""
        return any(c in "FMW" for c in unit.classes[self._segment_start(unit, index) : index])

    def _particle(self, unit: Unit, index: int, particle: str) -> int | None:
        """The separated particle of the verb at `index`: at the end of a clause."""
        for k in range(index + 1, min(len(unit.words), index + 60)):
            if unit.words[k].low == particle and self._is_last(unit, k):
                return k
            if unit.classes[k] == "S":
                return None
        return None

    def _compound(self, unit: Unit, index: int) -> Trigger | None:
        """A participle with "haben", or an infinitive with "musste", "ließ"."""
        words = unit.words
        for verb, kind in words[index].forms:
            if kind == "participle":
                after = words[index + 1].low if index + 1 < len(words) else ""
                if after in self.lexicon.perfect:
                    return Trigger(verb, index, index + 1, index + 1, True)
                if after in ("worden", "werden", "wurde", "wurden", "wird", "ist", "sei", "war"):
                    continue
                aux = self._auxiliary(unit, index, self.lexicon.perfect)
                if aux is not None and (not verb.particle or " " not in verb.lemma or verb.particle in {w.low for w in words[aux:index]}):
                    return Trigger(verb, index, aux, index, False)
            elif kind == "infinitive" and verb.takes("modal"):
                aux = self._auxiliary(unit, index, self.lexicon.admit)
                if aux is not None:
                    return Trigger(verb, index, aux, index, False)
        return None

    def _auxiliary(self, unit: Unit, index: int, names: frozenset[str]) -> int | None:
        """The auxiliary of a participle: before it in the same clause, relative clauses between them allowed."""
        if not self._is_last(unit, index):
            return None
        for k in range(index - 1, max(-1, index - 40), -1):
            word = unit.words[k]
            if word.low in names:
                return k
            if word.cls in "SC" or word.cls == "V" and not any(kind == "participle" for _, kind in word.forms):
                return None
            if word.cls == "F" and word.low in ("wird", "wurde", "wurden", "werden", "ist", "sind", "war", "waren"):
                return None
        return None

    # -- places in the unit --------------------------------------------------------------------------------------

    def _segment_start(self, unit: Unit, index: int) -> int:
        """The first word behind the last comma or stronger mark before a word."""
        k = index
        while k > 0 and unit.classes[k - 1] not in "KSCQHLE":
            k -= 1
        return k

    def _segment_end(self, unit: Unit, index: int) -> int:
        k = index
        while k < len(unit.words) and unit.classes[k] not in "KSCH":
            k += 1
        return k

    def clause_start(self, unit: Unit, index: int) -> int:
        """Where the sentence of a finite verb begins: behind a strong mark, or at the start of the unit."""
        for k in range(index - 1, -1, -1):
            if unit.classes[k] in "SC" or (unit.classes[k] == "H" and unit.classes[k + 1 : k + 2] in ("N", "D") and not _FINITE.search(unit.classes, k + 1, index)):
                return k + 1
        return 0

    def _right_subject(self, unit: Unit, start: int, state: State) -> tuple[list[Speaker], int]:
        """The subject behind a finite verb, and where it begins: adverbs and prepositional phrases are passed over."""
        words, classes = unit.words, unit.classes
        k, stop = start, len(words)
        while k < stop:
            letter, low = classes[k], words[k].low
            if letter == "K" or letter in "SC":
                break
            if low in self.lexicon.personal or low in self.lexicon.table.both_markers:
                return self.finder.resolve(unit, k, self._subject_stop(unit, k), state), k
            if letter in "BX":
                k += 1
                continue
            if letter == "P":
                match = re.compile(r"PD?[A#xB]*N*#?(?:O?N*)").match(classes, k, stop)
                k = max(match.end() if match else k + 1, k + 1)
                continue
            if letter in "DNA#xQU" and low not in self.lexicon.oblique:
                match = re.compile(r"[DA#xBQ]*N+").match(classes, k, stop)
                if match:
                    return self.finder.resolve(unit, k, self._subject_stop(unit, k), state), k
            if low in self.lexicon.oblique:
                match = re.compile(r"D[A#xQ]*N*").match(classes, k, stop)
                k = max(match.end() if match else k + 1, k + 1)
                continue
            k += 1
        return [], start

    def _subject_stop(self, unit: Unit, start: int) -> int:
        """How far a subject reaches at most: to the end of its clause, an apposition with commas included."""
        classes = unit.classes
        end = self._segment_end(unit, start)
        if end < len(classes) and classes[end] == "K":
            second = self._segment_end(unit, end + 1)
            if not re.search(r"[FMWVJ]", classes[end + 1 : second]) and second - end < 14:
                return second
        return end

    def _left_subject(self, unit: Unit, finite: int, state: State) -> tuple[list[Speaker], int]:
        """The subject before a finite verb in second place; empty if something else stands there."""
        start = self.clause_start(unit, finite)
        for k in range(finite - 1, start, -1):  # "..., und der Arzt bat": the subject of the second of two clauses
            if unit.classes[k] == "U" and _FINITE.search(unit.classes, start, k):
                start = k + 1
                break
        while start < finite and (unit.classes[start] in "UHO" or unit.words[start].low in self.lexicon.table.focus and unit.classes[start + 1] in "DNAR"):
            start += 1
        first = unit.words[min(start, finite)]
        if start >= finite or first.cls in "PJBQ" and first.low not in self.lexicon.table.both_markers or first.low in self.lexicon.oblique:
            return [], start
        return self.finder.resolve(unit, start, finite, state), start

    def subject(self, unit: Unit, trigger: Trigger, state: State, before: list[Speaker]) -> tuple[list[Speaker], bool]:
        """The speakers of a verb, and whether they stand behind it."""
        finite, classes, words = trigger.finite, unit.classes, unit.words
        if trigger.final:
            start = self._segment_start(unit, trigger.index)
            relative = words[start].low in self.lexicon.relatives and start > 0 and classes[start - 1] == "K" and classes[start + 1 : start + 2] not in ("N", "A")
            if relative:
                antecedent = self._antecedent(unit, start - 1, state)
                if antecedent:
                    return antecedent, False
            found, _ = self._right_subject(unit, start + 1, state)
            return found, False
        if finite > 1 and words[finite - 1].low == "so" and classes[finite - 2] == "K":
            return self._right_subject(unit, finite + 1, state)[0], True
        previous = classes[finite - 1] if finite else "K"
        if previous == "E" and "L" in classes[:finite]:  # "X (SPD) sagte"
            opening = classes.rfind("L", 0, finite)
            previous = classes[opening - 1] if opening else "K"
        if previous in "KQHE" or finite == 0:
            inserted = finite + 2 < len(words) and words[finite + 1].low in self.lexicon.personal and classes[finite + 2] == "K"
            if previous == "K" and finite and not inserted and self._nominal(unit, self.clause_start(unit, finite), finite):
                found, _ = self._left_subject(unit, finite, state)
                if found:
                    return found, False
            found, _ = self._right_subject(unit, finite + 1, state)
            return found, True
        if words[finite - 1].low in ("und", "oder", "aber", "doch", "zugleich", "außerdem", "auch") and before and not (words[finite - 1].cls == "B" and self._segment_start(unit, finite) == finite - 1 == 0):
            right = re.match(r"[BX]*(?:D|R)?[A#x]*N*", classes[finite + 1 :])
            if words[finite - 1].cls == "U" or not (right and right.group().strip("BX")):
                return before, False
        found, _ = self._left_subject(unit, finite, state)
        if found and self.finder.can_speak(unit, found):
            return found, False
        if not found and classes[self._segment_start(unit, finite)] == "U" and before:
            return before, False
        right, _ = self._right_subject(unit, finite + 1, state)
        if found and not (right and self.finder.can_speak(unit, right)):
            return ([] if found[0].timely else found), False
        return right, True

    def _nominal(self, unit: Unit, start: int, finite: int) -> bool:
        """Whether words[start:finite] are a noun phrase with an apposition or a relative clause, and no sentence."""
        first = unit.classes.find("K", start, finite)
        head = unit.classes[start:first]
        return bool(head) and not _FINITE.search(head) and bool(re.match(r"[UBH]*D?[A#x]*N", head)) and not any(
            w.forms for w in unit.words[start:first]
        )

    def _antecedent(self, unit: Unit, comma: int, state: State) -> list[Speaker]:
        """The noun phrase right before a relative clause."""
        k = comma
        while k > 0 and unit.classes[k - 1] in "N#":
            k -= 1
        while k > 0 and unit.classes[k - 1] in "DA":
            k -= 1
        return self.finder.resolve(unit, k, comma, state) if k < comma else []

    def said_before(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """The words before the verb that are what is said, or those around a clause with "wie"."""
        words, classes = unit.words, unit.classes
        if trigger.final:
            start = self._segment_start(unit, trigger.index)
            if words[start].low != "wie":
                return None
            end = self._segment_end(unit, trigger.index)
            if start > 0:
                return self.clause_start(unit, start), start
            return (end + 1, len(words)) if end + 1 < len(words) else None
        finite = trigger.finite
        if finite > 2 and words[finite - 1].low == "so" and classes[finite - 2] == "K":
            finite -= 1
        if not subject_behind or finite < 2 or classes[finite - 1] not in "KQHEO":
            return None
        begin = self.clause_start(unit, finite)
        if begin >= finite - 1:
            return None
        said = classes[begin : finite - 1]
        if trigger.finite != trigger.index and not re.search(r"[QMW]", said):
            return None
        first, *others = re.split("K", said)
        starts = [begin + m.end() for m in re.finditer("K", said)]
        if others and not re.search(r"[FMWVQ]", first) and all(
            classes[s] == "J" or words[s].low in self.lexicon.relatives for s in starts if s < finite - 1
        ):  # "Auf die Frage, ob ..., antwortete sie": an adverbial
            return None
        inserted = classes[finite - 1] == "K" and self._goes_on(unit, max(trigger.index, trigger.closing))
        if "Q" not in said and classes[finite - 1] != "Q" and not inserted and not re.search(r"[FMWVxA]", said):
            return None
        if classes[begin] == "J" and "K" not in said and self.content_after(unit, trigger) is not None:
            return None
        return begin, (len(words) if self._goes_on(unit, max(trigger.index, trigger.closing)) and "Q" != said[:1] else finite)

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
        size = len(words)
        k = trigger.finite
        while k < size:
            mark = classes[k]
            if mark == "C" and k >= trigger.index:
                if not re.search(r"[FMWVQxA]", classes[k + 1 :]):
                    return None
                return (k + 1, size, "colon") if k + 1 < size and (verb.takes("clause") or verb.takes("quote") or verb.takes("that") or verb.takes("attitude") or classes[k + 1] == "Q") else None
            if mark == "Q" and k > position and classes[k - 1] not in "DPA" and words[k].quote is not None and words[k].quote.full and k > trigger.finite:
                return k, size, "quote"
            if mark == "S" or mark == "V" and k > position:
                return None
            if mark == "K":
                frame = self._segment_frame(unit, k + 1, verb, k > position)
                if frame is None and k == position + 1 and self._enumerates(unit, k + 1) and verb.takes("clause"):
                    frame = "clause"
                if frame == "that":
                    return k + 2, size, frame
                if frame:
                    return k + 1, size, frame
            k += 1
        return None

    def _enumerates(self, unit: Unit, start: int) -> bool:
        """Whether a list of nouns begins here that is the subject of a clause: "A, B und C hätten ..."."""
        return bool(re.match(r"D?[A#x]*N+(?:KD?[A#x]*N+){0,6}UD?[A#x]*N+[MW]", unit.classes[start:]))

    def _segment_frame(self, unit: Unit, start: int, verb: Verb, behind: bool) -> str | None:
        """What kind of content the segment from `start` on is, if any."""
        classes, words = unit.classes, unit.words
        if start >= len(words):
            return None
        end = self._segment_end(unit, start)
        first = words[start]
        if first.cls == "V" or verb.takes("none"):
            return None
        typo = first.low == "das" and classes[end - 1] in "FMV" and not _FINITE.search(classes, start, end - 2)
        if first.low in self.lexicon.conjunctions or typo:
            return "that" if verb.takes("clause") or verb.takes("that") or verb.takes("inf") or verb.takes("es") else None
        if classes[start] == "Q" and words[start].quote is not None and words[start].quote.full:
            return "quote"
        if first.low == "wie" or first.low in self.lexicon.comparison:
            return None
        if first.low in ("um", "ohne", "anstatt", "statt") and self._has_infinitive(unit, start, end):
            return None
        if verb.takes("inf") and behind and self._has_infinitive(unit, start, end):
            return "inf"
        spoken = verb.takes("clause") or verb.takes("es")
        if not spoken and not (verb.takes("quote") and "M" in classes[start:end]):
            return None
        if not behind:
            return None
        relative = first.low in self.lexicon.relatives
        rest = classes[start:]
        if relative or first.cls == "J":
            # "der Kampf sei ..." opens a clause, "der ... sagte" a relative one: the subjunctive stands second or follows
            segment = classes[start:end].rstrip("O")
            if first.cls == "J":
                return "clause" if re.search(r"K[MW]", rest) or first.low in ("sollten", "wenn") and "M" in rest else None
            place = re.search(r"[MW]", segment)
            if place and place.start() < len(segment) - 1 and not (place.end() == len(segment)):
                return "clause"
            return "clause" if place is None and re.search(r"K[MW]", rest) and not _FINITE.search(segment) else None
        if first.cls == "U" or first.cls == "K":
            return None
        segment = classes[start:end]
        if _FINITE.search(segment) or any(self.lexicon.is_subjunctive(w.low) for w in words[start:end]):
            return "clause"
        if re.search(r"K[MWF]", rest):
            return "clause"
        return None

    def _has_infinitive(self, unit: Unit, start: int, end: int) -> bool:
        """Whether a segment holds an infinitive with "zu"; coordinated and nested clauses may stand between."""
        words = unit.words
        core = unit.classes[start:end].rstrip("O")
        last = start + len(core) - 1
        if words[start].low in self.lexicon.relatives and core[-1:] in ("F", "M", "V", "W") and words[last - 1].low != "zu":
            return False
        stop = len(words) if end - start <= 2 else end
        for k in range(start, stop):
            low = words[k].low
            if low == "zu" and k + 1 < stop and words[k + 1].cls in "xAFVP" and words[k + 1].low.endswith("n"):
                return True
            if words[k].cls in "xA" and _INSERTED_ZU.match(low):
                return True
        if stop < len(words) and unit.classes[stop] == "K":  # "die Gespräche, die X begann, fortzusetzen"
            return any(
                _INSERTED_ZU.match(w.low) or w.low == "zu" and k + 1 < len(words) and words[k + 1].low.endswith("n") and words[k + 1].cls in "xAFV"
                for k, w in enumerate(words) if stop < k < stop + 25
            ) and not _FINITE.search(unit.classes[start:stop])
        return False

    def object_after(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """The object or prepositional phrase that a verb's frame takes as what is said."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        stop = trigger.closing if trigger.closing > trigger.finite else self._main_end(unit, trigger.index)
        k = trigger.finite + 1
        if subject_behind:
            _, k = self._right_subject(unit, k, State())
            match = re.compile(r"[DA#xBQ]*N+Q?|[RX]").match(classes, k, stop)
            if match:
                k = self.finder.tail_end(unit, match.end(), stop)
        joined = classes.rfind("U", k, stop) if trigger.finite != trigger.index else -1
        if joined > 0 and classes[joined - 1] in "xV":  # "hat A gekündigt und B gefordert"
            k = joined + 1
        if verb.prepositions:
            return self._prepositional(unit, verb, k, stop)
        if not verb.takes("object") or verb.companion and not any(w.low == verb.companion for w in words[k:]):
            return None
        if verb.takes("named") and subject_behind:
            return None
        while k < stop:
            low, letter = words[k].low, classes[k]
            if letter in "BX" and not (low in ("ihn", "ihm") and False):
                k += 1
            elif letter == "P":
                match = re.compile(r"PD?[A#xB]*N*#?").match(classes, k, stop)
                k = max(match.end() if match else k + 1, k + 1)
            elif low in ("dem", "einem", "ihrem", "seinem", "diesem") or low == "der" and words[k + 1 : k + 3] and any(w.low == "halber" for w in words[k + 1 : k + 3]):
                match = re.compile(r"D[A#xQ]*N+").match(classes, k, stop)
                k = max(match.end() if match else k + 1, k + 1)
                if k < stop and words[k].low == "halber":
                    k += 1
            elif letter in "DNA#xQR":
                bare = all(c in "RXDBO" for c in classes[k:stop])
                return None if bare else (k, stop)
            else:
                return None
        return None

    def _prepositional(self, unit: Unit, verb: Verb, start: int, stop: int) -> tuple[int, int] | None:
        places = [k for k in range(start, stop) if unit.words[k].low in verb.prepositions]
        for k in places:
            if verb.lemma == "sprechen" and any(w.low in ("mit", "über", "zu") for w in unit.words[start:k]):
                return None
            if k + 1 < stop and not self.finder.entities.within("times", unit.words[k].start, unit.words[k + 1].end):
                return k + 1, stop
        return None

    def _main_end(self, unit: Unit, index: int) -> int:
        """The end of a clause that nothing closes: the mark that ends the unit, or "und" with another verb."""
        size = len(unit.words)
        while size > index and unit.classes[size - 1] in "OK":
            size -= 1
        return size
