"""Numeric cards on the deep dive: numbers of a project that must be rebuilt from one another."""

from fractions import Fraction
from math import sqrt
from random import Random
from statistics import NormalDist

from sharpen.domain.card import Numeric

HALF = NormalDist().inv_cdf(0.975)
"""Standard errors in half of an interval of 95%."""


def draw_rankers(rng: Random) -> tuple[int, int, int]:
    """Thousandths of a metric: of a trivial method, of a simple one, and of ours."""
    floor = rng.randint(250, 420)
    ours = floor + rng.randint(40, 140)
    return floor, floor + round((ours - floor) * rng.uniform(0.3, 0.9)), ours


def share_of_the_simple_one(rng: Random) -> Numeric:
    floor, simple, ours = draw_rankers(rng)
    answer = 100 * Fraction(simple - floor, ours - floor)
    return Numeric(
        f"NDCG is {floor / 1000:.3f} in the trivial order, {simple / 1000:.3f} with a linear model, and "
        f"{ours / 1000:.3f} with yours. **How many percent of the way** from the trivial order to yours did the linear "
        "model come? (Within one percentage point is right.)",
        float(answer),
        f"${simple / 1000:.3f} - {floor / 1000:.3f} = {(simple - floor) / 1000:.3f}$ of "
        f"${ours / 1000:.3f} - {floor / 1000:.3f} = {(ours - floor) / 1000:.3f}$: {float(answer):.1f}%. An interviewer "
        "asks what the rest cost.",
        1.0,
        "%",
    )


def draw_seeds(rng: Random) -> tuple[int, int, int]:
    """The gain and the standard deviation over seeds, in ten-thousandths, and the seeds of each version."""
    return rng.randint(10, 60), rng.randint(6, 20), rng.choice([3, 4, 5, 8, 10])


def gain_against_seeds(rng: Random) -> Numeric:
    gain, deviation, seeds = draw_seeds(rng)
    answer = gain / (deviation * sqrt(2 / seeds))
    return Numeric(
        f"Each of two versions was trained with {seeds} seeds. Their means differ by {gain / 10_000:.4f}; over the "
        f"seeds of either version the standard deviation is {deviation / 10_000:.4f}. **How many standard errors** of "
        "the difference of the two means is the gain? (Within 2% is right.)",
        answer,
        f"A mean of {seeds} has the error ${deviation / 10_000:.4f} / \\sqrt{{{seeds}}}$, the difference of two "
        f"$\\sqrt 2$ times that: {deviation / 10_000 * sqrt(2 / seeds):.5f}. The gain is {answer:.2f} of those. That "
        "is luck of training only; the test set is the same for all runs, and its luck is not in it.",
        0.02 * answer,
    )


def draw_interval(rng: Random) -> tuple[int, int]:
    """The middle and half of the width of an interval of 95%, in hundredths of a percent."""
    half = rng.randint(20, 120)
    return rng.randint(half // 2, 3 * half), half


def error_from_interval(rng: Random) -> Numeric:
    middle, half = draw_interval(rng)
    answer = half / 100 / HALF
    low, high = (middle - half) / 100, (middle + half) / 100
    return Numeric(
        f"You remember the result of an experiment: {middle / 100:+.2f}%, with an interval of 95% from {low:.2f}% to "
        f"{high:.2f}%, computed by the normal approximation. What was its **standard error**, in percentage points? "
        "(Within 2% is right.)",
        answer,
        f"The interval reaches {half / 100:.2f} to either side, which is 1.96 standard errors: "
        f"${half / 100:.2f} / 1.96 = {answer:.3f}$. The gain is {middle / 100 / answer:.1f} standard errors.",
        0.02 * answer,
        "percentage points",
    )


CARDS = [share_of_the_simple_one, gain_against_seeds, error_from_interval]
