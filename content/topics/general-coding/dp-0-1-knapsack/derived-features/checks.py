from functools import lru_cache
from itertools import combinations, pairwise, product

import numpy as np

from sharpen import checks


@lru_cache(4096)
def best_value(parents, costs, values, budget):
    """The largest value, by tables that are handed down the tree and up again. Each verdict asks the same."""
    children = [[] for _ in range(len(parents) + 1)]
    for feature, parent in enumerate(parents):
        children[parent].append(feature)  # those of -1 come last
    never = -(2**60)

    def through(feature, before):
        with_it = np.full(budget + 1, never)
        cost = costs[feature]
        if cost <= budget:
            with_it[cost:] = before[: budget + 1 - cost] + values[feature]
        for child in children[feature]:
            with_it = through(child, with_it)
        return np.maximum(before, with_it)

    best = np.zeros(budget + 1, np.int64)
    for feature in children[-1]:
        best = through(feature, best)
    return int(best[budget])


def allowed_and_best(got, parents, costs, values, budget):
    if not isinstance(got, list | tuple) or not all(type(feature) is int for feature in got):
        return f"expected a list of features, got {checks.show(got, longest=80)}"
    strange = [feature for feature in got if not 0 <= feature < len(parents)]
    if strange:
        return f"expected features from 0 to {len(parents) - 1}, got {strange[0]}"
    if any(one >= other for one, other in pairwise(got)):
        at = next(at for at in range(1, len(got)) if got[at - 1] >= got[at])
        return f"expected each feature once and in ascending order, got {got[at]} after {got[at - 1]}"
    alone = next((feature for feature in got if parents[feature] >= 0 and parents[feature] not in set(got)), None)
    if alone is not None:
        return f"feature {alone} is derived from {parents[alone]}: expected both of them, got {alone} without it"
    cost, value = sum(costs[feature] for feature in got), sum(values[feature] for feature in got)
    if cost > budget:
        return f"expected costs of at most {budget}, got {cost}"
    best = best_value(tuple(parents), tuple(costs), tuple(values), budget)
    return None if value == best else f"expected features worth {best} in all, got {value}"


def forests(rng, size):
    """Any forest, deep ones and wide ones; a third of the values are negative."""
    count, dearest, most, budget = size
    reach = int(rng.integers(1, count + 1)) if count else 1
    parents = [int(rng.integers(max(-1, feature - reach), feature)) for feature in range(count)]
    values = rng.integers(-most // 2, most + 1, count).tolist()
    return parents, rng.integers(0, dearest + 1, count).tolist(), values, budget


def chain(rng, size):
    """Each feature derived from the one before; what is worth something comes last."""
    count, budget = size
    return list(range(-1, count - 1)), [budget // count] * count, [-1] * (count - 1) + [10**9], budget


def bushes(rng, size):
    """Raw features and what is derived from them in turn, so that what belongs together stands far apart."""
    count, budget = size
    groups = count // 5
    parents = [-1] * groups + [feature - groups for feature in range(groups, count)]
    costs = rng.integers(1, 9 * budget // count, count).tolist()
    values = (rng.integers(1, 10**9, count) * np.where(np.arange(count) < groups, -1, 1)).tolist()
    return parents, costs, values, budget


def small():
    for count in range(4):
        for parents in product(*(range(-1, feature) for feature in range(count))):
            for costs in product((1, 2), repeat=count):
                for values in product((-2, 3), repeat=count):
                    for budget in (0, 2, 3, 4) if count == 3 else (0, 1, 2, 3):
                        yield list(parents), list(costs), list(values), budget
    for parents in product((-1,), (-1, 0), (-1, 0, 1), (0, 1, 2)):
        for good in combinations(range(4), 2):
            yield list(parents), [1, 1, 2, 1], [3 if feature in good else -1 for feature in range(4)], 4


IN_DEBT = ([*range(-1, 73), *[73] * 76], [0] * 150, [-(10**9)] * 74 + [10**9] * 76, 0)
"""A chain that does as much harm as a chain can, and the features that make up for it."""

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("best_features", [-1, -1, 0, 0], [3, 4, 2, 2], [-1, 5, 4, 5], 7),
        [0, 2, 3],
        same=checks.exactly(),
    ),
    checks.exhaustive(
        "Every forest of up to three features, and some of four", "best_features", small(), holds=allowed_and_best
    ),
    checks.oracle(
        "One answer only",
        "best_features",
        [
            ([], [], [], 0),
            ([], [], [], 800),
            ([-1], [800], [1], 800),
            ([-1], [800], [10**9], 799),
            ([-1], [0], [7], 0),
            ([-1], [0], [-7], 800),
            ([-1, 0, -1, 1, 2], [0, 0, 0, 0, 0], [-5, -5, 3, 11, -1], 0),
            ([-1, -1, 0, 1, 2, 3], [1, 1, 1, 1, 1, 1], [-9, -9, -9, -9, 28, 27], 3),
            ([-1] * 6, [2, 3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8], 5),
            IN_DEBT,
        ],
        same=checks.exactly(),
    ),
    checks.property(
        "The choice is allowed, and none is worth more",
        "best_features",
        forests,
        [
            (1, 2, 3, 2),
            (4, 3, 6, 6),
            (7, 4, 9, 9),
            (12, 9, 30, 30),
            (20, 30, 10**9, 200),
            (24, 5, 4, 30),
            (14, 0, 9, 0),
        ],
        holds=allowed_and_best,
        empty=True,
    ),
    checks.property(
        "A chain of 120 features", "best_features", chain, [(120, 130)], holds=allowed_and_best, drawn=False
    ),
    checks.unchanged("The lists are not changed", "best_features", forests, [(4, 3, 6, 6), (30, 9, 30, 60)]),
    checks.growth(
        "120 features, a budget of 800",
        "best_features",
        bushes,
        [(120, 800)],
        factor=40,
        holds=allowed_and_best,
    ),
]
