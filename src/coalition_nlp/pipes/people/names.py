"""Reads names of persons off the tokens."""

from __future__ import annotations

import re

from .lexicon import NameLexicon, lexicon, name_lexicon
from .models import Name
from .tokens import Token

_ROMAN = re.compile(r"[IVX]+\Z")
_LONGEST = 7


class NameReader:
    """Reads names in one document; `lowered` are the words it writes in small letters somewhere."""

    def __init__(self, tokens: list[Token], language: str) -> None:
        self.tokens = tokens
        self.language = language
        self.lex: NameLexicon = name_lexicon(language)
        self.ranks = lexicon(language).rank_words
        self.portfolios = lexicon(language).portfolios
        self.lowered = {t.text for t in tokens if t.text.islower()}

    def skip_honorifics(self, at: int) -> int:
        """The token behind "Dr.", "Mr." and ranks."""
        tokens = self.tokens
        while at < len(tokens) and tokens[at].joined and tokens[at].capital:
            if tokens[at].lower.rstrip(".") not in self.lex.honorifics:
                break
            at += 1
            if at < len(tokens) and tokens[at].text == ".":
                at += 1
        return at

    def is_common(self, token: Token) -> bool:
        """A word that is capitalised for other reasons than being a name."""
        if token.text in self.lex.common or token.text in self.lex.stop:
            return True
        if token.lower in self.ranks or (self.language == "en" and (token.lower,) in self.portfolios):
            return True
        if self.language == "en":
            return token.lower in self.lowered and token.lower not in self.lex.particles
        return False

    def name_like(self, token: Token, capitals: bool = False) -> bool:
        """Whether a word may be a part of a name by its shape."""
        text = token.text
        if text.startswith(self.lex.articles) and "-" in text:
            return len(text) > 4 and text.rsplit("-", 1)[1][:1].isupper()
        if not text[:1].isupper() or any(c.isdigit() for c in text):
            return False
        if len(text) == 2 and text.endswith("."):
            return True
        if text.isupper() and len(text) > 1 and not capitals:
            return False
        if token.country and token.start < token.country_end:
            return token.text in self.lex.given and token.country_form == "name"
        return text not in self.lex.stop and "." not in text

    def read(self, at: int, titled: bool, known: frozenset[str] | set[str] = frozenset()) -> Name | None:
        """The name that starts at token `at`; after a title a surname alone will do."""
        tokens = self.tokens
        capitals = at < len(tokens) and tokens[at].text.isupper() and len(tokens[at].text) > 2
        if capitals and not titled:
            return None
        first = at
        count = 0  # name words so far
        given = 0  # given names and initials so far
        end = at
        while at < len(tokens) and at - first < _LONGEST and (at == first or tokens[at].joined):
            token = tokens[at]
            if at > first and tokens[at - 1].possessive:
                break
            if token.text in self.lex.rules.suffixes and count:
                at += 1
                if at < len(tokens) and tokens[at].text == "." and _ROMAN.match(token.text):
                    at += 1
                end = at
                break
            lower = token.text
            if lower in self.lex.rules.dependent:
                break
            if lower in self.lex.particles and (count or lower in self.lex.leading):
                step = at + 1
                while step < len(tokens) and tokens[step].text in self.lex.particles and tokens[step].joined:
                    step += 1
                if step < len(tokens) and tokens[step].joined and self._accept(tokens[step], max(count, 1), given, titled, capitals) and (
                    not self.is_common(tokens[step])
                ):
                    at = step
                    continue
                break
            if not self._accept(token, count, given, titled, capitals):
                break
            if token.text in self.lex.given or (len(token.text) == 2 and token.text.endswith(".")):
                given += 1
            count += 1
            at += 1
            end = at
        while end > first and len(tokens[end - 1].text) == 2 and tokens[end - 1].text.endswith("."):
            end -= 1  # no name ends in an initial
        if end == first or (end - first == 1 and not titled):
            return None
        words = tuple(t.text for t in tokens[first:end])
        if tokens[end - 1].text == ".":
            words = (*words[:-2], words[-2] + ".")
        return Name(first, end, tokens[first].start, tokens[end - 1].end, words, full=count > 1)

    def _accept(self, token: Token, count: int, given: int, titled: bool, capitals: bool) -> bool:
        if not self.name_like(token, capitals):
            return count == given and count > 0 and token.text in self.lex.rules.ambiguous_surnames
        if token.text in self.lex.given:
            return True
        common = self.is_common(token)
        if count == 0:
            return titled and not common
        if count == given:  # only given names so far: the surname may be any word
            return not common or token.text not in self.lex.stop
        return not common

    def is_person_start(self, at: int) -> bool:
        """A given name that may open a name without a title."""
        token = self.tokens[at]
        if token.text not in self.lex.given or not token.capital:
            return False
        if at and token.joined:
            before = self.tokens[at - 1]
            if before.text in self.lex.rules.not_before or before.text in ("@", "#", "-"):
                return False
        return True

    def good_untitled(self, name: Name) -> bool:
        """Whether a name that no title introduces can be trusted."""
        tokens = self.tokens
        if len(name.words) < 2:
            return False
        last = tokens[name.last - 1]
        if name.last < len(tokens) and tokens[name.last].joined:
            if tokens[name.last].text in self.lex.rules.not_after:
                return False
        if last.text in self.lex.rules.not_after or name.words[-1] in self.lex.stop:
            return False
        surname = name.words[-1]
        if surname in self.lex.stop and surname not in self.lex.rules.ambiguous_surnames:
            return False
        if self.language == "en" and last.lower in self.lowered and last.lower not in self.ranks:
            return False
        return name.words[0] not in self.lex.common
