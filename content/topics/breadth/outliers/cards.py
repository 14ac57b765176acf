"""Numeric cards on outliers: a robust z-score, Tukey's fence, Huber's loss."""

import random
import statistics
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def robust_z(values: list[int], value: int) -> float:
    center = statistics.median(values)
    return float((value - center) / (1.4826 * statistics.median(abs(v - center) for v in values)))


def draw_values(rng: random.Random) -> tuple[list[int], int]:
    """Seven different values, the last far out, then shuffled; and which one."""
    values = [*rng.sample(range(10, 31), 6), rng.randint(60, 120)]
    far = values[-1]
    rng.shuffle(values)
    return values, far


def robust_score(rng: random.Random) -> Numeric:
    values, far = draw_values(rng)
    answer = robust_z(values, far)
    center = statistics.median(values)
    distances = sorted(abs(v - center) for v in values)
    return Numeric(
        f"Values: ${', '.join(map(str, values))}$. What is the robust z-score of {far}: its distance to the median, "
        f"over "
        "1.4826 times the median absolute deviation from the median? (Within 0.05 is right.)",
        answer,
        f"The median is ${center}$. The absolute deviations are, sorted, ${', '.join(map(str, distances))}$, with "
        f"median "
        f"${distances[3]}$. $({far} - {center})/(1.4826 \\cdot {distances[3]}) = {answer:.3f}$.",
        0.05,
    )


def upper_fence(values: list[int]) -> Fraction:
    """Quartiles are the medians of the lower and of the upper half."""
    low, high = sorted(values)[:4], sorted(values)[4:]
    first, third = Fraction(low[1] + low[2], 2), Fraction(high[1] + high[2], 2)
    return third + Fraction(3, 2) * (third - first)


def draw_eight(rng: random.Random) -> tuple[int, ...]:
    return tuple(sorted([*rng.sample(range(1, 25), 7), rng.randint(30, 60)]))


def fence(rng: random.Random) -> Numeric:
    values = list(draw_eight(rng))
    answer = upper_fence(values)
    first, third = Fraction(values[1] + values[2], 2), Fraction(values[5] + values[6], 2)
    verdict = "an outlier" if values[-1] > answer else "no outlier"
    return Numeric(
        f"Values: ${', '.join(map(str, values))}$. Take as quartiles the medians of the lower four and of the upper "
        f"four. "
        "Where is Tukey's upper fence? (Exact.)",
        answer,
        f"$Q_1 = {float(first):g}$, $Q_3 = {float(third):g}$, $\\text{{IQR}} = {float(third - first):g}$. $Q_3 + 1.5 "
        f"\\cdot "
        f"\\text{{IQR}} = {float(answer):g}$. So {values[-1]} is {verdict} by this rule.",
    )


def huber(residuals: list[int], delta: int) -> Fraction:
    """The sum of Huber's losses."""
    losses = [Fraction(r * r, 2) if abs(r) <= delta else delta * (abs(r) - Fraction(delta, 2)) for r in residuals]
    return sum(losses, Fraction(0))


def draw_residuals(rng: random.Random) -> tuple[list[int], int]:
    delta = rng.choice([1, 2, 3])
    return [rng.choice([-1, 1]) * rng.randint(1, delta), rng.choice([-1, 1]) * rng.randint(delta + 2, 15)], delta


def huber_loss(rng: random.Random) -> Numeric:
    residuals, delta = draw_residuals(rng)
    answer = huber(residuals, delta)
    each = [huber([r], delta) for r in residuals]
    return Numeric(
        f"Huber's loss is $\\frac12 r^2$ for $|r| \\le \\delta$ and $\\delta (|r| - \\frac12 \\delta)$ beyond, with "
        f"$\\delta = "
        f"{delta}$. What is the sum of the losses of the residuals ${residuals[0]}$ and ${residuals[1]}$? (Exact.)",
        answer,
        f"${residuals[0]}$ is inside: ${show_number(each[0])}$. ${residuals[1]}$ is outside: ${delta} \\cdot "
        f"({abs(residuals[1])} - {delta}/2) = {show_number(each[1])}$. The sum is ${show_number(answer)}$. Half the "
        f"squares "
        f"would be ${show_number(Fraction(sum(r * r for r in residuals), 2))}$.",
    )


CARDS = [robust_score, fence, huber_loss]
