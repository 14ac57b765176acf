"""Numeric cards on maximum likelihood: a coin's standard error, Gaussian, exponential, likelihoods compared."""

import math
import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def draw_tosses(rng: random.Random) -> tuple[int, int]:
    n = rng.choice([16, 20, 25, 40, 50])
    return round(n * rng.uniform(0.2, 0.8)), n


def coin_error(heads: int, n: int) -> float:
    share = heads / n
    return math.sqrt(share * (1 - share) / n)


def standard_error(rng: random.Random) -> Numeric:
    heads, n = draw_tosses(rng)
    answer = coin_error(heads, n)
    share = Fraction(heads, n)
    return Numeric(
        f"A coin lands heads in {heads} of {n} tosses. Estimate the probability of heads by maximum likelihood. What "
        "is the standard error of the estimate, from the Fisher information at the estimate? "
        "(Within 0.0005 is right.)",
        answer,
        f"$\\hat\\theta = {show_number(share)} = {float(share):g}$. One toss has the information "
        f"$1/(\\theta(1-\\theta))$, so the standard error is "
        f"$\\sqrt{{{float(share):g} \\cdot {float(1 - share):g} / {n}}} = "
        f"{answer:.4f}$.",
        0.0005,
    )


def gaussian_variance(values: list[int]) -> Fraction:
    """By maximum likelihood: divided by n."""
    mean = Fraction(sum(values), len(values))
    return sum(((value - mean) ** 2 for value in values), Fraction(0)) / len(values)


def draw_values(rng: random.Random) -> tuple[int, ...]:
    """With a whole mean: the last value makes up for the deviations of the others."""
    mean, gaps = rng.randint(15, 30), rng.sample(range(-5, 6), rng.choice([2, 3, 4]))
    return tuple(mean + gap for gap in [*gaps, -sum(gaps)])


def variance_of_gaussian(rng: random.Random) -> Numeric:
    values = list(draw_values(rng))
    answer = gaussian_variance(values)
    n, mean = len(values), Fraction(sum(values), len(values))
    return Numeric(
        f"The values ${', '.join(map(str, values))}$ come from a Gaussian whose mean and variance are both unknown. "
        "What is the maximum-likelihood estimate of the **variance**? (Exact; a fraction is welcome.)",
        answer,
        f"The mean is ${show_number(mean)}$ and the squared deviations add up to ${show_number(answer * n)}$. Maximum "
        f"likelihood divides by $n = {n}$: ${show_number(answer)}$. Dividing by ${n - 1}$, as the unbiased estimate "
        f"does, "
        f"would give ${show_number(answer * n / (n - 1))}$.",
    )


def exponential_rate(times: list[int], quiet: int) -> Fraction:
    """Events by time at risk; `quiet` is a time without an event at its end."""
    return Fraction(len(times), sum(times) + quiet)


def draw_times(rng: random.Random) -> tuple[list[int], int]:
    return [rng.randint(1, 12) for _ in range(rng.choice([3, 4]))], rng.randint(5, 20)


def censored_rate(rng: random.Random) -> Numeric:
    times, quiet = draw_times(rng)
    answer = exponential_rate(times, quiet)
    return Numeric(
        f"Lifetimes are exponential with density $\\lambda e^{{-\\lambda t}}$. {len(times)} devices failed after "
        f"${', '.join(map(str, times))}$ months; one more still works after {quiet}, and counts with its probability "
        f"$e^{{-{quiet}\\lambda}}$ of lasting so long. What is the maximum-likelihood $\\lambda$ per month? "
        "(Exact; a fraction is welcome.)",
        answer,
        f"The log-likelihood is ${len(times)} \\ln \\lambda - \\lambda ({' + '.join(map(str, times))} + {quiet})$. Its "
        f"derivative is zero at $\\lambda = {len(times)}/{sum(times) + quiet} = {show_number(answer)}$: failures by "
        f"time "
        "at risk. Leaving out the device that still works would overestimate the rate.",
    )


def log_ratio(heads: int, tails: int, first: Fraction, second: Fraction) -> float:
    return heads * math.log(first / second) + tails * math.log((1 - first) / (1 - second))


def draw_ratio(rng: random.Random) -> tuple[int, int, Fraction, Fraction]:
    return rng.randint(3, 9), rng.randint(1, 3), Fraction(rng.choice([7, 8]), 10), Fraction(rng.choice([4, 5]), 10)


def likelihood_ratio(rng: random.Random) -> Numeric:
    heads, tails, first, second = draw_ratio(rng)
    ratio = math.exp(log_ratio(heads, tails, first, second))
    return Numeric(
        f"A coin with probability $\\theta$ of heads lands heads in {heads} of {heads + tails} tosses. How many times "
        f"as likely is that with $\\theta = {float(first):g}$ as with $\\theta = {float(second):g}$? "
        "(Within 1 % of the answer is right.)",
        ratio,
        f"$\\left(\\frac{{{float(first):g}}}{{{float(second):g}}}\\right)^{{{heads}}} "
        f"\\left(\\frac{{{float(1 - first):g}}}"
        f"{{{float(1 - second):g}}}\\right)^{{{tails}}} = {ratio:.4g}$. The number of orders is the same in both and "
        f"cancels.",
        ratio / 100,
    )


CARDS = [standard_error, variance_of_gaussian, censored_rate, likelihood_ratio]
