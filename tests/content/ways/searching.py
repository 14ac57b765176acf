"""Binary search, backtracking, greedy and bits."""

from itertools import accumulate, combinations, pairwise, permutations

from tests.content.recomputing import another_way

# Binary search


@another_way("binary-search", "questions_asked", "draw_count")
def deepest_path(count: int) -> int:
    """The longest way down the tree of comparisons: the middle is asked about, then the larger side."""
    depth = 0
    while count:
        count, depth = max(count // 2, count - 1 - count // 2), depth + 1
    return depth


@another_way("binary-search", "balanced_readers", "draw_shards")
def over_all_cuts(sizes: list[int], readers: int) -> int:
    every = combinations(range(1, len(sizes)), readers - 1)
    return min(max(sum(sizes[a:b]) for a, b in pairwise((0, *cuts, len(sizes)))) for cuts in every)


# Subsets and backtracking


@another_way("subsets-and-backtracking", "calls_of_a_pruned_search", "draw_sizes")
def counted_among_all_sets(sizes: list[int], most: int) -> int:
    counts = range(len(sizes) + 1)
    return sum(sum(chosen) <= most for count in counts for chosen in combinations(sizes, count))


@another_way("subsets-and-backtracking", "orders_without_repeats", "draw_counts")
def by_placing_one_kind_after_the_other(counts: list[int]) -> int:
    free, ways = sum(counts), 1
    for count in counts:
        ways *= sum(1 for _ in combinations(range(free), count))
        free -= count
    return ways


# Greedy


@another_way("greedy", "fewest_probes", "draw_intervals")
def over_all_sets_of_hours(intervals: list[tuple[int, int]]) -> int:
    hours = sorted({end for _, end in intervals})
    return next(
        count
        for count in range(len(hours) + 1)
        for chosen in combinations(hours, count)
        if all(any(start <= hour <= end for hour in chosen) for start, end in intervals)
    )


@another_way("greedy", "smallest_sum_of_finishes", "draw_lengths")
def over_all_orders(lengths: list[int]) -> int:
    return min(sum(accumulate(order)) for order in permutations(lengths))


# Bit manipulation


@another_way("bit-manipulation", "the_first_half", "draw_ids")
def by_counting_each_place(ids: list[int]) -> int:
    half = [f"{one:05b}" for one in ids[: len(ids) // 2]]
    return int("".join(str(column.count("1") % 2) for column in zip(*half, strict=True)), 2)


@another_way("bit-manipulation", "differences_of_all_pairs", "draw_masks")
def pair_by_pair(masks: list[int]) -> int:
    rows = [f"{mask:05b}" for mask in masks]
    return sum(a != b for one, other in combinations(rows, 2) for a, b in zip(one, other, strict=True))
