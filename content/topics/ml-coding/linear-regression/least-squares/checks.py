import numpy as np

from sharpen import checks

SAME = checks.close(1e-6, 1e-8)


def random_table(rng, shape):
    n, d = shape
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 3, d) + rng.normal(size=d)
    return X, X @ rng.normal(size=d) + 2.5 + rng.normal(size=n)


def deficient(rng, kind):
    """Tables with fewer directions than columns; exact in floating point where that is easy."""
    if kind == "a copy":
        X = rng.integers(-5, 6, (6, 1)).astype(float)
        return np.hstack([X, X]), rng.normal(size=6)
    if kind == "tiny copies":
        X = rng.integers(-5, 6, (6, 2)) * 2.0**-30
        return np.hstack([X, X]), rng.normal(size=6)
    if kind == "huge copies":
        X = rng.integers(-5, 6, (6, 2)) * 2.0**30
        return np.hstack([X, X]), rng.normal(size=6)
    if kind == "all zeros":
        return np.zeros((4, 2)), rng.normal(size=4)
    if kind == "constant columns":
        return np.hstack([np.full((5, 1), 3), rng.integers(0, 9, (5, 1)), np.full((5, 1), -7)]), rng.normal(size=5)
    if kind == "only a constant":
        return np.full((4, 1), 3.0), rng.normal(size=4)
    if kind == "a sum of two":
        X = rng.normal(size=(12, 3)) + 1
        return np.column_stack([X, X[:, 0] + X[:, 1]]), rng.normal(size=12)
    if kind == "a sum of two, far from zero":
        X = rng.normal(size=(12, 3)) + 1e6
        return np.column_stack([X, X[:, 0] + X[:, 1]]), rng.normal(size=12)
    if kind == "a constant that rounds":
        return np.column_stack([np.full(7, 1e6 + 0.1), rng.normal(size=7)]), rng.normal(size=7) + 5
    if kind == "one-hot":
        which = np.arange(15) % 3
        return np.eye(3)[which], rng.normal(size=15) + which
    return rng.integers(-20, 21, kind) / 4, rng.normal(size=kind[0]) + 3


KINDS = ["a copy", "only a constant", "all zeros", "constant columns", "one-hot", "a sum of two"]
KINDS += [(1, 1), (1, 3), (2, 5), (4, 12), "tiny copies", "huge copies"]
KINDS += ["a constant that rounds", "a sum of two, far from zero"]


def by_library(X, y):
    from sklearn.linear_model import LinearRegression

    model = LinearRegression().fit(X, y)
    return model.coef_, model.intercept_


def by_pseudoinverse(X, y):
    C = X - X.mean(0)
    cutoff = 1e-10 * np.linalg.norm(X) / (np.linalg.norm(C, 2) or 1.0)
    w = np.linalg.pinv(C, rcond=cutoff) @ (y - y.mean())
    return w, y.mean() - X.mean(0) @ w


def residuals_are_orthogonal(got, X, y):
    w, b = got
    residual = X @ np.asarray(w, float) + float(b) - y
    scale = np.linalg.norm(y) + 1
    if not abs(residual.sum()) <= 1e-8 * scale * len(y):
        return f"the residuals sum to {residual.sum():.3g}; with an intercept they sum to zero"
    along = X.T @ residual
    worst = int(np.argmax(np.abs(along)))
    if not abs(along[worst]) <= 1e-8 * scale * (1 + np.linalg.norm(X[:, worst])):
        return f"the residuals are not orthogonal to column {worst}: their product is {along[worst]:.3g}"
    return None


def norm_is_smallest(got, X, _y):
    """The weights have no part in directions that the centered columns do not span."""
    w = np.asarray(got[0], float)
    _, s, Vt = np.linalg.svd(X - X.mean(0), full_matrices=True)
    empty = Vt[int((s > 1e-10 * np.linalg.norm(X)).sum()) :]
    excess = empty.T @ (empty @ w)
    if not np.linalg.norm(excess) <= 1e-7 * (1 + np.linalg.norm(w)):
        norm, least = np.linalg.norm(w), np.linalg.norm(w - excess)
        return f"the norm of w is {norm:.6g}; the same fit is possible with {least:.6g}"
    return None


