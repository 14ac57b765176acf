from itertools import combinations_with_replacement

from sharpen import checks


def every_pair(encoders, decoders, budget):
    totals = [one + other for one in encoders for other in decoders if one + other <= budget]
    return (max(totals), totals.count(max(totals))) if totals else None


SIZES = [list(sizes) for length in range(4) for sizes in combinations_with_replacement((0, 1, 3), length)]
SMALL = [(encoders, decoders, budget) for encoders in SIZES for decoders in SIZES for budget in range(7)]


def models(rng, size):
    n, m, most = size
    encoders, decoders = (sorted(rng.integers(0, most + 1, length).tolist()) for length in (n, m))
    return encoders, decoders, int(rng.integers(0, 2 * most + 1))


def roomy(rng, size):
    """A budget that some pair always fits."""
    encoders, decoders, budget = models(rng, size)
    return encoders, decoders, max(budget, encoders[0] + decoders[0])


def repeated(rng, length):
    """All decoders alike, encoders of two sizes: nearly every pair is a best one."""
    return [7] * (length // 2) + [8] * (length // 2), [5] * length, 12


def falling(rng, length):
    """For each encoder another decoder, somewhere in the middle."""
    return sorted(rng.integers(0, 10**9, length).tolist()), sorted(rng.integers(0, 10**9, length).tolist()), 10**9


def is_a_sum(got, encoders, decoders, budget):
    """Whether there is such a pair, none between it and the budget, and as many as there are."""
    total, count = got
    if total > budget:
        return f"the sum {total} is more than the budget of {budget}"
    totals = [one + other for one in encoders for other in decoders]
    if total not in totals:
        return f"no pair has the sum {total}"
    better = [one for one in totals if total < one <= budget]
    if better:
        return f"there is a pair with the sum {max(better)}, which is within {budget}"
    return None if totals.count(total) == count else f"{totals.count(total)} pairs have the sum {total}, not {count}"


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("largest_pair", [2, 4, 4, 8], [5, 7], 10),
        (9, 3),
    ),
    checks.exhaustive("Up to three models each of three sizes", "largest_pair", SMALL, expected=every_pair),
    checks.oracle(
        "Random sizes",
        "largest_pair",
        models,
        [(1, 1, 3), (3, 5, 4), (20, 3, 10), (3, 20, 30), (30, 30, 5), (40, 40, 10**9), (60, 50, 60)],
        expected=every_pair,
        same=checks.exactly(),
    ),
    checks.property(
        "The sum is there, within the budget, and the largest",
        "largest_pair",
        roomy,
        [(1, 1, 2), (8, 5, 6), (60, 60, 20), (50, 70, 10**9)],
        holds=is_a_sum,
    ),
    checks.oracle(
        "Empty lists, sizes of zero, and the largest of all",
        "largest_pair",
        [
            ([], [], 5),
            ([], [1], 5),
            ([1], [], 5),
            ([0, 0], [0, 0, 0], 0),
            ([10**9] * 2, [10**9] * 3, 2 * 10**9),
            ([10**9] * 2, [10**9] * 3, 2 * 10**9 - 1),
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The lists are not changed", "largest_pair", roomy, [(3, 5, 4), (20, 30, 9)]),
    checks.growth(
        "40,000 models each, of few sizes", "largest_pair", repeated, [40_000], factor=40, same=checks.exactly()
    ),
    checks.growth(
        "40,000 models each, of any size", "largest_pair", falling, [40_000], factor=40, same=checks.exactly()
    ),
    checks.oracle(
        "All pairs of 40,000 and 40,000, and sums of nothing and of two billion",
        "largest_pair",
        [
            ([5] * 40_000, [7] * 40_000, 12),
            ([0, 0], [0, 0, 0], 0),
            ([0], [1], 0),
            ([0], [0], 2 * 10**9),
            ([10**9 - 1, 10**9], [10**9 - 1, 10**9], 2 * 10**9),
            ([10**9 - 1, 10**9], [10**9], 2 * 10**9 - 1),
        ],
        same=checks.exactly(),
    ),
]
