"""Verbs of saying in a German sentence.

No parser is needed: a German clause shows its parts by commas, by the verb in second or last place and by the
particle or participle at its end.
"""

from __future__ import annotations

from .clauses import FINITE, second_verb, segment_start, wrapped_start
from .documents import Documents
from .german_content import GermanContent
from .german_objects import GermanObjects
from .german_subjects import GermanSubjects
from .lexicon import Lexicon
from .models import Speaker, State, Unit, Verb
from .speakers import SpeakerFinder
from .triggers import Trigger

_CITED = frozenset(("wird", "werden", "wurde", "wurden"))
_FRONTED = ("wurde", "wurden", "wird", "ist", "sind", "war", "waren", "hat", "haben")  # "Bestätigt wurde ..."
_PASSIVE = ("worden", "werden", "wurde", "wurden", "wird", "ist", "sei", "war")


class German:
    """Finds the verbs of saying of a unit, with their subjects and what is said."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder) -> None:
        self.lexicon = lexicon
        self.documents = Documents(lexicon, finder)
        self.subjects = GermanSubjects(lexicon, finder)
        content = GermanContent(lexicon)
        self.said_before = content.said_before
        self.content_after = content.content_after
        self.object_after = GermanObjects(lexicon, finder, self.subjects, content).after

    def subject(self, unit: Unit, trigger: Trigger, state: State, before: list[Speaker]) -> tuple[list[Speaker], bool]:
        """The speakers of a verb, and whether they stand behind it."""
        if trigger.verb.takes("cited"):
            return self._cited(unit, trigger, state)
        if trigger.passive:
            return self._demanding(unit, trigger, state), True
        return self.subjects.of(unit, trigger, state, before)

    def _cited(self, unit: Unit, trigger: Trigger, state: State) -> tuple[list[Speaker], bool]:
        """Who is quoted: the subject of the passive, else the person or office behind the verb."""
        if unit.words[trigger.finite].low in _CITED:
            found, _ = self.subjects.left(unit, trigger.finite, state)
            return (found, False) if found else (self.subjects.right(unit, trigger.finite + 1, state)[0], True)
        end = next(
            (k for k in range(trigger.finite + 1, len(unit.words)) if unit.classes[k] in "KSCQ"), len(unit.words)
        )
        for k in range(trigger.finite + 1, end):
            if unit.classes[k] in "DN" and unit.classes[k - 1] not in "DNA":
                found = self.subjects.finder.resolve(unit, k, end, state)
                if found and found[0].is_person:
                    return found, unit.classes[trigger.finite - 1 : trigger.finite] in ("K", "Q")
        return [], False

    def _demanding(self, unit: Unit, trigger: Trigger, state: State) -> list[Speaker]:
        """Whose demand a passive tells: the text's in which it stands, else that of the body that spoke just before."""
        inside = any(self.lexicon.document_end.search(w.low) for w in unit.words if w.cls == "N")
        if inside:
            return self.documents.document_speaker(unit, trigger.index, state)
        spoken = state.speakers if state.said and not state.marked else []
        return [s for s in spoken if not s.is_person]

    def triggers(self, unit: Unit) -> list[Trigger]:
        """The verbs of saying of a unit, each with the reading that its particle decides."""
        found: list[Trigger] = []
        for index, word in enumerate(unit.words):
            if not word.forms:
                continue
            trigger = self._compound(unit, index) or self._finite(unit, index)
            if trigger is not None and trigger.verb.nouns and not self._has_noun(unit, trigger):
                continue
            if trigger is not None and not trigger.verb.takes("none"):
                found.append(trigger)
        return found

    @staticmethod
    def _has_noun(unit: Unit, trigger: Trigger) -> bool:
        """Whether one of the nouns that a verb needs stands in its clause."""
        left = max(0, min(trigger.finite, trigger.index) - 8)
        return any(w.low in trigger.verb.nouns for w in unit.words[left : max(trigger.closing, trigger.finite) + 8])

    def _finite(self, unit: Unit, index: int) -> Trigger | None:
        words = unit.words
        following = words[index + 1].low if index + 1 < len(words) else ""
        if following in ("worden", "werden") or index == 0 and following in _FRONTED:
            return None
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
                if " " in verb.lemma and not any(
                    w.low == verb.particle for w in words[segment_start(unit, index) : index]
                ):
                    continue
                return Trigger(verb, index, index, index, True)
        for verb in readings:
            if not verb.particle:
                if words[index].cls != "V" and words[index].cls != "F":
                    return None
                if verb.takes("attitude") and not any(
                    w.low in ("sich", "mich", "uns") for w in words[index + 1 : index + 8]
                ):
                    continue
                if words[index].low == verb.lemma and last and self._has_modal(unit, index):
                    return None  # "werde darauf drängen, ..."
                return Trigger(verb, index, index, index, False)
        return None

    def _is_last(self, unit: Unit, index: int) -> bool:
        return index + 1 >= len(unit.words) or unit.classes[index + 1] in "KSCOUHLEQ"

    def _subordinate(self, unit: Unit, index: int) -> bool:
        """Whether the clause of a word begins with a subordinator or a relative pronoun."""
        if wrapped_start(unit, index) is not None:
            return True
        start = segment_start(unit, index)
        return start < index and (
            unit.classes[start] == "J"
            or start > 0
            and unit.words[start].low in self.lexicon.relatives
            and unit.classes[start - 1] == "K"
        )

    def _has_modal(self, unit: Unit, index: int) -> bool:
        """Whether a finite verb stands before an infinitive in its clause: "möchte ... anmerken"."""
        return any(c in "FMW" for c in unit.classes[segment_start(unit, index) : index])

    def _particle(self, unit: Unit, index: int, particle: str) -> int | None:
        """The separated particle of the verb at `index`: at the end of a clause."""
        for k in range(index + 1, min(len(unit.words), index + 60)):
            if unit.words[k].low == particle and self._is_last(unit, k):
                start = segment_start(unit, k)  # behind a comma, a finite verb before it has the particle
                if start > index and FINITE.search(unit.classes, start, k):
                    return None
                return None if second_verb(unit, max(start, index + 1), k) else k
            if unit.classes[k] == "S":
                return None
        return None

    def _compound(self, unit: Unit, index: int) -> Trigger | None:
        """A participle with "haben", or an infinitive with "musste", "ließ"."""
        words = unit.words
        for verb, kind in words[index].forms:
            if kind == "participle" and verb.takes("cited"):
                aux = self._auxiliary(unit, index, _CITED)
                if aux is not None:
                    return Trigger(verb, index, aux, index, False)
            if kind == "participle":
                after = words[index + 1].low if index + 1 < len(words) else ""
                hearsay = (
                    self._auxiliary(unit, index, self.lexicon.hearsay, last=index + 1) if after == "haben" else None
                )
                if hearsay is not None:
                    return Trigger(verb, index, hearsay, index + 1, False)
                if after in self.lexicon.perfect:
                    return Trigger(verb, index, index + 1, index + 1, True)
                if after in _PASSIVE:
                    continue
                aux = self._auxiliary(unit, index, _CITED, passive=True)
                if aux is not None and verb.type == "REQUEST" and not verb.takes("cited"):
                    return Trigger(verb, index, aux, index, False, True)
                aux = self._auxiliary(unit, index, self.lexicon.perfect)
                if aux is not None and self._belongs_elsewhere(unit, index, aux, verb):
                    continue
                if aux is not None and (
                    not verb.particle or " " not in verb.lemma or verb.particle in {w.low for w in words[aux:index]}
                ):
                    return Trigger(verb, index, aux, index, False)
            elif kind == "infinitive" and verb.takes("modal"):
                aux = self._auxiliary(unit, index, self.lexicon.admit)
                if aux is not None:
                    return Trigger(verb, index, aux, index, False)
        return None

    def _belongs_elsewhere(self, unit: Unit, index: int, aux: int, verb: Verb) -> bool:
        """Whether a participle of two verbs is the other one's: "hat gelobt zu kommen" is no praise."""
        others = any(kind == "participle" and other is not verb for other, kind in unit.words[index].forms)
        return others and bool(verb.companion) and verb.companion not in {w.low for w in unit.words[aux:index]}

    def _auxiliary(
        self, unit: Unit, index: int, names: frozenset[str], last: int | None = None, passive: bool = False
    ) -> int | None:
        """The auxiliary of a participle: before it in the same clause, relative clauses between them allowed."""
        if not self._is_last(unit, index if last is None else last):
            return None
        for k in range(index - 1, max(-1, index - 40), -1):
            word = unit.words[k]
            if word.low in names:
                return k
            if word.cls in "SC" or word.cls == "V" and not any(kind == "participle" for _, kind in word.forms):
                return None
            if passive and word.cls in "KFMW":
                return None
            if word.cls == "F" and word.low in ("wird", "wurde", "wurden", "werden", "ist", "sind", "war", "waren"):
                return None
        return None
