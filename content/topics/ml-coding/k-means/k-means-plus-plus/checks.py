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
    """Whether the ordered choices come as often as they should; many rows are the few of LINE again and again."""
    few = X if len(X) < MANY else LINE
    number = {rows: i for i, rows in enumerate(itertools.permutations(range(len(few)), k))}
    counts = [0] * len(number)
    for answer in answers:
        rows = tuple(int(row) for row in answer)
        kinds = tuple(row % len(few) for row in rows)
        if kinds not in number or not 0 <= min(rows) <= max(rows) < len(X):
            return f"{rows} is not a choice of {k} different rows out of {len(X)}"
        counts[number[kinds]] += 1
    why = checks.biased(counts, probabilities(few, k))
    if why is None:
        return None
    for rows, i in number.items():
        came = f"rows equal to those of {rows}" if few is LINE else f"the rows {rows}"
        why = why.replace(f"outcome {i} came", f"{came}, in this order, came")
    return why


def different(got, X, k, _rng):
    """What is wrong with k row numbers, whatever their chances."""
    chosen = np.asarray(got)
    if chosen.shape != (k,):
        return f"expected {k} row numbers, got shape {chosen.shape}"
    strange = chosen[~np.isin(chosen, np.arange(len(X)))]
    if strange.size:
        return f"{strange[0]} is no row number from 0 to {len(X) - 1}"
    rows, times = np.unique(chosen, return_counts=True)
    row, most = rows[times.argmax()], times.max()
    return f"row {row} came {'twice' if most == 2 else f'{most} times'}" if most > 1 else None


def possible(_expected, got):
    """The comparator of the example: row 2 and one of the others."""
    why = different(got, EXAMPLE, 2, None) or (None if 2 in np.asarray(got) else "row 2 is certain to be chosen")
    return checks.Difference("", "(0, 2), (1, 2), (2, 0) or (2, 1)", checks.show(got), why) if why else None


def each_once(expected, got):
    """The comparator of all n rows, in any order."""
    why = different(got, expected, len(expected), None)
    return checks.Difference("", f"each row number below {len(expected)}", checks.show(got), why) if why else None


def spread_out(got, X, k, rng):
    """Many rows: different, and every fourth like one drawn with probability in proportion to D squared.

    Given the choices before, the share of the rows up to the chosen one (half of its own counted) has the mean 1/2,
    which Hoeffding's inequality bounds for dependent turns as well. And the likelihood ratio of another way to draw,
    or of one that is followed now and then, has the mean 1, so that it exceeds 1 / ALPHA with a chance below ALPHA.
    """
    why = different(got, X, k, rng)
    if why:
        return why
    chosen = np.asarray(got).astype(int)
    squares = sum((feature[chosen[:-1], None] - feature) ** 2 for feature in X.T)
    squares, next_one = np.minimum.accumulate(squares, axis=0, out=squares)[::4], chosen[1::4]
    turns, sums = np.arange(len(next_one)), squares.cumsum(axis=1)
    own, total = squares[turns, next_one], sums[:, -1]
    before = sums[turns, next_one] - own / 2
    shares = (before / total).tolist()
    if checks.off_mean(shares, 0.5, 0, 1):
        return f"rows near the {'end' if np.mean(shares) > 0.5 else 'start'} of X are chosen too often"
    if np.log(total / len(X) / own).sum() > log(1 / ALPHA):
        return "the chosen rows are too near to one another: they look as if drawn without regard to the distance"
    if np.log(own * total / np.einsum("ij,ij->i", squares, squares)).sum() > log(1 / ALPHA):
        return "the chosen rows are too far from one another: the farthest rows are chosen too often"
    farthest = own == squares.max(axis=1)
    if np.log(0.8 + 0.2 * farthest * total / own).sum() > log(1 / ALPHA):
        return "the row that is farthest from the chosen ones is chosen too often"
    rank = (squares <= own[:, None]).mean(axis=1)
    farthest_of_twenty = rank**20 - (rank - 1 / len(X)) ** 20
    if np.log(0.6 + 0.4 * farthest_of_twenty * total / own).sum() > log(1 / ALPHA):
        return "too many choices look like the farthest of some twenty rows, drawn without regard to the distance"
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
    k, d, scale, *origin = size
    X = np.repeat((rng.normal(size=(k, d)) + 5) * scale, 3, axis=0) + (origin or [0])[0]
    return rng.permutation(X), k, checks.generator(int(rng.integers(2**31)))


