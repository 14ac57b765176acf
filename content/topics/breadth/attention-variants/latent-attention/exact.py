"""Keys and values written out as fractions, exponentials in decimals of fifty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def exactly(rows):
    return [exactly(row) for row in rows] if isinstance(rows, list) else Fraction(rows)


def times(row, matrix):
    return [dot(row, column) for column in zip(*matrix, strict=True)]


def dot(one, other):
    return sum(map(Fraction.__mul__, one, other))


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def latent_attention(Q, R, C, S, Wk, Wv):
    Q, R, C, S, Wk, Wv = (exactly(np.asarray(one).tolist()) for one in (Q, R, C, S, Wk, Wv))
    n, m = len(Q[0]), len(C)
    if n > m:
        raise ValueError
    out = []
    with localcontext() as context:
        context.prec = 50
        for q, r, to_key, to_value in zip(Q, R, Wk, Wv, strict=True):
            keys, values = [times(latent, to_key) for latent in C], [times(latent, to_value) for latent in C]
            root, rows = Decimal(len(q[0]) + len(r[0])).sqrt(), []
            for i in range(n):
                seen = range(m - n + i + 1)
                powers = [(decimal(dot(q[i], keys[j]) + dot(r[i], S[j])) / root).exp() for j in seen]
                columns = zip(*(values[j] for j in seen), strict=True)
                sums = [sum(p * decimal(v) for p, v in zip(powers, column, strict=True)) for column in columns]
                rows.append([float(total / sum(powers)) for total in sums])
            out.append(rows)
    return np.array(out)


def inputs(rng, draw):
    heads, n, more, d, r, c, dv = (int(size) for size in rng.integers([1, 1, 0, 1, 1, 1, 1], [4, 4, 4, 4, 3, 4, 3]))
    m = n + more - int(rng.random() < 0.05)
    if m < 1:
        m = 1
    Q, R, C, S = draw("Q", heads, n, d), draw("R", heads, n, r), draw("C", m, c), draw("S", m, r)
    return Q, R, C, S, draw("Wk", heads, c, d), draw("Wv", heads, c, dv)


same = {"latent_attention": checks.close(1e-6, 1e-8)}
