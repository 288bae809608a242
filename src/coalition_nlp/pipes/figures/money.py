"""Sums of money: the currency of a figure, and subunits behind main units ("three dollars fifty cents")."""

from __future__ import annotations

import re

from .currencies import Currencies
from .models import Hit, Numeral

_JOIN = re.compile(r"[ \u00a0]{1,2}(?:(?:und|and|,)[ \u00a0]{1,2})?")
_PART = re.compile(r"[ \u00a0](?=[\ue000])")
_END = re.compile(r"\s*(?:[.,;:!?)]|$)")


def set_currency(text: str, match: re.Match[str], hit: Hit, currencies: Currencies) -> None:
    """Currency and unit of a hit from the name, the code or the sign.

    Subunits are a unit of their own: 50 cents are not 50 of any currency. They have no currency unless they follow
    an amount of the main unit.
    """
    name = match.groupdict().get("currency") or text[hit.start : hit.numeral.start].strip()
    meaning = currencies.meaning(name)
    hit.unit_text = name
    hit.subunit = meaning.factor if meaning.unit and meaning.factor < 1 else None
    if meaning.unit:
        hit.unit = meaning.unit
        return
    hit.currency, hit.unit = meaning.code, meaning.code or name.lower()
    if meaning.factor != 1:
        for field in ("value", "low", "high"):
            value = getattr(hit, field)
            if value is not None:
                setattr(hit, field, value * meaning.factor)


def join_subunits(text: str, hits: list[Hit]) -> list[Hit]:
    """Hits with a subunit right behind its main unit made one: "three dollars (and) fifty cents"."""
    kept: list[Hit] = []
    for hit in hits:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.kind == hit.kind == "money"
            and before.subunit is None
            and hit.subunit is not None
            and None not in (before.value, hit.value)
            and _JOIN.fullmatch(text, before.end, hit.start)
        ):
            assert before.value is not None and hit.value is not None
            if hit.value * hit.subunit < 1 and before.value == before.value.to_integral_value():
                before.value += hit.value * hit.subunit
                before.end = hit.end
                continue
        kept.append(hit)
    return kept


def add_part(text: str, dark: str, hit: Hit, numerals: dict[int, Numeral]) -> None:
    """ "drei Euro fünfzig", "five dollars forty": two digits behind the currency with nothing more behind them."""
    gap = _PART.match(dark, hit.end)
    if gap is None or hit.value is None or hit.subunit is not None or hit.value != hit.value.to_integral_value():
        return
    part = numerals.get(gap.end())
    if part is None or not 10 <= part.value <= 99 or part.value != part.value.to_integral_value():
        return
    if hit.value < 1000 and _END.match(text, part.end):
        hit.value += part.value / 100
        hit.end = part.end
