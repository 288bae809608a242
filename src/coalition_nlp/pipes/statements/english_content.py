"""What is said by an English verb of saying: a clause or quotation in front of it or behind it, an object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coalition_nlp.pipes import syntax

from .models import Unit, Verb
from .triggers import Trigger

if TYPE_CHECKING:
    from .english import English

_PLACE = re.compile(r"PD?[A#xN]+(?:KN+(?=K))?")
_PHRASE = re.compile(r"P(?:D|X)?[A#xBN]*")


class EnglishContent:
    """Finds what is said around a verb of saying."""

    def __init__(self, english: English) -> None:
        self.english = english

    def said_before(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """What is said where it stands before subject and verb."""
        index = trigger.index
        if self.english.quoting(unit, index) is not None:
            return None
        opening = self._as_clause(unit, index)
        if opening is not None and trigger.verb.takes("clause"):  # "As X said, ...", "..., as X said"
            if opening > 1:
                return self.english.clause_start(unit, opening), opening
            comma = unit.classes.find("K", index)
            return (comma + 1, len(unit.words)) if comma > 0 else None
        if not subject_behind:
            return None
        adjacent = index > 0 and unit.classes[index - 1] in "KQ"  # ", announced X"
        if (
            trigger.verb.takes("far")
            and not adjacent
            and "Q" not in unit.classes[:index]
            and self._far(unit, index + 1)
        ):
            return None
        k = index
        while k > 0 and (unit.classes[k - 1] == "B" or unit.words[k - 1].low in self.english.lexicon.perfect):
            k -= 1
        start = (
            k if unit.classes[k - 1] in "KQ" and not self.english.apposition_ends(unit, k) else self._raw_start(unit, k)
        )
        begin = self.english.clause_start(unit, start)
        stop = start
        if not trigger.verb.takes("clause") and "Q" not in unit.classes[begin:stop]:
            return None
        inserted = self.inserted(unit, trigger, begin, start)
        if inserted:
            return begin, len(unit.words)
        if stop <= begin or not self.english.has_clause(unit, begin, stop):
            return None
        if "Q" not in unit.classes[max(begin, stop - 2) : stop] and self._follows(unit, trigger):
            return None
        return begin, stop

    def inserted(self, unit: Unit, trigger: Trigger, begin: int, start: int) -> bool:
        """Whether subject and verb stand between commas within what is said: "If it rains, he said, we wait"."""
        classes = unit.classes
        head = classes[begin:start].strip("K")
        if not head or "Q" in head or re.search(r"F", head) and head[0] not in "JP" or len(head) > 30:
            return False
        k = trigger.closing + 1
        while k < len(classes) and (classes[k] == "B" or self._is_time(unit, k)):
            k += 1
        rest = classes[k + 1 :]
        return classes[k : k + 1] == "K" and rest[:1] not in ("J", "P", "U", "") and bool(re.search("F", rest))

    def _follows(self, unit: Unit, trigger: Trigger) -> bool:
        """Whether what is said follows the verb at once, as a clause or behind a colon."""
        after = self.content_after(unit, trigger)
        if after is None or after[2] == "quote":
            return False
        between = unit.classes[trigger.closing + 1 : after[0] - (after[2] == "that")]
        if after[2] == "colon":
            return not re.search("[KSF]", between)
        if after[2] == "that":
            return not between
        finite = unit.classes.find("F", after[0])
        return not re.search("[JU]", unit.classes[after[0] : finite]) and not any(
            w.low in ("as", "after", "before", "since", "who", "which") for w in unit.words[after[0] : finite]
        )

    def _as_clause(self, unit: Unit, index: int) -> int | None:
        """The word "as" that opens the clause of a verb, None if there is none."""
        for k in range(index - 1, max(-1, index - 12), -1):
            if unit.words[k].low == "as" and (k == 0 or unit.classes[k - 1] in "KU"):
                return k
            if unit.classes[k] in "KSCQFV":
                return None
        return None

    def _raw_start(self, unit: Unit, k: int) -> int:
        start = self.english.subject_start(unit, k)
        while start > 0 and unit.classes[start - 1] not in "KQSC":
            start -= 1
        return start

    def content_after(self, unit: Unit, trigger: Trigger) -> tuple[int, int, str] | None:
        """What is said behind the verb: a clause with or without "that", a quotation, what follows a colon."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        size = len(words)
        for k in range(trigger.closing + 1, size):
            letter = classes[k]
            if (
                words[k].low in self.english.lexicon.conjunctions
                and (verb.takes("clause") or verb.takes("that"))
                and k - trigger.closing < 24
            ):
                if self._within_reach(unit, trigger.closing + 1, k) and self._opens_clause(unit, trigger.closing, k):
                    return k + 1, size, "that"
            if letter == "C":
                return (k + 1, size, "colon") if k + 1 < size else None
            if (
                letter == "Q"
                and words[k].quote is not None
                and (
                    words[k].is_full_quote
                    or k == trigger.closing + 1
                    and verb.lemma in ("say", "tell", "write", "tweet")
                )
            ):
                after = classes[k + 1 : k + 2]
                if classes[k - 1] in "K" or k == trigger.closing + 1 or words[k].is_full_quote:
                    return k, (k + 1 if after in ("", "O", "K") else size), "quote"
            if letter in "SQ" or letter == "F" and not self._aside(unit, trigger.closing + 1, k):
                break
        if verb.takes("that") and self._short_clause(unit, trigger.closing + 1):
            return trigger.closing + 1, size, "clause"
        if verb.takes("clause"):
            k = self._told(unit, trigger.closing + 1) if verb.lemma == "tell" else trigger.closing + 1
            while k < size and (
                classes[k] == "B"
                and words[k].low != "there"
                or classes[k] == "P"
                and (self._is_time(unit, k) or self._is_document(unit, k))
            ):
                match = _PHRASE.match(classes, k) if classes[k] == "P" else None
                k = match.end() if match else k + 1
            if k < size and classes[k] == "K":
                return None
            finite = self._finite(unit, k, verb.lemma not in self.english.lexicon.sayers)
            if (
                k + 1 < size
                and classes[k] == "P"
                and (words[k + 1].cls == "#" or words[k + 1].low in ("least", "most", "all", "present"))
            ):
                k += 1
            if (
                k < size
                and (classes[k] in "DNRAx#F" or words[k].low == "there")
                and finite is not None
                and finite > k
                and words[k].low not in ("reporters", "journalists")
            ):
                return (k - 1 if classes[k - 1] == "P" and k - 1 > trigger.closing else k), size, "clause"
        return None

    def _within_reach(self, unit: Unit, start: int, that: int) -> bool:
        """Whether no main clause stands between a verb and "that"."""
        place = unit.classes.find("F", start, that)
        return place < 0 or self._aside(unit, start, place)

    def _aside(self, unit: Unit, start: int, finite: int) -> bool:
        """Whether a finite verb belongs to a clause on place or time: "told reporters where he met them that ..."."""
        return any(unit.words[k].low in ("where", "when", "who", "while") for k in range(start, finite))

    def _finite(self, unit: Unit, start: int, strict: bool) -> int | None:
        """The finite verb of the clause that begins at a word; with `strict`, no noun may come first that has its own
        relative clause ("admitted a strike that killed two")."""
        words, classes = unit.words, unit.classes
        for k in range(start, min(len(words), start + 20)):
            letter = classes[k]
            if letter in "FV":
                return k
            if letter == "Q" and k > start and classes[k - 1] in "xN" and not words[k].is_full_quote:
                return None if strict else k
            if letter == "U" and classes[k + 1 : k + 2] == "V":
                return None  # "promised much and called a meeting"
            if letter in "KSC" or letter == "O" and not words[k].end - words[k].start > 1 and words[k].low != ".":
                return None
            if strict and (letter == "J" or words[k].low in self.english.lexicon.relatives) and k > start:
                return None
            if k > start and letter == "x" and words[k].low.endswith("ed") and classes[k - 1] in "xN#R":
                return None if strict else k
        return None

    def _short_clause(self, unit: Unit, k: int) -> bool:
        """Whether a pronoun or "there" with its verb begins here: "stressed there was no decision"."""
        words, classes = unit.words, unit.classes
        return (
            k + 1 < len(words)
            and (classes[k] == "R" and words[k].low not in ("who", "it") or words[k].low == "there")
            and classes[k + 1] == "F"
        )

    def _told(self, unit: Unit, k: int) -> int:
        """The word behind whom somebody is told: "told the daily there was ...", "told Reuters the talks ..."."""
        words, classes = unit.words, unit.classes
        start = k
        if classes[k : k + 1] == "D":
            k += 1
        while k < len(words) and classes[k] in "AxN":
            k += 1
            if self.english.lexicon.media_end.search(words[k - 1].low) and classes[k : k + 1] in ("N", "D", "R"):
                return k
        opens = k < len(words) and (classes[k] in "DR" or words[k].low == "there")
        return k if start < k and opens else start

    def _opens_clause(self, unit: Unit, verb: int, that: int) -> bool:
        """Whether "that" belongs to the verb: no relative pronoun, and not to another verb between."""
        before = unit.words[that - 1]
        if that + 1 >= len(unit.words) or unit.classes[that + 1] in "FV":
            return False
        if that == verb + 1:
            return True
        if before.low in (
            "ensure",
            "ensuring",
            "so",
            "such",
            "now",
            "given",
            "provided",
            "guarantee",
            "of",
            "to",
            "for",
            "than",
            "means",
        ):
            return False
        return not (
            self.english.tagged
            and syntax.is_verb(self.english.view.doc[self.english.view.token_at(before.start)])
            and before.cls != "B"
        )

    def _is_document(self, unit: Unit, k: int) -> bool:
        """Whether a prepositional phrase names the text in which something is said: "said in a letter they"."""
        match = _PHRASE.match(unit.classes, k)
        last = unit.words[match.end() - 1].low if match else ""
        return unit.words[k].low in ("in", "on") and self.english.lexicon.document_end.search(last)

    def _is_time(self, unit: Unit, k: int) -> bool:
        stop = min(len(unit.words) - 1, k + 2)
        return bool(self.english.finder.entities.within("times", unit.words[k].start, unit.words[stop].end))

    def object_after(self, unit: Unit, trigger: Trigger, subject_behind: bool) -> tuple[int, int] | None:
        """The object that a verb's frame takes as what is said."""
        verb, classes, words = trigger.verb, unit.classes, unit.words
        size = len(words)
        k = trigger.closing + 1
        if verb.prepositions:
            for i in range(k, min(size, k + 14)):
                if words[i].low in verb.prepositions:
                    return i + 1, size
                if classes[i] in "KSCQ":
                    break
        if (
            verb.takes("own")
            and words[k : k + 1]
            and words[k].low == "to"
            and classes[k + 1 : k + 2] in ("x", "V", "F")
        ):
            return k, size
        if verb.takes("inf"):
            to = next((i for i in range(k, min(size, k + 14)) if words[i].low == "to" and i > k), None)
            if words[k : k + 1] and words[k].low in ("not", "to"):  # "asked not to be named"
                return None
            return (k, size) if to is not None and not re.search(r"[KSCF]", classes[k:to]) else None
        if verb.takes("claim") and (that := self._claim(unit, k)):
            return that, size
        if verb.takes("words") and "Q" not in classes[k:]:
            return None
        if verb.takes("far"):
            return self._far(unit, k)
        if verb.nouns:
            return self._noun(unit, verb, k)
        if verb.takes("object") and (not verb.companion or self._companion(unit, k, verb.companion)):
            while k < size and classes[k] == "B":
                k += 1
            if k < size and classes[k] in "DNAx#XR" and (not verb.takes("named") or self._named(unit, k)):
                return k, size
        return None

    def _far(self, unit: Unit, k: int) -> tuple[int, int] | None:
        """The object of "announced", behind adverbs, places and dates: "announced today in Rome, Italy, new aid"."""
        classes, words = unit.classes, unit.words
        size = len(words)
        while k < size:
            if words[k].low in ("more", "up", "over", "nearly", "almost", "roughly"):
                return k, size
            comma = classes[k] == "K" and k > 0
            if classes[k] == "B" or comma or classes[k] in "N#x" and self._timely(unit, k):
                k += 1
            elif classes[k] == "P":
                match = _PLACE.match(classes, k)
                k = match.end() if match else k + 1
            else:
                break
        if k >= size or classes[k] not in "DNA#x" or words[k].low in ("no", "there", "this", "these", "those"):
            return None
        return k, size

    def _timely(self, unit: Unit, k: int) -> bool:
        """Whether word k belongs to a date or time."""
        return bool(self.english.finder.entities.within("times", unit.words[k].start, unit.words[k].end))

    def _noun(self, unit: Unit, verb: Verb, k: int) -> tuple[int, int] | None:
        """An object that demands: "stressed the need for ..."."""
        words = unit.words
        if unit.classes[k : k + 1] == "D":
            for i in range(k + 1, min(k + 4, len(words))):
                if words[i].low in verb.nouns:
                    called = words[i].low in ("call", "calls", "appeal") and unit.classes[i + 1 : i + 2] == "P"
                    return (i + 2 if called else k), len(words)
        return None

    def _claim(self, unit: Unit, k: int) -> int | None:
        """What was claimed by others: behind "that" in "rejected reports that ..."."""
        claimed = False
        for i in range(k, min(len(unit.words), k + 14)):
            claimed = claimed or self.english.lexicon.is_claim(unit.words[i].low)
            if unit.words[i].low in self.english.lexicon.conjunctions:
                return i + 1 if claimed and i + 1 < len(unit.words) else None
            if unit.classes[i] in "KSCFV":
                return None
        return None

    def _companion(self, unit: Unit, k: int, low: str) -> bool:
        """Whether a word stands behind the object: "dismissed the claim as nonsense"."""
        for i in range(k, min(len(unit.words), k + 20)):
            if unit.classes[i] in "SC":
                return False
            if i > k and unit.words[i].low == low and unit.classes[i + 1 : i + 2] not in ("", "V", "F"):
                return True
        return False

    def _named(self, unit: Unit, k: int) -> bool:
        """Whether an object and what it is called stand here: "the vote a step", "it “vital”"."""
        end = next((i for i in range(k, len(unit.words)) if unit.classes[i] in "KSCFVJ"), len(unit.words))
        return bool(re.match(r"(?:[DA#]*[xAN]+(?:PD?[A#xN]+)?|[RX])(?:D|Q)", unit.classes[k:end]))
