"""The formulas of FSRS 6 over arrays: thousands of items at a time, for plans and forecasts.

The formulas are those of the `fsrs` package, whose results the tests hold them to; see "The
Algorithm" in the wiki of open-spaced-repetition/fsrs4anki.
"""

from typing import Any

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS

Array = np.ndarray[Any, np.dtype[np.float64]]

DEFAULT: Array = np.array(DEFAULT_PARAMETERS, dtype=float)
SMALLEST_STABILITY = 0.001


def recalled(days: Array | float, stability: Array | float, w: Array = DEFAULT) -> Array:
    """The probability of recall some days after a review, shape as the arguments broadcast."""
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    return np.asarray((1 + factor * np.maximum(days, 0) / stability) ** decay)


def interval(stability: Array | float, retention: float, w: Array = DEFAULT) -> Array:
    """The whole days after which recall falls to a target, at least 1, shape (items,)."""
    decay = -w[20]
    factor = 0.9 ** (1 / decay) - 1
    return np.asarray(np.maximum(np.round(stability / factor * (retention ** (1 / decay) - 1)), 1))


def strengthened(stability: Array, difficulty: Array, recall: Array, w: Array = DEFAULT) -> Array:
    """The stability after a review rated GOOD at this probability of recall."""
    gain = np.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * np.expm1((1 - recall) * w[10])
    return np.asarray(stability * (1 + gain))


def weakened(stability: Array, difficulty: Array, recall: Array, w: Array = DEFAULT) -> Array:
    """The stability after a review rated AGAIN at this probability of recall."""
    long = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * np.exp((1 - recall) * w[14])
    return np.asarray(np.maximum(np.minimum(long, stability / np.exp(w[17] * w[18])), SMALLEST_STABILITY))


def ease(difficulty: Array, w: Array = DEFAULT) -> Array:
    """How easily items were learned, from their difficulty: 1 for the easiest, 0 as if each was forgotten at first.

    FSRS puts the difficulty of an item that was rated AGAIN the first time at w[4], the least at 1, and lets it fall
    exponentially with the rating between them. Its logarithm is even in the rating: HARD is 0.45, GOOD 0.90.
    """
    return np.asarray(np.log(np.clip(w[4] - difficulty + 1, 1.0, w[4])) / np.log(w[4]))
