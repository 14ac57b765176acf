"""The gradient of the objective at the answer, with fifty decimal digits: where it is zero is the only minimizer."""

from decimal import Context, Decimal, localcontext

import numpy as np

from sharpen import checks


def fit_logistic(X, y, l2, tol):
    """The question itself: any point with so small a gradient is right."""
    if not l2 > 0 or set(y.tolist()) != {0, 1}:
        raise ValueError("l2 or labels")
    return {"X": X, "y": y, "l2": l2, "tol": tol}


def is_within_the_tolerance(asked, got):
    with localcontext(Context(prec=50)):
        theta = [*map(Decimal, got[0].tolist()), Decimal(got[1])]
        rows = [[*map(Decimal, row), Decimal(1)] for row in asked["X"].tolist()]
        logits = [sum(t * x for t, x in zip(theta, row, strict=True)) for row in rows]
        errors = [1 / (1 + (-z).exp()) - int(label) for z, label in zip(logits, asked["y"].tolist(), strict=True)]
        gradient = [sum(e * x for e, x in zip(errors, column, strict=True)) for column in zip(*rows, strict=True)]
        gradient = [g + Decimal(asked["l2"]) * t for g, t in zip(gradient[:-1], theta, strict=False)] + gradient[-1:]
        largest = float(max(map(abs, gradient)))
    if largest <= 1.1 * asked["tol"]:
        return None
    return checks.Difference(
        "", f"at most {asked['tol']:g}", f"{largest:g}", f"an entry of the gradient is {largest:g}"
    )


same = {"fit_logistic": is_within_the_tolerance}


def inputs(rng, draw):
    drawn = awkward(rng, draw)
    while not promised(*drawn[:3]):
        drawn = awkward(rng, draw)
    return drawn


def awkward(rng, draw):
    n, d = max(2, draw.length("X", 9)), int(rng.integers(1, 4))
    X = draw("X", n, d)
    if rng.random() < 0.4:
        X = rng.normal(size=(n, d)) * 10.0 ** rng.uniform(-6, 5, d) + rng.choice([0, 30]) * rng.normal(size=d)
        X[0] *= rng.choice([1, 1000])
        X = np.clip(X, -1e6, 1e6)
    if rng.random() < 0.2:
        X = np.column_stack([X, X[:, 0], np.full(n, 7.0)])
    y = (X[:, 0] > np.median(X[:, 0]) if rng.random() < 0.3 else rng.random(n) < 0.5).astype(float)
    y[:2] = 0, 1
    if rng.random() < 0.03:
        y[:2] = rng.choice([0.5, 1.0, np.nan, -1.0], 2)
    l2 = max(10.0 ** rng.uniform(-3, 2 if rng.random() < 0.8 else 6), 1.01e-12 * (X**2).sum(0).max())
    tol = max(float(rng.choice([1e-9, 1e-8, 1e-4, 1.0])), 1.01e-12 * np.abs(X).sum(0).max())
    return X, y, l2, tol


def promised(X, y, l2):
    """Whether the statement allows it: columns that are not all mean, and no large terms at the minimizer."""
    mean, spread = X.mean(0), X.std(0)
    alike = np.ptp(X, axis=0) == 0
    if (np.abs(mean) > np.where(alike, 100, 100 * spread)).any():
        return False
    if set(y.tolist()) != {0, 1}:
        return True
    unit = np.where(alike, 1.0, spread)
    w = about((X - mean) / unit, 2 * y - 1, l2 / unit**2) / unit
    return np.abs(w * X).max() <= 1000


def about(Z, sign, ridge):
    """The weights that minimize the objective, for columns of mean 0, by damped Newton steps; to a few digits."""
    A, ridge, theta = np.column_stack([Z, np.ones(len(Z))]), np.append(ridge, 0), np.zeros(Z.shape[1] + 1)

    def objective(theta):
        return np.logaddexp(0, -sign * (A @ theta)).sum() + ridge @ theta**2 / 2

    for _ in range(60):
        wrong = np.exp(-np.logaddexp(0, sign * (A @ theta)))
        hessian = A.T @ (A * (wrong * (1 - wrong))[:, None]) + np.diag(ridge)
        move = np.linalg.lstsq(hessian, ridge * theta - A.T @ (sign * wrong), rcond=None)[0]
        step = 1.0
        while step > 1e-9 and not objective(theta - step * move) < objective(theta):
            step /= 2
        if step < 1e-9:
            break
        theta = theta - step * move
    return theta[:-1]
