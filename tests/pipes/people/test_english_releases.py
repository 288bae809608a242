"""Titles as English releases of ministries and organizations write them: whose they are, and of which state.

An office is written as in `test_people`; several persons of a text are parted by ";", their offices by "+".
"""

from __future__ import annotations

import pytest

from .test_people import people, written


def told(text: str, published: str | None = None) -> str:
    _, found = people(text.replace("\\n", "\n").replace("\\t", "\t"), "en", published)
    return "; ".join(f"{p['name']}: {' + '.join(written(o) for o in p['offices'])}".rstrip(": ") for p in found)


# An apposition behind a name belongs to it, never to the name that follows in the list.
APPOSITIONS = [
    (
        "With us were the Hon. Ole Brandvold, Minister of National Defence, and the Right Honourable Karl Lind,"
        " Prime Minister of Canada.",
        "Ole Brandvold: minister/defence/CA; Karl Lind: head_of_government/-/CA",
    ),
    (
        "Senator the Hon Ola Brandvold, Minister for Human Services, and the Hon Karl Lind MP, Prime Minister, came.",
        "Ola Brandvold: minister/other/-; Karl Lind: legislator/-/- + head_of_government/-/-",
    ),
    (
        "Baroness Brandvold, Senior Minister of State at the Foreign Office, and International Development Secretary"
        " Peter Lind came.",
        "Brandvold: deputy_minister/foreign/GB; Peter Lind: minister/development/GB",
    ),
    (
        "Ole Brandvold, the ambassador of Iceland, and Prime Minister Karl Lind met.",
        "Ole Brandvold: ambassador/-/IS; Karl Lind: head_of_government/-/IS",
    ),
    (
        "Also there: Ole Brandvold, Minister of Finance and Economic Management, Iceland; Ola Lind, Trade Minister,"
        " Latvia; and Karl Berg, Director General, Ministry of Commerce, Kenya.",
        "Ole Brandvold: minister/finance/IS; Ola Lind: minister/economy/LV; Karl Berg: director/economy/KE",
    ),
    (
        "They met King Harald, Crown Prince Ole Brandvold, the foreign ministers of the Baltic states, and the envoy.",
        "Harald: head_of_state/-/-; Ole Brandvold: official/-/-",
    ),
    (
        "Ole Brandvold and Karl Lind, the foreign ministers of Iceland and Latvia, met.",
        "Ole Brandvold: minister/foreign/IS; Karl Lind: minister/foreign/LV",
    ),
]  # fmt: skip

# Two titles of one person, parted by a slash, "and" or nothing.
DOUBLE = [
    ("EU High Representative/Vice-President Ole Brandvold spoke.", "Ole Brandvold: official/foreign/EU"),
    ("HR/VP Brandvold will travel to Kyiv.", "Brandvold: official/foreign/EU"),
    ("HRVP Ole Brandvold spoke.", "Ole Brandvold: official/foreign/EU"),
    (
        "Icelandic Foreign Minister/Deputy Prime Minister Ole Brandvold came.",
        "Ole Brandvold: minister/foreign/IS + official/-/IS",
    ),
    (
        "Deputy Prime Minister and Minister of Finance and Economic Management Ole Brandvold of Iceland came.",
        "Ole Brandvold: official/-/IS + minister/finance/IS",
    ),
    (
        "The chairman of the High Water Council, Ole Brandvold, and DPM Karl Lind of Iceland spoke.",
        "Ole Brandvold: other/-/High Water Council; Karl Lind: official/-/IS",
    ),
    (
        "The chairman of the High Water Council Dr Ole Brandvold spoke.",
        "Ole Brandvold: other/-/High Water Council",
    ),
]  # fmt: skip

# Letters behind a name: a seat in parliament is an office, an order is none.
LETTERS = [
    (
        "They saw Prime Minister Ole Brandvold MP, and Minister for Defence Dr Karl Lind of Iceland.",
        "Ole Brandvold: head_of_government/-/IS + legislator/-/IS; Karl Lind: minister/defence/IS",
    ),
    ("Ole Brandvold MEP spoke.", "Ole Brandvold: legislator/-/-"),
    ("The Hon Ole Brandvold AC MP, Australian Minister for Trade, spoke.",
     "Ole Brandvold: legislator/-/AU + minister/economy/AU"),
    ("General Ole Brandvold AO DSC, Chief of the Defence Force, spoke.", "Ole Brandvold: military_officer/-/Defence Force"),
]  # fmt: skip

