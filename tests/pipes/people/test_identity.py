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
