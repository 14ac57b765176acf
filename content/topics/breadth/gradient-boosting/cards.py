"""Cards of gradient boosting: one round with squared loss, with logistic loss, and shrinkage."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric


def draw_targets(rng: random.Random) -> tuple[list[int], list[int], Fraction]:
    """Targets on the left and on the right of the stump's question, and the learning rate."""
    left = [rng.randint(0, 6) for _ in range(rng.randint(2, 3))]
    right = [rng.randint(9, 20) for _ in range(rng.randint(2, 3))]
    return left, right, Fraction(rng.choice([1, 2, 3, 5]), 10)


def mean(values: list[int]) -> Fraction:
    return Fraction(sum(values), len(values))


def one_round(rng: random.Random) -> Numeric:
    left, right, rate = draw_targets(rng)
    start = mean(left + right)
    step = mean(right) - start
    answer = start + rate * step
    return Numeric(
        f"Gradient boosting with squared loss starts from the mean. The first stump sends rows with the targets "
        f"{', '.join(map(str, left))} to the left and {', '.join(map(str, right))} to the right. The learning rate is "
        f"{float(rate):g}. What is the **prediction on the right** after this round? Give it within 0.02.",
        answer,
        f"$F_0 = {float(start):.4f}$. The right leaf is the mean residual there, ${float(mean(right)):.4f} - "
        f"{float(start):.4f} = {float(step):.4f}$. So $F_1 = {float(start):.4f} + {float(rate):g} \\cdot "
        f"{float(step):.4f} = {float(answer):.4f}$.",
        0.02,
    )


def draw_leaf(rng: random.Random) -> tuple[int, int, int, int]:
    """Positives and rows of the whole set, and positives and rows of the leaf, more positive than the set."""
    rows = rng.choice([20, 25, 40, 50])
    positives = rng.randint(rows // 4 + 1, rows // 2)
    size = rng.randint(4, 8)
    return positives, rows, rng.randint(size * 3 // 5 + 1, min(size, positives)), size


def newton_leaf(rng: random.Random) -> Numeric:
    positives, rows, inside, size = draw_leaf(rng)
    share = Fraction(positives, rows)
    answer = (inside - size * share) / (size * share * (1 - share))
    p = float(share)
    return Numeric(
        f"Gradient boosting with logistic loss on {rows} rows, {positives} of them of class 1, starts from the "
        f"constant "
        f"log odds. The first tree has a leaf with {size} rows, {inside} of class 1. What is its **value** (in "
        f"log odds, "
        "before the learning rate), by one Newton step? Give it within 0.01.",
        float(answer),
        f"All rows have $p = {positives}/{rows} = {p:.4g}$. Residuals sum to ${inside} - {size} \\cdot {p:.4g} = "
        f"{float(inside - size * share):.4g}$; $\\sum p(1 - p) = {size} \\cdot {p:.4g} \\cdot {1 - p:.4g} = "
        f"{float(size * share * (1 - share)):.4g}$. The value is their quotient, ${float(answer):.4f}$.",
        0.01,
    )


def draw_shrinkage(rng: random.Random) -> tuple[int, int]:
    """The learning rate and the share of the residual that may be left, both in hundredths."""
    return rng.choice([5, 10, 15, 20, 25, 30]), rng.choice([1, 2, 3, 7, 13, 17])


def rounds_needed(rng: random.Random) -> Numeric:
    rate, left = draw_shrinkage(rng)
    kept, answer = Fraction(100 - rate, 100), 0
    while kept**answer > Fraction(left, 100):
        answer += 1
    return Numeric(
        "With squared loss, suppose each tree fits the current residuals of the training rows perfectly. The learning "
        f"rate is {rate / 100:g}. After how many rounds is, for the **first** time, at most {left} % of the initial "
        "residual left?",
        answer,
        f"Each round leaves the share $1 - {rate / 100:g} = {float(kept):g}$, so $m$ rounds leave ${float(kept):g}^m$. "
        f"It must be at most ${left / 100:g}$: $m \\ge \\ln {left / 100:g} / \\ln {float(kept):g} = "
        f"{math.log(left / 100) / math.log(kept):.3f}$, that is ${answer}$ rounds.",
    )


CARDS = [one_round, newton_leaf, rounds_needed]
