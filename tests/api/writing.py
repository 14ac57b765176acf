"""Notebooks as people write them, made up at random: few names, so that they are defined anew and mixed up."""

from hypothesis import strategies as st

NAMES = ["a", "b", "c", "d"]
PREAMBLE = """import collections, dataclasses, enum, functools, typing
import math as m
from collections import Counter, namedtuple
from dataclasses import dataclass
from typing import ClassVar, NamedTuple
"""

name = st.sampled_from(NAMES)
number = st.integers(-3, 9)
plain = st.one_of(
    number.map(str),
    st.sampled_from(
        [
            "None",
            "True",
            "1.0",
            "0.0",
            "-0.0",
            "'text'",
            "(1, 2)",
            "[1, [2]]",
            "{'k': 3}",
            "{1, 2}",
            "float('nan')",
            "b'x'",
            "...",
        ]
    ),
)


@st.composite
def expression(draw: st.DrawFn) -> str:
    """Something that a function of `n` answers. Calls go down by one, so that they end."""
    parts = [
        "n",
        draw(number.map(str)),
        f"size({draw(name)})",
        f"size({draw(name)})",
        f"call({draw(name)}, n - 1)",
        f"call({draw(name)}, n - 1)",
        f"m.floor(n + {draw(number)})",
        f"size([{draw(name)} for {draw(name)} in range(n)])",
        f"(lambda {draw(name)}: size({draw(name)}))(n)",
        f"len(f'{{n}} {{size({draw(name)})}}')",
        f"Counter([n, {draw(number)}])[n]",
        "(1 if n else 2)",
    ]
    return " + ".join(draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3)))


SIZE = '''def size(thing):
    """A number for anything, functions and classes too."""
    if isinstance(thing, (int, float)):
        return thing
    if isinstance(thing, (str, bytes, tuple, list, dict, set)):
        return len(thing)
    return getattr(thing, "mark", 7)


def call(thing, n):
    if n < 0:
        return 1
    if isinstance(thing, type):
        thing = getattr(thing(), "of", len)
    return size(thing(n)) if callable(thing) else size(thing)
'''


@st.composite
def body(draw: st.DrawFn, margin: str) -> str:
    """The lines of a function of `n`, some of them at the left margin."""
    lines: list[str] = []
    if draw(st.booleans()):
        lines += draw(st.sampled_from([[margin + '"""Says."""'], [margin + '"""Says.', "", "at the margin", '"""']]))
    extra = st.sampled_from(["comment", "text", "local", "loop", "inner", "global", "none"])
    for kind in draw(st.lists(extra, max_size=3, unique=True)):
        own = draw(name)
        lines += {
            "comment": [f"# {margin}n = 0", f"{margin}# here"],
            "text": [f"{margin}n = n + len('''", "  two", f"{margin}''')"],
            "local": [f"{margin}k = {draw(plain)}", f"{margin}n += size(k)"],
            "loop": [f"{margin}for k in range(2):", f"{margin}    n = (n", "+ k)"],
            "inner": [
                f"{margin}def inner(k: {own}) -> int:",
                f"{margin}    return k + n + size({own})",
                f"{margin}n += inner(1)",
            ],
            "global": [],
            "none": [],
        }[kind]
        if kind == "global":
            change = draw(st.sampled_from(["= 1", "= size(total) + 1", "= [n]"]))
            lines = [f"{margin}global total", *lines, f"{margin}total {change}", f"{margin}n += size(total)"]
    return "\n".join([*lines, f"{margin}return {draw(expression())}"])


@st.composite
def function(draw: st.DrawFn, margin: str = "", called: str | None = None) -> str:
    own = called or draw(name)
    default = draw(
        st.sampled_from(["", f", k={draw(plain)}", f", k={draw(name)}", ", *, k=2", f", k=size({draw(name)})"])
    )
    decorators = draw(
        st.lists(st.sampled_from(["@functools.lru_cache", "@functools.cache", "@plus_one", "@plus_two(3)"]), max_size=2)
    )
    head = "".join(f"{margin}{one}\n" for one in decorators) if called is None else ""
    return f"{head}{margin}def {own}(n{default}):\n{draw(body(margin + '    '))}"


DECORATORS = """def plus_one(f):
    @functools.wraps(f)
    def wrapper(n):
        return size(f(n)) + 1
    return wrapper


def plus_two(step):
    def around(f):
        def wrapper(n):
            return size(f(n)) + step
        return wrapper
    return around
"""


