"""Cards of problem formulation: the load at the peak, and what a model must add to pay for itself."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric

DAY = 24 * 60 * 60
"""Seconds."""


def draw_load(rng: random.Random) -> tuple[Fraction, int, int]:
    """Million users a day, requests of each, and how many times the mean the peak is."""
    return Fraction(rng.choice([5, 12, 20, 30, 45, 60, 90, 150]), 10), rng.choice([4, 8, 10, 15, 25]), rng.randint(2, 5)


def peak_rate(rng: random.Random) -> Numeric:
    millions, each, peak = draw_load(rng)
    requests = millions * 1_000_000 * each
    answer = float(requests * peak / DAY)
    return Numeric(
        f"{float(millions):g} million people use the service on a day, with {each} requests each. At the peak the rate "
        f"is {peak} times the mean over 24 hours. How many requests a second must be served at the peak? (Within 1 %.)",
        answer,
        f"{int(requests):,} requests a day are ${float(requests / DAY):.1f}$ a second on average, as a day has 86,400 "
        f"seconds. Times {peak}: ${answer:.1f}$.",
        0.01 * answer,
    )


def draw_case(rng: random.Random) -> tuple[int, int, int, int]:
    """Yearly cost in thousands, cases a day in thousands, percent that matter, value of each one caught.

    They are drawn again until the answer is between 1 and 40 points.
    """
    while True:
        cost, cases = rng.choice([300, 400, 600, 800, 1200, 1500]), rng.choice([20, 50, 80, 120, 200, 400])
        percent, value = rng.choice([1, 2, 3, 5]), rng.choice([2, 4, 5, 8, 12, 20])
        if 1 < 10_000 * Fraction(cost, 365 * cases * percent * value) < 40:
            return cost, cases, percent, value


def break_even(rng: random.Random) -> Numeric:
    cost, cases, percent, value = draw_case(rng)
    caught = 10 * cases * percent
    point = Fraction(caught * value, 100)
    answer = float(1000 * cost / (365 * point))
    return Numeric(
        f"{cases},000 payments a day, {percent} % of them fraud; each fraud that is caught saves {value} dollars. A "
        f"rule catches some of them. A model that catches more, with as many false alarms, costs {cost},000 dollars a "
        "year more. How many **percentage points** of recall must it add to pay for itself? (A year has 365 days; "
        "within 2 %.)",
        answer,
        f"{caught:,} frauds a day, so one point of recall saves ${caught} \\cdot 0.01 \\cdot {value} = "
        f"{float(point):g}$ dollars a day and ${float(365 * point):.0f}$ a year. "
        f"${1000 * cost} / {float(365 * point):.0f} = {answer:.3f}$ points. What the rule catches already does not "
        "count for the model.",
        0.02 * answer,
    )


CARDS = [peak_rate, break_even]
