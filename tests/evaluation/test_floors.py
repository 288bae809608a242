"""No part of the score card falls below its floor; `python -m tests.evaluation.raise_floors` raises the floors."""

import pytest

from .floors import SETS, measured, present, raised, read_floors

FLOORS = read_floors()


@pytest.mark.parametrize(
    ("name", "part"), [(name, part) for name, parts in FLOORS.items() for part in parts], ids=lambda value: value
)
def test_score_is_not_below_its_floor(name: str, part: str) -> None:
    if not present(name):
        pytest.skip(f"the gold set {name} is not part of this repository and not beside it")
    f1, floor = measured(name)[part], FLOORS[name][part]
    assert f1 >= floor, f"{name}, {part}: F1 {f1:.3f} is below its floor {floor:.3f}; ask `evaluate --details` why"


def test_there_are_floors_for_our_own_gold() -> None:
    assert {"tests/gold/de", "tests/gold/en"} <= set(FLOORS) <= set(SETS)


@pytest.mark.parametrize(
    ("old", "f1", "floor"),
    [(None, 0.8, 0.79), (0.7, 0.8, 0.79), (0.79, 0.8, 0.79), (0.9, 0.8, 0.9), (None, 0.001, 0.0)],
)
def test_floors_only_rise(old: float | None, f1: float, floor: float) -> None:
    before = {"set": {} if old is None else {"people": old}, "other": {"people": 0.5}}
    assert raised(before, {"set": {"people": f1}}) == {"set": {"people": floor}, "other": {"people": 0.5}}
