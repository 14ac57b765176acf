"""What a notebook holds, and how it is sent or why it is refused: one case for each kind of thing."""

import ast
import importlib
import itertools
import linecache
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sharpen.api import CannotGather
from sharpen.api.answers import gather

numbers = itertools.count()


@pytest.fixture
def names() -> Iterator[dict[str, Any]]:
    """The names of an empty notebook."""
    module = sys.modules["typed"] = ModuleType("typed")
    yield vars(module)
    del sys.modules["typed"]
    for file in [file for file in linecache.cache if file.startswith("/tmp/ipykernel_2/")]:
        del linecache.cache[file]


def typed(names: dict[str, Any], *cells: str) -> None:
    for cell in map(textwrap.dedent, cells):
        file = f"/tmp/ipykernel_2/{next(numbers)}.py"
        linecache.cache[file] = (len(cell), None, cell.splitlines(keepends=True), file)
        for node in ast.parse(cell).body:
            exec(compile(ast.Module([node], []), file, "exec", dont_inherit=True), names)


def sent(thing: Any, entry: str = "f") -> Callable[..., Any]:
    module = sys.modules["solution"] = ModuleType("solution")
    exec(compile(gather(thing, [entry], ["numpy"]), "solution.py", "exec", dont_inherit=True), vars(module))
    found: Callable[..., Any] = vars(module)[entry]
    return found


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        ("from collections import namedtuple\nS = namedtuple('S', 'a b', defaults=[2])\ndef f(): return S(1).b", 2),
        ("from typing import NamedTuple\nclass S(NamedTuple):\n  a: int = 3\ndef f(): return S().a", 3),
        ("from enum import Enum\nE = Enum('E', 'A B')\ndef f(): return E.B.value", 2),
        ("from enum import Enum, auto\nclass E(Enum):\n  A = auto()\n  B = auto()\ndef f(): return E.B.value", 2),
        (
            "from enum import StrEnum\nclass E(StrEnum):\n  A = 'a', 'x'\n  def __new__(cls, n, p):\n"
            "    o = str.__new__(cls, n); o._value_, o.p = n, p; return o\ndef f(): return E.A.p",
            "x",
        ),
        ("from dataclasses import make_dataclass\nD = make_dataclass('D', [('x', int, 4)])\ndef f(): return D().x", 4),
        (
            "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass B(Generic[T]):\n  x = 5\ndef f(): return B.x",
            5,
        ),
        ("from functools import partial\ndef g(a, b): return a - b\nf = partial(g, 9, b=3)", 6),
        ("import numpy as np\nf = np.vectorize(lambda x=7: x)\nf = lambda g=f: int(g(7))", 7),
        ("def relu(x): return max(x, 0)\nACT = {'relu': relu, 'abs': abs}\ndef f(): return ACT['relu'](8)", 8),
        ("n = 0\ndef count():\n  global n\n  n += 1\ndef f():\n  count(); count(); return n", 2),
        (
            "try:\n  import no_such_thing as torch\nexcept ImportError:\n  torch = None\ndef f(): return torch is None",
            True,
        ),
        ("a = []\nb = a\ndef f():\n  a.append(1)\n  return b", [1]),
        ("row = [0]\ngrid = [row]\ndef f():\n  row.append(1)\n  return grid", [[0, 1]]),
        ("SIZE = 3\ndef f(k=SIZE): return k\nSIZE = 4", 3),
        ("def g(): return 1\ndef f(h=g): return h() + g()\ndef g(): return 5", 6),
        ("class A:\n  calls = 0\n  def up(self): A.calls += 1\nA().up()\ndef f(): return A.calls", 1),
        ("def f(): return f.calls\nf.calls = 2", 2),
        ("def twice(g):\n  def inner(): return 2 * g()\n  return inner\n@twice\ndef f(): return 4", 8),
        ("def twice(g): return lambda: 2 * g()\n@twice\n@twice\ndef f(): return 1", 4),
        (
            "def old(): return 1\nf = old\ndef new(): return f() + 1\nf = new\nsaved = old\n"
            "def f(): return saved() + 9",
            10,
        ),
        ("def sum(x): return 42\ndef f(): return sum([1])", 42),
        ("import xml.etree.ElementTree\ndef f(): return xml.etree.ElementTree.fromstring('<a/>').tag", "a"),
        (
            "import numpy as np\nE = np.zeros((0, 3))\nx = np.float32(1.5)\ndef f(): return E.shape, type(x).__name__",
            ((0, 3), "float32"),
        ),
        (
            "from dataclasses import dataclass\nfrom typing import ClassVar\n@dataclass\nclass A:\n"
            "  k: ClassVar[int] = 1\n  x: int = 2\ndef f(): return A(3).x",
            3,
        ),
        (
            "class A:\n  __k = 3\n  def __g(self): return self.__k\n"
            "  def g(self): return self.__g()\ndef f(): return A().g()",
            3,
        ),
        ("if True:\n  def g():\n# return 1\n    return 2\ndef f(): return g()", 2),
        ('def make():\n  def g():\n    """Says.\n\nat the margin\n"""\n    return 3\n  return g\nf = make()', 3),
        ("if True:\n  class A:\n    x = 1\nelse:\n  class A:\n    x = 2\ndef f(): return A.x", 1),
        ("import re\nWORD = re.compile('a+', re.I)\ndef f(): return WORD.findall('bAab')", ["Aa"]),
        ("import numpy as np\nD = np.dtype('f4')\ndef f(): return np.zeros(1, D).dtype.name", "float32"),
        ("from fractions import Fraction\nHALF = Fraction(1, 2)\ndef f(): return HALF + HALF", 1),
        (
            "import functools\ndef own(g):\n  @functools.wraps(g)\n  def inner(): return g()\n  return inner\n"
            "calls = []\n@functools.cache\n@own\ndef g():\n  calls.append(1)\n  return 2\n"
            "def f(): return g() + g() + len(calls)",
            5,
        ),
        ("class C:\n  x = 1\ndef f(c=C(), none=object()): return c.x", 1),
        (
            "def g(): return None\ndef make(c): return lambda: c\ndef f(k=make(g)): return k()()\ndef make(c): pass",
            None,
        ),
        ("import asyncio\nasync def g(): return 3\ndef f(): return asyncio.run(g())", 3),
    ],
)
def test_it_is_sent(names: dict[str, Any], cells: str, answer: Any) -> None:
    typed(names, cells)
    assert sent(names["f"])() == answer
    assert names["f"]() == answer or "global n" in cells or "append" in cells


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (
            "f = 5",
            r"The answer `f` is an int, not a function or a class\. Give the function itself: `check\(\.\.\., f\)`\.",
        ),
        (
            "async def f(): return 1",
            r"`f` is an `async def`: calling it gives no answer, but something to await\. Write `def`\.",
        ),
        (
            "class M:\n  def __call__(self): return 1\nf = M()",
            "The answer `f` is an object of class `M`, and objects cannot be sent",
        ),
        ("class M:\n  def g(self): return 1\nf = M().g", "The answer `f` is a method of an object of class `M`"),
        ("class M: pass\nm = M()\ndef f(): return m", "`f` uses `m`, an object of class `M`, which cannot be sent"),
        (
            "import numpy as np\nm = np.ma.array([1])\ndef f(): return m",
            "`f` uses `m`, a MaskedArray, which cannot be sent",
        ),
        (
            "import numpy as np\nW = np.zeros(20000)\ndef f(): return W",
            "`f` uses `W`, an array of 20,000 items, which cannot be sent",
        ),
        (
            "M = type('M', (), {'x': 1})\ndef f(): return M",
            "`f` uses `M`, a class that was made by a call, not by a `class` statement,",
        ),
        (
            "from scipy.special import expit\ndef f(): return expit(1)",
            "`f` uses `expit`, which is from scipy, and this problem is judged without scipy: with "
            "NumPy and the standard library alone",
        ),
        ("import scipy\ndef f(): return scipy", "`f` uses `scipy`, and this problem is judged without scipy"),
        ("def f(): return globals()", r"`f` uses `globals\(\)`, and what it finds there cannot be sent"),
        (
            "class A:\n  def x(self): return 1\nA.x = lambda self: 2\ndef f(): return A().x()",
            "its method `x` has been replaced since",
        ),
        (
            "class A: pass\nA.x = 2\ndef f(): return A.x",
            "its attribute `x` was set after it was defined. Put it into the class",
        ),
        ("class A:\n  x = 1\ndel A.x\ndef f(): return A", "its attribute `x` was deleted after it was defined"),
        (
            "class B: pass\nclass A(B): pass\nclass B: pass\ndef f(): return A",
            "its base `B` has been defined anew since",
        ),
        ("row = [0]\ngrid = [row, row]\ndel row\ndef f(): return grid", "holds a list that another value holds too"),
        (
            "from functools import singledispatch\n@singledispatch\ndef f(x): return 0\n"
            "@f.register\ndef _(x: int): return 1",
            "what a decorator made of a function",
        ),
        ("def g(): return f()", "`g` uses `f`, which is not defined here, but would be in what is sent"),
    ],
)
def test_it_is_refused_with_the_reason(names: dict[str, Any], cells: str, reason: str) -> None:
    typed(names, cells)
    with pytest.raises(CannotGather, match=reason):
        sent(names["f"] if "f" in names else names["g"])


def test_two_modules_that_count_by_one_name_are_not_mixed_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / f"counts_{name}.py").write_text(f"n = 0\ndef {name}():\n    global n\n    n += 1\n    return n\n")
    monkeypatch.syspath_prepend(tmp_path)
    one, two = (getattr(importlib.import_module(f"counts_{name}"), name) for name in ("one", "two"))
    with pytest.raises(
        CannotGather, match="changes the global variable `n`, and another thing of that name is used too"
    ):
        gather({"one": one, "two": two}, ["one", "two"])


def test_a_renamed_function_keeps_its_comments(names: dict[str, Any]) -> None:
    typed(
        names, "def f(x):\n    # by halves\n    return x and f(x // 2) + 1", "def better(x):\n    return f(x)  # faster"
    )
    source = gather(names["better"], ["f"])
    assert "def f_2(x):\n    # by halves\n    return x and f_2(x // 2) + 1" in source
    assert "return f_2(x)  # faster" in source
    assert sent(names["better"])(8) == 4
