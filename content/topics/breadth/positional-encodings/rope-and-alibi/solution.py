import numpy as np
from numpy.typing import ArrayLike


def rotate(X: np.ndarray, positions: ArrayLike, base: float = 10000.0, halves: bool = False) -> np.ndarray:
    """Turn queries or keys by their positions (RoPE).

    Parameters
    ----------
    X : array of shape (n, d)
        d is even.
    positions : array_like of int, shape (n,)
        The place of each row.
    base : float
        Pair i turns by base ** (-2 i / d) for each step of the position.
    halves : bool
        Whether pairs are coordinates i and i + d/2; else they are neighbors.

    Returns
    -------
    array of shape (n, d)

    Raises
    ------
    ValueError
        If d is odd.

    Notes
    -----
    Each pair is a point in the plane, turned by an angle in proportion to its position: O(n d).
    """
    X = np.asarray(X, float)
    d = X.shape[1]
    if d % 2:
        raise ValueError("the width must be even")
    angles = np.outer(np.asarray(positions, float), float(base) ** (-np.arange(0, d, 2) / d))
    first, second = (slice(0, d // 2), slice(d // 2, d)) if halves else (slice(0, d, 2), slice(1, d, 2))
    a, b, out = X[:, first], X[:, second], np.empty_like(X)
    out[:, first] = a * np.cos(angles) - b * np.sin(angles)
    out[:, second] = a * np.sin(angles) + b * np.cos(angles)
    return out


def alibi(heads: int, queries: int, keys: int) -> np.ndarray:
    """Penalties on distance for causal attention (ALiBi).

    Parameters
    ----------
    heads : int
        A power of two.
    queries, keys : int
        The queries are the last of the keys' positions.

    Returns
    -------
    array of shape (heads, queries, keys)
        To be added to the scores.

    Raises
    ------
    ValueError
        If `heads` is no power of two or there are more queries than keys.
    """
    if heads < 1 or heads & (heads - 1) or queries > keys:
        raise ValueError("heads must be a power of two, and queries no more than keys")
    distance = np.arange(keys - queries, keys)[:, None] - np.arange(keys)
    slopes = 2.0 ** (-8 * np.arange(1, heads + 1) / heads)
    return np.where(distance < 0, -np.inf, slopes[:, None, None] * -distance)
