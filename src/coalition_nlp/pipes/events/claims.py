"""Who answers for an attack."""

from __future__ import annotations

from .models import Trigger
from .patterns import Lexicon

_FORCE = frozenset({"airstrike", "drone_strike", "shelling", "bombing", "attack"})


def is_force(trigger: Trigger) -> bool:
    """Whether a trigger tells the use of force."""
    return trigger.sense.record == "military_action" and (
        trigger.sense.kind in _FORCE or trigger.sense.key in ("killing", "repel")
    )


def claimed(trigger: Trigger, lexicon: Lexicon) -> bool:
    """ "claimed responsibility for the attack", "bekannte sich zu dem Anschlag"."""
    if trigger.noun is None or not is_force(trigger):
        return False
    lows = trigger.clause.predicate()
    return any(low in lexicon.sets["claims"] for low in lows)
