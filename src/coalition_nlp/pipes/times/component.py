"""Finds times: expressions by the grammar of the language, values by publication date, tense and dates named before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import cache, cached_property

from coalition_nlp.languages import SUPPORTED, rules
from coalition_nlp.pipes.base import Fact, FactPipe, Sentence, View, mention

from . import calendar
from .calendar import Interval
from .context import Context, Tense
from .guards import Guards, GuardWords
from .models import Hit, Reading, TimeBeginnings, TimeRule, TimeRules, TimeWords
from .normalise import NORMALISERS
from .passages import foreign_lines, only, without
from .patterns import Grammar, plain


class Rules:
    """The rules of one language; each part is compiled when it is first needed, the other language only for a quote."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.table = rules(language, "times", TimeRules)
        self.function_words = frozenset(self.table.function_words)

    @cached_property
    def grammar(self) -> Grammar:
        """Pieces, words and rules."""
        words = rules(self.language, "times_words", TimeWords)
        return Grammar(self.table, words, rules(self.language, "times_beginnings", TimeBeginnings))

    @cached_property
    def tense(self) -> Tense:
        """The words of tense."""
        return Tense(self.table.tense)

    @cached_property
    def guard_words(self) -> GuardWords:
        """What the guards look at."""
        return GuardWords(self.table)

    @cached_property
    def modifier(self) -> re.Pattern[str]:
        """The words before an expression that give it a mod."""
        words = sorted(self.table.modifiers, key=len, reverse=True)
        return re.compile(rf"(?:\A|(?<!\w))({'|'.join(map(re.escape, words))})\s\Z", re.IGNORECASE)


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
        own = rules_of(self.language)
        text = view.readable
        pairs: list[tuple[Hit, Reading]] = []
        for language in SUPPORTED:
            if language == self.language:
                continue
            other = rules_of(language)
            foreign = foreign_lines(text, own.function_words, other.function_words)
            if foreign:
                pairs += _Reader(view, other, plain(only(text, foreign), other.grammar.vocabulary)).pairs()
                text = without(text, foreign)
        pairs += _Reader(view, own, plain(text, own.grammar.vocabulary)).pairs()
        pairs.sort(key=lambda pair: pair[0].start)
        return [{**_fact(hit, reading), "id": f"t{number}"} for number, (hit, reading) in enumerate(pairs, start=1)]


