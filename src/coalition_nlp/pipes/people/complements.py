"""What stands behind a rank: portfolio, country, ministry, organization."""

from __future__ import annotations

from coalition_nlp.knowledge.given_names import given_names

from .compounds import matches, rank_at
from .fields import compound_ministry, field_behind, ministry_at, region
from .forms import is_noun
from .lexicon import Lexicon
from .models import Title
from .tokens import Token


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
        step = _of_words(tokens, at, lex)
        if not step or at + step >= len(tokens) or not tokens[at + step].joined:
            return
        after = at + step
        if _of_secretary_general(tokens, after, title, lex, language):
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
    for words in lex.of_phrases.get(tokens[at].lower, ()):
        if matches(tokens, at, words):
            return len(words)
    return 0


def _complement(tokens: list[Token], at: int, title: Title, lex: Lexicon, language: str) -> bool:
    """Take in one complement that starts at token `at`; whether there was one."""
    token = tokens[at]
    preposition = tokens[at - 1].lower
    state = _behind_state_words(tokens, at, lex)
    if state > at:
        at, token = state, tokens[state]
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
        _take_ministry(title, *ministry)
        return True
    if language == "en" and _force(tokens, at, title, lex):
        return True
    if last := _this_state(tokens, at, title, lex):
        title.last, title.this_state = last, True
        return True
    if title.role in ("minister", "deputy_minister", "official", "spokesperson") or title.deputy:
        open_field = preposition in lex.offices.for_words and title.role in ("minister", "deputy_minister")
        if language == "de":
            open_field = open_field and preposition == "für"
        else:
            open_field = open_field and tokens[title.head].capital
        field = field_behind(tokens, at, lex, language, not open_field or bool(token.country))
        if field is not None and not _is_ministry(tokens, field[1], lex):
            portfolio, last = field
            vague = title.role == "official" and not title.portfolio and portfolio == "other"
            if not (title.department or vague):  # "Under Secretary of State for Political Affairs"
                title.portfolio = portfolio
            title.own_portfolio = True
            title.last = last
            return True
    if _ministry_ahead(tokens, at, lex, language):
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
    if title.role in ("minister", "deputy_minister", "official", "envoy") and _open_complement(tokens, at, title, lex):
        return True
    return _ministry_or_other(tokens, at, title, lex, language)


def _this_state(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> int:
    """ "of the country", "des westafrikanischen Landes": the end of such words, else 0."""
    if title.countries or title.organization:
        return 0
    step = at
    while step < len(tokens) and step - at < 4 and tokens[step].joined and not tokens[step].country:
        if tokens[step].lower in lex.offices.this_state and tokens[step - 1].lower not in ("von", "in", "for", "to"):
            closed = step + 1 >= len(tokens) or not (tokens[step + 1].joined and tokens[step + 1].lower == "of")
            return step + 1 if closed and not tokens[step].possessive else 0
        step += 1
    return 0


def _behind_state_words(tokens: list[Token], at: int, lex: Lexicon) -> int:
    """ "der Islamischen Republik Iran", "the Republic of Cyprus": the token of the country's name, else `at`."""
    for end in range(at, min(at + 3, len(tokens) - 1)):
        if tokens[end].country or not tokens[end].joined or not tokens[end].capital:
            return at
        if tokens[end].lower in lex.offices.state_words:
            end += 1
            if tokens[end].lower == "of" and end + 1 < len(tokens):
                end += 1
            return end if tokens[end].country and tokens[end].joined else at
    return at


def _force(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> bool:
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


def _plain_ministry(tokens: list[Token], at: int, lex: Lexicon) -> tuple[str, int] | None:
    """ "Bundesministerium für Wirtschaft und Klimaschutz": portfolio and end."""
    if tokens[at].lower.removeprefix("bundes").rstrip("s") not in ("ministerium",) or at + 2 >= len(tokens):
        return None
    return field_behind(tokens, at + 2, lex, "de", False) if tokens[at + 1].lower in lex.offices.for_words else None


def _take_ministry(title: Title, portfolio: str, last: int) -> None:
    title.portfolio, title.last, title.own_portfolio = portfolio, last, True


def _is_ministry(tokens: list[Token], at: int, lex: Lexicon) -> bool:
    return at < len(tokens) and tokens[at].joined and tokens[at].lower in lex.offices.ministry_words


def _ministry_ahead(tokens: list[Token], at: int, lex: Lexicon, language: str) -> bool:
    """ "U.S. Defense Ministry": a country used as an adjective."""
    step = at
    while step < len(tokens) and tokens[step].country:
        step += 1
    return step > at and ministry_at(tokens, step, lex, language) is not None


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
        if token.country and (
            token.country_form == "adjective" or (step == at and _ministry_ahead(tokens, at, lex, language))
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
        if found := _plain_ministry(tokens, step, lex):
            _take_ministry(title, *found)
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
        _take_ministry(title, *ministry)
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
        if end > step and language == "en" and tokens[end].lower in lex.offices.abbreviations:
            break
        end += 1
    if language == "en" and end > step and not (end >= len(tokens) or tokens[end].text in ",;.:)("):
        return False
    if end == step or not any(t.capital for t in tokens[step:end]):
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
