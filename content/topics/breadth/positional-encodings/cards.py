"""Numeric cards on positional encodings: a turn, a score by distance, and slopes of ALiBi."""

import math
from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def product(query: tuple[int, int], key: tuple[int, int], distance: int) -> float:
    """The dot product of two pairs turned by one radian a place, `distance` places apart (query minus key)."""
    (a, b), (c, d) = query, key
    return (a * c + b * d) * math.cos(distance) + (a * d - b * c) * math.sin(distance)


def draw_pair(rng: Random) -> tuple[tuple[int, int], tuple[int, int], int, int]:
    """Query, key and their positions; the product is not small."""
    while True:
        query, key = ((rng.randint(-3, 3), rng.randint(-3, 3)) for _ in range(2))
        place, other = rng.sample(range(1, 30), 2)
        if abs(product(query, key, place - other)) > 1 and abs(place - other) < 4:
            return query, key, place, other


def score_of_two(rng: Random) -> Numeric:
    query, key, place, other = draw_pair(rng)
    answer, gap = product(query, key, place - other), place - other
    (a, b), (c, d) = query, key
    return Numeric(
        "RoPE with $d = 2$ turns by the position in radians: $(a, b)$ becomes $(a \\cos p - b \\sin p, a \\sin p + "
        "b \\cos p)$. "
        f"The query $({a}, {b})$ stands at position {place}, the key $({c}, {d})$ at {other}. What is their dot "
        "product after "
        "turning? Within 0.02 is right.",
        answer,
        f"Only the distance ${gap}$ counts: turn the query by it and leave the key.\n\n"
        f"$$({a} \\cos({gap}) - ({b}) \\sin({gap})) \\cdot ({c}) + ({a} \\sin({gap}) + ({b}) \\cos({gap})) \\cdot "
        f"({d}) = "
        f"{answer:.3f}$$",
        0.02,
    )


def steps_of_a_circle(base: int, width: int, pair: int) -> float:
    """Positions until a pair has turned once around."""
    return 2 * math.pi * base ** (2 * pair / width)


def draw_circle(rng: Random) -> tuple[int, int, int]:
    width = rng.choice([64, 128])
    return rng.choice([1_000, 10_000, 500_000]), width, rng.choice([8, 16, 20, 24, 28, width // 2 - 1])


def full_circle(rng: Random) -> Numeric:
    base, width, pair = draw_circle(rng)
    answer = steps_of_a_circle(base, width, pair)
    return Numeric(
        f"RoPE with base {base:,} on heads of width {width}: pair $i$ (from 0) turns by $\\theta_i = "
        f"\\text{{base}}^{{-2i/d}}$ "
        f"a position. After how many positions has pair {pair} turned once around? Within 2% of it is right.",
        answer,
        f"$\\theta_{{{pair}}} = {base}^{{-{2 * pair}/{width}}}$, and $2\\pi / \\theta = 2\\pi \\cdot "
        f"{base}^{{{2 * pair}/{width}}} = "
        f"{answer:,.1f}$.",
        0.02 * answer,
    )


def penalty(heads: int, head: int, distance: int) -> Fraction:
    """What ALiBi takes off a score."""
    return distance * Fraction(1, 2 ** (8 * head // heads))


def draw_penalty(rng: Random) -> tuple[int, int, int]:
    heads = rng.choice([4, 8])
    return heads, rng.randint(1, heads // 2), rng.randint(3, 40)


def alibi_penalty(rng: Random) -> Numeric:
    heads, head, distance = draw_penalty(rng)
    answer = penalty(heads, head, distance)
    slope = Fraction(1, 2 ** (8 * head // heads))
    return Numeric(
        f"ALiBi with {heads} heads has the slopes $2^{{-8h/{heads}}}$, $h = 1, \\dots, {heads}$. How much does it "
        "take off the "
        f"score of a key {distance} places back in head $h = {head}$? (Exact; a fraction is welcome.)",
        answer,
        f"The slope is $2^{{-{8 * head}/{heads}}} = {show_number(slope)}$, times {distance}: ${show_number(answer)}$.",
    )


CARDS = [score_of_two, full_circle, alibi_penalty]
