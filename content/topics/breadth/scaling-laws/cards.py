"""Numeric cards on scaling laws: how to spend a budget, how long it takes, exponents and what a gain costs."""

from math import log, sqrt
from random import Random

from sharpen.domain.card import Numeric

TOKENS_PER_PARAMETER = 20


def scientific(number: float) -> str:
    """A large number as TeX, with three digits."""
    digits, exponent = f"{number:.2e}".split("e")
    return f"{float(digits):g} \\cdot 10^{{{int(exponent)}}}"


def billions_of_parameters(coefficient: int, exponent: int) -> float:
    """The size at which 6 N D spends the budget with 20 tokens per parameter."""
    return sqrt(coefficient * 10.0**exponent / (6 * TOKENS_PER_PARAMETER)) / 1e9


def draw_budget(rng: Random) -> tuple[int, int]:
    """A budget in FLOPs: digits, and a power of ten."""
    return rng.choice([2, 3, 5, 6, 8]), rng.randint(20, 25)


def best_size(rng: Random) -> Numeric:
    digits, exponent = draw_budget(rng)
    answer = billions_of_parameters(digits, exponent)
    return Numeric(
        f"You have ${digits} \\cdot 10^{{{exponent}}}$ FLOPs to train a dense language model. How many billion "
        f"parameters should it have, with {TOKENS_PER_PARAMETER} tokens per parameter? Within 3% is right.",
        answer,
        f"$C = 6 N \\cdot {TOKENS_PER_PARAMETER} N$, so $N = \\sqrt{{{digits} \\cdot 10^{{{exponent}}} / 120}} "
        f"= {scientific(1e9 * answer)}$, on ${scientific(TOKENS_PER_PARAMETER * 1e9 * answer)}$ tokens.",
        0.03 * answer,
        "billion",
    )


def days(billions: int, trillions: float, accelerators: int, teraflops: int, percent: int) -> float:
    """Of training, at a share of the peak rate."""
    return 6 * billions * 1e9 * trillions * 1e12 / (accelerators * teraflops * 1e12 * percent / 100) / 86_400


def draw_run(rng: Random) -> tuple[int, float, int, int, int]:
    return (
        rng.choice([7, 8, 13, 32, 70]),
        rng.choice([0.5, 1.0, 2.0, 5.0, 10.0]),
        rng.choice([256, 512, 1024, 2048]),
        rng.choice([312, 989]),
        rng.choice([30, 35, 40, 45, 50]),
    )


def days_of_training(rng: Random) -> Numeric:
    billions, trillions, accelerators, teraflops, percent = draw_run(rng)
    answer = days(billions, trillions, accelerators, teraflops, percent)
    return Numeric(
        f"A dense model of {billions} billion parameters is trained on {trillions:g} trillion tokens, with "
        f"{accelerators:,} accelerators of {teraflops} teraFLOPs a second at {percent}% utilization. How many days "
        "does it take? Within 5% is right.",
        answer,
        f"$6 N D = {scientific(6 * billions * trillions * 1e21)}$ FLOPs, at ${accelerators} \\cdot {teraflops} \\cdot "
        f"10^{{12}} \\cdot {percent / 100:g} = {scientific(accelerators * teraflops * percent * 1e10)}$ a second: "
        f"{answer:.3g} days.",
        0.05 * answer,
        "days",
    )


def exponent_of(floor: float, small: float, large: float, times: int) -> float:
    """Of the power law above the floor that goes through two losses, of models `times` apart in size."""
    return log((small - floor) / (large - floor)) / log(times)


def draw_losses(rng: Random) -> tuple[float, float, float, int]:
    """The irreducible loss, the losses of a small and of a large model, and how many times larger that is."""
    floor, times = rng.choice([1.6, 1.7, 1.8]), rng.choice([8, 10, 16, 100])
    above = rng.choice([0.8, 1.0, 1.2, 1.5])
    large = floor + above * times ** -rng.uniform(0.2, 0.4)
    return floor, round(floor + above, 2), round(large, 2), times


def exponent_from_two_losses(rng: Random) -> Numeric:
    floor, small, large, times = draw_losses(rng)
    answer = exponent_of(floor, small, large, times)
    return Numeric(
        f"With ample data a model has the loss {small:g}, and one with {times} times the parameters {large:g}. The "
        f"irreducible loss is {floor:g}. What is $\\alpha$ in $L = E + A N^{{-\\alpha}}$? Within 0.005 is right.",
        answer,
        f"What is above $E$ falls from {small - floor:.2f} to {large - floor:.2f}: "
        f"$\\log({small - floor:.2f} / {large - floor:.2f}) / \\log {times} = {answer:.3f}$. Without $E$ one would get "
        f"{exponent_of(0, small, large, times):.3f}.",
        0.005,
    )


def times_the_parameters(alpha: float, percent: int) -> float:
    """How many times the parameters it takes to lower the reducible loss by so many percent."""
    return float((1 - percent / 100) ** (-1 / alpha))


def draw_gain(rng: Random) -> tuple[float, int]:
    return rng.choice([0.25, 0.28, 0.3, 0.34, 0.4]), rng.choice([10, 20, 25, 40, 50])


def price_of_a_gain(rng: Random) -> Numeric:
    alpha, percent = draw_gain(rng)
    answer = times_the_parameters(alpha, percent)
    return Numeric(
        f"What a model's size adds to its loss is $A N^{{-\\alpha}}$ with $\\alpha = {alpha:g}$. By what factor must "
        f"the parameters grow to lower it by {percent}%? Within 3% is right.",
        answer,
        f"$(1 - {percent / 100:g})^{{-1/\\alpha}} = {1 - percent / 100:g}^{{-{1 / alpha:.3f}}} = {answer:.3g}$.",
        0.03 * answer,
    )


CARDS = [best_size, days_of_training, exponent_from_two_losses, price_of_a_gain]
