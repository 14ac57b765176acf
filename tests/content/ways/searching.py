"""Binary search, backtracking, greedy and bits."""

from itertools import combinations, pairwise

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
