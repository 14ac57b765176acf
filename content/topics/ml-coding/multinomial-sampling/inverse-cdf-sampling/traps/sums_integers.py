# caught by: Only ratios matter: weights around 1e-100, 1e100, far apart, or nearly of sum 1
# Adds integers as integers, and the sum does not fit into 64 bits.
import numpy as np
from numpy.typing import ArrayLike


def inverse_cdf(weights: ArrayLike, u: ArrayLike) -> np.ndarray:
    """Turn uniform numbers into outcomes of a discrete distribution.

    Parameters
    ----------
    weights : array_like, shape (K,)
        Non-negative weights; outcome i has probability weights[i] / sum(weights).
    u : array_like, shape (m,)
        Numbers in [0, 1).

    Returns
    -------
    ndarray of int, shape (m,)
        The outcome i with p[0] + ... + p[i-1] <= u < p[0] + ... + p[i].

    Raises
    ------
    ValueError
        If a weight is negative or NaN, or no weight is positive.

    Notes
    -----
    Cumulative sums and a binary search for each number: O(K + m log K). Dividing by the last sum
    makes the last mark exactly 1, so every u < 1 finds an outcome, whatever the rounding.
    """
    weights = np.asarray(weights)
    if not np.all(weights >= 0) or not np.any(weights):
        raise ValueError("weights must not be negative, and one of them must be positive")
    marks = np.cumsum(weights)
    return np.searchsorted(marks / marks[-1], u, side="right")


def sample(weights: ArrayLike, size: int, rng: np.random.Generator) -> np.ndarray:
    """Draw independently from a discrete distribution.

    Parameters
    ----------
    weights : array_like, shape (K,)
        Non-negative weights; outcome i has probability weights[i] / sum(weights).
    size : int
        Number of draws.
    rng : numpy.random.Generator
        The source of all randomness.

    Returns
    -------
    ndarray of int, shape (size,)
        Outcomes, 0 to K - 1.

    Raises
    ------
    ValueError
        If a weight is negative or NaN, or no weight is positive.

    Notes
    -----
    The inverse of the distribution function, applied to uniform numbers.
    """
    return inverse_cdf(weights, rng.random(size))
