import math

import numpy as np

from sharpen import checks

INF = math.inf


def query_by_query(Q, K, V, block):
    """All scores of one query at a time, in plain numbers."""
    out, logs = np.zeros((len(Q), np.shape(V)[1])), []
    for i, q in enumerate(np.asarray(Q, float)):
        scores = [float(np.dot(q, k)) / math.sqrt(len(q)) for k in np.asarray(K, float)]
        if not scores:
            logs.append(-INF)
            continue
        top = max(scores)
        weights = [math.exp(score - top) for score in scores]
        out[i] = np.dot(weights, np.asarray(V, float)) / math.fsum(weights)
        logs.append(top + math.log(math.fsum(weights)))
    return out, np.array(logs)


def drawn(rng, size):
    """`size` is queries, keys, dimensions of keys and values, block."""
    n, m, d, dv, block = size
    return rng.normal(size=(n, d)) * 2, rng.normal(size=(m, d)) * 2, rng.normal(size=(m, dv)), block


def whole(rng, size):
    n, m, d, dv, block = size
    Q, K, V = rng.integers(-4, 5, (n, d)), rng.integers(-3, 4, (m, d)), rng.integers(-100, 101, (m, dv))
    V[0, 0], V[-1, -1] = 100, -100
    return Q, K, V, block


def rising(rng, size):
    """Later blocks have ever larger scores, or ever smaller ones; all may be far below zero."""
    n, m, d, block, slope, shift = size
    Q = np.ones((n, d)) + 0.01 * rng.normal(size=(n, d))
    K = (np.arange(m) * slope + shift)[:, None] + 0.1 * rng.normal(size=(m, d))
    return 10 * Q, K.clip(-100, 100), rng.normal(size=(m, 3)), block


def two_sets(rng, size):
    n, first, second, dv = size
    d = 3
    Q, K, V = rng.normal(size=(n, d)) * 3, rng.normal(size=(first + second, d)), rng.normal(size=(first + second, dv))
    one, other = query_by_query(Q, K[:first], V[:first], 1), query_by_query(Q, K[first:], V[first:], 1)
    return (*one, *other)


def of_equal_weight(rng, size):
    n, dv = size
    return rng.normal(size=(n, dv)), np.arange(n) / 10, rng.normal(size=(n, dv)), np.ones(n)


def row_by_row(O1, lse1, O2, lse2):
    rows, logs = [], []
    for a, x, b, y in zip(O1, lse1, O2, lse2, strict=True):
        top = max(x, y)
        if top == -INF:
            rows.append([0.0] * len(a))
            logs.append(-INF)
            continue
        p, q = math.exp(x - top), math.exp(y - top)
        rows.append([(p * u + q * v) / (p + q) for u, v in zip(a, b, strict=True)])
        logs.append(top + math.log(p + q))
    return np.array(rows), np.array(logs)


def any_block(ask, Q, K, V, block):
    mean, lse = ask(Q, K, V, block)
    for other in (1, 2, 3, len(K), len(K) + 5):
        again = ask(Q, K, V, other)
        if not np.allclose(again[0], mean, rtol=1e-6, atol=1e-9) or not np.allclose(
            again[1], lse, rtol=1e-6, atol=1e-9
        ):
            return f"blocks of {block} and of {other} keys give different answers"
    return None


