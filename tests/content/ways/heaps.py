"""Stacks, heaps and merges of general coding."""

import heapq

from tests.content.recomputing import another_way

# Stacks and monotonic stack


@another_way("stacks-and-monotonic-stack", "left_on_the_stack", "draw_values")
def by_pushing_and_popping(values: list[int]) -> int:
    stack: list[int] = []
    for value in values:
        while stack and stack[-1] > value:
            stack.pop()
        stack.append(value)
    return len(stack)


@another_way("stacks-and-monotonic-stack", "ruled_stretches", "draw_row")
def counted_over_all_stretches(values: list[int], place: int) -> int:
    n = len(values)
    stretches = [range(start, stop) for start in range(n) for stop in range(start + 1, n + 1)]
    return sum(min(stretch, key=lambda at: values[at]) == place for stretch in stretches)


# Top-k elements


@another_way("top-k-elements", "replacements", "draw_stream")
def by_the_heap(scores: list[int], k: int) -> int:
    heap = scores[:k]
    heapq.heapify(heap)
    return sum(heapq.heappushpop(heap, score) != score for score in scores[k:])


@another_way("top-k-elements", "mean_replacements", "draw_odds")
def by_inserting_the_ranks(k: int, n: int) -> float:
    """The distribution of their number, place by place: the rank of each score among those before it is uniform."""
    chances = {0: 1.0}
    for place in range(k + 1, n + 1):
        enters = sum(1 for rank in range(1, place + 1) if rank <= k) / place
        after: dict[int, float] = {}
        for count, chance in chances.items():
            after[count] = after.get(count, 0) + chance * (1 - enters)
            after[count + 1] = after.get(count + 1, 0) + chance * enters
        chances = after
    return sum(count * chance for count, chance in chances.items())


# Two heaps


@another_way("two-heaps", "top_of_the_upper_half", "draw_stream")
def by_two_heaps(values: list[int]) -> int:
    low: list[int] = []
    high: list[int] = []
    for value in values:
        heapq.heappush(high, -heapq.heappushpop(low, -value))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
    return high[0]


@another_way("two-heaps", "best_level", "draw_costs")
def cheapest_of_all_levels(values: list[int], up: int) -> int:
    def cost(level: int) -> int:
        return sum(up * (level - value) if value < level else value - level for value in values)

    return min(range(values[0], values[-1] + 1), key=cost)


# k-way merge


@another_way("k-way-merge", "one_after_the_other", "draw_lengths")
def by_how_often_each_list_is_written(lengths: list[int]) -> int:
    merges = len(lengths) - 1
    return sum(length * min(merges, merges + 1 - place) for place, length in enumerate(lengths))


@another_way("k-way-merge", "sum_in_the_heap", "draw_lists")
def by_sorting_everything(lists: list[list[int]], taken: int) -> int:
    left = sorted((item, number) for number, items in enumerate(lists) for item in items)[taken:]
    first: dict[int, int] = {}
    for item, number in left:
        first.setdefault(number, item)
    return sum(first.values())
