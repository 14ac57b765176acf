"""Numeric cards on logistic regression: odds, a gradient step, the intercept after resampling."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def probability(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def signed(number: float) -> str:
    """A factor or summand, in parentheses when it is negative."""
    return f"({number:g})" if number < 0 else f"{number:g}"


def draw_row(rng: random.Random) -> tuple[list[float], list[int], float]:
    """Two weights, two features, an intercept; the score is not zero, where a wrong sign would do no harm."""
    while True:
        weights = [rng.choice([-0.8, -0.5, 0.3, 0.5, 0.7]), rng.choice([-0.4, -0.2, 0.2, 0.4])]
        x, b = [rng.choice([-1, 1, 2]), rng.randint(-2, 2)], rng.choice([-0.5, -0.3, 0.1, 0.4])
        if abs(weights[0] * x[0] + weights[1] * x[1] + b) > 0.05:
            return weights, x, b


def predicted(rng: random.Random) -> Numeric:
    weights, x, b = draw_row(rng)
    score = round(weights[0] * x[0] + weights[1] * x[1] + b, 9)
    answer = probability(score)
    return Numeric(
        f"A logistic regression has $w = ({weights[0]:g}, {weights[1]:g})$ and $b = {b:g}$. Which probability of "
        f"label 1 does it give $x = ({x[0]}, {x[1]})$? (Within 0.005 is right.)",
        answer,
        f"$z = {weights[0]:g} \\cdot {signed(x[0])} + {signed(weights[1])} \\cdot {signed(x[1])} + {signed(b)} = "
        f"{score:g}$ and $\\sigma(z) = 1/(1 + e^{{-z}}) = 1/(1 + {math.exp(-score):.4f}) = {answer:.4f}$.",
        0.005,
    )


def moved(percent: int, factor: int) -> Fraction:
    """The probability once its odds are multiplied."""
    odds = Fraction(percent, 100 - percent) * factor
    return odds / (1 + odds)


def draw_odds(rng: random.Random) -> tuple[int, int]:
    return rng.choice([5, 10, 20, 25, 40, 50, 60, 75, 80, 90]), rng.choice([2, 3, 4, 5])


def odds_ratio(rng: random.Random) -> Numeric:
    percent, factor = draw_odds(rng)
    answer = moved(percent, factor)
    odds = Fraction(percent, 100 - percent)
    return Numeric(
        f"A feature has the weight $\\ln {factor}$ in a logistic regression, which gives a row the probability "
        f"{percent}% of label 1. The feature rises by one unit and nothing else changes. What is the probability now? "
        "(Within 0.002, or exact as a fraction.)",
        float(answer),
        f"The odds are ${show_number(odds)}$ and are multiplied by $e^{{\\ln {factor}}} = {factor}$: "
        f"${show_number(odds * factor)}$. The probability is odds over one plus odds: ${show_number(answer)} = "
        f"{float(answer):.4f}$.",
        0.002,
    )


def weight_after(xs: list[int], labels: list[int], rate: float) -> float:
    """The one weight after a gradient step on the mean log loss from zero, without an intercept."""
    return -rate * math.fsum(x * (0.5 - y) for x, y in zip(xs, labels, strict=True)) / len(xs)


def draw_step(rng: random.Random) -> tuple[list[int], list[int], float]:
    """The rows do not cancel: they lean to a positive weight."""
    xs = [rng.randint(2, 5), rng.randint(-4, -1), rng.randint(-2, 3), rng.randint(1, 4)]
    return xs, [1, 0, rng.randint(0, 1), 1], rng.choice([0.1, 0.5, 1.0])


def first_step(rng: random.Random) -> Numeric:
    xs, labels, rate = draw_step(rng)
    answer = weight_after(xs, labels, rate)
    rows = ", ".join(f"({x}, {y})" for x, y in zip(xs, labels, strict=True))
    terms = " + ".join(f"{signed(x)} \\cdot {signed(0.5 - y)}" for x, y in zip(xs, labels, strict=True))
    return Numeric(
        f"The model $p = \\sigma(wx)$ starts at $w = 0$. The rows $(x, y)$ are ${rows}$. Take one step of gradient "
        f"descent on the **mean** log loss with learning rate ${rate:g}$. What is $w$? (Within 0.001 is right.)",
        answer,
        f"At $w = 0$ every $p$ is $0.5$. The gradient is $\\frac14 \\sum x (p - y) = \\frac14 ({terms}) = "
        f"{-answer / rate:g}$, so $w = 0 - {rate:g} \\cdot ({-answer / rate:g}) = {answer:g}$.",
        0.001,
    )


CARDS = [predicted, odds_ratio, first_step]
