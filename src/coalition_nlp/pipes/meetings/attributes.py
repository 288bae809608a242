"""Times and places inside the attribute of a noun that is not the meeting: "die in Rom verfasste Erklärung"."""

from __future__ import annotations

import re

from .models import Candidate

_BEFORE = re.compile(
    r"\b(?:[Ee]ine?[mnrs]?|[Dd](?:ie|er|as|em|en|es)|[Dd]iese[mnrs]?|[Ss]eine?[mnrs]?|[Ii]hre?[mnrs]?)\s+"
    r"(?:(?:erst|bereits|schon)\s+)?(?:am|im|in|vor|bei)\s+(?:der\s+|dem\s+|den\s+)?\Z"
)
# "von allen Parteien unterzeichnete" Erklärung
_BEHIND = re.compile(
    r"(?:\s+(?:von|vom|mit|durch|zwischen)\s+[^,;.()]{2,40}?)?\s+(?:[a-zäöüß]+e?nd|[a-zäöüß]*ge[a-zäöüß]+(?:t|en)|"
    r"(?:unter|be|ver|er|zer|ent)[a-zäöüß]+(?:t|en)|[a-zäöüß]+iert)e[mnrs]?\s+(?P<noun>[A-ZÄÖÜ][\w-]+)"
)


def of_another_noun(text: str, start: int, end: int, candidate: Candidate) -> bool:
    """Whether a time or place stands between the article and the participle of a noun that is not the meeting."""
    if _BEFORE.search(text, max(0, start - 30), start) is None:
        return False
    match = _BEHIND.match(text, end, end + 110)
    return match is not None and not match.start("noun") <= candidate.start < match.end("noun") + 1
