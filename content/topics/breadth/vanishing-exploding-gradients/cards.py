"""Numeric cards on gradients through many layers or steps."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

WHOLE_LENGTHS = [((3, 4), (12, 0), 13), ((2, 3), (6, 0), 7), ((1, 4), (8, 0), 9), ((2, 6), (9, 0), 11)]
WHOLE_LENGTHS += [((6, 6), (7, 0), 11), ((4, 4), (7, 0), 9), ((1, 2), (2, 0), 3), ((4, 5), (20, 0), 21)]
"""Two gradients of two numbers each, and the norm of all four numbers together."""


def clipped(gradients: Sequence[int], limit: int) -> list[Fraction]:
    """The gradients scaled so that their joint norm, a whole number, is at most `limit`."""
    norm = math.isqrt(sum(g * g for g in gradients))
    return [g * min(Fraction(1), Fraction(limit, norm)) for g in gradients]


def steps_until(factor: float, share: float) -> int:
    """After how many multiplications by `factor` < 1 a gradient is first below `share` of its size."""
    return math.floor(math.log(share) / math.log(factor)) + 1


def relu_growth(inputs: int, variance: Fraction, layers: int) -> Fraction:
    """The factor by which the expected square of a ReLU network's pre-activations changes over some layers."""
    return (inputs * variance / 2) ** layers


def clip_global_norm(rng: random.Random) -> Numeric:
    """One component after clipping the norm of everything together."""
    (a, b), (c, d), norm = rng.choice(WHOLE_LENGTHS)
    times, signs = rng.choice([1, 2, 3]), [rng.choice([-1, 1]) for _ in range(4)]
    values = [sign * times * g for sign, g in zip(signs, (a, b, c, d), strict=True)]
    norm *= times
    limit = rng.choice([k for k in (1, 2, 5, 10) if k < norm])
    answer = clipped(values, limit)[0]
    return Numeric(
        f"A model has two parameter vectors, with the gradients $({values[0]}, {values[1]})$ and "
        f"$({values[2]}, {values[3]})$. They are clipped to a global norm of {limit} (Euclidean, over all parameters "
        "together). What is the first component of the first gradient afterward? Answer exactly, a fraction will do.",
        answer,
        f"The global norm is $\\sqrt{{{' + '.join(str(v * v) for v in values)}}} = {norm} > {limit}$, so everything is "
        f"multiplied by $\\tfrac{{{limit}}}{{{norm}}}$:\n\n"
        f"$${values[0]} \\cdot \\tfrac{{{limit}}}{{{norm}}} = {show_number(answer)}$$\n\n"
        "The direction stays as it was.",
    )


def steps_until_gone(rng: random.Random) -> Numeric:
    """How far back a gradient reaches before it is below a share of its size."""
    hundredths, percent = rng.choice([50, 60, 70, 75, 80, 85, 90, 95]), rng.choice([1, 2, 5, 10])
    factor, share = hundredths / 100, percent / 100
    answer = steps_until(factor, share)
    return Numeric(
        f"At every step back in time the norm of the gradient is multiplied by {factor:g}. After how many steps is it "
        f"first below {percent}% of what it was?",
        answer,
        f"$${factor:g}^k < {share:g} \\iff k > \\frac{{\\ln {share:g}}}{{\\ln {factor:g}}} = "
        f"\\frac{{{math.log(share):.3f}}}{{{math.log(factor):.4f}}} = {math.log(share) / math.log(factor):.2f}$$\n\n"
        f"so after {answer} steps: ${factor:g}^{{{answer}}} = {factor**answer:.4f}$.",
    )


def relu_signal(rng: random.Random) -> Numeric:
    """How the signal grows or fades through layers whose weights have the wrong variance."""
    inputs, layers = rng.choice([50, 100, 200, 400]), rng.randint(2, 6)
    gain = rng.choice([Fraction(1, 2), Fraction(1, 4), Fraction(2), Fraction(3, 2), Fraction(3)])
    variance = 2 * gain / inputs
    answer = relu_growth(inputs, variance, layers)
    shown = show_number(gain) if gain.denominator == 1 else f"\\tfrac{{{gain.numerator}}}{{{gain.denominator}}}"
    return Numeric(
        f"A deep ReLU network has {inputs} units in every layer, no biases, and independent normal weights with mean "
        f"0 and variance {float(variance):g}. By what factor does the expected square of a pre-activation change over "
        f"{layers} layers? Answer exactly, a fraction will do.",
        answer,
        f"A pre-activation sums {inputs} terms, each the weight variance times the mean square of a ReLU output, which "
        "is half the mean square of the pre-activation before it (it is symmetric around zero):\n\n"
        f"$$\\left( {inputs} \\cdot {float(variance):g} \\cdot \\tfrac12 \\right)^{{{layers}}} = "
        f"\\left( {shown} \\right)^{{{layers}}} = {show_number(answer)}$$\n\n"
        f"He initialization takes the variance $2/{inputs} = {2 / inputs:g}$, and the factor is 1.",
    )


CARDS = [clip_global_norm, steps_until_gone, relu_signal]
