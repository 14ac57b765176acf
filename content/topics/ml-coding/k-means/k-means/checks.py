import numpy as np

from sharpen import checks


def lloyd(X, centers, max_iter):
    """The statement, word for word: one point and one center at a time."""
    X, centers = np.asarray(X, float), np.array(centers, float)

    def assigned():
        return np.array([np.argmin([((x - c) ** 2).sum() for c in centers]) for x in X])

    for _ in range(max_iter):
        labels = assigned()
        before = centers.copy()
        for j in range(len(centers)):
            if (labels == j).any():
                centers[j] = X[labels == j].mean(axis=0)
        if (before == centers).all():
            break
    return assigned(), centers


def scikit_learn(X, centers, max_iter):
    from sklearn.cluster import KMeans

    model = KMeans(len(centers), init=centers, n_init=1, max_iter=max_iter, tol=0).fit(X)
    return model.labels_, model.cluster_centers_


def blobs(rng, size):
    """Points around k spots, and k of the points as centers."""
    n, k, d = size
    spots = rng.normal(scale=2, size=(k, d))
    X = spots[rng.integers(k, size=n)] + rng.normal(size=(n, d))
    return X, X[rng.choice(n, size=k, replace=False)]


def to_the_end(rng, size):
    return (*blobs(rng, size), 300)


def cut_short(rng, size):
    *shape, max_iter = size
    return (*blobs(rng, shape), max_iter)


def far_away(rng, size):
    """Quarters, far from the origin; with `apart`, every other one beyond it, and the first point in between."""
    n, k, d, offset, apart = size
    X, centers = blobs(rng, (n, k, d))
    X, centers = np.round(X * 4) / 4, np.round(centers * 4) / 4
    X[::2] += offset
    X[1::2] += -offset if apart else offset
    centers[::2] += offset
    centers[1::2] += -offset if apart else offset
    X[:1] *= not apart
    return X, centers, 300


def tiny(rng, size):
    """Blobs a millionth apart or less, and `far` points beyond 1 with their own center, whose costs hide theirs."""
    n, k, d, scale, far = size
    X, centers = blobs(rng, (n, k, d))
    away = 1 + rng.random((far, d)) / 2
    return np.vstack([X * scale, away]), np.vstack([centers * scale, away[:1]]), 300


def from_one_end(rng, size):
    """Points all along a line, and every center at its left end."""
    n, k, width = size
    X = np.sort(rng.random((n, 1)), axis=0) * width
    return X, X[:k].copy(), 10**6


def one_by_one(rng, size):
    """Points that one center takes from the other, one in each move: as many moves as points between the ends.

    In each round, every point is put between the borders before and after the move that takes the point before it;
    this converges. `origin` and `unit` say where on the line and how long it is.
    """
    moves, origin, unit = size
    line, taken = np.linspace(0.3, 0.7, moves), np.arange(moves + 1)
    for _ in range(100):
        sums = np.concatenate([[0], line.cumsum()])
        border = (sums / (taken + 5) + (sums[-1] - sums + 5) / (moves - taken + 5)) / 2
        line = (np.concatenate([[2 * border[0] - border[1]], border[:-2]]) + border[:-1]) / 2
    X = np.concatenate([np.zeros(5), line, np.ones(5)])[:, None]
    return (X + origin) * unit, (np.array([[0.0], X[5:].mean(axis=0)]) + origin) * unit, 10**6


def integers(rng, size):
    n, k, d, *offset = size
    X = rng.integers(-20, 20, size=(n, d)) + (offset or [0])[0]
    return X, X[:k].copy(), 300


def crowded(rng, size):
    """A few whole numbers on a short line: ties, equal centers and empty clusters, at the start and later."""
    n, k, max_iter = size
    return rng.integers(0, 5, (n, 1)) * 1.0, rng.integers(0, 5, (k, 1)) * 1.0, max_iter


