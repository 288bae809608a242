"""Whether a pronoun of one person can mean somebody: what the titles and forms of address in the text say."""

from __future__ import annotations

from coalition_nlp.pipes.base import View

from .models import Named
from .patterns import Rules

_BEFORE = 12  # characters a form of address ("Mrs.") stands before a name


def is_feminine(named: Named, view: View, rules: Rules) -> bool | None:
    """By the titles of a person and the forms of address before the name; None where they do not tell or disagree."""
    text, words = view.text, rules.people
    told = set()
    for office in named.fact.get("offices") or []:
        spot = office.get("mention")
        if spot and words.woman.search(text, spot["start"], spot["end"]):
            told.add(True)
        elif spot and words.man.search(text, spot["start"], spot["end"]):
            told.add(False)
    for spot in named.fact.get("mentions") or []:
        before = text[max(0, spot["start"] - _BEFORE) : spot["start"]]
        if words.called_woman.search(before):
            told.add(True)
        elif words.called_man.search(before):
            told.add(False)
    return told.pop() if len(told) == 1 else None


def wanted(pronoun: str, rules: Rules) -> bool | None:
    """Whether a pronoun asks for a woman (True) or a man (False); None where it stands for either."""
    if rules.people.she.fullmatch(pronoun):
        return True
    return False if rules.people.he.fullmatch(pronoun) else None
