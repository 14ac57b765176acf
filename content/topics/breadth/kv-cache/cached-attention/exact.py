"""The full pass over all tokens in plain lists, its sums rounded once."""

import math

import numpy as np

from sharpen import checks


def times(row, W):
    return [math.fsum(x * w for x, w in zip(row, column, strict=True)) for column in zip(*W, strict=True)]


class CachedAttention:
    def __init__(self, Wq, Wk, Wv, Wo, heads):
        if len(Wq) % heads:
            raise ValueError("heads must divide the width")
        self.all, self.heads, self.rows = [W.tolist() for W in (Wq, Wk, Wv, Wo)], heads, []

    def extend(self, X):
        held = len(self.rows)
        self.rows += [[float(x) for x in row] for row in np.asarray(X).tolist()]
        return np.array([self.attend(i) for i in range(held, len(self.rows))])

    def attend(self, i):
        Wq, Wk, Wv, Wo = self.all
        query, seen = times(self.rows[i], Wq), self.rows[: i + 1]
        keys, values = [times(row, Wk) for row in seen], [times(row, Wv) for row in seen]
        width, out = len(query) // self.heads, []
        for h in range(self.heads):
            mine = range(h * width, (h + 1) * width)
            scores = [math.fsum(query[c] * key[c] for c in mine) / math.sqrt(width) for key in keys]
            powers = [math.exp(score - max(scores)) for score in scores]
            total = math.fsum(powers)
            out += [math.fsum(p * v[c] for p, v in zip(powers, values, strict=True)) / total for c in mine]
        return times(out, Wo)

    def truncate(self, length):
        if length not in range(len(self.rows) + 1):
            raise ValueError("not so many tokens are held")
        self.rows = self.rows[:length]


def inputs(rng, draw):
    heads, width = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    d, held = heads * width, 0
    pieces = [draw("X", draw.length("X", 3), d) for _ in range(int(rng.integers(1, 4)))]
    most = max(float(np.abs(piece).max()) for piece in pieces) or 1.0
    scales = 10.0 ** rng.uniform(-2, 2.4, 2) / (most * d)
    Wq, Wk, Wv, Wo = (rng.uniform(-1, 1, (d, d)) * scale for scale in (*scales, 1.0, 1.0))
    call = checks.call("CachedAttention", Wq, Wk, Wv, Wo, heads + int(rng.random() < 0.02))
    for piece in pieces:
        if rng.random() < 0.4:
            held = int(rng.integers(held + 1))
            call = call.method("truncate", held)
        call, held = call.method("extend", piece), held + len(piece)
    return call


same = {"CachedAttention": checks.close(1e-6, 1e-9)}
