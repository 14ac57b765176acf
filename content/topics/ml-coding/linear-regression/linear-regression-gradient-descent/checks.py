from math import fsum

import numpy as np

from sharpen import checks


def table(rng, n, d):
    X = rng.normal(size=(n, d)) + rng.normal(size=d) / 2
    return X, X @ rng.normal(size=d) + 1.5 + rng.normal(size=n) / 2


def sharpness(X):
    """The largest eigenvalue of the loss's second derivative: steps below 2 / sharpness converge."""
    A = np.column_stack([X, np.ones(len(X))])
    return float(np.linalg.norm(A, 2) ** 2 / len(X))


def descending(rng, size):
    n, d, steps = size
    X, y = table(rng, n, d)
    return X, y, 1 / sharpness(X), steps


def lifted(rng, size):
    """Targets far from zero, so that digits are lost where there are only seven."""
    X, y, step, steps = descending(rng, size)
    return X, y + 900, step, steps


def of_one_step(rng, size):
    n, d, steps = size
    return *table(rng, n, d), 0.0625, steps


def of_type(rng, kind):
    """Numbers of a type, up to the largest allowed or the type's own."""
    X_type, y_type, most, shape = kind
    low = 0 if X_type == "uint8" else -most
    X = rng.integers(low, most + 1, shape).astype(X_type)
    y = (rng.integers(low, most + 1, shape[0]) + (0.375 if y_type.startswith("float") else 0)).astype(y_type)
    if X_type in ("float16", "float32"):  # targets that are met: what is left of them needs every digit
        y = (2 * X.sum(1) + 1).astype(y_type)
    return X, y, 0.75 / sharpness(X.astype(float)), 6


TYPES = [("int64", "int64", 3, (2, 1)), ("int64", "int64", 3, (9, 2)), ("int64", "float64", 3, (5, 3))]
TYPES += [
    ("uint8", "uint8", 255, (6, 2)),
    ("float32", "float32", 1000, (7, 1)),
    ("float16", "float16", 400, (7, 1)),
    ("float64", "float64", 1000, (8, 2)),
]
TYPES += [("float64", "float64", 0, (3, 2))]


def too_far(rng, size):
    """Steps beyond 2 / sharpness, so that the losses grow."""
    n, d, steps = size
    X, y = table(rng, n, d)
    return X, y, 2.5 / sharpness(X), steps


def by_hand(X, y, step, steps):
    """The definition in plain Python, with sums that are exact to the last bit."""
    n, d = X.shape
    rows, targets = X.tolist(), y.tolist()
    w, b, losses = [0.0] * d, 0.0, []
    for k in range(steps + 1):
        residuals = [
            fsum([*(wj * xj for wj, xj in zip(w, row, strict=True)), b, -t])
            for row, t in zip(rows, targets, strict=True)
        ]
        losses.append(fsum(r * r for r in residuals) / (2 * n))
        if k < steps:
            slopes = [fsum(r * row[j] for r, row in zip(residuals, rows, strict=True)) / n for j in range(d)]
            w, b = [wj - step * s for wj, s in zip(w, slopes, strict=True)], b - step * fsum(residuals) / n
    return w, b, losses


def closed_form(X, y, _step, steps):
    """Where enough steps must end: the least-squares solution and its loss."""
    A = np.column_stack([X, np.ones(len(X))])
    theta = np.linalg.lstsq(A, y, rcond=None)[0]
    return theta[:-1], theta[-1], np.mean((A @ theta - y) ** 2) / 2


def ends_there(want, got):
    """Compare weights, intercept and the last loss."""
    if not isinstance(got, list | tuple) or len(got) != 3:
        why = "expected three values (w, b, losses)"
        return checks.Difference("", "(w, b, losses)", checks.show(got, longest=200), why)
    rows = isinstance(got[2], list | tuple) or (isinstance(got[2], np.ndarray) and got[2].ndim == 1)
    losses = got[2] if rows and len(got[2]) else [None]
    return checks.close(1e-6, 1e-8)(want, (got[0], got[1], losses[-1]))


