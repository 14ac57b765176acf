"""Naive Bayes, maximum likelihood, MAP estimation, p-values."""

import math
from fractions import Fraction

import numpy as np

from tests.content.recomputing import another_way, floats

# Naive Bayes


@another_way("naive-bayes", "bayes_rule", "draw_test")
def counted_transactions(prior: Fraction, sensitivity: Fraction, false_alarm: Fraction) -> float:
    """Among ten million transactions."""
    total = 10**7
    fraud = total * prior
    table = np.array(
        [[fraud * sensitivity, fraud * (1 - sensitivity)], [(total - fraud) * false_alarm, 0]], dtype=float
    )
    return float(table[0, 0] / table[:, 0].sum())


@another_way("naive-bayes", "two_words", "draw_words")
def bernoulli_of_library(spam: list[int], other: list[int]) -> float:
    from sklearn.naive_bayes import BernoulliNB

    rows = [[i < a, i < b] for n, a, b in (spam, other) for i in range(n)]
    model = BernoulliNB(alpha=1e-12, force_alpha=True).fit(floats(rows), np.repeat([1, 0], [spam[0], other[0]]))
    return float(model.predict_proba([[1, 1]])[0, 1])


@another_way("naive-bayes", "smoothing", "draw_counts")
def multinomial_of_library(count: int, tokens: int, vocabulary: int, alpha: int) -> float:
    from sklearn.naive_bayes import MultinomialNB

    row = np.zeros(vocabulary)
    row[:2] = count, tokens - count
    model = MultinomialNB(alpha=alpha).fit(np.stack([row, row]), [0, 1])
    return float(np.exp(model.feature_log_prob_[0, 0]))


@another_way("naive-bayes", "counted_twice", "draw_copies")
def by_logits(prior: Fraction, ratio: Fraction, copies: int) -> float:
    from scipy.special import expit, logit

    return float(expit(logit(float(prior)) + copies * math.log(ratio)))


# Maximum likelihood


@another_way("maximum-likelihood", "standard_error", "draw_tosses")
def from_curvature(heads: int, n: int) -> float:
    """From the second difference of the log-likelihood at its peak."""
    peak, h = heads / n, 1e-4

    def value(theta: float) -> float:
        return heads * math.log(theta) + (n - heads) * math.log1p(-theta)

    return float((-(value(peak + h) - 2 * value(peak) + value(peak - h)) / h**2) ** -0.5)


@another_way("maximum-likelihood", "variance_of_gaussian", "draw_values")
def fitted_gaussian(*values: int) -> float:
    from scipy.stats import norm

    return float(norm.fit(values)[1] ** 2)


@another_way("maximum-likelihood", "censored_rate", "draw_times")
def root_of_score(times: list[int], quiet: int) -> float:
    from scipy.optimize import brentq

    return float(brentq(lambda rate: sum(1 / rate - t for t in times) - quiet, 1e-4, 10, xtol=1e-14))


@another_way("maximum-likelihood", "likelihood_ratio", "draw_ratio")
def ratio_of_binomials(heads: int, tails: int, first: Fraction, second: Fraction) -> float:
    from scipy.stats import binom

    return float(np.divide(*binom.pmf(heads, heads + tails, floats([first, second]))))


# MAP estimation


@another_way("map-estimation", "coin", "draw_coin")
def peak_of_posterior(heads: int, n: int, a: int, b: int) -> float:
    """The root of the derivative of the log posterior."""
    from scipy.optimize import brentq

    up, down = heads + a - 1, n - heads + b - 1
    return float(brentq(lambda theta: up * (1 - theta) - down * theta, 0, 1, xtol=1e-14))


@another_way("map-estimation", "coin_mean", "draw_coin")
def mean_of_beta(heads: int, n: int, a: int, b: int) -> float:
    from scipy.stats import beta

    return float(beta.mean(heads + a, n - heads + b))


@another_way("map-estimation", "mean_of_gaussian", "draw_gaussian")
def one_after_the_other(mean: int, n: int, variance: int, prior_mean: int, prior_variance: int) -> float:
    """A Kalman filter that sees the mean n times."""
    at, spread = float(prior_mean), float(prior_variance)
    for _ in range(n):
        gain = spread / (spread + variance)
        at, spread = at + gain * (mean - at), (1 - gain) * spread
    return at


@another_way("map-estimation", "ridge_as_prior", "draw_penalty")
def from_posterior(noise: Fraction, spread: Fraction) -> float:
    """The penalty that gives the mean of a Gaussian process's posterior, for one row with x = 1, y = 1."""
    kernel = float(spread) ** 2
    weight = kernel / (kernel + float(noise) ** 2)
    return 1 / weight - 1


# p-values


@another_way("p-values", "z_test", "draw_mean")
def normal_tails(mean: float, center: int, deviation: int, n: int) -> float:
    from scipy.stats import norm

    return float(2 * norm.sf(abs(mean - center), scale=deviation / n**0.5))


@another_way("p-values", "exact_test", "draw_heads")
def binomial_test(heads: int, n: int) -> float:
    from scipy.stats import binomtest

    return float(binomtest(heads, n, alternative="greater").pvalue)


@another_way("p-values", "many_tests", "draw_family")
def at_least_one(alpha: float, tests: int) -> float:
    from scipy.stats import binom

    return float(binom.sf(0, tests, alpha))


@another_way("p-values", "false_discoveries", "draw_ideas")
def by_odds(works: Fraction, power: Fraction, alpha: Fraction) -> float:
    odds = float((1 - works) / works) * float(alpha / power)
    return odds / (1 + odds)
