"""Rotations by the matrix exponential of a skew-symmetric matrix, and ALiBi by repeated addition."""

import numpy as np

from sharpen import checks


def rotate(X, positions, base=10_000.0, halves=False):
    X = np.asarray(X)
    d = X.shape[1]
    if d % 2:
        raise ValueError("odd")
    order = np.arange(d).reshape(2, -1).T.ravel() if halves else np.arange(d)
    out = np.empty(X.shape, np.longdouble)
    for row, position in enumerate(np.asarray(positions).tolist()):
        paired = X[row, order].astype(np.longdouble).reshape(-1, 2)
        for i, (a, b) in enumerate(paired):
            angle = np.longdouble(position) * np.power(np.longdouble(base), -np.longdouble(2 * i) / d)
            paired[i] = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ np.array([a, b])
        out[row, order] = paired.ravel()
    return out.astype(float)


def alibi(heads, queries, keys):
    if bin(heads).count("1") != 1 or keys < queries:
        raise ValueError("heads or sizes")
    ratio = 2.0 ** (-8 / heads)
    out = []
    for h in range(heads):
        whole = np.full((keys, keys), -np.inf)
        for place in range(keys):
            whole[place, : place + 1] = np.arange(place, -1, -1) * -(ratio ** (h + 1))
        out.append(whole[keys - queries :])
    return np.array(out)


def inputs(rng, draw):
    if rng.random() < 0.3:
        return checks.call("alibi", int(rng.integers(1, 17)), int(rng.integers(1, 6)), int(rng.integers(1, 9)))
    n, d = draw.length("X", 4), int(2 * rng.integers(1, 5) - (rng.random() < 0.02))
    positions = rng.integers(0, 10 ** int(rng.integers(1, 6)), n)
    base = float(rng.choice([1.0, 10_000.0, 1e6, rng.uniform(1, 1e6)]))
    return checks.call("rotate", draw("X", n, d), positions, base, bool(rng.random() < 0.5))


same = {"rotate": checks.close(1e-6, 1e-7)}
