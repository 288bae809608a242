"""Institutions behind a rank: ministries, armed forces, organizations that are in no table."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.knowledge.places import gazetteer

from .compounds import matches, rank_at
from .fields import compound_ministry, field_behind, ministry_at
from .forms import is_noun
from .lexicon import Lexicon
from .models import Title
from .tokens import Token

_LARGE = 100_000  # inhabitants
_FAR = 5  # times as large as the next town of the name


def institution_behind_comma(tokens: list[Token], title: Title, lex: Lexicon) -> None:
    """ "Deputy Secretary, U.S. Department of State": the institution that a list of witnesses names behind commas."""
    at = title.last
    if title.organization or title.role not in ("official", "deputy_minister", "director", "spokesperson"):
        return
    while at < len(tokens) and at - title.last < 14:
        token = tokens[at]
        if tokens[at - 1].text == "," and token.capital:
            first = at
            while first < len(tokens) and tokens[first].country and first - at < 4:
                first += 1
            if first < len(tokens) and _ministry_of(tokens, first, title, lex):
                return
            for words, entry in lex.institutions.get(tokens[first].lower, ()) if first < len(tokens) else ():
                last = first + len(words)
                if len(words) < 2 or not matches(tokens, first, words) or not tokens[first].capital:
                    continue
                if last < len(tokens) and tokens[last].text not in ",.;)" and tokens[last].joined:
                    continue
                title.organization = entry.organization
                title.portfolio = title.portfolio or entry.portfolio
                if entry.country and not title.countries:
                    title.countries = [entry.country]
                return
        if not (token.capital or token.text == "," or token.lower in ("of", "for", "and", "the")):
            return
        if token.text != "," and not token.joined and at > title.last:
            return
        at += 1


def place(tokens: list[Token], at: int, title: Title) -> int:
    """ "Governor of Texas X", "Mayor of Rome X": take in the place at a token; its end, 0 if there is none."""
    if title.role not in ("head_of_state", "head_of_government", "minister", "official", "legislator", "other"):
        return 0
    code, last = place_at(tokens, at)
    if code and title.role != "other" and not title.countries:
        title.countries = [code]
    return last


def country_of_place(tokens: list[Token], at: int) -> str | None:
    """ "of Abu Dhabi", "of Texas" behind a name: the country of the region or large town."""
    if at + 1 >= len(tokens) or tokens[at].lower != "of" or not tokens[at].joined:
        return None
    return place_at(tokens, at + 1)[0]


def place_at(tokens: list[Token], at: int) -> tuple[str | None, int]:
    """The country and the end of the region or large town at a token, if it lies in one country only."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].capital and tokens[end].joined:
        end += 1
    for last in range(end, at, -1):
        words = tokens[at:last]
        if any(t.country for t in words) or any(t.possessive for t in words):
            continue
        known = gazetteer().named(" ".join(t.text for t in words))
        large = [p for p in known if p.kind == "region" or p.capital or p.population >= _LARGE]
        if large:
            first = large[0]
            others = [p.population for p in large if p.country != first.country]
            sure = not others or first.capital or first.population > _FAR * max(others) > 0
            return first.country if sure else None, last
    return None, 0