class _Reader:
    """Reads one document from left to right and remembers which day was spoken of last."""

    def __init__(self, view: View, rules: Rules, text: str) -> None:
        self.view = view
        self.rules = rules
        self.text = text
        self.tenses = rules.tense.of(text)
        approximate = view.facts.get("published_value") if view.published is None else None
        self.span = calendar.interval(approximate) if approximate else None
        self.guards = Guards(text, rules.guard_words, self.tense)
        self.previous: dt.date | None = None
        self.previous_any: dt.date | None = None
        self.story: dt.date | None = None
        self.story_sentence = self.agenda_sentence = -10
        self.same_sentence: tuple[int, dt.date] | None = None
        self.last: tuple[int, dt.date] | None = None
        self.told: tuple[int, dt.date] | None = None
        self.ahead: tuple[int, dt.date] | None = None
        self.clock: tuple[dt.date, int] | None = None
        self.set_sentence = -1
        self.week: Interval | None = None
        self.week_sentence = -1

    def pairs(self) -> list[tuple[Hit, Reading]]:
        """All expressions with their readings."""
        pairs: list[tuple[Hit, Reading]] = []
        for hits in self.rules.grammar.scan(self.text, self._allowed):
            if hits[0].rule.normalise == "none":
                continue
            readings = [self.read(hit, hits[0].start, ranged=len(hits) > 1) for hit in hits]
            if len(readings) == 2:
                readings = _joined(readings)
            pairs.extend((hit, reading) for hit, reading in zip(hits, readings, strict=True) if reading is not None)
        return self._agreed(pairs)

    def _allowed(self, rule: TimeRule, *span: int) -> bool:
        """Whether the rule's guard lets a match through."""
        allowed = self.guards(str(rule.guard), *span)
        if not allowed:
            self.view.trace("times", "rejected", rule.id, span[0], span[1], f"kept off by the guard {rule.guard!r}")
        return allowed

    def sentence(self, start: int) -> Sentence:
        """The sentence of a character; one over the whole text where there is none."""
        return self.view.sentence_at(start) or Sentence(0, 0, len(self.text), "body", 0)

    def tense(self, start: int, end: int) -> int:
        """Past (-1) or future (1) by the words around an expression."""
        sentence = self.sentence(start)
        return self.tenses.around((sentence.start, sentence.end), start, end)

    def read(self, hit: Hit, first: int, *, ranged: bool = False) -> Reading | None:
        """The reading of an expression; it becomes what later ones lean on. `first` is where its range begins."""
        sentence = self.sentence(hit.start)
        reading = self._normalised(hit, self._context(hit, first, sentence, ranged=ranged))
        if reading is not None and reading.type == "TIME":
            reading = self._past_midnight(hit, reading)
        if reading is not None and reading.mod is None and reading.type != "SET":
            before = self.rules.modifier.search(self.text[max(sentence.start, first - 20) : first])
            vague = reading.type == "DURATION" and "X" in reading.value  # "über Jahre" is not more than years
            if before is not None and not vague:
                reading = replace(reading, mod=self.rules.table.modifiers[before.group(1).lower()])
        if reading is not None and reading.type == "SET":
            self.set_sentence = sentence.index
        if reading is not None and reading.start is not None and reading.end is not None:
            self._remember(hit, reading, reading.start, reading.end, sentence)
        return reading

    def _context(self, hit: Hit, first: int, sentence: Sentence, *, ranged: bool) -> Context:
        """What an expression is resolved against."""
        return Context(
            published=self.view.published,
            tense=lambda: self.tense(first, hit.end),
            before=lambda: max(self.tenses.before(first, sentence.start), 0 if ranged else -2),  # "vom 3. bis 5. Mai"
            attributive=lambda: _attributive(self.text, first),
            previous=self.previous,
            recent=self._recent(hit, sentence),
            previous_any=self.previous_any,
            apposed=self.last[1] if self.last and _APPOSED.fullmatch(self.text, self.last[0], hit.start) else None,
            week=self.week if self.week_sentence == sentence.index else None,
            told=self.told[1] if self.told is not None and sentence.index - self.told[0] <= 1 else None,
            coming=self.ahead[1] if self.ahead is not None and self.ahead[0] == sentence.index else None,
            told_here=self.told is not None and sentence.index == self.told[0],
        )

    def _normalised(self, hit: Hit, context: Context) -> Reading | None:
        """The reading of an expression. Where only the month or year of publication is known, what would be the same
        on its first and its last day is settled, the rest is not."""
        normalise = NORMALISERS[hit.rule.normalise]
        try:
            if self.span is None:
                return normalise(hit.fields, context)
            first, last = (normalise(hit.fields, replace(context, published=day)) for day in self.span)
            return first if first == last else normalise(hit.fields, context)
        except (ArithmeticError, ValueError):  # before the year 1 or after 9999: no date of this calendar
            return None

    def _past_midnight(self, hit: Hit, reading: Reading) -> Reading:
        """After "gegen 23.15 Uhr" in the same story "gegen 0.30 Uhr" is of the day after."""
        clock = _CLOCK.search(reading.value)
        if clock is None or reading.start is None:
            return reading
        hour, last, self.clock = int(clock.group(1)), self.clock, (reading.start, int(clock.group(1)))
        if not (last and hit.rule.normalise == "daypart" and last[0] == reading.start and last[1] >= _LATE > hour + 15):
            return reading
        try:
            day = reading.start + dt.timedelta(days=1)
        except OverflowError:
            return reading
        self.clock = day, hour
        return replace(reading, value=day.isoformat() + reading.value[10:], start=day, end=day)

    def _recent(self, hit: Hit, sentence: Sentence) -> dt.date | None:
        """The day a time of day belongs to: the one spoken of just before, unless the time stands alone on its line."""
        if (
            hit.start == sentence.start
            and hit.end < sentence.end - 1
            and self.agenda_sentence >= sentence.index - _AGENDA
        ):
            return self.previous  # "15:00 Arrival" under the date of the day
        alone = sentence.end - sentence.start <= hit.end - hit.start + 1
        if self.same_sentence is not None and self.same_sentence[0] == sentence.index:
            return self.same_sentence[1]
        if alone or sentence.index == self.set_sentence:  # "montags von 8 bis 16 Uhr" is of no one day
            return None
        ahead = self.ahead
        if ahead and 0 <= sentence.index - ahead[0] <= _NEAR and ahead[0] >= self.story_sentence:
            if self.tense(hit.start, hit.end) >= 0:
                return ahead[1]
        return None if sentence.index - self.story_sentence > _NEAR else self.story

    def _remember(self, hit: Hit, reading: Reading, start: dt.date, end: dt.date, sentence: Sentence) -> None:
        background = self.tenses.is_background((sentence.start, sentence.end), hit.start, hit.end)
        if "year" in hit.fields and self.guards.leads(hit.start, hit.end):
            self.told = sentence.index, start
        if "-W" in reading.value and start != end:
            self.week, self.week_sentence = (start, end), sentence.index
        self.previous_any = start
        self.last = (hit.end, start) if start == end else None
        if start == end:
            self.previous, self.agenda_sentence = start, sentence.index
            self.same_sentence = sentence.index, start
            if self.view.published is not None and start > self.view.published:
                background, self.ahead = True, (sentence.index, start)
        if background:
            return  # "hatte am Montag begonnen" looks back: what follows goes on where the story was
        if start == end:
            self.story, self.story_sentence = start, sentence.index

    def _agreed(self, pairs: list[tuple[Hit, Reading]]) -> list[tuple[Hit, Reading]]:
        """A weekday before its date has that date; in a line without a verb (a headline) it is the one that the text
        names elsewhere."""
        told: dict[str, set[str]] = {}
        bare: list[int] = []
        for index, (hit, reading) in enumerate(pairs):
            if hit.rule.normalise != "weekday" or not reading.resolved:
                continue
            if (day := self._date_behind(pairs, index)) is not None:
                self._move(pairs, index + 1, reading.start, day)
                pairs[index] = hit, replace(reading, value=day.isoformat() + reading.value[10:], start=day, end=day)
            elif hit.rule.id == "weekday" and "shift" not in hit.fields:
                sentence = self.sentence(hit.start)
                if self.tense(hit.start, hit.end) or self.tenses.before(hit.start, sentence.start):
                    told.setdefault(hit.fields["weekday"], set()).add(reading.value[:10])
                else:
                    bare.append(index)
        for index in bare:
            hit, reading = pairs[index]
            days = told.get(hit.fields["weekday"], set())
            if len(days) == 1 and reading.value[:10] not in days:
                day = dt.date.fromisoformat(next(iter(days)))
                self._move(pairs, index + 1, reading.start, day)
                pairs[index] = hit, replace(reading, value=day.isoformat() + reading.value[10:], start=day, end=day)
        return pairs

    def _move(self, pairs: list[tuple[Hit, Reading]], index: int, old: dt.date | None, new: dt.date) -> None:
        """Takes the times of day that lean on a weekday along to its true day ("am Abend")."""
        first = self.sentence(pairs[index - 1][0].start).index
        for at in range(index, min(index + _DATES_BEHIND, len(pairs))):
            hit, reading = pairs[at]
            if reading.start != old or hit.rule.normalise != "daypart":
                return
            if self.sentence(hit.start).index - first > _NEAR:
                return
            pairs[at] = hit, replace(reading, value=new.isoformat() + reading.value[10:], start=new, end=new)

    def _date_behind(self, pairs: list[tuple[Hit, Reading]], index: int) -> dt.date | None:
        """The date that follows a weekday: "Mittwoch (2. Januar)", "Samstag und Sonntag, 5. und 6. Mai"."""
        wanted, end = int(pairs[index][0].fields["weekday"]), pairs[index][0].end
        for hit, reading in pairs[index + 1 : index + _DATES_BEHIND]:
            if _BETWEEN.fullmatch(self.text, end, hit.start) is None:
                return None
            if hit.rule.normalise == "date" and "day" in hit.fields and reading.resolved:
                day = dt.date.fromisoformat(reading.value[:10])  # the interval may be that of a range
                if day.isoweekday() == wanted:
                    return day
            elif hit.rule.normalise != "weekday":
                return None
            end = hit.end
        return None


