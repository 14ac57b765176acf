from sharpen import checks


def every_run(rates):
    """Every run by itself."""
    counts = [0] * len(rates)
    for start in range(len(rates)):
        slowest = start
        for stop in range(start, len(rates)):
            slowest = min(slowest, stop, key=lambda place: rates[place])
            counts[slowest] += 1
    return counts


SMALL = [(rates,) for rates in checks.lists((0, 1, 2), 6)] + [(rates,) for rates in checks.orders(6, 4)]


def pipelines(rng, size):
    length, most = size
    return (rng.integers(0, most + 1, length).tolist(),)


def shaped(rng, size):
    """Rows on which a search from each stage goes far: rising, falling, all alike, a valley, a hill."""
    length, shape = size
    up, half = list(range(length)), length // 2
    return (
        {
            "rising": up,
            "falling": up[::-1],
            "alike": [7] * length,
            "a valley": [abs(place - half) for place in up],
            "a hill": [length - abs(place - half) for place in up],
        }[shape],
    )


def adds_up(got, rates):
    runs = len(rates) * (len(rates) + 1) // 2
    if len(got) != len(rates):
        return f"{len(got)} counts for {len(rates)} stages"
    idle = next((place for place, count in enumerate(got) if count < 1), None)
    if idle is not None:
        return f"stage {idle} has the count {got[idle]}, though it is the bottleneck of itself alone"
    if sum(got) != runs:
        return f"the counts add up to {sum(got):,}, but there are {runs:,} runs, and each has one bottleneck"
    return None


CHECKS = [
    checks.example("The example in the statement", checks.call("bottlenecks", [3, 2, 3, 5]), [1, 6, 2, 1]),
    checks.exhaustive("Every row of up to six stages", "bottlenecks", SMALL, expected=every_run),
    checks.oracle(
        "Random rates",
        "bottlenecks",
        pipelines,
        [(1, 0), (2, 1), (8, 3), (20, 10**9), (60, 4), (150, 20)],
        expected=every_run,
        same=checks.exactly(),
    ),
    checks.property(
        "Every run has one bottleneck: the counts add up to all runs",
        "bottlenecks",
        pipelines,
        [(1, 10), (5, 2), (300, 3), (2000, 10**9)],
        holds=adds_up,
    ),
    checks.unchanged("The rates are not changed", "bottlenecks", pipelines, [(1, 3), (12, 3), (60, 10)]),
    checks.growth(
        "20,000 stages: rising, falling, all alike, a valley, a hill",
        "bottlenecks",
        shaped,
        [(20_000, "rising"), (20_000, "falling"), (20_000, "alike"), (20_000, "a valley"), (20_000, "a hill")],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Rates of a billion, and next to it",
        "bottlenecks",
        [
            ([10**9] * 3,),
            ([10**9, 10**9 - 1, 10**9],),
            ([10**9 - 1, 10**9, 10**9 - 1],),
            ([0, 10**9, 0, 1],),
            ([0, 0],),
        ],
        expected=every_run,
        same=checks.exactly(),
    ),
]
