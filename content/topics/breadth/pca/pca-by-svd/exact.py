"""One-sided Jacobi rotations in long doubles: columns are turned until they are orthogonal."""

from itertools import pairwise

import numpy as np

from sharpen.checks import close

LONG = np.longdouble


def orthogonal_columns(matrix):
    """`matrix` times a rotation, with orthogonal columns, and the rotation; the longest column first."""
    turned, rotation = matrix.copy(), np.eye(matrix.shape[1], dtype=LONG)
    for _ in range(60):
        for p in range(matrix.shape[1]):
            for q in range(p + 1, matrix.shape[1]):
                a, b, c = turned[:, p] @ turned[:, p], turned[:, q] @ turned[:, q], turned[:, p] @ turned[:, q]
                angle = np.arctan2(2 * c, a - b) / 2
                spin = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
                turned[:, [p, q]], rotation[:, [p, q]] = turned[:, [p, q]] @ spin, rotation[:, [p, q]] @ spin
    order = np.argsort(-(turned**2).sum(axis=0))
    return turned[:, order], rotation[:, order]


def centered(X):
    X = np.asarray(X, LONG)
    return X - X.mean(axis=0)


def pca(X, k):
    n, d = np.shape(X)
    if not 1 <= k <= min(n - 1, d):
        raise ValueError("no such k")
    scores, components = orthogonal_columns(centered(X))
    squares = (scores**2).sum(axis=0)
    parts = components[:, :k].T, scores[:, :k], squares[:k] / (n - 1), squares[:k] / squares.sum()
    return tuple(part.astype(float) for part in parts)


def up_to_signs(expected, got):
    signs = np.where((expected[0] * got[0]).sum(axis=1) < 0, -1.0, 1.0)
    turned = expected[0] * signs[:, None], expected[1] * signs
    return close(1e-6, 1e-6)(turned, tuple(got[:2])) or close(1e-6, 1e-15)(tuple(expected[2:]), tuple(got[2:]))


same = {"pca": up_to_signs}


def inputs(rng, draw):
    """Data whose first k deviations are clearly apart."""
    while True:
        n, d = int(rng.integers(2, 8)), int(rng.integers(1, 4))
        k = int(rng.integers(1, min(n - 1, d) + 1))
        X = draw("X", n, d) if rng.random() < 0.5 else rng.normal(size=(n, d)) * 10.0 ** rng.uniform(-3, 3, d) + 5
        scores, _ = orthogonal_columns(centered(X))
        lengths = [*np.sqrt((scores**2).sum(axis=0) / (n - 1)), LONG(0)]
        clear = all(a > LONG(1.05) * b for a, b in pairwise(lengths[: k + 1]))
        if clear and lengths[k - 1] > max(LONG(1e-6) * lengths[0], LONG(1e-8) * np.abs(X).max()):
            return X, k
