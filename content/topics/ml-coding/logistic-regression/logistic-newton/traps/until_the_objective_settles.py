# caught by: A tolerance of one's own
# Stops when the objective hardly falls any more, whatever the gradient.
import numpy as np


def fit_logistic(X, y, l2, tol=1e-8):
    if not l2 > 0:
        raise ValueError("l2 must be positive")
    X, y = np.asarray(X, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if set(y.tolist()) != {0.0, 1.0}:
        raise ValueError("y must hold 0 and 1, and both")
    n, d = X.shape
    scale = np.sqrt((X**2).sum(axis=0) / 4 + l2)
    A = np.column_stack([X / scale, np.full(n, 1 / np.sqrt(n / 4))])
    units = np.append(scale, np.sqrt(n / 4))
    ridge = np.append(l2 / scale**2, 0.0)
    theta = np.zeros(d + 1)

    def value(theta):
        z = A @ theta
        return np.sum(np.logaddexp(0, np.where(y == 1, -z, z))) + 0.5 * np.sum(ridge * theta**2)

    now = value(theta)
    for _ in range(500):
        z = A @ theta
        wrong = np.where(y == 1, -1 / (1 + np.exp(np.clip(z, -700, 700))), 1 / (1 + np.exp(np.clip(-z, -700, 700))))
        gradient = A.T @ wrong + ridge * theta
        p = np.abs(wrong)
        hessian = A.T @ (A * (p * (1 - p))[:, None]) + np.diag(ridge)
        hessian[-1, -1] += 1e-300
        try:
            step = np.linalg.solve(hessian, gradient)
        except np.linalg.LinAlgError:
            step = np.linalg.lstsq(hessian, gradient, rcond=None)[0]
        slope = gradient @ step
        t = 1.0
        while t > 1e-12:
            new = value(theta - t * step)
            if new <= now - 1e-4 * t * slope + 1e-12 * abs(now):
                break
            t /= 2
        theta = theta - t * step
        before, now = now, value(theta)
        if before - now <= 1e-10 * before:
            break
    return theta[:-1] / units[:-1], float(theta[-1] / units[-1])