def parts_make_the_whole(ask, Q, K, V, block):
    mean, lse = ask(Q, K, V, block)
    for at in (0, 1, len(K) // 2, len(K)):
        parts = *ask(Q, K[:at], V[:at], block), *ask(Q, K[at:], V[at:], block)
        got = ask(checks.call("combine", *parts))
        if not np.allclose(got[0], mean, rtol=1e-6, atol=1e-9) or not np.allclose(got[1], lse, rtol=1e-6, atol=1e-9):
            return f"the first {at} keys and the other {len(K) - at} combined are not all {len(K)} together"
    return None


def within_the_values(got, Q, K, V, block):
    mean, lse = (np.asarray(part, float) for part in got)
    if mean.shape != (len(Q), V.shape[1]) or lse.shape != (len(Q),):
        return f"expected the shapes {(len(Q), V.shape[1])} and {(len(Q),)}, got {mean.shape} and {lse.shape}"
    if (mean.max(axis=0) > V.max(axis=0) + 1e-9).any() or (mean.min(axis=0) < V.min(axis=0) - 1e-9).any():
        return "an output lies outside of the range of the values, though it is their mean"
    best = (np.asarray(Q, float) @ np.asarray(K, float).T / math.sqrt(Q.shape[1])).max(axis=1)
    if (lse < best - 1e-9).any() or (lse > best + math.log(len(K)) + 1e-9).any():
        return "lse must lie between the largest score and that plus the logarithm of the number of keys"
    return None


def many_keys(n, m):
    rng = np.random.default_rng(7)
    return rng.normal(size=(n, 3)), rng.normal(size=(m, 3)), rng.normal(size=(m, 2)), 500


SIZES = [(1, 1, 1, 1, 1), (1, 3, 2, 1, 2), (2, 4, 3, 2, 4), (3, 5, 2, 4, 2), (4, 7, 3, 1, 10), (9, 40, 5, 6, 7)]

CHECKS = [
    checks.example(
        "Outputs and lse of the example",
        checks.call(
            "attention_by_blocks", np.ones((1, 1)), np.log([[1.0], [3.0], [4.0]]), np.array([[8.0], [0], [2]]), 2
        ),
        (np.array([[2.0]]), np.array([math.log(8)])),
    ),
    checks.oracle(
        "Random queries and keys, by all scores of a query",
        "attention_by_blocks",
        drawn,
        [*SIZES, (200, 30, 4, 3, 8), (3, 1_200, 64, 64, 100)],
        expected=query_by_query,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Whole numbers are taken as well",
        "attention_by_blocks",
        whole,
        [(1, 2, 1, 1, 1), (3, 5, 4, 2, 2)],
        expected=query_by_query,
    ),
    checks.oracle(
        "Without keys, outputs are zero and lse is -inf",
        "attention_by_blocks",
        [
            (np.ones((2, 3)), np.empty((0, 3)), np.empty((0, 2)), 4),
            (np.ones((1, 1)), np.empty((0, 1)), np.empty((0, 1)), 1),
        ],
        expected=query_by_query,
    ),
    checks.relation(
        "The size of the blocks does not matter",
        "attention_by_blocks",
        drawn,
        [(2, 3, 2, 2, 2), (3, 11, 3, 2, 4), (2, 60, 4, 1, 16)],
        holds=any_block,
    ),
    checks.property(
        "Outputs are means of the values",
        "attention_by_blocks",
        drawn,
        [(2, 3, 2, 2, 2), (5, 30, 3, 4, 7)],
        holds=within_the_values,
    ),
    checks.stability(
        "Scores that rise or fall from block to block, also far from zero",
        "attention_by_blocks",
        rising,
        [(2, 6, 1, 2, 1.0, -3.0), (2, 9, 4, 2, 30.0, -90.0), (3, 8, 4, 3, -25.0, 95.0), (2, 5, 9, 1, 0.01, -99.0)],
        expected=query_by_query,
    ),
    checks.stability(
        "The largest scores there are",
        "attention_by_blocks",
        [
            (
                np.full((1, 64), 100.0),
                np.full((3, 64), [[-100.0], [100.0], [99.99]]),
                np.array([[1.0], [2.0], [-100.0]]),
                1,
            ),
            (np.full((2, 64), -100.0), np.full((2, 64), 100.0), np.array([[1.0], [3.0]]), 1),
            (np.array([[100.0, 0.0]]), np.array([[50.0, 1.0], [50.00001, 3.0]]), np.array([[1.0], [2.0]]), 2),
            (np.array([[100.0], [1.0]]), np.array([[100.0], [99.0]]), np.array([[1.0], [2.0]]), 2),
            (np.array([[3e-9]]), np.array([[1.0], [-1.0]]), np.array([[1.0], [0.5]]), 1),
        ],
        expected=query_by_query,
    ),
    checks.oracle(
        "Two sets made one, row by row",
        "combine",
        two_sets,
        [(1, 1, 1, 1), (2, 3, 1, 2), (4, 2, 5, 3), (200, 3, 2, 64)],
        expected=row_by_row,
    ),
    checks.stability(
        "Empty sets and sets that outweigh each other",
        "combine",
        [
            (np.zeros((1, 2)), np.array([-INF]), np.array([[3.0, -1.0]]), np.array([0.5])),
            (np.array([[3.0, -1.0]]), np.array([0.5]), np.zeros((1, 2)), np.array([-INF])),
            (np.zeros((2, 1)), np.array([-INF, -INF]), np.zeros((2, 1)), np.array([-INF, 0.0])),
            (np.array([[5.0], [1.0]]), np.array([1e5, -1e5]), np.array([[7.0], [2.0]]), np.array([1e5 - 1, -1e5 + 2])),
            (np.array([[100.0], [0.0]]), np.array([-1e5, 0.0]), np.array([[-100.0], [4.0]]), np.array([1e5, 1e-3])),
            (np.array([[-100.0], [100.0]]), np.array([0.0, 900.0]), np.array([[1.0], [4.0]]), np.array([0.0, 899.5])),
            (np.array([[2.0]]), np.array([-2e3]), np.array([[4.0]]), np.array([-2e3])),
            (np.array([[-100.0]]), np.array([99_999.12345678]), np.array([[100.0]]), np.array([99_999.87654321])),
        ],
        expected=row_by_row,
    ),
    checks.relation(
        "Parts combined are the whole, wherever keys are parted",
        "attention_by_blocks",
        drawn,
        [(1, 2, 1, 1, 1), (3, 6, 2, 2, 2), (4, 9, 3, 2, 20)],
        holds=parts_make_the_whole,
    ),
    checks.stateless(
        "Calls before do not matter", "attention_by_blocks", drawn, [(2, 3, 2, 2, 2), (60, 60, 20, 30, 16)]
    ),
    checks.stateless("Combining before does not matter", "combine", of_equal_weight, [(2, 2), (60, 20)]),
    checks.unchanged(
        "No argument is changed",
        "attention_by_blocks",
        [
            *(drawn(np.random.default_rng(3), size) for size in SIZES[:5]),
            *(
                checks.call("combine", *two_sets(np.random.default_rng(4), size))
                for size in ((1, 1, 2, 1), (3, 2, 2, 2), (2, 1, 1, 1), (1, 1, 1, 2))
            ),
        ],
    ),
    checks.memory(
        "Scores of all keys are never held at once",
        checks.call("attention_by_blocks", *many_keys(60, 100_000)),
        limit=24,
    ),
    checks.oracle(
        "A single block of all keys, and blocks of one",
        "attention_by_blocks",
        [(*many_keys(2, 300)[:3], 100_000), (*many_keys(2, 6_000)[:3], 1)],
        expected=query_by_query,
    ),
]
