"""Whether a surname that is a word too ("Koch", "Rice", "May") stands for a person where it stands."""

from __future__ import annotations

from functools import cache

from coalition_nlp.languages import rules

from .lexicon import NameLexicon, name_lexicon
from .models import SurnameWords
from .tokens import Token

_ENDS = frozenset('.!?:;"“”„»«–—-(')
_OF_ADJECTIVES = ("e", "er", "en", "em", "es")
_PAST = {"de": ("te", "ten", "t"), "en": ("ed",)}
_SHORTEST = 4  # of a verb that only its ending shows
_ADJECTIVES = 4  # between a determiner and its noun


class Trust:
    """What the words around a surname tell, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.lex: NameLexicon = name_lexicon(language)
        self.words: SurnameWords = rules(language, "names_words", SurnameWords)

    def is_word(self, text: str) -> bool:
        """Whether a surname is a word too."""
        return text in self.lex.rules.ambiguous_surnames or text in self.lex.common or text in self.lex.stop

    def is_finite(self, token: Token) -> bool:
        """Whether a word by its form may be the verb of a clause: of saying, a usual one, "plädierte", "urged"."""
        text = token.text
        if text in self.lex.speech or text in self.words.finite:
            return True
        if not text.islower() or text in self.words.not_finite or len(text) < _SHORTEST:
            return False
        return text.endswith(_PAST[self.language])

    def person(self, tokens: list[Token], at: int, text: str) -> bool:
        """Whether the word at a token, somebody's surname and a word too, means that person."""
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and after.text == ":" and tokens[at].line_start:
            return True  # who speaks, in a headline or a transcript
        before = tokens[at - 1] if at and tokens[at].joined and tokens[at - 1].text not in _ENDS else None
        behind = after if after is not None and after.joined else None
        if self.language == "en":
            return self._english(tokens, at, before, behind)
        noun = text in self.words.nouns or text in self.lex.common or text in self.lex.stop
        return self._german(tokens, at, before, behind, noun)

    def acts(self, tokens: list[Token], at: int) -> bool:
        """Whether a finite verb stands beside the word at a token, or what is his: "Rice's visit"."""
        near = tokens[max(at - 1, 0) : at] + tokens[at + 1 : at + 2]
        return tokens[at].possessive or any(map(self.is_finite, near))

    def _german(self, tokens: list[Token], at: int, before: Token | None, behind: Token | None, noun: bool) -> bool:
        verb = behind is not None and self.is_finite(behind)
        if before is None:
            if not noun and tokens[at].lower not in self.words.opening:
                return True
            third = tokens[at + 2] if at + 2 < len(tokens) else None
            if verb:
                return third is None or third.lower not in self.words.pronouns  # "Lange galt er als"
            return self._joins(behind, third)
        if self._determined(tokens, at):
            return False
        if not noun:
            return True
        if behind is not None and behind.text in self.lex.speech or self.is_finite(before):
            return True  # "wie Koch sagte"
        return verb and before.lower not in self.words.before_nouns

    def _determined(self, tokens: list[Token], at: int) -> bool:
        """Whether an article stands before a noun, at most with adjectives in between; no relative pronoun."""
        for step in range(at - 1, max(at - 2 - _ADJECTIVES, -1), -1):
            word = tokens[step]
            if word.lower in self.words.determiners:
                relative = step == at - 1 and step > 0 and tokens[step - 1].text == ","
                return not (relative and word.lower in self.words.relatives)
            adjective = step < at - 1 or word.text.endswith(_OF_ADJECTIVES)
            if not word.text.islower() or not adjective or self.is_finite(word):
                return False
        return False

    def _english(self, tokens: list[Token], at: int, before: Token | None, behind: Token | None) -> bool:
        verb = behind is not None and self.is_finite(behind)
        if behind is not None and behind.capital and not tokens[at].possessive:
            return False  # "White House", "King Salman"
        if before is not None and (before.lower in self.words.determiners or before.text.isdigit()):
            return False
        if tokens[at].lower in self.words.months:
            if behind is not None and behind.text.isdigit():
                return False
            return verb or before is not None and before.text in self.lex.speech
        if before is not None and before.capital and before.lower.rstrip(".") not in self.lex.honorifics:
            opens = at < 2 or not tokens[at - 1].joined or tokens[at - 2].text in _ENDS
            return opens and verb  # "Yesterday Rice said", but "Oil Price"
        if before is not None and before.text != ",":
            return True
        if verb or tokens[at].possessive:
            return True
        third = tokens[at + 2] if at + 2 < len(tokens) else None
        return self._joins(behind, third)

    def _joins(self, behind: Token | None, third: Token | None) -> bool:
        """ "Rice and Visser": a name behind "and"."""
        if behind is None or third is None or behind.lower not in self.words.joining:
            return False
        return third.capital and not third.form.common


@cache
def trust(language: str) -> Trust:
    """What tells surnames from words in a language."""
    return Trust(language)
