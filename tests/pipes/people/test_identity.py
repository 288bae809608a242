"""Which names of one text are one person, and which are not."""

from __future__ import annotations

import pytest
from tests.pipes.people.test_people import people

NAMES = [
    # (language, text, mentions of each person)
    ("en", "President Tarik Sheikh Brandvold left. President Tarik Sheikh slept.", [2]),
    ("en", "Minister Tarik Sheikh Brandvold left. Senator Tarik Sheikh slept.", [1, 1]),
    ("en", "Ana Luisa Visser Brandvold left. Visser Brandvold slept.", [2]),
    ("en", "Ali Karim Brandvold left. His son Tarik Ali Karim Brandvold slept.", [1, 1]),
    ("de", "Alexander Brandvold und Alexandra Brandvold schwiegen.", [1, 1]),
    ("en", "Christian Brandvold and Christine Brandvold slept.", [1, 1]),
    ("en", "Daniel Brandvold left. Dan Brandvold slept.", [2]),
    ("en", "William Brandvold left. Bill Brandvold slept.", [2]),
    ("de", "Josef Brandvold kam. Sepp Brandvold schwieg.", [2]),
    ("de", "Josef Brandvold kam. Gerd Brandvold schwieg.", [1, 1]),
    ("en", "J. Brandvold left. John Brandvold slept.", [2]),
    ("en", "Minister Wang Li met Minister Wang Jun.", [1, 1]),
    ("en", "Minister Kim Jong-hun left. Minister Kim Jong Hun slept.", [2]),
    ("en", "King Salman met Prince Tarik bin Salman.", [1, 1]),
    ("en", "Prince Tarik bin Salman left. Salman slept.", [1]),
    ("en", "Prince Tarik bin Salman left. Prince Tarik slept.", [2]),
    ("de", "Ola von der Brandvold kam. Von der Brandvold schwieg.", [2]),
    ("en", "Ivo Castro left. Raúl Castro stayed. President Castro slept.", [1, 2]),
    ("en", "Joseph Biden left. Joe Biden slept.", [2]),
    ("de", "Volodymyr Zelensky kam. Selenskyj schwieg.", [2]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "mentions"), NAMES)
def test_names_of_one_person(language: str, text: str, mentions: list[int]) -> None:
    _, found = people(text, language, "2012-06-04" if "Castro" in text else "2022-08-04")
    assert [len(person["mentions"]) for person in found] == mentions


def test_a_son_is_not_linked_to_his_father() -> None:
    _, found = people("Ali Abdullah Saleh left. His son Ahmed Ali Abdullah Saleh stayed.", "en", "2011-06-04")
    assert [person.get("canonical") for person in found] == ["Ali Abdullah Saleh", None]


BAD = [
    ("en", "Secre\u00adtary of De\u00adfense Ole Brand\u00advold left.", "Ole Brandvold", ["Ole Brand\u00advold"]),
    ("en", "Foreign \u041cinister Ole Brandv\u043eld left.", "Ole Brandvold", ["Ole Brandv\u043eld"]),
    ("en", "Foreign Minister \u202aOle Brandvold\u202c left.", "Ole Brandvold", ["Ole Brandvold"]),
    ("de", "Außenminister Jose\u0301 Brandvold kam. Brandvold ging.", "José Brandvold", ["Jose\u0301 Brandvold", "Brandvold"]),
    ("de", "Der Minister traf HEIKO BRANDVOLD.Danach ging BRANDVOLD.", "HEIKO BRANDVOLD", ["HEIKO BRANDVOLD", "BRANDVOLD"]),
    ("en", "Ole Brandvold\tPrime Minister\tDenmark", "Ole Brandvold", ["Ole Brandvold"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "mentions"), BAD)
def test_bad_input(language: str, text: str, name: str, mentions: list[str]) -> None:
    _, found = people(text, language)
    assert [person["name"] for person in found] == [name]
    assert [text[m["start"] : m["end"]] for m in found[0]["mentions"]] == mentions


@pytest.mark.parametrize(
    "text", ["MARK YOUR CALENDARS for June.", "The USS OLE BRANDVOLD left.", "ANNA BRANDVOLD FOUNDATION opens."]
)
def test_capitals_that_are_no_person(text: str) -> None:
    assert people(text, "en")[1] == []


def test_rows_of_a_table_are_read_one_by_one() -> None:
    _, found = people("Ola Visser\tPrime Minister\tDenmark\nPrime Minister\tOle Brandvold\tNorway", "en")
    assert [(p["name"], p["offices"][0]["country"]) for p in found] == [("Ola Visser", "DK"), ("Ole Brandvold", "NO")]
