"""Particles inside names: "van der", "d'", "St.", "Graf von", "III", and where they may stand."""

from __future__ import annotations

import re

from coalition_nlp.knowledge.places import gazetteer

from .lexicon import NameLexicon, Particle, name_lexicon
from .tokens import Token

_ROMAN = re.compile(r"[IVX]+\Z")
_PARTICLES = 4  # tokens between two words of a name
_LARGE = 50_000  # inhabitants of a town nobody is called after


class ParticleReader:
    """Reads what is no word of a name by itself, in one document."""

    def __init__(self, tokens: list[Token], language: str) -> None:
        self.tokens = tokens
        self.language = language
        self.lex: NameLexicon = name_lexicon(language)

    def behind_suffix(self, at: int, count: int) -> int:
        """The token behind "III", "Jr." or "jun." at `at`, else `at`."""
        tokens = self.tokens
        text = tokens[at].text
        if text not in self.lex.rules.suffixes:
            return at
        point = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end
        if not _ROMAN.match(text):
            return at + 1 + point if point or text[0].isupper() else at
        if not point or self.language == "en":
            return at + 1
        inside = at + 2 < len(tokens) and tokens[at + 2].joined and not tokens[at + 2].capital
        return at + 2 if count == 1 or inside else at + 1

    def behind_particles(self, at: int, count: int, given: int, capitals: bool) -> tuple[int, bool]:
        """The token behind the particles that stand at `at`, if they may stand here, and whether they may anywhere."""
        tokens, lex = self.tokens, self.lex
        text = tokens[at].text
        if text in lex.nobility and count:
            step, _ = self.particle(at + 1, capitals)
            return (step, True) if step > at + 1 else (at, False)
        if (saint := self._behind_saint(at, count, given, capitals)) > at:
            return saint, True
        if text in lex.inner and text[0].isupper():
            return (at + 1, True) if at + 1 < len(tokens) and tokens[at + 1].capital else (at, False)
        step, kind = self.particle(at, capitals, inside=count == given > 0 and len(text) == 2)
        if kind == "noble" or step == at or (not count and text.lower() not in lex.leading and text not in "'’‘"):
            return at, False
        if kind == "bound" and count > given:
            return at, False
        while (further := self.particle(step, capitals)[0]) > step and step - at < _PARTICLES:
            step = further  # "bin al"
        return step, kind == "free"

    def particle(self, at: int, capitals: bool, inside: bool = False) -> tuple[int, Particle]:
        """The token behind the particle of one or several words at `at`, and what it may follow."""
        tokens = self.tokens
        if at >= len(tokens):
            return at, "bound"
        first = "'" if tokens[at].text in "’‘" else tokens[at].lower
        for words, kind in self.lex.phrases.get(first, ()):
            end = at + len(words)
            if end >= len(tokens):
                continue
            if len(words) == 1 and tokens[at].capital and not (capitals or inside and tokens[at].form.common):
                continue  # "Du" and "Le" are read as words of a name, where they are not words of the language too
            if all(
                tokens[step].joined and tokens[step].lower.replace("‘", "'").replace("’", "'") == word
                for step, word in enumerate(words[1:], at + 1)
            ):
                return end, kind
        return at, "bound"

    def _behind_saint(self, at: int, count: int, given: int, capitals: bool) -> int:
        """The token behind the "St." of "Mia St. Clair" at `at`, else `at`."""
        tokens = self.tokens
        text = tokens[at].text.capitalize() if capitals else tokens[at].text
        if text not in self.lex.rules.saints or tokens[at].line_start or tokens[at].country:
            return at
        step = at + 1
        if step < len(tokens) and tokens[step].text == "." and tokens[step].start == tokens[at].end:
            step += 1
        if step >= len(tokens) or not (tokens[step].capital and tokens[step].joined):
            return at
        if count == given and count:
            return step
        if given:
            return at
        places = gazetteer().named(f"{text}. {tokens[step].text}")
        return at if any(place.capital or place.population >= _LARGE for place in places) else step
