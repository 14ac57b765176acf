"""The fewest batches by a recursion over which requests share the batch of the one that is due first."""

from functools import cache
from itertools import combinations


def fewest_batches(requests, size):
    @cache
    def fewest(left):
        if not left:
            return 0
        first, rest = left[0], left[1:]
        found = len(left)
        for count in range(min(size, len(left))):
            for others in combinations(range(len(rest)), count):
                batch = [first, *(rest[at] for at in others)]
                if max(arrival for arrival, _ in batch) <= min(deadline for _, deadline in batch):
                    after = tuple(pair for at, pair in enumerate(rest) if at not in others)
                    found = min(found, 1 + fewest(after))
        return found

    return fewest(tuple(sorted(requests)))


def inputs(rng, draw):
    count, last = int(rng.integers(0, 8)), int(rng.choice([3, 8, 20, 10**9]))
    ends = [sorted(int(end) for end in rng.integers(0, last + 1, 2)) for _ in range(count)]
    return [tuple(pair) for pair in ends], int(rng.integers(1, 5))
