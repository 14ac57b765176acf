from itertools import combinations

from sharpen import checks


def second_by_second(recordings, outages, least):
    good = {second for start, stop in recordings for second in range(start, stop)}
    good -= {second for start, stop in outages for second in range(start, stop)}
    starts = sorted(second for second in good if second - 1 not in good)
    stops = sorted(second + 1 for second in good if second + 1 not in good)
    return [(start, stop) for start, stop in zip(starts, stops, strict=True) if stop - start >= least]


PAIRS = list(combinations(range(5), 2))
SMALL = [
    (some, others, least) for some in checks.lists(PAIRS, 2) for others in checks.lists(PAIRS, 1) for least in (1, 2)
]
SMALL += [(one, others, 1) for one in ([(0, 4)], [(1, 3)]) for others in checks.lists(PAIRS, 2, 2)]


def pairs(rng, count, span, longest):
    starts = rng.integers(0, span, count).tolist()
    return [(start, start + 1 + int(rng.integers(longest))) for start in starts]


def logs(rng, size):
    recordings, outages, span, longest, broken, least = size
    return pairs(rng, recordings, span, longest), pairs(rng, outages, span, broken), least


def with_a_sure_one(rng, size):
    """The same, and behind it all a recording that is just long enough."""
    recordings, outages, least = logs(rng, size)
    end = max(stop for _, stop in recordings + outages)
    return [*recordings, (end + 1, end + 1 + least)], outages, least


def as_said(got, recordings, outages, least):
    """Stretches in order, apart, long enough, recorded, unbroken, and none that could go on."""
    starts = {start for start, _ in recordings} | {stop for _, stop in outages}
    stops = {stop for _, stop in recordings} | {start for start, _ in outages}
    for at, (start, stop) in enumerate(got):
        if at and start <= got[at - 1][1]:
            return f"{(start, stop)} follows {got[at - 1]}, but does not begin after its end"
        if stop - start < least:
            return f"{(start, stop)} is shorter than {least}"
        if start not in starts or stop not in stops:
            return f"the stretch {(start, stop)} has an end at which no recording or outage begins or stops"
        hit = next((pair for pair in outages if pair[0] < stop and start < pair[1]), None)
        if hit:
            return f"the outage {hit} lies in the stretch {(start, stop)}"
        covered = start
        for one, other in sorted(recordings):
            if one <= covered:
                covered = max(covered, other)
        if covered < stop:
            return f"in the stretch {(start, stop)} nothing is recorded at {covered}"
    return None


def shredded(rng, count):
    """One recording of everything, and others within it, cut by as many outages as there are recordings."""
    outages = [(20 * number + 7, 20 * number + 9) for number in rng.permutation(count).tolist()]
    return [*pairs(rng, count - 1, 20 * count, 50), (0, 20 * count)], outages, 18


def apart(rng, count):
    return (
        [(30 * number, 30 * number + 20) for number in rng.permutation(count).tolist()],
        pairs(rng, count, 30 * count, 4),
        5,
    )


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("clean", [(10, 30), (0, 10)], [(25, 29), (4, 8), (7, 9)], 4),
        [(0, 4), (9, 25)],
    ),
    checks.exhaustive("A few pairs within four seconds", "clean", SMALL, expected=second_by_second),
    checks.oracle(
        "Random logs",
        "clean",
        logs,
        [
            (1, 1, 5, 5, 2, 1),
            (3, 2, 12, 8, 3, 1),
            (4, 6, 30, 20, 3, 2),
            (12, 12, 90, 20, 4, 3),
            (40, 5, 300, 9, 20, 4),
            (10, 40, 200, 90, 3, 1),
            (60, 30, 1500, 60, 9, 15),
        ],
        expected=second_by_second,
        same=checks.exactly(),
    ),
    checks.property(
        "Recorded, unbroken, long enough, and as long as they can be",
        "clean",
        with_a_sure_one,
        [
            (2, 2, 9, 6, 3, 1),
            (20, 15, 200, 40, 6, 3),
            (60, 60, 9 * 10**8, 10**8, 10**6, 1),
            (50, 20, 10**6, 10**5, 10, 10**3),
        ],
        holds=as_said,
    ),
    checks.oracle(
        "No pairs, all broken, touching and repeated pairs, the longest stretch",
        "clean",
        [
            ([], [], 1),
            ([], [(0, 5)], 1),
            ([(0, 5)], [], 5),
            ([(0, 5)], [], 6),
            ([(3, 5)], [(3, 5)], 1),
            ([(3, 5)] * 3, [(0, 3), (5, 9)] * 2, 2),
            ([(0, 4), (4, 8), (8, 9)], [(4, 5), (5, 6)], 2),
            ([(0, 10**9)], [], 10**9),
            ([(0, 1), (0, 10**9)], [(10**9 - 1, 10**9)], 10**9 - 1),
            *(([(0, length)], [], length + 1) for length in (300, 70_000, 10**9 - 1)),
            ([(0, 9)] * 256, [(2, 3)], 1),
            ([(0, 9)], [(2, 5)] * 256, 1),
            ([(0, 9)] * 300, [(2, 5)] * 257, 2),
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The arguments are not changed", "clean", logs, [(4, 6, 30, 20, 3, 1), (12, 12, 90, 20, 4, 3)]),
    checks.growth("8,000 outages in one recording", "clean", shredded, [8000], factor=30, same=checks.exactly()),
    checks.growth("8,000 recordings apart", "clean", apart, [8000], factor=30, same=checks.exactly()),
    checks.growth(
        "8,000 recordings with an outage in each",
        "clean",
        [
            (
                [(100 * at, 100 * at + 50) for at in range(8000)],
                [(100 * at + 10, 100 * at + 20) for at in range(8000)],
                5,
            )
        ],
        factor=30,
        same=checks.exactly(),
    ),
]
