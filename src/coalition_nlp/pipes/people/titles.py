"""Finds titles of office: a rank with everything around it that says which office it is."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names

from .complements import extend_right
from .compounds import joint_rank, matches, rank_at, segments
from .fields import field_before, field_behind
from .institutions import institution_behind_comma
from .lexicon import Lexicon, lexicon, name_lexicon
from .models import Institution, Title
from .regions import OF_REGIONS
from .roles import apply_modifier, lead, of_a_body, of_agency, represents, serves_person, settle
from .tokens import Token

_SHORT_NAMES = frozenset({"US", "U.S.", "UK", "U.K."})
_CHOSEN = frozenset({"appointed", "elected", "named", "designated"})
_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})


def find_titles(tokens: list[Token], language: str) -> list[Title]:
    """All titles, in text order, without overlaps."""
    found: list[Title] = []
    last = 0
    for at in [at for at, token in enumerate(tokens) if token.form.rank]:
        if at < last:
            continue
        title = _title_at(tokens, at, language, found[-1].last if found else 0)
        if title is not None:
            if found and _serves(tokens, found[-1], title):
                found.pop()
            found.append(title)
            last = title.last
    return found


def _short(tokens: list[Token], at: int, lex: Lexicon) -> bool:
    """ "Gen.", and "Gen" before a name: a rank, although it is a given name too."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].lower in lex.offices.abbreviations and after is not None and (after.text == "." or after.capital)


def _serves(tokens: list[Token], before: Title, title: Title) -> bool:
    """ "Secretary of Defense Spokesperson": one title, of somebody who serves the office before."""
    if title.role != "spokesperson" or before.last != title.first or not tokens[title.first].joined:
        return False
    if before.role not in ("minister", "head_of_state", "head_of_government") or before.article or before.plural:
        return False
    title.portfolio, title.countries = before.portfolio, title.countries or before.countries
    title.first = before.first
    return True


def _title_at(tokens: list[Token], at: int, language: str, floor: int) -> Title | None:
    token = tokens[at]
    if not token.is_word:
        return None
    lex = lexicon(language)
    rank, last, compound = rank_at(tokens, at, lex, language)
    if rank is None:
        return None
    if token.lower in lex.offices.ministry_words and at and token.joined and tokens[at - 1].capital:
        return None  # "Defense Department spokesman": the title begins before
    names = name_lexicon(language)
    if (
        at
        and token.joined
        and (
            tokens[at - 1].text in names.inner
            or at == floor
            and token.text in given_names()
            and not _short(tokens, at, lex)
        )
    ):
        return None  # "Bin Sultan", "Minister Sultan A."
    if at and token.capital and token.joined and tokens[at - 1].text in names.not_before:
        return None  # "Hotel President W."
    if (
        last == at + 1
        and at
        and token.capital
        and token.joined
        and tokens[at - 1].text in given_names()
        and not tokens[at - 1].possessive
        and token.lower not in lex.offices.letters
    ):
        if tokens[at - 1].lower not in lex.rank_words:  # "Julie Bishop"
            return None
    if token.lower in lex.offices.abbreviations and at and token.joined and tokens[at - 1].text in names.family_first:
        return None  # "Hun Sen"
    if rank.named and not (last < len(tokens) and tokens[last].joined and tokens[last].form.given):
        return None  # "der Bundesrat": the body
    title = Title(at, last, last - 1, rank.role, rank.default_portfolio, inherits=rank.inherits)
    title.counterpart = rank.counterpart
    title.secretary = rank.secretary
    title.state, title.speaker = rank.state, rank.speaker
    title.federal, title.with_field = rank.federal, rank.with_field
    title.same_state, title.former = rank.same_state, rank.past
    title.department, title.house = rank.department, rank.house
    title.plural = tokens[last - 1].lower in lex.plural_words
    if tokens[last - 1].lower.endswith(("-designate", "-elect")):
        title.designated = True
    if rank.country:
        title.countries.append(rank.country)
        title.default_country = not rank.department and rank.country != "US"
    own_portfolio = False
    if compound is not None:
        own_portfolio = compound.portfolio is not None
        title.portfolio = compound.portfolio or title.portfolio
        title.organization = compound.organization
        if compound.country:
            title.countries = [compound.country]
        if title.role == "legislator" and compound.portfolio and not compound.organization:
            title.role = "minister"  # "Innensenator"
        for modifier in compound.modifiers:
            apply_modifier(title, modifier)
        if not compound.known and rank.role in ("head_of_state", "head_of_government"):
            title.role = "other"
    own_portfolio = _extend_left(tokens, title, lex, language, floor) or own_portfolio
    extend_right(tokens, title, lex, language, own_portfolio)
    if language == "en":
        institution_behind_comma(tokens, title, lex)
    _in_brackets(tokens, title)
    title.own_portfolio = title.own_portfolio or own_portfolio or title.portfolio != rank.default_portfolio
    lead(tokens, title, lex, floor)
    if rank.organization and not title.countries:
        title.organization = title.organization or rank.organization
    represents(title, tokens, language)
    settle(title, lex, own_portfolio, of_agency(tokens, title))
    if rank.personal and serves_person(tokens, title, lex):
        title.role = "official"
    if title.role == "head_of_state" and not (title.countries or title.organization):
        of_a_body(tokens, title, language, lex)
    return title


