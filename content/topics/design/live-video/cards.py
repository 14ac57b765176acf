"""Numeric cards on live video: bandwidth, the seats to hold, and waves of notices."""

import math
import random
from fractions import Fraction
from statistics import NormalDist

from sharpen.domain.card import Numeric

RATES = (Fraction(6), Fraction(3), Fraction(3, 2), Fraction(1, 2))
"""Megabits a second of the source and of the versions of a ladder."""


def draw_viewers(rng: random.Random) -> tuple[int, list[int]]:
    """Viewers in thousands, and the percentage that takes each version, the source first."""
    shares = [rng.randrange(35, 55, 5), rng.randrange(20, 35, 5), rng.choice([10, 15])]
    return rng.randrange(200, 3000, 100), [*shares, 100 - sum(shares)]


def bandwidth(rng: random.Random) -> Numeric:
    thousands, shares = draw_viewers(rng)
    mean = sum(rate * share for rate, share in zip(RATES, shares, strict=True)) / 100
    answer = thousands * mean
    parts = ", ".join(f"{share}% take {float(rate):g}" for rate, share in zip(RATES, shares, strict=True))
    return Numeric(
        f"{thousands:,},000 viewers watch at once. Of them, in Mb/s: {parts}. How much **bandwidth** do they take "
        "together, **in Gb/s**? (Exact, or to within 1% of it; 1 Gb is 1,000 Mb.)",
        answer,
        f"A viewer takes {float(mean):g} Mb/s on average; times {thousands:,},000 that is {float(answer):g} Gb/s. All "
        f"at the source would be {thousands * 6:,}.",
        float(answer) / 100,
        "Gb/s",
    )


def draw_forecast(rng: random.Random) -> tuple[int, Fraction, int]:
    """The median of a forecast, the standard deviation of its logarithm, and what a missing seat costs in idle ones."""
    return rng.randrange(2_000, 50_000, 1_000), Fraction(rng.choice([5, 6, 7, 8, 9, 10]), 10), rng.choice([3, 4, 9, 19])


def seats_to_hold(rng: random.Random) -> Numeric:
    median, spread, times = draw_forecast(rng)
    z = NormalDist().inv_cdf(times / (times + 1))
    answer = median * math.exp(z * float(spread))
    return Numeric(
        f"The median of a forecast is {median:,} viewers; the logarithm of the audience is normal with a standard "
        f"deviation of {float(spread):g}. A missing seat costs {times} times what an idle one costs. **How many "
        "seats** do you hold, so that the expected cost is smallest? (Within 2% is right.)",
        answer,
        f"The quantile is ${times}/({times} + 1) = {times / (times + 1):g}$, so $z = {z:.3f}$. {median:,} times "
        f"$e^{{{z:.3f} \\cdot {float(spread):g}}} = {answer / median:.3f}$ is {answer:,.0f}.",
        0.02 * answer,
        "seats",
    )


def draw_herd(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Millions of followers, the percentage that comes, joins served a second, thousands of viewers, their minutes."""
    usual, stay = rng.choice([600, 900, 1200, 1500, 1800]), rng.choice([10, 15, 20, 30])
    capacity = math.ceil(usual / stay / 60) * 1000 + rng.randrange(2000, 6001, 1000)
    return rng.randint(4, 20), rng.randint(3, 8), capacity, usual, stay


def shortest_waves(rng: random.Random) -> Numeric:
    followers, percent, capacity, usual, stay = draw_herd(rng)
    coming, anyway = followers * percent * 10_000, Fraction(1000 * usual, 60 * stay)
    answer = coming / (capacity - anyway)
    return Numeric(
        f"The service has {usual:,},000 viewers, steadily, who stay for {stay} minutes on average. It can serve "
        f"{capacity:,} joins a second. A host with {followers} million followers goes live; {percent}% of those told "
        "will join. They are told evenly over some time, and join as soon as they are told. **How many seconds** "
        "must that take at least, so that no join fails? (Exact, or to within 1% of it.)",
        answer,
        f"Viewers over their stay: {usual:,},000 / {60 * stay:,} s, so {float(anyway):,.0f} join each second anyway. "
        f"That leaves {float(capacity - anyway):,.0f} a second for {coming:,} followers: {float(answer):.1f} s.",
        float(answer) / 100,
        "s",
    )


CARDS = [bandwidth, seats_to_hold, shortest_waves]
