"""Finds times: expressions by the grammar of the language, values by publication date, tense and dates named before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache

from coalition_nlp.languages import rules
from coalition_nlp.pipes.base import Fact, FactPipe, Sentence, View, mention

from .calendar import Interval
from .context import Context, Tense
from .guards import Guards, GuardWords
from .models import Hit, Reading, TimeRules, TimeWords
from .normalise import NORMALISERS
from .patterns import Grammar, plain


class Rules:
    """Everything compiled for one language."""

    def __init__(self, language: str) -> None:
        self.table = rules(language, "times", TimeRules)
        self.grammar = Grammar(self.table, rules(language, "times_words", TimeWords))
        self.tense = Tense(self.table.tense)
        self.guard_words = GuardWords(self.table)


@cache
def rules_of(language: str) -> Rules:
    """The rules of a language, compiled once per process."""
    return Rules(language)


class TimePipe(FactPipe):
    """Finds times.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("coalition_times")
    >>> [(t["value"], t["resolved"]) for t in nlp("They met on 4 June 2020, then on Friday.")._.coalition["times"]]
    [('2020-06-04', True), ('XXXX-WXX-5', False)]
    """

    key = "times"

    def find(self, view: View) -> list[Fact]:
        """The times of one document, in text order; of a range both ends, each with the interval of the range."""
        compiled = rules_of(self.language)
        return _Reader(view, compiled, plain(view.readable, compiled.grammar.vocabulary)).facts()


class _Reader:
    """Reads one document from left to right and remembers which day was spoken of last."""

    def __init__(self, view: View, rules: Rules, text: str) -> None:
        self.view = view
        self.rules = rules
        self.text = text
        self.guards = Guards(text, rules.guard_words, self.tense)
        self.previous: dt.date | None = None
        self.previous_any: dt.date | None = None
        self.previous_sentence = -10
        self.week: Interval | None = None
        self.week_sentence = -1

    def facts(self) -> list[Fact]:
        """All expressions with their readings."""
        pairs: list[tuple[Hit, Reading]] = []
        for hits in self.rules.grammar.scan(self.text, lambda rule, *span: self.guards(str(rule.guard), *span)):
            if hits[0].rule.normalise == "none":
                continue
            readings = [self.read(hit, hits[0].start) for hit in hits]
            if len(readings) == 2:
                readings = _joined(readings)
            pairs.extend((hit, reading) for hit, reading in zip(hits, readings, strict=True) if reading is not None)
        pairs = self._agreed(pairs)
        return [{**_fact(hit, reading), "id": f"t{number}"} for number, (hit, reading) in enumerate(pairs, start=1)]

    def sentence(self, start: int) -> Sentence:
        """The sentence of a character; one over the whole text where there is none."""
        return self.view.sentence_at(start) or Sentence(0, 0, len(self.text), "body", 0)

    def tense(self, start: int, end: int) -> int:
        """Past (-1) or future (1) by the words around an expression."""
        sentence = self.sentence(start)
        return self.rules.tense.around(self.text, (sentence.start, sentence.end), start, end)

    def read(self, hit: Hit, first: int) -> Reading | None:
        """The reading of an expression; it becomes what later ones lean on. `first` is where its range begins."""
        sentence = self.sentence(hit.start)
        context = Context(
            published=self.view.published,
            tense=lambda: self.tense(first, hit.end),
            before=lambda: self.rules.tense.before(self.text, first, sentence.start),
            attributive=lambda: _attributive(self.text, first),
            previous=self.previous,
            recent=self.previous if sentence.index - self.previous_sentence <= 2 else None,
            previous_any=self.previous_any,
            week=self.week if self.week_sentence == sentence.index else None,
        )
        reading = NORMALISERS[hit.rule.normalise](hit.fields, context)
        if reading is not None and reading.start is not None and reading.end is not None:
            self._remember(hit, reading, reading.start, reading.end, sentence)
        return reading

    def _remember(self, hit: Hit, reading: Reading, start: dt.date, end: dt.date, sentence: Sentence) -> None:
        background = self.rules.tense.is_background(self.text, (sentence.start, sentence.end), hit.start, hit.end)
        if background and self.previous is not None:
            return  # "hatte am Montag begonnen" looks back: what follows goes on where the story was
        self.previous_any = start
        if start == end:
            self.previous, self.previous_sentence = start, sentence.index
        if "-W" in reading.value and start != end:
            self.week, self.week_sentence = (start, end), sentence.index

    def _agreed(self, pairs: list[tuple[Hit, Reading]]) -> list[tuple[Hit, Reading]]:
        """A weekday in a line without a verb (a headline) is the one that the text names elsewhere."""
        told: dict[str, set[str]] = {}
        bare: list[int] = []
        for index, (hit, reading) in enumerate(pairs):
            if hit.rule.id == "weekday" and "shift" not in hit.fields and reading.resolved:
                sentence = self.sentence(hit.start)
                if self.tense(hit.start, hit.end) or self.rules.tense.before(self.text, hit.start, sentence.start):
                    told.setdefault(hit.fields["weekday"], set()).add(reading.value[:10])
                else:
                    bare.append(index)
        for index in bare:
            hit, reading = pairs[index]
            days = told.get(hit.fields["weekday"], set())
            if len(days) == 1 and reading.value[:10] not in days:
                day = dt.date.fromisoformat(next(iter(days)))
                pairs[index] = hit, replace(reading, value=day.isoformat() + reading.value[10:], start=day, end=day)
        return pairs


_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:the|The)\s\Z")


def _attributive(text: str, start: int) -> bool:
    """Whether a date stands before a noun it belongs to ("the October 23 agreement"); German has no such order."""
    return _ARTICLE_BEFORE.search(text, max(0, start - 5), start) is not None


def _joined(readings: list[Reading | None]) -> list[Reading | None]:
    """Both ends of a range with its first and last day."""
    first, last = readings
    if first is None or last is None or first.start is None or last.end is None:
        return readings
    if first.start > last.end:
        return readings
    return [Reading(r.type, r.value, r.mod, first.start, last.end, r.resolved) for r in (first, last)]


def _fact(hit: Hit, reading: Reading) -> Fact:
    fact: Fact = {"id": "", "mention": mention(hit.start, hit.end), "type": reading.type, "value": reading.value}
    if reading.mod is not None:
        fact["mod"] = reading.mod
    if reading.start is not None and reading.end is not None:
        fact["start"], fact["end"] = reading.start.isoformat(), reading.end.isoformat()
    fact["resolved"] = reading.resolved
    fact["rule"] = hit.rule.id
    return fact
