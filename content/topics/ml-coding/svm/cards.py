"""Numeric cards on the support vector machine: its objective, the street, a step of Pegasos."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

Example = tuple[int, int, int]
"""Two features and the label, -1 or +1."""


def hinges(w: tuple[Fraction, Fraction], b: Fraction, examples: list[Example]) -> list[Fraction]:
    return [max(Fraction(0), 1 - y * (w[0] * x1 + w[1] * x2 + b)) for x1, x2, y in examples]


def objective_of(w: tuple[Fraction, Fraction], b: Fraction, examples: list[Example], penalty: Fraction) -> Fraction:
    return penalty / 2 * (w[0] ** 2 + w[1] ** 2) + sum(hinges(w, b, examples), Fraction(0)) / len(examples)


def draw_objective(
    rng: random.Random,
) -> tuple[tuple[Fraction, Fraction], Fraction, list[Example], Fraction]:
    """Weights, bias, examples and lambda; the first example is on the wrong side, and losses are not errors."""
    while True:
        w = (Fraction(rng.choice([-2, -1, 1, 2]), 2), Fraction(rng.choice([-2, -1, 1, 3]), 2))
        b = Fraction(rng.choice([-2, -1, 0, 1]), 2)
        points = rng.sample([(x, y) for x in range(-2, 4) for y in range(-2, 3)], 3)
        scores = [w[0] * x + w[1] * y + b for x, y in points]
        labels = [1 if score >= 0 else -1 for score in scores]
        labels[0] = -labels[0]
        examples = [(x, y, label) for (x, y), label in zip(points, labels, strict=True)]
        if sum(hinges(w, b, examples)) != sum(y * score <= 0 for y, score in zip(labels, scores, strict=True)):
            return w, b, examples, Fraction(rng.choice([1, 2, 4]), 10)


def objective(rng: random.Random) -> Numeric:
    w, b, examples, penalty = draw_objective(rng)
    answer = objective_of(w, b, examples, penalty)
    losses = hinges(w, b, examples)
    squared = w[0] ** 2 + w[1] ** 2
    rows = ", ".join(f"$({x1}, {x2})$ with ${y:+d}$" for x1, x2, y in examples)
    margins = ", ".join(f"{float(y * (w[0] * x1 + w[1] * x2 + b)):g}" for x1, x2, y in examples)
    return Numeric(
        f"A linear SVM has $w = ({float(w[0]):g}, {float(w[1]):g})$ and $b = {float(b):g}$. The examples are {rows}. "
        f"What is $\\frac{{\\lambda}}{{2}} \\lVert w \\rVert^2$ plus the **mean** hinge loss, with $\\lambda = "
        f"{float(penalty):g}$? (Within 0.005, or exact as a fraction.)",
        float(answer),
        f"The margins are ${margins}$, the hinge losses ${', '.join(f'{float(v):g}' for v in losses)}$, their mean "
        f"${float(sum(losses) / 3):.4f}$. The penalty is $\\frac{{{float(penalty):g}}}{{2}} \\cdot "
        f"{float(squared):g} = {float(penalty / 2 * squared):g}$. Together ${float(answer):.4f}$.",
        0.005,
    )


def width(w: tuple[int, int]) -> float:
    """Of the street between the lines where the score is -1 and +1."""
    return 2 / math.hypot(*w)


def draw_weights(rng: random.Random) -> tuple[int, int]:
    return rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]), rng.choice([-3, -2, -1, 1, 2, 3])


def street(rng: random.Random) -> Numeric:
    w = draw_weights(rng)
    answer = width(w)
    return Numeric(
        f"A linear SVM has $w = ({w[0]}, {w[1]})$. How wide is its street, from the line where the score is $-1$ to "
        "the one where it is $+1$? (Within 0.005 is right.)",
        answer,
        f"The score changes by $\\lVert w \\rVert$ per unit of length along $w$, and must change by 2: "
        f"$\\frac{{2}}{{\\lVert w \\rVert}} = \\frac{{2}}{{\\sqrt{{{w[0] ** 2 + w[1] ** 2}}}}} = {answer:.4f}$.",
        0.005,
    )


def signed(number: int | Fraction) -> str:
    """A factor, in parentheses when it is negative."""
    return f"({float(number):g})" if number < 0 else f"{float(number):g}"


def pegasos(w: list[Fraction], x: list[int], y: int, penalty: Fraction, t: int) -> list[Fraction]:
    """The weights after step t."""
    rate = 1 / (penalty * t)
    push = y * sum(a * b for a, b in zip(w, x, strict=True)) < 1
    return [(1 - rate * penalty) * a + (rate * y * b if push else 0) for a, b in zip(w, x, strict=True)]


def draw_pegasos(rng: random.Random) -> tuple[list[Fraction], list[int], int, Fraction, int]:
    """Weights in halves, an example, lambda and t; the margin is as often below 0 as in [0, 1) and from 1 on."""
    low, high = rng.choice([(-9, 0), (0, 1), (1, 9)])
    while True:
        w = [Fraction(rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]), 2), Fraction(rng.randint(-4, 4), 2)]
        x, y = [rng.randint(1, 3), rng.randint(-2, 2)], rng.choice([-1, 1])
        if low <= y * (w[0] * x[0] + w[1] * x[1]) < high:
            return w, x, y, Fraction(1, rng.choice([2, 4, 5, 10])), rng.choice([2, 4, 5])


def pegasos_step(rng: random.Random) -> Numeric:
    w, x, y, penalty, t = draw_pegasos(rng)
    answer = pegasos(w, x, y, penalty, t)[0]
    margin = y * (w[0] * x[0] + w[1] * x[1])
    rate, shown = 1 / (penalty * t), ", ".join(f"{float(weight):g}" for weight in w)
    push = f" + {show_number(rate)} \\cdot {signed(y)} \\cdot {signed(x[0])}" if margin < 1 else ""
    return Numeric(
        f"Pegasos, without a bias, is at step $t = {t}$ with $\\lambda = {float(penalty):g}$ and $w = ({shown})$. "
        f"The example is $x = ({x[0]}, {x[1]})$ with label ${y:+d}$; it pushes only if its margin is below "
        "1. What is $w_1$, the first weight, after the step, with $\\eta_t = 1/(\\lambda t)$ and no projection? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"$\\eta = 1/({float(penalty):g} \\cdot {t}) = {show_number(rate)}$. The margin is ${float(margin):g}$, "
        f"{'below 1, so the example pushes' if margin < 1 else 'at least 1, so that only the shrinking acts'}: $w_1 = "
        f"(1 - \\frac{{1}}{{{t}}}) \\cdot {signed(w[0])}{push} = {show_number(answer)}$.",
    )


CARDS = [objective, street, pegasos_step]
