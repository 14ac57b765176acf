from collections import Counter
from itertools import combinations, product
from math import log

import numpy as np

from sharpen import checks


def by_hand(counts, k):
    """Largest remainders with exact fractions, whose numerators are these, and a plain sort."""
    total = sum(map(int, counts))
    shares = [k * int(count) // total for count in counts]
    remainders = [k * int(count) % total for count in counts]
    order = sorted(range(len(shares)), key=lambda c: (-remainders[c], c))
    for c in order[: k - sum(shares)]:
        shares[c] += 1
    return shares


def random_counts(rng, size):
    classes, most = size
    counts = rng.integers(0, most + 1, classes)
    counts[rng.integers(classes)] += 1
    return counts.tolist(), int(rng.integers(0, counts.sum() + 1))


def many_counts(rng, classes):
    return rng.integers(500, 1000, classes), 300 * classes


def quota_rule(got, counts, k):
    got = [int(quota) for quota in np.asarray(got)]
    if len(got) != len(counts):
        return f"there are {len(counts)} classes and {len(got)} quotas"
    if sum(got) != k:
        return f"the quotas sum to {sum(got)}, not to {k}"
    for c, (quota, count) in enumerate(zip(got, counts, strict=True)):
        if not k * count // sum(counts) <= quota <= -(-k * count // sum(counts)):
            return f"class {c} has a share of {k * count / sum(counts):.6g}, and gets {quota}"
    return None


def labels(rng, size):
    n, names, k = size
    return rng.choice(names, n), k, checks.generator(int(rng.integers(1000)))


def numbers(got):
    """The row numbers of an answer, which may be a set."""
    return np.asarray(list(got) if isinstance(got, set | frozenset) else got)


def distinct(got, y, k, _rng):
    rows = numbers(got)
    if rows.shape != (k,):
        return f"expected {k} row numbers, got shape {rows.shape}"
    if k and rows.dtype.kind not in "iu":
        return "row numbers must be integers"
    if len(set(rows.tolist())) < k:
        return "a row was drawn twice"
    if k and not (rows.min() >= 0 and rows.max() < len(y)):
        return f"row numbers must be between 0 and {len(y) - 1}"
    return None


def mix(y, k, _rng):
    """The rows' labels, and how many of each class the sample must hold."""
    y = np.asarray(y).tolist()
    names = sorted(set(y))
    return y, dict(zip(names, by_hand([y.count(name) for name in names], k), strict=True))


def has_mix(expected, got):
    """Comparator: the sample holds each class's quota."""
    y, wanted = expected
    try:
        rows = numbers(got).ravel().tolist()
        held = Counter(y[row] for row in rows)
    except (TypeError, ValueError, IndexError) as problem:
        return checks.Difference("", str(wanted), checks.show(got), f"these are not row numbers ({problem})")
    if len(set(rows)) < len(rows):
        row, times = Counter(rows).most_common(1)[0]
        return checks.Difference("", "different rows", checks.show(got, longest=200), f"row {row} came {times} times")
    for name, number in wanted.items():
        if held[name] != number:
            why = f"class {name!r} has {held[name]} rows in the sample; its quota is {number}"
            return checks.Difference("", str(wanted), str(dict(held)), why)
    return None


def blocks(rng, size):
    """Many classes of the same size, one after another, so that one call tells a lot."""
    classes, members, each = size
    return np.repeat(np.arange(classes), members), classes * each, checks.generator(int(rng.integers(1000)))


def subsets(answers, y):
    """Which members of each class were drawn, one row of subsets an answer."""
    members = int(np.sum(y == y[0]))
    for answer in answers:
        chosen = [[] for _ in range(len(y) // members)]
        for row in sorted(numbers(answer).tolist()):
            chosen[row // members].append(row % members)
        yield [tuple(one) for one in chosen]


def uniform(answers, y, k, _rng):
    """Within the classes, and from one class to the next."""
    again = len(answers) - len({tuple(sorted(numbers(answer).tolist())) for answer in answers})
    if again:  # of 190 answers, each one of 1e34, two are the same with a chance of 2e-30
        return f"{again:,} of {len(answers):,} samples are the same as another one"
    members = int(np.sum(y == y[0]))
    possible = list(combinations(range(members), k * members // len(y)))
    drawn = list(subsets(answers, y))
    seen = Counter(subset for row in drawn for subset in row)
    if set(seen) - set(possible):
        return "a class has the wrong number of rows in the sample"
    why = checks.biased([seen[one] for one in possible], [1 / len(possible)] * len(possible))
    if why:
        return f"the subsets of a class's {members} rows are not equally likely: {why}"
    pairs = Counter(pair for row in drawn for pair in zip(row[::2], row[1::2], strict=True))
    every = list(product(possible, repeat=2))
    why = checks.biased([pairs[one] for one in every], [1 / len(every)] * len(every))
    return f"what is drawn in one class tells what is drawn in the next: {why}" if why else None


def first_of(each, members):
    """The chance of every place to be the first of `each` that are chosen among the members."""
    chances = [each / members]
    for place in range(1, members):
        chances.append(chances[-1] * max(0, members + 1 - place - each) / (members - place))
    return chances


def any_members(got, y, _k, _rng):
    """The first chosen member of each class, and the last, is as random as it should be; and so are neighbors."""
    chosen = np.zeros(len(y), int)
    chosen[numbers(got)] = 1
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
    n, k = size
    y = rng.permutation(np.repeat([7, -7, 3], [n, 900, 25]))
    return y, k, checks.generator(int(rng.integers(1000)))


def seeded(seed=0):
    return checks.generator(seed)


LETTERS = np.array(["b", "a", "c"])
LONG = [f"paid by card, by phone, at the counter or on the web, with a coupon, order {i}" for i in range(10)]
ALIKE = [("a", " a"), ("a", "a "), ("a", "A"), ("1", "01"), ("1", "1.0"), ("\u00e9", "e\u0301"), ("a", "a b")]
"""Pairs of texts that are one when stripped, folded, normalized or read as numbers."""
LARGE = [10**15 - i for i in range(10)]
"""Labels that are different at their ends only."""

CHECKS = [
    checks.example(
        "Shares of 3.5, 2.1 and 1.4",
        checks.call("quotas", [50, 30, 20], 7),
        [4, 2, 1],
        same=checks.exactly(),
    ),
    checks.property(
        "The quotas sum to k, and each is its share rounded down or up",
        "quotas",
        random_counts,
        [(1, 5), (2, 3), (2, 9), (3, 5), (3, 50), (8, 10), (25, 40), (60, 1000)],
        holds=quota_rule,
    ),
    checks.oracle(
        "The rows left over go to the largest remainders",
        "quotas",
        random_counts,
        [(1, 3), *[(2, 9)] * 4, *[(3, 20)] * 6, *[(5, 100)] * 6, (12, 1000), (50, 100000), (1_200, 1000)],
        expected=by_hand,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Equal remainders go to the class that comes first",
        "quotas",
        [
            ([1, 1], 1),
            ([2, 2, 2], 4),
            ([3, 1, 3, 1], 2),
            ([0, 5, 0, 5, 5], 7),
            ([7] * 40, 90),
            ([10, 20] * 30, 100),
            ([20, 10] * 30, 115),
            *((np.array([2, 1, 1], kind), 2) for kind in (np.int8, np.uint8, np.uint64)),
        ],
        expected=by_hand,
        same=checks.exactly(),
    ),
    checks.stability(
        "Remainders are compared exactly, not in floating point",
        "quotas",
        [
            ([4, 1, 1], 2),
            ([7, 1, 1, 4, 7], 7),
            ([10, 4, 1, 7, 1, 1], 8),
            ([49, 1, 25, 25], 10),
            ([400000001, 100000001, 100000001], 2),
            ([333333334, 333333333, 333333333], 1),
            ([333333333, 333333333, 333333334], 999999999),
            ([333333334, 333333333, 333333333], 999999999),
            (np.array([200, 100], np.uint8), 3),
            (np.array([10**9], np.int32), 10**9),
            ([0, 10**9, 0], 999999998),
            ([13, 536870906], 536870919),
        ],
        expected=by_hand,
        same=checks.exactly(),
    ),
    checks.exhaustive(
        "A sample of all rows has all of each class",
        "quotas",
        [([n - count, count], n) for n in range(1, 60) for count in range(n + 1)],
        expected=lambda counts, _k: counts,
    ),
    checks.property(
        "The sample is k different rows",
        "stratified_sample",
        labels,
        [(1, [0], 1), (1, [0], 0), (5, [0, 1], 3), (8, [4, -2], 8), (60, LETTERS, 7), (300, [0, 1, 2, 3], 150)],
        holds=distinct,
        empty=True,
    ),
    checks.oracle(
        "Every class has its quota of the sample",
        "stratified_sample",
        labels,
        [
            (4, [0, 1], 2),
            (9, [0, 1, 2], 4),
            (40, [10, -5, 0], 11),
            (90, LETTERS, 17),
            (90, LONG, 40),
            (90, LARGE, 40),
            (300, list(range(20)), 77),
            (500, list(range(9, 99)), 41),
            (12_000, list(range(300)), 2_345),
        ],
        expected=mix,
        same=has_mix,
    ),
    checks.oracle(
        "Ties between classes go to the label that sorts first",
        "stratified_sample",
        [
            (["b", "a", "b", "a"], 1, seeded()),
            (np.array([5, 5, -7, -7, 3, 3]), 4, seeded(1)),
            ([100, 9, 9, 100, 20, 20], 1, seeded(3)),
            (np.array([10**15, 5, 10**15, 5, 2**40, 2**40]), 1, seeded(5)),
            ([-(10**15), 10**15], 1, seeded(6)),
            (["Z", "a", "a", "Z"], 1, seeded(4)),
            (["z", "y", "x", "z", "x", "y"], 2, seeded(2)),
            (["9", "10", "9", "10"], 1, seeded(7)),
        ],
        expected=mix,
        same=has_mix,
    ),
    checks.oracle(
        "Labels that look alike are different classes",
        "stratified_sample",
        [([one, "zz", other] * 3 + ["zz"], 1, seeded(9)) for one, other in ALIKE],
        expected=mix,
        same=has_mix,
    ),
    checks.oracle(
        "A class may have very many rows",
        "stratified_sample",
        large,
        [(40_000, 15_000)],
        expected=mix,
        same=has_mix,
        drawn=False,
    ),
    checks.property(
        "In classes of any size, any rows may be drawn",
        "stratified_sample",
        blocks,
        [(300, 3, 1), (300, 4, 1), (200, 7, 1), (60, 30, 4), (12, 300, 90), (2, 3_000, 1_500)],
        holds=any_members,
        drawn=False,
    ),
    checks.statistics(
        "Every subset of a class is equally likely, whatever is drawn from the others",
        "stratified_sample",
        blocks,
        [(34, 5, 2)],
        draws=190,
        holds=uniform,
        detects=0.05,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "stratified_sample",
        [(np.arange(400) % 3, 200, seeded(7))],
    ),
    checks.stateless(
        "No call leaves anything behind for the next",
        "quotas",
        many_counts,
        [3, 1_200],
        expected=by_hand,
        same=checks.exactly(),
    ),
    checks.error(
        "A negative k, or one larger than the number of rows, raises ValueError",
        [
            checks.call("quotas", [3, 2], 6),
            checks.call("quotas", [0, 2], 3),
            checks.call("quotas", [3, 2], -1),
            checks.call("quotas", [1] * 1_000, -1),
            checks.call("stratified_sample", [0] * 500, -1, seeded()),
            checks.call("stratified_sample", [0] * 500, 501, seeded()),
            checks.call("stratified_sample", ["a"], 2, seeded()),
            checks.call("stratified_sample", [0, 1, 1], 4, seeded()),
            checks.call("stratified_sample", [0, 1, 1], -1, seeded()),
        ],
    ),
    checks.unchanged(
        "counts and y are left as they were",
        "quotas",
        [
            checks.call("quotas", np.array([9, 0, 5, 7]), 11),
            checks.call("stratified_sample", np.array([2, 0, 1, 0, 2, 1, 0]), 4, rng=seeded()),
            checks.call("stratified_sample", np.array([2]), 1, rng=seeded()),
        ],
    ),
]
