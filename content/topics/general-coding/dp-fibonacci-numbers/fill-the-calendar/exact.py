"""Slot by slot, in exact integers, which are reduced at the end; the shortest calendars one by one."""

from itertools import pairwise, product


def count_calendars(kinds, slots, modulus):
    if len(kinds) <= 3 and slots <= 6:
        jobs = [(length, kind) for length, count in enumerate(kinds, 1) for kind in range(count) if count < 3]
        if all(count < 3 for count in kinds) and len(jobs) ** slots < 20_000:
            return _listed(jobs, slots) % modulus
    ends = [(0, 1)]  # ending with a short job, and not
    for slot in range(1, slots + 1):
        longer = sum(kinds[length - 1] * sum(ends[slot - length]) for length in range(2, min(len(kinds), slot) + 1))
        ends.append((kinds[0] * ends[-1][1] if kinds else 0, longer))
    return sum(ends[slots]) % modulus


def _listed(jobs, slots):
    return sum(
        sum(length for length, _ in chosen) == slots
        and all(one[0] > 1 or other[0] > 1 for one, other in pairwise(chosen))
        for count in range(slots + 1)
        for chosen in product(jobs, repeat=count)
    )


def inputs(rng, draw):
    most = int(rng.choice([1, 2, 9, 1000]))
    kinds = rng.integers(0, most + 1, draw.length("kinds", 6)).tolist()
    slots = int(rng.integers(0, 7 if rng.random() < 0.5 else 400))
    return kinds, slots, int(rng.choice([1, 2, 6, 1000, 10**9 + 7, rng.integers(1, 10**9)]))
