"""Finds the noun phrase that a numeral counts: German by capitals and endings, English by plurals."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from coalition_nlp.languages import rules

from .models import Phrase, PhraseWords
from .plurals import german_singular, singular
from .units import Noun, Units, units

_REACH = 140  # characters that a noun phrase may take
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w’'*·-]*(?:[:_/][Ii]n(?:nen)?)?")
_GAP = re.compile(r"[ \u00a0\u202f\u2009\t]+|[ \t]*\n(?!\s*\n)[ \t]*")
_MODEL = re.compile(r"[0-9]{1,3}[A-Z]?[0-9]?[ \u00a0]+(?=\w)")
_COMPOUND = re.compile(r"(?:anti|surface|air|ground|shoulder|short|medium|long|intermediate|self|vehicle|car)-[a-z-]+$")
# "70 Sammel- und 50 Einzelzellen": the signs are those of the shadow
_NUMBERED = re.compile(r"-,?\s+(?:und|oder|sowie)\s+(?:[a-zäöü]+\s+)?[\ue000\ue005]\ue001*\s+([A-ZÄÖÜ][\w-]+)")
_ORIGIN = re.compile(r"[A-Z][a-z]+(?:ish|ian|ean|ese|i|an|ic)$|(?:French|Dutch|Greek|Czech|Swiss|Arab)$")
_ADJECTIVE = re.compile(r"(?:al|able|ible|ous|ive|ic|ary|ern|ed|ing|less|ful|ish|an|ese)$")
_OF = re.compile(r"\s+of(?:\s+the)?(?:\s+total)?\s+(?:number|amount|total)\s+of|\s+of")
_SAYING = re.compile(
    r"\s+(?:have\s+|had\s+)?(?:said|say|says|told|reported|added|confirmed|believe[ds]?|claim(?:ed)?)\b"
)
_QUOTE = "„“”\"»«‚‘'’"


class Phrases(ABC):
    """What follows a numeral, read up to its noun."""

    def __init__(self, language: str) -> None:
        self.words = rules(language, "figures_phrases", PhraseWords)
        self.stop = frozenset(self.words.stop)
        self.quantifiers = frozenset(self.words.quantifiers)
        self.attributes = frozenset(self.words.attributes)
        self.units: Units = units(language)
        self.coordinator = re.compile(
            r"\s+(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in self.words.coordinators) + r")\s+"
        )
        noun = r"[A-ZÄÖÜ][\w-]+" if language == "de" else r"[a-z][\w-]+(?: [a-z][\w-]+)?"
        self.enumeration = re.compile(rf"(?:,\s+{noun}){{1,4}},?\s+(?:und|oder|sowie|and|or)\s+{noun}(?!\w|-)")
        self.genitive = re.compile(
            r"\s+(?:"
            + "|".join(
                re.escape(w).replace(r"\ ", r"\s+") for w in sorted(self.words.genitives, key=lambda w: (-len(w), w))
            )
            + r")\s+"
        )

    @abstractmethod
    def find(self, text: str, start: int, end: int) -> Phrase | None:
        """The noun phrase that starts at `start` (white space first) and ends before `end`; None if there is none."""

    def tokens(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Words from `start` with nothing but white space or quotes between them."""
        found: list[tuple[int, int, str]] = []
        position, end = start, min(end, start + _REACH)
        while len(found) < 8:
            gap = _GAP.match(text, position, end)
            at = gap.end() if gap else position
            if not gap and found:
                if position + 1 < end and text[position] in "-‑" and text[position - 1] in _QUOTE:
                    at = position + 1  # a name in quotes as the first part of a compound
                else:
                    break
            if at < end and text[at] in _QUOTE:
                at += 1
            if found and found[-1][2][0].isupper():
                model = _MODEL.match(text, at, end)  # "Challenger 2 tanks"
                at = model.end() if model else at
            word = _WORD.match(text, at, end)
            if word is None:
                break
            found.append((word.start(), word.end(), word.group().rstrip("-’'")))
            position = word.start() + len(found[-1][2])
            if position < end and text[position] in _QUOTE and text[position + 1 : position + 2] in ("-", " "):
                position += 1
        return found

    def _enumerated(self, text: str, phrase: Phrase, end: int) -> Phrase | None:
        """ "300 jets, helicopters and ships": a list of things, all known; lists of persons may have other verbs."""
        match = self.enumeration.match(text, phrase.end, min(end, phrase.end + 160))
        if match is None or phrase.noun_class is not None or not phrase.unit or _SAYING.match(text, match.end(), end):
            return None
        units = [phrase.unit]
        for words in re.split(r",\s+|\s+(?:und|oder|sowie|and|or)\s+", match.group()):
            if not words.strip():
                continue
            unit = self._thing(words.strip())
            if unit is None:
                return None
            units.append(unit)
        stop = match.end()
        return Phrase(phrase.start, stop, phrase.head_start, phrase.head, " or ".join(dict.fromkeys(units)))

    def _thing(self, words: str) -> str | None:
        """Unit of a noun of a list if it is a thing in the plural."""
        noun = self.units.noun(words) or self.units.noun(words.split()[-1])
        return noun.unit or None if noun is not None and noun.plural and noun.noun_class is None else None

    def _own_phrase(self, text: str, at: int, end: int, phrase: Phrase, noun: Noun) -> bool:
        """Whether a second noun goes its own way: another class and something that belongs to it alone."""
        left, right = phrase.noun_class or "", noun.noun_class or ""
        if left == right or "nation" in (left, right):
            return False
        if {left, right} & {"time", "name", "vote"} or (
            right in ("death", "injury") and left not in ("death", "injury")
        ):
            return True
        return self.genitive.match(text, at, end) is not None

    def after_genitive(self, text: str, start: int, end: int) -> Phrase | None:
        """The noun phrase behind "der", "von den", "of the"."""
        match = self.genitive.match(text, start, end)
        return self.find(text, match.end() - 1, end) if match else None


