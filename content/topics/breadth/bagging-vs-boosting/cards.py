"""Cards of bagging and boosting: the variance of an average, and the accuracy of a vote."""

import random
from fractions import Fraction
from math import comb

from sharpen.domain.card import Numeric, show_number


def draw_average(rng: random.Random) -> tuple[int, Fraction, int]:
    """Variance, correlation and number of models."""
    return rng.randint(4, 12), Fraction(rng.randint(2, 16), 20), rng.choice([5, 10, 20, 25, 50])


def variance_of_average(rng: random.Random) -> Numeric:
    variance, correlation, models = draw_average(rng)
    answer = variance * (correlation + (1 - correlation) / models)
    rho = float(correlation)
    return Numeric(
        f"Each of {models} bagged trees predicts with variance {variance}; any two have correlation {rho:g}. What is "
        "the **variance of their average**? Give it within 0.01.",
        answer,
        f"$\\rho\\sigma^2 + \\frac{{1 - \\rho}}{{B}}\\sigma^2 = {rho:g} \\cdot {variance} + \\frac{{{1 - rho:g}}}"
        f"{{{models}}} \\cdot {variance} = {float(answer):.4g}$. With ever more trees it falls only to "
        f"${rho * variance:.4g}$.",
        0.01,
    )


def draw_vote(rng: random.Random) -> tuple[int, Fraction]:
    """An odd number of voters, and how often each is right."""
    return rng.choice([3, 5]), Fraction(rng.choice([*range(30, 50), *range(55, 91)]), 100)


def majority_vote(rng: random.Random) -> Numeric:
    voters, right = draw_vote(rng)
    wins = range(voters // 2 + 1, voters + 1)
    terms = [comb(voters, k) * right**k * (1 - right) ** (voters - k) for k in wins]
    p = float(right)
    worked = " + ".join(f"{comb(voters, k)} \\cdot {p:g}^{{{k}}} \\cdot {1 - p:.2g}^{{{voters - k}}}" for k in wins)
    moral = "The vote is better than one voter." if p > 0.5 else "Voters worse than a coin make a still worse majority."
    return Numeric(
        f"{voters} classifiers for two classes are each right with probability {p:g}, independently of each other. "
        "With what probability is their **majority vote** right? Give it within 0.002.",
        float(sum(terms)),
        f"At least {wins.start} must be right: ${worked} = {show_number(float(sum(terms)))}$. {moral}",
        0.002,
    )


def draw_floor(rng: random.Random) -> tuple[int, int, int]:
    """The correlation in hundredths, the variance, and the excess over the floor in hundredths of the variance."""
    return rng.randint(10, 60), rng.randint(2, 9), rng.choice([1, 2, 3, 4, 5])


def trees_needed(rng: random.Random) -> Numeric:
    correlation, variance, excess = draw_floor(rng)
    answer = -((correlation - 100) // excess)
    limit, target = correlation * variance / 100, (correlation + excess) * variance / 100
    return Numeric(
        f"Trees predict with variance {variance} and pairwise correlation {correlation / 100:g}. How many must be "
        f"averaged, at the **least**, for a variance of at most {target:g}?",
        answer,
        f"With $B$ trees the variance is $\\rho\\sigma^2 + (1 - \\rho)\\sigma^2/B = {limit:g} + "
        f"{(100 - correlation) * variance / 100:g}/B$. It must not exceed ${target:g}$, so $B \\ge "
        f"{(100 - correlation) * variance / 100:g}/{excess * variance / 100:g} = {(100 - correlation) / excess:.4g}$, "
        f"that is ${answer}$ trees.",
    )


CARDS = [variance_of_average, majority_vote, trees_needed]
