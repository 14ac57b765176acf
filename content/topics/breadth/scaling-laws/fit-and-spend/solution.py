import numpy as np


def fit_power_law(sizes: np.ndarray, losses: np.ndarray) -> tuple[float, float, float]:
    """The power law with an irreducible term that is nearest to the losses.

    Parameters
    ----------
    sizes, losses : arrays of n numbers

    Returns
    -------
    E, A, alpha : floats
        With the least sum of (E + A sizes^-alpha - losses)^2.

    Notes
    -----
    For a given alpha it is a straight line, so alpha alone is searched for, on ever finer grids. O(n) per alpha.
    """
    sizes, losses = np.asarray(sizes, float), np.asarray(losses, float)
    alphas = np.linspace(0.01, 1.5, 61)
    while True:
        E, A, squares = straight_line(sizes ** -alphas[:, None], losses)
        best = int(np.argmin(squares))
        step = alphas[1] - alphas[0]
        if step < 1e-9:
            return float(E[best]), float(A[best]), float(alphas[best])
        alphas = np.linspace(alphas[best] - step, alphas[best] + step, 21)


def straight_line(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Intercept, slope and sum of squared residuals of y on each row of X."""
    centered = X - X.mean(axis=1, keepdims=True)
    slope = centered @ y / np.sum(centered**2, axis=1)
    intercept = y.mean() - slope * X.mean(axis=1)
    residuals = intercept[:, None] + slope[:, None] * X - y
    return intercept, slope, np.sum(residuals**2, axis=1)


def best_split(budget: float, A: float, alpha: float, B: float, beta: float) -> tuple[float, float]:
    """The parameters and tokens with the least A N^-alpha + B D^-beta that cost the budget, 6 N D.

    Returns
    -------
    N, D : floats

    Notes
    -----
    At the optimum alpha A N^-alpha = beta B D^-beta; solved in logarithms.
    """
    log_size = (np.log(alpha * A / (beta * B)) + beta * np.log(budget / 6)) / (alpha + beta)
    return float(np.exp(log_size)), float(budget / 6 / np.exp(log_size))
