import numpy as np

from sharpen import checks

# All features are multiples of 1/4 (or of one power of two), so every margin is exact however it is computed.


def weights_after(X, y, order, epochs):
    """Weights and bias after each visit, in plain numbers, one row (w, b) a visit."""
    rows, w, after = np.hstack([X, np.ones((len(X), 1))]).tolist(), [0.0] * (X.shape[1] + 1), []
    for i in [i for _ in range(epochs) for i in order]:
        if y[i] * sum(a * c for a, c in zip(w, rows[i], strict=True)) <= 0:
            w = [a + int(y[i]) * c for a, c in zip(w, rows[i], strict=True)]
        after.append(w)
    return np.array(after).reshape(-1, X.shape[1] + 1)


def by_hand(X, y, order, epochs):
    after = weights_after(X, y, order, epochs)
    mean = after.mean(0) if len(after) else np.zeros(X.shape[1] + 1)
    return mean[:-1], float(mean[-1])


def noisy(rng, size):
    n, d, epochs = size
    return rng.integers(-8, 9, (n, d)) / 4, rng.choice([-1, 1], n), list(range(n)), epochs


def one_label(rng, size):
    """Rows as large as each other and all of one label, so that the bias goes far from zero."""
    n, d, label = size
    return rng.integers(-400, 401, (n, d)) / 4, np.full(n, label), list(range(n)), 1


def any_visits(rng, size):
    n, d, visits = size
    X, y, _, _ = noisy(rng, (n, d, 1))
    return X, y, rng.integers(0, n, visits).tolist(), 3


def other_examples(rng, size):
    """Always the same labels."""
    X, _, order, epochs = noisy(rng, size)
    return X, noisy(np.random.default_rng(0), size)[1], order, epochs


def scaled(rng, exponent):
    X, y, order, epochs = noisy(rng, (8, 3, 3))
    return X * 2.0**exponent, y, order, epochs


def between_the_extremes(got, X, y, order, epochs):
    mean = np.append(np.asarray(got[0], float), float(got[1]))
    after = weights_after(X, y, order, epochs)
    if mean.shape != after[0].shape:
        return f"expected w of shape {(X.shape[1],)}"
    outside = ~((mean >= after.min(0) - 1e-9) & (mean <= after.max(0) + 1e-9))
    return f"entry {outside.argmax()} of (w, b) is outside of what it ever was in training" if outside.any() else None


def flips(ask, X, y, order, epochs):
    w, b = ask(X, y, order, epochs)
    flipped_w, flipped_b = ask(X, -y, order, epochs)
    same = np.allclose(np.asarray(flipped_w), -np.asarray(w)) and np.isclose(flipped_b, -b)
    return None if same else "with every label flipped, w and b should be the same with the other sign"


def grows_together(ask, X, y, order, epochs):
    """Several epochs are one long epoch."""
    once, twice = ask(X, y, order, epochs), ask(X, y, order * epochs, 1)
    same = np.allclose(once[0], twice[0]) and np.isclose(once[1], twice[1])
    return None if same else f"{epochs} epochs are not the same as one epoch with the visits {epochs} times over"