def sound(got, X, _centers, _max_iter):
    """What makes an answer a fixed point of the two steps."""
    labels, centers = np.asarray(got[0]), np.asarray(got[1], float)
    if labels.shape != (len(X),):
        return f"expected one label for each of {len(X)} points, got shape {labels.shape}"
    distances = ((X[:, None] - centers) ** 2).sum(axis=2)
    own = distances[np.arange(len(X)), labels]
    lost = np.flatnonzero(own > distances.min(axis=1) + 1e-9)
    if lost.size:
        i = lost[0]
        return f"point {i} has label {labels[i]}, but the returned center {distances[i].argmin()} is nearer"
    for j in np.unique(labels):
        if not np.allclose(centers[j], X[labels == j].mean(axis=0), rtol=1e-9, atol=1e-9):
            return f"center {j} is not the mean of the points labeled {j}"
    return None


def floats(got, _X, centers, _max_iter):
    """The centers as floats, whatever the type of those that came in."""
    found = np.asarray(got[1])
    if found.shape != centers.shape:
        return f"expected centers of shape {centers.shape}, got {found.shape}"
    return None if found.dtype.kind == "f" else f"the centers must be floats, not {found.dtype}"


STATEMENT = np.array([[1.0, 1.0], [2.0, 1.0], [8.0, 5.0], [10.0, 7.0]])

TIES = [
    (np.array([[0.0]]), np.array([[-1.0], [1.0]]), 0),
    (np.array([[0.0]]), np.array([[1.0], [-1.0]]), 0),
    (
        np.array([[0.0, 0.0], [3.0, 4.0], [-3.0, -4.0]]),
        np.array([[9.0, 9.0], [4.0, 3.0], [-4.0, -3.0], [3.0, -4.0]]),
        0,
    ),
    (np.array([[-2.0], [0.0], [0.0], [2.0]]), np.array([[-2.0], [2.0]]), 1),
    (np.array([[0.0], [2.0], [6.0]]), np.array([[0.0], [3.0]]), 1),
]

EXCHANGES = [
    (np.array([[5, 5], [1, 2], [0, 4], [5, 4], [7, 7]]) * 1.0, np.array([[1.0, 2.0], [0.0, 4.0]]), 10),
    (
        np.array([[3, 5], [2, 5], [5, 6], [2, 0], [3, 4], [7, 0], [0, 8]]) * 1.0,
        np.array([[3.0, 5.0], [2.0, 5.0]]),
        10,
    ),
]
"""Two clusters that exchange a point for another, and another one later."""

