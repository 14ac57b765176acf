"""Numeric cards on uniform sampling: pairs of items, rejection, duplicates."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_sizes(rng: random.Random) -> tuple[int, int]:
    n = rng.randint(5, 20)
    return n, rng.randint(2, min(6, n - 2))


def subset_chance(n: int, k: int) -> Fraction:
    """That two given items are both in a uniform sample of k out of n."""
    return Fraction(k * (k - 1), n * (n - 1))


def both_in(rng: random.Random) -> Numeric:
    n, k = draw_sizes(rng)
    answer = subset_chance(n, k)
    return Numeric(
        f"A uniform sample of {k} out of {n} items is drawn without replacement. With which probability does it "
        f"contain "
        "both of two given items? (Exact; a fraction is welcome.)",
        answer,
        f"$\\binom{{{n - 2}}}{{{k - 2}}} / \\binom{{{n}}}{{{k}}} = \\frac{{{k}}}{{{n}}} \\cdot "
        f"\\frac{{{k - 1}}}{{{n - 1}}} = {show_number(answer)}$. Independent draws would give "
        f"$({k}/{n})^2 = {show_number(Fraction(k, n) ** 2)}$: without replacement one item crowds out another.",
    )


def expected_tries(n: int, k: int) -> Fraction:
    """Draws needed to see k different items of n, drawing with replacement."""
    return sum((Fraction(n, n - i) for i in range(k)), Fraction(0))


def draw_rejection(rng: random.Random) -> tuple[int, int]:
    n = rng.randint(4, 10)
    return n, rng.randint(2, 4)


def rejection(rng: random.Random) -> Numeric:
    n, k = draw_rejection(rng)
    answer = expected_tries(n, k)
    terms = " + ".join(f"\\frac{{{n}}}{{{n - i}}}" for i in range(k))
    return Numeric(
        f"You sample {k} different items out of {n} by drawing uniformly with replacement and rejecting duplicates. "
        f"How "
        "many draws do you need on average? (Within 0.01, or exact as a fraction.)",
        float(answer),
        f"With $i$ items already found, a draw is new with probability $({n} - i)/{n}$, so it takes ${n}/({n} - i)$ "
        f"tries: "
        f"${terms} = {show_number(answer)} \\approx {float(answer):.4f}$.",
        0.01,
    )


def collision(n: int, k: int) -> float:
    """That k draws with replacement from n have a duplicate."""
    return 1 - math.perm(n, k) / n**k


def draw_collision(rng: random.Random) -> tuple[int, int]:
    return rng.choice([10, 12, 15, 20, 25, 30, 40, 50]), rng.choice([4, 5, 6])


def duplicate(rng: random.Random) -> Numeric:
    n, k = draw_collision(rng)
    answer = collision(n, k)
    factors = " \\cdot ".join(f"\\frac{{{n - i}}}{{{n}}}" for i in range(k))
    return Numeric(
        f"{k} draws, uniform with replacement from {n} items. With which probability is there at least one duplicate? "
        "(Within 0.001 is right.)",
        answer,
        f"No duplicate: ${factors} = {1 - answer:.4f}$. So at least one: $1 - {1 - answer:.4f} = {answer:.4f}$.",
        0.001,
    )


CARDS = [both_in, rejection, duplicate]
