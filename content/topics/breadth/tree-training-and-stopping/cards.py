"""Cards of growing a tree: what a split gains."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number

Counts = tuple[int, int]


def entropy(counts: Counts) -> float:
    """In bits."""
    total = sum(counts)
    return sum(count / total * math.log2(total / count) for count in counts if count)


def gini(counts: Counts) -> Fraction:
    total = sum(counts)
    return 1 - sum((Fraction(count, total) ** 2 for count in counts), Fraction(0))


def draw_split(rng: random.Random) -> tuple[Counts, Counts]:
    """Yes and no on the left, then on the right; the left is mostly yes, the right mostly no.

    Sizes matter: sides that counted half each would give another Gini gain, by 0.003 or more, and so
    another entropy gain.
    """
    while True:
        left, right = (rng.randint(4, 9), rng.randint(1, 3)), (rng.randint(0, 2), rng.randint(4, 9))
        share = Fraction(sum(left), sum(left) + sum(right))
        if abs((share - Fraction(1, 2)) * (gini(left) - gini(right))) >= Fraction(3, 1000):
            return left, right


def together(left: Counts, right: Counts) -> Counts:
    return left[0] + right[0], left[1] + right[1]


def described(left: Counts, right: Counts) -> str:
    whole = together(left, right)
    return (
        f"A node has {whole[0]} rows of class yes and {whole[1]} of class no. A split sends {left[0]} yes and "
        f"{left[1]} no to the left, {right[0]} yes and {right[1]} no to the right."
    )


def entropy_gain(rng: random.Random) -> Numeric:
    left, right = draw_split(rng)
    whole = together(left, right)
    size = sum(whole)
    before, first, second = entropy(whole), entropy(left), entropy(right)
    gain = before - sum(left) / size * first - sum(right) / size * second
    return Numeric(
        f"{described(left, right)} What is the **information gain** in bits (logarithms to base 2, $0 \\log 0 = 0$), "
        "within 0.002?",
        gain,
        f"Entropies $-\\sum_c p_c \\log_2 p_c$: parent ${before:.4f}$, left ${first:.4f}$, right ${second:.4f}$. "
        f"Weighted by size: ${before:.4f} - \\frac{{{sum(left)}}}{{{size}}} \\cdot {first:.4f} - "
        f"\\frac{{{sum(right)}}}{{{size}}} \\cdot {second:.4f} = {show_number(gain)}$ bits.",
        0.002,
        "bits",
    )


def gini_gain(rng: random.Random) -> Numeric:
    left, right = draw_split(rng)
    whole = together(left, right)
    size = sum(whole)
    before, first, second = gini(whole), gini(left), gini(right)
    gain = before - Fraction(sum(left), size) * first - Fraction(sum(right), size) * second
    return Numeric(
        f"{described(left, right)} By how much does the size-weighted **Gini impurity** $1 - \\sum_c p_c^2$ fall, "
        "within 0.001 (a fraction is welcome)?",
        gain,
        f"Parent ${float(before):.4f}$, left ${float(first):.4f}$, right ${float(second):.4f}$. "
        f"The gain is ${float(before):.4f} - \\frac{{{sum(left)}}}{{{size}}} \\cdot {float(first):.4f} - "
        f"\\frac{{{sum(right)}}}{{{size}}} \\cdot {float(second):.4f} = {float(gain):.4f}$.",
        0.001,
    )


def draw_targets(rng: random.Random) -> tuple[list[int], list[int]]:
    """Targets of the left and of the right side, each with a whole mean."""
    sides = []
    for center in (rng.randint(2, 6), rng.randint(9, 14)):
        step, other = rng.randint(1, 2), rng.randint(0, 2)
        sides.append(
            rng.choice([[center - step, center + step], [center - step, center - other, center + step + other]])
        )
    return sides[0], sides[1]


def squares(values: list[int]) -> Fraction:
    """The sum of squared distances to the mean."""
    mean = Fraction(sum(values), len(values))
    return sum(((value - mean) ** 2 for value in values), Fraction(0))


def squares_removed(rng: random.Random) -> Numeric:
    left, right = draw_targets(rng)
    before, after = squares(left + right), squares(left) + squares(right)
    means = [Fraction(sum(side), len(side)) for side in (left, right, left + right)]
    return Numeric(
        f"A regression tree splits the targets {', '.join(map(str, left))} (left) from "
        f"{', '.join(map(str, right))} (right). By how much does the **sum of squared errors** fall, if every node "
        "predicts its mean? Give it within 0.01.",
        before - after,
        f"Means: left ${float(means[0]):.4g}$, right ${float(means[1]):.4g}$, all "
        f"${float(means[2]):.4g}$. Squared errors: ${float(before):.4f}$ before; ${float(squares(left)):.4g} + "
        f"{float(squares(right)):.4g}$ after. The fall is ${float(before - after):.4f}$. It equals "
        f"$\\frac{{n_L n_R}}{{n}} (\\bar y_L - \\bar y_R)^2 = \\frac{{{len(left)} \\cdot {len(right)}}}"
        f"{{{len(left) + len(right)}}} \\cdot ({float(means[1] - means[0]):.4g})^2$.",
        0.01,
    )


CARDS = [entropy_gain, gini_gain, squares_removed]
