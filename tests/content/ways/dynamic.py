"""Patterns of dynamic programming: every choice tried, every path walked."""

from itertools import combinations, pairwise, product

from tests.content.recomputing import another_way

# 0/1 knapsack


@another_way("dp-0-1-knapsack", "best_choice", "draw_items")
def of_all_choices_that_fit(items: list[tuple[int, int]], budget: int) -> int:
    choices = [chosen for count in range(len(items) + 1) for chosen in combinations(items, count)]
    return max(sum(value for _, value in chosen) for chosen in choices if sum(size for size, _ in chosen) <= budget)


@another_way("dp-0-1-knapsack", "different_sums", "draw_sizes")
def sums_of_all_choices(sizes: list[int]) -> int:
    return len({sum(chosen) for chosen in product(*((0, size) for size in sizes))})


# Unbounded knapsack


@another_way("dp-unbounded-knapsack", "fewest_batches", "draw_sizes")
def rounds_until_the_total_is_reached(sizes: list[int], total: int) -> int:
    """A breadth-first search over the sums that so many batches can have."""
    sums, count = {0}, 0
    while total not in sums:
        sums, count = {already + size for already in sums for size in sizes}, count + 1
    return count


@another_way("dp-unbounded-knapsack", "collections_of_pieces", "draw_pieces")
def counts_of_each_size(sizes: list[int], total: int) -> int:
    every = product(*(range(total // size + 1) for size in sizes))
    return sum(sum(count * size for count, size in zip(counts, sizes, strict=True)) == total for counts in every)


# Fibonacci numbers


@another_way("dp-fibonacci-numbers", "fillings", "draw_steps")
def sequences_of_lengths(steps: list[int], total: int) -> int:
    return sum(sum(chosen) == total for count in range(total + 1) for chosen in product(steps, repeat=count))


@another_way("dp-fibonacci-numbers", "calls_of_one_value", "draw_depth")
def counted_while_it_runs(n: int, value: int) -> int:
    asked = []

    def f(argument: int) -> int:
        asked.append(argument)
        return argument if argument < 2 else f(argument - 1) + f(argument - 2)

    f(n)
    return asked.count(value)


# Palindromic subsequence


@another_way("dp-palindromic-subsequence", "fewest_deletions", "draw_text")
def deletions_tried(text: str) -> int:
    kept = ("".join(chosen) for count in range(len(text), 0, -1) for chosen in combinations(text, count))
    return len(text) - len(next(rest for rest in kept if rest == rest[::-1]))


@another_way("dp-palindromic-subsequence", "fewest_pieces", "draw_word")
def cuts_tried(text: str) -> int:
    def whole(cuts: tuple[int, ...]) -> bool:
        stretches = [text[start:stop] for start, stop in pairwise((0, *cuts, len(text)))]
        return all(stretch == stretch[::-1] for stretch in stretches)

    counts = range(len(text))
    return 1 + next(count for count in counts if any(map(whole, combinations(range(1, len(text)), count))))


# Longest common substring


@another_way("dp-longest-common-substring", "shared_run", "draw_texts")
def substrings_looked_up(one: str, other: str) -> int:
    stretches = (one[start:stop] for start in range(len(one)) for stop in range(start + 1, len(one) + 1))
    return max((len(stretch) for stretch in stretches if stretch in other), default=0)


@another_way("dp-longest-common-substring", "edit_distance", "draw_words")
def by_the_pairs_that_are_kept(one: str, other: str) -> int:
    """Every choice of places that are put against each other; all the others are deleted or inserted."""
    best = len(one) + len(other)
    for count in range(1, min(len(one), len(other)) + 1):
        for mine in combinations(one, count):
            for theirs in combinations(other, count):
                replaced = sum(a != b for a, b in zip(mine, theirs, strict=True))
                best = min(best, len(one) + len(other) - 2 * count + replaced)
    return best


# Grids and paths


def corner_to_corner(rows: int, columns: int) -> list[list[tuple[int, int]]]:
    """The cells of every path right and down, by which of its steps lead down."""
    walked = []
    for down in combinations(range(rows + columns - 2), rows - 1):
        cells = [(0, 0)]
        for step in range(rows + columns - 2):
            i, j = cells[-1]
            cells.append((i + 1, j) if step in down else (i, j + 1))
        walked.append(cells)
    return walked


@another_way("dp-grids-and-paths", "ways_around", "draw_grid")
def paths_that_meet_nothing(rows: int, columns: int, blocked: list[tuple[int, int]]) -> int:
    return sum(not set(cells) & set(blocked) for cells in corner_to_corner(rows, columns))


@another_way("dp-grids-and-paths", "cheapest_path", "draw_prices")
def of_all_six_paths(grid: list[list[int]]) -> int:
    return min(sum(grid[i][j] for i, j in cells) for cells in corner_to_corner(3, 3))
