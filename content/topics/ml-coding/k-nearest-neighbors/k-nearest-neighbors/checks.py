import numpy as np

from sharpen import checks


def by_hand(X_train, y_train, X_test, k):
    """The statement, word for word, one test row at a time; exact for whole numbers and quarters."""
    answer = []
    for q in X_test:
        squares = ((X_train - q) ** 2).sum(axis=1)
        nearest = sorted(range(len(X_train)), key=lambda i, squares=squares: (squares[i], i))[:k]
        votes = [int(y_train[i]) for i in nearest]
        answer.append(min(set(votes), key=lambda c, votes=votes: (-votes.count(c), c)))
    return np.array(answer)


def scikit_learn(X_train, y_train, X_test, k):
    from sklearn.neighbors import KNeighborsClassifier

    return KNeighborsClassifier(k, algorithm="brute").fit(X_train, y_train).predict(X_test)


def classes(rng, n):
    return rng.choice([-40, -3, 0, 2, 1000], size=n)


def scattered(rng, size):
    n, m, d, k = size
    return rng.normal(size=(n, d)), classes(rng, n), rng.normal(size=(m, d)), k


def on_a_grid(rng, size):
    """Few different coordinates, so that most distances occur several times."""
    n, m, d, k = size
    X = rng.integers(-2, 3, size=(n, d)).astype(float)
    return X, classes(rng, n), rng.integers(-2, 3, size=(m, d)).astype(float), k


def two_far_classes(rng, size):
    """Classes in equal parts and an even share for each among k = n, so that votes are often tied."""
    n, d, k = size
    X = rng.normal(size=(n, d))
    return X, rng.permutation(np.resize([5, -7, 11], n)), rng.normal(size=(4, d)), k


def close_together(rng, size):
    X, y, T, k = on_a_grid(rng, size)
    return X * 2.0**-20, y, T * 2.0**-20, k


def far_away(rng, size):
    *shape, offset = size
    X, y, T, k = scattered(rng, shape)
    return np.round(X * 16) / 4 + offset, y, np.round(T * 16) / 4 + offset, k


def own_rows(rng, size):
    n, d = size
    X = rng.normal(size=(n, d))
    return X, classes(rng, n), X.copy(), 1


def own_class(got, _X, y, _same, _k):
    wrong = np.flatnonzero(np.asarray(got) != y)
    return f"row {wrong[0]} is its own nearest neighbor, of class {y[wrong[0]]}" if wrong.size else None


def everyone(rng, size):
    n, m, d = size
    X, y, T, _ = scattered(rng, (n, m, d, 1))
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

EQUAL_DISTANCES = [
    (LINE, LABELS, MIDDLE, 1),
    (LINE[::-1].copy(), LABELS, MIDDLE, 1),
    (LINE, LABELS, MIDDLE, 3),
    (LINE[::-1].copy(), LABELS, MIDDLE, 3),
    *((FOUR, np.array(y), ORIGIN, 1) for y in ([4, 1, 2, 3], [1, 4, 2, 3])),
    *((FOUR, np.array(y), ORIGIN, 3) for y in ([5, 1, 5, 1], [1, 5, 5, 1], [1, 5, 1, 5])),
    (np.zeros((6, 1)), np.array([9, 9, 1, 1, 1, 1]), np.array([[1.0]]), 3),
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
    checks.oracle(
        "Of equal distances, the lower row number is nearer", "knn_predict", EQUAL_DISTANCES, expected=by_hand
    ),
    checks.oracle(
        "Of equally many votes, the smallest class wins",
        "knn_predict",
        two_far_classes,
        [(2, 1, 2), (3, 1, 3), (4, 2, 2), (6, 1, 6), (12, 2, 4), (30, 2, 6)],
        expected=by_hand,
    ),
    checks.oracle(
        "Coordinates on a grid: ties everywhere",
        "knn_predict",
        on_a_grid,
        [(4, 3, 1, 2), (8, 6, 2, 3), (32, 20, 2, 5), (128, 40, 3, 8)],
        expected=by_hand,
    ),
    checks.property(
        "With k = 1, every training row gets its own class", "knn_predict", own_rows, [(3, 2), (50, 3)], holds=own_class
    ),
    checks.property(
        "With k = n, everybody gets the most frequent class",
        "knn_predict",
        everyone,
        [(2, 1, 2), (7, 3, 1), (40, 5, 3)],
        holds=majority,
    ),
    checks.stability(
        "A few units apart, a hundred million from the origin",
        "knn_predict",
        far_away,
        [(4, 3, 1, 1, 2.0**27), (32, 20, 2, 3, 2.0**27), (64, 20, 3, 5, -(2.0**27))],
        expected=by_hand,
    ),
    checks.stability(
        "Rows a millionth apart", "knn_predict", close_together, [(4, 3, 1, 2), (32, 20, 2, 5)], expected=by_hand
    ),
    checks.error("k must be from 1 to n", [checks.call("knn_predict", LINE, LABELS, MIDDLE, k=k) for k in (0, 5, -1)]),
    checks.unchanged("The inputs are not modified", "knn_predict", scattered, [(10, 4, 2, 3)]),
    checks.growth(
        "4,000 training rows, 1,000 test rows",
        "knn_predict",
        lambda rng, size: scattered(rng, size),
        [(4000, 1000, 4, 10)],
        factor=60,
    ),
]
