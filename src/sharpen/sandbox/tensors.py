"""PyTorch: code that is judged with it is given tensors where other code is given arrays, or lists of numbers."""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import wraps
from types import FunctionType
from typing import Any

KINDS = "biuf"
"""Kinds of NumPy's dtypes that PyTorch has."""


def rehearse() -> None:
    """Use what answers use most. A fork counts the pages of PyTorch as its own memory at their first use."""
    torch = sys.modules["torch"]
    for size in (3, 40):
        a = torch.eye(size, dtype=torch.float64) + 1
        torch.nn.functional.softmax(a @ a.T, dim=1).logsumexp(0)
        torch.nn.functional.linear(a, a).exp().log().sqrt()
        torch.where(a > 1, a * 2 - a / 2, torch.logaddexp(a, a)).masked_fill(a < 0, 0)
        torch.cat([a.sort()[0], a.cumsum(0), torch.maximum(a, a)])[:, 0].sum()
        torch.stack([a.mean(0), a.amax(1)])
        torch.linalg.svd(a)
        torch.linalg.norm(torch.linalg.pinv(a))
    weight = a.clone().requires_grad_()
    (weight @ weight).sum().backward()


def taking_tensors(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """The functions of a submission in PyTorch, each handed tensors."""
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
        return _of_array(value) if value.dtype.kind in KINDS and value.ndim else value
    if isinstance(value, list):
        return _of_list(value)
    if isinstance(value, tuple):
        return tuple(map(tensor, value))
    if isinstance(value, dict):
        return {key: tensor(each) for key, each in value.items()}
    return value


def _of_array(array: Any) -> Any:
    try:
        return sys.modules["torch"].from_numpy(array)
    except (TypeError, ValueError):  # of a dtype, an order of bytes or strides that PyTorch has not
        return array


def _of_list(values: list[Any]) -> Any:
    import numpy as np

    flat = values
    while flat and all(isinstance(each, list) for each in flat):
        flat = [each for inner in flat for each in inner]
    if all(isinstance(each, bool | int | float | np.generic) for each in flat):
        with suppress(ValueError):  # rows of several lengths
            array = np.array(values)
            if array.dtype.kind in KINDS:
                return _of_array(array)
    return [tensor(each) for each in values]
