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
    return np.array([scale, scale / 8]), -scale / 16, X, np.array([1, 1, 0, 0, 1])


def by_library(w, b, X, y):
    from scipy.special import expit, log_expit

    z = X @ w + b
    error = expit(z) - y
    return -np.mean(np.where(y == 1, log_expit(z), log_expit(-z))), X.T @ error / len(y), error.mean()


def loss_alone(w, b, X, y):
    return by_library(w, b, X, y)[0]


def half_and_half(got, _w, _b, X, y):
    """At w = 0, b = 0 every probability is 1/2, whatever the data."""
    loss, grad_w, grad_b = float(got[0]), np.asarray(got[1], float), float(got[2])
    if not np.isclose(loss, np.log(2), rtol=1e-9):
        return f"at w = 0, b = 0 every row costs ln 2 = 0.693147, but the loss is {loss:.6g}"
    if not np.allclose(grad_w, X.T @ (0.5 - y) / len(y), 1e-7, 1e-9) or not np.isclose(grad_b, np.mean(0.5 - y)):
        return "at w = 0, b = 0 every error p - y is 1/2 or -1/2, and the gradient is their mean against the rows"
    return None


def zeros(rng, size):
    w, _, X, y = task(rng, size)
    return 0 * w, 0.0, X, y


def labels_are_symmetric(ask, w, b, X, y):
    one, other = ask(w, b, X, y), ask(-w, -b, X, 1 - y)
    if not np.isclose(one[0], other[0], 1e-7, 1e-12):
        return f"exchanging the labels and the signs of w and b must not change the loss: {one[0]!r} and {other[0]!r}"
    if not np.allclose(np.asarray(one[1], float), -np.asarray(other[1], float), 1e-6, 1e-9):
        return "exchanging the labels and the signs of w and b must change the sign of the gradient"
    return None


def rows_are_averaged(ask, w, b, X, y):
    once, twice = ask(w, b, X, y), ask(w, b, np.vstack([X, X]), np.append(y, y))
    for name, first, second in zip(("loss", "grad_w", "grad_b"), once, twice, strict=True):
        if not np.allclose(np.asarray(first, float), np.asarray(second, float), 1e-7, 1e-9):
            return f"every row twice must not change {name}: {checks.show(first)} became {checks.show(second)}"
    return None


SIZES = [(1, 1), (2, 1), (3, 2), (5, 4), (40, 3), (200, 10)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("logistic_loss", np.zeros(1), float(np.log(3)), np.array([[1.0], [5.0]]), np.array([1, 0])),
        (np.log(16 / 3) / 2, np.array([1.75]), 0.25),
    ),
    checks.property(
        "At zero every row costs ln 2", "logistic_loss", zeros, [(1, 1), (2, 3), (30, 2)], holds=half_and_half
    ),
    checks.oracle("Random data", "logistic_loss", task, SIZES, expected=by_library),
    checks.gradient(
        "The gradient in w", "logistic_loss", task, SIZES[:5], loss=loss_alone, wrt=0, pick=lambda got: got[1]
    ),
    checks.gradient(
        "The derivative in b", "logistic_loss", task, SIZES[:5], loss=loss_alone, wrt=1, pick=lambda got: got[2]
    ),
    checks.relation("Rows are averaged, not summed", "logistic_loss", task, [(1, 1), (7, 2)], holds=rows_are_averaged),
    checks.relation("Labels are symmetric", "logistic_loss", task, [(2, 1), (9, 3)], holds=labels_are_symmetric),
    checks.oracle(
        "Integer data",
        "logistic_loss",
        [(np.array([1, -2]), 1, np.array([[1, 0], [2, 1], [-1, 3]]), np.array([0, 1, 1]))],
        expected=by_library,
    ),
    checks.stability(
        "Logits of tens, hundreds, thousands, a million",
        "logistic_loss",
        of_scale,
        [20.0, 40.0, 100.0, 800.0, 5000.0, 9e5, -40.0, -800.0, -9e5],
        expected=by_library,
    ),
    checks.stability("Tiny logits", "logistic_loss", of_scale, [1e-3, 1e-8, 1e-300], expected=by_library),
    checks.unchanged("The arguments are left as they were", "logistic_loss", task, [(3, 2)]),
    checks.error(
        "Labels other than 0 and 1 raise ValueError",
        [
            checks.call("logistic_loss", np.ones(1), 0.0, np.array([[1.0], [2.0]]), np.array(y))
            for y in ([-1, 1], [1, 2], [0, 0.5], [1, -1])
        ],
    ),
]
