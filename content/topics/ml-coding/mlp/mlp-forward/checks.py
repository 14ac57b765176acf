import itertools

import numpy as np

from sharpen import checks


def network(rng, size):
    """`size` is the number of examples, then the widths of the layers from the input on."""
    n, *widths = size
    weights = [rng.normal(size=(a, b)) / np.sqrt(a) for a, b in itertools.pairwise(widths)]
    biases = [rng.normal(size=b) for b in widths[1:]]
    return rng.normal(size=(n, widths[0])) * 2, weights, biases


def whole_numbers(rng, size):
    *shape, kind = size
    X, weights, biases = network(rng, shape)
    X = np.rint(3 * X)
    X[-1, -1] = min(100_000, np.iinfo(kind).max)
    return (np.abs(X) if kind == "uint8" else X).astype(kind), weights, biases


def other_examples(rng, size):
    """Always the same network."""
    _, weights, biases = network(np.random.default_rng(0), size)
    return network(rng, size)[0], weights, biases


def loud(rng, size):
    """A network whose logits are far beyond what exp can take."""
    scale, *rest = size
    X, weights, biases = network(rng, rest)
    return X, [*weights[:-1], weights[-1] * scale], [*biases[:-1], biases[-1] * scale]


def narrow(rng, size):
    """Inputs of few digits, and logits of which as few digits are too few."""
    *rest, kind = size
    X, weights, biases = loud(rng, rest)
    return X.astype(kind), weights, biases


def wide_range(rng, size):
    """Hidden values in the hundreds of thousands, and logits of ordinary size."""
    X, weights, biases = network(rng, size)
    X *= 1e5 / np.abs(X).max()
    return X, [5 * weights[0], *weights[1:-1], weights[-1] * 2e-6], biases


def unit_by_unit(X, weights, biases):
    """One example, one unit at a time."""
    out = []
    for x in X:
        values = [float(v) for v in x]
        for layer, (W, b) in enumerate(zip(weights, biases, strict=True)):
            values = [sum(v * W[i, j] for i, v in enumerate(values)) + b[j] for j in range(len(b))]
            if layer + 1 < len(weights):
                values = [v if v > 0 else 0.0 for v in values]
        top = max(values)
        powers = [np.exp(v - top) for v in values]
        out.append([p / sum(powers) for p in powers])
    return np.array(out)


def distributions(got, X, weights, biases):
    P = np.asarray(got, float)
    if P.shape != (len(X), len(biases[-1])):
        return f"expected shape {(len(X), len(biases[-1]))}, got {P.shape}"
    if not np.isfinite(P).all():
        return f"row {np.flatnonzero(~np.isfinite(P).all(1))[0]} is not finite"
    if (P < 0).any():
        return "a probability is negative"
    off = np.abs(P.sum(1) - 1)
    return f"row {off.argmax()} sums to {P[off.argmax()].sum():.6g}" if off.max() > 1e-6 else None


def units_have_no_order(ask, X, weights, biases):
    first = np.asarray(ask(X, weights, biases), float)
    swap = np.arange(len(biases[0]))[::-1]
    other = ask(X, [weights[0][:, swap], weights[1][swap], *weights[2:]], [biases[0][swap], *biases[1:]])
    if not np.allclose(first, other, rtol=1e-6, atol=1e-9):
        return "renaming the units of the first hidden layer changed the probabilities"
    return None


def rows_are_alone(ask, X, weights, biases):
    batch = np.asarray(ask(X, weights, biases), float)
    for i in (0, len(X) - 1):
        alone = ask(X[i : i + 1], weights, biases)
        if not np.allclose(batch[i : i + 1], alone, rtol=1e-6, atol=1e-9):
            return f"row {i} gets other probabilities in a batch than alone"
    return None


