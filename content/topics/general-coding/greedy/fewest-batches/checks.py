from collections import Counter
from itertools import combinations_with_replacement, product

from sharpen import checks


def over_all_plans(requests, size):
    """Every choice of a moment for each request."""
    moments = (range(arrival, deadline + 1) for arrival, deadline in requests)
    return min(sum(-(-crowd // size) for crowd in Counter(plan).values()) for plan in product(*moments))


WINDOWS = [(0, 0), (0, 1), (0, 3), (1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (3, 3)]
SMALL = [
    ([requests[at] for at in range(count - 1, -1, -1)], size)
    for count in range(5)
    for requests in combinations_with_replacement(WINDOWS, count)
    for size in (1, 2, 3)
]


def arrivals(rng, size):
    count, last, patience, batch = size
    starts = rng.integers(0, last + 1, count).tolist()
    return [(start, start + int(rng.integers(0, patience + 1))) for start in starts], batch


def day(rng, size):
    count, patience, batch = size
    requests, _ = arrivals(rng, (count - 2, 10**9 - patience, patience, batch))
    return [*requests, (0, 10**9), (10**9, 10**9)], batch


def by_picking(requests, size):
    """The same plan without a heap: at each first deadline all that wait are sorted."""
    left, batches = list(requests), 0
    while left:
        moment = min(deadline for _, deadline in left)
        waiting = sorted((pair for pair in left if pair[0] <= moment), key=lambda pair: pair[1])
        for pair in waiting[:size]:
            left.remove(pair)
        batches += 1
    return batches


def chained(rng, size):
    """Requests whose windows lie in each other or overlap in chains, many more than fit."""
    count, batch = size
    ends = rng.integers(0, 30, count)
    return [(int(max(0, end - rng.integers(0, 12))), int(end + rng.integers(0, 3) ** 3)) for end in ends], batch


def within_bounds(got, requests, size):
    if not isinstance(got, int) or isinstance(got, bool):
        return f"expected a whole number of batches, got {checks.show(got, longest=60)}"
    least = -(-len(requests) // size)
    if got < least:
        return f"{got:,} batches answer at most {got * size:,} requests, and there are {len(requests):,}"
    last, apart = -1, 0
    for arrival, deadline in sorted(requests, key=lambda pair: pair[1]):
        if arrival > last:
            last, apart = deadline, apart + 1
    if got < apart:
        return f"{got:,} batches are too few: no two of some {apart:,} requests can share a batch"
    most = apart + len(requests) // size
    return (
        None
        if got <= most
        else f"{got:,} batches are too many: {apart:,} moments suffice, so {most:,} batches are enough"
    )


CHECKS = [
    checks.example(
        "The example in the statement", checks.call("fewest_batches", [(0, 9), (1, 4), (3, 5), (8, 12)], 2), 2
    ),
    checks.exhaustive("Every four requests within four moments", "fewest_batches", SMALL, expected=over_all_plans),
    checks.oracle(
        "Random requests, in every plan",
        "fewest_batches",
        arrivals,
        [(0, 1, 1, 1), (1, 5, 3, 2), (3, 4, 3, 2), (5, 5, 4, 2), (6, 4, 3, 3), (6, 6, 3, 2), (6, 3, 3, 1)],
        expected=over_all_plans,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Many nested windows, against a plan without a heap",
        "fewest_batches",
        chained,
        [(10, 2), (40, 3), (60, 7), (100, 1), (150, 4), (150, 150), (120, 20)],
        expected=by_picking,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Thousands of requests at once",
        "fewest_batches",
        [([(7, 9)] * 6000, 20_000), ([(7, 9)] * 5999 + [(0, 10**9), (8, 8)], 6000), ([(5, 5)] * 700, 699)],
        same=checks.exactly(),
    ),
    checks.growth(
        "20,000 requests",
        "fewest_batches",
        day,
        [(20_000, 9 * 10**8, 1), (5_000, 10**7, 8)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.property(
        "Enough for all, and no more than is obviously enough",
        "fewest_batches",
        arrivals,
        [(4, 9, 3, 2), (150, 100, 20, 4), (2000, 1000, 30, 5), (2000, 10**9, 10**6, 3)],
        holds=within_bounds,
    ),
    checks.unchanged("The list is not changed", "fewest_batches", arrivals, [(6, 6, 3, 2), (150, 100, 20, 4)]),
    checks.oracle(
        "20,000 requests in one batch, or one too many",
        "fewest_batches",
        [([(0, 10**9)] * 20_000, 20_000), ([(0, 10**9)] * 20_000, 19_999), ([(10**9, 10**9), (0, 10**9 - 1)], 2)],
        same=checks.exactly(),
    ),
]
