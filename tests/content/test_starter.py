"""The starter that is derived from a solution: what stays, what goes, and that nothing leaks."""

import ast

import pytest

from sharpen.content import Library
from sharpen.content.starter import derive

SOLUTION = '''\
"""How to do it: with the trick."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike  # for signatures

EPS = 1e-12  # keeps log away from 0
TABLE = _table(3)
SIZE: int = len(TABLE)
FIRST, LAST = 0, SIZE


def _table(n: int) -> list[int]:
    return list(range(n))


@np.vectorize
def soft(
    x: ArrayLike,  # any shape
    *,
    axis: int = -1,
    key: Callable[[int], int] = lambda x: x,
) -> dict[str, "Größe"]:  # the trick: subtract the maximum
    # Subtract the maximum first.
    """Softmax of ünïcode.

    Parameters
    ----------
    x : array of shape (n,)
        Backslashes stay: \\\\n.

    Notes
    -----
    Subtract the maximum. O(n).

    References
    ----------
    The trick.
    """
    shifted = x - x.max()
    return shifted


def one_line(x): return x + 1


class Größe:
    """A size."""
    value: int = 0


if __name__ == "__main__":
    print(soft([1]))
'''


def test_only_what_the_entry_points_need_stays_and_formatting_is_kept() -> None:
    assert (
        derive(SOLUTION, ["soft", "one_line"])
        == '''\
from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

EPS = 1e-12


@np.vectorize
def soft(
    x: ArrayLike,  # any shape
    *,
    axis: int = -1,
    key: Callable[[int], int] = lambda x: x,
) -> dict[str, "Größe"]:
    """Softmax of ünïcode.

    Parameters
    ----------
    x : array of shape (n,)
        Backslashes stay: \\\\n.
    """
    raise NotImplementedError


def one_line(x):
    raise NotImplementedError


class Größe:
    """A size."""

    value: int = 0
'''
    )


def test_without_entry_points_everything_public_stays() -> None:
    starter = derive(SOLUTION)
    assert "_table" not in starter
    assert "def soft(" in starter
    assert "class Größe" in starter


CLASS = '''\
from dataclasses import dataclass


@dataclass
class Node:
    """One node of a tree.

    Notes
    -----
    Small.
    """

    left: "Node | None" = None

    def _secret(self): return 1


class Tree(Base):
    DEPTH = 3

    def __init__(self, depth: int = 3) -> None:
        """Empty."""
        self.depth = depth

    @property
    def root(self) -> Node:
        return self._build()

    def _build(self) -> Node:
        return Node()

    @staticmethod
    async def wait(): pass


class Base:
    def method(self): return 2
'''


def test_a_class_keeps_its_fields_and_public_methods_and_brings_what_it_refers_to() -> None:
    assert (
        derive(CLASS, ["Tree"])
        == '''\
from dataclasses import dataclass


@dataclass
class Node:
    """One node of a tree."""

    left: "Node | None" = None


class Tree(Base):
    DEPTH = 3

    def __init__(self, depth: int = 3) -> None:
        """Empty."""
        raise NotImplementedError

    @property
    def root(self) -> Node:
        raise NotImplementedError

    @staticmethod
    async def wait():
        raise NotImplementedError


class Base:
    def method(self):
        raise NotImplementedError
'''
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('"""Do it."""', '"""Do it."""'),
        ('"""Do it.\n\n    Notes\n    -----\n    How."""', '"""Do it."""'),
        ("r'''Do \\it.\n\n    Notes\n    -----\n    How.\n    '''", "r'''Do \\it.'''"),
        ('"""\n    Do it.\n\n    Notes\n    -----\n    How.\n    """', '"""\n    Do it.\n    """'),
        ('"""Do it. Notes follow."""', '"""Do it. Notes follow."""'),
        ('"""Do it.\n\n    Notes on input\n    """', '"""Do it.\n\n    Notes on input\n    """'),
    ],
)
def test_docstrings_end_before_their_notes(typed: str, kept: str) -> None:
    starter = derive(f"def f(x):\n    {typed}\n    return x\n")
    assert starter == f"def f(x):\n    {kept}\n    raise NotImplementedError\n"


def test_windows_line_ends_and_a_form_feed_do_not_shift_positions() -> None:
    starter = derive("import numpy\r\n\x0c\r\ndef f(x):\r\n    return 'x\x0bx'\r\n\r\ndef g(y):\r\n    return y\r\n")
    assert ast.unparse(ast.parse(starter)) == (
        "import numpy\n\ndef f(x):\n    raise NotImplementedError\n\ndef g(y):\n    raise NotImplementedError"
    )


def test_a_solution_that_is_not_python_is_refused() -> None:
    with pytest.raises(SyntaxError):
        derive("def f(:\n")


def test_every_starter_of_the_content_loads_and_is_unsolved() -> None:
    library = Library.open()
    for slug, problem in library.problems.items():
        starter = library.problems.starter(slug)
        names = {node.name for node in ast.parse(starter).body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        assert names >= set(problem.entry), slug
        assert "raise NotImplementedError" in starter
        assert "Notes\n" not in starter
        if problem.profile in ("stdlib", "numpy"):
            exec(compile(starter, slug, "exec"), {"__name__": __name__})  # a dataclass looks its module up


def test_imports_of_the_standard_library_that_only_bodies_need_would_tell_how_it_is_done() -> None:
    solution = (
        "import heapq\nfrom collections import deque\nfrom collections.abc import Sequence\nimport numpy as np\n\n\n"
        "def f(xs: Sequence[int]) -> int:\n    return heapq.nsmallest(1, deque(xs))[0]\n"
    )
    assert derive(solution) == (
        "from collections.abc import Sequence\nimport numpy as np\n\n\n"
        "def f(xs: Sequence[int]) -> int:\n    raise NotImplementedError\n"
    )
