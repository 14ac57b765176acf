import numpy as np

from sharpen import checks


def network(rng, size):
    """`size` is (examples, features, hidden units, classes)."""
    n, d, h, k = size
    parameters = rng.normal(size=(d, h)), rng.normal(size=h), rng.normal(size=(h, k)), rng.normal(size=k)
    return rng.normal(size=(n, d)), rng.integers(0, k, n), *parameters


def one_class_missing(rng, size):
    """The last class does not occur in the batch."""
    X, y, *parameters = network(rng, size)
    return X, y % (size[-1] - 1), *parameters


def loud(rng, size):
    """Logits so far apart that the probabilities of most classes underflow to zero."""
    scale, *rest = size
    X, y, W1, b1, W2, b2 = network(rng, rest)
    return X, y, W1, b1, W2 * scale, b2 * scale


def whole_numbers(rng, size):
    """Whole numbers in X as large as their type allows, and classes in bytes, yet logits of ordinary size."""
    *shape, X_type, y_type = size
    X, y, W1, *parameters = network(rng, shape)
    X = np.abs(X) if X_type == "uint8" else X
    most = min(10_000, np.iinfo(X_type).max)
    return np.rint(X * (most / np.abs(X).max())).astype(X_type), y.astype(y_type), W1 / most, *parameters


def large_hidden(rng, size):
    """Hidden values around ten thousand, yet logits of ordinary size."""
    X, y, W1, b1, W2, b2 = network(rng, size)
    return X, y, W1 * 4e3, b1 * 4e3, W2 / 4e3, b2


def other_examples(rng, size):
    """Always the same labels and parameters."""
    return network(rng, size)[0], *network(np.random.default_rng(0), size)[1:]


def loss_of(X, y, W1, b1, W2, b2):
    S = np.where(X @ W1 + b1 > 0, X @ W1 + b1, 0) @ W2 + b2
    return float(np.mean([np.logaddexp.reduce(s) - s[c] for s, c in zip(S, y, strict=True)]))


def example_by_example(X, y, W1, b1, W2, b2):
    """The gradients of one example at a time, averaged."""
    dW1, db1, dW2, db2 = (np.zeros(np.shape(p)) for p in (W1, b1, W2, b2))
    for x, c in zip(X, y, strict=True):
        z = x @ W1 + b1
        s = np.where(z > 0, z, 0) @ W2 + b2
        for j in range(len(s)):
            slope = (np.exp(s[j] - np.logaddexp.reduce(s)) - (j == c)) / len(X)
            db2[j] += slope
            for u in np.flatnonzero(z > 0):
                dW2[u, j] += slope * z[u]
                db1[u] += slope * W2[u, j]
                dW1[:, u] += slope * W2[u, j] * x
    return loss_of(X, y, W1, b1, W2, b2), dW1, db1, dW2, db2


def classes_balance(got, X, y, W1, b1, W2, b2):
    dW2, db2 = np.asarray(got[3], float), np.asarray(got[4], float)
    if dW2.shape != W2.shape or db2.shape != b2.shape:
        return f"expected dW2 of shape {W2.shape} and db2 of shape {b2.shape}, got {dW2.shape} and {db2.shape}"
    if not (abs(db2.sum()) <= 1e-9 and np.abs(dW2.sum(1)).max() <= 1e-9 * max(1, np.abs(dW2).max())):
        return "a shift of all logits changes no loss, so db2 and every row of dW2 must sum to zero"
    return None


def repeats(ask, X, y, W1, b1, W2, b2):
    once = ask(X, y, W1, b1, W2, b2)
    twice = ask(np.vstack([X, X]), np.concatenate([y, y]), W1, b1, W2, b2)
    for name, a, b in zip(("loss", "dW1", "db1", "dW2", "db2"), once, twice, strict=True):
        if not np.allclose(a, b, rtol=1e-6, atol=1e-9):
            return f"{name} changed when every example was given twice, but it is a mean"
    return None


EXAMPLE = (
    np.array([[1.0, 2.0]]),
    np.array([0]),
    np.array([[1.0, 1.0], [-1.0, 1.0]]),
    np.array([0.0, 0.0]),
    np.array([[4.0, 0.0], [1.0, 0.0]]),
    np.array([0.0, 3.0]),
)

