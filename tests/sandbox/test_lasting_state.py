"""Code that can keep something between calls is told from code that cannot, and no model solution can."""

import pytest

from sharpen.content.library import Library
from sharpen.sandbox.lasting_state import can_keep

PROBLEMS = Library.open().problems


@pytest.mark.parametrize(
    "source",
    [
        "def f(x, out=[]):\n    return out\n",
        "def f(x, *, out={}):\n    return out\n",
        "out = []\ndef f(x):\n    return out\n",
        "n = 0\ndef f(x):\n    global n\n    n += 1\n    return n\n",
        "class A:\n    out = []\ndef f(x):\n    return A.out\n",
        "class A:\n    n = 0\ndef f(x):\n    A.n += 1\n    return A.n\n",
        "def f(x):\n    f.n = 1\n",
        "def f(x):\n    type(x).n = 1\n",
        "from functools import cache\n@cache\ndef f(x):\n    return x\n",
        "import itertools\ncount = itertools.count()\ndef f(x):\n    return next(count)\n",
        "def f(x):\n    globals()['n'] = 1\n",
        "def f(x):\n    setattr(f, 'n', 1)\n",
        "import sys\ndef f(x):\n    return sys\n",
        "g = lambda x, out=[]: out\n",
        "for i in range(3):\n    pass\n",
    ],
)
def test_code_that_can_keep_something(source: str) -> None:
    assert can_keep(source)


@pytest.mark.parametrize(
    "source",
    [
        "LIMIT, NAMES = 1e-9, ('a', 'b')\ndef f(x, k=1, low=-LIMIT):\n    out = []\n    return out\n",
        "class A:\n    size: int\n    def __init__(self, rows):\n        self.rows = {}\n        self.rows[1] = rows\n",
        "def f(x):\n    def g(y, seen=()):\n        return [y for y in x]\n    return g(1)\n",
        '"""Words."""\n',
        "@dataclass(eq=False)\nclass A:\n    links: list['A'] = field(default_factory=list)\n",
        "def f(",
        "def f(rows):\n    node = rows[0]\n    node.left = None\n    rows[1].next = node\n    return node\n",
    ],
)
def test_code_that_cannot(source: str) -> None:
    assert not can_keep(source)


def test_of_the_model_solutions_none_seems_to_keep_anything() -> None:
    assert [slug for slug in PROBLEMS if can_keep(PROBLEMS.solution(slug))] == []
