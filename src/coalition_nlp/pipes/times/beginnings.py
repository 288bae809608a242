"""How the matches of a regular expression can begin, so that a rule is tried only where it has a chance."""

from __future__ import annotations

import re

# the parser of the standard library; the engine compares its answers with brute force in the tests
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 5  # three: tried five times as often; six: a table three times as long
_MOST = 4000
_ZERO_WIDTH = frozenset({_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT})


_DIGITS = str.maketrans("123456789", "0" * 9)
_WHITE = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text with every digit as 0 and white space as one blank, so that a table of beginnings stays short.

    >>> folded("am  12.\\nMai")
    'am 00. Mai'
    """
    return _WHITE.sub(" ", text.translate(_DIGITS))


def beginnings(expression: str) -> frozenset[str]:
    """Strings of up to five characters, `folded`, one of which begins every match; shorter ones where anything may
    follow.

    >>> sorted(beginnings("(?:am|im) [1-9]. Mai|[Mm]orgen"))
    ['Morge', 'am 0', 'im 0', 'morge']
    """
    closed, unfinished = _after({""}, _parser.parse(expression).data)
    return frozenset(closed | unfinished)


def _after(starts: set[str], nodes: list[Any]) -> tuple[set[str], set[str]]:
    """What stands after the nodes: beginnings that are settled, and those that go on with what follows."""
    closed: set[str] = set()
    growing = starts
    for operator, argument in nodes:
        done = {start for start in growing if len(start) >= LENGTH}
        closed |= done
        growing -= done
        if not growing:
            break
        settled, growing = _step(growing, operator, argument)
        closed |= settled
        if len(growing) > _MOST:
            return closed | growing, set()
    return closed, growing


def _step(starts: set[str], operator: Any, argument: Any) -> tuple[set[str], set[str]]:
    if operator in _ZERO_WIDTH:
        return set(), starts
    if operator is _constants.LITERAL:
        return set(), {folded(start + chr(argument)) for start in starts}
    if operator is _constants.IN:
        characters = _characters(argument)
        if characters is None:
            return starts, set()
        return set(), {folded(start + character) for start in starts for character in set(map(folded, characters))}
    if operator is _constants.SUBPATTERN:
        return _after(set(starts), argument[3].data)
    if operator is _constants.BRANCH:
        results = [_after(set(starts), branch.data) for branch in argument[1]]
        return set().union(*(r[0] for r in results)), set().union(*(r[1] for r in results))
    if operator is _constants.MAX_REPEAT:
        least, most, body = argument
        closed: set[str] = set()
        growing, reached = set(starts), set(starts) if least == 0 else set()
        for count in range(1, min(int(most), LENGTH) + 1):
            settled, growing = _after(growing, body.data)
            closed |= settled
            if count >= least:
                reached |= growing
        return closed, reached if least <= LENGTH else reached | growing
    return starts, set()  # anything else: whatever may follow


def _characters(items: list[Any]) -> list[str] | None:
    """The members of a character class, None where they are too many to list."""
    members: list[str] = []
    for operator, argument in items:
        if operator is _constants.LITERAL:
            members.append(chr(argument))
        elif operator is _constants.RANGE and argument[1] - argument[0] < 30:
            members.extend(chr(code) for code in range(argument[0], argument[1] + 1))
        else:
            return None
    return members
