"""Numerals: notations, words, scales; and properties on generated input."""

import re
import time
from decimal import Decimal

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.figures.component import FigurePipe
from coalition_nlp.pipes.figures.numerals import NumeralReader

READERS = {"de": NumeralReader("de"), "en": NumeralReader("en")}


def read(language, text):
    return [(n.value, n.sort) for n in READERS[language].read(text)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "1.500", "1500"), ("de", "1,500", "1.5"), ("de", "1.500,25", "1500.25"), ("de", "1,500.25", "1500.25"),
        ("de", "1 234 567,89", "1234567.89"), ("de", "19\u2009000", "19000"), ("de", "1'500", "1500"),
        ("de", "1,500,000", "1500000"), ("de", "2.5", "2.5"), ("de", "0,75", "0.75"), ("de", "2½", "2.5"),
        ("de", "dreiundzwanzig", "23"), ("de", "einundhalb", "1.5"), ("de", "anderthalb", "1.5"),
        ("de", "zweieinhalb Millionen", "2500000"), ("de", "eine halbe Million", "500000"),
        ("de", "ein halbes Dutzend", "6"), ("de", "fünf Dutzend", "60"), ("de", "drei halbe", "1.5"),
        ("de", "zwei Komma drei", "2.3"), ("de", "2,54 Mrd.", "2540000000"), ("de", "zwölftausend", "12000"),
        ("de", "Eine Million dreihundertneunundneunzigtausendfuenfhundertneun", "1399509"),
        ("de", "zweier", "2"), ("de", "hundert", "100"), ("de", "fünf und drei Viertel Milliarden", "5750000000"),
        ("en", "two hundred and three and a half", "203.5"), ("en", "four hundred and two dozens", "424"),
        ("en", "40 k", "40000"), ("en", "3.4b", "3400000000"), ("en", "5e3", "5000"), ("en", "2^10", "1024"),
        ("de", "5e-1", "0.5"), ("en", "3 hundred", "300"), ("en", "two and four fifths", "2.8"),
        ("en", "1,500", "1500"), ("en", "1.500", "1.5"), ("en", "1,500.25", "1500.25"), ("en", "1 234 567", "1234567"),
        ("en", "twenty-three", "23"), ("en", "one hundred and five", "105"), ("en", "two and a half million", "2500000"),
        ("en", "half a million", "500000"), ("en", "a dozen", "12"), ("en", "two point five", "2.5"),
        ("en", "one million three hundred thousand", "1300000"), ("en", "a hundred", "100"), ("en", "3.2bn", "3200000000"),
    ],
)  # fmt: skip
def test_value(language, text, value):
    assert read(language, text) == [(Decimal(value), "N")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "one fourth", "0.25"), ("en", "two thirds", "0.6667"), ("en", "forty fifths", "8"),
        ("en", "one thirty-fifth", "0.02857"), ("en", "four twenty-firsts", "0.1905"), ("en", "two fifths", "0.4"),
        ("en", "one one hundred tenth", "0.009091"), ("en", "two hundred and forty fifths", "48"),
        ("de", "drei Achtel", "0.375"), ("de", "ein Tausendstel", "0.001"), ("en", "a billionth", "0.000000001"),
    ],
)  # fmt: skip
def test_fraction(language, text, value):
    assert read(language, text) == [(Decimal(value), "F")]


@pytest.mark.parametrize(
    "text", ["the twenty-fifth visit", "the fifth visit", "the two hundredth visit", "second", "first"]
)
def test_ordinals_are_no_numerals(text):
    assert read("en", text) == []


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("de", "Hunderttausende", 100000), ("de", "Millionen", 2000000), ("de", "mehrere hundert", 100),
        ("de", "Hunderte Millionen", 100000000), ("en", "tens of thousands", 10000), ("en", "scores", 40),
        ("en", "hundreds of thousands", 100000), ("en", "several hundred", 100), ("en", "dozens", 24),
    ],
)  # fmt: skip
def test_vague(language, text, bound):
    assert read(language, text) == [(Decimal(bound), "V")]


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "das Viertel"), ("de", "Einsatz"), ("en", "the quarter"), ("de", "26th"), ("en", "5G A400M x2")],
)
def test_no_numeral(language, text):
    assert [n for n in read(language, text) if n[1] in "NV"] == []