class GermanPhrases(Phrases):
    """Lower-case attributes and then a capitalised noun."""

    _INFLECTED = re.compile(r".*(?:e|en|er|es|em|lila|rosa|prozentig\w*)$")

    def find(self, text: str, start: int, end: int) -> Phrase | None:
        tokens = self.tokens(text, start, end)
        attributes = 0
        for index, (_, _, word) in enumerate(tokens):
            if word[0].islower():
                if word in ("und", "oder", "bis", "sowie") and 0 < attributes < index + 1 and index + 1 < len(tokens):
                    if not tokens[index + 1][2][0].islower():
                        return None
                    continue
                if word in self.stop:
                    return None
                attributes += 1
                if attributes > 5:
                    return None
                continue
            if len(word) == 1:
                return None
            if index and not self._INFLECTED.match(tokens[index - 1][2]) and tokens[index - 1][2][0].islower():
                return None
            return self._noun(text, tokens, index, tokens[0][0], end)
        return None

    def _noun(self, text: str, tokens: list[tuple[int, int, str]], index: int, first: int, end: int) -> Phrase | None:
        at, _, word = tokens[index]
        stop = at + len(word)
        rest = tokens[index + 1] if index + 1 < len(tokens) else None
        known = self.units.noun(word)
        if rest is not None and rest[2][0].isupper() and rest[0] - stop <= 2:
            following = self.units.noun(rest[2])
            is_origin = word.endswith("er") and (known is None or known.noun_class == "name")
            if following is not None and (is_origin or word.isupper() or known is None):
                return self._noun(text, tokens, index + 1, first, end)
        if text[stop : stop + 1] == "-":  # "Staats- und Regierungschefs"
            joined = re.compile(r"-\s+(?:und|oder|sowie|bzw\.)\s+([A-ZÄÖÜ][\w-]+)").match(text, stop, end)
            if joined is None:
                other = _NUMBERED.match(text, stop, end)
                return self._phrase(first, stop + 1, at, other[1], self.units.noun(other[1])) if other else None
            both = f"{word}- und {joined[1]}"
            noun = self.units.noun(both) or self.units.noun(joined[1])
            return self._phrase(first, joined.end(), joined.start(1), joined[1], noun)
        phrase = self._phrase(first, stop, at, word, known)
        return self._coordinated(text, phrase, end) if known is not None and known.plural else phrase

    def _phrase(self, start: int, end: int, head_start: int, head: str, noun: Noun | None) -> Phrase:
        if noun is None:
            return Phrase(start, end, head_start, head, german_singular(head), None, known=False)
        return Phrase(start, end, head_start, head, noun.unit, noun.noun_class)

    def _coordinated(self, text: str, phrase: Phrase, end: int) -> Phrase:
        """ "Staaten und internationale Organisationen": both nouns known and plural."""
        listed = self._enumerated(text, phrase, end)
        match = self.coordinator.match(text, phrase.end, end)
        if match is None or listed is not None:
            return listed or phrase
        tokens = self.tokens(text, match.end(), end)
        for at, _, word in tokens[:3]:
            if word[0].islower():
                if word in self.stop or word in self.quantifiers or not self._INFLECTED.match(word):
                    return phrase
                continue
            noun = self.units.noun(word)
            if noun is None or not noun.plural or text[at + len(word) : at + len(word) + 1] == "-":
                return phrase
            if self._own_phrase(text, at + len(word), end, phrase, noun):
                return phrase
            unit = phrase.unit if noun.unit == phrase.unit else f"{phrase.unit} or {noun.unit}"
            return Phrase(phrase.start, at + len(word), phrase.head_start, phrase.head, unit, phrase.noun_class)
        return phrase


