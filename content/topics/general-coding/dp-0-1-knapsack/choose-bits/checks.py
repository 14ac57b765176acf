from functools import lru_cache

import numpy as np

from sharpen import checks

NEVER = 2**62


@lru_cache(4096)
def least_loss(layers, budget):
    """The least loss of choices that fit; NEVER or more if none does. Verdict after verdict asks of the same layers."""
    least = np.zeros(budget + 1, np.int64)
    for options in layers:
        row = np.full(budget + 1, NEVER)
        for size, loss in options:
            if size <= budget:
                row[size:] = np.minimum(row[size:], np.minimum(least[: budget + 1 - size], NEVER - 2**31) + loss)
        least = row
    return int(least[budget])


def fits_and_is_best(got, layers, budget):
    best = least_loss(tuple(map(tuple, layers)), budget)
    if got is None or best >= NEVER - 2**31:
        if (got is None) == (best >= NEVER - 2**31):
            return None
        return f"expected a choice that loses {best}, got None" if got is None else "expected None, for nothing fits"
    if not isinstance(got, list | tuple) or len(got) != len(layers):
        return f"expected a list of {len(layers)} indices, one for each layer, got {checks.show(got, longest=80)}"
    for number, (place, options) in enumerate(zip(got, layers, strict=True)):
        if type(place) is not int or not 0 <= place < len(options):
            return f"layer {number}: expected an option from 0 to {len(options) - 1}, got {checks.show(place)}"
    size = sum(options[place][0] for place, options in zip(got, layers, strict=True))
    loss = sum(options[place][1] for place, options in zip(got, layers, strict=True))
    if size > budget:
        return f"expected sizes that sum to at most {budget}, got options that need {size}"
    return None if loss == best else f"expected a choice that loses {best} in all, got one that loses {loss}"


def models(rng, size):
    count, options, largest, most, budget = size
    return [
        [
            (int(rng.integers(0, largest + 1)), int(rng.integers(0, most + 1)))
            for _ in range(rng.integers(1, options + 1))
        ]
        for _ in range(count)
    ], budget


def worse_if_smaller(rng, size):
    """As in life: the smaller an option, the more is lost; far more options than the budget allows to be large."""
    count, budget = size
    layers = []
    for _ in range(count):
        sizes = sorted(rng.choice(np.arange(1, 4 * budget // count), 4, replace=False).tolist())
        losses = sorted(rng.integers(0, 10**9, 4).tolist(), reverse=True)
        layers.append(list(zip(sizes, losses, strict=True)))
    return layers, budget


OPTIONS = [(0, 3), (1, 2), (2, 0), (2, 1), (3, 0)]
LISTS = [[one] for one in OPTIONS] + [[one, other] for one in OPTIONS[:4] for other in OPTIONS[:4]]
SMALL = [([], 0), ([], 2), *(([first], budget) for first in LISTS for budget in range(4))]
SMALL += [([first, second], budget) for first in LISTS for second in LISTS for budget in range(1, 5)]
SMALL += [([first, [(1, 1), (2, 0)], third], budget) for first in LISTS for third in LISTS for budget in (2, 4)]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("choose_bits", [[(2, 9), (4, 3), (8, 0)], [(2, 5), (4, 1)]], 8),
        [1, 1],
    ),
    checks.exhaustive("Up to three layers of one or two options", "choose_bits", SMALL, holds=fits_and_is_best),
    checks.oracle(
        "One option can be had, or none at all",
        "choose_bits",
        [
            ([[(3, 7)]], 2),
            ([[(3, 7)]], 3),
            ([[(9, 0), (4, 10**9), (8, 1)]], 7),
            ([[(1, 0)], [(1000, 0), (1, 5)]], 2),
            ([[(0, 10**9)]] * 60, 0),
            ([[(0, 0)]], 0),
            ([[(0, 0), (0, 1)]] * 3, 0),
            ([[(2, 0), (1, 1)]] * 12, 12),
            ([[(1, 1), (2, 0)]] * 12, 11),
            ([[(500, 4), (501, 0)], [(500, 0)]], 1000),
        ],
        same=checks.exactly(),
    ),
    checks.property(
        "The choice fits, and none that fits loses less",
        "choose_bits",
        models,
        [
            (1, 3, 4, 9, 3),
            (3, 3, 6, 9, 9),
            (6, 4, 9, 3, 20),
            (10, 4, 30, 10**9, 90),
            (9, 4, 300, 99, 1000),
            (12, 4, 40, 60, 200),
        ],
        holds=fits_and_is_best,
        empty=True,
    ),
    checks.unchanged("The layers are not changed", "choose_bits", models, [(3, 3, 6, 9, 12), (20, 4, 9, 99, 80)]),
    checks.growth(
        "40 layers with 4 options, a budget of 600",
        "choose_bits",
        worse_if_smaller,
        [(40, 600)],
        factor=60,
        holds=fits_and_is_best,
    ),
]
