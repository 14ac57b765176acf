import numpy as np

from sharpen import checks

# All features are multiples of 1/4 (or of one power of two) and small, so every margin is exact.


def by_hand(X, y, order, epochs):
    """The rule in plain Python numbers."""
    rows, labels = X.tolist(), [int(label) for label in y]
    w, b, mistakes = [0.0] * X.shape[1], 0, []
    while len(mistakes) < epochs and (not mistakes or mistakes[-1] > 0):
        mistakes.append(0)
        for i in order:
            score = sum(a * c for a, c in zip(w, rows[i], strict=True)) + b
            if labels[i] * score <= 0:
                w = [a + labels[i] * c for a, c in zip(w, rows[i], strict=True)]
                b += labels[i]
                mistakes[-1] += 1
    return w, b, mistakes


def noisy(rng, size):
    n, d, epochs = size
    return rng.integers(-8, 9, (n, d)) / 4, rng.choice([-1, 1], n), list(range(n)), epochs


def one_label(rng, size):
    """Rows as large as each other and all of one label, so that the bias goes far from zero."""
    n, d, label = size
    return rng.integers(-400, 401, (n, d)) / 4, np.full(n, label), list(range(n)), 1


def any_visits(rng, size):
    n, d, visits, epochs = size
    X, y, _, _ = noisy(rng, (n, d, 1))
    return X, y, rng.integers(0, n, visits).tolist(), epochs


def other_examples(rng, size):
    """Always the same labels."""
    X, _, order, epochs = noisy(rng, size)
    return X, noisy(np.random.default_rng(0), size)[1], order, epochs


def separable(rng, size):
    """Rows with |x_0 - 2 x_1 + 1/2| of at least 3/4, labeled by its sign."""
    n, d = size
    X = rng.integers(-8, 9, (20 * n, d)) / 4
    score = X[:, 0] - 2 * X[:, 1] + 0.5
    X, score = X[np.abs(score) >= 0.75][:n], score[np.abs(score) >= 0.75][:n]
    return X, np.where(score > 0, 1, -1), rng.permutation(len(X)).tolist(), 1000


def scaled(rng, exponent):
    X, y, order, epochs = noisy(rng, (12, 3, 6))
    return X * 2.0**exponent, y, order, epochs


def separates(got, X, y, order, epochs):
    w, b, mistakes = np.asarray(got[0], float), float(got[1]), list(got[2])
    if not mistakes or mistakes[-1] != 0:
        return f"the rows can be separated, but the mistakes of the epochs are {mistakes[-5:]} at the end"
    if 0 in mistakes[:-1]:
        return f"epoch {mistakes.index(0) + 1} had no mistake, but training went on"
    wrong = np.flatnonzero(~(y * (X @ w + b) > 0))
    return f"row {wrong[0]} is still on the wrong side" if len(wrong) else None


def within_novikoff(got, X, y, order, epochs):
    u = np.zeros(X.shape[1] + 1)
    u[0], u[1], u[-1] = 1.0, -2.0, 0.5
    rows = np.hstack([X, np.ones((len(X), 1))])
    gamma = (y * (rows @ u)).min() / np.linalg.norm(u)
    bound = (rows**2).sum(1).max() / gamma**2
    total = sum(got[2])
    return f"{total} mistakes; (R/gamma)^2 allows {bound:.1f}" if total > bound else None


def flips(ask, X, y, order, epochs):
    w, b, mistakes = ask(X, y, order, epochs)
    flipped_w, flipped_b, flipped_mistakes = ask(X, -y, order, epochs)
    if not np.array_equal(np.asarray(flipped_w), -np.asarray(w)) or flipped_b != -b:
        return "with every label flipped, w and b should be the same with the other sign"
    return None if list(mistakes) == list(flipped_mistakes) else "with every label flipped, the mistakes changed"