AT_THE_KINK = [
    (np.zeros((1, 1)), np.array([1]), np.ones((1, 1)), np.zeros(1), np.array([[2.0, 1.0]]), np.zeros(2)),
    (
        np.array([[1.0, -1.0], [2.0, 1.0]]),
        np.array([0, 2]),
        np.array([[1.0, 2.0, -1.0], [1.0, -4.0, 0.0]]),
        np.zeros(3),
        np.array([[1.0, 2.0, 0.0], [0.5, -1.0, 1.0], [0.0, 1.0, -2.0]]),
        np.array([0.5, 0.0, -0.5]),
    ),
    (np.full((1, 1), 2.0**-40), np.array([1]), np.ones((1, 1)), np.zeros(1), np.array([[2.0, 1.0]]), np.zeros(2)),
]
"""Some hidden units are exactly zero before the ReLU, one is a hair above."""

SMALL = [(1, 1, 1, 2), (5, 2, 4, 3)]


def slope(name, wrt, position):
    return checks.gradient(
        name,
        "mlp_backward",
        network,
        sizes=SMALL,
        loss=loss_of,
        wrt=wrt,
        pick=lambda got: got[position],
        rtol=1e-5,
        atol=1e-8,
    )


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("mlp_backward", *EXAMPLE),
        (
            float(np.log(2)),
            np.array([[0.0, -0.5], [0.0, -1.0]]),
            np.array([0.0, -0.5]),
            np.array([[0.0, 0.0], [-1.5, 1.5]]),
            np.array([-0.5, 0.5]),
        ),
    ),
    slope("The gradient in b2 agrees with central differences", 5, 4),
    slope("The gradient in W2 agrees with central differences", 4, 3),
    slope("The gradient in b1 agrees with central differences", 3, 2),
    slope("The gradient in W1 agrees with central differences", 2, 1),
    checks.oracle(
        "Loss and gradients, example by example",
        "mlp_backward",
        network,
        sizes=[
            (1, 1, 1, 2),
            (2, 1, 2, 3),
            (3, 4, 2, 2),
            (9, 3, 5, 20),
            (2, 150, 4, 3),
            (2, 3, 200, 3),
            (1000, 2, 3, 2),
        ],
        expected=example_by_example,
        drawn=checks.reference,
    ),
    checks.oracle(
        "X may hold whole numbers, and they and y may be of one byte",
        "mlp_backward",
        whole_numbers,
        sizes=[
            (1, 2, 2, 2, "int64", "uint8"),
            (4, 3, 5, 3, "int8", "int64"),
            (150, 3, 2, 3, "int64", "int8"),
            (300, 2, 2, 3, "uint8", "uint8"),
        ],
        expected=example_by_example,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Hidden values may be large",
        "mlp_backward",
        large_hidden,
        sizes=[(1, 1, 2, 2), (4, 2, 5, 3)],
        expected=example_by_example,
        drawn=False,
    ),
    checks.oracle(
        "A class may be absent from the batch",
        "mlp_backward",
        one_class_missing,
        sizes=[(1, 2, 2, 2), (2, 2, 3, 3), (6, 3, 4, 5)],
        expected=example_by_example,
        drawn=False,
    ),
    checks.property(
        "The gradients of the output layer sum to zero over the classes",
        "mlp_backward",
        network,
        sizes=[(1, 1, 2, 3), (6, 3, 5, 4)],
        holds=classes_balance,
        drawn=False,
    ),
    checks.relation(
        "Giving every example twice changes nothing",
        "mlp_backward",
        network,
        sizes=[(1, 1, 1, 2), (4, 3, 4, 3)],
        holds=repeats,
        drawn=False,
    ),
    checks.oracle(
        "The slope of ReLU is zero at exactly zero, and one a hair above",
        "mlp_backward",
        AT_THE_KINK,
        expected=example_by_example,
    ),
    checks.stability(
        "Huge logits: the loss is not infinite, the gradients not NaN",
        "mlp_backward",
        loud,
        sizes=[(1e3, 2, 1, 2, 3), (8e4, 4, 3, 3, 2), (8e4, 6, 2, 5, 4)],
        expected=example_by_example,
    ),
    checks.stateless("No call remembers the one before", "mlp_backward", other_examples, sizes=[(40, 30, 3, 2)]),
    checks.unchanged(
        "No argument is changed",
        "mlp_backward",
        network,
        sizes=[(3, 2, 4, 3), (1, 2, 4, 3), (3, 1, 4, 3), (3, 2, 1, 3)],
    ),
]
