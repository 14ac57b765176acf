import math

import numpy as np

from sharpen import checks

outputs = checks.close(1e-6, 1e-6)
gradients = checks.close(1e-6, 1e-5)


def tokens(rng, size):
    n, d = size
    return rng.normal(size=(n, d)) * 2 + rng.normal(size=(n, 1)) * 3, rng.normal(size=d) + 1, rng.normal(size=d)


def eps_of(rng):
    return float(rng.choice([1e-5, 1e-6, 1e-3]))


def for_layer(rng, size):
    return (*tokens(rng, size), eps_of(rng))


def for_rms(rng, size):
    X, gain, _ = tokens(rng, size)
    return X, gain, eps_of(rng)


def for_layer_back(rng, size):
    return (*tokens(rng, size), rng.normal(size=size), eps_of(rng))


def for_rms_back(rng, size):
    X, gain, _ = tokens(rng, size)
    return X, gain, rng.normal(size=size), eps_of(rng)


def narrow(rng, size):
    """Rows far from zero whose spread is about the root of eps, and a row of equal numbers."""
    X, gain, bias = tokens(rng, size)
    X = 100 - np.abs(rng.normal(size=size)) * 2e-3
    X[-1] = 7.0
    return X, gain, bias, 1e-6


def narrow_back(rng, size):
    *rest, eps = narrow(rng, size)
    return (*rest, 10 * rng.uniform(-1, 1, size), eps)


def tiny(rng, size):
    """Rows about as long as eps allows to see, and a row of zeros."""
    X = rng.normal(size=size) * 2e-3
    X[-1] = 0
    return X, rng.normal(size=size[1]) + 1, 1e-6


def tiny_back(rng, size):
    X, gain, eps = tiny(rng, size)
    return X, gain, rng.normal(size=size), eps


def row_by_row(X, gain, bias, eps=1e-5):
    out = []
    for row in np.asarray(X, float).tolist():
        mean = math.fsum(row) / len(row)
        root = math.sqrt(math.fsum((x - mean) ** 2 for x in row) / len(row) + eps)
        out.append([g * (x - mean) / root + b for x, g, b in zip(row, gain, bias, strict=True)])
    return np.array(out)


def rms_by_row(X, gain, eps=1e-5):
    out = []
    for row in np.asarray(X, float).tolist():
        root = math.sqrt(math.fsum(x * x for x in row) / len(row) + eps)
        out.append([g * x / root for x, g in zip(row, gain, strict=True)])
    return np.array(out)


def jacobian_layer(X, gain, bias, G, eps=1e-5):
    """By the matrix of derivatives of each row."""
    X, G = np.asarray(X, float), np.asarray(G, float)
    d, dX, dgain = X.shape[1], [], np.zeros(X.shape[1])
    center = np.eye(d) - 1 / d
    for row, g in zip(X, G, strict=True):
        c = row - math.fsum(row) / d
        root = math.sqrt(math.fsum(c * c) / d + eps)
        inner = np.eye(d) / root - np.outer(c, c) / (d * root**3)
        dX.append(center @ inner @ (g * gain))
        dgain += g * c / root
    return np.array(dX), dgain, G.sum(axis=0)


def jacobian_rms(X, gain, G, eps=1e-5):
    X, G = np.asarray(X, float), np.asarray(G, float)
    d, dX, dgain = X.shape[1], [], np.zeros(X.shape[1])
    for row, g in zip(X, G, strict=True):
        root = math.sqrt(math.fsum(row * row) / d + eps)
        dX.append((np.eye(d) / root - np.outer(row, row) / (d * root**3)) @ (g * gain))
        dgain += g * row / root
    return np.array(dX), dgain


def layer_loss(X, gain, bias, G, eps):
    return float(np.sum(G * row_by_row(X, gain, bias, eps)))


def rms_loss(X, gain, G, eps):
    return float(np.sum(G * rms_by_row(X, gain, eps)))


