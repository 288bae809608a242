"""Cuts a sentence into segments and says which of them belong to the clause of a word."""

from __future__ import annotations

from collections.abc import Sequence

from .models import Segment
from .patterns import Rules
from .wording import ClauseWords


def segments(
    text: str, start: int, end: int, rules: Rules, language: str, whole: Sequence[tuple[int, int]] = ()
) -> list[Segment]:
    """The segments of a sentence, in order; no cut falls inside a stretch of `whole` (names of places, dates)."""
    cuts = [start]
    kinds = [""]
    for match in rules.split.finditer(text, start, end):
        at = match.start()
        if any(left < at < right for left, right in whole):
            continue
        if at > cuts[-1]:
            cuts.append(match.end() if match.group() in ",;:()" else at)
            kinds.append("coord" if match.group().strip() not in ("", ",", ":", "(", ")", "–", "—", "-") else "")
    found = []
    for index, (left, forced) in enumerate(zip(cuts, kinds, strict=True)):
        right = cuts[index + 1] if index + 1 < len(cuts) else end
        piece = text[left:right]
        found.append(Segment(left, right, forced or _kind(piece, index, rules, language)))
    return found


def _kind(piece: str, index: int, rules: Rules, language: str) -> str:
    """What opens the segment tells its kind; in German a relative clause also ends with its verb."""
    for kind, pattern in rules.begins:
        if pattern.match(piece) is None:
            continue
        if kind == "saying" and index == 0:
            continue
        if kind == "rel" and language == "de":
            words = rules.clauses
            if index == 0 or words.verb_end.search(piece.rstrip(" ,;:–")) is None or words.in_row.match(piece):
                continue
        if kind == "inf" and language == "en":
            continue
        if kind == "sub" and rules.clauses.while_there.fullmatch(piece):
            continue  # "While in Berlin, ...": no clause
        return kind
    if language == "en" and index > 0 and rules.saying.search(piece) and len(piece) < 90:
        return "saying"
    return "main"


def _stripped(text: str, part: Segment) -> str:
    return text[part.start : part.end].rstrip(" ,;:–)")


def scope_of(text: str, offset: int, parts: list[Segment], busy: set[int], words: ClauseWords) -> list[Segment]:
    """The segment of a word and its neighbours up to the next clause or the next segment with a trigger of its own."""
    here = next((i for i, s in enumerate(parts) if s.start <= offset < s.end), 0)
    chosen = [here]
    left = here - 1
    if parts[here].kind == "main" and len(_stripped(text, parts[here]).split()) <= 3:
        while left >= 1 and parts[left].kind in ("rel", "sub", "inf") and left not in busy:
            left -= 1  # "hat X, der in Y war, empfangen": the verb ends the clause before
        if left < here - 1 and parts[left].kind != "main":
            left = here - 1
    while (
        left >= 0
        and (parts[left + 1].kind == "main" or chosen[0] > left + 1)
        and (parts[left].kind in ("main", "coord") or words.names.fullmatch(text, parts[left].start, parts[left].end))
        and left not in busy
        and words.reports.search(text, parts[left].start, parts[left].end) is None
    ):
        chosen.insert(0, left)
        left -= 1
    right = here + 1
    closed = parts[here].kind == "rel" and words.verb_end.search(_stripped(text, parts[here])) is not None
    while right < len(parts) and parts[right].kind in ("main", "inf") and right not in busy and not closed:
        chosen.append(right)
        right += 1
    return [parts[i] for i in chosen]


def with_relative(
    text: str, offset: int, end: int, scope: list[Segment], parts: list[Segment], busy: set[int], words: ClauseWords
) -> list[Segment]:
    """The scope of a noun with the relative clause that hangs on it ("the meeting that was planned ...")."""
    here = next((i for i, s in enumerate(parts) if s.start <= offset < s.end), 0)
    behind = here + 1
    if (
        behind < len(parts)
        and parts[behind].kind in ("rel", "sub")
        and behind not in busy
        and (
            parts[behind].start - end < 25
            or (parts[behind].start - end < 80 and words.is_held.search(text, parts[behind].start, parts[behind].end))
        )
    ):
        if parts[behind] not in scope:
            scope = [*scope, parts[behind]]
        rest = behind + 1
        if (
            rest < len(parts)
            and rest not in busy
            and parts[rest] not in scope
            and words.goes_on.match(text, parts[rest].start)
        ):
            scope = [*scope, parts[rest]]  # "Das Treffen, das am Montag beginnen sollte, wurde vertagt"
    return scope


def clause_of(text: str, offset: int, parts: list[Segment], words: ClauseWords) -> list[Segment]:
    """All segments of the clause of a word: for a main clause all main segments of the sentence."""
    here = next((i for i, s in enumerate(parts) if s.start <= offset < s.end), 0)
    if parts[here].kind in ("main", "coord", "inf"):
        return [s for s in parts if s.kind in ("main", "coord", "inf")]
    chosen = [parts[here]]
    if parts[here].kind == "rel" and words.verb_end.search(_stripped(text, parts[here])):
        return chosen
    for part in parts[here + 1 :]:
        if part.kind not in ("main", "inf"):
            break
        chosen.append(part)
    return chosen
