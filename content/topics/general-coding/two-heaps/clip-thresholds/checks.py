from sharpen import checks


def sorted_anew(norms, d):
    """By the words: of the norms so far than which at most m // d are larger, the smallest."""
    thresholds = []
    for count in range(1, len(norms) + 1):
        seen = norms[:count]
        fitting = [norm for norm in set(seen) if sum(other > norm for other in seen) <= count // d]
        thresholds.append(min(fitting))
    return thresholds


SMALL = [(norms, d) for d in (2, 3) for norms in checks.lists((0, 1, 2), 5)]
SMALL += [(norms, d) for d in (2, 3, 4) for norms in checks.orders(5, 4)]


EVERY_SHARE = [(list(range(2 * d + 1)), d) for d in range(2, 101)]


def training(rng, size):
    steps, most, d = size
    return rng.integers(0, most + 1, steps).tolist(), d


def trending(rng, size):
    steps, d = size
    return [int(10**9 - 40_000 * step + rng.integers(0, 80_000)) for step in range(steps)], d


def few_exceed(got, norms, d):
    for step, threshold in enumerate(got[: len(norms)]):
        seen = norms[: step + 1]
        exceeding = sum(norm > threshold for norm in seen)
        if exceeding > len(seen) // d:
            return f"{exceeding} of {len(seen)} norms exceed the threshold {threshold} of step {step}"
        if threshold not in seen:
            return f"the threshold {threshold} of step {step} is not one of the norms so far"
    return None if len(got) == len(norms) else f"{len(got)} thresholds for {len(norms)} steps"


CHECKS = [
    checks.example("The example in the statement", checks.call("clip_thresholds", [5, 2, 9, 1], d=2), [5, 2, 5, 2]),
    checks.exhaustive("Every list of up to five small norms", "clip_thresholds", SMALL, expected=sorted_anew),
    checks.oracle(
        "Random norms",
        "clip_thresholds",
        training,
        [(0, 1, 2), (1, 10**9, 2), (10, 3, 2), (30, 9, 3), (60, 10**9, 10), (150, 10**9, 2), (150, 40, 100)],
        expected=sorted_anew,
        same=checks.exactly(),
    ),
    checks.exhaustive(
        "Every d, until two norms may exceed the threshold",
        "clip_thresholds",
        EVERY_SHARE,
        expected=lambda norms, d: [count - 1 - count // d for count in range(1, len(norms) + 1)],
        same=checks.exactly(),
    ),
    checks.oracle(
        "Norms that fall over time",
        "clip_thresholds",
        trending,
        [(12, 3), (60, 2), (150, 7)],
        expected=sorted_anew,
        same=checks.exactly(),
    ),
    checks.property(
        "Every threshold is a norm so far, and few exceed it",
        "clip_thresholds",
        training,
        [(1, 5, 2), (20, 4, 3), (120, 10**9, 5)],
        holds=few_exceed,
    ),
    checks.unchanged("The norms are not changed", "clip_thresholds", training, [(3, 9, 2), (40, 100, 3)]),
    checks.growth(
        "20,000 steps, falling and in no order",
        "clip_thresholds",
        [([20_000 - step for step in range(20_000)], 10), ([step * 7919 % 20_011 for step in range(20_000)], 2)],
        factor=30,
        same=checks.exactly(),
    ),
]
