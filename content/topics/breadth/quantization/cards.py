"""Numeric cards on quantization: a code by hand, bytes of a model, an integer product, and the error of rounding."""

import math
from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def code_of(low: int, steps: int, scale: Fraction, weight: Fraction) -> int:
    """Asymmetric, where the zero point is whole: low is a multiple of the scale."""
    return min(steps, max(0, round(weight / scale) - round(low / scale)))


def draw_weight(rng: Random) -> tuple[int, int, Fraction, Fraction]:
    """The least weight, the steps of the bits, the scale and a weight that is not near the middle of two codes."""
    steps = 2 ** rng.choice([2, 3, 4]) - 1
    scale = rng.choice([Fraction(1, 2), Fraction(2), Fraction(1, 5), Fraction(3)])
    below = rng.randint(1, steps - 1)
    place = rng.randint(1, steps - 1) + Fraction(rng.choice([-3, -2, 2, 3]), 10)
    return int(-below * scale * 10), steps, scale * 10, (place - below) * scale * 10


def code_by_hand(rng: Random) -> Numeric:
    low, steps, scale, weight = draw_weight(rng)
    answer, zero = code_of(low, steps, scale, weight), round(-low / scale)
    bits = steps.bit_length()
    return Numeric(
        f"Weights from {low} to {show_number(low + steps * scale)} get asymmetric codes of {bits} bits, from 0 to "
        f"{steps}. Which code does the weight {float(weight):g} get?",
        answer,
        f"The scale is ${show_number(steps * scale)} / {steps} = {show_number(scale)}$, and the zero point "
        f"${-low} / {show_number(scale)} = {zero}$. ${float(weight):g} / {show_number(scale)} = "
        f"{float(weight / scale):g}$, rounded {round(weight / scale)}; plus {zero} is {answer}.",
    )


def gigabytes(billions: int, bits: int, group: int, extra: int) -> Fraction:
    """Codes, and so many more bits for each group."""
    return billions * (bits + Fraction(extra, group)) / 8


def draw_model(rng: Random) -> tuple[int, int, int, int]:
    return rng.choice([3, 7, 8, 13, 34, 70]), rng.choice([2, 3, 4]), rng.choice([16, 32, 64]), rng.choice([16, 20, 32])


def size_of_a_model(rng: Random) -> Numeric:
    billions, bits, group, extra = draw_model(rng)
    answer = float(gigabytes(billions, bits, group, extra))
    each = bits + extra / group
    return Numeric(
        f"{billions} billion weights are stored in {bits} bits each, and each group of {group} has a scale and a zero "
        f"point of {extra} bits together. How many GB (of $10^9$ bytes) is that? Within 1% is right.",
        answer,
        f"${bits} + {extra}/{group} = {each:g}$ bits a weight, so ${billions} \\cdot {each:g} / 8 = {answer:.2f}$ GB.",
        answer / 100,
        "GB",
    )


def product(codes: list[int], zero: int, weights: list[int], scale: Fraction) -> Fraction:
    """The product of an asymmetric row and a symmetric column, both scales multiplied already."""
    return scale * sum((code - zero) * weight for code, weight in zip(codes, weights, strict=True))


def draw_codes(rng: Random) -> tuple[list[int], int, list[int], Fraction]:
    """Codes of inputs, their zero point, codes of weights whose sum is not 0, and the product of both scales."""
    while True:
        codes, weights = [rng.randint(0, 15) for _ in range(3)], [rng.randint(-7, 7) for _ in range(3)]
        if sum(weights) != 0 and all(weights):
            return codes, rng.randint(2, 9), weights, Fraction(1, rng.choice([2, 4, 10, 20]))


def integer_product(rng: Random) -> Numeric:
    codes, zero, weights, scale = draw_codes(rng)
    answer = product(codes, zero, weights, scale)
    plain = sum(code * weight for code, weight in zip(codes, weights, strict=True))
    return Numeric(
        f"Inputs have the codes ({', '.join(map(str, codes))}) with the zero point {zero}, weights the symmetric codes "
        f"({', '.join(map(str, weights))}). The two scales multiplied are {float(scale):g}. What is the product of "
        "inputs and weights? (Exact.)",
        answer,
        f"The integer product is {plain}; the zero point adds ${zero} \\cdot ({sum(weights)})$ too much. "
        f"${float(scale):g} \\cdot ({plain} - ({zero * sum(weights)})) = {show_number(answer)}$.",
    )


def rounding_error(width: int, bits: int) -> float:
    """Root mean square of rounding to the codes of a range of this width."""
    return width / (2**bits - 1) / math.sqrt(12)


def draw_range(rng: Random) -> tuple[int, int]:
    return rng.randint(2, 30), rng.choice([4, 5, 6, 8])


def error_of_rounding(rng: Random) -> Numeric:
    width, bits = draw_range(rng)
    answer = rounding_error(width, bits)
    return Numeric(
        f"Values are spread evenly over a range of width {width} and get codes of {bits} bits, the ends included. "
        "What is the root mean square of their errors? Within 3% of it is right.",
        answer,
        f"The step is ${width} / {2**bits - 1} = {width / (2**bits - 1):.5g}$, and errors are even within half a "
        f"step on either side: their standard deviation is the step over $\\sqrt{{12}}$, ${answer:.4g}$.",
        0.03 * answer,
    )


CARDS = [code_by_hand, size_of_a_model, integer_product, error_of_rounding]