def grouped(number, mark):
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", mark, str(number))


@given(st.integers(2, 10**15), st.sampled_from([".", "\u2009", "\u202f", "\u00a0", " "]))
def test_german_notation_is_read_back(number, mark):
    assert read("de", f"genau {grouped(number, mark)} Dinge") == [(Decimal(number), "N")]


@given(st.integers(2, 10**15), st.sampled_from([",", "\u2009", "\u202f", "\u00a0"]))
def test_english_notation_is_read_back(number, mark):
    assert read("en", f"exactly {grouped(number, mark)} things") == [(Decimal(number), "N")]


@given(st.integers(1, 10**9), st.integers(0, 99))
def test_decimals_are_read_back(number, part):
    value = Decimal(f"{number}.{part:02d}")
    assert read("de", f"{grouped(number, '.')},{part:02d} km") == [(value, "N")]
    assert read("en", f"{grouped(number, ',')}.{part:02d} km") == [(value, "N")]


GERMAN = [
    "null",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
GERMAN_TENS = ["-", "-", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def german_words(number):
    if number < 20:
        return GERMAN[number]
    if number < 100:
        ones = f"{GERMAN[number % 10]}und" if number % 10 else ""
        return ones + GERMAN_TENS[number // 10]
    base, name = (100, "hundert") if number < 1000 else (1000, "tausend")
    rest = german_words(number % base) if number % base else ""
    return german_words(number // base) + name + rest


def english_words(number, joiner):
    if number < 20:
        return ENGLISH[number]
    if number < 100:
        return ENGLISH_TENS[number // 10] + (f"-{ENGLISH[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f"{joiner}{english_words(number % 100, joiner)}" if number % 100 else ""
        return f"{ENGLISH[number // 100]} hundred{rest}"
    rest = f" {english_words(number % 1000, joiner)}" if number % 1000 else ""
    return f"{english_words(number // 1000, joiner)} thousand{rest}"


@given(st.integers(2, 999_999).filter(lambda n: n % 100 != 1))
def test_german_words_are_read_back(number):
    assert read("de", f"genau {german_words(number)} Dinge") == [(Decimal(number), "N")]


@given(st.integers(2, 999_999), st.sampled_from([" ", " and "]))
def test_english_words_are_read_back(number, joiner):
    assert read("en", f"exactly {english_words(number, joiner)} things") == [(Decimal(number), "N")]


@given(
    st.integers(2, 999), st.sampled_from([("Millionen", 10**6), ("Milliarden", 10**9), ("Mrd.", 10**9), ("Mio", 10**6)])
)
def test_scales_are_read_back(number, scale):
    assert read("de", f"rund {number} {scale[0]} Dinge") == [(Decimal(number * scale[1]), "N")]
    assert read("de", f"rund {german_words(number)} {scale[0]} Dinge")[-1][0] == number * scale[1]


PIECES = st.sampled_from(
    ["1", "23", "1.500", "2,5", " ", " ", "Millionen", "million", "zwei", "two", "Hunderte", "of", "von", "half", "a", "Drittel", "-",
     "–", "bis", "to", "$", "€", "%", "Prozent", "Staaten", "states", "\n", ".", ",", "٣", "３", "½", "und", "and", "(", ")", "killed"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=60))
def test_no_crash_and_no_overlap(find, text):
    for language in ("de", "en"):
        end = 0
        for figure in find(language, text):
            assert end <= figure["mention"]["start"] < figure["mention"]["end"] <= len(text)
            end = figure["mention"]["end"]


@pytest.mark.parametrize(
    "piece",
    [
        "7" * 400 + " ",
        "123 ",
        "1.234",
        "zwei ",
        "two hundred and ",
        "eine halbe ",
        "5 bis ",
        "$5 ",
        "١٢٣4 ",
        "dreihundert",
        "3-",
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_hostile_text_ends(language, piece):
    nlp, pipe = spacy.blank(language), FigurePipe(language)

    def seconds(count):
        view = View(nlp.make_doc(piece * (count // len(piece) + 1)), language)
        start = time.perf_counter()
        pipe.find(view)
        return time.perf_counter() - start

    assert seconds(6_000) < 60  # a guard against endless matching; speed is measured in benchmarks/
