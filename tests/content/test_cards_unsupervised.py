"""The numeric cards of unsupervised learning and regularization, computed again in another way.

Each test draws the same numbers as the card, from the same seed, and gets the answer from SciPy,
scikit-learn, linear algebra or brute force.
"""

import itertools
import math
import runpy
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sharpen.content.library import bundled
from sharpen.domain.card import Numeric

SEEDS = 50
Values = Any


@cache
def cards(topic: str) -> dict[str, Any]:
    return runpy.run_path(str(bundled() / "topics" / "breadth" / topic / "cards.py"))


CHECKED: list[tuple[str, str, str, Callable[..., float]]] = []
"""Topic, card, the function that draws its numbers, and the other way to the answer."""


def another_way(topic: str, card: str, draw: str) -> Callable[[Callable[..., float]], Callable[..., float]]:
    def register(compute: Callable[..., float]) -> Callable[..., float]:
        CHECKED.append((topic, card, draw, compute))
        return compute

    return register


def floats(values: Values) -> NDArray[np.float64]:
    return np.asarray(values, dtype=float)


# Hierarchical clustering


@another_way("hierarchical-clustering", "last_merge", "draw_last_merge")
def last_height(left: list[int], right: list[int], rule: str) -> float:
    from scipy.cluster.hierarchy import linkage

    return float(linkage(floats(left + right)[:, None], rule)[-1, 2])


@another_way("hierarchical-clustering", "single_linkage_cut", "draw_cut")
def clusters_below(points: list[int], cut: Fraction) -> float:
    from scipy.cluster.hierarchy import fcluster, linkage

    return float(fcluster(linkage(floats(points)[:, None], "single"), float(cut), "distance").max())


@another_way("hierarchical-clustering", "ward_increase", "draw_ward")
def rise_of_squares(sizes: tuple[int, int], means: Values) -> float:
    """Points with these sizes and means, however they are spread."""
    rng = np.random.default_rng(0)
    groups = []
    for size, mean in zip(sizes, means, strict=True):
        points = rng.standard_normal((size, 2))
        groups.append(points - points.mean(axis=0) + floats(mean))
    within = [((group - group.mean(axis=0)) ** 2).sum() for group in (*groups, np.vstack(groups))]
    return float(within[2] - within[0] - within[1])


# DBSCAN


def dbscan(points: list[int], eps: int, min_pts: int) -> Any:
    from sklearn.cluster import DBSCAN

    return DBSCAN(eps=eps, min_samples=min_pts).fit(floats(points)[:, None])


@another_way("dbscan", "how_many_core", "draw_line")
def core(points: list[int], eps: int, min_pts: int) -> float:
    return float(len(dbscan(points, eps, min_pts).core_sample_indices_))


@another_way("dbscan", "how_many_noise", "draw_line")
def noise(points: list[int], eps: int, min_pts: int) -> float:
    return float((dbscan(points, eps, min_pts).labels_ == -1).sum())


@another_way("dbscan", "how_many_clusters", "draw_long_line")
def found(points: list[int], eps: int, min_pts: int) -> float:
    return float(dbscan(points, eps, min_pts).labels_.max() + 1)


# Gaussian mixtures


def mixture(means: Values, weights: list[float], sd: float) -> Any:
    from sklearn.mixture import GaussianMixture

    model = GaussianMixture(2, covariance_type="spherical", reg_covar=0)
    model.means_, model.weights_ = floats(means)[:, None], floats(weights)
    model.covariances_ = floats([sd**2] * 2)
    model.precisions_cholesky_ = floats([1 / sd] * 2)
    return model


@another_way("gaussian-mixture-models", "one_responsibility", "draw_responsibility")
def posterior(x: int, means: tuple[int, int], first: float, sd: int) -> float:
    return float(mixture(means, [first, 1 - first], sd).predict_proba([[x]])[0, 0])


@another_way("gaussian-mixture-models", "em_step", "draw_em")
def mean_after_round(points: list[int], means: tuple[int, int]) -> float:
    share = mixture(means, [0.5, 0.5], 1).predict_proba(floats(points)[:, None])
    return float(np.average(floats(points), weights=share[:, 0]))


@another_way("gaussian-mixture-models", "parameter_count", "draw_parameters")
def parameters_of_library(k: int, d: int, covariances: str) -> float:
    from sklearn.mixture import GaussianMixture

    kinds = {"full": "full", "diagonal": "diag", "one full": "tied", "covariances $": "spherical"}
    kind = next(kind for start, kind in kinds.items() if covariances.startswith(start))
    model = GaussianMixture(k, covariance_type=kind)
    model.means_ = np.zeros((k, d))
    return float(model._n_parameters())


