from bisect import bisect_right
from itertools import combinations, pairwise

from sharpen import checks


def fewest(steps, most, pinned):
    """How many must be kept at least, by dynamic programming; None if there is no way."""
    counts = {steps[0]: 1}
    for at, step in enumerate(steps[1:], 1):
        best = None
        for before in reversed(steps[:at]):
            if step - before > most:
                break
            if before in counts and (best is None or counts[before] < best):
                best = counts[before]
            if before in pinned:
                break
        if best is None:
            return None
        counts[step] = best + 1
    return counts[steps[-1]]


def by_reach(steps, most, pinned):
    """The same for many checkpoints: the last in reach, again and again."""
    count, at, stops = 1, 0, sorted({*pinned, steps[-1]} - {steps[0]})
    for stop in stops:
        while steps[at] != stop:
            beyond = bisect_right(steps, min(steps[at] + most, stop)) - 1
            if beyond == at:
                return None
            count, at = count + 1, beyond
    return count


def kept_well(got, steps, most, pinned):
    """Whether the choice is allowed and as small as can be."""
    count = fewest(steps, most, set(pinned)) if len(steps) < 400 else by_reach(steps, most, pinned)
    if count is None or got is None:
        said = (
            f"expected {count} of the checkpoints"
            if got is None
            else f"expected None, for there is a gap of more than {most}"
        )
        return None if count is got is None else f"{said}, got {checks.show(got, longest=80)}"
    got, there = list(got), set(steps)
    foreign = next((step for step in got if step not in there), None)
    if foreign is not None:
        return f"expected some of `steps`; there is no checkpoint at {checks.show(foreign, longest=60)}"
    late = next((b for a, b in pairwise(got) if a >= b), None)
    if late is not None:
        return f"expected ascending steps; {late} comes too late or twice"
    kept = set(got)
    missing = next((step for step in (steps[0], *pinned, steps[-1]) if step not in kept), None)
    if missing is not None:
        return f"expected step {missing} to be kept: it is the first, the last or pinned"
    gap = next(((a, b) for a, b in pairwise(got) if b - a > most), None)
    if gap:
        return f"expected gaps of at most {most}, got {gap[0]} followed by {gap[1]}"
    return None if len(got) == count else f"expected {count:,} checkpoints, which are enough; {len(got):,} are kept"


def small():
    """Checkpoints at some of the steps 0 to 6, with none, one, two or all pinned."""
    for count in range(1, 8):
        for steps in map(list, combinations(range(7), count)):
            for most in (1, 2, 3, 5):
                pins = [[], steps[:1], steps[1:2], steps[-2:][::-1], steps]
                yield from ((steps, most, pinned) for pinned in pins)


def runs(rng, size):
    """Gaps of up to `longest` steps, reach for two or three of them, every so many pinned."""
    count, longest, share = size
    steps = (rng.integers(0, 9) + rng.integers(1, longest + 1, count).cumsum()).tolist()
    pinned = [step for step in steps if rng.random() < share]
    return steps, int(rng.integers(longest, 3 * longest + 1)), [pinned[at] for at in rng.permutation(len(pinned))]


def long_runs(rng, kind):
    steps = (rng.integers(1, 4, 30_000).cumsum() * 6_000_000).tolist()
    if kind == "pinned":
        return steps, 18_000_000, [steps[at] for at in rng.permutation(30_000)]
    return steps, 12_000 * 6_000_000, [steps[12_000], steps[8_000]]


FAR = [0, 10**12 - 5, 10**12 - 1, 10**12]

CHECKS = [
    checks.example(
        "The example in the statement", checks.call("thin", [0, 4, 30, 40, 60, 75], 35, [40]), [0, 30, 40, 75]
    ),
    checks.exhaustive("Checkpoints at some of seven steps", "thin", small(), holds=kept_well),
    checks.property(
        "As few as can be are kept, none too far from the next",
        "thin",
        runs,
        [(1, 3, 0), (4, 3, 0.2), (12, 9, 0.1), (60, 30, 0.05), (300, 1000, 0.02), (300, 5, 0), (200, 10**9, 0.1)],
        holds=kept_well,
        empty=True,
    ),
    checks.property(
        "Steps up to a trillion, and a gap at the very end or the very beginning",
        "thin",
        [
            (FAR, 10**12, []),
            (FAR, 4, [0]),
            (FAR, 10**12 - 5, [10**12 - 1]),
            ([10**12], 1, [10**12]),
            ([0, 5, 6, 7], 4, []),
            ([0, 1, 2, 7], 4, []),
            ([3], 1, []),
        ],
        holds=kept_well,
        empty=True,
        drawn=False,
    ),
    checks.growth(
        "30,000 checkpoints, thousands of them in reach, or all of them pinned",
        "thin",
        long_runs,
        ["far", "pinned"],
        factor=30,
        holds=kept_well,
    ),
    checks.unchanged("The arguments are not changed", "thin", runs, [(60, 30, 0.2), (300, 5, 0.1)]),
    checks.growth(
        "50,000 checkpoints, all of which are kept",
        "thin",
        [(list(range(50_000)), 1, [])],
        factor=30,
        same=checks.exactly(),
    ),
]
