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


SLOTS = (
    "class N:\n  __slots__ = {}\n  def __init__(self, a): self.a = a\ndef f(): return N(3).a, hasattr(N(3), '__dict__')"
)
DATA = "from dataclasses import dataclass, field\n"
TYPING = "from typing import Generic, NamedTuple, Protocol, TypedDict, TypeVar\nT = TypeVar('T')\n"
CLASSES = [
    (SLOTS.format("('a', 'b')"), (3, False)),
    (SLOTS.format("'a'"), (3, False)),
    (SLOTS.format("['a']"), (3, False)),
    (SLOTS.format("{'a': 'the first'}"), (3, False)),
    (SLOTS.format("('a', '__weakref__')"), (3, False)),
    (SLOTS.format("('a', '__dict__')"), (3, True)),
    (SLOTS.format("'a b'.split()"), (3, False)),
    (SLOTS.format("iter(['a'])"), (3, False)),
    ("NAMES = ('a',)\n" + SLOTS.format("NAMES") + "\nNAMES = ('b',)", (3, False)),
    ("class N: __slots__ = ('a', 'b')\ndef f():\n  n = N(); n.a = 1; return n.a, hasattr(n, '__dict__')", (1, False)),
    (
        "class N:\n  __slots__ = ('__a',)\n  def __init__(self): self.__a = 3\n  def g(self): return self.__a\n"
        "def f(): return N().g()",
        3,
    ),
    (
        "class B:\n  __slots__ = ('a',)\n  def __init__(self): self.a = 1\nclass N(B):\n  __slots__ = ('b',)\n"
        "  def __init__(self): super().__init__(); self.b = 2\ndef f(): return N().a + N().b",
        3,
    ),
    (
        "class N:\n  def g(self): return 1\nM = N\nclass N:\n  __slots__ = ('a',)\n  def g(self): return 1\n"
        "def f(): return [hasattr(one(), '__dict__') for one in (M, N)]",
        [True, False],
    ),
    (
        DATA + "@dataclass(slots=True)\nclass N:\n  a: int\n  b: int = 2\n  def g(self): return self.b\n"
        "def f(): return N(1).g()",
        2,
    ),
    (
        DATA + "K = 3\n@dataclass(slots=True, frozen=True, order=True)\nclass N:\n  a: int = K\n  @property\n"
        "  def g(self): return self.a\ndef f(): return N().g\nK = 4",
        3,
    ),
    (
        DATA + "@dataclass\nclass N:\n  a: int = 1\nM = N\n@dataclass(slots=True)\nclass N:\n  a: int = 1\n"
        "def f(): return [hasattr(one(), '__dict__') for one in (M, N)]",
        [True, False],
    ),
    (
        DATA + "def make(): return 3\n@dataclass\nclass N:\n  a: int = field(default_factory=make)\n"
        "  def g(self): return self.a\ndef f(): return N().g()\ndef make(): return 4",
        3,
    ),
    (DATA + "@dataclass\nclass N:\n  a: list = field(default_factory=lambda: [1])\ndef f(): return N().a", [1]),
    (
        DATA + "K = 3\n@dataclass\nclass N:\n  a: int = field(default=K, repr=False)\n  def g(self): return self.a\n"
        "def f(): return N().g(), repr(N())\nK = 4",
        (3, "N()"),
    ),
    (DATA + "@dataclass\nclass N:\n  __a: int = 2\n  def g(self): return self.__a\ndef f(): return N().g()", 2),
    (
        TYPING + "class N(NamedTuple):\n  a: int\n  b: int = 2\n  def g(self): return self.b\ndef f(): return N(1).g()",
        2,
    ),
    (TYPING + "class N(NamedTuple):\n  a: int\n  @property\n  def g(self): return self.a\ndef f(): return N(1).g", 1),
    (
        TYPING + "class N(NamedTuple, Generic[T]):\n  a: T\n  @classmethod\n  def g(cls): return cls(1)\n"
        "def f(): return N.g().a",
        1,
    ),
    (TYPING + "class N(TypedDict):\n  a: int\ndef f(): return N(a=1)", {"a": 1}),
    (
        TYPING + "class B(TypedDict):\n  b: int\nclass N(B, total=False):\n  a: int\ndef f(): return N(a=1, b=2)",
        {"a": 1, "b": 2},
    ),
    (TYPING + "class N(TypedDict, Generic[T]):\n  a: T\ndef f(): return N(a=1)", {"a": 1}),
    (
        TYPING + "class N(TypedDict):\n  a: int\nM = N\nclass N(TypedDict, total=False):\n  a: int\n"
        "def f(): return M.__total__, N.__total__",
        (True, False),
    ),
    (TYPING + "class P(Protocol):\n  __slots__ = ('a',)\n  def g(self): ...\ndef f(): return P.__slots__", ("a",)),
    (
        TYPING + "class N(Generic[T]):\n  __slots__ = ('a',)\n  def __init__(self, a: T): self.a = a\n"
        "def f(): return N[int](3).a",
        3,
    ),
    (
        "from abc import ABC, abstractmethod\nclass B(ABC):\n  __slots__ = ('a',)\n  @abstractmethod\n"
        "  def g(self): ...\nclass N(B):\n  def g(self): return 1\ndef f(): return N().g()",
        1,
    ),
    (
        "from functools import total_ordering\n@total_ordering\nclass N:\n  __slots__ = ('a',)\n"
        "  def __init__(self, a): self.a = a\n  def __lt__(self, other): return self.a < other.a\n"
        "def f(): return N(3) >= N(2)",
        True,
    ),
    (
        "from functools import cached_property\nclass N:\n  __slots__ = ('a', '__dict__')\n  @cached_property\n"
        "  def g(self): return 4\ndef f(): return N().g",
        4,
    ),
    (
        "class D:\n  def __set_name__(self, owner, name): setattr(owner, name + '_is', 5)\nclass N:\n  x = D()\n"
        "  def g(self): return self.x_is\ndef f(): return N().g()",
        5,
    ),
    (
        "class B:\n  __slots__ = ()\n  def __init_subclass__(cls, tag): cls.tag = tag\nclass N(B, tag=5):\n"
        "  __slots__ = ('a',)\n  def g(self): return self.tag\ndef f(): return N().g()",
        5,
    ),
    ("class N:\n  _fields = ('a', 'b')\n  def g(self): return 1\ndef f(): return N._fields", ("a", "b")),
    (
        "def slotted(cls):\n  return type(cls.__name__, (), {**{k: v for k, v in vars(cls).items() if k[:2] != '__'}, "
        "'__slots__': ('a',)})\n@slotted\nclass N:\n  def g(self): self.a = 1; return self.a\ndef f(): return N().g()",
        1,
    ),
    ("class N:\n  __slots__ = ()\n  def __class_getitem__(cls, key): return key\ndef f(): return N[3]", 3),
    ("class N(int):\n  __slots__ = ()\n  def g(self): return self + 1\ndef f(): return N(3).g()", 4),
    ("K = 3\nclass N:\n  __k = K\n  def g(self): return self.__k\ndef f(): return N().g()\nK = 4", 3),
    ("def g(n): return 3\nclass N:\n  __hash__ = g\ndef f(): return hash(N())\ndef g(n): return 4", 3),
]
"""Classes into which Python itself puts attributes, and what `f` answers."""


