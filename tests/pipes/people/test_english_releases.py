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

PRINCIPALS = [
    ("Ole Brandvold — the Icelandic head of state — signed.", "Ole Brandvold: head_of_state/-/IS"),
    ("Union leader Ole Brandvold announced strikes.", "Ole Brandvold: other/-/Union"),
    ("Club president Ole Brandvold came.", "Ole Brandvold: other/-/-"),
    ("Ole Brandvold, president of the football federation, resigned.", "Ole Brandvold: other/-/-"),
    ("Ole Brandvold was appointed Deputy Minister of the Interior of Malaysia on Thursday.",
     "Ole Brandvold: deputy_minister/interior/MY"),
    ("Ole Brandvold has been named Georgia's vice foreign minister.", "Ole Brandvold: deputy_minister/foreign/GE"),
    ("Ole Brandvold, sworn in last week as Minister for Climate Change of Andorra, left.",
     "Ole Brandvold: minister/other/AD"),
    ("Ole Brandvold, the Spokesman for the President of Georgia, came.", "Ole Brandvold: spokesperson/-/GE"),
    ("Ole Brandvold, the prime minister's brother, runs a hotel.", "Ole Brandvold"),
    ("Ole Brandvold, Governor of the Central Bank of the Republic of Ghana, left.", "Ole Brandvold: official/-/GH"),
    ("The head of the Icelandic intelligence service, Ole Brandvold, left.", "Ole Brandvold: director/-/IS"),
    ("Governor of Texas Ole Brandvold came.", "Ole Brandvold: official/-/US"),
    ("The Maldives' auditor general, Ole Brandvold, spoke.", "Ole Brandvold: official/-/MV"),
    ("Belize, whose house speaker, Ole Brandvold, was there, agreed.", "Ole Brandvold: legislator/-/BZ"),
    ("Botswana's 65-year-old UN ambassador, Ole Brandvold, left.", "Ole Brandvold: ambassador/-/BW"),
    ("He met his New Zealand counterpart, Trade Minister Ole Brandvold.", "Ole Brandvold: minister/economy/NZ"),
    ("In Oslo president Ole Brandvold spoke.", "Ole Brandvold: head_of_state/-/-"),
    ("The U.S. ambassador accredited in our country, Mr. Ole Brandvold, spoke.", "Ole Brandvold: ambassador/-/US"),
    ("We assured Foreign Minister Ole Brandvold, his president, and others.", "Ole Brandvold: minister/foreign/-"),
    ("Togo's economy and justice ministers, Ole Brandvold and Karl Lind, left.",
     "Ole Brandvold: minister/economy/TG; Karl Lind: minister/justice/TG"),
    ("The mining ministers of Kenya and Iceland — Ole Brandvold and Karl Lind — left.",
     "Ole Brandvold: minister/other/KE; Karl Lind: minister/other/IS"),
    ("The State Department spoke. Deputy Secretary Brandvold left.", "Brandvold: deputy_minister/foreign/US"),
    ("The State Department spoke. Icelandic Deputy Secretary Brandvold left.", "Brandvold: deputy_minister/-/IS"),
]  # fmt: skip

LISTS = [
    ("- Ole Brandvold, Ambassador to Germany, Haiti", "Ole Brandvold: ambassador/-/HT"),
    ("Ole Brandvold, envoy for Iceland, Latvia and Kenya, left.", "Ole Brandvold: envoy/-/-"),
    ("- Ole Brandvold, head of the intelligence service, Serbia", "Ole Brandvold: director/-/RS"),
    ("• Albania: Ole Brandvold, Minister of Defence", "Ole Brandvold: minister/defence/AL"),
    ("3. Ole Brandvold (Iceland), Chief of Protocol", "Ole Brandvold: official/-/IS"),
    ("Iceland – Ole Brandvold – Chief Negotiator", "Ole Brandvold: official/-/IS"),
    ("Signed for the Government of Iceland: Ole Brandvold, President.", "Ole Brandvold: head_of_state/-/IS"),
    ("Mr. Ole Brandvold, Minister of Trade, the Co-operative Republic of Guyana",
     "Ole Brandvold: minister/economy/GY"),
]  # fmt: skip

LABELS = [
    "SENIOR STATE DEPARTMENT OFFICIAL ONE: Thank you.\\nQUESTION: Thanks.\\nSENIOR ADMINISTRATION OFFICIAL TWO: Sure.",
    "OFFICIAL 1: Thank you.\\nOPERATOR: Next.\\nINTERPRETER: Yes.\\nPARTICIPANT: Yes.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*APPOSITIONS, *DOUBLE, *LETTERS, *ENVOYS, *ORGANIZATIONS, *STATES, *TABLES, *PRINCIPALS, *LISTS],
)
def test_releases(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", LABELS)
def test_labels_without_a_name(text: str) -> None:
    assert told(text) == ""
