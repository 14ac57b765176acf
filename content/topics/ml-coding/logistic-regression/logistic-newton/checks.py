import numpy as np

from sharpen import checks

OVERSHOOTING = [
    ([[2, 104], [13, -4], [-5, -40], [4, 4]], [0, 1, 0, 0], 0.01),
    ([[-31, 342], [9, 13], [1, 45], [-26, 2]], [0, 1, 0, 0], 0.1),
    ([[1, 127], [17, -45], [19, 34], [2, -10], [-5, -6]], [0, 1, 1, 1, 0], 0.001),
    ([[26, -5], [-36, -6], [-23, -2], [9, 1004], [1, -138]], [1, 0, 0, 1, 0], 0.1),
]
"""Small tables on which Newton's method without damping meets a singular Hessian (found by search)."""


def table(rng, size):
    n, d, l2 = size
    X = rng.normal(size=(n, d)) + rng.normal(size=d) / 2
    z = X @ rng.normal(size=d) + rng.normal() + rng.logistic(size=n)
    y = (z > np.median(z) + 0.3).astype(int)
    y[:2] = 0, 1
    return X, y, l2


def awkward(rng, kind):
    X, y, l2 = table(rng, (40, 3, 0.5))
    if kind == "copies of a column":
        return np.column_stack([X, X[:, 0]]), y, l2
    if kind == "a constant column":
        return np.column_stack([X, np.full(40, 3.0)]), y, l2
    if kind == "separable":
        return X, (X[:, 0] > 0.1).astype(int), 0.001
    if kind == "separable by far":
        return np.where(X[:, :1] > 0, X[:, :1] + 30, X[:, :1] - 30), (X[:, 0] > 0).astype(int), 0.01
    if kind == "one positive":
        return X, (np.arange(40) == 17).astype(int), l2
    return X * np.array([1e3, 1.0, 1e-3]) + np.array([500.0, 0, 0]), y, 0.1


def uneven(rng, tol):
    """One feature so large that its entry of the gradient stands out from the rest."""
    X, y, l2 = table(rng, (40, 12, 0.7))
    return X * np.append(100.0, np.ones(11)), y, l2, tol


def by_library(X, y, l2):
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1 / l2, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(X, y)
    return model.coef_[0], model.intercept_[0]


def is_stationary(got, X, y, l2, tol=1e-8):
    """No entry of the gradient above tol; twice that is let through, for the last digits of another summation."""
    w, b = np.asarray(got[0], float), float(got[1])
    if w.shape != (X.shape[1],) or not (np.isfinite(w).all() and np.isfinite(b)):
        return f"expected {X.shape[1]} finite weights and a finite intercept, got {checks.show(got, longest=120)}"
    sign = 2.0 * y - 1
    pull = -sign * np.exp(-np.logaddexp(0, sign * (X @ w + b)))
    gradient = np.append(X.T @ pull + l2 * w, pull.sum())
    worst = int(np.argmax(np.abs(gradient)))
    if abs(gradient[worst]) > 2 * tol:
        name = "b" if worst == len(w) else f"w[{worst}]"
        return f"the derivative of J in {name} is {gradient[worst]:.3g} at the answer; at most {tol:g} is allowed"
    return None


def predicts_the_base_rate(got, X, y, _l2):
    z = X @ np.asarray(got[0], float) + float(got[1])
    mean = np.exp(-np.logaddexp(0, -z)).mean()
    if abs(mean - y.mean()) > 1e-7:
        return (
            f"the mean predicted probability is {mean:.8g}; a free intercept makes it the share of ones, {y.mean():.8g}"
        )
    return None


def labels_are_symmetric(ask, X, y, l2):
    (w, b), (v, c) = ask(X, y, l2), ask(X, 1 - y, l2)
    w, v = np.asarray(w, float), np.asarray(v, float)
    if np.allclose(w, -v, 1e-5, 1e-6) and np.isclose(b, -c, 1e-5, 1e-6):
        return None
    return f"exchanging the labels must change the signs: {w.tolist()}, {b} became {v.tolist()}, {c}"


