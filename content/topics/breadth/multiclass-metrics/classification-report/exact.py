"""Counts example by example, and fractions."""

from fractions import Fraction

import numpy as np

from sharpen import checks


def confusion_matrix(truth, predicted, k):
    if len(truth) != len(predicted) or not {*map(int, truth), *map(int, predicted)} <= set(range(k)):
        raise ValueError("lengths or labels")
    counts = [[0] * k for _ in range(k)]
    for true, said in zip(truth, predicted, strict=True):
        counts[int(true)][int(said)] += 1
    return np.array(counts)


def averages(C):
    C = [[int(count) for count in row] for row in C]
    classes = range(len(C))
    hits = [C[c][c] for c in classes]
    misses = [sum(C[c][j] for j in classes if j != c) for c in classes]
    alarms = [sum(C[i][c] for i in classes if i != c) for c in classes]
    rows = [of_counts(*counts) for counts in zip(hits, alarms, misses, strict=True)]
    support = [hit + miss for hit, miss in zip(hits, misses, strict=True)]
    total = sum(support) or 1
    return {
        "macro": tuple(float(sum(column) / len(C)) for column in zip(*rows, strict=True)),
        "micro": tuple(map(float, of_counts(sum(hits), sum(alarms), sum(misses)))),
        "weighted": tuple(
            float(sum(map(Fraction.__mul__, column, map(Fraction, support))) / total)
            for column in zip(*rows, strict=True)
        ),
    }


def of_counts(hit, alarm, miss):
    return share(hit, hit + alarm), share(hit, hit + miss), share(2 * hit, 2 * hit + alarm + miss)


def share(part, whole):
    return Fraction(part, whole) if whole else Fraction(0)


def inputs(rng, draw):
    k = int(rng.integers(1, 7))
    if rng.random() < 0.5:
        n = int(rng.integers(0, 30))
        return checks.call("confusion_matrix", rng.integers(0, k, n), rng.integers(0, k, n), k)
    C = np.abs(np.rint(draw("C", k, k))).astype(int) * rng.integers(0, 2, (k, k))
    return checks.call("averages", C)
