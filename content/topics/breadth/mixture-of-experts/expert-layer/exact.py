"""Sums of fractions, one token and one choice at a time."""

from fractions import Fraction

import numpy as np

from sharpen import checks


def exactly(rows):
    return [exactly(row) for row in rows] if isinstance(rows, list) else Fraction(rows)


def times(row, matrix):
    return [sum(map(Fraction.__mul__, row, column)) for column in zip(*matrix, strict=True)]


def turned(matrix):
    return [list(column) for column in zip(*matrix, strict=True)]


def passed(X, W1, W2, choices, gates):
    """Of each choice that was not dropped: token, rank, expert, what went in, hidden values, what came out, gate."""
    X, W1, W2, gates = (exactly(np.asarray(one).tolist()) for one in (X, W1, W2, gates))
    for i, chosen in enumerate(np.asarray(choices).tolist()):
        for r, e in enumerate(chosen):
            if e >= 0:
                hidden = [max(Fraction(0), value) for value in times(X[i], W1[e])]
                yield i, r, e, X[i], hidden, times(hidden, W2[e]), gates[i][r]


def added(target, values, scale=1):
    for at, value in enumerate(values):
        target[at] += scale * value


def experts_forward(X, W1, W2, choices, gates):
    out = [[Fraction(0)] * np.shape(W2)[2] for _ in range(len(X))]
    for i, _, _, _, _, made, gate in passed(X, W1, W2, choices, gates):
        added(out[i], made, gate)
    return np.array(out, float)


def experts_backward(X, W1, W2, choices, gates, G):
    dX, dW1, dW2, dgates = (exactly(np.zeros(np.shape(one)).tolist()) for one in (X, W1, W2, gates))
    U, V, G = (exactly(np.asarray(one).tolist()) for one in (W1, W2, G))
    for i, r, e, token, hidden, made, gate in passed(X, W1, W2, choices, gates):
        dgates[i][r] = sum(map(Fraction.__mul__, made, G[i]))
        back = times(G[i], turned(V[e]))
        back = [gate * value if h > 0 else Fraction(0) for value, h in zip(back, hidden, strict=True)]
        for a, h in enumerate(hidden):
            added(dW2[e][a], G[i], gate * h)
        for a, value in enumerate(token):
            added(dW1[e][a], back, value)
        added(dX[i], times(back, turned(U[e])))
    return tuple(np.array(one, float) for one in (dX, dW1, dW2, dgates))


def clear_of_the_kink(X, W1):
    """Whether hidden values are 0 exactly, term by term, or not nearly 0."""
    terms = X[:, None, :, None] * W1[None]
    return bool(((np.abs(terms).max(axis=2) == 0) | (np.abs(terms.sum(axis=2)) > 1e-6)).all())


def inputs(rng, draw):
    n, experts, d, h, out = (int(size) for size in rng.integers(1, 5, 5))
    k = int(rng.integers(1, experts + 1))
    choices = np.argsort(rng.random((n, experts)), axis=1)[:, :k]
    choices[rng.random((n, k)) < 0.2] = -1
    X, W1, W2 = draw("X", n, d), draw("W1", experts, d, h), draw("W2", experts, h, out)
    while not clear_of_the_kink(X, W1):
        X, W1 = draw("X", n, d), draw("W1", experts, d, h)
    gates = draw("gates", n, k)
    if rng.random() < 0.5:
        return checks.call("experts_forward", X, W1, W2, choices, gates)
    return checks.call("experts_backward", X, W1, W2, choices, gates, draw("G", n, out))


same = {name: checks.close(1e-6, 1e-6) for name in ("experts_forward", "experts_backward")}
