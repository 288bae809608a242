"""Units in English from German and English nouns, and the table of measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from coalition_nlp.languages import rules

from .currencies import flexible
from .models import MeasureTable, ModifierTable, NounClass, NounTable
from .plurals import singular

_FEMININE = re.compile(r"(?:[*:_/·]-?[Ii]nn?en|[*:_/·]-?[Ii]n|Innen|innen|in)$")


@dataclass(frozen=True, slots=True)
class Noun:
    """An entry of the lexicon."""

    lemma: str
    unit: str
    noun_class: NounClass | None
    plural: bool


class Units:
    """The lexicon of a language: what a noun counts.

    >>> Units("de").noun("Luftschlägen").unit
    'airstrike'
    >>> Units("de").noun("Bataillonsangehörige").unit
    'battalion member'
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.forms: dict[str, Noun] = {}
        for row in rules(language, "units", NounTable).rows:
            unit = row.unit or row.lemma
            for form in _forms(language, row.lemma):
                self.forms.setdefault(form, Noun(row.lemma, unit, row.noun_class, False))
            for form in _forms(language, row.plural) if row.plural else ():
                self.forms[form] = Noun(row.lemma, unit, row.noun_class, True)
        self.modifiers = {
            row.modifier.casefold(): row.english for row in rules(language, "units_modifiers", ModifierTable).rows
        }
        self._known: dict[str, Noun | None] = {}

    def noun(self, word: str) -> Noun | None:
        """The entry of a word, of its base form or of the head of a compound; None if nothing fits."""
        if word not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> Noun | None:
        known = self.forms.get(word) or self.forms.get(word[:1].lower() + word[1:])
        if known is not None or self.language == "en":
            return known
        base = _FEMININE.sub("", word)
        if base != word and len(base) > 3:
            for stem in (base, base + "e"):
                found = self._look_up(stem)
                if found is not None:
                    return Noun(found.lemma, found.unit, found.noun_class, word.endswith("nen"))
        return self._compound(word)

    def _compound(self, word: str) -> Noun | None:
        """A German compound: the longest known head, with the first part in English where it is known."""
        for cut in range(2, len(word) - 2):
            head = word[cut:]
            hyphen = head.startswith("-")
            if not hyphen and len(head) < 4:
                return None
            found = self.forms.get(head[1:]) if hyphen else self.forms.get(head[0].upper() + head[1:])
            if found is None or (not hyphen and head[0].isupper()):
                continue
            first = self._modifier(word[:cut])
            if first is None and not hyphen and len(word[:cut]) < 3:
                continue
            unit = (
                f"{first} {found.unit}" if first and found.noun_class not in ("death", "injury", "time") else found.unit
            )
            return Noun(found.lemma, unit, found.noun_class, found.plural)
        return None

    def _modifier(self, part: str) -> str | None:
        part = part.rstrip("-").casefold()
        for ending in ("", "s", "es", "n", "en", "er", "e"):
            if ending and not part.endswith(ending):
                continue
            stem = part[: len(part) - len(ending)] if ending else part
            if stem in self.modifiers:
                return self.modifiers[stem]
        return None

    def singular(self, word: str) -> str:
        """English singular of an English plural, by the rules of spelling."""
        known = self.forms.get(word) or self.forms.get(word.lower())
        if known is not None:
            return known.unit
        return singular(word)


def _forms(language: str, word: str) -> list[str]:
    """Inflected forms of a lemma or plural."""
    if language == "en":
        return [word]
    forms = [word]
    if re.search(r"(?:te|ene|ne|ge|lle|tige|nde)$", word):  # adjectival nouns: Verletzte, Gefangene
        forms += [word + "n", word + "r"]
    if word.endswith(("er", "en", "el", "chen", "lein", "e")) or re.search(r"[bdfghklmptz]$", word):
        forms += [word + "n" if not word.endswith("n") else word]
    if not word.endswith(("s", "ß", "x", "z", "e")):
        forms += [word + "s", word + "es"]
    if word.endswith("ter") or word.endswith("ner") or word.endswith("ger"):
        forms += [word[:-1], word[:-1] + "n"]
    return forms


class Measures:
    """Forms of units of measure as alternatives of a regular expression, and the unit each stands for."""

    def __init__(self, language: str) -> None:
        self._units: dict[str, str] = {}
        patterns = []
        for row in rules(language, "units_measures", MeasureTable).rows:
            for form in row.forms.split("|"):
                self._units[form] = row.unit
                if len(form) > 3:
                    self._units.setdefault(form.casefold(), row.unit)
                patterns.append(re.escape(form).replace(r"\ ", r"[\s]") if len(form) <= 3 else f"(?i:{flexible(form)})")
        patterns.sort(key=lambda p: (-len(p), p))
        self.any = rf"(?P<measure>{'|'.join(patterns)})(?!\w)"

    @property
    def forms(self) -> frozenset[str]:
        """All forms as they are written."""
        return frozenset(self._units)

    def unit(self, text: str) -> str:
        """The unit a form stands for."""
        plain = re.sub(r"\s+", " ", text)
        for form in (plain, plain.casefold(), plain.replace("-", " ").casefold(), plain.replace(" ", "-").casefold()):
            if form in self._units:
                return self._units[form]
        return plain


@cache
def units(language: str) -> Units:
    """The lexicon of a language, read once."""
    return Units(language)
