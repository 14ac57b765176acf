"""Numeric cards on normalization: a token by layer norm, by RMS norm, and a folded batch norm."""

import math
from fractions import Fraction
from random import Random

from sharpen.domain.card import Numeric, show_number


def standardized(row: list[int], place: int) -> float:
    """One entry after layer norm without gain, bias and eps."""
    mean = sum(row) / len(row)
    return (row[place] - mean) / math.sqrt(sum((x - mean) ** 2 for x in row) / len(row))


def over_rms(row: list[int], place: int) -> float:
    """One entry after RMS norm without gain and eps."""
    return row[place] / math.sqrt(sum(x * x for x in row) / len(row))


def apart(row: list[int], place: int) -> bool:
    """Whether layer norm and RMS norm have answers that cannot be taken for one another."""
    return abs(standardized(row, place) - over_rms(row, place)) > 0.1


def draw_row(rng: Random) -> tuple[list[int], int]:
    """Four numbers whose mean is whole, and the place of one that is away from it."""
    while True:
        row = [rng.randint(-6, 12) for _ in range(4)]
        place = rng.randrange(4)
        mean = Fraction(sum(row), 4)
        if mean.denominator == 1 and abs(row[place] - mean) >= 2 and abs(row[place]) >= 2 and apart(row, place):
            return row, place


def layer_norm_entry(rng: Random) -> Numeric:
    row, place = draw_row(rng)
    answer, mean = standardized(row, place), sum(row) // 4
    squares = [(x - mean) ** 2 for x in row]
    return Numeric(
        "Layer norm, with gain 1, bias 0 and $\\epsilon = 0$, is applied to the token "
        f"$({', '.join(map(str, row))})$. What "
        f"does its entry ${row[place]}$ (place {place + 1}) become? Within 0.01 is right.",
        answer,
        f"The mean is {mean}, the variance $({' + '.join(map(str, squares))}) / 4 = {sum(squares) / 4:g}$ (divided "
        "by 4, not "
        f"3). $({row[place]} - ({mean})) / \\sqrt{{{sum(squares) / 4:g}}} = {answer:.4f}$.",
        0.01,
    )


def rms_norm_entry(rng: Random) -> Numeric:
    row, place = draw_row(rng)
    answer = over_rms(row, place)
    squares = [x * x for x in row]
    return Numeric(
        f"RMS norm, with gain 1 and $\\epsilon = 0$, is applied to the token $({', '.join(map(str, row))})$. What "
        "does its "
        f"entry ${row[place]}$ (place {place + 1}) become? Within 0.01 is right.",
        answer,
        f"The mean of squares is $({' + '.join(map(str, squares))}) / 4 = {sum(squares) / 4:g}$, and no mean is "
        "taken off: "
        f"${row[place]} / \\sqrt{{{sum(squares) / 4:g}}} = {answer:.4f}$.",
        0.01,
    )


def folded_bias(bias: int, mean: int, deviation: int, gain: int, shift: int) -> Fraction:
    """The bias of a layer that has taken in the batch norm behind it."""
    return Fraction(gain * (bias - mean), deviation) + shift


def draw_fold(rng: Random) -> tuple[int, int, int, int, int]:
    while True:
        bias, mean, shift = rng.randint(-3, 5), rng.randint(-4, 6), rng.randint(-3, 4)
        if bias != mean:
            return bias, mean, rng.choice([2, 4, 5]), rng.choice([2, 3, -2]), shift


def folding(rng: Random) -> Numeric:
    bias, mean, deviation, gain, shift = draw_fold(rng)
    answer = folded_bias(bias, mean, deviation, gain, shift)
    return Numeric(
        f"A layer $z = w \\cdot x + b$ with $b = {bias}$ is followed by batch norm, which in serving has the running "
        "mean "
        f"{mean}, the running standard deviation {deviation} (with $\\epsilon$ in it), the gain {gain} and the bias "
        f"{shift}. "
        "Both are folded into one layer $w' \\cdot x + b'$. What is $b'$? (Exact; a fraction is welcome.)",
        answer,
        f"$b' = {gain} \\cdot \\frac{{{bias} - ({mean})}}{{{deviation}}} + ({shift}) = {show_number(answer)}$, and "
        "$w' = "
        f"\\frac{{{gain}}}{{{deviation}}} w$.",
    )


CARDS = [layer_norm_entry, rms_norm_entry, folding]
