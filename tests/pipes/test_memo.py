"""What is known of word forms is worked out once a form, and never for more forms than allowed."""

from __future__ import annotations

from coalition_nlp.pipes.memo import FormMemo


def test_asks_once_a_form():
    asked = []
    memo = FormMemo(lambda form: asked.append(form) or len(form))
    assert [memo["Oslo"], memo["Rome"], memo["Oslo"]] == [4, 4, 4]
    assert asked == ["Oslo", "Rome"]


def test_keeps_no_more_forms_than_allowed():
    memo = FormMemo(str.upper, most=3)
    for number in range(10):
        assert memo[f"w{number}"] == f"W{number}"
        assert len(memo) <= 3