# Latent semantic analysis


def matrix_with(values: list[int]) -> NDArray[np.float64]:
    """A matrix of 7 by 5 with these singular values."""
    rng = np.random.default_rng(1)
    left, right = np.linalg.qr(rng.standard_normal((7, 5)))[0], np.linalg.qr(rng.standard_normal((5, 5)))[0]
    return np.asarray(left @ np.diag(floats(values)) @ right.T)


def truncated(matrix: NDArray[np.float64], k: int) -> NDArray[np.float64]:
    left, values, right = np.linalg.svd(matrix, full_matrices=False)
    return np.asarray((left[:, :k] * values[:k]) @ right[:k])


@another_way("latent-semantic-analysis", "energy", "draw_values")
def kept(values: list[int], k: int) -> float:
    matrix = matrix_with(values)
    return float((truncated(matrix, k) ** 2).sum() / (matrix**2).sum())


@another_way("latent-semantic-analysis", "truncation_error", "draw_values")
def lost(values: list[int], k: int) -> float:
    matrix = matrix_with(values)
    return float(((matrix - truncated(matrix, k)) ** 2).sum())


@another_way("latent-semantic-analysis", "storage", "draw_storage")
def sizes(terms: int, documents: int, k: int) -> float:
    return float(sum(math.prod(shape) for shape in ((terms, k), (k,), (documents, k))))


@another_way("latent-semantic-analysis", "fold_in", "draw_fold")
def folded(loadings: list[Fraction], sigma: int, counts: list[int]) -> float:
    return float(np.linalg.solve(np.diag([float(sigma), 1.0]), np.array([floats(loadings) @ floats(counts), 0]))[0])


# Markov processes


@another_way("markov-processes", "two_steps", "draw_two_steps")
def squared_matrix(matrix: Values, start: int, end: int) -> float:
    return float(np.linalg.matrix_power(floats(matrix), 2)[start, end])


@another_way("markov-processes", "stationary", "draw_stationary")
def long_run(a: Fraction, b: Fraction) -> float:
    step = floats([[1 - a, a], [b, 1 - b]])
    return float(np.linalg.matrix_power(step, 5000)[1, 0])


@another_way("markov-processes", "months_to_churn", "draw_churn")
def fundamental_matrix(active: Values, idle: Values) -> float:
    return float(np.linalg.inv(np.eye(2) - floats([active, idle]))[0].sum())


# Hidden Markov models


def joint(start: Values, stay: Values, first: Values, seen: list[int]) -> NDArray[np.float64]:
    """The probability of each path of two states, together with what is seen."""
    move = floats([[stay[0], 1 - stay[0]], [1 - stay[1], stay[1]]])
    emit = floats([[first[0], 1 - first[0]], [first[1], 1 - first[1]]])
    begin = floats(start)
    paths = itertools.product(range(2), repeat=2)
    return np.array([begin[i] * emit[i, seen[0]] * move[i, j] * emit[j, seen[1]] for i, j in paths]).reshape(2, 2)


@another_way("hidden-markov-models", "forward_likelihood", "draw_model")
def over_all_paths(*model: Values) -> float:
    return float(joint(*model).sum())


@another_way("hidden-markov-models", "filtered", "draw_model")
def rain_on_second_day(*model: Values) -> float:
    paths = joint(*model)
    return float(paths[:, 0].sum() / paths.sum())


@another_way("hidden-markov-models", "parameter_count", "draw_sizes")
def free_entries(states: int, symbols: int) -> float:
    rows = [states] + [states] * states + [symbols] * states
    return float(sum(rows) - len(rows))


# Viterbi


def every_path(start: Values, move: Values, emit: Values) -> dict[tuple[int, ...], float]:
    begin, step, seen = floats(start), floats(move), floats(emit)
    return {
        (i, j): float(begin[i] * seen[0, i] * step[i, j] * seen[1, j]) for i, j in itertools.product(range(3), repeat=2)
    }


@another_way("viterbi", "best_path_probability", "draw_model")
def best_of_all(*model: Values) -> float:
    return max(every_path(*model).values())


@another_way("viterbi", "best_first_state", "draw_model")
def first_of_best(*model: Values) -> float:
    paths = every_path(*model)
    first, second = sorted(paths.values())[-2:]
    assert second - first > 1e-9, "two paths are equally good"
    return float(max(paths, key=paths.__getitem__)[0] + 1)


