"""What a title comes to: its role by what it governs, by modifiers, by the organization it names."""

from __future__ import annotations

from .compounds import HIGHEST
from .lexicon import Lexicon
from .models import Title
from .tokens import Token

INTERNATIONAL = frozenset(
    {"EU", "UN", "NATO", "OSCE", "IAEA", "Arab League", "African Union", "ECOWAS", "IMF", "World Bank", "OPCW", "WHO",
     "GCC", "Council of Europe", "ECB", "ICRC"}
)  # fmt: skip
_STATES = frozenset({"republic", "country", "nation", "state", "federation", "confederation", "union", "islamic",
                     "world", "most", "country's", "largest", "presidency", "government", "day"})  # fmt: skip
_CHAIRS = ("other", "director", "military_officer")
_DEPUTY = {
    "minister": "deputy_minister",
    "head_of_government": "official",
    "head_of_state": "official",
    "secretary_general": "official",
    "official": "official",
    "director": "director",
}


def serves_person(tokens: list[Token], title: Title, lex: Lexicon) -> bool:
    """ "Vissers Stabschef", "Stabschef des Präsidenten", "Stabschef des Weißen Hauses"."""
    before = tokens[title.first - 1] if title.first else None
    if before is not None and before.capital and before.text.endswith("s") and not before.country:
        return tokens[title.first].joined
    last = title.last + 1
    principal = last < len(tokens) and tokens[last - 1].lower in lex.offices.of_words and tokens[last].form.rank
    return principal or title.organization in ("Weißes Haus", "Kreml", "Bundesregierung")


def of_agency(tokens: list[Token], title: Title) -> bool:
    """Whether a title names a part of an organization ("UNICEF chief") or one office in it of several."""
    if title.organization != "UN":
        return False
    words = {t.lower.split("-")[0] for t in tokens[title.first : title.last]}
    return not words & {"un", "u.n.", "uno", "vn", "nations", "nationen"}


def of_a_body(tokens: list[Token], title: Title, language: str, lex: Lexicon) -> None:
    """ "President of the panel": whoever presides over something else than a state is no head of one."""
    if language == "de":
        after = [t.lower for t in tokens[title.last : title.last + 3]]
        if after[:1] and after[0] in ("der", "des", "dieser", "dieses") and len(after) > 1:
            for noun in after[1:]:
                if noun.endswith(lex.offices.associations):
                    title.role = "director"
                elif noun.endswith(lex.offices.bodies):
                    title.role = "official"
                else:
                    continue
                title.last += after.index(noun) + 1
                title.organization = tokens[title.last - 1].text
                break
        return
    if tokens[title.last - 1].lower != "president":
        return
    before = tokens[title.first - 1].lower if title.first and tokens[title.first].joined else ""
    if before in lex.offices.bodies or before in lex.offices.clubs:
        title.role = "director" if before in lex.offices.bodies else "other"
        return
    after = [t.lower for t in tokens[title.last : title.last + 3]]
    if after[:1] != ["of"] or len(after) < 3:
        return
    noun = after[2] if after[1] in ("the", "a", "an", "his", "her", "its", "their") else after[1]
    if noun not in _STATES:
        words = tokens[title.last + 1 : title.last + 6]
        title.role = "director" if any(t.lower in lex.offices.bodies and t.capital for t in words) else "other"
    elif noun == "republic" and after[1] == "the" and tokens[title.last + 2].capital:
        title.last += 3


def lead(tokens: list[Token], title: Title, lex: Lexicon, floor: int) -> None:
    """Who leads a party or an armed group ("FARC leader", "chief of Hamas") holds no office of a state."""
    if title.role not in ("head_of_state", "director", "military_officer", "spokesperson", "other", "official"):
        return
    before = tokens[title.first - 1] if title.first > floor and tokens[title.first].joined else None
    leader = tokens[title.head].lower in ("leader", "leaders")
    if leader and not title.countries:
        title.role = "other"
    if before is not None and before.capital and not before.country and title.organization is None:
        unknown = leader and not title.countries and (before.text.isupper() or not before.line_start)
        unknown = unknown and not before.text.rsplit("-", 1)[-1].islower()  # "UN-backed leader"
        if before.lower in lex.groups or (unknown and len(before.text) > 2 and before.text not in ("The", "Its")):
            title.organization, title.first = before.text, title.first - 1
    organization = title.organization
    if organization is None or organization in INTERNATIONAL:
        return
    if title.role == "spokesperson":
        return
    if leader and not title.countries or organization.lower() in lex.groups:
        title.role = "other"


def apply_modifier(title: Title, modifier: str) -> None:
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
    elif modifier == "permanent" and title.role in ("official", "envoy"):
        title.role = "ambassador"  # "der ständige libysche Vertreter"


def represents(title: Title, tokens: list[Token], language: str) -> None:
    """ "Bosniens Vertreter bei den Vereinten Nationen" is an ambassador."""
    if language == "de" and title.role == "official" and title.organization in ("UN", "NATO", "OSCE", "IAEA"):
        if tokens[title.head].lower.startswith("vertreter") and title.countries and not title.plural:
            title.role = "ambassador"


def settle(title: Title, lex: Lexicon, own_portfolio: bool, agency: bool) -> None:
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
    if title.role == "director" and title.organization in ("NATO", "UN", "OSCE", "Arab League") and not agency:
        title.role = "secretary_general"  # "Nato-Chef"
    organization = (title.organization or "").lower()
    if title.role == "director" and organization.endswith(lex.offices.embassies):
        title.role = "ambassador"
    if title.role == "director" and organization.endswith(lex.offices.state_offices):
        title.role = "official"
    if title.role in ("other", "director") and organization.endswith(lex.offices.forces):
        title.role, title.portfolio = "military_officer", None
    body = organization.removesuffix("s").removesuffix("e")
    if title.role == "other" and (organization in lex.unions or organization.split("-")[0] in lex.unions):
        title.role = "official"  # "OAS-Vorsitzender"
    if title.speaker and (organization == "kongress" or body != "bundestag" and body in lex.offices.parliaments):
        title.role = "legislator"
    if title.role in (*_CHAIRS, *HIGHEST) and (
        organization in ("kongress", "congress", "bundestag")
        or body in lex.offices.parliaments
        or organization.endswith(lex.offices.committees)
    ):
        title.role = "legislator"
