"""The object or prepositional phrase that a German verb of saying takes as what is said."""

from __future__ import annotations

import re

from .clauses import FINITE, clause_start, second_verb, segment_end
from .german_content import GermanContent
from .german_subjects import GermanSubjects
from .lexicon import Lexicon
from .models import State, Unit, Verb
from .speakers import SpeakerFinder
from .triggers import Trigger

_SUBJECT = re.compile(r"[DA#xBQ]*N+Q?|[RX]")
_JOINED = re.compile(r"(?:U|K(?=[^UFMWVJ]{1,12}U))D?[A#x]*N+")
_OBLIQUE = re.compile(r"D[A#xQ]*N+")


class GermanObjects:
    """Finds what is demanded, warned of, criticised."""

    def __init__(
        self, lexicon: Lexicon, finder: SpeakerFinder, subjects: GermanSubjects, content: GermanContent
    ) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.subjects = subjects
        self.content = content

    def after(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """What is said, up to a second verb: "sprach von Not und reiste ab"."""
        if trigger.index < trigger.finite and unit.words[trigger.index].text[:1].isupper():
            return None  # "Eingeladen haben A und B": who stands behind is the subject
        found = self._argument(unit, trigger, subject_behind)
        if found is None:
            return None
        begin, stop = found
        if stop == trigger.closing and begin < stop:
            stop = self._with_clause(unit, stop)
        second = second_verb(unit, begin + 1, stop)
        return begin, stop if second is None else second

    def _with_clause(self, unit: Unit, closing: int) -> int:
        """The end of an object with the clause behind the particle: "kündigte Folgen an, falls das Boot sinke"."""
        words, classes = unit.words, unit.classes
        if classes[closing + 1 : closing + 2] != "K" or closing + 3 >= len(words):
            return closing
        start = closing + 2
        end = segment_end(unit, start)
        last = end - 1 - (classes[end - 1] == "O")
        low = words[start].low
        relative = low in self.lexicon.relatives and classes[last] in "FMWV" and not FINITE.search(classes, start, last)
        return end if relative or low in self.lexicon.conditional else closing

    def _argument(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """The object or prepositional phrase that a verb's frame takes."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        stop = trigger.closing if trigger.closing > trigger.finite else self._main_end(unit, trigger.index)
        if stop == trigger.closing and classes[stop] == "N" and classes[stop - 1] == "P":  # "stellte Geld in Aussicht"
            stop -= 1
        if verb.takes("active") and self.lexicon.has_pronoun(words, trigger.finite):
            return None
        k = trigger.finite + 1
        if classes[k : k + 1] == "U" and words[k].low in ("aber", "doch"):
            k += 1
        if subject_behind and not trigger.passive:
            early = self._object_before(unit, trigger)
            if early is not None:
                return early
            _, k = self.subjects.right(unit, k, State())
            match = _SUBJECT.match(classes, k, stop)
            if match:
                end = min(self.finder.phrase_end(unit, k, match.end()) or match.end(), match.end())
                end = self._behind_name(unit, k, end)
                tail = self.finder.tail_end(unit, end, stop)
                if verb.prepositions:  # "sprach das Amt von Not"
                    tail = max(end, min(tail, self.subjects.opening(unit, k, stop, verb.prepositions)))
                k = self._behind_joined(unit, self._behind_apposition(unit, tail, stop), stop)
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
                begin, k = k, self.subjects.behind_phrase(unit, k, stop)
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
        if verb.needs and (noun is None or words[noun].low not in verb.needs):
            return None
        run = noun
        while run is not None and run < stop and classes[run] == "N":  # "bestätigte Halvorsens Teilnahme"
            if words[run].low in verb.never:
                return None
            run += 1
        bare = (
            re.fullmatch(r"[BX]*D?[A#x]*N[BXx]*", part) and noun is not None and self.lexicon.is_claim(words[noun].low)
        )
        if not bare:
            return k, stop
        behind = next((i for i in range(noun or k, len(words)) if classes[i] in "KSC"), len(words))
        told = behind + 1 < len(words) and (
            words[behind + 1].low in self.lexicon.conjunctions
            or self.content.has_infinitive(unit, behind + 1, segment_end(unit, behind + 1))
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
            if verb.lemma == "sprechen" and any(w.low in ("mit", "über", "zu") for w in words[trigger.finite :]):
                return None
            timely = self.finder.entities.within("times", words[begin].start, words[begin + 1].end)
            return None if timely else (begin + 1, trigger.finite)
        if not verb.takes("object") or verb.companion or verb.takes("named") or part[0] not in "DAN#":
            return None
        if self.finder.entities.within("times", words[begin].start, words[trigger.finite - 1].end):
            return None
        return self._object(unit, verb, begin, trigger.finite)

    def _behind_joined(self, unit: Unit, k: int, stop: int) -> int:
        """Past a second subject: "riefen der Minister und sein Kollege X zur Ruhe auf"."""
        while (match := _JOINED.match(unit.classes, k, stop)) is not None:
            end = self._behind_name(unit, k, match.end())
            k = end if end < match.end() else self.finder.tail_end(unit, end, stop)
        return k

    def _behind_name(self, unit: Unit, k: int, end: int) -> int:
        """The end of a subject, without the object that its name runs into: "forderte Minister X Geld"."""
        people = self.finder.entities.within("people", unit.words[k].start, unit.words[end - 1].end)
        return next((i + 1 for i in range(k, end) if people and unit.words[i].end >= people[0][1]), end)

    def _behind_apposition(self, unit: Unit, k: int, stop: int) -> int:
        """Past a name between commas behind the subject: "forderte der Gesandte, Minister X, mehr Geld"."""
        if unit.classes[k : k + 1] != "K":
            return k
        second = unit.classes.find("K", k + 1, stop)
        if second < 0 or second - k > 10 or FINITE.search(unit.classes, k + 1, second):
            return k
        left, right = unit.words[k].end, unit.words[second].start
        return second + 1 if self.finder.entities.within("people", left, right) else k

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
