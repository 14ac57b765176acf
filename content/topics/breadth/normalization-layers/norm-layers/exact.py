"""Rows as fractions; only the root is rounded, in decimals of fifty digits."""

from decimal import Decimal, localcontext
from fractions import Fraction

import numpy as np

from sharpen import checks


def fractions(rows):
    return [[Fraction(value) for value in row] for row in np.asarray(rows).tolist()]


def root(fraction):
    with localcontext() as context:
        context.prec = 50
        return Fraction((Decimal(fraction.numerator) / Decimal(fraction.denominator)).sqrt())


def prepared(X, eps, centered):
    """Each row with its mean taken off, if at all, and its root."""
    for row in fractions(X):
        mean = sum(row) / len(row) if centered else Fraction(0)
        c = [x - mean for x in row]
        yield c, root(sum(x * x for x in c) / len(c) + Fraction(eps))


def forward(X, gain, bias, eps, centered):
    gain, bias = (list(map(Fraction, one)) for one in (gain, bias))
    return np.array(
        [[float(g * x / s + b) for x, g, b in zip(c, gain, bias, strict=True)] for c, s in prepared(X, eps, centered)]
    )


def backward(X, gain, G, eps, centered):
    gain, dX, dgain = list(map(Fraction, gain)), [], [Fraction(0)] * len(gain)
    for (c, s), g in zip(prepared(X, eps, centered), fractions(G), strict=True):
        u, d = [a * b for a, b in zip(g, gain, strict=True)], len(c)
        along = sum(a * b for a, b in zip(u, c, strict=True)) / (d * s**3)
        before = [a / s - x * along for a, x in zip(u, c, strict=True)]
        mean = sum(before) / d if centered else 0
        dX.append([float(b - mean) for b in before])
        dgain = [t + a * x / s for t, a, x in zip(dgain, g, c, strict=True)]
    return np.array(dX), np.array([float(t) for t in dgain])


def layer_norm(X, gain, bias, eps=1e-5):
    return forward(X, gain.tolist(), bias.tolist(), eps, True)


def rms_norm(X, gain, eps=1e-5):
    return forward(X, gain.tolist(), [0] * len(gain), eps, False)


def layer_norm_backward(X, gain, bias, G, eps=1e-5):
    return (
        *backward(X, gain.tolist(), G, eps, True),
        np.array([float(sum(column)) for column in zip(*fractions(G), strict=True)]),
    )


def rms_norm_backward(X, gain, G, eps=1e-5):
    return backward(X, gain.tolist(), G, eps, False)


def inputs(rng, draw):
    n, d = int(rng.integers(1, 4)), int(rng.integers(1, 6))
    X, gain, bias, G, eps = (
        draw("X", n, d),
        draw("gain", d),
        draw("bias", d),
        draw("G", n, d),
        float(10 ** rng.uniform(-6, -3)),
    )
    name = str(rng.choice(["layer_norm", "rms_norm", "layer_norm_backward", "rms_norm_backward"]))
    middle = [bias] if name.startswith("layer") else []
    return checks.call(name, X, gain, *middle, *([G] if name.endswith("backward") else []), eps)


same = dict.fromkeys(["layer_norm", "rms_norm"], checks.close(1e-6, 1e-6))
same |= dict.fromkeys(["layer_norm_backward", "rms_norm_backward"], checks.close(1e-6, 1e-5))
