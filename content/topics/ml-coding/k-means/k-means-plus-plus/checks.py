import itertools
from math import log

import numpy as np

from sharpen import checks

ALPHA = 1e-10


def probabilities(X, k):
    """The probability of every ordered choice of k rows, in the order of itertools.permutations."""
    squares = ((X[:, None] - X) ** 2).sum(axis=2)

    def of(rows):
        p = 1 / len(X)
        for turn in range(1, k):
            weights = squares[:, rows[:turn]].min(axis=1)
            if not weights.any():
                weights = np.array([float(i not in rows[:turn]) for i in range(len(X))])
            p *= weights[rows[turn]] / weights.sum()
        return p

    return [of(list(rows)) for rows in itertools.permutations(range(len(X)), k)]


def distributed(answers, X, k, _rng):
    """Whether the ordered choices come as often as they should."""
    number = {rows: i for i, rows in enumerate(itertools.permutations(range(len(X)), k))}
    counts = [0] * len(number)
    for answer in answers:
        rows = tuple(int(row) for row in answer)
        if rows not in number:
            return f"{rows} is not a choice of {k} different rows out of {len(X)}"
        counts[number[rows]] += 1
    why = checks.biased(counts, probabilities(X, k))
    if why is None:
        return None
    for rows, i in number.items():
        why = why.replace(f"outcome {i} came", f"the rows {rows}, in this order, came")
    return why


def different(got, X, k, _rng):
    chosen = np.asarray(got)
    if chosen.shape != (k,):
        return f"expected {k} row numbers, got shape {chosen.shape}"
    if not np.isin(chosen, np.arange(len(X))).all():
        return f"every row number must be from 0 to {len(X) - 1}"
    if len(np.unique(chosen)) < k:
        return "a row was chosen twice"
    return None


def spread_out(got, X, k, rng):
    """Many rows: different, and each like one drawn with probability in proportion to D squared.

    Given the choices before, the share of the rows up to the chosen one (half of its own counted) has the mean 1/2,
    which Hoeffding's inequality bounds for dependent turns as well. And the likelihood ratio of another way to draw
    has the mean 1, so that it exceeds 1 / ALPHA with a chance below ALPHA.
    """
    why = different(got, X, k, rng)
    if why:
        return why
    chosen = np.asarray(got).astype(int)
    lengths, turns, next_one = (X**2).sum(axis=1), np.arange(k - 1), chosen[1:]
    squares = X[chosen[:-1]] @ (-2 * X.T)
    squares += lengths
    squares += lengths[chosen[:-1], None]
    np.minimum.accumulate(squares, axis=0, out=squares)
    np.maximum(squares, 0, out=squares)
    sums = squares.cumsum(axis=1)
    own, total = squares[turns, next_one], sums[:, -1]
    before = sums[turns, next_one] - own / 2
    shares = (before / total).tolist()
    if checks.off_mean(shares, 0.5, 0, 1):
        return f"rows near the {'end' if sum(shares) > k / 2 else 'start'} of X are chosen too often"
    if np.log(total / len(X) / own).sum() > log(1 / ALPHA):
        return "the chosen rows are too near to one another: they look as if drawn without regard to the distance"
    if np.log(own * total / np.einsum("ij,ij->i", squares, squares)).sum() > log(1 / ALPHA):
        return "the chosen rows are too far from one another: the farthest rows are chosen too often"
    return None


def one_of_each(got, X, k, rng):
    """With k distinct rows, each several times, one of each kind must be chosen."""
    chosen = np.asarray(got)
    if different(got, X, k, rng):
        return different(got, X, k, rng)
    if len(np.unique(X[chosen.astype(int)], axis=0)) < k:
        return "two equal rows were chosen, though a row that was not covered yet remained"
    return None


def rows(rng, size):
    n, k, d = size
    return rng.normal(size=(n, d)), k, checks.generator(int(rng.integers(2**31)))


