"""Numeric cards on the unbounded knapsack: fewest pieces, and ways."""

import math
import random

from sharpen.domain.card import Numeric


def fewest(sizes: list[int], total: int) -> int:
    """The fewest pieces of these sizes, the smallest of which is 1, that sum to the total."""
    best: list[float] = [0] + [math.inf] * total
    for t in range(1, total + 1):
        best[t] = 1 + min(best[t - size] for size in sizes if size <= t)
    return int(best[total])


def draw_sizes(rng: random.Random) -> tuple[list[int], int]:
    sizes = [1, *sorted(rng.sample(range(3, 10), 2))]
    return sizes, rng.randint(sizes[-1] + 2, 24)


def fewest_batches(rng: random.Random) -> Numeric:
    sizes, total = draw_sizes(rng)
    answer = fewest(sizes, total)
    greedy, rest = 0, total
    for size in reversed(sizes):
        greedy, rest = greedy + rest // size, rest % size
    why = f"Taking the largest first needs {greedy}" + (
        ", which is too many." if greedy > answer else ", as it happens."
    )
    return Numeric(
        f"A server runs batches of exactly {sizes[0]}, {sizes[1]} or {sizes[2]} requests. {total} requests wait. "
        "What is the smallest number of batches that serves them, with every batch full?",
        answer,
        f"Counting up from one request, each total needs one batch more than the best of the three it can come "
        f"from: {answer} in the end. {why}",
    )


def ways(sizes: list[int], total: int) -> int:
    """How many collections of these sizes sum to the total."""
    row = [1] + [0] * total
    for size in sizes:
        for t in range(size, total + 1):
            row[t] += row[t - size]
    return row[total]


def draw_pieces(rng: random.Random) -> tuple[list[int], int]:
    return sorted(rng.sample(range(1, 6), rng.choice((2, 3)))), rng.randint(6, 11)


def collections_of_pieces(rng: random.Random) -> Numeric:
    sizes, total = draw_pieces(rng)
    answer = ways(sizes, total)
    shown = " and ".join([", ".join(map(str, sizes[:-1])), str(sizes[-1])])
    return Numeric(
        f"Micro-batches may have the sizes {shown}, any number of each. How many different collections of them "
        f"sum to {total}? The order does not count.",
        answer,
        f"One way for nothing; then size by size, upward, `ways[t] += ways[t - size]`. At {total} that makes {answer}.",
    )


CARDS = [fewest_batches, collections_of_pieces]
