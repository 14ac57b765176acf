import heapq
from itertools import product

from sharpen import checks


def every_pairing(a, b, band, stall):
    """The cost of every pairing that stays within the band."""

    def costs(i, j):
        if abs(i - j) > band or i == len(a) or j == len(b):
            return
        here = abs(a[i] - b[j])
        if (i, j) == (len(a) - 1, len(b) - 1):
            yield here
        for down, right in ((1, 0), (0, 1), (1, 1)):
            for rest in costs(i + down, j + right):
                yield here + rest + stall * (down != right)

    return min(costs(0, 0), default=None)


def by_dijkstra(a, b, band, stall):
    """The shortest path over pairs."""
    heap, done = [(abs(a[0] - b[0]), 0, 0)], set()
    while heap:
        cost, i, j = heapq.heappop(heap)
        if (i, j) == (len(a) - 1, len(b) - 1):
            return cost
        if (i, j) in done:
            continue
        done.add((i, j))
        for x, y in ((i + 1, j), (i, j + 1), (i + 1, j + 1)):
            if x < len(a) and y < len(b) and abs(x - y) <= band:
                more = abs(a[x] - b[y]) + stall * (x - i != y - j)
                heapq.heappush(heap, (cost + more, x, y))
    return None


def series(rng, size):
    """The same readings twice, with samples that are repeated or left out, and a little noise."""
    length, longer, most, band, stall = size
    a = rng.integers(-most, most + 1, length).tolist()
    b, at = [], 0
    while len(b) < length + longer:
        b.append(a[min(at, length - 1)] + int(rng.integers(0, 1 + most // 10)) * (-1) ** int(rng.integers(0, 2)))
        at += int(rng.choice([0, 1, 1, 1, 1, 2]))
    return a, [max(-(10**6), min(10**6, value)) for value in b], band, int(rng.integers(stall // 2, stall + 1))


def bounded(got, a, b, band, stall):
    apart = abs(len(a) - len(b))
    if got is None or apart > band:
        if (got is None) == (apart > band):
            return None
        said = f"the lengths differ by {apart} and the band is {band}"
        return f"{said}: expected None, got {got}" if apart > band else f"{said}: expected a number, got None"
    least = abs(a[0] - b[0]) + (abs(a[-1] - b[-1]) if max(len(a), len(b)) > 1 else 0) + apart * stall
    straight = sum(abs(one - other) for one, other in zip(a, b, strict=False)) + apart * stall
    rest = a[len(b) :] or b[len(a) :]
    straight += sum(abs(value - (b if len(a) > len(b) else a)[-1]) for value in rest)
    if not least <= got <= straight:
        return f"expected from {least}, the two ends and {apart} stalls, to {straight}, index with index; got {got}"
    return None


def turned(ask, a, b, band, stall):
    cost = ask(a, b, band, stall)
    if ask(b, a, band, stall) != cost:
        return f"the cost is {cost}, but {ask(b, a, band, stall)} with the two series swapped"
    if len(a) == len(b) and ask(a[::-1], b[::-1], band, stall) != cost:
        return f"the cost is {cost}, but {ask(a[::-1], b[::-1], band, stall)} with both backwards"
    wider = ask(a, b, band + 1, stall)
    if wider > cost:
        return f"the cost is {cost} with a band of {band}, but {wider} with one of {band + 1}"
    same = ask(a, a, band, stall)
    return f"aligning a series with itself costs nothing, got {same}" if same else None


SHORT = [list(values) for length in (1, 2, 3) for values in product((0, 2, 5), repeat=length)]
SMALL = [
    (a, b, band, stall) for a in SHORT for b in SHORT for band in (0, 1, 2) for stall in (0, 1) if len(a) + len(b) < 6
]
SMALL += [(a, b, band, 1) for a in SHORT[-27::3] for b in SHORT[-27:] for band in (0, 1, 3)]

LATE = [17, 5, 11] * 20

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("align", [1, 5, 9, 2], [1, 5, 5, 9, 2], 1, 3),
        3,
        same=checks.exactly(),
    ),
    checks.exhaustive("Every pair of short series", "align", SMALL, expected=every_pairing),
    checks.oracle(
        "Random series",
        "align",
        series,
        [
            (1, 0, 0, 0, 0),
            (3, 1, 9, 1, 4),
            (6, -2, 9, 2, 3),
            (9, 2, 20, 3, 9),
            (14, 1, 30, 2, 12),
            (30, 3, 10**6, 8, 10**6),
            (60, -5, 99, 20, 30),
            (25, 4, 9, 3, 2),
            (40, 0, 99, 3000, 40),
        ],
        expected=by_dijkstra,
        same=checks.exactly(),
        drawn=checks.reference,
    ),
    checks.oracle(
        "A lag of 29 samples, one too many for the band or not",
        "align",
        [
            ([0] * 30 + LATE, [0] + LATE + LATE[-1:] * 29, band, stall)
            for band, stall in ((28, 0), (29, 0), (30, 1), (200, 2), (29, 10**6))
        ],
        expected=by_dijkstra,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Samples of -1 beside those of 0",
        "align",
        [([-1], [0], 0, 0), ([0, -1, 1], [1, -1, 0], 1, 0), ([-1, 0, -1], [0, -1], 2, 1)],
        expected=by_dijkstra,
        same=checks.exactly(),
    ),
    checks.property(
        "None where the lengths forbid it; never more than index with index",
        "align",
        series,
        [(1, 1, 9, 0, 3), (4, 2, 9, 1, 3), (7, 2, 9, 2, 3), (12, -3, 30, 5, 9), (150, 4, 99, 6, 20)],
        holds=bounded,
        empty=True,
    ),
    checks.oracle(
        "5,000 samples as far apart as can be",
        "align",
        [([10**6] * 5000, [-(10**6)] * 5000, 0, 0), ([-(10**6)] * 4980, [10**6] * 5000, 20, 10**6)],
        expected=lambda a, b, _band, stall: 2 * 10**6 * len(b) + stall * (len(b) - len(a)),
        same=checks.exactly(),
    ),
    checks.relation(
        "Swapped, backwards, a wider band, a series with itself",
        "align",
        series,
        [(2, 0, 9, 1, 3), (7, 1, 9, 2, 5), (12, 0, 30, 2, 9), (60, 0, 99, 4, 20)],
        holds=turned,
    ),
    checks.unchanged("The series are not changed", "align", series, [(7, 1, 9, 2, 5), (40, 2, 99, 5, 20)]),
    checks.growth(
        "5,000 samples and a band of 2",
        "align",
        series,
        [(5000, -1, 10**6, 2, 10**5)],
        factor=30,
        same=checks.exactly(),
    ),
]
