"""Cards of multiple regression: solving two normal equations, and variance inflation."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_sums(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Both squares and the product of two columns, then their products with the target."""
    a, b = rng.randint(3, 9), rng.randint(3, 9)
    return a, b, rng.choice([-2, -1, 1, 2]), rng.randint(4, 20), rng.randint(4, 20)


def first_weight(rng: random.Random) -> Numeric:
    a, b, c, p, q = draw_sums(rng)
    answer = Fraction(p * b - q * c, a * b - c * c)
    matrix = f"\\begin{{pmatrix}} {a} & {c} \\\\ {c} & {b} \\end{{pmatrix}}"
    return Numeric(
        f"Least squares without intercept: $X^\\top X = {matrix}$ and $X^\\top y = ({p}, {q})^\\top$. What is "
        f"the **first "
        "weight**? Give it within 0.005.",
        answer,
        f"By Cramer's rule $w_1 = ({p} \\cdot {b} - ({c}) \\cdot {q}) / ({a} \\cdot {b} - ({c})^2) = {p * b - c * q}/"
        f"{a * b - c * c} = {float(answer):.4f}$.",
        0.005,
    )


def draw_correlation(rng: random.Random) -> int:
    """In hundredths."""
    return rng.choice([-1, 1]) * rng.randint(40, 95)


def inflation(rng: random.Random) -> Numeric:
    r = draw_correlation(rng)
    answer = 1 / (1 - Fraction(r, 100) ** 2)
    return Numeric(
        f"A regression with intercept has two features, whose correlation is {r / 100:g}. What is the "
        f"**variance inflation "
        "factor** of each? Give it within 0.01.",
        answer,
        f"Regressing one on the other gives $R^2 = ({r / 100:g})^2 = {(r / 100) ** 2:.4f}$, so the factor is $1/(1 - "
        f"{(r / 100) ** 2:.4f}) = {float(answer):.4f}$.",
        0.01,
    )


CARDS = [first_weight, inflation]
