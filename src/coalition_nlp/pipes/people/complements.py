"""What stands behind a rank: portfolio, country, ministry, organization."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names

from .compounds import matches, rank_at, segments
from .lexicon import Lexicon, lexicon
from .models import Title
from .names import is_noun
from .tokens import Token


def extend_right(tokens: list[Token], title: Title, lex: Lexicon, language: str, own_portfolio: bool) -> None:
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
        if language == "de" and token.capital and token.text.endswith("s") and not token.country:
            behind = [t.text for t in tokens[at + 1 : at + 3]]
            if behind[:1] == [","] and behind[-1] in given_names() and token.text not in given_names():
                title.last = at + 1  # "der Bürgermeister Aleppos, X"
                return
        step = _of_words(tokens, at, lex)
        if not step or at + step >= len(tokens) or not tokens[at + step].joined:
            return
        after = at + step
        if _of_secretary_general(tokens, after, title, lex, language):
            continue
        if not _complement(tokens, after, title, lex, language):
            return


def _of_secretary_general(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """ "special envoy of the UN Secretary-General": take in the office that a title serves; whether there was one."""
    if title.role not in ("envoy", "official", "spokesperson"):
        return False
    organization = None
    for words, entry in lex.institutions.get(tokens[at].lower, ()):
        if matches(tokens, at, words):
            organization, at = entry.organization, at + len(words)
            break
    if at >= len(tokens):
        return False
    rank, last, compound = rank_at(tokens, at, lex, language)
    if rank is None or rank.role != "secretary_general" or (last < len(tokens) and _opens_name(tokens[last])):
        return False
    organization = organization or (compound.organization if compound else None)
    title.organization = title.organization or organization or "UN"
    title.last = last
    return True


def _opens_name(token: Token) -> bool:
    return token.joined and token.text in given_names()


def _of_words(tokens: list[Token], at: int, lex: Lexicon) -> int:
    for words in lex.of_phrases:
        if matches(tokens, at, words):
            return len(words)
    return 0


def _complement(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """Take in one complement that starts at token `at`; whether there was one."""
    token = tokens[at]
    preposition = tokens[at - 1].lower
    for words, entry in lex.institutions.get(token.lower, ()):
        if matches(tokens, at, words) and (token.capital or tokens[at + len(words) - 1].capital):
            if title.organization is None or title.role in ("other", "director"):
                title.organization = entry.organization
            title.portfolio = entry.portfolio or title.portfolio
            if entry.country and not title.countries:
                title.countries = [entry.country]
            title.last = at + len(words)
            return True
    if title.role in ("minister", "deputy_minister", "official", "spokesperson") or title.deputy:
        for words, portfolio in lex.complements.get(token.lower, ()):
            if matches(tokens, at, words):
                if title.role != "official" or title.portfolio or portfolio != "other":
                    title.portfolio = portfolio
                title.own_portfolio = True
                title.last = at + len(words)
                _rest_of_portfolio(tokens, title, language)
                return True
    if _ministry_ahead(tokens, at, lex):
        return _ministry_or_other(tokens, at, title, lex, language)
    if token.country and token.country_form in ("name", "compound") and token.country_end >= token.end:
        if preposition in ("in", "im", "at", "on") and title.role != "ambassador":
            return False
        if title.role in ("ambassador", "envoy") and (
            preposition in ("to", "for", "in", "on", "für") or title.countries
        ):
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
            title.last, title.own_portfolio = end + 1, True
            return True
    return False


def _rest_of_portfolio(tokens: list[Token], title: Title, language: str) -> None:
    """Go over "and Energy" behind the complement that was recognised."""
    lex = lexicon(language)
    while title.last < len(tokens) and tokens[title.last].joined and tokens[title.last].capital:
        if tokens[title.last].lower not in lex.offices.complement_ends:  # "for Peace Operations"
            break
        title.last += 1
    while title.last + 1 < len(tokens) and (
        tokens[title.last].text in (",", "&") or tokens[title.last].lower in lex.offices.and_words
    ):
        at = title.last + 1
        if tokens[at - 1].text == "," and tokens[at].lower in lex.offices.and_words:
            at += 1
        at += at + 1 < len(tokens) and tokens[at].lower in ("für", "der", "des", "the")
        fields = (entry for entry in lex.complements.get(tokens[at].lower, ()) if matches(tokens, at, entry[0]))
        found = next(fields, None)
        if found is None:
            break
        if language == "en" and not tokens[at].capital and tokens[title.last - 1].capital:
            break
        title.portfolio = found[1] if title.portfolio in (None, "other") else title.portfolio
        title.last = at + len(found[0])
    at = title.last
    while at + 1 < len(tokens) and tokens[at].lower in (*lex.offices.and_words, "&"):
        end = at + 1
        while (
            end < len(tokens)
            and tokens[end].joined
            and tokens[end].capital
            and not tokens[end].country
            and end - at < 4
        ):
            if rank_at(tokens, end, lex, language)[0] is not None:
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
        if (
            step < len(tokens)
            and tokens[step].text == ","
            or step < len(tokens)
            and tokens[step].lower in lex.offices.and_words
        ):
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
        if step > at and matches(tokens, step, words):
            title.organization = entry.organization
            title.portfolio = entry.portfolio or title.portfolio
            if country and not title.countries:
                title.countries = [country]
            title.last = step + len(words)
            return True
    if title.role in ("minister", "head_of_government", "head_of_state", "deputy_minister") and not country:
        return False
    if language == "de" and (last := _foreign_name(tokens, step, lex)):
        title.organization = title.organization or " ".join(t.text for t in tokens[step:last])
        title.last = last
        return True
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
    if language == "de" and tokens[step].lower.endswith(("en", "er")) and end < len(tokens):
        following = tokens[end]
        if following.joined and following.capital and is_noun(language, following.text):
            end += 1  # "des Auswärtigen Ausschusses"
    title.organization = title.organization or " ".join(t.text for t in tokens[step:end])
    if country and not title.countries:
        title.countries = [country]
    title.last = end
    return language == "de"


def _foreign_name(tokens: list[Token], at: int, lex: Lexicon) -> int:
    """The end of an organization's English name that starts at a token ("der Resolute Support Mission"), else 0."""
    for end in range(at, min(at + 6, len(tokens))):
        if not tokens[end].capital or not tokens[end].joined or tokens[end].country:
            return 0
        if end > at and tokens[end].lower in lex.offices.organization_ends:
            return end + 1
    return 0


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
            for kind, value in segments(rest, lex, "de"):
                if kind == "portfolio":
                    return value, code
    return None, None
