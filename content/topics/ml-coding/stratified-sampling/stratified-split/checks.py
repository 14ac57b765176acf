from collections import Counter
from itertools import combinations, product
from math import log

import numpy as np

from sharpen import checks


def acceptable(y, test_fraction, _rng):
    """The labels, and for each class the numbers of test rows that the rule allows."""
    allowed = {}
    for label, count in Counter(np.asarray(y).tolist()).items():
        share = test_fraction * count
        nearest = {k for k in range(count + 1) if abs(k - share) <= 0.5 + 1e-9}
        allowed[label] = sorted({min(max(k, 1), count - 1) for k in nearest})
    return np.asarray(y).tolist(), allowed


def sides(got, n):
    """Train and test as lists of row numbers, or ValueError when they are not a split of n rows."""
    train, test = (np.asarray(list(side) if isinstance(side, set | frozenset) else side).ravel() for side in got)
    rows = np.concatenate([train, test])
    if rows.dtype.kind not in "iu":
        raise ValueError("row numbers must be integers")
    if rows.min() < 0 or rows.max() >= n:
        raise ValueError(f"there is no row {rows.min() if rows.min() < 0 else rows.max()}; rows are 0 to {n - 1}")
    times = np.bincount(rows, minlength=n)
    for row in np.flatnonzero(times != 1)[:1]:
        where = "on neither side" if times[row] == 0 else f"{times[row]} times on the two sides"
        raise ValueError(f"row {row} is {where}; each row must be on exactly one of them")
    return train.tolist(), test.tolist()


def quotas(expected, got):
    """Comparator: every class has an acceptable number of rows in the test set."""
    y, allowed = expected
    try:
        _, test = sides(got, len(y))
    except (TypeError, ValueError) as problem:
        return checks.Difference("", "a split of the rows", checks.show(got), str(problem))
    tested = Counter(y[row] for row in test)
    for label, numbers in allowed.items():
        if tested[label] not in numbers:
            wanted = " or ".join(map(str, numbers))
            why = f"class {label!r} has {tested[label]} rows in the test set; expected {wanted}"
            return checks.Difference("", wanted, str(tested[label]), why)
    return None


def partition(got, y, _fraction, _rng):
    try:
        sides(got, len(y))
    except ValueError as problem:
        return str(problem)
    return None


def labels(rng, size):
    n, names, fraction = size
    y = np.concatenate([np.repeat(names, 2), rng.choice(names, n)])
    return rng.permutation(y), fraction, checks.generator(int(rng.integers(1000)))


def blocks(rng, size):
    """Many classes of the same size, one after another, so that one call tells a lot."""
    classes, members, fraction = size
    return np.repeat(np.arange(classes), members), fraction, checks.generator(int(rng.integers(1000)))


