from collections import Counter
from itertools import permutations
from math import factorial, log

import numpy as np

from sharpen import checks
from sharpen.checks.calls import Given

ALPHA = 1e-10


def numbers(rng, size):
    return rng.integers(0, 2 * size, size).tolist(), checks.uniforms(int(rng.integers(1000)))


def same_items(items, _uniform):
    return items


def same_objects(got, items, _uniform):
    there, wanted = Counter(map(repr, got)), Counter(map(repr, items))
    for item in there | wanted:
        if there[item] != wanted[item]:
            return f"{item} is {there[item]:,} times in the answer and {wanted[item]:,} times among the items"
    return None


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


def some_stay(answers, items, _uniform):
    """No item stays in its place in a third of all permutations or so, and the first two change order in half."""
    n, calls = len(items), len(answers)
    if not any(item == place for answer in answers for place, item in enumerate(answer)):
        return f"in {calls} shuffles of {n:,} items none ever stayed where it was; in each, one does on average"
    turned = sum(answer.index(0) > answer.index(1) for answer in answers)
    if checks.biased([turned, calls - turned], [0.5, 0.5]):
        return (
            f"the first two of {n:,} items came in the other order {turned} times in {calls}; about half are expected"
        )
    return None


def mixed(got, items, _uniform):
    """A long list 0, 1, ..., n - 1: a permutation, its items moved, moved far, and its neighbors in no order."""
    n, order = len(items), np.asarray(got)
    if order.shape != (n,) or order.dtype.kind not in "iu":
        return f"expected the {n:,} items of the list in some order"
    if order.min() < 0 or order.max() >= n or np.bincount(order, minlength=n).min() == 0:
        return "the items have changed"
    moved = np.abs(order - np.arange(n))
    # P(at least m fixed points) <= E[choose(fixed points, m)] = 1/m!, and 1/15! < 1e-12.
    stayed = int((moved == 0).sum())
    if stayed >= 15:
        return f"{stayed:,} of {n:,} items are where they were; about one is expected"
    return (
        near(moved)
        or parted(order)
        or last_ones(order)
        or rising(order)
        or rising(np.argsort(order), "the item that was first is first")
    )


def near(moved, reach=100):
    """How many items moved by no more than `reach` places.

    Of a uniform permutation p, a sum X of numbers a[i, p(i)] from 0 to 1 is farther than t from its mean m with a
    chance of 2 exp(-t^2 / (4m + 2t)) at most (Chatterjee 2007, proposition 1.1).
    """
    count, mean = int((moved <= reach).sum()), 2 * reach + 1
    if abs(count - mean) <= apart(mean):
        return None
    return f"{count:,} of {len(moved):,} items moved by {reach} places or less; about {mean} are expected"


def apart(mean):
    bar = log(2 / ALPHA)
    return bar + (bar**2 + 4 * bar * mean) ** 0.5


def last_ones(order):
    """How many items of the last sixth are in it; the bound is that of `near`."""
    start = len(order) * 5 // 6
    count, mean = int((order[start:] >= start).sum()), (len(order) - start) ** 2 / len(order)
    if abs(count - mean) <= apart(mean):
        return None
    return f"{count:,} of the last {len(order) - start:,} items stayed among the last; about {mean:,.0f} are expected"


def parted(order):
    """Drawn without replacement, counts are no farther from their mean than drawn with it (Hoeffding 1963, 6)."""
    half = len(order) // 2
    early = int((order[:half] < half).sum())
    if not checks.biased([early, half - early], [0.5, 0.5]):
        return None
    return f"{early:,} items of the first half stayed in it; about {half // 2:,} are expected"


def rising(order, what="the smaller item comes first"):
    """The falls of a uniform permutation are distributed as the whole part of a sum of n uniforms.

    That is within 1 of the sum (Stanley 1977), to which Hoeffding's inequality applies.
    """
    n, rises = len(order), int((np.diff(order) > 0).sum())
    slack = 1 + (n * log(2 / ALPHA) / 2) ** 0.5
    if abs(rises - (n - 1) / 2) <= slack:
        return None
    return f"in {rises:,} of {n - 1:,} neighboring pairs {what}; about half are expected"


def played(*floats):
    """A function that returns these floats, one after the other; the last one is shown."""
    return Given("script", ("function", [floats[-1]], [list(floats[:-1])]))


def every_float(ask, items, _uniform):
    """Sixty items have 60! > 2**272 permutations: five floats of 53 bits cannot tell them apart."""
    rng = np.random.default_rng(34)
    first, one, other = rng.random(5).tolist(), rng.random(10_000).tolist(), rng.random(10_000).tolist()
    if ask(items, played(*first, *one)) != ask(items, played(*first, *other)):
        return None
    return "floats after the fifth change nothing; five of them cannot lead to every permutation of sixty items"


def every_digit(ask, items, _uniform):
    """With one float for each item, 20 bits of it are too few: of 10,000 choices some fall on a border of such a cell,
    as 50 are expected to.

    Who draws more often may well do with the first digits, as those do who take bits or ask again.
    """
    if ask(items, checks.uniforms(35)) != ask(items, checks.uniforms(35, bits=20)):
        return None
    try:
        ask(items, played(*np.random.default_rng(36).random(len(items)).tolist()))
    except checks.Failed as failure:
        if failure.fatal:
            raise
        return None
    return "only the first 20 bits of each float decide anything; so not every permutation is equally likely"


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
        [
            ([{"a": 1}, 0, {"a": 1}, None, "", {}, "x", {"c": 3}], seeded(4)),
            ([{"a": n % 2} for n in range(5_000)], seeded(5)),
        ],
        holds=same_objects,
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
    checks.statistics(
        "Items may stay, and the first two may change order, however long the list",
        "shuffle",
        [(list(range(n)), seeded(50 + n)) for n in (2, 6, 7, 8, 12, 20, 60, 150, 400)],
        draws=60,
        holds=some_stay,
        detects=0.9,
    ),
    checks.property(
        "A long list is shuffled all through",
        "shuffle",
        [(list(range(n)), seeded(31 + n)) for n in (1_200, 4_000, 20_000)],
        holds=mixed,
    ),
    checks.follows_source(
        "All randomness comes from uniform, and none is kept",
        "shuffle",
        [(list(range(40)), seeded(33))],
    ),
    checks.relation(
        "Every float counts",
        "shuffle",
        [(list(range(60)), seeded(34))],
        holds=every_float,
    ),
    checks.relation(
        "More than the first digits of a float count",
        "shuffle",
        [(list(range(10_000)), seeded(35))],
        holds=every_digit,
    ),
    checks.unchanged(
        "The list that was given is left as it was",
        "shuffle",
        [checks.call("shuffle", [4, 8, 15, 16, 23, 42], uniform=seeded(seed)) for seed in range(3)]
        # What is added to the answer must not be in the list that was given.
        + [
            checks.call("shuffle", items, uniform=seeded()).method("append", "c").method("count", "c")
            for items in ([], ["a"], ["a", "b"])
        ],
    ),
    checks.growth(
        "The time does not grow with the square of the number of items",
        "shuffle",
        [(list(range(n)), seeded()) for n in (1_000, 60_000)],
        factor=60,
        holds=mixed,
    ),
]
