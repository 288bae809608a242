"""Parts of states behind a title ("Ministerpräsident von Tirol"), and what only calls itself a state."""

from __future__ import annotations

from coalition_nlp.knowledge.places import gazetteer

from .lexicon import Lexicon
from .models import Title
from .tokens import Token

OF_REGIONS = ("head_of_government", "head_of_state", "minister", "deputy_minister", "official", "other", "legislator",
              "spokesperson")  # fmt: skip


def region_behind(tokens: list[Token], at: int, title: Title, lex: Lexicon) -> int:
    """Take in the part of a state that starts at a token ("Tirols", "Provinz Helmand"); its end, 0 if there is none."""
    if title.role not in OF_REGIONS:
        return 0
    step, worded = at, False
    while step + 1 < len(tokens) and step - at < 3 and tokens[step].joined:
        lower = tokens[step].lower
        if lower in lex.offices.region_words:
            worded = True
        elif not (tokens[step].text.islower() or step == at and lower in lex.offices.state_words) or worded:
            break
        step += 1
    token = tokens[step]
    if not token.capital or not token.joined:
        return 0
    code = lex.regions.get(token.lower)
    if code is None and worded and not token.country:
        code = _in_gazetteer(token.text)
        if code is None:
            return 0
    if code is not None:
        title.countries = title.countries or [code]
        return step + 1
    before = tokens[step - 1]
    if step > at and before.lower in lex.offices.state_words and not token.country and not token.form.given:
        title.unknown_state = True  # "der Volksrepublik Visserland"
        return step + 1
    return 0


def _in_gazetteer(name: str) -> str | None:
    """The country of a region or town of which there is one only."""
    codes = {place.country for place in gazetteer().named(name) if place.country}
    return codes.pop() if len(codes) == 1 else None
