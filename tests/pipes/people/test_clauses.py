"""Titles that stand apart from their name, and countries that an office takes from others."""

from __future__ import annotations

import pytest

from coalition_nlp import extract


def _offices(language: str, text: str) -> list[str]:
    document = extract(text, language=language, published="2024-03-01")
    return [f"{p.name}: {o.role}/{o.portfolio or '-'}/{o.country or '-'}" for p in document.people for o in p.offices]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Als finnische Umweltministerin vertrat Anna Berg eine Linie.", ["Anna Berg: minister/other/FI"]),
        (
            "de",
            "Anna Berg wurde am Freitag als Premierministerin Perus vereidigt.",
            ["Anna Berg: head_of_government/-/PE"],
        ),
        (
            "de",
            "Peter Novak (SPD), der seit Mai deutscher Außenminister ist, kam.",
            ["Peter Novak: minister/foreign/DE"],
        ),
        ("de", "Peter Novak kandidiert als Präsident von Polen.", []),
        ("de", "Nach Ansicht von Peter Novak, Premier Perus, reicht das.", ["Peter Novak: head_of_government/-/PE"]),
        ("de", "Bald traf Anna Berg ein, die Außenministerin Islands.", ["Anna Berg: minister/foreign/IS"]),
        ("en", "As Norwegian foreign minister, Anna Berg signed the pact.", ["Anna Berg: minister/foreign/NO"]),
        ("en", "Soon Anna Berg arrived, the Icelandic foreign minister.", ["Anna Berg: minister/foreign/IS"]),
        ("en", "Iceland: Anna Berg, national security adviser", ["Anna Berg: official/-/IS"]),
        ("en", "Peter Novak is known as well as President Anna Berg of Peru.", ["Anna Berg: head_of_state/-/PE"]),
    ],
)
def test_offices(language: str, text: str, expected: list[str]) -> None:
    assert _offices(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Anna Berg, seit dem Spätherbst Ministerin für Energie in Peru, kam.", [("PE", False, False)]),
        ("de", "Anna Berg, bis vor kurzem finnische Innenministerin, kam.", [("FI", True, False)]),
        ("de", "Anna Berg, ab Mai finnische Innenministerin, kam.", [("FI", False, True)]),
        ("de", "Man gratulierte Anna Berg zur Ernennung zur finnischen Innenministerin.", [("FI", False, False)]),
        ("de", "Nach ihrer Wahl zur finnischen Premierministerin reiste Anna Berg ab.", [("FI", False, False)]),
        ("de", "Anna Berg traf seit Mai den Minister in Peru.", []),
        ("en", "Anna Berg, until last spring Finnish foreign minister, came.", [("FI", True, False)]),
        ("en", "They congratulated Anna Berg on her nomination as Finnish Energy Minister.", [("FI", False, True)]),
        ("en", "Her Excellency Anna Berg, Minister of Health, Finland, came.", [("FI", False, False)]),
        ("en", "Anna Berg praised the appointment of a Finnish energy minister.", []),
    ],
)
def test_terms(language: str, text: str, expected: list[tuple[str, bool, bool]]) -> None:
    document = extract(text, language=language, published="2024-03-01")
    assert [(o.country, o.former, o.designated) for p in document.people for o in p.offices] == expected
    assert [p.name for p in document.people] == ["Anna Berg"]
