"""The statement in fractions, on rows that it allows: ties only where float64 computes both distances exactly."""

from fractions import Fraction
from itertools import pairwise

import numpy as np

NEAR = Fraction(2, 10**9)
"""Distances differ by more than a billionth of the larger when their squares do by about two."""


def squares(X, q):
    """The squared distance of each row from q, without rounding."""
    return [sum((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(x, q, strict=True)) for x in X.tolist()]


def knn_predict(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("k must be from 1 to n")
    answer = []
    for q in X_test.tolist():
        far = squares(X_train, q)
        nearest = sorted(range(len(X_train)), key=lambda i, far=far: (far[i], i))[:k]
        votes = [int(y_train[i]) for i in nearest]
        answer.append(min(set(votes), key=lambda c, votes=votes: (-votes.count(c), c)))
    return np.array(answer)


def allowed(X_train, X_test, k):
    """Whether rounding decides nothing among the k + 1 smallest distances."""
    for q in X_test:
        exact, rounded = squares(X_train, q.tolist()), ((X_train - q) ** 2).sum(axis=1)
        order = sorted(range(len(exact)), key=exact.__getitem__)
        for a, b in pairwise(order[: k + 1]):
            tied = exact[a] == exact[b]
            if tied and (Fraction(rounded[a]) != exact[a] or rounded[a] != rounded[b]):
                return False
            if not tied and exact[b] - exact[a] <= NEAR * exact[b]:
                return False
    return True


def inputs(rng, draw):
    while True:
        n, m, d = draw.length("X_train", 12), draw.length("X_test", 4), int(rng.integers(1, 4))
        X_train, X_test = draw("X_train", n, d), draw("X_test", m, d)
        if rng.random() < 0.5:  # near some of the training rows, by whole numbers or by less
            X_test = X_train[rng.integers(n, size=m)] + rng.integers(-3, 4, (m, d)) * rng.choice([1.0, 0.3, 2.0**-20])
        k = int(rng.integers(0, n + 2))
        if allowed(X_train, X_test, k):
            return X_train, rng.choice(draw("y_train", 3), n), X_test, k