# Envoys: the region they look after is no country of the office.
ENVOYS = [
    (
        "U.S. Special Representative for Iceland and Latvia Ambassador Ole Brandvold came.",
        "Ole Brandvold: envoy/-/US + ambassador/-/US",
    ),
    ("Special Representative for Iceland and Latvia Ambassador Ole Brandvold came.",
     "Ole Brandvold: envoy/-/- + ambassador/-/-"),
    ("UN SRSG Ole Brandvold came.", "Ole Brandvold: envoy/-/UN"),
    ("EUSR for the Sahel Ole Brandvold-de Groot came.", "Ole Brandvold-de Groot: envoy/-/EU"),
    ("U.S. Ambassador-at-Large for Global Women's Issues Ola Brandvold came.", "Ola Brandvold: ambassador/-/US"),
]  # fmt: skip

# Organizations in front of a title.
ORGANIZATIONS = [
    ("OAS Secretary General Ole Brandvold came.", "Ole Brandvold: secretary_general/-/OAS"),
    ("AMISOM head Ole Brandvold came.", "Ole Brandvold: director/-/AMISOM"),
    ("EEAS Executive Secretary General Ole Brandvold came.", "Ole Brandvold: secretary_general/-/EU"),
    ("SADC Executive Secretary Ole Brandvold came.", "Ole Brandvold: secretary_general/-/SADC"),
]  # fmt: skip

STATES = [
    ("The Acting Secretary of Homeland Security Ole Brandvold came.", "Ole Brandvold: minister/interior/US/acting"),
    (
        "He met King Ole Brandvold of Jordan, Crown Prince Karl Lind of Abu Dhabi, and others.",
        "Ole Brandvold: head_of_state/-/JO; Karl Lind: official/-/AE",
    ),
    (
        "In Oslo, Norway, he met Prime Minister Lind, Foreign Minister Berg, and Opposition Leader Brandvold.",
        "Lind: head_of_government/-/NO; Berg: minister/foreign/NO; Brandvold: other/-/NO",
    ),
    (
        "He will travel to Iceland to discuss ties between the countries, and support for Latvia.\\nDuring the visit he"
        " will meet Prime Minister Ole Brandvold and Minister for Defence Karl Lind.",
        "Ole Brandvold: head_of_government/-/IS; Karl Lind: minister/defence/IS",
    ),
]  # fmt: skip

TABLES = [
    ("Ola Brandvold | Minister of Defence | Kenya", "Ola Brandvold: minister/defence/KE"),
    ("Ole Brandvold\\tPrime Minister\\tDenmark", "Ole Brandvold: head_of_government/-/DK"),
    ("Prime Minister | Ole Brandvold | Denmark", "Ole Brandvold: head_of_government/-/DK"),
    ("Denmark | Ole Brandvold | Foreign Minister", "Ole Brandvold: minister/foreign/DK"),
    ("Denmark\\tForeign Minister\\tOle Brandvold", "Ole Brandvold: minister/foreign/DK"),
]  # fmt: skip

LABELS = [
    "SENIOR STATE DEPARTMENT OFFICIAL ONE: Thank you.\\nQUESTION: Thanks.\\nSENIOR ADMINISTRATION OFFICIAL TWO: Sure.",
    "OFFICIAL 1: Thank you.\\nOPERATOR: Next.\\nINTERPRETER: Yes.\\nPARTICIPANT: Yes.",
]


@pytest.mark.parametrize(
    ("text", "expected"), [*APPOSITIONS, *DOUBLE, *LETTERS, *ENVOYS, *ORGANIZATIONS, *STATES, *TABLES]
)
def test_releases(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", LABELS)
def test_labels_without_a_name(text: str) -> None:
    assert told(text) == ""
