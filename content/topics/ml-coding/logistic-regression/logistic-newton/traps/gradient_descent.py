# caught by: Features in very different units
# Gradient descent with halving: first-order steps crawl where units differ.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    if l2 <= 0 or set(np.unique(y)) != {0, 1}:
        raise ValueError("l2 or labels")
    A = np.column_stack([X, np.ones(len(X))])
    ridge = np.append(np.full(X.shape[1], float(l2)), 0.0)
    sign = 2.0 * y - 1

    def objective(t):
        return np.logaddexp(0, -sign * (A @ t)).sum() + ridge @ t**2 / 2

    theta = np.zeros(A.shape[1])
    for _ in range(120):
        p = np.exp(-np.logaddexp(0, -(A @ theta)))
        gradient = A.T @ (p - y) + ridge * theta
        if np.abs(gradient).max() <= tol:
            break
        move, step = gradient, 1.0
        while objective(theta - step * move) > objective(theta) * (1 + 1e-12):
            step /= 2
        theta = theta - step * move
    return theta[:-1], float(theta[-1])
