"""Reads numerals: digits in either notation, number words, scales, fractions and vague plurals.

Every piece of a number (digits, a word) is an atom with a letter for its class; atoms that stand together make a chain
of letters, and one expression over the letters says which chains are a number. Number words go through text2num.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache

from text_to_num import text2num

from coalition_nlp.languages import rules

from .chains import ONE, Atom, numbers, share
from .models import Numeral, NumeralWords

_SPACES = " \u00a0\u2007\u2009\u202f"
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# "1.2m soldiers": millions of what stands in the plural, and not metres
_MILLIONS = re.compile(
    r" (?!(?:long|high|tall|wide|deep|thick|away|above|below|from|of|in|to|and|or|x|by|sprint|race|relay|hurdles)\b)"
    r"(?:(?:[a-z-]{2,20} ){0,2}(?:[a-z]{3,20}s|people|men|women|children)"
    r"|are|were|have|had|live|lived|fled|remain|remained)\b"
)
_LONGEST = 1000  # digits; what is longer is no figure
_POWER = Context(prec=15)


def _digit_pattern(thousands: str, decimal: str) -> str:
    """Digits in the notation of a language, or in the other one where that is beyond doubt."""
    t, d = re.escape(thousands), re.escape(decimal)
    return (
        rf"(?:[1-9][0-9]{{0,2}}(?:{t}[0-9]{{3}})+(?:{d}[0-9]+)?"
        rf"|[1-9][0-9]{{0,2}}(?:[{_SPACES}'’][0-9]{{3}}){{1,6}}(?:[{d}{t}][0-9]+)?"
        rf"|[1-9][0-9]{{0,2}}(?:{d}[0-9]{{3}})+{t}[0-9]+|[1-9][0-9]{{0,2}}(?:{d}[0-9]{{3}}){{2,}}"
        rf"|[0-9]+{d}[0-9]+|0{t}[0-9]+|[0-9]+{t}[0-9]{{1,2}}|[0-9]+{t}[0-9]{{4,}}|[0-9]+|(?<![0-9]){d}[0-9]+)(?!\d|[.,:'’]\d)"
    )


class NumeralReader:
    """Finds the numerals of a text; one for each language. `suffixes` are the letters that may follow digits.

    >>> [str(n.value) for n in NumeralReader("de").read("zweieinhalb Millionen, 1.500 und dreiundzwanzig")]
    ['2500000.0', '1500', '23']
    """

    def __init__(self, language: str, suffixes: frozenset[str] = frozenset()) -> None:
        self.table = rules(language, "figures_numerals", NumeralWords)
        self._suffixes = suffixes
        # what makes no number alone; a German article may ("ein Prozent")
        self._idle = "&opqhgi" if language == "de" else "&opqagi"
        self.language = language
        self._words = {
            word: (letter, value) for letter, words in self.table.words.items() for word, value in words.items()
        }
        self._joiners = frozenset(self.table.joiners)
        self._of = frozenset(self.table.of)
        self._compound = re.compile(self.table.compound) if self.table.compound else None
        self._atom = re.compile(
            r"(?<![\w\\])(?<!\d[.,:/'’])(?P<digits>"
            + _digit_pattern(self.table.thousands, self.table.decimal)
            + r")(?P<power>(?:[eE][+-]?|\^[+-]{0,2})[0-9]{1,3}(?!\w))?(?P<over>/[0-9]{1,4}(?![\w/]))?(?!/\d)"
            + rf"(?P<vulgar>[ \u2009]?[{_VULGAR}])?|(?<!\w)(?P<lone>[{_VULGAR}])"
            r"|(?<![\w@#])(?P<word>[^\W\d_]+)"
        )
        self._spaced_k = re.compile(r"[ \u00a0]{1,2}k(?![\w'’.])")
        self._letters = re.compile(r"[^\W\d_][\w²³]*")
        self._mixed_over = re.compile(r"[ \u00a0]{1,2}([0-9])/([0-9]{1,2})(?![\w/])")

    # --- atoms ---

    def _word(self, word: str) -> tuple[str, Decimal] | None:
        """Letter and value of a word, None if it is no number word."""
        known = self._words.get(word)
        if known is not None:
            return known
        if self._compound is not None:
            return _german_compound(self.language, word, self._compound.pattern)
        return None

    def _digits(self, text: str) -> Decimal | None:
        """Value of digits with separators: the last separator is the decimal mark if it stands once and fits."""
        if len(text) > _LONGEST:
            return None
        plain = re.sub(rf"[{_SPACES}'’]", "", text)
        thousands, decimal = self.table.thousands, self.table.decimal
        if thousands in plain and decimal in plain:
            if plain.rindex(thousands) > plain.rindex(decimal):
                thousands, decimal = decimal, thousands
        elif plain.count(decimal) > 1 or (
            thousands in plain and not re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(thousands)}\d{{3}})+", plain)
        ):
            thousands, decimal = decimal, thousands
        plain = plain.replace(thousands, "").replace(decimal, ".")
        try:
            return Decimal(plain)
        except InvalidOperation:
            return None

    def _atoms(self, text: str) -> Iterator[Atom]:
        end = 0
        for match in self._atom.finditer(text):
            if match.start() < end:
                continue
            if match["word"] is not None:
                word = match["word"]
                if len(word) > 60:
                    continue
                low = word.lower()
                hit = self._word(low)
                if hit is None:
                    if low in self._joiners:
                        yield Atom(match.start(), match.end(), "&", ONE)
                    elif low in self._of:
                        yield Atom(match.start(), match.end(), "o", ONE)
                    continue
                if hit[0] == "M" and not word[0].isupper() and self.language == "de":
                    continue
                end = match.end()
                if (
                    hit[0] == "S"
                    and len(word) <= 4
                    and text[end : end + 1] == "."
                    and not text[end + 1 : end + 2].isdigit()
                ):
                    end += 1  # the dot of an abbreviation
                yield Atom(match.start(), end, hit[0], hit[1])
                continue
            atom = self._digit_atom(text, match)
            if atom is None:
                continue
            end = atom.end
            letters = self._letters.match(text, end)
            if letters is None:
                yield atom
                thousand = self._spaced_k.match(text, end)
                if thousand is not None:
                    end = thousand.end()
                    yield Atom(end - 1, end, "S", self.table.attached["k"])
                continue
            end = letters.end()
            if letters.group() == "m" and self.language == "en" and _MILLIONS.match(text, end):
                yield atom
                yield Atom(atom.end, end, "S", self.table.attached["m"])
                continue
            scale = self._attached(text, atom.start, atom.end, letters.group())
            if scale is not None:
                yield atom
                if text[end : end + 1] == "." and len(letters.group()) == 3:
                    end += 1
                yield Atom(atom.end, end, "S", scale)
            elif letters.group() in self._suffixes:
                yield atom

    def _attached(self, text: str, start: int, at: int, word: str) -> Decimal | None:
        """The scale a letter behind digits stands for ("5m", "3bn")."""
        low = word.lower()
        if low not in self.table.attached:
            return None
        if low in self.table.attached_signed:
            signed = start > 0 and unicodedata.category(text[start - 1]) == "Sc"
            plain = word == "k" or (
                low == "b" and text[max(0, at - 2) : at - 1] in (".", ",") and text[at - 1].isdigit()
            )
            if not signed and not plain:
                return None
        return self.table.attached[low]

    def _digit_atom(self, text: str, match: re.Match[str]) -> Atom | None:
        if match["lone"] is not None:
            return Atom(match.start(), match.end(), "D", Decimal(str(round(unicodedata.numeric(match["lone"]), 4))))
        value = self._digits(match["digits"])
        if value is None:
            return None
        if match["power"] is not None:
            powered = _power(value, match["power"])
            return None if powered is None else Atom(match.start(), match.end("power"), "D", powered)
        if match["over"] is not None:
            below = Decimal(match["over"][1:])
            if value == 0 or below < 2 or below > 1000 or value >= below or (below > 10 and below % 10):
                return None
            return Atom(match.start(), match.end("over"), "R", share(value, below))
        if match["vulgar"] is not None:
            part = Decimal(str(round(unicodedata.numeric(match["vulgar"][-1]), 4)))
            return Atom(match.start(), match.end(), "D", value + part)
        mixed = self._mixed_over.match(text, match.end("digits"))
        if mixed is not None and 0 < int(mixed[1]) < int(mixed[2]) <= 10:
            return Atom(match.start(), mixed.end(), "D", value + share(Decimal(mixed[1]), Decimal(mixed[2])))
        return Atom(match.start(), match.end("digits"), "D", value)

    # --- numerals ---

    def read(self, text: str) -> list[Numeral]:
        """All numerals of a text, in order and without overlap."""
        found: list[Numeral] = []
        chain: list[Atom] = []
        for atom in self._atoms(text):
            if chain and not self._together(text, chain[-1], atom):
                found.extend(self._numerals(text, chain))
                chain = []
            chain.append(atom)
        found.extend(self._numerals(text, chain))
        return found

    @staticmethod
    def _together(text: str, left: Atom, right: Atom) -> bool:
        gap = text[left.end : right.start]
        if gap == "":
            return left.letter == "D"
        if gap == "-" or (gap == " - " and left.letter == "Y" and right.letter in "UO"):
            return True
        return len(gap) <= 3 and gap.strip() in ("", "-") and "\n\n" not in gap and not (gap.strip() and len(gap) > 1)

    def _numerals(self, text: str, chain: list[Atom]) -> Iterator[Numeral]:
        if all(atom.letter in "&opqi" for atom in chain):
            return
        for atoms, numeral in numbers(chain):
            if len(atoms) == 1 and atoms[0].letter in self._idle:
                continue
            numeral.words = atoms[0].letter != "R" and all(a.letter != "D" for a in atoms)
            yield numeral


def _power(value: Decimal, written: str) -> Decimal | None:
    """Value of "2e6" or "10^6"; None where the number would be too long."""
    exponent = int(written[1:].replace("--", "").replace("+", ""))
    if value == 0 or abs(exponent) > 300 or abs((abs(value.adjusted()) + 1) * exponent) > _LONGEST:
        return None
    return value.scaleb(exponent) if written[0] in "eE" else _POWER.power(value, exponent)


_HALVES = re.compile(r"(?P<whole>[a-zäöüß]+)(?:ein|und)halb(?P<scale>tausend|hundert)?")


@lru_cache(maxsize=4096)
def _german_compound(language: str, word: str, pattern: str) -> tuple[str, Decimal] | None:
    """Class and value of a German compound number word ("dreiundzwanzig", "zweieinhalb")."""
    scales = {"tausend": Decimal(1000), "hundert": Decimal(100), None: ONE}
    if word.startswith("anderthalb"):
        rest = word[len("anderthalb") :]
        return ("W", Decimal("1.5") * scales[rest or None]) if rest in ("", "tausend", "hundert") else None
    if word == "dreiviertel":
        return "e", Decimal("0.75")
    if halves := _HALVES.fullmatch(word):
        whole = _german_compound(language, halves["whole"], pattern) or (
            ("W", ONE) if halves["whole"] == "ein" else None
        )
        return ("W", (whole[1] + Decimal("0.5")) * scales[halves["scale"]]) if whole else None
    if not re.fullmatch(pattern, word):
        return None
    if word.startswith(("und", "zig")) or word in ("sech", "sieb"):
        return None
    plain = re.sub(r"(?<=zwei|drei)(?:er|en)$|(?<=vier)(?:er|en)$", "", word) if len(word) > 5 else word
    plain = (
        plain.replace("fuenf", "fünf").replace("zwoelf", "zwölf").replace("dreissig", "dreißig").replace("zwo", "zwei")
    )
    plain = plain.replace("zweilf", "zwölf")
    try:
        value = Decimal(text2num(plain, language))
    except ValueError:
        return None
    return ("B" if plain in ("zehntausend", "hunderttausend") else "W"), value
