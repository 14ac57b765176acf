from collections import Counter
from itertools import combinations
from math import comb

import numpy as np

from sharpen import checks


def inputs(rng, size):
    n, k = size
    return checks.stream(rng.integers(0, 50, n).tolist()), k, checks.python_random(int(rng.integers(1000)))


def all_of_it(stream, _k, _rng):
    return list(stream)


def from_the_stream(got, stream, k, _rng):
    items = list(got)
    if len(items) != min(k, len(stream.value)):
        return f"expected {min(k, len(stream.value))} items, got {len(items)}"
    extra = Counter(items) - Counter(stream.value)
    if extra:
        return f"{next(iter(extra))} comes more often in the sample than in the stream"
    return None


def subsets(answers, stream, k, _rng):
    """The stream is 0, 1, ..., n - 1."""
    n = len(stream.value)
    seen = Counter()
    for answer, times in Counter(map(tuple, answers)).items():
        seen[tuple(sorted(answer))] += times
    possible = list(combinations(range(n), k))
    strange = set(seen) - set(possible)
    if strange:
        return f"{list(next(iter(strange)))} is not a sample of {k} of the items 0 to {n - 1}"
    if checks.biased([seen[one] for one in possible], [1 / len(possible)] * len(possible)):
        extreme = max(possible, key=lambda one: abs(seen[one] - len(answers) / len(possible)))
        return (
            f"the {len(possible)} samples are not equally likely: {list(extreme)} came {seen[extreme]:,} times "
            f"in {len(answers):,}; about {len(answers) / len(possible):,.0f} are expected"
        )
    return None


def equally_often(answers, stream, k, _rng):
    """Each of the items 0, 1, ..., n - 1 is in the sample with probability k / n."""
    n, draws = len(stream.value), len(answers)
    if len(set(map(frozenset, answers))) < draws:
        return f"the same {k} of {n} items came twice in {draws:,} samples, of {comb(n, k):.0e} that are equally likely"
    kept = Counter(item for answer in answers for item in set(answer))
    for item in range(n):
        if checks.biased([kept[item], draws - kept[item]], [k / n, 1 - k / n], alpha=1e-10 / n):
            return f"item {item} was kept {kept[item]:,} times in {draws:,}; about {draws * k / n:,.0f} are expected"
    return None


def from_all_parts(answers, stream, _k, _rng):
    """Drawn without replacement, positions are no farther from their mean than drawn with it (Hoeffding 1963, 6)."""
    n = len(stream.value)
    why = checks.off_mean([item for answer in answers for item in answer], (n - 1) / 2, 0, n - 1)
    return f"the items 0 to {n - 1:,} are not kept equally often: {why}" if why else None


