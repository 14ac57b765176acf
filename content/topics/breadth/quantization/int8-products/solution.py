import numpy as np


def codes_of(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Codes from -127 to 127 as 32-bit integers, and the scale of each row."""
    scales = np.abs(rows).max(axis=1, initial=0) / 127
    scales[scales == 0] = 1
    return np.rint(rows / scales[:, None]).astype(np.int32), scales


def int8_product(X: np.ndarray, W: np.ndarray) -> np.ndarray:
    """X times W transposed, of 8-bit codes with a scale for each row of both.

    Parameters
    ----------
    X : array of shape (n, d)
    W : array of shape (out, d)

    Returns
    -------
    array of shape (n, out)

    Notes
    -----
    Scales belong to rows, which are not summed over, so the sums are of integers: below 2**31 for d up to 133,000.
    """
    (codes, scales), (weights, weight_scales) = (codes_of(np.asarray(one, float)) for one in (X, W))
    return (codes @ weights.T) * scales[:, None] * weight_scales


def mixed_product(X: np.ndarray, W: np.ndarray, threshold: float) -> np.ndarray:
    """The same, with columns in floats in which any entry of X is at least the threshold in size."""
    X, W = np.asarray(X, float), np.asarray(W, float)
    large = np.abs(X).max(axis=0) >= threshold
    return X[:, large] @ W[:, large].T + int8_product(X[:, ~large], W[:, ~large])


def smooth(X: np.ndarray, W: np.ndarray, alpha: float = 0.5) -> tuple[np.ndarray, np.ndarray]:
    """X and W of the same product, with part of the size of X's columns moved into those of W.

    Column j of X is divided, and that of W multiplied, by max |X_j| ** alpha / max |W_j| ** (1 - alpha); columns of
    zeros in either stay.
    """
    X, W = np.asarray(X, float), np.asarray(W, float)
    of_x, of_w = np.abs(X).max(axis=0), np.abs(W).max(axis=0)
    empty = (of_x == 0) | (of_w == 0)
    of_x[empty] = of_w[empty] = 1
    factors = of_x**alpha / of_w ** (1 - alpha)
    return X / factors, W * factors
