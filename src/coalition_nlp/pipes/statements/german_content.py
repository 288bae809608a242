"""What is said by a German verb of saying: a clause, an infinitive, an object, before or behind the verb."""

from __future__ import annotations

import re

from .clauses import FINITE, clause_start, segment_end, segment_start, wrapped_start
from .german_subjects import GermanSubjects
from .lexicon import Lexicon
from .models import State, Unit, Verb
from .speakers import SpeakerFinder
from .triggers import Trigger

_INSERTED_ZU = re.compile(r"[a-zäöüß]{2,}zu[a-zäöüß]{3,}n\Z")
_SUBJECT = re.compile(r"[DA#xBQ]*N+Q?|[RX]")
_BEHIND_PREPOSITION = re.compile(r"PD?[A#xB]*N*#?")
_CLAUSE = re.compile(r"D[A#]?N[xA](?=[^NKSO])[A-Za-z#]")
_SHOULD = ("sollte", "sollten")  # "Sollte es regnen, ..." is a condition
_OBLIQUE = re.compile(r"D[A#xQ]*N+")
_LIST = re.compile(r"D?[A#x]*N+(?:KD?[A#x]*N+){0,6}UD?[A#x]*N+[MW]")


class GermanContent:
    """Finds what is said around a verb of saying."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder, subjects: GermanSubjects) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.subjects = subjects

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

    def _has_infinitive(self, unit: Unit, start: int, end: int) -> bool:
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

    def object_after(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """The object or prepositional phrase that a verb's frame takes as what is said."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        stop = trigger.closing if trigger.closing > trigger.finite else self._main_end(unit, trigger.index)
        if verb.takes("active") and self.lexicon.has_pronoun(words, trigger.finite):
            return None
        k = trigger.finite + 1
        if subject_behind and not trigger.passive:
            early = self._object_before(unit, trigger)
            if early is not None:
                return early
            _, k = self.subjects.right(unit, k, State())
            match = _SUBJECT.match(classes, k, stop)
            if match:
                end = min(self.finder.phrase_end(unit, k, match.end()) or match.end(), match.end())
                k = self._behind_apposition(unit, self.finder.tail_end(unit, end, stop), stop)
        joined = classes.rfind("U", k, stop) if trigger.finite != trigger.index else -1
        if joined > 0 and classes[joined - 1] in "xV":  # "hat A gekündigt und B gefordert"
            k = joined + 1
        if verb.prepositions and not verb.takes("object"):
            return self._prepositional(unit, verb, k, stop)
        if verb.takes("thanks"):
            return self._thanks(unit, k, stop)
        if not verb.takes("object") or verb.companion and not any(w.low == verb.companion for w in words[k:]):
            return None
        if verb.takes("named") and subject_behind:
            return None
        while k < stop:
            low, letter = words[k].low, classes[k]
            if letter in "BX":
                k += 1
            elif low in verb.prepositions:  # no object before it: "rief zur Ruhe auf"
                return self._prepositional(unit, verb, k, stop)
            elif letter == "P":
                begin, k = k, max(self._behind_phrase(unit, k, stop), k + 1)
                if any(w.low in self.lexicon.source_nouns for w in words[begin:k]):
                    k = self.finder.tail_end(unit, k, stop)  # "nach Angaben des Amtes" is inserted
            elif (
                low in ("dem", "einem", "ihrem", "seinem", "diesem")
                or low == "der"
                and words[k + 1 : k + 3]
                and any(w.low == "halber" for w in words[k + 1 : k + 3])
            ):
                match = _OBLIQUE.match(classes, k, stop)
                k = max(match.end() if match else k + 1, k + 1)
                if k < stop and words[k].low == "halber":
                    k += 1
            elif letter in "DNA#xQR":
                return self._object(unit, verb, k, stop)
            else:
                return None
        return None

    @staticmethod
    def _thanks(unit: Unit, k: int, stop: int) -> tuple[int, int] | None:
        """Who is thanked, and for what: "dankte den Helfern für ...", "bedankte sich bei X"."""
        while k < stop and (unit.classes[k] in "BX" or unit.words[k].low in ("bei", "beim")):
            k += 1
        return (k, stop) if k + 1 < stop and unit.classes[k] in "DAN#QP" else None

    def _object(self, unit: Unit, verb: Verb, k: int, stop: int) -> tuple[int, int] | None:
        """The object at word k, where it holds something said: not "wies das zurück", "bestätigte das Urteil"."""
        classes, words = unit.classes, unit.words
        part = classes[k:stop].rstrip("B")
        if all(c in "RXDBO" for c in part):
            return None
        again = re.search(r"K[FV]", classes[k:stop])  # "betont X, ist aber ..."
        stop = k + again.start() if again else stop
        noun = next((i for i in range(k, stop) if classes[i] in "NQ"), None)
        if noun is not None and words[noun].low in verb.never:
            return None
        bare = (
            re.fullmatch(r"[BX]*D?[A#x]*N[BXx]*", part) and noun is not None and self.lexicon.is_claim(words[noun].low)
        )
        if not bare:
            return k, stop
        behind = next((i for i in range(noun or k, len(words)) if classes[i] in "KSC"), len(words))
        told = behind + 1 < len(words) and (
            words[behind + 1].low in self.lexicon.conjunctions
            or self._has_infinitive(unit, behind + 1, segment_end(unit, behind + 1))
        )
        return (k, len(words)) if told else None

    def _object_before(self, unit: Unit, trigger: Trigger) -> tuple[int, int] | None:
        """What is said where it opens the sentence: "Für eine Pause sprach sich X aus", "Einen Abzug forderte X"."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        begin = clause_start(unit, trigger.finite)
        while begin < trigger.finite and classes[begin] in "UHOB":
            begin += 1
        part = classes[begin : trigger.finite]
        if len(part) < 2 or re.search(r"[KSCFMWVJ]", part) or trigger.final:
            return None
        if words[begin].low in verb.prepositions:
            if verb.lemma == "sprechen" and any(w.low in ("mit", "über", "zu") for w in words[begin:]):
                return None
            timely = self.finder.entities.within("times", words[begin].start, words[begin + 1].end)
            return None if timely else (begin + 1, trigger.finite)
        if not verb.takes("object") or verb.companion or verb.takes("named") or part[0] not in "DAN#":
            return None
        if self.finder.entities.within("times", words[begin].start, words[trigger.finite - 1].end):
            return None
        return self._object(unit, verb, begin, trigger.finite)

    def _behind_apposition(self, unit: Unit, k: int, stop: int) -> int:
        """Past a name between commas behind the subject: "forderte der Gesandte, Minister X, mehr Geld"."""
        if unit.classes[k : k + 1] != "K":
            return k
        second = unit.classes.find("K", k + 1, stop)
        if second < 0 or second - k > 10 or FINITE.search(unit.classes, k + 1, second):
            return k
        left, right = unit.words[k].end, unit.words[second].start
        return second + 1 if self.finder.entities.within("people", left, right) else k

    def _behind_phrase(self, unit: Unit, k: int, stop: int) -> int:
        """The word behind a prepositional phrase; a country that follows another noun begins the next one."""
        match = _BEHIND_PREPOSITION.match(unit.classes, k, stop)
        if match is None:
            return k + 1
        for i in range(k + 1, match.end()):
            if unit.classes[i - 1] == "N" and unit.classes[i] == "N":
                here = self.finder.entities.within("countries", unit.words[i].start, unit.words[i].start + 1)
                if here and not any(o[0] < unit.words[i].start < o[1] for o in self.finder.entities.organizations):
                    return i
        return match.end()

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
