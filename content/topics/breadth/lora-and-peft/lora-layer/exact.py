"""Sums of fractions."""

from fractions import Fraction

import numpy as np

from sharpen import checks


def exactly(rows):
    return [[Fraction(value) for value in row] for row in np.asarray(rows).tolist()]


def times(P, Q):
    return [[sum(map(Fraction.__mul__, row, column)) for column in zip(*Q, strict=True)] for row in P]


def turned(P):
    return [list(column) for column in zip(*P, strict=True)]


def plus(P, Q, scale):
    return [[p + scale * q for p, q in zip(one, other, strict=True)] for one, other in zip(P, Q, strict=True)]


def floats(P):
    return np.array([[float(value) for value in row] for row in P])


def merged(W, A, B, alpha):
    return plus(exactly(W), times(exactly(B), exactly(A)), Fraction(alpha) / len(A))


def lora_forward(X, W, A, B, alpha):
    return floats(times(exactly(X), turned(merged(W, A, B, alpha))))


def lora_gradients(X, W, A, B, alpha, G):
    dW = times(turned(exactly(G)), exactly(X))
    scale = Fraction(alpha) / len(A)
    dA, dB = times(turned(exactly(B)), dW), times(dW, turned(exactly(A)))
    dX = times(exactly(G), merged(W, A, B, alpha))
    return (*(floats([[scale * value for value in row] for row in one]) for one in (dA, dB)), floats(dX))


def lora_merge(W, A, B, alpha):
    return floats(merged(W, A, B, alpha))


def inputs(rng, draw):
    n, wide, out, rank = (int(size) for size in rng.integers(1, 5, 4))
    X, W, A = draw("X", n, wide), draw("W", out, wide), draw("A", rank, wide)
    B, alpha, G = draw("B", out, rank), float(rng.uniform(0.1, 256)), draw("G", n, out)
    match rng.integers(3):
        case 0:
            return checks.call("lora_forward", X, W, A, B, alpha)
        case 1:
            return checks.call("lora_gradients", X, W, A, B, alpha, G)
        case _:
            return checks.call("lora_merge", W, A, B, alpha)


same = {name: checks.close(1e-6, 1e-6) for name in ("lora_forward", "lora_gradients")}
