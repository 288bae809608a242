"""Times and places inside the attribute of a noun that is not the meeting: "die in Rom verfasste Erklärung"."""

from __future__ import annotations

from .models import Candidate
from .wording import TimeWords


def of_another_noun(text: str, start: int, end: int, candidate: Candidate, words: TimeWords) -> bool:
    """Whether a time or place stands between the article and the participle of a noun that is not the meeting."""
    if words.attribute_opens.search(text, max(0, start - 30), start) is None:
        return False
    match = words.attribute_goes_on.match(text, end, end + 110)
    return match is not None and not match.start("noun") <= candidate.start < match.end("noun") + 1