@pytest.mark.parametrize(("cell", "answer"), CLASSES)
def test_what_python_puts_into_a_class_is_no_change_of_it(names: dict[str, Any], cell: str, answer: Any) -> None:
    typed(names, cell)
    assert names["f"]() == answer
    assert sent(names["f"])() == answer


@pytest.mark.parametrize(("text", "answer"), CLASSES)
def test_nor_in_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, answer: Any) -> None:
    name = f"holds_a_class_{next(numbers)}"
    (tmp_path / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    f = importlib.import_module(name).f
    assert f() == answer
    assert sent(f)() == answer


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
            "class A:\n  __slots__ = ('x',)\nA.x = 2\ndef f(): return A",
            "its attribute `x` was set after it was defined",
        ),
        (
            "class A:\n  __slots__ = ('x',)\nA.y = 2\ndef f(): return A",
            "its attribute `y` was set after it was defined",
        ),
        (
            "class A:\n  __slots__ = ('x', 'y')\nA.x, A.y = A.y, A.x\ndef f(): return A",
            "its attribute `x` was set after it was defined",
        ),
        (
            "class A:\n  __slots__ = ('x', 'y')\ndel A.y\ndef f(): return A",
            "its attribute `y` was deleted after it was defined",
        ),
        (
            "S = ['x']\nclass A:\n  __slots__ = S\nS.clear()\ndef f(): return A",
            "it has other slots than its text says",
        ),
        (
            DATA + "@dataclass\nclass A:\n  x: int = 1\nA.x = 2\ndef f(): return A",
            "its attribute `x` was set after it was defined",
        ),
        (
            DATA + "@dataclass(slots=True)\nclass A:\n  x: int = 1\nA.x = 2\ndef f(): return A",
            "its attribute `x` was set after it was defined",
        ),
        (
            TYPING + "class A(NamedTuple):\n  x: int = 1\n  def g(self): return 1\nA.x = 2\ndef f(): return A",
            "its attribute `x` was set after it was defined",
        ),
        (
            TYPING + "class A(NamedTuple):\n  x: int = 1\nA.x = 2\ndef f(): return A",
            "its attribute `x` was set after it was defined",
        ),
        (
            TYPING + "class A(TypedDict):\n  x: int\nA.y = 2\ndef f(): return A",
            "its attribute `y` was set after it was defined",
        ),
        (
            TYPING + "class B(TypedDict):\n  x: int\nclass A(B):\n  y: int\nclass B(TypedDict):\n  z: int\n"
            "def f(): return A",
            "it has other keys than its text says",
        ),
        (
            DATA + "@dataclass\nclass A:\n  x: int = 1\n  def g(self): return 1\nmade = {}\n"
            "exec(compile('def y(self): pass', '<string>', 'exec'), made)\nA.y = made['y']\ndef f(): return A",
            "its attribute `y` was set after it was defined",
        ),
        (
            "from dataclasses import make_dataclass\nfrom typing import ClassVar\n"
            "A = make_dataclass('A', [('x', int, 4), ('k', ClassVar[int], 9)])\ndef f(): return A",
            "a class that was made by a call",
        ),
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
