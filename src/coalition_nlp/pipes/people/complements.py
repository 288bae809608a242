"""What stands behind a rank: portfolio, country, ministry, organization."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names

from .compounds import matches, rank_at
from .fields import field_behind, ministry_at, region
from .institutions import common_body, force, is_ministry, ministry_ahead, ministry_or_other, place, take_ministry
from .lexicon import Lexicon
from .models import Title
from .regions import behind_station, region_behind, town_ahead
from .tokens import Token

_OF_STATES = ("minister", "deputy_minister", "head_of_government", "head_of_state", "ambassador", "spokesperson",
              "official", "legislator", "military_officer")  # fmt: skip


def extend_right(tokens: list[Token], title: Title, lex: Lexicon, language: str, own_portfolio: bool) -> None:
    """Take in complements: portfolio, country, institution, other organization."""
    while title.last < len(tokens) and tokens[title.last].joined:
        at = title.last
        token = tokens[at]
        if language == "de" and token.country_form == "name" and token.country and _genitive(tokens, at):
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
        if language == "de" and (token.lower in lex.regions or token.lower in lex.origins):
            if (last := region_behind(tokens, at, title, lex)) or (last := _origin(tokens, at, title, lex)):
                title.last = last
                continue
        if language == "de" and (last := behind_station(tokens, at, title)):
            title.last = last
            return
        if language == "de" and (last := town_ahead(tokens, at, title, language)):
            title.last = last
            return
        step = _of_words(tokens, at, lex)
        if not step or at + step >= len(tokens) or not tokens[at + step].joined:
            return
        after = at + step
        if _of_secretary_general(tokens, after, title, lex, language) or _of_principal(
            tokens, after, title, lex, language
        ):
            continue
        if not _complement(tokens, after, title, lex, language):
            return
        at = title.last
        if (
            at + 2 < len(tokens)
            and tokens[at].text == "("
            and tokens[at + 2].text == ")"
            and tokens[at + 1].text.isupper()
        ):
            title.last = at + 3  # "of the Rapid Support Forces (RSF)"


def _genitive(tokens: list[Token], at: int) -> bool:
    """Whether the name of a country that starts at a token ends in s: "Perus", "Sri Lankas"."""
    last = at
    while (
        last + 1 < len(tokens) and tokens[last + 1].country and tokens[last + 1].country_end == tokens[at].country_end
    ):
        last += 1
    return tokens[last].text.endswith("s")


def country_of_apposition(tokens: list[Token], title: Title, lex: Lexicon) -> None:
    """ "X, Minister of Health, Latvia,", "X, Ministerin für Gesundheit in Lettland,": the country of such a title."""
    at = title.last + 1
    roles = (*_OF_STATES, "director", "envoy")
    if at >= len(tokens) or title.role not in roles or tokens[title.last].lower not in (",", "in"):
        return
    at += tokens[at].lower in ("der", "den", "the")
    if at >= len(tokens):
        return
    if not tokens[at].country:
        at = _behind_state_words(tokens, at, lex)
        ahead = tokens[at + 1] if at + 1 < len(tokens) else None  # "the Co-operative Republic of Guyana"
        at += tokens[at].capital and ahead is not None and ahead.lower in lex.offices.state_words
    token = tokens[at]
    if not token.country or token.country_form != "name" or token.possessive:
        return
    last = at
    while last < len(tokens) and tokens[last].country and tokens[last].country_end == token.country_end:
        last += 1
    if last >= len(tokens) or tokens[last].text in ",.;:)" or tokens[last].line_start:
        title.countries, title.last = [token.country], last


def _of_principal(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """ "spokesman for the President of Iceland": take in the office that a title serves, and its state."""
    if language == "de" or title.role not in ("official", "spokesperson", "director", "envoy", "other"):
        return False
    rank, last, _ = rank_at(tokens, at, lex, language)
    if rank is None or rank.role not in ("head_of_state", "head_of_government", "minister"):
        return False
    if last < len(tokens) and tokens[last].joined and tokens[last].capital and not tokens[last - 1].possessive:
        return False  # "for President X"
    title.last = last
    return not tokens[last - 1].possessive


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


def _origin(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> int:
    """ "aus Peru" behind a title: take in the country; its end, 0 if there is none."""
    for words in lex.origins.get(tokens[at].lower, ()):
        first = at + len(words)
        if title.countries or first >= len(tokens) or not matches(tokens, at, words):
            continue
        token = tokens[first]
        if token.joined and token.country and token.country_form == "name" and token.country_end >= token.end:
            _take_countries(tokens, first, title, lex)
            return title.last
    return 0


def _of_words(tokens: list[Token], at: int, lex: Lexicon) -> int:
    for words in lex.of_phrases.get(tokens[at].lower, ()):
        if matches(tokens, at, words):
            return len(words)
    return 0


def _complement(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """Take in one complement that starts at token `at`; whether there was one."""
    token = tokens[at]
    preposition = tokens[at - 1].lower
    if language == "de" and preposition in lex.offices.articles and tokens[at - 2].lower in lex.offices.for_words:
        preposition = tokens[at - 2].lower  # "für die Westsahara"
    state = _behind_adjectives(tokens, _behind_state_words(tokens, at, lex), lex, language)
    if state > at:
        at, token = state, tokens[state]
    elif language == "de" and (last := region_behind(tokens, at, title, lex)):
        title.last = last
        return True
    for words, entry in lex.institutions.get(token.lower, ()):
        if matches(tokens, at, words) and (token.capital or tokens[at + len(words) - 1].capital):
            if title.organization is None or title.role in ("other", "director"):
                title.organization = entry.organization
            title.portfolio = entry.portfolio or title.portfolio
            if entry.country and not title.countries:
                title.countries = [entry.country]
            title.last = at + len(words)
            return True
    ministry = ministry_at(tokens, at, lex, language)
    if ministry is not None:
        take_ministry(title, *ministry)
        return True
    if language == "en" and title.role not in ("minister", "deputy_minister") and force(tokens, at, title, lex):
        return True
    if last := _this_state(tokens, at, title, lex):
        title.last, title.this_state = last, True
        return True
    if title.role in ("minister", "deputy_minister", "official", "spokesperson") or title.deputy or title.with_field:
        open_field = preposition in lex.offices.for_words and title.role in ("minister", "deputy_minister")
        if language == "de":
            open_field = open_field and preposition == "für"
        else:
            open_field = open_field and tokens[title.head].capital and not title.own_portfolio
        field = field_behind(tokens, at, lex, language, not open_field or bool(token.country))
        if field is not None and not is_ministry(tokens, field[1], lex):
            portfolio, last = field
            if title.with_field and not title.organization:  # "Beauftragter für nationale Sicherheit"
                title.role, title.portfolio = title.with_field, portfolio
            vague = title.role == "official" and not title.portfolio and portfolio == "other"
            if not (title.department or vague):  # "Under Secretary of State for Political Affairs"
                title.portfolio = portfolio
            title.own_portfolio = True
            title.last = last
            return True
    if ministry_ahead(tokens, at, lex, language):
        return ministry_or_other(tokens, at, title, lex, language)
    if token.possessive and language == "en" and title.role in ("director", "official", "spokesperson", "other"):
        if common_body(tokens, at, title, lex):
            return True
    if token.country and token.country_form in ("name", "compound") and token.country_end >= token.end:
        if preposition in ("in", "im", "at", "on") and title.role != "ambassador":
            return False
        if title.role in ("ambassador", "envoy") and (
            preposition in ("to", "for", "in", "on", "für") or title.countries
        ):
            title.last = _behind_countries(tokens, at, lex)
            return True
        if title.role == "official" and preposition in ("for", "on", "für"):
            while at < len(tokens) and tokens[at].country_end == token.country_end and tokens[at].country:
                at += 1
            title.last = at
            return True  # "senior adviser for Iceland"
        if title.countries == [token.country]:  # "the Secretary of State of the United States"
            while at < len(tokens) and tokens[at].country_end == token.country_end and tokens[at].country:
                at += 1
            title.last = at
            return True
        if title.default_country:  # "Foreign Secretary of Mexico"
            title.countries = []
        if title.countries and not title.federal and title.role not in ("spokesperson", "director"):
            return False
        _take_countries(tokens, at, title, lex)
        return True
    if (
        title.role in ("envoy", "official")
        and tokens[at - 1].text != "of"
        and (last := region(tokens, at, lex, language))
    ):
        title.last = last
        return True
    if language == "en" and preposition == "of" and (last := place(tokens, at, title)):
        title.last = last
        return True
    open_roles = (
        "minister",
        "deputy_minister",
        "official",
        "envoy",
        *(("ambassador",) * (preposition in ("for", "on"))),
    )
    if title.role in open_roles and _open_complement(tokens, at, title, lex):
        return True
    return ministry_or_other(tokens, at, title, lex, language)


def _this_state(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> int:
    """ "of the country", "des westafrikanischen Landes": the end of such words, else 0."""
    if title.countries or title.organization:
        return 0
    step = at
    while step < len(tokens) and step - at < 4 and tokens[step].joined and not tokens[step].country:
        if tokens[step].lower in lex.offices.this_state and tokens[step - 1].lower not in ("von", "in", "for", "to"):
            closed = step + 1 >= len(tokens) or not (tokens[step + 1].joined and tokens[step + 1].lower == "of")
            return step + 1 if closed and not tokens[step].possessive else 0
        if tokens[step].lower in lex.offices.articles:
            return 0  # "des Inneren des Königreichs Peru"
        step += 1
    return 0


def _behind_adjectives(tokens: list[Token], at: int, lex: Lexicon, language: str) -> int:
    """ "des benachbarten Peru", "of neighbouring Peru": the token of the country's name, else `at`."""
    step = at
    while step + 1 < len(tokens) and step - at < 2 and tokens[step].joined and tokens[step].text.islower():
        word = tokens[step].lower
        if not word.endswith(("en", "er", "es")) if language == "de" else word in lex.offices.prepositions:
            return at
        if word in lex.offices.articles or word in lex.offices.and_words:
            return at
        step += 1
    token = tokens[step]
    return step if token.country and token.country_form == "name" and token.joined else at


