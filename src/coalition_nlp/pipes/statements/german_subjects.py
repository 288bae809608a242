"""The subject of a German verb of saying: before it, behind it, in an earlier clause, or left out."""

from __future__ import annotations

import re

from .clauses import FINITE, clause_start, segment_end, segment_start, wrapped_start
from .lexicon import Lexicon
from .models import Speaker, State, Unit
from .speakers import SpeakerFinder
from .triggers import Trigger

_BEHIND_PREPOSITION = re.compile(r"PD?[A#xB]*N*#?O?N*")
_NOUN_PHRASE = re.compile(r"[DA#xBQ]*N+|D[A#x]*Q")
_LIST = re.compile(r"(?:K[^KSCFMWVJQU]{1,8}){1,6}U[^KSCFMWVJQU]{1,8}")  # "der Minister, seine Kollegin und X"
_ADVERSE = ("aber", "jedoch", "allerdings", "zugleich", "dafür", "dennoch")
_OBLIQUE = re.compile(r"D[A#xQ]*N*")


class GermanSubjects:
    """Finds who a verb of saying is about."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.finder = finder

    def right(
        self, unit: Unit, start: int, state: State, prepositions: tuple[str, ...] = ()
    ) -> tuple[list[Speaker], int]:
        """The subject behind a finite verb, and where it begins: adverbs and prepositional phrases are passed over.

        `prepositions` open what is said: "sprach das Amt von Not" is about the office.
        """
        words, classes = unit.words, unit.classes
        k, stop = start, len(words)
        while k < stop:
            letter, low = classes[k], words[k].low
            if letter == "K" or letter in "SC":
                break
            if low in self.lexicon.personal or low in self.lexicon.table.both_markers:
                return self.finder.resolve(unit, k, self._subject_stop(unit, k, prepositions), state), k
            if letter in "BX":
                k += 1
                continue
            if letter == "P":
                k = self.behind_phrase(unit, k, stop)
                continue
            if letter in "DNA#xQU" and low not in self.lexicon.oblique:
                match = _NOUN_PHRASE.match(classes, k, stop)
                if match:
                    return self.finder.resolve(unit, k, self._subject_stop(unit, k, prepositions), state), k
            if low in self.lexicon.oblique:
                match = _OBLIQUE.match(classes, k, stop)
                k = max(match.end() if match else k + 1, k + 1)
                continue
            k += 1
        return [], start

    def behind_phrase(self, unit: Unit, k: int, stop: int) -> int:
        """The word behind the prepositional phrase at word k; behind a place, body or time a name begins the next."""
        match = _BEHIND_PREPOSITION.match(unit.classes, k, stop)
        if match is None or match.end() <= k + 1:
            return k + 1
        if (
            unit.words[k].low == "von"
            and unit.words[match.end() : match.end() + 1]
            and (unit.words[match.end()].low == "aus")
        ):
            return match.end() + 1
        words, entities = unit.words, self.finder.entities
        for i in range(k + 2, match.end()):
            if unit.classes[i - 1] not in "N#" or unit.classes[i] != "N":
                continue
            start, before = words[i].start, words[i - 1]
            opens = any(entities.within(kind, start, start + 1) for kind in ("titles", "people", "countries"))
            if opens and not any(left < start < right for left, right, _ in entities.organizations):
                for kind in ("times", "places", "countries", "organizations"):
                    if any(right == before.end for _, right, _ in entities.within(kind, words[k].end, before.end)):
                        return i
        return match.end()

    def _subject_stop(self, unit: Unit, start: int, prepositions: tuple[str, ...] = ()) -> int:
        """How far a subject reaches at most: to the end of its clause, an apposition with commas included."""
        classes = unit.classes
        end = segment_end(unit, start)
        if prepositions:
            end = self.opening(unit, start, end, prepositions)
            if classes[end : end + 1] == "P":
                return end
        if end < len(classes) and classes[end] == "K":
            listed = _LIST.match(classes, end)
            if listed:
                return listed.end()
            second = segment_end(unit, end + 1)
            if not re.search(r"[FMWVJ]", classes[end + 1 : second]) and second - end < 14:
                return second
        return end

    def opening(self, unit: Unit, start: int, stop: int, prepositions: tuple[str, ...]) -> int:
        """The preposition that opens what is said: not the one that tells whose office it is."""
        places = [k for k in range(start + 1, stop) if unit.words[k].low in prepositions]
        for k in places:
            behind = unit.words[min(k + 2, stop - 1)].end
            owner = any(
                self.finder.entities.within(kind, unit.words[k].end, behind) for kind in ("countries", "organizations")
            )
            if not owner:
                return k
        return places[-1] if places else stop

    def left(self, unit: Unit, finite: int, state: State) -> tuple[list[Speaker], int]:
        """The subject before a finite verb in second place; empty if something else stands there."""
        start = clause_start(unit, finite)
        for k in range(finite - 1, start, -1):  # "..., und der Arzt bat": the subject of the second of two clauses
            if unit.classes[k] == "U" and FINITE.search(unit.classes, start, k):
                start = k + 1
                break
        while start < finite and (
            unit.classes[start] in "UHO"
            or unit.words[start].low in self.lexicon.table.focus
            and unit.classes[start + 1] in "DNAR"
        ):
            start += 1
        first = unit.words[min(start, finite)]
        if (
            start >= finite
            or first.cls in "PJBQ"
            and first.low not in self.lexicon.table.both_markers
            or first.low in self.lexicon.oblique
        ):
            return [], start
        return self.finder.resolve(unit, start, finite, state), start

    def of(self, unit: Unit, trigger: Trigger, state: State, before: list[Speaker]) -> tuple[list[Speaker], bool]:
        """The speakers of a verb, and whether they stand behind it."""
        finite, classes, words = trigger.finite, unit.classes, unit.words
        if trigger.final:
            start = segment_start(unit, trigger.index)
            relative = (
                words[start].low in self.lexicon.relatives
                and start > 0
                and classes[start - 1] == "K"
                and classes[start + 1 : start + 2] not in ("N", "A")
            )
            if relative:
                antecedent = self._antecedent(unit, start - 1, state)
                if antecedent:
                    return antecedent, False
            wrapped = wrapped_start(unit, trigger.index)
            if wrapped is not None:
                return self._wrapped(unit, wrapped, trigger.index, state), False
            found, _ = self.right(unit, start + 1, state)
            return found, False
        if finite > 1 and words[finite - 1].low == "so" and classes[finite - 2] == "K":
            return self.right(unit, finite + 1, state, trigger.verb.prepositions)[0], True
        previous = classes[finite - 1] if finite else "K"
        if previous == "E" and "L" in classes[:finite]:  # "X (SPD) sagte"
            opening = classes.rfind("L", 0, finite)
            previous = classes[opening - 1] if opening else "K"
        if previous in "KQHE" or finite == 0:
            inserted = (
                finite + 2 < len(words)
                and words[finite + 1].low in self.lexicon.personal
                and classes[finite + 2] == "K"
            )
            if (
                previous == "K"
                and finite
                and not inserted
                and self.is_nominal(unit, clause_start(unit, finite), finite)
            ):
                found, _ = self.left(unit, finite, state)
                if found:
                    return found, False
            if previous == "K" and finite + 1 < len(words) and words[finite + 1].low in _ADVERSE:
                shared = self._shared(unit, finite, state)  # "X stimmte zu, forderte aber mehr Geld"
                if self.finder.can_speak(unit, shared):
                    return shared, False
            found, _ = self.right(unit, finite + 1, state, trigger.verb.prepositions)
            return found, True
        if classes[finite - 1] == "U" and not before:
            shared = self._shared(unit, finite, state)
            if shared:
                return shared, False
        if (
            words[finite - 1].low in ("und", "oder", "aber", "doch", "zugleich", "außerdem", "auch")
            and before
            and not (words[finite - 1].cls == "B" and segment_start(unit, finite) == finite - 1 == 0)
        ):
            right = re.match(r"[BX]*(?:D|R)?[A#x]*N*", classes[finite + 1 :])
            if words[finite - 1].cls == "U" or not (right and right.group().strip("BX")):
                return before, False
        found, _ = self.left(unit, finite, state)
        if found and (self.finder.can_speak(unit, found) or self._is_document(unit, found)):
            return found, False
        if not found and classes[segment_start(unit, finite)] == "U" and before:
            return before, False
        behind, _ = self.right(unit, finite + 1, state, trigger.verb.prepositions)
        if found and not (behind and self.finder.can_speak(unit, behind)):
            return ([] if found[0].timely else found), False
        return behind, True

    def _shared(self, unit: Unit, finite: int, state: State) -> list[Speaker]:
        """The subject of the first of two verbs joined by "und": "Die Fischer kamen zur Mole und forderten Geld"."""
        start = clause_start(unit, finite)
        first = FINITE.search(unit.classes, start, finite - 1)
        if first is None or unit.classes[start] == "J":
            return []
        found, _ = self.left(unit, first.start(), state)
        return found or self.right(unit, first.start() + 1, state)[0]

    def _is_document(self, unit: Unit, speakers: list[Speaker]) -> bool:
        """Whether a subject is a text, for which its author speaks: "Die Resolution fordert X auf, ..."."""
        ref = speakers[0].ref
        start, end = ref["mention"]["start"], ref["mention"]["end"]
        return ref["kind"] == "group" and any(
            self.lexicon.document_end.search(w.low) for w in unit.words if start <= w.start < end
        )

    def is_nominal(self, unit: Unit, start: int, finite: int) -> bool:
        """Whether words[start:finite] are a noun phrase with an apposition or a relative clause, and no sentence."""
        first = unit.classes.find("K", start, finite)
        head = unit.classes[start:first]
        if re.search(r"K[MW]", unit.classes[first:finite]):  # "X, der Minister, werde kommen, sagte Y"
            return False
        return (
            bool(head)
            and not FINITE.search(head)
            and bool(re.match(r"[UBH]*D?[A#x]*N", head))
            and not any(w.forms for w in unit.words[start:first])
        )

    def _wrapped(self, unit: Unit, start: int, index: int, state: State) -> list[Speaker]:
        """The subject of a clause with "wie" that a name between commas splits: that name, else what stands before."""
        comma = unit.classes.index("K", start)
        people = self.finder.entities.within("people", unit.words[comma].end, unit.words[index].start)
        if people:
            return [self.finder.entities.person(people[0][2], *people[0][:2])]
        return self.right(unit, start + 1, state)[0]

    def _antecedent(self, unit: Unit, comma: int, state: State) -> list[Speaker]:
        """The noun phrase right before a relative clause."""
        k = comma
        while k > 0 and unit.classes[k - 1] in "N#":
            k -= 1
        while k > 0 and unit.classes[k - 1] in "DA":
            k -= 1
        return self.finder.resolve(unit, k, comma, state) if k < comma else []
