from itertools import combinations

import numpy as np

from sharpen import checks

near = checks.close(1e-6, 1e-6)
RULES = {"single": np.min, "complete": np.max, "average": np.mean}
LINKAGES = list(RULES)


def distances(X):
    X = np.asarray(X, float)
    return np.sqrt(((X[:, None] - X) ** 2).sum(axis=2))


def from_the_points(X, linkage):
    """The statement, word for word: all pairs of clusters at every merge, each from its points."""
    gaps, groups, merges = distances(X), {i: [i] for i in range(len(X))}, []
    for new in range(len(X), 2 * len(X) - 1):
        pairs = {(a, b): RULES[linkage](gaps[np.ix_(groups[a], groups[b])]) for a, b in combinations(sorted(groups), 2)}
        a, b = min(pairs, key=lambda pair: (pairs[pair], pair))
        groups[new] = groups.pop(a) + groups.pop(b)
        merges.append([a, b, pairs[a, b], len(groups[new])])
    return np.array(merges, float)


def scipy_tree(X, linkage):
    from scipy.cluster.hierarchy import linkage as tree

    return tree(np.asarray(X, float), method=linkage)


def clouds(rng, size):
    n, d, linkage = size
    spots = rng.normal(scale=3, size=(3, d))
    return spots[rng.integers(3, size=n)] + rng.normal(size=(n, d)), linkage


def far_away(rng, size):
    *shape, offset = size
    X, linkage = clouds(rng, shape)
    return np.rint(X * 64) / 64 * 0.25 + np.where(rng.random((len(X), 1)) < 0.5, offset, -offset), linkage


def on_a_grid(rng, size):
    """Whole numbers from a small square: many equal distances, and points that coincide."""
    n, d, linkage = size
    return rng.integers(0, 4, (n, d)), linkage


def whole(rng, size):
    n, d, linkage = size
    return rng.integers(-1_000_000, 1_000_001, (n, d)), linkage


def members(merges, n):
    """The points of every cluster, by its number."""
    groups = [[i] for i in range(n)]
    for a, b in merges[:, :2].astype(int):
        groups.append(groups[a] + groups[b])
    return groups


def wrong_form(merges, n):
    if merges.shape != (n - 1, 4):
        return f"expected the shape {(n - 1, 4)}, got {merges.shape}"
    for t, (a, b) in enumerate(merges[:, :2]):
        if not 0 <= a < b < n + t or a % 1 or b % 1:
            return f"merge {t} is of the clusters {a:g} and {b:g}, not of two numbers below {n + t}, the lower first"
    twice = [number for number in range(2 * n - 2) if (merges[:, :2] == number).sum() != 1]
    return f"cluster {twice[0]} must be merged exactly once" if twice else None


def heights_are_true(got, X, linkage):
    """Each merge has the distance and the size of what it joins, and is not lower than the one before."""
    merges, gaps = np.asarray(got, float), distances(X)
    wrong = wrong_form(merges, len(X))
    if wrong:
        return wrong
    groups = members(merges, len(X))
    for t, (a, b, height, size) in enumerate(merges):
        true = float(RULES[linkage](gaps[np.ix_(groups[int(a)], groups[int(b)])]))
        if abs(true - height) > 1e-6 * max(1, true):
            return f"clusters {a:g} and {b:g} are {true:.9g} apart by {linkage} linkage, not {height:.9g}"
        if size != len(groups[len(X) + t]):
            return f"merge {t} makes a cluster of {len(groups[len(X) + t])} points, not {size:g}"
        if t and height < merges[t - 1, 2] - 1e-9:
            return f"merge {t} has the distance {height:.9g}, less than {merges[t - 1, 2]:.9g} before it"
    return None


def edges_of_the_spanning_tree(X):
    """Prim's algorithm: the lengths of the edges of a minimum spanning tree."""
    gaps, lengths = distances(X), []
    reach = gaps[0].copy()
    inside = np.arange(len(X)) == 0
    for _ in range(len(X) - 1):
        nearest = np.where(inside, np.inf, reach).argmin()
        lengths.append(reach[nearest])
        inside[nearest] = True
        reach = np.minimum(reach, gaps[nearest])
    return np.sort(lengths)


def spans_the_points(got, X, _linkage):
    heights = np.sort(np.asarray(got, float)[:, 2])
    wanted = edges_of_the_spanning_tree(X)
    if heights.shape != wanted.shape or not np.allclose(heights, wanted, rtol=1e-6, atol=1e-6):
        return "the distances of single linkage are not the edges of a minimum spanning tree"
    return None