class EnglishPhrases(Phrases):
    """Words up to the first plural noun; attributive nouns stand in the singular."""

    _NO_PLURAL = re.compile(
        r".*(?:ous|ss|us|is|’s|'s|ways|less)$|^(?:as|its|his|this|was|has|is|does|yes|plus|news|perhaps|besides|always|afterwards|overseas|whereas)$",
        re.I,
    )
    _IRREGULAR = re.compile(r"(?!(?:specimen|regimen|abdomen)$)[a-z-]+(?:(?<=[a-z]{2})men|women|children|[a-z]people)$")
    _ARTICLE = re.compile(r"\s+(?:(?:the|its|their|his|her|our|these|those|all|all\s+the|this|that)\s+)?")

    def find(self, text: str, start: int, end: int) -> Phrase | None:
        tokens = self.tokens(text, start, end)
        for index, (at, _, word) in enumerate(tokens):
            low = word.lower()
            if low in ("and", "or") and index and _ORIGIN.match(tokens[index - 1][2]):
                if index + 1 < len(tokens) and _ORIGIN.match(tokens[index + 1][2]):
                    continue  # "Syrian and Eritrean asylum seekers"
            if (low in self.stop and not (word.isupper() and len(word) > 1)) or low in ("and", "or"):
                break
            if index > 5:
                return None
            multi = self._multiword(text, tokens, index)
            if multi is not None:
                return self._done(text, tokens, index, multi[1], multi[0], end)
            if low in ("killed", "dead", "wounded", "injured", "missing"):
                following = tokens[index + 1][2] if index + 1 < len(tokens) else ""
                if following and self._is_plural(following) and following.lower() not in self.stop:
                    continue
                noun = self.units.noun("dead" if low == "killed" else low)
                return self._done(text, tokens, index, at + len(word), noun, end) if index == 0 else None
            if not self._is_plural(word):
                continue
            if index + 1 < len(tokens) and self._attributive(
                word, tokens[index + 1][2], [w for _, _, w in tokens[index + 1 :]]
            ):
                continue
            return self._done(text, tokens, index, at + len(word), self.units.noun(word), end)
        return self._name(text, tokens)

    def _name(self, text: str, tokens: list[tuple[int, int, str]]) -> Phrase | None:
        """ "13,000 Peshmerga": one capitalised word right behind the number that no other noun follows."""
        if (
            not tokens
            or not tokens[0][2][0].isupper()
            or not re.fullmatch(r"[\w-]{4,}", tokens[0][2])
            or tokens[0][2].lower() in self.stop
        ):
            return None
        if len(tokens) > 1 and _ORIGIN.match(tokens[0][2]) and tokens[1][2][0].isupper():  # "300 Kurdish Peshmerga"
            tokens = tokens[1:]
        at, _, word = tokens[0]
        following = tokens[1][2] if len(tokens) > 1 else "and"
        if following[0].isupper() or (following.lower() not in self.stop and following.lower() not in ("and", "or")):
            return None
        return Phrase(at, at + len(word), at, word, word, "name", known=False)

    def _thing(self, words: str) -> str | None:
        known = super()._thing(words)
        last = words.split()[-1]
        if known is None and self.units.noun(last) is None and last not in self.stop and self._is_plural(last):
            return singular(last)
        return known

    def _is_plural(self, word: str) -> bool:
        known = self.units.noun(word)
        if known is not None:
            return known.plural
        if self._IRREGULAR.match(word):
            return True
        return len(word) > 3 and word.endswith("s") and not self._NO_PLURAL.match(word)

    def _later_plural(self, words: list[str]) -> bool:
        """ "South Sudanese humanitarian workers": a plural follows before the phrase ends."""
        for word in words[:3]:
            if word.lower() in self.stop or word.lower() in ("and", "or") or not word[0].islower():
                return False
            if self._is_plural(word):
                return True
        return False

    def _attributive(self, word: str, following: str, after: list[str]) -> bool:
        """A plural before the head: a name ("United Nations agencies") or a collective ("police officers")."""
        known = self.units.noun(word)
        if known is not None and known.lemma.lower() == word.lower():  # police officers, aircraft carriers
            return following.lower() not in self.stop and (self._is_plural(following) or self._later_plural(after))
        if following.lower() in self.stop or not self._is_plural(following):
            return False
        if word.lower() in self.attributes:
            return True
        return word[0].isupper() and (known is None or following[0].islower())

    def _multiword(self, text: str, tokens: list[tuple[int, int, str]], index: int) -> tuple[Noun, int] | None:
        """An entry of several words that starts here: "lines of effort", "heads of state and government"."""
        for count in (5, 4, 3, 2):
            piece = tokens[index : index + count]
            if len(piece) == count:
                noun = self.units.forms.get(" ".join(w.lower() for _, _, w in piece))
                if noun is not None and noun.plural:
                    return noun, piece[-1][0] + len(piece[-1][2])
        return None

    def _done(
        self, text: str, tokens: list[tuple[int, int, str]], index: int, stop: int, noun: Noun | None, end: int
    ) -> Phrase | None:
        at, _, word = tokens[index]
        title = tokens[0][2][0].isupper() and index > 0  # "Two Million Refugees": a headline
        unit = noun.unit if noun is not None else singular(word.lower() if title and word.istitle() else word)
        if noun is not None and not unit:
            unit = ""
        before = self._modifier(tokens[:index])
        if (
            before
            and unit
            and (noun is None or (" " not in unit and noun.noun_class not in ("name", "death", "injury")))
        ):
            unit = f"{before} {unit}"
        phrase = Phrase(tokens[0][0], stop, at, word, unit, noun.noun_class if noun else None, noun is not None)
        return self._coordinated(text, phrase, end)

    def _modifier(self, tokens: list[tuple[int, int, str]]) -> str:
        """The words before the head that belong to the unit: known attributes and singular nouns."""
        words: list[str] = []
        for _, _, word in reversed(tokens):
            low = word.lower()
            known = self.units.modifiers.get(low)
            noun = self.units.forms.get(low)
            if known or _COMPOUND.match(low):
                words.append(known or low)
            elif noun is not None and not noun.plural and word[0].islower() and low not in self.quantifiers:
                words.append(low)
            else:
                break
        return " ".join(reversed(words))

    def _coordinated(self, text: str, phrase: Phrase, end: int) -> Phrase:
        listed = self._enumerated(text, phrase, end)
        match = self.coordinator.match(text, phrase.end, end)
        if match is None or not phrase.unit or listed is not None:
            return listed or phrase
        tokens = self.tokens(text, match.end(), end)
        for at, _, word in tokens[:4]:
            if word.lower() in self.stop or word.lower() in self.quantifiers:
                return phrase
            if not self._is_plural(word):
                continue
            noun = self.units.noun(word)
            if noun is None or noun.lemma == "other" or self._own_phrase(text, at + len(word), end, phrase, noun):
                return phrase
            if _SAYING.match(text, at + len(word), end):  # "killed ten soldiers and officials said"
                return phrase
            unit = phrase.unit if noun.unit == phrase.unit else f"{phrase.unit} or {noun.unit}"
            return Phrase(phrase.start, at + len(word), phrase.head_start, phrase.head, unit, phrase.noun_class)
        return phrase

    def after_genitive(self, text: str, start: int, end: int) -> Phrase | None:
        match = re.compile(r"\s+of(?:\s+the)?(?:\s+total)?\s+(?:number|amount|total)\s+of|\s+of").match(
            text, start, end
        )
        position = match.end() if match else start
        article = self._ARTICLE.match(text, position, end)
        if article is None:
            return None
        determined = bool(article.group().strip())
        return self.find(text, article.end() - 1, end) or self._singular(text, article.end(), end, determined)

    def _singular(self, text: str, start: int, end: int, determined: bool) -> Phrase | None:
        """ "half the population": a noun in the singular; behind an article it need not be known."""
        words: list[tuple[int, int, str]] = []
        for at, stop, word in self.tokens(text, start, end)[:4]:
            if word.lower() in self.stop and (words or not determined):
                break
            noun = self.units.noun(word)
            if noun is not None:
                return Phrase(start, at + len(word), at, word, noun.unit, noun.noun_class)
            words.append((at, stop, word))
        if not determined or not 0 < len(words) < 4 or not words[-1][2][0].islower():
            return None
        for at, _, word in words:
            if not _ADJECTIVE.search(word):
                return Phrase(start, at + len(word), at, word, word, None, known=False)
        return None


def phrases(language: str) -> Phrases:
    """The reader of noun phrases of a language."""
    return GermanPhrases(language) if language == "de" else EnglishPhrases(language)
