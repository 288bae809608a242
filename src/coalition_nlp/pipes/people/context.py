"""What a document tells around a title: countries of the sentence, of titles before, of parliaments."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from .institutions import place_at
from .lexicon import lexicon
from .persons import PersonDraft
from .tokens import Token

PARTICLES = frozenset({"von", "van", "der", "den", "de", "di", "bin", "al", "el", "la", "del", "da", "du"})


@dataclass(slots=True)
class Context:
    """What the document tells beyond the title."""

    tokens: list[Token]
    published: dt.date | None
    language: str
    sentence_starts: list[tuple[int, int]]  # start and end by characters
    american: bool
    german: bool
    federal: bool  # German federal ministers are named
    codes: frozenset[str]  # every country the document names
    departments: frozenset[str]  # portfolios of American secretaries the document names
    title_countries: list[tuple[int, str]]  # where a title names its country, in text order
    spans: list[tuple[int, int]]  # the titles with their country, by tokens, in text order
    european: bool = False  # the text names the European Union or one of its bodies
    regions: frozenset[int] = frozenset()  # tokens of countries that envoys are sent to
    home: str | None = None  # the country of the dateline
    persons: list[PersonDraft] = field(default_factory=list)
    token_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.token_starts = [token.start for token in self.tokens]

    def token_at(self, offset: int) -> int:
        """The first token that starts at a character or behind it."""
        return bisect_left(self.token_starts, offset)


def in_sentence(at: int, context: Context, role: str) -> str | None:
    """The country named last before a place in the same sentence; behind "its" also in the sentence before."""
    position = bisect_right(context.sentence_starts, (at, 1 << 60)) - 1
    if position < 0 or at >= context.sentence_starts[position][1]:
        return None
    last = context.token_at(at)
    start = context.sentence_starts[position][0]
    first = context.token_at(start)
    if position and role == "ambassador" and not any(t.country for t in context.tokens[first:last]):
        start = context.sentence_starts[position - 1][0]
        first = context.token_at(start)
        if len({t.country for t in context.tokens[first:last] if t.country}) > 1:
            return None  # the country he serves or the one he is sent to
    forms = ("adjective",) if role == "military_officer" else ("name", "adjective")
    for index in range(last - 1, max(first, last - 200) - 1, -1):
        token = context.tokens[index]
        if index > first and lexicon(context.language).adjectives.get(context.tokens[index - 1].lower) == "former":
            continue  # "the former Serbian province"
        if token.country and token.country_form in forms and index not in context.regions:
            if role == "military_officer" or not _of_another(index, last, context):
                return token.country
    return None


def _of_another(index: int, last: int, context: Context) -> bool:
    """Whether a country belongs to a title before that is not coordinated with the one at `last`: "the German minister
    called Prime Minister X" tells nothing of X, "the German minister X and Chancellor Y" does."""
    at = bisect_right(context.spans, (index, 1 << 60)) - 1
    if at < 0 or not context.spans[at][0] <= index < context.spans[at][1]:
        return False
    offices = lexicon(context.language).offices
    between = context.tokens[context.spans[at][1] : last]
    plain = (*offices.and_words, *offices.articles)
    return any(t.text.islower() and t.lower not in plain and t.lower not in PARTICLES for t in between)


def destination(at: int, context: Context, first_named: int) -> str | None:
    """The one country that the sentence of a place or those before it tell a journey to, of whoever is met there:
    "She will travel to Iceland ... She will meet Prime Minister X"; X is nobody named before that journey."""
    offices = lexicon(context.language).offices
    position = bisect_right(context.sentence_starts, (at, 1 << 60)) - 1
    if not offices.travel or position < 0:
        return None
    tokens = context.tokens
    here = bisect_left(tokens, context.sentence_starts[position][0], key=lambda t: t.start)
    last = bisect_left(tokens, at, key=lambda t: t.start)
    if not any(t.lower in offices.hosts for t in tokens[here:last]):
        return None
    for start, _ in context.sentence_starts[max(position - 3, 0) : position + 1][::-1]:
        first = bisect_left(tokens, start, key=lambda t: t.start)
        if first + 2 < last and tokens[first].text == "In":
            town, end = place_at(tokens, first + 1)
            if town and end < len(tokens) and tokens[end].text in ",(":
                return town if first_named > start else None
        codes = {
            t.country for i, t in enumerate(tokens[first:last], first) if _destined(i, first, tokens, offices.travel)
        }
        if codes:
            return codes.pop() if len(codes) == 1 and first_named > start else None
        last = first
    return None


