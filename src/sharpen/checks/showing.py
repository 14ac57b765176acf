"""Showing values to a learner: as Python they could paste, and short."""

from typing import Any

import numpy as np

from sharpen.checks.calls import Call, Given

LONGEST = 1200


def show(value: Any, *, longest: int = LONGEST) -> str:
    """A value as a short Python expression; arrays as `np.array(...)`, long ones abbreviated."""
    text = _show(value)
    return text if len(text) <= longest else f"{text[:longest]} … ({len(text):,} characters)"


def show_call(call: Call, *, longest: int = LONGEST) -> str:
    """A call as the learner would type it; arguments on lines of their own when they are long."""
    parts = [_show(arg) for arg in call.args]
    for name, value in call.kwargs.items():
        # Continuation lines of an array stay below its first row.
        parts.append(f"{name}={_show(value)}".replace("\n", "\n" + " " * (len(name) + 1)))
    text = f"{call.entry}({_joined(parts)})"
    for name, args in call.then:
        text += f".{name}({', '.join(_show(arg) for arg in args)})" if len(call.then) == 1 else ""
    if len(call.then) > 1:
        steps = "".join(f"\nit.{name}({', '.join(_show(arg) for arg in args)})" for name, args in call.then)
        text = f"it = {text}{steps}"
    return text if len(text) <= longest else f"{text[:longest]} … ({len(text):,} characters)"


def _joined(parts: list[str]) -> str:
    line = ", ".join(parts)
    if len(line) <= 88 and "\n" not in line:
        return line
    return "\n    " + ",\n    ".join(part.replace("\n", "\n    ") for part in parts) + ",\n"


def _show(value: Any) -> str:
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, np.generic):
        return repr(value.item())
    if isinstance(value, Given):
        return repr(value)
    if hasattr(value, "tocsr"):
        return f"sparse matrix of shape {value.shape}, {value.nnz} stored:\n{_show(value.toarray())}"
    if isinstance(value, float):
        return f"{value:.12g}" if np.isfinite(value) else f"float('{value}')"
    if isinstance(value, list):
        return f"[{', '.join(map(_show, value))}]"
    if isinstance(value, tuple):
        return f"({', '.join(map(_show, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_show(key)}: {_show(item)}" for key, item in value.items()) + "}"
    return repr(value)


def _array(value: np.ndarray) -> str:
    """An array small enough to paste in full; a larger one by its shape and its first rows."""
    if value.size <= 120:
        body = np.array2string(
            value, separator=", ", precision=12, threshold=200, max_line_width=86, prefix="np.array("
        )
        body = body.replace("nan", "np.nan").replace("inf", "np.inf")
        kind = "" if value.dtype.kind in "fibUS" and value.size else f", dtype={value.dtype.name!r}"
        return f"np.array({body}{kind})"
    body = np.array2string(value, separator=", ", precision=4, threshold=60, edgeitems=2, max_line_width=86)
    return f"array of shape {value.shape}:\n{body}"
