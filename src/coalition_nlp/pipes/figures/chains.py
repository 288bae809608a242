"""Which chains of atoms are a number, and what it is.

Every atom has a letter for its class (see NumeralWords). Besides them: D for digits, R for digits over digits, W for
German compounds, B for those that can be vague ("mehrere hunderttausend"), & for "and", o for "of". One expression over
the letters tells the sorts of numbers, and each sort has its value.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Context, Decimal

from .models import Numeral

CONTEXT = Context(prec=1200)
ONE = Decimal(1)
_HALF, _SHORT = Decimal("0.5"), Decimal("0.0001")

# Letters of a number without scale.
_SMALL = "(?:Y[UO]|[UTYWB])"
_CARDINAL = f"(?:(?:{_SMALL}|[aOD])?H(?:&?(?:{_SMALL}|O))?|{_SMALL})"
_SCALED = f"(?:(?:D|{_CARDINAL}|[aO])?[SM]+(?:&?(?:{_CARDINAL})?[SM]+)*(?:&?(?:{_CARDINAL}|O))?)"
_GRAMMAR = re.compile(
    rf"(?P<half>(?:D|{_CARDINAL}|O)&?[aO]?h[SMZ]*)(?!\w)"  # two and a half million; drei halbe
    rf"|(?P<part>(?:D|Y&U|{_SCALED}|{_CARDINAL}|O)&(?:[aO]g|(?:[aO]|{_CARDINAL})f)[SMZ]*)"  # two and a third
    rf"|(?P<halved>[aO]?ha?[SMZH])"  # half a million, ein halbes Dutzend
    rf"|(?P<composed>(?:[aO]?H|D|{_SMALL}|[aO])Y[fi]|[aO]Yg|[aOUT][OU]H&?Y?[fg])"  # one twenty-fifth, two twenty-firsts
    rf"|(?P<fraction>(?:D|{_SCALED}|{_CARDINAL}|[aO])f|[aOU]g|[aO]?e|[aO]h|h)"
    rf"|(?P<ordinal>(?:{_SMALL}|[aO])?H&?Y?[gi]|Y[gi]|g|i)"  # twenty-fifth: no number
    rf"|(?P<point>(?:{_CARDINAL}|O|D)p[UOTWDY]+[SM]*)"
    rf"|(?P<vague>a?q[HSMZB]+|[vt](?:o?[vMS])*|M)"
    rf"|(?P<dozens>(?:D|{_CARDINAL}|[aO])?Z|(?:D|{_CARDINAL})v)"
    rf"|(?P<number>{_SCALED}|{_CARDINAL}|D)"
    rf"|(?P<one>O|a)"
)


class Atom:
    """A piece of a number: digits or a word, with the letter of its class."""

    __slots__ = ("end", "letter", "start", "value")

    def __init__(self, start: int, end: int, letter: str, value: Decimal) -> None:
        self.start, self.end, self.letter, self.value = start, end, letter, value


def numbers(chain: list[Atom]) -> list[tuple[list[Atom], Numeral]]:
    """The numbers in a chain of atoms that stand together, each with its atoms.

    >>> chain = [Atom(0, 3, "U", Decimal(2)), Atom(4, 11, "S", Decimal(10**6))]
    >>> [str(numeral.value) for _, numeral in numbers(chain)]
    ['2000000']
    """
    found: list[tuple[list[Atom], Numeral]] = []
    letters = "".join(atom.letter for atom in chain)
    if "R" in letters:
        found.extend(([atom], Numeral(atom.start, atom.end, atom.value, "F")) for atom in chain if atom.letter == "R")
    for match in _GRAMMAR.finditer(letters):
        atoms = chain[match.start() : match.end()]
        while atoms and atoms[-1].letter in "&o":
            atoms.pop()
        numeral = _SORTS[str(match.lastgroup)](atoms)
        if numeral is not None:
            found.append((atoms, numeral))
    return found


def share(over: Decimal, below: Decimal) -> Decimal:
    """A fraction with four decimals, small ones with four digits.

    >>> str(share(Decimal(2), Decimal(3))), str(share(Decimal(1), Decimal(21)))
    ('0.6667', '0.04762')
    """
    value = CONTEXT.divide(over, below)
    if value == 0 or value.adjusted() >= -1:
        return value.quantize(_SHORT, context=CONTEXT)
    return value.quantize(ONE.scaleb(value.adjusted() - 3), context=CONTEXT)


def cardinal(atoms: list[Atom]) -> Decimal | None:
    """Value of a chain of digits, number words, hundreds and scales."""
    total, current, seen = Decimal(0), Decimal(0), False
    last_scale: Decimal | None = None
    for atom in atoms:
        if atom.letter in "UTYWBDOa":
            current, seen = current + atom.value, True
        elif atom.letter == "H":
            current, seen = (current if seen else ONE) * 100, True
        elif atom.letter in "SM":
            base = current if seen else ONE
            if last_scale is not None and atom.value >= last_scale:
                total = CONTEXT.multiply(total + (current if seen else Decimal(0)), atom.value)
            else:
                total = CONTEXT.add(total, CONTEXT.multiply(base, atom.value))
            current, seen, last_scale = Decimal(0), False, atom.value
    return CONTEXT.add(total, current) if atoms else None


def _scale(atoms: list[Atom]) -> Decimal:
    scale = ONE
    for atom in atoms:
        if atom.letter in "SMZ":
            scale = CONTEXT.multiply(scale, atom.value)
    return scale


def _numeral(atoms: list[Atom], value: Decimal, sort: str = "N", scale: Decimal = ONE, lone: bool = False) -> Numeral:
    return Numeral(atoms[0].start, atoms[-1].end, value, "F" if sort == "F" else "N", scale, lone=lone)


def _half(atoms: list[Atom]) -> Numeral | None:
    """ "two and a half million"; German "drei halbe"."""
    whole = cardinal([a for a in atoms if a.letter not in "ah&SMZ"])
    if whole is None:
        return None
    joined = any(a.letter in "&aO" for a in atoms[1:])
    scale = _scale(atoms)
    return _numeral(atoms, CONTEXT.multiply(whole + _HALF if joined else whole / 2, scale), "N", scale)


def _part(atoms: list[Atom]) -> Numeral | None:
    """ "five and three quarters million": the scale holds for both."""
    joined_at = max(i for i, a in enumerate(atoms) if a.letter == "&")
    below_at = next(i for i, a in enumerate(atoms) if a.letter in "fg")
    whole, over = cardinal(atoms[:joined_at]), cardinal(atoms[joined_at + 1 : below_at])
    if whole is None or over is None:
        return None
    if over >= atoms[below_at].value:  # "one hundred and thirty fifths"
        return _fraction(atoms[: below_at + 1])
    scale = _scale(atoms[below_at:])
    value = CONTEXT.add(whole, CONTEXT.divide(over, atoms[below_at].value))
    return _numeral(atoms, CONTEXT.multiply(value, scale).quantize(_SHORT, context=CONTEXT), "N", scale)


def _halved(atoms: list[Atom]) -> Numeral | None:
    base = Decimal(100) if atoms[-1].letter == "H" else _scale(atoms)
    return _numeral(atoms, CONTEXT.multiply(_HALF, base), "N", base)


def _composed(atoms: list[Atom]) -> Numeral | None:
    """ "three twenty-fifths": the denominator has several words; it starts where the numerator can go no further."""
    at = 1
    if len(atoms) == 3 and atoms[0].letter == "H":
        at = 1
    elif atoms[1].letter == "H" and atoms[2].letter == "Y":
        at = 2
    over, below = cardinal(atoms[:at]), cardinal([a for a in atoms[at:-1] if a.letter != "&"])
    if over is None or below is None:
        return None
    return _numeral(atoms, share(over, below + atoms[-1].value), "F")


def _fraction(atoms: list[Atom]) -> Numeral | None:
    if atoms[-1].letter in "eh":
        return _numeral(atoms, atoms[-1].value, "F", lone=len(atoms) == 1 and atoms[0].value == _HALF)
    over = cardinal([a for a in atoms[:-1] if a.letter != "&"])
    if over is None or atoms[-1].value == 0:
        return None
    if atoms[-1].letter == "g" and atoms[0].letter == "U" and atoms[-1].value >= 100:
        return None  # "two hundredth"
    quarter = atoms[-1].value == 4 and atoms[0].letter in "aO"  # "ein Viertel" may be a part of a town
    return _numeral(atoms, share(over, atoms[-1].value), "F", lone=quarter)


def _point(atoms: list[Atom]) -> Numeral | None:
    """ "two point seventy-one": digits by words."""
    at = next(i for i, a in enumerate(atoms) if a.letter == "p")
    whole, scale = cardinal(atoms[:at]), _scale(atoms)
    digits, after = "", [a for a in atoms[at + 1 :] if a.letter not in "SM"]
    for left, right in zip([None, *after], after, strict=False):
        if left is not None and left.letter == "Y" and right.letter in "UO":
            digits = digits[:-1]
        digits += str(right.value)
    if whole is None or not digits.isdigit():
        return None
    return _numeral(atoms, CONTEXT.multiply(whole + Decimal(f"0.{digits}"), scale), "N", scale)


def _dozens(atoms: list[Atom]) -> Numeral | None:
    scale = _scale(atoms)
    if atoms[-1].letter == "v":  # "three dozens"; the bound of vague ones counts two of them
        last = atoms[-1].value
        scale = last if last in (100, 1000) else last / 2
    counted = [a for a in atoms if a.letter not in "Zv"]
    joined = next((i for i, a in enumerate(counted) if a.letter == "&"), None)
    if joined is not None:  # "three hundred and two dozens"
        whole, count = cardinal(counted[:joined]), cardinal(counted[joined + 1 :])
        return None if whole is None or count is None else _numeral(atoms, whole + count * scale, "N")
    count = cardinal(counted)
    return _numeral(atoms, CONTEXT.multiply(count if count is not None else ONE, scale), "N", scale)


def _vague(atoms: list[Atom]) -> Numeral | None:
    """Lower bound of a vague numeral: "hundreds of thousands", "mehrere Millionen"."""
    value, plural = ONE, False
    for atom in atoms:
        if atom.letter in "vtHSMZB":
            number = atom.value
            if atom.letter in "vM" and plural and number >= 2_000_000:
                number = {2: number / 2}.get(int(str(number)[0]), number)
            value = CONTEXT.multiply(value, number)
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


def _number(atoms: list[Atom]) -> Numeral | None:
    if len(atoms) == 1 and atoms[0].letter == "S" and atoms[0].value > 1000:
        return None  # "the million": no number
    total = cardinal(atoms)
    return None if total is None else _numeral(atoms, total, "N", _scale(atoms))


def _one(atoms: list[Atom]) -> Numeral | None:
    return Numeral(atoms[0].start, atoms[-1].end, atoms[0].value, "O")


_SORTS: dict[str, Callable[[list[Atom]], Numeral | None]] = {
    "half": _half,
    "part": _part,
    "halved": _halved,
    "composed": _composed,
    "fraction": _fraction,
    "ordinal": lambda atoms: None,
    "point": _point,
    "vague": _vague,
    "dozens": _dozens,
    "number": _number,
    "one": _one,
}