_BETWEEN = re.compile(r",? ?\(?(?:und |bis |and |to |am |den |dem |the |on |– |- |/)?(?:am |den |dem |the |on )?")
_DATES_BEHIND = 4
_CLOCK = re.compile(r"T(\d\d):")
_LATE = 21  # hour from which on a story goes on past midnight, until fifteen hours before it
_NEAR = 2  # sentences within which a time of day belongs to the day named last
_AGENDA = 3  # lines within which times of day follow the date they stand under
_APPOSED = re.compile(r",? \(?")
_WEEK = dt.timedelta(days=7)
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(?:the|The)\s\Z")


def _attributive(text: str, start: int) -> bool:
    """Whether a date stands before a noun it belongs to ("the October 23 agreement"); German has no such order."""
    return _ARTICLE_BEFORE.search(text, max(0, start - 5), start) is not None


def _joined(readings: list[Reading | None]) -> list[Reading | None]:
    """Both ends of a range with its first and last day."""
    first, last = readings
    if first is None or last is None or first.start is None or last.end is None:
        return readings
    start, end = first.start, first.end or first.start
    if start > last.end:
        if start - last.end < _WEEK and start == end:  # from Monday to Friday, said on a Wednesday
            start -= _WEEK
            first = replace(first, value=start.isoformat() + first.value[10:], start=start, end=start)
        else:  # from November to February
            value = f"{int(first.value[:4]) - 1:04d}{first.value[4:]}" if first.value[:4].isdecimal() else first.value
            start, end = calendar.add_months(start, -12), calendar.add_months(end, -12)
            first = replace(first, value=value, start=start, end=end)
    if start > last.end:
        return readings
    return [replace(reading, start=start, end=last.end) for reading in (first, last)]


def _fact(hit: Hit, reading: Reading) -> Fact:
    fact: Fact = {"id": "", "mention": mention(hit.start, hit.end), "type": reading.type, "value": reading.value}
    if reading.mod is not None:
        fact["mod"] = reading.mod
    if reading.start is not None and reading.end is not None:
        fact["start"], fact["end"] = reading.start.isoformat(), reading.end.isoformat()
    fact["resolved"] = reading.resolved
    fact["rule"] = hit.rule.id
    return fact
