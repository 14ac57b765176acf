import numpy as np

from sharpen import checks


def by_hand(X, y, k_max):
    """The statement, word for word; exact for whole numbers and quarters."""
    mistakes = [0] * k_max
    for i in range(len(X)):
        squares = ((X - X[i]) ** 2).sum(axis=1)
        others = sorted((j for j in range(len(X)) if j != i), key=lambda j, squares=squares: (squares[j], j))
        for k in range(1, k_max + 1):
            votes = [int(y[j]) for j in others[:k]]
            winner = min(set(votes), key=lambda c, votes=votes: (-votes.count(c), c))
            mistakes[k - 1] += winner != y[i]
    return mistakes.index(min(mistakes)) + 1, mistakes


def scikit_learn(X, y, k_max):
    from sklearn.model_selection import LeaveOneOut, cross_val_predict
    from sklearn.neighbors import KNeighborsClassifier

    mistakes = [
        int((cross_val_predict(KNeighborsClassifier(k, algorithm="brute"), X, y, cv=LeaveOneOut()) != y).sum())
        for k in range(1, k_max + 1)
    ]
    return int(np.argmin(mistakes)) + 1, mistakes


def classes(rng, n):
    """Far apart, and some alike in 32 bits, in seven digits or as floats."""
    return rng.choice([-(2**62), -3, 10**14, 10**14 + 2**32, 2**62, 2**62 + 1], size=n)


def overlapping(rng, size):
    """Classes that depend on the first feature, with noise."""
    n, d, k_max = size
    X = rng.normal(size=(n, d))
    noisy = rng.random(n) < 0.2
    return X, np.where(noisy, classes(rng, n), np.where(X[:, 0] > 0, 7, -5)), k_max


def mostly_one(rng, size):
    """A class of two thirds anywhere: of 600 rows over 255 are wrong at k = 1, of 200 votes over 127 are for it."""
    n, d, k_max = size
    return rng.normal(size=(n, d)), np.where(rng.random(n) < 0.68, 7, classes(rng, n)), k_max


def on_a_grid(rng, size):
    """Few different coordinates: equal rows, and ties of every kind; the fourth in size makes them close."""
    n, d, k_max, *unit = size
    return rng.integers(-1, 3, size=(n, d)) * (unit or [1.0])[0], classes(rng, n), k_max


