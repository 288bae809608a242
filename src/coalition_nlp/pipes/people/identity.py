"""Whether two names of one document are names of one person."""

from __future__ import annotations

import re
from collections.abc import Callable

from coalition_nlp.knowledge.office_holders import find_holders, fold, name_key

from .lexicon import NameLexicon, name_lexicon
from .models import Name, Title
from .tokens import Token
from .trust import trust

_OF_FATHER = frozenset({"bin", "ibn", "bint", "ben"})
_OF_WOMEN = ("a", "e", "i", "ia", "ie", "in", "ina", "ine", "is", "ette", "elle", "le", "la", "lle", "na", "ne")
_ROMAN = re.compile(r"[IVX]+\.?")
_ALIKE = 3  # letters two spellings of a given name share
_LINEAGE = 3  # words of a name that is somebody else's with one more in front
Words = tuple[str, ...]


class Identity:
    """Compares names; `core` gives the words of a name without particles, `family` the folded surname."""

    def __init__(
        self, tokens: list[Token], language: str, core: Callable[[Words], Words], family: Callable[[Words], str]
    ) -> None:
        self.tokens = tokens
        self.lex: NameLexicon = name_lexicon(language)
        self.short_forms = trust(language).words.short_forms
        self.core = core
        self.family = family

    def same(self, name: Name, other: Name) -> bool:
        """Whether two names can be of one person."""
        mine, theirs = self.core(name.words), self.core(other.words)
        if len(mine) == 1 or len(theirs) == 1:
            if len(mine) > 1:
                name, other, mine, theirs = other, name, theirs, mine
            return self._of_one_word(name, other, theirs)
        keys, others = tuple(map(name_key, mine)), tuple(map(name_key, theirs))
        if len(keys) != len(others) and (joined := self._part(name, other, keys, others)) is not None:
            return joined
        if sorted(keys) == sorted(others):
            return True  # "Kihara Minoru", "Minoru Kihara"
        if name_key(self.family(name.words)) != name_key(self.family(other.words)):
            return same_holder(name, other)
        if name.words[0] in self.lex.family_first and name.words[0] == other.words[0]:
            return _run_together(name.words[1:]) == _run_together(other.words[1:])
        return self._same_given(name.words[0], other.words[0]) or same_holder(name, other)

    def _of_one_word(self, name: Name, other: Name, theirs: Words) -> bool:
        family, other_family = self.family(name.words), self.family(other.words)
        if len(theirs) > 1 and fold(name.words[0]) == fold(other.words[0]):
            if other.words[0] in self.lex.family_first:
                return True
            alike = share_office(name, other) or self._same_head(name, other)
            return alike and len(theirs) == 2 or self._by_first_name(name, other, alike)
        if len(theirs) > 1 and family != other_family and family in [fold(word) for word in theirs[1:-1]]:
            return share_office(name, other)  # "Minister Visser" of "Anna Visser Berg, minister"
        if family != other_family and name_key(family) != name_key(other_family):
            if len(theirs) > 1 and name_key(name.words[-1]) == name_key(theirs[-1]):
                return share_office(name, other)  # "Minister Xuan" of "Ngo Van Xuan", whose surname stands in front
            return same_holder(name, other)
        if len(theirs) > 1 and of_father(other.words) and not set(name.words) & _OF_FATHER:
            return share_office(name, other)  # "King Salman" is not Mohammed bin Salman
        return True

    def _by_first_name(self, name: Name, other: Name, alike: bool) -> bool:
        """ "King Salman", "Sheikh Mohammed": who bears the name of a father is called by his own."""
        if not (set(other.words[1:]) & _OF_FATHER or _ROMAN.fullmatch(other.words[-1])):
            return False
        before = self.tokens[name.first - 1] if name.first and self.tokens[name.first].joined else None
        return alike or (before is not None and before.lower in self.lex.honorifics)

    def _part(self, name: Name, other: Name, keys: Words, others: Words) -> bool | None:
        """Whether one name is the other without its first or last words; None where it is neither."""
        if len(keys) > len(others):
            name, other, keys, others = other, name, others, keys
        if others[-len(keys) :] == keys:
            if len(keys) >= _LINEAGE and len(others) == len(keys) + 1:
                both = other.words[0] in self.lex.given and name.words[0] in self.lex.given
                both = both and name.words[0].lower() not in self.lex.particles
                return share_office(name, other) if both else True  # perhaps the son
            return True
        if others[: len(keys)] != keys:
            return None
        offices, held = (_offices(name), _offices(other))
        if offices and held:
            return share_office(name, other) or self._same_head(name, other) or None
        return True

    def _same_given(self, mine: str, theirs: str) -> bool:
        if mine[1:] == "." or theirs[1:] == ".":
            return mine[0] == theirs[0]
        if name_key(mine) == name_key(theirs):
            return True
        one, two = sorted((fold(mine), fold(theirs)), key=len)
        if self.short_forms.get(one) and two in self.short_forms[one]:
            return True
        if one[:_ALIKE] != two[:_ALIKE]:
            return False
        if mine in self.lex.given and theirs in self.lex.given:  # "Alexander", "Alexandra"; but "Dan", "Daniel"
            return two.startswith(one) and two[len(one) :] not in _OF_WOMEN
        return True

    def _same_head(self, name: Name, other: Name) -> bool:
        """Whether two heads of state bear the same title and none of two countries: "President" of both."""
        mine = [t for t in name.titles if t.role == "head_of_state"]
        theirs = [t for t in other.titles if t.role == "head_of_state"]
        if {t.country for t in mine if t.country} - {t.country for t in theirs}:
            return False
        return bool({self.tokens[t.head].lower for t in mine} & {self.tokens[t.head].lower for t in theirs})


def of_father(words: Words) -> bool:
    """Whether the last word of a name is the name of the father: "Mohammed bin Salman"."""
    return len(words) > 2 and words[-2] in _OF_FATHER


def suits(name: Name, other: Name) -> int:
    """How well the titles of a surname fit to whoever bears a full name: by the text (2), by the tables (1), not by
    them (-1)."""
    if share_office(name, other):
        return 2
    roles = {t.role for t in _offices(name)}
    held = {holder.role for holder in find_holders(" ".join(other.words))} if roles else set()
    if not held:
        return 0
    return 1 if held & roles else -1


def share_office(name: Name, other: Name) -> bool:
    """Whether titles give two names the same office."""
    return any(
        mine.role == theirs.role != "none"
        and mine.role not in ("head_of_state", "other")
        and (mine.portfolio == theirs.portfolio or {mine.portfolio, theirs.portfolio} & {"other", None})
        and (not mine.country or not theirs.country or mine.country == theirs.country)
        for mine in name.titles
        for theirs in other.titles
    )


def _offices(name: Name) -> list[Title]:
    return [title for title in name.titles if title.role != "none"]


def holder_of(words: Words) -> str | None:
    """Whom of the tables a name means, where it can be one only."""
    found = {holder.name for holder in find_holders(" ".join(words))}
    return found.pop() if len(found) == 1 else None


def same_holder(name: Name, other: Name) -> bool:
    """Whether the tables have one person for both names, and no other."""
    mine = holder_of(name.words)
    if mine is None or mine != holder_of(other.words):
        return False
    one, two = sorted((name.words, other.words), key=len)
    return len(one) < _LINEAGE or two[-len(one) :] != one  # perhaps the son


def _run_together(words: Words) -> str:
    return fold("".join(words).replace("-", ""))
