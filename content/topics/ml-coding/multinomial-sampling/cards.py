"""Numeric cards on multinomial sampling: the inverse, an alias table, counts."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def outcome(weights: list[int], u: Fraction) -> int:
    """The first place whose cumulative share is above u."""
    reached = Fraction(0)
    for place, weight in enumerate(weights):
        reached += Fraction(weight, sum(weights))
        if u < reached:
            return place
    raise ValueError("u must be below 1")


def draw_dart(rng: random.Random) -> tuple[list[int], Fraction]:
    """Four weights, perhaps one of them zero, and a dart with an odd last digit, on no mark."""
    weights = [rng.choice([0, 1, 2, 3]), rng.randint(1, 5), rng.choice([0, 1, 2]), rng.randint(1, 4)]
    return weights, Fraction(rng.randrange(3, 99, 6), 100) + Fraction(1, 1000)


def inverse(rng: random.Random) -> Numeric:
    weights, u = draw_dart(rng)
    total = sum(weights)
    marks = [Fraction(sum(weights[: i + 1]), total) for i in range(4)]
    answer = outcome(weights, u)
    return Numeric(
        f"Outcomes 0, 1, 2, 3 have the weights {', '.join(map(str, weights))}. You draw by the inverse of the "
        f"cumulative "
        f"distribution, with $u = {float(u):.3f}$. Which outcome?",
        answer,
        f"The cumulative shares are ${', '.join(f'{float(mark):.4g}' for mark in marks)}$. The first one above "
        f"${float(u):.3f}$ is that of outcome {answer}.",
    )


def from_table(kept: list[Fraction], aliases: list[int], which: int) -> Fraction:
    """The probability of an outcome by an alias table."""
    hits = sum((1 - keep for keep, alias in zip(kept, aliases, strict=True) if alias == which), Fraction(0))
    return (kept[which] + hits) / len(kept)


def draw_table(rng: random.Random) -> tuple[list[Fraction], list[int], int]:
    """Outcome 0 fills up some of the other columns."""
    kept = [Fraction(1), *(Fraction(rng.randint(1, 9), 10) for _ in range(3))]
    return kept, [0, 0, rng.choice([0, 1]), 0], rng.choice([0, 1])


def alias(rng: random.Random) -> Numeric:
    kept, aliases, which = draw_table(rng)
    answer = from_table(kept, aliases, which)
    rows = "; ".join(
        f"column {i} keeps {float(keep):g}" + (f", else outcome {aliases[i]}" if keep < 1 else "")
        for i, keep in enumerate(kept)
    )
    hits = [1 - keep for i, keep in enumerate(kept) if aliases[i] == which and i != which]
    extra = "".join(f" + {float(hit):g}" for hit in hits)
    return Numeric(
        f"An alias table has four columns: {rows}. A column is drawn uniformly; it gives its own number with the "
        f"probability it keeps. What is the probability of outcome {which}? (Exact.)",
        answer,
        f"Its own column and those it fills up, each drawn with $\\frac14$: $\\frac14 "
        f"({float(kept[which]):g}{extra}) = "
        f"{float(answer):g} = {show_number(answer)}$.",
    )


def count_chance(n: int, counts: list[int], parts: list[int]) -> Fraction:
    """Of these counts in n draws."""
    ways = math.factorial(n)
    for count in counts:
        ways //= math.factorial(count)
    chance = Fraction(ways)
    for count, part in zip(counts, parts, strict=True):
        chance *= Fraction(part, sum(parts)) ** count
    return chance


def draw_counts(rng: random.Random) -> tuple[int, list[int], list[int]]:
    counts = [rng.randint(1, 2), rng.randint(1, 2), rng.randint(0, 2)]
    return sum(counts), counts, rng.choice([[5, 3, 2], [4, 4, 2], [6, 3, 1], [2, 1, 1], [1, 1, 1], [3, 2, 1]])


def counts_in_draws(rng: random.Random) -> Numeric:
    n, counts, parts = draw_counts(rng)
    answer = count_chance(n, counts, parts)
    shares = [show_number(Fraction(part, sum(parts))) for part in parts]
    ways = count_chance(n, counts, [1, 1, 1]) * 3**n
    powers = " \\cdot ".join(f"({p})^{{{c}}}" for p, c in zip(shares, counts, strict=True))
    return Numeric(
        f"Outcomes A, B, C have probabilities ${', '.join(shares)}$. In {n} independent draws, what is the "
        f"probability of "
        f"exactly {counts[0]} A, {counts[1]} B and {counts[2]} C, in any order? (Within 0.001, or exact as a "
        f"fraction.)",
        float(answer),
        f"${show_number(ways)}$ orders, each with probability ${powers}$: in all ${show_number(answer)} = "
        f"{float(answer):.4f}$.",
        0.001,
    )


CARDS = [inverse, alias, counts_in_draws]
