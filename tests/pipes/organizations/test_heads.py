"""Patterns are tried beside their heads only: that must lose no match, and stay linear."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import spacy

from coalition_nlp.pipes.base import View
from coalition_nlp.pipes.organizations.component import OrganizationPipe, _Reader
from coalition_nlp.pipes.organizations.patterns import compiled

GOLD = Path(__file__).parents[2] / "gold"
MADE = {
    "de": "Die US-Regierung und das Tornado-Nord-Süd-Milizen-Lager. Die Süd-West-Miliz, das Ministerium für Fischerei, "
    "der Sender „Radio Möwe“ und die Möwen-Partei; das Übergangsparlament tagt nicht, das Parlament schon.",
    "en": "The Ministry of Fisheries, Trade and Energy told the Grand Old Gull Party and the North-South Brigade. The "
    "Foreign Affairs Ministry, the air force, the\nArmed  Forces and an interim government met. Parties talk.",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_heads_lose_no_match(language):
    rules, nlp = compiled(language), spacy.blank(language)
    found = 0
    for text in [MADE[language], *(p.read_text("utf-8") for p in sorted((GOLD / language).glob("*.txt")))]:
        reader = _Reader(View(nlp(text), language), rules)
        for rule in (*rules.bodies, *rules.compounds):
            expected = [match.span() for match in rule.pattern.finditer(reader.text)]
            assert [match.span() for match in reader._matches(rule)] == expected, rule.heads
            found += len(expected)
    assert found > 10


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "regierung" * 20_000), ("de", "Regierung " * 20_000), ("en", "A " * 20_000 + "Party " * 20_000)],
)
def test_many_heads_take_linear_time(language, text):
    nlp = spacy.blank(language)
    nlp.max_length = 10**6
    doc = nlp.make_doc(text)
    start = time.process_time()
    OrganizationPipe(language)(doc)
    assert time.process_time() - start < 10
