"""Datelines ("BERLIN, March 3 (Reuters) -", "Rom - ") and sign-offs ("nob/kle (afp, dpa)", "(APA, 3.2.2012)")."""

from __future__ import annotations

import re

from coalition_nlp.knowledge.places import gazetteer

from .dates import day_in
from .noise import pattern
from .source import SourceBlock

_WORD = r"[A-ZÄÖÜ][\w.'’]*(?:-[\w.'’]+)*"
DATELINE = re.compile(
    rf"\s*(?P<place>{_WORD}(?:(?:[ ]|[ ]?/[ ]?|,[ ](?={_WORD}[ ]?[,(–—-]))(?:{_WORD}|den|am|de|of)){{0,4}}?)"
    r"(?:,\s*(?P<date>[^()–—\n]{3,30}?))?\s*"
    r"(?:\((?P<agency>[A-Za-z][^()\n]{1,40})\)\s*(?:[-–—:]+|(?=[A-ZÄÖÜ„\"“»]))|[–—]\s|--?\s(?=[A-ZÄÖÜ„\"“»])"
    r"|(?<=\d)\.\s(?=[A-ZÄÖÜ„\"“»])|(?<=[a-zäöü])\.\s(?=[A-ZÄÖÜ„\"“»]))"
)
_DAY_AND_MONTH = re.compile(r"(?:[A-ZÄÖÜ]\w+,?\s)?(?:\d{1,2}\.?\s?(?:[A-ZÄÖÜ]\w+|\d{1,2}\.?)|[A-Z]\w+\.?\s\d{1,2})\.?")
_TEASER = re.compile(r"[.!?…][\"“”»]?\s+(?=[A-ZÄÖÜ])")
_SIGN_OFF = re.compile(r"(?<=[.!?…\"“”»«’)])\s*(?P<off>\((?P<inner>[^()\n]{2,80})\))\s*$")
_CODES = re.compile(r"[a-zäöü]{2,4}(?:[/,+ ]{1,2}[a-zäöü]{2,4})*")


def dateline(text: str, block: SourceBlock) -> re.Match[str] | None:
    """The dateline that opens a block, or its second sentence behind a teaser."""
    starts = [block.start]
    if teaser := _TEASER.search(text, block.start, min(block.end, block.start + 250)):
        starts.append(teaser.end())
    for start in starts:
        match = DATELINE.match(text, start, min(block.end, start + 120))
        if match and _is_dateline(match):
            return match
    return None


def _is_dateline(match: re.Match[str]) -> bool:
    """Brackets must hold an agency or codes; without brackets the place must be one, or stand in capitals."""
    if match["agency"] is not None:
        return bool(pattern("agency").search(match["agency"]) or _CODES.fullmatch(match["agency"]))
    if match["date"] is not None and day_in(match["date"]) is None and not _DAY_AND_MONTH.fullmatch(match["date"]):
        return False
    if match["date"] is not None and match.group().rstrip().endswith("."):
        return True
    if match.group().rstrip().endswith("."):
        return False  # "Rome. The ..." is a sentence
    if match["place"].isupper() and len(match["place"]) > 3:
        return True
    known = gazetteer()
    return all(known.named(part) or known.also(part) for part in re.split(r"\s*[/,]\s*", match["place"]))


def split_sign_off(text: str, blocks: list[SourceBlock]) -> list[SourceBlock]:
    """The sign-off in brackets behind the last sentence becomes a byline of its own."""
    index = next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].kind == "body"), None)
    if index is None:
        return blocks
    block = blocks[index]
    match = _SIGN_OFF.search(text, max(block.start, block.end - 120), block.end)
    if match is None or match.start() <= block.start or not _signs_off(match["inner"]):
        return blocks
    prose = SourceBlock("body", block.start, match.start())
    sign_off = SourceBlock("byline", match.start("off"), match.end("off"))
    return [*blocks[:index], prose, sign_off, *blocks[index + 1 :]]


def _signs_off(inner: str) -> bool:
    """Agencies, codes or names, perhaps with a date: nothing that belongs to the sentence."""
    found = day_in(inner)
    if found is not None:
        return found.end == len(inner.rstrip()) or found.start == 0
    first = re.split(r"[,/ ]+", inner.strip())
    return all(pattern("agency").fullmatch(word) or word in ("red", "mit", "und", "and", "with") for word in first)


def find_agency(text: str, blocks: list[SourceBlock]) -> tuple[str | None, str | None]:
    """(agency, place) of the dateline of the first paragraph; the agency else from a sign-off."""
    agency = place = None
    opening = next((block for block in blocks[:20] if block.kind == "body"), None)
    if opening is not None and (match := dateline(text, opening)):
        place = match["place"].strip(" ,")
        if match["agency"] and pattern("agency").search(match["agency"]):
            agency = match["agency"]
    if agency is None:
        agency = next(
            (
                found
                for block in reversed(blocks)
                if block.kind == "byline" and (found := _signing_agency(text[block.start : block.end]))
            ),
            None,
        )
    return agency, place


def _signing_agency(line: str) -> str | None:
    """The agencies named in a sign-off, as it writes them."""
    inner = line[line.rfind("(") + 1 :].rstrip(") ") if "(" in line else line
    if date := day_in(inner):
        inner = inner[: date.start] + inner[date.end :]
    found = [match.group() for match in pattern("agency").finditer(inner.strip(" ,"))]
    if not found or len(inner) > 60:
        return None
    words = re.findall(r"[^\W\d_][\w-]*", inner)
    return ", ".join(found) if len(found) * 2 >= len(words) else None
