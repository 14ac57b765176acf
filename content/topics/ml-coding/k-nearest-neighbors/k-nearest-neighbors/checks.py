import numpy as np

from sharpen import checks


def scikit_learn(X_train, y_train, X_test, k):
    from sklearn.neighbors import KNeighborsClassifier

    return KNeighborsClassifier(k, algorithm="brute").fit(X_train, y_train).predict(X_test)


def explained(got, X, y, T, k):
    """The statement, word for word; exact for whole numbers, shifted or scaled."""
    got = np.asarray(got)
    if got.shape != (len(T),):
        return f"expected one class for each of {len(T)} test rows, got shape {got.shape}"
    apart = X - T[:, None]
    squares = np.einsum("ijk,ijk->ij", apart, apart)
    near = squares.argmin(axis=1)[:, None] if k == 1 else squares.argsort(axis=1, kind="stable")[:, :k]
    found, codes = np.unique(y, return_inverse=True)
    votes = (codes[near][:, :, None] == np.arange(len(found))).sum(axis=1)
    right = found[votes.argmax(axis=1)]
    # One by one, as Python's numbers: among arrays, an integer beside a float is made a float.
    for i in [i for i, (one, other) in enumerate(zip(got.tolist(), right.tolist(), strict=True)) if one != other]:
        rows = [f"row {j} (distance {squares[i, j] ** 0.5:.6g}, class {y[j]})" for j in near[i, :6]]
        more = f" and {k - 6} more" if k > 6 else ""
        return f"test row {i} is of class {right[i]}, not {got[i]}: its nearest rows are {', '.join(rows)}{more}"
    return None


def classes(rng, n):
    return rng.choice([-40, -3, 0, 2, 1000], size=n)


def scattered(rng, size):
    n, m, d, k = size
    return rng.normal(size=(n, d)), classes(rng, n), rng.normal(size=(m, d)), k


def on_a_grid(rng, size):
    """Few different coordinates, so that most distances occur several times; the fourth in size makes them close."""
    n, m, d, k, *scale = size
    X, T = rng.integers(-2, 3, size=(n, d)), rng.integers(-2, 3, size=(m, d))
    unit = scale[0] if scale else 1.0
    return X * unit, classes(rng, n), T * unit, k


def two_far_classes(rng, size):
    """Classes in equal parts and an even share for each among k = n, so that votes are often tied."""
    n, d, k = size
    X = rng.normal(size=(n, d))
    return X, rng.permutation(np.resize([5, -7, 11], n)), rng.normal(size=(4, d)), k


def far_away(rng, size):
    """Quarters, far from the origin; with `apart`, half of them on its other side, and the first row in between."""
    n, m, d, k, offset, apart = size
    X, y, T, _ = scattered(rng, (n, m, d, k))
    sides = rng.choice([-offset, offset] if apart else [offset], size=(n + m, 1))
    X, T = np.round(X * 16) / 4 + sides[:n], np.round(T * 16) / 4 + sides[n:]
    X[:1] *= not apart
    return X, y, T, k


def whole_numbers(rng, size):
    n, m, d, k = size
    return rng.integers(-999, 999, (n, d)) * 1.0, classes(rng, n), rng.integers(-999, 999, (m, d)) * 1.0, k


def own_rows(rng, size):
    n, d = size
    X = rng.normal(size=(n, d))
    return X, classes(rng, n), X.copy(), 1


def everyone(rng, size):
    """All n vote, and the more frequent a class, the farther from the first test row."""
    n, m, d = size
    X, y, T, _ = scattered(rng, (n, m, d, 1))
    if n > 5632:  # votes of which nothing is left in 8 bits
        y = np.repeat([3, -40], [5632, n - 5632])
    found, counts = np.unique(y, return_counts=True)
    y[((X - T[0]) ** 2).sum(axis=1).argsort()] = np.repeat(found[counts.argsort()], np.sort(counts))
    return X, y, T, n


def majority(got, _X, y, T, _k):
    found, counts = np.unique(y, return_counts=True)
    winner = found[counts.argmax()]
    if np.array_equal(got, np.full(len(T), winner)):
        return None
    return f"when all rows vote, every prediction is the most frequent class, {winner}"


LINE = np.array([[0.0], [1.0], [9.0], [10.0]])
LABELS = np.array([7, 7, 3, 3])
MIDDLE = np.array([[5.0]])
FOUR = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])
ORIGIN = np.array([[0.0, 0.0]])
FAR_CLASSES = np.array([10**14, -(10**14), 10**14 + 1, -(10**14)])
LAST_DIGITS = np.array([2**53 + 1, 2**60 + 1, -(2**62) - 1, 2**63 - 1])
"""Classes that a float cannot hold."""
NEARLY_ALIKE = np.array([2**53 + 1, 2**53, -3, 7 * 2**53])
"""The first two are one class as floats."""
FAR = [
    (np.array([[0.0], [1e8], [1e8 + 1], [1e8 + 2]]), np.arange(4), np.array([[1e8 + 0.75]]), 1),
    (np.array([[1e8 + 0.25], [1e8], [-1e8 - 0.5]]), np.arange(3), np.array([[0.0]]), 1),
]
NEARLY_TIED = [
    (np.array([[1.04e-9], [0.96e-9]]), np.array([1, 2]), np.array([[0.0]]), 1),
    (np.array([[3.0, 4.0], [3.0, 4.0 - 2e-8]]), np.array([1, 2]), np.array([[0.0, 0.0]]), 1),
]
"""The second row is nearer, by less than what rounded distances show."""

