"""Numeric cards on autocomplete: when the news overtakes, what a list spares, and how many slips there are."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

LOOKED_AT = (Fraction(9, 10), Fraction(7, 10), Fraction(5, 10))
"""The chance that each place of the list is looked at."""


def draw_rates(rng: random.Random) -> tuple[int, int, int]:
    """The half-life in hours, the old query's searches an hour, and the new one's."""
    old = rng.choice([20, 40, 50, 80, 100, 200])
    return rng.choice([2, 3, 4, 6, 12, 24, 48, 168]), old, old * rng.choice([2, 3, 4, 5, 8, 10])


def overtaking(rng: random.Random) -> Numeric:
    half_life, old, new = draw_rates(rng)
    answer = half_life * math.log2(new / (new - old))
    return Numeric(
        f"Counts of queries halve every {half_life} hours. One query has always come {old} times an hour. A new one, "
        f"never seen before, now comes {new} times an hour. After how many **hours** is its count the higher one? "
        "(Searches come evenly. Within 2% is right.)",
        answer,
        f"After $t$ hours the new count has reached the share $1 - 2^{{-t/{half_life}}}$ of where it is going, and the "
        f"old one is at {old}/{new} of that level. $t = {half_life} \\log_2 \\frac{{{new}}}{{{new} - {old}}} = "
        f"{answer:.3g}$ hours.",
        0.02 * answer,
        "hours",
    )


def draw_three(rng: random.Random) -> tuple[list[tuple[int, int]]]:
    """Probability in percent and letters left of three queries, in an order that is not that of what they spare."""
    while True:
        queries = [(rng.randint(2, 20), rng.randint(2, 24)) for _ in range(3)]
        worth = [percent * left for percent, left in sorted(queries, reverse=True)]
        if worth[0] < max(worth) - 8 and len({percent for percent, _ in queries}) == 3:
            return (queries,)


def letters_spared(rng: random.Random) -> Numeric:
    (queries,) = draw_three(rng)
    worth = sorted((Fraction(percent * left, 100) for percent, left in queries), reverse=True)
    answer = sum((seen * each for seen, each in zip(LOOKED_AT, worth, strict=True)), Fraction(0))
    rows = "\n".join(f"| {name} | {percent}% | {left} |" for name, (percent, left) in zip("ABC", queries, strict=True))
    return Numeric(
        "A list has three places, which are looked at with the chances 0.9, 0.7 and 0.5. Who sees the query that they "
        "want takes it. How many **letters** does the best order of these three spare in expectation? (Exact, or "
        f"within 0.005.)\n\n| query | wanted by | letters left |\n|---|---|---|\n{rows}",
        answer,
        "Sort by probability times letters left: "
        + ", ".join(f"{float(each):.2f}" for each in worth)
        + ". $"
        + " + ".join(f"{float(seen):g} \\cdot {float(each):.2f}" for seen, each in zip(LOOKED_AT, worth, strict=True))
        + f" = {float(answer):.3f}$.",
        0.005,
        "letters",
    )


def draw_length(rng: random.Random) -> tuple[int, int]:
    """The letters of a beginning, and those of the alphabet."""
    return rng.randint(2, 14), rng.choice([24, 26, 29, 30, 32, 33])


def one_slip_away(rng: random.Random) -> Numeric:
    length, letters = draw_length(rng)
    answer = (2 * letters - 1) * length + letters
    return Numeric(
        f"A beginning has {length} letters, all different, of an alphabet of {letters}. How many **different** texts "
        "arise from it by exactly one slip: a letter replaced by another one, left out, or put in anywhere (also first "
        "or last)?",
        answer,
        f"Replaced: ${letters - 1} \\cdot {length}$. Left out: {length}. Put in: ${letters} \\cdot {length + 1}$ ways, "
        f"but a letter put before itself or after itself gives the same text, which happens {length} times. Together "
        f"${(letters - 1) * length} + {length} + {letters * (length + 1) - length} = {answer}$.",
    )


CARDS = [overtaking, letters_spared, one_slip_away]
