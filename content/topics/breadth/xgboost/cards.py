"""Cards of XGBoost: the weight of a leaf, the gain of a split, and the default side."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def show(value: Fraction) -> str:
    return f"{float(value):.4g}"


def score(gradient: Fraction, hessian: Fraction, penalty: int) -> Fraction:
    return gradient**2 / (hessian + penalty)


def draw_leaf(rng: random.Random) -> tuple[list[int], int, int]:
    """Targets in a leaf, the current prediction below or above all of them, and lambda."""
    targets = [rng.randint(10, 20) for _ in range(rng.randint(2, 5))]
    return targets, rng.choice([rng.randint(3, 8), rng.randint(22, 27)]), rng.randint(1, 5)


def leaf_weight(rng: random.Random) -> Numeric:
    targets, now, penalty = draw_leaf(rng)
    gradient = sum(now - target for target in targets)
    answer = Fraction(-gradient, len(targets) + penalty)
    return Numeric(
        f"XGBoost with the loss $\\frac{{1}}{{2}}(y - \\hat y)^2$ and $\\lambda = {penalty}$. A leaf holds "
        f"rows with the "
        f"targets {', '.join(map(str, targets))}, all now predicted as {now}. What is the leaf's **weight**, "
        f"before the "
        "learning rate? Give it within 0.01.",
        answer,
        f"$g = \\hat y - y$ and $h = 1$: $G = {gradient}$, $H = {len(targets)}$. $w = -G/(H + \\lambda) = "
        f"{-gradient}/({len(targets)} + {penalty}) = {show(answer)}$. Without the penalty it would be the mean "
        f"residual.",
        0.01,
    )


def draw_sides(rng: random.Random) -> tuple[tuple[int, int], tuple[int, int], int]:
    """Positives and negatives on the left and on the right, and lambda; the parent's gradients do not cancel."""
    while True:
        left, right = (rng.randint(4, 9), rng.randint(0, 2)), (rng.randint(0, 2), rng.randint(4, 9))
        if left[0] + right[0] != left[1] + right[1]:
            return left, right, rng.randint(1, 3)


def derivatives(side: tuple[int, int]) -> tuple[Fraction, Fraction]:
    """Sums of first and second derivatives of the log loss at p = 1/2."""
    return Fraction(side[1] - side[0], 2), Fraction(sum(side), 4)


def gain(left: tuple[Fraction, Fraction], right: tuple[Fraction, Fraction], penalty: int) -> Fraction:
    """With gamma 0."""
    parent = score(left[0] + right[0], left[1] + right[1], penalty)
    return (score(*left, penalty) + score(*right, penalty) - parent) / 2


def split_gain(rng: random.Random) -> Numeric:
    *sides, penalty = draw_sides(rng)
    left, right = (derivatives(side) for side in sides)
    answer = gain(left, right, penalty)
    whole = left[0] + right[0], left[1] + right[1]
    return Numeric(
        f"XGBoost with logistic loss, $\\lambda = {penalty}$, $\\gamma = 0$; all rows are predicted as $p = "
        f"0.5$. A split "
        f"sends {sides[0][0]} positive and {sides[0][1]} negative rows to the left, {sides[1][0]} positive and "
        f"{sides[1][1]} negative rows to the right. What is its **gain** (with the factor $\\frac{{1}}{{2}}$)? "
        f"Give it within 0.01.",
        answer,
        f"$g = p - y = \\mp 0.5$, $h = 0.25$. Left: $G = {show(left[0])}$, $H = {show(left[1])}$. Right: $G = "
        f"{show(right[0])}$, $H = {show(right[1])}$. Together: $G = {show(whole[0])}$, $H = {show(whole[1])}$. "
        f"With $G^2/(H + "
        f"\\lambda)$: $\\frac{{1}}{{2}}({show(score(*left, penalty))} + {show(score(*right, penalty))} - "
        f"{show(score(*whole, penalty))}) = {show(answer)}$.",
        0.01,
    )


def draw_missing(rng: random.Random) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    """G and H of the left side, of the right side, and of rows without a value; squared loss, so H counts rows."""
    left, right = (-rng.randint(4, 12), rng.randint(2, 6)), (rng.randint(4, 12), rng.randint(2, 6))
    return left, right, (rng.choice([-1, 1]) * rng.randint(2, 6), rng.randint(1, 3))


def default_gain(rng: random.Random) -> Numeric:
    drawn = draw_missing(rng)
    left, right, missing = ((Fraction(g), Fraction(h)) for g, h in drawn)
    to_left = gain((left[0] + missing[0], left[1] + missing[1]), right, 1)
    to_right = gain(left, (right[0] + missing[0], right[1] + missing[1]), 1)
    table = "\n".join(
        f"| {name} | {g} | {h} |" for name, (g, h) in zip(("left", "right", "value missing"), drawn, strict=True)
    )
    return Numeric(
        "XGBoost with $\\lambda = 1$, $\\gamma = 0$ looks at one threshold:\n\n| Rows | $G$ | $H$ |\n| --- | "
        "--- | --- |\n"
        f"{table}\n\nWhat is the gain (with the factor $\\frac{{1}}{{2}}$) when rows without a value go to the "
        f"**better** "
        "side? Give it within 0.02.",
        max(to_left, to_right),
        f"Sending them left gives {show(to_left)}, right {show(to_right)}, by $\\frac{{1}}{{2}}[G_L^2/(H_L + "
        f"1) + G_R^2/"
        f"(H_R + 1) - G^2/(H + 1)]$ with their $G$ and $H$ added to that side. The better is "
        f"${show(max(to_left, to_right))}$, and that side becomes the default.",
        0.02,
    )


CARDS = [leaf_weight, split_gain, default_gain]
