# caught by: Tables on which full steps overshoot
# Newton's method as in the lecture, with no check that a step goes down.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    if l2 <= 0 or set(np.unique(y)) != {0, 1}:
        raise ValueError("l2 or labels")
    A = np.column_stack([X, np.ones(len(X))])
    ridge = np.append(np.full(X.shape[1], float(l2)), 0.0)
    theta = np.zeros(A.shape[1])
    for _ in range(200):
        p = np.exp(-np.logaddexp(0, -(A @ theta)))
        gradient = A.T @ (p - y) + ridge * theta
        if np.abs(gradient).max() <= tol:
            break
        hessian = (A.T * (p * (1 - p))) @ A + np.diag(ridge)
        theta = theta - np.linalg.solve(hessian, gradient)
    return theta[:-1], float(theta[-1])