BESIDE_A_FAR_ROW = [
    (np.array([[0.0], [1e-9], [2e8]]), np.array([1, 2, 3]), np.array([[1e-9], [0.0], [-1e-9]]), 1),
    (np.array([[0.0, 3e-9], [1e-9, 0.0], [-2e8, 1e8]]), np.array([1, 2, 3]), np.array([[2e-9, 0.0]]), 1),
]
"""Near the origin, where floats are fine; beside the mean of all rows they are too coarse to tell them apart."""


def crowd(rng):
    """4,000 rows on four by four units far away: among their squares, which are rounded to units, each is like any."""
    X, T = 2.0**27 + rng.integers(0, 1024, (4000, 2)) / 256, 2.0**27 + rng.integers(0, 1024, (12, 2)) / 256
    return X, classes(rng, 4000), T, 1


EQUAL_DISTANCES = [
    (LINE, LABELS, MIDDLE, 1),
    (LINE[::-1].copy(), LABELS, MIDDLE, 1),
    (LINE, LABELS, MIDDLE, 3),
    (LINE[::-1].copy(), LABELS, MIDDLE, 3),
    *((FOUR, np.array(y), ORIGIN, 1) for y in ([4, 1, 2, 3], [1, 4, 2, 3])),
    *((FOUR, np.array(y), ORIGIN, 3) for y in ([5, 1, 5, 1], [1, 5, 5, 1], [1, 5, 1, 5])),
    *((np.zeros((6, 1)), np.array([9, 9, 1, 1, 1, 1]), np.array([[q]]), 3) for q in (1.0, 0.0)),
    (np.array([[-61.0], [61.0], [1.0]]), np.array([2, 1, 2]), np.array([[0.0]]), 2),  # seen from their mean, no tie
]

CHECKS = [
    checks.example(
        "The example in the statement, with k = 3", checks.call("knn_predict", LINE, LABELS, MIDDLE, k=3), [7]
    ),
    checks.oracle(
        "Random rows, as scikit-learn classifies them",
        "knn_predict",
        scattered,
        [(1, 1, 1, 1), (2, 3, 1, 1), (3, 2, 2, 3), (10, 5, 3, 4), (40, 30, 2, 5), (120, 60, 5, 9), (200, 40, 4, 30)],
        expected=scikit_learn,
        drawn=checks.reference,
    ),
    checks.property(
        "Of equal distances, the lower row number is nearer", "knn_predict", EQUAL_DISTANCES, holds=explained
    ),
    checks.property(
        "Of equally many votes, the smallest class wins",
        "knn_predict",
        two_far_classes,
        [(2, 1, 2), (3, 1, 3), (4, 2, 2), (6, 1, 6), (12, 2, 4), (30, 2, 6)],
        holds=explained,
    ),
    checks.property(
        "Coordinates on a grid: ties everywhere",
        "knn_predict",
        on_a_grid,
        [(4, 3, 1, 2), (8, 6, 2, 3), (32, 20, 2, 5), (128, 40, 3, 8)],
        holds=explained,
    ),
    checks.property(
        "Classes may be any integers, however far apart",
        "knn_predict",
        [
            *((LINE, FAR_CLASSES, np.array([[9.4], [0.0], [5.0], [0.6]]), k) for k in (1, 2, 3)),
            (LINE, LAST_DIGITS, LINE, 1),
            *((LINE, NEARLY_ALIKE, LINE, k) for k in (1, 2, 3)),
        ],
        holds=explained,
    ),
    checks.property(
        "With k = 1, every training row gets its own class",
        "knn_predict",
        own_rows,
        [(3, 2), (50, 3), (600, 1)],
        holds=explained,
    ),
    checks.property(
        "With k = n, everybody gets the most frequent class",
        "knn_predict",
        everyone,
        [(2, 1, 2), (7, 3, 1), (300, 8, 2), (6_000, 1, 1)],
        holds=majority,
    ),
    checks.stability(
        "A few units apart, a hundred million from the origin or from one another",
        "knn_predict",
        lambda rng, size: size if len(size) == 4 else far_away(rng, size),
        [
            (4, 3, 1, 1, 2.0**27, False),
            *FAR,
            (32, 20, 2, 3, 2.0**27, False),
            (32, 20, 2, 3, 2.0**27, True),
            (64, 20, 3, 5, 2.0**27, True),
            crowd(np.random.default_rng(5)),
        ],
        holds=explained,
    ),
    checks.stability(
        "Rows a millionth or a billionth apart",
        "knn_predict",
        lambda rng, size: size if len(size) == 4 else on_a_grid(rng, size),
        [*NEARLY_TIED, *BESIDE_A_FAR_ROW, (4, 3, 1, 2, 2.0**-20), (32, 20, 2, 5, 2.0**-20), (32, 20, 2, 5, 2.0**-30)],
        holds=explained,
    ),
    checks.error(
        "k must be from 1 to n",
        [
            *(checks.call("knn_predict", LINE, LABELS, MIDDLE, k=k) for k in (0, 5, -1)),
            *(checks.call("knn_predict", LINE[:1], LABELS[:1], MIDDLE, k=k) for k in (0, 2, 7)),
        ],
    ),
    checks.unchanged(
        "The inputs are not modified",
        "knn_predict",
        scattered,
        [(10, 4, 2, 3), (1, 4, 2, 1), (10, 1, 2, 3), (10, 4, 1, 3)],
    ),
    checks.stateless(
        "No call leaves anything behind for the next one",
        "knn_predict",
        whole_numbers,
        [(9, 6, 2, 3), (1100, 21, 50, 3)],
    ),
    checks.growth(
        "50,000 training rows: they are not compared with one another",
        "knn_predict",
        whole_numbers,
        [(50_000, 1, 3, 20_000)],
        factor=100,
    ),
]
