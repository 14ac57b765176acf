"""Cards of linear and nonlinear models: polynomial features, a kernel, and two borders from one square."""

import random
from fractions import Fraction
from math import comb, isqrt

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


def draw_border(rng: random.Random) -> tuple[int, int, int]:
    """The weights of a feature and of its square, and the intercept; the score has two whole roots."""
    low = rng.randint(-6, 3)
    high, bend = low + rng.randint(2, 8), rng.choice([1, 2, 3])
    return bend * (low + high), -bend, -bend * low * high


def on_the_border(rng: random.Random) -> Numeric:
    first, second, intercept = draw_border(rng)
    root = isqrt(first * first - 4 * second * intercept)
    answer = Fraction(root, -second)
    low, high = (Fraction(-first + sign * root, 2 * second) for sign in (1, -1))
    return Numeric(
        f"Logistic regression on the two features $x$ and $x^2$ has the weights $({first}, {second})$ and the "
        f"intercept ${intercept}$. How long is the interval of $x$ in which class 1 has a probability "
        "**above one half**? (Exact.)",
        answer,
        f"The probability is above one half where the score ${second}x^2 + ({first})x + ({intercept})$ is positive: "
        f"between its roots ${low}$ and ${high}$, since it opens downward. The length is ${answer}$. The model is "
        "linear in its two features, and yet class 1 lies between two borders in $x$.",
    )


CARDS = [polynomial_features, quadratic_kernel, on_the_border]
