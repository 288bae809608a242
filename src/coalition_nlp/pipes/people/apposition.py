"""Titles that stand apart from their name: appositions, "X was foreign minister", titles on a line of their own."""

from __future__ import annotations

from dataclasses import replace

from .beside import Beside
from .complements import country_of_apposition
from .models import Name, Title
from .terms import before_elevation, over_behind, term_before


class Appositions(Beside):
    """Finds the name of a title in front of it or behind a comma; `names` by their first token."""

    def with_coordination(self, name: Name, title: Title, position: int) -> None:
        """Hang a title on a name and on those coordinated with it."""
        raise NotImplementedError

    def apposition(self, title: Title, position: int) -> None:
        tokens = self.tokens
        if self._letters(title) or self._owner(title, position):
            return
        title.former = title.former or over_behind(tokens, title.last, self.lex)
        # "the minister, X," and "the spokesman of the ministry, X."
        if title.last + 1 < len(tokens) and tokens[title.last].text in (",", ":") and not title.plural:
            at = self.reader.skip_honorifics(title.last + 1)
            name = self.names.get(at) or self.strict_name(at) or self._known_surname(at)
            titled = name is not None and any(t.role != "none" for t in name.titles)  # "Herr" is no office
            if name is not None and not titled and tokens[title.last].text == "," and self._closed(name.last):
                self.with_coordination(name, title, position)
                return
        if self._same_person(title) or self._behind_principal(title) or self._behind_description(title):
            return
        copula = title.last + 2 < len(tokens) and self._copula(title)
        if copula and not title.plural:
            at = self.reader.skip_honorifics(title.last + 1)  # "The new ambassador is X."
            name = self.names.get(at) or self.strict_name(at)
            closed = name is not None and (self._closed(name.last) if copula == "is" else self._ended(name.last))
            if name is not None and not name.titles and name.full and closed:
                title.former = title.former or tokens[title.last].lower in self.lex.offices.was_verbs
                self.add(name, title)
                return
        if title.plural or len(title.countries) > 1:
            if title.last < len(tokens) and tokens[title.last].text in (",", ":", "–", "—"):
                name = self.names.get(title.last + 1) or self.strict_name(title.last + 1)
                if name is not None:
                    self.with_coordination(name, title, position)
                    return
        self._name_before(title)

    def _owner(self, title: Title, position: int) -> bool:
        """Whether a title says whose relative or envoy is meant: "der Sohn des Präsidenten, X,"."""
        before = self.titles[position - 1] if position else None
        if before is None or title.article not in self.lex.offices.genitive_articles or title.first - before.last > 1:
            return False
        if before.role != "none" and not before.attached and not title.plural and title.last < len(self.tokens):
            if self.tokens[title.last].text == ",":
                name = self.names.get(title.last + 1) or self.strict_name(title.last + 1)
                if name is not None and self._closed(name.last):
                    before.countries = before.countries or list(title.countries)
                    self.with_coordination(name, before, position - 1)
        return True

    def _letters(self, title: Title) -> bool:
        """ "Peter Visser MP": letters behind a name that are an office."""
        first = title.first
        if title.last - first > 1 or self.tokens[first].lower not in self.lex.offices.letters:
            return False
        name = self.name_ending_at(self.before_brackets(first), 5) if self.tokens[first].joined else None
        if name is not None:
            self.add(name, title)
        return name is not None

    def _copula(self, title: Title) -> str:
        word = self.tokens[title.last].lower
        if word in self.lex.offices.copulas:
            return "is"
        return "becomes" if word in self.lex.offices.becoming else ""

    def _same_person(self, title: Title) -> bool:
        """ "the mediator, former President X,": one person, two titles; no list of several."""
        tokens, at = self.tokens, title.last + 1
        if at + 2 >= len(tokens) or tokens[at - 1].text != "," or title.plural or title.counterpart:
            return False
        if not (title.article or title.countries or title.organization) or len(title.countries) > 1:
            return False
        at += tokens[at].lower in self.lex.offices.articles
        name = next((n for n in self.names.values() if any(t.first == at for t in n.titles)), None)
        if name is None or name.first < at or any(t.plural or t.counterpart for t in name.titles):
            return False
        if name.last < len(tokens) and tokens[name.last].text not in ",.)":
            return False
        behind = name.last + 1
        if behind < len(tokens) and tokens[name.last].text == ",":
            behind += tokens[behind].lower in self.lex.offices.articles
            if behind in self.title_starts or tokens[behind].lower in self.lex.offices.and_words:
                return False
            if behind in self.names:
                return False
        lead = title.first - 1 - (title.article is not None)
        if lead >= 0 and tokens[lead].text == "," or lead >= 0 and tokens[lead].lower in self.lex.offices.and_words:
            return False
        self.add(name, title)
        return True

    def _behind_principal(self, title: Title) -> bool:
        """ "the spokesman of President X, Y,": Y, whose principal is named in between."""
        tokens, at = self.tokens, title.last + 1
        if (
            title.plural
            or title.counterpart
            or at >= len(tokens)
            or tokens[at - 1].lower not in self.lex.offices.of_words
        ):
            return False
        at += tokens[at].lower in self.lex.offices.articles
        principal = self.names.get(at) or next(
            (n for n in self.names.values() if any(t.first == at for t in n.titles) and n.first >= at), None
        )
        if principal is None or principal.last >= len(tokens) or tokens[principal.last].text != ",":
            return False
        start = self.reader.skip_honorifics(principal.last + 1)
        name = self.names.get(start) or self.strict_name(start)
        if name is None or any(t.role != "none" for t in name.titles) or not name.full:
            return False
        closed = name.last >= len(tokens) or tokens[name.last].text in ",."
        if not closed and not (self.language == "en" and tokens[name.last].text.islower()):
            return False
        self.add(name, title)
        return True

    def _behind_description(self, title: Title) -> bool:
        """ "the ambassador accredited in our country, Mr. X,": words in small letters between title and name."""
        tokens, at = self.tokens, title.last
        if self.language != "en" or title.plural or title.article is None and not title.countries:
            return False
        while at < len(tokens) and at - title.last < 7 and tokens[at].text.islower() and tokens[at].is_word:
            at += 1
        if at == title.last or at + 1 >= len(tokens) or tokens[at].text != ",":
            return False
        start = self.reader.skip_honorifics(at + 1)
        name = self.names.get(start) if start > at + 1 else None
        if name is None or any(t.role != "none" for t in name.titles):
            return False
        self.add(name, title)
        return True

    def _name_before(self, title: Title) -> None:
        """ "X, the foreign minister of Y," and "X (foreign minister)"."""
        tokens = self.tokens
        at = title.first - 1
        head = tokens[title.head].lower
        if self.language == "de" and not title.article and head.endswith(("ordneten", "tzenden", "tragten", "sandten")):
            return  # "X, Abgeordneten des Bundestages": several others
        if (
            at >= 0
            and tokens[at].lower in self.lex.offices.articles
            and tokens[at].lower not in self.lex.offices.as_words
        ):
            at -= 1
        if at >= 2 and tokens[at].lower in self.lex.offices.adverbs and tokens[at - 1].text == ",":
            title.former = title.former or self.lex.offices.adverbs[tokens[at].lower] == "former"
            at -= 1  # "X, currently ambassador"
        if self.language == "en" and tokens[title.last - 1].possessive and not tokens[title.last - 1].country:
            return  # "X, the prime minister's brother"
        near, steps = at, 0
        if title.article in self.lex.offices.appointing and self._appointed(title):
            return
        if title.article in ("his", "her", "their", "its") and title.role == "head_of_state":
            return  # "the minister X, his president and the people"
        while at >= 0 and tokens[at].text.islower() and steps < 3 and self.language == "de":
            if tokens[at].lower in self.lex.offices.prepositions:
                break
            at, steps = at - 1, steps + 1
        if at >= 1 and tokens[at].possessive:  # "X, Visser's special envoy"
            owner = self.name_ending_at(at + 1)
            if owner is not None and owner.first and tokens[owner.first - 1].text == ",":
                at = owner.first - 1
        if near >= 1 and self._predicate(title, near):
            return
        if at >= 0 and title.first == at + 1 and tokens[title.first].line_start:  # name and title on lines of their own
            name = self.name_ending_at(at + 1)
            if name is not None and not name.titles and tokens[name.first].line_start:
                self.add(name, title)
            return
        if (term := term_before(tokens, title.first - (title.article is not None), self.lex)) is not None:
            at = term[0]
            title.former = title.former or term[1] == "former"
            title.designated = title.designated or term[1] == "designated"
        else:
            at = self._before_years(at, title)
        if at < 1 or tokens[at].text not in (",", "(", "–", "-", "—"):
            return
        if tokens[at].text == "(" and title.last < len(tokens) and tokens[title.last].text not in "),":
            return
        end = at
        # an age in between: "X, 59, ..."
        if end >= 2 and tokens[end - 1].text.isdigit() and tokens[end - 2].text == ",":
            end -= 2
        end = self.before_brackets(end)
        if title.plural and self._all_before(title, end):
            return
        name = next(
            (n for n in (self.names.get(f) for f in range(end - 1, max(end - 8, -1), -1)) if n and n.last == end), None
        )
        if name is None:
            name = self.name_ending_at(end, 5)
        if name is None:
            return
        if title.last < len(tokens) and tokens[title.last].joined and tokens[title.last].capital:
            if title.organization is None:
                return
        if not title.countries and (code := self._bracketed_country(name.last)):
            title.countries = [code]
        plain = not (title.article or title.countries) and (not title.organization or title.role == "ambassador")
        if plain and (tokens[title.head].capital or self.language == "en" and self._line_ends(title.last + 1)):
            country_of_apposition(tokens, title, self.lex)
        self.add(name, title)

    def _all_before(self, title: Title, end: int) -> bool:
        """ "X and Y, the foreign ministers of A and B": all of them; whoever is one of a list is not meant."""
        tokens, found = self.tokens, list[Name]()
        while (name := self.name_ending_at(end, 5)) is not None:
            found.insert(0, name)
            joint = name.first - 1
            while joint > 0 and tokens[joint].lower in self.lex.offices.honorifics:
                joint -= 1
            if joint < 1 or tokens[joint].lower not in (*self.lex.offices.and_words, ","):
                break
            end = self.before_brackets(joint - (tokens[joint - 1].text == ","))
        if len(found) < 2:
            return self.language == "en"
        pairs = len(found) == len(title.countries)
        for at, name in enumerate(found):
            self.add(name, replace(title, countries=[title.countries[at]]) if pairs else title)
        title.attached = True
        return True

    def _before_years(self, at: int, title: Title) -> int:
        """In front of "until 2019", "von 2010 bis 2014" behind a comma or a dash; such an office is past."""
        tokens, step = self.tokens, at
        words = set()
        while step > 0 and at - step < 6:
            word = tokens[step].lower
            if not (word.isdigit() or word in self.lex.offices.between_words or word in self._months):
                break
            words.add(word)
            step -= 1
        if (
            step == at
            or not any(word.isdigit() for word in words)
            or tokens[step].text not in (",", "(", "–", "-", "—")
        ):
            return at
        title.former = title.former or bool(words & {"bis", "until", "till", "to"})
        return step

    def _predicate(self, title: Title, at: int) -> bool:
        """ "X was foreign minister", "X as special envoy": attach the title where a name and such words precede."""
        tokens = self.tokens
        offices = self.lex.offices
        for end in range(at + 1, max(at - 6, 0), -1):
            word = tokens[end - 1]
            for words, past, is_as in self.lex.predicates.get(word.lower, ()):
                first = end - len(words)
                if first < 1 or (len(words) > 1 and tuple(t.lower for t in tokens[first:end]) != words):
                    continue
                if end <= at and is_as:
                    continue
                if tokens[first - 1].lower in offices.relatives and tokens[first - 2].text == ",":
                    first -= 2
                nominated = False
                if is_as:
                    first, nominated = before_elevation(tokens, first, self.lex)
                    first = self._before_choice(first)
                name = self.name_ending_at(self._before_age(first))
                if name is None:
                    continue
                title.former = title.former or past
                title.designated = title.designated or nominated
                self.add(name, title)
                return True
            if not (word.text.isdigit() or word.lower in offices.between_words or word.text in self._months):
                break
            if word.lower == "in" and not tokens[end].text.isdigit():
                break
        return False

    def _before_choice(self, end: int) -> int:
        """In front of ", sworn in last week" behind a name: the comma, else `end`."""
        tokens, step = self.tokens, end - 1
        while step > 1 and end - step < 8 and (tokens[step].is_word or tokens[step].text.isdigit()):
            if tokens[step].lower in self.lex.offices.chosen:
                step -= tokens[step - 1].lower in self.lex.offices.adverbs or tokens[step - 1].lower.endswith("ly")
                return step - 1 if tokens[step - 1].text == "," else end
            step -= 1
        return end

    def _before_age(self, end: int) -> int:
        """In front of ", 56," behind a name."""
        tokens = self.tokens
        step = end
        while step > 2 and tokens[step - 1].country and tokens[step - 1].country_form == "name":
            step -= 1
        if step < end:  # "X of the Netherlands was named envoy"
            step -= tokens[step - 1].lower == "the"
            if tokens[step - 1].lower in self.lex.offices.from_words:
                return step - 1
        if end >= 3 and tokens[end - 1].text == "," and tokens[end - 2].text.isdigit() and tokens[end - 3].text == ",":
            return end - 3
        return end

    def _appointed(self, title: Title) -> bool:
        """ "berief X zur Ministerin", "X, die Y zur Ministerin berufen hat": attach the title to X."""
        tokens, at = self.tokens, title.first - 1
        front, nominated = before_elevation(tokens, at, self.lex)
        name = self.name_ending_at(front)
        title.designated = title.designated or (name is not None and nominated)
        marks = 0
        for step in range(at - 1, max(at - 14, 1), -1):
            if tokens[step].text in ".!?;":
                break
            if tokens[step].text == ",":
                marks += tokens[step + 1].lower not in self.lex.offices.relatives
            if marks:
                break  # "A, der lange regierte, ernannte X": the relative clause is over
            if tokens[step].lower in self.lex.offices.relatives and tokens[step - 1].text == ",":
                if name is None or not self._subject(tokens[step].lower, title):
                    name = self.name_ending_at(step - 1) or name
                break
        if name is None:
            return False
        self.add(name, title)
        return True

    def _subject(self, relative: str, title: Title) -> bool:
        """Whether a relative pronoun before "X zum Minister" is whoever appoints X: "der X zum Minister ernannte"."""
        return relative == "der" or relative == "die" and title.article == "zum"