def all_of_them(rng, size):
    n, d = size
    X = rng.normal(size=(n, d))[rng.integers(max(1, n // 2), size=n)]
    return X, n, checks.generator(int(rng.integers(2**31)))


EXAMPLE = np.array([[0.0], [0.0], [10.0]])
LINE = np.array([[-2.0], [-1.0], [1.0], [5.0]])
MANY = 200
SIX = np.array(
    [
        [16.0, 10.0, 20.0, 7.0],
        [0.0, 2.0, 16.0, 0.0],
        [0.0, 0.0, -2.0, 4.0],
        [0.0, 0.0, 12.0, 0.0],
        [0.0, 0.0, 0.0, 0.0],
        [-4.0, 5.0, -12.0, -1.0],
    ]
)
ALL = np.array([[0.0], [1.0], [10.0]])
EQUAL = np.array([[2.0], [2.0], [7.0], [2.0]])
GENERATOR = checks.generator(20260101)


def draws(X, k, bias):
    """How many it takes to notice that one choice comes by itself in a share `bias` of the calls."""
    chances = probabilities(X, k)
    return checks.draws_to_detect(bias, max(chances), outcomes=len(chances))


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("k_means_plus_plus", EXAMPLE, k=2, rng=checks.generator(0)),
        [0, 2],
        same=possible,
    ),
    checks.oracle(
        "As many as there are rows: each is chosen once",
        "k_means_plus_plus",
        all_of_them,
        [(1, 1), (2, 1), (5, 2), (30, 3)],
        expected=lambda X, _k, _rng: list(range(len(X))),
        same=each_once,
    ),
    checks.property(
        "k row numbers, all different", "k_means_plus_plus", rows, [(2, 1, 1), (6, 3, 2), (40, 12, 3)], holds=different
    ),
    checks.property(
        "A row equal to a chosen one is never taken while another is left",
        "k_means_plus_plus",
        copies,
        [(2, 1, 1.0), (4, 2, 1.0), (12, 16, 1.0), (5, 2, 1.0, 1e9)],
        holds=one_of_each,
    ),
    checks.statistics(
        "The first is uniform, the second has probability in proportion to the squared distance",
        "k_means_plus_plus",
        [(np.tile(LINE, (MANY // len(LINE), 1)), 2, GENERATOR)],
        draws=draws(LINE, 2, 0.15),
        holds=distributed,
        detects=0.15,
    ),
    checks.statistics(
        "Later ones look at the squared distance to the nearest chosen row",
        "k_means_plus_plus",
        [(SIX, 3, GENERATOR)],
        draws=draws(SIX, 3, 0.05),
        holds=distributed,
        detects=0.05,
    ),
    checks.statistics(
        "When every row equals a chosen one, the rest are equally likely",
        "k_means_plus_plus",
        [(EQUAL, 3, GENERATOR)],
        draws=draws(EQUAL, 3, 0.15),
        holds=distributed,
        detects=0.15,
    ),
    checks.statistics(
        "As many as there are rows: the order is that of the draws",
        "k_means_plus_plus",
        [(ALL, len(ALL), GENERATOR)],
        draws=draws(ALL, len(ALL), 0.3),
        holds=distributed,
        detects=0.3,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "k_means_plus_plus",
        [(np.arange(400.0).reshape(200, 2) ** 2, 20, checks.generator(5))],
    ),
    checks.stability(
        "Rows that are very near to one another, and very far",
        "k_means_plus_plus",
        copies,
        [(3, 2, 1e-9), (5, 2, 1e-80), (5, 2, 1e89), (3, 1, -1e89)],
        holds=one_of_each,
    ),
    checks.error(
        "k must be from 1 to n",
        [checks.call("k_means_plus_plus", LINE, k=k, rng=checks.generator(1)) for k in (0, 5, -1)]
        + [checks.call("k_means_plus_plus", LINE[:1], k=k, rng=checks.generator(1)) for k in (0, 2)],
        raises=ValueError,
    ),
    checks.unchanged(
        "X is not modified",
        "k_means_plus_plus",
        [checks.call("k_means_plus_plus", X, min(3, len(X)), rng=checks.generator(1)) for X in (SIX, EQUAL, SIX[:1])],
    ),
    checks.growth(
        "1,050 of 2,000 rows: the distances to old choices are not computed again",
        "k_means_plus_plus",
        uneven,
        [(2000, 1050, 2)],
        holds=spread_out,
        factor=60,
    ),
]
