"""Numeric cards on R squared: by hand, adjusted, of the least-squares line."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def score(targets: list[int], predictions: list[int]) -> Fraction:
    mean = Fraction(sum(targets), len(targets))
    errors = sum((t - p) ** 2 for t, p in zip(targets, predictions, strict=True))
    return 1 - errors / sum(((t - mean) ** 2 for t in targets), Fraction(0))


def draw_predictions(rng: random.Random) -> tuple[list[int], list[int]]:
    """Four different targets with a whole mean; one time of five the predictions are poor.

    No two predictions are the same, and their squared correlation with the targets is not R squared.
    """
    while True:
        targets = rng.sample(range(1, 13), 3)
        targets.append(rng.choice([t for t in range(1, 17) if t not in targets and (sum(targets) + t) % 4 == 0]))
        wide = 6 if rng.random() < 0.2 else 2
        guesses = [t + rng.choice([-wide, -1, 0, 1, wide]) for t in targets[:3]] + [targets[3] + rng.choice([-1, 1])]
        if len(set(guesses)) == 4 and abs(squared_correlation(targets, guesses) - score(targets, guesses)) > 0.01:
            return targets, guesses


def by_hand(rng: random.Random) -> Numeric:
    targets, predictions = draw_predictions(rng)
    answer = score(targets, predictions)
    mean = Fraction(sum(targets), 4)
    errors = sum((t - p) ** 2 for t, p in zip(targets, predictions, strict=True))
    total = Fraction(errors) / (1 - answer)
    return Numeric(
        f"Targets: ${', '.join(map(str, targets))}$. Predictions: ${', '.join(map(str, predictions))}$. What is "
        f"$R^2$ on these "
        "rows? (Within 0.005, or exact as a fraction; it may be negative.)",
        float(answer),
        f"The squared errors add up to ${errors}$. The mean is ${show_number(mean)}$ and the squared distances to it "
        f"add up "
        f"to ${show_number(total)}$. $1 - {errors}/{show_number(total)} = {float(answer):.4f}$.",
        0.005,
    )


def adjusted(r_squared: Fraction, n: int, d: int) -> Fraction:
    return 1 - (1 - r_squared) * Fraction(n - 1, n - d - 1)


def draw_adjusted(rng: random.Random) -> tuple[Fraction, int, int]:
    return Fraction(rng.randint(55, 90), 100), rng.choice([21, 25, 31, 41, 51]), rng.choice([2, 3, 5, 8, 10])


def adjusting(rng: random.Random) -> Numeric:
    r_squared, n, d = draw_adjusted(rng)
    answer = adjusted(r_squared, n, d)
    return Numeric(
        f"A regression with {d} features and an intercept has $R^2 = {float(r_squared):g}$ on its {n} training rows. "
        f"What is "
        "the adjusted $R^2$? (Within 0.001 is right.)",
        float(answer),
        f"$1 - (1 - {float(r_squared):g}) \\cdot \\frac{{{n} - 1}}{{{n} - {d} - 1}} = 1 - {float(1 - r_squared):g} "
        f"\\cdot "
        f"{float(Fraction(n - 1, n - d - 1)):.4f} = {float(answer):.4f}$.",
        0.001,
    )


def squared_correlation(xs: list[int], ys: list[int]) -> Fraction:
    n = len(xs)
    x_mean, y_mean = Fraction(sum(xs), n), Fraction(sum(ys), n)
    cross = sum(((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)), Fraction(0))
    spread_x = sum(((x - x_mean) ** 2 for x in xs), Fraction(0))
    return cross**2 / (spread_x * sum(((y - y_mean) ** 2 for y in ys), Fraction(0)))


def draw_line(rng: random.Random) -> tuple[list[int], list[int]]:
    """Four points with whole means; no noise is a line in x or cancels the slope, so R squared is between 0 and 1."""
    xs = rng.choice([[0, 1, 2, 5], [0, 1, 3, 4], [0, 2, 4, 6], [1, 2, 3, 6], [1, 2, 4, 5], [0, 1, 5, 6], [1, 3, 4, 8]])
    noise = rng.choice([[1, 1, -1, -1], [2, -1, -1, 0], [-2, 1, 1, 0], [1, -1, 0, 0], [2, -2, 0, 0]])
    slope = rng.choice([-2, -1, 1, 2])
    return xs, [12 + slope * x + gap for x, gap in zip(xs, rng.sample(noise, 4), strict=True)]


def of_the_line(rng: random.Random) -> Numeric:
    xs, ys = draw_line(rng)
    answer = squared_correlation(xs, ys)
    n, x_mean, y_mean = len(xs), Fraction(sum(xs), 4), Fraction(sum(ys), 4)
    sxx = sum(x * x for x in xs) - n * x_mean**2
    syy = sum(y * y for y in ys) - n * y_mean**2
    sxy = sum(x * y for x, y in zip(xs, ys, strict=True)) - n * x_mean * y_mean
    points = ", ".join(f"({x}, {y})" for x, y in zip(xs, ys, strict=True))
    return Numeric(
        f"A least-squares line with an intercept is fitted to ${points}$. What is its $R^2$ on these points? (Within "
        f"0.002, "
        "or exact as a fraction.)",
        float(answer),
        f"It is the squared correlation. About the means, $S_{{xx}} = {show_number(sxx)}$, $S_{{yy}} = "
        f"{show_number(syy)}$ and "
        f"$S_{{xy}} = {show_number(sxy)}$: $\\frac{{S_{{xy}}^2}}{{S_{{xx}} S_{{yy}}}} = {float(answer):.4f}$.",
        0.002,
    )


CARDS = [by_hand, adjusting, of_the_line]
