"""Blocks of a text: what is prose and what is page noise, told by form and by the noise rules of both languages.

Paragraphs (or lines, where a text breaks its paragraphs with single line feeds) are classified one by one; then rules
that need the neighbours apply: the first short line is the title, the line before a photo credit its caption, a
paragraph that the next one repeats in full a doubled teaser, the line before "— Name (@handle) date" a tweet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from coalition_nlp.languages import SUPPORTED, RuleModel, rules

from .dates import day_in
from .source import SourceBlock


class NoiseRules(RuleModel):
    """Regular expressions for page noise; see the data file."""

    navigation_line: tuple[str, ...]
    navigation_start: tuple[str, ...]
    navigation_any: tuple[str, ...]
    caption_start: tuple[str, ...]
    caption_any: tuple[str, ...]
    byline_line: tuple[str, ...]
    byline_name: tuple[str, ...]
    byline_start: tuple[str, ...]
    byline_offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the form of a text tells."""

    blocks: tuple[SourceBlock, ...]
    title: str | None = None
    agency: str | None = None
    dateline_place: str | None = None


_AGENCIES = "dpa|afp|apa|reuters|rtr|ap|epd|kna|sid|tass|xinhua|anadolu|efe|ansa|upi|dts|dapd|ddp|itar-tass|interfax"
_LIST_MARK = r"(?:\s*(?:[-•*–·›»>|]|\d{1,2}[.)])\s+)*"
_LINK = re.compile(r"\[[^\]\n]*\]\([^)\n]*\)|!\[[^\]\n]*\]\([^)\n]*\)")
_URL_LINE = re.compile(r"(?:https?://|www\.)?[\w.-]+\.[a-z]{2,6}(?:/\S*)?|https?://\S+", re.I)
_CRUMBS = re.compile(r"[^.!?]{1,120}(?:\s[›»>/|]\s[^.!?]{1,120}){2,}")
_TWEET = re.compile(
    r"(?:[—–-]{1,2}|―)\s*(?P<author>[^(\n@]{2,60}?)\s*\((?P<handle>@\w{1,30})\)\s*(?P<date>[\w.,: ·|/-]{4,40})?\s*", re.U
)
_DATE_ONLY_SLACK = 45  # characters that may stand beside the date in a dateline ("04.06.2020 - Pressemitteilung")
_NAME = r"[A-ZÄÖÜ][\w.'’-]+(?: (?:[A-ZÄÖÜ][\w.'’-]*|de|van|von|al|bin|der)){1,4}"
_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÄÖÜ][\w.'’-]*(?:[ /,-]{1,2}(?:[A-ZÄÖÜ][\w.'’-]*|den|am|de|of)){0,4}?)"
    r"(?:,\s*(?P<date>[^()–—\n]{3,30}?))?\s*"
    r"(?:\((?P<agency>[A-Za-z][\w/, .-]{1,30})\)\s*(?:[-–—:]+|(?=[A-ZÄÖÜ„\"“»]))|[–—]\s|--?\s(?=[A-ZÄÖÜ„\"“»]))"
)
_CODES = re.compile(rf"\(?(?:[a-zäöü]{{2,4}}(?:/[a-zäöü]{{2,4}})*\s*)?\(?(?P<agency>(?:{_AGENCIES})(?:[,/ ]+(?:{_AGENCIES}))*)\b", re.I)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    """One pattern a kind of rule, from the rules of all languages."""
    tables = [rules(language, "noise", NoiseRules) for language in SUPPORTED]

    def joined(name: str) -> str:
        return "|".join(f"(?:{pattern})" for table in tables for pattern in getattr(table, name))

    return {
        **{
            name: re.compile(joined(name), re.I)
            for name in (
                "navigation_line", "navigation_start", "navigation_any", "caption_start", "caption_any", "byline_line",
                "byline_start",
            )
        },
        "byline_name": re.compile(joined("byline_name")),
        "byline_office": re.compile(rf"{_NAME}\s*,\s*[^.!?]{{0,60}}\b(?i:{joined('byline_offices')})\b[^.!?]{{0,40}}"),
    }  # fmt: skip


