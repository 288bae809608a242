"""Cuts a sentence into segments and says which of them belong to the clause of a word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .models import Segment
from .patterns import Rules

_VERB_END = re.compile(
    r"(?<!\w)[a-zäöüß]+(?:t|te|ten|test|en|war|ist|hat|sei|kam|sah|ging|lag|stand|nahm|rief|hielt|ließ)\W*\Z"
)

# "Vertreter A's, der Rebellen und der Uno": the rest of a row, no relative clause
_IN_ROW = re.compile(
    r"\s*(?:der|die|den|des|dem|das)\s+(?:[a-zäöüß-]+e[nrsm]?\s+){0,2}[A-ZÄÖÜ][\w-]*\s+(?:und|sowie)\s+"
    r"(?:(?:der|die|den|des|dem|das)\s+)?(?:[a-zäöüß-]+e[nrsm]?\s+){0,2}[A-ZÄÖÜ]"
)
_WHILE_IN = re.compile(r"\s*while\s+(?:in|at|on)\s+(?:[\w.'’-]+\s*){1,4},?\s*", re.IGNORECASE)
# "X sagte am Abend, die Gespräche ...": who reports and when is no part of the meeting reported
_REPORTS = re.compile(
    r"\b(?:sagte[n]?|erklärte[n]?|betonte[n]?|ergänzte[n]?|versicherte[n]?|meinte[n]?|berichtete[n]?|schrieb(?:en)?|twitterte[n]?|"
    r"teilte[n]? \S+ mit|räumte[n]?|(?:hat|hatte|haben|hatten) [^,;]{0,60}(?:gesagt|erklärt|betont|mitgeteilt))\b"
)
# "die Tagung der Koalition für X, die heute stattfindet": said of the meeting, however far it is
_IS_HELD = re.compile(
    r"\b(?:stattfind(?:et|en)|stattf[aä]nden?|stattfand(?:en)?|stattgefunden|took\s+place|takes?\s+place)\b"
)
# the verb of a main clause a relative clause broke into
_GOES_ON = re.compile(
    r"\s*(?:wurden?|wird|werden|ist|sind|soll(?:en)?|könnten?|findet|finden|fand(?:en)?|beginn(?:t|en)|begann(?:en)?|"
    r"endete[n]?|scheiterte[n]?|platzte[n]?|(?:was|were|is|are|has|have|had)\s+(?:been\s+)?(?:\w+\s+)?(?:postponed|cancell?ed|"
    r"put\s+off|called\s+off|rescheduled|adjourned|suspended|delayed))\b"
)
# "that Anna Visser, ...": a clause that begins with a row of names
_NAMES = re.compile(
    r"\s*(?:that|dass|weil|as|while|when|wenn)(?:\s+(?:[A-ZÄÖÜ][\w.'’-]*|of|the|der|die|von|de|al|bin|van)){1,6}\s*,?\s*"
)


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
            if index == 0 or _VERB_END.search(piece.rstrip(" ,;:–")) is None or _IN_ROW.match(piece):
                continue
        if kind == "inf" and language == "en":
            continue
        if kind == "sub" and _WHILE_IN.fullmatch(piece):
            continue  # "While in Berlin, ...": no clause
        return kind
    if language == "en" and index > 0 and rules.saying.search(piece) and len(piece) < 90:
        return "saying"
    return "main"


def _stripped(text: str, part: Segment) -> str:
    return text[part.start : part.end].rstrip(" ,;:–)")


def scope_of(text: str, offset: int, parts: list[Segment], busy: set[int]) -> list[Segment]:
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
        and (parts[left].kind in ("main", "coord") or _NAMES.fullmatch(text, parts[left].start, parts[left].end))
        and left not in busy
        and _REPORTS.search(text, parts[left].start, parts[left].end) is None
    ):
        chosen.insert(0, left)
        left -= 1
    right = here + 1
    closed = parts[here].kind == "rel" and _VERB_END.search(_stripped(text, parts[here])) is not None
    while right < len(parts) and parts[right].kind in ("main", "inf") and right not in busy and not closed:
        chosen.append(right)
        right += 1
    return [parts[i] for i in chosen]


def with_relative(
    text: str, offset: int, end: int, scope: list[Segment], parts: list[Segment], busy: set[int]
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
            or (parts[behind].start - end < 80 and _IS_HELD.search(text, parts[behind].start, parts[behind].end))
        )
    ):
        if parts[behind] not in scope:
            scope = [*scope, parts[behind]]
        rest = behind + 1
        if (
            rest < len(parts)
            and rest not in busy
            and parts[rest] not in scope
            and _GOES_ON.match(text, parts[rest].start)
        ):
            scope = [*scope, parts[rest]]  # "Das Treffen, das am Montag beginnen sollte, wurde vertagt"
    return scope


def clause_of(text: str, offset: int, parts: list[Segment]) -> list[Segment]:
    """All segments of the clause of a word: for a main clause all main segments of the sentence."""
    here = next((i for i, s in enumerate(parts) if s.start <= offset < s.end), 0)
    if parts[here].kind in ("main", "coord", "inf"):
        return [s for s in parts if s.kind in ("main", "coord", "inf")]
    chosen = [parts[here]]
    if parts[here].kind == "rel" and _VERB_END.search(_stripped(text, parts[here])):
        return chosen
    for part in parts[here + 1 :]:
        if part.kind not in ("main", "inf"):
            break
        chosen.append(part)
    return chosen
