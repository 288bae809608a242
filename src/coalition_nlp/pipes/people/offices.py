"""From titles to offices: inherited portfolios, missing countries, duplicates."""

from __future__ import annotations

import datetime as dt
from typing import Any

from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.knowledge.office_holders import Holder, find_holders, skeleton, terms_of

from .belonging import around, at_seat, party_country
from .context import (
    Context,
    country_before,
    destination,
    heading_country,
    in_sentence,
    only_country,
    opening_country,
    parliament,
    title_before,
)
from .houses import byline, of_house
from .lexicon import lexicon
from .models import Title
from .persons import PersonDraft
from .roles import INTERNATIONAL

Office = dict[str, Any]
_STATE_ROLES = frozenset(
    {"minister", "deputy_minister", "head_of_government", "head_of_state", "ambassador", "spokesperson", "legislator",
     "military_officer", "envoy", "official", "director"}
)  # fmt: skip
_PRESIDED = frozenset({"European Council", "European Commission", "European Parliament"})
_LINEAGE = 3  # words of a name that a child bears behind its own
_SURE_ROLES = frozenset({"minister", "deputy_minister", "head_of_government", "head_of_state"})


def offices_of(person: PersonDraft, holders: tuple[Holder, ...], context: Context) -> list[Office]:
    """The offices the text gives a person, in text order, each once."""
    found: list[Office] = []
    for title in person.titles():
        if title.role in ("none", ""):
            continue
        if title.secretary and title.portfolio in (None, "other"):
            if context.american or title.countries == ["US"]:
                title.portfolio, title.countries = "foreign", ["US"]
            elif len(context.departments) == 1:
                title.portfolio, title.countries = next(iter(context.departments)), ["US"]
            else:
                match = [h for h in holders if h.role == "minister"]
                if not match:
                    continue
                title.portfolio, title.countries = match[0].portfolio, [match[0].country or ""]
        if title.role in ("minister", "deputy_minister") and title.portfolio == "other" and not title.own_portfolio:
            _complete(title, holders, context)
        if title.department:
            _of_department(title, context)
        of_house(title, context)
        if title.counterpart:
            _known_counterpart(title, holders, context)
        office: Office = {"role": title.role, "portfolio": title.portfolio, "country": title.country}
        office["organization"] = title.organization
        start = context.tokens[title.first].start
        if title.this_state:
            office["country"] = country_before(start, context)
            office["by"] = "guess"
        elif title.state and not (title.countries or title.organization):
            office["country"] = _by_tables(office, holders, context, len(person.fullest.words) > 1)
            office["by"] = "tables" if office["country"] else "guess"
            office["country"] = (
                office["country"]
                or in_sentence(start, context, title.role)
                or destination(start, context, person.start)
                or title_before(start, context, earlier=True)
            )
        elif office["country"]:
            office["by"] = "text"
        office["state"], office["inherited"] = title.state, title.counterpart
        office["force"] = any(
            t.lower.startswith(lexicon(context.language).offices.force_words)
            for t in context.tokens[title.first : title.last]
        )
        office["town"] = title.town
        office["former"], office["acting"], office["designated"] = title.former, title.acting, title.designated
        if title.federal and title.role in ("head_of_government", "head_of_state", "minister"):
            codes = {h.country for h in holders if h.role == title.role}
            if not codes and title.countries == [lexicon(context.language).offices.federal_country]:
                codes = {party_country(person, context.tokens, context.language) or context.home}
            if len(codes) == 1 and codes <= {"AT", "CH"}:  # other federations
                office["country"] = codes.pop()
        if title.role == "secretary_general" and not (title.organization or title.country):
            known = {h.organization for h in holders if h.role == "secretary_general"}
            office["organization"] = known.pop() if len(known) == 1 else None
        if title.counterpart and not (title.countries or title.organization):
            office["counterpart"] = True
        head = context.tokens[title.first : title.last]
        office["mention"] = {"start": head[0].start, "end": head[-1].end}
        _join(found, office)
    told = [o for o in found if not o["inherited"] and not o["former"] and o["role"] in _STATE_ROLES]
    if any(o["role"] != "official" or o["organization"] is None for o in told):
        found = [o for o in found if not o["inherited"]]  # "his counterpart, General X"
    for office in sorted(found, key=lambda o: o["role"] == "legislator"):  # these are guessed last
        if office["country"] is None:
            office["country"], office["by"] = _settled(office, found, holders, context), "tables"
            office["country"] = office["country"] or around(office, person, context)
        if office["country"] is None:
            code = _guessed(office, context, person.start)
            if code and not held_by_another(code, office, person.fullest.words[-1], context.published):
                office["country"] = code
            office["by"] = "guess"
    for office in found:
        _presides(office, holders, context)
    if any(o["organization"] in INTERNATIONAL for o in found):  # "President Michel" of the European Council
        found = [o for o in found if o["role"] != "head_of_state" or o["country"] or o["organization"]]
    merged: list[Office] = []
    for office in found:
        _join(merged, office)
    return [_clean(office) for office in merged]


