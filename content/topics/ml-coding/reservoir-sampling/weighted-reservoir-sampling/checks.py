from collections import Counter
from itertools import combinations, permutations
from math import comb, log

import numpy as np

from sharpen import checks

ALPHA = 1e-10


def pairs(rng, size):
    n, k = size
    weights = rng.exponential(1.0, n) + 1e-3
    stream = [(int(item), float(weight)) for item, weight in zip(rng.integers(0, 50, n), weights, strict=True)]
    return checks.stream(stream), k, checks.python_random(int(rng.integers(1000)))


def positive(stream, _k, _rng):
    return [item for item, weight in stream if weight > 0]


def from_the_stream(got, stream, k, _rng):
    items = list(got)
    if len(items) != min(k, len(stream.value)):
        return f"expected {min(k, len(stream.value))} items, got {len(items)}"
    extra = Counter(items) - Counter(item for item, _weight in stream.value)
    if extra:
        return f"{next(iter(extra))} comes more often in the sample than in the stream"
    return None


def urn(weights, k):
    """The probability of every set of k positions, by drawing one after the other."""
    probabilities = Counter()
    for order in permutations(range(len(weights)), k):
        left, chance = sum(weights), 1.0
        for i in order:
            chance *= weights[i] / left
            left -= weights[i]
        probabilities[tuple(sorted(order))] += chance
    return probabilities


def like_the_urn(answers, stream, k, _rng):
    """The items of the stream are 0, 1, ..., n - 1."""
    wanted = urn([weight for _item, weight in stream.value], k)
    seen = Counter()
    for answer, times in Counter(map(tuple, answers)).items():
        seen[tuple(sorted(answer))] += times
    possible = list(combinations(range(len(stream.value)), k))
    strange = set(seen) - set(possible)
    if strange:
        return f"{list(next(iter(strange)))} is not a sample of {k} of the items 0 to {len(stream.value) - 1}"
    if checks.biased([seen[one] for one in possible], [wanted[one] for one in possible]):
        n = len(answers)
        extreme = max(possible, key=lambda one: abs(seen[one] - n * wanted[one]))
        return (
            f"the sample {list(extreme)} came {seen[extreme]:,} times in {n:,}; "
            f"about {n * wanted[extreme]:,.0f} are expected"
        )
    return None


def equally_often(answers, stream, k, _rng):
    """Each of the items 0, 1, ..., n - 1 is in the sample with probability k / n."""
    n, draws = len(stream.value), len(answers)
    again = draws - len({tuple(sorted(answer)) for answer in answers})
    if again > 2:  # 1,000 samples of 8 out of 80 have so many repetitions with a chance of 1e-15
        return f"{again:,} of {draws:,} samples are repetitions; {comb(n, k):,} are possible"
    kept = Counter(item for answer in answers for item in set(answer))
    for item in range(n):
        if checks.biased([kept[item], draws - kept[item]], [k / n, 1 - k / n], alpha=1e-10 / n):
            return f"item {item} was kept {kept[item]:,} times in {draws:,}; about {draws * k / n:,.0f} are expected"
    return None


def all_of_the_heavy(got, stream, k, _rng):
    """Of the items 0, 1, ..., n - 1, k have weight 1 and the others 1e-100; these come with a chance of 1e-95."""
    items, every = range(*stream.value[:3]), len(stream.value[3])
    missing = set(items[::every]) - set(got)
    if missing:
        return f"item {min(missing):,} has 1e100 times the weight of most and is not in the sample"
    return f"expected {k} items, got {len(got):,}" if len(got) != k else None