def losses_fall(got, _X, y, _step, _steps):
    losses = np.asarray(got[2], float)
    if not np.isclose(losses[0], np.mean(y**2) / 2):
        return f"losses[0] is {losses[0]:.6g}; at w = 0, b = 0 the loss is {np.mean(y**2) / 2:.6g}"
    rises = np.flatnonzero(np.diff(losses) > 1e-12 * losses[0])
    if len(rises):
        return f"this step is short enough for the loss to fall, but losses[{rises[0] + 1}] is above losses[{rises[0]}]"
    return None


def last_loss_fits(got, X, y, _step, _steps):
    w, b, losses = np.asarray(got[0], float), float(got[1]), np.asarray(got[2], float)
    loss = np.mean((X @ w + b - y) ** 2) / 2
    if not np.isclose(losses[-1], loss, rtol=1e-6, atol=1e-9):
        return f"the last loss is {losses[-1]:.8g}, but the returned w and b have the loss {loss:.8g}"
    return None


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("gradient_descent", np.array([[0.0], [1.0]]), np.array([1.0, 3.0]), step=0.5, steps=1),
        (np.array([0.75]), 1.0, np.array([2.5, 0.390625])),
    ),
    checks.oracle(
        "Without updates everything is zero", "gradient_descent", descending, [(1, 1, 0), (3, 2, 0)], expected=by_hand
    ),
    checks.property(
        "The last loss is that of the answer",
        "gradient_descent",
        descending,
        [(3, 1, 1), (20, 4, 7)],
        holds=last_loss_fits,
    ),
    checks.property(
        "The losses fall from the loss at zero",
        "gradient_descent",
        descending,
        [(3, 1, 3), (20, 4, 40)],
        holds=losses_fall,
    ),
    checks.oracle(
        "A few steps, number by number",
        "gradient_descent",
        descending,
        [(1, 1, 1), (2, 1, 2), (3, 1, 3), (1, 3, 2), (5, 2, 4), (4, 6, 10), (30, 3, 25), (40, 60, 2)],
        expected=by_hand,
    ),
    checks.oracle("Numbers of any type, and large ones", "gradient_descent", of_type, TYPES, expected=by_hand),
    checks.oracle(
        "Enough steps reach the least-squares fit",
        "gradient_descent",
        lifted,
        [(6, 1, 1000), (60, 3, 500)],
        expected=closed_form,
        same=ends_there,
        drawn=False,
    ),
    checks.oracle(
        "Too large a step diverges as it should",
        "gradient_descent",
        too_far,
        [(4, 1, 10), (12, 3, 17)],
        expected=by_hand,
    ),
    checks.oracle(
        "The longest step and the shortest are taken as they are",
        "gradient_descent",
        [(np.array([[0.1], [-0.2]]), np.array([1.0, 3.0]), step, 3) for step in (10.0, 1e-8)],
        expected=by_hand,
        same=checks.close(1e-6, 1e-12),
    ),
    checks.stateless(
        "No call leaves anything behind", "gradient_descent", of_one_step, [(3, 1, 2)] * 8 + [(1010, 1, 2)]
    ),
    checks.unchanged("The data is left as it was", "gradient_descent", descending, [(4, 2, 3), (1, 2, 3), (4, 1, 3)]),
    checks.growth("As fast as matrix products", "gradient_descent", descending, [(10_000, 20, 200)], factor=40),
    checks.error(
        "An impossible step or number of steps raises ValueError",
        [
            checks.call("gradient_descent", np.array([[1.0], [2.0]]), np.array([1.0, 2.0]), step, steps)
            for step, steps in (
                (0.0, 3),
                (-0.1, 3),
                (0.1, -1),
                (0, 0),
                (-1e-9, 0),
                (np.nan, 2),
                (np.nan, 0),
                (0.1, -1000),
            )
        ],
    ),
]
