"""The tables of countries and office holders: no overlaps, no impossible terms, names that find their rows."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from coalition_nlp.knowledge.countries import countries
from coalition_nlp.knowledge.given_names import given_names
from coalition_nlp.knowledge.office_holders import find_holders, holders, holders_at, name_key


def test_terms_are_possible() -> None:
    for holder in holders():
        assert holder.end is None or holder.start < holder.end, holder
        assert (holder.country is None) != (holder.organization is None), holder
        assert holder.country is None or holder.country in countries(), holder
        assert (holder.portfolio is not None) == (holder.role == "minister") or holder.role in (
            "official",
            "spokesperson",
        ), holder


def test_no_two_persons_hold_one_office_at_once() -> None:
    """Offices with one holder: ministers with a portfolio, heads of state and government, secretaries-general."""
    single = ("minister", "head_of_government", "head_of_state", "secretary_general")
    rows = [h for h in holders() if h.role in single]
    for first, second in combinations(rows, 2):
        office = (first.role, first.portfolio, first.country, first.organization)
        if office != (second.role, second.portfolio, second.country, second.organization):
            continue
        early, late = sorted((first, second), key=lambda h: h.start)
        assert early.end is not None, (early, late)
        assert early.end <= late.start, (early, late)


def test_one_person_has_one_wikidata_id() -> None:
    ids: dict[str, set[str]] = {}
    for holder in holders():
        if holder.wikidata:
            ids.setdefault(holder.name, set()).add(holder.wikidata)
    assert all(len(found) == 1 for found in ids.values())


@pytest.mark.parametrize(
    ("first", "second"),
    [("Lawrow", "Lavrov"), ("Selenskyj", "Zelenskyy"), ("Poroschenko", "Poroshenko"), ("Çavuşoğlu", "Cavusoglu")],
)
def test_transliterations_share_a_key(first: str, second: str) -> None:
    assert name_key(first) == name_key(second)


@pytest.mark.parametrize(("first", "second"), [("Maas", "Haas"), ("Merkel", "Merz"), ("Kerry", "Kern")])
def test_other_names_do_not(first: str, second: str) -> None:
    assert name_key(first) != name_key(second)


def test_find_holders() -> None:
    assert {h.country for h in find_holders("Jean Asselborn")} == {"LU"}
    assert find_holders("Angelika Merkel") == ()
    assert find_holders("") == ()


def test_holders_at() -> None:
    found = holders_at(dt.date(2015, 1, 1), role="minister", portfolio="foreign", country="US")
    assert [h.name for h in found] == ["John Kerry"]


def test_given_names() -> None:
    assert {"Annegret", "Sergej", "Mohammed"} <= given_names()
    assert not {"Regierung", "Iran", "Montag"} & given_names()