@dataclass(slots=True)
class _Piece:
    """A paragraph or line before it gets its final kind."""

    start: int
    end: int
    text: str
    kind: str = "body"
    paragraph: int = 0


def _pieces(text: str) -> list[_Piece]:
    """Paragraphs; their lines one by one unless they look like one hard-wrapped paragraph."""
    pieces: list[_Piece] = []
    for number, paragraph in enumerate(re.finditer(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*", text)):
        lines = [m for m in re.finditer(r"[^\n]*\S[^\n]*", paragraph.group())]
        if len(lines) > 1 and _is_wrapped([m.group() for m in lines]):
            pieces.append(_stripped(text, paragraph.start(), paragraph.end(), number))
        else:
            pieces += [
                _stripped(text, paragraph.start() + m.start(), paragraph.start() + m.end(), number) for m in lines
            ]
    return pieces


def _stripped(text: str, start: int, end: int, paragraph: int) -> _Piece:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    content = raw.strip()
    return _Piece(start, start + len(content), content, paragraph=paragraph)


def _is_wrapped(lines: list[str]) -> bool:
    """Lines of similar, moderate length most of which end within a sentence."""
    inner = [line.strip() for line in lines[:-1]]
    if not all(30 <= len(line) <= 120 for line in inner):
        return False
    if max(map(len, inner)) - min(map(len, inner)) > 45 or any(_TWEET.fullmatch(line.strip()) for line in lines):
        return False
    open_ends = sum(line[-1] not in ".!?:\"“”»«" for line in inner)
    lower_next = sum(line.strip()[0].islower() for line in lines[1:])
    return open_ends >= len(inner) / 2 and (lower_next > 0 or len(lines) > 3)


def _kind(piece: _Piece) -> str:
    """Kind of a piece by itself."""
    patterns = _patterns()
    raw = piece.text
    bare = re.sub(_LIST_MARK, "", raw, count=1).strip().strip("*_").strip()
    linked = _LINK.sub("", bare)
    if _LINK.search(bare) and len(re.sub(r"\W", "", linked)) < 3:
        return "navigation"
    if raw.startswith("#"):
        return "title"
    if not re.search(r"\w", bare) or _URL_LINE.fullmatch(bare) or patterns["navigation_line"].fullmatch(bare.rstrip(" :.»›>")):
        return "navigation"
    short = len(bare) <= 300
    if short and (patterns["navigation_start"].match(bare) or patterns["navigation_any"].search(bare) or _CRUMBS.fullmatch(bare)):
        return "navigation"
    if short and (patterns["caption_start"].match(bare) or patterns["caption_any"].search(bare)):
        return "caption"
    if short and (
        patterns["byline_line"].fullmatch(bare)
        or patterns["byline_name"].fullmatch(bare)
        or patterns["byline_start"].match(bare)
        or patterns["byline_office"].fullmatch(bare)
    ):
        return "byline"
    found = day_in(raw)
    if found is not None and len(raw) - (found.end - found.start) <= _DATE_ONLY_SLACK and raw[-1] not in ".!?":
        return "byline"
    return "body"


def _is_heading(piece: _Piece) -> bool:
    """A short line without a sentence's end."""
    return len(piece.text) <= 160 and "\n" not in piece.text and not re.search(r"[.!?…:;,][\"“”»«’)\]]*$", piece.text)


def _mark_neighbours(pieces: list[_Piece]) -> None:
    """Kinds that depend on the pieces around."""
    for left, right in zip(pieces, pieces[1:], strict=False):
        if right.kind == "caption" and left.kind in ("body", "navigation") and len(left.text) <= 300:
            # "Country | A and B | Conference" above "Picture: agency"
            if " | " in left.text or (left.paragraph == right.paragraph and left.kind == "body"):
                left.kind = "caption"
        if left.kind in ("body", "title") and right.kind == "body" and len(left.text) >= 60:
            stem = left.text.rstrip("…. ")
            if right.text.startswith(stem):
                left.kind = "navigation"
    seen: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind == "body" and len(piece.text) >= 120:
            if piece.text in seen:
                pieces[index].kind = "navigation"
            seen[piece.text] = index
    for piece in pieces:
        if piece.kind == "body" and len(piece.text) > 3 and _is_heading(piece):
            piece.kind = "title"
    _mark_page_head(pieces)


def _mark_page_head(pieces: list[_Piece]) -> None:
    """Above the text: items of a list of links, and headings with navigation between them and the last one."""
    for number in {p.paragraph for p in pieces}:
        group = [p for p in pieces if p.paragraph == number]
        linked = sum(p.kind == "navigation" for p in group)
        if linked * 2 > len(group) > 2:
            for piece in group:
                if piece.kind == "title" and re.match(_LIST_MARK + r"\S", piece.text) and not piece.text[0].isalpha():
                    piece.kind = "navigation"
    body = next((i for i, p in enumerate(pieces) if p.kind == "body"), len(pieces))
    heads = [i for i, p in enumerate(pieces[:body]) if p.kind == "title"]
    for left, right in zip(heads, heads[1:], strict=False):
        if any(p.kind == "navigation" for p in pieces[left + 1 : right]):
            pieces[left].kind = "navigation"


def _tweets(pieces: list[_Piece]) -> list[SourceBlock]:
    """Blocks of the pieces, tweets joined with their attribution."""
    blocks: list[SourceBlock] = []
    for piece in pieces:
        attribution = _TWEET.fullmatch(piece.text) or _TWEET.search(piece.text)
        if attribution is not None and attribution.end() < len(piece.text.rstrip()):
            attribution = None
        if attribution is not None:
            found = day_in(attribution["date"] or "")
            start = piece.start
            if attribution.start() == 0 and blocks and blocks[-1].kind in ("body", "title"):
                start = blocks.pop().start
            blocks.append(SourceBlock("quote_embed", start, piece.end, attribution["author"].strip(), found.day if found else None))
        else:
            blocks.append(SourceBlock(piece.kind, piece.start, piece.end))  # type: ignore[arg-type]
    return blocks


def _agency(text: str, blocks: list[SourceBlock]) -> tuple[str | None, str | None]:
    """(agency, place) of the first dateline in prose; the agency else from a sign-off."""
    agency = place = None
    for block in blocks[:12]:
        if block.kind != "body":
            continue
        for start in _dateline_starts(text, block):
            match = _DATELINE.match(text, start, min(block.end, start + 120))
            if match and not match["place"].isupper() and match["agency"] is None and len(match["place"].split()) > 3:
                match = None
            if match and (match["agency"] is None or re.search(rf"\b(?:{_AGENCIES})\b", match["agency"], re.I)):
                agency, place = match["agency"], match["place"].strip(" ,")
                break
        break
    if agency is None:
        for block in reversed(blocks):
            found = _CODES.search(text, block.start, block.end) if block.end - block.start <= 60 else None
            if found:
                agency = found["agency"]
                break
    return agency, place


def _dateline_starts(text: str, block: SourceBlock) -> list[int]:
    """A dateline opens the first paragraph, or its second sentence behind a teaser."""
    starts = [block.start]
    teaser = re.compile(r"[.!?][\"“”»]?\s+(?=[A-ZÄÖÜ])").search(text, block.start, min(block.end, block.start + 250))
    return [*starts, teaser.end()] if teaser else starts


def find_blocks(text: str) -> Layout:
    """The blocks of a text in order, with title, agency and place of the dateline.

    >>> layout = find_blocks("Skip to content\\n\\nTalks resume\\n\\nROME (AP) - The envoys met again on Monday.")
    >>> [block.kind for block in layout.blocks], layout.title, layout.agency
    (['navigation', 'title', 'body'], 'Talks resume', 'AP')
    """
    pieces = _pieces(text)
    for piece in pieces:
        piece.kind = _kind(piece)
    _mark_neighbours(pieces)
    if not any(p.kind in ("body", "title") for p in pieces):  # all noise: rather read it than lose it
        for piece in pieces:
            piece.kind = "body"
    blocks = _tweets(pieces)
    agency, place = _agency(text, blocks)
    title = next((text[b.start : b.end].lstrip("# ").strip("* ") for b in blocks if b.kind == "title"), None)
    first_body = next((b.start for b in blocks if b.kind == "body"), len(text))
    if title is not None and text.find(title) > first_body:
        title = None  # a heading further down is none of the whole text
    return Layout(tuple(blocks), title, agency, place)
