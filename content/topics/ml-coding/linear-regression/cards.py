"""Numeric cards on linear regression: slope, prediction, a gradient step."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def fit(xs: list[int], ys: list[int]) -> tuple[Fraction, Fraction]:
    """Slope and intercept of least squares."""
    n = len(xs)
    x_mean, y_mean = Fraction(sum(xs), n), Fraction(sum(ys), n)
    cross = sum(((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)), Fraction(0))
    slope = cross / sum(((x - x_mean) ** 2 for x in xs), Fraction(0))
    return slope, y_mean - slope * x_mean


SHAPES = [(-2, -1, 1, 2), (-3, -1, 1, 3), (-2, -1, 0, 1, 2), (-1, -1, 1, 1), (-2, -2, 2, 2)]
"""Around the mean of x; squares that sum to 10, 20, 10, 4 or 16 make short decimals of all slopes."""


def draw_points(rng: random.Random) -> tuple[list[int], list[int], int]:
    """Four or five points near a line, and a place to predict at."""
    middle = rng.randint(3, 5)
    xs = [middle + away for away in rng.choice(SHAPES)]
    slope, start = rng.choice([-2, -1, 1, 2, 3]), rng.randint(0, 6)
    ys = [start + slope * x + rng.randint(-2, 2) for x in xs]
    return xs, ys, rng.choice([x for x in range(11) if x not in xs])


def decimal(number: Fraction) -> str:
    """Without rounding: the numbers drawn here have few digits."""
    return f"{float(number):g}"


def signed(number: Fraction) -> str:
    """A factor, in parentheses when it is negative."""
    return f"({decimal(number)})" if number < 0 else decimal(number)


def shown(xs: list[int], ys: list[int]) -> str:
    return ", ".join(f"({x}, {y})" for x, y in zip(xs, ys, strict=True))


def slope_of_the_line(rng: random.Random) -> Numeric:
    xs, ys, _ = draw_points(rng)
    slope, _ = fit(xs, ys)
    x_mean, y_mean = Fraction(sum(xs), len(xs)), Fraction(sum(ys), len(ys))
    below = sum(((x - x_mean) ** 2 for x in xs), Fraction(0))
    return Numeric(
        f"A line with an intercept is fitted to the points ${shown(xs, ys)}$ by least squares. What is its slope? "
        "(Exact; a fraction is welcome.)",
        slope,
        f"$\\bar x = {decimal(x_mean)}$ and $\\bar y = {decimal(y_mean)}$. The slope is "
        f"$\\frac{{\\sum (x - \\bar x)(y - \\bar y)}}{{\\sum (x - \\bar x)^2}} = "
        f"\\frac{{{decimal(slope * below)}}}{{{decimal(below)}}} = {decimal(slope)}$.",
    )


def prediction(rng: random.Random) -> Numeric:
    xs, ys, place = draw_points(rng)
    slope, intercept = fit(xs, ys)
    x_mean, y_mean = Fraction(sum(xs), len(xs)), Fraction(sum(ys), len(ys))
    answer = slope * place + intercept
    return Numeric(
        f"A line with an intercept is fitted to the points ${shown(xs, ys)}$ by least squares. What does it predict at "
        f"$x = {place}$? (Exact; a fraction is welcome.)",
        answer,
        f"The line goes through the means $({decimal(x_mean)}, {decimal(y_mean)})$ with the slope "
        f"$\\frac{{\\sum (x - \\bar x)(y - \\bar y)}}{{\\sum (x - \\bar x)^2}} = {decimal(slope)}$. At ${place}$ it is "
        f"${decimal(y_mean)} + {signed(slope)} \\cdot {signed(place - x_mean)} = {decimal(answer)}$.",
    )


def step(xs: list[int], ys: list[int], weight: int, rate: Fraction) -> Fraction:
    """One step of gradient descent on half the mean squared error, without an intercept."""
    gradient = Fraction(sum(x * (weight * x - y) for x, y in zip(xs, ys, strict=True)), len(xs))
    return weight - rate * gradient


def draw_gradient(rng: random.Random) -> tuple[list[int], list[int], int, Fraction]:
    xs = rng.sample([1, 2, 3, 4], 2)
    weight = rng.randint(-2, 3)
    target = weight + rng.choice([-2, -1, 1, 2])
    return xs, [target * x + rng.randint(0, 1) for x in xs], weight, Fraction(rng.choice([1, 2, 5]), 10)


def gradient_step(rng: random.Random) -> Numeric:
    xs, ys, weight, rate = draw_gradient(rng)
    answer = step(xs, ys, weight, rate)
    residuals = [Fraction(weight * x - y) for x, y in zip(xs, ys, strict=True)]
    gradient = (weight - answer) / rate
    return Numeric(
        f"The model $\\hat y = wx$ has $w = {weight}$; the data are ${shown(xs, ys)}$. Take one step of gradient "
        f"descent on $\\frac{{1}}{{2n}} \\sum_i (w x_i - y_i)^2$ with learning rate ${float(rate):g}$. What is "
        "$w$ now? (Exact; a fraction is welcome.)",
        answer,
        f"The residuals $wx - y$ are ${residuals[0]}$ and ${residuals[1]}$. The gradient is $\\frac12 ({xs[0]} \\cdot "
        f"{signed(residuals[0])} + {xs[1]} \\cdot {signed(residuals[1])}) = {decimal(gradient)}$, and "
        f"${weight} - {float(rate):g} \\cdot {signed(gradient)} = {decimal(answer)}$.",
    )


CARDS = [slope_of_the_line, prediction, gradient_step]
