"""Cards of bias and variance: the decomposition, averaging, shrinking."""

import random
from fractions import Fraction

from sharpen.domain.card import Numeric, show_number


def decomposed(predictions: list[int], truth: int) -> tuple[Fraction, Fraction]:
    """Squared bias and variance of equally likely predictions."""
    mean = Fraction(sum(predictions), len(predictions))
    return (mean - truth) ** 2, sum(((p - mean) ** 2 for p in predictions), Fraction(0)) / len(predictions)


def draw_predictions(rng: random.Random) -> tuple[list[int], int, int]:
    """Five predictions whose mean is whole, the true value, and the variance of the noise."""
    mean, truth = rng.randint(8, 20), rng.randint(8, 20)
    away = [rng.randint(-4, 4) for _ in range(4)]
    return [mean + a for a in (*away, -sum(away))], truth, rng.randint(1, 9)


def expected_error(rng: random.Random) -> Numeric:
    predictions, truth, noise = draw_predictions(rng)
    bias, variance = decomposed(predictions, truth)
    answer = bias + variance + noise
    mean = Fraction(sum(predictions), len(predictions))
    spread = " + ".join(f"({show_number(p)} - {show_number(mean)})^2" for p in predictions)
    return Numeric(
        f"A training set is drawn at random from five equally likely ones. The models they give predict "
        f"{', '.join(map(str, predictions))} at the point $x$, where $f(x) = {truth}$. A new label there is "
        f"$y = f(x) + \\varepsilon$ with noise of mean 0 and variance ${noise}$. What is the expected squared error "
        "$E[(y - \\hat f(x))^2]$? (Exact.)",
        answer,
        f"The mean prediction is ${show_number(mean)}$, so the squared bias is $({show_number(mean)} - {truth})^2 = "
        f"{show_number(bias)}$. The variance is $\\frac{{1}}{{5}}({spread}) = {show_number(variance)}$. With the "
        f"noise: ${show_number(bias)} + {show_number(variance)} + {noise} = {show_number(answer)}$.",
    )


def averaged_variance(variance: int, correlation: Fraction, models: int) -> Fraction:
    """The variance of the mean of equally correlated predictions."""
    return correlation * variance + (1 - correlation) * variance / models


def draw_average(rng: random.Random) -> tuple[int, Fraction, int]:
    return (
        rng.choice([2, 4, 8, 10, 16, 20]),
        Fraction(rng.choice([0, 1, 2, 4, 5, 6]), 10),
        rng.choice([4, 5, 10, 50, 100]),
    )


def bagged_variance(rng: random.Random) -> Numeric:
    variance, correlation, models = draw_average(rng)
    answer = averaged_variance(variance, correlation, models)
    rho = f"{float(correlation):g}"
    return Numeric(
        f"Each of ${models}$ trees predicts with variance ${variance}$ (over training sets), and any two predictions "
        f"have correlation ${rho}$. What is the variance of their mean? (Exact.)",
        answer,
        f"$\\rho s^2 + \\frac{{1 - \\rho}}{{B}} s^2 = {rho} \\cdot {variance} + "
        f"\\frac{{{float(1 - correlation):g}}}{{{models}}} \\cdot {variance} = {float(answer):g}$. However many trees "
        f"are added, it stays above ${float(correlation * variance):g}$.",
    )


def shrunken_error(mean: int, variance: int, n: int, factor: Fraction) -> tuple[Fraction, Fraction]:
    """Squared bias and variance of a sample mean times a factor."""
    return ((factor - 1) * mean) ** 2, factor**2 * Fraction(variance, n)


def draw_shrinkage(rng: random.Random) -> tuple[int, int, int, Fraction]:
    n = rng.choice([2, 4, 5, 8, 10])
    return rng.randint(1, 5), n * rng.randint(1, 6), n, Fraction(rng.choice([5, 6, 7, 8, 9]), 10)


def shrunken_mean(rng: random.Random) -> Numeric:
    mean, variance, n, factor = draw_shrinkage(rng)
    bias, spread = shrunken_error(mean, variance, n, factor)
    answer, plain = bias + spread, Fraction(variance, n)
    verdict = "Shrinking pays here." if answer < plain else "Shrinking does not pay here."
    c = f"{float(factor):g}"
    return Numeric(
        f"Values are drawn independently with mean $\\mu = {mean}$ and variance ${variance}$. You estimate $\\mu$ by "
        f"${c}\\,\\bar x$, with $\\bar x$ the mean of $n = {n}$ values. What is the mean squared error "
        f"$E[({c}\\,\\bar x - \\mu)^2]$? (Exact.)",
        answer,
        f"Bias: $({c} - 1) \\cdot {mean} = {float((factor - 1) * mean):g}$, squared ${float(bias):g}$. Variance: "
        f"${c}^2 \\cdot \\frac{{{variance}}}{{{n}}} = {float(spread):g}$. Together ${float(answer):g}$, against "
        f"${show_number(plain)}$ for $\\bar x$ itself. {verdict}",
    )


CARDS = [expected_error, bagged_variance, shrunken_mean]
