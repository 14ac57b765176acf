"""Scores as fractions, exponentials in decimals of fifty digits."""

import math
from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def attention_by_blocks(Q, K, V, block):
    Q, K, V = (np.asarray(one).tolist() for one in (Q, K, V.reshape(len(V), -1)))
    wide = len(V[0]) if V else int(block)
    out, logs = [], []
    with localcontext() as context:
        context.prec = 50
        for q in Q:
            dots = [sum(Fraction(a) * Fraction(b) for a, b in zip(q, k, strict=True)) for k in K]
            powers = [(decimal(dot) / Decimal(len(q)).sqrt()).exp() for dot in dots]
            total = sum(powers)
            columns = zip(*V, strict=True) if V else [()] * wide
            out.append([float(sum(p * Decimal(v) for p, v in zip(powers, c, strict=True)) / total) for c in columns])
            logs.append(float(total.ln()))
    return np.array(out), np.array(logs)


def combine(O1, lse1, O2, lse2):
    rows, logs = [], []
    with localcontext() as context:
        context.prec = 50
        for a, x, b, y in zip(O1.tolist(), lse1.tolist(), O2.tolist(), lse2.tolist(), strict=True):
            p, q = (Decimal(one).exp() if one > -math.inf else Decimal(0) for one in (x, y))
            total = p + q
            rows.append(
                [float((p * Decimal(u) + q * Decimal(v)) / total) if total else 0.0 for u, v in zip(a, b, strict=True)]
            )
            logs.append(float(total.ln()) if total else -math.inf)
    return np.array(rows), np.array(logs)


def inputs(rng, draw):
    n, d, dv = (int(size) for size in rng.integers(1, 4, 3))
    if rng.random() < 0.5:
        m = max(1, draw.length("K", 6))
        return checks.call(
            "attention_by_blocks", draw("Q", n, d), draw("K", m, d), draw("V", m, dv), int(rng.integers(1, 8))
        )
    O1, O2, lse1, lse2 = draw("O1", n, dv), draw("O2", n, dv), draw("lse1", n), draw("lse2", n)
    for one, lse in ((O1, lse1), (O2, lse2)):
        empty = rng.random(n) < 0.2
        one[empty], lse[empty] = 0, -np.inf
    return checks.call("combine", O1, lse1, O2, lse2)
