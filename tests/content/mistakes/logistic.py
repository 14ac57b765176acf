"""Mistakes in logistic regression and its loss, cross-entropy and divergence."""

import math

import numpy as np

from tests.content.mistakes import Mistake
from tests.content.ways.logistic import (
    by_entropies,
    cross_entropy_by_scikit_learn,
    divergence_by_scipy,
    loss_by_scikit_learn,
    loss_of_probabilities,
)

MISTAKES = (
    Mistake("logistic-regression/predicted", "the wrong sign", lambda w, x, b: 1 / (1 + math.exp(np.dot(w, x) + b))),
    Mistake(
        "logistic-cost-and-sigmoid/mean-log-loss",
        "labels turned around",
        lambda scores, labels: loss_of_probabilities(scores, [1 - y for y in labels]),
    ),
    Mistake(
        "logistic-cost-and-sigmoid/after-one-more",
        "along the tangent",
        lambda percent, tenths: percent / 100 + tenths / 10 * percent * (100 - percent) / 10_000,
    ),
    Mistake("logistic-loss/mean-loss", "the sum", lambda *drawn: 3 * cross_entropy_by_scikit_learn(*drawn)),
    Mistake(
        "logistic-loss/mean-loss",
        "labels turned around",
        lambda labels, scores: cross_entropy_by_scikit_learn([-y for y in labels], scores),
    ),
    Mistake("logistic-loss/mean-loss", "no labels", lambda _, scores: cross_entropy_by_scikit_learn([1, 1, 1], scores)),
    Mistake(
        "logistic-loss/cost-of-wrong-probability",
        "the other divergence",
        lambda truth, predicted: by_entropies(predicted, truth),
    ),
    Mistake("cross-entropy/loss-from-logits", "in bits", lambda *drawn: loss_by_scikit_learn(*drawn) / math.log(2)),
    Mistake(
        "cross-entropy/kl-in-bits",
        "natural logarithm",
        lambda target, guess: divergence_by_scipy(target, guess) * math.log(2),
    ),
    Mistake(
        "cross-entropy/kl-in-bits",
        "the other divergence",
        lambda target, guess: divergence_by_scipy(guess, target),
    ),
)