def in_another_unit(ask, X, linkage):
    """Points that are moved, mirrored and eight times as far apart."""
    plain, other = (np.asarray(ask(one, linkage), float) for one in (X, 32 - 8 * X))
    if plain.shape != other.shape or plain.ndim != 2:
        return f"expected the shape {(len(X) - 1, 4)}"
    if (plain[:, [0, 1, 3]] != other[:, [0, 1, 3]]).any():
        return "points that are mirrored and 8 times as far apart are merged otherwise"
    if not np.allclose(8 * plain[:, 2], other[:, 2], rtol=1e-6, atol=1e-6):
        return "with points 8 times as far apart, the distances are not 8 times as large"
    return None


LINE = np.array([[0.0], [1.0], [4.0], [6.0], [11.0]])
EQUAL = [
    (X, linkage)
    for linkage in ("single", "complete")
    for X in (
        np.array([[0.0], [1.0], [2.0], [3.0]]),
        np.array([[3.0], [1.0], [0.0], [2.0], [4.0]]),
        np.array([[5.0], [4.0], [0.0], [1.0], [2.0], [6.0]]),
        np.array([[0.0, 0.0], [3.0, 4.0], [5.0, 0.0], [0.0, 5.0], [8.0, 4.0]]),
        np.array([[2.0, 2.0]] * 4),
        np.array([[7.0], [0.0], [7.0], [0.0], [7.0]]),
    )
]
FEW = [(X, linkage) for linkage in LINKAGES for X in (np.array([[3.0, 4.0], [0.0, 0.0]]), np.array([[1], [7], [3]]))]
BENT = np.array([[0.0, 0.0], [2.0, 0.0], [1.0, 1.8], [9.0, 0.0], [4.0, 6.5], [13.0, 1.0]])

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("agglomerate", LINE, linkage="average"),
        np.array([[0, 1, 1, 2], [2, 3, 2, 2], [5, 6, 4.5, 4], [4, 7, 8.25, 5]]),
        same=near,
    ),
    checks.oracle(
        "Random points, as SciPy merges them",
        "agglomerate",
        clouds,
        [(n, d, linkage) for n, d in ((2, 1), (3, 2), (6, 2), (15, 3), (40, 2)) for linkage in LINKAGES]
        + [(30, 20, "average")],
        expected=scipy_tree,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle(
        "Six points, from the distances of the points",
        "agglomerate",
        [(one, linkage) for one in (LINE, BENT) for linkage in LINKAGES],
        expected=from_the_points,
        same=near,
    ),
    checks.oracle(
        "Equal distances: the lower numbers first", "agglomerate", EQUAL, expected=from_the_points, same=near
    ),
    checks.oracle(
        "Whole numbers from a small square",
        "agglomerate",
        on_a_grid,
        [(n, d, linkage) for n, d in ((4, 1), (6, 2), (9, 2), (14, 3)) for linkage in ("single", "complete")],
        expected=from_the_points,
        drawn=checks.reference,
        same=near,
    ),
    checks.oracle("Two points, and three", "agglomerate", FEW, expected=from_the_points, same=near),
    checks.oracle(
        "Large whole numbers",
        "agglomerate",
        whole,
        [(8, 2, linkage) for linkage in LINKAGES],
        expected=scipy_tree,
        drawn=checks.reference,
        same=near,
    ),
    checks.property(
        "Distances and sizes are those of the clusters that are merged",
        "agglomerate",
        clouds,
        [(n, 2, linkage) for n in (5, 20) for linkage in LINKAGES],
        holds=heights_are_true,
    ),
    checks.property(
        "Single linkage has the edges of a minimum spanning tree",
        "agglomerate",
        clouds,
        [(10, 1, "single"), (60, 3, "single")],
        holds=spans_the_points,
    ),
    checks.relation(
        "Another unit and another place change the distances alone",
        "agglomerate",
        clouds,
        [(8, 2, linkage) for linkage in LINKAGES],
        holds=in_another_unit,
    ),
    checks.stability(
        "Two small groups, far from the origin",
        "agglomerate",
        far_away,
        [(12, 2, linkage, 999_000.0) for linkage in LINKAGES],
        expected=from_the_points,
        same=near,
    ),
    checks.error(
        "Another linkage raises ValueError",
        [checks.call("agglomerate", LINE, name) for name in ("ward", "", "Single", "centroid")]
        + [checks.call("agglomerate", LINE[:2], "median")],
    ),
    checks.unchanged(
        "X is not changed", "agglomerate", clouds, [(2, 1, "single"), (6, 1, "complete"), (7, 2, "average")]
    ),
    checks.stateless(
        "No call leaves anything behind for the next one",
        "agglomerate",
        clouds,
        [(9, 2, "average")] * 4 + [(60, 20, "single")],
        same=near,
    ),
    checks.growth(
        "Two hundred points", "agglomerate", lambda rng, n: clouds(rng, (n, 2, "average")), [200], factor=150, same=near
    ),
]
