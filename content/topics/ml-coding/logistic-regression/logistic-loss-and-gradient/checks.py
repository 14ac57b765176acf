import numpy as np

from sharpen import checks


def task(rng, size):
    n, d = size
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 2, d)
    y = (rng.random(n) < 0.6).astype(int)
    return rng.normal(size=d), float(rng.normal()), X, y


def of_scale(rng, scale):
    """Logits of about +-scale, of both signs for both labels."""
    X = np.array([[1.0, 0.5], [-1.0, 0.25], [0.75, -0.5], [-0.5, -1.0], [0.0, 1.0]])
    return np.array([scale, scale / 8]), -scale / 7.5, X, np.array([1, 1, 0, 0, 1])


def that_cancel(rng, size):
    """Terms of up to a million in size, of whose sum a few ones are left."""
    n, d = size
    row, w = rng.integers(-990, 991, d), rng.uniform(50, 120, d) * rng.choice([-1, 1], d)
    X = row + rng.normal(size=(n, d)) / 50
    return w, float(-w @ row), X, (rng.random(n) < 0.5).astype(int)


def of_type(rng, kind):
    w_type, X_type, y_type = kind
    X = rng.integers(0, 256, (7, 3)) if X_type == "uint8" else rng.integers(-1000, 1001, (7, 3)) / 8
    w, y = np.array([1, -2, 1]), np.arange(7) % 2
    if X_type == "int64":
        X, w = rng.integers(-8, 9, (7, 3)), np.array([40_000, -2, 1])
    if X_type == "float16":  # logits beyond what it holds
        X, w = rng.integers(-1000, 1001, (7, 3)), np.array([200, -2, 1])
    if X_type == "float32":
        X, w = 100 + rng.integers(-8, 9, (7, 3)) / 64, np.array([40.1, -80.3, 40.2])
    return w.astype(w_type), 3, X.astype(X_type), y.astype(y_type)


TYPES = [("int64", "int64", "int64"), ("float64", "float64", "bool"), ("float64", "uint8", "uint8")]
TYPES += [("float32", "float32", "float64"), ("float16", "float16", "float16")]


def with_weights(rng, size):
    """Tables under the same weights."""
    return np.linspace(-1, 1, size[1]), 0.25, *task(rng, size)[2:]


def by_library(w, b, X, y):
    from scipy.special import expit, log_expit

    X, y = X.astype(float), y.astype(float)
    z = X @ w + b
    error = expit(z) - y
    return -np.mean(np.where(y == 1, log_expit(z), log_expit(-z))), X.T @ error / len(y), error.mean()


def loss_alone(w, b, X, y):
    return by_library(w, b, X, y)[0]


def half_and_half(got, _w, _b, X, y):
    """At w = 0, b = 0 every probability is 1/2, whatever the data."""
    loss, grad_w, grad_b = float(got[0]), np.asarray(got[1], float), float(got[2])
    if not np.isclose(loss, np.log(2), atol=1e-6):
        return f"at w = 0, b = 0 every row costs ln 2 = 0.693147, but the loss is {loss:.6g}"
    if not np.allclose(grad_w, X.T @ (0.5 - y) / len(y), 1e-6, 1e-6) or not np.isclose(
        grad_b, np.mean(0.5 - y), atol=1e-6
    ):
        return "at w = 0, b = 0 every error p - y is 1/2 or -1/2, and the gradient is their mean against the rows"
    return None


def zeros(rng, size):
    w, _, X, y = task(rng, size)
    return 0 * w, 0.0, X, y


def labels_are_symmetric(ask, w, b, X, y):
    one, other = ask(w, b, X, y), ask(-w, -b, X, 1 - y)
    if not np.isclose(one[0], other[0], 2e-6, 2e-6):
        return f"exchanging the labels and the signs of w and b must not change the loss: {one[0]!r} and {other[0]!r}"
    if not np.allclose(np.asarray(one[1], float), -np.asarray(other[1], float), 2e-6, 2e-6):
        return "exchanging the labels and the signs of w and b must change the sign of the gradient"
    return None


