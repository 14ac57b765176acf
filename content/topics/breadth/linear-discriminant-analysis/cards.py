"""Cards of linear discriminant analysis: the border of two Gaussians, and the separating direction."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_classes(rng: random.Random) -> tuple[int, int, int, int]:
    """Both means, the variance, and the share of the first class in tenths."""
    low = rng.randint(0, 6)
    return low, low + rng.randint(3, 8), rng.randint(2, 6), rng.choice([1, 2, 3, 7, 8, 9])


def border(rng: random.Random) -> Numeric:
    low, high, variance, share = draw_classes(rng)
    shift = variance / (high - low) * math.log(share / (10 - share))
    answer = (low + high) / 2 + shift
    return Numeric(
        f"LDA with one feature: class means {low} and {high}, shared variance {variance}, class shares "
        f"{share / 10:g} and "
        f"{(10 - share) / 10:g} in the same order. At which $x$ is the **border**? Give it within 0.01.",
        answer,
        f"The middle is ${(low + high) / 2:g}$; the shares move it by $\\frac{{{variance}}}{{{high} - {low}}} \\ln "
        f"\\frac{{{share / 10:g}}}{{{(10 - share) / 10:g}}} = {shift:.4f}$, toward the rarer class: ${answer:.4f}$.",
        0.01,
    )


def draw_plane(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Both variances, the covariance, and the difference of the means."""
    return rng.randint(2, 6), rng.randint(2, 6), rng.choice([-1, 1]), rng.randint(1, 6), rng.randint(1, 6)


def first_coordinate(rng: random.Random) -> Numeric:
    a, b, c, p, q = draw_plane(rng)
    answer = Fraction(b * p - c * q, a * b - c * c)
    matrix = f"\\begin{{pmatrix}} {a} & {c} \\\\ {c} & {b} \\end{{pmatrix}}"
    return Numeric(
        f"Shared covariance $\\Sigma = {matrix}$, difference of means $\\mu_1 - \\mu_0 = ({p}, {q})^\\top$. "
        f"What is the "
        "**first coordinate** of $w = \\Sigma^{-1}(\\mu_1 - \\mu_0)$? Give it within 0.005.",
        answer,
        f"$w_1 = ({b} \\cdot {p} - ({c}) \\cdot {q}) / ({a} \\cdot {b} - ({c})^2) = {b * p - c * q}/{a * b - c * c} = "
        f"{float(answer):.4f}$.",
        0.005,
    )


CARDS = [border, first_coordinate]
