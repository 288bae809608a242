"""Blocks of a text: what is prose and what is page noise.

Paragraphs (or lines, where a text breaks its paragraphs with single line feeds) are told apart one by one, see
`noise`; then rules that need the neighbours apply: the line before a photo credit is its caption, a paragraph that
another one repeats in full a doubled teaser or pull quote, the lines before "— Name (@handle) date" a tweet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from coalition_nlp.records.vocabulary import BlockKind

from .datelines import find_agency, split_sign_off
from .dates import day_in
from .noise import LIST_MARK, is_dated, is_label, is_site, kind_of
from .source import SourceBlock


@dataclass(frozen=True, slots=True)
class Layout:
    """What the form of a text tells."""

    blocks: tuple[SourceBlock, ...]
    title: str | None = None
    agency: str | None = None
    dateline_place: str | None = None


# Every kind of line end as a line feed, in the same length, so that offsets hold.
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ITEM = re.compile(LIST_MARK + r"\S")
_POST = 280  # characters a post may have on the best-known platform
_TWEET = re.compile(
    r"(?P<dash>[—–-]{1,2}|―)?\s*(?P<author>[^(\n@—―]{2,60}?)\s*\((?P<handle>@\w{1,30})\)\s*[·|,]?\s*"
    r"(?P<date>[\w.,: ·|/-]{4,40})?\s*"
)
_CUT = re.compile(r"\s*(?:\[?(?:…|\.{3})\]?|\s(?:weiterlesen|mehr|read more|more)\s*[›»>]?)+\s*$", re.I)
_HEADING_END = re.compile(r"[.!?…:;,][\"“”»«’)\]]*(?:\s*\([^()\n]*\))?$")
_HEAD = 8  # pieces at the top of a page in which a dateline stands
_LONG = 200  # characters of a paragraph that can only be body text


@dataclass(slots=True)
class _Piece:
    """A paragraph or line before it gets its final kind."""

    start: int
    end: int
    text: str
    kind: BlockKind = "body"
    paragraph: int = 0
    size: int = 1  # pieces in its paragraph


def _pieces(text: str) -> list[_Piece]:
    """Paragraphs; their lines one by one unless they look like one hard-wrapped paragraph or list item."""
    pieces: list[_Piece] = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        groups: list[list[re.Match[str]]] = []
        for line in _LINE.finditer(text, paragraph.start(), paragraph.end()):
            if not groups or _ITEM.match(line.group()):
                groups.append([line])
            else:
                groups[-1].append(line)
        found: list[_Piece] = []
        for group in groups:
            if len(group) > 1 and _is_wrapped([line.group() for line in group]):
                found.append(_stripped(text, group[0].start(), group[-1].end(), number))
            else:
                found += [_stripped(text, line.start(), line.end(), number) for line in group]
        for piece in found:
            piece.size = len(found)
        pieces += found
    return pieces


def _stripped(text: str, start: int, end: int, paragraph: int) -> _Piece:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    content = raw.strip()
    return _Piece(start, start + len(content), content, paragraph=paragraph)


def _is_wrapped(lines: list[str]) -> bool:
    """Lines of similar, moderate length most of which end within a sentence."""
    if _ITEM.match(lines[0]) and all(line[0].isspace() for line in lines[1:]):
        return True  # an item with its hanging lines
    inner = [line.strip() for line in lines[:-1]]
    if not all(30 <= len(line) <= 120 for line in inner) or len(lines[-1]) > 125:
        return False
    if max(map(len, inner)) - min(map(len, inner)) > 45 or any(_TWEET.fullmatch(line.strip()) for line in lines):
        return False
    open_ends = sum(line[-1] not in '.!?:"“”»«' for line in inner)
    lower_next = sum(line.strip()[0].islower() for line in lines[1:])
    return open_ends >= len(inner) / 2 and (lower_next > 0 or len(lines) > 3)


def _is_heading(piece: _Piece) -> bool:
    """A short line without a sentence's end."""
    return 3 < len(piece.text) <= 160 and "\n" not in piece.text and not _HEADING_END.search(piece.text)


def _mark_dates(pieces: list[_Piece]) -> None:
    """Dates with little beside them are bylines at the head and foot of a page; elsewhere they head a section."""
    prose = next((i for i, p in enumerate(pieces) if p.kind == "body" and len(p.text) > _LONG), len(pieces))
    for index, piece in enumerate(pieces):
        at_edge = index <= max(prose, _HEAD) or index >= len(pieces) - 3
        goes_on = index > 0 and pieces[index - 1].text.endswith(",")  # "Statement of the ministers, / 11 March 2021"
        if piece.kind == "body" and at_edge and not goes_on and is_dated(piece.text):
            piece.kind = "byline"


def _mark_captions(pieces: list[_Piece]) -> None:
    """The line right above a photo credit, in a paragraph of these two or three lines."""
    for left, right in pairwise(pieces):
        if right.kind != "caption" or left.kind not in ("body", "navigation") or len(left.text) > 300:
            continue
        if " | " in left.text or (left.kind == "body" and left.paragraph == right.paragraph and right.size <= 3):
            left.kind = "caption"


