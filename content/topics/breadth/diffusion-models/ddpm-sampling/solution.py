import numpy as np
from numpy.typing import ArrayLike


def schedule(steps: int, first: float = 1e-4, last: float = 0.02) -> tuple[np.ndarray, np.ndarray]:
    """The betas of a linear schedule and, for each step, the product of all alphas so far: two arrays of `steps`."""
    betas = np.linspace(first, last, steps)
    return betas, np.cumprod(1 - betas)


def add_noise(X: np.ndarray, t: ArrayLike, noise: np.ndarray, betas: np.ndarray) -> np.ndarray:
    """Clean rows after `t[i]` steps each, in one go: an array of shape (n, d)."""
    kept = np.cumprod(1 - np.asarray(betas, float))[np.asarray(t, int) - 1, None]
    return np.sqrt(kept) * X + np.sqrt(1 - kept) * noise


def predict_noise(X: np.ndarray, t: int, data: np.ndarray, betas: np.ndarray) -> np.ndarray:
    """The expected noise in rows at step t, if the clean ones are rows of `data`.

    Parameters
    ----------
    X : array of shape (n, d)
    t : int
        From 1 to T.
    data : array of shape (m, d)
        Each row is equally likely.
    betas : array of shape (T,)

    Returns
    -------
    array of shape (n, d)

    Notes
    -----
    A softmax over the rows of data; the nearest one gets exponent 0, so that not all weights can be zero. O(n m d).
    """
    X, data = np.asarray(X, float), np.asarray(data, float)
    kept = np.prod(1 - np.asarray(betas, float)[:t])
    squares = ((X[:, None] - np.sqrt(kept) * data) ** 2).sum(axis=2)
    weights = np.exp((squares.min(axis=1, keepdims=True) - squares) / (2 * (1 - kept)))
    clean = weights @ data / weights.sum(axis=1, keepdims=True)
    return (X - np.sqrt(kept) * clean) / np.sqrt(1 - kept)


def step_back(X: np.ndarray, t: int, predicted: np.ndarray, noise: np.ndarray, betas: np.ndarray) -> np.ndarray:
    """Rows at step t - 1 from rows at step t: an array of shape (n, d). The last step, t = 1, adds no noise."""
    X, predicted, noise, betas = (np.asarray(one, float) for one in (X, predicted, noise, betas))
    beta, kept = betas[t - 1], np.prod(1 - betas[:t])
    mean = (X - beta / np.sqrt(1 - kept) * predicted) / np.sqrt(1 - beta)
    return mean + np.sqrt(beta) * noise if t > 1 else mean


def sample(X: np.ndarray, noises: np.ndarray, data: np.ndarray, betas: np.ndarray) -> np.ndarray:
    """All steps back from pure noise X: an array of shape (n, d). Step t uses `noises[t - 1]`, of shape (n, d)."""
    for t in range(len(betas), 0, -1):
        X = step_back(X, t, predict_noise(X, t, data, betas), noises[t - 1], betas)
    return X
