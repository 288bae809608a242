"""Titles that a clause gives to its subject: "X travelled as foreign minister", "Als Premier vertrat X", "X, der seit
Mai Minister ist"."""

from __future__ import annotations

from .attach import Attacher
from .models import Name, Title

_ENDS = frozenset('.!?;:"“”„»«')
_LONGEST = 24  # tokens of a clause before "as"


class Clauses:
    """Hangs titles that still stand alone on the names of their clause."""

    def __init__(self, attacher: Attacher, names: list[Name]) -> None:
        self.attacher = attacher
        self.tokens = attacher.tokens
        self.lex = attacher.lex.offices
        self.names = names
        self.by_first = {name.first: name for name in names}

    def run(self) -> list[Name]:
        """Attach what can be attached; the names found on the way."""
        found: list[Name] = []
        for title in self.attacher.titles:
            if title.attached or title.plural or title.role == "none" or len(title.countries) > 1:
                continue
            name = (
                self._of_as_phrase(title)
                or self._of_relative_clause(title)
                or self._of_detached(title)
                or self._of_elevation(title)
            )
            if name is None:
                continue
            if not any(known is name for known in self.names):
                found.append(name)
                self.by_first[name.first] = name
            name.titles.append(title)
            title.attached = True
        return found

    def _as_word(self, title: Title) -> int | None:
        """The token of the "as" before a title."""
        first = title.first
        for at in (first - 1, first - 2, first - 3, first - 4):
            if at < 0:
                return None
            if self.tokens[at].lower in self.lex.as_words:
                return at
            if not self.tokens[at].text.islower():
                return None
        return None

    def _of_as_phrase(self, title: Title) -> Name | None:
        tokens = self.tokens
        at = self._as_word(title)
        if at is None or title.last >= len(tokens):
            return None
        if at == 0 or not tokens[at].text.islower() or tokens[at - 1].text in _ENDS:
            return self._subject_behind(title)
        if tokens[at - 1].lower in self.lex.capacities:
            return self._subject_behind(title)
        if tokens[at - 1].lower in self.lex.not_before_as:
            return None
        end = title.last
        while end < len(tokens) and tokens[end].text not in _ENDS | {","} and end - title.last < 10:
            end += 1
        first, antecedent = self._clause(at)
        if any(t.lower.startswith(self.lex.not_with_as) for t in tokens[first:end]):
            return None
        names = [n for n in self.names if first <= n.first and n.last <= at]
        if len(names) == 1:
            return names[0]
        if names:
            return None
        if self.attacher.language == "en" and first and tokens[first].lower.endswith(("ing", "ed")):
            if tokens[first - 1].text == ",":  # "X, speaking as minister,"
                return self._name_ending(first - 1)
        return antecedent

    def _of_detached(self, title: Title) -> Name | None:
        """ "Then X arrived, the foreign minister of Iceland." """
        tokens, comma = self.tokens, title.first - 2
        if title.article not in self.lex.detached or comma < 2 or tokens[comma].text != ",":
            return None
        if title.last < len(tokens) and tokens[title.last].text != ".":
            return None
        end = comma
        while comma - end < 3 and end > 1 and tokens[end - 1].text.islower():
            end -= 1
        return self._name_ending(end) if end < comma else None

    def _clause(self, at: int) -> tuple[int, Name | None]:
        """The first token of the clause before "as", and the name that its relative pronoun takes up."""
        tokens = self.tokens
        first = at
        while first > 0 and at - first < _LONGEST:
            before = tokens[first - 1]
            if before.text in _ENDS or not tokens[first].joined and before.text not in ",()":
                break
            if before.text == ",":
                if tokens[first].lower in self.lex.relatives:
                    return first, self._name_ending(first - 1)
                if tokens[first].text.islower() and tokens[first].lower not in self.lex.articles:
                    break  # a clause of its own
            first -= 1
        return first, None

    def _name_ending(self, end: int) -> Name | None:
        end = self.attacher.before_brackets(end)
        return next((n for n in self.names if n.last == end), None) or self.attacher.name_ending_at(end)

    def _subject_behind(self, title: Title) -> Name | None:
        """ "Als Premier vertrat X", "As prime minister, X"."""
        tokens = self.tokens
        at = title.last
        if self.attacher.language == "en":
            if tokens[at].text != ",":
                return None
        elif not tokens[at].text.islower() or not tokens[at].joined:
            return None
        at = self.attacher.reader.skip_honorifics(at + 1)
        return self.by_first.get(at) or self.attacher.strict_name(at)

    def _of_elevation(self, title: Title) -> Name | None:
        """ "Nach ihrer Wahl zur Präsidentin reiste X ab": the subject behind, whom the possessive takes up."""
        noun = title.first - 2
        if title.article not in self.lex.appointing or noun < 2 or title.last >= len(self.tokens):
            return None
        kind = self.lex.elevations.get(self.tokens[noun].lower)
        front = [t.lower for t in self.tokens[max(noun - 3, 0) : noun]]
        if kind is None or not any(word in self.lex.elevation_possessives for word in front):
            return None
        title.designated = title.designated or kind == "designated"
        return self._subject_behind(title)

    def _of_relative_clause(self, title: Title) -> Name | None:
        """ "X (SPD), der seit Mai deutscher Außenminister ist"."""
        tokens = self.tokens
        if self.attacher.language != "de" or title.last >= len(tokens):
            return None
        if tokens[title.last].lower not in (*self.lex.copulas, "wird", "wurde"):
            return None
        for at in range(title.first - 1, max(title.first - 10, 1), -1):
            if tokens[at].text in _ENDS or not tokens[at + 1].joined:
                return None
            if tokens[at].lower in self.lex.relatives and tokens[at - 1].text == ",":
                name = self._name_ending(at - 1)
                if name is not None and tokens[title.last].lower in self.lex.was_verbs:
                    title.former = True
                return name
            if tokens[at].text == ",":
                return None
        return None