def _ministry_of(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> bool:
    """ "Director General, Ministry of Commerce, Kenya": take in the ministry at a token and the country behind it."""
    if tokens[at].lower not in ("ministry", "department") or at + 2 >= len(tokens) or not tokens[at].capital:
        return False
    if tokens[at + 1].lower not in ("of", "for"):
        return False
    found = field_behind(tokens, at + 2, lex, "en", False)
    if found is None:
        return False
    portfolio, end = found
    title.portfolio, title.own_portfolio = title.portfolio or portfolio, True
    front = tokens[at - 1]
    if not title.countries and front.country:
        title.countries = [front.country]
    end += end < len(tokens) and tokens[end].text in (",", "of")
    end += end < len(tokens) and tokens[end].lower == "the"
    if not title.countries and end < len(tokens) and tokens[end].country_form == "name" and not tokens[end].possessive:
        title.countries = [tokens[end].country or ""]
    return True


def force(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> bool:
    """ "of the Sudanese army", "of the Sudan Armed Forces (SAF)": take in armed forces; whether there were any."""
    step = at
    while step < len(tokens) and tokens[step].country and tokens[step].country_end == tokens[at].country_end:
        step += 1
    if step >= len(tokens) or (step > at and not tokens[step].joined):
        return False
    for phrase in lex.forces.get(tokens[step].lower, ()):
        if matches(tokens, step, phrase):
            if tokens[step + len(phrase) - 1].possessive:
                return False
            title.organization = title.organization or " ".join(t.text for t in tokens[step : step + len(phrase)])
            if step > at and not title.countries:
                title.countries = [tokens[at].country or ""]
            title.last = step + len(phrase)
            return True
    return False


def plain_ministry(tokens: list[Token], at: int, lex: Lexicon) -> tuple[str, int] | None:
    """ "Bundesministerium für Wirtschaft und Klimaschutz": portfolio and end."""
    if tokens[at].lower.removeprefix("bundes").rstrip("s") not in ("ministerium",) or at + 2 >= len(tokens):
        return None
    return field_behind(tokens, at + 2, lex, "de", False) if tokens[at + 1].lower in lex.offices.for_words else None


def take_ministry(title: Title, portfolio: str, last: int) -> None:
    title.portfolio, title.last, title.own_portfolio = portfolio, last, True


def is_ministry(tokens: list[Token], at: int, lex: Lexicon) -> bool:
    return at < len(tokens) and tokens[at].joined and tokens[at].lower in lex.offices.ministry_words


def ministry_ahead(tokens: list[Token], at: int, lex: Lexicon, language: str) -> bool:
    """ "U.S. Defense Ministry": a country used as an adjective."""
    step = at
    while step < len(tokens) and tokens[step].country:
        step += 1
    return step > at and ministry_at(tokens, step, lex, language) is not None


def ministry_or_other(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """ "of the Iranian foreign ministry", "des Verteidigungsministeriums", or an organization that is in no table."""
    if language == "en" and title.role != "head_of_state" and common_body(tokens, at, title, lex):
        return title.last < len(tokens) and tokens[title.last].lower == "of"
    country = None
    step = at
    while step < len(tokens) and step - at < 3 and tokens[step].joined:
        token = tokens[step]
        if token.country and (
            token.country_form == "adjective" or (step == at and ministry_ahead(tokens, at, lex, language))
        ):
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
    if language == "en" and token.capital:
        rank = rank_at(tokens, step, lex, language)[0]
        if rank is not None and rank.role in ("head_of_state", "head_of_government", "minister"):
            return False  # "a spokesman for President X"
    if language == "de":
        if found := plain_ministry(tokens, step, lex):
            take_ministry(title, *found)
            code = "DE" if token.lower.startswith("bundes") else country
            if code and not title.countries:
                title.countries = [code]
            return True
        if rank_at(tokens, step, lex, language)[0] is not None:
            return False  # "Berater des Präsidenten X"
        portfolio, code = compound_ministry(token, lex)
        if portfolio:
            title.portfolio = portfolio
            title.organization = token.text
            title.own_portfolio = True
            if (code or country) and not title.countries:
                title.countries = [code or country or ""]
            title.last = step + 1
            return True
    ministry = ministry_at(tokens, step, lex, language)
    if ministry is not None:
        take_ministry(title, *ministry)
        if country and not title.countries:
            title.countries = [country]
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
    if language == "de" and (last := foreign_name(tokens, step, lex)):
        title.organization = title.organization or " ".join(t.text for t in tokens[step:last])
        title.last = last
        return True
    end = step
    while end < len(tokens) and tokens[end].joined and end - step < (1 if language == "de" else 5):
        if not tokens[end].is_word or not (tokens[end].capital or language == "en") or tokens[end].possessive:
            break
        if tokens[end].lower in lex.offices.articles or (tokens[end].country and language == "en"):
            break
        if end > step and language == "en" and tokens[end].lower in lex.offices.abbreviations:
            break
        end += 1
    if language == "en" and end > step and not (end >= len(tokens) or tokens[end].text in ",;.:)("):
        end = _before_holder(tokens, step, end, lex)
        if not end:
            return False
    if end == step or not any(t.capital for t in tokens[step:end]):
        return False
    if language == "de" and tokens[step].lower.endswith(("en", "er")) and end < len(tokens):
        following = tokens[end]
        if following.joined and following.capital and is_noun(language, following.text):
            end += 1  # "des Auswärtigen Ausschusses"
    title.organization = title.organization or " ".join(t.text for t in tokens[step:end])
    if language == "de" and token.country_form == "compound":
        country = country or token.country  # "US-Streitkräfte"
    if country and not title.countries:
        title.countries = [country]
    title.last = end
    return language == "de"


def common_body(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> bool:
    """ "of the Icelandic intelligence service, X": take in words in small letters that name a body; whether they do."""
    front = tokens[at]
    code = front.country if front.country_form == "adjective" or front.possessive else None
    while code and at < len(tokens) and tokens[at].country_end == front.country_end:
        at += 1
    ends = (*lex.offices.organization_ends, *lex.offices.bodies)
    for last in range(at, min(at + 5, len(tokens))):
        if not tokens[last].joined or not tokens[last].text.islower():
            return False
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        if tokens[last].lower in ends and (behind is None or behind.text in ",;.:)(–—of" or behind.line_start):
            title.last = last + 1
            if code and not title.countries:
                title.countries = [code]
            return True
    return False


def _before_holder(tokens: list[Token], at: int, end: int, lex: Lexicon) -> int:
    """ "of the High Water Council Dr X": the end of an organization's name before that of its head, 0 if none."""
    for last in range(at + 1, min(end, len(tokens) - 1)):
        behind = tokens[last + 1]
        if tokens[last].lower in lex.offices.organization_ends and behind.joined and behind.capital:
            if behind.text in given_names() or behind.lower in lex.offices.honorifics:
                return last + 1
    return 0


def foreign_name(tokens: list[Token], at: int, lex: Lexicon) -> int:
    """The end of an organization's English name that starts at a token ("der Resolute Support Mission"), else 0."""
    for end in range(at, min(at + 6, len(tokens))):
        if not tokens[end].capital or not tokens[end].joined or tokens[end].country:
            return 0
        if end > at and tokens[end].lower in lex.offices.organization_ends:
            return end + 1
    return 0
