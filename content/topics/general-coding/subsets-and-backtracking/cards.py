"""Numeric cards on backtracking: how many calls a pruned search makes, how many different orders there are."""

import random
from math import factorial, prod

from sharpen.domain.card import Numeric


def calls_made(sizes: list[int], most: int) -> int:
    """How often the search for all sets within a sum is called: once for each of them."""

    def extend(first: int, left: int) -> int:
        following = (at for at in range(first, len(sizes)) if sizes[at] <= left)
        return 1 + sum(extend(at + 1, left - sizes[at]) for at in following)

    return extend(0, most)


def draw_sizes(rng: random.Random) -> tuple[list[int], int]:
    sizes = sorted(rng.sample(range(2, 12), rng.choice((4, 4, 5))))
    return sizes, rng.randint(max(sizes), 2 * max(sizes))


def calls_of_a_pruned_search(rng: random.Random) -> Numeric:
    sizes, most = draw_sizes(rng)
    answer = calls_made(sizes, most)
    return Numeric(
        f"Backtracking lists all sets of the sizes {', '.join(map(str, sizes))} with a sum of at most {most}. Each "
        "call notes its set and calls itself for each later size that still fits. How many calls are made, the first "
        "included?",
        answer,
        f"Each call notes one set, and no set comes twice: {answer} of the {2 ** len(sizes)} sets, the empty one "
        f"included, have a sum of at most {most}. No call is wasted, because a part of such a set is such a set.",
    )


def different_orders(counts: list[int]) -> int:
    """How many different orders there are of so many equal letters of each kind."""
    return factorial(sum(counts)) // prod(map(factorial, counts))


def draw_counts(rng: random.Random) -> tuple[list[int]]:
    return ([rng.randint(1, 3) for _ in range(rng.choice((3, 3, 4)))][:4],)


def orders_without_repeats(rng: random.Random) -> Numeric:
    (counts,) = draw_counts(rng)
    letters = "".join(letter * count for letter, count in zip("abcd", counts, strict=False))
    answer = different_orders(counts)
    below = " · ".join(f"{count}!" for count in counts if count > 1)
    return Numeric(
        f"A search lists all *different* orders of the letters `{letters}`, trying equal letters once at each place. "
        "How many does it list?",
        answer,
        f"{len(letters)}! = {factorial(len(letters)):,} orders of places"
        + (f", and each is counted {below} times: {answer:,}." if below else ", and no two letters are equal."),
    )


CARDS = [calls_of_a_pruned_search, orders_without_repeats]
