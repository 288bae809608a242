"""The table of currencies: names, codes and signs, and what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from coalition_nlp.languages import rules

from .models import CurrencyTable

_ENDING = "(?:e[nrsm]?)?"


@dataclass(frozen=True, slots=True)
class Currency:
    """What a name or sign stands for: an ISO code, or a unit of its own (subunits, currencies of many countries)."""

    code: str | None
    factor: Decimal = Decimal(1)
    unit: str = ""


class Currencies:
    """Names, codes and signs of currencies as alternatives of a regular expression, and what they stand for."""

    def __init__(self, language: str) -> None:
        self._exact: dict[str, Currency] = {}
        patterns: list[str] = []
        signs: list[str] = []
        written: list[str] = []
        codes: set[str] = set()
        for row in rules(language, "figures_currencies", CurrencyTable).rows:
            meaning = Currency(None if row.code == "?" else row.code, row.factor, row.unit)
            if row.code != "?":
                codes.add(row.code)
            for name in filter(None, row.names.split("|")):
                for form in _adjective_forms(name):
                    self._exact.setdefault(_key(form), meaning)
                patterns.append(flexible(name))
            for sign in filter(None, row.signs.split("|")):
                self._exact[_key(sign)] = meaning
                signs.append(_sign(sign))
                written.append(sign)
        for code in codes:
            self._exact[code.casefold()] = Currency(code)
        signs.sort(key=lambda s: (-len(s), s))
        unique = sorted(set(patterns), key=lambda p: (-len(p), p))
        self.sign = "(?:" + "|".join(signs) + ")"
        self.codes = frozenset(codes)
        self.letter_signs = frozenset(s for s in written if s[0].isalpha())
        self.code = "(?:" + "|".join(sorted(codes)) + ")"
        letters = "".join(sorted({p[0].casefold() for p in unique} | {p[0].upper() for p in unique}))
        self.any = rf"(?P<currency>{self.sign}|{self.code}(?!\w)|(?=[{letters}])(?i:{'|'.join(unique)})(?!\w))"

    def meaning(self, text: str) -> Currency:
        """What a name, code or sign stands for."""
        return self._exact.get(_key(text), Currency(None))


def _sign(sign: str) -> str:
    """A sign with letters ("HK$") may be written with a space and in small letters, unless it has but one ("a $5")."""
    letters = re.match(r"[A-Za-z.]+(?=\W$)", sign)
    if letters is None:
        return rf"(?<![^\W\d]){re.escape(sign)}(?![^\W\d])" if sign[-1].isalpha() else re.escape(sign)
    if len(letters.group()) == 1:
        return rf"(?<![\w.]){re.escape(sign)}"
    return rf"(?i:{re.escape(letters.group())})[ -]?{re.escape(sign[letters.end() :])}"


def _key(text: str) -> str:
    plain = re.sub(r"[\s\u00a0-]+", " ", text.strip()).casefold()
    return re.sub(r"(?<=\w) (?=[$£])", "", plain)


def _adjective_forms(name: str) -> list[str]:
    return [name] if "~" not in name else [name.replace("~", e) for e in ("e", "en", "er", "es", "em", "")]


def flexible(name: str) -> str:
    pattern = re.escape(name).replace(r"\~", "~").replace("~", _ENDING)
    return pattern.replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]")