def shifts_do_nothing(ask, X, gain, bias, eps):
    before = np.asarray(ask(X, gain, bias, eps), float)
    if before.shape != X.shape:
        return f"expected the shape {X.shape}, got {before.shape}"
    if not np.allclose(ask(X + 5.0, gain, bias, eps), before, rtol=1e-6, atol=1e-6):
        return "adding 5 to every entry changes the answer"
    alone = np.concatenate([ask(X[i : i + 1], gain, bias, eps) for i in range(len(X))])
    return (
        None if np.allclose(alone, before, rtol=1e-6, atol=1e-6) else "a row alone has another answer than in its batch"
    )


def sums_to_nothing(got, X, gain, bias, G, eps):
    dX = np.asarray(got[0], float)
    if dX.shape != X.shape or np.shape(got[1]) != gain.shape or np.shape(got[2]) != bias.shape:
        return f"expected the shapes {X.shape}, {gain.shape}, {bias.shape}"
    worst = int(np.abs(dX.sum(axis=1)).argmax())
    if abs(dX[worst].sum()) > 1e-6:
        return f"row {worst} of dX sums to {dX[worst].sum():.6g}; a shift changes no output, so it must be 0"
    return None


SIZES = [(1, 1), (1, 2), (2, 3), (3, 2), (4, 5), (20, 8)]
X0, GAIN, BIAS = np.array([[1.0, 3.0], [4.0, 4.0]]), np.array([2.0, 1.0]), np.array([0.0, 5.0])
ROOT = math.sqrt(12.5 + 1e-5)
WHOLE = (
    np.array([[100, -100, 3, 0], [1, 2, 3, 5]]),
    np.array([1.0, -10.0, 0.0, 10.0]),
    np.array([10.0, 0.0, -10.0, 1.0]),
)
UP = np.array([[10.0, -10.0, 0.0, 1.0], [1.0, 2.0, -3.0, 0.5]])


SMALL_ROWS = np.array([[0.003, -0.001], [0.0, 0.002]]), np.array([2.0, -1.0])
ROW = np.array([[0.0112345678, 0.0323456789]])
ALONG = ROW, np.array([10.0, 10.0]), 250 * ROW, 1e-6
"""The gradient points along the row, so that nearly all of it is taken off."""


def same_gain(rng, size, *, bias=True, back=True):
    """Inputs that differ in X and G alone."""
    gain = np.linspace(-2, 3, size[1])
    made = [
        rng.normal(size=size),
        gain,
        *([gain[::-1].copy()] if bias else []),
        *([rng.normal(size=size)] if back else []),
    ]
    return (*made, 1e-5)


