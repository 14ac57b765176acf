from itertools import combinations_with_replacement

from sharpen import checks


def newest(times, values, moments, max_age):
    """All that was written before each moment, looked through from the end."""
    written = list(zip(times, values, strict=True))[::-1]
    return [next((v for t, v in written if 0 < moment - t <= max_age), None) for moment in moments]


ORDERED = [list(times) for length in range(5) for times in combinations_with_replacement(range(4), length)]
SMALL = [
    (times, list("abcd")[: len(times)], [3, 0, 5, 1, 4, 2, 6, 1], age) for times in ORDERED for age in (1, 2, 3, 9)
]


def writes(rng, size):
    count, moments, last, age = size
    times = sorted(rng.integers(0, last + 1, count).tolist())
    # The numbers fall, so that the last of a second is not also the largest.
    return (
        times,
        [f"value {count - number}" for number in range(count)],
        rng.integers(0, last + 3, moments).tolist(),
        age,
    )


def many(rng, size):
    count, moments = size
    times, values, _, _ = writes(rng, (count, 0, 10**9, 1))
    asked = [*rng.integers(0, 10**9 + 1, moments - 2).tolist(), 0, 10**9]
    return times, values, asked, 30_000


def few_seconds(rng, size):
    """All values were written in three seconds, and none is ever too old."""
    count, moments = size
    times = sorted(rng.integers(1, 4, count).tolist())
    return times, list(range(count)), rng.integers(2, 10**9, moments).tolist(), 10**9


def known_then(got, times, values, moments, max_age):
    """Whether what is given for each moment was written in time: the values are numbers of their places."""
    if len(got) != len(moments):
        return f"expected one entry for each of {len(moments):,} moments, got {len(got):,}"
    for place, (value, moment) in enumerate(zip(got, moments, strict=True)):
        if value is None:
            continue
        written = times[values.index(value)] if value in values else None
        if written is None or not 0 < moment - written <= max_age:
            said = "was never written" if written is None else f"was written at {written}"
            return f"entry {place} is {checks.show(value)}, which {said}; the moment is {moment}, max_age {max_age}"
    return None


ODD = ["", 0, [], {}, {"a": 1}, 2.5, False, [1], "x", 0, (None,), {"a": 1}]

CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("as_of", [5, 12, 12, 20], ["a", "b", "c", "d"], [20, 21, 35, 3], 10),
        ["c", "d", None, None],
    ),
    checks.exhaustive("Every order of up to four writes in four seconds", "as_of", SMALL, expected=newest),
    checks.oracle(
        "Random writes and moments",
        "as_of",
        writes,
        [(1, 1, 3, 1), (3, 3, 5, 2), (5, 8, 10, 3), (30, 40, 60, 4), (200, 300, 100, 2), (150, 200, 10**9, 10**7)],
        expected=newest,
    ),
    checks.property(
        "No value is given that was not known then, or is too old",
        "as_of",
        writes,
        [(4, 4, 6, 2), (200, 200, 400, 3), (200, 200, 10**9, 4 * 10**6)],
        holds=known_then,
    ),
    checks.oracle(
        "Values of any kind, no writes, no moments, an age of a billion",
        "as_of",
        [
            ([0, 1, 2, 2, 3, 5, 8, 8, 8, 9, 11, 12], ODD, list(range(14)), 2),
            ([], [], [0, 7], 1),
            ([7], [False], [], 5),
            ([0], [0], [10**9, 0, 1], 10**9),
            ([0, 3], ["a", "b"], [10**9, 3, 4], 10**9 - 4),
            ([0, 1, 2, 3, 4], [-1, 10**9, -(10**9), 2**31 - 1, ""], [1, 2, 3, 4, 5, 6], 2),
        ],
        expected=newest,
    ),
    checks.unchanged("The arguments are not changed", "as_of", writes, [(30, 40, 60, 4), (200, 9, 300, 9)]),
    checks.growth("50,000 writes and 20,000 moments", "as_of", many, [(50_000, 20_000)], factor=30),
    checks.growth(
        "50,000 writes in three seconds, all new enough", "as_of", few_seconds, [(50_000, 20_000)], factor=30
    ),
]
