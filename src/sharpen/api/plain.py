"""Plain values: what can be written down as Python, and mean the same in another process."""

import math
import sys
from typing import Any

MOST = 10_000
"""Items or characters in all that a constant may have."""


def literal(value: Any) -> str:
    """The value as a Python expression. Raises ValueError, saying what it is, for what is not plain or too big."""
    text = _literal(value)
    if len(text) > 20 * MOST:
        raise ValueError(f"{_called(value)} that is too big")
    return text


def _literal(value: Any) -> str:
    if type(value) is float and not math.isfinite(value):
        return f'float("{value}")'
    if value is None or value is ... or type(value) in (bool, int, float, complex, str, bytes):
        return repr(value)
    if type(value) in (list, tuple, set, frozenset, dict):
        return _collection(value)
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.ndarray | numpy.generic) and value.dtype.kind in "biufcSU":
        if value.size > MOST:
            raise ValueError(f"an array of {value.size:,} items")
        return f'__import__("numpy").array({_literal(value.tolist())}, dtype="{value.dtype.str}")'
    raise ValueError(_called(value))


def _collection(value: Any) -> str:
    if len(value) > MOST:
        raise ValueError(f"{_called(value)} of {len(value):,} items")
    if type(value) is dict:
        return "{" + ", ".join(f"{_literal(key)}: {_literal(item)}" for key, item in value.items()) + "}"
    items = ", ".join(map(_literal, value))
    if type(value) is list:
        return f"[{items}]"
    if type(value) is tuple:
        return f"({items}{',' if len(value) == 1 else ''})"
    kind = "" if type(value) is set and value else type(value).__name__
    return f"{{{items}}}" if not kind else f"{kind}([{items}])"


def _called(value: Any) -> str:
    """What a value is, with its article."""
    name = type(value).__name__
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"
