"""Numeric cards on linear regression: slope, prediction, a gradient step."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def fit(xs: list[int], ys: list[int]) -> tuple[Fraction, Fraction]:
    """Slope and intercept of least squares."""
    n = len(xs)
    x_mean, y_mean = Fraction(sum(xs), n), Fraction(sum(ys), n)
    cross = sum(((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)), Fraction(0))
    slope = cross / sum(((x - x_mean) ** 2 for x in xs), Fraction(0))
    return slope, y_mean - slope * x_mean


def draw_points(rng: random.Random) -> tuple[list[int], list[int], int]:
    """Four points near a line, and a place to predict at."""
    xs = sorted(rng.sample(range(8), 4))
    slope, start = rng.choice([-2, -1, 1, 2, 3]), rng.randint(0, 6)
    ys = [start + slope * x + rng.randint(-2, 2) for x in xs]
    return xs, ys, rng.choice([x for x in range(11) if x not in xs])


def shown(xs: list[int], ys: list[int]) -> str:
    return ", ".join(f"({x}, {y})" for x, y in zip(xs, ys, strict=True))


def slope_of_the_line(rng: random.Random) -> Numeric:
    xs, ys, _ = draw_points(rng)
    slope, _ = fit(xs, ys)
    x_mean, y_mean = Fraction(sum(xs), 4), Fraction(sum(ys), 4)
    below = sum(((x - x_mean) ** 2 for x in xs), Fraction(0))
    return Numeric(
        f"What is the slope of the least-squares line, with an intercept, through ${shown(xs, ys)}$? "
        "(Exact; a fraction is welcome.)",
        slope,
        f"$\\bar x = {show_number(x_mean)}$ and $\\bar y = {show_number(y_mean)}$. The slope is "
        f"$\\frac{{\\sum (x - \\bar x)(y - \\bar y)}}{{\\sum (x - \\bar x)^2}} = "
        f"\\frac{{{show_number(slope * below)}}}{{{show_number(below)}}} = {show_number(slope)}$.",
    )


def prediction(rng: random.Random) -> Numeric:
    xs, ys, place = draw_points(rng)
    slope, intercept = fit(xs, ys)
    answer = slope * place + intercept
    return Numeric(
        f"The least-squares line, with an intercept, through ${shown(xs, ys)}$ predicts what at $x = {place}$? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"The line goes through the means $({show_number(Fraction(sum(xs), 4))}, {show_number(Fraction(sum(ys), 4))})$ "
        f"with slope ${show_number(slope)}$, so its intercept is ${show_number(intercept)}$. At ${place}$ it is "
        f"${show_number(slope)} \\cdot {place} + ({show_number(intercept)}) = {show_number(answer)}$.",
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
    residuals = [weight * x - y for x, y in zip(xs, ys, strict=True)]
    gradient = (weight - answer) / rate
    return Numeric(
        f"The model $\\hat y = wx$ has $w = {weight}$; the data are ${shown(xs, ys)}$. Take one step of gradient "
        f"descent "
        f"on $\\frac{{1}}{{2n}} \\sum_i (w x_i - y_i)^2$ with learning rate ${float(rate):g}$. What is $w$ then? "
        f"(Exact.)",
        answer,
        f"The residuals $wx - y$ are ${residuals[0]}$ and ${residuals[1]}$. The gradient is $\\frac12 ({xs[0]} \\cdot "
        f"({residuals[0]}) + {xs[1]} \\cdot ({residuals[1]})) = {show_number(gradient)}$, and ${weight} - "
        f"{float(rate):g} \\cdot ({show_number(gradient)}) = {float(answer):g}$.",
    )


CARDS = [slope_of_the_line, prediction, gradient_step]
