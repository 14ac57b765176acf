"""Numeric cards on merging: what merges cost, and what comes next."""

import random
from itertools import accumulate

from sharpen.domain.card import Numeric


def draw_lengths(rng: random.Random) -> list[int]:
    return [rng.randint(1, 9) * 10 for _ in range(rng.randint(3, 5))]


def copied(lengths: list[int]) -> int:
    """How many items are written when lists are merged one after the other into a growing result."""
    return sum(list(accumulate(lengths))[1:])


def one_after_the_other(rng: random.Random) -> Numeric:
    lengths = draw_lengths(rng)
    sums = list(accumulate(lengths))[1:]
    return Numeric(
        f"Sorted lists of {', '.join(map(str, lengths))} items are merged: the first two, then the result with the "
        "third, and so on in this order. How many items are written in all these merges together?",
        copied(lengths),
        f"Each merge writes all that it has read: {' + '.join(map(str, sums))} = {sum(sums)}. A heap over all lists "
        f"writes each item once, {sums[-1]}.",
    )


def draw_lists(rng: random.Random) -> tuple[list[list[int]], int]:
    lists = [sorted(rng.sample(range(1, 40), rng.randint(3, 5))) for _ in range(3)]
    return lists, rng.randint(4, 7)


def heap_after(lists: list[list[int]], taken: int) -> list[int]:
    """The items in the heap of a merge once so many have been taken, the smallest list number first at ties."""
    places = [0] * len(lists)
    for _ in range(taken):
        waiting = [number for number, items in enumerate(lists) if places[number] < len(items)]
        places[min(waiting, key=lambda number: lists[number][places[number]])] += 1
    return [items[place] for items, place in zip(lists, places, strict=True) if place < len(items)]


def sum_in_the_heap(rng: random.Random) -> Numeric:
    lists, taken = draw_lists(rng)
    rest = heap_after(lists, taken)
    return Numeric(
        f"The lists {', '.join(map(str, lists))} are merged with a heap that holds the first unread item of each list "
        f"that has one. After {taken} items have been taken (at ties from the list that comes first), what do the "
        "items in the heap add up to?",
        sum(rest),
        f"Taken are the {taken} smallest. The first unread items are then {', '.join(map(str, rest))}, which add up to "
        f"{sum(rest)}.",
    )


CARDS = [one_after_the_other, sum_in_the_heap]
