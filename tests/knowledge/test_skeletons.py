"""Transliterations that write vowels differently link to one person, and never to two."""

from __future__ import annotations

from collections import defaultdict

import pytest

from coalition_nlp.knowledge.office_holders import _skeletons, find_holders, name_key, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [("Serraj", "al-Sarraj"), ("Moualem", "Muallem"), ("Aleksander", "Alexandar"), ("Mohamed", "Muhammad")],
)
def test_spellings_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Anders", "Enders"), ("Lindner", "Lundin"), ("Berger", "Borgers")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_no_two_persons_of_one_office_collide() -> None:
    """Two holders of one office in one country share a skeleton only where their written names are one."""
    for terms in _skeletons().values():
        offices = defaultdict(set)
        for term in terms:
            offices[term.country, term.organization, term.role, term.portfolio, term.post].add(term.name)
        for names in offices.values():
            assert len({(name_key(n.split()[0])[:3], name_key(n.split()[-1])) for n in names}) == 1, names


def test_a_name_in_other_vowels_finds_one_person() -> None:
    assert {h.name for h in find_holders("Fayez Serraj")} == {"Fayez al-Sarraj"}
    assert not find_holders("Fritz Serraj")
