"""Countries that offices take from other offices: of the same enumeration, of the principal, of the department."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from coalition_nlp.pipes.base import Fact

from .belonging import at_home, named_before, possessor, sentence_floor, token_at
from .context import PARTICLES, Context
from .lexicon import lexicon
from .offices import held_by_another
from .tokens import Token

_OF_STATES = ("minister", "deputy_minister", "head_of_government", "head_of_state", "spokesperson", "military_officer")
_LISTED = (*_OF_STATES, "official", "director", "legislator", "ambassador")
_SERVING = ("spokesperson", "envoy", "official", "director")
_OWNED = (*_SERVING, "minister", "deputy_minister", "head_of_government", "military_officer")
_NEAR = 14  # tokens between two titles of one enumeration
_AMERICA = "US"


def complete(facts: list[Fact], context: Context) -> None:
    """Complete the offices of one document, and drop the marks that say where a country comes from."""
    offices = sorted(
        (o for f in facts for o in f["offices"] if "mention" in o), key=lambda o: (o["mention"]["start"], o["role"])
    )
    _enumerated(offices, context)
    _principals(facts, offices, context)
    if context.language == "de":
        _possessed(facts, context)
    _deputies(offices)
    _other_side(offices, context)
    _at_home(facts, context)
    for office in offices:
        office.pop("by", None)
        office.pop("state", None)
        office.pop("counterpart", None)


def _enumerated(offices: list[dict[str, Any]], context: Context) -> None:
    """ "President X, Prime Minister Y and Foreign Minister Z": one country for those whose own is a guess."""
    for before, after in [*pairwise(offices), *pairwise(offices[::-1])]:
        listed = _OF_STATES if context.language == "en" else _LISTED
        if after.get("by") == "text" or before["role"] not in listed:
            continue
        if after["role"] not in listed and not after.get("state"):  # "vice president" is always of a state
            continue
        if before.get("by") not in ("text", "tables") or not before["country"] or _organized(after):
            continue
        if after.get("by") == "tables" or before["role"] == after["role"] and _same_field(before, after):
            continue
        if _listed(before, after, context):
            after["country"], after["by"] = before["country"], "tables"


def _organized(office: dict[str, Any]) -> bool:
    return bool(office.get("organization")) and office["role"] != "ambassador"


def _same_field(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one["role"] != "official" and one.get("portfolio") == other.get("portfolio")


def _listed(one: dict[str, Any], other: dict[str, Any], context: Context) -> bool:
    """Whether only names, commas and "and" stand between two titles."""
    first, second = sorted((one["mention"], other["mention"]), key=lambda m: int(m["start"]))
    tokens = context.tokens
    at, end = context.token_at(first["end"]), context.token_at(second["start"])
    if end - at > _NEAR or end <= at:
        return False
    and_words = lexicon(context.language).offices.and_words
    repeated = lexicon(context.language).offices.repeated  # "met with President X and with Minister Y"
    articles = lexicon(context.language).offices.articles
    between = tokens[at:end]
    joint = [t for t in between if t.text == "," or t.lower in and_words]
    return (
        bool(joint)
        and all(
            t.capital
            or t.text in ",-.()"
            or t.lower in and_words
            or t.lower in articles
            or t.lower in PARTICLES
            or (t.lower in repeated and between[i - 1].lower in and_words)
            for i, t in enumerate(between)
        )
        and not any(t.text == "." and len(between[i - 1].text) > 2 for i, t in enumerate(between) if i)
    )


def _principals(facts: list[Fact], offices: list[dict[str, Any]], context: Context) -> None:
    """ "Visser's spokesman X", "the spokesman of President Visser, X": the country of whoever is served."""
    ends: dict[int, Fact] = {}
    starts: dict[int, Fact] = {}
    for fact in facts:
        for mention in fact["mentions"]:
            ends[mention["end"]] = fact
            starts[mention["start"]] = fact
    titles = {o["mention"]["start"]: f for f in facts for o in f["offices"] if "mention" in o}
    words = lexicon(context.language).offices
    for office in offices:
        if office["role"] not in _SERVING or office["country"] or office.get("organization"):
            continue
        first = context.token_at(office["mention"]["start"])
        last = context.token_at(office["mention"]["end"])
        served = _owner(context.tokens, first, ends, context.language)
        if served is None and last + 1 < len(context.tokens) and context.tokens[last].lower in words.of_words:
            at = last + 1 + (context.tokens[last + 1].lower in words.articles)
            if at < len(context.tokens):
                start = context.tokens[at].start
                served = titles.get(start) or starts.get(start)
        if served is None or any(o is office for o in served["offices"]):
            continue
        codes = {o["country"] for o in served["offices"] if o.get("country") and not o.get("former")}
        if len(codes) == 1:
            office["country"] = codes.pop()


def _at_home(facts: list[Fact], context: Context) -> None:
    """The country of the dateline for those that nothing in the text gives one."""
    if context.home is None:
        return
    for fact in facts:
        for office in fact["offices"]:
            if office["country"] is None and "mention" in office and (code := at_home(office, context)):
                if not held_by_another(code, office, fact["name"].split()[-1], context.published):
                    office["country"] = code


def _possessed(facts: list[Fact], context: Context) -> None:
    """ "Sein Berater X", "deren Sprecherin Y": the country of whoever is named before and can be meant."""
    persons = {draft.id: draft for draft in context.persons}
    for fact in facts:
        for office in fact["offices"]:
            if office["role"] not in _OWNED or office["country"] and office.get("by") != "guess":
                continue
            if "mention" not in office or office.get("organization"):
                continue
            start = office["mention"]["start"]
            possessive = possessor(token_at(context.tokens, start), context.tokens, context.language)
            if possessive is None:
                continue
            others = [draft for key, draft in persons.items() if key != fact["id"]]
            floor = sentence_floor(start, context.sentence_starts, 1)
            owner = named_before(start, possessive, others, context.tokens, floor)
            held: list[dict[str, Any]] = next((f["offices"] for f in facts if owner and f["id"] == owner.id), [])
            codes = {o["country"] for o in held if o.get("country") and not o.get("former")}
            if len(codes) == 1:
                office["country"], office["by"] = codes.pop(), "tables"


def _owner(tokens: list[Token], at: int, ends: dict[int, Fact], language: str) -> Fact | None:
    """The person in the genitive right before a title."""
    if not at or not tokens[at].joined:
        return None
    before = tokens[at - 1]
    if language == "en":
        return ends.get(before.end) if before.possessive else None
    if not before.text.endswith(("s", "’", "'")):
        return None
    return ends.get(before.end - 1) or ends.get(before.end)


def _deputies(offices: list[dict[str, Any]]) -> None:
    """A deputy minister of whom nothing else is told serves the country of the minister with the portfolio."""
    ministers = [o for o in offices if o["role"] == "minister" and o.get("country")]
    for office in offices:
        if office["role"] == "deputy_minister" and office.get("country") is None and not office.get("former"):
            codes = [m["country"] for m in ministers if m["portfolio"] == office.get("portfolio")]
            if codes:
                office["country"] = codes[0]


def _other_side(offices: list[dict[str, Any]], context: Context) -> None:
    """In a release of the State Department about one other country, presidents and ministers without a country are
    of that country: American ones are known or called secretaries."""
    others = context.codes - {_AMERICA}
    if context.language != "en" or not context.american or len(others) != 1:
        return
    code = next(iter(others))
    for office in offices:
        if office["role"] in ("head_of_state", "head_of_government", "minister", "deputy_minister"):
            if office["country"] is None or (office["country"] == _AMERICA and office.get("by") == "guess"):
                office["country"] = code
