import numpy as np

from sharpen import checks

# Random rows are continuous, and no margin comes within 1e-7 of 1. Where a margin is exactly 1,
# all numbers are small powers of two times whole numbers, so it is exact however it is computed.
# Whole numbers in X give margins of k / (lam t): lam is such that lam t is never whole.


def visits(rng, size):
    n, d, lam, steps = size
    return rng.normal(size=(n, d)), rng.choice([-1, 1], n), lam, rng.integers(0, n, steps).tolist()


def whole_numbers(rng, size):
    """Whole numbers in X, and labels of any type."""
    *shape, X_type, y_type = size
    X, y, lam, indices = visits(rng, shape)
    X = np.rint(3 * X)
    X[0, 0], X[-1, -1] = -100, 100
    return (np.abs(X) if X_type == "uint8" else X).astype(X_type), y.astype(y_type), lam, indices


def other_examples(rng, size):
    """Always the same labels and order."""
    _, y, lam, indices = visits(np.random.default_rng(0), size)
    return visits(rng, size)[0], y, lam, indices


def projected(rng, size):
    return *visits(rng, size), True


def in_plain_numbers(X, y, lam, indices, project=False):
    rows, labels, w = X.tolist(), [int(label) for label in y], [0.0] * X.shape[1]
    for t in range(1, len(indices) + 1):
        x, label = rows[indices[t - 1]], labels[indices[t - 1]]
        eta = 1 / (lam * t)
        gain = eta * label if label * sum(a * b for a, b in zip(w, x, strict=True)) < 1 else 0.0
        w = [a - eta * lam * a + gain * b for a, b in zip(w, x, strict=True)]
        norm = sum(a * a for a in w) ** 0.5
        if project and norm > lam**-0.5:
            w = [a * lam**-0.5 / norm for a in w]
    return np.array(w)


def whole_numbers_of_rows(got, X, y, lam, indices):
    """With fewer rows than features, the weights say how often each row was added."""
    w = np.asarray(got, float)
    if w.shape != (X.shape[1],):
        return f"expected shape {(X.shape[1],)}, got {w.shape}"
    signed = y[:, None] * X
    times = np.linalg.lstsq(signed.T, lam * len(indices) * w, rcond=None)[0]
    if not np.abs(signed.T @ times - lam * len(indices) * w).max() <= 1e-6:
        return "lam T w is not a combination of the rows"
    if np.abs(times - times.round()).max() > 1e-6:
        return f"lam T w must hold each y x a whole number of times, not {np.array2string(times, precision=4)}"
    visited = np.bincount(indices, minlength=len(X))
    off = np.flatnonzero((times.round() < 0) | (times.round() > visited))
    return f"row {off[0]} was visited {visited[off[0]]} times but added {times[off[0]]:.0f} times" if len(off) else None


def in_the_ball(got, X, y, lam, indices, project):
    norm = float(np.linalg.norm(np.asarray(got, float)))
    return f"||w|| = {norm:.9g}, outside the radius {lam**-0.5:.9g}" if not norm <= lam**-0.5 * (1 + 1e-9) else None


def scales(ask, X, y, lam, indices, project):
    once = np.asarray(ask(X, y, lam, indices, project), float)
    twice = np.asarray(ask(4 * X, y, 16 * lam, indices, project), float)
    if not np.allclose(4 * twice, once, rtol=1e-6, atol=1e-9):
        return "features times 4 and lam times 16 must give weights divided by 4"
    return None


def two_blobs(rng, size):
    """Two overlapping clouds, and a random order."""
    n, lam, steps = size
    y = rng.choice([-1, 1], n)
    return rng.normal(size=(n, 3)) + y[:, None] * np.array([1.5, -0.5, 0.0]), y, lam, rng.integers(0, n, steps).tolist()


def near_the_optimum(got, X, y, lam, indices):
    """Against the best of 300 steps of full-batch subgradient descent."""

    def objective(w):
        return lam / 2 * float(w @ w) + np.maximum(0, 1 - y * (X @ w)).mean()

    w, best = np.zeros(X.shape[1]), np.inf
    for t in range(1, 301):
        w = w - (lam * w - (y * (y * (X @ w) < 1)) @ X / len(y)) / (lam * t)
        best = min(best, objective(w))
    found = objective(np.asarray(got, float))
    return f"the objective is {found:.4f}; {best:.4f} is possible" if not found <= best + 0.05 else None


