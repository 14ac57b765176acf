"""Comparators accept every right answer in any honest form, and nothing else."""

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse import csr_array

from sharpen.checks import any_order, close, exactly, one_of, same_clusters, up_to_sign
from sharpen.checks.comparing import all_whole

tables = arrays.arrays(
    float,
    arrays.array_shapes(min_dims=1, max_dims=3, min_side=1, max_side=4),
    elements=st.floats(-1e6, 1e6, allow_subnormal=False),
)
labels = st.lists(st.integers(0, 4), min_size=1, max_size=12)


def nested_tuples(value: Any) -> Any:
    return tuple(map(nested_tuples, value)) if isinstance(value, list) else value


@given(tables)
def test_the_form_of_numbers_does_not_matter(table: np.ndarray) -> None:
    for form in (table, table.tolist(), nested_tuples(table.tolist()), table.astype(np.longdouble)):
        assert close()(table, form) is None
        assert close()(table.tolist(), form) is None


@given(tables, st.data())
def test_one_wrong_number_is_found_where_it_is(table: np.ndarray, data: st.DataObject) -> None:
    at = tuple(data.draw(st.integers(0, side - 1)) for side in table.shape)
    wrong = table.copy()
    wrong[at] += 1 + abs(wrong[at])
    difference = close()(table, wrong.tolist())
    assert difference is not None
    assert difference.where == "".join(f"[{i}]" for i in at)


@given(tables)
def test_a_different_shape_is_a_different_answer(table: np.ndarray) -> None:
    for other in (table[None], table[..., None], np.concatenate([table, table])):
        assert close()(table, other) is not None
        assert close()(other, table) is not None


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (1, 1.0), (1, True), (2.0, np.float32(2)), ((1, [2.0]), [1.0, (2,)]), ("a", "a"), (None, None), ([], ()),
        (float("nan"), float("nan")), (float("inf"), float("inf")), ({"a": [1]}, {"a": (1.0,)}), ({1, 2}, {2, 1}),
        (csr_array(np.eye(2)), np.eye(2)), (np.eye(2), csr_array(np.eye(2))), (["x", 1], ("x", 1.0)),
        ((0.5, np.ones((2, 3)), np.ones(3)), [0.5, [[1, 1, 1.0]] * 2, (1, 1, 1)]),
        ({"a": 0.5, "b": float("nan"), "c": float("inf")}, {"c": float("inf"), "b": float("nan"), "a": 0.5 + 1e-8}),
    ],
)  # fmt: skip
def test_alike(expected: Any, got: Any) -> None:
    assert close()(expected, got) is None


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (1, 2), (1, "1"), (1, None), (None, 0), ("a", "b"), ([1, 2], [1]), ([1], 1), (1, [1]), (1.0, float("nan")),
        (float("inf"), 1e308), (float("inf"), float("-inf")), ({"a": 1}, {"b": 1}), ({"a": 1}, {"a": 2}), ({"a": 1}, 1),
        ({1, 2}, {1}), ([[1], [2, 3]], [[1], [2, 4]]), ((1, "x"), (1,)), ([1.0], [None]), (0.0, 1e-6),
        (1.0, 1.0 + 1e-5), (5_000_000, 5_000_001), ([1, 1 << 40], (1, (1 << 40) - 1)),
        ((0.5, np.ones(3)), (0.5, np.ones(4))), ((0.5, np.ones(3)), (np.ones(3), 0.5)),
        ({"a": 0.5, "b": float("inf")}, {"a": 0.5, "b": 1e308}), ({"a": 0.5, "b": 1.0}, {"a": 0.5, "b": float("nan")}),
        ([1.0], (np.array([1.0]),)), ([("a", [1])], [("a", (np.array([1]),))]), ([["a"], [1]], [["a"], [1], [2]]),
    ],
)  # fmt: skip
def test_not_alike(expected: Any, got: Any) -> None:
    assert close()(expected, got) is not None


def test_one_wrong_number_among_many_in_a_dict_is_found() -> None:
    expected = {str(i): i / 7 for i in range(500)}
    assert close()(expected, dict(reversed(expected.items()))) is None
    difference = close()(expected, expected | {"321": 46.0})
    assert difference is not None
    assert difference.where == "['321']"
    assert close()(expected, expected | {"321": float("nan")}) is not None


def test_a_right_answer_of_many_rows_is_not_looked_at_number_by_number() -> None:
    rows = [([at, "x"], at / 7) for at in range(5_000)]
    wrong = [*rows[:-1], ([4_999, "y"], rows[-1][1])]

    def seconds(got: Any) -> float:
        got = nested_tuples(got)
        started = time.thread_time()
        assert (exactly()(rows, got) is None) == (got[-1][0][1] == "x")
        return time.thread_time() - started

    turns = [(seconds(list(map(list, rows))), seconds(wrong)) for _ in range(5)]
    assert min(right for right, _ in turns) < min(late for _, late in turns) / 3


def test_exactly_has_no_tolerance() -> None:
    assert exactly()(0.3, 0.1 + 0.2) is not None
    assert close()(0.3, 0.1 + 0.2) is None


