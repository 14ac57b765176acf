"""Bagging, random forests, AdaBoost, gradient boosting and XGBoost."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tests.content.recomputing import Values, another_way, floats

# Bagging and boosting


@another_way("bagging-vs-boosting", "variance_of_average", "draw_average")
def sum_of_covariances(variance: int, correlation: Fraction, models: int) -> float:
    covariance = variance * (float(correlation) * np.ones((models, models)) + float(1 - correlation) * np.eye(models))
    share = np.full(models, 1 / models)
    return float(share @ covariance @ share)


@another_way("bagging-vs-boosting", "majority_vote", "draw_vote")
def binomial_tail(voters: int, right: Fraction) -> float:
    from scipy.stats import binom

    return float(binom.sf(voters // 2, voters, float(right)))


@another_way("bagging-vs-boosting", "trees_needed", "draw_floor")
def count_up(correlation: int, variance: int, excess: int) -> float:
    rho, target = Fraction(correlation, 100), Fraction((correlation + excess) * variance, 100)
    return next(trees for trees in range(1, 1000) if variance * (rho + (1 - rho) / trees) <= target)


# Random forests


@another_way("random-forest", "left_out", "draw_bag")
def never_drawn(rows: int, draws: int) -> float:
    from scipy.stats import binom

    return float(binom.pmf(0, draws, 1 / rows))


@another_way("random-forest", "seen_at_least_once", "draw_features")
def hypergeometric_tail(features: int, drawn: int, splits: int) -> float:
    from scipy.stats import hypergeom

    return float(1 - hypergeom.pmf(0, features, 1, drawn) ** splits)


@another_way("random-forest", "out_of_bag_errors", "draw_votes")
def median_of_outside(*rows: tuple[int, list[tuple[bool, int]]]) -> float:
    return float(sum(np.median([vote for seen, vote in votes if not seen]) != truth for truth, votes in rows))


# AdaBoost


def minimal_exponential_loss(weights: Values, wrong: Values) -> tuple[float, NDArray[np.float64]]:
    """The say found by minimizing the loss numerically, and the losses there, which are the new weights."""
    from scipy.optimize import minimize_scalar

    signs = np.where(wrong, 1, -1)
    start = floats(weights)
    found = minimize_scalar(lambda alpha: (start * np.exp(alpha * signs)).sum(), tol=1e-12)
    losses = start * np.exp(found.x * signs)
    return float(found.x), losses / losses.sum()


@another_way("adaboost", "its_say", "draw_error")
def best_say(wrong: int, rows: int) -> float:
    return minimal_exponential_loss(np.full(rows, 1 / rows), np.arange(rows) < wrong)[0]


@another_way("adaboost", "heaviest_row", "draw_round")
def largest_loss(weights: list[int], wrong: list[bool]) -> float:
    return float(minimal_exponential_loss(floats(weights) / 20, wrong)[1].max())


def sum_of_weights(error: float) -> float:
    """What the row weights sum to after a round, before they are normalized."""
    odds = np.sqrt((1 - error) / error)
    return float(error * odds + (1 - error) / odds)


@another_way("adaboost", "error_bound", "draw_rounds")
def rounds_until_less_than_a_row(error: int, rows: int) -> float:
    wrong, rounds = float(rows), 0
    while wrong >= 1:
        wrong, rounds = wrong * sum_of_weights(error / 100), rounds + 1
    return rounds


# Gradient boosting


@another_way("gradient-boosting", "one_round", "draw_targets")
def first_stage(left: list[int], right: list[int], rate: Fraction) -> float:
    from sklearn.ensemble import GradientBoostingRegressor

    sides = np.repeat([0, 1], [len(left), len(right)])[:, None]
    model = GradientBoostingRegressor(n_estimators=1, max_depth=1, learning_rate=float(rate))
    return float(model.fit(sides, floats(left + right)).predict([[1]])[0])


@another_way("gradient-boosting", "newton_leaf", "draw_leaf")
def first_logistic_leaf(positives: int, rows: int, inside: int, size: int) -> float:
    from sklearn.ensemble import GradientBoostingClassifier

    sides = (np.arange(rows) < size).astype(float)[:, None]
    labels = np.r_[np.arange(size) < inside, np.arange(rows - size) < positives - inside]
    model = GradientBoostingClassifier(n_estimators=1, max_depth=1, learning_rate=1.0).fit(sides, labels)
    return float(model.decision_function([[1.0]])[0] - np.log(positives / (rows - positives)))


@another_way("gradient-boosting", "rounds_needed", "draw_shrinkage")
def shrink_until(rate: int, left: int) -> float:
    rounds, residual = 0, Fraction(1)
    while residual > Fraction(left, 100):
        residual -= Fraction(rate, 100) * residual
        rounds += 1
    return rounds


# XGBoost


def smallest(objective: Callable[[float], float]) -> tuple[float, float]:
    """Where a convex objective is smallest, and how small."""
    from scipy.optimize import minimize_scalar

    found = minimize_scalar(objective, tol=1e-12)
    return float(found.x), float(found.fun)


@another_way("xgboost", "leaf_weight", "draw_leaf")
def penalized_step(targets: list[int], now: int, penalty: int) -> float:
    errors = floats(targets) - now
    return smallest(lambda w: ((errors - w) ** 2).sum() / 2 + penalty * w**2 / 2)[0]


def objective_of(gradient: float, hessian: float, penalty: int) -> float:
    return smallest(lambda w: gradient * w + (hessian + penalty) * w**2 / 2)[1]


@another_way("xgboost", "split_gain", "draw_sides")
def drop_of_objective(left: tuple[int, int], right: tuple[int, int], penalty: int) -> float:
    def best(positives: int, negatives: int) -> float:
        labels = np.repeat([1, 0], [positives, negatives])
        return objective_of((0.5 - labels).sum(), 0.25 * len(labels), penalty)

    return best(left[0] + right[0], left[1] + right[1]) - best(*left) - best(*right)


@another_way("xgboost", "default_gain", "draw_missing")
def better_side(left: tuple[int, int], right: tuple[int, int], missing: tuple[int, int]) -> float:
    def lowest(side: NDArray[np.float64]) -> float:
        return objective_of(side[0], side[1], penalty=1)

    sums = floats([left, right, missing])
    whole = lowest(sums.sum(axis=0))
    return max(
        whole - lowest(sums[0] + sums[2]) - lowest(sums[1]),
        whole - lowest(sums[0]) - lowest(sums[1] + sums[2]),
    )
