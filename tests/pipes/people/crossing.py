"""Sentences with titles of office, made by crossing countries, fields, ranks, forms of a title and names.

Every case knows what must be found, so that thousands can be checked. The names of countries come from CLDR, their
adjectives from the tables of the library; titles, names and sentences are made up here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale

from coalition_nlp.languages import rules
from coalition_nlp.pipes.countries.models import CountryWordTable

from .crossing_words import (
    DE_ARTICLE,
    DE_BODIES,
    DE_COUNTRY_OFFICES,
    DE_FIELDS,
    DE_FRAMES,
    DE_LONG_FIELDS,
    DE_MODIFIERS,
    EN_ARTICLE,
    EN_BODIES,
    EN_COUNTRY_OFFICES,
    EN_FIELDS,
    EN_FRAMES,
    EN_LONG_FIELDS,
    EN_MODIFIERS,
    NAMES,
    SHARED_ADJECTIVES,
    STATES,
)


@dataclass(frozen=True)
class Case:
    """A sentence, and the persons it names with role/portfolio/country or organization/marks of each office."""

    language: str
    kind: str
    text: str
    expected: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class State:
    """A country in the forms a sentence needs."""

    code: str
    name: str
    of: str  # "Dänemarks", "der Türkei"; "Denmark", "the Philippines"
    possessive: str  # "Dänemarks", "Denmark's", or empty
    adjective: str


@cache
def states(language: str) -> tuple[State, ...]:
    """All states with an adjective that belongs to one country only."""
    names = {code: name.split(" (")[0] for code, name in Locale(language).territories.items()}
    adjectives = {row.alpha2: row.adjectives for row in rules(language, "countries", CountryWordTable).rows}
    found = []
    for code in STATES:
        name, adjective = names[code], adjectives[code].split("|")[0]
        if not adjective or adjective in SHARED_ADJECTIVES:
            continue
        if language == "de":
            of = DE_ARTICLE.get(code, f"von {name}" if name[-1] in "sxz" or " " in name else f"{name}s")
            possessive = f"{name}s" if code not in DE_ARTICLE and name[-1] not in "sxz" and " " not in name else ""
        else:
            of = f"the {name}" if code in EN_ARTICLE else name
            possessive = f"{of}’" if name.endswith("s") else f"{of}’s"
        found.append(State(code, name, of, possessive, adjective))
    return tuple(found)


def written(role: str, portfolio: str | None, where: str | None, marks: str = "") -> str:
    """An office in one line."""
    return "/".join(part for part in (role, portfolio or "-", where or "-", marks) if part)


def found_offices(person: dict[str, Any]) -> tuple[str, ...]:
    """The offices of a person that was found, in the same form; organizations only where there is no country."""
    lines = []
    for office in person["offices"]:
        marks = "/".join(m for m in ("former", "acting", "designated") if office.get(m))
        where = office.get("country") or office.get("organization")
        lines.append(written(office["role"], office.get("portfolio"), where, marks))
    return tuple(sorted(lines))


class _Picker:
    """Draws by hash: the same sentence for the same key on every machine."""

    def __init__(self, *key: object) -> None:
        self.key = "|".join(map(str, key))
        self.count = 0

    def pick(self, options: Any) -> Any:
        self.count += 1
        digest = hashlib.sha256(f"{self.key}|{self.count}".encode()).digest()
        return options[int.from_bytes(digest[:6], "big") % len(options)]


def cases(language: str, share: int = 1) -> Iterator[Case]:
    """Every state crossed with every title, each in a frame, with a modifier and a name; one of `share` of them."""
    yield from _national(language, share)
    yield from _international(language, share)


def _national(language: str, share: int) -> Iterator[Case]:
    german = language == "de"
    titles = [*_ministers(language), *(DE_COUNTRY_OFFICES if german else EN_COUNTRY_OFFICES)]
    frames, modifiers = (DE_FRAMES, DE_MODIFIERS) if german else (EN_FRAMES, EN_MODIFIERS)
    for state in states(language):
        for number, (title, role, portfolio, only) in enumerate(titles):
            draw = _Picker(language, state.code, title)
            if draw.pick(range(share)) or (only and state.code not in only):
                continue
            name, female = draw.pick(NAMES)
            other, _ = draw.pick(NAMES)
            if other == name:
                continue
            modifier, mark = draw.pick(modifiers) if not draw.pick(range(4)) else ("", "")
            # what a modifier cannot stand before
            if role not in ("minister", "head_of_government", "head_of_state") or (german and not title[0].isupper()):
                modifier, mark = "", ""
            kind, frame = draw.pick(frames)
            if "{possessive}" in frame and not state.possessive:
                continue
            if kind == "us" and state.code != "US" or " " in title and "plain" in kind:
                continue
            office = written(role, portfolio, state.code, mark if mark != "deputy" else "")
            if mark == "deputy":
                deputy = "deputy_minister" if role == "minister" else "official"
                office = written(deputy, portfolio if role == "minister" else None, state.code)
            text = (
                _german(frame, title, state, modifier, name, female, other)
                if german
                else _english(frame, title, state, modifier, name, other)
            )
            yield Case(language, f"{kind} {number}", text, ((name, office),))


def _ministers(language: str) -> Iterator[tuple[str, str, str | None, frozenset[str] | None]]:
    if language == "de":
        for stem, portfolio in DE_FIELDS:
            yield f"{stem}minister*", "minister", portfolio, None
            yield f"Vize{stem.lower()}minister*", "deputy_minister", portfolio, None
            yield f"Vize-{stem}minister*", "deputy_minister", portfolio, None
            yield f"{stem}ressortchef*", "minister", portfolio, None
            yield f"Staatssekretär* im {stem}ministerium", "deputy_minister", portfolio, None
            yield f"Sprecher* des {stem}ministeriums", "spokesperson", portfolio, None
        for field, portfolio in DE_LONG_FIELDS:
            yield f"Minister* für {field}", "minister", portfolio, None
            yield f"Staatsminister* für {field}", "deputy_minister", portfolio, None
        return
    for field, portfolio in EN_FIELDS:
        yield f"{field} Minister", "minister", portfolio, None
        yield f"Deputy {field} Minister", "deputy_minister", portfolio, None
        yield f"Vice {field} Minister", "deputy_minister", portfolio, None
        yield f"{field} Ministry spokeswoman", "spokesperson", portfolio, None
        yield f"State Secretary at the {field} Ministry", "deputy_minister", portfolio, None
    for field, portfolio in EN_LONG_FIELDS:
        yield f"Minister of {field}", "minister", portfolio, None
        yield f"Minister for {field}", "minister", portfolio, None
        yield f"Minister of State for {field}", "deputy_minister", portfolio, None
        yield f"Deputy Minister of {field}", "deputy_minister", portfolio, None


def _german(frame: str, title: str, state: State, modifier: str, name: str, female: bool, other: str) -> str:
    """Fill a German frame: `{t}` title in the nominative, `{td}` in the dative, `{der}`, `{dem}`, `{adj}`, ..."""
    head, _, rest = title.partition("*")
    feminine = head + (
        "in" if not head.lower().endswith(("beauftragte", "vorsitzende", "gesandte", "abgeordnete")) else ""
    )
    if head.endswith("könig"):
        female = False
    base = feminine if female else head
    weak = base.endswith("e")
    dative = base + ("n" if weak else "")
    genitive = base + ("n" if weak else "" if female else "s")
    front, back = (modifier, "") if modifier.endswith("-") else ("", modifier)
    nominative = f"{front}{base}{rest}"
    sent = {
        "t": nominative,
        "td": f"{front}{dative}{rest}",
        "tg": f"{front}{genitive}{rest}",
        "der": "Die" if female else "Der",
        "sein": "ihr" if female else "sein",
        "die": "die" if female else "der",
        "dem": "der" if female else "dem",
        "den": "die" if female else "den",
        "des": "der" if female else "des",
        "zum": "zur" if female else "zum",
        "adj": f"{back}e {state.adjective}" if back else state.adjective,
        "adjd": f"{back}en {state.adjective}" if back else state.adjective,
        "accusative": "e" if female else "en",
        "back": f"{back}e " if back else "",
        "backs": f"{back}e{'' if female else 'r'} " if back else "",
        "backd": f"{back}en " if back else "",
        "of": state.of,
        "country": state.name,
        "possessive": state.possessive,
        "name": name,
        "other": other,
    }
    return frame.format(**sent)


def _english(frame: str, title: str, state: State, modifier: str, name: str, other: str) -> str:
    """Fill an English frame: `{T}` title in capitals, `{t}` in small letters."""
    lower = title.lower().replace("united nations", "United Nations")
    front = modifier if modifier.endswith("-") else f"{modifier} " if modifier else ""
    text = frame.format(
        T=title,
        t=lower,
        M=front,
        m=front.lower(),
        adj=state.adjective,
        country=state.of,
        possessive=state.possessive,
        name=name,
        other=other,
    )
    return text[0].upper() + text[1:]


def _international(language: str, share: int) -> Iterator[Case]:
    bodies = DE_BODIES if language == "de" else EN_BODIES
    for title, role, portfolio, organization, frames in bodies:
        for number, (name, female) in enumerate(NAMES):
            draw = _Picker(language, title, number)
            if draw.pick(range(share)):
                continue
            base = title.replace("*", "in" if female else "") if language == "de" else title
            text = draw.pick(frames).format(
                t=base,
                name=name,
                der="Die" if female else "Der",
                dem="der" if female else "dem",
                e="" if female else "n",
            )
            yield Case(language, f"body {title}", text, ((name, written(role, portfolio, organization)),))
