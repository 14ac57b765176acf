from fractions import Fraction

import numpy as np


def hinge_subgradient(w, b, X, y, lam):
    """In fractions, with the slope 0 at a margin of exactly 1."""
    w, b, lam = [Fraction(value) for value in w.tolist()], Fraction(b), Fraction(lam)
    rows = [[Fraction(value) for value in row] for row in X.tolist()]
    margins = [int(label) * score for label, score in zip(y, scores(w, b, rows), strict=True)]
    loss = lam / 2 * sum(value * value for value in w) + Fraction(sum(max(0, 1 - m) for m in margins), len(rows))
    short = [(int(label), row) for label, row, m in zip(y, rows, margins, strict=True) if m < 1]
    dw = [lam * value - sum(label * row[j] for label, row in short) / len(rows) for j, value in enumerate(w)]
    db = -Fraction(sum(label for label, _ in short), len(rows))
    return float(loss), [float(slope) for slope in dw], float(db)


def scores(w, b, rows):
    return [sum(map(Fraction.__mul__, w, row)) + b for row in rows]


def inputs(rng, draw):
    """Margins of every size, and some of exactly 1, but none whose side of 1 hangs on rounding."""
    while True:
        n, d = draw.length("X", 8), draw.length("w", 5)
        w, b, X, y, lam = draw("w", d), draw("b"), draw("X", n, d), rng.choice([-1, 1], n), draw("lam")
        if rng.random() < 0.3:
            w, b = w / 2.0 ** np.ceil(np.log2(1 + np.abs(X).max())), round(b) % 2 * 1.0
        if decided(w, b, X, y):
            return w, b, X, y, lam


def decided(w, b, X, y):
    """Whether each margin is clearly not 1, or the sum of a few short numbers."""
    w, b = [Fraction(value) for value in w.tolist()], Fraction(b)
    rows = [[Fraction(value) for value in row] for row in X.tolist()]
    sizes = scores(map(abs, w), abs(b), [map(abs, row) for row in rows])
    return all(
        abs(int(label) * score - 1) > size / 10**9 or (size + 1) * finest(w, b, row) < 2**53
        for label, score, size, row in zip(y, scores(w, b, rows), sizes, rows, strict=True)
    )


def finest(w, b, row):
    """What makes every product and every sum of them whole."""
    return max(max(value.denominator for value in w) * max(value.denominator for value in row), b.denominator)
