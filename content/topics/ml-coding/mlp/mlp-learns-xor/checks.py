import numpy as np

from sharpen import checks


def start(rng, size):
    """`size` is (examples, features, hidden units, step size, steps)."""
    n, d, h, learning_rate, steps = size
    parameters = rng.normal(size=(d, h)), rng.normal(size=h), rng.normal(size=h), float(rng.normal())
    return rng.normal(size=(n, d)), rng.integers(0, 2, n), *parameters, learning_rate, steps


def other_examples(rng, size):
    """Always the same labels and starting parameters."""
    return start(rng, size)[0], *start(np.random.default_rng(0), size)[1:]


def whole_numbers(rng, size):
    """Whole numbers, and a hidden unit that nobody listens to at first."""
    *shape, X_type, y_type = size
    X, y, W1, b1, w2, *others = start(rng, shape)
    w2[0], y[-1] = 0, 1
    X = np.rint(2 * X)
    return (np.abs(X) if X_type == "uint8" else X).astype(X_type), y.astype(y_type), W1, b1, w2, *others


CORNERS, LABELS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])


def xor(rng, hidden):
    weights = rng.standard_normal((2, hidden)), np.zeros(hidden), rng.standard_normal(hidden), 0.0
    return CORNERS, LABELS, *weights, 1.0, 500


def logits(X, W1, b1, w2, b2):
    return np.tanh(X @ np.asarray(W1, float) + np.asarray(b1, float)) @ np.asarray(w2, float) + b2


def log_loss(z, y):
    return float(np.mean(np.logaddexp(0, z) - y * z))


def along_the_slope(X, y, W1, b1, w2, b2, learning_rate, steps):
    """Gradient descent with gradients from central differences."""
    sizes = [W1.size, b1.size, w2.size, 1]
    theta = np.concatenate([W1.ravel(), b1, w2, [b2]])

    def unpacked(theta):
        first, second, third, last = np.split(theta, np.cumsum(sizes)[:-1])
        return first.reshape(W1.shape), second, third, float(last[0])

    def loss(theta):
        return log_loss(logits(X, *unpacked(theta)), y)

    losses = []
    for _ in range(steps):
        losses.append(loss(theta))
        moves = 1e-5 * np.eye(len(theta))
        slope = np.array([loss(theta + move) - loss(theta - move) for move in moves]) / 2e-5
        theta = theta - learning_rate * slope
    return *unpacked(theta), losses


def knows_xor(got, X, y, W1, b1, w2, b2, learning_rate, steps):
    W1, b1, w2, b2, losses = got
    z = logits(X, W1, b1, w2, b2)
    wrong = [X[i].tolist() for i in range(len(y)) if (z[i] > 0) != y[i]]
    if wrong:
        return f"after {steps} steps the network is wrong at {wrong}"
    if not log_loss(z, y) < 0.05:
        return f"after {steps} steps the loss is {log_loss(z, y):.3f}; it must be below 0.05"
    if len(losses) != steps:
        return f"expected {steps} losses, got {len(losses)}"
    return None if losses[-1] < losses[0] else f"the reported loss went from {losses[0]:.3f} to {losses[-1]:.3f}"


def falls(got, X, y, W1, b1, w2, b2, learning_rate, steps):
    losses = np.append(np.asarray(got[4], float), log_loss(logits(X, *got[:4]), y))
    up = np.flatnonzero(~(np.diff(losses) < 0))
    if len(up):
        change = losses[up[0] + 1] - losses[up[0]]
        return f"step {up[0]} changes the loss, {losses[up[0]]:.9g} before it, by {change:.3g}; small steps lower it"
    return None


def twins(rng, size):
    """The first and the last hidden unit start alike."""
    X, y, W1, b1, w2, b2, learning_rate, steps = start(rng, size)
    W1[:, -1], b1[-1], w2[-1] = W1[:, 0], b1[0], w2[0]
    return X, y, W1, b1, w2, b2, learning_rate, steps


def still_twins(got, X, y, W1, b1, w2, b2, learning_rate, steps):
    after, bias, out = (np.asarray(part, float) for part in got[:3])
    same = np.allclose(after[:, 0], after[:, -1]) and np.isclose(bias[0], bias[-1]) and np.isclose(out[0], out[-1])
    return None if same else "two hidden units that start with the same weights must stay the same"