ROWS = np.array([[2.0, 0.0], [0.0, 1.0], [-1.0, -1.0]])
WHOLE = [
    (np.array([[100, 100], [100, -120], [-90, 5]], np.int8), np.array([1, 1, -1], np.int8), [0, 2, 1], 2),
    (np.array([[100, 1], [99, -3], [90, 2]], np.int8), np.array([1.0, -1.0, 1.0]), [0, 1, 2, 0, 1, 2], 3),
    (np.array([[-128, 3], [5, 4]], np.int8), np.array([-1, 1], np.int8), [0, 1, 0], 3),
    (np.array([[3, 200], [1, 255]], np.uint8), np.array([-1, 1], np.int8), [0, 1, 0], 3),
    (np.array([[20_000, 12_000], [20_000, 0]], np.int16), np.array([1, -1]), [0, 1], 9),
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
XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("perceptron", ROWS, np.array([1, -1, -1]), order=[0, 1, 2], epochs=10),
        ([2.0, -1.0], 0.0, [2, 0]),
    ),
    checks.oracle(
        "A margin of zero is a mistake, also later on",
        "perceptron",
        [
            (np.array([[1.0]]), np.array([1]), [0], 1),
            (np.array([[1.0, 0.0], [-1.0, 0.0]]), np.array([1, -1]), [0, 1], 1),
            (np.array([[1.0, 2.0], [-3.0, 1.0], [2.0, 2.0]]), np.array([-1, -1, 1]), [0, 1, 2], 1),
        ],
        expected=by_hand,
    ),
    checks.oracle(
        "Random rows against the rule by hand",
        "perceptron",
        noisy,
        sizes=[(1, 1, 2), (2, 1, 1), (3, 2, 2), (5, 2, 1), (8, 3, 4), (20, 5, 4), (6, 20, 3), (500, 3, 1)],
        expected=by_hand,
    ),
    checks.oracle(
        "It visits the given rows in the given order, and no others",
        "perceptron",
        any_visits,
        sizes=[(3, 2, 1, 3), (4, 3, 2, 3), (2, 1, 5, 3), (6, 2, 14, 3), (9, 4, 0, 3), (500, 2, 500, 1)],
        expected=by_hand,
    ),
    checks.oracle(
        "It stops after an epoch without a mistake, or after the last epoch",
        "perceptron",
        [
            (ROWS, np.array([1, -1, -1]), [0, 1, 2], 1),
            (ROWS, np.array([1, -1, -1]), [0, 1, 2], 2),
            (ROWS, np.array([1, 1, 1]), [0, 1, 2], 50),
            (XOR, np.array([-1, 1, 1, -1]), [0, 1, 2, 3], 7),
            (np.zeros((2, 1)), np.array([1, -1]), [0, 1], 1000),
            (ROWS, np.array([1, -1, -1]), [0, 1, 2], 0),
        ],
        expected=by_hand,
    ),
    checks.oracle("X and y may hold integers, also of one byte", "perceptron", WHOLE, expected=by_hand),
    checks.oracle("The bias may be large", "perceptron", one_label, [(500, 20, 1), (500, 20, -1)], expected=by_hand),
    checks.oracle("The last digits of X may decide", "perceptron", LAST_DIGITS, expected=by_hand),
    checks.property(
        "Rows that can be separated end up separated",
        "perceptron",
        separable,
        sizes=[(2, 2), (5, 2), (20, 2), (40, 3), (60, 5)],
        holds=separates,
        drawn=False,
    ),
    checks.property(
        "The number of mistakes respects Novikoff's bound",
        "perceptron",
        separable,
        sizes=[(3, 2), (15, 2), (50, 4)],
        holds=within_novikoff,
        drawn=False,
    ),
    checks.relation(
        "Flipping every label flips the boundary",
        "perceptron",
        noisy,
        sizes=[(2, 1, 2), (20, 2, 3)],
        holds=flips,
        drawn=False,
    ),
    checks.stability(
        "Tiny and huge features are judged by sign, not by size",
        "perceptron",
        scaled,
        sizes=[-20, 18],
        expected=by_hand,
    ),
    checks.error(
        "Labels other than -1 and +1 raise ValueError",
        [
            checks.call("perceptron", ROWS, np.array([1, 0, 1]), [0, 1, 2], 5),
            checks.call("perceptron", ROWS, np.array([1, -1, 2]), [0, 1, 2], 5),
            checks.call("perceptron", ROWS, np.array([-2, -1, 1]), [0, 1, 2], 5),
            checks.call("perceptron", ROWS, np.array([1, 127, -1], np.int8), [0, 1, 2], 5),
            # Labels that are 1 or -1 when only their last bits are kept.
            *(
                checks.call("perceptron", ROWS, np.array([1, 2**bits + one, -1]), [0, 1, 2], 5)
                for bits in (8, 16, 32)
                for one in (1, -1)
            ),
            checks.call("perceptron", ROWS, np.array([1.0, -1.0, -1.5]), [0, 1, 2], 5),
            checks.call("perceptron", ROWS, np.array([1.0, 0.5, -1.0]), [0, 1, 2], 5),
            checks.call("perceptron", ROWS, np.array([1.0, np.nan, -1.0]), [0, 1, 2], 5),
            checks.call("perceptron", ROWS, np.array([1.0, 1 + 1e-9, -1.0]), [0, 1, 2], 5),
            checks.call("perceptron", np.ones((500, 1)), np.append(np.ones(499), 0), [0], 5),
            checks.call("perceptron", ROWS, np.array([1, 0, -1]), [], 5),
            checks.call("perceptron", ROWS, np.array([1, 0, -1]), [0, 2], 5),
            checks.call("perceptron", ROWS, np.array([1, 0, -1]), [0, 1, 2], 0),
        ],
    ),
    checks.stateless("No call remembers the one before", "perceptron", other_examples, sizes=[(51, 20, 1)]),
    checks.unchanged("X, y and order are not changed", "perceptron", noisy, sizes=[(4, 3, 2), (1, 3, 2), (4, 1, 2)]),
]
