"""What must hold for every text: no crash, no overlap, dates read back, no impossible date, linear time."""

import datetime as dt
import re
import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from coalition_nlp.languages import SUPPORTED, rules
from coalition_nlp.pipes.base import facts
from coalition_nlp.pipes.times.beginnings import beginnings
from coalition_nlp.pipes.times.component import rules_of
from coalition_nlp.pipes.times.models import TimeBeginnings
from coalition_nlp.pipes.times.patterns import SPACE, _numbered, alternatives, shortened
from coalition_nlp.pipes.times.tabulate import table
from coalition_nlp.records import Mention, TimeExpression

_PIPELINES = {}
_MONTHS = {
    "de": "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember",
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
}


def times(language, text, published="2015-09-16"):
    if language not in _PIPELINES:
        nlp = _PIPELINES[language] = spacy.blank(language)
        nlp.add_pipe("coalition_sentences")
        nlp.add_pipe("coalition_times")
        nlp.max_length = 10**8
    nlp = _PIPELINES[language]
    doc = nlp.make_doc(text)
    facts(doc)["published"] = published
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return facts(doc)["times"]


def check(text, found):
    end = 0
    for number, fact in enumerate(found, start=1):
        assert fact["id"] == f"t{number}"
        mention = fact["mention"]
        assert end <= mention["start"] < mention["end"] <= len(text)
        end = mention["end"]
        surface = text[mention["start"] : end]
        assert surface == surface.strip()
        whole = Mention(text=surface, start=mention["start"], end=end, sentence=0)
        TimeExpression(**{**fact, "mention": whole})
        assert ("start" in fact) == ("end" in fact)
        if "start" in fact:
            assert fact["start"] <= fact["end"]


def _words(language):
    return sorted(rules_of(language).grammar.vocabulary)


FILLERS = [
    "3.",
    "31",
    "2015",
    "12:30",
    "-",
    "–",
    ",",
    ".",
    "\n",
    "9",
    "04",
    "/",
    "(",
    ")",
    "%",
    "1e9",
    "0",
    "99999",
    "\u00a0",
]


@pytest.mark.parametrize("language", SUPPORTED)
@pytest.mark.parametrize("published", ["2015-09-16", None, "0001-01-01", "9999-12-31"])
def test_no_crash_and_no_overlap_on_words_of_time(language, published):
    @settings(max_examples=120, deadline=None)
    @given(st.lists(st.sampled_from(_words(language) + FILLERS * 12), max_size=30), st.sampled_from([" ", "", "  "]))
    def run(words, glue):
        text = glue.join(words)
        check(text, times(language, text, published))

    run()


@pytest.mark.parametrize("language", SUPPORTED)
def test_no_crash_on_random_text(language):
    @settings(max_examples=100, deadline=None)
    @given(st.text(max_size=120))
    def run(text):
        if text.strip():
            check(text, times(language, text))

    run()


@pytest.mark.parametrize("language", SUPPORTED)
def test_dates_are_read_back(language):
    @settings(max_examples=150, deadline=None)
    @given(st.dates(dt.date(1900, 1, 1), dt.date(2049, 12, 31)))
    def run(day):
        month = _MONTHS[language].split(",")[day.month - 1]
        notations = [day.isoformat(), f"{day.day:02d}.{day.month:02d}.{day.year}"]
        if language == "de":
            notations += [
                f"{day.day}. {month} {day.year}",
                f"{day.day}.{day.month}.{day.year}",
                f"{day.day}. {day.month}. {day.year}",
            ]
        else:
            ending = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
            notations += [
                f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}",
                f"{month} {day.day}{ending}, {day.year}",
                f"{month.upper()} {day.day}, {day.year}",
            ]  # fmt: skip
        for notation in notations:
            text = f"Rom, {notation} (x)"
            found = times(language, text)
            assert [(t["value"], t["start"], t["end"]) for t in found] == [(day.isoformat(),) * 3], notation
            mention = found[0]["mention"]
            assert text[mention["start"] : mention["end"]] == notation

    run()


IMPOSSIBLE = {
    "de": ["31. Februar 2015", "29.02.2019", "30.02.", "31. April", "00.01.2015", "32.01.2015", "2015-02-30",
           "5.13.2015", "25:00 Uhr", "29. Februar 2015"],
    "en": ["February 31, 2015", "31 April 2015", "29.02.2019", "2015-02-30", "13/32/2014", "June 31",
           "February 29, 2015", "the 0th of May"],
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang in SUPPORTED for text in IMPOSSIBLE[lang]])
def test_an_impossible_date_is_none(language, text):
    found = times(language, f"Rom, {text} (x)")
    assert not [t for t in found if len(t["value"]) > 7], found


HOSTILE = {
    "digits": "1" * 100_000, "numbers": "12 " * 50_000, "dots": "1." * 50_000, "dates": "31.12.2015 " * 10_000,
    "months": "Mai May " * 20_000, "spaces": "vor" + " " * 100_000 + "Jahren", "lines": "\n" * 100_000,
    "quotes": '"' * 100_000, "dashes": "-" * 100_000, "words": "heute today " * 10_000, "one word": "a" * 200_000,
    "adjectives": "letzten last " * 15_000, "commas": "Montag, Monday, " * 8_000,
    "arabic digits": "٣١.١٢.٢٠١٥ " * 5_000,
    "ranges": "3. bis 5. to 7 " * 8_000, "zeros": "0:00 0 0,0 " * 10_000, "capitals": "MAI MAY " * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("language", SUPPORTED)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends(language, name):
    text = HOSTILE[name]
    pipe = _pipe(language)

    def cost(part):
        doc = spacy.blank(language)("x")
        started = time.process_time()
        pipe(part)
        return time.process_time() - started, doc

    whole, _ = cost(text)
    assert whole < 60  # a guard against endless matching; speed is measured in benchmarks/


def _pipe(language):
    """The reader alone: spaCy's tokenizer has its own weak spots."""
    from coalition_nlp.pipes.times.patterns import plain

    compiled = rules_of(language)

    def read(text):
        for _ in compiled.grammar.scan(plain(text, compiled.grammar.vocabulary), lambda *_: True):
            pass

    return read


@pytest.mark.parametrize("language", SUPPORTED)
def test_rules_are_tried_wherever_they_match(language):
    """Looking at beginnings only saves time: the table in the package is that of the rules, and words cut short give
    the same beginnings as whole ones."""
    known = rules(language, "times_beginnings", TimeBeginnings)
    assert table(language) == known, "run python -m coalition_nlp.pipes.times.tabulate"
    found = [set() for _ in rules_of(language).grammar._rules]
    for row in known.rows:
        for number in row.rules:
            found[number].update(row.beginnings)
    for some, rule in zip(found, rules_of(language).grammar._rules, strict=True):
        assert some == beginnings(_numbered(rule._expression(rule.rule, False))[0].replace(SPACE, " ")), rule.rule.id
        assert rule.match("", 0) is None, rule.rule.id


@given(st.lists(st.text("aabc- M", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_a_draft_matches_whatever_the_words_do(words):
    words = [" ".join(word.split()) for word in words]
    for word in words:
        assert re.fullmatch(alternatives(words), word)
        assert re.fullmatch(shortened(words), word.replace(" ", " \n "))


def test_beginnings_cover_what_matches():
    assert sorted(beginnings("(?:a|b)?c(?=d)d")) == ["acd", "bcd", "cd"]
    assert beginnings("x?.") == frozenset({"", "x"})


def test_digits_of_other_scripts_are_no_dates():
    assert times("de", "Am ٣١. Mai kam sie.")[0]["value"] == "2015-05"
