from itertools import combinations, product

from sharpen import checks


def one_by_one(sizes, batch, devices):
    """Every plan, as how many there are of each size."""
    every = product(*(range(batch // size + 1) for size in sizes))
    return sum(sum(counts) % devices == 0 and sum(map(int.__mul__, counts, sizes)) == batch for counts in every)


def by_numbers(sizes, batch, devices):
    """How many plans have each sum and each number of micro-batches, size by size, in a dict."""
    ways = {(0, 0): 1}
    for size in sizes:
        grown = {}
        for (total, number), count in ways.items():
            for more in range((batch - total) // size + 1):
                key = (total + more * size, number + more)
                grown[key] = grown.get(key, 0) + count
        ways = grown
    return sum(count for (total, number), count in ways.items() if total == batch and number % devices == 0)


def micro_batches(rng, size):
    count, largest, batch, devices = size
    return rng.choice(range(1, largest + 1), count, replace=False).tolist(), batch, devices


def adds_up(ask, sizes, batch, devices):
    """With one size more, the new plans are those that hold it: without one of it, they are plans of what is left."""
    *others, last = sizes
    whole, without, free = ask(sizes, batch, 1), ask(others, batch, 1), ask(sizes, batch - last, 1)
    if whole != without + free:
        parts = f"{without} do without {last}, and {free} plans for {batch - last} get one more {last}"
        return f"on one device there are {whole} plans for {batch}, but {parts}"
    fewer, more = ask(sizes, batch, 2 * devices), ask(sizes, batch, devices)
    if fewer > more:
        return f"{fewer} plans fill whole rounds of {2 * devices} devices, more than the {more} of {devices}"
    return None


SMALL = [
    (list(sizes), batch, devices)
    for count in range(4)
    for sizes in combinations((1, 2, 3, 4, 6), count)
    for batch in range(10)
    for devices in (1, 2, 3, 4)
]

CHECKS = [
    checks.example("The example in the statement", checks.call("plans", [1, 2, 4], 6, 2), 3),
    checks.exhaustive("Up to three sizes, batches up to nine, up to four devices", "plans", SMALL, expected=one_by_one),
    checks.oracle(
        "Random sizes",
        "plans",
        micro_batches,
        [
            (1, 1, 0, 1),
            (2, 5, 12, 2),
            (3, 9, 40, 3),
            (4, 20, 60, 2),
            (6, 30, 90, 5),
            (20, 30, 40, 3),
            (1, 1, 2000, 8),
            (2, 2000, 999, 16),
        ],
        expected=by_numbers,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "Nothing to do, no sizes, sizes in any order, many devices",
        "plans",
        [
            ([], 0, 1),
            ([], 0, 16),
            ([], 7, 1),
            ([3], 0, 5),
            ([2000, 1001], 1000, 1),
            ([5, 1, 3, 2], 30, 4),
            ([7], 49, 7),
            ([7], 49, 14),
            ([1], 8, 16),
            ([1, 2], 20, 16),
            ([1500, 250], 2000, 3),
        ],
        expected=by_numbers,
        same=checks.exactly(),
    ),
    checks.relation(
        "Plans with a size and without it add up",
        "plans",
        micro_batches,
        [(2, 5, 9, 2), (3, 9, 50, 3), (5, 30, 120, 2), (4, 20, 240, 1)],
        holds=adds_up,
    ),
    checks.unchanged("The sizes are not changed", "plans", micro_batches, [(3, 9, 40, 3), (12, 40, 100, 4)]),
    checks.growth(
        "10 sizes, a batch of 2,000, 2 devices",
        "plans",
        [([9, 2, 5, 1, 7, 3, 10, 4, 6, 8], 2000, 2)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "More plans than 64 bits can count",
        "plans",
        [(list(range(1, 31)), 2000, 1), (list(range(30, 0, -1)), 1999, 2)],
        same=checks.exactly(),
    ),
]
