import math

import numpy as np

from sharpen import checks

ENTRY, near = "latent_attention", checks.close(1e-6, 1e-8)


def drawn(rng, size):
    """`size` is heads, queries, tokens, and the widths of keys, rotary keys, latents and values."""
    heads, n, m, d, r, c, dv = size
    return (
        rng.normal(size=(heads, n, d)),
        rng.normal(size=(heads, n, r)),
        rng.normal(size=(m, c)),
        rng.normal(size=(m, r)),
        2 * rng.normal(size=(heads, c, d)) / math.sqrt(c),
        rng.normal(size=(heads, c, dv)) / math.sqrt(c),
    )


def whole(rng, size):
    Q, R, C, S, Wk, Wv = drawn(rng, size)
    C = np.rint(3 * C).clip(-10, 10).astype(int)
    C[0, 0], C[-1, -1] = 10, -10
    return Q, R, C, S, Wk / 4, Wv


def loud(rng, size):
    """Late tokens have by far the largest scores."""
    Q, R, C, S, Wk, Wv = drawn(rng, size)
    n = Q.shape[1]
    R = 10 * np.abs(R) + 30
    S[-n:] = np.linspace(40, 95, n)[:, None]
    return Q, R, C, S, Wk, Wv


def with_keys_written_out(Q, R, C, S, Wk, Wv):
    heads, n, d = Q.shape
    m, r = S.shape
    if n > m:
        raise ValueError
    out = np.zeros((heads, n, Wv.shape[2]))
    for h in range(heads):
        keys, values = np.asarray(C, float) @ Wk[h], np.asarray(C, float) @ Wv[h]
        for i in range(n):
            stop = m - n + i + 1
            scores = [(np.dot(Q[h, i], keys[j]) + np.dot(R[h, i], S[j])) / math.sqrt(d + r) for j in range(stop)]
            weights = [math.exp(score - max(scores)) for score in scores]
            out[h, i] = np.dot(weights, values[:stop]) / math.fsum(weights)
    return out


def alike(got, right):
    return np.shape(got) == np.shape(right) and np.allclose(got, right, rtol=1e-6, atol=1e-8)


def token_by_token(ask, Q, R, C, S, Wk, Wv):
    whole, n, m = np.asarray(ask(Q, R, C, S, Wk, Wv), float), Q.shape[1], len(C)
    for i in range(n):
        stop, one = m - n + i + 1, slice(i, i + 1)
        if not alike(ask(Q[:, one], R[:, one], C[:stop], S[:stop], Wk, Wv), whole[:, one]):
            return f"query {i} has another output when it is asked alone, with the {stop} tokens up to its own"
    return None


def any_basis(ask, Q, R, C, S, Wk, Wv):
    """Latents in another basis, with maps that take it back, are the same keys and values."""
    basis = np.linalg.qr(np.random.default_rng(len(C)).normal(size=(C.shape[1],) * 2))[0]
    turned = ask(Q, R, C @ basis, S, basis.T @ Wk, basis.T @ Wv)
    if not alike(turned, np.asarray(ask(Q, R, C, S, Wk, Wv), float)):
        return "with latents turned, and both maps turned back, keys and values are the same, and the outputs are not"
    return None


def means_of_values(got, Q, R, C, S, Wk, Wv):
    got, n, m = np.asarray(got, float), Q.shape[1], len(C)
    if got.shape != (len(Q), n, Wv.shape[2]):
        return f"expected the shape {(len(Q), n, Wv.shape[2])}, got {got.shape}"
    for h, rows in enumerate(got):
        values = C @ Wv[h]
        for i, row in enumerate(rows):
            seen = values[: m - n + i + 1]
            if (row > seen.max(axis=0) + 1e-8).any() or (row < seen.min(axis=0) - 1e-8).any():
                return f"the output of query {i} of head {h} lies outside of the range of the values that it sees"
    return None


def small_sizes():
    rng = np.random.default_rng(4)
    for m in range(1, 5):
        for n in range(1, m + 1):
            for widths in ((1, 1, 1, 1), (2, 1, 3, 1), (1, 2, 2, 3), (3, 2, 1, 2), (2, 2, 2, 2)):
                yield drawn(rng, (2, n, m, *widths))


