"""Patterns of dynamic programming: every choice tried, every path walked."""

from itertools import combinations, product

from tests.content.recomputing import another_way

# 0/1 knapsack


@another_way("dp-0-1-knapsack", "best_choice", "draw_items")
def of_all_choices_that_fit(items: list[tuple[int, int]], budget: int) -> int:
    choices = [chosen for count in range(len(items) + 1) for chosen in combinations(items, count)]
    return max(sum(value for _, value in chosen) for chosen in choices if sum(size for size, _ in chosen) <= budget)


@another_way("dp-0-1-knapsack", "different_sums", "draw_sizes")
def sums_of_all_choices(sizes: list[int]) -> int:
    return len({sum(chosen) for chosen in product(*((0, size) for size in sizes))})
