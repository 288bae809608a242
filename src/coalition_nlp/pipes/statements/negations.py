"""Whether an act of saying is denied or refused: "bestätigte den Bericht nicht", "declined to say whether".

What was not said is no statement. The negation is looked for in the scope of the verb: its own clause up to what is
said, never in what is said; words that only look like a negation ("nicht nur") are those of `pipes/scope.py`.
"""

from __future__ import annotations

from coalition_nlp.pipes.clauses import Clause
from coalition_nlp.pipes.clauses import Word as ClauseWord
from coalition_nlp.pipes.scope import negated, scope_words

from .lexicon import Lexicon
from .models import Unit
from .triggers import Trigger


class Negations:
    """Tells of a verb of saying whether it is negated."""

    def __init__(self, lexicon: Lexicon, text: str) -> None:
        self.lexicon = lexicon
        self.text = text
        self.table = scope_words(lexicon.language)

    def within(self, unit: Unit, start: int, stop: int) -> bool:
        """Whether a negation stands in words[start:stop]."""
        words = [w for w in unit.words[start:stop] if w.cls not in "KOQ"]
        lows = {w.low for w in words}
        if lows.isdisjoint(self.lexicon.refusing) and lows.isdisjoint(self.lexicon.scope_negations):
            return False
        if not lows.isdisjoint(self.lexicon.refusing):
            return True
        plain = [ClauseWord(w.start, w.end, w.text, w.low) for w in words]
        return bool(negated(self.text, Clause("main", [(words[0].start, words[-1].end)], plain), self.table))

    def on(self, unit: Unit, trigger: Trigger) -> bool:
        """Whether a verb that may be negated ("schloss nicht aus") is so."""
        stop = min(len(unit.words), max(trigger.closing, trigger.finite + 6))
        return self.within(unit, trigger.finite + 1, stop)

    def before(self, unit: Unit, trigger: Trigger, stop: int) -> bool:
        """Whether the verb is negated before what is said begins: "bestätigte nicht, dass"."""
        if trigger.verb.lemma in self.lexicon.table.negated_ok:
            return False
        left = min(trigger.finite, trigger.index)
        return self.within(unit, max(0, left - 2), stop)

    def behind(self, unit: Unit, trigger: Trigger, stop: int) -> bool:
        """Whether "nicht" closes the clause behind an object: "bestätigte den Bericht nicht"."""
        if trigger.verb.lemma in self.lexicon.table.negated_ok:
            return False
        end = max(stop, trigger.closing)
        comma = unit.classes.find("K", trigger.finite, end)
        end = comma if comma > 0 else end
        return any(
            w.low in self.lexicon.closing_negations
            and (k + 1 >= end or unit.classes[k + 1] in "KSOPBx" and unit.classes[k - 1] not in "DP")
            and self.within(unit, k, k + 1)
            for k, w in enumerate(unit.words[trigger.finite + 1 : end], trigger.finite + 1)
        )
