"""Numeric cards on dropout: one step by hand, its mean and its variance."""

import math
import random
from collections.abc import Sequence
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

DROPS = [Fraction(1, 5), Fraction(1, 4), Fraction(1, 3), Fraction(2, 5), Fraction(3, 5), Fraction(3, 4)]
"""Probabilities of dropping; not one half, for which p and 1 - p could be confused unnoticed."""


def one_pass(weights: Sequence[int], values: Sequence[int], mask: Sequence[int], p: Fraction) -> Fraction:
    """The next unit's input under one mask of inverted dropout."""
    return sum((Fraction(w * h * m) for w, h, m in zip(weights, values, mask, strict=True)), Fraction(0)) / (1 - p)


def variance(weights: Sequence[int], values: Sequence[int], p: Fraction) -> Fraction:
    """The variance that inverted dropout on `values` gives to their weighted sum."""
    return p / (1 - p) * sum((w * h) ** 2 for w, h in zip(weights, values, strict=True))


def at_most(units: int, kept: int, p: Fraction) -> Fraction:
    """The probability that at most `kept` of `units` remain."""
    return sum(
        (math.comb(units, k) * (1 - p) ** k * p ** (units - k) for k in range(kept + 1)),
        Fraction(0),
    )


def unscaled_mean(value: int, p: Fraction, layers: int) -> Fraction:
    """The mean of an output behind so many layers of dropout that do not rescale."""
    return value * (1 - p) ** layers


def tex(number: Fraction) -> str:
    """A fraction in TeX."""
    return f"\\tfrac{{{number.numerator}}}{{{number.denominator}}}" if number.denominator > 1 else str(number.numerator)


def one_training_pass(rng: random.Random) -> Numeric:
    """The input of the next unit under one mask."""
    weights, values = [rng.randint(1, 4) for _ in range(4)], [rng.randint(1, 5) for _ in range(4)]
    mask, p = rng.choice([(1, 0, 1, 1), (0, 1, 1, 0), (1, 1, 0, 1), (1, 0, 0, 1), (0, 0, 1, 1)]), rng.choice(DROPS)
    answer, total = one_pass(weights, values, mask, p), sum(w * h for w, h in zip(weights, values, strict=True))
    kept = " + ".join(f"{w} \\cdot {h}" for w, h, m in zip(weights, values, mask, strict=True) if m)
    return Numeric(
        f"Four units have the activations $({', '.join(map(str, values))})$. In this training step inverted dropout "
        f"with drop probability ${tex(p)}$ draws the mask $({', '.join(map(str, mask))})$, where 0 drops. The next "
        f"unit has the weights $({', '.join(map(str, weights))})$ and no bias. What is its input before its activation "
        "function? Answer exactly, a fraction will do.",
        answer,
        f"Keep the units with mask 1 and divide by $1 - {tex(p)} = {tex(1 - p)}$:\n\n"
        f"$$\\frac{{{kept}}}{{{tex(1 - p)}}} = {show_number(answer)}$$\n\n"
        f"On average over masks it would be ${total}$, as without dropout.",
    )


def noise_of_dropout(rng: random.Random) -> Numeric:
    """The variance that dropout adds."""
    weights, values = [rng.choice([-2, -1, 1, 2, 3]) for _ in range(3)], [rng.randint(1, 4) for _ in range(3)]
    p = rng.choice(DROPS)
    answer = variance(weights, values, p)
    terms = [(w * h) ** 2 for w, h in zip(weights, values, strict=True)]
    return Numeric(
        f"Three units have the activations $({', '.join(map(str, values))})$, and the next unit weights them with "
        f"$({', '.join(map(str, weights))})$. Inverted dropout drops each of the three independently with probability "
        f"${tex(p)}$. What is the variance of the next unit's input, before its activation function, over the masks? "
        "Answer exactly, a fraction will do.",
        answer,
        f"A term $w h$ is scaled by $m/(1 - p)$, which has the variance $p/(1 - p) = {tex(p / (1 - p))}$. The masks "
        f"are independent, so variances add:\n\n$${tex(p / (1 - p))} \\cdot ({' + '.join(map(str, terms))}) = "
        f"{tex(p / (1 - p))} \\cdot {sum(terms)} = {show_number(answer)}$$",
    )


def forgotten_scaling(rng: random.Random) -> Numeric:
    """The mean after several layers when the scaling was forgotten."""
    p, layers, mean = rng.choice(DROPS), rng.randint(2, 4), rng.choice([1, 6, 12, 60, 100, 240])
    answer = unscaled_mean(mean, p, layers)
    return Numeric(
        f"A linear network without biases applies dropout with drop probability ${tex(p)}$ after each of {layers} "
        "layers, with independent masks, but the author forgot the scaling, both in training and at test time. Without "
        f"dropout an output is {mean}. What is its mean over the masks in training? "
        "Answer exactly, a fraction will do.",
        answer,
        f"Each layer keeps a share ${tex(1 - p)}$ of the mean, and the masks are independent:\n\n"
        f"$${mean} \\cdot \\left( {tex(1 - p)} \\right)^{{{layers}}} = {show_number(answer)}$$\n\n"
        f"At test time the network would give {mean}: it was trained for another scale. "
        f"Dividing by ${tex(1 - p)}$ in each layer fixes it.",
    )


def few_units_left(rng: random.Random) -> Numeric:
    """The probability that a narrow layer is nearly empty."""
    units, kept, p = rng.randint(3, 5), rng.choice([0, 1]), Fraction(rng.randint(6, 9), 10)
    answer = float(at_most(units, kept, p))
    terms = f"{float(p):g}^{{{units}}}"
    if kept:
        terms += f" + {units} \\cdot {float(1 - p):g} \\cdot {float(p):g}^{{{units - 1}}}"
    asked = "at most one of its units is kept" if kept else "not one of its units is kept"
    return Numeric(
        f"A hidden layer has only {units} units, and dropout drops each independently with probability {float(p):g}. "
        f"What is the probability that in a given training step {asked}? Within 0.0005 is right.",
        answer,
        f"$${terms} = {answer:.4f}$$\n\nIn a narrow layer, dropout can cut the signal off.",
        0.0005,
    )


CARDS = [one_training_pass, noise_of_dropout, forgotten_scaling, few_units_left]
