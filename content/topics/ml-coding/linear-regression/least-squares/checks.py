import numpy as np

from sharpen import checks


def random_table(rng, shape):
    n, d = shape
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 3, d) + rng.normal(size=d)
    return X, X @ rng.normal(size=d) + 2.5 + rng.normal(size=n)


def deficient(rng, kind):
    """Tables with fewer directions than columns; exact in floating point where that is easy."""
    if kind == "a copy":
        X = rng.integers(-5, 6, (6, 1)).astype(float)
        return np.hstack([X, X]), rng.normal(size=6)
    if kind == "a column and its double":
        X = np.arange(4.0)[:, None] ** 2
        return np.hstack([X, 2 * X]), rng.integers(0, 9, 4)
    if kind == "copies and a double":
        return np.array([[0.0, 0.0, 0.0], [1.0, 1.0, 2.0]]), np.array([1.0, 4.0])
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
        X = rng.normal(size=(12, 3)) + 1e5
        return np.column_stack([X, X[:, 0] + X[:, 1]]), rng.normal(size=12)
    if kind == "a sum of two, farther still":
        X = rng.normal(size=(12, 3)) + 1.5e6
        return np.column_stack([X, X[:, 0] + X[:, 1]]), X @ [1, -2, 1.5]
    if kind == "a constant that rounds":
        return np.column_stack([np.full(7, 1e5 + 0.1), rng.normal(size=7)]), rng.normal(size=7) + 5
    if kind == "rows that are nearly the same":
        X = rng.normal(size=(5, 8))
        X[1] = X[0] + 2e-6 * X[1]
        return X, X @ rng.normal(size=8)
    if kind == "one-hot":
        which = np.arange(15) % 3
        return np.eye(3)[which], rng.normal(size=15) + which
    return rng.integers(-20, 21, kind) / 4, rng.normal(size=kind[0]) + 3


KINDS = [
    "a column and its double",
    "a copy",
    "only a constant",
    "all zeros",
    "constant columns",
    "one-hot",
    "a sum of two",
    "copies and a double",
]
KINDS += [(1, 1), (1, 3), (2, 5), (4, 12), "a constant that rounds", "a sum of two, far from zero"]
KINDS += ["a sum of two, farther still", "rows that are nearly the same"]


def scaled(rng, kind):
    """Numbers of any size and type, with a sum of two columns."""
    X_unit, y_unit, dtype = kind
    X, y = rng.integers(1, 60, (9, 2)) + (3000 if dtype == "float32" else 0), np.append(1, rng.integers(1, 250, 8))
    X = np.column_stack([X, X[:, 0] + X[:, 1]])
    return (X * X_unit).astype(dtype), (y * y_unit).astype(dtype)


SCALES = [(1, 1, "uint8"), (8e6, 1e6, "int64"), (-8e6, -4e6, "int64"), (0.5, 0.25, "float32"), (1, 1, "float16")]
SCALES += [(1e-12, 1, "float64"), (8e6, 1e-12, "float64"), (1, 0, "float64")]


def by_library(X, y):
    from sklearn.linear_model import LinearRegression

    model = LinearRegression().fit(X, y)
    return model.coef_, model.intercept_


def best_of(X, y):
    """The right weights and intercept, and the directions that the centered columns do not span."""
    X, y = np.asarray(X, float), np.asarray(y, float)
    U, s, Vt = np.linalg.svd(X - X.mean(0), full_matrices=True)
    rank = int((s > 1e-9 * np.linalg.norm(X)).sum())
    w = Vt[:rank].T @ (U[:, :rank].T @ (y - y.mean()) / s[:rank])
    return w, y.mean() - X.mean(0) @ w, Vt[rank:]


def spare(X, y, w):
    """How far a weight may be off."""
    return max(1e-6 * np.abs(w).max(), 1e-9 * np.abs(y).max() / (np.abs(X).max() or 1))