ROOT = math.sqrt(2)
ONE = (
    np.array([[[0.5]]]),
    np.array([[[1.0]]]),
    ROOT * np.log([[1.0], [2.0], [3.0]]),
    ROOT * np.log([[2.0], [1.0], [2.0]]),
    np.array([[[2.0]]]),
    np.array([[[3.0]]]),
)
LARGE = drawn(np.random.default_rng(5), (32, 1, 4_000, 64, 16, 64, 64))
WIDE = drawn(np.random.default_rng(6), (1, 1, 4_000, 128, 1, 4, 128))
ENDS = [np.full(shape, value) for shape, value in (((1, 2, 2), 10.0), ((1, 2, 64), 100.0), ((3, 2), 10.0))]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(ENTRY, *ONE),
        np.array([[[3 * ROOT * (0.2 * math.log(2) + 0.6 * math.log(3))]]]),
    ),
    checks.exhaustive(
        "Every small number of queries and tokens, in all widths",
        ENTRY,
        list(small_sizes()),
        expected=with_keys_written_out,
        same=near,
    ),
    checks.oracle(
        "Random latents, with keys written out",
        ENTRY,
        drawn,
        [
            (1, 1, 2, 2, 1, 2, 1),
            (2, 3, 5, 3, 2, 4, 2),
            (3, 2, 9, 4, 2, 3, 5),
            (5, 12, 20, 3, 4, 6, 2),
            (32, 2, 8, 3, 2, 4, 2),
            (2, 100, 120, 4, 2, 3, 2),
            (1, 1, 4_000, 2, 2, 3, 2),
            (1, 2, 6, 128, 64, 256, 128),
        ],
        expected=with_keys_written_out,
        same=near,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Whole numbers among the latents",
        ENTRY,
        whole,
        [(1, 1, 2, 2, 1, 2, 1), (3, 2, 5, 3, 2, 4, 2)],
        expected=with_keys_written_out,
        same=near,
    ),
    checks.relation(
        "A prompt at once and token by token",
        ENTRY,
        drawn,
        [(1, 2, 2, 1, 1, 1, 1), (2, 3, 5, 3, 2, 4, 2), (3, 5, 5, 2, 2, 3, 2)],
        holds=token_by_token,
    ),
    checks.relation(
        "Latents may be turned, if the maps turn them back",
        ENTRY,
        drawn,
        [(1, 1, 2, 2, 1, 2, 1), (2, 3, 5, 3, 2, 4, 2), (3, 2, 6, 4, 2, 4, 4)],
        holds=any_basis,
    ),
    checks.property(
        "Outputs are means of the values that are seen",
        ENTRY,
        drawn,
        [(1, 1, 2, 2, 1, 2, 1), (2, 3, 5, 3, 2, 4, 2), (3, 4, 9, 2, 3, 3, 4)],
        holds=means_of_values,
    ),
    checks.stability(
        "Late tokens have by far the largest scores",
        ENTRY,
        loud,
        [(1, 3, 4, 2, 2, 2, 1), (2, 3, 6, 3, 8, 4, 2), (3, 4, 4, 2, 30, 2, 2)],
        expected=with_keys_written_out,
        same=near,
    ),
    checks.stability(
        "The largest scores there are",
        ENTRY,
        [
            (*ENDS, np.full((3, 64), [[-100.0], [100.0], [99.9]]), np.full((1, 2, 2), 10.0), np.full((1, 2, 1), 7.0)),
            (
                -ENDS[0],
                -ENDS[1],
                np.array([[10.0, 9.0], [-7.0, 10.0], [3.0, 1.0]]),
                np.full((3, 64), 100.0),
                np.full((1, 2, 2), 10.0),
                np.array([[[10.0], [-3.0]]]),
            ),
            (
                np.zeros((1, 1, 1)),
                np.array([[[100.0]]]),
                np.array([[1.0], [-10.0]]),
                np.array([[70.0], [70.00001]]),
                np.ones((1, 1, 1)),
                np.array([[[10.0]]]),
            ),
        ],
        expected=with_keys_written_out,
        same=near,
    ),
    checks.stability(
        "Zeros and tiny numbers",
        ENTRY,
        [
            (
                np.array([[[1e-6, 0.0]], [[0.0, 0.0]]]),
                np.array([[[1e-6]], [[0.0]]]),
                np.array([[0.0, 1e-6], [3.0, -1.0]]),
                np.array([[1e-6], [0.0]]),
                np.array([np.eye(2), [[0.0, 1e-6], [0.0, 0.0]]]),
                np.array([[[0.0], [1.0]], [[1e-6], [0.0]]]),
            )
        ],
        expected=with_keys_written_out,
        same=near,
    ),
    checks.error(
        "More queries than tokens raise ValueError",
        [
            checks.call(ENTRY, *drawn(np.random.default_rng(1), (1, 2, 1, 1, 1, 1, 1))),
            checks.call(ENTRY, *drawn(np.random.default_rng(1), (2, 4, 3, 2, 2, 3, 2))),
            checks.call(ENTRY, *drawn(np.random.default_rng(1), (3, 9, 4, 2, 1, 2, 1))),
        ],
    ),
    checks.stateless(
        "Calls before do not matter", ENTRY, drawn, [(2, 2, 3, 2, 2, 2, 2), (14, 9, 40, 30, 30, 30, 7)], same=near
    ),
    checks.unchanged(
        "No argument is changed",
        ENTRY,
        [
            drawn(np.random.default_rng(3), size)
            for size in (
                (1, 1, 1, 1, 1, 1, 1),
                (2, 1, 3, 2, 2, 2, 2),
                (1, 2, 3, 1, 1, 1, 1),
                (3, 2, 2, 2, 1, 3, 1),
                (2, 3, 5, 3, 2, 4, 2),
            )
        ],
    ),
    checks.memory("Keys and values of all heads are never held", checks.call(ENTRY, *LARGE), limit=20, same=near),
    checks.memory(
        "Keys and values of a single head are never held",
        checks.call(ENTRY, *WIDE),
        limit=4.5,
        same=near,
    ),
    checks.growth(
        "A step costs little for each cached token",
        ENTRY,
        drawn,
        [(32, 1, 4_000, 128, 16, 256, 128)],
        factor=6,
        same=near,
    ),
]
