"""Numeric cards on two heaps: what stands next to the border, and where the best border is."""

import random

from sharpen.domain.card import Numeric


def draw_stream(rng: random.Random) -> list[int]:
    return rng.sample(range(1, 50), rng.randint(6, 9))


def top_of_the_upper_half(rng: random.Random) -> Numeric:
    values = draw_stream(rng)
    order = sorted(values)
    low = (len(values) + 1) // 2
    return Numeric(
        f"Two heaps keep the median of a stream; the lower half has as many numbers as the upper one, or one more. The "
        f"numbers {', '.join(map(str, values))} have come. What is on top of the upper half?",
        order[low],
        f"Sorted they are {', '.join(map(str, order))}. The lower half has the first {low}, up to {order[low - 1]}; "
        f"the smallest of the others is {order[low]}.",
    )


def draw_costs(rng: random.Random) -> tuple[list[int], int]:
    up = rng.choice((2, 3, 4))
    count = rng.choice([number for number in range(5, 10) if number % (up + 1)])
    return sorted(rng.sample(range(1, 40), count)), up


def best_level(rng: random.Random) -> Numeric:
    values, up = draw_costs(rng)
    below = -(-len(values) // (up + 1))
    answer = values[below - 1]
    return Numeric(
        f"The numbers {', '.join(map(str, values))} are to be moved to one common value. Moving a number up costs "
        f"{up} for each unit, moving it down 1. Which common value is the cheapest?",
        answer,
        f"Raising the common value by one costs {up} for each number at or below it and saves 1 for each above. That "
        f"pays while {up} times those below are fewer than those above, so up to {answer}: {below} are at or below it, "
        f"and {len(values) - below} above.",
    )


CARDS = [top_of_the_upper_half, best_level]
