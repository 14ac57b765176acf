from itertools import pairwise

from sharpen import checks


def by_rounds(links, source, target, start):
    """All links again and again until no arrival improves; departures by counting up."""
    best, before = {source: start}, None
    while best != before:
        before = dict(best)
        for origin, end, every, takes in links:
            if origin in best:
                there = every * (best[origin] // every)
                there = (there if there == best[origin] else there + every) + takes
                best[end] = min(there, best.get(end, there))
    return best.get(target)


SCHEDULES = [(3, 1), (2, 5), (7, 1), (1, 4), (5, 2), (4, 3)]


def small():
    """All graphs of three centers, each link with its own schedule, at eight minutes."""
    for edges in checks.graphs(3, directed=True):
        links = [("abc"[one], "abc"[other], *SCHEDULES[(2 * one + other) % 6]) for one, other in edges]
        yield from ((links, "a", "c", start) for start in range(8))
    yield from (([("a", "b", every, 2)], "a", "b", start) for every in range(1, 7) for start in range(13))
    for every in range(1, 130):
        yield from (([("a", "b", every, 1)], "a", "b", every + start) for start in (-1, 0, 1))
    several = [("a", "b", 5, 2), ("a", "b", 3, 4), ("b", "a", 1, 1), ("a", "b", 7, 1)]
    yield from ((links, "a", "b", start) for links in (several, several[::-1]) for start in range(24))
    yield from (([("a", "a", 1, 1), ("b", "a", 1, 1)], "a", target, 3) for target in "ab")


def schedules(rng, size):
    """Names that are nearly alike, loops, links beside each other; waits that decide where `most` is small."""
    centers, count, most = size
    names = checks.names("c", centers)
    links = []
    for _ in range(count):
        origin, end = rng.integers(0, centers, 2).tolist()
        every, takes = rng.integers(1, most + 1, 2).tolist()
        links.append((names[origin], names[end], every, takes))
    return links, names[0], names[-1], int(rng.integers(0, 3 * most))


def late(rng, size):
    """A few links at the ends of their ranges, late in time."""
    count, least = size
    names = [f"center {number:05}" for number in range(count)]
    links = [(one, other, *rng.integers(least, 10**6 + 1, 2).tolist()) for one in names for other in names[: count - 1]]
    links += [
        (name, names[-1], 10**6, int(takes)) for name, takes in zip(names, rng.integers(1, 9, count), strict=True)
    ]
    return links, names[0], names[-1], 10**9 - int(rng.integers(0, 10**6))


def row(rng, size):
    """A row, its links listed from its end: each step is better over a detour, which is met later."""
    (centers,) = size
    links = []
    for at in reversed(range(centers // 2)):
        links.append((f"r{at}", f"r{at + 1}", 1, 1000))
        links.append((f"r{at}", f"d{at}", 2 + at % 3, 1))
        links.append((f"d{at}", f"r{at + 1}", 1, 1))
    return links, "r0", f"r{centers // 2}", 1


def fan(rng, size):
    """Thousands of centers that wait for their turn while a row is followed to its end."""
    (centers,) = size
    half = centers // 2
    takes = rng.permutation(half).tolist()
    links = [("hub", f"leaf {at}", 1, half + 10 + takes[at]) for at in range(half)]
    steps = ["hub", *(f"step {at}" for at in range(half - 2))]
    links += [(one, other, 1, 1) for one, other in pairwise(steps)]
    return [*links, (steps[-1], "last", 1, 3 * half)], "hub", "last", 0


def ever_earlier(_rng, size):
    """A center that is reached a little earlier by each of many ways, with many links out of it."""
    (ways,) = size
    links = [("source", f"way {at}", 1, at + 1) for at in range(ways)]
    links += [(f"way {at}", "hub", 1, 4 * ways - 2 * at) for at in range(ways)]
    links += [("hub", f"leaf {at}", 1, 1) for at in range(2 * ways)]
    return [*links, ("hub", "last", 1, 8 * ways)], "source", "last", 0


def schedules_and_a_slow_link(rng, size):
    """As before, with a slow link from the source straight to the target."""
    links, source, target, start = schedules(rng, size)
    return [*links, (source, target, size[2], 4 * size[2])], source, target, start


def later_is_not_earlier(ask, links, source, target, start):
    """Arrivals as the start moves on, minute by minute: they never fall."""
    came = [ask(links, source, target, start + later) for later in range(6)]
    first = next((at for at in range(5) if came[at] > came[at + 1]), None)
    if first is not None:
        return f"started at {start + first} it arrives at {came[first]}, a minute later already at {came[first + 1]}"
    return None if came[0] > start else f"started at {start} it arrives at {came[0]}, but every link takes time"


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call(
            "arrival", [("east", "west", 10, 2), ("east", "north", 3, 1), ("north", "west", 4, 3)], "east", "west", 5
        ),
        11,
    ),
    checks.exhaustive("Every graph of three centers", "arrival", small(), expected=by_rounds),
    checks.oracle(
        "Random schedules",
        "arrival",
        schedules,
        [(1, 1, 3), (2, 3, 3), (4, 8, 5), (7, 20, 9), (20, 60, 12), (60, 200, 30), (150, 330, 1000), (300, 1500, 40)],
        expected=by_rounds,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Long schedules, late in time",
        "arrival",
        late,
        [(2, 1), (3, 500_000), (6, 1), (12, 1000), (25, 900_000)],
        expected=by_rounds,
        same=checks.exactly(),
    ),
    checks.oracle(
        "A path of 10,000 links that wait and travel for as long as can be",
        "arrival",
        [([(f"c{at}", f"c{at + 1}", 10**6 - at % 2, 10**6) for at in range(10_000)], "c0", "c10000", 10**9)],
        expected=by_rounds,
        same=checks.exactly(),
    ),
    checks.relation(
        "Starting later never brings it there earlier",
        "arrival",
        schedules_and_a_slow_link,
        [(3, 6, 4), (8, 20, 12), (40, 110, 60)],
        holds=later_is_not_earlier,
    ),
    checks.oracle(
        "No links, and names that are in none",
        "arrival",
        [
            ([], "a", "b", 0),
            ([], "a", "a", 7),
            ([], "a", "a", 0),
            ([("b", "c", 1, 1)], "a", "c", 0),
            ([("a", "b", 1, 1)], "a", "c", 0),
        ],
    ),
    checks.unchanged("`links` is not changed", "arrival", late, [(3, 500_000), (12, 1000)]),
    checks.growth(
        "A row of 5,000 centers, listed from its end", "arrival", row, [(10_000,)], factor=30, same=checks.exactly()
    ),
    checks.growth(
        "Thousands of centers that are not yet reached", "arrival", fan, [(13_000,)], factor=30, same=checks.exactly()
    ),
    checks.growth(
        "A center with thousands of links out, reached ever earlier",
        "arrival",
        ever_earlier,
        [(4_000,)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Names that are one once they are joined or cut",
        "arrival",
        [
            *(
                ([(f"a{mark}", "b", 5, 1), ("a", f"{mark}b", 7, 1), ("b", "c", 1, 1)], f"a{mark}", end, start)
                for mark in " ,|/$#*.\0\n"
                for end, start in (("b", 3), (f"{mark}b", 3), ("c", 3), ("c", 6))
            ),
            ([("é", "ü", 5, 1), ("ü", "Ł", 1, 1), ("A", "z", 1, 1)], "é", "z", 0),
            ([("é", "Ł", 5, 1)], "ü", "A", 0),
            ([("a", "b", 10**6, 1)], "a", "b", 10**9),
            ([("a", "b", 3, 1)], "a", "b", 10**9),
        ],
        same=checks.exactly(),
    ),
]