def _mark_doubled(pieces: list[_Piece]) -> None:
    """Teasers and pull quotes: paragraphs that stand in full in another one. Nothing is lost with them."""
    prose = [p for p in pieces if p.kind == "body"]
    if len(prose) > 500:  # no press text; the comparison would take too long
        return
    seen: set[str] = set()
    for piece in prose:
        stem = _CUT.sub("", piece.text).strip('"“”„«»‘’ ')
        if len(stem) < 40:
            continue
        heading = _is_heading(piece)
        for other in prose:
            if len(other.text) <= len(piece.text) or _is_heading(other):
                continue
            if other.text.startswith(stem) if heading else stem in other.text:
                piece.kind = "navigation"
                break
        if stem in seen and not heading:
            piece.kind = "navigation"
        seen.add(stem)


def _mark_head(pieces: list[_Piece]) -> None:
    """Above the text: names of sites, and a page title that the real one follows behind navigation."""
    body = next((i for i, p in enumerate(pieces) if p.kind == "body"), len(pieces))
    heads = [i for i, p in enumerate(pieces[:body]) if p.kind == "title"]
    for index in heads[:-1]:
        if is_site(pieces[index].text):
            pieces[index].kind = "navigation"
    for left, right in pairwise(heads):
        between = [p.kind for p in pieces[left + 1 : right]]
        if between.count("navigation") > 1 and set(between) == {"navigation"}:
            pieces[left].kind = "navigation"
    for number in {p.paragraph for p in pieces}:  # items of a list of which most are links
        group = [p for p in pieces if p.paragraph == number]
        if sum(p.kind == "navigation" for p in group) * 2 > len(group) > 2:
            for piece in group:
                if piece.kind == "title" and _ITEM.match(piece.text):
                    piece.kind = "navigation"


def _mark_foot(pieces: list[_Piece]) -> None:
    """Below the text: short lines under "Related" or "Tags"."""
    last = max((i for i, p in enumerate(pieces) if p.kind in ("body", "quote_embed", "byline")), default=0)
    label = False
    for piece in pieces[last + 1 :]:
        label = label or (piece.kind == "navigation" and is_label(piece.text))
        if label and piece.kind == "title":
            piece.kind = "navigation"


def _blocks(pieces: list[_Piece]) -> list[SourceBlock]:
    """Blocks of the pieces, tweets joined with their attribution."""
    blocks: list[SourceBlock] = []
    paragraphs: list[int] = []
    for piece in pieces:
        tweet = _tweet(piece.text)
        if tweet is None:
            blocks.append(SourceBlock(piece.kind, piece.start, piece.end))
            paragraphs.append(piece.paragraph)
            continue
        start = piece.start
        if tweet.start() == 0:  # its text stands in the lines before, or in the paragraph before
            number = piece.paragraph if piece.paragraph in paragraphs[-1:] else None
            # where lines are whole paragraphs, only the line above is the post
            in_lines = any(p.paragraph == piece.paragraph and len(p.text) > _POST for p in pieces)
            while blocks and blocks[-1].kind in ("body", "title"):
                if number is None:
                    if paragraphs[-1] < piece.paragraph - 1:
                        break
                    number = paragraphs[-1]
                if paragraphs[-1] != number:
                    break
                start = blocks.pop().start
                paragraphs.pop()
                if in_lines:
                    break
        found = day_in(tweet["date"] or "")
        blocks.append(
            SourceBlock("quote_embed", start, piece.end, tweet["author"].strip(' "“”'), found.day if found else None)
        )
        paragraphs.append(piece.paragraph)
    return blocks


def _tweet(text: str) -> re.Match[str] | None:
    """The attribution of a tweet at the end of a text; without a dash before, only with a date behind."""
    first = max(0, len(text) - 140)
    starts = [0, *(first + dash.start() for dash in re.finditer("[—―]", text[first:]))]
    for start in starts:
        match = _TWEET.fullmatch(text, start)
        if match is not None and (match["dash"] or day_in(match["date"] or "")):
            return match
    return None


def _title(text: str, blocks: list[SourceBlock]) -> str | None:
    """The first heading above the prose; one of a word or two only if no other follows."""
    prose = next((b.start for b in blocks if b.kind == "body"), len(text))
    heads = [text[b.start : b.end].lstrip("# ").strip("*_ ") for b in blocks if b.kind == "title" and b.start < prose]
    return next((head for head in heads if len(re.findall(r"\w+", head)) > 2), heads[0] if heads else None)


def find_blocks(text: str) -> Layout:
    """The blocks of a text in order, with title, agency and place of the dateline.

    >>> layout = find_blocks("Skip to content\\n\\nTalks resume\\n\\nROME (AP) - The envoys met again on Monday.")
    >>> [block.kind for block in layout.blocks], layout.title, layout.agency
    (['navigation', 'title', 'body'], 'Talks resume', 'AP')
    """
    pieces = _pieces(text.translate(_LINE_ENDS))
    for piece in pieces:
        piece.kind = kind_of(piece.text)
    _mark_captions(pieces)
    _mark_dates(pieces)
    _mark_doubled(pieces)
    for piece in pieces:
        if piece.kind == "body" and _is_heading(piece):
            piece.kind = "title"
    _mark_head(pieces)
    _mark_foot(pieces)
    if not any(p.kind in ("body", "title") for p in pieces):  # all noise: rather read it than lose it
        for piece in pieces:
            piece.kind = "body"
    blocks = split_sign_off(text, _blocks(pieces))
    agency, place = find_agency(text, blocks)
    return Layout(tuple(blocks), _title(text, blocks), agency, place)
