"""Cards of PCA: eigenvalues of a 2x2 covariance, shares of variance, scores, how many components."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

DIRECTIONS = [(2, 1), (1, 2), (3, 1), (1, 3), (2, -1), (1, -2)]
"""None along a diagonal, where a slope and its inverse are the same."""


def covariance(direction: tuple[int, int], large: int, small: int) -> tuple[int, int, int]:
    """The matrix [[a, b], [b, c]] with eigenvalue `large` along `direction` and `small` across it."""
    p, q = direction
    length = p * p + q * q
    entries = (large * p * p + small * q * q, (large - small) * p * q, large * q * q + small * p * p)
    if any(entry % length for entry in entries):
        raise ValueError("the eigenvalues do not give whole entries")
    a, b, c = (entry // length for entry in entries)
    return a, b, c


def draw_covariance(rng: random.Random) -> tuple[tuple[int, int], int, int]:
    """A direction and two eigenvalues whose difference its squared length divides, so that entries are whole."""
    direction = rng.choice(DIRECTIONS)
    small = rng.randint(1, 6)
    return direction, small + (direction[0] ** 2 + direction[1] ** 2) * rng.randint(1, 3), small


def matrix(a: int, b: int, c: int) -> str:
    return f"\\begin{{pmatrix}} {a} & {b} \\\\ {b} & {c} \\end{{pmatrix}}"


def solved(a: int, b: int, c: int, large: int, small: int) -> str:
    """How the eigenvalues are found."""
    trace, determinant = a + c, a * c - b * b
    return (
        f"Trace ${a} + {c} = {trace}$, determinant ${a} \\cdot {c} - ({b})^2 = {determinant}$. The eigenvalues solve "
        f"$\\lambda^2 - {trace}\\lambda + {determinant} = 0$: $\\lambda = \\frac{{{trace} \\pm \\sqrt{{{trace}^2 - 4 "
        f"\\cdot {determinant}}}}}{{2}} = \\frac{{{trace} \\pm {large - small}}}{{2}}$, that is ${large}$ and "
        f"${small}$."
    )


def first_variance(rng: random.Random) -> Numeric:
    direction, large, small = draw_covariance(rng)
    a, b, c = covariance(direction, large, small)
    return Numeric(
        f"Two features have the covariance matrix $S = {matrix(a, b, c)}$. What is the variance along the first "
        "principal component?",
        large,
        f"It is the larger eigenvalue. {solved(a, b, c, large, small)}",
    )


def first_slope(rng: random.Random) -> Numeric:
    direction, large, small = draw_covariance(rng)
    a, b, c = covariance(direction, large, small)
    answer = Fraction(direction[1], direction[0])
    return Numeric(
        f"Two features $x, y$ have the covariance matrix $S = {matrix(a, b, c)}$. What is the slope $v_y / v_x$ of the "
        "first principal component? (Exact; a fraction is welcome.)",
        answer,
        f"{solved(a, b, c, large, small)} The first row of $(S - {large} I)v = 0$ is ${a - large}\\,v_x + {b}\\,v_y = "
        f"0$, so $v_y / v_x = {show_number(answer)}$.",
    )


def first_share(large: int, small: int) -> Fraction:
    """The share of the variance that the first of two components explains."""
    return Fraction(large, large + small)


def explained_share(rng: random.Random) -> Numeric:
    direction, large, small = draw_covariance(rng)
    a, b, c = covariance(direction, large, small)
    answer = first_share(large, small)
    return Numeric(
        f"Two features have the covariance matrix $S = {matrix(a, b, c)}$. Which share of the total variance does the "
        "first principal component explain? (As a fraction, or as a decimal to within 0.005.)",
        answer,
        f"{solved(a, b, c, large, small)} The total is the trace. $\\frac{{{large}}}{{{a + c}}} = "
        f"{float(answer):.4f}$.",
        0.005,
    )


def components_for(eigenvalues: list[int], percent: int) -> int:
    """The fewest components that explain at least so much of the variance."""
    total, reached = sum(eigenvalues), 0
    for count, value in enumerate(eigenvalues, 1):
        reached += value
        if 100 * reached >= percent * total:
            return count
    raise ValueError("more than all of the variance is asked for")


def draw_spectrum(rng: random.Random) -> tuple[list[int], int]:
    """Falling eigenvalues; the cumulative shares keep away from the threshold."""
    while True:
        values = sorted((rng.randint(12, 40), rng.randint(6, 20), *(rng.randint(1, 9) for _ in range(4))), reverse=True)
        percent = rng.choice([70, 80, 90, 95])
        shares = [100 * sum(values[:count]) / sum(values) for count in range(1, 7)]
        if all(abs(share - percent) > 0.5 for share in shares):
            return values, percent


def how_many_components(rng: random.Random) -> Numeric:
    values, percent = draw_spectrum(rng)
    answer = components_for(values, percent)
    total = sum(values)
    sums = ", ".join(f"{100 * sum(values[:count]) / total:.1f}%" for count in range(1, answer + 1))
    return Numeric(
        f"A covariance matrix has the eigenvalues ${', '.join(map(str, values))}$. How many principal components are "
        f"needed to explain at least {percent}% of the variance?",
        answer,
        f"The total is ${total}$. Cumulative shares: {sums}. The first to reach {percent}% is number ${answer}$.",
    )


CARDS = [first_variance, first_slope, explained_share, how_many_components]
