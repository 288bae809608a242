"""Brings titles and names together: title before name, apposition, coordination, "his counterpart"."""

from __future__ import annotations

from dataclasses import replace

from .lexicon import lexicon
from .models import Name, Title
from .names import NameReader
from .tokens import Token

_CLOSING = frozenset(",.;:)–—-!?\"“”»«'’‘(\n[")


class Attacher:
    """Finds the names of one document that titles introduce; `names` by their first token."""

    def __init__(self, tokens: list[Token], titles: list[Title], reader: NameReader, language: str) -> None:
        self.tokens = tokens
        self.titles = titles
        self.reader = reader
        self.language = language
        self.lex = lexicon(language)
        self.names: dict[int, Name] = {}
        self.by_first = {t.first: t for t in titles}

    def run(self) -> None:
        """Attach what stands right behind a title, then appositions."""
        for position, title in enumerate(self.titles):
            self._name_behind(title, position)
        self._untitled()
        for position, title in enumerate(self.titles):
            if not title.attached and title.role != "none":
                self._apposition(title, position)

    def add(self, name: Name, title: Title | None) -> Name:
        """Keep a name (or the longer one already there) and hang a title on it."""
        kept = self.names.setdefault(name.first, name)
        if title is not None and title not in kept.titles:
            kept.titles.append(title)
            title.attached = True
        return kept

    def _name_behind(self, title: Title, position: int) -> None:
        at = self.reader.skip_honorifics(title.last)
        if at >= len(self.tokens) or not self.tokens[at].joined or self.tokens[title.last - 1].possessive:
            return
        if at == title.last and self.tokens[title.head].possessive:
            return
        following = self.by_first.get(at)
        if following is not None and following.role == "military_officer":  # "army chief General X"
            return
        if self.language == "de" and not self.tokens[title.head].capital and title.role != "none":
            return
        name = self.reader.read(at, titled=True)
        if name is None:
            return
        if title.role == "none" and not (name.words[0] in self.reader.lex.given and len(name.words) > 1):
            return
        self._with_coordination(name, title, position)

    def _with_coordination(self, name: Name, title: Title, position: int) -> None:
        countries = title.countries
        names = [name]
        if title.plural or (len(countries) > 1) or title.article in self.lex.offices.plural_articles:
            names += self._more_names(name)
        if len(names) > 1 and len(countries) == len(names):
            for each, country in zip(names, countries, strict=True):
                self.add(each, replace(title, countries=[country]))
            title.attached = True
        else:
            for each in names:
                self.add(each, self._own_country(each, title))
            title.attached = True
        self._titles_before(title, names[0], position)

    def _more_names(self, name: Name) -> list[Name]:
        """Names coordinated with a first one: "X, Y und Z"."""
        found: list[Name] = []
        at = self._behind_country(name.last)
        tokens = self.tokens
        while at + 1 < len(tokens) and (tokens[at].text == "," or tokens[at].lower in self.lex.offices.and_words):
            closing = tokens[at].text != ","
            step = at + 1
            if not closing and tokens[step].lower in self.lex.offices.and_words:
                step, closing = step + 1, True
            step = self.reader.skip_honorifics(step)
            if step >= len(tokens) or step in self.by_first:
                break
            following = self.reader.read(step, titled=True)
            if following is None or self.reader.is_common(tokens[step]):
                break
            found.append(following)
            at = self._behind_country(following.last)
            if closing:
                return found
        return []

    def _behind_country(self, at: int) -> int:
        """Behind "(France)"."""
        tokens = self.tokens
        if at + 1 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].country:
            step = at + 1
            while step < len(tokens) and tokens[step].country:
                step += 1
            if step < len(tokens) and tokens[step].text == ")":
                return step + 1
        return at

    def _own_country(self, name: Name, title: Title) -> Title:
        """The title with the country that stands in brackets behind the name."""
        if title.countries or self._behind_country(name.last) == name.last:
            return title
        return replace(title, countries=[self.tokens[name.last + 1].country or ""])

    def _titles_before(self, title: Title, name: Name, position: int) -> None:
        """ "Vice Chancellor and Foreign Minister X", "army chief General X": the title before goes with it too."""
        while position > 0:
            before = self.titles[position - 1]
            between = [t.lower for t in self.tokens[before.last : title.first]]
            if not between and not self.tokens[title.first].joined:
                return
            if between and all(w in (*self.lex.offices.and_words, ",") or w in self.lex.offices.articles for w in between):
                if "," in between and not any(w in self.lex.offices.and_words for w in between):
                    if title.role != "military_officer":
                        return
            elif between:
                return
            if before.attached or before.plural:
                return
            if between and before.article and title.article and self.lex.offices.and_words[0] in between:
                return  # "the president and the minister X": two persons
            if not before.countries and title.countries:
                before.countries = list(title.countries)
            elif before.countries and not title.countries:
                title.countries = list(before.countries)
            self.add(name, before)
            title, position = before, position - 1

    def _untitled(self) -> None:
        """Names that begin with a known given name."""
        covered: set[int] = set()
        for name in self.names.values():
            covered.update(range(name.first, name.last))
        in_title: set[int] = set()
        for title in self.titles:
            in_title.update(range(title.head, title.head + 1))
        at = 0
        while at < len(self.tokens):
            if at not in covered and at not in in_title and self.reader.is_person_start(at):
                name = self.reader.read(at, titled=False)
                if name is not None and name.full and self.reader.good_untitled(name):
                    self.add(name, None)
                    at = name.last
                    continue
            at += 1

    def _apposition(self, title: Title, position: int) -> None:
        tokens = self.tokens
        # "the minister, X," and "the spokesman of the ministry, X."
        if title.last + 1 < len(tokens) and tokens[title.last].text in (",", ":") and not title.plural:
            at = self.reader.skip_honorifics(title.last + 1)
            name = self.names.get(at) or self._strict_name(at)
            if name is not None and not name.titles and tokens[title.last].text == "," and self._closed(name.last):
                self._with_coordination(name, title, position)
                return
        if title.plural or len(title.countries) > 1:
            if title.last < len(tokens) and tokens[title.last].text in (",", ":"):
                name = self.names.get(title.last + 1) or self._strict_name(title.last + 1)
                if name is not None:
                    self._with_coordination(name, title, position)
                    return
        self._name_before(title)

    def _strict_name(self, at: int) -> Name | None:
        name = self.reader.read(at, titled=True) if at < len(self.tokens) else None
        if name is None or not name.full or any(self.reader.is_common(t) for t in self.tokens[name.first : name.last]):
            return None
        return name

    def _closed(self, at: int) -> bool:
        """The apposition ends here, or the clause goes on with a small letter."""
        return at >= len(self.tokens) or self.tokens[at].text[0] in _CLOSING or self.tokens[at].text.islower()

    def _name_before(self, title: Title) -> None:
        """ "X, the foreign minister of Y," and "X (foreign minister)"."""
        tokens = self.tokens
        at = title.first - 1
        if at >= 0 and tokens[at].lower in self.lex.offices.articles:
            at -= 1
        steps = 0
        while at >= 0 and tokens[at].text.islower() and steps < 3 and self.language == "de":
            at, steps = at - 1, steps + 1
        if at >= 1 and self._predicate(title, at):
            return
        if at < 1 or tokens[at].text not in (",", "(", "–", "-"):
            return
        if tokens[at].text == "(" and title.last < len(tokens) and tokens[title.last].text not in "),":
            return
        end = at
        # an age in between: "X, 59, ..."
        if end >= 2 and tokens[end - 1].text.isdigit() and tokens[end - 2].text == ",":
            end -= 2
        name = next((n for n in (self.names.get(f) for f in range(end - 1, max(end - 8, -1), -1)) if n and n.last == end), None)
        if name is None:
            for first in range(max(end - 5, 0), end):
                found = self._strict_name(first)
                if found is not None and found.last == end and not self._inside(found):
                    name = found
                    break
        if name is None:
            return
        if title.last < len(tokens) and tokens[title.last].joined and tokens[title.last].capital:
            if title.organization is None:
                return
        self.add(name, title)

    def _predicate(self, title: Title, at: int) -> bool:
        """ "X was foreign minister", "X as special envoy": attach the title where a name and such words precede."""
        tokens = self.tokens
        offices = self.lex.offices
        for end in range(at + 1, max(at - 6, 0), -1):
            for verbs, past in ((offices.was_verbs, True), (offices.is_verbs, False), (offices.as_words, False)):
                for verb in verbs:
                    words = verb.split()
                    first = end - len(words)
                    if first < 1 or [t.lower for t in tokens[first:end]] != words:
                        continue
                    if end <= at and verb in offices.as_words:
                        continue
                    name = self._ending_at(self._before_age(first))
                    if name is None:
                        continue
                    title.former = title.former or past
                    self.add(name, title)
                    return True
            if end - 1 < 0 or not (tokens[end - 1].text.islower() or tokens[end - 1].text.isdigit() or (
                end - 1 < at and tokens[end - 1].text in self.reader.lex.stop)):
                break
        return False

    def _before_age(self, end: int) -> int:
        """In front of ", 56," behind a name."""
        tokens = self.tokens
        if end >= 3 and tokens[end - 1].text == "," and tokens[end - 2].text.isdigit() and tokens[end - 3].text == ",":
            return end - 3
        return end

    def _ending_at(self, end: int) -> Name | None:
        for first in range(end - 1, max(end - 8, -1), -1):
            name = self.names.get(first)
            if name is not None:
                return name if name.last == end else None
        return None

    def _inside(self, name: Name) -> bool:
        return any(n.first < name.last and name.first < n.last for n in self.names.values())
