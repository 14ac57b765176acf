"""Cards of least squares: the slope, what is left, and leverage."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

Line = tuple[list[int], list[int]]


def draw_points(rng: random.Random) -> Line:
    """Four points with different x, rising on the whole."""
    x = sorted(rng.sample(range(8), 4))
    return x, [2 * value + rng.randint(-3, 3) for value in x]


def sums(x: list[int], y: list[int]) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Both means, the sum of squares of x and the sum of products, about the means."""
    mx, my = Fraction(sum(x), len(x)), Fraction(sum(y), len(y))
    return mx, my, sum((a - mx) ** 2 for a in x), sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))


def listed(values: list[int]) -> str:
    return ", ".join(map(str, values))


def slope(rng: random.Random) -> Numeric:
    x, y = draw_points(rng)
    mx, my, squares, products = sums(x, y)
    answer = products / squares
    return Numeric(
        f"Least squares with intercept: $x = {listed(x)}$, $y = {listed(y)}$. What is the **slope**? Give it "
        f"within 0.005.",
        answer,
        f"Means ${float(mx):g}$ and ${float(my):g}$. $\\sum (x - \\bar x)(y - \\bar y) = {float(products):g}$, "
        f"$\\sum (x - "
        f"\\bar x)^2 = {float(squares):g}$. The slope is their quotient, ${float(answer):.4f}$.",
        0.005,
    )


def draw_fit(rng: random.Random) -> tuple[list[int], list[int], int, int]:
    """Points and their least-squares line: what is left has no sum, and none with x."""
    a, b, bend, twist = (
        rng.randint(-4, 5),
        rng.randint(1, 4),
        rng.choice([-4, -3, -2, -1, 1, 2, 3, 4]),
        rng.randint(-1, 1),
    )
    left = [bend * u + twist * v for u, v in zip((1, -1, -1, 1), (-1, 3, -3, 1), strict=True)]
    return list(range(4)), [a + b * x + e for x, e in enumerate(left)], a, b


def noise_variance(rng: random.Random) -> Numeric:
    x, y, a, b = draw_fit(rng)
    residuals = [v - a - b * u for u, v in zip(x, y, strict=True)]
    total = sum(e * e for e in residuals)
    return Numeric(
        f"Least squares gave $\\hat y = {a} + {b}x$ for $x = {listed(x)}$, $y = {listed(y)}$. What is the **unbiased "
        "estimate of the noise variance**? Give it within 0.005.",
        Fraction(total, 2),
        f"Residuals: {listed(residuals)}. Their squares sum to ${total}$. Two parameters were fitted to four "
        f"points, so "
        f"divide by $4 - 2$: ${total / 2:g}$.",
        0.005,
    )


def draw_far(rng: random.Random) -> list[int]:
    """Values of x, the last far from the others."""
    return [*sorted(rng.sample(range(7), 4)), rng.randint(9, 20)]


def leverage(rng: random.Random) -> Numeric:
    x = draw_far(rng)
    mean, _, squares, _ = sums(x, x)
    answer = Fraction(1, 5) + (x[-1] - mean) ** 2 / squares
    return Numeric(
        f"A line with intercept is fitted at $x = {listed(x)}$. What is the **leverage** of the last point? Give it "
        "within 0.005.",
        answer,
        f"$\\bar x = {float(mean):g}$, $\\sum (x_j - \\bar x)^2 = {float(squares):g}$. $h = \\frac{{1}}{{5}} + "
        f"\\frac{{({x[-1]} - {float(mean):g})^2}}{{{float(squares):g}}} = {float(answer):.4f}$. The mean leverage is "
        "$2/5$.",
        0.005,
    )


CARDS = [slope, noise_variance, leverage]
