"""Names beside titles: which name begins or ends at a token, and whether it stands for itself."""

from __future__ import annotations

from .lexicon import lexicon
from .models import Name, Title
from .names import NameReader
from .tokens import Token

_CLOSING = frozenset(",.;:)–—-!?\"“”»«'’‘(\n[")


class Beside:
    """The names of one document by their first token, and look-ups around a token."""

    def __init__(self, tokens: list[Token], titles: list[Title], reader: NameReader, language: str) -> None:
        self.tokens = tokens
        self.titles = titles
        self.reader = reader
        self.language = language
        self.lex = lexicon(language)
        self.names: dict[int, Name] = {}
        self._months = reader.lex.stop
        self.title_starts = {t.first for t in titles if t.role != "none"}

    def add(self, name: Name, title: Title | None) -> Name:
        """Keep a name (or the longer one already there) and hang a title on it."""
        kept = self.names.setdefault(name.first, name)
        if title is not None and title not in kept.titles:
            kept.titles.append(title)
            title.attached = True
        return kept

    def _known_surname(self, at: int) -> Name | None:
        """A surname alone that the document also writes with a given name."""
        if at >= len(self.tokens) or not any(
            n.full and n.words[-1] == self.tokens[at].text for n in self.names.values()
        ):
            return None
        name = self.reader.read(at, titled=True)
        return name if name is not None and not name.full else None

    def strict_name(self, at: int) -> Name | None:
        """The name of two words or more that starts at a token and holds no common word unless it looks sure."""
        if at in self.title_starts or not self.reader.goes_on(at):
            return None
        token = self.tokens[at]
        if self.reader.is_honorific(at):
            return None
        if token.text not in self.reader.lex.given and self.reader.is_common(token):
            return None
        name = self.reader.read(at, titled=True)
        if name is None or not (name.full or len(name.words) > 1 and self.language == "en"):
            return None
        if name.words[0] in self.reader.lex.given and self.reader.good_untitled(name):
            return name
        return None if self.reader.holds_word(name) else name

    def _closed(self, at: int) -> bool:
        """The apposition ends here, or the clause goes on with a small letter."""
        return at >= len(self.tokens) or self.tokens[at].text[0] in _CLOSING or self.tokens[at].text.islower()

    def _ended(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens[at].text in ".,;!"

    def _bracketed_country(self, at: int) -> str | None:
        """ "X (Iceland), ambassador": the country in brackets behind a name."""
        inside = self.tokens[at : at + 8]
        if self.language != "en" or not inside or inside[0].text != "(":
            return None
        words = inside[1 : next((i for i, t in enumerate(inside) if t.text == ")"), 0)]
        codes = {t.country for t in words if t.country_form == "name"}
        return codes.pop() if len(codes) == 1 and all(t.country for t in words) else None

    def _line_ends(self, at: int) -> bool:
        """Whether the country at a token closes the line: "X, head of the intelligence service, Iceland"."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at - 1].text != ",":
            return False
        while at < len(tokens) and tokens[at].country:
            at += 1
        return at >= len(tokens) or tokens[at].line_start or tokens[at].text == ";"

    def before_brackets(self, end: int) -> int:
        """The token in front of "(SPD)", "(left)", "(aka X)", "MP" behind a name."""
        tokens = self.tokens
        while (
            end > 2
            and tokens[end - 1].lower.replace(".", "") in self.lex.offices.letters
            and tokens[end - 1].text.isupper()
        ):
            end -= 1
            end -= tokens[end - 1].text == ","
        if end < 3 or tokens[end - 1].text != ")":
            return end
        for at in range(end - 2, max(end - 7, 0), -1):
            if tokens[at].text == "(":
                return at
        return end

    def name_ending_at(self, end: int, longest: int = 5) -> Name | None:
        """The name whose last token stands before a token."""
        for first in range(end - 1, max(end - 8, -1), -1):
            name = self.names.get(first)
            if name is not None and name.last == end:
                return name
            if name is not None:
                break
        for first in range(max(end - longest, 0), end - 1):
            found = self.strict_name(first)
            if found is not None and found.last == end and not self._inside(found):
                return found
        return None

    def _inside(self, name: Name) -> bool:
        return any(n.first < name.last and name.first < n.last for n in self.names.values())