def _in_brackets(tokens: list[Token], title: Title) -> None:
    """ "X (foreign minister, Iceland)": take in the country behind the comma."""
    at = title.last + 1
    if title.countries or not title.first or tokens[title.first - 1].text != "(" or at >= len(tokens):
        return
    if tokens[at - 1].text != "," or not tokens[at].country or tokens[at].country_form != "name":
        return
    code, end = tokens[at].country or "", tokens[at].country_end
    while at < len(tokens) and tokens[at].country_end == end:
        at += 1
    if at < len(tokens) and tokens[at].text == ")":
        title.countries, title.last = [code], at


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
        if lower == "year-old" and at - 2 >= floor:  # "Iceland's 65-year-old ambassador"
            at -= 3 if tokens[at - 1].text == "-" else 2
            continue
        if lower == "whose" and at > 1 and tokens[at - 1].text == "," and tokens[at - 2].country_form == "name":
            title.countries = title.countries or [tokens[at - 2].country or ""]
            break
        step = 0 if own else _portfolio_before(tokens, at, floor, title, lex, language)
        if not step and language == "de":
            step = _compound_before(tokens, at, floor, title, lex)
        if step:
            own = True
        elif lower in _CHOSEN and language == "en" and tokens[at - 1].lower in _PASSIVE:
            break  # "X was elected president"
        elif lower in lex.adjectives:
            apply_modifier(title, lex.adjectives[lower])
            step = 1
        elif lower in lex.offices.capitals and (token.possessive or language == "de"):
            title.countries = title.countries or [lex.offices.capitals[lower]]
            step = 1
        elif lower in lex.regions and title.role in OF_REGIONS:
            title.countries = title.countries or [lex.regions[lower]]
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
            step += _more_adjectives(tokens, at - step, floor, title, lex)
        elif lower == "-" and token.joined or token.possessive and not token.country:
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


def _more_adjectives(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """ "the Russian, Turkish and Iranian foreign ministers": the length of what stands before the last adjective."""
    step = 0
    while at - step - 1 >= floor:
        mark, token = tokens[at - step], tokens[at - step - 1]
        if mark.text != "," and (step or mark.lower not in lex.offices.and_words):
            break
        if not step and mark.text == "," or not mark.joined and mark.text != ",":
            break
        if not token.country or not (token.country_form == "adjective" or token.text in _SHORT_NAMES):
            break
        title.countries.insert(0, token.country)
        step += 2
        while at - step >= floor and tokens[at - step].country_end == token.country_end:
            step += 1
    return step


def _responsible_for(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """ "der für Entwicklung zuständige Minister": the length of what stands from "für" on."""
    for first in range(at - 1, max(at - 7, floor - 1), -1):
        if tokens[first].lower in lex.offices.for_words:
            field = field_behind(tokens, first + 1, lex, "de", False)
            if field is not None:
                title.portfolio = field[0]
            return at - first + 1
    return 1


def _qualifies(token: Token, title: Title, tokens: list[Token], language: str) -> bool:
    """Whether a country word before a title belongs to it: adjective, genitive, "US"."""
    if token.country_form in ("adjective", "demonym") or token.text in _SHORT_NAMES:
        return True
    if language == "de":
        return token.text.endswith(("s", "’", "'"))
    if token.possessive or tokens[title.head].capital or token.text.isupper():
        return True
    at = title.first - 1  # "his New Zealand counterpart"
    while at and tokens[at - 1].country_end == token.country_end:
        at -= 1
    return at > 0 and tokens[at - 1].lower in ("the", "his", "her", "their", "its") and tokens[at].joined


def _portfolio_before(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon, language: str) -> int:
    """Number of tokens at `at` and before that name a portfolio ("foreign", "Iranian foreign ministry")."""
    ministry = tokens[at].lower in lex.offices.ministry_words
    if not ministry and title.role not in ("minister", "deputy_minister", "official", "envoy", "spokesperson"):
        return 0
    if not ministry and title.role == "spokesperson":
        return 0  # "military spokesman"
    if _institution_before(tokens, at, floor, lex):
        return 0  # "State Department spokesman"
    last = at - ministry
    if last < floor or ministry and not tokens[at].joined:
        return 0
    unknown = tokens[at + 1].capital and (ministry or title.role in ("minister", "deputy_minister"))
    found = field_before(tokens, last, floor, lex, language, unknown)
    if found is None:
        return 0
    if ministry or title.role != "official" or found[0] != "other":  # "security coordinator"
        title.portfolio = found[0]
    return at - found[1] + 1


def _compound_before(tokens: list[Token], at: int, floor: int, title: Title, lex: Lexicon) -> int:
    """ "Wirtschafts- und Klimaminister": the length of what stands before the last compound, 0 if it is no field."""
    if at - 2 < floor or tokens[at].lower not in lex.offices.and_words or tokens[at - 1].text != "-":
        return 0
    first = tokens[at - 2]
    if not (first.capital and tokens[at - 1].joined):
        return 0
    if joint_rank(first.lower, tokens[at + 1].lower, title, lex):
        return 3
    if title.role not in ("minister", "deputy_minister"):
        return 0
    found = segments(first.lower, lex, "de")
    for kind, value in found:
        if kind == "portfolio" and value != "other":
            title.portfolio = value
        elif kind == "modifier":
            apply_modifier(title, value)
    return 3 if any(kind == "portfolio" for kind, _ in found) else 0


def _institution_before(
    tokens: list[Token], at: int, floor: int, lex: Lexicon
) -> tuple[tuple[str, ...], Institution] | None:
    for words, entry in lex.institutions_last.get(tokens[at].lower, ()):
        first = at - len(words) + 1
        if words == ("union",) and tokens[at - 1].lower != "the":
            continue  # "union leader X"
        if first >= floor and matches(tokens, first, words) and (tokens[first].capital or tokens[at].capital):
            return words, entry
    return None
