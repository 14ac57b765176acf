"""Every smallest choice of checkpoints, by trying all."""

from itertools import combinations, pairwise


def thin(steps, most, pinned):
    """All smallest choices; None if there is none."""
    must = {steps[0], steps[-1], *pinned}
    free = [step for step in steps if step not in must]
    for count in range(len(free) + 1):
        chosen = [sorted(must | set(more)) for more in combinations(free, count)]
        allowed = [kept for kept in chosen if all(b - a <= most for a, b in pairwise(kept))]
        if allowed:
            return allowed
    return None


class Wrong:
    """A difference."""

    why = "it is not one of the smallest choices"


def one_of_them(expected, got):
    """A comparator: the answer is one of the smallest choices."""
    return None if got is expected is None or (expected is not None and got in expected) else Wrong()


same = {"thin": one_of_them}


def inputs(rng, draw):
    drawn = {int(step) for step in draw("steps", int(rng.integers(1, 10)))} if rng.random() < 0.3 else set()
    steps = sorted(drawn or set(rng.integers(0, 25, int(rng.integers(1, 10))).tolist()))
    pinned = [step for step in steps if rng.random() < 0.15]
    longest = max((b - a for a, b in pairwise(steps)), default=1)
    most = max(1, int(longest * rng.choice([0.6, 1, 1.5, 2, 3])))
    return steps, most, [pinned[at] for at in rng.permutation(len(pinned))]
