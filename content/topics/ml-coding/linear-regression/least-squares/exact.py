"""Least squares in fractions: the smallest weights are a combination of the centered rows, found by elimination."""

from fractions import Fraction

import numpy as np

from sharpen import checks


def least_squares(X, y):
    rows, targets = [list(map(Fraction, row)) for row in X.tolist()], list(map(Fraction, y.tolist()))
    n = len(rows)
    center, level = [sum(column) / n for column in zip(*rows, strict=True)], sum(targets) / n
    C = [[x - c for x, c in zip(row, center, strict=True)] for row in rows]
    basis = independent(C)
    scores = [[dot(row, direction) for direction in basis] for row in C]
    gram = [[sum(s[i] * s[j] for s in scores) for j in range(len(basis))] for i in range(len(basis))]
    pull = [sum(s[i] * (t - level) for s, t in zip(scores, targets, strict=True)) for i in range(len(basis))]
    parts = solve(gram, pull)
    w = [dot(parts, [direction[j] for direction in basis]) for j in range(len(center))]
    b = level - dot(center, w)
    fit = [dot(row, w) + b for row in rows]
    return {"w": np.array(w, float), "fit": np.array(fit, float), "X": X, "y": y}


def dot(a, b):
    return sum((x * y for x, y in zip(a, b, strict=True)), Fraction(0))


def independent(rows):
    """Rows of an echelon form: they span what the given ones span."""
    found = []
    for row in rows:
        for lead, other in found:
            if row[lead]:
                row = [x - row[lead] * o for x, o in zip(row, other, strict=True)]
        lead = next((j for j, x in enumerate(row) if x), None)
        if lead is not None:
            found.append((lead, [x / row[lead] for x in row]))
    return [row for _, row in found]


def solve(A, c):
    rows = [[*row, right] for row, right in zip(A, c, strict=True)]
    for i in range(len(rows)):
        pivot = next(k for k in range(i, len(rows)) if rows[k][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for k in range(len(rows)):
            if k != i and rows[k][i]:
                rows[k] = [x - rows[k][i] * p for x, p in zip(rows[k], rows[i], strict=True)]
    return [row[-1] for row in rows]


def within_a_hundredth_of_the_tolerance(right, got):
    """The statement's tolerances, with a factor of 100 to spare; what the answer predicts is computed in fractions."""
    (w, b), X, y = got, right["X"], right["y"]
    spare = max(1e-8 * np.abs(right["w"]).max(), 1e-11 * np.abs(y).max() / (np.abs(X).max() or 1))
    difference = checks.close(0, spare)(right["w"], w)
    w, b = list(map(Fraction, w.tolist())), Fraction(b)
    fit = np.array([dot(map(Fraction, row), w) + b for row in X.tolist()], float)
    return difference or checks.close(0, 1e-8 * np.abs(y).max())(right["fit"], fit)


same = {"least_squares": within_a_hundredth_of_the_tolerance}


def inputs(rng, draw):
    n, d = draw.length("X", 12), int(rng.integers(1, 5))
    X, y = draw("X", n, d), draw("y", n)
    if rng.random() < 0.5 or not promised(X):
        unit = 10.0 ** rng.integers(-12, 6)
        X = (rng.integers(-9, 10, (n, d)) + rng.choice([0, 1000])) * unit
        while not promised(X):
            X = (rng.integers(-9, 10, (n, d)) + rng.choice([0, 1000])) * unit
        X = np.column_stack([X, X[:, 0], np.full(n, 3 * unit)]) if rng.random() < 0.3 else X
    return X, y


def promised(X):
    """Whether the statement allows a table: what exact arithmetic leaves of it is far above what rounding does."""
    rows = [list(map(Fraction, row)) for row in X.tolist()]
    center = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    rank = len(independent([[x - c for x, c in zip(row, center, strict=True)] for row in rows]))
    s = np.linalg.svd(X - X.mean(0), compute_uv=False)[:rank]
    return not rank or s[-1] > max(1e-6 * np.linalg.norm(X), 1e-3 * s[0])
