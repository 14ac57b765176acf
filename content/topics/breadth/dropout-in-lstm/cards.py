"""Numeric cards on dropout in an LSTM: what survives time, and what a mask does to one step."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

DROPS = [Fraction(1, 10), Fraction(1, 5), Fraction(1, 4), Fraction(1, 3), Fraction(2, 5), Fraction(3, 5)]
"""Probabilities of dropping; not one half, for which p and 1 - p could be confused unnoticed."""


def survival(p: Fraction, masks: int) -> Fraction:
    """The probability that a value passes so many independent masks."""
    return (1 - p) ** masks


def second_moment(p: Fraction, steps: int) -> Fraction:
    """The expected square, relative to no dropout, after so many independent inverted masks."""
    return (1 / (1 - p)) ** steps


def cell(before: Fraction, f: Fraction, i: Fraction, g: Fraction, mask: int, p: Fraction) -> Fraction:
    """One cell update with inverted dropout on the candidate alone."""
    return f * before + i * g * mask / (1 - p)


def tex(number: Fraction) -> str:
    """A fraction in TeX."""
    return f"\\tfrac{{{number.numerator}}}{{{number.denominator}}}" if number.denominator > 1 else str(number.numerator)


def memory_under_fresh_masks(rng: random.Random) -> Numeric:
    """How likely a unit's memory survives when a fresh mask hits it at each step."""
    percent, steps = rng.choice([5, 10, 15, 20, 25, 30]), rng.randint(3, 8)
    p = Fraction(percent, 100)
    answer = float(survival(p, steps))
    return Numeric(
        "Somebody multiplies the cell state of an LSTM by a fresh dropout mask at each step; each unit is dropped "
        f"with probability {float(p):g}, independently over steps. What is the probability that one unit's cell is not "
        f"dropped in {steps} steps? Within 0.001 is right.",
        answer,
        f"All {steps} masks must keep it:\n\n$${float(1 - p):g}^{{{steps}}} = {answer:.4f}$$\n\nWith one mask for the "
        f"whole sequence it would be ${float(1 - p):g}$, however many steps there are.",
        0.001,
    )


def masks_on_the_way(rng: random.Random) -> Numeric:
    """How likely a signal passes the non-recurrent dropout of a stacked LSTM."""
    p, layers, steps = rng.choice(DROPS), rng.randint(1, 4), rng.choice([5, 20, 50, 100])
    answer = survival(p, layers + 1)
    stacked = "one LSTM layer" if layers == 1 else f"{layers} stacked LSTM layers"
    return Numeric(
        f"A model has {stacked} between its input and its output layer, with dropout on the non-recurrent connections "
        "alone: on the input, between layers, and before the output layer. Each of these drops a unit with probability "
        f"${tex(p)}$, independently. A signal enters at one step, goes up through one unit in each layer, and leaves "
        f"{steps} steps later. What is the probability that no mask drops it? "
        "(A fraction, or a decimal to within 1 % of the value.)",
        float(answer),
        f"The way up meets dropout {layers + 1} times: before each LSTM layer, and before the output layer. "
        f"The {steps} steps in time meet none:\n\n"
        f"$$\\left( {tex(1 - p)} \\right)^{{{layers + 1}}} = {show_number(answer)} = {float(answer):.4g}$$",
        0.01 * float(answer),
    )


def growing_noise(rng: random.Random) -> Numeric:
    """How the second moment grows under fresh inverted masks."""
    p, steps = rng.choice(DROPS), rng.randint(2, 6)
    answer = second_moment(p, steps)
    return Numeric(
        "A cell state with forget gate 1 and nothing written to it is multiplied at each step by a fresh mask of "
        f"inverted dropout with drop probability ${tex(p)}$, so that its mean stays what it was. By what factor has "
        f"its expected square grown after {steps} steps? (A fraction, or a decimal to within 1 % of the value.)",
        float(answer),
        f"One factor $m/(1-p)$ has the expected square $\\tfrac{{1-p}}{{(1-p)^2}} = \\tfrac{{1}}{{1-p}} = "
        f"{tex(1 / (1 - p))}$, and the masks are independent:\n\n"
        f"$$\\left( {tex(1 / (1 - p))} \\right)^{{{steps}}} = {show_number(answer)} = {float(answer):.4g}$$",
        0.01 * float(answer),
    )


def candidate_dropped(rng: random.Random) -> Numeric:
    """Two cell updates with dropout on the candidate."""
    f, i = Fraction(rng.choice([8, 9]), 10), Fraction(rng.choice([5, 8, 9]), 10)
    g, before = Fraction(rng.choice([-5, 4, 5, 8]), 10), Fraction(rng.randint(2, 4))
    p, masks = rng.choice([DROPS[1], DROPS[-1]]), rng.choice([(0, 1), (1, 0)])
    middle = cell(before, f, i, g, masks[0], p)
    answer = cell(middle, f, i, g, masks[1], p)
    numbers = [f"{float(n):g}" for n in (f, i, g, before, p)]
    lines = [
        f"- Step {t}, mask {mask}: $c_{t} = {numbers[0]} \\cdot {float(old):g}"
        + (f" + {numbers[1]} \\cdot ({numbers[2]}) / {float(1 - p):g}" if mask else "")
        + f" = {float(new):g}$"
        for t, mask, old, new in ((1, masks[0], before, middle), (2, masks[1], middle, answer))
    ]
    return Numeric(
        "An LSTM unit uses inverted dropout on its candidate alone, $c_t = f c_{t-1} + i D(g)$, with drop probability "
        f"{numbers[4]}. In two steps $f = {numbers[0]}$, $i = {numbers[1]}$ and $g = {numbers[2]}$ stay the same, "
        f"$c_0 = {numbers[3]}$, and the masks are {masks[0]} and {masks[1]}, where 0 drops. What is $c_2$? "
        "Within 0.005 is right.",
        float(answer),
        "\n".join(lines) + "\n\nThe dropped step misses its update; what the cell held only meets the forget gate.",
        0.005,
    )


CARDS = [memory_under_fresh_masks, masks_on_the_way, growing_noise, candidate_dropped]
