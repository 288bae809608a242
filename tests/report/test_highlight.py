"""The coloured text: every character once, every span whole, also where spans nest and cross."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coalition_nlp.records import Document
from coalition_nlp.report.highlight import CATEGORIES, Highlight, highlights, segments

ALPHABET = "abcdefghij"


def plain(text: str) -> Document:
    return Document(id="0" * 64, language="en", text=text)


def covered(document: Document, spans: list[Highlight]) -> dict[str, str]:
    """The text below each label, put together from the segments."""
    found: dict[str, str] = {}
    for segment in segments(document, spans):
        for mark in segment.marks:
            found[mark.label] = found.get(mark.label, "") + segment.text
    return found


def test_segments_are_the_text_and_cover_the_mentions(document: Document) -> None:
    parts = segments(document)
    assert "".join(part.text for part in parts) == document.text
    assert covered(document, highlights(document))["figure: more than 250 tent"] == "250 tents"
    office = next(part for part in parts if part.text == "Norwegian")
    assert [mark.category for mark in office.marks] == ["countries", "offices"]  # the shorter span is on top
    assert [part.text for part in parts if part.noise] == ["Home > News"]


def test_crossing_spans_keep_their_own_lines() -> None:
    spans = [Highlight(0, 6, "people", "left"), Highlight(3, 9, "times", "right")]
    parts = segments(plain(ALPHABET), spans)
    assert [(p.text, [m.label for m in p.marks]) for p in parts] == [
        ("abc", ["left"]), ("def", ["left", "right"]), ("ghi", ["right"]), ("j", []),
    ]  # fmt: skip
    assert {mark.label: mark.lane for part in parts for mark in part.marks} == {"left": 0, "right": 1}


def test_a_quotation_is_drawn_below_what_it_holds() -> None:
    spans = [
        Highlight(0, 10, "statements", "quote"),
        Highlight(2, 4, "people", "who"),
        Highlight(3, 6, "times", "when"),
    ]
    lanes = {mark.label: mark.lane for part in segments(plain(ALPHABET), spans) for mark in part.marks}
    assert lanes == {"who": 0, "when": 1, "quote": 2}


def test_spans_side_by_side_share_a_line() -> None:
    spans = [Highlight(0, 2, "people", "one"), Highlight(2, 4, "people", "two")]
    assert {mark.lane for part in segments(plain(ALPHABET), spans) for mark in part.marks} == {0}


def test_without_records_the_text_is_one_segment() -> None:
    assert [part.text for part in segments(plain(ALPHABET))] == [ALPHABET]
    assert segments(plain("")) == []


SPANS = st.lists(
    st.builds(
        lambda start, length, category, n: Highlight(start, min(start + length, 10), category, str(n)),
        st.integers(0, 9), st.integers(1, 10), st.sampled_from(CATEGORIES), st.integers(0, 99),
    ),
    unique_by=lambda h: h.label,
)  # fmt: skip


@given(SPANS)
def test_any_spans_are_drawn_whole_and_apart(spans: list[Highlight]) -> None:
    spans = sorted(spans, key=lambda h: (h.start, -h.end))
    parts = segments(plain(ALPHABET), spans)
    assert "".join(part.text for part in parts) == ALPHABET
    assert covered(plain(ALPHABET), spans) == {h.label: ALPHABET[h.start : h.end] for h in spans}
    for part in parts:
        assert len({mark.lane for mark in part.marks}) == len(part.marks)
    assert all(left.marks or right.marks for left, right in pairwise(parts))
