"""PyTorch: code that is judged with it is given tensors where other code is given arrays, or lists of numbers."""

import sys
from collections.abc import Callable, Mapping
from functools import wraps
from types import FunctionType
from typing import Any

KINDS = "biuf"
"""Kinds of NumPy's dtypes that PyTorch has."""


def taking_tensors(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """The functions of a submission, handed tensors, where its profile has PyTorch; none where it has not."""
    if "torch" not in sys.modules:
        return {}
    return {name: _taking(thing) for name, thing in namespace.items() if isinstance(thing, FunctionType)}


def _taking(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        return function(*map(tensor, args), **{name: tensor(arg) for name, arg in kwargs.items()})

    return called


def tensor(value: Any) -> Any:
    """An array as a tensor that shares its memory, a list of numbers or of such lists as one of float64 or int64.

    Within other lists, tuples and dicts the same; anything else as it is.
    """
    import numpy as np

    if isinstance(value, np.ndarray):
        from_numpy = sys.modules["torch"].from_numpy
        return from_numpy(np.ascontiguousarray(value)) if value.dtype.kind in KINDS and value.ndim else value
    if isinstance(value, list):
        return _of_list(value)
    if isinstance(value, tuple):
        return tuple(map(tensor, value))
    if isinstance(value, dict):
        return {key: tensor(each) for key, each in value.items()}
    return value


def _of_list(values: list[Any]) -> Any:
    import numpy as np

    flat = values
    while flat and all(isinstance(each, list) for each in flat):
        flat = [each for inner in flat for each in inner]
    if all(isinstance(each, bool | int | float | np.generic) for each in flat):
        try:
            return tensor(np.array(values))
        except ValueError:
            pass  # rows of several lengths
    return [tensor(each) for each in values]
