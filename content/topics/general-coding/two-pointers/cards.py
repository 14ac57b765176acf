"""Numeric cards on two pointers: pairs that are counted, comparisons that are made."""

import random

from sharpen.domain.card import Numeric


def pairs_within(values: list[int], limit: int) -> int:
    """How many pairs of places have a sum of at most the limit; the values ascend."""
    low, high, pairs = 0, len(values) - 1, 0
    while low < high:
        if values[low] + values[high] > limit:
            high -= 1
        else:
            pairs += high - low
            low += 1
    return pairs


def draw_pairs(rng: random.Random) -> tuple[list[int], int]:
    values = sorted(rng.randint(1, 15) for _ in range(rng.randint(6, 8)))
    return values, rng.randint(values[0] + values[1], values[-1] + values[-2] - 1)


def pairs_that_fit(rng: random.Random) -> Numeric:
    values, limit = draw_pairs(rng)
    answer = pairs_within(values, limit)
    partners = [sum(one + other <= limit for other in values[at + 1 :]) for at, one in enumerate(values)]
    shown = " + ".join(str(count) for count in partners if count)
    return Numeric(
        f"Jobs take {', '.join(map(str, values))} GB, and two of them share a device of {limit} GB. How many pairs of "
        "jobs fit?",
        answer,
        f"From the left, each job fits with so many behind it: {shown} = {answer}. As jobs grow, the last partner that "
        "fits moves to the left, so two places count them in one pass.",
    )


def comparisons(one: list[int], other: list[int]) -> int:
    """How many comparisons merging takes that takes the smaller head until a list is empty."""
    at = to = count = 0
    while at < len(one) and to < len(other):
        count += 1
        if one[at] < other[to]:
            at += 1
        else:
            to += 1
    return count


def draw_lists(rng: random.Random) -> tuple[list[int], list[int]]:
    values = rng.sample(range(1, 60), rng.randint(8, 12))
    cut = rng.randint(3, len(values) - 3)
    return sorted(values[:cut]), sorted(values[cut:])


def merging(rng: random.Random) -> Numeric:
    one, other = draw_lists(rng)
    answer = comparisons(one, other)
    left = len(one) + len(other) - answer
    return Numeric(
        f"The lists {', '.join(map(str, one))} and {', '.join(map(str, other))} are merged: their heads are compared, "
        "the smaller is taken, until one list is empty. How many comparisons are made?",
        answer,
        f"Each comparison moves one item. When a list runs out, {left} of the {len(one) + len(other)} items are left, "
        f"which take none: {answer}.",
    )


CARDS = [pairs_that_fit, merging]
