"""Plain values: what can be written down as Python, and mean the same in another process."""

import math
import sys
from collections.abc import Callable
from typing import Any

MOST = 10_000
"""Items or characters in all that a constant may have."""

Named = Callable[[Any], str | None]
"""What to write for a value that has a name, or that is not plain; None where there is nothing."""


def literal(value: Any, named: Named = lambda _value: None) -> str:
    """The value as a Python expression. Raises ValueError, saying what it is, for what is not plain or too big.

    `named` is asked first for everything inside the value that is not a number, a text or the like.
    """
    text = _Writing(named).whole(value)
    if len(text) > 20 * MOST:
        raise ValueError(f"{called(value)} that is too big")
    return text


def alike(one: Any, other: Any) -> bool:
    """Whether two plain values are written alike: the same values, of the same types. False for what is not plain."""
    try:
        return one is other or literal(one) == literal(other)
    except ValueError:
        return False


def is_scalar(value: Any) -> bool:
    """Whether a value cannot change and holds nothing else: a number, a text, None and the like."""
    return value is None or value is ... or type(value) in (bool, int, float, complex, str, bytes)


def is_plain_kind(value: Any) -> bool:
    """Whether a value is of a kind that is written as a literal: a scalar, a collection or an array."""
    numpy = sys.modules.get("numpy")
    array = numpy is not None and (type(value) is numpy.ndarray or isinstance(value, numpy.generic))
    return is_scalar(value) or type(value) in _COLLECTIONS or array


def can_change(value: Any) -> bool:
    """Whether it matters that a plain value is one thing, and not two that are alike."""
    return type(value) in (list, set, dict) or type(value).__name__ == "ndarray"


def an_object(value: Any) -> str:
    """What something is that belongs to a class of the learner's."""
    return f"an object of class `{type(value).__name__}`"


def called(value: Any) -> str:
    """What a value is, with its article."""
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


class _Writing:
    """One value being written: what is inside it twice would come out as two things."""

    def __init__(self, named: Named) -> None:
        self.named = named
        self.seen: dict[int, Any] = {}

    def whole(self, value: Any) -> str:
        if is_scalar(value):
            return _scalar(value)
        return self.collection(value) if type(value) in _COLLECTIONS else self.array(value)

    def item(self, value: Any) -> str:
        return _scalar(value) if is_scalar(value) else (self.named(value) or self.whole(value))

    def collection(self, value: Any) -> str:
        if len(value) > MOST:
            raise ValueError(f"{called(value)} of {len(value):,} items")
        self.once(value)
        if type(value) is dict:
            return "{" + ", ".join(f"{self.item(key)}: {self.item(item)}" for key, item in value.items()) + "}"
        items = ", ".join(map(self.item, value))
        if type(value) is list:
            return f"[{items}]"
        if type(value) is tuple:
            return f"({items}{',' if len(value) == 1 else ''})"
        kind = "" if type(value) is set and value else type(value).__name__
        return f"{{{items}}}" if not kind else f"{kind}([{items}])"

    def array(self, value: Any) -> str:
        numpy = sys.modules.get("numpy")
        if numpy is None or (not isinstance(value, numpy.generic) and type(value) is not numpy.ndarray):
            raise ValueError(called(value))
        if value.dtype.kind not in "biufcSU" or (value.dtype.itemsize > 16 and value.dtype.kind in "fc"):
            raise ValueError(f"an array of {value.dtype}")
        if value.size > MOST:
            raise ValueError(f"an array of {value.size:,} items")
        if isinstance(value, numpy.generic):
            return f'__import__("numpy").{type(value).__name__}({_scalar_of(value)})'
        self.once(value)
        order = ', order="F"' if value.flags.fnc else ""
        shape = f".reshape({value.shape})" if not value.size else ""
        items = _Writing(lambda _value: None).whole(value.tolist())
        return f'__import__("numpy").array({items}, dtype="{value.dtype.str}"{order}){shape}'

    def once(self, value: Any) -> None:
        if type(value) not in (tuple, frozenset) and id(value) in self.seen:
            raise ValueError(f"{called(value)} that is in it twice")
        if len(self.seen) > MOST:
            raise ValueError(f"{called(value)} of more than {MOST:,} parts")
        self.seen[id(value)] = value


_COLLECTIONS = (list, tuple, set, frozenset, dict)


def _scalar_of(value: Any) -> str:
    return _scalar(value.item()) if is_scalar(value.item()) else repr(value.item())


def _scalar(value: Any) -> str:
    if type(value) is float and not math.isfinite(value):
        return f'float("{value}")'
    if type(value) is complex:
        return f"complex({_scalar(value.real)}, {_scalar(value.imag)})"
    if type(value) is int and abs(value) >> 4096:
        raise ValueError("an int that is too big")
    return repr(value)