def from_everywhere(got, stream, k, _rng):
    """The stream is a long range from 0; in each quarter of it there must be something."""
    items, n = np.asarray(got), stream.value[1]
    if items.shape != (k,) or items.dtype.kind not in "iu":
        return f"expected {k} items of the stream, got {len(got)}"
    if items.min() < 0 or items.max() >= n or len(np.unique(items)) < k:
        return f"expected {k} different items from 0 to {n - 1:,}"
    quarters = np.bincount(4 * items // n, minlength=4).tolist()
    # Drawn without replacement, counts are no farther from their mean than drawn with it (Hoeffding 1963, 6).
    if checks.biased(quarters, [1 / 4] * 4):
        return f"of {k} items, the quarters of a stream of {n:,} gave {quarters}; about {k / 4:.0f} each are expected"
    even = int((items % 2 == 0).sum())
    if checks.biased([even, k - even], [0.5, 0.5]):
        return f"of {k} items, {even} came at even places of a stream of {n:,}; about {k / 2:.0f} are expected"
    return None


def at_any_age(answers, stream, _k, _rng):
    """One of the items 0, 1, ..., n - 1 each time: a quarter of them from the first quarter, and from the last."""
    n, calls = stream.value[1], len(answers)
    quarters = np.bincount([4 * item // n for (item,) in answers], minlength=4).tolist()
    first, *middle, last = quarters
    if checks.biased([first, sum(middle), last], [1 / 4, 1 / 2, 1 / 4]):
        wanted = f"about {calls / 4:.0f} each are expected"
        return f"in {calls} calls, the quarters of a stream of {n:,} gave the one item {quarters} times; {wanted}"
    return None


def as_often(got, _stream, k, _rng):
    """Each of the ten rare items is kept with k / n = 1 / 2,001: four of them with a chance below 2e-11."""
    rare = list(got).count(0)
    if len(got) != k or rare + list(got).count(1) != k:
        return f"expected {k} items of the stream, got {len(got)}"
    return None if rare < 4 else f"the stream has 10 zeros and 20,000 ones, the sample {rare} zeros and {k - rare} ones"


def seeded(seed=0):
    return checks.python_random(seed)


def counting(n):
    return checks.stream(list(range(n)))


CHECKS = [
    checks.example(
        "Three items fit into a reservoir of five",
        checks.call("reservoir_sample", checks.stream([30, 10, 20]), 5, seeded()),
        [30, 10, 20],
        same=checks.any_order(checks.exactly()),
    ),
    checks.oracle(
        "A stream of k items or fewer comes back whole",
        "reservoir_sample",
        [
            (checks.stream([]), 3, seeded()),
            (checks.stream(["one"]), 1, seeded()),
            (checks.stream([4, 4]), 2, seeded()),
            (checks.stream([1, 2, 3]), 10, seeded()),
            (checks.stream(list(range(50))), 50, seeded()),
        ],
        expected=all_of_it,
        same=checks.any_order(checks.exactly()),
    ),
    checks.property(
        "The sample is k items of the stream, none used twice",
        "reservoir_sample",
        inputs,
        [(1, 0), (2, 1), (5, 0), (5, 2), (9, 8), (40, 7), (1_000, 100), (3_000, 1_000)],
        holds=from_the_stream,
        empty=True,
    ),
    checks.statistics(
        "Every sample of one is equally likely",
        "reservoir_sample",
        [(counting(2), 1, seeded(1)), (counting(3), 1, seeded(2))],
        draws=10_300,
        holds=subsets,
        detects=0.1,
    ),
    checks.statistics(
        "Each of thirty items is as likely as the others",
        "reservoir_sample",
        [(counting(30), 1, seeded(3))],
        draws=4_000,
        holds=subsets,
        detects=0.05,
    ),
    checks.statistics(
        "Every sample of k is equally likely",
        "reservoir_sample",
        [(counting(3), 2, seeded(4)), (counting(6), 2, seeded(5)), (counting(6), 4, seeded(6))],
        draws=8_000,
        holds=subsets,
        detects=0.05,
    ),
    checks.statistics(
        "Early or late in a longer stream, every item is equally likely to be kept",
        "reservoir_sample",
        [(counting(120), 12, seeded(9))],
        draws=1_500,
        holds=equally_often,
        detects=0.2,
    ),
    checks.statistics(
        "A long stream is sampled in all its parts",
        "reservoir_sample",
        [(counting(4_000), 300, seeded(10))],
        draws=20,
        holds=from_all_parts,
        detects=0.5,
    ),
    checks.statistics(
        "With room for one, the last items are no more likely than the first",
        "reservoir_sample",
        [(checks.stream(range(7_000)), 1, seeded(13))],
        draws=34,
        holds=at_any_age,
        detects=0.9,
    ),
    checks.follows_source(
        "All randomness comes from rng, and none is kept",
        "reservoir_sample",
        [(counting(200), 20, seeded(11))],
    ),
    checks.property(
        "Items may be any objects",
        "reservoir_sample",
        [(checks.stream([{"b": 1}, {"c": 0}, None, "x", {"a": 1}]), 3, seeded(7))],
        holds=lambda got, stream, _k, _rng: (
            None
            if len(got) == 3 and not Counter(map(repr, got)) - Counter(map(repr, stream.value))
            else f"expected three of {stream.value}"
        ),
    ),
    checks.property(
        "Equal items count as often as they come",
        "reservoir_sample",
        [(checks.stream([0] * 10 + [1] * 20_000), 10, seeded(12))],
        holds=as_often,
    ),
    checks.memory(
        "A long stream is not kept",
        checks.call("reservoir_sample", checks.stream(range(400_000)), 1_000, seeded(8)),
        limit=7,
        holds=from_everywhere,
    ),
    checks.error(
        "A negative k raises ValueError",
        [checks.call("reservoir_sample", checks.stream(items), -1, seeded()) for items in ([1, 2, 3], [])],
    ),
]