def in_two_parts(ask, X, y, W1, b1, w2, b2, learning_rate, steps):
    whole = ask(X, y, W1, b1, w2, b2, learning_rate, steps)
    half = ask(X, y, W1, b1, w2, b2, learning_rate, steps // 2)
    middle = [np.asarray(part, float) for part in half[:3]]
    rest = ask(X, y, *middle, float(half[3]), learning_rate, steps - steps // 2)
    if not np.allclose(np.concatenate([half[4], rest[4]]), whole[4], rtol=1e-6):
        return "the losses of the two halves are not those of the whole"
    for name, a, b in zip(("W1", "b1", "w2", "b2"), whole, rest, strict=False):
        if not np.allclose(a, b, rtol=1e-6, atol=1e-9):
            return f"{name} after {steps} steps is not what it is after {steps // 2} and then the rest"
    return None


def confident(rng, size):
    """Logits in the thousands, about half of them on the wrong side."""
    X, y, W1, b1, w2, b2, learning_rate, _ = start(rng, (*size, 1e-3, 0))
    return X, y, W1, b1, 3e3 * w2, b2, learning_rate, 2


ALMOST_DONE = [
    (np.array([[-1.0], [1.0]]), np.array([0, 1]), np.array([[1.0]]), np.zeros(1), np.array([8.0]), 0.0, 0.5, 3),
    (CORNERS, LABELS, np.array([[6.0, 6.0], [6.0, 6.0]]), np.array([-3.0, -9.0]), np.array([6.0, -6.0]), -6.0, 1.0, 4),
    (np.array([[-1.0], [2.0]]), np.array([0, 1]), np.array([[2.0]]), np.zeros(1), np.array([12.0]), 0.0, 1.0, 3),
]
"""Starts with losses of about 0.002 and 0.00001."""


def overshooting(seed):
    """The first step is so long that the loss goes from 0.56 to 0.91, before it falls."""
    X, *others = start(np.random.default_rng(seed), (4, 2, 3, 2.0, 6))
    return 2 * X, *others


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "train_mlp",
            np.array([[2.0], [0.0]]),
            np.array([1, 0]),
            np.zeros((1, 1)),
            np.zeros(1),
            np.array([4.0]),
            0.0,
            0.5,
            1,
        ),
        (np.array([[1.0]]), np.array([0.0]), np.array([4.0]), 0.0, [float(np.log(2))]),
    ),
    checks.oracle(
        "One step goes down the slope of the loss",
        "train_mlp",
        start,
        sizes=[(1, 1, 1, 0.5, 1), (2, 1, 3, 2.0, 1), (3, 2, 4, 1.0, 1), (6, 4, 3, 0.3, 1)],
        expected=along_the_slope,
        drawn=checks.reference,
        same=checks.close(1e-5, 1e-7),
    ),
    checks.oracle(
        "No step leaves everything as it was",
        "train_mlp",
        start,
        sizes=[(1, 1, 1, 0.5, 0), (4, 2, 3, 1.0, 0)],
        expected=along_the_slope,
        drawn=False,
    ),
    checks.oracle(
        "Several steps, and the loss before each",
        "train_mlp",
        start,
        sizes=[
            (1, 1, 2, 0.5, 2),
            (4, 2, 3, 1.0, 3),
            (9, 2, 4, 2.0, 8),
            (5, 50, 2, 0.1, 2),
            (5, 3, 50, 0.1, 2),
            (10, 3, 5, 0.2, 10),
            (150, 2, 3, 0.5, 3),
        ],
    ),
    checks.oracle(
        "X and y may hold whole numbers, also of one byte",
        "train_mlp",
        whole_numbers,
        sizes=[
            (1, 1, 1, 0.5, 2, "int64", "int64"),
            (5, 2, 3, 0.5, 3, "int64", "float64"),
            (5, 2, 3, 0.5, 3, "uint8", "uint8"),
            (5, 2, 3, 0.5, 3, "int8", "int8"),
        ],
        drawn=False,
    ),
    checks.oracle(
        "A small loss does not end the training, nor does one that rises",
        "train_mlp",
        [*ALMOST_DONE, overshooting(9)],
    ),
    checks.oracle("The whole run on XOR, loss by loss", "train_mlp", xor, sizes=[8], drawn=False),
    checks.property(
        "Small steps lower the loss, every one of them",
        "train_mlp",
        start,
        sizes=[(2, 1, 2, 0.02, 5), (8, 3, 4, 0.02, 20)],
        holds=falls,
        drawn=False,
    ),
    checks.property("XOR is learned from every start", "train_mlp", xor, sizes=[8, 8], holds=knows_xor, drawn=False),
    checks.property(
        "Hidden units that start alike stay alike",
        "train_mlp",
        twins,
        sizes=[(3, 2, 2, 0.5, 5), (6, 3, 4, 0.5, 20)],
        holds=still_twins,
        drawn=False,
    ),
    checks.relation(
        "Training in two parts is training at once",
        "train_mlp",
        start,
        sizes=[(4, 2, 3, 0.5, 2), (7, 3, 5, 0.5, 9)],
        holds=in_two_parts,
        drawn=False,
    ),
    checks.stability(
        "Confident mistakes have a large loss, not an infinite one",
        "train_mlp",
        confident,
        sizes=[(2, 1, 1), (4, 2, 3), (12, 3, 4)],
    ),
    checks.stateless("No call remembers the one before", "train_mlp", other_examples, sizes=[(40, 30, 2, 0.1, 1)]),
    checks.unchanged(
        "The starting weights are not changed",
        "train_mlp",
        start,
        sizes=[(3, 2, 4, 0.5, 2), (1, 2, 4, 0.5, 2), (3, 1, 4, 0.5, 2), (3, 2, 1, 0.5, 2)],
    ),
]
