import numpy as np


def gradient_descent(X: np.ndarray, y: np.ndarray, step: float, steps: int) -> tuple[np.ndarray, float, np.ndarray]:
    """Linear regression by full-batch gradient descent from zero on half the mean squared error.

    Parameters
    ----------
    X : array of shape (n, d)
        Features.
    y : array of shape (n,)
        Targets.
    step : float
        Learning rate, positive.
    steps : int
        How many updates to make.

    Returns
    -------
    tuple of (array of shape (d,), float, array of shape (steps + 1,))
        Weights, intercept, and the loss after 0, 1, ..., `steps` updates.

    Raises
    ------
    ValueError
        If step is not positive (NaN is not) or steps is negative.

    Notes
    -----
    One residual vector gives the loss and both gradients. O(n d) a step.
    """
    if not step > 0 or steps < 0:
        raise ValueError(f"step must be positive and steps not negative, got {step} and {steps}")
    X, y = np.asarray(X, float), np.asarray(y, float)
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.empty(steps + 1)
    for k in range(steps + 1):
        residual = X @ w + b - y
        losses[k] = np.mean(residual**2) / 2
        if k < steps:
            w -= step / len(y) * (X.T @ residual)
            b -= step * float(residual.mean())
    return w, b, losses
