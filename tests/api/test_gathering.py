import functools
import importlib
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import random as draw
from typing import Any

import numpy as np
import numpy.linalg as la
import pytest
from scipy.special import expit as sigmoid
from scipy.stats import norm as gaussian

from sharpen.api import CannotGather
from sharpen.api.answers import gather

SCALE = 2.5
WEIGHTS = np.array([[1.0, 2.0]])
LIMITS = {"low": float("-inf"), "names": ("a",), "seen": set()}
UNSENDABLE = object()
Vector = list[float]


def ran(source: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {}
    exec(compile(source, "answer", "exec", dont_inherit=True), namespace)
    return namespace


def helper(x: float) -> float:
    return x * SCALE


def scaled(values: Vector) -> float:
    SHADOW = [helper(value) for value in values]
    return sum(SHADOW)


def test_a_function_comes_with_what_it_uses() -> None:
    source = gather(scaled, ["scaled"])
    assert ran(source)["scaled"]([1, 2]) == 7.5
    assert "UNSENDABLE" not in source
    assert "Vector" not in source.partition("def scaled")[0], "an annotation alone needs nothing"


def test_imports_are_carried_over() -> None:
    def entry(values: Any) -> Any:
        return Counter(values), math.sqrt(4), np.asarray(values).sum(), la.norm([3.0, 4.0]), path_of("x")

    source = gather(entry, ["entry"])
    assert {"import numpy as np", "import numpy.linalg as la", "import math"} <= set(source.splitlines())
    assert "from collections import Counter" in source
    assert ran(source)["entry"]([1, 1])[3] == 5.0


path_of = Path


def test_what_does_not_say_where_it_comes_from_is_imported_too() -> None:
    def entry() -> Any:
        return draw() < 1, sigmoid(0.0), gaussian.cdf(0.0), size("abc")

    source = gather(entry, ["entry"])
    assert "from random import random as draw" in source
    assert "from scipy.stats import norm as gaussian" in source
    assert ran(source)["entry"]() == (True, 0.5, 0.5, 3)

    push = [].append
    with pytest.raises(CannotGather, match="uses `push`, a builtin_function_or_method"):
        gather(lambda x: push(x), ["entry"])


size = len


def test_constants_are_carried_over() -> None:
    def entry() -> Any:
        return SCALE, WEIGHTS, LIMITS

    scale, weights, limits = ran(gather(entry, ["entry"]))["entry"]()
    assert (scale, limits) == (SCALE, LIMITS)
    assert np.array_equal(weights, WEIGHTS)
    assert weights.dtype == WEIGHTS.dtype


def test_closures_are_carried_over() -> None:
    power = 3

    def cube(x: int) -> int:
        return x**power

    def entry(x: int) -> int:
        return cube(x) + 1

    assert ran(gather(entry, ["entry"]))["entry"](2) == 9


def test_recursion_decorators_and_lambdas() -> None:
    @functools.cache
    def fib(n: int) -> int:
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    double = lambda x: x * 2  # noqa: E731

    def entry(n: int) -> int:
        return double(fib(n))

    assert ran(gather(entry, ["entry"]))["entry"](30) == 2 * 832040


def test_only_what_python_takes_for_the_end_of_a_line_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages.py").write_text('TWO = "a\\x0c"\n\x0c\ndef f():\n    """A\u2028B"""\n    return 7\n', "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert ran(gather(importlib.import_module("pages").f, ["f"]))["f"]() == 7


def test_of_several_lambdas_in_a_line_each_is_itself() -> None:
    relu, slope, add = lambda x: max(x, 0), lambda x: float(x > 0), lambda a: lambda b: a + b

    def entry(x: int) -> Any:
        return relu(x), slope(x), add(1)(x)

    assert ran(gather(entry, ["entry"]))["entry"](5) == (5, 1.0, 6)
    assert ran(gather(add(7), ["lifted"]))["lifted"](1) == 8


def test_a_function_of_another_name_becomes_the_entry() -> None:
    def mine(n: int) -> int:
        return 1 if n == 0 else n * mine(n - 1)

    assert ran(gather(mine, ["factorial"]))["factorial"](5) == 120


@dataclass
class Node:
    value: float
    below: "Node | None" = None


class Tree:
    def __init__(self, value: float) -> None:
        self.root = Node(helper(value))

    @property
    def value(self) -> float:
        return self.root.value


def test_a_class_comes_with_the_classes_it_uses() -> None:
    assert ran(gather(Tree, ["Tree"]))["Tree"](2).value == 5.0


def test_a_list_and_a_dict_of_functions() -> None:
    assert set(ran(gather([helper, scaled], ["scaled", "helper"]))) > {"helper", "scaled"}
    assert ran(gather(globals(), ["scaled"]))["scaled"]([2]) == 5.0
    assert ran(gather({"f": helper}, ["f"]))["f"](2) == 5.0


def test_source_text_and_files(tmp_path: Path) -> None:
    assert gather("def f(): pass\n", ["f"]) == "def f(): pass\n"
    file = tmp_path / "f.py"
    file.write_text("def f(): return 1\n")
    assert gather(file, ["f"]) == gather(str(file), ["f"]) == "def f(): return 1\n"
    for name in ("f", " "):
        with pytest.raises(CannotGather, match="is no source"):
            gather(name, ["f"])
    with pytest.raises(CannotGather, match="cannot be read"):
        gather(tmp_path / "none.py", ["f"])


def test_what_cannot_be_sent_is_named() -> None:
    def entry() -> Any:
        return UNSENDABLE

    with pytest.raises(CannotGather, match=r"uses `UNSENDABLE`, an object, which cannot be sent.*argument"):
        gather(entry, ["entry"])


def test_state_around_a_function_cannot_be_sent() -> None:
    count = 0

    def entry() -> int:
        nonlocal count
        count += 1
        return count

    with pytest.raises(CannotGather, match="nonlocal"):
        gather(entry, ["entry"])


def test_a_missing_entry_is_named() -> None:
    with pytest.raises(CannotGather, match="also needs `fit`"):
        gather([helper], ["helper", "fit"])


def test_a_function_without_source_says_so() -> None:
    namespace: dict[str, Any] = {}
    exec("def f(): pass", namespace)
    with pytest.raises(CannotGather, match="prompt"):
        gather(namespace["f"], ["f"])


def test_two_things_of_one_name_are_told_apart() -> None:
    def make(size: int) -> Callable[[], int]:
        def inner() -> int:
            return size

        return inner

    both = ran(gather({"one": make(1), "two": make(2)}, ["one", "two"]))
    assert (both["one"](), both["two"]()) == (1, 2)
