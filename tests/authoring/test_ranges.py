"""What the checks of a problem give an argument, of whatever kind its values are."""

from typing import Any

import pytest

from sharpen.authoring.ranges import Tried


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [([3, -2, 0.5], -2, 3), (2**64, 2.0**64, 2.0**64), ([2**63, 2**64], 2.0**63, 2.0**64)],
)
def test_numbers_are_noted(value: Any, low: float, high: float) -> None:
    seen = Tried()
    seen.add(value)
    assert (seen.low, seen.high) == (low, high)


def test_a_whole_number_beyond_all_floats_is_as_large_as_the_largest() -> None:
    seen = Tried()
    seen.add(-(2**5000))
    seen.add([1, 2**5000])
    assert seen.low < -1e308
    assert seen.high > 1e308


@pytest.mark.parametrize(
    ("value", "ends"),
    [([1, [2, 3]], (1, 3)), ([(4, "a"), (-5, "b")], (-5, 4)), ([0, None, True], (0, 0)), ([0.5, "a"], (0.5, 0.5))],
)
def test_numbers_are_noted_however_deep(value: list[Any], ends: tuple[float, float]) -> None:
    seen = Tried()
    seen.add(value)
    assert seen.lengths == {len(value)}
    assert (seen.low, seen.high) == ends


def test_infinite_and_missing_numbers_are_not_noted() -> None:
    seen = Tried()
    seen.add([float("nan"), float("inf"), 1.0])
    assert (seen.low, seen.high) == (1, 1)
