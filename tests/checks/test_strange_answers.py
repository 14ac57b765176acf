"""Whatever an answer is, a comparator accepts it or says where it differs; it never raises, hangs or fills memory."""

import time
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse import csr_array

from sharpen import checks
from sharpen.checks import Finding, any_order, close, exactly, one_of, same_clusters, show, up_to_sign
from tests.checks.test_vocabulary import Here, finding

hashable = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text() | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=6,
)
tables = arrays.arrays(
    arrays.scalar_dtypes().filter(lambda dtype: dtype.kind in "biufc")
    | arrays.unicode_string_dtypes(max_len=3)
    | arrays.byte_string_dtypes(max_len=3),
    arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
)
sparse = st.integers(0, 3).map(lambda side: csr_array(np.eye(side + 1)))
answers = st.recursive(
    hashable | tables | sparse,
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(hashable, inner, max_size=3),
    max_leaves=8,
)
DEEP: Any = 1
for _ in range(1200):
    DEEP = (DEEP,)
STRANGE = [
    1 << 20_000, (1 << 20_000, 1.0), -(1 << 70), 1e400, DEEP, {"x" * 500_000: 1}, ("x" * 500_000, *["y"] * 20_000),
    (np.zeros(3), "x"), ({}, {}, {}), ([], {}), np.zeros((3, 0)), np.zeros((0, 3)), np.array("x"), (None,) * 3,
    np.array([b"\xff"]), (1j, 2, 3), np.array([1, 2, 3], np.clongdouble), np.zeros((4,) * 8), {(1, 2): DEEP},
    (np.zeros((2, 2)), np.zeros((2, 3))), csr_array((3, 3)), (csr_array((3, 3)),) * 3, "123", None, (None,) * 10**5,
]  # fmt: skip
EXPECTED = [
    3, 2.5, "a", None, [1, 2, 3], [1.0, 2.0, 3.0], ["a", "b", "c"], np.eye(3), np.zeros((3, 0)), {1: 2, "a": [3]},
    {1, 2, 3}, [[1], [2, 3]], [1, "a", None], np.array(["a", "b", "c"]), csr_array(np.eye(3)), (1, [2, (3, "x")]),
]  # fmt: skip
VECTORS = [[1, 2, 3], [1.0, -2.0, 3.0], np.eye(3)]
COMPARED = [(same, expected) for same in (close(), exactly()) for expected in EXPECTED]
COMPARED += [(any_order(), [1, 2, 3]), (any_order(), ["a", [1]]), (one_of(), [[1, 2], "a"])]
COMPARED += [(same_clusters(), [0, 1, 1]), (same_clusters(), ["a", "b", "a"])]
COMPARED += [(up_to_sign(), expected) for expected in VECTORS] + [(up_to_sign(axis=1), np.eye(3))]


def examine(got: Any) -> None:
    for same, expected in COMPARED:
        difference = same(expected, got)
        if difference is not None:
            assert difference.why
            assert len(difference.why) + len(difference.where) < 5000
    assert len(show(got)) < 5000


@given(answers)
def test_any_answer_is_compared(got: Any) -> None:
    examine(got)


@pytest.mark.parametrize("got", STRANGE, ids=range(len(STRANGE)))
def test_strange_answers_are_compared_quickly(got: Any) -> None:
    started = time.process_time()
    examine(got)
    assert time.process_time() - started < 4.0


@pytest.mark.parametrize("got", STRANGE, ids=range(len(STRANGE)))
def test_no_strange_answer_breaks_a_check(got: Any) -> None:
    def other(_expected: Any, _got: Any) -> checks.Difference:
        return checks.Difference("", "2 or 3", "", "it is neither 2 nor 3")

    some = [
        checks.example("Other", checks.call("f", 1), (2, 3), same=other),
        checks.property("Not 2", "f", [(1,)], holds=lambda *_: "it is not 2"),
        checks.property("Two", "f", [(1,)], holds=lambda got, _x: got.two, nan=True, empty=True),
    ]
    for check in some:
        found = finding(check, Answering(got))
        assert found
        assert found.why


class Answering(Here):
    """A candidate that has this answer to everything."""

    def __init__(self, got: Any) -> None:
        super().__init__()
        self._got = got

    def answer(self, _call: checks.Call) -> Any:
        return self._got


def test_vectors_of_complex_numbers_are_not_their_real_parts() -> None:
    assert up_to_sign()([[1.0, 2.0]], [[1 + 5j, 2 + 0j]]) is not None


@pytest.mark.parametrize("form", [np.array, list, tuple])
def test_texts_are_alike_in_any_form(form: Any) -> None:
    for wanted in (["ab", "c"], np.array(["ab", "c"])):
        assert close()(wanted, form(["ab", "c"])) is None
        assert close()(wanted, form(["ab", "d"])) is not None


def test_text_that_looks_like_a_number_is_shown_as_it_is() -> None:
    assert show(np.array(["banana", "inf"])) == "np.array(['banana', 'inf'])"


def raising(problem: Exception) -> Any:
    def compare(*_: Any) -> None:
        raise problem

    return compare


PROBLEMS = [
    ZeroDivisionError("division by zero"), OverflowError("too large"), RecursionError("too deep"), MemoryError(),
    KeyError("x"),
]  # fmt: skip


@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: type(problem).__name__)
def test_what_a_check_runs_into_is_a_finding_about_the_answer(problem: Exception) -> None:
    one = [(1,)]
    for check in (
        checks.oracle("Same", "f", one, expected=abs, same=raising(problem)),
        checks.example("Same", checks.call("f", 1), 1, same=raising(problem)),
        checks.property("Holds", "f", one, holds=raising(problem)),
        checks.gradient("Slope", "f", [(np.ones(1),)], loss=sum, wrt=0, pick=raising(problem)),
        checks.statistics("Draws", "f", one, draws=2, holds=raising(problem)),
    ):
        found = finding(check, Here(f=lambda x: x))
        assert isinstance(found, Finding)
        assert "documented form" in found.why
        assert type(problem).__name__ in found.why


def test_a_check_that_is_wrong_itself_is_not_a_finding() -> None:
    check = checks.property("Holds", "f", [(1,)], holds=raising(NameError("no such name")))
    with pytest.raises(NameError):
        finding(check, Here(f=lambda x: x))


def test_a_single_wrong_number_is_reported_in_words() -> None:
    check = checks.gradient("Slope", "f", [(2.0,)], loss=lambda x: x * x, wrt=0)
    found = finding(check, Here(f=lambda _x: 3.0))
    assert found
    assert found.why.startswith("the gradient departs from central differences: expected 3.99999")
    assert found.why.endswith(", got 3")
