"""What became of candidates that are no statements, for `explain`."""

from __future__ import annotations

from coalition_nlp.pipes.base import View

from .models import Found, Unit, Word


class Notes:
    """Collects the rejected candidates of a unit; costs nothing unless somebody asked for an explanation."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.wanted = "trace" in view.facts
        self._held: list[tuple[Word, str, str]] = []

    def reject(self, word: Word, rule: str, why: str) -> None:
        """Note that a verb of saying, a marker or a quotation makes no statement."""
        if self.wanted:
            self._held.append((word, rule, why))

    def close(self, unit: Unit, found: list[Found]) -> None:
        """Hand over the notes of a unit, those of words that another rule used left out; note idle quotations."""
        if not self.wanted:
            return
        used = {item.trigger[0] for item in found}
        for word, rule, why in self._held:
            if word.start not in used:
                self.view.trace("statements", "rejected", rule, word.start, word.end, why)
        self._held.clear()
        for word in unit.words:
            if word.quote is None or any(f.start < word.end and word.start < f.end for f in found):
                continue
            whole = word.quote.full
            rule = "statement-quotation" if whole else "statement-quoted-words"
            why = "nobody is named who says it" if whole else "quoted words, no utterance"
            self.view.trace("statements", "rejected", rule, word.start, word.end, why)
