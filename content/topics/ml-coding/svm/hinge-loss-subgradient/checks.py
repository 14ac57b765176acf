import numpy as np

from sharpen import checks


def problem(rng, size):
    """`size` is (examples, features, regularization)."""
    n, d, lam = size
    return rng.normal(size=d), float(rng.normal()), rng.normal(size=(n, d)), rng.choice([-1, 1], n), lam


def whole_numbers(rng, size):
    """Whole numbers in X, of any size; the labels are fractions that are whole."""
    w, b, X, y, lam = problem(rng, size)
    X = np.rint(3 * X).astype(int)
    X[-1, -1] = 9000
    return w, b, X, y.astype(float), lam


def one_byte(rng, size):
    """Numbers and labels of one byte, from the smallest on: products and sums of theirs need more room."""
    n, d, lam, kind = size
    least = np.iinfo(kind).min
    X = rng.integers(least, least + 256, (n, d)).astype(kind)
    X[0] = least or 255
    return rng.normal(size=d), 0.5, X, np.resize(np.array([-1, 1, *[-1] * 5], np.int8), n), lam


def other_examples(rng, size):
    """Always the same weights and labels."""
    w, b, _, y, lam = problem(np.random.default_rng(0), size)
    return w, b, problem(rng, size)[2], y, lam


def objective(w, b, X, y, lam):
    losses = [max(0.0, 1 - t * (float(np.dot(x, w)) + b)) for x, t in zip(X, y, strict=True)]
    return lam / 2 * float(np.dot(w, w)) + sum(losses) / len(losses)


def row_by_row(w, b, X, y, lam):
    """The objective and its gradient where there is no kink."""
    dw, db = lam * w, 0.0
    for x, t in zip(X, y, strict=True):
        if t * (np.dot(x, w) + b) < 1:
            dw, db = dw - t * x / len(y), db - t / len(y)
    return objective(w, b, X, y, lam), dw, db


def spread(rng, size):
    """Margins below 0, between 0 and 1, above 1, and a hair from 1, in turn: the kink is at 1, not at 0."""
    w, b, X, y, lam = problem(rng, size)
    margins = np.resize([-1.5, 0.5, 2.0, 1 - 1e-4, 1 + 1e-4], len(y))
    return w, b, X + np.outer(y * margins - X @ w - b, w) / (w @ w), y, lam


# Margins of exactly 1, in whole numbers, so that they are exact however they are computed.
KINKS = [
    (np.array([1.0]), 0.0, np.array([[1.0]]), np.array([1]), 0.5),
    (np.array([1.0, -2.0]), 1.0, np.array([[2.0, 1.0], [3.0, 3.0], [4.0, 0.0]]), np.array([1, 1, -1]), 0.25),
    (np.array([2.0, 0.0, 1.0]), -1.0, np.array([[1.0, 5.0, 0.0], [0.0, 3.0, 0.0]]), np.array([1, -1]), 0.0),
    (np.array([0.0, 0.0]), 1.0, np.array([[2.0, 1.0], [1.0, -3.0], [1.0, 2.0]]), np.array([1, 1, -1]), 1.0),
]


HAIR = [
    (np.array([1.0, 0.0]), 0.0, np.array([[1 - hair, 3.0], [1 + hair, -2.0]]), np.array([1, 1]), 0.5)
    for hair in (2.0**-20, 2.0**-40)
]
"""The first row is below a margin of 1, the second above."""


def touches_from_below(got, w, b, X, y, lam):
    """(dw, db) is the smooth part plus a_i in [0, 1] times the pull of each row at the kink."""
    loss, dw, db = float(got[0]), np.asarray(got[1], float), float(got[2])
    if not abs(loss - objective(w, b, X, y, lam)) <= 1e-9:
        return f"the loss should be {objective(w, b, X, y, lam):.6g}"
    if dw.shape != w.shape:
        return f"expected dw of shape {w.shape}, got {dw.shape}"
    _, smooth_dw, smooth_db = row_by_row(w, b, X, y, lam)
    pulls = -(y[:, None] * np.hstack([X, np.ones((len(X), 1))])) / len(y)
    at_kink = pulls[y * (X @ w + b) == 1]
    rest = np.append(dw - smooth_dw, db - smooth_db)
    shares = np.linalg.lstsq(at_kink.T, rest, rcond=None)[0]
    if not np.abs(at_kink.T @ shares - rest).max() <= 1e-9:
        return "this is no subgradient: it is not made of the slopes left and right of the kink"
    if shares.min() < -1e-9 or shares.max() > 1 + 1e-9:
        return "this is no subgradient: an example at the kink pulls more than it may, or the wrong way"
    return None


