"""Finds titles of office: a rank with everything around it that says which office it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.pipes.countries.patterns import index as country_index

from .lexicon import Lexicon, lexicon
from .models import Institution, Rank, Title
from .tokens import Token

INTERNATIONAL = frozenset(
    {"EU", "UN", "NATO", "OSCE", "IAEA", "Arab League", "African Union", "ECOWAS", "IMF", "World Bank", "OPCW", "WHO",
     "GCC", "Council of Europe", "ECB", "ICRC"}
)  # fmt: skip

_DEPUTY = {
    "minister": "deputy_minister",
    "head_of_government": "official",
    "head_of_state": "official",
    "secretary_general": "official",
    "official": "official",
    "director": "director",
}


@dataclass(frozen=True, slots=True)
class Compound:
    """What the parts of a one-word title say."""

    rank: Rank
    portfolio: str | None
    country: str | None
    organization: str | None
    modifiers: tuple[str, ...]
    known: bool  # every part is in a table


def find_titles(tokens: list[Token], language: str) -> list[Title]:
    """All titles, in text order, without overlaps."""
    found: list[Title] = []
    at = 0
    while at < len(tokens):
        title = _title_at(tokens, at, language, found[-1].last if found else 0)
        if title is None:
            at += 1
        else:
            found.append(title)
            at = max(title.last, at + 1)
    return found


def _title_at(tokens: list[Token], at: int, language: str, floor: int) -> Title | None:
    token = tokens[at]
    if not token.is_word:
        return None
    lex = lexicon(language)
    rank, last, compound = _rank_at(tokens, at, lex, language)
    if rank is None:
        return None
    if last == at + 1 and at and token.capital and token.joined and tokens[at - 1].text in given_names() and not tokens[at - 1].possessive:
        if tokens[at - 1].lower not in lex.rank_words:  # "Julie Bishop"
            return None
    title = Title(at, last, last - 1, rank.role, rank.default_portfolio, inherits=rank.inherits)
    title.counterpart = rank.counterpart
    title.secretary = rank.secretary
    title.plural = tokens[last - 1].lower in lex.plural_words
    if rank.country:
        title.countries.append(rank.country)
    own_portfolio = False
    if compound is not None:
        own_portfolio = compound.portfolio is not None
        title.portfolio = compound.portfolio or title.portfolio
        title.organization = compound.organization
        if compound.country:
            title.countries = [compound.country]
        for modifier in compound.modifiers:
            _apply(title, modifier)
        if not compound.known and rank.role in ("head_of_state", "head_of_government"):
            title.role = "other"
    own_portfolio = _extend_left(tokens, title, lex, language, floor) or own_portfolio
    _extend_right(tokens, title, lex, language, own_portfolio)
    title.own_portfolio = own_portfolio or title.portfolio != rank.default_portfolio
    _settle(title, lex, own_portfolio)
    return title


def _rank_at(
    tokens: list[Token], at: int, lex: Lexicon, language: str
) -> tuple[Rank | None, int, Compound | None]:
    lower = tokens[at].lower
    for words, rank in lex.rank_phrases.get(lower, ()):
        if _matches(tokens, at, words):
            return rank, at + len(words), None
    if "-" in lower and lower.split("-")[0] in lex.offices.compound_modifiers:  # "then-Prime Minister"
        front, rest = lower.split("-", 1)
        for words, rank in lex.rank_phrases.get(rest, ()):
            if _matches(tokens, at + 1, words[1:]):
                modifier = lex.offices.compound_modifiers[front]
                return rank, at + len(words), Compound(rank, None, None, None, (modifier,), True)
    if lower in lex.rank_words:
        last = at + 1
        if last < len(tokens) and tokens[last].text == "." and len(lower) < 5 and lower not in ("chef", "mp"):
            last += 1  # "Gen."
        elif lower in ("gen", "rep", "sen", "col", "adm", "capt", "mp", "mep") and not tokens[at].capital:
            return None, 0, None
        return lex.rank_words[lower], last, None
    if len(lower) < 6 or (language == "de" and not tokens[at].capital and "-" not in lower):
        return None, 0, None
    prefix = ""
    token = tokens[at]
    if token.country and token.country_end < token.end and token.country_form in ("compound", "name", "demonym"):
        prefix = token.text[: token.country_end - token.start]
    compound = analyse(language, token.text, prefix, token.country if prefix else None)
    return (compound.rank, at + 1, compound) if compound else (None, 0, None)


@cache
def analyse(language: str, word: str, country_part: str, country: str | None) -> Compound | None:
    """Take a compound such as "US-Verteidigungsminister" apart; None if it does not end in a rank.

    >>> analyse("de", "Verteidigungsministerin", "", None).portfolio
    'defence'
    """
    lex = lexicon(language)
    parts = word[len(country_part) :].replace("‐", "-").replace("‑", "-").strip("-").split("-")
    last = parts[-1].lower()
    rank, rest = None, ""
    for cut in range(max(len(last) - 3, 0)):
        if last[cut:] in lex.rank_words:
            rank, rest = lex.rank_words[last[cut:]], last[:cut]
            break
    if rank is None or (rest and language == "en"):
        return None
    portfolio = organization = None
    modifiers: list[str] = []
    known = True
    for kind, value in _segments(rest, lex, language) if rest else []:
        if kind == "portfolio":
            portfolio = value
        elif kind == "modifier":
            modifiers.append(value)
        elif kind == "country":
            country = country or value
        else:
            known = False
    for part in parts[:-1]:
        lower = part.lower()
        institution = _institution(lex, lower)
        if lower in lex.segments:
            kind, value = lex.segments[lower]
            if kind == "portfolio":
                portfolio = value
            else:
                modifiers.append(value)
        elif institution is not None:
            organization = institution.organization
            portfolio = portfolio or institution.portfolio
            country = country or institution.country
        elif code := _country(language, part):
            country = country or code
        else:
            organization, known = part, False
    if not known and not rank.open and organization is None and rank.role not in ("head_of_state", "head_of_government"):
        return None
    if rank.role == "minister" and not known and portfolio is None:
        portfolio = "other"
    if rest and rank.counterpart:
        return None
    return Compound(rank, portfolio, country, organization, tuple(modifiers), known)


def _segments(rest: str, lex: Lexicon, language: str) -> list[tuple[str, str]]:
    """The known parts of the front of a compound; ("unknown", rest) where a piece is in no table."""
    found: list[tuple[str, str]] = []
    while rest:
        for length in range(len(rest), 1, -1):
            piece = rest[:length]
            entry = lex.segments.get(piece) or (lex.segments.get(piece[:-1]) if piece.endswith("s") else None)
            institution = None if entry else _institution(lex, piece)
            if entry or institution:
                if entry:
                    found.append(entry)
                elif institution and institution.portfolio:
                    found.append(("portfolio", institution.portfolio))
                if institution and institution.country:
                    found.append(("country", institution.country))
                rest = rest[length:]
                break
        else:
            code = _country(language, rest.capitalize())
            found.append(("country", code) if code else ("unknown", rest))
            break
    return found


def _institution(lex: Lexicon, word: str) -> Institution | None:
    for words, institution in lex.institutions.get(word, ()):
        if len(words) == 1:
            return institution
    return None


def _country(language: str, word: str) -> str | None:
    for entry in country_index(language).get(word, ()):
        if len(entry.words) == 1 and entry.alpha2 and entry.form != "adjective":
            return entry.alpha2
    return None


def _matches(tokens: list[Token], at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(tokens):
        return False
    return all(
        tokens[at + i].lower == word and (i == 0 or tokens[at + i].joined) for i, word in enumerate(words)
    )


def _apply(title: Title, modifier: str) -> None:
    if modifier == "former":
        title.former = True
    elif modifier == "acting":
        title.acting = True
    elif modifier == "designated":
        title.designated = True
    elif modifier == "deputy":
        title.deputy = True
    elif modifier == "federal":
        title.federal = True


def _extend_left(tokens: list[Token], title: Title, lex: Lexicon, language: str, floor: int) -> bool:
    """Take in what stands before the rank; whether a portfolio was among it."""
    own = False
    at = title.first - 1
    skipped = 0
    while at >= floor and tokens[at + 1].joined and title.first - at < 9:
        token = tokens[at]
        lower = token.lower
        if lower in lex.offices.articles and not token.country:
            title.article = lower
            break
        step = _portfolio_before(tokens, at, floor, title, lex)
        if step:
            own = True
        elif lower in lex.adjectives:
            _apply(title, lex.adjectives[lower])
            step = 1
        elif lower in lex.offices.capitals and (token.possessive or language == "de"):
            title.countries = title.countries or [lex.offices.capitals[lower]]
            step = 1
        elif lower in lex.offices.responsible:
            step = _responsible_for(tokens, at, floor, title, lex)
            own = True
        elif institution := _institution_before(tokens, at, floor, lex):
            words, entry = institution
            title.organization = title.organization or entry.organization
            if title.portfolio is None or not own:
                title.portfolio = entry.portfolio or title.portfolio
            if entry.country and not title.countries:
                title.countries = [entry.country]
            step = len(words)
        elif token.country and token.country_end >= token.end and _qualifies(token, title, tokens, language):
            if not title.countries or title.countries[0] != token.country:
                title.countries = [token.country]
            step = 1
            while at - step >= floor and tokens[at - step].country_end == token.country_end:
                step += 1
        elif lower == "-" and token.joined:
            break
        elif token.possessive and not token.country:
            break
        elif language == "de" and token.text.islower() and lower.endswith(("e", "er", "en", "em", "es", "lich")):
            if skipped >= 3:
                break
            skipped += 1
            at -= 1
            continue
        else:
            break
        at -= step
        title.first = at + 1
    return own


def _responsible_for(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """ "der für Entwicklung zuständige Minister": the length of what stands from "für" on."""
    for first in range(at - 1, max(at - 7, floor - 1), -1):
        if tokens[first].lower in lex.offices.for_words:
            for words, portfolio in lex.complements.get(tokens[first + 1].lower, ()):
                if _matches(tokens, first + 1, words):
                    title.portfolio = portfolio
            return at - first + 1
    return 1


def _qualifies(token: Token, title: Title, tokens: list[Token], language: str) -> bool:
    """Whether a country word before a title belongs to it: adjective, genitive, "US"."""
    if token.country_form in ("adjective", "demonym"):
        return True
    if language == "de":
        return token.text.endswith(("s", "’", "'"))
    return token.possessive or tokens[title.head].capital or token.text.isupper()


def _portfolio_before(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """Number of tokens at `at` and before that name a portfolio ("foreign", "Iranian foreign ministry")."""
    step = 0
    ministry = tokens[at].lower in lex.offices.ministry_words
    if ministry:
        step, at = 1, at - 1
    for length in (2, 1):
        if at - length + 1 >= floor:
            words = tuple(t.lower for t in tokens[at - length + 1 : at + 1])
            portfolio = lex.portfolios.get(words)
            if portfolio and (ministry or title.role in ("minister", "deputy_minister", "official", "envoy", "spokesperson")):
                title.portfolio = portfolio
                return step + length
    return 0


def _institution_before(
    tokens: list[Token], at: int, floor: int, lex: Lexicon
) -> tuple[tuple[str, ...], Institution] | None:
    for words, entry in lex.institutions_last.get(tokens[at].lower, ()):
        first = at - len(words) + 1
        if first >= floor and _matches(tokens, first, words) and (tokens[first].capital or tokens[at].capital):
            return words, entry
    return None


def _extend_right(tokens: list[Token], title: Title, lex: Lexicon, language: str, own_portfolio: bool) -> None:
    """Take in complements: portfolio, country, institution, other organization."""
    while title.last < len(tokens) and tokens[title.last].joined:
        at = title.last
        token = tokens[at]
        if language == "de" and token.country_form == "name" and token.country and token.text.endswith("s"):
            if title.countries:
                return
            _take_countries(tokens, at, title, lex)
            continue
        if tokens[at - 1].possessive:
            return
        step = _of_words(tokens, at, lex)
        if not step or at + step >= len(tokens) or not tokens[at + step].joined:
            return
        after = at + step
        if not _complement(tokens, after, title, lex, language):
            return


def _of_words(tokens: list[Token], at: int, lex: Lexicon) -> int:
    for words in lex.of_phrases:
        if _matches(tokens, at, words):
            return len(words)
    return 0


def _complement(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """Take in one complement that starts at token `at`; whether there was one."""
    token = tokens[at]
    preposition = tokens[at - 1].lower
    for words, entry in lex.institutions.get(token.lower, ()):
        if _matches(tokens, at, words) and (token.capital or tokens[at + len(words) - 1].capital):
            title.organization = title.organization or entry.organization
            title.portfolio = entry.portfolio or title.portfolio
            if entry.country and not title.countries:
                title.countries = [entry.country]
            title.last = at + len(words)
            return True
    if title.role in ("minister", "deputy_minister", "official", "spokesperson"):
        for words, portfolio in lex.complements.get(token.lower, ()):
            if _matches(tokens, at, words):
                title.portfolio = portfolio
                title.last = at + len(words)
                _rest_of_portfolio(tokens, title, language)
                return True
    if _ministry_ahead(tokens, at, lex):
        return _ministry_or_other(tokens, at, title, lex, language)
    if token.country and token.country_form in ("name", "compound") and token.country_end >= token.end:
        if preposition in ("in", "im", "at", "on") and title.role != "ambassador":
            return False
        if title.role in ("ambassador", "envoy") and (preposition in ("to", "for", "in", "für") or title.countries):
            while at < len(tokens) and tokens[at].country_end == token.country_end and tokens[at].country:
                at += 1
            title.last = at
            return True
        if title.countries and not title.federal and title.role not in ("spokesperson", "director"):
            return False
        _take_countries(tokens, at, title, lex)
        return True
    if title.role in ("minister", "deputy_minister", "official", "envoy") and _open_complement(tokens, at, title, lex):
        return True
    return _ministry_or_other(tokens, at, title, lex, language)


def _ministry_ahead(tokens: list[Token], at: int, lex: Lexicon) -> bool:
    """ "U.S. Defense Ministry": a country used as an adjective."""
    step = at
    while step < len(tokens) and tokens[step].country:
        step += 1
    for length in (2, 1):
        words = tuple(t.lower for t in tokens[step : step + length])
        if step > at and words in lex.portfolios and step + length < len(tokens):
            return tokens[step + length].lower in lex.offices.ministry_words
    return False


def _open_complement(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> bool:
    """ "for Near Eastern Affairs": capitalised words up to one that closes the name of a field."""
    for end in range(at, min(at + 7, len(tokens))):
        token = tokens[end]
        if not token.joined or not (token.capital or token.lower in ("and", "of", "the", "und")):
            return False
        if token.lower in lex.offices.complement_ends:
            title.last = end + 1
            return True
    return False


def _rest_of_portfolio(tokens: list[Token], title: Title, language: str) -> None:
    """Go over "and Energy" behind the complement that was recognised."""
    lex = lexicon(language)
    at = title.last
    while at + 1 < len(tokens) and tokens[at].lower in (*lex.offices.and_words, "&"):
        end = at + 1
        while end < len(tokens) and tokens[end].joined and tokens[end].capital and not tokens[end].country and end - at < 4:
            if _rank_at(tokens, end, lex, language)[0] is not None:
                return
            end += 1
        if end == at + 1 or (end < len(tokens) and tokens[end].joined and tokens[end].capital):
            return
        if end - at > 3:
            return
        title.last = at = end


def _take_countries(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> None:
    """Countries of a genitive, also coordinated: "der Türkei und Russlands"."""
    taken: list[str] = []
    while at < len(tokens) and tokens[at].country:
        taken.append(tokens[at].country or "")
        end = tokens[at].country_end
        while at < len(tokens) and tokens[at].country_end == end and tokens[at].country:
            at += 1
        title.last = at
        step = at
        if step < len(tokens) and tokens[step].text == ",":
            step += 1
        elif step < len(tokens) and tokens[step].lower in lex.offices.and_words:
            step += 1
        else:
            break
        while step < len(tokens) and tokens[step].lower in ("der", "des", "the", "und", "and", "of"):
            step += 1
        if step >= len(tokens) or not tokens[step].country or tokens[step].country_form not in ("name",):
            break
        at = step
    title.countries = taken


def _ministry_or_other(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """ "of the Iranian foreign ministry", "des Verteidigungsministeriums", or an organization that is in no table."""
    country = None
    step = at
    while step < len(tokens) and step - at < 3 and tokens[step].joined:
        token = tokens[step]
        if token.country and (token.country_form == "adjective" or (step == at and _ministry_ahead(tokens, at, lex))):
            country = token.country
            step += 1
            while step < len(tokens) and tokens[step].country == country:
                step += 1
        elif token.text.islower() and (language == "en" or token.lower.endswith(("en", "er", "es"))):
            step += 1
        else:
            break
    if step >= len(tokens) or not tokens[step].joined:
        return False
    token = tokens[step]
    if language == "de":
        portfolio, code = _ministry(token, lex)
        if portfolio:
            title.portfolio = portfolio
            title.organization = token.text
            if (code or country) and not title.countries:
                title.countries = [code or country or ""]
            title.last = step + 1
            return True
    for length in (2, 1):
        words = tuple(t.lower for t in tokens[step : step + length])
        if words in lex.portfolios and step + length < len(tokens):
            if tokens[step + length].lower in lex.offices.ministry_words:
                title.portfolio = lex.portfolios[words]
                if country and not title.countries:
                    title.countries = [country]
                title.last = step + length + 1
                return True
    for words, entry in lex.institutions.get(token.lower, ()):
        if step > at and _matches(tokens, step, words):
            title.organization = entry.organization
            title.portfolio = entry.portfolio or title.portfolio
            if country and not title.countries:
                title.countries = [country]
            title.last = step + len(words)
            return True
    if title.role in ("minister", "head_of_government", "head_of_state", "deputy_minister") and not country:
        return False
    end = step
    while end < len(tokens) and tokens[end].joined and end - step < (1 if language == "de" else 5):
        if not tokens[end].is_word or not (tokens[end].capital or language == "en") or tokens[end].possessive:
            break
        if tokens[end].lower in lex.offices.articles or (tokens[end].country and language == "en"):
            break
        end += 1
    if language == "en" and end > step and not (end >= len(tokens) or tokens[end].text in ",;.:)("):
        return False
    if end == step:
        return False
    title.organization = title.organization or " ".join(t.text for t in tokens[step:end])
    if country and not title.countries:
        title.countries = [country]
    title.last = end
    return False


def _ministry(token: Token, lex: Lexicon) -> tuple[str | None, str | None]:
    """Portfolio and country of "US-Außenministerium"."""
    lower = token.lower
    for word in sorted(lex.offices.ministry_words, key=len, reverse=True):
        if lower.endswith(word) and len(lower) > len(word):
            rest = lower[: -len(word)]
            code = token.country if token.country_end < token.end else None
            if "-" in rest:
                rest = rest.rsplit("-", 1)[1]
            if rest.startswith("bundes"):
                rest, code = rest[6:], lex.offices.federal_country
            for kind, value in _segments(rest, lex, "de"):
                if kind == "portfolio":
                    return value, code
    return None, None


def _settle(title: Title, lex: Lexicon, own_portfolio: bool) -> None:
    """Apply what the modifiers mean to role, portfolio and country."""
    if title.federal and not title.countries and lex.offices.federal_country:
        title.countries = [lex.offices.federal_country]
    if title.deputy:
        title.role = _DEPUTY.get(title.role, title.role)
    if title.role in ("head_of_government", "head_of_state", "envoy", "ambassador", "secretary_general", "legislator",
                      "military_officer"):  # fmt: skip
        title.portfolio = None
    if title.role in ("head_of_state", "other") and title.organization in INTERNATIONAL:
        title.role = "official"
    if title.role == "other" and (title.organization or "").lower() in ("kongress", "congress", "bundestag"):
        title.role = "legislator"
