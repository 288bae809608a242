"""Whether a trigger tells an event at all, or only names a topic."""

from __future__ import annotations

from coalition_nlp.pipes.base import View

from .claims import claimed
from .models import Phrase, Trigger
from .patterns import Lexicon

_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des", "the", "this", "diesen", "dieser", "diesem", "seit"})


def has_it(trigger: Trigger, lexicon: Lexicon) -> bool:
    """ "die im Irak eine Ausbildungsmission hat": a verb of having without another verb."""
    words = trigger.clause.words
    having = [w for w in words if w.low in lexicon.sets["having"]]
    return bool(having) and (words[-1] is having[-1] or words[-1].text[0].isupper())


def _announced(trigger: Trigger, lexicon: Lexicon) -> bool:
    """ "announced the withdrawal", not "pledged to support the campaign"."""
    if trigger.truth.modality != "planned" or trigger.truth.why not in lexicon.sets["announce"]:
        return False
    before = [w.low for w in trigger.clause.words if w.start < trigger.start]
    return "to" not in before and "zu" not in before


def stands(trigger: Trigger, phrases: list[Phrase], lexicon: Lexicon, view: View) -> str:
    """Why it is no event, an empty string where it is one."""
    if trigger.noun is None:
        bare = not any(trigger.roles.get(role) for role in ("actor", "source", "recipient", "place"))
        return "a participle as attribute without anything else" if trigger.form == "attr" and bare else ""
    if trigger.truth.modality == "conditional":
        return f"only possible ({trigger.truth.why})"
    here = next((p for p in phrases if p.kind == "event" and p.head == trigger.start), None)
    if here is None:
        return "inside a name"
    lows = trigger.clause.predicate()
    carried = any(low in lexicon.sets["light"] for low in lows) or has_it(trigger, lexicon)
    carried = carried or _announced(trigger, lexicon)
    tells = here.prep in lexicon.sets["tells"]
    bound = bool(trigger.roles.get("actor") or trigger.roles.get("recipient"))
    if trigger.noun.strong:
        if here.prep in lexicon.sets["topic"] and not tells and not carried:
            if here.det not in _DEFINITE and here.country is None:
                return f"a topic behind {here.prep!r}"
        return ""
    if claimed(trigger, lexicon):
        return ""
    if here.owned and not tells:
        return "part of another noun phrase"
    if here.prep in lexicon.sets["topic"] and not (tells and bound):
        return f"a topic behind {here.prep!r}"
    if tells and (bound or trigger.roles.get("object") or trigger.roles.get("place")):
        return ""
    if carried and not here.prep:
        return ""
    if (
        bound
        and (trigger.roles.get("place") or trigger.roles.get("goal") or trigger.roles.get("object"))
        and here.det in _DEFINITE
    ):
        return ""
    return "a noun that neither a verb of doing nor a preposition of time or means makes an event"
