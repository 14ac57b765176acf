import math

import numpy as np

from sharpen import checks

ENTRY = "grouped_query_attention"


def drawn(rng, size):
    """`size` is query heads, key-value heads, queries, tokens, dimensions of keys and values, window."""
    heads, kv_heads, n, m, d, dv, window = size
    return (
        rng.normal(size=(heads, n, d)) * 2,
        rng.normal(size=(kv_heads, m, d)),
        rng.normal(size=(kv_heads, m, dv)),
        window,
    )


def whole(rng, size):
    Q, K, V, window = drawn(rng, size)
    Q, K, V = (np.rint(scale * one).astype(int) for scale, one in ((2, Q), (2, K), (30, V)))
    V[0, 0, 0], V[-1, -1, -1] = 100, -100
    return Q, K, V.clip(-100, 100), window


def query_by_query(Q, K, V, window=None):
    """One head, one query and its keys at a time."""
    (heads, n, d), (kv_heads, m, dv) = np.shape(Q), np.shape(V)
    if heads % kv_heads or n > m or (window is not None and window < 1):
        raise ValueError
    Q, K, V = (np.asarray(one, float) for one in (Q, K, V))
    out = np.zeros((heads, n, dv))
    for h in range(heads):
        shared = h // (heads // kv_heads)
        for i in range(n):
            stop = m - n + i + 1
            start = 0 if window is None else max(0, stop - window)
            scores = [float(np.dot(Q[h, i], key)) / math.sqrt(d) for key in K[shared, start:stop]]
            weights = [math.exp(score - max(scores)) for score in scores]
            out[h, i] = np.dot(weights, V[shared, start:stop]) / math.fsum(weights)
    return out


def as_expected(got, right):
    return np.shape(got) == np.shape(right) and np.allclose(got, right, rtol=1e-6, atol=1e-9)


def token_by_token(ask, Q, K, V, window):
    """A prompt at once, and one query at a time with the tokens up to its own."""
    whole, n, m = ask(Q, K, V, window), Q.shape[1], K.shape[1]
    for i in range(n):
        stop = m - n + i + 1
        step = ask(Q[:, i : i + 1], K[:, :stop], V[:, :stop], window)
        if not as_expected(step, np.asarray(whole, float)[:, i : i + 1]):
            return f"query {i} has another output when it is asked alone, with the {stop} tokens up to its own"
    return None


def out_of_sight(ask, Q, K, V, window):
    """What the last query does not see may be anything."""
    last, start = np.asarray(ask(Q, K, V, window), float)[:, -1:], K.shape[1] - window
    K, V = K.copy(), V.copy()
    K[:, :start], V[:, :start] = 90.0, 50.0
    if not as_expected(np.asarray(ask(Q, K, V, window), float)[:, -1:], last):
        return f"the last query's outputs change with tokens that are {window} places back or more"
    return None


def heads_of_their_own(ask, Q, K, V, window):
    """With a copy of the keys for each query head it is multi-head attention, and the outputs are the same."""
    share = len(Q) // len(K)
    copied = ask(Q, K.repeat(share, axis=0), V.repeat(share, axis=0), window)
    if not as_expected(ask(Q, K, V, window), np.asarray(copied, float)):
        return (
            f"{len(Q)} query heads that share {len(K)} key-value heads and the same heads with copies "
            "of their own have different outputs"
        )
    return None


