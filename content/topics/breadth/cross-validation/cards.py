"""Cards of cross-validation: how many fits, leave-one-out by hand, the variance of correlated folds."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def fits(outer: int, inner: int, settings: int) -> int:
    """Every setting on every inner fold, and one refit of the winner, in each outer fold."""
    return outer * (inner * settings + 1)


def draw_nested(rng: random.Random) -> tuple[int, int, int, int]:
    """Outer folds, inner folds, and the sizes of two lists of settings."""
    return rng.choice([3, 4, 5, 10]), rng.choice([2, 3, 4, 5]), rng.randint(3, 8), rng.randint(2, 6)


def nested_fits(rng: random.Random) -> Numeric:
    outer, inner, first, second = draw_nested(rng)
    answer = fits(outer, inner, first * second)
    return Numeric(
        f"Nested cross-validation with {outer} outer and {inner} inner folds. The inner loop searches the full grid of "
        f"{first} learning rates and {second} depths; then the best setting is refitted once on the whole outer "
        "training set and judged on the outer fold. How many models are trained in all? (No final refit on all data.)",
        answer,
        f"The grid has ${first} \\cdot {second} = {first * second}$ settings. Each outer fold takes ${inner} \\cdot "
        f"{first * second} + 1 = {inner * first * second + 1}$ fits. Times ${outer}$: ${answer}$.",
    )


def left_out_error(values: list[int]) -> Fraction:
    """The mean squared error of predicting each value by the mean of the others."""
    total, others = sum(values), len(values) - 1
    return sum(((value - Fraction(total - value, others)) ** 2 for value in values), Fraction(0)) / len(values)


def draw_values(rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(1, 15), 4),)


def leave_one_out(rng: random.Random) -> Numeric:
    (values,) = draw_values(rng)
    answer = left_out_error(values)
    total = sum(values)
    terms = "; ".join(
        f"${value}$: mean of the others ${show_number(Fraction(total - value, 3))}$, squared error "
        f"${float((value - Fraction(total - value, 3)) ** 2):.4f}$"
        for value in values
    )
    return Numeric(
        f"The model predicts the mean of its training targets. The targets are ${', '.join(map(str, values))}$. What "
        "is the leave-one-out mean squared error? (A fraction, or a decimal to within 0.01.)",
        float(answer),
        f"{terms}. Their mean is ${float(answer):.4f}$. (A shortcut: each error is $n/(n-1) = 4/3$ times the residual "
        "from the mean of all.)",
        0.01,
    )


def variance_of_mean(folds: int, deviation: int, correlation: Fraction) -> Fraction:
    return Fraction(deviation**2) * (1 + (folds - 1) * correlation) / folds


def draw_correlated(rng: random.Random) -> tuple[int, int, Fraction]:
    return rng.choice([4, 5, 8, 10]), rng.randint(2, 6), Fraction(rng.randint(1, 8), 10)


def correlated_folds(rng: random.Random) -> Numeric:
    folds, deviation, correlation = draw_correlated(rng)
    answer = variance_of_mean(folds, deviation, correlation)
    rho = f"{float(correlation):g}"
    return Numeric(
        f"The scores of {folds} folds, in points, each have standard deviation {deviation}, and any two of them have "
        f"correlation {rho}. What is the variance of their mean? (To within 0.01.)",
        float(answer),
        f"$\\frac{{\\sigma^2}}{{k}} \\big( 1 + (k-1)\\rho \\big) = \\frac{{{deviation**2}}}{{{folds}}} (1 + "
        f"{folds - 1} \\cdot {rho}) = {float(answer):.4f}$. Taken as independent the folds would give "
        f"${deviation**2 / folds:.4g}$. With ever more folds it tends to $\\rho\\sigma^2$, not to zero.",
        0.01,
    )


CARDS = [nested_fits, leave_one_out, correlated_folds]
