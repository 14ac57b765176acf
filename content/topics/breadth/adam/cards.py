"""Cards of Adam: the second step by hand, the corrected second moment."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def moment(gradients: list[int], beta: float, power: int) -> float:
    """The bias-corrected running mean of a power of the gradients."""
    mean = 0.0
    for gradient in gradients:
        mean = beta * mean + (1 - beta) * gradient**power
    return mean / (1 - beta ** len(gradients))


def draw_gradients(rng: random.Random) -> tuple[int, int]:
    """Two gradients of opposite sign and well apart in size: the second step is then far from one learning rate."""
    large, small, sign = rng.randint(4, 9), rng.randint(1, 3), rng.choice([-1, 1])
    return (sign * large, -sign * small) if rng.random() < 0.5 else (-sign * small, sign * large)


def second_update(rng: random.Random) -> Numeric:
    gradients = list(draw_gradients(rng))
    first, second = moment(gradients, 0.9, 1), moment(gradients, 0.99, 2)
    answer = -first / math.sqrt(second)
    a, b = gradients
    return Numeric(
        f"Adam with $\\beta_1 = 0.9$, $\\beta_2 = 0.99$, $\\eta = 1$, $\\epsilon = 0$, moments starting at 0, with "
        f"bias correction. The first two gradients are ${a}$ and ${b}$. By how much does the second step change the "
        "weight (with its sign)? (To within 0.005.)",
        answer,
        f"$m_2 = 0.9 \\cdot 0.1 \\cdot ({a}) + 0.1 \\cdot ({b}) = {first * 0.19:.4g}$, $\\hat m_2 = m_2/0.19 = "
        f"{first:.4f}$. $v_2 = 0.99 \\cdot 0.01 \\cdot {a * a} + 0.01 \\cdot {b * b} = {second * 0.0199:.4g}$, $\\hat "
        f"v_2 = v_2/0.0199 = {second:.4f}$. The change is $-\\hat m_2/\\sqrt{{\\hat v_2}} = {answer:.4f}$.",
        0.005,
    )


def corrected(gradients: list[int]) -> Fraction:
    beta = Fraction(9, 10)
    a, b = gradients
    return (beta * a * a + b * b) / (1 + beta)


def corrected_second_moment(rng: random.Random) -> Numeric:
    a, b = draw_gradients(rng)
    answer = corrected([a, b])
    return Numeric(
        f"Adam with $\\beta_2 = 0.9$ and $v_0 = 0$. The first two gradients of a weight are ${a}$ and ${b}$. What is "
        "the bias-corrected second moment $\\hat v_2$? (To within 0.01.)",
        float(answer),
        f"$v_1 = 0.1 \\cdot {a * a} = {0.1 * a * a:.4g}$. $v_2 = 0.9 v_1 + 0.1 \\cdot {b * b} = "
        f"{0.09 * a * a + 0.1 * b * b:.4g}$. Divided by $1 - 0.9^2 = 0.19$: ${float(answer):.4f}$.",
        0.01,
    )


CARDS = [second_update, corrected_second_moment]