def supports(ask, w, b, X, y, lam):
    loss, dw, db = ask(w, b, X, y, lam)
    rng = np.random.default_rng(len(y))
    for length in (1e-3, 0.3, 10.0):
        v, c = w + length * rng.normal(size=len(w)), b + length * float(rng.normal())
        there = float(ask(v, c, X, y, lam)[0])
        line = float(loss) + float(np.dot(dw, v - w)) + float(db) * (c - b)
        if not there >= line - 1e-9 * max(1, abs(line)):
            return f"f = {there:.9g} there, below the line {line:.9g} that should stay under it"
    return None


def all_right(rng, size):
    """Every margin is above 1, so that only the penalty is left."""
    w, b, X, y, lam = problem(rng, size)
    return w, b, X + np.outer(y * 3.0 - X @ w - b, w) / (w @ w), y, lam


def far_away(rng, scale):
    w, _, X, y, lam = problem(rng, (6, 3, 0.1))
    return w * scale, scale, X * scale, y, lam


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "hinge_subgradient",
            np.array([1.0, 1.0]),
            0.5,
            np.array([[2.0, 0.0], [0.0, 1.0]]),
            np.array([1, -1]),
            lam=0.1,
        ),
        (1.35, np.array([0.1, 0.6]), 0.5),
    ),
    checks.gradient(
        "Away from kinks, dw agrees with central differences",
        "hinge_subgradient",
        problem,
        sizes=[(1, 1, 0.0), (2, 3, 0.5), (20, 5, 2.0)],
        loss=objective,
        wrt=0,
        pick=lambda got: got[1],
        rtol=1e-6,
        atol=1e-8,
    ),
    checks.gradient(
        "Away from kinks, db agrees with central differences",
        "hinge_subgradient",
        problem,
        sizes=[(1, 1, 0.0), (2, 3, 0.5), (20, 5, 2.0)],
        loss=objective,
        wrt=1,
        pick=lambda got: got[2],
        rtol=1e-6,
        atol=1e-8,
    ),
    checks.oracle(
        "Objective and gradient, row by row",
        "hinge_subgradient",
        problem,
        sizes=[(1, 1, 0.0), (1, 2, 1.0), (3, 1, 0.3), (5, 4, 0.1), (50, 8, 3.0), (3, 200, 0.5), (5000, 2, 10.0)],
        expected=row_by_row,
    ),
    checks.oracle(
        "X may hold whole numbers, y floats",
        "hinge_subgradient",
        whole_numbers,
        sizes=[(1, 1, 0.1), (5, 3, 0.5)],
        expected=row_by_row,
        drawn=False,
    ),
    checks.oracle(
        "X and y may be of one byte",
        "hinge_subgradient",
        one_byte,
        sizes=[(1, 1, 0.1, "int8"), (600, 3, 0.5, "int8"), (30, 3, 0.5, "uint8"), (5000, 2, 0.1, "uint8")],
        expected=lambda w, b, X, y, lam: row_by_row(w, b, X.astype(float), y.astype(float), lam),
    ),
    checks.oracle(
        "A right answer on the street still pulls",
        "hinge_subgradient",
        spread,
        sizes=[(2, 1, 0.0), (3, 2, 0.1), (9, 4, 1.0)],
        expected=row_by_row,
    ),
    checks.oracle(
        "Beyond the street only the penalty is left",
        "hinge_subgradient",
        all_right,
        sizes=[(1, 1, 0.0), (2, 3, 0.7), (6, 2, 2.0)],
        expected=row_by_row,
        drawn=False,
    ),
    checks.property(
        "At a margin of exactly 1 it is one of the subgradients",
        "hinge_subgradient",
        KINKS,
        holds=touches_from_below,
    ),
    checks.oracle("A margin a hair from 1 is on its own side of it", "hinge_subgradient", HAIR, expected=row_by_row),
    checks.relation(
        "The objective lies above every line it promises",
        "hinge_subgradient",
        lambda rng, size: KINKS[size] if isinstance(size, int) else problem(rng, size),
        sizes=[0, 1, 2, (10, 4, 0.0)],
        holds=supports,
        drawn=False,
    ),
    checks.stability(
        "Tiny and huge numbers", "hinge_subgradient", far_away, sizes=[1e-6, 3e3, -3e3], expected=row_by_row
    ),
    checks.stateless("No call remembers the one before", "hinge_subgradient", other_examples, sizes=[(51, 20, 0.5)]),
    checks.unchanged(
        "No argument is changed", "hinge_subgradient", problem, sizes=[(3, 2, 0.5), (1, 2, 0.5), (3, 1, 0.5)]
    ),
]
