"""Titles crossed over countries, fields and ranks: a sample of the same cases in every run."""

from __future__ import annotations

import pytest
import spacy

from coalition_nlp.pipes.base import View, facts
from coalition_nlp.pipes.people.component import PeoplePipe

from .crossing import Case, cases, found_offices

SHARE = 60  # one of so many cases
LEAST = 0.98


def _wrong(language: str) -> tuple[list[Case], int]:
    nlp, pipe = spacy.blank(language), PeoplePipe(language)
    wrong, count = [], 0
    for case in cases(language, SHARE):
        doc = nlp(case.text)
        facts(doc)["published"] = None
        found = {p["name"]: found_offices(p) for p in pipe.find(View(doc, language))}
        count += 1
        if any(found.get(name) != (office,) for name, office in case.expected):
            wrong.append(case)
    return wrong, count


@pytest.mark.parametrize("language", ["de", "en"])
def test_nearly_all_titles_of_the_cross_are_read(language: str) -> None:
    wrong, count = _wrong(language)
    assert count > 500
    assert len(wrong) <= (1 - LEAST) * count, "\n".join(case.text for case in wrong[:20])