def rows_are_averaged(ask, w, b, X, y):
    once, twice = ask(w, b, X, y), ask(w, b, np.vstack([X, X]), np.append(y, y))
    for name, first, second in zip(("loss", "grad_w", "grad_b"), once, twice, strict=True):
        if not np.allclose(np.asarray(first, float), np.asarray(second, float), 2e-6, 2e-6):
            return f"every row twice must not change {name}: {checks.show(first)} became {checks.show(second)}"
    return None


SAME = checks.close(1e-6, 1e-6)
SIZES = [(1, 1), (2, 1), (3, 2), (5, 4), (40, 3), (50, 60), (10_000, 1)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("logistic_loss", np.zeros(1), float(np.log(3)), np.array([[1.0], [5.0]]), np.array([1, 0])),
        (np.log(16 / 3) / 2, np.array([1.75]), 0.25),
        same=SAME,
    ),
    checks.property(
        "At zero every row costs ln 2", "logistic_loss", zeros, [(1, 1), (30, 2)], holds=half_and_half, drawn=False
    ),
    checks.relation(
        "Rows are averaged, not summed", "logistic_loss", task, [(1, 1), (7, 2)], holds=rows_are_averaged, drawn=False
    ),
    checks.relation("Labels are symmetric", "logistic_loss", task, [(9, 3)], holds=labels_are_symmetric, drawn=False),
    checks.gradient(
        "The gradient in w", "logistic_loss", task, SIZES[:5:2], loss=loss_alone, wrt=0, pick=lambda got: got[1]
    ),
    checks.gradient(
        "The derivative in b", "logistic_loss", task, SIZES[:5:2], loss=loss_alone, wrt=1, pick=lambda got: got[2]
    ),
    checks.oracle("Random data", "logistic_loss", task, SIZES, expected=by_library, same=SAME, drawn=checks.reference),
    checks.oracle(
        "Numbers and labels of any type",
        "logistic_loss",
        of_type,
        TYPES,
        expected=by_library,
        same=SAME,
        drawn=False,
    ),
    checks.stability(
        "Logits of tens, hundreds, thousands, a million",
        "logistic_loss",
        of_scale,
        [11.0, 13.0, 20.0, 40.0, 100.0, 800.0, 5000.0, 8e5, -40.0, -800.0, -8e5],
        expected=by_library,
        same=SAME,
    ),
    checks.stability(
        "Tiny logits, and small sums of large terms",
        "logistic_loss",
        lambda rng, size: that_cancel(rng, size) if isinstance(size, tuple) else of_scale(rng, size),
        [1e-3, 1e-300, (5, 2), (9, 4)],
        expected=by_library,
        same=SAME,
    ),
    checks.stateless("No call leaves anything behind", "logistic_loss", with_weights, [(1010, 3)], same=SAME),
    checks.unchanged(
        "The arguments are left as they were",
        "logistic_loss",
        lambda rng, size: tuple(np.asarray(arg, size[2]) if np.ndim(arg) == 1 else arg for arg in task(rng, size[:2])),
        [(n, d, kind) for n, d in ((3, 2), (1, 2), (3, 1)) for kind in (None, float)],
    ),
    checks.error(
        "Labels other than 0 and 1 raise ValueError",
        [
            checks.call("logistic_loss", np.ones(1), 0.0, np.array([[1.0], [2.0]]), np.array(y))
            for y in (
                [-1, 1],
                [1, 2],
                [0, 257],
                [256, 1],
                [0, 2**16 + 1],
                [2**32, 1],
                [0, 0.5],
                [1, -1],
                [np.nan, 1],
                [1e-9, 1],
                [0, 1 + 1e-12],
            )
        ]
        + [checks.call("logistic_loss", np.ones(1), 0.0, np.ones((1500, 1)), np.append(np.ones(1499), -1))],
    ),
]
