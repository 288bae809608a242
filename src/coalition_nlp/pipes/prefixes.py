"""Many words as one regular expression."""

from __future__ import annotations

import re
from collections.abc import Iterable


def prefix_tree(words: Iterable[str]) -> str:
    """An expression that matches any of the words, the longest that fits; quicker to compile and to run than a row of
    alternatives, since words that begin alike are tried together. Without `re.IGNORECASE` quicker by far.

    >>> prefix_tree(["talk", "talks", "summit"])
    '(?:summit|talk(?:s)?)'
    """
    tree: dict[str, dict] = {}
    for word in sorted(set(words)):
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _written(tree)


def _written(node: dict[str, dict]) -> str:
    branches = []
    for character, rest in node.items():
        if not character:
            continue
        piece = re.escape(character)
        while len(rest) == 1 and "" not in rest:  # a stretch without a fork
            [(character, rest)] = rest.items()
            piece += re.escape(character)
        branches.append(piece + _written(rest))
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
