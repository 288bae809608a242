"""Words for how a meeting is held beside the word for the meeting: "die Tagung per Videoschaltung"."""

from __future__ import annotations

from .models import NounRule
from .patterns import Rules, VerbForm


def is_means(
    spot: tuple[int, int, NounRule | VerbForm],
    spots: list[tuple[int, int, NounRule | VerbForm]],
    text: str,
    rules: Rules,
) -> bool:
    """ "Die Tagung, die per Videoschaltung stattfindet": how the meeting named before is held."""
    start, _, rule = spot
    means = rules.links.alike.means
    if not isinstance(rule, NounRule) or f"noun:{rule.id}" not in means:
        return False
    told = any(isinstance(o, NounRule) and f"noun:{o.id}" not in means and left < start for left, _, o in spots)
    return told and rules.clauses.by_means.search(text[max(0, start - 30) : start]) is not None
