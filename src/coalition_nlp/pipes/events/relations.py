"""How the phrases of a sentence hang together: owners ("warplanes of the coalition") and rows ("Italy and Spain")."""

from __future__ import annotations

import re
from itertools import pairwise

from .models import Phrase
from .patterns import Lexicon


def check_rows(phrases: list[Phrase], text: str, joins: frozenset[str]) -> None:
    """A row has its "and" at the end; a comma alone joins nothing ("in the capital, jets ...")."""
    roots: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        if phrase.row is not None:
            roots.setdefault(id(phrase.row), []).append(phrase)
    for members in roots.values():
        before = ""
        keep = 0
        for number, phrase in enumerate(members, 1):
            before = text[max(phrase.left - 16, 0) : phrase.left].split("\n")[-1].strip(" ,")
            if any(before.endswith(word) for word in joins):
                keep = number
        for phrase in members[keep:]:
            phrase.row = None
            if phrase.lent:
                phrase.prep = ""


def relate(phrases: list[Phrase], lexicon: Lexicon, text: str) -> None:
    """Owners and rows."""
    joins, owner = lexicon.sets["joins"], lexicon.sets["owner"]
    for before, phrase in pairwise(phrases):
        if phrase.owned and before.kind in ("country", "person") and phrase.left - before.end < 3:
            phrase.owned = False  # "sagte Deutschland der Ukraine zu"
        gap = text[before.end : phrase.left]
        plain = " ".join(gap.split())
        noun = before.kind in ("group", "thing", "count", "title", "organization", "money", "event")
        if plain in ("'s", "’s", "'", "’") and before.kind != "thing":
            before.owned, phrase.owner = True, before
        elif plain == "-" and before.kind in ("organization", "country") and phrase.kind in ("group", "event"):
            before.owned, phrase.owner = True, before  # "Hisbollah-Kämpfer"
        elif (
            before.owned
            and plain.strip(", ") in joins
            and plain
            and not phrase.prep
            and (phrase.det in lexicon.sets["genitive"] or not phrase.det and lexicon.language == "en")
        ):
            phrase.owned = True
        elif plain in (",", "") or plain.strip(", ") in joins or re.fullmatch(r"\((?:[A-Z]+)\)", plain):
            genitive = not phrase.prep and (
                phrase.det in lexicon.sets["genitive"] or _bare_genitive(phrase, lexicon, text)
            )
            if (
                plain == ""
                and "territory" in before.classes
                and phrase.kind in ("place", "country")
                and not phrase.prep
            ):
                phrase.owned, before.owner = True, phrase  # "die Stadt Gao"
            elif (
                plain == "" and before.kind == "group" and phrase.kind == "country" and not (phrase.det or phrase.prep)
            ):
                before.owned, phrase.left = True, before.left  # "der Gastgeber Kuwait"
                phrase.prep = before.prep
            elif (
                plain == ""
                and lexicon.language == "de"
                and before.kind in ("thing", "event")
                and before.prep
                and phrase.kind == "organization"
                and not (phrase.det or phrase.prep)
            ):
                phrase.owned, before.owner = True, phrase  # "an der Mission ATALANTA"
            elif plain == "" and noun and (genitive or phrase.prep in owner or _name_genitive(phrase, lexicon, text)):
                phrase.owned, before.owner = True, phrase
                if before.kind == "count":
                    before.classes |= phrase.classes  # "40 percent of its territory"
            elif plain == "" and _owner_before(before, phrase, lexicon, text):
                before.owned, phrase.owner = True, before
            elif plain == "" and not phrase.prep and not phrase.det and before.kind in ("country", "organization"):
                if phrase.kind in ("group", "person", "title", "thing", "event") and lexicon.language == "en":
                    before.owned = True  # "NATO troops"
                    phrase.owner = before
            elif plain and (not phrase.prep or phrase.prep == before.prep) and phrase.kind != "money":
                phrase.row = before.row or before
                phrase.lent = not phrase.prep
                phrase.prep = phrase.prep or before.prep
        if phrase.row is None and plain.strip(", ") in joins and before.owned and not phrase.prep:
            phrase.owned = lexicon.language == "de" and phrase.det in lexicon.sets["genitive"] or phrase.owned


def _bare_genitive(phrase: Phrase, lexicon: Lexicon, text: str) -> bool:
    """ "der Abzug ausländischer Truppen"."""
    return (
        lexicon.language == "de" and not phrase.det and phrase.kind in ("group", "thing", "count")
        and text[phrase.start : phrase.head].split(" ")[0].endswith("er") and phrase.start < phrase.head
    )  # fmt: skip


def _name_genitive(phrase: Phrase, lexicon: Lexicon, text: str) -> bool:
    """ "die Armee Syriens"."""
    return (
        lexicon.language == "de" and phrase.kind in ("country", "place") and not phrase.det and not phrase.prep
        and text[phrase.end - 1] == "s"
    )  # fmt: skip


def _owner_before(before: Phrase, phrase: Phrase, lexicon: Lexicon, text: str) -> bool:
    """ "Russlands Armee"."""
    return (
        lexicon.language == "de" and before.kind in ("country", "organization") and text[before.end - 1] == "s"
        and phrase.kind in ("group", "title", "thing", "event") and not phrase.det and not phrase.prep
    )  # fmt: skip
