# caught by: Every permutation of 4 items is equally likely
# Sorts with a comparison that flips a coin; the result depends on the sorting algorithm.
from functools import cmp_to_key


def shuffle(items, uniform):
    return sorted(items, key=cmp_to_key(lambda _a, _b: -1 if uniform() < 0.5 else 1))
