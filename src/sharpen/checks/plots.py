"""Plots for pictures of answers: an answer that may be anything is drawn, or words say that it cannot be."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from sharpen.checks.check import Failed
from sharpen.checks.showing import show

LONGEST = 44
"""Letters of an answer that is told: half a figure is not wider."""
MOST = 5_000
"""Numbers of an answer that a curve shows."""


def attempt(axes: Axes, got: Any, paint: Callable[[], object]) -> None:
    """Draw the learner's answer; where that raises, whatever it left is taken away, and a title says so."""
    before = set(axes.get_children())
    try:
        paint()
    except Failed:
        raise
    except Exception:  # an answer may be anything
        for artist in set(axes.get_children()) - before:
            artist.remove()
        told = " ".join(show(got, longest=LONGEST).split())
        axes.set_title("", loc="left")
        axes.set_title(f"Your answer cannot be drawn:\n{told}", parse_math=False)


def numbers(values: Any, *shape: int) -> np.ndarray:
    """Finite numbers as an array, of a shape where one is given (-1: any length). Raises ValueError for others."""
    array = np.asarray(values, float)
    if shape and (array.ndim != len(shape) or any(n not in (-1, m) for n, m in zip(shape, array.shape, strict=True))):
        raise ValueError(f"expected the shape {shape}, got {array.shape}")
    if not np.isfinite(array).all() or np.abs(array).max(initial=0.0) > 1e100:
        raise ValueError("not all of them are finite, or small enough to draw")
    return array


def wholes(values: Any, *shape: int, below: int | None = None) -> np.ndarray:
    """Whole numbers as an array; where a bound is given, from 0 and below it. Raises ValueError for others."""
    array = np.asarray(values)
    array = array if array.dtype.kind in "iu" and array.shape == shape else numbers(values, *shape)
    if (array != np.floor(array)).any() or (below is not None and ((array < 0) | (array >= below)).any()):
        raise ValueError("not whole numbers of the range")
    return array.astype(int)


def curve(values: Any, most: int = MOST) -> np.ndarray:
    """A row of numbers, the first of them; NaN stands for those that are too large to draw."""
    array = np.asarray(values, float)
    if array.ndim != 1:
        raise ValueError("not a row of numbers")
    return np.where(np.abs(array) < 1e100, array, np.nan)[:most]
