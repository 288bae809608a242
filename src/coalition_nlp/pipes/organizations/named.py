"""Names beside the noun that says what they are: "the rebel group Ansar", "Bewegung für freie Dünen (BFD)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[^\s()„“”\"»«,;:!?–—]+")
_LINKS = frozenset({"für", "der", "des", "von", "zur", "zum", "gegen", "of", "for", "the", "against"})
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w+(?:e|er|en|em|es)")
_ARTICLES = frozenset({"Der", "Die", "Das", "Dem", "Den", "Des", "Eine", "Einer", "Diese", "Dieser", "The", "This"})
_LONGEST = 120
_MARKS = re.compile(r"[,;:!?()„“”\"»«\n–—]|\.\s")
_MOST_WORDS = 9


def translated(text: str, at: int, short: str, head: re.Pattern[str], capitals: bool) -> int | None:
    """Where the name starts that ends at `at`, behind which its abbreviation in another language stands in brackets.

    Words of the name that are the same in both languages give some of the letters.

    Args:
        head: what the noun must match that the name is built on.
        capitals: whether all words of a name have a capital (English), so that any may stand before the noun.

    >>> translated("die linke Bewegung für Freie Dünen (MDL)", 34, "MDL", re.compile("Bewegung"), False)
    10
    >>> translated("the old Coast Front of Duneland (FCD)", 31, "FCD", re.compile("Front"), True)
    8
    """
    left = max(0, at - _LONGEST)
    cut = max((m.end() for m in _MARKS.finditer(text, left, at)), default=left)
    words = list(_TOKEN.finditer(text, cut, at))[-_MOST_WORDS:]
    first = len(words)
    while first and (words[first - 1].group()[0].isupper() or words[first - 1].group() in _LINKS):
        first -= 1
    for index in range(first, len(words)):
        word = words[index].group()
        if not word[0].isupper() or not head.search(word):
            continue
        start = index
        while start > first and (
            words[start - 1].group()[0].isupper() if capitals else _ADJECTIVE.fullmatch(words[start - 1].group())
        ):
            start -= 1
        if start == index == len(words) - 1 and len(word) < 13:  # "the Party (XY)" names nothing
            return None
        start += words[start].group() in _ARTICLES
        initials = {part[0].casefold() for each in words[start:] for part in re.split(r"[-/]", each.group()) if part}
        letters = [letter in initials for letter in short.casefold() if letter != "-"]
        enough = not capitals or sum(letters) * 2 >= len(letters)  # English names give the letters themselves
        return words[start].start() if enough else None
    return None


def later(text: str, name: str) -> Iterator[re.Match[str]]:
    """Where a long name stands again, also with other endings.

    >>> [m.start() for m in later("Der Nordische Rat tagt, des Nordischen Rats", "Nordische Rat")]
    [4, 28]
    """
    words = [re.escape(re.sub(r"(?<=\w{3})(?:e[nrms]?|s)$", "", word)) for word in name.split()]
    return re.finditer(r"(?<![\w-])" + r"(?:e[nrms]?|s)?\s+".join(words) + r"(?:e[nrms]?|s)?(?!\w)", text)