def origin_does_not_matter(ask, X, y):
    move = np.arange(1, X.shape[1] + 1) * 4.0
    (w, b), (moved_w, moved_b) = ask(X, y), ask(X + move, y)
    w, moved_w = np.asarray(w, float), np.asarray(moved_w, float)
    if not np.allclose(w, moved_w, 1e-6, 1e-7):
        return f"adding {move.tolist()} to the columns changed w from {w.tolist()} to {moved_w.tolist()}"
    if not np.isclose(b - move @ w, moved_b, 1e-6, 1e-6):
        return f"adding {move.tolist()} to the columns must change b from {b!r} to {b - move @ w!r}, got {moved_b!r}"
    return None


def noise_free(rng, kind):
    """y = X w + b exactly (up to rounding), so that the right answer is known to many digits."""
    n, d = 40, 3
    X = rng.normal(size=(n, d))
    if kind == "years":
        X = X * 5 + 2000
    elif kind == "large offsets":
        X = X + np.array([1e5, -1e5, 3e4])
    elif kind == "different units":
        X = X * np.array([1e3, 1.0, 1e-3])
    else:
        X[:, 2] = X[:, 0] + 2e-6 * X[:, 2]
    return X, X @ TRUE + 0.75


TRUE = np.array([1.5, -2.0, 0.5])


def the_truth(*_):
    return TRUE, 0.75


def weights_to(rtol):
    """The weights to a tolerance; the intercept is the difference of two large numbers and is left alone."""

    def compare(want, got):
        if not isinstance(got, list | tuple) or len(got) != 2:
            return checks.Difference("", "a pair (w, b)", checks.show(got), "expected a pair (w, b)")
        return checks.close(rtol, rtol)(want[0], got[0])

    return compare


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("least_squares", np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 2.0])),
        (np.array([0.5]), 1.0),
        same=SAME,
    ),
    checks.example(
        "A copy of the column shares its weight",
        checks.call("least_squares", np.array([[1, 1], [2, 2], [3, 3]]), np.array([1, 3, 2])),
        (np.array([0.25, 0.25]), 1.0),
        same=SAME,
    ),
    checks.oracle(
        "Random tables of full rank",
        "least_squares",
        random_table,
        [(2, 1), (3, 1), (4, 2), (5, 4), (20, 3), (60, 7), (300, 20)],
        expected=by_library,
        same=SAME,
    ),
    checks.property(
        "Residuals are orthogonal to the columns and sum to zero",
        "least_squares",
        random_table,
        [(2, 1), (3, 2), (10, 3), (60, 7)],
        holds=residuals_are_orthogonal,
    ),
    checks.oracle(
        "Copies, constants, sums, and more columns than rows",
        "least_squares",
        deficient,
        KINDS,
        expected=by_pseudoinverse,
        same=SAME,
    ),
    checks.property(
        "No other minimizer has smaller weights", "least_squares", deficient, KINDS, holds=norm_is_smallest
    ),
    checks.relation(
        "Moving the origin of a feature changes only the intercept",
        "least_squares",
        lambda rng, kind: random_table(rng, (9, 2)) if kind == "full rank" else deficient(rng, kind),
        ["full rank", "a copy", "one-hot", (2, 5)],
        holds=origin_does_not_matter,
    ),
    checks.stability(
        "Large offsets and different units",
        "least_squares",
        noise_free,
        ["years", "large offsets", "different units"],
        expected=the_truth,
        same=weights_to(1e-6),
    ),
    checks.stability(
        "Columns that are nearly the same",
        "least_squares",
        noise_free,
        ["nearly the same"] * 3,
        expected=the_truth,
        same=weights_to(1e-6),
    ),
    checks.unchanged("The data is left as it was", "least_squares", random_table, [(4, 2)]),
    checks.memory(
        "Memory grows with the table, not with the square of its rows",
        checks.call(
            "least_squares", np.sin(np.arange(4000.0 * 5) ** 2).reshape(4000, 5), np.cos(np.arange(4000.0) ** 2)
        ),
        limit=32,
        same=SAME,
    ),
]
