import itertools
import math
from fractions import Fraction

import numpy as np


def mlp_forward(X, weights, biases):
    """Logits as fractions; only the exponentials of their differences are rounded."""
    if len(weights) != len(biases):
        raise ValueError("one bias for each weight matrix")
    rows = [[Fraction(value) for value in row] for row in X.tolist()]
    for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
        columns = [[Fraction(value) for value in column] for column in W.T.tolist()]
        starts = [Fraction(value) for value in b.tolist()]
        rows = [
            [start + sum(map(Fraction.__mul__, row, column)) for start, column in zip(starts, columns, strict=True)]
            for row in rows
        ]
        if layer + 1 < len(weights):
            rows = [[max(value, Fraction(0)) for value in row] for row in rows]
    return np.array([softmax(row) for row in rows])


def softmax(logits):
    top = max(logits)
    powers = [math.exp(float(logit - top)) for logit in logits]
    return [power / math.fsum(powers) for power in powers]


def inputs(rng, draw):
    """Any depth; hidden values up to a million, logits of any size up to that."""
    widths = [int(rng.integers(1, 5)) for _ in range(draw.length("weights", 4) + 1)]
    X = draw("X", draw.length("X", 4), widths[0])
    weights, biases, A = [], [], X
    for a, b in itertools.pairwise(widths):
        most = 10.0 ** rng.uniform(-2, 6)
        W, bias = rng.normal(size=(a, b)), rng.normal(size=b)
        size = np.abs(A).max() * np.abs(W).sum(0).max() + np.abs(bias).max()
        W, bias = W * min(1, most / size), bias * min(1, most / size)
        weights.append(W)
        biases.append(bias)
        A = np.maximum(A @ W + bias, 0)
    return X, weights, biases[: len(biases) - int(rng.random() < 0.02)]