def means_of_what_is_seen(got, Q, K, V, window):
    got, (heads, n, _), (m, dv) = np.asarray(got, float), Q.shape, V.shape[1:]
    if got.shape != (heads, n, dv):
        return f"expected the shape {(heads, n, dv)}, got {got.shape}"
    for h in range(heads):
        for i in range(n):
            seen = V[h * len(V) // heads, max(0, m - n + i + 1 - window) : m - n + i + 1]
            if (got[h, i] > seen.max(axis=0) + 1e-9).any() or (got[h, i] < seen.min(axis=0) - 1e-9).any():
                return f"the output of query {i} of head {h} lies outside of the range of the values that it sees"
    return None


def all_small():
    rng = np.random.default_rng(4)
    for heads, kv_heads in ((1, 1), (2, 1), (4, 2), (6, 2), (6, 3)):
        for m in range(1, 5):
            for n in range(1, m + 1):
                for window in (None, *range(1, m + 2)):
                    yield drawn(rng, (heads, kv_heads, n, m, 2, 1, window))


def loud(rng, size):
    """Keys that no query may see score far higher than those it sees."""
    heads, kv_heads, n, m, d, window = size
    Q, K, V, _ = drawn(rng, (heads, kv_heads, n, m, d, 2, window))
    Q, K = np.abs(Q) + 1, K * 0.1
    K[:, 0], K[:, -1] = 90.0, 95.0
    return Q * 10, K, V, window


ONE, NAN_FREE = np.array([[[1.0]], [[0.0]]]), np.full((1, 3, 128), 100.0)
LOGS, VALUES = np.log([[[1.0], [2.0], [6.0]]]), np.array([[[9.0], [18.0], [0.0]]])
EIGHT = np.arange(8.0)[:, None, None]

CHECKS = [
    checks.example("The example without a window", checks.call(ENTRY, ONE, LOGS, VALUES), np.array([[[5.0]], [[9.0]]])),
    checks.example(
        "The example with a window of 2", checks.call(ENTRY, ONE, LOGS, VALUES, window=2), np.array([[[4.5]], [[9.0]]])
    ),
    checks.exhaustive(
        "Every small number of heads, queries and tokens, with every window",
        ENTRY,
        list(all_small()),
        expected=query_by_query,
        same=checks.close(),
    ),
    checks.oracle(
        "Random heads, query by query",
        ENTRY,
        drawn,
        [
            (1, 1, 2, 2, 1, 1, None),
            (4, 2, 3, 5, 3, 2, None),
            (8, 1, 1, 9, 4, 3, 4),
            (6, 3, 20, 20, 5, 2, 7),
            (32, 8, 2, 30, 128, 3, 20),
            (32, 32, 1, 3, 2, 128, 2),
            (1, 1, 300, 300, 3, 2, 120),
            (2, 1, 2, 4_000, 2, 1, 3_000),
        ],
        expected=query_by_query,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Whole numbers are taken as well",
        ENTRY,
        whole,
        [(2, 1, 2, 3, 2, 1, None), (4, 2, 3, 4, 3, 2, 2)],
        expected=query_by_query,
    ),
    checks.oracle(
        "Windows longer than what there is",
        ENTRY,
        [(*drawn(np.random.default_rng(9), (4, 2, 3, 5, 2, 2, None))[:3], window) for window in (5, 6, 5_000)],
        expected=query_by_query,
    ),
    checks.relation(
        "A prompt at once and token by token",
        ENTRY,
        drawn,
        [(2, 1, 2, 2, 1, 1, 1), (4, 2, 4, 6, 3, 2, 3), (3, 3, 5, 5, 2, 2, None)],
        holds=token_by_token,
    ),
    checks.relation(
        "Tokens that are too far back do not matter",
        ENTRY,
        drawn,
        [(2, 1, 1, 3, 1, 1, 1), (4, 2, 2, 8, 3, 2, 3), (6, 2, 6, 6, 2, 2, 5)],
        holds=out_of_sight,
    ),
    checks.relation(
        "Sharing is the same as having equal keys",
        ENTRY,
        drawn,
        [(2, 1, 2, 2, 1, 1, 2), (6, 2, 3, 4, 3, 2, None), (8, 4, 1, 6, 2, 2, 4)],
        holds=heads_of_their_own,
    ),
    checks.property(
        "Outputs are means of the values that are seen",
        ENTRY,
        drawn,
        [(1, 1, 2, 3, 1, 1, 2), (4, 2, 4, 6, 3, 2, 2), (6, 3, 5, 9, 2, 4, 4)],
        holds=means_of_what_is_seen,
    ),
    checks.stability(
        "Tokens that are not seen have by far the largest scores",
        ENTRY,
        loud,
        [(1, 1, 3, 4, 1, 2), (4, 2, 3, 6, 8, 3), (2, 2, 4, 5, 64, 1)],
        expected=query_by_query,
    ),
    checks.stability(
        "The largest scores there are",
        ENTRY,
        [
            (NAN_FREE, NAN_FREE * [[[-1.0], [1.0], [0.9999]]], EIGHT[:3].reshape(1, 3, 1), None),
            (-NAN_FREE, NAN_FREE, EIGHT[:3].reshape(1, 3, 1) * 100 / 7, 2),
            (np.array([[[100.0, 0.0]]]), np.array([[[50.0, 1.0], [50.00001, 3.0]]]), EIGHT[1:3].reshape(1, 2, 1), None),
        ],
        expected=query_by_query,
    ),
    checks.error(
        "Heads that cannot be shared out, too many queries, and empty windows raise ValueError",
        [
            checks.call(ENTRY, np.ones((3, 1, 2)), np.ones((2, 1, 2)), np.ones((2, 1, 2))),
            checks.call(ENTRY, np.ones((2, 4, 3)), np.ones((4, 4, 3)), np.ones((4, 4, 3))),
            checks.call(ENTRY, np.ones((6, 4, 3)), np.ones((4, 4, 3)), np.ones((4, 4, 3)), 2),
            checks.call(ENTRY, np.ones((1, 2, 1)), np.ones((1, 1, 1)), np.ones((1, 1, 1))),
            checks.call(ENTRY, np.ones((2, 5, 2)), np.ones((2, 3, 2)), np.ones((2, 3, 1)), 4),
            checks.call(ENTRY, np.ones((2, 2, 2)), np.ones((1, 2, 2)), np.ones((1, 2, 1)), 0),
            checks.call(ENTRY, np.ones((2, 2, 2)), np.ones((1, 2, 2)), np.ones((1, 2, 1)), -1),
            checks.call(ENTRY, np.ones((2, 1, 2)), np.ones((1, 4, 2)), np.ones((1, 4, 1)), window=-3),
        ],
    ),
    checks.stateless("Calls before do not matter", ENTRY, drawn, [(2, 1, 2, 3, 2, 2, 2), (14, 7, 40, 40, 4, 4, 9)]),
    checks.unchanged(
        "No argument is changed",
        ENTRY,
        [
            drawn(np.random.default_rng(3), size)
            for size in ((1, 1, 1, 1, 1, 1, 1), (4, 2, 3, 5, 2, 2, 2), (2, 2, 1, 4, 1, 2, None), (2, 1, 3, 3, 2, 1, 2))
        ],
    ),
    checks.memory(
        "No copy of the keys and values for each query head",
        checks.call(ENTRY, *drawn(np.random.default_rng(5), (32, 2, 1, 4_000, 64, 64, 3_500))),
        limit=16,
    ),
]
