"""Brings titles and names together: title before name, apposition, coordination, "his counterpart"."""

from __future__ import annotations

from dataclasses import replace

from .apposition import Appositions
from .fields import several_before
from .forms import Shape
from .institutions import country_of_place
from .models import Name, Title
from .names import NameReader
from .roles import INTERNATIONAL
from .rows import attach_rows
from .tokens import Token

_PLACED = ("head_of_state", "head_of_government", "minister", "official", "legislator", "other")
_SHOUTED = 4  # so many words are no name in capitals
_STATE = ("minister", "deputy_minister", "head_of_government", "head_of_state", "military_officer", "legislator")


class Attacher(Appositions):
    """Finds the names of one document that titles introduce; `names` by their first token."""

    def __init__(self, tokens: list[Token], titles: list[Title], reader: NameReader, language: str) -> None:
        super().__init__(tokens, titles, reader, language)
        self.bracketed: set[int] = set()  # tokens of given names in brackets
        self.by_first = {t.first: t for t in titles}

    def run(self) -> None:
        """Attach what stands right behind a title, then appositions."""
        for position, title in enumerate(self.titles):
            self._name_behind(title, position)
        self._untitled()
        for position, title in enumerate(self.titles):
            if not title.attached and title.role != "none" and not self._goes_on(title, position):
                self.apposition(title, position)
        attach_rows(self)

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
        if self.tokens[at].text in self.reader.lex.leading and title.role not in _STATE:  # "Sprecher von Visser"
            if at + 1 >= len(self.tokens) or self.tokens[at + 1].text not in self.reader.lex.particles:
                return
        if title.role == "ambassador" and self.tokens[at].lower == "in" and self._town_then_given(at):
            at += 2
        if self.tokens[at].text == "(" and at == title.last:
            at = self._behind_brackets(at)
        name = self.reader.read(at, titled=True)
        if name is None or self.reader.names_a_thing(name) and title.article is None:
            return
        if title.role == "none" and (
            not name.full
            or not (
                self.reader.is_given(name.words[0]) or not any(map(self.reader.is_common, self.tokens[at : name.last]))
            )
        ):
            return
        self.with_coordination(name, title, position)

    def _town_then_given(self, at: int) -> bool:
        """ "in Oslo Peter Visser": one word with a capital, then a given name."""
        tokens = self.tokens[at + 1 : at + 4]
        if len(tokens) < 3 or not all(t.capital and t.joined for t in tokens):
            return False
        return not self.reader.is_given(tokens[0].text) and self.reader.is_given(tokens[1].text)

    def _behind_brackets(self, at: int) -> int:
        """Behind given names in brackets: "President (Juan Carlos) Vega"."""
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].capital and end - at < 5 and not self.tokens[end].country:
            end += 1
        if end == at + 1 or end + 1 >= len(self.tokens) or self.tokens[end].text != ")":
            return at
        self.bracketed.update(range(at, end + 1))
        return end + 1

    def with_coordination(self, name: Name, title: Title, position: int) -> None:
        countries = title.countries
        names = [name]
        if title.plural or len(countries) > 1 or self._plural_article(title):
            names += self._more_names(name)
        fields = several_before(self.tokens, title, self.lex) if len(names) > 1 and title.plural else []
        if len(names) > 1 and len(fields) == len(names) and len(countries) < 2:
            for each, portfolio in zip(names, fields, strict=True):  # "the defense and justice ministers, X and Y"
                self.add(each, replace(title, portfolio=portfolio))
            title.attached = True
        elif len(names) > 1 and len(countries) == len(names):
            for each, country in zip(names, countries, strict=True):
                self.add(each, replace(title, countries=[country]))
            title.attached = True
        else:
            for each in names:
                self.add(each, self._own_country(each, title))
            title.attached = True
        self._titles_before(title, names[0], position)

    def _plural_article(self, title: Title) -> bool:
        """An article that shows a German plural: "die Außenminister", "der Außenminister" (genitive)."""
        first = title.first
        if first > 1 and self.tokens[first - 2].lower.endswith("innen") and not title.article:
            return self.tokens[first - 1].lower in self.lex.offices.and_words
        if title.article not in self.lex.offices.plural_articles:
            return False
        head = self.tokens[title.head].lower
        if head.endswith("in") or self.tokens[title.first - 1].text[:1].isupper() and title.article == "der":
            return False
        singular = any(t.text.islower() and t.text.endswith("e") for t in self.tokens[title.first : title.head])
        return not (singular and title.article == "der")

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
        """Behind "(France)" and "of France" that follow a name ending at `at`."""
        tokens = self.tokens
        step = at
        if step + 1 < len(tokens) and tokens[step].text == "(" and tokens[step + 1].country:
            step += 1
        else:
            if step + 2 < len(tokens) and tokens[step].text == "(" and tokens[step + 2].text == ")":
                step += 3  # a party
            if step >= len(tokens) or not tokens[step].joined:
                return at
            for words in self.lex.from_phrases.get(tokens[step].lower, ()):
                if tuple(t.lower for t in tokens[step : step + len(words)]) == words:
                    step += len(words)
                    break
            else:
                return at
        first = step
        while step < len(tokens) and tokens[step].country and tokens[step].country_form == "name":
            step += 1
        if step == first or (tokens[first - 1].text == "(" and (step >= len(tokens) or tokens[step].text != ")")):
            return at
        return step + 1 if tokens[first - 1].text == "(" else step

    def _own_country(self, name: Name, title: Title) -> Title:
        """The title with the country that stands behind the name: "X (France)", "X of France"."""
        tokens = self.tokens
        end = self._behind_country(name.last)
        if title.role == "legislator" and not title.countries and self._american_party(name.last):
            return replace(title, countries=["US"])
        if end > name.last:
            if title.countries and not title.default_country or tokens[name.last].lower in ("in", "im", "für", "for"):
                return title
            last = end - 1 if tokens[end - 1].country else end - 2
            return replace(title, countries=[tokens[last].country or ""])
        if self.language == "en" and not (title.countries or title.organization) and title.role in _PLACED:
            if code := country_of_place(tokens, name.last):
                return replace(title, countries=[code])
        if title.organization is None and title.role in (
            "deputy_minister",
            "official",
            "spokesperson",
            "director",
            "military_officer",
        ):
            behind = tokens[name.last].lower if name.last < len(tokens) else ""
            for words in self.lex.from_phrases.get(behind, ()):
                at = name.last + len(words)
                if at < len(tokens) and tuple(t.lower for t in tokens[name.last : at]) == words:
                    for phrase, entry in self.lex.institutions.get(tokens[at].lower, ()):
                        if [t.lower for t in tokens[at : at + len(phrase)]] == list(phrase) and tokens[at].capital:
                            title.organization = entry.organization
                            title.portfolio = entry.portfolio or title.portfolio
                            title.own_portfolio = title.own_portfolio or entry.portfolio is not None
                            if entry.country and not title.countries:
                                title.countries = [entry.country]
                            return title
        return title

    def _american_party(self, at: int) -> bool:
        """ "(D-NE)", "(R., Ala.)": party and state of a member of Congress."""
        tokens = self.tokens
        if self.language != "en" or at + 2 >= len(tokens) or tokens[at].text != "(":
            return False
        return tokens[at + 1].text[:2] in ("D-", "R-", "I-") or tokens[at + 1].text in ("D.", "R.")

    def _goes_on(self, title: Title, position: int) -> bool:
        """ "X, deputy premier and minister of finance": attach the second title of an apposition too."""
        before = self.titles[position - 1] if position else None
        if before is None or not before.attached or before.plural or title.plural:
            return False
        between = [t.lower for t in self.tokens[before.last : title.first]]
        adverbs = self.lex.offices.adverbs
        if title.article and not (len(between) > 1 and between[-2] in adverbs):
            return False  # "X, the minister, and the president"
        while len(between) > 1 and (between[-1] in adverbs or between[-1] in self.lex.offices.articles):
            between.pop()  # "former president of the bank and now the envoy"
        joints = (*self.lex.offices.and_words, "/")
        if not between or between[-1] not in joints or len(between) > 2 or between[0] == ".":
            return False
        if len(between) == 2 and between[0] != ",":
            return False
        name = next((n for n in self.names.values() if before in n.titles), None)
        if name is None or name.last > before.first or not self._closed(title.last):
            return False
        if before.countries and not title.countries and not title.organization:
            title.countries = list(before.countries)
        self.add(name, title)
        return True

    def _titles_before(self, title: Title, name: Name, position: int) -> None:
        """ "Vice Chancellor and Foreign Minister X", "army chief General X": the title before goes with it too."""
        while position > 0:
            before = self.titles[position - 1]
            if self.tokens[before.last - 1].possessive:
                return  # "the president's envoy X"
            between = [t.lower for t in self.tokens[before.last : title.first]]
            if not between and not self.tokens[title.first].joined:
                return
            if between and all(
                w in (*self.lex.offices.and_words, ",", "/") or w in self.lex.offices.articles for w in between
            ):
                if "," in between and not any(w in self.lex.offices.and_words for w in between):
                    if title.role != "military_officer":
                        return
            elif between:
                return
            if before.attached or before.plural:
                return
            if between and not any(w in (",", "/") or w in self.lex.offices.and_words for w in between):
                return  # "Berater des Präsidenten X"
            if "," in between and self._stands_behind_name(before):
                return  # "X, the ambassador, and Prime Minister Y"
            if self._letters(before):
                return  # "Minister X MP and Minister Y"
            if between and title.article and any(w in self.lex.offices.and_words for w in between):
                return  # "the president and the minister X": two persons
            if between and _two_persons(before, title):
                return  # "the Secretary General and Prime Minister X"
            if not before.countries and title.countries:
                before.countries = list(title.countries)
            elif before.countries and not title.countries and title.organization not in INTERNATIONAL:
                title.countries = list(before.countries)
            self.add(name, before)
            title, position = before, position - 1

    def _stands_behind_name(self, title: Title) -> bool:
        """Whether a name and a comma stand before a title, so that it is an apposition to that name."""
        at = title.first - 1
        if at > 0 and self.tokens[at].lower in self.lex.offices.articles:
            at -= 1
        if at < 1 or self.tokens[at].text != ",":
            return False
        front = self.tokens[at - 1]
        if self.language == "en" and (front.capital or front.text == ")") and not front.country:
            return True
        return any(n.last == at for n in self.names.values())

    def _untitled(self) -> None:
        """Names that begin with a known given name."""
        covered = set(self.bracketed)
        for known in self.names.values():
            covered.update(range(known.first, known.last))
        covered.update(title.head for title in self.titles)
        last = 0
        for at in self.reader.nameable:
            goes_on = self.reader.goes_on(at)
            if not (goes_on or self.tokens[at - 1].form.announces) or at < last or at in covered:
                continue
            name = self._cued(at)
            if name is None and goes_on and self.reader.is_person_start(at):
                name = self.reader.read(at, titled=not self.tokens[at].form.given)
                if name is not None and not (name.full and self.reader.good_untitled(name)):
                    name = None
            if name is None and goes_on and self.tokens[at].form.shape == Shape.CAPITALS:
                name = self._in_capitals(at)
            if name is not None:
                self.add(self.reader.with_front(name, covered), None)
                last = name.last

    def _in_capitals(self, at: int) -> Name | None:
        """ "traf HEIKO VISSER in Rom": a name in capitals in a text that is not."""
        tokens, end, lex = self.tokens, at + 1, self.reader.lex
        if tokens[at].text.capitalize() not in lex.given:
            return None
        while end < len(tokens) and tokens[end].joined and tokens[end].form.shape == Shape.CAPITALS:
            end += 1
        words = tokens[at:end]
        if not 1 < len(words) < _SHOUTED or len(words[-1].text) < 3:
            return None
        if any(t.country or t.form.rank or t.text.capitalize() in lex.common | lex.stop | lex.not_after for t in words):
            return None
        before = tokens[at - 1] if at and tokens[at].joined and tokens[at - 1].text not in ".!?" else None
        if before is None and (len(words) > 2 or end == len(tokens) or not tokens[end].text.islower()):
            return None  # a headline
        if before is not None and not before.text.islower():
            return None
        return Name(at, end, words[0].start, words[-1].end, tuple(t.text for t in words), full=True)

    def _cued(self, at: int) -> Name | None:
        """A name that its surroundings show: address, "named", an age or a party behind it, a verb of saying, a
        demonym before it, an Arabic article inside it."""
        tokens, lex = self.tokens, self.reader.lex
        token = tokens[at]
        if not at or not token.capital or token.country or token.lower in self.reader.lex.honorifics:
            return None
        before = tokens[at - 1]
        dot = before.text == "." and at > 1 and self.language == "en"
        if at in self.title_starts:
            return None  # "Madam Vice Minister"
        if self._behind_alias(at):
            return self.reader.read(at, titled=True)
        if token.joined and (tokens[at - 2].text if dot else before.text) in lex.rules.address:
            name = self.reader.read(at, titled=True)
            return name if name and (name.full or not self.reader.is_common(token)) else None
        if self.language == "en":
            return None
        name = self.strict_name(at)
        if name is None or name.last - name.first > 5:
            return None
        words = tokens[name.first : name.last]
        if token.joined and before.text in lex.rules.named:
            return name
        after = tokens[name.last : name.last + 3]
        texts = [t.text for t in after]
        if (
            texts[:1] == [","]
            and len(texts) == 3
            and texts[1].isdigit()
            and 15 < int(texts[1][:3]) < 100
            and texts[2] in ",."
        ):
            return name
        if texts[:1] == ["("] and texts[1:2] and texts[1] in lex.rules.parties:
            return name
        if any(t.text.startswith(lex.articles) or t.text in ("bin", "ibn") for t in words[1:]):
            return name
        said = before.text in lex.speech - {"so", "laut", "zufolge"} and token.joined
        says = bool(after) and after[0].text in lex.speech - {"so", "laut", "rief", "traf"} and after[0].joined
        if said and any(n.full and n.words[-1] == name.words[0] for n in self.names.values()):
            return None  # "traf Berger Novak": subject and object
        if said or (says and (not token.joined or before.text in '.!?:;“"»„,')):
            return name if len(name.words) in (2, 3) else None
        if before.country_form == "demonym" and token.joined and before.text[-1] != "n":
            return name
        return None

    def _behind_alias(self, at: int) -> bool:
        """Behind "(aka": the other name of whoever stands before the bracket."""
        first = at - 1 if self.tokens[at - 1].text in "'’‘\"“„" else at
        for words in self.lex.alias_phrases.get(self.tokens[first - 1].lower, ()):
            start = first - len(words)
            if (
                start > 0
                and self.tokens[start - 1].text in "(,"
                and tuple(t.lower for t in self.tokens[start:first]) == words
            ):
                return any(n.last == start - 1 for n in self.names.values())
        return False


def _two_persons(before: Title, title: Title) -> bool:
    """Whether two titles joined by "and" belong to different persons, although only the second has a name."""
    heads = ("head_of_state", "head_of_government")
    if "secretary_general" in (before.role, title.role):
        return True
    if before.role in heads and title.role in heads:
        return before.role != title.role
    if not before.article:
        return False
    return (
        before.secretary
        or before.role == "minister"
        and (title.role in heads or title.role == "minister" and title.portfolio == before.portfolio)
    )
