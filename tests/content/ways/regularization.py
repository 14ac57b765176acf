"""Bias and variance, the lasso, ridge regression."""

import itertools
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tests.content.recomputing import another_way, floats

# Bias and variance


@another_way("bias-variance", "expected_error", "draw_predictions")
def mean_of_squares(predictions: list[int], truth: int, noise_variance: int) -> float:
    """Over the five models and a noise of two equally likely values."""
    noises = np.sqrt(noise_variance) * np.array([-1, 1])
    return float(np.mean((truth + noises[:, None] - floats(predictions)) ** 2))


@another_way("bias-variance", "bagged_variance", "draw_average")
def of_covariance_matrix(variance: int, correlation: Fraction, models: int) -> float:
    matrix = np.full((models, models), float(correlation * variance))
    np.fill_diagonal(matrix, variance)
    return float(matrix.sum() / models**2)


@another_way("bias-variance", "shrunken_mean", "draw_shrinkage")
def over_all_samples(mean: int, variance: int, n: int, factor: Fraction) -> float:
    """Over all samples of a variable with two equally likely values."""
    samples = np.array(list(itertools.product([-1, 1], repeat=n))) * np.sqrt(variance) + mean
    return float(np.mean((float(factor) * samples.mean(axis=1) - mean) ** 2))


# The lasso


def lasso(features: NDArray[np.float64], targets: NDArray[np.float64], penalty: float) -> NDArray[np.float64]:
    from sklearn.linear_model import Lasso

    model = Lasso(alpha=penalty / len(targets), fit_intercept=False, tol=1e-12, max_iter=100_000)
    return np.asarray(model.fit(features, targets).coef_)


@another_way("l1-lasso", "soft_threshold", "draw_soft")
def norm_of_lasso(weights: list[Fraction], penalty: Fraction) -> float:
    columns = np.linalg.qr(np.random.default_rng(2).standard_normal((6, 3)))[0]
    return float(np.abs(lasso(columns, columns @ floats(weights), float(penalty))).sum())


@another_way("l1-lasso", "coordinate_step", "draw_coordinate")
def lasso_of_one(column: list[int], residual: list[int], penalty: int) -> float:
    return float(lasso(floats(column)[:, None], floats(residual), penalty)[0])


@another_way("l1-lasso", "path_start", "draw_path_start")
def start_of_path(columns: list[list[int]], targets: list[int]) -> float:
    """Where least-angle regression lets the first feature in."""
    from sklearn.linear_model import lars_path

    penalties = lars_path(floats(columns).T, floats(targets), max_iter=1)[0]
    return float(penalties[0] * len(targets))


# Ridge regression


def ridge(features: NDArray[np.float64], targets: list[int], penalty: int) -> NDArray[np.float64]:
    from sklearn.linear_model import Ridge

    return np.asarray(Ridge(alpha=penalty, fit_intercept=False).fit(features, targets).coef_)


@another_way("l2-ridge", "one_feature", "draw_feature")
def ridge_of_one(x: list[int], y: list[int], penalty: int) -> float:
    return float(ridge(floats(x)[:, None], y, penalty)[0])


@another_way("l2-ridge", "feature_twice", "draw_feature")
def ridge_of_two(x: list[int], y: list[int], penalty: int) -> float:
    return float(ridge(np.column_stack([floats(x), floats(x)]), y, penalty)[1])


@another_way("l2-ridge", "degrees_of_freedom", "draw_spectrum")
def where_trace_of_hat_is_one(strong: int, weak: int) -> float:
    from scipy.optimize import brentq

    features = np.linalg.qr(np.random.default_rng(3).standard_normal((6, 2)))[0] * floats([strong, weak])

    def trace(penalty: float) -> float:
        return float(np.trace(features @ np.linalg.inv(features.T @ features + penalty * np.eye(2)) @ features.T))

    return float(brentq(lambda penalty: trace(penalty) - 1, 1e-6, 1e4, xtol=1e-12))


@another_way("l2-ridge", "decay_step", "draw_decay")
def by_shrinking(weight: Fraction, gradient: Fraction, rate: Fraction, penalty: Fraction) -> float:
    return float((1 - rate * penalty) * weight - rate * gradient)