EMPTY = [
    (np.array([[0.0], [2.0]]), np.array([[1.0], [50.0]]), 5),
    (np.array([[0.0], [2.0]]), np.array([[50.0], [1.0]]), 5),
    (np.array([[0.0, 2.0], [2.0, 4.0], [4.0, 0.0]]), np.array([[2.0, 2.0], [2.0, 2.0]]), 5),
    (np.array([[3.0, 1.0]]), np.array([[0.0, 7.0], [3.0, 2.0], [-9.0, 0.5]]), 5),
    (np.array([[0.0], [0.0], [6.0], [8.0]]), np.array([[-9.0], [1.0], [7.5], [100.0]]), 5),
    *((np.array([[1e8], [1e8 + 1]]), np.array([[0.1], [1e8]]), max_iter) for max_iter in (0, 5)),
]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("k_means", STATEMENT, centers=STATEMENT[:2], max_iter=10),
        (np.array([0, 0, 1, 1]), np.array([[1.5, 1.0], [9.0, 6.0]])),
    ),
    checks.oracle(
        "Stopped after any number of moves, the labels belong to the returned centers",
        "k_means",
        cut_short,
        [
            (1, 1, 1, 0),
            (3, 2, 1, 0),
            (3, 2, 1, 1),
            (8, 2, 1, 1),
            (12, 3, 2, 1),
            (40, 4, 3, 2),
            (60, 34, 50, 1),
            (60, 5, 2, 3),
        ],
        expected=lloyd,
    ),
    checks.oracle(
        "Random points, as scikit-learn clusters them",
        "k_means",
        to_the_end,
        [(1, 1, 1), (3, 1, 2), (5, 2, 1), (12, 3, 2), (40, 2, 5), (60, 4, 3), (200, 6, 7)],
        expected=scikit_learn,
        drawn=checks.reference,
    ),
    checks.oracle("A tie goes to the center with the lower index", "k_means", TIES, expected=lloyd),
    checks.oracle("A center without points stays where it is", "k_means", EMPTY, expected=lloyd, same=checks.exactly()),
    checks.oracle(
        "Few places: ties and empty clusters all along",
        "k_means",
        crowded,
        [(n, k, max_iter) for n in (3, 5, 7) for k in (2, 3, 4) for max_iter in (1, 2, 2, 3)],
        expected=lloyd,
    ),
    checks.oracle(
        "Integer points and centers: the means keep their fractions",
        "k_means",
        integers,
        [(2, 1, 1), (5, 2, 2), (30, 3, 2), (30, 3, 2, 10**8)],
        expected=lloyd,
    ),
    checks.property(
        "Integer points and centers: the returned centers are floats",
        "k_means",
        [(np.array([[0], [2], [9]]), np.array([[1], [9]]), max_iter) for max_iter in (0, 1, 5)],
        holds=floats,
    ),
    checks.oracle("Clusters change while their sizes stay", "k_means", EXCHANGES, expected=lloyd),
    checks.property(
        "Every label names the nearest center, and every center is the mean of its points",
        "k_means",
        to_the_end,
        [(4, 2, 3), (50, 5, 2), (300, 8, 4)],
        holds=sound,
    ),
    checks.stability(
        "Clusters a few units apart, a hundred million from the origin or from one another",
        "k_means",
        lambda rng, size: size if len(size) == 3 else far_away(rng, size),
        [
            (np.array([[0.0], [1e8 + 9]]), np.array([[1e8 + 7], [1e8 + 20], [1e8 + 10]]), 0),
            (np.full((1, 50), 2e8), np.array([[-2e8] * 50, [-1.9e8] * 50, [-1.5e8] * 50]), 0),
            (4, 2, 1, 2.0**27, False),
            (30, 3, 2, 2.0**27, False),
            (30, 6, 2, 2.0**27, True),
            (60, 4, 3, -(2.0**27), True),
        ],
        expected=lloyd,
        same=checks.close(rtol=0, atol=1e-3),
    ),
    checks.stability(
        "Clusters a millionth apart, or far less: small moves are still moves",
        "k_means",
        tiny,
        [(5, 2, 1, 1e-6, 0), (30, 3, 2, 1e-6, 0), (30, 3, 2, 1e-6, 1), (60, 4, 3, 1e-7, 9), (30, 3, 2, 1e-15, 0)],
        expected=lloyd,
        same=checks.close(rtol=1e-6, atol=0),
    ),
    checks.stability(
        "Centers that start at one end: many moves, and each a smaller gain",
        "k_means",
        from_one_end,
        [(30, 3, 1.0), (600, 4, 1.0), (600, 5, 1e-6)],
        expected=scikit_learn,
        same=checks.close(rtol=1e-6, atol=1e-15),
    ),
    checks.stability(
        "One point changes sides in each of 310 moves",
        "k_means",
        one_by_one,
        [(310, 2.0**27, 2.0**-50)],
        expected=lloyd,
        same=checks.close(rtol=1e-10, atol=0),
    ),
    checks.unchanged(
        "The inputs are not modified", "k_means", to_the_end, [(12, 3, 2), (1, 1, 2), (12, 1, 2), (12, 3, 1)]
    ),
    checks.stability(
        "It stops when nothing moves, though a million moves are allowed",
        "k_means",
        [(STATEMENT, STATEMENT[:2], 10**6)],
        expected=lloyd,
    ),
    checks.stateless(
        "No call leaves anything behind for the next one",
        "k_means",
        cut_short,
        [*[(9, 2, 2, 2)] * 3, (1100, 24, 50, 1)],
    ),
    checks.growth(
        "20,000 points: they are not compared with one another",
        "k_means",
        lambda rng, n: (rng.normal(size=(n, 2)), rng.normal(size=(4, 2)), 3),
        [20_000],
        factor=400,
    ),
]
