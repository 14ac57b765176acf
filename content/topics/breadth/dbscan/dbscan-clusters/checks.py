import numpy as np

from sharpen import checks


def by_the_definition(X, eps, min_points):
    """Components by repeated minima over the core points near each core point, then the borders."""
    X = np.asarray(X, float)
    near = np.array([[sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) ** 0.5 <= eps for y in X] for x in X])
    core = np.flatnonzero(near.sum(axis=1) >= min_points)
    first = {i: i for i in core}
    while True:
        lower = {i: min(first[j] for j in core if near[i, j]) for i in core}
        if lower == first:
            break
        first = lower
    numbers = {i: number for number, i in enumerate(sorted(set(first.values())))}
    return np.array([min((numbers[first[j]] for j in core if near[i, j]), default=-1) for i in range(len(X))])


def scikit_learn(X, eps, min_points):
    from sklearn.cluster import DBSCAN

    return DBSCAN(eps=eps, min_samples=min_points, algorithm="brute").fit(X).labels_


def groups(rng, size):
    """Groups of points among strays."""
    n, d, min_points = size
    spots = rng.normal(scale=4, size=(3, d))
    X = spots[rng.integers(3, size=n)] + rng.normal(scale=0.7, size=(n, d))
    strays = rng.random(n) < 0.2
    X[strays] = rng.uniform(-8, 8, (strays.sum(), d))
    return X, float(rng.uniform(0.4, 1.1) * np.sqrt(d)), min_points


def on_a_line(rng, size):
    """Few places on a line: coinciding points, distances of exactly eps, borders between clusters."""
    n, width, min_points = size
    return rng.integers(0, width, (n, 1)) * 1.0, float(rng.choice([1.0, 2.0])), min_points


def on_a_grid(rng, size):
    """Whole numbers in the plane, and 5 as the radius: 3, 4, 5."""
    n, width, min_points = size
    return rng.integers(-width, width, (n, 2)), 5.0, min_points


def far_away(rng, size):
    n, offset, unit = size
    X, eps, _ = groups(rng, (n, 2, 4))
    return np.rint(X * 256) / 256 * unit + offset, round(eps * 64) / 64 * unit + unit / 1024, 4


