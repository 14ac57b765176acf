import numpy as np
from numpy.typing import ArrayLike


def build_alias(weights: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Build an alias table for a discrete distribution.

    Parameters
    ----------
    weights : array_like, shape (K,)
        Non-negative weights; outcome i has probability weights[i] / sum(weights).

    Returns
    -------
    prob : ndarray of float, shape (K,)
        How much of column i is outcome i itself.
    alias : ndarray of int, shape (K,)
        The outcome that has the rest of column i.

    Raises
    ------
    ValueError
        If a weight is negative or NaN, or no weight is positive.

    Notes
    -----
    Vose's construction: each short column is filled up from a tall one and is then finished, so
    there are at most K - 1 steps. What is left over has height 1 up to rounding. O(K).
    """
    weights = np.asarray(weights, float)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    prob, alias = np.ones(len(weights)), np.arange(len(weights))
    height = (weights / weights.mean()).tolist()
    short, tall = [], []
    for i, h in enumerate(height):
        (short if h < 1 else tall).append(i)
    while short and tall:
        s, t = short.pop(), tall[-1]
        prob[s], alias[s] = height[s], t
        height[t] -= 1 - height[s]
        if height[t] < 1:
            short.append(tall.pop())
    return prob, alias


def draw_alias(prob: ArrayLike, alias: ArrayLike, size: int, rng: np.random.Generator) -> np.ndarray:
    """Draw independently from the distribution of an alias table.

    Parameters
    ----------
    prob : array_like of float, shape (K,)
        How much of column i is outcome i itself.
    alias : array_like of int, shape (K,)
        The outcome that has the rest of column i.
    size : int
        Number of draws.
    rng : numpy.random.Generator
        The source of all randomness.

    Returns
    -------
    ndarray of int, shape (size,)
        Outcomes, 0 to K - 1.

    Notes
    -----
    A uniform column and a coin for each draw: O(1).
    """
    column = rng.integers(len(prob), size=size)
    own = rng.random(size) < np.asarray(prob)[column]
    return np.where(own, column, np.asarray(alias)[column])