def rows_count(ask, X, y, l2):
    """J is a sum over rows: twice the rows with twice the penalty is twice J."""
    (w, b), (v, c) = ask(X, y, l2), ask(np.vstack([X, X]), np.append(y, y), 2 * l2)
    w, v = np.asarray(w, float), np.asarray(v, float)
    if np.allclose(w, v, 1e-5, 1e-6) and np.isclose(b, c, 1e-5, 1e-6):
        return None
    return f"every row twice and l2 twice must change nothing: {w.tolist()}, {b} became {v.tolist()}, {c}"


SAME = checks.close(1e-5, 1e-6)
SIZES = [(2, 1, 1.0), (3, 1, 0.5), (4, 2, 10.0), (8, 3, 0.1), (30, 2, 1e3), (60, 5, 0.02), (300, 8, 1.0)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("fit_logistic", np.array([[-1.0], [1.0]]), np.array([0, 1]), l2=1 / (2 * np.log(3))),
        (np.array([np.log(3)]), 0.0),
        same=SAME,
    ),
    checks.oracle("Random tables", "fit_logistic", table, SIZES, expected=by_library, same=SAME),
    checks.property(
        "The gradient of the objective is zero at the answer",
        "fit_logistic",
        table,
        [*SIZES, (3000, 3, 2.0)],
        holds=is_stationary,
    ),
    checks.property(
        "The mean predicted probability is the share of ones",
        "fit_logistic",
        table,
        [(3, 1, 2.0), (40, 3, 5.0)],
        holds=predicts_the_base_rate,
    ),
    checks.relation(
        "Exchanging the labels changes the signs",
        "fit_logistic",
        table,
        [(4, 1, 0.3), (20, 3, 1.0)],
        holds=labels_are_symmetric,
    ),
    checks.relation(
        "The loss is a sum over rows", "fit_logistic", table, [(4, 1, 0.3), (20, 3, 1.0)], holds=rows_count
    ),
    checks.property(
        "A tolerance of one's own",
        "fit_logistic",
        uneven,
        [1.0, 0.3, 0.1, 0.03, 1e-2, 1e-3, 1e-4, 1e-6, 1e-9],
        holds=is_stationary,
    ),
    checks.stability(
        "Separable classes, copied and constant columns, one positive",
        "fit_logistic",
        awkward,
        ["separable", "separable by far", "copies of a column", "a constant column", "one positive"],
        holds=is_stationary,
    ),
    checks.stability("Features in very different units", "fit_logistic", awkward, ["units"] * 2, holds=is_stationary),
    checks.stability(
        "Tables on which full steps overshoot",
        "fit_logistic",
        [(np.array(X, float), np.array(y), l2) for X, y, l2 in OVERSHOOTING],
        holds=is_stationary,
    ),
    checks.unchanged("The data is left as it was", "fit_logistic", table, [(6, 2, 1.0)]),
    checks.memory(
        "No matrix of n by n",
        checks.call("fit_logistic", np.sin(np.arange(9000.0) ** 2).reshape(3000, 3), np.arange(3000) // 7 % 2, 1.0),
        limit=32,
        holds=is_stationary,
    ),
    checks.error(
        "Without a penalty, or without both classes, it raises ValueError",
        [
            checks.call("fit_logistic", np.array([[1.0], [2.0], [4.0]]), np.array(y), l2)
            for y, l2 in (
                ([0, 1, 1], 0.0),
                ([0, 1, 0], -1.0),
                ([1, 1, 1], 1.0),
                ([0, 0, 0], 1.0),
                ([-1, 1, 1], 1.0),
                ([0, 1, 2], 1.0),
                ([0, 0.5, 1], 1.0),
            )
        ],
    ),
]
