import math

import numpy as np

from sharpen import checks

ONE = np.ones((1, 1))


def weights(rng, d, loud=1.0):
    """Four projections; with `loud`, scores grow by its square."""
    scales = (loud, loud, 1.0, 1.0)
    return [scale * rng.normal(size=(d, d)) / math.sqrt(d) for scale in scales]


def steps(rng, size):
    """`size` is the width, the heads, the pieces and the longest of them."""
    d, heads, pieces, longest = size
    held, todo = 0, []
    for _ in range(pieces):
        if held and rng.random() < 0.4:
            held = int(rng.integers(held + 1))
            todo.append(("truncate", held))
        m = int(rng.integers(1, longest + 1))
        held += m
        todo.append(("extend", rng.normal(size=(m, d)) * 2))
    return [*weights(rng, d), heads], todo


class FullPass:
    """Keeps the tokens, and computes everything again, one query at a time."""

    def __init__(self, Wq, Wk, Wv, Wo, heads):
        if len(Wq) % heads:
            raise ValueError
        self.projections, self.heads, self.tokens = (Wq, Wk, Wv, Wo), heads, []

    def extend(self, X):
        self.tokens += [np.array(row, float) for row in X]
        return np.array([self.output(place) for place in range(len(self.tokens) - len(X), len(self.tokens))])

    def output(self, place):
        Wq, Wk, Wv, Wo = self.projections
        seen = np.array(self.tokens[: place + 1])
        keys, values, query, out = seen @ Wk, seen @ Wv, seen[-1] @ Wq, []
        width = len(query) // self.heads
        for start in range(0, len(query), width):
            part = slice(start, start + width)
            scores = [float(np.dot(query[part], key[part])) / math.sqrt(width) for key in keys]
            powers = [math.exp(score - max(scores)) for score in scores]
            out.append(np.dot(powers, values[:, part]) / math.fsum(powers))
        return np.concatenate(out) @ Wo

    def truncate(self, length):
        if length < 0 or length > len(self.tokens):
            raise ValueError
        del self.tokens[length:]


def of_pieces(made, X, lengths):
    """The call that extends by the rows of X in pieces."""
    call = checks.call("CachedAttention", *made)
    for stop, length in zip(np.cumsum(lengths).tolist(), lengths, strict=True):
        call = call.method("extend", X[stop - length : stop])
    return call


def cut_anywhere(ask, *made):
    """Outputs do not depend on the pieces in which tokens come."""
    d, rng = len(made[0]), np.random.default_rng(len(made[0]))
    X = rng.normal(size=(9, d))
    whole = np.asarray(ask(of_pieces(made, X, [9]))[0], float)
    if whole.shape != X.shape:
        return f"extend of 9 tokens gives the shape {whole.shape}; expected {X.shape}"
    for lengths in ([1] * 9, [4, 5], [1, 7, 1], [8, 1], [2, 3, 4]):
        parts = ask(of_pieces(made, X, lengths))
        rows = np.concatenate([np.reshape(part, (-1, d)) for part in parts])
        if rows.shape != whole.shape or not np.allclose(rows, whole, rtol=1e-6, atol=1e-9):
            return f"nine tokens at once and in pieces of {lengths} have different outputs"
    return None


def layers(rng, size):
    d, heads = size
    return (*weights(rng, d), heads)


def token_by_token(rng, size):
    d, heads, n = size
    return of_pieces([*weights(rng, d), heads], rng.normal(size=(n, d)), [1] * n)


def loud_steps(rng, size):
    d, heads, loud, pieces = size
    return [*weights(rng, d, loud), heads], [("extend", rng.normal(size=(2, d)) * 20) for _ in range(pieces)]


def whole_steps(rng, size):
    d, heads = size
    X = rng.integers(-9, 10, (4, d))
    X[0, 0] = -100
    X[1, 0] = 100
    small = [W / 30 for W in weights(rng, d)]
    return [*small, heads], [("extend", X[:3]), ("extend", X[3:]), ("truncate", 2), ("extend", X[:1].astype(float))]


def long_pieces(rng, size):
    d, heads, lengths = size
    return of_pieces([*weights(rng, d), heads], rng.normal(size=(sum(lengths), d)), lengths)


