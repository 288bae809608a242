"""Reads names of persons off the tokens."""

from __future__ import annotations

import re
from functools import cached_property

from coalition_nlp.knowledge.given_names import common_surnames
from coalition_nlp.knowledge.office_holders import find_holders, fold
from coalition_nlp.pipes.countries.patterns import index as country_forms

from .forms import QUOTES, Shape
from .lexicon import lexicon
from .models import Name
from .particles import ParticleReader
from .tokens import Token

_ROMAN = re.compile(r"[IVX]+\Z")
_LONGEST = 10  # tokens of a name


class NameReader(ParticleReader):
    """Reads names in one document."""

    def __init__(self, tokens: list[Token], language: str) -> None:
        super().__init__(tokens, language)
        self.ranks = lexicon(language).rank_words
        self.abbreviations = lexicon(language).offices.abbreviations
        self.credits = lexicon(language).offices.credits
        self._followed = {at for at, token in enumerate(tokens, -1) if token.joined and token.form.inside}
        self.nameable = [at for at, token in enumerate(tokens) if token.form.nameable]  # where a name can start

    @cached_property
    def words(self) -> set[str]:
        """All words of the document."""
        return {t.text for t in self.tokens}

    @cached_property
    def lowered(self) -> set[str]:
        """The words the document writes in small letters somewhere."""
        return {word for word in self.words if word.islower()}

    def goes_on(self, at: int) -> bool:
        """Whether a name of several words can begin at a token, by the token behind it."""
        return at in self._followed

    def skip_honorifics(self, at: int) -> int:
        """The token behind "Dr.", "Mr." and ranks."""
        tokens = self.tokens
        while at < len(tokens) and tokens[at].joined and tokens[at].capital:
            if tokens[at].lower.rstrip(".") not in self.lex.honorifics:
                break
            if tokens[at].text in self.lex.nobility and at + 1 < len(tokens) and tokens[at + 1].form.initial:
                break  # "Prince K. Visser"
            at += 1
            if at < len(tokens) and tokens[at].text in ".'’" and tokens[at].start == tokens[at - 1].end:
                at += 1
        return at

    def is_honorific(self, at: int) -> bool:
        """Whether a form of address stands before a name: "Excellency", "Dr", "Prinz"."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].lower.rstrip(".") not in self.lex.honorifics:
            return False
        first, second = tokens[at].text, tokens[at + 1].text
        return first not in self.lex.given and not any(
            h.name.startswith(first) for h in find_holders(f"{first} {second}")
        )

    def _is_honorific(self, at: int) -> bool:
        """ "Ayatollah" and "Sheikh" before a name, unless the tables have the name with it ("Sheikh Hasina")."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].text not in self.lex.rules.address:
            return False
        if tokens[at].lower not in self.lex.honorifics or not (tokens[at + 1].capital and tokens[at + 1].joined):
            return False
        first, second = tokens[at].text, tokens[at + 1].text
        return not any(h.name.startswith(first) for h in find_holders(f"{first} {second}"))

    def is_common(self, token: Token) -> bool:
        """A word that is capitalised for other reasons than being a name."""
        if token.form.common:
            return True
        if self.language == "en":
            return token.lower in self.lowered and token.lower not in self.lex.particles
        return False

    def name_like(self, token: Token, capitals: bool = False) -> bool:
        """Whether a word may be a part of a name by its shape."""
        form = token.form
        if form.shape < Shape.PLAIN:
            return form.shape == Shape.ALWAYS
        if form.shape == Shape.CAPITALS and not capitals:
            return False
        if token.country and token.start < token.country_end:
            if token.country_end > token.end and "-" not in token.text:
                return False  # "Sierra Leone"
            return token.text in self.lex.given and token.country_form == "name"
        return not form.stop and "." not in token.text

    def read(self, at: int, titled: bool, known: frozenset[str] | set[str] = frozenset()) -> Name | None:
        """The name that starts at token `at`; after a title a surname alone will do."""
        tokens = self.tokens
        if self._is_honorific(at):
            return self.read(max(self.skip_honorifics(at), at + 1), True, known)
        capitals = at < len(tokens) and self._capitals(at)
        if capitals and not (titled and self._in_capitals(at)):
            return None
        first = at
        count = 0  # name words so far
        given = 0  # given names and initials so far
        end = at
        regnal = False  # "Abdullah II"
        while at < len(tokens) and at - first < _LONGEST and (at == first or tokens[at].joined):
            token = tokens[at]
            if at > first and given and (behind := self._behind_nickname(at)):
                at = behind
                continue
            if at > first and (tokens[at - 1].possessive or (token.line_start and (count > given or count > 1))):
                break
            if count and (behind := self.behind_suffix(at, count)) > at:
                regnal = count == given == 1 and _ROMAN.match(token.text) is not None
                end = behind
                break
            if count > 1 and self.language == "de" and token.lower in self.ranks and not token.form.given:
                break  # "stürzten Offiziere um Oberst X Y Präsident Z"
            if token.text in self.lex.rules.trailing and count > 1:
                at += 1
                end = at
                continue
            step, free = self.behind_particles(at, count, given, capitals)
            if step > at:
                if not self._accept_behind(step, count, given, titled, capitals, free):
                    break
                at = step
                token = tokens[at]
            elif not self._accept(at, count, given, titled, capitals) and not (
                self._known_pair(at, count) or self._final_syllable(first, at, count)
            ):
                break
            if token.form.given or token.form.initial:
                given += 1
            count += 1
            at += 1
            end = at
        while end > first and tokens[end - 1].form.initial:
            if end - first == 2 and tokens[first].form.given:
                break  # "Anwar R.", as courts have it
            end -= 1
        if end == first or (end - first == 1 and (not titled or self._is_nationality(tokens[first]))):
            return None
        if count > 1 and self._behind_preposition(first):
            return None  # "von Peter Visser"
        full, words = count > 1 or regnal, self._words(first, end)
        return Name(first, end, tokens[first].start, tokens[end - 1].end, words, full=full)

    def _words(self, first: int, end: int) -> tuple[str, ...]:
        """The words of a name, with their points, without quotation marks."""
        words: list[str] = []
        for token in self.tokens[first:end]:
            if token.text == "." and words:
                words[-1] += "."
            elif token.text not in QUOTES:
                words.append(token.text)
        return tuple(words)

    def _behind_preposition(self, at: int) -> bool:
        """Whether the "von", "van", "de" or "la" before a full name is a preposition or an article, no part of it."""
        text = self.tokens[at].text
        if text == "von":
            return True
        return text in self.lex.leading and text not in self.lex.inner and self.is_given(self.tokens[at + 1].text)

    def _before_name(self, at: int) -> bool:
        """Whether a point that belongs to a word, or a word with a capital, stands here."""
        tokens = self.tokens
        if at >= len(tokens):
            return False
        if tokens[at].text == ".":
            return at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].capital
        return tokens[at].joined and tokens[at].capital

    def _final_syllable(self, first: int, at: int, count: int) -> bool:
        """ "Moon Jae In": the end of a given name of two syllables behind its surname, though it is a word too."""
        tokens = self.tokens
        if count != 2 or tokens[at].text not in self.lex.rules.final_syllables:
            return False
        if tokens[first].text not in self.lex.family_first:
            return False
        return not self._before_name(at + 1)

    def _known_pair(self, at: int, count: int) -> bool:
        """ "Qin Gang", "Hun Sen": a surname in front, and a given name that is a word too, of a holder of the tables;
        or one that is the abbreviation of a title and stands without its point and with nobody behind it."""
        before, token = self.tokens[at - 1], self.tokens[at]
        if count != 1 or before.text not in self.lex.family_first or not token.capital:
            return False
        if token.lower in self.abbreviations and not self._before_name(at + 1):
            return True
        both = f"{before.text} {token.text}"
        return any(both in holder.names for holder in find_holders(both))

    def _behind_nickname(self, at: int) -> int:
        """Behind a nickname in quotation marks: "Peter 'Pit' Visser"; 0 if there is none."""
        tokens = self.tokens
        if tokens[at].text not in QUOTES or at + 3 >= len(tokens) or tokens[at + 1].start != tokens[at].end:
            return 0
        close = tokens[at + 2]
        if not tokens[at + 1].capital or close.text not in QUOTES or close.start != tokens[at + 1].end:
            return 0
        return at + 3 if tokens[at + 3].capital and self.name_like(tokens[at + 3]) else 0

    def _is_nationality(self, token: Token) -> bool:
        """ "der Generalsekretär der Organisation Amerikanischer Staaten": an adjective, no surname."""
        return self.language == "de" and any(e.form == "adjective" for e in country_forms("de").get(token.text, ()))

    def _accept(self, at: int, count: int, given: int, titled: bool, capitals: bool) -> bool:
        token = self.tokens[at]
        if not self.name_like(token, capitals):
            return count == given and count > 0 and token.text in self.lex.rules.ambiguous_surnames
        if token.form.given:
            return True
        common = self.is_common(token)
        if count == 0:  # behind a title also a surname that ends like a noun ("Lambrecht")
            return titled and not (common and not self._only_ends_like_noun(token))
        if common and count == given:  # only given names so far: nouns are surnames too
            if token.text in self.lex.rules.ambiguous_surnames:
                return True
            if self.language == "en":
                return not token.form.stop
            return not token.form.stop and (titled or token.text not in self.lex.common)
        return not common

    def _only_ends_like_noun(self, token: Token) -> bool:
        if self.language != "de" or token.form.stop or token.lower in self.ranks:
            return False
        return token.text not in self.lex.common and bool(find_holders(token.text))

    def _accept_behind(self, at: int, count: int, given: int, titled: bool, capitals: bool, free: bool) -> bool:
        """Whether a word may be a part of a name behind a particle."""
        if at >= len(self.tokens) or not self.tokens[at].joined:
            return False
        token = self.tokens[at]
        if not count:
            return self._accept(at, 0, 0, titled, capitals) and (token.form.given or not self.is_common(token))
        if token.form.given or not self.is_common(token):
            return self._accept(at, count, given, titled, capitals)
        return free and not (token.form.stop or token.form.rank) and self.name_like(token, capitals)

    def holds_word(self, name: Name) -> bool:
        """Whether a word of a name is one of the language too, and no particle before it shows that it is a surname."""
        return any(
            self.tokens[at].capital
            and self.is_common(self.tokens[at])
            and not (
                at > name.first
                and self.tokens[at - 1].lower in self.lex.particles
                and fold(self.tokens[at].text) in common_surnames()
            )
            for at in range(name.first, name.last)
        )

    def is_given(self, text: str) -> bool:
        """A given name, also a double one ("Jean-Noël") and one nobody has listed ("Hans-Xaver")."""
        return text in self.lex.given or ("-" in text and text.split("-")[0] in self.lex.given and text.count("-") == 1)

    def _capitals(self, at: int) -> bool:
        """Whether a word stands in capitals: "RICE", and "DE" before one, no initial."""
        token = self.tokens[at]
        if not token.text.isupper() or len(token.text) < 2 or token.form.initial:
            return False
        if len(token.text) > 2 or token.text.capitalize() in self.lex.rules.saints:
            return True
        if at + 1 < len(self.tokens) and self.tokens[at + 1].text == ":":
            return token.text.capitalize() in self.lex.family_first
        return self.particle(at, True)[0] > at

    def _in_capitals(self, at: int) -> bool:
        """Whether capitals are the style of the place: "SECRETARY RICE:"."""
        tokens = self.tokens
        end = at
        while end < len(tokens) and (tokens[end].text.isupper() or tokens[end].text in ".'’") and tokens[end].joined:
            end += 1
        if end < len(tokens) and tokens[end].text == ":":
            return True
        return tokens[at].text.capitalize() in self.words and end - at < 4

    def is_person_start(self, at: int) -> bool:
        """A given name that may open a name without a title."""
        token = self.tokens[at]
        if not token.capital or not (
            token.form.given or token.text in self.lex.family_first or self._before_son_of(at)
        ):
            return False
        if token.form.stop or self._is_honorific(at) or self.is_credit(at):
            return False
        if at and token.joined:
            before = self.tokens[at - 1]
            if before.text in self.lex.rules.not_before or before.text in ("@", "#"):
                return False
            if before.text == "-" and before.end == token.start:
                return False
        return True

    def _before_son_of(self, at: int) -> bool:
        """ "Miqren bin Abdulaziz": a given name that is in no list."""
        if at + 2 >= len(self.tokens) or self.tokens[at + 1].text not in ("bin", "ibn", "bint"):
            return False
        behind = self.tokens[at + 1 : at + 3]
        if self.is_common(self.tokens[at]):
            return False
        return behind[0].joined and behind[1].joined and behind[1].capital and self.name_like(self.tokens[at])

    def good_untitled(self, name: Name) -> bool:
        """Whether a name that no title introduces can be trusted."""
        tokens = self.tokens
        if len(name.words) < 2:
            return False
        last = tokens[name.last - 1]
        if name.words[:2] in self.lex.not_persons or self.names_a_thing(name):
            return False
        if name.words[-1] in self.lex.stop or name.words[0] in self.lex.not_before:
            return False
        surname = name.words[-1]
        if self.language == "de" and last.form.rank and fold(surname) not in common_surnames():
            return False  # "traf Visser Regimegegner": object and subject
        if self.language == "de" and len(name.words) == 2 and self.is_common(last) and self._genitive(name.words[0]):
            return fold(surname) in common_surnames()  # "Pauls Teilnahme"
        if surname in self.lex.stop and surname not in self.lex.rules.ambiguous_surnames:
            return False
        if self.language == "en" and last.lower in self.lowered and last.lower not in self.ranks:
            return surname in self.lex.rules.trailing
        return name.words[0] not in self.lex.common

    def _genitive(self, text: str) -> bool:
        return text.endswith("s") and text[:-1] in self.lex.given

    def with_front(self, name: Name, taken: set[int]) -> Name:
        """The name with a word before its listed given name: "Ngarta Peter Visser" where only Peter is listed."""
        tokens, at = self.tokens, name.first - 1
        if (
            self.language == "de"
            or at < 1
            or at in taken
            or not tokens[name.first].joined
            or tokens[at - 1].text in '.!?:;"“”„»«'
        ):
            return name
        front = tokens[at]
        if not front.capital or not tokens[at].joined or front.line_start or front.possessive or front.country:
            return name
        if len(front.text) < 4 or not self.name_like(front) or self.is_common(front):
            return name
        if front.text in self.lex.not_before or front.text in self.lex.rules.address:
            return name
        if front.lower in self.lex.honorifics or tokens[at - 1].lower in ("in", "at", "from", "near"):
            return name  # "the chargé in Oslo Peter Visser"
        return Name(at, name.last, front.start, name.end, (front.text, *name.words), full=True)

    def is_credit(self, at: int) -> bool:
        """Behind "Photo:" or "AFP /": who took a picture is nobody the text tells of."""
        tokens = self.tokens
        step = at
        while step and at - step < 8 and (tokens[step - 1].capital or tokens[step - 1].lower in (",", "and", "und")):
            step -= 1
        if step and tokens[step - 1].text in ("by", "von"):
            at = step
        if not at or tokens[at - 1].text not in (":", "/", "by", "von"):
            return False
        return any(t.lower in self.credits for t in tokens[max(at - 4, 0) : at - 1])

    def names_a_thing(self, name: Name) -> bool:
        """ "Hotel President X", "the X Auditorium", "USS X": what is called after a person is none."""
        tokens = self.tokens
        first = name.first
        while first and tokens[first].joined and self.is_given(tokens[first - 1].text):
            first -= 1
        before = tokens[first - 1] if first and tokens[first].joined else None
        if before is not None and before.text in self.lex.not_before:
            return True
        after = tokens[name.last] if name.last < len(tokens) and tokens[name.last].joined else None
        if after is not None and after.text in self.lex.not_after:
            return True
        return (
            len(name.words) > 1 and tokens[name.last - 1].text in self.lex.not_after - self.lex.rules.ambiguous_surnames
        )
