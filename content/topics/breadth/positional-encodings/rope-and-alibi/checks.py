import math

import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-7)


def drawn(rng, size):
    n, d, most, halves = size
    base = float(rng.choice([10_000.0, 500_000.0, 100.0]))
    return rng.normal(size=(n, d)) * 3, rng.integers(0, most + 1, n), base, halves


def whole(rng, size):
    X, positions, base, halves = drawn(rng, size)
    X = np.rint(20 * X).astype(int)
    X[0, 0], X[-1, -1] = -100, 100
    return X, positions, base, halves


def turned_back(rng, size):
    """Rows that come out as a hundred in one place and zeros: any rounding shows."""
    _, positions, base, halves = drawn(rng, size)
    right = np.zeros((size[0], size[1]))
    right[np.arange(size[0]), rng.integers(0, size[1], size[0])] = rng.choice([-100.0, 100.0], size[0])
    return pair_by_pair(right, -positions, base, halves), positions, base, halves


def pair_by_pair(X, positions, base=10_000.0, halves=False):
    """Each pair as a complex number."""
    X, out = np.asarray(X, float), np.zeros(np.shape(X))
    d = X.shape[1]
    if d % 2:
        raise ValueError
    for row, position in enumerate(positions):
        for i in range(d // 2):
            one, other = (i, i + d // 2) if halves else (2 * i, 2 * i + 1)
            angle = float(position) / math.pow(base, 2 * i / d)
            turned = complex(X[row, one], X[row, other]) * complex(math.cos(angle), math.sin(angle))
            out[row, one], out[row, other] = turned.real, turned.imag
    return out


def entry_by_entry(heads, queries, keys):
    if heads not in (1, 2, 4, 8, 16) or queries > keys:
        raise ValueError
    out = np.full((heads, queries, keys), -math.inf)
    for h in range(heads):
        for i in range(queries):
            at = keys - queries + i
            for j in range(at + 1):
                out[h, i, j] = -(at - j) * math.pow(2, -8 * (h + 1) / heads)
    return out


def lengths_stay(got, X, positions, base, halves):
    got = np.asarray(got, float)
    if got.shape != X.shape:
        return f"expected the shape {X.shape}, got {got.shape}"
    gaps = np.abs(np.linalg.norm(got, axis=1) - np.linalg.norm(X, axis=1))
    if gaps.max() > 1e-6:
        row = int(gaps.argmax())
        return (
            f"row {row} has length {np.linalg.norm(X[row]):.9g}, and {np.linalg.norm(got[row]):.9g} once it is turned"
        )
    return None


def only_distance_counts(ask, X, positions, base, halves):
    """The dot product of a query and a key, wherever the two stand."""
    query, key = X[:1], X[1:2]
    products = []
    for shift in (0, 1, 7, 1_000):
        turned = [np.asarray(ask(row, [at + shift], base, halves), float) for row, at in ((query, 5), (key, 2))]
        products.append(float(np.sum(turned[0] * turned[1])))
    if max(products) - min(products) > 1e-6:
        return f"a query and a key three places apart have the products {', '.join(f'{p:.9g}' for p in products)}"
    return None


def alike(rng, size):
    return rng.normal(size=size), np.arange(size[0]), 10_000.0


SMALL = [(heads, q, k) for heads in (1, 2, 4, 8, 16) for k in range(1, 5) for q in range(1, k + 1)]
ONE = np.array([[1.0, 0.0], [1.0, 0.0]])

CHECKS = [
    checks.example(
        "A pair turns by its position",
        checks.call("rotate", ONE, [0, 1]),
        np.array([[1.0, 0.0], [math.cos(1), math.sin(1)]]),
        same=near,
    ),
    checks.example(
        "Pairs of halves",
        checks.call("rotate", np.array([[1.0, 2.0, 0.0, 0.0]]), [1], halves=True),
        np.array([[math.cos(1), 2 * math.cos(0.01), math.sin(1), 2 * math.sin(0.01)]]),
        same=near,
    ),
    checks.example(
        "The steepest two of eight heads",
        checks.call("alibi", 8, 1, 3),
        np.array([[[-2.0 * m, -m, 0.0]] for m in (0.5**h for h in range(1, 9))]),
    ),
    checks.oracle(
        "Neighbors, each pair as a complex number",
        "rotate",
        drawn,
        [(1, 2, 1, False), (2, 2, 5, False), (3, 4, 9, False), (5, 6, 50, False), (40, 128, 4_096, False)],
        expected=pair_by_pair,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Halves, each pair as a complex number",
        "rotate",
        drawn,
        [(1, 2, 1, True), (3, 4, 9, True), (4, 10, 60, True), (1000, 6, 3_000, True)],
        expected=pair_by_pair,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Whole numbers are taken as well",
        "rotate",
        whole,
        [(1, 2, 9, False), (3, 6, 9, True)],
        expected=pair_by_pair,
        same=near,
    ),
    checks.stability(
        "Far positions, base 1, base a million, and rows that come out as zeros",
        "rotate",
        [
            (np.array([[100.0, -100.0, 3.0, 1.0]]), np.array([100_000])),
            (np.array([[1.0, 2.0, 3.0, 4.0], [0.0, 0.0, 0.0, 0.0]]), np.array([3, 99_999]), 1.0),
            (np.array([[1.0, 2.0, 3.0, 4.0]]), [77_777], 1e6, True),
            *(turned_back(np.random.default_rng(8), size) for size in ((3, 4, 50, False), (5, 8, 900, True))),
        ],
        expected=pair_by_pair,
        same=near,
    ),
    checks.property(
        "Turning changes no length",
        "rotate",
        drawn,
        [(2, 2, 5, False), (6, 8, 500, True), (30, 16, 90_000, False)],
        holds=lengths_stay,
    ),
    checks.relation(
        "Only the distance of query and key counts",
        "rotate",
        drawn,
        [(2, 2, 5, False), (2, 8, 5, True), (2, 32, 5, False)],
        holds=only_distance_counts,
    ),
    checks.exhaustive(
        "ALiBi for all small sizes, entry by entry", "alibi", SMALL, expected=entry_by_entry, same=checks.close()
    ),
    checks.oracle(
        "ALiBi for long inputs",
        "alibi",
        [(2, 1, 300), (1, 300, 300), (16, 3, 120), (4, 20, 101)],
        expected=entry_by_entry,
    ),
    checks.stateless("Turns before do not matter", "rotate", alike, [(1, 2), (60, 40), (1000, 2)], same=near),
    checks.error(
        "An odd width, heads that are no power of two, and too many queries raise ValueError",
        [
            checks.call("rotate", np.ones((2, 3)), [0, 1]),
            checks.call("rotate", np.ones((1, 1)), [0], halves=True),
            checks.call("rotate", np.ones((1, 127)), [4]),
            *(checks.call("alibi", heads, 2, 3) for heads in (0, 3, 6, 7, 10, 12, 15)),
            checks.call("alibi", 2, 3, 2),
            checks.call("alibi", 4, 300, 1),
        ],
    ),
    checks.unchanged(
        "X and positions are not changed",
        "rotate",
        [
            (np.array([[1.0, 2.0]]), np.array([3])),
            (np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([3, 1]), 100.0, True),
            (np.arange(8.0).reshape(2, 4), [3, 1], 100.0, False),
        ],
    ),
]
