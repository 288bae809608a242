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

from .models import Numeral, NumeralWords

_SPACES = " \u00a0\u2007\u2009\u202f"
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_CONTEXT = Context(prec=1200)
_SHORT = Decimal("0.0001")  # fractions are kept with four decimals
_LONGEST = 1000  # digits; what is longer is no figure
_ONE = Decimal(1)

# Letters of a number without scale; see NumeralWords.
_SMALL = "(?:Y[UO]|[UTYW])"
_CARDINAL = f"(?:(?:{_SMALL}|[aOD])?H(?:&?(?:{_SMALL}|O))?|{_SMALL})"
_GRAMMAR = re.compile(
    rf"(?P<half>(?:D|{_CARDINAL}|O)&?[aO]?h[SMZ]*)(?!\w)"  # two and a half million; drei halbe
    rf"|(?P<part>(?:D|{_CARDINAL}|O)&(?:[aO]|{_CARDINAL})f[SMZ]*)"  # two and a third, fünf und drei Viertel Millionen
    rf"|(?P<halved>[aO]?ha?[SMZH])"  # half a million, ein halbes Dutzend
    rf"|(?P<fraction>(?:D|{_CARDINAL}|[aO])f|[aO]?e|[aO]h|h)"
    rf"|(?P<point>(?:{_CARDINAL}|O|D)p[UOTWDY]+[SM]*)"
    rf"|(?P<vague>a?q[HSMZ]+|[vt](?:o?[vMS])*|M)"
    rf"|(?P<dozens>(?:D|{_CARDINAL}|[aO])?Z|(?:D|{_CARDINAL})v)"
    rf"|(?P<number>(?:D|{_CARDINAL}|[aO])?[SM]+(?:&?(?:{_CARDINAL})?[SM]+)*(?:&?{_CARDINAL})?|{_CARDINAL}|D)"
    rf"|(?P<one>O|a)"
)


