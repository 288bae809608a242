"""Reported speech in an English sentence: subject before the verb, what is said behind it or in front of both."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import View

from .english_content import EnglishContent
from .lexicon import Lexicon
from .models import Speaker, State, Unit, Verb, Word
from .speakers import SpeakerFinder
from .triggers import Trigger

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))
_HARD = frozenset("SC")
_ACTS = ("REQUEST", "ACCUSE", "THREATEN")
_INFERRED = ("indicate", "suggest", "signal", "reveal")  # as participles they tell what something shows
_RELATIVES = ("who", "which", "whose", "where", "when")


class English:
    """Finds the parts of the statements of one unit."""

    def __init__(self, lexicon: Lexicon, finder: SpeakerFinder, view: View) -> None:
        self.lexicon = lexicon
        self.finder = finder
        self.view = view
        self.tagged = syntax.has_tags(view.doc)
        content = EnglishContent(self)
        self.said_before = content.said_before
        self.content_after = content.content_after
        self.object_after = content.object_after
        self.inserted = content.inserted

    # -- verbs ---------------------------------------------------------------------------------------------------

    def triggers(self, unit: Unit) -> list[Trigger]:
        """The verbs of saying of a unit."""
        if not any(w.forms for w in unit.words):
            return []
        self._mark_finite(unit)
        found: list[Trigger] = []
        for index, word in enumerate(unit.words):
            verb = self._reading(unit, index) if word.forms else None
            if verb is not None and not verb.takes("none") and self._is_act(unit, index):
                closing = index + (1 if verb.particle and " " in verb.lemma or verb.particle else 0)
                found.append(Trigger(verb, index, index, closing, False))
        return found

    def _mark_finite(self, unit: Unit) -> None:
        """Give every finite verb the letter F: by the tagger where there is one, else by its ending."""
        letters = list(unit.classes)
        for k, word in enumerate(unit.words):
            if word.cls == "V" and self.tagged and self._is_noun(word):  # "state television", "reports of losses"
                word.cls, letters[k] = "x", "x"
            if word.cls != "x":
                continue
            if self.tagged:
                if syntax.is_finite(self._token(word)):
                    word.cls = letters[k] = "F"
            elif word.low.endswith("ed") and len(word.low) > 4 and (k == 0 or letters[k - 1] not in "DPA"):
                word.cls = letters[k] = "F"
        unit.classes = "".join(letters)

    def _token(self, word: Word) -> Token:
        """The token of a word; of one with hyphens ("re-affirms") the last."""
        return self.view.doc[self.view.token_at(word.end - 1 if "-" in word.text else word.start)]

    def _is_noun(self, word: Word) -> bool:
        token = self._token(word)
        return syntax.is_verb(token) is False and bool(syntax.is_noun(token) or syntax.is_proper(token))

    def _reading(self, unit: Unit, index: int) -> Verb | None:
        readings = unit.words[index].forms
        following = unit.words[index + 1].low if index + 1 < len(unit.words) else ""
        for verb, _ in readings:
            if verb.particle and verb.particle == following:
                return verb
        return next((verb for verb, _ in readings if not verb.particle), None)

    def _is_act(self, unit: Unit, index: int) -> bool:
        """Whether the verb is one, and tells of an act of saying: no passive, no plan, no noun."""
        words, word = unit.words, unit.words[index]
        before = [w.low for w in words[max(0, index - 4) : index]]
        while (
            before
            and before[-1] in self.lexicon.classes
            and self.lexicon.classes[before[-1]] == "B"
            and before[-1] != "not"
        ):
            before.pop()
        last = before[-1] if before else ""
        if self.tagged and syntax.is_verb(self._token(word)) is False:
            return False
        if unit.classes[index + 1 : index + 2] == "F" and words[index + 1].low in self.lexicon.table.indicative:
            return False  # "the points he said would follow"
        if any(kind == "gerund" for _, kind in word.forms):
            if self.quoting(unit, index) is not None:
                return True
            marked = any(w.low in self.lexicon.conjunctions or w.cls in "QC" for w in words[index + 1 : index + 4])
            if self._absolute(unit, index) is not None:
                return marked or any(v.lemma in self.lexicon.sayers for v, _ in word.forms)
            opens = index > 0 and (unit.classes[index - 1] in "KQBU" or last in _BE)
            if self.lexicon.document_end.search(last):  # "issued a statement denying that ..."
                return marked
            told = any(v.lemma in self.lexicon.sayers or v.type in _ACTS for v, _ in word.forms)
            after = last in self.lexicon.table.gerund_leads and told and any(v.takes("clause") for v, _ in word.forms)
            return opens and (marked or told) or after
        if last in _BE or self._supposed(unit, index):
            return False
        if last == "to":
            met = any(w.low in self.lexicon.table.encounters for w in words[max(0, index - 40) : index])
            if met and self._that_follows(unit, index):  # "met the leaders to make clear that ..."
                return True
            used = any(w.low in self.lexicon.table.using for w in words[max(0, index - 16) : index])
            return len(before) > 1 and (before[-2] in self.lexicon.admit or used)
        if last == "will" and "not" not in before[-2:] and self._that_follows(unit, index):
            return True  # "He will make clear that ...": planned
        if last in self.lexicon.modals or "not" in before[-2:]:
            return False
        if any(kind == "infinitive" for _, kind in word.forms) and not any(
            kind == "finite" and word.low != verb.lemma for verb, kind in word.forms
        ):
            # "says" and "said" are finite; "say" is so only behind a plural subject
            return (
                index > 0
                and unit.classes[index - 1] in "NxRUEQK#B"
                and words[index - 1].low not in ("let", "help", "it", "he", "she")
            )
        return not (self.lexicon.classes.get(last) == "D" or last in ("of", "as", "with")) or word.low in (
            "said",
            "told",
        )

    def _that_follows(self, unit: Unit, index: int) -> bool:
        """Whether "that" stands right behind the verb and its particle."""
        return any(w.low in self.lexicon.conjunctions for w in unit.words[index + 1 : index + 3])

    def _absolute(self, unit: Unit, index: int) -> int | None:
        """The subject of a participle behind "with": "with a spokesman saying that ..."."""
        for k in range(index - 1, max(-1, index - 9), -1):
            if unit.words[k].low == "with":
                return k + 1 if k + 1 < index else None
            if unit.classes[k] not in "DANx":
                return None
        return None

    def _supposed(self, unit: Unit, index: int) -> bool:
        """Whether the clause of a verb only supposes it: "if the minister says no"."""
        for k in range(index - 1, max(-1, index - 12), -1):
            if unit.classes[k] in "KSCQFVU":
                return False
            if unit.words[k].low in self.lexicon.supposing:
                return True
        return False

    def quoting(self, unit: Unit, index: int) -> int | None:
        """The verb "quoted" to which "as saying" at a word belongs, None if there is none."""
        if index < 2 or unit.words[index - 1].low != "as":
            return None
        for k in range(index - 2, max(-1, index - 30), -1):
            if unit.words[k].low in self.lexicon.quoting:
                return k
            if unit.classes[k] in "SCQ":
                return None
        return None

    # -- who -----------------------------------------------------------------------------------------------------

    def clause_start(self, unit: Unit, index: int) -> int:
        """Where the sentence around a word begins: behind a semicolon or colon, or at the start of the unit."""
        for k in range(index - 1, -1, -1):
            if unit.classes[k] in _HARD:
                return k + 1
        return 0

    def subject(self, unit: Unit, trigger: Trigger, state: State, before: list[Speaker]) -> tuple[list[Speaker], bool]:
        """The speakers of a verb, and whether the verb stands behind what is said."""
        classes, words, index = unit.classes, unit.words, trigger.index
        quoting = self.quoting(unit, index)
        if quoting is not None:
            if words[quoting - 1].low in _BE and quoting:  # "X was quoted as saying"
                start = self.subject_start(unit, quoting - 1) if quoting > 1 else 0
                return self.finder.resolve(unit, start, quoting - 1, state), False
            return self.finder.resolve(unit, quoting + 1, index - 1, state), False
        if any(kind == "gerund" for _, kind in words[index].forms):
            absolute = self._absolute(unit, index)
            if absolute is not None:
                return self.finder.resolve(unit, absolute, index, state), False
            if before:
                return ([] if trigger.verb.lemma in _INFERRED else before), False
            start = self._lead(unit, self.clause_start(unit, index))
            finite = next((k for k in range(start, index) if classes[k] in "FV"), index)
            return self._speaking(trigger, self.finder.resolve(unit, start, finite, state)), False
        k = index
        while k > 0 and (classes[k - 1] == "B" or words[k - 1].low in self.lexicon.before_verb):
            k -= 1
        inserted = classes.rfind("K", 0, k) + 1
        if inserted > 2 and classes[inserted] == "P" and not re.search("[FVRJ]", classes[inserted:k]):
            if self.apposition_ends(unit, inserted):  # "X, the minister, in Bergen on Sunday said"
                k = inserted
        if k and classes[k - 1] == "E" and "L" in classes[:k]:  # "the agency (ABC) said"
            k = classes.rindex("L", 0, k)
        if k > 1 and words[k - 1].low in ("who", "which"):
            return self._antecedent(unit, k - 1, state), False
        previous = classes[k - 1] if k else "K"
        if previous in "QK" and not self.apposition_ends(unit, k):
            right = self._speaking(trigger, self._right(unit, index + 1, state))
            if before and previous == "K" and not self.finder.can_speak(unit, right):
                return before, False  # "welcomed the vote, praised the plan, and urged ..."
            return right, True
        if k and words[k - 1].low == "to" and not self.lexicon.admit & {words[k - 2].low}:
            return self._first_subject(unit, k, state), False
        start = self.subject_start(unit, k)
        if start >= k:
            if k and words[k - 1].cls == "U":
                return (before or self._first_subject(unit, k, state)), False
            return [], False
        start = self._joint_start(unit, start)
        found = self._speaking(trigger, self.finder.resolve(unit, start, k, state))
        first = self.clause_start(unit, start)
        behind = bool(start) and classes[start - 1] in "QKE"
        return found, behind and (self.has_clause(unit, first, start) or self.inserted(unit, trigger, first, start))

    def _joint_start(self, unit: Unit, start: int) -> int:
        """Where a list of countries begins that ends at word `start`: "Norway, Sweden, and Denmark said"."""
        words, classes = unit.words, unit.classes
        joiner = "U"
        while start > 1 and classes[start - 1] == joiner:
            stop = start - 1 - (classes[start - 2 : start] == "KU")
            here = [
                m
                for m in self.finder.entities.within("countries", unit.start, words[stop].start)
                if m[1] == words[stop - 1].end
            ]
            if not here or not self.finder.entities.within("countries", words[start].start, words[start].end + 20):
                break
            first = next(k for k in range(stop) if words[k].end > here[-1][0])
            start = first - (first > 0 and classes[first - 1] == "D")
            joiner = "K"
        return start

    def _speaking(self, trigger: Trigger, speakers: list[Speaker]) -> list[Speaker]:
        """The subject of "say" speaks, whatever noun it is; times and laws do not."""
        if trigger.verb.lemma not in self.lexicon.sayers:
            return speakers
        return [s if s.speaks or s.timely or s.mute else replace(s, speaks=True) for s in speakers]

    def _right(self, unit: Unit, start: int, state: State) -> list[Speaker]:
        """The subject behind an inverted verb: "said X", up to the end of its clause."""
        classes = unit.classes
        while start < len(classes) and classes[start] == "B":
            start += 1
        stop = start
        commas = 0
        while stop < len(classes) and stop - start < 22:
            if unit.words[stop].low in _RELATIVES and stop > start:
                break
            if classes[stop] in "SCQ" or classes[stop] == "O" and not self._name_follows(unit, stop):
                break
            if classes[stop] == "K":
                commas += 1
                if commas == 3:
                    break
            if classes[stop] in "FV" and commas == 0:
                return []
            stop += 1
        return self.finder.resolve(unit, start, stop, state)

    def _name_follows(self, unit: Unit, k: int) -> bool:
        """Whether a person's name begins right behind word k, the stop of an abbreviated rank."""
        end = unit.words[k].end
        return bool(self.finder.entities.within("people", end, end + 2))

    def _antecedent(self, unit: Unit, relative: int, state: State) -> list[Speaker]:
        """Whom "who" takes up: the person or the noun phrase right before it."""
        stop = relative - 1 if unit.classes[relative - 1] == "K" else relative
        start = stop
        while start > 0 and unit.classes[start - 1] in "NDxA#O":
            start -= 1
        return self.finder.resolve(unit, start, stop, state) if start < stop else []

    def apposition_ends(self, unit: Unit, k: int) -> bool:
        """Whether the comma before word k closes an apposition: "X, the minister, said"."""
        classes = unit.classes
        if classes[k - 1] != "K":
            return False
        first = self.clause_start(unit, k)
        opening = classes.rfind("K", first, k - 1)
        if opening < 0:
            return False
        if "Q" in classes[opening:k]:
            return False
        inserted = classes[opening + 1 : k - 1]
        relative = any(w.low in _RELATIVES for w in unit.words[opening + 1 : k - 1])
        if re.search(r"[FV]", inserted) and not relative:
            return False
        earlier = max(classes.rfind(mark, first, opening) for mark in "KQ")
        head = classes[max(earlier + 1, first) : opening]
        return bool(head) and not re.search(r"[FVJ]", head)

    def subject_start(self, unit: Unit, k: int) -> int:
        """Where the subject before word k begins."""
        classes, words = unit.classes, unit.words
        start = k
        if classes[k - 1] == "K" and self.apposition_ends(unit, k):
            opening = classes.rfind("K", 0, k - 1)
            if opening > 0 and words[opening + 1].low in _RELATIVES:
                return self.subject_start(unit, opening)
        if classes[k - 1] == "K":  # an apposition or relative clause between subject and verb
            start = max(classes.rfind("K", 0, k - 1), 0)
        while start > 0:
            letter = classes[start - 1]
            if letter in "QSCHE" or letter == "J":
                break
            if letter == "V" and start < k and classes[start] in "NDR" and words[start - 2].low not in _RELATIVES:
                break  # "denies the minister said": a clause without "that"
            if (
                words[start - 1].low in self.lexicon.temporal
                and start < k
                and "F" in classes[self.clause_start(unit, start) : start - 1]
            ):  # "the fire held after ministers said": the main clause ends
                break
            if letter == "K":
                # "X, the minister" before the verb: the name stands before the comma
                earlier = max(classes.rfind(mark, 0, start - 1) for mark in "KQSC")
                part = classes[earlier + 1 : start - 1]
                here = classes[start:k]
                if (
                    re.fullmatch(r"[UB]*D?[A#xN]*(?:PD?[A#xN]*)*", part)
                    and part
                    and not re.search(r"[FVR]", here)
                    and self._names(unit, start, k)
                    and (earlier < 0 or classes[earlier] in "KQ")
                    and words[earlier + 1].cls != "P"
                    and self._role_phrase(unit, earlier + 1, start - 1)
                ):
                    start = earlier + 1
                    continue
                break
            if letter == "U" and start >= 2 and re.search(r"[FV]", self._back(unit, start - 1)):
                break
            start -= 1
        return self._lead(unit, start, k)

    def _back(self, unit: Unit, k: int) -> str:
        """The letters of the segment that ends before word k."""
        first = max(unit.classes.rfind(mark, 0, k) for mark in "KQSC")
        return unit.classes[first + 1 : k]

    def _names(self, unit: Unit, start: int, stop: int) -> bool:
        """Whether a stretch is the second half of an apposition: a name, or a role behind a name."""
        return bool(re.fullmatch(r"[DUB]*[A#xN]+(?:PD?[A#xN]*)*", unit.classes[start:stop]))

    def _role_phrase(self, unit: Unit, start: int, stop: int) -> bool:
        """Whether the words before the comma name somebody."""
        left, right = unit.words[start].start, unit.words[stop - 1].end
        if unit.words[start].low.endswith("ing"):  # "Speaking ahead of the visit, ..."
            return False
        if self.finder.entities.within("people", left, right):
            return True
        return any(self.finder.person_end.search(w.low) for w in unit.words[start:stop])

    def _lead(self, unit: Unit, start: int, stop: int | None = None) -> int:
        """Pass over what stands before a subject: conjunctions, adverbs, a prepositional phrase."""
        classes, words = unit.classes, unit.words
        stop = len(classes) if stop is None else stop
        while start < stop and classes[start] in "UBHOEJ":
            start += 1
        if start < stop and classes[start] == "P":
            people = self.finder.entities.within("people", words[start].end, words[stop - 1].end)
            comma = classes.find("K", start, stop)
            if comma >= 0:
                return self._lead(unit, comma + 1, stop)
            for k in range(start + 1, stop):
                if classes[k] in "DR" and k > start + 1:
                    return k
            if people:
                k = next(i for i in range(start, stop) if words[i].end > people[-1][0])
                while k - 1 > start and classes[k - 1] in "xA" and words[k - 1].cls not in "P":
                    k -= 1
                return k
        return start

    def _first_subject(self, unit: Unit, k: int, state: State) -> list[Speaker]:
        """The subject of the clause to which a verb behind "and" belongs."""
        start = self._lead(unit, self.clause_start(unit, k), k)
        finite = next((i for i in range(start, k) if unit.classes[i] in "FV"), None)
        return self.finder.resolve(unit, start, finite, state) if finite is not None and finite > start else []

    def has_clause(self, unit: Unit, start: int, stop: int) -> bool:
        part = unit.classes[start:stop]
        if part[:1] == "J" and part[-1:] == "K" and len(part) > 3:  # "If it rains, he said, ..."
            return True
        return "Q" in part or bool(re.search(r"[FV]", part))
