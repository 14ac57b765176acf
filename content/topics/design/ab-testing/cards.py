"""Numeric cards on A/B tests: users per arm, the sample ratio, CUPED, correlated sessions."""

import math
import random
from fractions import Fraction
from statistics import NormalDist

from sharpen.domain.card import Numeric

SIDES = NormalDist().inv_cdf(0.975) + NormalDist().inv_cdf(0.8)
"""Standard errors between no effect and one that is found in 80% of the tests."""


def draw_plan(rng: random.Random) -> tuple[int, int]:
    """The control's conversion and the relative lift to be found, both in percent."""
    return rng.choice([2, 3, 4, 5, 8, 10, 20]), rng.choice([2, 3, 4, 5, 8, 10])


def users_per_arm(rng: random.Random) -> Numeric:
    percent, lift = draw_plan(rng)
    base = percent / 100
    variance, effect = base * (1 - base), base * lift / 100
    answer = 2 * variance * SIDES**2 / effect**2
    return Numeric(
        f"{percent}% of users convert. You want to find a **relative** lift of {lift}% with 80% power at a "
        "two-sided level of 5%, in two arms of equal size. How many users does **each arm** need? (Within 3% is "
        "right. Take the control's variance for both arms; $z_{0.975} = 1.96$, $z_{0.8} = 0.84$.)",
        answer,
        f"$\\sigma^2 = {base:g} \\cdot {1 - base:g} = {variance:.4g}$, $\\delta = {base:g} \\cdot {lift / 100:g} = "
        f"{effect:g}$. $n = 2 \\sigma^2 (1.96 + 0.84)^2 / \\delta^2 = 15.7 \\cdot {variance:.4g} / {effect:g}^2$, "
        f"about ${answer:,.0f}$. The rule $16\\,\\sigma^2/\\delta^2$ gives ${16 * variance / effect**2:,.0f}$.",
        0.03 * answer,
    )


def draw_split(rng: random.Random) -> tuple[int, int, int]:
    """Users in control and in treatment, and the planned share of treatment in percent."""
    percent = rng.choice([10, 20, 25, 50])
    users = rng.choice([20_000, 40_000, 50_000, 100_000])
    expected = users * percent // 100
    off = rng.choice([-1, 1]) * round(rng.uniform(1.5, 4.5) * math.sqrt(expected * (100 - percent) / 100))
    return users - expected - off, expected + off, percent


def ratio_statistic(rng: random.Random) -> Numeric:
    control, treated, percent = draw_split(rng)
    users = control + treated
    planned = Fraction(users * percent, 100)
    answer = (treated - planned) ** 2 / planned + (treated - planned) ** 2 / (users - planned)
    return Numeric(
        f"A test gives treatment {percent}% of its users, as planned. There are {control:,} users in control and "
        f"{treated:,} in treatment. What is the **chi-square statistic** of the sample ratio, with one degree of "
        "freedom? (Within 1% is right. It is above 10.83 in one of a thousand right splits.)",
        float(answer),
        f"Expected are {float(users - planned):,.0f} and {float(planned):,.0f}; both are off by "
        f"{abs(float(treated - planned)):,.0f}. ${abs(float(treated - planned)):g}^2/{float(users - planned):g} + "
        f"{abs(float(treated - planned)):g}^2/{float(planned):g} = {float(answer):.3f}$: "
        + ("a mismatch, find its cause." if answer > 10.83 else "no proof of a mismatch at that level."),
        float(answer) / 100,
    )


def draw_history(rng: random.Random) -> tuple[int, int]:
    """Users per arm without CUPED in thousands, and the correlation in hundredths."""
    return rng.randrange(40, 800, 20), rng.choice([30, 40, 50, 60, 70, 80, 90])


def users_with_cuped(rng: random.Random) -> Numeric:
    thousands, hundredths = draw_history(rng)
    answer = thousands * (1 - Fraction(hundredths, 100) ** 2)
    return Numeric(
        f"A test needs {thousands},000 users per arm. The metric's correlation with its value for the same user before "
        f"the test is {hundredths / 100:g}. **How many users per arm**, in thousands, does it need with CUPED? (Exact, "
        "or to within 1%.)",
        answer,
        f"The variance falls to the share $1 - {hundredths / 100:g}^2 = {1 - (hundredths / 100) ** 2:.4g}$, and the "
        f"users with it: ${float(answer):g}$ thousand.",
        float(answer) / 100,
        "thousand",
    )


def draw_sessions(rng: random.Random) -> tuple[int, float]:
    """Sessions of every user, and the correlation of two sessions of one user."""
    return rng.randint(4, 25), rng.choice([0.05, 0.1, 0.15, 0.2, 0.3, 0.4])


def error_too_small(rng: random.Random) -> Numeric:
    sessions, correlation = draw_sessions(rng)
    answer = math.sqrt(1 + (sessions - 1) * correlation)
    return Numeric(
        f"Users are randomized, and every user has {sessions} sessions. Two sessions of one user are correlated by "
        f"{correlation:g}, those of different users not at all. The standard error is computed as if all sessions were "
        "independent. By which **factor is it too small**? (Within 0.01 is right.)",
        answer,
        f"The variance of a user's mean is $\\frac{{\\sigma^2}}{{{sessions}}}(1 + {sessions - 1} \\cdot "
        f"{correlation:g})$, so the factor is $\\sqrt{{{1 + (sessions - 1) * correlation:.4g}}} = {answer:.3f}$.",
        0.01,
    )


CARDS = [users_per_arm, ratio_statistic, users_with_cuped, error_too_small]