def _of_department(title: Title, context: Context) -> None:
    """ "Assistant Secretary for African Affairs": an office of the department that the document is about."""
    if title.portfolio not in (None, "other") or not context.american:
        return
    if title.countries == ["US"] or (not title.countries and not title.organization and title.last > title.head + 1):
        title.portfolio, title.countries = "foreign", ["US"]
        words = [t.lower for t in context.tokens[max(title.head - 1, title.first) : title.head + 1]]
        if "under" in words or "undersecretary" in words:
            title.role = "deputy_minister"


def _known_counterpart(title: Title, holders: tuple[Holder, ...], context: Context) -> None:
    """ "his counterpart X": whose counterpart is a guess; the tables may know the office X held on the day."""
    day = context.published
    if day is None:
        return
    terms = {
        (h.role, h.portfolio)
        for h in holders
        if h.held_on(day) and h.role in _SURE_ROLES and _agree(h.country, title.country)
    }
    if len(terms) == 1 and (title.role, title.portfolio) not in terms:
        title.role, title.portfolio = terms.pop()


def _by_tables(office: Office, holders: tuple[Holder, ...], context: Context, full: bool) -> str | None:
    """The country that the tables have for the role on the day, if it is one; of a full name also one of before."""
    day = context.published
    codes = {h.country for h in holders if h.role == office["role"] and h.country and (day is None or h.held_on(day))}
    if full and not codes and day is not None:  # "President X" long after the term
        codes = {h.country for h in holders if h.country and h.role == office["role"] and h.start <= day.isoformat()}
    return codes.pop() if len(codes) == 1 else None


def _presides(office: Office, holders: tuple[Holder, ...], context: Context) -> None:
    """ "President X" of whom the tables know only that he presides over an organization: no head of state."""
    day = context.published
    if office["role"] != "head_of_state" or office["country"] or office["organization"] or day is None:
        return
    current = [h for h in holders if h.held_on(day)]
    presides = {h.organization for h in current if h.organization and h.post in _PRESIDED}
    if len(presides) == 1 and not any(h.role in ("head_of_state", "head_of_government") for h in holders):
        office["role"], office["organization"] = "official", presides.pop()


def _complete(title: Title, holders: tuple[Holder, ...], context: Context) -> None:
    """ "Minister X" tells no ministry: take it from the tables where one holder was in office on the day."""
    title.portfolio = None
    day = context.published
    if title.role != "minister" or day is None:
        return
    terms = {
        (h.portfolio, h.country)
        for h in holders
        if h.role == "minister" and h.held_on(day) and _agree(h.country, title.country)
    }
    if len(terms) == 1:
        portfolio, country = terms.pop()
        title.portfolio = portfolio
        if country and not title.countries:
            title.countries = [country]


def _join(found: list[Office], office: Office) -> None:
    """Add an office, or complete the one that is the same."""
    for known in found:
        if known["role"] != office["role"] or known["former"] != office["former"]:
            continue
        if not _agree(known["country"], office["country"]):
            continue
        portfolios = (known["portfolio"], office["portfolio"])
        if not _agree(*portfolios):
            continue
        if known["role"] in ("official", "director", "spokesperson", "other", "envoy") and not _agree(
            known["organization"], office["organization"]
        ):
            continue
        if known["country"] is None:
            known["by"] = office.get("by")
        for key in ("portfolio", "country", "organization"):
            known[key] = known[key] or office[key]
        known["acting"] |= office["acting"]
        known["designated"] |= office["designated"]
        return
    found.append(office)


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _clean(office: Office) -> Office:
    kept = {k: v for k, v in office.items() if v not in (None, False) and k not in ("force", "inherited", "town")}
    kept.setdefault("portfolio", None)
    kept.setdefault("country", None)
    return kept


_CHANGE = dt.timedelta(days=120)  # so long after a change the text may mean the holder before


def held_by_another(code: str, office: Office, surname: str, day: dt.date | None) -> bool:
    """Whether the tables have another holder of an office on the day than whoever has a surname."""
    if day is None or office.get("former") or office.get("designated") or office.get("acting"):
        return False
    if office["role"] == "director":  # of which a state has many
        return False
    known = terms_of(code, office["role"], office["portfolio"])
    key = skeleton(surname)
    lately = day - _CHANGE if any(h.start and h.held_on(day) for h in known) else day
    return any(h.held_on(day) and h.held_on(lately) for h in known) and not any(
        skeleton(w) == key for h in known for n in h.names for w in n.split()
    )


