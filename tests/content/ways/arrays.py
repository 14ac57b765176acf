"""The patterns of general coding on arrays: prefix sums, two pointers, intervals and their like."""

from collections.abc import Callable, Iterator
from itertools import combinations

from tests.content.recomputing import another_way

# Hashing and prefix sums


def sums_of_stretches(values: list[int]) -> list[int]:
    return [sum(values[start:stop]) for start in range(len(values)) for stop in range(start + 1, len(values) + 1)]


@another_way("hashing-and-prefix-sums", "stretches_that_sum", "draw_values")
def every_stretch_added_up(values: list[int], wanted: int) -> int:
    return sums_of_stretches(values).count(wanted)


@another_way("hashing-and-prefix-sums", "stretches_of_multiples", "draw_remainders")
def every_stretch_divided(values: list[int], k: int) -> int:
    return sum(total % k == 0 for total in sums_of_stretches(values))


# Two pointers


@another_way("two-pointers", "pairs_that_fit", "draw_pairs")
def every_pair_tried(values: list[int], limit: int) -> int:
    return sum(one + other <= limit for one, other in combinations(values, 2))


@another_way("two-pointers", "merging", "draw_lists")
def all_but_what_lies_above_the_lower_end(one: list[int], other: list[int]) -> int:
    lower_end = min(one[-1], other[-1])
    return sum(value <= lower_end for value in one + other)


# Fast and slow pointers


@another_way("fast-slow-pointers", "meeting", "draw_path")
def by_walking(tail: int, cycle: int) -> int:
    follow = [*range(1, tail + cycle), tail]
    slow, fast, turns = follow[0], follow[follow[0]], 1
    while slow != fast:
        slow, fast, turns = follow[slow], follow[follow[fast]], turns + 1
    return turns


@another_way("fast-slow-pointers", "share_of_the_way", "draw_speeds")
def steps_counted(length: int, k: int) -> int:
    return sum(step % k != 0 for step in range(1, length + 1))


# Merge intervals


@another_way("merge-intervals", "covered", "draw_intervals")
def seconds_in_a_set(intervals: list[tuple[int, int]]) -> int:
    return len({second for start, stop in intervals for second in range(start, stop)})


@another_way("merge-intervals", "at_once", "draw_intervals")
def counted_at_each_second(intervals: list[tuple[int, int]]) -> int:
    return max(sum(start <= second < stop for start, stop in intervals) for second in range(40))


# Cyclic sort

Order = tuple[int, ...]


def steps_to_sort(start: list[int], neighbors: Callable[[Order], Iterator[Order]]) -> int:
    """How far the sorted order is, by breadth-first search over orders."""
    goal, layer, met, steps = tuple(sorted(start)), {tuple(start)}, {tuple(start)}, 0
    while goal not in layer:
        layer = {after for order in layer for after in neighbors(order)} - met
        met |= layer
        steps += 1
    return steps


def exchanged(order: Order, one: int, other: int) -> Order:
    after = list(order)
    after[one], after[other] = after[other], after[one]
    return tuple(after)


@another_way("cyclic-sort", "least_exchanges", "draw_order")
def searched_among_all_exchanges(numbers: list[int]) -> int:
    pairs = list(combinations(range(len(numbers)), 2))
    return steps_to_sort(numbers, lambda order: (exchanged(order, *pair) for pair in pairs))


@another_way("cyclic-sort", "least_moves", "draw_slots")
def searched_among_all_moves(slots: list[int]) -> int:
    places = range(len(slots))
    return steps_to_sort(slots, lambda order: (exchanged(order, order.index(0), place) for place in places))
