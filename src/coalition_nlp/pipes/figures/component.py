"""Finds figures: numbers with what they count."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from coalition_nlp.pipes import syntax
from coalition_nlp.pipes.base import Fact, FactPipe, View, mention
from coalition_nlp.pipes.rejections import trace_rest

from .casualties import Casualties
from .chains import share
from .context import Context
from .models import Hit, Numeral
from .money import add_part, join_subunits, set_currency
from .numerals import NumeralReader
from .patterns import CompiledRule, Grammar, blanked, clean, grammar, shadow
from .phrases import Phrases, phrases

_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_COUNTED_NEXT = re.compile(r"\s+(?:[\w’']+\s+){0,4}(?=\ue000)")
_PREPOSITION = re.compile(r"(?<!\w)(?:in|im|aus|bei|nahe|near|at)\s$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class FigurePipe(FactPipe):
    """Finds figures: counts, money, percentages, fractions and measures, with unit, modifier and bounds.

    >>> import spacy
    >>> nlp = spacy.blank("en"); _ = nlp.add_pipe("coalition_figures")
    >>> [figure] = nlp("More than 80 states took part.")._.coalition["figures"]
    >>> figure["value"], figure["modifier"], figure["unit"]
    ('80', 'more_than', 'state')
    """

    key = "figures"

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.grammar: Grammar = grammar(language)
        self.reader = NumeralReader(language, self.grammar.suffixes)
        self.phrases: Phrases = phrases(language)
        self.casualties = Casualties(self.phrases.words)
        self.context = Context(self.phrases.words, self.phrases.units)

    def find(self, view: View) -> list[Fact]:
        """The figures of one document, in text order."""
        text = clean(view.prose_text)
        spans = [(t["mention"]["start"], t["mention"]["end"]) for t in view.get("times")]
        spans = [span for span in spans if not self.grammar.not_times.match(text, span[0])]
        text = blanked(text, sorted(spans))
        numerals = self.reader.read(text)
        if not numerals:
            return []
        kept = [n for n in numerals if not self.grammar.is_no_figure(text, n)]
        kept = self._without_scores(text, kept)
        for numeral in kept:
            if numeral.sort == "O" and self._is_negative(text, numeral.start):
                numeral.sort = "N"
        # numerals of names stay in the shadow as what they are, but start no figure
        dark = shadow(text, kept)
        hits: list[Hit] = []
        by_start = {n.start: n for n in kept}
        end = 0
        for numeral in kept:
            if numeral.start < end:
                continue
            sentence = view.sentence_at(numeral.start)
            limit = sentence.end if sentence is not None else len(text)
            hit = self._hit(text, dark, numeral, by_start, max(limit, numeral.end), end)
            if hit is not None:
                hits.append(hit)
                end = hit.end
        hits = join_subunits(text, hits)
        self._interpret(text, hits, view)
        hits = [h for h in hits if not (h.bare and h.numeral.sort == "O")]
        if view.tracing:
            rest = ((n.start, n.end) for n in numerals)
            why = "an ordinal, a part of a name, a score or a number that counts nothing"
            trace_rest(view, "figures", "numeral", rest, [(h.start, h.end) for h in hits], why)
        return [self._fact(index, hit) for index, hit in enumerate(hits, 1)]

    def _without_scores(self, text: str, numerals: list[Numeral]) -> list[Numeral]:
        """Drops "3-1", "12-12": numbers with a hyphen, the first not the smaller one, that are no result of a vote."""
        dropped: set[int] = set()
        for first, second in pairwise(numerals):
            gap = text[first.end : second.start]
            if gap in ("-", "–") and not first.words and first.value >= second.value and second.scale == 1:
                if not self.context.ballot.search(text[max(0, first.start - 160) : second.end + 100]):
                    dropped |= {first.start, second.start}
        return [n for n in numerals if n.start not in dropped] if dropped else numerals

    def _is_negative(self, text: str, start: int) -> bool:
        return self.grammar.minus.search(text, max(0, start - 12), start) is not None

    # --- one figure ---

    def _hit(
        self, text: str, dark: str, numeral: Numeral, by_start: dict[int, Numeral], limit: int, floor: int
    ) -> Hit | None:
        for compiled in self.grammar.rules:
            start = numeral.start
            if compiled.lead is not None:
                low = max(floor, start - 24)
                lead = compiled.lead.search(text[low:start])
                if lead is None:
                    continue
                start = low + lead.start("lead")
            match = compiled.pattern.match(dark, numeral.start, limit)
            if match is None:
                continue
            hit = self._build(text, dark, compiled, match, start, numeral, by_start, limit)
            if hit is not None:
                return hit
        return None

    def _build(
        self, text: str, dark: str, compiled: CompiledRule, match: re.Match[str], start: int, numeral: Numeral,
        by_start: dict[int, Numeral], limit: int,
    ) -> Hit | None:  # fmt: skip
        rule, groups = compiled.rule, match.groupdict()
        second_at = match.start("m") if groups.get("m") else match.start("m1") if groups.get("m1") else -1
        if numeral.sort == "O" and rule.kind in ("money", "measure"):
            return None
        second = by_start.get(second_at)
        hit = Hit(start, match.end(), numeral, rule.id, rule.kind, number_end=numeral.end)
        if rule.id in ("ratio", "over"):
            return self._ratio(dark, hit, second, limit, any_number=rule.id == "over")
        if second is not None and rule.id != "vote" and self._is_change(text, hit, match):
            hit.end, second = numeral.end, None
            if rule.kind == "count" and rule.id != "bare":
                return None
        self._amount(hit, numeral, second if rule.id != "vote" else None)
        if rule.id == "plus_sign":
            odd = text.startswith("-odd", numeral.end)
            hit.low, hit.modifier = (None, "approx") if odd else (hit.value, "at_least")
        if rule.kind == "money":
            set_currency(text, match, hit, self.grammar.currencies)
            add_part(text, dark, hit, by_start)
        elif rule.kind == "percent":
            written = match.groupdict().get("percent") or "%"
            hit.unit, hit.unit_text = _percent_unit(written), written
            self._share_of(text, dark, hit, limit)
        elif rule.kind == "measure":
            if self._is_attribute(match, hit):
                return None
            hit.unit = rule.unit or self.grammar.measures.unit(match["measure"])
            hit.unit_text = match["measure"]
        elif rule.kind == "fraction":
            return self._fraction(dark, hit, limit)
        else:
            return self._count(text, dark, hit, compiled, match, limit)
        return hit

    def _is_attribute(self, match: re.Match[str], hit: Hit) -> bool:
        """ "two barrel bombs": an English measure in the singular behind a plural number belongs to the next noun."""
        word = match["measure"]
        if self.language != "en" or len(word) < 4 or not word.islower() or word.endswith(("s", "feet", "hertz")):
            return False
        hyphen = match.string[match.start("measure") - 1] == "-"
        return (
            not hyphen and (hit.value is None or hit.value > 1) and match.string[match.end() : match.end() + 1] == " "
        )

    @staticmethod
    def _amount(hit: Hit, first: Numeral, second: Numeral | None) -> None:
        """Value and bounds of a numeral or a range."""
        if first.sort == "V":
            hit.low, hit.modifier = first.value, "at_least"
        elif second is not None:
            low = first.value
            if first.scale == 1 and second.scale > 1 and low < second.value / second.scale * 2 and low < 1000:
                low = low * second.scale
            hit.low, hit.high, hit.modifier = low, second.value, "range"
            hit.number_end = second.end
        else:
            hit.value = first.value

    def _ratio(self, dark: str, hit: Hit, second: Numeral | None, limit: int, *, any_number: bool) -> Hit | None:
        """ "two out of three Yemenis": both numbers small and the first below the second."""
        first = hit.numeral
        if second is None or not first.value < second.value or second.value > 1000 or first.value < 1:
            return None
        if not any_number and second.value > 10 and second.value not in (12, 20, 100, 1000):
            return None
        if any_number and first.value != 1:
            return None
        hit.value = share(first.value, second.value)
        hit.number_end = second.end
        phrase = self.phrases.find(dark, second.end, limit)
        bare_in = phrase is None and first.sort != "O" and " in " in dark[first.end : second.start]
        if bare_in and self.language == "en" and not (first.words and second.words):
            return None
        if phrase is not None:
            hit.end, hit.unit, hit.unit_text, hit.noun_class = (
                phrase.end,
                phrase.unit,
                dark[phrase.start : phrase.end],
                phrase.noun_class,
            )
        return hit

    def _fraction(self, dark: str, hit: Hit, limit: int) -> Hit | None:
        phrase = self.phrases.after_genitive(dark, hit.end, limit)
        if phrase is not None:
            hit.end, hit.unit, hit.unit_text, hit.noun_class = phrase.end, phrase.unit, phrase.head, phrase.noun_class
            hit.of = phrase.unit
        elif hit.numeral.lone and not (
            _COUNTED_NEXT.match(dark, hit.end, limit) or self.context.pronoun.match(dark, hit.end, limit)
        ):
            return None
        return hit

    def _share_of(self, text: str, dark: str, hit: Hit, limit: int) -> None:
        phrase = self.phrases.after_genitive(dark, hit.end, limit)
        if phrase is not None:
            hit.of = phrase.unit

    def _count(
        self, text: str, dark: str, hit: Hit, compiled: CompiledRule, match: re.Match[str], limit: int
    ) -> Hit | None:
        rule, numeral = compiled.rule, hit.numeral
        if (
            hit.value is not None
            and hit.value in (0, 1)
            and rule.id != "vote"
            and not self._is_negative(text, hit.start)
        ):
            return None
        if rule.id == "hyphen":
            return self._hyphen(hit, match["unit"])
        if rule.unit is not None:
            if rule.id == "vote" and not self._is_ballot(text, hit):
                return None
            hit.unit = rule.unit
            return hit
        if rule.noun in ("needed", "optional"):
            phrase = self.phrases.find(dark, hit.end, limit)
            if phrase is None:
                if rule.noun == "optional":
                    hit.end = numeral.end
                    hit.bare = True
                    return hit
                return None
            if not phrase.known and self._is_name_part(text, hit):
                return None
            hit.end, hit.unit, hit.noun_class = phrase.end, phrase.unit or None, phrase.noun_class
            hit.unknown = not phrase.known
            hit.unit_text = text[phrase.head_start : phrase.head_start + len(phrase.head)]
            hit.bare, hit.head_start = not phrase.unit, phrase.head_start
            return hit
        hit.bare = True
        if rule.id == "share":
            of_number = _COUNTED_NEXT.match(
                dark, hit.end, limit
            )  # "Frage 23 der Abgeordneten", but "60 der 100 Stimmen"
            if of_number is None and not numeral.words and self._is_name_part(text, hit):
                return None
            phrase = self.phrases.after_genitive(dark, hit.end, limit)
            if phrase is not None:
                hit.unit, hit.noun_class, hit.of = phrase.unit, phrase.noun_class, phrase.unit
            return hit
        return hit if self._may_stand_alone(text, hit) else None

    def _hyphen(self, hit: Hit, word: str) -> Hit | None:
        noun = self.phrases.units.noun(word)
        if noun is None and word not in self.phrases.words.hyphen_nouns:
            return None
        if self.language == "de" and word not in self.phrases.words.hyphen_nouns:
            return None
        hit.unit, hit.unit_text = (noun.unit if noun else word), word
        hit.noun_class = noun.noun_class if noun else None
        return hit

    def _is_change(self, text: str, hit: Hit, match: re.Match[str]) -> bool:
        """ "grew from 20 to 30" is no range, "from 20 to 30 guests came" is one."""
        if match.groupdict().get("m") is None:
            return False
        left = text[max(0, hit.start - 60) : hit.start]
        return bool(self.context.origin.search(left) and self.context.change.search(left))

    def _is_ballot(self, text: str, hit: Hit) -> bool:
        return bool(self.context.ballot.search(text[max(0, hit.start - 160) : hit.end + 100]))

    def _may_stand_alone(self, text: str, hit: Hit) -> bool:
        """A number without a noun: no year, and no part of a name ("Tornado 2")."""
        numeral = hit.numeral
        if numeral.sort == "O":
            return False
        plain = text[numeral.start : numeral.end]
        if text[numeral.end : numeral.end + 1] == "-" and text[numeral.end + 1 : numeral.end + 2].isalpha():
            return False
        if _YEAR.fullmatch(plain):
            return False
        return not self._is_name_part(text, hit)

    def _is_name_part(self, text: str, hit: Hit) -> bool:
        """ "Tornado 2", "die Großen Vier": a small number right behind a name, or itself with a capital."""
        numeral = hit.numeral
        if numeral.value >= 100 or numeral.scale != 1 or self.grammar.modifier_before(text, hit.start):
            return False
        before = _WORD_BEFORE.search(text, max(0, numeral.start - 30), numeral.start)
        if numeral.words:
            return text[numeral.start].isupper() and before is not None
        if before is None or not before[1][0].isupper() or before[1].lower() in self.phrases.stop:
            return False
        return _PREPOSITION.search(text, max(0, before.start() - 8), before.start()) is None

    # --- what the surroundings add ---

    @staticmethod
    def _attributive_nouns(hit: Hit, view: View) -> None:
        """ "patrol boats": nouns right before an English head belong to the unit; the tagger tells nouns."""
        if hit.unit is None or hit.head_start < 0 or " " in hit.unit or hit.noun_class in ("name", "death", "injury"):
            return
        words: list[str] = []
        for token in reversed(list(view.span(hit.number_end, hit.head_start))):
            if token.idx >= hit.head_start:
                continue
            if token.idx < hit.number_end or not token.is_lower or not syntax.is_noun(token):
                break
            if view.text[token.idx - 1] == "-":
                break
            words.append(token.text)
        if words:
            hit.unit = " ".join([*reversed(words), hit.unit])

    def _interpret(self, text: str, hits: list[Hit], view: View) -> None:
        if self.language == "en" and syntax.has_tags(view.doc):
            for hit in hits:
                self._attributive_nouns(hit, view)
        for hit in hits:
            minus = (
                self.grammar.minus.search(text, max(0, hit.start - 12), hit.start) if hit.value is not None else None
            )
            if minus is not None and hit.value is not None:
                hit.value, hit.start = -hit.value, minus.start(1)
            self._modify(text, hit)
        at = 0
        while at < len(hits):
            sentence = view.sentence_at(hits[at].start)
            if sentence is None:
                at += 1
                continue
            stop = at
            while stop < len(hits) and hits[stop].start < sentence.end:
                stop += 1
            self.casualties.apply(text, hits[at:stop], sentence)
            at = max(stop, at + 1)
        self.context.nouns_from_elsewhere(text, hits, view)
        self.context.times(text, hits, view)

    def _modify(self, text: str, hit: Hit) -> None:
        odd = hit.kind == "count" and hit.value is not None and hit.value < 10**9 and hit.value % 10 != 0
        modifier = self.grammar.modifier_before(text, hit.start, odd) or self.grammar.modifier_after(
            text, hit.number_end
        )
        if modifier is None or hit.modifier != "exact":
            return
        hit.modifier = modifier
        if modifier in ("more_than", "at_least"):
            hit.low = hit.value
        elif modifier in ("less_than", "at_most"):
            hit.high = hit.value

    @staticmethod
    def _fact(index: int, hit: Hit) -> Fact:
        fact: Fact = {"id": f"f{index}", "mention": mention(hit.start, hit.end), "kind": hit.kind, "rule": hit.rule}
        for name in ("value", "low", "high"):
            value = getattr(hit, name)
            if value is not None:
                fact[name] = _plain(value)
        if hit.modifier != "exact":
            fact["modifier"] = hit.modifier
        for name in ("unit", "unit_text", "currency", "of", "time"):
            value = getattr(hit, name)
            if value:
                fact[name] = value
        return fact


def _plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros at the end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percent_unit(written: str) -> str:
    """Percent, percentage point or per mille."""
    low = written.lower()
    if "point" in low or "punkt" in low:
        return "percentage point"
    return "per mille" if "mil" in low or low == "‰" else "percent"