@st.composite
def class_(draw: st.DrawFn, margin: str = "") -> str:
    own, inner = draw(name), margin + "    "
    head = draw(
        st.sampled_from(
            [
                "class {}:",
                "class {}(Exception):",
                "@dataclass\nclass {}:",
                "class {}(NamedTuple):",
                "class {}(enum.Enum):",
                "@dataclass(frozen=True)\nclass {}:",
                "@dataclass(slots=True)\nclass {}:",
                "class {}:\n    __slots__ = ('left', 'right')",
            ]
        )
    )
    lines = [f"{margin}{line}" for line in head.format(own).split("\n")]
    if "Enum" in head:
        return "\n".join([*lines, f"{inner}mark = {draw(number)}", f"{inner}RED = {draw(number)}"])
    if "NamedTuple" in head or "dataclass" in head:
        lines.append(f"{inner}mark: int = {draw(number)}")
        if "dataclass" in head and draw(st.booleans()):
            lines.append(f"{inner}kept: ClassVar[int] = {draw(number)}")
    elif draw(st.booleans()):
        value = draw(st.one_of(plain, name, number.map(str)))
        lines.append(f"{inner}mark = {value}")
    if draw(st.booleans()):
        lines.append(f"{inner}def of(self, n):\n{draw(body(inner + '    '))}")
    if draw(st.booleans()):
        lines.append(f"{inner}@property\n{inner}def wide(self):\n{inner}    return size({draw(name)})")
    return "\n".join([*lines, f"{inner}pass"])


@st.composite
def cell(draw: st.DrawFn) -> str:
    """One cell: a definition, a value, a change, or one that fails before its end."""
    own, other = draw(name), draw(name)
    made = [
        f"{own} = namedtuple('{own}', 'x mark', defaults=[1, {draw(number)}])",
        f"{own} = enum.Enum('{own}', 'RED mark')",
        f"{own} = dataclasses.make_dataclass('{own}', [('mark', int, {draw(number)})])",
        f"{own} = functools.partial({other})",
        f"{own} = functools.partial(plus_one, {other})",
        f"{own} = {{'k': {other}}}",
        f"{own} = [{other}, {other}]",
        f"{own} = Counter('aab')",
        f"{own} = {other}",
        f"{own} = len",
        f"{own} = lambda n, k={other}: {draw(expression())}",
        f"{own} = plus_one({other})",
        f"del {own}",
        f"total = {draw(plain)}",
        f"size.mark = {draw(number)}",
        f"{own}.mark = {draw(plain)}",
        f"{own}.of = {other}",
        f"{own}.__defaults__ = ({draw(plain)},)",
        f"len = {other}",
        f"def make(k, {own}=2):\n    def {own}(n):\n        return size(k) + {draw(expression())}\n    return {own}\n"
        f"{other} = make({draw(number)})",
        f"def make():\n{draw(function('    ', own))}\n    return {own}\n{other} = make()",
        f"def make(k):\n    k = size(k)\n{draw(class_('    '))}\n    return {own}\n{other} = make({draw(number)})",
        "def make(k):\n    def step(n):\n        nonlocal k\n        k = n\n        return k\n    return step\n"
        f"{own} = make(1)",
    ]
    kind = draw(
        st.sampled_from(
            [
                "function",
                "function",
                "function",
                "class",
                "class",
                "value",
                "made",
                "made",
                "made",
                "made",
                "branch",
                "failed",
                "text",
            ]
        )
    )
    if kind == "function":
        return draw(function())
    if kind == "class":
        return draw(class_())
    if kind == "value":
        return f"{own} = {draw(plain)}"
    if kind == "made":
        return draw(st.sampled_from(made))
    definition = draw(st.one_of(function("    "), class_("    ")))
    if kind == "branch":
        return f"if {draw(st.booleans())}:\n{definition}\nelse:\n{draw(st.one_of(function('    '), class_('    ')))}"
    if kind == "text":
        return f'spoken = """\n{draw(class_()).replace(chr(34) * 3, "")}\n"""'
    return f"if True:\n    raise ValueError\n{draw(st.one_of(function(), class_()))}"


cells = st.lists(cell(), min_size=2, max_size=9).map(lambda found: [PREAMBLE, SIZE, DECORATORS, *found])
