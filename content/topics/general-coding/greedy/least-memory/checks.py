from itertools import combinations_with_replacement, permutations

from sharpen import checks


def over_all_orders(jobs, held):
    best = None
    for order in permutations(jobs):
        now = need = held
        for peak, change in order:
            need = max(need, now + peak)
            now += change
        best = need if best is None else min(best, need)
    return best


KINDS = [(peak, change) for peak in range(4) for change in range(-2, peak + 1) if (peak, change) != (3, -2)]
SMALL = [
    (list(jobs)[:: -1 if count % 2 else 1], 6 + len(jobs))
    for count in range(4)
    for jobs in combinations_with_replacement(KINDS, count)
]


def drawn(rng, size):
    """Jobs of both kinds, in any order, with as much held as they free."""
    count, most, share = size
    peaks = rng.integers(0, most + 1, count).tolist()
    frees = (rng.random(count) < share).tolist()
    jobs = [
        (peak, -int(rng.integers(0, most + 1)) if free else int(rng.integers(0, peak + 1)))
        for peak, free in zip(peaks, frees, strict=True)
    ]
    return jobs, -sum(min(change, 0) for _, change in jobs) + int(rng.integers(0, 3))


def by_sets(jobs, held):
    """A table over the sets of jobs that are done."""
    full = 2 ** len(jobs)
    change = [sum(c for at, (_, c) in enumerate(jobs) if done >> at & 1) for done in range(full)]
    need = [held] + [0] * (full - 1)
    for done in range(1, full):
        ends = [at for at in range(len(jobs)) if done >> at & 1]
        need[done] = min(max(need[done ^ 1 << at], held + change[done ^ 1 << at] + jobs[at][0]) for at in ends)
    return need[-1]


def enough(got, jobs, held):
    """Not less than any single job or the end needs, whatever the order."""
    if not isinstance(got, int) or isinstance(got, bool):
        return f"expected a whole number of megabytes, got {checks.show(got, longest=60)}"
    least = held + sum(change for _, change in jobs)
    freed = sum(min(change, 0) for _, change in jobs)
    bounds = [held, least, *(held + freed - min(change, 0) + peak for peak, change in jobs)]
    if got < max(bounds):
        return (
            f"{got:,} MB are less than the {max(bounds):,} that one job, or what is left at the end, needs in any order"
        )
    most = held + max((peak for peak, _ in jobs), default=0) + sum(max(change, 0) for _, change in jobs)
    return None if got <= most else f"{got:,} MB are more than the {most:,} that any order gets through with"


CHECKS = [
    checks.example("The example in the statement", checks.call("least_memory", [(6, 5), (3, -4), (8, 1)], 10), 14),
    checks.exhaustive("Every three small jobs", "least_memory", SMALL, expected=over_all_orders),
    checks.oracle(
        "Random jobs, in every order",
        "least_memory",
        drawn,
        [(0, 3, 0.5), (1, 5, 1), (2, 9, 0), (4, 20, 0.5), (5, 9, 0), (5, 9, 1), (6, 30, 0.5), (6, 5, 0.3)],
        expected=over_all_orders,
        same=checks.exactly(),
    ),
    checks.oracle(
        "Ten jobs of a billion, by a table over sets of jobs",
        "least_memory",
        drawn,
        [(8, 10**9, 0.5), (10, 10**9, 0), (10, 10**9, 1), (10, 100, 0.5), (11, 10**9, 0.7), (10, 30, 0.2)],
        expected=by_sets,
        same=checks.exactly(),
    ),
    checks.property(
        "No less than one job needs by itself, no more than any order",
        "least_memory",
        drawn,
        [(1, 9, 0), (30, 100, 0.5), (120, 10**6, 0.5), (1500, 10**9, 0.5), (1500, 9, 0.9)],
        holds=enough,
    ),
    checks.growth(
        "20,000 jobs",
        "least_memory",
        lambda rng, size: (drawn(rng, size)[0], 10**12),
        [(20_000, 10**6, 0.5)],
        factor=30,
        same=checks.exactly(),
    ),
    checks.unchanged("The list is not changed", "least_memory", drawn, [(4, 20, 0.5), (30, 100, 0.5)]),
    checks.oracle(
        "Nothing in use, a trillion, and twenty more",
        "least_memory",
        [
            ([], 0),
            ([(0, 0)], 0),
            ([(5, 5), (5, 0)], 0),
            ([(10**9, -(10**9))], 10**12),
            ([(10**9, 10**9)] * 20_000, 10**12),
        ],
    ),
]
