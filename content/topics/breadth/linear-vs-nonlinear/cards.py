"""Cards of linear and nonlinear models: polynomial features, a kernel, and a flat border."""

import random
from fractions import Fraction
from math import comb

from sharpen.domain.card import Numeric


def draw_degree(rng: random.Random) -> tuple[int, int]:
    """Features and degree."""
    return rng.randint(3, 15), rng.choice([2, 3])


def polynomial_features(rng: random.Random) -> Numeric:
    features, degree = draw_degree(rng)
    answer = comb(features + degree, degree)
    return Numeric(
        f"You replace {features} features by all their monomials of degree at most {degree}, products such as "
        f"$x_1 x_2$ and "
        "the constant 1 included, each once. How many **columns** are there?",
        answer,
        f"$\\binom{{d + p}}{{p}} = \\binom{{{features + degree}}}{{{degree}}} = {answer}$.",
    )


def draw_pair(rng: random.Random) -> tuple[list[int], list[int]]:
    return [rng.randint(-3, 4) for _ in range(3)], [rng.randint(-3, 4) for _ in range(3)]


def quadratic_kernel(rng: random.Random) -> Numeric:
    x, z = draw_pair(rng)
    inner = sum(a * b for a, b in zip(x, z, strict=True))
    terms = " + ".join(f"({a})({b})" for a, b in zip(x, z, strict=True))
    return Numeric(
        f"What is the polynomial kernel $(x^\\top z + 1)^2$ for $x = ({', '.join(map(str, x))})$ and $z = "
        f"({', '.join(map(str, z))})$?",
        (inner + 1) ** 2,
        f"$x^\\top z = {terms} = {inner}$, so the kernel is $({inner} + 1)^2 = {(inner + 1) ** 2}$. The "
        f"explicit feature "
        "map would have 10 coordinates.",
    )


def draw_border(rng: random.Random) -> tuple[int, int, int, int]:
    """Both weights, the intercept, and the first feature."""
    return rng.choice([-4, -3, -2, 2, 3, 4]), rng.choice([-5, -4, -2, 2, 4, 5]), rng.randint(-9, 9), rng.randint(-5, 5)


def on_the_border(rng: random.Random) -> Numeric:
    first, second, intercept, x = draw_border(rng)
    answer = Fraction(-(first * x + intercept), second)
    return Numeric(
        f"Logistic regression has the weights $w = ({first}, {second})$ and the intercept $b = {intercept}$. For which "
        f"$x_2$ does a row with $x_1 = {x}$ have the probability **one half**? Give it within 0.01.",
        answer,
        f"The sigmoid is one half where $w^\\top x + b = 0$: $({first})({x}) + ({second})x_2 + ({intercept}) = "
        f"0$, so $x_2 = "
        f"{float(answer):.4g}$.",
        0.01,
    )


CARDS = [polynomial_features, quadratic_kernel, on_the_border]