def _destined(index: int, first: int, tokens: list[Token], travel: tuple[str, ...]) -> bool:
    """Whether a journey goes to the country at a token: "to Iceland", "to Latvia and Iceland", "In Iceland,"."""
    if tokens[index].country_form != "name":
        return False
    for at in range(index - 1, max(index - 14, first) - 1, -1):
        token = tokens[at]
        if token.lower.startswith(travel) and token.is_word:
            return True
        if at == first and token.text == "In":
            return True
        plain = not (token.capital or token.country or token.text in ",()-–" or token.text.isdigit())
        if plain and token.lower not in ("to", "in", "the", "and", "with", "from", "for", "stops"):
            return False
    return False


def country_before(at: int, context: Context) -> str | None:
    """The country named last before a place, in the same sentence or the two before it."""
    position = bisect_right(context.sentence_starts, (at, 1 << 60)) - 1
    if position < 0:
        return None
    start = context.sentence_starts[max(position - 2, 0)][0]
    last = context.token_at(at)
    for index in range(last - 1, max(last - 300, -1), -1):
        token = context.tokens[index]
        if token.start < start:
            return None
        if token.country and token.country_form in ("name", "adjective"):
            return token.country
    return None


def only_country(at: int, context: Context, before: int = 1) -> str | None:
    """The country of a sentence and those before it, if they name one only."""
    position = bisect_right(context.sentence_starts, (at, 1 << 60)) - 1
    if position < 0:
        return None
    start, end = context.sentence_starts[max(position - before, 0)][0], context.sentence_starts[position][1]
    first = context.token_at(start)
    last = context.token_at(end)
    codes = {t.country for t in context.tokens[first:last] if t.country}
    return codes.pop() if len(codes) == 1 else None


def opening_country(at: int, context: Context) -> str | None:
    """The country that a sentence before a place opens with ("Japan sends ..."), the nearest of three."""
    position = bisect_right(context.sentence_starts, (at, 1 << 60)) - 1
    for start, _ in context.sentence_starts[max(position - 3, 0) : max(position, 0)][::-1]:
        first = context.token_at(start)
        if first < len(context.tokens) and context.tokens[first].lower in lexicon(context.language).offices.articles:
            first += 1
        if first < len(context.tokens) and context.tokens[first].country_form == "name":
            return None if context.tokens[first].possessive else context.tokens[first].country
    return None


def heading_country(at: int, context: Context) -> str | None:
    """The country that a line of a list opens with: "Iceland: X, national security adviser"."""
    first = context.token_at(at)
    for index in range(first, max(first - 12, -1), -1):
        token = context.tokens[index]
        bullet = index > 0 and not context.tokens[index - 1].is_word and _opens(context.tokens, index - 1)
        if token.text == ":" and (code := _signed_for(context.tokens, index)):
            return code
        if (bullet or _opens(context.tokens, index)) and token.country_form == "name":
            after = next((t for t in context.tokens[index : index + 5] if t.start >= token.country_end), None)
            return token.country if after is not None and after.text == ":" else None
        if token.line_start:
            return None
    return None


def _signed_for(tokens: list[Token], colon: int) -> str | None:
    """ "For the Government of Iceland:" before a colon: the country that somebody signs or speaks for."""
    code = tokens[colon - 1].country if colon else None
    for at in range(colon - 1, max(colon - 14, -1), -1):
        if tokens[at].lower in ("for", "behalf") and code:
            front = tokens[max(at - 3, 0) : at + 1]
            return code if any(t.capital for t in front) else None
        if tokens[at].text in ".;:":
            return None
    return None


def _opens(tokens: list[Token], at: int) -> bool:
    return at == 0 or tokens[at].line_start


def title_before(at: int, context: Context, earlier: bool = False) -> str | None:
    """The country of the title named last before a place, in the same sentence or the two before it; with `earlier`
    only in those before it."""
    position = bisect_right(context.sentence_starts, (at, 1 << 60)) - 1
    start = context.sentence_starts[max(position - 2, 0)][0] if position >= 0 else at
    if earlier and position >= 0:
        at = context.sentence_starts[position][0]
    last = bisect_left(context.title_countries, (at, ""))
    if last and context.title_countries[last - 1][0] >= start:
        return context.title_countries[last - 1][1]
    return None


def parliament(context: Context) -> str | None:
    """The country whose parliament the document names ("US-Senat", "the British parliament"), if there is one."""
    words = lexicon(context.language).offices.parliaments
    counts: dict[str, int] = {}
    for at, token in enumerate(context.tokens):
        lower = token.lower.removesuffix("s").removesuffix("e") if context.language == "de" else token.lower
        if not token.capital or not any(lower.endswith(w) for w in words):
            continue
        code = token.country or (context.tokens[at - 1].country if at and token.joined else None)
        if "bundestag" in lower:
            code = "DE"
        if code:
            counts[code] = counts.get(code, 0) + 1
    return max(sorted(counts), key=lambda c: counts[c]) if counts else None
