"""Both answers beside each other: the part that differs, as small tables around the first difference."""

import json
from typing import Any

import numpy as np

from sharpen.checks.comparing import close, exactly
from sharpen.checks.gridding import gridded
from sharpen.domain.evidence import Grids, plain


def grids(expected: Any, got: Any, *, several: bool = False) -> Grids:
    difference = close()(expected, got)
    assert difference
    assert difference.parts
    found = gridded(difference.parts, several=several)
    assert found
    return found


def test_of_several_results_the_one_that_differs_is_shown() -> None:
    found = grids((np.array([0, 1]), np.array([[1.5, 2], [3, 4]])), (np.array([0, 1]), np.array([[1.5, 2], [3, 5]])))
    assert (found.place, found.unlike, found.flat) == ("[1]", ((1, 1),), False)
    assert found.expected.rows == (("1.5", "2"), ("3", "4"))
    assert found.got.rows == (("1.5", "2"), ("3", "5"))


def test_of_many_rows_a_dozen_around_the_first_difference_are_shown_and_the_rest_is_counted() -> None:
    expected = np.arange(1000.0).reshape(500, 2)
    got = expected.copy()
    got[300:, 1] += 1
    found = grids(expected, got)
    assert (found.top, len(found.got.rows), found.got.rest) == (296, 12, "… 488 more rows")
    assert min(found.unlike) == (4, 1)
    assert found.got.rows[4] == ("600", "602")


def test_numbers_that_differ_late_are_written_so_that_it_can_be_seen() -> None:
    found = grids(np.array([1.0, 1 / 3]), np.array([1.0, 1 / 3 + 1e-6]))
    assert found.flat
    assert found.unlike == ((1, 0),)
    assert found.expected.rows[1] != found.got.rows[1]


def test_lists_of_another_length_differ_where_one_of_them_has_nothing() -> None:
    found = grids(["a", "b", "c"], ["a", "x"])
    assert found.expected.rows == (("'a'",), ("'b'",), ("'c'",))
    assert found.unlike == ((1, 0), (2, 0))


def test_groups_of_many_lengths_are_a_table_unless_they_are_several_results() -> None:
    whole, part = [grids([[1, 2], [3]], [[1, 2], [4, 5]], several=several) for several in (False, True)]
    assert (whole.place, len(whole.expected.rows)) == ("", 2)
    assert (part.place, part.expected.rows) == ("[1]", (("3",),))


def test_of_three_axes_the_table_with_the_difference_is_shown() -> None:
    expected = np.zeros((2, 3, 4))
    got = expected.copy()
    got[1, 2, 3] = 7
    found = grids(expected, got)
    assert (found.place, found.unlike) == ("[1]", ((2, 3),))


def test_arrays_of_another_shape_stand_beside_each_other_untinted() -> None:
    assert grids(np.zeros((2, 3)), np.zeros((3, 2))).unlike == ()


def test_what_is_no_table_has_none() -> None:
    for expected, got in ((3, 4), ({1, 2}, {1, 3}), ([1, 2], None), ([[[1], [2]], [[3]]], [[[1], [2]], 3])):
        difference = exactly()(expected, got)
        assert difference
        assert difference.parts is None or gridded(difference.parts) is None


def test_grids_come_back_from_json_as_they_were() -> None:
    found = grids([[1, 2], [3]], [[1, 2], [4, 5]])
    assert Grids.read(json.loads(json.dumps(plain(found)))) == found
