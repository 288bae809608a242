"""Whether a name that many states and bodies use ("Congress", "Luftwaffe") means the best known of them here."""

from __future__ import annotations

import re

from coalition_nlp.knowledge.organizations import KnownOrganization

_NAME_BEFORE = re.compile(r"(?:[A-ZÄÖÜ][\w’'-]+\s+){1,4}\Z")
_JOINED_BEFORE = re.compile(r"[A-ZÄÖÜ][\w-]*-\s+(?:und|and)\s+\Z")
_SENTENCE_START = re.compile(r"(?:^|[\n.:!?„“\"»«(–—]\s*)\Z")
_OF_NAME = re.compile(r"\s+(?:of|for|des|der)\s+(?:the\s+)?[A-ZÄÖÜ]")
_NATIONAL = re.compile(
    r"(?i:national|oberste[nrms]?|supreme|eigene[nrms]?|seine[nrms]?|ihre[nrms]?|its|his|their)\s+\Z"
)
_OWNS = frozenset({" ", "'s ", "’s ", "-", "s ", "' ", "’ "})
_BEHIND = re.compile(r"\s+(?:(?:of|in|von|der|des)\s+)?(?:the\s+|der\s+)?")
_NEAR = 60  # characters


def name_before(text: str, start: int) -> int:
    """Where the longer name begins that a name is the end of; `start` where it stands for itself.

    >>> name_before("the Hill Tribes Congress", 16), name_before("In Congress", 3)
    (4, 3)
    """
    before = _NAME_BEFORE.search(text, max(0, start - _NEAR), start)
    if before is None:
        return start
    first = before.start()
    if _SENTENCE_START.search(text, max(0, first - 4), first):  # the first word of a sentence has a capital anyhow
        first = re.compile(r"\S+\s+").match(text, first).end()  # type: ignore[union-attr]
    return first


def is_other(
    text: str,
    start: int,
    end: int,
    known: KnownOrganization,
    countries: list[tuple[int, int, str]],
    named: frozenset[str],
) -> bool:
    """Whether the text names another state or body as the owner of that name.

    Args:
        countries: mentions of countries near the name.
        named: the countries of the text.
    """
    own = known.country
    joined = _JOINED_BEFORE.search(text, max(0, start - _NEAR), start)
    if joined or _NATIONAL.search(text, max(0, start - _NEAR), start):
        return True
    for left, right, alpha2 in countries:
        beside = (
            right <= start and start - right < 4 and text[right:start] in (" ", "'s ", "’s ", "-", "s ", "' ", "’ ")
        )
        behind = left >= end and _BEHIND.fullmatch(text, end, left)
        if beside or behind:
            return alpha2 != own
    if own is not None and named and own not in named:
        return True
    if name_before(text, start) < start:
        return True
    return own is not None and _OF_NAME.match(text, end) is not None
