"""Numeric cards on the 0/1 knapsack: what fits best, and how many sums there are."""

import random

from sharpen.domain.card import Numeric


def most_value(items: list[tuple[int, int]], budget: int) -> int:
    """The largest value of items of these sizes and values, each at most once, within the budget."""
    best = [0] * (budget + 1)
    for size, value in items:
        for room in range(budget, size - 1, -1):
            best[room] = max(best[room], value + best[room - size])
    return best[budget]


def draw_items(rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    items = [(rng.randint(2, 7), rng.randint(2, 15)) for _ in range(4)]
    return items, rng.randint(7, 13)


def best_choice(rng: random.Random) -> Numeric:
    items, budget = draw_items(rng)
    answer = most_value(items, budget)
    shown = ", ".join(f"{size} GB for {value}" for size, value in items)
    return Numeric(
        f"Four embedding tables may be cached, each at most once: {shown} (size, and hits saved per second). "
        f"The cache has {budget} GB. How many hits per second can be saved at most?",
        answer,
        f"Of the sixteen choices, the best that needs at most {budget} GB saves {answer}.",
    )


def reachable(sizes: list[int]) -> int:
    """How many different sums subsets of these sizes have, that of none included."""
    sums = {0}
    for size in sizes:
        sums |= {total + size for total in sums}
    return len(sums)


def draw_sizes(rng: random.Random) -> list[int]:
    return sorted(rng.randint(1, 6) for _ in range(rng.randint(3, 5)))


def different_sums(rng: random.Random) -> Numeric:
    sizes = draw_sizes(rng)
    answer = reachable(sizes)
    shown = ", ".join(map(str, sizes))
    return Numeric(
        f"Shards of {shown} GB. How many different total sizes can a choice of them have, each taken at most once, "
        "the empty choice included?",
        answer,
        f"Begin with the set of 0 alone and add each shard to every sum so far: {answer} sums, from 0 to {sum(sizes)}, "
        f"though there are {2 ** len(sizes)} choices.",
    )


CARDS = [best_choice, different_sums]
