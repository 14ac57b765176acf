from itertools import combinations_with_replacement

from sharpen import checks


def second_by_second(jobs, grace):
    """Half seconds at which the machine is on, and the runs of them."""
    on = sorted({half for start, stop in jobs for half in range(2 * start, 2 * (stop + grace) + 1)})
    first = [half for half in on if half - 1 not in set(on)]
    last = [half for half in on if half + 1 not in set(on)]
    return [(start // 2, stop // 2) for start, stop in zip(first, last, strict=True)]


POSSIBLE = list(combinations_with_replacement(range(4), 2))
SMALL = [(jobs, grace) for jobs in checks.lists(POSSIBLE, 2) for grace in range(3)]
SMALL += [(jobs, 0) for jobs in checks.lists(POSSIBLE, 3, 3)]


def log(rng, size):
    count, span, longest, grace = size
    starts = rng.integers(0, span, count).tolist()
    return [(start, start + int(rng.integers(longest + 1))) for start in starts], grace


def on_while_needed(got, jobs, grace):
    """Stretches in order, apart, each of them begun and ended by jobs, and no job without."""
    for at, (start, stop) in enumerate(got):
        if at and start <= got[at - 1][1]:
            return f"the stretch {(start, stop)} begins before the stretch {got[at - 1]} has ended, or just as it ends"
        if start not in {one for one, _ in jobs}:
            return f"no job begins at {start}, but the stretch {(start, stop)} does"
        if stop not in {one + grace for _, one in jobs}:
            return f"no job keeps the machine on until {stop} exactly, but the stretch {(start, stop)} ends there"
    for start, stop in jobs:
        if not any(one <= start and stop + grace <= other for one, other in got):
            return f"the machine is not on all the time for the job {(start, stop)}"
    return None


def one_long(rng, length):
    """A job that outlasts all others, which come in any order."""
    jobs = [(start, start + 5) for start in (20 * rng.permutation(length - 2)).tolist()]
    return [*jobs[: length // 2], (0, 10**7), *jobs[length // 2 :], (10**9 - 5, 10**9)], 3


CHECKS = [
    checks.example(
        "The example in the statement",
        checks.call("awake", [(0, 20), (60, 70), (5, 10), (30, 40)], 10),
        [(0, 50), (60, 80)],
    ),
    checks.exhaustive("Up to three jobs within three seconds", "awake", SMALL, expected=second_by_second),
    checks.oracle(
        "Random jobs",
        "awake",
        log,
        [(1, 4, 2, 1), (3, 8, 3, 0), (6, 30, 5, 2), (12, 40, 6, 1), (40, 300, 9, 0), (60, 300, 4, 3), (60, 60, 2, 0)],
        expected=second_by_second,
        same=checks.exactly(),
    ),
    checks.property(
        "On for every job, and no longer than one needs it",
        "awake",
        log,
        [(2, 5, 2, 0), (30, 200, 9, 3), (60, 999_000_000, 10**6, 10**6), (60, 10**8, 10**6, 10)],
        holds=on_while_needed,
    ),
    checks.oracle(
        "No jobs, jobs of no length, jobs that touch and contain each other",
        "awake",
        [
            ([], 5),
            ([(7, 7)], 0),
            ([(7, 7), (8, 8), (7, 7)], 0),
            ([(7, 7), (8, 8), (7, 7)], 1),
            ([(0, 100), (10, 20), (30, 40), (100, 101)], 0),
            ([(0, 0), (10**9, 10**9)], 10**6),
        ],
        same=checks.exactly(),
    ),
    checks.unchanged("The jobs are not changed", "awake", log, [(6, 30, 5, 2), (30, 90, 9, 0)]),
    checks.growth(
        "20,000 jobs far apart", "awake", log, [(20_000, 9 * 10**8, 10, 20)], factor=30, same=checks.exactly()
    ),
    checks.growth(
        "20,000 jobs and one that outlasts them", "awake", one_long, [20_000], factor=30, same=checks.exactly()
    ),
]
