"""Compiles the rules. They read a shadow of the text in which each numeral is one sign and times are blank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from coalition_nlp.languages import rules
from coalition_nlp.records.vocabulary import FigureModifier

from .currencies import Currencies
from .models import FigureRule, FigureRules, Numeral, NumeralWords
from .units import Measures

# Signs of the shadow, from the private use area: one for each sort of numeral, one for what follows, one for blanks.
SIGNS = {"N": "\ue000", "O": "\ue005", "F": "\ue003", "V": "\ue004"}
FILL, BLANK = "\ue001", "\ue002"
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_SIGNS = re.compile("[\ue000-\ue005]")
_TAKEN = str.maketrans(dict.fromkeys("\ue000\ue001\ue002\ue003\ue004\ue005", BLANK))


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready for use."""

    rule: FigureRule
    pattern: re.Pattern[str]
    lead: re.Pattern[str] | None


class Grammar:
    """All patterns of a language."""

    def __init__(self, language: str) -> None:
        table = rules(language, "figures", FigureRules)
        self.currencies = Currencies(language)
        self.measures = Measures(language)
        self.to = re.compile(table.to)
        minus = "|".join(rules(language, "figures_numerals", NumeralWords).minus)
        self.minus = re.compile(rf"(?<![\w)])([-−]|(?i:{minus})\s+)$")
        self.suffixes = self.currencies.codes | self.currencies.letter_signs | self.measures.forms
        self.not_times = re.compile(table.not_times)
        self.blanks = re.compile("|".join(table.blanks))
        number = f"[{SIGNS['N']}{SIGNS['O']}]{FILL}*"
        any_number = f"(?P<n>{number})"
        amount = (
            rf"(?:(?<=\b(?i:{table.between})\s){any_number.replace('<n>', '<n1>')}\s+(?:und|and)\s+(?P<m1>{number})"
            rf"|{any_number}(?:{table.to}(?:{self.currencies.sign}\s?)?(?P<m>{number}))?)"
        )
        places = {
            "{A}": amount,
            "{N}": any_number,
            "{N2}": f"(?P<m>{number})",
            "{F}": f"(?P<n>{SIGNS['F']}{FILL}*)",
            "{V}": f"(?P<n>{SIGNS['V']}{FILL}*)",
            "{CURRENCY}": self.currencies.any,
            "{MEASURE}": self.measures.any,
            "{PERCENT}": f"(?P<percent>{'|'.join(table.percent)})(?!\\w)",
        }
        self.rules = tuple(self._compile(rule, places) for rule in table.rules)
        self.no_figures = tuple(
            (
                re.compile(f"(?:{rule.before})" if rule.before.endswith("$") else f"(?:{rule.before})$")
                if rule.before
                else None,
                re.compile(rule.after) if rule.after else None,
            )
            for rule in table.no_figures
        )
        self._before = _phrase_pattern(((m.modifier, m.before) for m in table.modifiers), behind=False)
        self._after = _phrase_pattern(((m.modifier, m.after) for m in table.modifiers), behind=True)
        self._ambiguous = {
            a.phrase: (re.compile(a.unless) if a.unless else None, a.round_only) for a in table.ambiguous
        }
        self._meaning: dict[str, FigureModifier] = {
            re.sub(r"\s+", " ", phrase): m.modifier for m in table.modifiers for phrase in (*m.before, *m.after)
        }

    def _compile(self, rule: FigureRule, places: dict[str, str]) -> CompiledRule:
        pattern = rule.pattern
        for name, value in places.items():
            pattern = pattern.replace(name, value)
        lead = None
        if rule.lead is not None:
            source = rule.lead.replace("{SIGN}", self.currencies.sign).replace("{CODE}", self.currencies.code)
            lead = re.compile(f"(?P<lead>{source})$")
        return CompiledRule(rule, re.compile(pattern), lead)

    def modifier_before(self, text: str, start: int, odd_count: bool = False) -> FigureModifier | None:
        """Modifier that ends where a figure starts; `odd_count` for a count that is not a round number."""
        low = max(0, start - 40)
        if text.startswith("Hälfte", start) and text[low:start].endswith(" die "):  # "mehr als die Hälfte"
            start -= 4
        match = self._before.search(text[low:start].lower())
        if match is None:
            return None
        phrase = re.sub(r"\s+", " ", match[1])
        if phrase in self._ambiguous:
            unless, round_only = self._ambiguous[phrase]
            at = low + match.start(1)
            if (round_only and odd_count) or (unless is not None and unless.search(text[max(0, at - 80) : at])):
                return None
        return self._meaning[phrase]

    def modifier_after(self, text: str, end: int) -> FigureModifier | None:
        """Modifier right behind a figure."""
        match = self._after.match(text[end : end + 24].lower())
        return self._meaning[re.sub(r"\s+", " ", match[1])] if match else None

    def is_no_figure(self, text: str, numeral: Numeral) -> bool:
        """Whether a number is part of a name, an ordinal, an age, an address and the like."""
        left = text[max(0, numeral.start - 60) : numeral.start]
        right = text[numeral.end : numeral.end + 40]
        # `after` may look back at the last letters of the numeral itself
        tail = text[max(numeral.start, numeral.end - 14) : numeral.end]
        for before, after in self.no_figures:
            if (after is None or after.match(tail + right, len(tail))) and (before is None or before.search(left)):
                return True
        return not numeral.words and self._is_address(left, text[numeral.start : numeral.end][:40], right)

    def _is_address(self, left: str, digits: str, right: str) -> bool:
        """Whether digits stand in a web address, a telephone number and the like."""
        if not right.strip(" ") and not left:
            return False
        at = len(left) + len(digits)
        return any(m.start() <= len(left) and at <= m.end() for m in self.blanks.finditer(left + digits + right))


def _phrase_pattern(groups: Iterable[tuple[str, tuple[str, ...]]], *, behind: bool) -> re.Pattern[str]:
    phrases = sorted({p for _, group in groups for p in group}, key=lambda p: (-len(p), p))
    body = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
    return re.compile(rf"\s+({body})(?!\w)" if behind else rf"(?<!\w)({body})\s+$")


def shadow(text: str, numerals: Iterable[Numeral]) -> str:
    """The text with each numeral as one sign and fill, of the same length."""
    parts: list[str] = []
    position = 0
    for numeral in numerals:
        parts.append(text[position : numeral.start])
        parts.append(SIGNS[numeral.sort] + FILL * (numeral.end - numeral.start - 1))
        position = numeral.end
    parts.append(text[position:])
    return "".join(parts)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the given spans (sorted) blanked, of the same length."""
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if start < position:
            continue
        parts.append(text[position:start])
        parts.append(BLANK * (end - start))
        position = end
    parts.append(text[position:])
    return "".join(parts)


def clean(text: str) -> str:
    """The text without the signs that the shadow uses, and without web addresses, however long."""
    if _SIGNS.search(text):
        text = text.translate(_TAKEN)
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: BLANK * len(match.group()), text)
    return text


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language, compiled once."""
    return Grammar(language)
