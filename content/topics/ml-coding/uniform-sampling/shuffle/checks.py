from collections import Counter
from itertools import pairwise, permutations
from math import factorial, log

import numpy as np

from sharpen import checks

ALPHA = 1e-10


def numbers(rng, size):
    return rng.integers(0, 2 * size, size).tolist(), checks.uniforms(int(rng.integers(1000)))


def same_items(items, _uniform):
    return items


def every_permutation(answers, items, _uniform):
    n = len(items)
    seen = Counter(tuple(answer) for answer in answers)
    possible = list(permutations(items))
    strange = set(seen) - set(possible)
    if strange:
        return f"{list(next(iter(strange)))} is not a permutation of {items}"
    why = checks.biased([seen[one] for one in possible], [1 / factorial(n)] * len(possible))
    if why:
        extreme = max(possible, key=lambda one: abs(seen[one] - len(answers) / len(possible)))
        return (
            f"the {len(possible)} permutations are not equally likely: {list(extreme)} came {seen[extreme]:,} times "
            f"in {len(answers):,}; about {len(answers) / len(possible):,.0f} are expected"
        )
    return None


def every_place(answers, items, _uniform):
    """The items are 0, 1, ..., n - 1."""
    places = [Counter(column) for column in zip(*answers, strict=True)]
    for item in items:
        counts = [place[item] for place in places]
        if checks.biased(counts, [1 / len(items)] * len(items), alpha=ALPHA / len(items)):
            return f"item {item} landed in places 0 to {len(items) - 1} this often: {counts}"
    return None


def moved(got, items, _uniform):
    """P(at least m fixed points) <= E[choose(fixed points, m)] = 1/m!, and 1/15! < 1e-12."""
    got = list(got)
    if sorted(got) != items:
        return "the items have changed"
    stayed = sum(a == b for a, b in zip(got, items, strict=True))
    return f"{stayed:,} of {len(items):,} items are where they were; about one is expected" if stayed >= 15 else None


def rises_and_falls(got, items, _uniform):
    return rising(sum(a < b for a, b in pairwise(got)), len(items))


def rising(rises, n):
    """The falls of a uniform permutation are distributed as the whole part of a sum of n uniforms.

    That is within 1 of the sum (Stanley 1977), to which Hoeffding's inequality applies.
    """
    slack = 1 + (n * log(2 / ALPHA) / 2) ** 0.5
    if abs(rises - (n - 1) / 2) <= slack:
        return None
    return f"in {rises:,} of {n - 1:,} neighboring pairs the smaller item comes first; about half are expected"


def mixed(got, items, _uniform):
    """A long list 0, 1, ..., n - 1: a permutation, its items moved, and moved far."""
    n, order = len(items), np.asarray(got)
    if order.shape != (n,) or order.dtype.kind not in "iu":
        return f"expected the {n:,} items of the list in some order"
    if order.min() < 0 or order.max() >= n or np.bincount(order, minlength=n).min() == 0:
        return "the items have changed"
    stayed = int((order == np.arange(n)).sum())
    if stayed >= 15:
        return f"{stayed:,} of {n:,} items are where they were; about one is expected"
    early = int((order[: n // 2] < n // 2).sum())
    # Drawn without replacement, counts are no farther from their mean than drawn with it (Hoeffding 1963, 6).
    if checks.biased([early, n // 2 - early], [0.5, 0.5]):
        return f"{early:,} items of the first half stayed in it; about {n // 4:,} are expected"
    return rising(int((np.diff(order) > 0).sum()), n)


def fine(ask, items, _uniform):
    """Of 20,000 choices among up to 20,000 places some must differ when floats agree in their first 17 bits alone."""
    alike = ask(items, checks.uniforms(35)) == ask(items, checks.uniforms(35, bits=17))
    return "only the first 17 bits of each float decide anything; every permutation needs more" if alike else None


def seeded(seed=0):
    return checks.uniforms(seed)


CHECKS = [
    checks.example(
        "Three items, all there",
        checks.call("shuffle", [3, 1, 2], seeded()),
        [3, 1, 2],
        same=checks.any_order(checks.exactly()),
    ),
    checks.oracle(
        "The same items come back, duplicates and all",
        "shuffle",
        numbers,
        [1, 2, 3, 5, 20, 60],
        expected=same_items,
        same=checks.any_order(checks.exactly()),
    ),
    checks.oracle(
        "Nothing to shuffle: no items, or one",
        "shuffle",
        [([], seeded()), (["only"], seeded())],
        expected=same_items,
        same=checks.exactly(),
    ),
    checks.property(
        "Items may be any objects, hashable or not",
        "shuffle",
        [([{"a": 1}, {"b": 2}, {"a": 1}, None, "x", {"c": 3}], seeded(4))],
        holds=lambda got, items, _uniform: (
            None if sorted(map(repr, got)) == sorted(map(repr, items)) else f"expected the items {items} in some order"
        ),
    ),
    *(
        checks.statistics(
            f"Every permutation of {n} items is equally likely",
            "shuffle",
            [(list(range(n)), seeded(12 + n))],
            draws=checks.draws_to_detect(bias, 1 / factorial(n), outcomes=factorial(n)),
            holds=every_permutation,
            detects=bias,
        )
        for n, bias in ((3, 0.05), (4, 0.025), (5, 0.03))
    ),
    checks.statistics(
        "Every item is equally likely to land in every place",
        "shuffle",
        [(list(range(9)), seeded(21)), (list(range(30)), seeded(22))],
        draws=3_000,
        holds=every_place,
        detects=0.1,
    ),
    checks.property(
        "A long list is shuffled all through",
        "shuffle",
        [(list(range(20_000)), seeded(31))],
        holds=moved,
    ),
    checks.property(
        "In a long list, neighbors rise as often as they fall",
        "shuffle",
        [(list(range(20_000)), seeded(32))],
        holds=rises_and_falls,
    ),
    checks.follows_source(
        "All randomness comes from uniform, and none is kept",
        "shuffle",
        [(list(range(40)), seeded(33))],
    ),
    checks.relation(
        "More than the first digits of a float count",
        "shuffle",
        [(list(range(20_000)), seeded(35))],
        holds=fine,
    ),
    checks.unchanged(
        "The list that was given is left as it was",
        "shuffle",
        [checks.call("shuffle", [4, 8, 15, 16, 23, 42], uniform=seeded(seed)) for seed in range(3)],
    ),
    checks.growth(
        "The time does not grow with the square of the number of items",
        "shuffle",
        [(list(range(n)), seeded()) for n in (1_000, 300_000)],
        holds=mixed,
    ),
]