WHOLE = [
    (np.array([[100, 100], [100, -120], [-90, 5]], np.int8), np.array([1, 1, -1], np.int8), [0, 2, 1], 2),
    (np.array([[100, 1], [99, -3], [90, 2]], np.int8), np.array([1.0, -1.0, 1.0]), [0, 1, 2, 0, 1, 2], 3),
    (np.array([[-128, 3], [5, 4]], np.int8), np.array([-1, 1], np.int8), [0, 1, 0], 3),
    (np.array([[3, 200], [1, 255]], np.uint8), np.array([-1, 1], np.int8), [0, 1, 0], 3),
    (np.array([[900_000, -7], [40_000, 800_000]]), np.array([1, -1]), [0, 1], 4),
    (np.array([[1_000_000, 3], [50_000, 2]]), np.array([1, 1]), [0, 1], 2),
    (np.array([[1_000_000, 3], [90_000, 2]]), np.array([1, -1]), [0, 1], 2),
]
LAST_DIGITS = [(np.array([[5e5 + 1 / 64, 1.0], [-1.0, 5e5 - 1]]), np.array([1, -1]), [0, 1], 1)]
"""The second row is right by a margin of 1/64."""
A, B, HALF = 2.0**19 + 2.0**-6, 2.0**19 - 2.0**-6, 2.0**19
LAST_DIGITS += [
    (np.array([[A, HALF, 1.0], [side * B, -side * HALF, -1.0]]), np.array([1, label]), [0, 1], 1)
    for side in (1, -1)
    for label in (1, -1)
]
"""The score of the second row is 2**-12 or -2**-12: (2**38 - 2**-12) - 2**38, each product and each sum exact."""
ROWS, LABELS = np.array([[2.0, 0.0], [0.0, 1.0], [-1.0, -1.0]]), np.array([1, -1, -1])

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("averaged_perceptron", ROWS, LABELS, order=[0, 1, 2], epochs=1),
        ([2.0, -2 / 3], 1 / 3),
    ),
    checks.oracle(
        "A margin of zero is a mistake, also later on",
        "averaged_perceptron",
        [
            (np.array([[1.0]]), np.array([1]), [0], 1),
            (np.array([[1.0, 0.0], [-1.0, 0.0]]), np.array([1, -1]), [0, 1], 1),
            (np.array([[1.0, 2.0], [-3.0, 1.0], [2.0, 2.0]]), np.array([-1, -1, 1]), [0, 1, 2], 1),
        ],
        expected=by_hand,
    ),
    checks.oracle(
        "Random rows against the mean by hand",
        "averaged_perceptron",
        noisy,
        sizes=[(1, 1, 2), (2, 1, 1), (3, 2, 2), (5, 2, 1), (8, 3, 4), (6, 20, 3), (500, 3, 1)],
        expected=by_hand,
    ),
    checks.oracle(
        "Visits without a mistake count, to the last epoch",
        "averaged_perceptron",
        [(ROWS, LABELS, [0, 1, 2], epochs) for epochs in (2, 3, 100)],
        expected=by_hand,
    ),
    checks.oracle(
        "It visits the given rows in the given order, and no others",
        "averaged_perceptron",
        any_visits,
        sizes=[(3, 2, 1), (4, 3, 2), (2, 1, 5), (6, 2, 14), (500, 2, 500)],
        expected=by_hand,
    ),
    checks.oracle("X and y may hold integers, also of one byte", "averaged_perceptron", WHOLE, expected=by_hand),
    checks.oracle(
        "The bias may be large", "averaged_perceptron", one_label, [(500, 20, 1), (500, 20, -1)], expected=by_hand
    ),
    checks.oracle(
        "A sum over many visits keeps its digits",
        "averaged_perceptron",
        [(np.array([[777_777.0, -3.25]]), np.array([1]), [0] * 500, 6)],
        expected=by_hand,
    ),
    checks.oracle("The last digits of X may decide", "averaged_perceptron", LAST_DIGITS, expected=by_hand),
    checks.stability(
        "Tiny and huge features are judged by sign, not by size",
        "averaged_perceptron",
        scaled,
        sizes=[-20, 18],
        expected=by_hand,
        same=checks.close(1e-6, 1e-12),
    ),
    checks.stability(
        "Without a visit the answer is zero, not NaN",
        "averaged_perceptron",
        [(ROWS, LABELS, [], 3), (ROWS, LABELS, [0, 1], 0)],
        expected=by_hand,
    ),
    checks.property(
        "Each weight is between its smallest and its largest value in training",
        "averaged_perceptron",
        noisy,
        sizes=[(1, 2, 3), (4, 3, 2), (12, 2, 4)],
        holds=between_the_extremes,
        drawn=False,
    ),
    checks.relation(
        "Flipping every label flips the boundary",
        "averaged_perceptron",
        noisy,
        sizes=[(2, 1, 2), (12, 2, 2)],
        holds=flips,
        drawn=False,
    ),
    checks.relation(
        "An epoch goes on where the one before it ended",
        "averaged_perceptron",
        noisy,
        sizes=[(3, 2, 2), (10, 3, 3)],
        holds=grows_together,
        drawn=False,
    ),
    checks.stateless("No call remembers the one before", "averaged_perceptron", other_examples, sizes=[(51, 20, 1)]),
    checks.unchanged(
        "X, y and order are not changed", "averaged_perceptron", noisy, sizes=[(4, 3, 2), (1, 3, 2), (4, 1, 2)]
    ),
]
