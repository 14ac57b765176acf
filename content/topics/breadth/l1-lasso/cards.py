"""Cards of the lasso: soft thresholding, one coordinate step, the largest useful penalty."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def soft(z: Fraction, threshold: Fraction) -> Fraction:
    """Soft thresholding."""
    if abs(z) <= threshold:
        return Fraction(0)
    return z - threshold if z > 0 else z + threshold


def draw_soft(rng: random.Random) -> tuple[list[Fraction], Fraction]:
    """Three least-squares weights, of which at least one stays and one goes, and the penalty."""
    penalty = Fraction(rng.randint(5, 15), 10)
    stays = rng.choice([-1, 1]) * (penalty + Fraction(rng.randint(2, 30), 10))
    goes = rng.choice([-1, 1]) * penalty * Fraction(rng.randint(1, 9), 10)
    free = rng.choice([-1, 1]) * Fraction(rng.randint(1, 40), 10)
    weights = [stays, goes, free]
    rng.shuffle(weights)
    return weights, penalty


def soft_threshold(rng: random.Random) -> Numeric:
    weights, penalty = draw_soft(rng)
    found = [soft(z, penalty) for z in weights]
    answer = sum((abs(w) for w in found), Fraction(0))
    steps = ", ".join(f"${float(z):g} \\to {float(w):g}$" for z, w in zip(weights, found, strict=True))
    return Numeric(
        "The columns of $X$ are orthonormal, and the least-squares weights are "
        f"${', '.join(f'{float(z):g}' for z in weights)}$. The lasso minimizes $\\frac12 \\lVert y - Xw \\rVert^2 + "
        f"\\lambda \\lVert w \\rVert_1$ with $\\lambda = {float(penalty):g}$. What is $\\lVert w \\rVert_1$ of its "
        "solution? (Exact.)",
        answer,
        f"Each weight moves toward zero by ${float(penalty):g}$ and stops there: {steps}. The absolute values sum to "
        f"${float(answer):g}$.",
    )


def coordinate(column: list[int], residual: list[int], penalty: int) -> Fraction:
    """The best weight of one feature, given the residual without it."""
    inner = sum(x * r for x, r in zip(column, residual, strict=True))
    return soft(Fraction(inner), Fraction(penalty)) / sum(x * x for x in column)


def draw_coordinate(rng: random.Random) -> tuple[list[int], list[int], int]:
    """A feature, a residual mostly along or against it, and a penalty that may set the weight to zero."""
    column = [rng.randint(1, 4), -rng.randint(1, 4), rng.randint(1, 3)]
    sign = rng.choice([-1, 1])
    residual = [sign * x + rng.choice([-1, 0, 1, 2]) for x in column]
    inner = abs(sum(x * r for x, r in zip(column, residual, strict=True)))
    return column, residual, rng.randint(1, max(1, inner + 1))


def coordinate_step(rng: random.Random) -> Numeric:
    column, residual, penalty = draw_coordinate(rng)
    answer = coordinate(column, residual, penalty)
    products = [x * r for x, r in zip(column, residual, strict=True)]
    inner, squared = sum(products), sum(x * x for x in column)
    return Numeric(
        "Coordinate descent for $\\frac12 \\lVert y - Xw \\rVert^2 + \\lambda \\lVert w \\rVert_1$ with $\\lambda = "
        f"{penalty}$. Feature $j$ has the column $x_j = ({', '.join(map(str, column))})$, and the residual without "
        f"feature $j$ is $r_j = ({', '.join(map(str, residual))})$. What is the new $w_j$? (Exact; a fraction is "
        "welcome.)",
        answer,
        f"$x_j^\\top r_j = {inner}$ and $\\lVert x_j \\rVert^2 = {squared}$. Soft thresholding gives "
        f"$S({inner}, {penalty}) = {show_number(soft(Fraction(inner), Fraction(penalty)))}$, divided by ${squared}$: "
        f"$w_j = {show_number(answer)}$.",
    )


def largest_penalty(columns: list[list[int]], targets: list[int]) -> int:
    """The smallest penalty at which every weight is zero."""
    return max(abs(sum(x * y for x, y in zip(column, targets, strict=True))) for column in columns)


def draw_path_start(rng: random.Random) -> tuple[list[list[int]], list[int]]:
    """Three columns and a target. The largest product in absolute value is negative in half of the draws.

    One product at least is not zero, since the signs of the second column follow those of the target.
    """
    targets = [rng.choice([-1, 1]) * rng.randint(1, 5) for _ in range(4)]
    aligned = [rng.randint(0, 2) if y > 0 else -rng.randint(0, 2) for y in targets[:-1]]
    columns = [[rng.randint(-3, 3) for _ in targets] for _ in range(2)]
    columns.insert(1, [*aligned, 1 if targets[-1] > 0 else -1])
    products = [sum(x * y for x, y in zip(column, targets, strict=True)) for column in columns]
    place = max(range(3), key=lambda place: abs(products[place]))
    if (products[place] > 0) == (rng.random() < 0.5):
        columns[place] = [-x for x in columns[place]]
    return columns, targets


def path_start(rng: random.Random) -> Numeric:
    columns, targets = draw_path_start(rng)
    answer = largest_penalty(columns, targets)
    inner = [sum(x * y for x, y in zip(column, targets, strict=True)) for column in columns]
    names = "; ".join(f"$x_{place} = ({', '.join(map(str, column))})$" for place, column in enumerate(columns, 1))
    return Numeric(
        f"Three features, with the columns {names}, and the target $y = ({', '.join(map(str, targets))})$; there is no "
        "intercept. What is the smallest $\\lambda$ for which $\\frac12 \\lVert y - Xw \\rVert^2 + \\lambda \\lVert w "
        "\\rVert_1$ is minimal at $w = 0$?",
        answer,
        f"At $w = 0$ the residual is $y$. Zero is optimal when no $|x_j^\\top y|$ exceeds $\\lambda$. The products are "
        f"${', '.join(map(str, inner))}$; the largest in absolute value is ${answer}$.",
    )


CARDS = [soft_threshold, coordinate_step, path_start]