def shuffled_chain(rng, size):
    """A long chain from its first point on, then in disorder, with a gap in the middle."""
    n, step = size
    places = np.arange(n) * step
    places[n // 2 :] += 10 * step
    return np.concatenate([places[:1], rng.permutation(places[1:])])[:, None], step * 1.25, 2


def nearly_eps(rng, size):
    """Steps of a little less or a little more than eps, on a line far from the origin."""
    n, offset = size
    steps = 1 + rng.choice([-1, -1, 1], n) * 2.0**-18
    return rng.permutation(np.cumsum(steps))[:, None] + offset, 1.0, 2


def of_one_radius(rng, size):
    X, _, min_points = groups(rng, size)
    return X, 1.0, min_points


def two_chains(X, _eps, _min_points):
    """The two sides of the gap, the one of the first point first."""
    beyond = X[:, 0] > (X.min() + X.max()) / 2
    return np.where(beyond == beyond[0], 0, 1)


def same_groups(ask, X, eps, min_points):
    """What does not depend on the order: who is noise, and how core points are grouped."""
    order = np.arange(len(X))[::-1]
    ahead, back = np.asarray(ask(X, eps, min_points)), np.asarray(ask(X[order], eps, min_points))
    if ahead.shape != (len(X),) or back.shape != (len(X),):
        return f"expected one label for each of {len(X)} points"
    back = back[order]
    near = ((X[:, None] - X) ** 2).sum(axis=2) <= eps**2
    core = np.flatnonzero(near.sum(axis=1) >= min_points)
    changed = np.flatnonzero((ahead == -1) != (back == -1))
    if changed.size:
        return f"point {changed[0]} is noise in one order of the points, and not in the reverse order"
    for i in core:
        if ((ahead[core] == ahead[i]) != (back[core] == back[i])).any():
            return f"the other core points in the cluster of core point {i} are not the same in the reverse order"
    return None


def scaled(ask, X, eps, min_points):
    """Points and radius in another unit, a power of two, and mirrored."""
    plain, other = (np.asarray(ask(*one, min_points)) for one in ((X, eps), (-64 * X, 64 * eps)))
    if plain.shape != other.shape:
        return f"expected one label for each of {len(X)} points"
    different = np.flatnonzero(plain != other)
    return f"with X and eps 64 times as large, point {different[0]} has another label" if different.size else None


def consistent(got, X, eps, min_points):
    """The definition, checked on an answer."""
    labels = np.asarray(got)
    if labels.shape != (len(X),):
        return f"expected one label for each of {len(X)} points, got the shape {labels.shape}"
    near = ((X[:, None] - X) ** 2).sum(axis=2) <= eps**2
    core = near.sum(axis=1) >= min_points
    for i in range(len(X)):
        around = set(labels[near[i] & core].tolist())
        if core[i] and (labels[i] < 0 or around != {labels[i]}):
            return f"core point {i} has the label {labels[i]}, the core points near it have {sorted(around)}"
        if labels[i] != min(around, default=-1):
            return f"point {i} has the label {labels[i]}, not {min(around, default=-1)}"
    return None


LINE = np.array([[9.0], [8.0], [3.0], [1.0], [1.5], [2.0], [20.0]])

SHARED = [
    (np.array([[0.0], [1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [1.0], [5.0]]), 1.0, 4),
    (np.array([[3.0], [0.0], [1.0], [1.5], [2.0], [4.0], [4.5], [5.0], [6.0]]), 1.0, 4),
    (np.array([[3.0], [6.0], [5.0], [4.5], [4.0], [2.0], [1.5], [1.0], [0.0]]), 1.0, 4),
    (np.array([[4.0], [4.5], [4.5], [5.0], [3.0], [2.0], [1.0], [0.5], [0.5]]), 1.0, 4),
    (np.array([[-1.0], [-0.75], [0.0], [1.0], [1.0], [2.0], [3.0], [3.0]]), 1.0, 5),
    (np.array([[2.0], [1.0], [1.0], [0.5], [3.0], [6.0], [5.0], [5.0], [3.75]]), 1.25, 4),
]
"""Border points between two clusters, first, in the middle and last; a cluster that has lost some of its neighbors."""

FEW = [
    (np.array([[7.0, 1.0]]), 1.0, 1),
    (np.array([[7.0, 1.0]]), 1.0, 2),
    (np.array([[0.0], [1.0], [5.0]]), 0.0, 1),
    (np.array([[3.0], [0.0], [0.0], [3.0], [0.0]]), 0.0, 2),
    (np.array([[3.0], [0.0], [0.0], [3.0], [0.0]]), 0.0, 3),
    (np.array([[0.0], [1.0], [2.0]]), 1.0, 4),
    (np.array([[0.0], [1.0], [2.0]]), 1.0, 10_000),
    (np.array([[0.0], [1.0], [2.0]]), 1e6, 3),
    (np.array([[1e6], [-1e6], [0.0]]), 1e6, 3),
    (np.array([[1000000], [-1000000], [1]]), 999_999.0, 2),
    (np.full((6, 3), 2.5), 0.25, 6),
    (np.full((6, 3), 2.5), 0.25, 7),
    (np.array([[0.0]] * 119 + [[1.0], [-1.0]]), 1.0, 121),
    (np.array([[0.0]] * 119 + [[1.0], [-1.0]]), 1.0, 120),
    (np.array([[0.0]] * 119 + [[1.0], [-1.0]]), 1.0, 122),
]
"""One point, equal points, a radius of 0, all points noise, all points one cluster."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("dbscan", LINE, eps=1.0, min_points=3),
        np.array([-1, -1, 0, 0, 0, 0, -1]),
    ),
    checks.oracle(
        "Random groups and strays, as scikit-learn labels them",
        "dbscan",
        groups,
        [
            (1, 1, 1),
            (4, 1, 2),
            (12, 2, 3),
            (40, 2, 4),
            (60, 1, 2),
            (80, 3, 3),
            (300, 2, 5),
            (200, 20, 3),
            (300, 2, 110),
        ],
        expected=scikit_learn,
        drawn=checks.reference,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Few places on a line: a distance of exactly eps is near",
        "dbscan",
        on_a_line,
        [(n, width, m) for n, width in ((3, 5), (6, 9), (9, 14), (14, 22)) for m in (1, 2, 3, 4)],
        expected=by_the_definition,
        drawn=checks.reference,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Whole numbers in the plane",
        "dbscan",
        on_a_grid,
        [(4, 5, 2), (12, 9, 2), (30, 14, 3), (50, 18, 4)],
        expected=by_the_definition,
        drawn=checks.reference,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A border point of two clusters goes to the lower number and joins nothing",
        "dbscan",
        SHARED,
        expected=by_the_definition,
        same=checks.exactly(),
    ),
    checks.oracle(
        "One point, equal points, none or all of them core",
        "dbscan",
        FEW,
        expected=by_the_definition,
        same=checks.exactly(),
    ),
    checks.property(
        "Core points share the label of the core points near them, borders have the lowest one",
        "dbscan",
        groups,
        [(10, 1, 3), (40, 2, 4), (120, 2, 6)],
        holds=consistent,
    ),
    checks.relation(
        "Noise and the grouping of core points do not depend on the order",
        "dbscan",
        groups,
        [(12, 1, 3), (40, 2, 4), (80, 2, 5)],
        holds=same_groups,
    ),
    checks.relation(
        "Another unit changes nothing", "dbscan", groups, [(8, 1, 2), (30, 2, 4), (60, 3, 3)], holds=scaled
    ),
    checks.stability(
        "Groups far from the origin, or tiny",
        "dbscan",
        far_away,
        [(30, 0.0, 2.0**-18), (40, 999_900.0, 0.25), (60, -999_900.0, 1.0), (60, 0.0, 8192.0)],
        expected=by_the_definition,
        same=checks.exactly(),
    ),
    checks.stability(
        "Steps a little smaller or larger than eps, far from the origin",
        "dbscan",
        nearly_eps,
        [(12, 0.0), (30, 999_900.0), (60, -999_900.0)],
        expected=by_the_definition,
        same=checks.exactly(),
    ),
    checks.stability(
        "Chains of thousands of points",
        "dbscan",
        shuffled_chain,
        [(40, 1.0), (2600, 0.5)],
        expected=two_chains,
        same=checks.exactly(),
    ),
    checks.unchanged("X is not changed", "dbscan", groups, [(1, 1, 1), (9, 1, 2), (9, 2, 2), (30, 3, 3)]),
    checks.stateless(
        "No call leaves anything behind for the next one", "dbscan", of_one_radius, [*[(9, 2, 2)] * 4, (550, 2, 4)]
    ),
    checks.growth(
        "2,000 points: no loop over all pairs",
        "dbscan",
        lambda rng, n: (rng.uniform(0, 30, (n, 2)), 0.5, 4),
        [2_000],
        factor=6,
        same=checks.exactly(),
    ),
    checks.memory(
        "No array of n times n times d",
        checks.call("dbscan", np.random.default_rng(2).normal(size=(800, 20)), 3.0, 5),
        limit=50,
    ),
]
