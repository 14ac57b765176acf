"""Model solutions beside exact answers, on inputs as awkward as the declared ranges allow."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sharpen.authoring.awkward import REGIMES, Drawer, in_another_form
from sharpen.authoring.exactness import prove_exactness
from sharpen.authoring.ranges import Range
from sharpen.domain.problem import Difficulty, Problem

ENDS = st.tuples(st.integers(-(10**9), -1), st.integers(5, 10**9))


@given(st.integers(0, 2**32), ENDS, st.integers(0, 9), st.integers(1, 4))
def test_what_is_drawn_lies_in_the_range(seed: int, ends: tuple[int, int], rows: int, columns: int) -> None:
    ranges = {
        "X": Range(length=(0, 9), values=ends, smallest=1e-9),
        "k": Range(values=ends),
        "y": Range(values=ends, types=("int64", "list")),
    }
    draw = Drawer(np.random.default_rng(seed), ranges)
    X, y, k = draw("X", rows, columns), draw("y", rows), draw("k")
    assert X.shape == (rows, columns)
    low, high = ends
    assert X.min(initial=high) >= low
    assert X.max(initial=low) <= high
    assert y.dtype == np.int64
    assert isinstance(k, int)
    assert ends[0] <= k <= ends[1]
    assert 0 <= draw.length("X") <= 9


def test_every_regime_is_drawn_and_they_differ() -> None:
    rng = np.random.default_rng(1)
    drawn = [regime(rng, (6, 2), -1e8, 1e8, 1e-8) for regime in REGIMES]
    assert all(array.shape == (6, 2) for array in drawn)
    assert len({tuple(array.ravel()) for array in drawn}) == len(REGIMES)


def test_bytes_without_a_sign_come_where_whole_numbers_may() -> None:
    rng, ranges = np.random.default_rng(2), {"X": Range(values=(-1e8, 1e8), types=("float64", "uint8"))}
    draw = Drawer(rng, ranges)
    forms = [in_another_form(rng, draw("X", 6, 2), ranges["X"].types) for _ in range(500)]
    as_bytes = [form for form in forms if form.dtype == np.uint8]
    assert len(as_bytes) > 15
    assert max(int(form.max()) for form in as_bytes) > 200


@given(st.integers(0, 2**32), st.lists(st.integers(0, 300), min_size=1, max_size=20))
def test_another_form_has_the_same_values(seed: int, values: list[int]) -> None:
    array = np.array(values)
    other = in_another_form(np.random.default_rng(seed), array, ("int64", "float64", "uint8", "list"))
    assert np.array_equal(np.asarray(other), array)
    assert isinstance(other, list) or other.dtype != np.uint8 or max(values) < 256


def test_what_is_no_array_stays_as_it_is() -> None:
    assert in_another_form(np.random.default_rng(0), "words", ("list",)) == "words"


PROBLEM = Problem("mean", "Mean", "k-means", Difficulty.EASY, 15, ("mean",), "0")
RANGES = {"values": Range(length=(1, 50), values=(-(10**12), 10**12), smallest=1e-6, types=("float64", "list"))}
SOLUTION = "import numpy as np\n\n\ndef mean(values: np.ndarray) -> float:\n    return {}\n"
EXACT = """
from fractions import Fraction


def mean(values):
    return float(sum(map(Fraction, map(float, values))) / len(values))


def inputs(rng, draw):
    return (draw("values", draw.length("values")),)
"""


def found(folder: Path, answer: str) -> list[str]:
    (folder / "solution.py").write_text(SOLUTION.format(answer))
    (folder / "exact.py").write_text(EXACT)
    return [finding.what for finding in prove_exactness(folder, PROBLEM, RANGES, draws=300)]


def test_a_right_solution_agrees_with_the_exact_answer(tmp_path: Path) -> None:
    assert found(tmp_path, "math.fsum(values) / len(values)".replace("math.", "__import__('math').")) == []


def test_a_solution_that_loses_digits_is_found_with_the_input(tmp_path: Path) -> None:
    (what,) = found(tmp_path, "float(np.mean(np.asarray(values, np.float32)))")
    assert what.startswith("The model solution is wrong on mean(")
    assert "expected" in what


def test_a_solution_that_raises_where_it_should_answer_is_found(tmp_path: Path) -> None:
    (what,) = found(tmp_path, "values.mean()")
    assert "'list' object has no attribute 'mean'" in what


COUNTER = """
class Total:
    def __init__(self, values: np.ndarray, start: int = 0) -> None:
        self.total = {}

    def plus(self, more: int) -> int:
        self.total += more
        return self.total
"""
EXACT_COUNTER = """
from sharpen import checks


class Total:
    def __init__(self, values):
        self.values = list(map(int, values))

    def plus(self, more):
        self.values.append(more)
        return sum(self.values)


def inputs(rng, draw):
    return checks.call("Total", rng.integers(0, 9, 5)).method("plus", 1).method("plus", int(rng.integers(9)))
"""


def test_a_class_is_asked_what_its_methods_answer(tmp_path: Path) -> None:
    problem = replace(PROBLEM, entry=("Total",))
    (tmp_path / "exact.py").write_text(EXACT_COUNTER)
    whats = []
    for total in ("start + int(np.sum(values))", "start + int(values.sum())", "len(values)"):
        (tmp_path / "solution.py").write_text("import numpy as np\n" + COUNTER.format(total))
        whats.append([finding.what for finding in prove_exactness(tmp_path, problem, RANGES, draws=50)])
    right, (raising,), (wrong,) = whats
    assert right == []
    assert "'list' object has no attribute 'sum'" in raising
    assert "total = Total(" in wrong
    assert "total.plus(1)" in wrong


EXACT_LENGTH = """
from sharpen import checks


class ListNode:
    def __init__(self, value):
        self.value, self.next = value, None


def length(head):
    return 0 if head is None else 1 + length(head.next)


def inputs(rng, draw):
    return (checks.linked_list(list(range(rng.integers(4)))),)
"""


def test_nodes_are_made_before_both_are_asked(tmp_path: Path) -> None:
    problem = replace(PROBLEM, entry=("length",))
    (tmp_path / "exact.py").write_text(EXACT_LENGTH)
    whats = []
    for most in (9, 2):
        solution = EXACT_LENGTH.partition("def inputs")[0].replace(
            "1 + length(head.next)", f"min({most}, 1 + length(head.next))"
        )
        (tmp_path / "solution.py").write_text(solution)
        whats.append([finding.what for finding in prove_exactness(tmp_path, problem, RANGES, draws=50)])
    right, (wrong,) = whats
    assert right == []
    assert "expected 3, got 2" in wrong


def test_a_problem_without_exact_answers_has_nothing_to_compare(tmp_path: Path) -> None:
    found(tmp_path, "0.0")
    (tmp_path / "exact.py").unlink()
    assert list(prove_exactness(tmp_path, PROBLEM, RANGES)) == []
