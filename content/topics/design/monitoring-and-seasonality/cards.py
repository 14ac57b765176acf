"""Numeric cards on monitoring: PSI, Kolmogorov-Smirnov, false alarms, delay, retraining."""

import math
import random
from fractions import Fraction
from statistics import NormalDist

from sharpen.domain.card import Numeric


def draw_shares(rng: random.Random) -> tuple[list[int], list[int]]:
    """Shares of three bins then and now, in percent."""
    then = rng.choice([[50, 30, 20], [40, 40, 20], [60, 25, 15], [30, 40, 30], [45, 35, 20]])
    up, down = rng.sample(range(3), 2)
    step = rng.choice([6, 8, 10, 12])
    now = list(then)
    now[up] += step
    now[down] -= step
    return then, now


def stability_index(rng: random.Random) -> Numeric:
    then, now = draw_shares(rng)
    terms = [(a - e) / 100 * math.log(a / e) for e, a in zip(then, now, strict=True)]
    answer = sum(terms)
    return Numeric(
        f"A feature's three bins held {then[0]}%, {then[1]}% and {then[2]}% of the rows in training, and hold "
        f"{now[0]}%, {now[1]}% and {now[2]}% now. What is the **PSI**, with natural logarithms? (Within 0.001 is "
        "right.)",
        answer,
        "$\\sum (a - e) \\ln(a/e) = "
        + " + ".join(f"({(a - e) / 100:g}) \\ln({a}/{e})" for e, a in zip(then, now, strict=True) if a != e)
        + f" = {answer:.4f}$. An unchanged bin adds nothing, and the others never less than zero.",
        0.001,
    )


def draw_samples(rng: random.Random) -> tuple[list[int], list[int]]:
    """Two small samples without ties, of sizes 4 and 5."""
    while True:
        values = rng.sample(range(1, 30), 9)
        first, second = sorted(values[:4]), sorted(values[4:])
        if largest_gap(first, second)[0] < 1:
            return first, second


def largest_gap(first: list[int], second: list[int]) -> tuple[Fraction, int]:
    """The largest distance of the empirical distribution functions, and where it is first reached."""
    gaps = {
        x: abs(Fraction(sum(v <= x for v in first), len(first)) - Fraction(sum(v <= x for v in second), len(second)))
        for x in first + second
    }
    most = max(gaps.values())
    return most, min(x for x, gap in gaps.items() if gap == most)


def kolmogorov_smirnov(rng: random.Random) -> Numeric:
    first, second = draw_samples(rng)
    answer, place = largest_gap(first, second)
    below = [sum(v <= place for v in values) for values in (first, second)]
    return Numeric(
        f"A feature was {', '.join(map(str, first))} on four rows in training and is {', '.join(map(str, second))} on "
        "five rows now. What is the two-sample **Kolmogorov-Smirnov statistic**, the largest distance between the two "
        "empirical distribution functions? (Exact, or to within 0.005.)",
        answer,
        f"It is reached at {place}: ${below[0]}/4$ of the old and ${below[1]}/5$ of the new values are at most that, "
        f"so $|{below[0] / 4:g} - {below[1] / 5:g}| = {float(answer):g}$.",
        0.005,
    )


def tail(limit: float, shift: float = 0.0) -> float:
    """The chance that a standard normal value, shifted, is beyond the limit on either side."""
    normal = NormalDist()
    return normal.cdf(shift - limit) + normal.cdf(-shift - limit)


def draw_alarms(rng: random.Random) -> tuple[int, float, int]:
    """Metrics, the limit in standard deviations, and days."""
    return rng.choice([20, 40, 50, 80, 100, 150, 200]), rng.choice([2.0, 2.5, 3.0]), rng.choice([7, 14, 30])


def false_alarms(rng: random.Random) -> Numeric:
    metrics, limit, days = draw_alarms(rng)
    answer = metrics * days * tail(limit)
    return Numeric(
        f"{metrics} metrics are checked once a day. Each is standardized for its weekday, normal and sound, and rings "
        f"when it is more than ${limit:g}\\sigma$ off **on either side**. How many **false alarms** come in "
        f"{days} days, on average? (Within 2% is right. $\\Phi$ at 2, 2.5, 3 is 0.97725, 0.99379, 0.99865.)",
        answer,
        f"Each check rings with the chance $2(1 - \\Phi({limit:g})) = {tail(limit):.5f}$, and there are "
        f"${metrics} \\cdot {days} = {metrics * days:,}$ checks: ${answer:.4g}$.",
        0.02 * answer,
    )


def draw_delay(rng: random.Random) -> tuple[float, float]:
    """The limit and the shift, both in standard deviations, with a difference whose tail the question tells."""
    limit = rng.choice([2.5, 3.0, 3.5, 4.0])
    return limit, round(limit - rng.choice([0.5, 1.0, 1.2, 1.5, 1.8, 2.0]), 1)


def days_to_alarm(rng: random.Random) -> Numeric:
    limit, shift = draw_delay(rng)
    chance = NormalDist().cdf(shift - limit)
    answer = 1 / chance
    return Numeric(
        f"A daily metric has independent normal noise. An alarm rings on a day that is more than ${limit:g}\\sigma$ "
        f"**above** the usual mean. From today on the mean is ${shift:g}\\sigma$ higher. On which day does it "
        "ring **on average** (today is day 1)? (Within 2% is right. $\\Phi$ at 0.5, 1, 1.2, 1.5, 1.8, 2 is 0.6915, "
        "0.8413, 0.8849, 0.9332, 0.9641, 0.9772.)",
        answer,
        f"A day rings with the chance $1 - \\Phi({limit:g} - {shift:g}) = {chance:.4f}$. The first of independent days "
        f"comes on day $1/{chance:.4f} = {answer:.2f}$ on average.",
        0.02 * answer,
    )


def draw_costs(rng: random.Random) -> tuple[int, int]:
    """The cost of a run, and the loss that a day of age adds to each day; the best interval is whole."""
    days, growth = rng.randint(2, 12), rng.choice([10, 20, 30, 40, 50])
    return growth * days * days // 2, growth


def retraining_interval(rng: random.Random) -> Numeric:
    run, growth = draw_costs(rng)
    answer = math.isqrt(2 * run // growth)
    return Numeric(
        f"Retraining costs ${run:,}$ dollars a run. On the day of training a model loses nothing; every further day of "
        f"age adds ${growth}$ dollars to the loss *of that day* (so ${growth}$, then ${2 * growth}$, and so on). "
        "Retraining **every how many days** costs the least a day?",
        answer,
        f"Every $d$ days costs ${run}/d + {growth}(d - 1)/2$ a day. The derivative is zero at $d = \\sqrt{{2 \\cdot "
        f"{run} / {growth}}} = {answer}$, with ${run / answer + growth * (answer - 1) / 2:.4g}$ dollars a day.",
    )


CARDS = [stability_index, kolmogorov_smirnov, false_alarms, days_to_alarm, retraining_interval]