def like_a_race(got, stream, k, _rng):
    """The items of the stream are 0, 1, ..., n - 1: different, from all of it, and heavy ones more often."""
    items, (_start, n, _step, in_turn) = np.asarray(got), stream.value
    if items.shape != (k,) or items.dtype.kind not in "iu":
        return f"expected {k} items of the stream, got {len(got)}"
    if items.min() < 0 or items.max() >= n or len(np.unique(items)) < k:
        return f"expected {k:,} different items from 0 to {n - 1:,}"
    weights = np.resize(in_turn, n)
    for what, group in (("in its first half", np.arange(n) < n // 2), ("of weight 5 and more", weights >= 5)):
        low, high = finishers(weights, group, k)
        count = int(group[items].sum())
        if not low <= count <= high:
            return f"{count:,} of {k:,} items are {what}; between {low:,.0f} and {high:,.0f} are expected"
    return None


def finishers(weights, group, k):
    """Between which counts the number of a group's items in the sample lies, but for a chance of ALPHA.

    The sample is the k first of a race in which times are exponential with the weights as rates. So it holds all who
    finish by a moment when fewer than k do, and only those who finish by one when more do. At a fixed moment the
    finishers are independent, and Chernoff's bounds apply.
    """
    bar = 2 * log(4 / ALPHA)
    rates, where = np.unique(weights, return_inverse=True)
    all_of_them, ours = np.bincount(where), np.bincount(where, group)

    def in_time(count):
        """How many of the group finish, on average, by the moment when `count` of all do."""
        slow, fast = 0.0, 1e3 / rates[0]
        for _ in range(60):
            moment = (slow + fast) / 2
            slow, fast = (slow, moment) if -np.expm1(-rates * moment) @ all_of_them > count else (moment, fast)
        return -np.expm1(-rates * slow) @ ours

    least = in_time(max(0.0, k - (bar * k) ** 0.5))
    most = in_time(min(len(weights), k + bar + (bar * k) ** 0.5))
    return least - (bar * least) ** 0.5, most + bar / 3 + (bar * most) ** 0.5


def stream(*weights):
    return checks.stream([(i, float(weight)) for i, weight in enumerate(weights)])


def seeded(seed=0):
    return checks.python_random(seed)


EXAMPLE = checks.stream([("a", 2.0), ("b", 0.0), ("c", 0.5)])
NAN, INFINITY = float("nan"), float("inf")

CHECKS = [
    checks.example(
        "Weight 0 is out, and the other two fit",
        checks.call("weighted_reservoir_sample", EXAMPLE, 2, seeded()),
        ["a", "c"],
        same=checks.any_order(checks.exactly()),
    ),
    checks.oracle(
        "All items of positive weight come back when they fit",
        "weighted_reservoir_sample",
        [
            (checks.stream([]), 2, seeded()),
            (checks.stream([(7, 0.0)]), 1, seeded()),
            (checks.stream([(7, 1e-9)]), 1, seeded()),
            (checks.stream([(5, 10**100), (6, 0), (4, 1)]), 2, seeded()),
            (checks.stream([(7, 1.0), (7, 3.0)]), 5, seeded()),
            (checks.stream([(i, float(i % 3)) for i in range(30)]), 20, seeded()),
        ],
        expected=positive,
        same=checks.any_order(checks.exactly()),
    ),
    checks.property(
        "The sample is k items of the stream, none used twice",
        "weighted_reservoir_sample",
        pairs,
        [(1, 0), (2, 1), (5, 0), (5, 2), (9, 8), (40, 7), (1_000, 100)],
        holds=from_the_stream,
        empty=True,
    ),
    checks.statistics(
        "A single draw is proportional to weight",
        "weighted_reservoir_sample",
        [(stream(1, 3), 1, seeded(1)), (stream(3, 1, 0.5, 2), 1, seeded(2))],
        draws=5_000,
        holds=like_the_urn,
        detects=0.05,
    ),
    checks.statistics(
        "Several draws are as from an urn, one after the other",
        "weighted_reservoir_sample",
        [
            (stream(1, 1, 4), 2, seeded(3)),
            (stream(6, 1, 2, 1), 2, seeded(4)),
            (stream(1, 2, 3, 8, 1, 5, 0.5, 2), 3, seeded(5)),
        ],
        draws=5_000,
        holds=like_the_urn,
        detects=0.03,
    ),
    checks.statistics(
        "Early or late in a longer stream, equal weights are kept equally often",
        "weighted_reservoir_sample",
        [(stream(*[0.5] * 80), 8, seeded(13))],
        draws=1_000,
        holds=equally_often,
        detects=0.2,
    ),
    checks.statistics(
        "Tiny and huge weights: only ratios matter",
        "weighted_reservoir_sample",
        [
            (stream(3e-9, 1e-9, 2e-9), 1, seeded(7)),
            (checks.stream([(0, 10**18), (1, 3 * 10**18), (2, 2 * 10**18)]), 1, seeded(8)),
            (stream(*[1e-100] * 40, 6e-99, *[1e-100] * 20), 1, seeded(9)),
            (stream(5e99, 1e100, 5e99), 2, seeded(10)),
        ],
        draws=2_500,
        holds=like_the_urn,
        detects=0.1,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "weighted_reservoir_sample",
        [(stream(*range(1, 101)), 10, seeded(14))],
    ),
    checks.property(
        "Items may be any objects",
        "weighted_reservoir_sample",
        [
            (
                checks.stream([({"a": 1}, 1.0), ({"a": 2}, 1.0), (None, 1.0), ("x", 1.0), ({"a": 1}, 1.0)]),
                3,
                seeded(11),
            ),
            # So many that keys of a few digits tie, and then the items would be compared.
            (checks.stream([({"a": i}, 1.0) for i in range(2_000)]), 700, seeded(16)),
        ],
        holds=lambda got, stream, k, _rng: (
            None
            if len(got) == k and not Counter(map(repr, got)) - Counter(repr(item) for item, _ in stream.value)
            else f"expected {k} items of {checks.show(stream.value, longest=200)}"
        ),
    ),
    checks.error(
        "A weight that is negative, infinite or NaN raises ValueError, and so does a negative k",
        [
            checks.call("weighted_reservoir_sample", checks.stream([(0, 1.0), (1, bad), (2, 1.0)]), 2, seeded())
            for bad in (-1.0, INFINITY, NAN)
        ]
        + [
            checks.call(
                "weighted_reservoir_sample", checks.stream([(0, 1.0), (1, 1.0), (2, 3.0), (3, bad)]), 1, seeded()
            )
            for bad in (-0.5, -1e-100, INFINITY, NAN)
        ]
        + [
            checks.call("weighted_reservoir_sample", checks.stream([*[(0, 1.0)] * times, (1, bad)]), 0, seeded())
            for times, bad in ((1, NAN), (0, INFINITY), (9, -1e-100), (1_500, -1.0))
        ]
        + [checks.call("weighted_reservoir_sample", checks.stream([*[(0, 1.0)] * 1_500, (1, NAN)]), 5, seeded())]
        + [checks.call("weighted_reservoir_sample", checks.stream(pairs), -1, seeded()) for pairs in ([(0, 1.0)], [])],
    ),
    checks.memory(
        "A long stream is not kept",
        checks.call(
            "weighted_reservoir_sample",
            checks.weighted_stream(range(120_000), [1.0] + [1e-100] * 1_199),
            100,
            seeded(15),
        ),
        limit=5,
        holds=all_of_the_heavy,
    ),
    checks.growth(
        "A large reservoir does not make every item slow",
        "weighted_reservoir_sample",
        [
            (checks.weighted_stream(range(n), [1.0 + i for i in range(7)]), k, seeded(12))
            for n, k in ((2_000, 10), (40_000, 3_000))
        ],
        factor=30,
        holds=like_a_race,
    ),
]
