"""Awkward inputs: arrays drawn from a declared range as the world makes them, not as a random generator does.

All alike, with ties, with one entry far from the rest, next to the ends of the range, of every scale; and in every
form that a caller may hand over: a view, read-only, in another order or type, a list.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from sharpen.authoring.ranges import Range

Draw = Callable[[np.random.Generator, tuple[int, ...], float, float, float], np.ndarray]


def _plain(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    return rng.uniform(max(low, -10), min(high, 10), shape)


def _wide(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    return rng.uniform(low, high, shape)


def _scaled(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, small: float) -> np.ndarray:
    """Of one scale, anywhere between the smallest number and the largest."""
    scale = np.exp(rng.uniform(np.log(small), np.log(max(abs(low), abs(high)))))
    return rng.uniform(max(low, -scale), min(high, scale), shape)


def _scales(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, small: float) -> np.ndarray:
    """Of all scales at once."""
    sizes: np.ndarray = np.exp(rng.uniform(np.log(small), np.log(max(abs(low), abs(high))), shape))
    sizes[rng.random(shape) < 0.5] *= -1
    return sizes


def _ties(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    few = rng.integers(int(np.ceil(max(low, -3))), int(np.floor(min(high, 3))) + 1, 4)
    return rng.choice(few, shape).astype(float)


def _equal(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    return np.full(shape, rng.uniform(max(low, -10), min(high, 10)))


def _outlier(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    """Ordinary numbers far from zero, and the first row far from them."""
    drawn: np.ndarray = rng.choice([low, high]) + rng.integers(-40, 41, shape).astype(float)
    drawn[:1] = 0
    return drawn


def _ends(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    return rng.choice(np.array([low, high, 0.0], float), shape)


def _bytes(rng: np.random.Generator, shape: tuple[int, ...], low: float, high: float, _small: float) -> np.ndarray:
    """Whole numbers that fit into a byte without a sign, where the range holds any."""
    least = max(0, int(np.ceil(low)))
    return rng.integers(least, max(least, min(255, int(np.floor(high)))) + 1, shape).astype(float)


REGIMES: tuple[Draw, ...] = (_plain, _wide, _scaled, _scales, _ties, _equal, _outlier, _ends, _bytes)


class Drawer:
    """Draws arguments from the declared ranges of a problem; `draw(name, shape)`, `draw(name)` for a single number."""

    def __init__(self, rng: np.random.Generator, ranges: Mapping[str, Range]) -> None:
        self._rng, self._ranges = rng, ranges

    def __call__(self, name: str, *shape: int) -> Any:
        """An array of this shape, whole numbers where the range allows no others, or one number."""
        allowed = self._ranges.get(name, Range())
        low, high = allowed.values or (-1e6, 1e6)
        draw = REGIMES[self._rng.integers(len(REGIMES))]
        drawn = np.clip(draw(self._rng, shape or (1,), low, high, allowed.smallest or 1e-6), low, high)
        whole = bool(allowed.types) and not any("float" in kind for kind in allowed.types)
        drawn = np.rint(drawn).astype(np.int64) if whole or (not shape and _is_whole(low, high)) else drawn
        return drawn if shape else drawn[0].item()

    def length(self, name: str, most: int = 30) -> int:
        """A length from the declared range, up to `most`; a short one every other time."""
        low, high = self._ranges.get(name, Range()).length or (0, most)
        top = int(min(high, most if self._rng.random() < 0.5 else 4))
        return int(self._rng.integers(int(low), max(int(low), top) + 1))


def _is_whole(low: float, high: float) -> bool:
    return isinstance(low, int) and isinstance(high, int)


def in_another_form(rng: np.random.Generator, value: Any, types: tuple[str, ...]) -> Any:
    """The same value as another caller would hand it over, if it is an array."""
    if not isinstance(value, np.ndarray) or value.ndim == 0:
        return value
    fitting = [kind for kind in types if kind == "list" or _fits(value, kind)]
    kind = str(rng.choice(fitting)) if fitting else str(value.dtype)
    if kind == "list":
        return value.tolist()
    value = value.astype(kind)
    match rng.integers(4):
        case 0:
            value = np.asfortranarray(value)
        case 1:
            value = np.repeat(value, 2, axis=0)[::2]
        case 2:
            value = value[::-1].copy()[::-1]
        case _:
            value = value.copy()
    value.flags.writeable = bool(rng.random() < 0.5)
    return value


def _fits(value: np.ndarray, kind: str) -> bool:
    """Whether no number is lost in this type."""
    with np.errstate(all="ignore"):
        return bool(np.array_equal(value.astype(kind).astype(value.dtype), value))
