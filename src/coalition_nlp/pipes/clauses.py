"""The clauses of a sentence, told by its marks, conjunctions and verbs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from .scope import Words, scope_words

WORD = re.compile(r"[^\W\d_]+(?:(?<=[^\W\d_]n)['’]t(?!\w))?|\d+(?:[.,]\d+)*")
_CUT = re.compile(r"(?<!\d),|,(?!\d)|[;:()–—]|\s-\s|\n")
_CLOSING = re.compile(
    r"\w*ge\w{2,}(?:t|en)|\w+iert|(?:be|ver|er|zer|ent|über|unter)\w+(?:t|en)|worden|werden|haben|sein|können|müssen|sollen|wollen"
)
_ZU = re.compile(r"(?:ab|an|auf|aus|bei|ein|her|hin|mit|nach|um|vor|weg|zu|zurück|fort|bereit|wieder)zu[a-zäöüß]+n\Z")


@dataclass(slots=True, eq=False)  # not frozen: made by the thousand, and freezing makes that three times as slow
class Word:
    """A word of the text; `low` in small letters."""

    start: int
    end: int
    text: str
    low: str


@dataclass(slots=True)
class Clause:
    """Stretches of a sentence that make a clause. `above` is what governs it: the clause it follows.

    `kind`: main, sub (behind a conjunction), rel, inf, part (English -ing), coord (shares subject and auxiliaries with
    `above`), aside (in brackets).
    """

    kind: str
    spans: list[tuple[int, int]]
    words: list[Word]
    opener: str = ""
    above: Clause | None = None
    finite: bool = False
    auxiliary: bool = False
    closing: bool = False  # no verb but its last word
    heading: bool = False  # a dateline or a word with a colon before the sentence proper
    lows: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where its first stretch begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where its last stretch ends."""
        return self.spans[-1][1]

    def covers(self, offset: int) -> bool:
        """Whether a character belongs to it."""
        return any(left <= offset < right for left, right in self.spans)

    def predicate(self) -> list[str]:
        """Its words; of a coordinated predicate without finite verb also those of the one it continues."""
        if self.kind == "coord" and not self.auxiliary and self.above is not None:
            return [*self.above.predicate(), *self.lows]
        return self.lows


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch."""
    return [Word(m.start(), m.end(), word := m.group(), word.lower()) for m in WORD.finditer(text, start, end)]


def clauses(
    text: str,
    words: Sequence[Word],
    start: int,
    end: int,
    language: str,
    is_verb: Callable[[Word], bool],
    cuts: Sequence[int] = (),
) -> list[Clause]:
    """The clauses of a sentence in text order. `is_verb` says which words are verbs, `cuts` are more borders."""
    table = scope_words(language)
    borders = {m.end() if m.group() in ",;:" else m.start() for m in _CUT.finditer(text, start, end)}
    borders.update(c for c in cuts if start < c < end)
    edges = sorted({start, end, *borders})
    pieces: list[tuple[int, int, list[Word]]] = []
    index = 0
    for left, right in pairwise(edges):
        own = []
        while index < len(words) and words[index].start < right:
            own.append(words[index])
            index += 1
        if own:
            pieces.extend(_inner(left, right, own, table, is_verb, language))
    found: list[Clause] = []
    for number, (left, right, own) in enumerate(pieces):
        _place(found, _clause(text, left, right, own, number, table, is_verb, language), language)
    finite = table["finite"]
    for clause in found:
        clause.lows = [w.low for w in clause.words]
        clause.auxiliary = not finite.isdisjoint(clause.lows)
    return found


def _inner(
    left: int, right: int, own: list[Word], table: Words, is_verb: Callable[[Word], bool], language: str
) -> list[tuple[int, int, list[Word]]]:
    """Cut where "and" joins two predicates, and in English where a clause begins without comma."""
    verbs = [i for i, w in enumerate(own) if is_verb(w)]
    if not verbs:
        return [(left, right, own)]
    joining = _joining(language)
    spots = []
    for i, word in enumerate(own[1 : verbs[-1]], 1):
        if word.low not in joining:
            continue
        follows = i + 1 in verbs or (i + 1 < len(own) and own[i + 1].low in table["finite"])
        if language == "en" and word.low in table["relative"] and (word.low != "that" or follows):
            spots.append(i)  # "areas that have been freed"
            continue
        if verbs[0] >= i:
            continue
        if word.low in table["joins"] or (
            language == "en"
            and (word.low in table["relative"] or word.low in table["subordinate"])
            and (word.low != "as" or _clausal_as(own, i))
        ):
            spots.append(i)
    following = len(own)
    for spot in reversed(spots[:]):
        if any(spot <= v < following for v in verbs):
            following = spot
        else:
            spots.remove(spot)
    parts, begin, first = [], left, 0
    for number, spot in enumerate(spots):
        before = [own[v].low for v in verbs if first <= v < spot]
        if not before and own[spot].low not in table["relative"]:
            continue
        if own[spot].low in table["joins"] and all(low in table["auxiliaries"] for low in before):
            stop = spots[number + 1] if number + 1 < len(spots) else len(own)
            if not any(own[v].low in table["finite"] for v in verbs if spot < v < stop):
                continue  # "hat die Mandate für Mali und Niger verlängert"
        parts.append((begin, own[spot].start, own[first:spot]))
        begin, first = own[spot].start, spot
    parts.append((begin, right, own[first:]))
    return parts


@cache
def _joining(language: str) -> frozenset[str]:
    """The words before which a clause may begin without a mark."""
    table = scope_words(language)
    return table["joins"] | table["relative"] | table["subordinate"] if language == "en" else table["joins"]


def _clausal_as(own: list[Word], index: int) -> bool:
    """ "as government forces retook": not "as well as", "such as", "as part of"."""
    following = own[index + 1].low if index + 1 < len(own) else ""
    return own[index - 1].low not in ("such", "as", "well", "same", "known", "seen") and following not in (
        "well",
        "part",
        "of",
        "a",
        "an",
    )


def _clause(
    text: str,
    left: int,
    right: int,
    own: list[Word],
    number: int,
    table: Words,
    is_verb: Callable[[Word], bool],
    language: str,
) -> Clause:
    finite_words = table["finite"]
    lead = own[0].low
    second = own[1].low if len(own) > 1 else ""
    joined = lead in table["joins"]
    opener = second if joined and (second in table["subordinate"] or second in table["relative"]) else lead
    verbs = [w for w in own if w.low in finite_words or is_verb(w)]
    finite = bool(verbs)
    kind = "main"
    subject_relative = (
        language == "en"
        and number > 0
        and opener == "that"
        and len(own) > 1
        and (own[1].low in table["finite"] or is_verb(own[1]))
    )
    if text[left] == "(":
        kind = "aside"
    elif subject_relative:
        kind = "rel"
    elif (
        opener in table["subordinate"]
        and (finite or opener in ("dass", "that"))
        and (number > 0 or opener not in table["relative"])
    ):
        kind = "sub"
    elif language == "de" and number > 0 and _zu_infinitive(own) and not any(w.low in table["finite"] for w in own):
        kind = "inf"
    elif opener in table["relative"] or (opener in table["relative_before"] and second in table["relative"]):
        closes = is_verb(own[-1]) or own[-1].low in table["finite"]
        if number > 0 and (closes if language == "de" else second not in ("same",)):
            kind = "rel"
    if kind == "main":
        if language == "de":
            hard = any(w.low in table["finite"] for w in own)
            if not hard and _zu_infinitive(own):
                kind = "inf"
        elif number > 0 and opener == "to":
            kind = "inf"
        elif number > 0 and opener.endswith("ing") and len(opener) > 4 and is_verb(own[0]):
            kind = "part"
    if kind == "main" and joined and number > 0:
        kind = "coord"
    heading = (
        number == 0
        and not finite
        and len(own) < 6
        and re.match(
            r"[\s)]*[:–—-]", text[right - 1 : right + 3] if text[right - 1] == ":" else text[right : right + 3]
        )
        is not None
    )
    closing = not verbs or verbs[0] is own[-1]
    return Clause(kind, [(left, right)], own, opener, None, finite, closing=closing, heading=heading)


def _completes(new: Clause, begun: Clause) -> bool:
    """The participle or infinitive that an auxiliary has waited for across a bracket or an inserted clause."""
    table = scope_words("de")["finite"]
    last = new.words[-1].low
    if not new.closing or not any(w.low in table for w in begun.words):
        return False
    return _CLOSING.fullmatch(last) is not None


def _zu_infinitive(own: list[Word]) -> bool:
    return any(_ZU.search(w.low) for w in own) or any(
        w.low == "zu" and n.low.endswith("n") and n.text[0].islower() for w, n in pairwise(own)
    )


def _place(found: list[Clause], new: Clause, language: str) -> None:
    """Join a piece to the clause it continues, or begin a new one under the clause before."""
    last = found[-1] if found else None
    if last is None or last.heading:
        new.above = last
        found.append(new)
        return
    if len(found) > 1 and found[0].heading and new.kind == "main" and found[-1] is found[0]:
        new.above = last
        found.append(new)
        return
    if new.kind in ("main", "coord"):
        open_main = next((c for c in reversed(found) if c.kind in ("main", "coord")), None)
        target: Clause | None = None
        if last.kind in ("sub", "rel", "inf", "part", "main", "coord") and not last.finite and new.kind == "main":
            target = last
        elif language == "de" and new.kind == "main" and open_main is not None and _completes(new, open_main):
            target = open_main
        elif not new.finite and new.kind == "main":
            target = last if last.kind in ("main", "coord") or language == "en" else open_main
        elif new.kind == "main" and open_main is not None and not open_main.finite and last is not open_main:
            target = open_main
        elif new.kind == "coord" and not new.finite:
            target = last
        if target is not None and target.kind != "aside":
            if target.spans[-1][1] == new.start:
                target.spans[-1] = (target.spans[-1][0], new.end)
            else:
                target.spans.append(new.spans[0])
            target.words.extend(new.words)
            target.finite = target.finite or new.finite
            return
    new.above = _head(found, new)
    found.append(new)


def _head(found: list[Clause], new: Clause) -> Clause | None:
    if new.kind == "coord":
        return next((c for c in reversed(found) if c.kind != "aside"), None)
    return found[-1]