@given(labels, st.permutations(range(5)))
def test_clusters_may_be_called_anything(grouping: list[int], names: list[int]) -> None:
    assert same_clusters()(grouping, [names[label] for label in grouping]) is None
    assert same_clusters()(grouping, [f"group {label}" for label in grouping]) is None


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=8))
def test_only_the_same_grouping_is_the_same(points: list[tuple[int, int]]) -> None:
    a, b = [list(grouping) for grouping in zip(*points, strict=True)]

    def pairs(grouping: list[int]) -> list[bool]:
        return [x == y for x in grouping for y in grouping]

    assert (same_clusters()(a, b) is None) == (pairs(a) == pairs(b))


@given(st.lists(st.integers(0, 9), max_size=6), st.randoms())
def test_items_in_any_order(items: list[int], random: Any) -> None:
    shuffled = random.sample(items, len(items))
    assert any_order()(items, shuffled) is None
    assert any_order()(items, [*shuffled, 1]) is not None
    if items:
        assert any_order()(items, [*shuffled[1:], 10]) is not None


def test_vectors_up_to_their_signs() -> None:
    rows = np.array([[1.0, -2.0, 0.5], [0.0, 3.0, 1.0]])
    assert up_to_sign()(rows, (rows * [[-1], [1]]).tolist()) is None
    assert up_to_sign(axis=1)(rows.T, rows.T * [-1, -1]) is None
    assert up_to_sign()(rows, rows * [[1, -1, 1]]) is not None
    assert up_to_sign()(rows, rows[0]) is not None


def test_one_of_several_right_answers() -> None:
    same = one_of()
    assert same([[0, 1], [1, 0]], (1, 0)) is None
    difference = same([[0, 1], [1, 0]], (1, 1))
    assert difference is not None
    assert "or" in difference.expected


@pytest.mark.parametrize(
    ("same", "expected", "got", "why"),
    [
        (any_order(), [1, 2, 5], [2, 1, 2], "2 came twice, and 5 is missing"),
        (any_order(), [1, 1, 5, 7], [1, 1, 1, 1], "1 came 4 times, not twice, and 5 and 1 more are missing"),
        (any_order(), ["a"], ["a", "b"], "expected 1 item, got 2: 'b' should not be there"),
        (any_order(), [1, 2], None, "expected 2 items, got None"),
        (any_order(), [1, 2], list(range(200)), "expected 2 items, got 200"),
        (
            any_order(),
            [[1, 2], [3, 4]],
            np.array([[3, 4], [3, 4]]),
            "np.array([3, 4]) came twice, and [1, 2] is missing",
        ),
        (one_of(), [1, 2, 3], 4, "expected 1, 2 or 3, got 4"),
        (one_of(), list(range(99)), 100, "expected 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 or another one, got 100"),
        (
            one_of(),
            [(0, 2.5, 0.25), (1, 0.5, 0.25)],
            (1, 3.5, 0.25),
            "the nearest right answer is (1, 0.5, 0.25): first difference at [1]: expected 0.5, got 3.5",
        ),
        (one_of(), [(1, 2)], None, "expected (1, 2), got None"),
        (same_clusters(), [0, 0, 1], [5, 6, 6], "points 0 and 1 have different labels, and should have the same"),
        (same_clusters(), [0, 1, 1], [5, 5, 5], "points 0 and 1 have the same label, and should have different ones"),
        (same_clusters(), [0, 1], [5.0, float("nan")], "the label of point 1 is NaN"),
        (same_clusters(), [0, 1], [5], "expected one label for each of 2 points, got 1"),
        (close(), {1, 2}, [1, 4], "4 should not be there, and 2 is missing"),
        (close(), {1, 2}, [1, 2, 2], "expected 2 items, got 3, some of them more than once"),
        (close(), {1, 2}, 7, "expected a set of 2 items, got an int"),
        (close(), ["a", "b"], ["a"], "expected 2 items, got 1"),
        (close(), [["a"], ["b"]], [["a"], ["c"]], "at [1][0]: expected 'b', got 'c'"),
        (close(), {"left": {"size": 1}}, {"left": {"size": 2}}, "at ['left']['size']: expected 1, got 2"),
        (close(), {"left": {"size": 1}}, {"left": {}}, "at ['left']: key 'size' is missing"),
        (close(), {"a": 0.5, "b": 0.25}, {"b": 0.75, "a": 0.5}, "at ['b']: expected 0.25, got 0.75"),
        (close(), {"a": [1, 2]}, {"a": [1]}, "at ['a']: expected shape (2,), got shape (1,)"),
        (exactly(), [0.3], [0.1 + 0.2], "first difference at [0]: expected 0.3, got 0.30000000000000004"),
    ],
)
def test_what_differs_is_said_in_words(same: Any, expected: Any, got: Any, why: str) -> None:
    difference = same(expected, got)
    assert difference is not None
    assert difference.why == why


@pytest.mark.parametrize(
    ("answers", "whole"),
    [
        ([1, 2.5, True], True),
        ([(1, 2), (3.0,)], True),
        ([1.0, float("nan")], False),
        ([(1.0, 2.0), (float("nan"),)], False),
        (["a", "b"], True),
        ([("a", 1.5), ("b", 2)], True),
        (["a", ""], False),
        ([("a",), ("",)], False),
        ([("a", float("nan"))], False),
        ([(1,), ()], False),
        ([(1,), None], False),
        ([((1,),), ((),)], False),
        ([{"a": 1}], False),
    ],
)
def test_a_glance_finds_all_that_may_be_empty_or_no_number(answers: list[Any], whole: bool) -> None:
    assert all_whole(answers) is whole
