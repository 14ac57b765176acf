"""The statement in fractions, on rows that it allows: ties only of equal rows, or where float64 is exact."""

from fractions import Fraction
from itertools import pairwise

NEAR = Fraction(2, 10**9)
"""Distances differ by more than a billionth of the larger when their squares do by about two."""


def squares(X, q):
    """The squared distance of each row from q, without rounding."""
    return [sum((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(x, q, strict=True)) for x in X.tolist()]


def others(X, i):
    """The numbers of the other rows, the nearest first, and the squared distances of all."""
    far = squares(X, X[i].tolist())
    return sorted((j for j in range(len(X)) if j != i), key=lambda j: (far[j], j)), far


def choose_k(X, y, k_max):
    if not 1 <= k_max < len(X):
        raise ValueError("k_max must be from 1 to n - 1")
    mistakes = [0] * k_max
    for i in range(len(X)):
        nearest, _ = others(X, i)
        for k in range(1, k_max + 1):
            votes = [int(y[j]) for j in nearest[:k]]
            mistakes[k - 1] += min(set(votes), key=lambda c, votes=votes: (-votes.count(c), c)) != y[i]
    return mistakes.index(min(mistakes)) + 1, mistakes


def allowed(X, k_max):
    """Whether rounding decides nothing among the k_max + 1 smallest distances from each row."""
    for i in range(len(X)):
        (nearest, exact), rounded = others(X, i), ((X - X[i]) ** 2).sum(axis=1)
        for a, b in pairwise(nearest[: k_max + 1]):
            if exact[a] != exact[b]:
                if exact[b] - exact[a] <= NEAR * exact[b]:
                    return False
            elif (X[a] != X[b]).any() and not exact[a] == Fraction(rounded[a]) == Fraction(rounded[b]):
                return False
    return True


def inputs(rng, draw):
    while True:
        n, d = draw.length("X", 10), int(rng.integers(1, 4))
        X, k_max = draw("X", n, d), int(rng.integers(0, n + 1))
        if rng.random() < 0.3:  # equal rows, whatever their coordinates
            X = X[rng.integers(n, size=n)]
        if allowed(X, k_max):
            return X, rng.choice(draw("y", 3), n), k_max
