"""Scores as fractions, exponentials in decimals of fifty digits, one head and one query at a time."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def mean_of_seen(query, keys, values):
    dots = [sum(Fraction(a) * Fraction(b) for a, b in zip(query, key, strict=True)) for key in keys]
    powers = [(decimal(dot) / Decimal(len(query)).sqrt()).exp() for dot in dots]
    total = sum(powers)
    columns = zip(*values, strict=True)
    return [float(sum(p * Decimal(v) for p, v in zip(powers, c, strict=True)) / total) for c in columns]


def grouped_query_attention(Q, K, V, window=None):
    Q, K, V = (np.asarray(one).tolist() for one in (Q, K, V))
    n, m, share = len(Q[0]), len(K[0]), len(Q) / len(K)
    if share != int(share) or n > m or window == 0:
        raise ValueError
    out = []
    with localcontext() as context:
        context.prec = 50
        for h, queries in enumerate(Q):
            keys, values = K[int(h / share)], V[int(h / share)]
            stops = range(m - n + 1, m + 1)
            starts = [0 if window is None else max(0, stop - window) for stop in stops]
            out.append(
                [
                    mean_of_seen(query, keys[start:stop], values[start:stop])
                    for query, start, stop in zip(queries, starts, stops, strict=True)
                ]
            )
    return np.array(out)


def inputs(rng, draw):
    kv_heads, share, n, more, d, dv = (int(size) for size in rng.integers([1, 1, 1, 0, 1, 1], [3, 4, 4, 4, 4, 3]))
    heads = kv_heads * share + int(rng.random() < 0.05)
    Q, K, V = draw("Q", heads, n, d), draw("K", kv_heads, n + more, d), draw("V", kv_heads, n + more, dv)
    window = None if rng.random() < 0.3 else int(rng.integers(1, n + more + 3))
    return checks.call("grouped_query_attention", Q, K, V, window)