class _Atom:
    __slots__ = ("end", "letter", "start", "value")

    def __init__(self, start: int, end: int, letter: str, value: Decimal) -> None:
        self.start, self.end, self.letter, self.value = start, end, letter, value


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
        self._idle = "&opqh" if language == "de" else "&opqa"
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
            + r")(?P<over>/[0-9]{1,4}(?![\w/]))?(?!/\d)"
            + rf"(?P<vulgar>[ \u2009]?[{_VULGAR}])?|(?<!\w)(?P<lone>[{_VULGAR}])"
            r"|(?<![\w@#])(?P<word>[^\W\d_]+)"
        )
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

    def _atoms(self, text: str) -> Iterator[_Atom]:
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
                        yield _Atom(match.start(), match.end(), "&", _ONE)
                    elif low in self._of:
                        yield _Atom(match.start(), match.end(), "o", _ONE)
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
                yield _Atom(match.start(), end, hit[0], hit[1])
                continue
            atom = self._digit_atom(text, match)
            if atom is None:
                continue
            end = atom.end
            letters = self._letters.match(text, end)
            if letters is None:
                yield atom
                continue
            end = letters.end()
            scale = self._attached(text, atom.start, letters.group())
            if scale is not None:
                yield atom
                if text[end : end + 1] == "." and len(letters.group()) == 3:
                    end += 1
                yield _Atom(atom.end, end, "S", scale)
            elif letters.group() in self._suffixes:
                yield atom

    def _attached(self, text: str, start: int, word: str) -> Decimal | None:
        """The scale a letter behind digits stands for ("5m", "3bn")."""
        low = word.lower()
        if low not in self.table.attached:
            return None
        if low in self.table.attached_signed:
            signed = start > 0 and unicodedata.category(text[start - 1]) == "Sc"
            plain_k = low == "k" and word == "k"
            if not signed and not plain_k:
                return None
        return self.table.attached[low]

    def _digit_atom(self, text: str, match: re.Match[str]) -> _Atom | None:
        if match["lone"] is not None:
            return _Atom(match.start(), match.end(), "D", Decimal(str(round(unicodedata.numeric(match["lone"]), 4))))
        value = self._digits(match["digits"])
        if value is None:
            return None
        if match["over"] is not None:
            below = Decimal(match["over"][1:])
            if value == 0 or below < 2 or below > 1000 or value >= below or (below > 10 and below % 10):
                return None
            return _Atom(match.start(), match.end("over"), "R", _CONTEXT.divide(value, below).quantize(_SHORT))
        if match["vulgar"] is not None:
            part = Decimal(str(round(unicodedata.numeric(match["vulgar"][-1]), 4)))
            return _Atom(match.start(), match.end(), "D", value + part)
        mixed = self._mixed_over.match(text, match.end("digits"))
        if mixed is not None and 0 < int(mixed[1]) < int(mixed[2]) <= 10:
            return _Atom(
                match.start(), mixed.end(), "D", value + (Decimal(mixed[1]) / Decimal(mixed[2])).quantize(_SHORT)
            )
        return _Atom(match.start(), match.end("digits"), "D", value)

    # --- numerals ---

    def read(self, text: str) -> list[Numeral]:
        """All numerals of a text, in order and without overlap."""
        found: list[Numeral] = []
        chain: list[_Atom] = []
        for atom in self._atoms(text):
            if chain and not self._together(text, chain[-1], atom):
                found.extend(self._numerals(text, chain))
                chain = []
            chain.append(atom)
        found.extend(self._numerals(text, chain))
        return found

    @staticmethod
    def _together(text: str, left: _Atom, right: _Atom) -> bool:
        gap = text[left.end : right.start]
        if gap == "":
            return left.letter == "D"
        if gap == "-" or (gap == " - " and left.letter == "Y" and right.letter in "UO"):
            return True
        return len(gap) <= 3 and gap.strip() in ("", "-") and "\n\n" not in gap and not (gap.strip() and len(gap) > 1)

    def _numerals(self, text: str, chain: list[_Atom]) -> Iterator[Numeral]:
        if all(atom.letter in self._idle for atom in chain):
            return
        letters = "".join(atom.letter for atom in chain)
        for at, letter in enumerate(letters):
            if letter == "R":
                atom = chain[at]
                yield Numeral(atom.start, atom.end, atom.value, "F")
        for match in _GRAMMAR.finditer(letters):
            atoms = chain[match.start() : match.end()]
            while atoms and atoms[-1].letter in "&o":
                atoms.pop()
            numeral = self._evaluate(str(match.lastgroup), atoms)
            if numeral is None or (len(atoms) == 1 and atoms[0].letter in self._idle):
                continue
            numeral.words = all(a.letter != "D" for a in atoms)
            yield numeral

    def _evaluate(self, sort: str, atoms: list[_Atom]) -> Numeral | None:
        start, end = atoms[0].start, atoms[-1].end
        times = _CONTEXT.multiply
        scale = _ONE
        for atom in atoms:
            if atom.letter in "SMZ":
                scale = times(scale, atom.value)
        if sort == "half":
            whole = _cardinal([a for a in atoms if a.letter not in "ah&SMZ"])
            joined = any(a.letter in "&a" for a in atoms[1:])
            if whole is None:
                return None
            value = whole + Decimal("0.5") if joined or any(a.letter == "O" for a in atoms[1:]) else whole / 2
            return Numeral(start, end, times(value, scale), "N", scale)
        if sort == "part":
            joined_at = max(i for i, a in enumerate(atoms) if a.letter == "&")
            below_at = next(i for i, a in enumerate(atoms) if a.letter == "f")
            whole, over = _cardinal(atoms[:joined_at]), _cardinal(atoms[joined_at + 1 : below_at])
            if whole is None or over is None:
                return None
            part = _CONTEXT.divide(over, atoms[below_at].value)
            value = times(_CONTEXT.add(whole, part), scale)
            return Numeral(start, end, value.quantize(_SHORT), "N", scale)
        if sort == "halved":
            base = Decimal(100) if atoms[-1].letter == "H" else scale
            return Numeral(start, end, times(Decimal("0.5"), base), "N", base)
        if sort == "fraction":
            if atoms[-1].letter in "eh":
                return Numeral(
                    start, end, atoms[-1].value, "F", lone=len(atoms) == 1 and atoms[0].value == Decimal("0.5")
                )
            over = _cardinal([a for a in atoms[:-1] if a.letter not in "aO"]) if atoms[0].letter not in "aO" else _ONE
            if over is None or atoms[-1].value == 0:
                return None
            quarter = atoms[-1].value == 4 and atoms[0].letter in "aO"  # "ein Viertel" may be a part of a town
            return Numeral(start, end, _CONTEXT.divide(over, atoms[-1].value).quantize(_SHORT), "F", lone=quarter)
        if sort == "point":
            return self._decimal_words(atoms, scale)
        if sort == "vague":
            return _vague(atoms)
        if sort == "dozens":
            count = _cardinal([a for a in atoms if a.letter not in "aOZv"]) if len(atoms) > 1 else _ONE
            if atoms[-1].letter == "v":  # "three dozens"; the bound of vague ones counts two of them
                last = atoms[-1].value
                scale = last if last in (100, 1000) else last / 2
            return Numeral(start, end, times(count if count is not None else _ONE, scale), "N", scale)
        if sort == "one":
            return Numeral(start, end, atoms[0].value, "O")
        if len(atoms) == 1 and atoms[0].letter == "S" and atoms[0].value > 1000:
            return None  # "the million": no number
        total = _cardinal(atoms)
        return None if total is None else Numeral(start, end, total, "N", scale)

    @staticmethod
    def _decimal_words(atoms: list[_Atom], scale: Decimal) -> Numeral | None:
        at = next(i for i, a in enumerate(atoms) if a.letter == "p")
        whole = _cardinal(atoms[:at])
        digits, after = "", [a for a in atoms[at + 1 :] if a.letter not in "SM"]
        for left, right in zip([None, *after], after, strict=False):
            if left is not None and left.letter == "Y" and right.letter in "UO":  # point seventy-one
                digits = digits[:-1]
            digits += str(right.value)
        if whole is None or not digits.isdigit():
            return None
        value = whole + Decimal(f"0.{digits}")
        return Numeral(atoms[0].start, atoms[-1].end, _CONTEXT.multiply(value, scale), "N", scale)


