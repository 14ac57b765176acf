import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-6)


def layer(rng, size):
    """`size` is examples, inputs, outputs, rank."""
    n, wide, out, rank = size
    W, A, B = rng.normal(size=(out, wide)), rng.normal(size=(rank, wide)), rng.normal(size=(out, rank))
    return rng.normal(size=(n, wide)), W, A, B, float(rng.choice([0.5, 1.0, 3.0, 16.0, 32.0]))


def with_upstream(rng, size):
    made = layer(rng, size)
    return (*made, rng.normal(size=(size[0], size[2])))


def weights_alone(rng, size):
    return layer(rng, size)[1:]


def of_alpha_two(rng, size):
    return (*layer(rng, size)[:4], 2.0)


def gradients_of_alpha_two(rng, size):
    return (*of_alpha_two(rng, size), rng.normal(size=(size[0], size[2])))


def merge_of_alpha_two(rng, size):
    return of_alpha_two(rng, size)[1:]


def undone(rng, size):
    """The update takes back all but a thousandth of the weights."""
    W, A, B, _ = weights_alone(rng, size)
    return -3.0 / size[3] * B @ A + 1e-3 * W, A, B, 3.0


def at_the_start(rng, size):
    """B is zero, as when training begins."""
    X, W, A, B, alpha, G = with_upstream(rng, size)
    return X, W, A, 0 * B, alpha, G


def whole(rng, size):
    X, W, A, B, alpha, G = with_upstream(rng, size)
    return np.rint(60 * X).clip(-100, 100).astype(int), W, A, B, alpha, np.rint(60 * G).clip(-100, 100).astype(int)


def whole_forward(rng, size):
    return whole(rng, size)[:5]