def is_best(got, X, y):
    """Of the fits with the smallest sum of squares, the one with the smallest weights."""
    w, b = np.asarray(got[0], float), float(got[1])
    best_w, best_b, empty = best_of(X, y)
    if w.shape != best_w.shape:
        return f"expected {len(best_w)} weights in an array of one axis, got one of shape {w.shape}"
    X, y = X.astype(float), y.astype(float)
    fit, best = X @ w + b, X @ best_w + best_b
    off = np.abs(fit - best)
    if not off.max() <= 1e-6 * np.abs(y).max():
        error, least = np.sum((fit - y) ** 2), np.sum((best - y) ** 2)
        if error > 1.0001 * least + 1e-9 * np.sum(y**2):
            return f"the sum of squared errors is {error:.6g}; with other w and b it is {least:.6g}"
        row = int(np.argmax(off))
        return f"x_{row} @ w + b is {fit[row]:.9g}; for the best w and b it is {best[row]:.9g}"
    worst = int(np.argmax(np.abs(w - best_w)))
    if abs(w[worst] - best_w[worst]) <= spare(X, y, best_w):
        return None
    if np.linalg.norm(empty @ w) > spare(X, y, best_w):
        norm, least = np.linalg.norm(w), np.linalg.norm(best_w)
        shown = f"w = {checks.show(best_w)} of norm" if len(best_w) < 6 else "another w of norm"
        return f"the fit is a best one, but the norm of w is {norm:.9g}; {shown} {least:.9g} fits as well"
    return f"w[{worst}] is {w[worst]:.9g}; the least-squares weights have {best_w[worst]:.9g} there"


def origin_does_not_matter(ask, X, y):
    move = np.arange(1, X.shape[1] + 1) * 4.0
    (w, b), (moved_w, moved_b) = ask(X, y), ask(X + move, y)
    w, moved_w = np.asarray(w, float), np.asarray(moved_w, float)
    if not np.allclose(w, moved_w, 0, 2 * spare(X, y, w)):
        return f"adding {move.tolist()} to the columns changed w from {w.tolist()} to {moved_w.tolist()}"
    if not np.isclose(b - move @ w, moved_b, 1e-5, 1e-5):
        return f"adding {move.tolist()} to the columns must change b from {b!r} to {b - move @ w!r}, got {moved_b!r}"
    return None


def noise_free(rng, kind):
    """y = X w + b exactly (up to rounding), so that the right answer is known to many digits."""
    n, d = 40, 3
    if kind == "single precision":
        X = rng.integers(-50, 51, (n, d)) * [256, 1, 0]
        X[:, 2] = X[:, 0] + rng.integers(-2, 3, n)
        return X.astype("float32"), (X @ TRUE + 0.75).astype("float32")
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


def near(b_too=True):
    """Weights to a millionth of the largest; the intercept, where it is no difference of large numbers."""

    def compare(want, got):
        if not isinstance(got, list | tuple) or len(got) != 2:
            return checks.Difference("", "a pair (w, b)", checks.show(got), "expected a pair (w, b)")
        difference = checks.close(0, 1e-6 * float(np.abs(want[0]).max()))(want[0], got[0])
        return difference or (checks.close(1e-5, 1e-5)(want[1], got[1]) if b_too else None)

    return compare


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("least_squares", np.array([[1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 2.0])),
        (np.array([0.5]), 1.0),
        same=near(),
    ),
    checks.example(
        "A copy of the column shares its weight",
        checks.call("least_squares", np.array([[1, 1], [2, 2], [3, 3]]), np.array([1, 3, 2])),
        (np.array([0.25, 0.25]), 1.0),
        same=near(),
    ),
    checks.oracle(
        "Random tables of full rank",
        "least_squares",
        random_table,
        [(2, 1), (3, 1), (4, 2), (5, 4), (20, 3), (60, 7), (200, 30)],
        expected=by_library,
        same=near(),
        drawn=checks.reference,
    ),
    checks.property(
        "Copies, constants, sums, and more columns than rows",
        "least_squares",
        deficient,
        KINDS,
        holds=is_best,
    ),
    checks.relation(
        "Moving the origin of a feature changes only the intercept",
        "least_squares",
        lambda rng, kind: random_table(rng, (9, 2)) if kind == "full rank" else deficient(rng, kind),
        ["full rank", "a copy", "one-hot", (2, 5)],
        holds=origin_does_not_matter,
        drawn=False,
    ),
    checks.stability("Numbers of any size and type", "least_squares", scaled, SCALES, holds=is_best),
    checks.stability(
        "Large offsets and different units",
        "least_squares",
        noise_free,
        ["years", "large offsets", "different units"],
        expected=the_truth,
        same=near(b_too=False),
    ),
    checks.stability(
        "Columns that are nearly the same",
        "least_squares",
        noise_free,
        [*["nearly the same"] * 3, "single precision"],
        expected=the_truth,
        same=near(b_too=False),
    ),
    checks.stateless("No call leaves anything behind", "least_squares", random_table, [(1010, 2)], same=near()),
    checks.unchanged("The data is left as it was", "least_squares", random_table, [(4, 2), (1, 2), (4, 1)]),
    checks.memory(
        "Memory grows with the table, not with the square of its rows",
        checks.call(
            "least_squares", np.sin(np.arange(4000.0 * 5) ** 2).reshape(4000, 5), np.cos(np.arange(4000.0) ** 2)
        ),
        limit=32,
        same=near(),
    ),
]
