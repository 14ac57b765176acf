"""The statement in fractions, on points that it allows: ties only where float64 computes everything exactly."""

from fractions import Fraction
from math import lcm

import numpy as np

from sharpen import checks

NEAR = 1e-9
LARGEST = 1e-12
"""How much nearer the nearest center is than any other, of its distance and of the largest coordinate."""

same = {"k_means": checks.close(rtol=1e-9, atol=1e-6)}


def squares(x, centers):
    return [sum((a - b) ** 2 for a, b in zip(x, c, strict=True)) for c in centers]


def assigned(X, centers):
    return [min(range(len(centers)), key=squares(x, centers).__getitem__) for x in X]


def grouped(X, labels, k):
    """The points of each center, by columns."""
    groups = [[x for x, label in zip(X, labels, strict=True) if label == j] for j in range(k)]
    return [list(zip(*group, strict=True)) for group in groups]


def moved(X, labels, centers):
    """The means; a center without points as it was."""
    groups = grouped(X, labels, len(centers))
    return [
        [sum(column) / len(column) for column in columns] if columns else center
        for columns, center in zip(groups, centers, strict=True)
    ]


def fractions(rows):
    return [list(map(Fraction, row)) for row in rows.tolist()]


def states(X, centers, max_iter):
    """The labels and the centers, at first and after each move."""
    yield assigned(X, centers), centers
    for _ in range(max_iter):
        before, centers = centers, moved(X, assigned(X, centers), centers)
        yield assigned(X, centers), centers
        if centers == before:
            return


def k_means(X, centers, max_iter):
    *_, (labels, last) = states(fractions(X), fractions(centers), max_iter)
    return np.array(labels), np.array(last, float).reshape(centers.shape)


def allowed(X, centers, max_iter):
    """Whether rounding decides nothing."""
    largest = max(np.abs(X).max(), np.abs(centers).max())
    X, computed = fractions(X), [True] * len(centers)
    for labels, now in states(X, fractions(centers), max_iter):
        rounded = np.array(now, float)
        for x, label in zip(X, labels, strict=True):
            exact, floats = squares(x, now), ((np.array(x, float) - rounded) ** 2).sum(axis=1)
            distance = float(exact[label]) ** 0.5
            for j, square in enumerate(exact):
                if square == exact[label]:
                    if j != label and not (computed[j] and computed[label] and Fraction(floats[j]) == square):
                        return False
                elif float(square) ** 0.5 - distance <= max(NEAR * distance, LARGEST * largest):
                    return False
        groups = grouped(X, labels, len(now))
        computed = [all(map(in_floats, group)) if group else was for group, was in zip(groups, computed, strict=True)]
    return True


def in_floats(column):
    """Whether float64 computes the mean exactly, in whatever order it adds: not so for three times 0.1."""
    mean = sum(column) / len(column)
    unit = lcm(*(value.denominator for value in column))
    return sum(map(abs, column)) * unit <= 2**53 and Fraction(float(mean)) == mean


def inputs(rng, draw):
    while True:
        n, k, d = draw.length("X", 8), draw.length("centers", 5), int(rng.integers(1, 3))
        X = draw("X", n, d)
        near = X[rng.integers(n, size=k)] + rng.integers(-3, 4, (k, d)) * rng.choice([1.0, 0.3, 2.0**-20])
        given = X, draw("centers", k, d) if rng.random() < 0.3 else near, int(rng.choice([0, 1, 2, 10**6]))
        if allowed(*given):
            return given