def _settled(office: Office, found: list[Office], holders: tuple[Holder, ...], context: Context) -> str | None:
    """The country of a title that names none: by another title of the person, by the tables."""
    role = office["role"]
    if role not in _STATE_ROLES or office["organization"] in INTERNATIONAL:
        return None
    if code := heading_country(office["mention"]["start"], context):
        return code
    others = {o["country"] for o in found if o["country"]}
    if (role in ("ambassador", "envoy") or office["state"]) and len(others) == 1 and office["organization"] is None:
        return next(iter(others))
    if role in _SURE_ROLES or role in ("spokesperson", "legislator", "military_officer"):
        if len(others) == 1:
            return next(iter(others))
        matching = [h for h in holders if h.country and (h.role == role or role in ("minister", "deputy_minister"))]
        matching = [h for h in matching if h.role != "minister" or _agree(h.portfolio, office["portfolio"])]
        day = context.published
        current = [h for h in matching if day is not None and h.held_on(day)] or matching
        codes = {h.country for h in current}
        if len(codes) == 1:
            return next(iter(codes))
        served = {h.country for h in holders if h.country}
        if role in ("spokesperson", "military_officer") and len(served) == 1:
            return next(iter(served))
    return None


def _guessed(office: Office, context: Context, first_named: int) -> str | None:
    """The country of a title that names none: by the sentence, by the document."""
    role = office["role"]
    if role not in _STATE_ROLES or office["organization"] in INTERNATIONAL:
        return None
    if role in _SURE_ROLES or role in ("ambassador", "spokesperson", "military_officer", "legislator"):
        nearby = in_sentence(office["mention"]["start"], context, role)
        if nearby == "US" and role == "minister" and context.language == "en":  # America has secretaries
            nearby = None
        if nearby and role != "legislator" and (role != "spokesperson" or office["organization"] is None):
            return nearby
        if nearby is None and (code := destination(office["mention"]["start"], context, first_named)):
            return code
    if role in ("spokesperson", "director") and context.american and context.language == "en":
        if office["organization"] is None and byline(office["mention"]["start"], context):
            return "US"
    if role == "legislator" and (code := parliament(context)):
        return code
    start = office["mention"]["start"]
    if role in ("minister", "deputy_minister"):
        if office.get("counterpart"):
            return None  # of another country than the one before
        if office["portfolio"] == "foreign" and context.german:
            return "DE"
        if context.language == "de" and (code := at_seat(office, context)):
            return code
        before = None if context.language == "de" and office["former"] else title_before(start, context)
        code = before or ("DE" if context.federal else None)
        code = code or opening_country(office["mention"]["start"], context)
        return None if code == "US" and context.language == "en" else code
    if role in ("head_of_state", "head_of_government"):
        if len(context.codes) == 1:
            return next(iter(context.codes))
        return only_country(office["mention"]["start"], context, before=2)
    if role == "legislator" and any(t.country == "US" for t in context.tokens):
        word = context.tokens[context.token_at(office["mention"]["start"])].lower
        if word.startswith(("senator", "sen", "rep", "congress", "kongress")):
            return "US"
    if role in ("spokesperson", "military_officer") and office["organization"] is None and office["force"]:
        return only_country(office["mention"]["start"], context)
    return None


def _contradicted(offices: list[Office], terms: list[Holder]) -> bool:
    """Whether the text gives offices of states, and none of them of a state that a person of the tables served."""
    told = {o["country"] for o in offices if o["country"] and o["role"] in _STATE_ROLES}
    served = {t.country for t in terms if t.country}
    return bool(told and served) and not told & served


def _descends(name: str, holder: Holder) -> bool:
    """Whether a name is that of a holder with a given name in front: "Ahmed Ali Abdullah Saleh" is perhaps the son."""
    words, front = name.split(), name.split(maxsplit=1)[0]
    for each in holder.names:
        known = each.split()
        if len(known) >= _LINEAGE and len(words) == len(known) + 1 and words[1:] == known and front in given_names():
            return True
    return False


def linked(name: str, published: dt.date | None, offices: list[Office]) -> tuple[Holder, ...]:
    """The terms of the one person of the tables that a name can mean, or nothing.

    One word alone needs an office that fits; of several persons the one in office on the day is taken.
    """
    candidates = [holder for holder in find_holders(name) if not _descends(name, holder)]
    if not candidates:
        return ()
    persons: dict[str, list[Holder]] = {}
    for holder in candidates:
        persons.setdefault(holder.name, []).append(holder)
    fitting = {
        who: terms
        for who, terms in persons.items()
        if any(
            o["role"] == t.role
            and _agree(o["country"], t.country)
            and (o["portfolio"] == t.portfolio or o["portfolio"] is None)
            and (published is None or t.start <= published.isoformat())
            for o in offices
            for t in terms
        )
    }
    chosen = fitting or (persons if len(name.split()) > 1 else {})
    if not fitting:
        chosen = {who: terms for who, terms in chosen.items() if not _contradicted(offices, terms)}
    if not chosen and not offices and published is not None:
        # a surname alone, and only one of the tables with it: in office on the day
        chosen = persons if len(persons) == 1 and any(h.held_on(published) for h in candidates) else {}
    if len(chosen) > 1 and published is not None:
        chosen = {w: t for w, t in chosen.items() if any(h.held_on(published) for h in t)} or chosen
    if len(chosen) != 1:
        return ()
    return tuple(next(iter(chosen.values())))
