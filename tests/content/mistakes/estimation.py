"""Mistakes in naive Bayes, maximum likelihood, MAP estimation and p-values."""

import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.estimation import binomial_test, by_logits, normal_tails, peak_of_posterior

MISTAKES = (
    Mistake("naive-bayes/bayes-rule", "the sensitivity", lambda _, sensitivity, __: sensitivity),
    Mistake("naive-bayes/counted-twice", "counted once", lambda prior, ratio, _: by_logits(prior, ratio, 1)),
    Mistake("naive-bayes/counted-twice", "times the copies", lambda prior, ratio, k: by_logits(prior, k * ratio, 1)),
    Mistake("naive-bayes/smoothing", "not smoothed", lambda count, tokens, *_: count / tokens),
    Mistake("maximum-likelihood/variance-of-gaussian", "ddof 1", lambda *values: float(np.var(values, ddof=1))),
    Mistake("maximum-likelihood/censored-rate", "only what was seen", lambda times, _: len(times) / sum(times)),
    Mistake("maximum-likelihood/standard-error", "one root too few", lambda k, n: (k * (n - k)) ** 0.5 / n),
    Mistake("maximum-likelihood/standard-error", "n - 1", lambda k, n: (k * (n - k) / (n - 1)) ** 0.5 / n),
    Mistake("map-estimation/coin", "the mean for the peak", lambda heads, n, a, b: (heads + a) / (n + a + b)),
    Mistake("map-estimation/coin", "no prior", lambda heads, n, *_: heads / n),
    Mistake("map-estimation/coin-mean", "the peak for the mean", peak_of_posterior),
    Mistake("map-estimation/mean-of-gaussian", "no prior", lambda mean, *_: mean),
    Mistake(
        "map-estimation/mean-of-gaussian",
        "each with the other's precision",
        lambda mean, n, noise, prior, spread: (mean / spread + prior * n / noise) / (1 / spread + n / noise),
    ),
    Mistake("map-estimation/ridge-as-prior", "upside down", lambda noise, spread: (spread / noise) ** 2),
    Mistake("p-values/z-test", "one-sided", lambda *drawn: normal_tails(*drawn) / 2),
    Mistake("p-values/exact-test", "two-sided", lambda *drawn: 2 * binomial_test(*drawn)),
    Mistake("p-values/exact-test", "more, not at least", lambda k, n: binomial_test(k + 1, n) if k < n else 0),
    Mistake("p-values/exact-test", "exactly, not at least", lambda k, n: math.comb(n, k) / 2**n),
    Mistake("p-values/many-tests", "the sum of the levels", lambda alpha, tests: alpha * tests),
    Mistake("p-values/false-discoveries", "the level", lambda *drawn: drawn[2]),
)
