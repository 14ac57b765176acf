"""Numeric cards on prefix sums and counting by key."""

import random
from collections import Counter

from sharpen.domain.card import Numeric


def stretches_with_sum(values: list[int], wanted: int) -> int:
    """How many stretches of the values have this sum, by a counter of prefixes."""
    met, total, found = Counter([0]), 0, 0
    for value in values:
        total += value
        found += met[total - wanted]
        met[total] += 1
    return found


def draw_values(rng: random.Random) -> tuple[list[int], int]:
    return [rng.choice((-2, -1, 1, 1, 2, 3)) for _ in range(rng.randint(5, 7))], rng.choice((0, 1, 2, 3))


def prefixes(values: list[int]) -> list[int]:
    return [sum(values[:stop]) for stop in range(len(values) + 1)]


def stretches_that_sum(rng: random.Random) -> Numeric:
    values, wanted = draw_values(rng)
    answer = stretches_with_sum(values, wanted)
    shown, sums = ", ".join(map(str, values)), ", ".join(map(str, prefixes(values)))
    return Numeric(
        f"How many stretches, of one value or more, of {shown} have the sum {wanted}?",
        answer,
        f"The prefix sums are {sums}. A later one that is larger by {wanted} than an earlier one is such a "
        f"stretch, and there {'is' if answer == 1 else 'are'} {answer}.",
    )


def multiples(counts: list[int]) -> int:
    """Pairs of prefixes with the same remainder, from how often each remainder comes."""
    return sum(count * (count - 1) // 2 for count in counts)


def draw_remainders(rng: random.Random) -> tuple[list[int], int]:
    return [rng.randint(0, 9) for _ in range(rng.randint(5, 8))], rng.choice((3, 4, 5))


def stretches_of_multiples(rng: random.Random) -> Numeric:
    values, k = draw_remainders(rng)
    remainders = [total % k for total in prefixes(values)]
    counts = [remainders.count(one) for one in range(k)]
    answer = multiples(counts)
    shown, left = ", ".join(map(str, values)), ", ".join(map(str, remainders))
    return Numeric(
        f"How many stretches, of one value or more, of {shown} have a sum that is a multiple of {k} (0 is one)?",
        answer,
        f"The prefix sums leave the remainders {left} after division by {k}. Two equal ones bound such a stretch, and "
        f"a remainder that comes $c$ times makes $c(c-1)/2$ pairs: {answer} in all.",
    )


CARDS = [stretches_that_sum, stretches_of_multiples]