def _cardinal(atoms: list[_Atom]) -> Decimal | None:
    """Value of a chain of digits, number words, hundreds and scales."""
    total, current, seen = Decimal(0), Decimal(0), False
    last_scale: Decimal | None = None
    for atom in atoms:
        if atom.letter in "UTYWDO" or (atom.letter == "a"):
            current, seen = current + atom.value, True
        elif atom.letter == "H":
            current, seen = (current if seen else _ONE) * 100, True
        elif atom.letter in "SM":
            base = current if seen else _ONE
            if last_scale is not None and atom.value >= last_scale:
                total = _CONTEXT.multiply(total + (current if seen else Decimal(0)), atom.value)
            else:
                total = _CONTEXT.add(total, _CONTEXT.multiply(base, atom.value))
            current, seen, last_scale = Decimal(0), False, atom.value
    return _CONTEXT.add(total, current) if atoms else None


def _vague(atoms: list[_Atom]) -> Numeral | None:
    """Lower bound of a vague numeral: "hundreds of thousands", "mehrere Millionen"."""
    value, plural = _ONE, False
    for atom in atoms:
        if atom.letter in "vtHSMZ":
            number = atom.value
            if atom.letter in "vM" and plural and number >= 2_000_000:
                number = {2: number / 2}.get(int(str(number)[0]), number)
            value = _CONTEXT.multiply(value, number)
            plural = True
        elif atom.letter == "q":
            plural = plural or atom.value > 1
    if atoms[0].letter == "t" and len(atoms) == 1:
        return None
    last = atoms[-1]
    if (all(a.letter in "Mqa" for a in atoms) and last.letter == "M") or (
        atoms[0].letter == "q" and last.letter in "SZ" and last.value in (12, 1_000_000)
    ):
        value = value * 2  # millions: two at least
    return Numeral(atoms[0].start, last.end, value, "V", value)


_HALVES = re.compile(r"(?P<whole>[a-zäöüß]+)(?:ein|und)halb(?P<scale>tausend|hundert)?")


@lru_cache(maxsize=4096)
def _german_compound(language: str, word: str, pattern: str) -> tuple[str, Decimal] | None:
    """Class and value of a German compound number word ("dreiundzwanzig", "zweieinhalb")."""
    scales = {"tausend": Decimal(1000), "hundert": Decimal(100), None: _ONE}
    if word.startswith("anderthalb"):
        rest = word[len("anderthalb") :]
        return ("W", Decimal("1.5") * scales[rest or None]) if rest in ("", "tausend", "hundert") else None
    if word == "dreiviertel":
        return "e", Decimal("0.75")
    if halves := _HALVES.fullmatch(word):
        whole = _german_compound(language, halves["whole"], pattern) or (
            ("W", _ONE) if halves["whole"] == "ein" else None
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
    return "W", value
