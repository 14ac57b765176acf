"""Numeric cards on the best k of a stream: what is thrown out, and how often."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_stream(rng: random.Random) -> tuple[list[int], int]:
    return rng.sample(range(1, 60), rng.randint(8, 11)), rng.choice((2, 3))


def entered(scores: list[int], k: int) -> int:
    """How many of the items after the first k are among the k largest when they come."""
    return sum(sum(before > scores[place] for before in scores[:place]) < k for place in range(k, len(scores)))


def replacements(rng: random.Random) -> Numeric:
    scores, k = draw_stream(rng)
    answer = entered(scores, k)
    shown = ", ".join(map(str, scores))
    return Numeric(
        f"The scores {shown} come one by one, and a min-heap keeps the {k} largest. How many times is its top "
        "replaced?",
        answer,
        f"The first {k} fill the heap. A later score replaces the top if fewer than {k} of those before it are larger: "
        f"that is so {answer} {'time' if answer == 1 else 'times'}.",
    )


def draw_odds(rng: random.Random) -> tuple[int, int]:
    k = rng.choice((2, 3, 4, 5))
    return k, rng.randint(k + 2, k + 6)


def expected_replacements(k: int, n: int) -> Fraction:
    """The mean number of replacements in a random order of n different scores."""
    return sum((Fraction(k, place) for place in range(k + 1, n + 1)), Fraction())


def mean_replacements(rng: random.Random) -> Numeric:
    k, n = draw_odds(rng)
    answer = expected_replacements(k, n)
    terms = " + ".join(f"{k}/{place}" for place in range(k + 1, n + 1))
    return Numeric(
        f"{n} different scores come in random order, and a heap keeps the {k} largest. How many times is its top "
        "replaced on average, to two decimals?",
        float(answer),
        f"The score at place i, counted from 1, is among the {k} largest of the first i with probability {k}/i. From "
        f"place {k + 1} on that makes {terms} = {float(answer):.3f}.",
        tolerance=0.006,
    )


CARDS = [replacements, mean_replacements]