def subsets(answers, y, _fraction, _rng):
    """Which members of each class were tested, one row of subsets an answer."""
    members = int(np.sum(y == y[0]))
    for answer in answers:
        _, test = sides(answer, len(y))
        chosen = [[] for _ in range(len(y) // members)]
        for row in sorted(test):
            chosen[row // members].append(row % members)
        yield [tuple(one) for one in chosen]


def uniform(answers, y, fraction, rng):
    """Within the classes, and from one class to the next."""
    drawn = list(subsets(answers, y, fraction, rng))
    again = len(answers) - len(set(map(tuple, drawn)))
    if again:  # of 190 answers, each one of 1e34, two are the same with a chance of 2e-30
        return f"{again:,} of {len(answers):,} splits are the same as another one"
    members = int(np.sum(y == y[0]))
    possible = list(combinations(range(members), round(fraction * members)))
    seen = Counter(subset for row in drawn for subset in row)
    if set(seen) - set(possible):
        return "a class has the wrong number of test rows"
    why = checks.biased([seen[one] for one in possible], [1 / len(possible)] * len(possible))
    if why:
        return f"the subsets of a class's {members} rows are not equally likely: {why}"
    pairs = Counter(pair for row in drawn for pair in zip(row[::2], row[1::2], strict=True))
    every = list(product(possible, repeat=2))
    why = checks.biased([pairs[one] for one in every], [1 / len(every)] * len(every))
    return f"what is tested in one class tells what is tested in the next: {why}" if why else None


def either(got, y, _fraction, _rng):
    """Of 200 pairs, the first row is tested in 50 to 150, but for a chance of 2 exp(-25) (Hoeffding 1963)."""
    _, test = sides(got, len(y))
    first = sum(row % 2 == 0 for row in test)
    return None if 50 <= first <= 150 else f"of 200 pairs of rows, the first one is tested in {first}"


def first_of(each, members):
    """The chance of every place to be the first of `each` that are chosen among the members."""
    chances = [each / members]
    for place in range(1, members):
        chances.append(chances[-1] * max(0, members + 1 - place - each) / (members - place))
    return chances


def any_members(got, y, _fraction, _rng):
    """The first chosen member of each class, and the last, is as random as it should be; and so are neighbors."""
    chosen = np.zeros(len(y), int)
    chosen[sides(got, len(y))[1]] = 1
    members = int(np.sum(y == y[0]))
    chosen = chosen.reshape(-1, members)
    each = int(chosen[0].sum())
    if np.any(chosen.sum(axis=1) != each):
        return "equal classes do not give equally many rows"
    least = first_of(each, members)
    for which, places in (("first", chosen.argmax(axis=1)), ("last", chosen[:, ::-1].argmax(axis=1))):
        counts = np.bincount(places, minlength=members).tolist()
        if checks.biased(counts, least):
            return f"the {which} chosen of the {members} rows of a class is not where chance would have it"
    pairs, fair = int((chosen[:, :-1:2] & chosen[:, 1::2]).sum()), each * (each - 1) / (members * (members - 1))
    wanted = len(chosen) * (members // 2) * fair
    # A row more or less changes them by one, and rows are drawn without replacement (El-Yaniv and Pechyony 2006).
    if abs(pairs - wanted) > (chosen.sum() * log(2 / 1e-10) / 2) ** 0.5:
        return (
            f"of the pairs of neighbors in a class both were chosen {pairs:,} times; about {wanted:,.0f} are expected"
        )
    half = members // 2
    early, all_of_them = int(chosen[:, :half].sum()), int(chosen.sum())
    if checks.biased([early, all_of_them - early], [half / members, 1 - half / members]):
        return f"{early:,} of {all_of_them:,} rows are in the first half of their class"
    return None


def large(rng, size):
    """A class of very many rows and a few small ones, in any order."""
    n, fraction = size
    y = rng.permutation(np.repeat([7, -7, 3], [n, 900, 25]))
    return y, fraction, checks.generator(int(rng.integers(1000)))


def seeded(seed=0):
    return checks.generator(seed)


EXAMPLE = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1])
NAN = float("nan")
ALIKE = ["a", " a", "a ", "A", "1", "01", "1.0", "+1", "1_0", "10", "\u0661", "\u00e9", "e\u0301", "None", ""]
"""Texts that are one when stripped, folded, normalized or read as numbers."""
WORDS = np.array(["cat", "dog", "ant"])

CHECKS = [
    checks.example(
        "A third of six and a third of three",
        checks.call("stratified_split", EXAMPLE, 1 / 3, seeded()),
        acceptable(EXAMPLE, 1 / 3, None),
        same=quotas,
    ),
    checks.property(
        "Every row is in exactly one of the two sides",
        "stratified_split",
        labels,
        [(1, [0, 1], 0.5), (9, [0, 1, 2], 0.2), (60, [3, -1, 7], 0.3), (90, WORDS, 0.25)],
        holds=partition,
    ),
    checks.oracle(
        "Every class has its share in the test set, rounded",
        "stratified_split",
        labels,
        [
            *((n, [0, 1], f) for n in (3, 10) for f in (0.25, 0.4, 0.7)),
            (40, [10, -5, 0], 0.15),
            (100, [3, 1, 2, 9], 0.35),
            (400, list(range(20)), 0.3),
            (700, WORDS, 0.62),
            (10_000, list(range(-500, 500)), 0.27),
        ],
        expected=acceptable,
        same=quotas,
    ),
    checks.oracle(
        "Shares just above and just below a half are rounded up and down",
        "stratified_split",
        [
            ([0] * 39 + [1] * 41, 0.0625, seeded(5)),
            ([1] * 51 + [0] * 45, 0.03125, seeded(6)),
            ([0] * 999 + [1] * 1001, 0.0625, seeded(7)),
        ],
        expected=acceptable,
        same=quotas,
    ),
    checks.oracle(
        "Labels may be strings, negative numbers, or a plain list",
        "stratified_split",
        [
            (["b", "a", "b", "a", "b", "c", "c"], 0.4, seeded()),
            ([-7, 10**15, -7, -(10**15), 10**15, -7, -(10**15)], 0.4, seeded(1)),
            (np.arange(120) % 3 * 2**32, 0.5, seeded(5)),
            (["a", "a", "A", "A", "", "", "a ", "a "], 0.5, seeded(3)),
            ([2**24, 2**24 + 1, 10**15 - 1, 10**15 - 2] * 2, 0.01, seeded(6)),
            (
                [f"paid by card, by phone, at the counter or on the web, with a coupon, {i}" for i in range(2)] * 2,
                0.01,
                seeded(7),
            ),
            (ALIKE * 2, 0.01, seeded(10)),
            ([1, 1], 0.5, seeded(4)),
            (np.array([2, 2, 2, 2]), 0.25, seeded(2)),
        ],
        expected=acceptable,
        same=quotas,
    ),
    checks.oracle(
        "A small class keeps at least one row on each side",
        "stratified_split",
        [
            ([0, 0], 0.01, seeded()),
            ([0, 0], 0.99, seeded(1)),
            ([0] * 97 + [1] * 3, 0.1, seeded(2)),
            ([0] * 97 + [1] * 3, 0.9, seeded(3)),
            ([1] * 2 + [0] * 30, 0.2, seeded(4)),
        ],
        expected=acceptable,
        same=quotas,
    ),
    checks.oracle(
        "A class may have very many rows",
        "stratified_split",
        large,
        [(40_000, 0.3)],
        expected=acceptable,
        same=quotas,
        drawn=False,
    ),
    checks.property(
        "In classes of any size, any rows may be tested",
        "stratified_split",
        blocks,
        [(300, 3, 0.4), (300, 4, 0.3), (200, 7, 0.1), (60, 30, 0.13), (12, 300, 0.3), (2, 3_000, 0.5)],
        holds=any_members,
        drawn=False,
    ),
    checks.statistics(
        "Every subset of a class is equally likely, whatever is drawn from the others",
        "stratified_split",
        blocks,
        [(34, 5, 0.4)],
        draws=190,
        holds=uniform,
        detects=0.05,
    ),
    checks.property(
        "Of two rows, either may be tested",
        "stratified_split",
        [(np.arange(400) // 2, 0.5, seeded(9))],
        holds=either,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "stratified_split",
        [(np.arange(400) % 3, 0.5, seeded(8))],
    ),
    checks.error(
        "A fraction of 0, 1, beyond or NaN raises ValueError",
        [
            checks.call("stratified_split", [0, 0, 1, 1], f, seeded())
            for f in (0.0, 1.0, -0.2, 1.5, NAN, -1e-9, 1 + 1e-9)
        ]
        + [checks.call("stratified_split", [5, 5, 5], f, seeded()) for f in (0.0, 1.0)],
    ),
    checks.error(
        "A class with a single row raises ValueError",
        [
            checks.call("stratified_split", [0, 0, 0, 1], 0.5, seeded()),
            checks.call("stratified_split", ["a", "b", "b"], 0.5, seeded()),
            checks.call("stratified_split", [7], 0.5, seeded()),
            checks.call("stratified_split", [*range(300), *range(299)], 0.5, seeded()),
        ],
    ),
    checks.unchanged(
        "y is left as it was",
        "stratified_split",
        [
            checks.call("stratified_split", np.array([2, 0, 1, 0, 2, 1, 0, 1]), 0.4, rng=seeded()),
            checks.call("stratified_split", ["b", "a", "b", "a"], 0.5, rng=seeded()),
        ],
    ),
]
