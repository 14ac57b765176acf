import numpy as np

from sharpen import checks


def by_every_stretch(scores, length, percent):
    """Of every long enough stretch the score that exactly enough of it reach."""
    best = None
    for start in range(len(scores)):
        for stop in range(start + length, len(scores) + 1):
            ranked = sorted(scores[start:stop], reverse=True)
            score = ranked[-(-percent * len(ranked) // 100) - 1]
            best = score if best is None else max(best, score)
    return best


SMALL = [
    (scores, length, percent)
    for scores in checks.lists((0, 1, 2), 4, 1)
    for length in range(1, len(scores) + 1)
    for percent in (1, 34, 50, 60, 75, 100)
]
MIXED = [number * 37 % 101 for number in range(1, 101)]
EXACT = [(MIXED, 100, percent) for percent in range(1, 101)]


def hours(rng, size):
    count, length, percent, most = size
    return rng.integers(-most, most + 1, count).tolist(), length, percent


def waves(rng, size):
    """Scores that rise and fall slowly, so that longer stretches than the least are the better ones."""
    count, length, percent = size
    slow = np.cumsum(rng.integers(-4, 5, count))
    return (slow + rng.integers(-60, 61, count)).tolist(), length, percent


def good_at_both_ends(rng, size):
    """Two runs of good scores and twice as many bad ones between: half of it is good, and of no shorter stretch."""
    run, length = size
    high = [int(score) for score in rng.integers(10, 20, 2 * run)]
    low = [int(score) for score in rng.integers(0, 10, 2 * run)]
    before, after = ([0] * int(rng.integers(0, 5)) for _ in range(2))
    return [*before, *high[:run], *low, *high[run:], *after], length, 50


def large(rng, size):
    count, length, percent = size
    return rng.integers(-(10**9), 10**9 + 1, count).tolist(), length, percent


def lasts(scores, length, percent, wanted):
    totals = np.concatenate([[0], np.cumsum(np.where(np.asarray(scores) >= wanted, 100 - percent, -percent))])
    return bool((totals[length:] >= np.minimum.accumulate(totals)[: len(totals) - length]).any())


def highest(got, scores, length, percent):
    """Whether this score was sustained, and the next higher one was not."""
    if got not in scores:
        return f"{checks.show(got, longest=60)} is not one of the scores"
    if not lasts(scores, length, percent, got):
        return f"in no stretch of {length:,} or more do {percent} percent reach {got:,}"
    higher = min((score for score in scores if score > got), default=None)
    if higher is not None and lasts(scores, length, percent, higher):
        return f"{got:,} was sustained, but so was {higher:,}"
    return None


CHECKS = [
    checks.example("The example in the statement", checks.call("sustained", [3, 9, 2, 8, 1, 7], 4, 60), 7),
    checks.exhaustive("Every list of up to four scores from 0 to 2", "sustained", SMALL, expected=by_every_stretch),
    checks.exhaustive("Every percentage of a hundred scores is exact", "sustained", EXACT, expected=by_every_stretch),
    checks.oracle(
        "Random scores",
        "sustained",
        hours,
        [
            (1, 1, 50, 9),
            (6, 2, 60, 9),
            (9, 4, 70, 3),
            (15, 3, 55, 30),
            (30, 6, 51, 9),
            (30, 1, 100, 9),
            (40, 12, 83, 100),
        ],
        expected=by_every_stretch,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Good at both ends, bad between: the whole is better than a part",
        "sustained",
        good_at_both_ends,
        [(1, 3), (2, 5), (2, 6), (3, 7), (3, 9), (5, 12), (8, 17), (8, 32)],
        expected=by_every_stretch,
        same=checks.exactly(),
    ),
    checks.property(
        "It was sustained, and no higher score was",
        "sustained",
        waves,
        [(60, 20, 71), (150, 20, 50), (600, 100, 90), (2000, 150, 65), (2000, 40, 29), (1200, 1200, 33), (2500, 1, 1)],
        holds=highest,
    ),
    checks.growth(
        "20,000 scores",
        "sustained",
        large,
        [(20_000, 5_000, 60), (20_000, 20_000, 1)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Exactly the share, over ten thousand scores after as many low ones",
        "sustained",
        [
            ([1] * 10_000 + half, 10_000, percent)
            for percent in (38, 39)
            for half in (
                [9] * 100 * percent + [1] * 100 * (100 - percent),
                [1] * 100 * (100 - percent) + [9] * 100 * percent,
            )
        ],
        expected=lambda scores, _length, _percent: max(scores),
        same=checks.exactly(),
    ),
    checks.unchanged("The list is not changed", "sustained", hours, [(9, 4, 70, 3), (30, 6, 51, 9)]),
    checks.oracle(
        "Scores of -1 beside 0, and the ends of the range",
        "sustained",
        [
            ([-1, -1, 0, -1], 2, 100),
            ([-1], 1, 1),
            ([0, -1, 0, -1], 3, 60),
            ([10**9, 10**9 - 1, 10**9], 2, 100),
            ([-(10**9), 1 - 10**9, -(10**9)], 3, 100),
        ],
        same=checks.exactly(),
    ),
]
