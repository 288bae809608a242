"""Whose an office is, told by what stands around a German title: a party, a town, the dateline, a possessive."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import Any

from coalition_nlp.knowledge.organizations import organizations
from coalition_nlp.languages import rules
from coalition_nlp.pipes.organizations.models import OrganizationForms

from .context import Context
from .lexicon import lexicon
from .models import Title
from .persons import PersonDraft
from .regions import town_country
from .roles import INTERNATIONAL
from .tokens import Token

_HEAD = 120  # tokens in which a dateline stands
_SURE = ("minister", "deputy_minister", "head_of_government", "head_of_state")
_GOVERNING = ("minister", "deputy_minister", "head_of_government", "head_of_state", "ambassador", "secretary_general")


@cache
def _parties(language: str) -> dict[str, str]:
    """The countries of parties by the one word they are called, where only one country has such a party."""
    known = organizations()
    found: dict[str, set[str]] = {}
    for row in rules(language, "organizations", OrganizationForms).rows:
        entry = known[row.key]
        if entry.kind == "party" and entry.country and " " not in row.form:
            found.setdefault(row.form.rstrip("*"), set()).add(entry.country)
    return {form: codes.pop() for form, codes in found.items() if len(codes) == 1}


def party_country(person: PersonDraft, tokens: list[Token], language: str) -> str | None:
    """The country of the party that stands in brackets behind a name: "X (SPÖ)"."""
    for name in person.names:
        behind = tokens[name.last : name.last + 3]
        if len(behind) == 3 and behind[0].text == "(" and behind[2].text in "),;/":
            if code := _parties(language).get(behind[1].text):
                return code
    return None


def home(tokens: list[Token], language: str) -> str | None:
    """The country of the towns a report was written in ("Bischkek – "); None of several, and of seats of unions."""
    offices = lexicon(language).offices
    for at in range(1, min(len(tokens), _HEAD)):
        if tokens[at].text not in "–—":
            continue
        towns: list[list[str]] = [[]]
        step = at - 1
        while step >= 0 and at - step < 8 and (tokens[step].capital or tokens[step].text == "/"):
            if tokens[step].text == "/":
                towns.insert(0, [])
            else:
                towns[0].insert(0, tokens[step].text)
                if step and not tokens[step].joined:
                    step -= 1
                    break
            step -= 1
        if not all(towns) or step >= 0 and tokens[step].text not in '.!?:"“”»«' and not tokens[step + 1].line_start:
            continue
        names = [" ".join(words) for words in towns]
        if any(name in offices.seats for name in names):
            return None
        codes = {town_country(words, language) for words in towns}
        return codes.pop() if len(codes) == 1 else None
    return None


def possessor(at: int, tokens: list[Token], language: str) -> str | None:
    """The possessive before a title that starts at a token ("sein", "dessen"), in small letters."""
    possessives = lexicon(language).offices.possessives
    for step in range(at - 1, max(at - 4, -1), -1):
        if tokens[step].lower in possessives:
            return tokens[step].lower
        if not tokens[step].text.islower() and not tokens[step].country:
            return None
    return None


def feminine(person: PersonDraft, tokens: list[Token]) -> bool | None:
    """Whether the titles of a person are feminine ("Ministerin"); None without titles."""
    heads = [tokens[t.head].lower for t in person.titles() if t.role != "none"]
    return any(head.endswith("in") for head in heads) if heads else None


def agrees(possessive: str, person: PersonDraft, tokens: list[Token]) -> bool:
    """Whether "ihr" or "sein" can mean a person."""
    gender = feminine(person, tokens)
    if gender is None or possessive in ("dessen", "deren"):
        return True
    return gender == possessive.startswith("ihr")


def named_before(
    at: int, possessive: str, persons: list[PersonDraft], tokens: list[Token], floor: int
) -> PersonDraft | None:
    """The person named last before a character, not before `floor`, whom a possessive can mean."""
    best: tuple[int, PersonDraft] | None = None
    for person in persons:
        if not agrees(possessive, person, tokens):
            continue
        for start, end in person.mentions:
            if floor <= start and end <= at and (best is None or start > best[0]):
                best = (start, person)
    return best[1] if best else None


def counterparts(
    titles: list[Title],
    persons: list[PersonDraft],
    tokens: list[Token],
    sentences: list[tuple[int, int]],
    language: str,
) -> None:
    """ "Rao traf ihren Kollegen X": a counterpart of whoever the sentence names before, not of the last title."""
    if language != "de":
        return
    for position, title in enumerate(titles):
        if not title.counterpart:
            continue
        start = tokens[title.first].start
        at = bisect_right(sentences, (start, 1 << 60)) - 1
        floor = sentences[at][0] if at >= 0 else 0
        if any(t.role in _GOVERNING and tokens[t.first].start >= floor for t in titles[:position]):
            continue
        possessive = possessor(title.first + 1, tokens, language) or possessor(title.head, tokens, language)
        if possessive is None:
            continue
        owner = named_before(start, possessive, [p for p in persons if title not in p.titles()], tokens, floor)
        offices = [t for t in owner.titles() if t.role in _GOVERNING and not t.former] if owner else []
        if offices and not any(t.counterpart for t in offices):
            title.role, title.portfolio = offices[0].role, offices[0].portfolio
            title.own_portfolio = offices[0].own_portfolio


def sentence_floor(at: int, sentences: list[tuple[int, int]], earlier: int = 0) -> int:
    """Where the sentence of a character begins, or one of those before it."""
    position = max(bisect_right(sentences, (at, 1 << 60)) - 1 - earlier, 0)
    return sentences[position][0] if sentences else 0


def token_at(tokens: list[Token], at: int) -> int:
    """The index of the token that starts at a character."""
    return bisect_left(tokens, at, key=lambda t: t.start)


def around(office: dict[str, Any], person: PersonDraft, context: Context) -> str | None:
    """The country of a German title by the party of the person or the town behind the title."""
    role = office["role"]
    if context.language != "de" or role == "other" or office["organization"] in INTERNATIONAL:
        return None
    if role in ("official", "director", "spokesperson", "military_officer"):
        if office["town"] and (role != "director") and (office["portfolio"] or _of_state(office, context.language)):
            return str(office["town"])
    if role in ("director", "ambassador", "envoy", "secretary_general"):
        return None
    return party_country(person, context.tokens, context.language)


def at_seat(office: dict[str, Any], context: Context) -> str | None:
    """ "sagte Außenminister X in Berlin": the country of readers that calls its own ministers without it."""
    offices = lexicon(context.language).offices
    tokens, at = context.tokens, token_at(context.tokens, office["mention"]["end"])
    for step in range(at, min(at + 14, len(tokens) - 1)):
        if tokens[step].text in ".!?;":
            break
        if tokens[step].lower == "in" and (code := offices.own_seats.get(tokens[step + 1].lower)):
            return code
    return None


def _of_state(office: dict[str, Any], language: str) -> bool:
    """Whether an office names no organization, or one of a state."""
    organization = str(office.get("organization") or "").lower()
    return not organization or organization.endswith(lexicon(language).offices.state_offices)


def at_home(office: dict[str, Any], context: Context) -> str | None:
    """The country of the dateline, for a title that the text gives no country."""
    if office.get("counterpart") or office.get("former"):
        return None
    if office["role"] in _SURE:
        return context.home
    if office.get("organization") and not office["portfolio"]:
        seated = office["role"] in ("official", "spokesperson") and _of_state(office, context.language)
        return context.home if seated else None
    if office["role"] == "spokesperson" and (code := at_seat(office, context)):
        return code
    return context.home if office["role"] in ("spokesperson", "legislator", "military_officer") else None


def confirm(facts: list[dict[str, Any]], titles: list[Title], tokens: list[Token]) -> None:
    """Offices that only the tables know are told by the text where a title without a name can mean no other: "Die
    Präsidenten von Peru und Chile", then both by name."""
    for fact in facts:
        for office in fact["offices"]:
            if office.get("source") != "knowledge" or office.get("organization"):
                continue
            title = next((t for t in titles if _tells(t, office)), None)
            if title is not None:
                del office["source"]
                office["mention"] = {"start": tokens[title.first].start, "end": tokens[title.last - 1].end}


def _tells(title: Title, office: dict[str, Any]) -> bool:
    if title.attached or title.former or title.designated or title.counterpart or title.deputy:
        return False
    if title.role != office["role"] or office["country"] not in title.countries:
        return False
    return title.role in ("head_of_state", "head_of_government") or title.portfolio == office["portfolio"] is not None
