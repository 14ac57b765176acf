import heapq
from itertools import combinations

from sharpen import checks


def by_shortest_path(batches, requests):
    """Dijkstra's algorithm from nothing served to everything served."""
    heap, done = [(0, 0)], set()
    while True:
        time, served = heapq.heappop(heap)
        if served >= requests:
            return time
        if served not in done:
            done.add(served)
            for size, latency in batches:
                heapq.heappush(heap, (time + latency, served + size))


def compiled(rng, size):
    count, largest, slowest, requests = size
    sizes = rng.integers(1, largest + 1, count).tolist()
    return list(zip(sizes, rng.integers(1, slowest + 1, count).tolist(), strict=True)), requests


def proportional(rng, size):
    """Latencies that are nearly in proportion to the sizes, so that many mixtures are close to the best."""
    count, largest, requests = size
    sizes = rng.choice(range(2, largest), count - 1, replace=False).tolist()
    return [(1, 130), *((size, 100 * size + int(rng.integers(0, 90))) for size in sizes)], requests


def takes_what_it_can(got, batches, requests):
    per_request = min(latency / size for size, latency in batches)
    one_kind = min(-(-requests // size) * latency for size, latency in batches)
    if got > one_kind:
        return f"expected at most {one_kind}, which batches of a single size take, got {got}"
    if got < per_request * requests - 1e-6:
        least = f"{per_request * requests:,.2f}, as no size takes less than {per_request:.4g} per request"
        return f"expected at least {least}; got {got}"
    return None


PAIRS = [(1, 2), (1, 5), (2, 3), (2, 7), (3, 4), (3, 8), (5, 6), (5, 9)]
SMALL = [
    (list(chosen), requests) for count in (1, 2, 3) for chosen in combinations(PAIRS, count) for requests in range(12)
]

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("least_latency", [(1, 12), (2, 20), (4, 30), (8, 50)], 10), 70
    ),
    checks.exhaustive("Up to three sizes, up to eleven requests", "least_latency", SMALL, expected=by_shortest_path),
    checks.oracle(
        "Random sizes and latencies",
        "least_latency",
        compiled,
        [
            (1, 1, 1, 0),
            (1, 3, 9, 1),
            (2, 4, 9, 7),
            (5, 9, 20, 40),
            (3, 5000, 10**6, 600),
            (20, 40, 300, 60),
            (1, 1, 10**6, 2000),
        ],
        expected=by_shortest_path,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.property(
        "Never more than a single size takes, never less than the best rate",
        "least_latency",
        compiled,
        [(1, 5, 9, 3), (3, 9, 99, 60), (4, 30, 300, 90), (2, 64, 10**6, 2000)],
        holds=takes_what_it_can,
    ),
    checks.oracle(
        "The least time does not follow from rates, from order or from full batches",
        "least_latency",
        [
            ([(6, 60), (4, 41), (1, 30)], 8),
            ([(4, 41), (1, 30), (6, 60)], 14),
            ([(5000, 3), (1, 2)], 2),
            ([(5000, 3), (1, 2)], 1),
            ([(7, 70), (7, 60), (7, 80)], 15),
            ([(3, 10), (5, 16)], 7),
        ],
        expected=by_shortest_path,
        same=checks.exactly(),
    ),
    checks.unchanged("The batches are not changed", "least_latency", compiled, [(3, 9, 99, 60), (12, 30, 300, 300)]),
    checks.growth(
        "1,500 requests, 12 sizes",
        "least_latency",
        proportional,
        [(12, 60, 1500)],
        factor=60,
        same=checks.exactly(),
    ),
    checks.oracle(
        "The dearest batches, one for each request",
        "least_latency",
        [([(1, 10**6)], 2000), ([(1, 10**6), (5000, 10**6)], 2000), ([(1, 10**6), (2, 10**6)], 1999)],
        same=checks.exactly(),
    ),
]
