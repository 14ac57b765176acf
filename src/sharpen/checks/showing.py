"""Showing values to a learner: as Python they could paste, and short."""

import builtins
import keyword
import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from typing import Any

import numpy as np

from sharpen.checks.calls import Call
from sharpen.checks.listed import Listed

LONGEST = 1200
DEEPEST = 40
OPERATORS = {
    "__len__": "len({})",
    "__next__": "next({})",
    "__iter__": "list({})",
    "__contains__": "{1} in {0}",
    "__getitem__": "{}[{}]",
    "__setitem__": "{}[{}] = {}",
    "__delitem__": "del {}[{}]",
    "__call__": "{}({})",
}
"""How a method of a special name is called."""
MOST_BITS = 10_000
"""The longest integer that is written out; Python itself refuses to write a much larger one."""


def show(value: Any, *, longest: int = LONGEST) -> str:
    """A value as a short Python expression; arrays as `np.array(...)`, long ones abbreviated."""
    return _cut(_pieces(value), longest)


def show_call(call: Call, *, longest: int = LONGEST) -> str:
    """A call as the learner would type it; arguments on lines of their own when they are long."""
    parts = [_show(arg) for arg in call.args]
    for name, value in call.kwargs.items():
        # Continuation lines of an array stay below its first row.
        parts.append(f"{name}={_show(value)}".replace("\n", "\n" + " " * (len(name) + 1)))
    text = f"{call.entry}({_joined(parts)})"
    if len(call.then) == 1:
        text = _step(text, *call.then[0])
    elif call.then:
        made = _called(call.entry)
        steps = [_step("" if name == call.entry else made, name, args) for name, args in call.then]
        text = "\n".join([f"{made} = {text}", *steps])
    return _cut([text], longest)


def _step(made: str, method: str, args: Sequence[Any]) -> str:
    """A method call, in the form that Python has for it where it has one; without an object, a call."""
    shown = [_show(arg) for arg in args]
    form = OPERATORS.get(method, "")
    return form.format(made, *shown) if form else f"{made}.{method}({', '.join(shown)})".lstrip(".")


def _called(entry: str) -> str:
    """A name for an object of this class: `cache` for an LRUCache."""
    words = re.findall(r"[A-Z]+[0-9]+|[A-Z]?[a-z]+[0-9]*|[A-Z]+(?![a-z])", entry)
    name = words[-1].lower() if words else ""
    return "it" if name == entry or keyword.iskeyword(name) or hasattr(builtins, name) or not name else name


def _joined(parts: list[str]) -> str:
    line = ", ".join(parts)
    if len(line) <= 88 and "\n" not in line:
        return line
    return "\n    " + ",\n    ".join(part.replace("\n", "\n    ") for part in parts) + ",\n"


def _cut(pieces: Iterable[str], longest: int) -> str:
    """The pieces joined, up to `longest` characters; no more of them are made than that takes."""
    text = ""
    for piece in pieces:
        text += piece[: longest + 1]
        if len(text) > longest:
            return f"{text[:longest]} …"
    return text


def _show(value: Any) -> str:
    return "".join(_pieces(value))


def _pieces(value: Any, depth: int = 0) -> Iterator[str]:
    """The text of a value, piece by piece: an answer may be large, and only its beginning is read."""
    if depth > DEEPEST:
        yield "…"
    elif isinstance(value, list | Listed):
        yield "["
        yield from _listed(value, depth)
        yield "]"
    elif isinstance(value, tuple):
        yield "("
        yield from _listed(value, depth)
        yield ",)" if len(value) == 1 else ")"
    elif isinstance(value, Set) and value:
        yield "{" if isinstance(value, set) else "frozenset({"
        yield from _listed(value, depth)
        yield "}" if isinstance(value, set) else "})"
    elif isinstance(value, dict):
        yield "{"
        for turn, (key, item) in enumerate(value.items()):
            yield ", " if turn else ""
            yield from _pieces(key, depth + 1)
            yield ": "
            yield from _pieces(item, depth + 1)
        yield "}"
    elif hasattr(value, "tocsr"):
        yield f"sparse matrix ({value.format}) of shape {value.shape}, {value.nnz} stored:\n{_array(value.toarray())}"
    else:
        yield _array(value) if isinstance(value, np.ndarray) else _atom(value)


def _listed(items: Collection[Any], depth: int) -> Iterator[str]:
    """Items in one line; below one another when a table, which takes several lines, is among them."""
    below = any(isinstance(item, np.ndarray) and item.ndim > 1 for item in items)
    for turn, item in enumerate(items):
        yield (",\n " if below else ", ") if turn else ""
        for piece in _pieces(item, depth + 1):
            yield piece.replace("\n", "\n ") if below else piece


def _atom(value: Any) -> str:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return f"{value:.12g}" if np.isfinite(value) else f"float('{value}')"
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        return f"an integer of {value.bit_length():,} bits"
    return repr(value)


def _array(value: np.ndarray) -> str:
    """An array small enough to paste in full; a larger one by its shape and its first rows."""
    if value.size <= 120:
        body = np.array2string(
            value, separator=", ", precision=12, threshold=200, max_line_width=86, prefix="np.array("
        )
        if value.dtype.kind in "fc":
            body = body.replace("nan", "np.nan").replace("inf", "np.inf")
        kind = "" if value.dtype.kind in "fibUS" and value.size else f", dtype={value.dtype.name!r}"
        return f"np.array({body}{kind})"
    rows = value if value.ndim <= 3 else value.reshape(-1, *value.shape[-2:])  # every axis shows four entries or five
    body = np.array2string(rows, separator=", ", precision=4, threshold=60, edgeitems=2, max_line_width=86)
    return f"array of shape {value.shape}:\n{body}"
