import numpy as np


def fit_logistic(X: np.ndarray, y: np.ndarray, l2: float, tol: float = 1e-8) -> tuple[np.ndarray, float]:
    """Ridge logistic regression by Newton's method.

    Parameters
    ----------
    X : array of shape (n, d)
        Features.
    y : array of shape (n,)
        Labels, 0 or 1.
    l2 : float
        Weight of the penalty l2 / 2 * ||w||^2, positive. The intercept is not penalized.
    tol : float
        Largest gradient entry, in absolute value, that counts as zero.

    Returns
    -------
    tuple of (array of shape (d,), float)
        Weights and intercept.

    Raises
    ------
    ValueError
        If l2 is not positive (NaN is not), or y does not hold both classes and nothing else.

    Notes
    -----
    Newton steps (iteratively reweighted least squares), halved while they raise the objective;
    without that they can diverge. O(n d^2 + d^3) a step, usually fewer than ten of them.
    """
    if not l2 > 0 or set(np.unique(y)) != {0, 1}:
        raise ValueError("l2 must be positive, and y must hold the labels 0 and 1, both of them")
    X, y = np.asarray(X, float), np.asarray(y, float)
    A = np.column_stack([X, np.ones(len(X))])
    sign, ridge = np.where(y == 1, 1.0, -1.0), np.append(np.full(X.shape[1], l2), 0.0)

    def objective(theta: np.ndarray) -> float:
        return float(np.logaddexp(0, -sign * (A @ theta)).sum() + ridge @ theta**2 / 2)

    theta = np.zeros(A.shape[1])
    for _ in range(50):
        wrong = np.exp(-np.logaddexp(0, sign * (A @ theta)))
        gradient = ridge * theta - A.T @ (sign * wrong)
        if np.abs(gradient).max() <= tol:
            return theta[:-1], float(theta[-1])
        hessian = A.T @ (A * (wrong * (1 - wrong))[:, None]) + np.diag(ridge)
        move, step, level = np.linalg.solve(hessian, gradient), 1.0, objective(theta)
        while objective(theta - step * move) > level + 1e-12 * level:
            step /= 2
        theta = theta - step * move
    raise RuntimeError("no convergence")
