import math
from fractions import Fraction

import numpy as np

from sharpen.checks import close


def mlp_backward(X, y, W1, b1, W2, b2):
    """Logits as fractions, and sums of fractions on the way back; only exponentials and logarithms are rounded."""
    hidden = products(X, W1, b1)
    A = [[max(z, Fraction(0)) for z in row] for row in hidden]
    S = [[sum(a * w for a, w in zip(row, column, strict=True)) for column in exact(W2).T] for row in A]
    S = [[s + b for s, b in zip(row, exact(b2), strict=True)] for row in S]
    rows = [slopes(row, int(label)) for row, label in zip(S, y, strict=True)]
    error = np.array([[Fraction(slope) / len(X) for slope in row] for _, row in rows])
    off = np.array([[z <= 0 for z in row] for row in hidden])
    below = error @ exact(W2).T
    below[off] = Fraction(0)
    found = exact(X).T @ below, below.sum(0), np.array(A).T @ error, error.sum(0)
    return math.fsum(loss for loss, _ in rows) / len(X), *(part.astype(float) for part in found)


def exact(array):
    return np.vectorize(Fraction, otypes=[object])(np.asarray(array, float))


def products(X, W1, b1):
    return exact(X) @ exact(W1) + exact(b1)


def slopes(logits, label):
    """The loss of one example, and its slope in each logit, the one at the label from the others' probabilities."""
    top = max(logits)
    powers = [math.exp(float(logit - top)) for logit in logits]
    total = math.fsum(powers)
    loss = float(top - logits[label]) + math.log(total)
    others = math.fsum(power for j, power in enumerate(powers) if j != label)
    return loss, [-others / total if j == label else power / total for j, power in enumerate(powers)]


def like(expected, got):
    """Each part within 1e-6 of itself, or 1e-9 of its largest entry: others may be all that is left of large sums."""
    parts = zip(expected, got, strict=True)
    return next(filter(None, (close(1e-6, 1e-9 * max(1, np.abs(a).max()))(a, b) for a, b in parts)), None)


same = {"mlp_backward": like}


def inputs(rng, draw):
    """Hidden values and logits of any size up to a million; no sign of a hidden value hangs on rounding."""
    while True:
        n, d, h, k = draw.length("X", 5), draw.length("W1", 3), draw.length("b1", 3), draw.length("b2", 4)
        X, y = draw("X", n, d), rng.integers(0, k, n)
        W1, b1, W2, b2 = draw("W1", d, h), draw("b1", h), draw("W2", h, k), draw("b2", k)
        W1, b1 = lowered(1e6, np.abs(X).max(), W1, b1)
        A = np.abs(X).max() * np.abs(W1).sum(0).max() + np.abs(b1).max()
        W2, b2 = lowered(10.0 ** rng.uniform(-1, 6), max(A, np.abs(X).max()), W2, b2)
        if decided(X, W1, b1):
            return X, y, W1, b1, W2, b2


def lowered(most, size, W, b):
    """A layer divided by a power of two, so that it makes at most `most` of inputs of this size."""
    reached = size * np.abs(W).sum(0).max() + np.abs(b).max()
    by = 2.0 ** np.ceil(np.log2(max(1, reached / most)))
    return W / by, b / by


def decided(X, W1, b1):
    """Whether each hidden value is clearly not zero, or the sum of a few short numbers."""
    sizes = products(np.abs(X), np.abs(W1), np.abs(b1))
    for z, size in zip(products(X, W1, b1).ravel(), sizes.ravel(), strict=True):
        if abs(z) <= 1e-9 * size and size and size * finest(X, W1, b1) >= 2**53:
            return False
    return True


def finest(X, W1, b1):
    """What makes every product and every sum of them whole."""
    most = [max(number.denominator for number in exact(part).ravel()) for part in (X, W1, b1)]
    return max(most[0] * most[1], most[2])