EXACT = [
    (np.array([[0.5, 0.5]]), np.array([1]), 0.5, [0, 0]),
    (np.array([[0.5, 0.5]]), np.array([-1]), 0.5, [0, 0, 0, 0]),
    (np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([1, -1]), 0.5, [0, 1, 0, 0]),
    (np.array([[2.0, 0.0], [1.0, 3.0]]), np.array([1, 1]), 2.0, [0, 1]),
]
HAIR = [(np.array([[1.0]]), np.array([1]), 1 + sign * 2.0**-place, [0, 0]) for place in (20, 23) for sign in (1, -1)]
"""The margin at step 2 is 1 / lam."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("pegasos", np.eye(2), np.array([1, -1]), 0.5, [0, 1, 0]),
        np.array([2 / 3, -2 / 3]),
    ),
    checks.oracle(
        "The first steps, in plain numbers",
        "pegasos",
        visits,
        sizes=[(1, 1, 1.0, 1), (1, 2, 0.5, 2), (2, 1, 0.1, 2), (3, 2, 2.0, 3)],
        expected=in_plain_numbers,
    ),
    checks.oracle(
        "Many steps, in plain numbers",
        "pegasos",
        visits,
        sizes=[(5, 2, 0.5, 0), (3, 4, 0.3, 10), (6, 3, 0.001, 40), (8, 100, 0.1, 12), (900, 3, 1.0, 3000)],
        expected=in_plain_numbers,
    ),
    checks.oracle(
        "X may hold whole numbers, also of one byte, and y floats",
        "pegasos",
        whole_numbers,
        sizes=[
            (1, 1, 0.53, 2, "int64", "float64"),
            (4, 3, 9.7, 9, "int64", "float64"),
            (4, 3, 0.97, 20, "uint8", "int8"),
            (4, 3, 0.97, 20, "int8", "int64"),
            (4, 3, 0.97, 20, "uint8", "int64"),
        ],
        expected=in_plain_numbers,
    ),
    checks.oracle("A margin of exactly 1 adds nothing", "pegasos", EXACT, expected=in_plain_numbers),
    checks.oracle("A margin a hair from 1 is on its own side of it", "pegasos", HAIR, expected=in_plain_numbers),
    checks.oracle(
        "With projection, in plain numbers",
        "pegasos",
        projected,
        sizes=[(1, 1, 1.0, 1), (2, 3, 0.2, 2), (5, 2, 0.01, 20), (8, 4, 3.0, 60), (8, 100, 0.05, 9), (9, 3, 2.0, 400)],
        expected=in_plain_numbers,
    ),
    checks.property(
        "Projected weights stay in the ball",
        "pegasos",
        projected,
        sizes=[(1, 3, 0.1, 1), (4, 3, 0.5, 7), (10, 6, 0.02, 3)],
        holds=in_the_ball,
    ),
    checks.property(
        "The weights are made of whole examples",
        "pegasos",
        visits,
        sizes=[(1, 2, 0.5, 3), (3, 5, 0.2, 12), (5, 8, 1.0, 60)],
        holds=whole_numbers_of_rows,
    ),
    checks.relation(
        "Scaling the features is scaling lam",
        "pegasos",
        lambda rng, size: (*visits(rng, size[:4]), size[4]),
        sizes=[(2, 2, 0.5, 4, False), (6, 3, 0.1, 25, True)],
        holds=scales,
    ),
    checks.property(
        "After many steps the objective is near its minimum",
        "pegasos",
        two_blobs,
        sizes=[(50, 0.1, 700)],
        holds=near_the_optimum,
        drawn=False,
    ),
    checks.stability(
        "A row of zeros gives no NaN",
        "pegasos",
        [
            (np.zeros((1, 3)), np.array([1]), 0.5, [0, 0], True),
            (np.array([[0.0, 0.0], [3.0, -1.0]]), np.array([-1, 1]), 0.1, [0, 1, 0], True),
            (np.array([[0.0, 0.0], [3.0, -1.0]]), np.array([-1, 1]), 0.1, [0, 1, 0], False),
        ],
        expected=in_plain_numbers,
    ),
    checks.error(
        "lam of zero or less raises ValueError",
        [
            checks.call("pegasos", np.eye(2), np.array([1, -1]), lam, indices)
            for lam in (0.0, -0.5, -1e-9)
            for indices in ([0, 1], [])
        ],
    ),
    checks.stateless("No call remembers the one before", "pegasos", other_examples, sizes=[(51, 20, 0.5, 15)]),
    checks.unchanged(
        "No argument is changed", "pegasos", visits, sizes=[(3, 2, 0.5, 5), (1, 2, 0.5, 5), (3, 1, 0.5, 5)]
    ),
]
