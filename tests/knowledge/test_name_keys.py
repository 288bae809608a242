"""Spellings of one name in German and English find one person; names that only look alike do not."""

from __future__ import annotations

import pytest

from coalition_nlp.knowledge.name_keys import bare_word, name_forms, name_words
from coalition_nlp.knowledge.office_holders import find_holders

SPELLINGS = """
Sergey Lavrov|Sergej Lawrow|Sergei Lavrov|Lawrow
Volodymyr Zelenskyy|Wolodymyr Selenskyj|Volodymyr Zelensky|Wolodymyr Selenski|Selenskij
Petro Poroshenko|Petro Poroschenko|Poroschenko
Arseniy Yatsenyuk|Arseni Jazenjuk|Arseniy Yatseniuk
Recep Tayyip Erdoğan|Recep Tayyip Erdogan|Erdogan
Mevlüt Çavuşoğlu|Mevlut Cavusoglu|Cavusoglu
Abdel Fattah al-Sisi|Abdel Fattah el-Sisi|Abd al-Fattah as-Sisi|Abdelfattah al-Sisi|Abdel-Fattah al-Sissi|Sisi
Sameh Shoukry|Samih Schukri|Sameh Shukri
Nouri al-Maliki|Nuri al-Maliki|Nouri Maliki|Nouri Al Maliki|Nouri el-Maliki
Khaled al-Obeidi|Chaled al-Obeidi|Khaled Al Obeidi|Khaled Obeidi
Adil Abdul-Mahdi|Adel Abdul Mahdi|Adel Abdel Mahdi|Abdul Mahdi
Adel al-Jubeir|Adel al-Dschubeir|Adel Al Jubeir
Bashar al-Assad|Baschar el-Assad|Bashar Assad|Assad
Mohammad Javad Zarif|Mohammed Dschawad Sarif|Javad Zarif
Masoud Pezeshkian|Massud Peseschkian|Massoud Pezeshkian
Hossein Amir-Abdollahian|Hossein Amirabdollahian
Kassym-Jomart Tokayev|Kassym-Schomart Tokajew
Kang Kyung-wha|Kang Kyung Wha
Nawaf al-Ahmad al-Sabah|Nawaf Al Ahmad Al Sabah
Khalifa bin Salman Al Khalifa|Chalifa bin Salman Al Chalifa
"""


@pytest.mark.parametrize("line", SPELLINGS.strip().splitlines())
def test_spellings_find_one_person(line: str) -> None:
    name, *others = line.split("|")
    for other in (name, *others):
        assert {holder.name for holder in find_holders(other)} == {name}, other


@pytest.mark.parametrize(
    "name",
    ["Abdel Rahman Sisi", "Khaled al-Maliki", "Sadiq Khan", "Al Gore", "Nawaf Nasser al-Sabah", "Omar Assad", "Abdul"],
)
def test_other_names_find_nobody(name: str) -> None:
    assert find_holders(name) == ()


def test_persons_whose_names_have_the_same_words_stay_apart() -> None:
    assert {h.name for h in find_holders("Nawaf al-Ahmad al-Sabah")} == {"Nawaf al-Ahmad al-Sabah"}
    assert {h.name for h in find_holders("Ahmad Nawaf al-Sabah")} == {"Ahmad Nawaf al-Sabah"}
    assert {h.name for h in find_holders("Salman bin Hamad Al Khalifa")} == {"Salman bin Hamad Al Khalifa"}


def test_words() -> None:
    assert name_words("Al Gore") == ("Al", "Gore")  # a given name, no article
    assert name_words("Sabah al Ahmad Al Sabah") == ("Sabah", "Ahmad", "Sabah")
    assert name_words("Abdullah") == name_words("Abdallah")
    assert name_words("") == ()
    assert name_forms("Anna Visser") == (("Anna", "Visser"),)
    assert bare_word("an-Nusra") == "Nusra"
    assert bare_word("al-") == "al-"
