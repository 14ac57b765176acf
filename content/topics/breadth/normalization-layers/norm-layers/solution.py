import numpy as np


def layer_norm(X: np.ndarray, gain: np.ndarray, bias: np.ndarray, eps: float = 1e-5) -> np.ndarray:
    """Normalize each row to mean 0 and variance 1, then scale and shift.

    Parameters
    ----------
    X : array of shape (n, d)
    gain, bias : arrays of shape (d,)
    eps : float
        Added to the variance.

    Returns
    -------
    array of shape (n, d)
    """
    return np.asarray(gain, float) * standardized(X, eps)[0] + bias


def layer_norm_backward(
    X: np.ndarray, gain: np.ndarray, bias: np.ndarray, G: np.ndarray, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients with respect to X, gain and bias, given that of the outputs, G of shape (n, d).

    Notes
    -----
    A row reaches its outputs directly, by its mean and by its variance; all three are in one formula.
    """
    G = np.asarray(G, float)
    unit, sigma = standardized(X, eps)
    u = G * gain
    through_mean, through_variance = u.mean(axis=1, keepdims=True), (u * unit).mean(axis=1, keepdims=True)
    return (u - through_mean - unit * through_variance) / sigma, (G * unit).sum(axis=0), G.sum(axis=0)


def rms_norm(X: np.ndarray, gain: np.ndarray, eps: float = 1e-5) -> np.ndarray:
    """Divide each row by its root mean square, then scale; an array of shape (n, d)."""
    return np.asarray(gain, float) * scaled(X, eps)[0]


def rms_norm_backward(
    X: np.ndarray, gain: np.ndarray, G: np.ndarray, eps: float = 1e-5
) -> tuple[np.ndarray, np.ndarray]:
    """Gradients with respect to X and gain, given that of the outputs, G of shape (n, d)."""
    G = np.asarray(G, float)
    unit, sigma = scaled(X, eps)
    u = G * gain
    return (u - unit * (u * unit).mean(axis=1, keepdims=True)) / sigma, (G * unit).sum(axis=0)


def standardized(X: np.ndarray, eps: float) -> tuple[np.ndarray, np.ndarray]:
    """Rows with their mean taken off, over the root of their variance; and that root."""
    X = np.asarray(X, float)
    return scaled(X - X.mean(axis=1, keepdims=True), eps)


def scaled(X: np.ndarray, eps: float) -> tuple[np.ndarray, np.ndarray]:
    """Rows over their root mean square, and that root, of shape (n, 1)."""
    X = np.asarray(X, float)
    sigma = np.sqrt((X**2).mean(axis=1, keepdims=True) + eps)
    return X / sigma, sigma
