"""English statements, sentence by sentence."""

from __future__ import annotations

import pytest

from .cases_en import CASES, COUNTER
from .helpers import summary


@pytest.mark.parametrize(("marked", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_found(marked, expected):
    found = summary("en", marked)
    assert [(name, kind) for name, kind, _ in found] == [(name, kind) for name, kind, _ in expected], found
    for (_, _, text), (_, _, beginning) in zip(found, expected, strict=True):
        assert text.startswith(beginning)


@pytest.mark.parametrize("marked", COUNTER)
def test_not_found(marked):
    assert summary("en", marked) == []