def uneven(rng, size):
    """Most rows near the middle and few far away, so that D squared differs much from row to row."""
    X, k, generator = rows(rng, size)
    return X * np.exp(rng.normal(size=(len(X), 1))), k, generator


def copies(rng, size):
    """k distinct rows with coordinates that are no round numbers, each three times, shuffled."""
    k, d, scale = size
    X = np.repeat((rng.normal(size=(k, d)) + 5) * scale, 3, axis=0)
    return rng.permutation(X), k, checks.generator(int(rng.integers(2**31)))


def all_of_them(rng, size):
    n, d = size
    X = rng.normal(size=(n, d))[rng.integers(max(1, n // 2), size=n)]
    return X, n, checks.generator(int(rng.integers(2**31)))


def repeats(ask, X, k, rng):
    if np.array_equal(ask(X, k, rng), ask(X, k, rng)):
        return None
    return "two generators in the same state gave different answers: some randomness is not from rng"


EXAMPLE = np.array([[0.0], [0.0], [10.0]])
LINE = np.array([[0.0], [1.0], [3.0], [7.0]])
SPACE = np.array([[0.0, 0.0, 0.0, 0.0], [100.0, 0.0, 0.0, 0.0], [0.0, 6.0, 0.0, 0.0], [2.0, 2.0, 2.0, 2.0]])
EQUAL = np.array([[2.0], [2.0], [7.0], [2.0]])
GENERATOR = checks.generator(20260101)

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("k_means_plus_plus", EXAMPLE, k=2, rng=checks.generator(0)),
        [[0, 2], [1, 2], [2, 0], [2, 1]],
        same=checks.one_of(checks.exactly()),
    ),
    checks.oracle(
        "As many as there are rows: each is chosen once",
        "k_means_plus_plus",
        all_of_them,
        [(1, 1), (2, 1), (5, 2), (30, 3)],
        expected=lambda X, _k, _rng: list(range(len(X))),
        same=checks.any_order(checks.exactly()),
    ),
    checks.property(
        "k row numbers, all different", "k_means_plus_plus", rows, [(2, 1, 1), (6, 3, 2), (40, 12, 3)], holds=different
    ),
    checks.property(
        "A row equal to a chosen one is never taken while another is left",
        "k_means_plus_plus",
        copies,
        [(2, 1, 1.0), (4, 2, 1.0), (12, 3, 1.0)],
        holds=one_of_each,
    ),
    checks.statistics(
        "The first is uniform, the second has probability in proportion to the squared distance",
        "k_means_plus_plus",
        [(LINE, 2, GENERATOR)],
        draws=2000,
        holds=distributed,
    ),
    checks.statistics(
        "Later ones look at the squared distance to the nearest chosen row",
        "k_means_plus_plus",
        [(SPACE, 3, GENERATOR)],
        draws=4000,
        holds=distributed,
    ),
    checks.statistics(
        "When every row equals a chosen one, the rest are equally likely",
        "k_means_plus_plus",
        [(EQUAL, 3, GENERATOR)],
        draws=1000,
        holds=distributed,
    ),
    checks.relation(
        "All randomness comes from rng", "k_means_plus_plus", rows, [(200, 20, 2)], holds=repeats, drawn=False
    ),
    checks.stability(
        "Rows that are very near to one another, and very far",
        "k_means_plus_plus",
        copies,
        [(3, 2, 1e-9), (5, 2, 1e-80), (5, 2, 1e80)],
        holds=one_of_each,
    ),
    checks.error(
        "k must be from 1 to n",
        [checks.call("k_means_plus_plus", LINE, k=k, rng=checks.generator(1)) for k in (0, 5, -1)],
        raises=ValueError,
    ),
    checks.unchanged(
        "X is not modified",
        "k_means_plus_plus",
        [checks.call("k_means_plus_plus", SPACE, 3, rng=checks.generator(1))],
    ),
    checks.growth(
        "128 of 4,000 rows: the distances to old choices are not computed again",
        "k_means_plus_plus",
        uneven,
        [(4000, 128, 8)],
        holds=spread_out,
        factor=15,
    ),
]