@another_way("viterbi", "work", "draw_sizes")
def counted(states: int, steps: int) -> float:
    return float(sum(1 for _ in itertools.product(range(1, steps), range(states), range(states))))


# Principal component analysis


def spectrum(direction: tuple[int, int], large: int, small: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    a, b, c = cards("pca")["covariance"](direction, large, small)
    values, vectors = np.linalg.eigh(floats([[a, b], [b, c]]))
    return values, vectors


@another_way("pca", "first_variance", "draw_covariance")
def largest_eigenvalue(*drawn: Values) -> float:
    return float(spectrum(*drawn)[0][1])


@another_way("pca", "first_slope", "draw_covariance")
def slope_of_eigenvector(*drawn: Values) -> float:
    vector = spectrum(*drawn)[1][:, 1]
    return float(vector[1] / vector[0])


@another_way("pca", "explained_share", "draw_covariance")
def ratio_of_library(*drawn: Values) -> float:
    from sklearn.decomposition import PCA

    values, vectors = spectrum(*drawn)
    cross = np.array([[1, 0], [-1, 0], [0, 1], [0, -1]]) * np.sqrt(values)
    return float(PCA(2).fit(cross @ vectors.T).explained_variance_ratio_[0])


@another_way("pca", "how_many_components", "draw_spectrum")
def cumulative(values: list[int], percent: int) -> float:
    return float(np.searchsorted(np.cumsum(values) / np.sum(values), percent / 100) + 1)


# Independent component analysis


@another_way("ica", "source_kurtosis", "draw_sparse")
def kurtosis_of_population(p: Fraction, size: int) -> float:
    from scipy.stats import kurtosis

    peaks = p.numerator * 20 // p.denominator
    return float(kurtosis([size] * peaks + [-size] * peaks + [0] * (40 - 2 * peaks)))


@another_way("ica", "mixture_kurtosis", "draw_mixture")
def kurtosis_by_moments(weights: Values, excess: Values) -> float:
    """From the fourth moment of a sum: its odd terms vanish."""
    (a, b), (first, second) = weights, excess
    fourth = a**4 * (first + 3) + 6 * a**2 * b**2 + b**4 * (second + 3)
    return float(fourth / (a**2 + b**2) ** 2 - 3)


@another_way("ica", "unmixing", "draw_unmixing")
def solved(mixing: Values, seen: Values) -> float:
    return float(np.linalg.solve(floats(mixing).reshape(2, 2), floats(seen))[0])


# t-SNE


@another_way("t-sne", "near", "draw_neighbors")
def softmax(distances: list[int], sigma: int) -> float:
    from scipy.special import softmax

    return float(softmax(-(floats(distances) ** 2) / (2 * sigma**2))[0])


@another_way("t-sne", "perplexity", "draw_shares")
def from_entropy(*shares: Fraction) -> float:
    from scipy.stats import entropy

    return float(np.exp(entropy(floats(shares))))


@another_way("t-sne", "on_the_map", "draw_map")
def pairwise(*points: int) -> float:
    gaps = floats(points)[:, None] - floats(points)
    weights = 1 / (1 + gaps**2)
    np.fill_diagonal(weights, 0)
    return float(weights[0, 1] / weights.sum())


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
def trace_of_hat(singular: list[int], penalty: int) -> float:
    features = np.linalg.qr(np.random.default_rng(3).standard_normal((6, 3)))[0] * floats(singular)
    return float(np.trace(features @ np.linalg.inv(features.T @ features + penalty * np.eye(3)) @ features.T))


@another_way("l2-ridge", "decay_step", "draw_decay")
def by_shrinking(weight: Fraction, gradient: Fraction, rate: Fraction, penalty: Fraction) -> float:
    return float((1 - rate * penalty) * weight - rate * gradient)


@pytest.mark.parametrize(("topic", "card", "draw", "compute"), CHECKED, ids=[f"{row[0]}-{row[1]}" for row in CHECKED])
def test_the_answer_of_another_way(topic: str, card: str, draw: str, compute: Callable[..., float]) -> None:
    module = cards(topic)
    for seed in range(SEEDS):
        drawn = module[draw](Random(seed))
        made: Numeric = module[card](Random(seed))
        values = (drawn,) if isinstance(drawn, Fraction | int) else drawn
        assert compute(*values) == pytest.approx(float(made.answer), rel=1e-6, abs=1e-7), (seed, drawn, made)


def test_every_card_is_computed_in_another_way() -> None:
    topics = {row[0] for row in CHECKED}
    written = {(topic, card.__name__) for topic in topics for card in cards(topic)["CARDS"]}
    assert written == {row[:2] for row in CHECKED}
