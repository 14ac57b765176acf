"""Numeric cards on the perceptron: one visit, a pass, and the bound on mistakes."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric

Example = tuple[int, int, int]
"""Two features and the label, -1 or +1."""


def visit(w: tuple[int, int], b: int, example: Example) -> tuple[tuple[int, int], int]:
    """Weights and bias after one example; a score of zero is a mistake."""
    x1, x2, y = example
    if y * (w[0] * x1 + w[1] * x2 + b) > 0:
        return w, b
    return (w[0] + y * x1, w[1] + y * x2), b + y


def signed(number: int) -> str:
    """A factor or summand, in parentheses when it is negative."""
    return f"({number})" if number < 0 else str(number)


def draw_visit(rng: random.Random) -> tuple[tuple[int, int], int, Example]:
    """Three of four times a mistake."""
    w, b = (rng.randint(-3, 3), rng.randint(-3, 3)), rng.randint(-2, 2)
    x1, x2 = rng.choice([-3, -2, -1, 1, 2, 3]), rng.randint(-3, 3)
    score = w[0] * x1 + w[1] * x2 + b
    wrong = -1 if score > 0 else 1
    return w, b, (x1, x2, wrong if rng.random() < 0.75 or score == 0 else -wrong)


def first_weight(rng: random.Random) -> Numeric:
    w, b, example = draw_visit(rng)
    x1, x2, y = example
    after, _ = visit(w, b, example)
    score = w[0] * x1 + w[1] * x2 + b
    verdict = (
        f"It is not positive: a mistake, so $w_1 \\leftarrow {w[0]} + {signed(y)} \\cdot {signed(x1)} = {after[0]}$."
        if y * score <= 0
        else f"It is positive: no mistake, and $w_1$ stays ${after[0]}$."
    )
    return Numeric(
        f"A perceptron has $w = ({w[0]}, {w[1]})$ and $b = {b}$. It visits $x = ({x1}, {x2})$ with label ${y:+d}$. A "
        "margin of zero counts as a mistake, and the step size is 1. What is $w_1$, the first weight, afterward?",
        after[0],
        f"The score is ${w[0]} \\cdot {signed(x1)} + {signed(w[1])} \\cdot {signed(x2)} + {signed(b)} = {score}$ and "
        f"the margin ${y} \\cdot {signed(score)} = {y * score}$. {verdict}",
    )


def mistakes(examples: list[Example]) -> int:
    """In one pass from zero."""
    w, b, count = (0, 0), 0, 0
    for example in examples:
        after = visit(w, b, example)
        count += after != (w, b)
        w, b = after
    return count


def mistakes_without_bias(examples: list[Example]) -> int:
    w, count = (0, 0), 0
    for example in examples:
        after, _ = visit(w, 0, example)
        count += after != w
        w = after
    return count


def draw_pass(rng: random.Random) -> list[Example]:
    """Four examples; the bias matters to the count."""
    while True:
        points = rng.sample([(x, y) for x in range(-2, 4) for y in range(-2, 4) if (x, y) != (0, 0)], 4)
        labels = rng.choice([(1, -1, 1, -1), (1, -1, -1, 1), (-1, 1, 1, -1), (1, 1, -1, -1), (-1, 1, -1, 1)])
        examples = [(x, y, label) for (x, y), label in zip(points, labels, strict=True)]
        if mistakes(examples) != mistakes_without_bias(examples):
            return examples


def mistakes_in_a_pass(rng: random.Random) -> Numeric:
    examples = draw_pass(rng)
    w, b, lines = (0, 0), 0, []
    for x1, x2, y in examples:
        margin = y * (w[0] * x1 + w[1] * x2 + b)
        w, b = visit(w, b, (x1, x2, y))
        what = "mistake" if margin <= 0 else "right"
        lines.append(f"$({x1}, {x2})$: margin ${margin}$, {what}; now $w = ({w[0]}, {w[1]})$, $b = {b}$")
    shown = ", ".join(f"$({x1}, {x2})$ is ${y:+d}$" for x1, x2, y in examples)
    return Numeric(
        f"A perceptron starts at $w = (0, 0)$, $b = 0$ and visits, in this order: {shown}. A margin of zero counts "
        "as a mistake, and the step size is 1. How many mistakes does it make in this one pass?",
        mistakes(examples),
        ". ".join(lines) + ".",
    )


def most_mistakes(radius: int, margin: Fraction) -> int:
    """The largest whole number of mistakes that Novikoff's bound allows."""
    return math.floor((radius / margin) ** 2)


def draw_bound(rng: random.Random) -> tuple[int, Fraction]:
    return rng.randint(2, 9), Fraction(rng.choice([1, 2, 4, 5, 8]), 10)


def bound(rng: random.Random) -> Numeric:
    radius, margin = draw_bound(rng)
    answer = most_mistakes(radius, margin)
    exact = float((radius / margin) ** 2)
    return Numeric(
        f"No example (with its constant 1) is longer than ${radius}$, and some unit vector separates the data with "
        f"margin ${float(margin):g}$. How many mistakes, at most, can a perceptron that starts at zero make over all "
        "passes, by Novikoff's bound? (A whole number.)",
        answer,
        f"$(R / \\gamma)^2 = ({radius} / {float(margin):g})^2 = {exact:g}$"
        f"{'' if exact == answer else ', and mistakes are whole'}: at most ${answer}$.",
    )


CARDS = [first_weight, mistakes_in_a_pass, bound]
