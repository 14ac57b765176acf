import heapq
from itertools import pairwise, product

from sharpen import checks


def every_route(prices, fee):
    """The total of every route whose moves are allowed."""
    zones = len(prices[0])
    best = None
    for route in product(range(zones), repeat=len(prices)):
        moves = [(other - one) % zones for one, other in pairwise(route)]
        if all(move in (0, 1, zones - 1) for move in moves):
            total = sum(hour[zone] for hour, zone in zip(prices, route, strict=True)) + fee * sum(map(bool, moves))
            best = total if best is None else min(best, total)
    return best


def by_dijkstra(prices, fee):
    """The shortest path over pairs of hour and zone."""
    zones = len(prices[0])
    heap, done = [(price, 0, zone) for zone, price in enumerate(prices[0])], set()
    heapq.heapify(heap)
    while True:
        total, hour, zone = heapq.heappop(heap)
        if hour == len(prices) - 1:
            return total
        if (hour, zone) not in done:
            done.add((hour, zone))
            for other in {zone, (zone + 1) % zones, (zone - 1) % zones}:
                more = prices[hour + 1][other] + fee * (other != zone)
                heapq.heappush(heap, (total + more, hour + 1, other))


def markets(rng, size):
    hours, zones, most, fee = size
    return rng.integers(0, most + 1, (hours, zones)).tolist(), int(rng.integers(0, fee + 1))


def bounded(got, prices, fee):
    stays = min(map(sum, zip(*prices, strict=True)))
    cheapest = sum(map(min, prices))
    if not cheapest <= got <= stays:
        return (
            f"expected from {cheapest} (the cheapest zone of every hour, without fees) to {stays} (no move), got {got}"
        )
    return None


def turned(ask, prices, fee):
    total, zones = ask(prices, fee), len(prices[0])
    for what, other in (
        (
            "with the zones numbered from a different start",
            [hour[zones // 2 :] + hour[: zones // 2] for hour in prices],
        ),
        ("with the zones numbered the other way round", [hour[::-1] for hour in prices]),
        ("with the hours in reverse", prices[::-1]),
    ):
        if ask(other, fee) != total:
            return f"the total is {total}, but {ask(other, fee)} {what}"
    return None


SMALL = [
    ([list(cells[row * zones : (row + 1) * zones]) for row in range(hours)], fee)
    for hours, zones, values in ((1, 1, 3), (1, 3, 3), (3, 1, 3), (2, 2, 3), (3, 2, 3), (2, 4, 2), (2, 5, 2))
    for cells in product(range(0, 2 * values, 2), repeat=hours * zones)
    for fee in (0, 1, 3)
]

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("cheapest_run", [[1, 7, 7, 3], [9, 7, 7, 1], [2, 9, 9, 1]], 2), 5
    ),
    checks.exhaustive("Every small table of prices", "cheapest_run", SMALL, expected=every_route),
    checks.oracle(
        "Random prices",
        "cheapest_run",
        markets,
        [
            (1, 1, 0, 0),
            (2, 3, 9, 5),
            (4, 4, 9, 4),
            (6, 3, 20, 9),
            (12, 9, 10**6, 10**6),
            (40, 12, 99, 30),
            (120, 2, 99, 60),
            (3, 50, 99, 9),
        ],
        expected=by_dijkstra,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "The highest prices for 200 hours",
        "cheapest_run",
        [([[10**6] * zones for _ in range(200)], fee) for zones, fee in ((1, 10**6), (3, 0), (4, 7))],
        same=checks.exactly(),
    ),
    checks.property(
        "Never below the cheapest hours, never above the price of staying",
        "cheapest_run",
        markets,
        [(1, 4, 9, 2), (5, 4, 9, 3), (20, 6, 99, 40), (150, 8, 10**6, 10**5)],
        holds=bounded,
    ),
    checks.relation(
        "Rotated around the ring, mirrored, backwards in time",
        "cheapest_run",
        markets,
        [(2, 4, 9, 3), (5, 5, 9, 4), (12, 7, 30, 9), (60, 10, 99, 20)],
        holds=turned,
    ),
    checks.unchanged("The prices are not changed", "cheapest_run", markets, [(4, 4, 9, 4), (30, 9, 99, 20)]),
    checks.growth(
        "200 hours, 50 zones", "cheapest_run", markets, [(200, 50, 1000, 200)], factor=50, same=checks.exactly()
    ),
]
