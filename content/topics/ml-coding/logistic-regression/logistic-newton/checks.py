import numpy as np

from sharpen import checks

OVERSHOOTING = [
    ([[26, -5], [-36, -6], [-23, -2], [9, 1004], [1, -138]], [1, 0, 0, 1, 0], 0.1),
    ([[75, -78], [17, -5], [-16, 67], [55, 43], [-16, 65]], [1, 1, 0, 0, 1], 0.1),
    ([[1, 7], [66, -3], [187, 23], [3, 8]], [1, 1, 0, 0], 0.01),
    ([[-10300, 34000], [-31000, 24300], [-57500, -47800], [-8500, 25800]], [1, 0, 0, 1], 0.009, 1e-6),
]
"""Small tables on which full Newton steps run away, found by search; the last takes 28 steps."""

BETWEEN = np.array([[5], [-1], [0], [-3], [-4]]), np.array([0, 1, 0, 0, 0]), 0.5, 1e-9
"""A table on which one of the Newton steps ends between the smallest tolerance and the default one."""


def barely():
    """A table of many rows on which one of the Newton steps leaves half as much again as the smallest tolerance."""
    X = np.sin(np.arange(1200.0) ** 2).reshape(600, 2)
    return X, (X[:, 0] + np.sin(np.arange(600.0) ** 3) > 0.5).astype(int), 9.25, 1e-9


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
    if kind == "tiny":
        return X * 1e-6, y, l2, 1e-4
    if kind == "huge":
        return X * 2e5, y, 20.0, 1e-4
    return X * np.array([1e2, 1.0, 1e-4]) + np.array([50.0, 0, 0]), y, 0.1


def uneven(rng, tol):
    """One feature so large that its entry of the gradient stands out from the rest."""
    X, y, l2 = table(rng, (40, 12, 0.7))
    return X * np.append(100.0, np.ones(11)), y, l2, tol


def of_type(rng, kind):
    """Whole numbers, fractions that float32 holds, and labels of other types."""
    X_type, y_type = kind
    X, y, l2 = table(rng, (30, 2, 0.5))
    X = np.round(X * {"float32": 256, "float16": 256, "int64": 20_000}.get(X_type, 9))
    X = X / (256 if X_type.startswith("float") and X_type != "float64" else 1)
    X = X - X.min() if X_type == "uint8" else X
    X[:2] = (127, -128) if X_type == "int8" else X[:2]
    return X.astype(X_type), y.astype(y_type), l2, 1e-5 if X_type == "int64" else 1e-8


TYPES = [
    ("int64", "int64"),
    ("uint8", "uint8"),
    ("int8", "int8"),
    ("float64", "bool"),
    ("float32", "float64"),
    ("float16", "float16"),
]


def by_library(X, y, l2):
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1 / l2, solver="newton-cholesky", tol=1e-12, max_iter=1000).fit(X, y)
    return model.coef_[0], model.intercept_[0]


def is_stationary(got, X, y, l2, tol=1e-8):
    """No entry of the gradient above tol; a tenth more is let through, for the last digits of another summation."""
    w, b = np.asarray(got[0], float), float(got[1])
    if w.shape != (X.shape[1],) or not (np.isfinite(w).all() and np.isfinite(b)):
        return f"expected {X.shape[1]} finite weights and a finite intercept, got {checks.show(got, longest=120)}"
    X, sign = X.astype(float), 2.0 * y - 1
    pull = -sign * np.exp(-np.logaddexp(0, sign * (X @ w + b)))
    gradient = np.append(X.T @ pull + l2 * w, pull.sum())
    worst = int(np.argmax(np.abs(gradient)))
    if abs(gradient[worst]) > 1.1 * tol:
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
    checks.property(
        "The mean predicted probability is the share of ones",
        "fit_logistic",
        table,
        [(3, 1, 2.0), (40, 3, 5.0)],
        holds=predicts_the_base_rate,
        drawn=False,
    ),
    checks.relation("The loss is a sum over rows", "fit_logistic", table, [(4, 1, 0.3)], holds=rows_count, drawn=False),
    checks.relation(
        "Exchanging the labels changes the signs",
        "fit_logistic",
        table,
        [(20, 3, 1.0)],
        holds=labels_are_symmetric,
        drawn=False,
    ),
    checks.property(
        "The gradient of the objective is zero at the answer",
        "fit_logistic",
        table,
        [*SIZES[:-1], (60, 20, 0.5), (3000, 3, 2e5)],
        holds=is_stationary,
        drawn=False,
    ),
    checks.oracle(
        "Random tables", "fit_logistic", table, SIZES, expected=by_library, same=SAME, drawn=checks.reference
    ),
    checks.property("Numbers and labels of any type", "fit_logistic", of_type, TYPES, holds=is_stationary, drawn=False),
    checks.property(
        "A tolerance of one's own",
        "fit_logistic",
        lambda rng, tol: uneven(rng, tol) if tol > 1e-8 else BETWEEN if tol else barely(),
        [1.0, 0.3, 0.03, 1e-2, 1e-4, 1e-6, 1e-9, 0],
        holds=is_stationary,
        drawn=False,
    ),
    checks.stability(
        "Separable classes, copied and constant columns, one positive",
        "fit_logistic",
        awkward,
        ["separable", "separable by far", "copies of a column", "a constant column", "one positive"],
        holds=is_stationary,
    ),
    checks.stability(
        "Features in very different units", "fit_logistic", awkward, ["units", "huge", "tiny"], holds=is_stationary
    ),
    checks.stability(
        "Tables on which full steps overshoot",
        "fit_logistic",
        [(np.array(X, float), np.array(y), *rest) for X, y, *rest in OVERSHOOTING],
        holds=is_stationary,
    ),
    checks.stateless("No call leaves anything behind", "fit_logistic", table, [(1010, 1, 1e3)], same=SAME),
    checks.unchanged("The data is left as it was", "fit_logistic", table, [(6, 2, 1.0), (6, 1, 1.0)]),
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
                ([0, 1, 0], np.nan),
                ([0, 1, np.nan], 1.0),
                ([1, 1, 1], 1.0),
                ([0, 0, 0], 1.0),
                ([-1, 1, 1], 1.0),
                ([0, 1, 2], 1.0),
                ([0, 1, 257], 1.0),
                ([256, 1, 1], 1.0),
                ([0, 1, 2**16 + 1], 1.0),
                ([2**32, 1, 1], 1.0),
                ([1, 2, 1], 1.0),
                ([0, 0.5, 1], 1.0),
            )
        ],
    ),
]