X0 = np.array([[1.0, 2.0], [3.0, 1.0]])
W0 = [np.array([[1.0, -1.0, 0.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])]
B0 = [np.array([0.0, 0.0, -1.0]), np.array([0.0, 0.0])]
EVEN, ODDS = [0.5, 0.5], 1 / (1 + np.exp(-3))

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("mlp_forward", X0, W0, B0), np.array([EVEN, [ODDS, 1 - ODDS]])
    ),
    checks.oracle(
        "One layer is softmax regression, without a ReLU",
        "mlp_forward",
        network,
        sizes=[(1, 1, 2), (2, 1, 3), (4, 3, 2), (5, 2, 4)],
        expected=unit_by_unit,
    ),
    checks.oracle(
        "X may hold whole numbers",
        "mlp_forward",
        whole_numbers,
        sizes=[(1, 1, 2, "int64"), (3, 2, 3, "uint8"), (4, 3, 4, 2, "int64"), (5, 2, 3, 2, "int8")],
        expected=unit_by_unit,
    ),
    checks.oracle(
        "X may hold floats of four bytes and of two",
        "mlp_forward",
        narrow,
        sizes=[(20, 1, 2, 3, "float32"), (20, 3, 4, 2, "float16"), (20, 4, 3, 5, 3, "float32")],
        expected=unit_by_unit,
    ),
    checks.oracle(
        "Two layers and more, unit by unit",
        "mlp_forward",
        network,
        sizes=[
            (1, 1, 1, 2),
            (2, 2, 3, 2),
            (3, 2, 2, 3),
            (3, 4, 3, 3, 3),
            (7, 5, 4, 6, 2),
            (4, 3, 2, 5, 4, 6, 3, 4, 2, 3),
            (2, 300, 250, 30),
        ],
        expected=unit_by_unit,
    ),
    checks.oracle(
        "Hidden values may be large: ReLU has no ceiling",
        "mlp_forward",
        wide_range,
        sizes=[(2, 1, 2, 2), (4, 3, 5, 2), (6, 4, 3, 5, 3)],
        expected=unit_by_unit,
    ),
    checks.property(
        "Every row is a distribution",
        "mlp_forward",
        network,
        sizes=[(1, 1, 1), (3, 2, 1), (3, 2, 4, 5), (20, 6, 8, 3)],
        holds=distributions,
    ),
    checks.relation(
        "Hidden units have no order",
        "mlp_forward",
        network,
        sizes=[(2, 2, 2, 3), (4, 3, 5, 2), (3, 2, 4, 3, 2)],
        holds=units_have_no_order,
    ),
    checks.relation(
        "A row does not depend on its batch",
        "mlp_forward",
        network,
        sizes=[(2, 2, 3), (5, 3, 4, 2), (9, 4, 6, 5, 3)],
        holds=rows_are_alone,
    ),
    checks.stability(
        "Huge logits give no NaN",
        "mlp_forward",
        loud,
        sizes=[(1e3, 2, 2, 3), (1e5, 5, 3, 4, 3), (1e5, 8, 4, 5, 2)],
        expected=unit_by_unit,
    ),
    checks.stability(
        "Rows far from each other are shifted each by its own maximum",
        "mlp_forward",
        [
            (np.array([[1.0], [-1.0]]), [np.array([[900.0, 901.0]])], [np.zeros(2)]),
            (np.array([[0.0], [1.0]]), [np.array([[2000.0, 2000.0, 2001.0]])], [np.array([-900.0, -900.0, -899.0])]),
            (np.array([[0.1], [-0.1]]), [np.array([[9000.0, -9001.0]])], [np.array([-900.0, 900.5])]),
            (np.array([[1.0], [2.0]]), [np.array([[499_999.5, 5e5]])], [np.zeros(2)]),
        ],
        expected=unit_by_unit,
    ),
    checks.growth("One matrix product a layer", "mlp_forward", network, sizes=[(8000, 6, 300, 6)], factor=30),
    checks.stateless("No call remembers the one before", "mlp_forward", other_examples, sizes=[(40, 30, 4, 3)]),
    checks.error(
        "Weights and biases that do not pair up raise ValueError",
        [
            checks.call("mlp_forward", X0, W0, B0[:1]),
            checks.call("mlp_forward", X0, W0[:1], B0),
            checks.call("mlp_forward", X0, W0, []),
            checks.call("mlp_forward", X0, [], B0),
            checks.call("mlp_forward", X0, W0, [*B0, np.zeros(2)]),
        ],
    ),
    checks.unchanged(
        "X, weights and biases are not changed",
        "mlp_forward",
        network,
        sizes=[(2, 2, 3), (4, 3, 3, 2), (3, 2, 4, 3), (1, 2, 3, 2), (3, 1, 3, 2)],
    ),
]
