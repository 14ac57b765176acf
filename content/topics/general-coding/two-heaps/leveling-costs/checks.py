from sharpen import checks


def every_level(times, values, span):
    """For each report, the cost at each of the values that count."""
    costs = []
    for now, time in enumerate(times):
        counting = [values[one] for one in range(now + 1) if time - times[one] < span]
        costs.append(min(sum(abs(value - level) for value in counting) for level in counting))
    return costs


SMALL = [
    (times[: len(values)], values, span)
    for times in ([0, 1, 2, 3], [5, 5, 6, 9], [0, 3, 3, 4])
    for span in (1, 2, 4)
    for values in checks.lists((-1, 0, 4), 4, 2)
]


def fleet(rng, size):
    """Reports with ties in time, and now and then a pause after which most are too old."""
    count, spread, span = size
    pauses = [int(pause) for pause in rng.choice([0, 0, 1, 2, 3, span // 2, span], count)]
    start = int(rng.choice([0, 10**9 - sum(pauses)]))
    times = [start + sum(pauses[: place + 1]) for place in range(count)]
    return times, rng.integers(-spread, spread + 1, count).tolist(), span


def drifting(rng, size):
    """Values that go one way, so that all that leave are of one half; after each long pause they start anew."""
    count, step, span = size
    times = [place + span * (place // 20) for place in range(count)]
    return times, [step * (place % 20) + int(rng.integers(0, 3)) for place in range(count)], span


def waves(rng, size):
    """Blocks of reports at one time, high or low as a whole; each leaves at once when the second one after it comes."""
    blocks, longest, spread = size
    times, values = [], []
    for block in range(blocks):
        level = int(rng.choice([-spread, spread]))
        for _ in range(rng.integers(1, longest + 1)):
            times.append(10 * block)
            values.append(level + int(rng.integers(-3, 4)))
    return times, values, 15


def no_more_than_at_the_mean(got, times, values, span):
    if len(got) != len(times):
        return f"{len(got)} costs for {len(times)} reports"
    for now, cost in enumerate(got):
        counting = [values[one] for one in range(now + 1) if times[now] - times[one] < span]
        level = round(sum(counting) / len(counting))
        at_mean = sum(abs(value - level) for value in counting)
        if cost > at_mean:
            return f"after report {now} the cost is {cost}, but at the level {level} it is only {at_mean}"
        if cost < max(counting) - min(counting):
            apart = max(counting) - min(counting)
            return f"after report {now} the cost is {cost}, but two of the values that count are {apart} apart"
    return None


def long_run(rng, count):
    """A window of half of all reports, their values in no order; the last one comes when all others are too old."""
    times = [*range(count), 10 * count]
    return times, rng.integers(-(10**6), 10**6, len(times)).tolist(), count // 2


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("leveling_costs", times=[0, 1, 4, 7], values=[10, 40, 20, 26], span=5),
        [0, 30, 30, 6],
    ),
    checks.exhaustive(
        "Two to four reports, every choice of three values", "leveling_costs", SMALL, expected=every_level
    ),
    checks.oracle(
        "Random reports",
        "leveling_costs",
        fleet,
        [(0, 1, 1), (1, 10**6, 10**9), (12, 3, 5), (40, 10, 8), (60, 10**6, 20), (120, 100, 10**9), (150, 2, 30)],
        expected=every_level,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Values that drift, and long pauses",
        "leveling_costs",
        drifting,
        [(30, 5, 12), (90, -7, 100), (120, 1, 6)],
        expected=every_level,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Blocks that leave at once",
        "leveling_costs",
        waves,
        [(3, 3, 5), (8, 4, 20), (20, 12, 100), (12, 30, 10**5)],
        expected=every_level,
        same=checks.exactly(),
    ),
    checks.property(
        "No cost is above that at the mean, or below what two values are apart",
        "leveling_costs",
        fleet,
        [(3, 5, 2), (40, 100, 9), (150, 10**6, 40)],
        holds=no_more_than_at_the_mean,
    ),
    checks.unchanged("The lists are not changed", "leveling_costs", fleet, [(3, 5, 4), (60, 20, 9)]),
    checks.growth(
        "14,000 reports, of which 7,000 count",
        "leveling_costs",
        long_run,
        [14_000],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "16,000 reports, two million MHz apart",
        "leveling_costs",
        [
            (list(range(16_000)), [-(10**6), 10**6] * 8000, 10**9),
            ([0, 10**9 - 1, 10**9], [1, 5, 20], 10**9),
        ],
        same=checks.exactly(),
    ),
]
