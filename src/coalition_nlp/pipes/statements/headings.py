"""Headings whose line break is lost: "Streit um Geld Die Ministerin sagte, ..." are two units."""

from __future__ import annotations

from .entities import Entities
from .lexicon import Lexicon
from .models import Word

_LONGEST = 10  # words of a heading


class Headings:
    """Tells where a sentence begins behind a heading that runs into it."""

    def __init__(self, lexicon: Lexicon, entities: Entities) -> None:
        self.lexicon = lexicon
        self.entities = entities
        self._cuts = frozenset(lexicon.table.sentence_openers)
        self._named = frozenset(lexicon.table.named_openers)

    def cut(self, words: list[Word], classes: str) -> int | None:
        """The word at which the sentence proper begins, None if the words are one sentence."""
        if not self._cuts:
            return None
        for k in range(2, min(_LONGEST, len(words) - 3) + 1):
            letter = classes[k - 1]
            if letter in "KSCQHLEOD#P" or words[k - 1].text[0].isupper() and words[k - 1].low in self.lexicon.classes:
                if letter in "KSCQHLEO":
                    return None
                continue
            if self._opens(words, k) and any(c in "FMWV" for c in classes[k + 1 :]):
                return k
            if "F" not in classes[:k] and "V" not in classes[:k] and self._names(words, classes, k):
                return k
        return None

    def _opens(self, words: list[Word], k: int) -> bool:
        """Whether a word in capitals opens a sentence: a function word that no name begins with."""
        word = words[k]
        if not word.text[0].isupper() or word.text.isupper() or word.low not in self._cuts:
            return False
        if self.entities.within("organizations", word.start, word.start + 1):
            return False
        if any(
            left <= words[k - 1].start < right
            for left, right, _ in self.entities.within("people", words[0].start, word.end)
        ):
            return False  # "Moon Jae In"
        if any(left < word.end <= right for left, right, _ in self.entities.organizations):
            return False
        return words[k + 1].low not in self._named

    def _names(self, words: list[Word], classes: str, k: int) -> bool:
        """Whether a person with the verb behind it opens a sentence: "... der Brücke Ines Halvorsen sagte"."""
        start = words[k].start
        titles = self.entities.within("titles", start, start + 1)
        people = self.entities.within(
            "people", titles[0][1] if titles else start, (titles[0][1] + 2) if titles else start + 1
        )
        if not people or classes[k - 1] != "N":
            return False
        before = words[k - 1]
        if any(
            self.lexicon.person_end.search(w.low) or self.lexicon.speaker_end.search(w.low) for w in words[:k]
        ) or self.entities.within("people", before.start, before.end):
            return False
        after = next((i for i in range(k, len(words)) if words[i].start >= people[0][1]), len(words))
        while after < len(words) and classes[after] in "LENB":
            after += 1
        return after < len(words) and classes[after] in "FV"