def ends(_rng, size):
    """The largest entries there are, in whole numbers, so that no sum is rounded."""
    n, wide, out, rank = size
    signs = [(-1.0) ** np.add.outer(np.arange(a), np.arange(b) // 2) for a, b in [(n, wide), (out, wide), (rank, wide)]]
    B = 10 * (-1.0) ** np.add.outer(np.arange(out) // 2, np.arange(rank))
    X, W, A = (scale * one for scale, one in zip((100, 10, 10), signs, strict=True))
    return X, W, A, B, 256.0, 100 * (-1.0) ** np.add.outer(np.arange(n), np.arange(out) // 3)


def ends_forward(rng, size):
    return ends(rng, size)[:5]


def entry_by_entry(X, W, A, B, alpha):
    scale, out = alpha / A.shape[0], np.zeros((len(X), len(W)))
    for i, x in enumerate(X):
        hidden = [sum(float(a) * float(v) for a, v in zip(row, x, strict=True)) for row in A]
        for j, row in enumerate(W):
            plain = sum(float(w) * float(v) for w, v in zip(row, x, strict=True))
            out[i, j] = plain + scale * sum(float(b) * h for b, h in zip(B[j], hidden, strict=True))
    return out


def through_the_merged(X, W, A, B, alpha, G):
    """By the gradient of the merged matrix: dW = G^T X, and W = W0 + s B A."""
    scale = alpha / A.shape[0]
    dW = sum(np.outer(g, x) for g, x in zip(np.asarray(G, float), np.asarray(X, float), strict=True))
    dX = [[g @ (W[:, k] + scale * B @ A[:, k]) for k in range(W.shape[1])] for g in np.asarray(G, float)]
    return scale * B.T @ dW, scale * dW @ A.T, np.array(dX)


def loss(X, W, A, B, alpha, G):
    return float(np.sum(G * (X @ (W + alpha / A.shape[0] * B @ A).T)))


def folded(W, A, B, alpha):
    scale, out = alpha / A.shape[0], np.array(W, float)
    for a, b in zip(A, B.T, strict=True):
        out += scale * np.outer(b, a)
    return out


def merged_is_the_same(ask, X, W, A, B, alpha):
    merged = ask(checks.call("lora_merge", W, A, B, alpha))
    if np.shape(merged) != W.shape:
        return f"lora_merge gives the shape {np.shape(merged)}, W has {W.shape}"
    there, here = ask(X, W, A, B, alpha), X @ np.asarray(merged, float).T
    if np.shape(there) != here.shape or not np.allclose(there, here, rtol=1e-6, atol=1e-6):
        return "a plain layer with the merged weights has other outputs than lora_forward"
    return None


def examples_add_up(ask, X, W, A, B, alpha, G):
    whole = ask(X, W, A, B, alpha, G)
    if len(whole) != 3 or [np.shape(one) for one in whole] != [A.shape, B.shape, X.shape]:
        return f"expected three arrays of the shapes {A.shape}, {B.shape}, {X.shape}"
    parts = [ask(X[i : i + 1], W, A, B, alpha, G[i : i + 1]) for i in range(len(X))]
    for name, place in (("dA", 0), ("dB", 1)):
        if not np.allclose(whole[place], sum(np.asarray(part[place]) for part in parts), rtol=1e-6, atol=1e-6):
            return f"{name} of a batch is not the sum over its examples"
    if not np.allclose(whole[2], np.concatenate([part[2] for part in parts]), rtol=1e-6, atol=1e-6):
        return "dX of an example depends on the others in its batch"
    return None


SIZES = [(1, 1, 1, 1), (1, 2, 3, 1), (3, 4, 2, 2), (2, 3, 5, 7), (6, 5, 4, 3), (40, 12, 9, 4)]
X0, W0 = np.array([[1.0, 2.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
A0, B0, G0 = np.array([[1.0, 1.0]]), np.array([[1.0], [0.0], [2.0]]), np.array([[1.0, 0.0, 0.0]])


def big(rng, rank=4):
    return layer(rng, (8, 1500, 1200, rank))


LARGE = big(np.random.default_rng(5))
LARGE_G = np.random.default_rng(6).normal(size=(8, 1200))

CHECKS = [
    checks.example(
        "The outputs of the example", checks.call("lora_forward", X0, W0, A0, B0, 2.0), np.array([[7.0, 2.0, 15.0]])
    ),
    checks.example(
        "The gradients of the example",
        checks.call("lora_gradients", X0, W0, A0, B0, 2.0, G0),
        (np.array([[2.0, 4.0]]), np.array([[6.0], [0.0], [0.0]]), np.array([[3.0, 2.0]])),
    ),
    checks.oracle("Outputs, entry by entry", "lora_forward", layer, SIZES, expected=entry_by_entry, same=near),
    checks.oracle(
        "Whole numbers among the inputs",
        "lora_forward",
        whole_forward,
        [(2, 3, 4, 2), (5, 4, 3, 1)],
        expected=entry_by_entry,
        same=near,
    ),
    checks.gradient(
        "dA is that of central differences",
        "lora_gradients",
        with_upstream,
        SIZES[:5],
        loss=loss,
        wrt=2,
        pick=lambda got: got[0],
    ),
    checks.gradient(
        "dB is that of central differences",
        "lora_gradients",
        with_upstream,
        SIZES[:5],
        loss=loss,
        wrt=3,
        pick=lambda got: got[1],
    ),
    checks.gradient(
        "dX is that of central differences",
        "lora_gradients",
        with_upstream,
        SIZES[:5],
        loss=loss,
        wrt=0,
        pick=lambda got: got[2],
    ),
    checks.oracle(
        "Gradients by way of the merged matrix",
        "lora_gradients",
        with_upstream,
        [*SIZES, (200, 6, 7, 64)],
        expected=through_the_merged,
        same=near,
    ),
    checks.oracle(
        "Gradients when B is still zero",
        "lora_gradients",
        at_the_start,
        [(1, 2, 3, 1), (4, 3, 5, 2)],
        expected=through_the_merged,
        same=near,
    ),
    checks.oracle(
        "Gradients of whole numbers",
        "lora_gradients",
        whole,
        [(2, 3, 4, 2), (5, 4, 3, 1)],
        expected=through_the_merged,
        same=near,
    ),
    checks.oracle(
        "Merged weights", "lora_merge", weights_alone, [*SIZES, (1, 3, 150, 2), (1, 2, 1200, 3)], expected=folded
    ),
    checks.oracle(
        "Weights that an update nearly undoes", "lora_merge", undone, [(1, 2, 3, 1), (1, 4, 3, 2)], expected=folded
    ),
    checks.oracle(
        "Matrices of zeros",
        "lora_gradients",
        [(X0, W0, 0 * A0, B0, 2.0, G0), (0 * X0, W0, A0, B0, 1.0, G0), (X0, 0 * W0, A0, B0, 0.5, 0 * G0)],
        expected=through_the_merged,
        same=near,
    ),
    checks.relation(
        "The merged layer has the outputs of the layer with its update",
        "lora_forward",
        layer,
        [(1, 2, 3, 1), (4, 5, 3, 2), (3, 2, 4, 5)],
        holds=merged_is_the_same,
    ),
    checks.relation(
        "Gradients of a batch are sums over its examples",
        "lora_gradients",
        with_upstream,
        [(2, 3, 4, 1), (5, 4, 3, 2)],
        holds=examples_add_up,
    ),
    checks.stability(
        "The largest outputs",
        "lora_forward",
        ends_forward,
        [(2, 3, 4, 2), (3, 40, 5, 64)],
        same=near,
        expected=entry_by_entry,
    ),
    checks.stability(
        "The largest gradients",
        "lora_gradients",
        ends,
        [(2, 3, 4, 2), (3, 40, 5, 64)],
        same=near,
        expected=through_the_merged,
    ),
    checks.stability(
        "A small alpha",
        "lora_forward",
        [(X0, W0, A0, B0, 0.1), (X0, W0, np.vstack([A0] * 3), np.hstack([B0] * 3), 0.1)],
        expected=entry_by_entry,
        same=near,
    ),
    checks.stateless(
        "Outputs of calls before do not matter", "lora_forward", of_alpha_two, [(40, 40, 40, 30)], same=near
    ),
    checks.stateless(
        "Gradients of calls before do not matter",
        "lora_gradients",
        gradients_of_alpha_two,
        [(40, 40, 40, 30)],
        same=near,
    ),
    checks.stateless(
        "Merges before do not matter", "lora_merge", merge_of_alpha_two, [(1, 2, 3, 1), (1, 40, 40, 2), (1, 40, 40, 30)]
    ),
    checks.unchanged(
        "No argument is changed",
        "lora_forward",
        [
            (X0, W0, A0, B0, 2.0),
            *(
                checks.call(entry, *args)
                for size in ((1, 1, 1, 1), (2, 1, 3, 2), (3, 4, 1, 1), (2, 3, 4, 2))
                for entry, args in (
                    ("lora_forward", layer(np.random.default_rng(1), size)),
                    ("lora_gradients", with_upstream(np.random.default_rng(2), size)),
                    ("lora_merge", weights_alone(np.random.default_rng(3), size)),
                )
            ),
        ],
    ),
    checks.memory(
        "The forward pass holds no matrix of the size of W",
        checks.call("lora_forward", *LARGE),
        limit=22,
        same=near,
    ),
    checks.memory(
        "The gradients need no matrix of the size of W",
        checks.call("lora_gradients", *LARGE, LARGE_G),
        limit=22,
        same=near,
    ),
]
