"""Cards of Gaussian mixtures: a responsibility, one round of EM, the number of parameters."""

import math
import random
from itertools import combinations

from sharpen.domain.card import Numeric


def responsibility(x: float, means: tuple[float, float], first: float, sd: float) -> float:
    """The probability that x is of the first of two Gaussians with one sd; `first` is its weight."""
    gap = ((x - means[1]) ** 2 - (x - means[0]) ** 2) / (2 * sd**2)
    return first / (first + (1 - first) * math.exp(-gap))


def draw_responsibility(rng: random.Random) -> tuple[int, tuple[int, int], float, int]:
    """A point between the means but not halfway, at most 2.5 from even log odds before the weights."""
    sd, start = rng.choice([1, 2]), rng.randint(-2, 3)
    width = rng.choice([2, 3]) * sd
    span = range(start, start + width + 1)
    x = rng.choice([value for value in span if 0 < abs(2 * (value - start) - width) * width <= 5 * sd**2])
    return x, (start, start + width), rng.choice([0.2, 0.25, 0.4, 0.6, 0.75, 0.8]), sd


def one_responsibility(rng: random.Random) -> Numeric:
    x, means, first, sd = draw_responsibility(rng)
    answer = responsibility(x, means, first, sd)
    near, far = ((x - mean) ** 2 for mean in means)
    return Numeric(
        f"A mixture of two Gaussians in one dimension: means ${means[0]}$ and ${means[1]}$, both with standard "
        f"deviation ${sd}$, weights ${first:g}$ and ${1 - first:g}$. What is the responsibility of the **first** for "
        f"the point $x = {x}$? (To within 0.002.)",
        answer,
        f"The common factor of the densities cancels. $r = \\frac{{{first:g}\\, e^{{-{near}/{2 * sd**2}}}}}"
        f"{{{first:g}\\, e^{{-{near}/{2 * sd**2}}} + {1 - first:g}\\, e^{{-{far}/{2 * sd**2}}}}} = "
        f"\\frac{{{first * math.exp(-near / 2 / sd**2):.4f}}}{{{first * math.exp(-near / 2 / sd**2):.4f} + "
        f"{(1 - first) * math.exp(-far / 2 / sd**2):.4f}}} = {answer:.4f}$.",
        0.002,
    )


def new_mean(points: list[int], means: tuple[int, int]) -> float:
    """The first mean after one round of EM with equal weights and unit variances."""
    shares = [responsibility(x, means, 0.5, 1) for x in points]
    return sum(r * x for r, x in zip(shares, points, strict=True)) / sum(shares)


def draw_em(rng: random.Random) -> tuple[list[int], tuple[int, int]]:
    """Three points around the means. Left out are those for which unnormalized densities give nearly the same."""
    start = rng.randint(2, 9)
    away = rng.choice([gaps for gaps in combinations(range(-1, 4), 3) if gaps != (0, 1, 3)])
    return [start + gap for gap in away], (start, start + 2)


def em_step(rng: random.Random) -> Numeric:
    points, means = draw_em(rng)
    answer = new_mean(points, means)
    middle = sum(means) // 2
    shares = [responsibility(x, means, 0.5, 1) for x in points]
    table = "\n".join(
        f"| {x} | $1/(1 + e^{{{2 * (x - middle)}}}) = {r:.4f}$ |" for x, r in zip(points, shares, strict=True)
    )
    top = " + ".join(f"{r:.4f} \\cdot {x}" for x, r in zip(points, shares, strict=True))
    return Numeric(
        f"Two Gaussians in one dimension with weights one half, variances $1$, means ${means[0]}$ and ${means[1]}$. "
        f"The points are {', '.join(map(str, points))}. After one full round of EM, what is the mean of the **first** "
        "Gaussian? (To within 0.005.)",
        answer,
        "E-step. With equal weights and variances the responsibility of the first is "
        f"$1/(1 + e^{{(x - {means[0]})^2/2 - (x - {means[1]})^2/2}}) = 1/(1 + e^{{2(x - {middle})}})$.\n\n"
        f"| Point | Responsibility of the first |\n| --- | --- |\n{table}\n\n"
        f"M-step. $\\mu_1 = \\frac{{{top}}}{{{sum(shares):.4f}}} = {answer:.4f}$.",
        0.005,
    )


COVARIANCES = {
    "full covariances, one for each component": "k d(d+1)/2",
    "diagonal covariances, one for each component": "k d",
    "one full covariance shared by all components": "d(d+1)/2",
    "covariances $\\sigma_j^2 I$, one $\\sigma_j$ for each component": "k",
}
"""How the covariances are, and how many numbers that takes."""


def free_parameters(k: int, d: int, covariances: str) -> int:
    """Weights, means and covariances that can be chosen freely."""
    full = d * (d + 1) // 2
    return k - 1 + k * d + {"k d(d+1)/2": k * full, "k d": k * d, "d(d+1)/2": full, "k": k}[COVARIANCES[covariances]]


def draw_parameters(rng: random.Random) -> tuple[int, int, str]:
    return rng.randint(2, 8), rng.choice([2, 3, 4, 5, 10, 20]), rng.choice(list(COVARIANCES))


def parameter_count(rng: random.Random) -> Numeric:
    k, d, covariances = draw_parameters(rng)
    answer = free_parameters(k, d, covariances)
    return Numeric(
        f"A mixture of $k = {k}$ Gaussians in $d = {d}$ dimensions with {covariances}. How many free parameters does "
        "it have, weights included?",
        answer,
        f"Weights: $k - 1 = {k - 1}$, since they sum to one. Means: $kd = {k * d}$. Covariances: "
        f"${COVARIANCES[covariances]} = {answer - (k - 1) - k * d}$. Together ${answer}$. BIC charges $\\ln n$ for "
        "each.",
    )


CARDS = [one_responsibility, em_step, parameter_count]