near = checks.close()
TWO = [np.array([[1.0, 2.0], [0.5, -1.0]]) * s for s in (1.0, 0.5, 1.0, 2.0)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("CachedAttention", ONE, ONE, ONE, ONE, 1)
        .method("extend", np.array([[0.0], [1.0]]))
        .method("truncate", 1)
        .method("extend", np.array([[2.0]])),
        [np.array([[0.0], [1 / (1 + math.exp(-1))]]), None, np.array([[2 / (1 + math.exp(-4))]])],
    ),
    checks.sequence(
        "Tokens in pieces, and back, equal the full pass",
        "CachedAttention",
        steps,
        [(1, 1, 1, 1), (2, 1, 2, 1), (2, 2, 3, 2), (4, 2, 4, 3), (6, 3, 8, 4), (6, 2, 20, 5), (32, 16, 6, 5)],
        model=FullPass,
        same=near,
    ),
    checks.oracle(
        "Long pieces, wide layers",
        "CachedAttention",
        long_pieces,
        [
            (8, 2, [16, 1]),
            (2, 1, [20, 3]),
            (256, 8, [30, 2]),
            (8, 2, [150, 1, 150, 1]),
            (4, 1, [150, 150, 150, 149, 1]),
        ],
        drawn=False,
    ),
    checks.sequence(
        "Whole numbers are taken as well",
        "CachedAttention",
        whole_steps,
        [(1, 1), (4, 2), (6, 6)],
        model=FullPass,
        same=near,
    ),
    checks.sequence(
        "Large scores give no NaN",
        "CachedAttention",
        loud_steps,
        [(2, 1, 4.0, 2), (4, 2, 10.0, 3), (8, 4, 14.0, 5)],
        model=FullPass,
        same=near,
    ),
    checks.relation(
        "It makes no difference in which pieces tokens come",
        "CachedAttention",
        layers,
        [(1, 1), (2, 2), (6, 2), (6, 3), (16, 16)],
        holds=cut_anywhere,
    ),
    checks.sequence(
        "Truncating to all, to none, and beyond",
        "CachedAttention",
        lambda _rng, todo: ([*TWO, 1], todo),
        [
            [("truncate", 0)],
            [("truncate", 1)],
            [("truncate", -1), ("extend", np.eye(2)), ("truncate", 2), ("extend", np.eye(2))],
            [("extend", np.eye(2)), ("truncate", 0), ("extend", np.eye(2)), ("truncate", 3), ("extend", np.eye(2))],
            [("extend", np.eye(2)), ("truncate", -1), ("extend", 3 * np.eye(2))],
            [("extend", np.ones((150, 2))), ("extend", np.eye(2)), ("truncate", 151), ("extend", np.eye(2))],
            [("truncate", 600), ("extend", np.eye(2)), ("truncate", 101), ("extend", np.eye(2))],
        ],
        model=FullPass,
        same=near,
    ),
    checks.error(
        "Heads that do not divide the width, and lengths that are not held, raise ValueError",
        [
            checks.call("CachedAttention", ONE, ONE, ONE, ONE, 2),
            checks.call("CachedAttention", *[np.eye(6)] * 4, 4),
            checks.call("CachedAttention", *[np.eye(6)] * 4, 12),
            checks.call("CachedAttention", *TWO, 2).method("truncate", 1),
            checks.call("CachedAttention", *TWO, 1).method("extend", np.eye(2)).method("truncate", 3),
            checks.call("CachedAttention", *TWO, 1).method("extend", np.eye(2)).method("truncate", -1),
        ],
    ),
    checks.unchanged(
        "The weights are not changed",
        "CachedAttention",
        [
            of_pieces([*TWO, 2], np.arange(6.0).reshape(3, 2), [1, 2]),
            of_pieces([ONE, 2 * ONE, ONE, 3 * ONE, 1], np.arange(2.0).reshape(2, 1), [1, 1]),
        ],
    ),
    checks.growth(
        "Earlier tokens are not projected again",
        "CachedAttention",
        token_by_token,
        [(256, 2, 600)],
        factor=6,
    ),
]
