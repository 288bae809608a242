"""Fields of government in a title: "foreign affairs and trade", "Umwelt, Energie und Klimaschutz"."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names

from .compounds import matches, segments
from .forms import is_noun
from .lexicon import Lexicon, name_lexicon
from .models import Title
from .tokens import Token

_LONGEST = 12  # words of a field with all that is joined to it
_NOUN_ENDINGS = ("ung", "ungen", "heit", "heiten", "keit", "schaft", "schaften", "tion", "tionen", "ik", "wesen")


def _first_of_weight(found: list[str]) -> str:
    return next((portfolio for portfolio in found if portfolio != "other"), "other")


def field_behind(tokens: list[Token], at: int, lex: Lexicon, language: str, known: bool) -> tuple[str, int] | None:
    """Portfolio and end of the fields that start at a token; with `known` the first must be in the tables."""
    found: list[str] = []
    end = at
    while at < len(tokens) and len(found) < _LONGEST:
        step = _skip_articles(tokens, at, lex) if found else at
        capital = step < len(tokens) and tokens[step].capital
        if found and language == "en" and not capital and tokens[end - 1].capital:
            break
        entry = _known(tokens, step, lex)
        if entry is None and not (known and not found):
            entry = _unknown(tokens, step, lex, language, bool(found))
        if entry is None or found and _opens_title(tokens, entry[1], language):
            break
        portfolio, end = entry
        found.append(portfolio)
        end = _rest(tokens, end, lex, language)
        following = _behind_joint(tokens, end, lex)
        if following is None:
            break
        at = following
    return (_first_of_weight(found), end) if found else None


def _opens_title(tokens: list[Token], at: int, language: str) -> bool:
    """ "Minister of Justice, and Finance Minister X": whether a rank follows, whose field the last one is."""
    return language == "en" and at < len(tokens) and tokens[at].joined and tokens[at].capital and tokens[at].form.rank


def _skip_articles(tokens: list[Token], at: int, lex: Lexicon) -> int:
    while at < len(tokens) and (tokens[at].lower in lex.offices.articles or tokens[at].lower in lex.offices.for_words):
        at += 1
    return at


def _known(tokens: list[Token], at: int, lex: Lexicon) -> tuple[str, int] | None:
    if at >= len(tokens):
        return None
    for words, portfolio in lex.complements.get(tokens[at].lower, ()):
        if matches(tokens, at, words):
            return portfolio, at + len(words)
    return None


def _unknown(tokens: list[Token], at: int, lex: Lexicon, language: str, more: bool) -> tuple[str, int] | None:
    """A field that is in no table: nouns in German, words with a capital up to a given name in English."""
    if language == "de":
        end = at
        while end < len(tokens) and end - at < 2 and tokens[end].text.islower() and tokens[end].lower.endswith("e"):
            end += 1
        if end < len(tokens) and tokens[end].capital and not tokens[end].country and tokens[end].joined:
            if end + 1 < len(tokens) and tokens[end + 1].text == "-":  # "Umwelt- und Klimaschutz"
                return "other", end + 2
            text = tokens[end].text
            if text not in given_names() and (is_noun(language, text) or text.endswith(_NOUN_ENDINGS)):
                return "other", end + 1
        return None
    end = at
    while end < len(tokens) and tokens[end].joined and tokens[end].capital and end - at < 5:
        token = tokens[end]
        if end > at and token.line_start:
            break
        if token.country or token.text in given_names() or token.lower in lex.rank_words or not token.is_word:
            break
        if token.form.stop and not token.form.given:
            break  # "on Thursday"
        if token.lower in lex.offices.honorifics and (more or end > at):
            break  # "Minister of Trade, and the Right Honourable X"
        if token.text in name_lexicon(language).family_first or token.text.startswith(name_lexicon(language).articles):
            break
        end += 1
        if token.possessive and not (end < len(tokens) and tokens[end].lower in lex.offices.complement_ends):
            return None
    if end == at or (end < len(tokens) and tokens[end].country and not more and end - at == 1):
        return None
    if end - at > 2 and not (end < len(tokens) and _closes(tokens[end], lex)):
        end -= 2  # behind the field stands a name that nobody has listed
    return "other", end


def _rest(tokens: list[Token], at: int, lex: Lexicon, language: str) -> int:
    """Behind words that may close the name of a field: "Peace Operations"."""
    while at < len(tokens) and tokens[at].joined and tokens[at].capital and language == "en":
        if tokens[at].lower not in lex.offices.complement_ends:
            break
        at += 1
    return at


def _behind_joint(tokens: list[Token], at: int, lex: Lexicon) -> int | None:
    """The token behind "," or "and" if the fields may go on there."""
    if at + 1 >= len(tokens):
        return None
    if tokens[at].text == ",":
        at += 1
        if tokens[at].lower in lex.offices.and_words:
            return at + 1
        # a comma alone must be followed by more of a list
        for step in range(at, min(at + 8, len(tokens))):
            if tokens[step].lower in (*lex.offices.and_words, "&"):
                return at if _known(tokens, _skip_articles(tokens, at, lex), lex) else None
            if not (tokens[step].is_word or tokens[step].text in ",-"):
                return None
        return None
    if tokens[at].lower in (*lex.offices.and_words, "&"):
        return at + 1
    return None


def field_before(
    tokens: list[Token], at: int, floor: int, lex: Lexicon, language: str, capital: bool
) -> tuple[str, int] | None:
    """Portfolio and first token of the English fields that end at a token ("trade and industry")."""
    if language == "de":
        return None
    found: list[str] = []
    first = at + 1
    while at >= floor:
        step = _known_before(tokens, at, floor, lex)
        if step is None:
            break
        portfolio, first = step
        found.append(portfolio)
        at = first - 1
        joint = at > floor and (tokens[at].text in ",&" or tokens[at].lower in lex.offices.and_words)
        if not joint:
            break
        at -= 1
        if tokens[at].text == ",":
            at -= 1
    if found:
        return _first_of_weight(list(reversed(found))), first
    return _unknown_before(tokens, at, floor, lex) if capital else None


def several_before(tokens: list[Token], title: Title, lex: Lexicon) -> list[str]:
    """The fields before an English plural ("the defense and justice ministers"), each of which has its own holder."""
    found: list[str] = []
    at = title.head - 1
    while at >= title.first:
        step = _known_before(tokens, at, title.first, lex)
        if step is None:
            break
        found.insert(0, step[0])
        at = step[1] - 1
        while at > title.first and (tokens[at].text == "," or tokens[at].lower in lex.offices.and_words):
            at -= 1
    return found


def _known_before(tokens: list[Token], at: int, floor: int, lex: Lexicon) -> tuple[str, int] | None:
    for words, portfolio in lex.fields_last.get(tokens[at].lower, ()):
        first = at - len(words) + 1
        if first >= floor and matches(tokens, first, words) and (at == first or tokens[at].joined):
            return portfolio, first
    return None


def _unknown_before(tokens: list[Token], at: int, floor: int, lex: Lexicon) -> tuple[str, int] | None:
    """ "Fijian Sugar Industry Minister": words with a capital between a country and a rank."""
    first = at
    while first >= floor and at - first < 5:
        token = tokens[first]
        if token.country:
            break
        if not (token.capital and token.is_word) and token.lower not in (*lex.offices.and_words, "&"):
            return None
        if token.possessive or token.lower in lex.adjectives or token.lower in lex.rank_words:
            break
        if token.lower in lex.offices.articles or not tokens[first + 1].joined:
            break
        first -= 1
    if first == at or first < floor:
        return None
    before = tokens[first]
    if not (before.country or before.possessive or before.lower in lex.adjectives):
        return None
    if any(t.text in given_names() for t in tokens[first + 1 : at + 1]):
        return None
    return "other", first + 1


def ministry_at(tokens: list[Token], at: int, lex: Lexicon, language: str) -> tuple[str, int] | None:
    """Portfolio and end of an English ministry that starts at a token: "foreign ministry"."""
    if language == "de" or at >= len(tokens):
        return None
    entry = field_behind(tokens, at, lex, language, True)
    if entry is not None and entry[1] < len(tokens) and tokens[entry[1]].lower in lex.offices.ministry_words:
        return entry[0], entry[1] + 1
    entry = _known(tokens, at, lex)
    if entry is not None and entry[1] < len(tokens) and tokens[entry[1]].lower in lex.offices.ministry_words:
        return entry[0], entry[1] + 1
    for end in range(at, min(at + 5, len(tokens))):
        token = tokens[end]
        if end > at and token.capital and token.lower in ("ministry", "ministries"):
            return "other", end + 1
        if not token.capital and token.lower not in lex.offices.and_words or not token.joined or token.country:
            break
    return None


def compound_ministry(token: Token, lex: Lexicon) -> tuple[str | None, str | None]:
    """Portfolio and country of a German ministry in one word: "US-Außenministerium"."""
    lower = token.lower
    for word in lex.ministry_endings:
        if lower.endswith(word) and len(lower) > len(word):
            rest = lower[: -len(word)]
            code = token.country if token.country_end < token.end else None
            if "-" in rest:
                rest = rest.strip("-").rsplit("-", 1)[-1]
            if rest.startswith("bundes"):
                rest, code = rest[6:], lex.offices.federal_country
            for kind, value in segments(rest, lex, "de"):
                if kind == "portfolio":
                    return value, code
            if word.startswith("minister") and len(rest) > 2:
                return "other", code
    return None, None


def region(tokens: list[Token], at: int, lex: Lexicon, language: str) -> int:
    """The end of the part of the world that an envoy is sent to ("the Great Lakes Region"), 0 if there is none."""
    end = at
    while end < len(tokens) and tokens[end].joined and end - at < 7:
        token = tokens[end]
        if not token.capital and (end == at or token.lower not in ("of", "the", "and")):
            break
        if token.text in given_names() or token.lower in lex.offices.honorifics and token.capital:
            break
        if token.lower in lex.rank_words or (end > at and token.line_start):
            break
        end += 1
    while end > at and not tokens[end - 1].capital:
        end -= 1
    if end == at:
        return 0
    if end - at > 2 and not (end < len(tokens) and _closes(tokens[end], lex)):
        end -= 2
    if language == "de" and not (end < len(tokens) and _closes(tokens[end], lex)):
        return 0
    return end if end > at else 0


def _closes(token: Token, lex: Lexicon) -> bool:
    """A comma, a bracket, a given name: what stands before is complete."""
    return token.text in ",)" or token.text in given_names() or token.lower in lex.offices.honorifics
