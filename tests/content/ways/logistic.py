"""Logistic regression and its loss, cross-entropy and divergence."""

import math

import numpy as np

from tests.content.recomputing import another_way, floats

# Logistic regression


@another_way("logistic-regression", "predicted", "draw_row")
def expit(weights: list[float], x: list[int], b: float) -> float:
    from scipy.special import expit

    return float(expit(floats(weights) @ floats(x) + b))


@another_way("logistic-regression", "odds_ratio", "draw_odds")
def shifted_logit(percent: int, factor: int) -> float:
    from scipy.special import expit, logit

    return float(expit(logit(percent / 100) + math.log(factor)))


@another_way("logistic-regression", "first_step", "draw_step")
def log_loss_step(xs: list[int], labels: list[int], rate: float) -> float:
    from sklearn.metrics import log_loss

    up, down = (log_loss(labels, 1 / (1 + np.exp(-w * floats(xs)))) for w in (1e-4, -1e-4))
    return float(-rate * (up - down) / 2e-4)


# Logistic cost


@another_way("logistic-cost-and-sigmoid", "mean_log_loss", "draw_rows")
def loss_of_probabilities(scores: list[float], labels: list[int]) -> float:
    from scipy.special import expit
    from sklearn.metrics import log_loss

    return float(log_loss(labels, expit(scores)))


@another_way("logistic-cost-and-sigmoid", "one_step", "draw_step")
def numerical_step(x: list[int], y: list[int], rate: float) -> float:
    def cost(weight: float) -> float:
        return float(np.logaddexp(0, (1 - 2 * floats(y)) * weight * floats(x)).mean())

    return -rate * (cost(1e-5) - cost(-1e-5)) / 2e-5


@another_way("logistic-cost-and-sigmoid", "after_one_more", "draw_odds")
def through_the_score(percent: int, weight: int) -> float:
    from scipy.special import expit, logit

    return float(expit(logit(percent / 100) + weight / 10))


# Logistic loss


@another_way("logistic-loss", "mean_loss", "draw_rows")
def cross_entropy_by_scikit_learn(labels: list[int], scores: list[float]) -> float:
    from scipy.special import expit
    from sklearn.metrics import log_loss

    return float(log_loss(labels, expit(scores), labels=[-1, 1]))


@another_way("logistic-loss", "gradient_by_weight", "draw_weights")
def gradient_by_differences(label: int, weights: list[float], features: list[int]) -> float:
    from scipy.special import log_expit

    def loss(move: float) -> float:
        return -float(log_expit(label * (floats(features) @ np.add(weights, [move, 0]))))

    return (loss(1e-4) - loss(-1e-4)) / 2e-4


@another_way("logistic-loss", "best_score", "draw_counts")
def score_by_search(positives: int, negatives: int) -> float:
    from scipy.optimize import root_scalar

    def slope(score: float) -> float:
        return float(negatives / (1 + np.exp(-score)) - positives / (1 + np.exp(score)))

    return float(root_scalar(slope, bracket=(-10, 10), xtol=1e-12).root)


@another_way("logistic-loss", "cost_of_wrong_probability", "draw_said")
def by_entropies(truth: float, predicted: float) -> float:
    from scipy.stats import entropy

    return float(entropy([truth, 1 - truth], [predicted, 1 - predicted]))


# Cross-entropy


@another_way("cross-entropy", "loss_from_logits", "draw_logits")
def loss_by_scikit_learn(logits: list[int], true: int) -> float:
    from scipy.special import softmax
    from sklearn.metrics import log_loss

    return float(log_loss([true], [softmax(floats(logits))], labels=[0, 1, 2]))


@another_way("cross-entropy", "gradient_by_logit", "draw_asked")
def slope_of_loss(logits: list[int], true: int, asked: int) -> float:
    from scipy.special import logsumexp

    def loss(move: float) -> float:
        moved = floats(logits) + move * (np.arange(3) == asked)
        return float(logsumexp(moved) - moved[true])

    return (loss(1e-4) - loss(-1e-4)) / 2e-4


@another_way("cross-entropy", "kl_in_bits", "draw_distributions")
def divergence_by_scipy(target: list[int], guess: list[int]) -> float:
    from scipy.stats import entropy

    return float(entropy(0.5 ** floats(target), 0.5 ** floats(guess), base=2))
