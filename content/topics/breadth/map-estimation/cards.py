"""Numeric cards on MAP estimation: a coin, a Gaussian mean, mode and mean, the penalty of a prior."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def beta_mode(heads: int, n: int, a: int, b: int) -> Fraction:
    return Fraction(heads + a - 1, n + a + b - 2)


def draw_coin(rng: random.Random) -> tuple[int, int, int, int]:
    """Heads such that the mode and the mean of the posterior and the share of heads all differ."""
    n, a, b = rng.randint(3, 20), rng.randint(2, 6), rng.randint(2, 6)
    heads = [k for k in range(n + 1) if len({beta_mode(k, n, a, b), posterior_mean(k, n, a, b), Fraction(k, n)}) == 3]
    return rng.choice(heads), n, a, b


def coin(rng: random.Random) -> Numeric:
    heads, n, a, b = draw_coin(rng)
    answer = beta_mode(heads, n, a, b)
    return Numeric(
        f"A coin with the prior $\\text{{Beta}}({a}, {b})$, density $\\propto \\theta^{{{a - 1}}} "
        f"(1-\\theta)^{{{b - 1}}}$, "
        f"lands heads in {heads} of {n} tosses. What is the MAP estimate of $\\theta$? (Exact; a fraction is welcome.)",
        answer,
        f"The posterior is $\\text{{Beta}}({heads + a}, {n - heads + b})$. Its mode is "
        f"$\\frac{{{heads} + {a} - 1}}{{{n} + "
        f"{a} + {b} - 2}} = {show_number(answer)}$. Maximum likelihood gives ${show_number(Fraction(heads, n))}$.",
    )


def posterior_mean(heads: int, n: int, a: int, b: int) -> Fraction:
    return Fraction(heads + a, n + a + b)


def coin_mean(rng: random.Random) -> Numeric:
    heads, n, a, b = draw_coin(rng)
    answer = posterior_mean(heads, n, a, b)
    return Numeric(
        f"The probability of heads has the prior $\\text{{Beta}}({a}, {b})$, with mean "
        f"${show_number(Fraction(a, a + b))}$. Then the coin lands heads in {heads} of {n} tosses. "
        "What is the posterior **mean** of the probability of heads? (Exact; a fraction is welcome.)",
        answer,
        f"The posterior $\\text{{Beta}}({heads + a}, {n - heads + b})$ has the mean "
        f"$\\frac{{{heads + a}}}{{{n + a + b}}} = "
        f"{show_number(answer)}$. Its mode, the MAP estimate, is ${show_number(beta_mode(heads, n, a, b))}$.",
    )


def gaussian_mean(mean: int, n: int, variance: int, prior_mean: int, prior_variance: int) -> Fraction:
    data, prior = Fraction(n, variance), Fraction(1, prior_variance)
    return (data * mean + prior * prior_mean) / (data + prior)


def draw_gaussian(rng: random.Random) -> tuple[int, int, int, int, int]:
    """Data and prior of different precision."""
    prior_mean = rng.choice([20, 30, 50, 100])
    gap = rng.choice([-8, -6, -4, 4, 5, 6, 10])
    n, variance = rng.choice([2, 4, 5, 8, 10, 20]), rng.choice([4, 10, 16, 20, 25])
    spread = rng.choice([spread for spread in (1, 2, 4, 5) if spread * n != variance])
    return prior_mean + gap, n, variance, prior_mean, spread


def mean_of_gaussian(rng: random.Random) -> Numeric:
    mean, n, variance, prior_mean, prior_variance = draw_gaussian(rng)
    answer = gaussian_mean(mean, n, variance, prior_mean, prior_variance)
    data, prior = Fraction(n, variance), Fraction(1, prior_variance)
    return Numeric(
        f"{n} independent measurements, each with Gaussian noise of the known variance {variance}, average {mean}. "
        f"The prior of the true mean is a Gaussian with mean {prior_mean} and variance {prior_variance}. What is the "
        "MAP estimate of the true mean? (Within 0.02, or exact as a fraction.)",
        float(answer),
        f"Precisions: data $\\frac{{{n}}}{{{variance}}} = {float(data):.4g}$, prior $\\frac{{1}}{{{prior_variance}}} = "
        f"{float(prior):.4g}$. Weighted: "
        f"$\\frac{{{float(data):.4g} \\cdot {mean} + {float(prior):.4g} \\cdot {prior_mean}}}"
        f"{{{float(data):.4g} + {float(prior):.4g}}} = {float(answer):.4f}$.",
        0.02,
    )


def penalty(noise: Fraction, spread: Fraction) -> Fraction:
    """Lambda of ridge for standard deviations of the noise and of the prior of the weights."""
    return noise**2 / spread**2


def draw_penalty(rng: random.Random) -> tuple[Fraction, Fraction]:
    """Two standard deviations that differ."""
    noise = rng.choice([1, 2, 3, 4, 5, 6, 8])
    return Fraction(noise), Fraction(rng.choice([double for double in (1, 2, 4, 5, 8, 10) if double != 2 * noise]), 2)


def ridge_as_prior(rng: random.Random) -> Numeric:
    noise, spread = draw_penalty(rng)
    answer = penalty(noise, spread)
    return Numeric(
        f"Targets are $y = Xw + \\varepsilon$ with Gaussian noise of standard deviation {noise}; each weight has the "
        f"prior "
        f"$\\mathcal N(0, \\tau^2)$ with standard deviation $\\tau = {float(spread):g}$. The MAP estimate minimizes "
        "$\\lVert y - Xw \\rVert^2 + \\lambda \\lVert w \\rVert^2$ for which $\\lambda$? (Exact; a fraction is "
        "welcome.)",
        answer,
        f"The negative log posterior is $\\frac{{1}}{{2\\sigma^2}} \\lVert y - Xw \\rVert^2 + "
        f"\\frac{{1}}{{2\\tau^2}} \\lVert "
        f"w \\rVert^2$ and a constant. Times $2\\sigma^2$: $\\lambda = \\sigma^2/\\tau^2 = "
        f"{noise}^2/{float(spread):g}^2 = "
        f"{show_number(answer)}$. A wide prior is a weak penalty.",
    )


CARDS = [coin, coin_mean, mean_of_gaussian, ridge_as_prior]