def equal_rows(rng, size):
    """Each row about three times, in any order, with coordinates that are no round numbers."""
    n, d, k_max = size
    return rng.normal(size=(-(-n // 3), d))[rng.integers(-(-n // 3), size=n)], classes(rng, n), k_max


def two_groups(rng, size):
    """Two groups so far apart that a large number on the diagonal is not large enough."""
    n, d, k_max = size
    if d > 2:
        X = rng.normal(size=(n, d)) * 1e6
        X[::2] += 1.5e8
        X[1::2] -= 1.5e8
        return X, classes(rng, n), k_max
    X, y, k_max = on_a_grid(rng, size)
    X[::2] += 2.0**20
    return X, y, k_max


def far_away(rng, size):
    """Quarters, far from the origin; with `apart`, every other row on its other side."""
    n, d, k_max, offset, apart = size
    X, y, _ = overlapping(rng, (n, d, k_max))
    X = np.round(X * 16) / 4
    X[::2] += offset
    X[1::2] += -offset if apart else offset
    return X, y, k_max


def alternating(rng, size):
    """Two classes in turn, so that only X differs from one call to the next."""
    n, d, k_max = size
    return rng.normal(size=(n, d)), np.resize([4, 9], n), k_max


def balanced(rng, size):
    n, d = size
    return rng.normal(size=(n, d)), rng.permutation(np.resize([4, 9], n)), n - 1


def always_wrong(got, X, _y, _k_max):
    if np.asarray(got[1])[-1] == len(X):
        return None
    return "with two classes in equal numbers and k = n - 1, every row is outvoted; expected n mistakes at the end"


def first_of_the_fewest(got, _X, _y, k_max):
    best_k, mistakes = got
    mistakes = np.asarray(mistakes)
    if mistakes.shape != (k_max,):
        return f"expected a count for each k from 1 to {k_max}, got shape {mistakes.shape}"
    if best_k != mistakes.argmin() + 1:
        return f"best_k is {best_k}, but the first of the fewest mistakes is at k = {mistakes.argmin() + 1}"
    return None


EXAMPLE = np.array([[0.0], [1.0], [3.0], [4.0], [9.0], [10.0]])
LABELS = np.array([0, 0, 1, 0, 1, 1])

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("choose_k", EXAMPLE, LABELS, k_max=4), (3, [2, 3, 1, 3])
    ),
    checks.oracle(
        "Random rows, as scikit-learn's leave-one-out counts them",
        "choose_k",
        overlapping,
        [(2, 1, 1), (3, 1, 2), (5, 2, 3), (12, 2, 11), (30, 3, 12)],
        expected=scikit_learn,
        drawn=checks.reference,
    ),
    checks.oracle(
        "Equal rows: only the row itself is left out",
        "choose_k",
        [
            (np.array([[1.0], [1.0]]), np.array([3, 8]), 1),
            (np.array([[1.0], [1.0]]), np.array([5, 5]), 1),
            (np.array([[1.0], [1.0], [1.0]]), np.array([3, 8, 3]), 2),
            (np.array([[5.0], [0.0], [5.0], [5.0], [9.0]]), np.array([1, 2, 2, 1, 2]), 3),
        ],
        expected=by_hand,
    ),
    checks.oracle(
        "Equal rows are equally far, whatever their coordinates",
        "choose_k",
        equal_rows,
        [(4, 2, 2), (12, 3, 6), (24, 5, 8), (60, 7, 10)],
        expected=by_hand,
    ),
    checks.oracle(
        "Classes may be any 64-bit integers",
        "choose_k",
        [
            (np.array([[0.0], [1.0], [5.0], [6.0]]), np.array(y), 1)
            for y in ([2**60, 2**60 + 1, 7, 7], [-(2**60), 5, 1 - 2**60, -(2**60)], [2**63 - 1, 2**63 - 2, 0, -(2**63)])
        ],
        expected=by_hand,
    ),
    checks.oracle(
        "Coordinates on a grid: ties everywhere",
        "choose_k",
        on_a_grid,
        [(4, 1, 3), (8, 2, 5), (16, 2, 15), (64, 2, 20)],
        expected=by_hand,
    ),
    checks.property(
        "best_k is the smallest k with the fewest mistakes",
        "choose_k",
        overlapping,
        [(4, 1, 3), (20, 2, 19), (60, 2, 30)],
        holds=first_of_the_fewest,
    ),
    checks.property(
        "Two classes in equal numbers and k = n - 1: every row is outvoted",
        "choose_k",
        balanced,
        [(2, 1), (6, 2), (20, 3)],
        holds=always_wrong,
    ),
    checks.stability(
        "A few units apart, a hundred million from the origin or from one another",
        "choose_k",
        far_away,
        [(4, 1, 3, 2.0**27, False), (32, 2, 8, 2.0**27, False), (64, 3, 8, 2.0**27, True), (200, 2, 2, 2.0**27, False)],
        expected=by_hand,
    ),
    checks.stability(
        "Two groups far apart, and k so large that both vote",
        "choose_k",
        lambda rng, size: size if isinstance(size[0], np.ndarray) else two_groups(rng, size),
        [
            (np.array([[-1e8], [1e8]]), np.array([3, 8]), 1),
            (np.array([[0.0], [1e8 + 0.25], [1e8]]), np.array([8, 3, 8]), 1),
            (3, 1, 2),
            (6, 1, 5),
            (16, 1, 15),
            (12, 20, 11),
        ],
        expected=by_hand,
    ),
    checks.stability(
        "Rows a billionth apart, also with others far away",
        "choose_k",
        lambda rng, size: size if isinstance(size[0], np.ndarray) else on_a_grid(rng, size),
        [
            (np.array([[0.0], [5e-9], [6e-9], [2e8], [2e8 - 1], [2e8 - 3]]), np.array([3, 8, 8, 8, 8, 8]), 1),
            (5, 1, 3, 2.0**-30),
            (16, 2, 9, 2.0**-30),
        ],
        expected=by_hand,
    ),
    checks.error(
        "k_max must be from 1 to n - 1", [checks.call("choose_k", EXAMPLE, LABELS, k_max=k) for k in (0, 6, -1)]
    ),
    checks.unchanged("The inputs are not modified", "choose_k", overlapping, [(12, 2, 5), (12, 1, 5)]),
    checks.stateless(
        "No call leaves anything behind for the next one",
        "choose_k",
        alternating,
        [*[(9, 2, 4)] * 3, (55, 20, 8)],
    ),
    checks.growth(
        "600 rows and 200 values of k for little more than the price of one",
        "choose_k",
        mostly_one,
        [(600, 4, 200)],
        factor=40,
    ),
]