def _behind_state_words(tokens: list[Token], at: int, lex: Lexicon) -> int:
    """ "der Islamischen Republik Iran", "the Republic of Cyprus": the token of the country's name, else `at`."""
    start = at
    if [t.lower for t in tokens[at : at + 5]] == ["republic", "of", "the", "union", "of"]:
        at += 3
    for end in range(at, min(at + 3, len(tokens) - 1)):
        if tokens[end].country or not tokens[end].joined or not tokens[end].capital:
            return start
        if tokens[end].lower in lex.offices.state_words:
            end += 1
            if tokens[end].lower in ("of", "der", "des", "von") and end + 1 < len(tokens):
                end += 1  # "der Republik der Union Myanmar"
                end += tokens[end].lower in (*lex.offices.state_words, "the") and end + 1 < len(tokens)
            return end if tokens[end].country and tokens[end].joined else start
    return start


def _behind_countries(tokens: list[Token], at: int, lex: Lexicon) -> int:
    """Behind the countries an envoy is sent to: "for Iceland, Latvia and the Netherlands", "for Iceland Policy"."""
    end = step = _behind_country(tokens, at)
    while step < len(tokens) and (tokens[step].text == "," or tokens[step].lower in (*lex.offices.and_words, "&")):
        joint = step
        while joint < len(tokens) and (
            tokens[joint].text == "," or tokens[joint].lower in (*lex.offices.and_words, "&")
        ):
            joint += 1
        closing = tokens[joint - 1].text != ","
        joint += joint < len(tokens) and tokens[joint].lower in lex.offices.articles
        if joint >= len(tokens) or tokens[joint].country_form != "name" or tokens[joint].possessive:
            break
        step = _behind_country(tokens, joint)
        if closing:  # commas alone make no list: "Ambassador to Germany, Iceland"
            end = step
            break
    for last in range(end, min(end + 3, len(tokens))):
        if not (tokens[last].joined and tokens[last].capital) or tokens[last].form.given:
            break
        if (
            tokens[last].lower in lex.offices.complement_ends
            or tokens[last + 1 : last + 2]
            and tokens[last + 1].text == ","
        ):
            return last + 1
    return end


def _behind_country(tokens: list[Token], at: int) -> int:
    end = tokens[at].country_end
    while at < len(tokens) and tokens[at].country and tokens[at].country_end == end:
        at += 1
    return at


def _open_complement(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> bool:
    """ "for Near Eastern Affairs": capitalised words up to one that closes the name of a field."""
    for end in range(at, min(at + 7, len(tokens))):
        token = tokens[end]
        if not token.joined or not (token.capital or token.lower in ("and", "of", "or", "the", "und")):
            return False
        if token.lower in lex.offices.complement_ends:
            title.last, title.own_portfolio = end + 1, True
            return True
    return False


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