CHECKS = [
    checks.example(
        "Layer norm of the example",
        checks.call("layer_norm", X0, GAIN, BIAS),
        np.array([[-2 / math.sqrt(1 + 1e-5), 5 + 1 / math.sqrt(1 + 1e-5)], [0.0, 5.0]]),
        same=outputs,
    ),
    checks.example(
        "RMS norm of the example",
        checks.call("rms_norm", np.array([[3.0, 4.0]]), np.ones(2)),
        np.array([[3 / ROOT, 4 / ROOT]]),
        same=outputs,
    ),
    checks.oracle("Layer norm, row by row", "layer_norm", for_layer, SIZES, expected=row_by_row, same=outputs),
    checks.oracle("RMS norm, row by row", "rms_norm", for_rms, SIZES, expected=rms_by_row, same=outputs),
    checks.oracle(
        "Layer norm of many long rows",
        "layer_norm",
        for_layer,
        [(3, 150), (150, 3), (1_200, 4), (2, 300)],
        expected=row_by_row,
        same=outputs,
        drawn=False,
    ),
    checks.oracle(
        "RMS norm of many long rows",
        "rms_norm",
        for_rms,
        [(3, 150), (150, 3), (1_200, 4), (2, 300)],
        expected=rms_by_row,
        same=outputs,
        drawn=False,
    ),
    *(
        checks.gradient(
            f"{name} of layer norm is that of central differences",
            "layer_norm_backward",
            for_layer_back,
            SIZES[:5],
            loss=layer_loss,
            wrt=wrt,
            pick=lambda got, place=place: got[place],
        )
        for place, (name, wrt) in enumerate([("dX", 0), ("dgain", 1), ("dbias", 2)])
    ),
    *(
        checks.gradient(
            f"{name} of RMS norm is that of central differences",
            "rms_norm_backward",
            for_rms_back,
            SIZES[:5],
            loss=rms_loss,
            wrt=wrt,
            pick=lambda got, place=place: got[place],
        )
        for place, (name, wrt) in enumerate([("dX", 0), ("dgain", 1)])
    ),
    checks.oracle(
        "Gradients of layer norm by the Jacobian of each row",
        "layer_norm_backward",
        for_layer_back,
        [*SIZES, (3, 150), (150, 3), (1_200, 2), (2, 300)],
        expected=jacobian_layer,
        same=gradients,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Gradients of RMS norm by the Jacobian of each row",
        "rms_norm_backward",
        for_rms_back,
        [*SIZES, (3, 150), (150, 3), (1_200, 2), (2, 300)],
        expected=jacobian_rms,
        same=gradients,
        drawn=checks.reference,
    ),
    checks.property(
        "Each row of dX of layer norm sums to zero",
        "layer_norm_backward",
        for_layer_back,
        [(2, 3), (5, 8)],
        holds=sums_to_nothing,
    ),
    checks.relation(
        "A shift of all entries changes no layer norm, nor do other rows",
        "layer_norm",
        for_layer,
        [(2, 3), (4, 6)],
        holds=shifts_do_nothing,
    ),
    checks.stability(
        "Layer norm where eps counts", "layer_norm", narrow, [(2, 2), (3, 5)], expected=row_by_row, same=outputs
    ),
    checks.stability(
        "Gradients of layer norm where eps counts",
        "layer_norm_backward",
        narrow_back,
        [(2, 2), (3, 5)],
        expected=jacobian_layer,
        same=gradients,
    ),
    checks.stability(
        "RMS norm where eps counts", "rms_norm", tiny, [(2, 2), (3, 5)], expected=rms_by_row, same=outputs
    ),
    checks.stability(
        "Gradients of RMS norm where eps counts",
        "rms_norm_backward",
        tiny_back,
        [(2, 2), (3, 5)],
        expected=jacobian_rms,
        same=gradients,
    ),
    checks.oracle("Layer norm of whole numbers", "layer_norm", [WHOLE], expected=row_by_row, same=outputs),
    checks.oracle("RMS norm of whole numbers", "rms_norm", [WHOLE[:2]], expected=rms_by_row, same=outputs),
    checks.oracle(
        "Gradients of whole numbers, layer norm",
        "layer_norm_backward",
        [(*WHOLE, UP)],
        expected=jacobian_layer,
        same=gradients,
    ),
    checks.oracle(
        "Gradients of whole numbers, RMS norm",
        "rms_norm_backward",
        [(*WHOLE[:2], UP)],
        expected=jacobian_rms,
        same=gradients,
    ),
    *(
        checks.stateless(
            f"{entry} remembers nothing",
            entry,
            lambda rng, size, bias=bias, back=back: same_gain(rng, size, bias=bias, back=back),
            [(2, 2), (60, 40)],
            same=gradients if back else outputs,
        )
        for entry, bias, back in (
            ("layer_norm", True, False),
            ("rms_norm", False, False),
            ("layer_norm_backward", True, True),
            ("rms_norm_backward", False, True),
        )
    ),
    checks.stability(
        "RMS norm with the eps that is not said", "rms_norm", [SMALL_ROWS], expected=rms_by_row, same=outputs
    ),
    checks.stability(
        "Gradients of RMS norm with the eps that is not said, and along the row",
        "rms_norm_backward",
        [(*SMALL_ROWS, np.array([[1.0, 2.0], [-3.0, 1.0]])), ALONG],
        expected=jacobian_rms,
        same=gradients,
    ),
    checks.unchanged(
        "No argument is changed",
        "layer_norm",
        [
            checks.call(entry, *make(np.random.default_rng(3), size))
            for size in ((1, 1), (1, 3), (3, 1), (2, 3))
            for entry, make in (
                ("layer_norm", for_layer),
                ("rms_norm", for_rms),
                ("layer_norm_backward", for_layer_back),
                ("rms_norm_backward", for_rms_back),
            )
        ],
    ),
]
