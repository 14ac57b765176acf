"""Numeric cards on decision trees: Gini gain, information gain, the drop of variance."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

Counts = tuple[int, int]


def gini(counts: Counts) -> Fraction:
    n = sum(counts)
    return 1 - sum((Fraction(c, n) ** 2 for c in counts), Fraction(0))


def gini_gain(left: Counts, right: Counts) -> Fraction:
    both = (left[0] + right[0], left[1] + right[1])
    n = sum(both)
    return gini(both) - Fraction(sum(left), n) * gini(left) - Fraction(sum(right), n) * gini(right)


def entropy(counts: Counts) -> float:
    """In bits."""
    n = sum(counts)
    return math.fsum(c / n * math.log2(n / c) for c in counts if c)


def information_gain(left: Counts, right: Counts) -> float:
    both = (left[0] + right[0], left[1] + right[1])
    return entropy(both) - (sum(left) * entropy(left) + sum(right) * entropy(right)) / sum(both)


def draw_split(rng: random.Random) -> tuple[Counts, Counts]:
    """Two sides; the left one leans to class A, the right one to class B.

    Their sizes matter: if each counted half, the gains would differ by more than the tolerances.
    """
    while True:
        left, right = (rng.randint(4, 8), rng.randint(0, 2)), (rng.randint(0, 3), rng.randint(5, 9))
        off = Fraction(sum(left), sum(left) + sum(right)) - Fraction(1, 2)
        if abs(off * (gini(left) - gini(right))) > 0.004 and abs(off * (entropy(left) - entropy(right))) > 0.01:
            return left, right


def setting(left: Counts, right: Counts) -> str:
    return (
        f"A split sends {left[0]} rows of class A and {left[1]} of class B to the left, and {right[0]} of A and "
        f"{right[1]} of B to the right."
    )


def gain_in_gini(rng: random.Random) -> Numeric:
    left, right = draw_split(rng)
    both = (left[0] + right[0], left[1] + right[1])
    answer = gini_gain(left, right)
    return Numeric(
        f"{setting(left, right)} What is the gain in Gini impurity, each side weighted by its share of the rows? "
        "(Within 0.002, or exact as a fraction.)",
        float(answer),
        f"Before: $1 - ({both[0]}/{sum(both)})^2 - ({both[1]}/{sum(both)})^2 = {float(gini(both)):.4f}$. Left: "
        f"${float(gini(left)):.4f}$, right: ${float(gini(right)):.4f}$. The gain is ${float(gini(both)):.4f} - "
        f"\\frac{{{sum(left)}}}{{{sum(both)}}} \\cdot {float(gini(left)):.4f} - \\frac{{{sum(right)}}}{{{sum(both)}}} "
        f"\\cdot {float(gini(right)):.4f} = {float(answer):.4f}$, exactly ${show_number(answer)}$.",
        0.002,
    )


def gain_in_bits(rng: random.Random) -> Numeric:
    left, right = draw_split(rng)
    both = (left[0] + right[0], left[1] + right[1])
    answer = information_gain(left, right)
    return Numeric(
        f"{setting(left, right)} What is the information gain, with logarithms to base 2 and each side weighted by its "
        "share of the rows? (Within 0.005 is right.)",
        answer,
        f"The entropies are ${entropy(both):.4f}$ before, ${entropy(left):.4f}$ on the left and ${entropy(right):.4f}$ "
        f"on the right, in bits ($0 \\log 0 = 0$). The gain is ${entropy(both):.4f} - "
        f"\\frac{{{sum(left)}}}{{{sum(both)}}} \\cdot {entropy(left):.4f} - \\frac{{{sum(right)}}}{{{sum(both)}}} "
        f"\\cdot {entropy(right):.4f} = {answer:.4f}$.",
        0.005,
        "bits",
    )


def squares(values: list[int]) -> Fraction:
    """The sum of squared deviations from the mean."""
    mean = Fraction(sum(values), len(values))
    return sum(((value - mean) ** 2 for value in values), Fraction(0))


def draw_targets(rng: random.Random) -> tuple[list[int], list[int]]:
    """Two rows against two or four; the means of both sides and of all rows are whole."""
    low, away = rng.randint(3, 6), rng.randint(0, 2)
    spread = rng.choice([[-1, 1], [-2, 2], [-3, 3], [-2, -1, 0, 3], [-3, 1, 1, 1], [-2, 0, 0, 2]])
    gap = rng.choice([6, 8, 10, 12, 14] if len(spread) == 2 else [6, 9, 12, 15])
    return [low - away, low + away], [low + gap + change for change in spread]


def drop_of_squares(rng: random.Random) -> Numeric:
    left, right = draw_targets(rng)
    answer = squares(left + right) - squares(left) - squares(right)
    shown = [", ".join(map(str, side)) for side in (left, right)]
    return Numeric(
        f"A regression tree splits its rows into targets ${shown[0]}$ on the left and ${shown[1]}$ on the right. Each "
        "side predicts its mean. By how much does the **sum** of squared errors on these rows fall?",
        answer,
        f"Before, all rows get the mean ${show_number(Fraction(sum(left + right), len(left + right)))}$: "
        f"${show_number(squares(left + right))}$. After: ${show_number(squares(left))}$ on the left and "
        f"${show_number(squares(right))}$ on the right. The drop is ${show_number(squares(left + right))} - "
        f"{show_number(squares(left))} - {show_number(squares(right))} = {show_number(answer)}$.",
    )


CARDS = [gain_in_gini, gain_in_bits, drop_of_squares]
